"""Words put for others: which of them are one word in two forms, and what of a contraction stays."""

from collections.abc import Sequence
from typing import NamedTuple

from quoteverify.collation.differences.changes import Change, Changed, Gap, Piece, Side
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import counts, quantity
from quoteverify.collation.language.word_forms import (
    LONGEST_FORM,
    contracted,
    of_one_class,
    one_word_in_two_forms,
    readings,
    traits,
)

_MOST_PAIRED = 36
"""A gap with a larger product of words is one change: nothing in it is a form of anything."""


def pairs(gap: Gap, lexicon: Lexicon) -> list[tuple[int, int, int, int]]:
    """Which words of a gap are one word in two forms: the cheapest way to pair them all, in order."""
    a, b = gap.a.keys[gap.a_lo : gap.a_hi], gap.b.keys[gap.b_lo : gap.b_hi]
    n, m = len(a), len(b)
    if n == m == 1 or n * m > _MOST_PAIRED:
        return []
    if counts(a, lexicon) and counts(b, lexicon):
        dated = gap.a.dated(gap.a_lo, gap.a_hi, lexicon), gap.b.dated(gap.b_lo, gap.b_hi, lexicon)
        if all(quantity(keys, lexicon) for keys in dated):
            return [(gap.a_lo, gap.b_lo, gap.a_hi, gap.b_hi)]
    forms = _forms(a, b, lexicon)
    # best[i][j]: the cost of the first i and j words, and how the last of them were paired.
    best: list[list[tuple[float, int, int, bool]]] = [[(0.0, 0, 0, False)] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            ways = [(best[i - x][j - y][0] + cost, x, y, True) for x, y, cost in forms.get((i, j), ())]
            if i and j:
                ways.append((best[i - 1][j - 1][0] + 1.0, 1, 1, False))
            if i:
                ways.append((best[i - 1][j][0] + 0.7, 1, 0, False))
            if j:
                ways.append((best[i][j - 1][0] + 0.7, 0, 1, False))
            if ways:
                best[i][j] = min(ways)
    found = []
    i, j = n, m
    while i or j:
        _, x, y, paired = best[i][j]
        if paired:
            found.append((gap.a_lo + i - x, gap.b_lo + j - y, gap.a_lo + i, gap.b_lo + j))
        i, j = i - x, j - y
    return found[::-1]


def _forms(
    a: Sequence[str], b: Sequence[str], lexicon: Lexicon
) -> dict[tuple[int, int], list[tuple[int, int, float]]]:
    """By where they end: how many words of each side are one word in two forms, and the cost of saying so."""
    found: dict[tuple[int, int], list[tuple[int, int, float]]] = {}
    a_traits, b_traits = ([traits(key, lexicon) for key in side] for side in (a, b))
    for i, one in enumerate(a_traits):
        for j, other in enumerate(b_traits):
            if one.isdisjoint(other):
                continue
            if a[i] == b[j]:
                found.setdefault((i + 1, j + 1), []).append((1, 1, 0.0))
            elif of_one_class(a[i], b[j], lexicon):
                found.setdefault((i + 1, j + 1), []).append((1, 1, 0.6))
            # Quantities and contractions can have several words on both sides, other forms one or two.
            if "number" in one and "number" in other:
                most = LONGEST_FORM
            elif contracted(a[i], lexicon) or contracted(b[j], lexicon):
                most = 4
            else:
                most = 2 if a[i][0] == b[j][0] else 1
            for x in range(1, min(most, len(a) - i) + 1):
                for y in range(1, min(most, len(b) - j) + 1):
                    if one_word_in_two_forms(a[i : i + x], b[j : j + y], lexicon):
                        found.setdefault((i + x, j + y), []).append((x, y, 0.3))
    return found


class _Unit(NamedTuple):
    """A word, or one of the words that a contraction stands for, with its place."""

    key: str
    start: int
    end: int


def exchange(gap: Gap, lexicon: Lexicon) -> Piece:
    """Words put for others, less the parts of contractions that stay: in "don't" and "do", only "n't"."""
    a, b = gap.a, gap.b
    a_keys, b_keys = a.keys[gap.a_lo : gap.a_hi], b.keys[gap.b_lo : gap.b_hi]
    a_units, b_units = (
        _units(a, gap.a_lo, b_keys, a_keys, lexicon),
        _units(b, gap.b_lo, a_keys, b_keys, lexicon),
    )
    before = after = 0
    whole = not a_units and not b_units
    if not whole:
        a_units = a_units or [_Unit(key, a.starts[n], a.ends[n]) for n, key in enumerate(a_keys, gap.a_lo)]
        b_units = b_units or [_Unit(key, b.starts[n], b.ends[n]) for n, key in enumerate(b_keys, gap.b_lo)]
        shorter = min(len(a_units), len(b_units))
        while before < shorter and _same(a, a_units[before], b, b_units[before]):
            before += 1
        while after < shorter - before and _same(a, a_units[-1 - after], b, b_units[-1 - after]):
            after += 1
        left = [[u.key for u in units[before : len(units) - after]] for units in (a_units, b_units)]
        whole = left[0] == left[1]  # the same words, contracted or not
    if whole:
        changed = Changed(a, gap.a_lo, gap.a_hi, lexicon), Changed(b, gap.b_lo, gap.b_hi, lexicon)
        spans = a.starts[gap.a_lo], a.ends[gap.a_hi - 1], b.starts[gap.b_lo], b.ends[gap.b_hi - 1]
    else:
        changed = (
            Changed(
                a, gap.a_lo, gap.a_hi, lexicon, units=[u.key for u in a_units], before=before, after=after
            ),
            Changed(
                b, gap.b_lo, gap.b_hi, lexicon, units=[u.key for u in b_units], before=before, after=after
            ),
        )
        spans = *_left_between(a_units, before, after), *_left_between(b_units, before, after)
    bracketed = _bracketed_inside(a, spans[0], spans[1]) != _bracketed_inside(b, spans[2], spans[3])
    return Piece(*spans, Change(lexicon, *changed, mark="bracket" if bracketed else ""))


def _bracketed_inside(side: Side, start: int, end: int) -> bool:
    """Whether letters of a word are in brackets: want[s]."""
    return "[" in side.text[start:end]


def _units(side: Side, lo: int, others: Sequence[str], keys: Sequence[str], lexicon: Lexicon) -> list[_Unit]:
    """The words that words stand for, each with its place; none if there is no contraction among them."""
    for key in keys:
        if contracted(key, lexicon):
            break
    else:
        return []
    units = []
    found = False
    for n, key in enumerate(keys, lo):
        start, end = side.starts[n], side.ends[n]
        full = readings(key, lexicon)
        if full[0] != (key,):
            reading = next((r for r in full if r[-1] in others), full[0])
            divide = _divide(side.text[start:end], key, reading, lexicon)
            if len(reading) == 2 and 0 < divide < end - start:
                found = True
                units += [_Unit(reading[0], start, start + divide), _Unit(reading[1], start + divide, end)]
                continue
        units.append(_Unit(key, start, end))
    return units if found else []


def _divide(word: str, key: str, reading: Sequence[str], lexicon: Lexicon) -> int:
    """After how many letters the second word of a contraction begins: ca|n't, wo|n't; 0 if nowhere."""
    if word.lower().startswith(reading[0]):
        return len(reading[0])
    for ending, words in lexicon.contracted_endings.items():
        if key.endswith(ending) and reading[-1] in words:
            return len(word) - len(ending)
    return 0


def _same(a: Side, x: _Unit, b: Side, y: _Unit) -> bool:
    return x.key == y.key and a.text[x.start : x.end] == b.text[y.start : y.end]


def _left_between(units: Sequence[_Unit], before: int, after: int) -> tuple[int, int]:
    """From the end of the units that stay before to the start of those that stay after."""
    start = units[before - 1].end if before else units[0].start
    end = units[len(units) - after].start if after else units[-1].end
    return start, max(start, end)
