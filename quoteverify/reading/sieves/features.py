"""What holds of a candidate for a quotation, by name: what the ranker weighs.

The features stand by theme; a theme is a function that says which of its features hold. No feature is a word
of the articles that the weights are learned from. Those that are named by a word of the language, such as
``verb_then_that``, have it from a table with a column for each place, ``data/<lang>/ranking_words.toml``.
"""

import functools
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import chain

import attrs

from quoteverify.models import Span
from quoteverify.reading.sieves.candidates import MentionCandidate
from quoteverify.reading.sieves.columns import TableColumn, column
from quoteverify.reading.syntax.cues.report import CueKind
from quoteverify.reading.syntax.mentions import MentionKind
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NAME, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.word_classes import AUXILIARY, CONJUNCTION, PREPOSITION
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS


@attrs.frozen(eq=False)
class RankingWords:
    """What the features call the words of a language, by where they stand."""

    persons: frozenset[str]
    """The pronouns that are told apart."""
    verb: TableColumn
    verb_form: TableColumn
    before_verb: TableColumn
    right_before_verb: TableColumn
    after_verb: TableColumn
    before_mention: TableColumn
    after_mention: TableColumn
    after_report: TableColumn
    before_mark: TableColumn
    between: TableColumn


@functools.lru_cache(maxsize=8)
def _words(profile: LanguageProfile) -> RankingWords:
    columns = [field.name for field in attrs.fields(RankingWords) if field.type is TableColumn]
    return RankingWords(
        persons=frozenset(str(row.values["subject"]) for row in profile.rows("pronouns")),
        **{name: column(profile, "ranking_words", name) for name in columns},
    )


@attrs.frozen(eq=False)
class Bands:
    """Names for how many there are, from each of some numbers on."""

    least: tuple[int, ...]
    names: tuple[str, ...]

    def name(self, count: int) -> str:
        """The band that a number is in.

        >>> Bands((1, 3), ("0", "1_2", "3")).name(2)
        '1_2'
        """
        return self.names[bisect_right(self.least, count)]


# The bounds of the bands, and how far is looked, are part of what the features mean: weights are learned anew
# (tests/bench/train_ranking.py) where one is changed.
_SIZE = Bands((2, 8), ("word", "phrase", "long"))
"""In blanks: how long a quotation is."""
_GAP = Bands((1, 2, 5, 10, 20), ("0", "1", "2_4", "5_9", "10_19", "20"))
"""In tokens: how far a candidate stands from the quotation."""
_HELPERS = 3
"""In tokens: how far before a verb the words that help it stand."""
_MANY = 3
"""Candidates: more are not told apart by how many they are."""
_HIGH = 2
"""Verbs above a quotation: higher ones are not told apart by how high."""

_MARKS = f"{QUOTATION_MARKS}` "


@attrs.define(eq=False)
class Scene:
    """A quotation and everybody who may have spoken it: what the features of each are told from."""

    sentence: Sentence
    at: int
    """The quotation's token."""
    parsed: Parse
    words: RankingWords
    form: str
    """How the quotation looks: whether it is whole sentences, and how long."""
    before: list[MentionCandidate]
    """The candidates whom a verb or phrase before the quotation reports."""
    after: list[MentionCandidate]
    """Those whom one after it reports."""
    plain: list[MentionCandidate]
    """Those before it whom nothing reports."""
    any_cued: bool
    """Whether a verb or phrase reports anybody in the sentence."""
    verbs: frozenset[int | None]
    """Where the verbs of all candidates start, as far as a pipeline knows."""


def scene(
    sentence: Sentence,
    at: int,
    candidates: list[MentionCandidate],
    profile: LanguageProfile,
    parsed: Parse = UNPARSED,
) -> Scene:
    """The scene of the quotation that is a token of a sentence."""
    here = [candidate for candidate in candidates if candidate.first >= 0]
    cued = [candidate for candidate in here if candidate.cue is not None and candidate.kind != CueKind.NOUN]
    verbs = (_parsed_verb(sentence.tokens, candidate, parsed) for candidate in here if parsed.heads)
    return Scene(
        sentence=sentence,
        at=at,
        parsed=parsed,
        words=_words(profile),
        form=_form(sentence, at),
        before=[candidate for candidate in cued if candidate.last < at],
        after=[candidate for candidate in cued if candidate.first > at],
        plain=[candidate for candidate in here if candidate.cue is None and candidate.last < at],
        any_cued=bool(cued),
        verbs=frozenset(verbs),
    )


def _form(sentence: Sentence, at: int) -> str:
    """Whether a quotation is whole sentences or part of one, and how long it is."""
    token = sentence.tokens[at]
    inside = sentence.text[token.start : token.end].strip(_MARKS)
    whole = inside[:1].isupper() and inside[-1:] in ".,!?"
    return f"{'whole' if whole else 'part'}_{_SIZE.name(inside.count(' '))}"


@attrs.define(eq=False)
class Seen:
    """A candidate in its scene."""

    scene: Scene
    candidate: MentionCandidate
    side: str
    """Where it stands: "before" the quotation, "after" it, "across" it, or "earlier" than its sentence."""
    between: list[Token]
    """What stands between the two."""


def features(scene: Scene, candidate: MentionCandidate) -> Iterator[str]:
    """What holds of a candidate."""
    seen = _seen(scene, candidate)
    themes = EVERYWHERE if candidate.first < 0 else IN_THE_SENTENCE
    if scene.parsed is not UNPARSED:
        themes += PARSED_EVERYWHERE if candidate.first < 0 else PARSED_IN_THE_SENTENCE
    return chain.from_iterable([theme(seen) for theme in themes])


def _seen(scene: Scene, candidate: MentionCandidate) -> Seen:
    """A candidate as its themes look at it."""
    tokens, at = scene.sentence.tokens, scene.at
    if candidate.first < 0:
        return Seen(scene, candidate, "earlier", [])
    if candidate.last < at:
        return Seen(scene, candidate, "before", tokens[candidate.last + 1 : at])
    if candidate.first > at:
        return Seen(scene, candidate, "after", tokens[at + 1 : candidate.first])
    return Seen(scene, candidate, "across", [])


Theme = Callable[[Seen], Iterator[str]]
"""Says which features of a theme hold."""


def kind_of_report(seen: Seen) -> Iterator[str]:
    """What reports the speech, on which side of what quotation."""
    kind, side = seen.candidate.kind, seen.side
    yield f"{kind}_{side}"
    yield f"{kind}_{side}_{seen.scene.form}"


def kind_of_mention(seen: Seen) -> Iterator[str]:
    """What names who may have spoken: a name, a pronoun, a role, a body, a thing."""
    mention, kind = seen.candidate.mention, seen.candidate.kind
    grammar = seen.scene.sentence.grammar
    yield f"mention_{mention.kind}"
    yield f"mention_{mention.kind}_{kind}"
    if mention.kind == MentionKind.PRONOUN:
        yield f"pronoun_{mention.head if mention.head in seen.scene.words.persons else 'other'}"
    elif grammar.is_body(mention.head):
        yield "mention_body"
    elif grammar.is_person(mention.head):
        yield "mention_role"
    elif mention.kind == MentionKind.NOMINAL:
        yield f"mention_thing_{kind}"
    if mention.name and " " in mention.name:
        yield "mention_full_name"


def parsed_name(seen: Seen) -> Iterator[str]:
    """What a pipeline has found a name to be."""
    span = seen.candidate.mention.name_span
    person = seen.scene.parsed.named.get(span.start) if span else None
    if person is not None:
        yield "parsed_person" if person else "parsed_no_person"


def parsed_clause(seen: Seen) -> Iterator[str]:
    """Whether a pipeline has the candidate's verb above the quotation, and the candidate for its subject."""
    candidate, parsed, tokens = seen.candidate, seen.scene.parsed, seen.scene.sentence.tokens
    start = _parsed_verb(tokens, candidate, parsed)
    quotation = tokens[seen.scene.at]
    above = parsed.above(parsed.top(Span(quotation.start, quotation.end)))
    if above and start is not None:
        verbs = [verb for verb in above if verb in seen.scene.verbs]
        governs = f"governs_{candidate.kind}_{min(verbs.index(start), _HIGH)}" if start in above else None
        yield f"parsed_{governs or f'apart_{candidate.kind}'}"
    if candidate.cue is not None and start in parsed.subjects:
        own = parsed.subjects[start] == parsed.top(candidate.mention.span)
        yield f"parsed_subject_{candidate.kind}" if own else f"parsed_no_subject_{candidate.kind}"


def _parsed_verb(tokens: list[Token], candidate: MentionCandidate, parsed: Parse) -> int | None:
    """Where the verb of a candidate starts: its cue, or what its mention is the subject of."""
    if candidate.verb >= 0:
        return tokens[candidate.verb].start
    top = parsed.top(candidate.mention.span)
    head = parsed.heads.get(top) if top is not None else None
    return head if head is not None and parsed.subjects.get(head) == top else None


def verb(seen: Seen) -> Iterator[str]:
    """The form of a verb that reports, what helps it, and the word after it."""
    sentence, words, at = seen.scene.sentence, seen.scene.words, seen.candidate.verb
    if at < 0 or seen.candidate.kind not in (CueKind.SAY, CueKind.NAME):
        return
    tokens = sentence.tokens
    lower = tokens[at].lower
    yield f"verb_{words.verb_form.name(lower) or 'bare'}"
    if name := words.verb.name(lower):
        yield f"verb_{name}"
    helpers = [token.lower for token in tokens[max(0, at - _HELPERS) : at]]
    if helpers and (name := words.right_before_verb.name(helpers[-1])):
        yield f"verb_{name}"
    if any(token.classes & AUXILIARY for token in tokens[max(0, at - _HELPERS) : at]):
        yield "verb_helped"
    for name in words.before_verb.names(helpers):
        yield f"verb_{name}"
    if at + 1 < len(tokens) and (name := words.after_verb.name(tokens[at + 1].lower)):
        yield f"verb_then_{name}"


def ownership(seen: Seen) -> Iterator[str]:
    """How a mention belongs to its cue: as owner of a noun, as subject of another verb, at the very start."""
    candidate = seen.candidate
    if candidate.kind == CueKind.NOUN:
        yield "noun_though_before" if seen.scene.before else "noun_alone"
    if not candidate.own:
        yield "shared"
    if candidate.mention.first == 0:
        yield "opens_sentence"


def rank_before(seen: Seen) -> Iterator[str]:
    """Where a candidate stands among those reported before the quotation, and whether within a report."""
    candidate, before = seen.candidate, seen.scene.before
    for i, other in enumerate(before):
        if other is candidate:
            yield f"before_{i}_of_{min(len(before), _MANY)}"
            if i == len(before) - 1:
                yield "last_before"
            if i == 0:
                yield "first_before"
    if candidate.own and any(_leads_to(other, candidate) for other in before):
        yield f"within_report_{candidate.kind}"
        yield f"within_report_{candidate.mention.kind}"


def _leads_to(report: MentionCandidate, candidate: MentionCandidate) -> bool:
    """Whether a candidate may stand within another's report: “Vale said the board had called it ...”."""
    return report.last < candidate.first and report.kind in (CueKind.SAY, CueKind.SOURCE)


def rank_after(seen: Seen) -> Iterator[str]:
    """Where a candidate stands among those reported after the quotation."""
    if seen.side == "after" and seen.candidate.cue is not None and seen.candidate.kind != CueKind.NOUN:
        yield "first_after" if seen.candidate is seen.scene.after[0] else "later_after"
        if seen.scene.before:
            yield "after_though_before"


def rank_without_cue(seen: Seen) -> Iterator[str]:
    """Whether others are reported where a candidate is not, and where it stands among those who are not."""
    candidate, plain = seen.candidate, seen.scene.plain
    if candidate.cue is not None:
        return
    yield "no_cue_though_cues" if seen.scene.any_cued else "no_cue_none"
    if seen.side == "before":
        first, last = candidate is plain[0], candidate is plain[-1]
        yield "first_plain" if first else "last_plain" if last else "mid_plain"


def clause_opening(seen: Seen) -> Iterator[str]:
    """What stands right before a mention, so what clause it opens; and whether a relative clause follows."""
    tokens, mention = seen.scene.sentence.tokens, seen.candidate.mention
    if not mention.first:
        return
    if name := _opening(seen.scene, tokens[mention.first - 1]):
        yield f"after_{name}"
    after = tokens[mention.last + 1].lower if mention.last + 1 < len(tokens) else ""
    if name := seen.scene.words.after_mention.name(after):
        yield f"before_{name}"


def _opening(scene: Scene, token: Token) -> str | None:
    """What a token right before a mention is."""
    if name := scene.words.before_mention.name(token.lower):
        return name
    if token.classes & CONJUNCTION:
        return "subordinator"
    if token.classes & PREPOSITION:
        return "preposition"
    return _KINDS.get(token.kind)


_KINDS = {QUOTE: "mark", PUNCT: "point", WORD: "word", NAME: "word"}


def distance(seen: Seen) -> Iterator[str]:
    """How far a candidate stands from the quotation."""
    near = _GAP.name(len(seen.between))
    yield f"gap_{seen.side}_{near}"
    yield f"gap_{seen.side}_{seen.candidate.kind}_{near}"


def borders(seen: Seen) -> Iterator[str]:
    """What stands right before the mark, and right after the report."""
    if not seen.between or seen.side != "before":
        return
    first, last, words = seen.between[0], seen.between[-1], seen.scene.words
    if name := _BEFORE_A_MARK.get(last.text) or words.before_mark.name(last.lower):
        yield f"{name}_before_mark"
    if name := words.after_report.name(first.lower):
        yield f"{name}_after_cue"


_BEFORE_A_MARK = {":": "colon", ",": "comma"}


def what_stands_between(seen: Seen) -> Iterator[str]:
    """What the words and points between a candidate and the quotation are."""
    between = {token.lower for token in seen.between}
    found = seen.scene.words.between.names(between) | _POINTS.names(between)
    if ":" in between and seen.between[-1].text != ":":
        found.add("semicolon")
    if any(token.kind == QUOTE for token in seen.between):
        found.add("quote")
    for name in found:
        yield f"{name}_between_{seen.side}"


_POINTS = TableColumn({",": "comma", ";": "semicolon"} | dict.fromkeys(DASHES, "dash"))


EVERYWHERE: tuple[Theme, ...] = (kind_of_report, kind_of_mention)
"""The themes of a candidate, wherever it stands."""

IN_THE_SENTENCE: tuple[Theme, ...] = (
    *EVERYWHERE,
    verb,
    ownership,
    rank_before,
    rank_after,
    rank_without_cue,
    clause_opening,
    distance,
    borders,
    what_stands_between,
)
"""The themes of one that stands in the quotation's sentence."""

PARSED_EVERYWHERE: tuple[Theme, ...] = (parsed_name,)
"""What a pipeline shows besides of a candidate, wherever it stands."""

PARSED_IN_THE_SENTENCE: tuple[Theme, ...] = (*PARSED_EVERYWHERE, parsed_clause)
"""What a pipeline shows besides of one that stands in the quotation's sentence."""
