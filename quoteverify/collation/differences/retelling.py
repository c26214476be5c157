"""What reporting regularly changes in somebody's words, put back: “she would” to “I will”.

A report of speech is held against the words that were said as a quotation is, once the changes that every
report makes are seen for what they are. Whatever else differs keeps its name and its severity.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from quoteverify.collation.language.lexicon import Lexicon, lexicon
from quoteverify.collation.language.word_forms import readings, same_lemma
from quoteverify.collation.language.word_weights import word_weights
from quoteverify.models import Difference, DifferenceKind, Operation, Severity, Span, Wording
from quoteverify.text.language import LanguageProfile
from quoteverify.text.layout.page import Page, Replacement
from quoteverify.text.words import Words, words

LESS = 0.9
"""What a word that reporting changes counts beside the same word: where both stand, the same is meant."""
STEP = 0.01
"""What a step over a word costs: of two places, words in a row are likelier."""


class Unit(NamedTuple):
    """A word, or one of the words that a contracted one stands for."""

    key: str
    word: int
    """Which word of the text it is of."""
    whole: bool
    """Whether it is all of it."""


class Pair(NamedTuple):
    """Units of a claim, and those of the source that they report; what reporting changed, or ""."""

    claim: range
    source: range
    changes: str


@attrs.frozen(eq=False)
class Reporting:
    """What a language changes in reporting.

    Attributes:
        told: By the first word of what is told: all of it, what was said, and what that changes.
        put_in: Words that reporting puts in, by where.
        tenses: The endings of a verb whose tense is put back.
        gerunds: Those of a verb that opens what is told: denied *opening* it.
    """

    told: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...], str]]]
    put_in: Mapping[str, str]
    tenses: tuple[str, ...]
    gerunds: tuple[str, ...]


@functools.lru_cache(maxsize=8)
def reporting(profile: LanguageProfile) -> Reporting:
    """What a language changes, made once."""
    told: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    put_in: dict[str, str] = {}
    for row in profile.rows("reporting"):
        place = row.values.get("put_in")
        if place is not None:
            put_in.update(dict.fromkeys(row.words, place))
        for phrase in row.values.get("told", ()):
            keys = tuple(words(phrase).keys)
            for said in row.words:
                told.setdefault(keys[0], []).append((keys, tuple(words(said).keys), row.values["changes"]))
    tenses = tuple(sorted(profile.words("inflections", tense=True)))
    participles = profile.words("grammar", **{"class": "present_participle"})
    return Reporting(told, put_in, tenses, tuple(sorted(form.removeprefix("-") for form in participles)))


def units(given: Words, english: Lexicon) -> list[Unit]:
    """The words of a text, contracted ones in full."""
    found = []
    for n, key in enumerate(given.keys):
        full = readings(key, english)[0]
        found += [Unit(word, n, len(full) == 1) for word in full]
    return found


class Retelling:
    """A claim laid beside a stretch of a source, word by word.

    Args:
        claim: The words of the claim.
        source: Those of the stretch.
        profile: Their language.
        asked: Whether a verb of the claim may stand before its subject in the source.

    Attributes:
        pairs: What of the claim reports what of the source, in order.
        weight: What the words weigh that are so reported.
    """

    def __init__(self, claim: Words, source: Words, profile: LanguageProfile, *, asked: bool = False) -> None:
        self.lexicon = lexicon(profile)
        self.reporting = reporting(profile)
        self.claim, self.source = units(claim, self.lexicon), units(source, self.lexicon)
        self._weights = word_weights([unit.key for unit in self.claim], profile)
        self.claim_words, self.source_words = claim, source
        self.weight, self.pairs = self._best()
        self._asked = asked

    def _steps(self, i: int, j: int) -> Iterator[tuple[int, int, float, str]]:
        """In what ways the claim from one unit on can report the source from one on."""
        key, said = self.claim[i].key, self.source[j].key
        weight = self._weights[i]
        if key == said:
            yield 1, 1, weight, ""
        for told, direct, changes in self.reporting.told.get(key, ()):
            if self._stands(self.claim, i, told) and self._stands(self.source, j, direct):
                yield len(told), len(direct), LESS * sum(self._weights[i : i + len(told)]), changes
        if key != said and self._is_put_back(i, j):
            yield 1, 1, LESS * weight, "tense"

    @staticmethod
    def _stands(given: Sequence[Unit], at: int, keys: tuple[str, ...]) -> bool:
        return tuple(unit.key for unit in given[at : at + len(keys)]) == keys

    def _is_put_back(self, i: int, j: int) -> bool:
        """Whether one form of a verb may stand for another in a report: sails, sailed; had sailed."""
        key, said = self.claim[i].key, self.source[j].key
        if (
            key in self.lexicon.closed
            or said in self.lexicon.closed
            or not same_lemma(key, said, self.lexicon)
        ):
            return False
        irregular = self.lexicon.inflections
        if not i and key.endswith(self.reporting.gerunds):
            return True
        if key.endswith(self.reporting.tenses) or (key in irregular and said in irregular):
            return True
        before = self.claim[i - 1].key if i else ""  # I sail, she sails
        return any(changes == "person" for _, _, changes in self.reporting.told.get(before, ()))

    def _best(self) -> tuple[float, list[Pair]]:
        """The heaviest pairs in the order of both, and what they weigh."""
        m, n = len(self.claim), len(self.source)
        table = [[0.0] * (n + 1) for _ in range(m + 1)]
        for i in range(m - 1, -1, -1):
            here, below = table[i], table[i + 1]
            for j in range(n - 1, -1, -1):
                best = max(below[j], here[j + 1]) - STEP
                for p, q, weight, _ in self._steps(i, j):
                    best = max(best, weight + table[i + p][j + q])
                here[j] = max(0.0, best)
        return table[0][0], list(self._traced(table))

    def _traced(self, table: Sequence[Sequence[float]]) -> Iterator[Pair]:
        i = j = 0
        while i < len(self.claim) and j < len(self.source) and table[i][j] > 0:
            step = max(self._steps(i, j), key=lambda s: s[2] + table[i + s[0]][j + s[1]], default=None)
            skipped = max(table[i + 1][j], table[i][j + 1]) - STEP
            if step is not None and step[2] + table[i + step[0]][j + step[1]] >= skipped:
                yield Pair(range(i, i + step[0]), range(j, j + step[1]), step[3])
                i, j = i + step[0], j + step[1]
            elif table[i + 1][j] >= table[i][j + 1]:
                i += 1
            else:
                j += 1

    def changes(self) -> list[Pair]:
        """What reporting changed, in the order of the claim; what it put in has nothing in the source."""
        paired = {i for pair in self.pairs for i in pair.claim}
        found = [pair for pair in self.pairs if pair.changes]
        found += self._put_in(paired)
        if self._asked:
            found += self._turned(paired)
        return sorted(found, key=lambda pair: (pair.claim.start, pair.claim.stop))

    def _put_in(self, paired: set[int]) -> Iterator[Pair]:
        """The words that reporting puts in, at their places in the source."""
        after = {pair.claim.start: pair for pair in self.pairs}
        at = 0
        for i, unit in enumerate(self.claim):
            at = max([at, *(pair.source.stop for pair in self.pairs if pair.claim.stop <= i)])
            place = self.reporting.put_in.get(unit.key)
            follows = after.get(i + 1)
            fits = {
                None: False,
                "clause": True,
                "question": i == 0,
                "verb": follows is not None and follows.changes != "person",
            }
            if i not in paired and fits[place]:
                yield Pair(range(i, i + 1), range(at, at), place or "")

    def _turned(self, paired: set[int]) -> Iterator[Pair]:
        """The verb of a question, where it stands before its subject in the source: will it, it would."""
        said = {j for pair in self.pairs for j in pair.source}
        for i, unit in enumerate(self.claim):
            if i in paired or unit.key not in self.lexicon.closed:
                continue
            for j in range(len(self.source)):
                later = [pair for pair in self.pairs if pair.source.start > j]
                steps = [step for step in self._steps(i, j) if step[:2] == (1, 1)]
                if j not in said and steps and later and later[0].claim.start < i:
                    before = self._first_alike(later[0], j)
                    yield Pair(range(before, before), range(j, j + 1), "order")
                    yield Pair(range(i, i + 1), range(j, j), "order")
                    return

    def _first_alike(self, pair: Pair, after: int) -> int:
        """Where the words begin in the claim that stand before a pair in both: light ones, as "the"."""
        i, j = pair.claim.start, pair.source.start
        while i and j - 1 > after and self.claim[i - 1].key == self.source[j - 1].key:
            i, j = i - 1, j - 1
        return i


@attrs.frozen(eq=False)
class PutBack:
    """A claim with what reporting changed put back.

    Attributes:
        page: The claim so, with the way back to it as given.
        differences: What was put back, where it stands in the source and in the claim before: words that
            reporting puts in stand nowhere in ``page``.
    """

    page: Page
    differences: tuple[Difference, ...] = ()


def edited(page: Page, told: Retelling, text: str, around: Span) -> PutBack:
    """A claim with every change put back, and what the changes were.

    Args:
        page: The claim.
        told: The claim, laid beside a stretch of a source.
        text: The text of the source.
        around: The stretch.
    """
    edits, differences = [], []
    for group in _by_words(told):
        first = told.claim[group[0].claim.start].word
        last = max(told.claim[max(pair.claim.start, pair.claim.stop - 1)].word for pair in group)
        here = Span(told.claim_words.starts[first], told.claim_words.ends[last])
        put = _said(told, group, first, last)
        if not put:  # with the space after it
            here = Span(here.start, _past_spaces(page.text, here.end))
        edits.append(Replacement(here.start, here.end, put))
        source = _source_span(told, group, around.start)
        differences.append(
            Difference(
                operation=Operation.SUBSTITUTION if len(source) else Operation.INSERTION,
                kind=DifferenceKind.REPORTED,
                severity=Severity.COSMETIC,
                a=source,
                b=here,
                a_text=source.of(text),
                b_text=here.of(page.text),
                rule=f"reporting_changes_{next(pair.changes for pair in group if pair.changes)}",
                passage=0,
            )
        )
    return PutBack(page.edited(edits) if edits else page, tuple(differences))


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _by_words(told: Retelling) -> Iterator[list[Pair]]:
    """The changes, those together that are in one word of the claim."""
    group: list[Pair] = []
    reach = -1
    for pair in told.changes():
        if group and told.claim[pair.claim.start].word > reach:
            yield group
            group = []
        group.append(pair)
        reach = told.claim[max(pair.claim.start, pair.claim.stop - 1)].word
    if group:
        yield group


def _said(told: Retelling, group: Sequence[Pair], first: int, last: int) -> str:
    """What was said where a claim has some of its words, as the source prints it where it is whole words."""
    parts = []
    before = {pair.claim.start: pair for pair in group if not pair.claim}
    pairs = {pair.claim.start: pair for pair in group if pair.claim}
    i = next(n for n, unit in enumerate(told.claim) if unit.word == first)
    while i < len(told.claim) and told.claim[i].word <= last:
        if i in before:
            parts.append(_printed(told.source, told.source_words, before[i].source))
        pair = pairs.get(i)
        if pair is None:
            parts.append(_printed(told.claim, told.claim_words, range(i, i + 1)))
            i += 1
        else:
            parts.append(_printed(told.source, told.source_words, pair.source))
            i = pair.claim.stop
    return " ".join(filter(None, parts))


def _printed(given: Sequence[Unit], printed: Words, some: range) -> str:
    units = [given[n] for n in some]
    if not all(unit.whole for unit in units):
        return " ".join(unit.key for unit in units)
    return " ".join(printed.text[printed.starts[unit.word] : printed.ends[unit.word]] for unit in units)


def _source_span(told: Retelling, group: Sequence[Pair], start: int) -> Span:
    """Where the words stand that were changed; an empty span, at its place, where reporting put words in."""
    given = told.source_words
    at = [told.source[j].word for pair in group for j in pair.source]
    if not at:
        before = group[0].source.start
        place = given.ends[told.source[before - 1].word] if before else 0
        return Span(start + place, start + place)
    return Span(start + given.starts[min(at)], start + given.ends[max(at)])


def with_denial(differences: Sequence[Difference], start: int) -> list[Difference]:
    """The differences of words that are told to be denied: a negation that they lack is in the verb.

    Args:
        differences: Those of the words themselves.
        start: Where the words stand that the verb denies.
    """
    negations = [d for d in differences if d.kind is DifferenceKind.NEGATION]
    others = [d for d in differences if d.kind is not DifferenceKind.NEGATION]
    if len(negations) == 1:
        (carried,) = negations
        spared = attrs.evolve(
            carried, kind=DifferenceKind.REPORTED, severity=Severity.COSMETIC, rule="verb_denies_it"
        )
        return [*others, spared]
    denial = Difference(
        operation=Operation.INSERTION,
        kind=DifferenceKind.NEGATION,
        severity=Severity.SUBSTANTIVE,
        a=Span(start, start),
        b=Span(0, 0),
        a_text="",
        b_text="",
        rule="verb_denies",
        passage=0,
    )
    return [denial, *differences]


def limit_at_start(text: str, language: LanguageProfile) -> Span | None:
    """What opens a clause, at the start of a text, without which the words before it are reported wrongly.

    >>> from quoteverify.text.language import language
    >>> limit_at_start(", as soon as we can", language("en"))
    Span(start=2, end=12)
    """
    rest = words(text)
    if not rest.keys or not set(text[: rest.starts[0]]) <= {" ", ","}:
        return None
    for phrase in language.words("reporting", limits=True):
        keys = words(phrase).keys
        if rest.keys[: len(keys)] == keys:
            return Span(rest.starts[0], rest.ends[len(keys) - 1])
    return None


def wording_of(changes: Iterable[Difference]) -> tuple[Wording, str]:
    """What the differences come to that reporting does not explain, with the rule that says so."""
    changed = [d for d in changes if d.severity is not Severity.COSMETIC]
    if not changed:
        return Wording.VERBATIM, "same_words_as_reported"
    grave = {d.kind for d in changed if d.severity is Severity.SUBSTANTIVE}
    if grave == {DifferenceKind.WORDING}:
        return Wording.PARAPHRASE, "reported_in_other_words"
    return Wording.ALTERED, "a_change_is_not_marked"
