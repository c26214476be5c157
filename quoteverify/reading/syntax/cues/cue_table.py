"""The cues of a language: verbs by each of their forms, phrases by their first word."""

import functools
from collections.abc import Mapping

import attrs

from quoteverify.reading.syntax.cues.report import CueKind
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.text.language import LanguageProfile


@attrs.frozen
class Cue:
    """What a row of ``cues.toml`` says of a verb.

    Attributes:
        kind: What it reports.
        inverts: Whether its subject may follow it; not where whom it tells does.
        relays: Whether it hands on what somebody else says: "quoted her as saying".
        voiced: Whether it says how a voice sounds: "shouted".
        particle: The part of a separable verb that stands at the end of the clause; without it there the
            verb is another.
    """

    kind: CueKind = attrs.field(converter=CueKind)
    inverts: bool = True
    relays: bool = False
    voiced: bool = False
    particle: str = ""


@attrs.frozen
class CuePhrase:
    """A phrase that reports speech, word by word.

    Attributes:
        words: Its words in lower case.
        kind: "verb": a verb begins it, with its subject as any verb has; "source_after" and "source_before":
            its source follows it, or stands before it; "relayed": the words follow that a verb relays.
        apart: Whether it is one only where points or quotations part it and its source from the rest.
    """

    words: tuple[str, ...]
    kind: str = attrs.field(
        validator=attrs.validators.in_(("verb", "source_after", "source_before", "relayed"))
    )
    apart: bool


@attrs.frozen(eq=False)
class CueTable:
    """The cues of a language: verbs by each of their forms, phrases by their first word."""

    verbs: Mapping[str, tuple[Cue, ...]]
    phrases: Mapping[str, tuple[CuePhrase, ...]]


@functools.lru_cache(maxsize=8)
def cue_table(profile: LanguageProfile) -> CueTable:
    """The cues of a language, made once."""
    verbs: dict[str, tuple[Cue, ...]] = {}
    for row in profile.rows("cues"):
        said = row.values
        cue = Cue(
            said["kind"],
            inverts=said.get("inverts", True),
            relays=said.get("relays", False),
            voiced=said.get("voiced", False),
            particle=said.get("particle", ""),
        )
        for word in row.words:
            verbs[word] = (*verbs.get(word, ()), cue)
    phrases: dict[str, tuple[CuePhrase, ...]] = {}
    for row in profile.rows("cue_phrases"):
        kind, apart = row.values["kind"], row.values.get("apart", False)
        for phrase in row.words:
            words = tuple(phrase.split())
            phrases[words[0]] = (*phrases.get(words[0], ()), CuePhrase(words, kind, apart))
    # "In the words of" before "in the words", should a language have both.
    longest = {word: tuple(sorted(found, key=lambda p: -len(p.words))) for word, found in phrases.items()}
    return CueTable(verbs, longest)


def stands_at(sentence: Sentence, i: int, phrase: CuePhrase) -> bool:
    """Whether a phrase begins with a token."""
    return tuple(token.lower for token in sentence.tokens[i : i + len(phrase.words)]) == phrase.words
