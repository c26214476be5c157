"""Words put for others: which of them are one word in two forms, and what of a contraction stays."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Disclosure, Edit
from quoteverify.collation.differences.sides import Gap, Side
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import counts, quantities
from quoteverify.collation.language.slips import mistyped, without_apostrophes
from quoteverify.collation.language.word_forms import (
    LONGEST_FORM,
    contracted,
    has_contraction,
    of_one_class,
    one_word_in_two_forms,
    readings,
    same_spelling,
    traits,
)

MOST_PAIRED = 36
"""A gap with a larger product of words is one change, for nothing in it is a form of anything: a guard
against long gaps. Between 16 and 100 no alteration is named otherwise
(`tests/bench/measure_constants.py`)."""

# What it costs to say that two words answer to one another. Only which way is cheaper matters: a form of a
# word is paired rather than a word of its class, that rather than any other, and a pair rather than two words
# that answer to none. With other values in this order, at most 2 of 727 alterations are named otherwise
# (`tests/bench/measure_constants.py`).
SAME_WORD = 0.0
SAME_FORM = 0.3
SAME_CLASS = 0.6
OTHER_WORD = 1.0
NO_WORD = 0.7  # each

LONGEST_CONTRACTED = 4
"""In words, the longest phrase that is looked at as what a contraction stands for, and a word more than any
row has: "do not know" of "dunno"."""

Run = tuple[int, int, int, int]
"""Words of each side that are one word in two forms: where they start in ``a`` and ``b``, where they end."""


def pairs(gap: Gap, lexicon: Lexicon) -> list[Run]:
    """Which words of a gap are one word in two forms: the cheapest way to pair them all, in order."""
    a, b = gap.a.keys[gap.a_lo : gap.a_hi], gap.b.keys[gap.b_lo : gap.b_hi]
    if len(a) == len(b) == 1 or len(a) * len(b) > MOST_PAIRED:
        return []
    if counts(a, lexicon) and counts(b, lexicon) and _both_quantities(gap, lexicon):
        return [(gap.a_lo, gap.b_lo, gap.a_hi, gap.b_hi)]
    found = _cheapest(len(a), len(b), _forms(a, b, lexicon))
    return [(gap.a_lo + i, gap.b_lo + j, gap.a_lo + k, gap.b_lo + m) for i, j, k, m in found]


def _both_quantities(gap: Gap, lexicon: Lexicon) -> bool:
    dated = gap.a.dated(gap.a_lo, gap.a_hi, lexicon), gap.b.dated(gap.b_lo, gap.b_hi, lexicon)
    return all(quantities(tuple(keys), lexicon) for keys in dated)


class _Way(NamedTuple):
    """How the last words of two runs are taken together: at what cost, and how many of each side."""

    cost: float
    a: int
    b: int
    paired: bool


Forms = Mapping[tuple[int, int], Sequence[_Way]]


def _cheapest(n: int, m: int, forms: Forms) -> list[Run]:
    """The pairs of the cheapest way to take ``n`` and ``m`` words together, given which are forms of one."""
    best: list[list[_Way]] = [[_Way(0.0, 0, 0, False)] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            ways = [
                _Way(best[i - x][j - y].cost + cost, x, y, paired)
                for cost, x, y, paired in forms.get((i, j), ())
            ]
            if i and j:
                ways.append(_Way(best[i - 1][j - 1].cost + OTHER_WORD, 1, 1, False))
            if i:
                ways.append(_Way(best[i - 1][j].cost + NO_WORD, 1, 0, False))
            if j:
                ways.append(_Way(best[i][j - 1].cost + NO_WORD, 0, 1, False))
            if ways:
                best[i][j] = min(ways)
    return _followed_back(best)


def _followed_back(best: Sequence[Sequence[_Way]]) -> list[Run]:
    """The pairs on the way that ends with the last words of both sides, in order."""
    found = []
    i, j = len(best) - 1, len(best[0]) - 1
    while i or j:
        way = best[i][j]
        if way.paired:
            found.append((i - way.a, j - way.b, i, j))
        i, j = i - way.a, j - way.b
    return found[::-1]


def _forms(a: Sequence[str], b: Sequence[str], lexicon: Lexicon) -> Forms:
    """By where they end: which words of both sides are one word in two forms, and the cost of saying so."""
    found: defaultdict[tuple[int, int], list[_Way]] = defaultdict(list)
    a_traits, b_traits = ([traits(key, lexicon) for key in side] for side in (a, b))
    for i, one in enumerate(a_traits):
        for j, other in enumerate(b_traits):
            if one.isdisjoint(other):
                continue
            if a[i] == b[j]:
                found[i + 1, j + 1].append(_Way(SAME_WORD, 1, 1, True))
            elif of_one_class(a[i], b[j], lexicon):
                found[i + 1, j + 1].append(_Way(SAME_CLASS, 1, 1, True))
            most = LONGEST_FORM if "number" in one and "number" in other else _longest(a[i], b[j], lexicon)
            for x in range(1, min(most, len(a) - i) + 1):
                for y in range(1, min(most, len(b) - j) + 1):
                    if one_word_in_two_forms(a[i : i + x], b[j : j + y], lexicon):
                        found[i + x, j + y].append(_Way(SAME_FORM, x, y, True))
    return found


def _longest(a: str, b: str, lexicon: Lexicon) -> int:
    """In how many words a form of one can begin with these two, which are no numbers."""
    if contracted(a, lexicon) or contracted(b, lexicon):
        return LONGEST_CONTRACTED
    return 2 if a[0] == b[0] else 1  # "any one" and "anyone"


# Substitutions.


def substitution(gap: Gap, lexicon: Lexicon) -> Edit:
    """Words put for others, less the parts of contractions that stay: in "don't" and "do", only "n't"."""
    a, b = gap.a, gap.b
    a_units, b_units = _units_of_both(gap, lexicon)
    before, after = _kept(a, a_units, b, b_units)
    if [unit.key for unit in _changed(a_units, before, after)] == [
        unit.key for unit in _changed(b_units, before, after)
    ]:
        # There are no contractions, or the words are the same, contracted or not.
        changed = ChangedWords(a, gap.a_lo, gap.a_hi, lexicon), ChangedWords(b, gap.b_lo, gap.b_hi, lexicon)
        spans = a.starts[gap.a_lo], a.ends[gap.a_hi - 1], b.starts[gap.b_lo], b.ends[gap.b_hi - 1]
    else:
        a_keys, b_keys = [unit.key for unit in a_units], [unit.key for unit in b_units]
        changed = (
            ChangedWords(a, gap.a_lo, gap.a_hi, lexicon, units=a_keys, before=before, after=after),
            ChangedWords(b, gap.b_lo, gap.b_hi, lexicon, units=b_keys, before=before, after=after),
        )
        spans = *_left_between(a_units, before, after), *_left_between(b_units, before, after)
    bracketed = _has_bracket(a, *spans[:2]) != _has_bracket(b, *spans[2:])
    disclosure = Disclosure.BRACKET if bracketed else Disclosure.NONE
    return Edit(*spans, Change(lexicon, *changed, disclosure=disclosure))


def _is_one_word(gap: Gap, lexicon: Lexicon) -> bool:
    """Whether the sides are one word, and an apostrophe, a slip or the spelling is all that they differ in.

    Such are "its" and "it's", "cannot" and "cannnot", "return'd" and "returned", "don t" and "don't".
    """
    a, b = gap.a.keys[gap.a_lo : gap.a_hi], gap.b.keys[gap.b_lo : gap.b_hi]
    if len(a) == len(b) == 1 and (
        without_apostrophes(a[0]) == without_apostrophes(b[0]) or mistyped(a[0], b[0], lexicon)
    ):
        return True
    return min(len(a), len(b)) == 1 and same_spelling(a, b, lexicon)


def _has_bracket(side: Side, start: int, end: int) -> bool:
    """Whether letters of a word are in brackets: want[s]."""
    return "[" in side.text[start:end]


class _Unit(NamedTuple):
    """A word, or one of the words that a contraction stands for, with its place."""

    key: str
    start: int
    end: int


Units = Sequence[_Unit]


def _units_of_both(gap: Gap, lexicon: Lexicon) -> tuple[Units, Units]:
    """The words that the words of a gap stand for; none if there is no contraction among them that counts."""
    a_keys, b_keys = gap.a.keys[gap.a_lo : gap.a_hi], gap.b.keys[gap.b_lo : gap.b_hi]
    contracted_there = has_contraction(a_keys, lexicon) or has_contraction(b_keys, lexicon)
    if not contracted_there or _is_one_word(gap, lexicon):
        return (), ()
    a_units = _units(gap.a, gap.a_lo, a_keys, b_keys, lexicon)
    b_units = _units(gap.b, gap.b_lo, b_keys, a_keys, lexicon)
    if len(a_units) == len(a_keys) and len(b_units) == len(b_keys):
        return (), ()
    return a_units, b_units


def _units(side: Side, lo: int, keys: Sequence[str], others: Sequence[str], lexicon: Lexicon) -> Units:
    """The words that those from ``lo`` on stand for, each with its place; the other side has ``others``."""
    units: list[_Unit] = []
    for n, key in enumerate(keys, lo):
        start, end = side.starts[n], side.ends[n]
        if contracted(key, lexicon):
            units += _divided(key, start, end, side.text[start:end], others, lexicon)
        else:
            units.append(_Unit(key, start, end))
    return units


def _divided(key: str, start: int, end: int, word: str, others: Sequence[str], lexicon: Lexicon) -> Units:
    """The two words of a contraction, each with its letters; the word as it is if it has no two."""
    full = readings(key, lexicon)
    reading = next((reading for reading in full if reading[-1] in others), full[0])
    if full[0] != (key,) and len(reading) == 2:
        divide = start + _letters_of_first(key, word, reading, lexicon)
        if start < divide < end:
            return _Unit(reading[0], start, divide), _Unit(reading[1], divide, end)
    return (_Unit(key, start, end),)


def _letters_of_first(key: str, word: str, reading: Sequence[str], lexicon: Lexicon) -> int:
    """How many letters of a contraction are its first word's: ca|n't, wo|n't; 0 if that cannot be told."""
    if word.lower().startswith(reading[0]):
        return len(reading[0])
    for ending, words in lexicon.contracted_endings.items():
        if key.endswith(ending) and reading[-1] in words:
            return len(word) - len(ending)
    return 0


def _kept(a: Side, a_units: Units, b: Side, b_units: Units) -> tuple[int, int]:
    """How many units at the start and at the end are the same on both sides, printed alike."""

    def is_same(x: _Unit, y: _Unit) -> bool:
        return x.key == y.key and a.text[x.start : x.end] == b.text[y.start : y.end]

    shorter = min(len(a_units), len(b_units))
    before = after = 0
    while before < shorter and is_same(a_units[before], b_units[before]):
        before += 1
    while after < shorter - before and is_same(a_units[-1 - after], b_units[-1 - after]):
        after += 1
    return before, after


def _changed(units: Units, before: int, after: int) -> Units:
    return units[before : len(units) - after]


def _left_between(units: Units, before: int, after: int) -> tuple[int, int]:
    """From the end of the units that stay before to the start of those that stay after."""
    start = units[before - 1].end if before else units[0].start
    end = units[len(units) - after].start if after else units[-1].end
    return start, max(start, end)
