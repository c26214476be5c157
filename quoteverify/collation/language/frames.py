"""What words stand before others and bear on all of them: denials, doubts, other people's views, conditions.

The markers of a language (negations, hedges, conditions) and its frames are looked for together, for the
longest phrase decides: "no" denies, "no doubt" does not.
"""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteverify.collation.language.lexicon import Lexicon, Phrase, lexicon
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import words

ANY_WORD = "*"
"""What stands in a phrase for any one word: "too * to"."""

BEARING = ("negators", "hedges", "conditions")
"""The marker tables whose phrases bear on what stands beside them."""


@attrs.frozen
class Frame:
    """What a phrase does to the words that it stands before.

    Attributes:
        turns: The table whose words do the same; "doubt" or "view" where none does, "nothing" where it does
            nothing, though a part of it would by itself.
        of_phrase: Whether it bears only on the phrase right behind it, and on no clause.
        said: Whether it is a verb of which that holds only where its subject is not the speaker.
        inverted: Whether it opens a condition only before its subject: "Had they asked".
        of_all: Whether it takes something out of what was said of all: "nobody but him".
    """

    turns: str
    of_phrase: bool = False
    said: bool = False
    inverted: bool = False
    of_all: bool = False


_COLUMNS = {"of_phrase": "phrase", "said": "said", "inverted": "inverted", "of_all": "of_all"}
"""What a frame has, by the columns of its table."""
_TABLES = {"denial": "negators", "condition": "conditions"}
"""The marker tables whose words do what a frame does."""

NOTHING = Frame("nothing")
RELATIVE = Frame("relatives")
"""What a clause does that narrows the noun before it."""


@attrs.frozen
class Mark:
    """A phrase that bears on what stands beside it.

    Attributes:
        start: The first of its words.
        end: The one past the last.
        head: The one that makes it what it is.
        frame: What it does.
    """

    start: int
    end: int
    head: int
    frame: Frame


@attrs.frozen(eq=False)
class Frames:
    """The phrases of a language that bear on what stands beside them.

    Attributes:
        phrases: By first word, each phrase with what it does, the longest first.
        heads: Words of which every phrase has one: only where one stands is it worth looking.
        general: Those of them that only conditions have, which bear from afar.
        subjects: What a clause can begin with: articles, determiners, pronouns.
    """

    lexicon: Lexicon
    phrases: Mapping[str, Sequence[tuple[Phrase, Frame]]]
    heads: frozenset[str]
    general: frozenset[str]
    subjects: frozenset[str]

    def bearing(self, keys: Sequence[str]) -> Iterator[Mark]:
        """Those of the phrases that bear on what stands beside all of some words, which were cut."""
        for mark in self.marks(keys):
            frame = mark.frame
            if frame.turns not in BEARING or frame.of_all:
                continue
            if not frame.inverted or (mark.start == 0 and not self.subjects.isdisjoint(keys[1:2])):
                yield mark

    def marks(self, keys: Sequence[str]) -> Iterator[Mark]:
        """The phrases among some words, contractions in full, in order; none over another."""
        at = 0
        while at < len(keys):
            known = self.phrases.get(keys[at])
            found = known and next(((p, f) for p, f in known if _matches(p, keys[at : at + len(p)])), None)
            if found:
                phrase, frame = found
                if frame is not NOTHING:
                    yield Mark(at, at + len(phrase), at + phrase.index(_head(phrase, self.lexicon)), frame)
                at += len(phrase) - 1
            at += 1


def _matches(phrase: Phrase, keys: Sequence[str]) -> bool:
    return len(keys) == len(phrase) and all(
        word in (key, ANY_WORD) for word, key in zip(phrase, keys, strict=True)
    )


@functools.lru_cache(maxsize=256)
def frames(language: LanguageProfile) -> Frames:
    """The frames and markers of a language, made once for each profile."""
    known = lexicon(language)
    found = _marking(known) | _framing(language)
    by_first: defaultdict[str, list[tuple[Phrase, Frame]]] = defaultdict(list)
    for phrase in sorted(found, key=len, reverse=True):
        by_first[phrase[0]].append((phrase, found[phrase]))
    bearing = [(phrase, frame) for phrase, frame in found.items() if frame is not NOTHING]
    return Frames(
        known,
        by_first,
        heads=frozenset(_head(phrase, known) for phrase, frame in bearing),
        general=frozenset(_head(phrase, known) for phrase, frame in bearing if frame.turns == "conditions"),
        subjects=_subjects(language),
    )


def _marking(known: Lexicon) -> dict[Phrase, Frame]:
    """What the phrases of the marker tables do; only those of some bear on what stands beside them."""
    of_phrase = {tuple(words(word).keys) for word in known.profile.words("negators", phrase=True)}
    return {
        phrase: Frame(table, of_phrase=phrase in of_phrase) if table in BEARING else NOTHING
        for phrase, (table, _) in known.phrases.items()
    }


def _framing(language: LanguageProfile) -> dict[Phrase, Frame]:
    """What the phrases of the table of frames do."""
    found = {}
    for row in language.rows("frames"):
        turns = str(row.values["turns"])
        flags = {name: bool(row.values.get(column)) for name, column in _COLUMNS.items()}
        frame = NOTHING if turns == NOTHING.turns else Frame(_TABLES.get(turns, turns), **flags)
        for word in row.words:
            found[tuple(key for part in word.split() for key in _keys(part))] = frame
    return found


def _subjects(language: LanguageProfile) -> frozenset[str]:
    """What a clause can begin with."""
    classes = ("definite_article", "indefinite_article", "possessive")
    found = language.words("function_words", points=True)
    found |= {str(row.values["subject"]) for row in language.rows("pronouns")}
    return found.union(*(language.words("grammar", **{"class": name}) for name in classes))


def _keys(part: str) -> Sequence[str]:
    return [part] if part == ANY_WORD else words(part).keys


def _head(phrase: Phrase, known: Lexicon) -> str:
    """The word of a phrase that stands in the fewest texts, as far as that can be told."""
    telling = [word for word in phrase if word != ANY_WORD and (word,) not in known.light]
    return (telling or [word for word in phrase if word != ANY_WORD])[0]
