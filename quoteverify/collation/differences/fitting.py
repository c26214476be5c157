"""Where runs of shared words best end, where more than one place would do: what is printed decides."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from operator import sub

from quoteverify.collation.differences.blocks import Block
from quoteverify.collation.differences.sides import Side
from quoteverify.collation.differences.typography import ellipses
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import counts, is_part, quantities

# How badly a gap fits where it could stand. Every word and mark that would be printed otherwise there adds 1.
# Only which place fits better matters: with other values in this order, at most 3 of 727 alterations are
# named otherwise (`tests/bench/measure_constants.py`).
AT_AN_EDGE = -1.5
AT_AN_ELLIPSIS = -1.0
BETWEEN_SAME_MARKS = 0.0
BETWEEN_SPACES = 0.5
BETWEEN_OTHER_MARKS = 1.0
AT_A_CLAUSE = -0.25  # at either end of the gap, beside the others

_LONGEST = 8
"""In words: no number or date of news is longer. A guard against texts of nothing but numbers."""

_Range = tuple[int, int]  # of words, half-open


def fit_gaps(runs: Sequence[Block], a: Side, b: Side) -> Sequence[Block]:
    """The runs, with each gap of words on one side only moved to where it fits what is printed.

    Of "in May, and in June" cut to "in June", either "in May, and" or "May, and in" could be gone.
    Best is an edge or an ellipsis, then what leaves the fewest marks and capitals changed.
    """
    moved = [Block(a.lo, a.lo, b.lo, b.lo), *runs, Block(a.hi, a.hi, b.hi, b.hi)]
    for n in range(len(runs) + 1):
        a_first, a_lo, b_first, b_lo = moved[n]
        a_hi, a_last, b_hi, b_last = moved[n + 1]
        if b_lo == b_hi and a_lo < a_hi:
            shift = _best_shift(a, a_first, a_lo, a_hi, a_last, b, b_lo)
        elif a_lo == a_hi and b_lo < b_hi:
            shift = _best_shift(b, b_first, b_lo, b_hi, b_last, a, a_lo)
        else:
            continue
        if shift:
            moved[n] = Block(a_first, a_lo + shift, b_first, b_lo + shift)
            moved[n + 1] = Block(a_hi + shift, a_last, b_hi + shift, b_last)
    return [run for run in moved if run[2] < run[3]]


def keep_numbers_whole(runs: Sequence[Block], a: Side, b: Side, lexicon: Lexicon) -> Sequence[Block]:
    """The runs less words of numbers and dates that differ in others: such are changed as a whole.

    Of "20 October" and "October 20" both words are shared, and one is not another's place.

    Args:
        runs: Runs in the order of both sides.
        a: One side.
        b: The other.
        lexicon: The language of both.
    """
    whole: list[Block] = []
    a_lo, b_lo = a.lo, b.lo
    for a_hi, a_next, b_hi, b_next in (*runs, (a.hi, a.hi, b.hi, b.hi)):
        if (a_lo < a_hi or b_lo < b_hi) and counts(a.keys[a_lo:a_hi] + b.keys[b_lo:b_hi], lexicon):
            gap = Block(a_lo, a_hi, b_lo, b_hi)
            number = _number_about(gap, a, b, lexicon)
            apart = not whole or whole[-1].a_hi <= a_lo or whole[-1].b_hi <= b_lo
            if number and apart:
                whole.append(number)
        a_lo, b_lo = a_next, b_next
    if not whole:
        return runs
    ranges = _Ranges([(number.b_lo, number.b_hi) for number in whole])
    return [part for run in runs for part in _without(run, ranges.over(run, False), False)]


def _number_about(gap: Block, a: Side, b: Side, lexicon: Lexicon) -> Block | None:
    """The longer stretch about a gap that is one number, amount or date on both sides; None if none is."""
    a_lo, b_lo = _first_part(a, gap.a_lo, lexicon), _first_part(b, gap.b_lo, lexicon)
    a_hi, b_hi = _last_part(a, gap.a_hi, lexicon), _last_part(b, gap.b_hi, lexicon)
    while (
        gap.a_hi < a_hi and gap.b_hi < b_hi and a.keys[a_hi - 1] == b.keys[b_hi - 1] in lexicon.numerals.units
    ):
        a_hi, b_hi = a_hi - 1, b_hi - 1  # what both are counted in stays
    about = Block(a_lo, a_hi, b_lo, b_hi)
    if about == gap:
        return None
    same_before = a.keys[a_lo - 1 : a_lo] == b.keys[b_lo - 1 : b_lo] or a_lo == a.lo or b_lo == b.lo
    both = a.dated(a_lo, a_hi, lexicon), b.dated(b_lo, b_hi, lexicon)
    readable = all(0 < len(keys) <= _LONGEST and quantities(tuple(keys), lexicon) for keys in both)
    return about if readable and same_before else None


def _first_part(side: Side, at: int, lexicon: Lexicon) -> int:
    while at > side.lo and is_part(side.dated(at - 1, at, lexicon)[0], lexicon):
        at -= 1
    return at


def _last_part(side: Side, at: int, lexicon: Lexicon) -> int:
    while at < side.hi and is_part(side.dated(at, at + 1, lexicon)[0], lexicon):
        at += 1
    return at


def keep_brackets_whole(runs: Sequence[Block], a: Side, b: Side, lexicon: Lexicon) -> Sequence[Block]:
    """The runs less the function words and titles they share with brackets that hold other words.

    "The deal" and "[the plan]" share a word, but what was put in brackets was put in whole.
    """
    for side, other, of_a in ((b, a, False), (a, b, True)):
        if side.brackets:
            put_in = _brackets_put_in(runs, side, other, of_a, lexicon)
            runs = [part for run in runs for part in _without(run, put_in.over(run, of_a), of_a)]
    return runs


def _brackets_put_in(
    runs: Sequence[Block], side: Side, other: Side, of_a: bool, lexicon: Lexicon
) -> "_Ranges":
    """The words in those brackets of a side of which the other has nothing but function words, in none."""
    brackets = _Ranges([_words_in(side, bracket) for bracket in side.brackets])
    shared: dict[_Range, list[Block]] = defaultdict(list)
    for run in runs:
        for words in brackets.over(run, of_a):
            shared[words].append(_clipped(run, *words, of_a))

    def is_put_in(words: _Range, those: Sequence[Block]) -> bool:
        starts = [run.b_lo if of_a else run.a_lo for run in those]
        return (
            sum(run.a_hi - run.a_lo for run in those) < words[1] - words[0]
            and all(
                (key,) in lexicon.plain or key in lexicon.titles
                for run in those
                for key in _keys_of(run, side, of_a)
            )
            and not any(other.bracket_over(other.starts[start]) for start in starts)
        )

    return _Ranges([words for words, those in sorted(shared.items()) if is_put_in(words, those)])


def _keys_of(run: Block, side: Side, of_a: bool) -> Sequence[str]:
    """The words of a run, which both sides have."""
    return side.keys[run.a_lo : run.a_hi] if of_a else side.keys[run.b_lo : run.b_hi]


def _words_in(side: Side, bracket: _Range) -> _Range:
    """The words that begin in some brackets."""
    return bisect_left(side.starts, bracket[0]), bisect_left(side.starts, bracket[1])


class _Ranges:
    """Ranges of words in order, none over another, of which those over a run are found at once."""

    def __init__(self, ranges: Sequence[_Range]) -> None:
        self._ranges = [(lo, hi) for lo, hi in ranges if lo < hi]
        self._starts, self._ends = [lo for lo, _ in self._ranges], [hi for _, hi in self._ranges]

    def over(self, run: Block, of_a: bool) -> list[_Range]:
        """The ranges of one side that have words of a run."""
        start, end = (run.a_lo, run.a_hi) if of_a else (run.b_lo, run.b_hi)
        return self._ranges[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


def _without(run: Block, ranges: Sequence[_Range], of_a: bool) -> list[Block]:
    """The parts of a run outside some ranges of the words of one side, all of them over the run."""
    start, end = (run.a_lo, run.a_hi) if of_a else (run.b_lo, run.b_hi)
    begins, stops = [start, *(hi for _, hi in ranges)], [*(lo for lo, _ in ranges), end]
    return [
        _clipped(run, first, last, of_a) for first, last in zip(begins, stops, strict=True) if first < last
    ]


def _clipped(run: Block, lo: int, hi: int, of_a: bool) -> Block:
    """The part of a run within some words of one side, of which it has some."""
    start, end = (run.a_lo, run.a_hi) if of_a else (run.b_lo, run.b_hi)
    before, after = max(0, lo - start), max(0, end - hi)
    return Block(run.a_lo + before, run.a_hi - after, run.b_lo + before, run.b_hi - after)


def _best_shift(a: Side, first: int, lo: int, hi: int, last: int, b: Side, place: int) -> int:
    """How far to move the gap ``lo`` to ``hi`` of ``a``, for which ``b`` has nothing at ``place``."""
    keys = a.keys
    left = right = 0
    while lo - left > first and keys[lo - 1 - left] == keys[hi - 1 - left]:
        left += 1
    while hi + right < last and keys[lo + right] == keys[hi + right]:
        right += 1
    if not left and not right:
        return 0
    # Words that the gap moves behind stand where they stood before it, the others where they stood after it.
    places = range(-left, right)
    early = [_unlike_before(a, lo + n, b, place + n) for n in places]
    late = [_unlike_after(a, hi + n, b, place + n) for n in places]
    unlike = accumulate(map(sub, early, late), initial=sum(late))
    misfits = [_misfit(a, lo + n, hi + n, b, place + n) + m for n, m in enumerate(unlike, -left)]
    return min(range(-left, right + 1), key=lambda n: (misfits[left + n], abs(n)))


def _misfit(a: Side, lo: int, hi: int, b: Side, at: int) -> float:
    """How badly a gap fits there, by what stands at its ends."""
    if at == b.lo or at == b.hi:
        return AT_AN_EDGE
    instead = b.text[b.ends[at - 1] : b.starts[at]]
    before = a.text[a.ends[lo - 1] : a.starts[lo]]
    after = a.text[a.ends[hi - 1] : a.starts[hi]]
    if ellipses(instead) > ellipses(before):
        misfit = AT_AN_ELLIPSIS
    elif instead in (before, after):
        misfit = BETWEEN_SAME_MARKS
    else:
        misfit = BETWEEN_OTHER_MARKS if instead.strip() else BETWEEN_SPACES
    # A gap that begins or ends with a clause is likelier than one that straddles two.
    return misfit + AT_A_CLAUSE * ((not after.isspace()) + (not before.isspace()))


def _unlike_before(a: Side, i: int, b: Side, j: int) -> int:
    """How many of two words and what stands before them are not printed alike."""
    return _unlike(a, i, b, j) + (
        a.text[a.ends[i - 1] if i else 0 : a.starts[i]] != b.text[b.ends[j - 1] if j else 0 : b.starts[j]]
    )


def _unlike_after(a: Side, i: int, b: Side, j: int) -> int:
    """How many of two words and what stands behind them are not printed alike."""
    return _unlike(a, i, b, j) + (
        i + 1 < a.hi
        and j + 1 < b.hi
        and a.text[a.ends[i] : a.starts[i + 1]] != b.text[b.ends[j] : b.starts[j + 1]]
    )


def _unlike(a: Side, i: int, b: Side, j: int) -> int:
    return a.text[a.starts[i] : a.ends[i]] != b.text[b.starts[j] : b.ends[j]]
