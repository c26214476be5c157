"""Which runs of words two texts share.

Words are matched, not characters. A common start and end are taken off first; what is left is
compared by the shortest edit (RapidFuzz, the product of the lengths), or, where it is long, cut at
runs of words that both have once. Where words are left over on both sides, a run that both have is
a run that was moved.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain, count, pairwise
from operator import itemgetter, ne
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq, Levenshtein

SHINGLE = 3
"""How many words in a row make a run worth following to another place: shorter ones are in common by chance.
With 2, 4 or 5 a handful of 727 alterations are named otherwise (`tests/bench/measure_constants.py`)."""

SHORTEST_MOVED = 2
"""In words, the least that is kept of a run that was followed to another place where longer runs took the
rest."""

_PRODUCT = 250_000
"""Up to this product of lengths the shortest edit is looked for directly, in a millisecond or so: a guard
against long texts, of which it would take minutes."""

_DEEPEST = 6
"""So often is a long stretch between anchors looked through for anchors of its own: a guard against texts
whose anchors never divide them much."""

_REPEATS = 8
"""A run of words that occurs more often than this leads nowhere: it is left to its neighbours. A guard
against texts that repeat themselves, where every place would lead to every other."""


Numbers = npt.NDArray[np.intp]


class Block(NamedTuple):
    """A run of words that both sides have: indices of words, half-open."""

    a_lo: int
    a_hi: int
    b_lo: int
    b_hi: int


def blocks(
    a: Sequence[str],
    b: Sequence[str],
    *,
    a_lo: int = 0,
    a_hi: int | None = None,
    b_lo: int = 0,
    b_hi: int | None = None,
) -> list[Block]:
    """Find the runs of words that two texts share.

    Args:
        a: The keys of the words of one.
        b: The keys of the words of the other.
        a_lo: Where to start in ``a``.
        a_hi: Where to stop in ``a``; at its end if None.
        b_lo: Where to start in ``b``.
        b_hi: Where to stop in ``b``; at its end if None.

    Returns:
        Runs of equal words, in the order of ``b``, no word used twice. They jump back in ``a``
        where a run of words was moved.

    >>> blocks("we will pay in May".split(), "we may pay in May".split())
    [Block(a_lo=0, a_hi=1, b_lo=0, b_hi=1), Block(a_lo=2, a_hi=5, b_lo=2, b_hi=5)]
    >>> [tuple(block) for block in blocks("a b c d e f g h".split(), "e f g h a b c d".split())]
    [(4, 8, 0, 4), (0, 4, 4, 8)]
    """
    a_hi = len(a) if a_hi is None else a_hi
    b_hi = len(b) if b_hi is None else b_hi
    # Of alignments that are equally short one is chosen: the same, whichever text comes first.
    if (b_hi - b_lo, b[b_lo:b_hi]) < (a_hi - a_lo, a[a_lo:a_hi]):
        turned = _shared(b, a, b_lo, b_hi, a_lo, a_hi)
        return sorted([Block(x, x_hi, y, y_hi) for y, y_hi, x, x_hi in turned], key=itemgetter(2))
    return _shared(a, b, a_lo, a_hi, b_lo, b_hi)


def common(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Find the runs of words that two texts share in one order, however many other words that leaves.

    Args:
        a: The keys of the words of one.
        b: The keys of the words of the other.

    Returns:
        The runs of their longest common subsequence; of long texts, what stands between anchors.

    >>> [tuple(block) for block in common("we will pay in May".split(), "in May we may pay".split())]
    [(0, 1, 2, 3), (2, 3, 4, 5)]
    """
    if len(a) * len(b) > _PRODUCT:
        return _monotone(a, b, 0, len(a), 0, len(b))
    edit = LCSseq.opcodes(a, b)
    return [Block(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in edit if op.tag == "equal"]


def _shared(a: Sequence[str], b: Sequence[str], a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> list[Block]:
    found = _monotone(a, b, a_lo, a_hi, b_lo, b_hi)
    n, m = a_hi - a_lo, b_hi - b_lo
    matched = sum([x_hi - x for x, x_hi, _, _ in found])
    left = min(n, m) - matched
    if (len(found) > 1 and not left) or n * m > _PRODUCT:
        whole = _contained(a, b, a_lo, a_hi, b_lo, b_hi)
        if whole:
            return [whole]
    if left >= SHINGLE:
        moved = _moved(a, b, a_lo, a_hi, b_lo, b_hi, matched)
        if moved:
            return moved
    return found


def _contained(
    a: Sequence[str], b: Sequence[str], a_lo: int, a_hi: int, b_lo: int, b_hi: int
) -> Block | None:
    """The block that is all of the shorter side, where it stands in one run in the longer."""
    n, m = a_hi - a_lo, b_hi - b_lo
    if n == m:
        return Block(a_lo, a_hi, b_lo, b_hi) if n and a[a_lo:a_hi] == b[b_lo:b_hi] else None
    if not n or not m:
        return None
    longer, shorter = "\0".join(a[a_lo:a_hi]), "\0".join(b[b_lo:b_hi])
    if n < m:
        longer, shorter = shorter, longer
    place = f"\0{longer}\0".find(f"\0{shorter}\0")
    if place < 0:
        return None
    skipped = longer.count("\0", 0, place)
    if n < m:
        return Block(a_lo, a_hi, b_lo + skipped, b_lo + skipped + n)
    return Block(a_lo + skipped, a_lo + skipped + m, b_lo, b_hi)


def _monotone(
    a: Sequence[str], b: Sequence[str], a_lo: int, a_hi: int, b_lo: int, b_hi: int, depth: int = 0
) -> list[Block]:
    """The runs shared in one order: the shortest edit, or what stands between anchors and at both ends."""
    if (a_hi - a_lo) * (b_hi - b_lo) <= _PRODUCT:
        edit = Levenshtein.opcodes(a[a_lo:a_hi], b[b_lo:b_hi])
        return [
            Block(a_lo + x, a_lo + x + n, b_lo + y, b_lo + y + n)
            for x, y, n in edit.as_matching_blocks()
            if n
        ]
    a_words, b_words = a[a_lo:a_hi], b[b_lo:b_hi]
    start = common_start(a_words, b_words)
    end = common_start(a_words[start:][::-1], b_words[start:][::-1])
    found = [Block(a_lo, a_lo + start, b_lo, b_lo + start)] if start else []
    left = Block(a_lo + start, a_hi - end, b_lo + start, b_hi - end)
    if left.a_lo < left.a_hi and left.b_lo < left.b_hi:
        if (left.a_hi - left.a_lo) * (left.b_hi - left.b_lo) <= _PRODUCT:
            found += _monotone(a, b, left.a_lo, left.a_hi, left.b_lo, left.b_hi)
        elif depth < _DEEPEST:
            found.extend(_anchored(a, b, left, depth))
    if end:
        found.append(Block(a_hi - end, a_hi, b_hi - end, b_hi))
    return found


def common_start(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """How many words, or numbers that stand for words, both start with.

    >>> common_start("we will sail".split(), "we will not".split())
    2
    """
    differs = list(map(ne, a, b))
    return differs.index(True) if True in differs else len(differs)


def _anchored(a: Sequence[str], b: Sequence[str], within: Block, depth: int) -> list[Block]:
    """The runs shared by long stretches: between shingles, or words, that both have once.

    A stretch that has no such anchor, or none after several rounds, is left as changed throughout.
    """
    anchors = _rising(_unique(a, b, within, SHINGLE)) or _rising(_unique(a, b, within, 1))
    if not anchors:
        return []
    found: list[Block] = []
    x, a_hi, y, b_hi = within
    for y_next, x_next in [*anchors, (b_hi, a_hi)]:
        if x_next < x or y_next < y:  # inside the run that the anchor before it grew to
            continue
        found.extend(_monotone(a, b, x, x_next, y, y_next, depth + 1))
        x, y = x_next, y_next
        while x < a_hi and y < b_hi and a[x] == b[y]:
            x, y = x + 1, y + 1
        if x > x_next:
            found.append(Block(x_next, x, y_next, y))
    return found


def _unique(a: Sequence[str], b: Sequence[str], within: Block, size: int) -> list[tuple[int, int]]:
    """Where the shingles stand that both sides have exactly once: the places in ``b`` and ``a``, in order."""
    a_lo, a_hi, b_lo, b_hi = within
    of_a, of_b = _numbered(a[a_lo:a_hi], b[b_lo:b_hi], size)
    length = 1 + max(of_a.max(initial=0), of_b.max(initial=0))
    once = (np.bincount(of_a, minlength=length) == 1) & (np.bincount(of_b, minlength=length) == 1)
    places = np.zeros(length, dtype=np.intp)
    places[of_a] = np.arange(a_lo, a_lo + len(of_a))
    found = once[of_b].nonzero()[0]
    return list(zip((found + b_lo).tolist(), places[of_b[found]].tolist(), strict=True))


def _numbered(a: Sequence[str], b: Sequence[str], size: int) -> tuple[Numbers, Numbers]:
    """The shingles of two texts, each as a number that stands for those words alone.

    In a long text most shingles are new, and a tuple of words for each would keep the garbage collector busy.
    """
    known: defaultdict[str, int] = defaultdict(count().__next__)
    words = np.fromiter(map(known.__getitem__, chain(a, b)), dtype=np.intp, count=len(a) + len(b))
    shingles = words
    for n in range(1, size):
        # Numbered anew each time, so that however many words there are no product is too large.
        shingles = np.unique(shingles[:-1] * len(known) + words[n:], return_inverse=True)[1]
    return shingles[: max(0, len(a) - size + 1)], shingles[len(a) :]


def _rising(anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of anchors, given in the order of ``b``, that are in the order of ``a`` too."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for n, (_, x) in enumerate(anchors):
        place = bisect_left(tails, x) if tails and x <= tails[-1] else len(tails)
        previous.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [x]
        ends[place : place + 1] = [n]
    chain = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chain.append(anchors[n])
        n = previous[n]
    return chain[::-1]


def _moved(
    a: Sequence[str], b: Sequence[str], a_lo: int, a_hi: int, b_lo: int, b_hi: int, matched: int
) -> list[Block] | None:
    """The shared runs where some jump back, longest first; None if keeping the order explains as much."""
    tiles = sorted(_tiles(a, b, a_lo, a_hi, b_lo, b_hi), key=lambda t: t.b_lo - t.b_hi)
    used_a, used_b = bytearray(a_hi - a_lo), bytearray(b_hi - b_lo)
    kept: list[Block] = []
    for tile in tiles:
        x, y, end = tile.a_lo, tile.b_lo, tile.b_hi
        while y < end and (used_a[x - a_lo] or used_b[y - b_lo]):
            x, y = x + 1, y + 1
        stop = y
        while stop < end and not used_a[x + stop - y - a_lo] and not used_b[stop - b_lo]:
            stop += 1
        if stop - y >= SHORTEST_MOVED:
            kept.append(Block(x, x + stop - y, y, stop))
            used_a[x - a_lo : x + stop - y - a_lo] = used_b[y - b_lo : stop - b_lo] = b"\1" * (stop - y)
    kept.sort(key=lambda t: t.b_lo)
    if all(p.a_hi <= q.a_lo for p, q in pairwise(kept)):
        return None
    filled = _fill(a, b, kept, a_lo, a_hi, b_lo, b_hi)
    gained = sum(t.a_hi - t.a_lo for t in filled) - matched
    return filled if gained >= SHINGLE else None


def _tiles(a: Sequence[str], b: Sequence[str], a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> list[Block]:
    """Runs of at least a shingle that both sides have, as long as they go, wherever they stand."""
    first: dict[tuple[str, ...], int] = {}
    again: dict[tuple[str, ...], list[int]] = {}  # where it stands beyond its first place: few do
    for x, shingle in enumerate(zip(*(a[a_lo + n : a_hi] for n in range(SHINGLE)), strict=False), a_lo):
        if first.setdefault(shingle, x) != x:
            again.setdefault(shingle, []).append(x)
    tiles = []
    grown: dict[int, int] = {}  # how far a diagonal has been followed
    for y, shingle in enumerate(zip(*(b[b_lo + n : b_hi] for n in range(SHINGLE)), strict=False), b_lo):
        if shingle not in first:
            continue
        more = again.get(shingle, ())
        for x in (first[shingle], *more) if len(more) < _REPEATS else ():
            if grown.get(x - y, -1) > y:
                continue
            n = SHINGLE
            while x + n < a_hi and y + n < b_hi and a[x + n] == b[y + n]:
                n += 1
            grown[x - y] = y + n
            tiles.append(Block(x, x + n, y, y + n))
    return tiles


def _fill(
    a: Sequence[str], b: Sequence[str], kept: list[Block], a_lo: int, a_hi: int, b_lo: int, b_hi: int
) -> list[Block]:
    """The blocks, and between them the runs shared by stretches that follow one another on both sides."""
    after = _followers(kept, a_hi)
    first = min(t.a_lo for t in kept)
    filled = []
    if kept[0].a_lo == first:
        filled.extend(_monotone(a, b, a_lo, first, b_lo, kept[0].b_lo))
    for n, tile in enumerate(kept):
        filled.append(tile)
        b_next = kept[n + 1].b_lo if n + 1 < len(kept) else b_hi
        filled.extend(_monotone(a, b, tile.a_hi, after[n], tile.b_hi, b_next))
    return _joined(_settled(a, b, filled, a_lo, a_hi, b_lo, b_hi))


class _Taken:
    """Which words of a stretch are in a run."""

    def __init__(self, lo: int, hi: int, runs: Iterable[Block]) -> None:
        self._lo, self._taken = lo, bytearray(hi - lo)
        for run in runs:
            self._taken[run.a_lo - lo : run.a_hi - lo] = b"\1" * (run.a_hi - run.a_lo)

    def is_free(self, word: int) -> bool:
        """Whether a word lies in the stretch and in no run."""
        return 0 <= word - self._lo < len(self._taken) and not self._taken[word - self._lo]

    def take(self, word: int) -> None:
        """Put a word in a run."""
        self._taken[word - self._lo] = 1

    def give_back(self, word: int) -> None:
        """Take a word out of its run."""
        self._taken[word - self._lo] = 0


def _settled(
    a: Sequence[str], b: Sequence[str], runs: list[Block], a_lo: int, a_hi: int, b_lo: int, b_hi: int
) -> list[Block]:
    """The blocks with the words at their seams given to the side that leaves none over.

    A run that was followed as far as it went may have taken, from the run after it, a first word
    that both could have.
    """
    taken = _Taken(a_lo, a_hi, runs)
    settled = list(runs)
    for n in range(len(settled) - 1):
        settled[n], settled[n + 1] = _handed_on(a, b, settled[n], settled[n + 1], taken)
    for n, run in enumerate(settled):
        before = settled[n - 1].b_hi if n else b_lo
        after = settled[n + 1].b_lo if n + 1 < len(settled) else b_hi
        settled[n] = _grown(a, b, run, taken, before, after)
    return settled


def _handed_on(a: Sequence[str], b: Sequence[str], p: Block, q: Block, taken: _Taken) -> tuple[Block, Block]:
    """Two runs that meet in ``b``, with last words of the first given to the second, where it begins so."""
    while (
        p.b_hi == q.b_lo
        and p.a_hi - p.a_lo > 1
        and taken.is_free(q.a_lo - 1)
        and a[q.a_lo - 1] == b[p.b_hi - 1]
    ):
        taken.give_back(p.a_hi - 1)
        taken.take(q.a_lo - 1)
        p = Block(p.a_lo, p.a_hi - 1, p.b_lo, p.b_hi - 1)
        q = Block(q.a_lo - 1, q.a_hi, q.b_lo - 1, q.b_hi)
    return p, q


def _grown(a: Sequence[str], b: Sequence[str], run: Block, taken: _Taken, before: int, after: int) -> Block:
    """A run with the same words beside it that are in no other, between two places of ``b``."""
    while run.b_lo > before and taken.is_free(run.a_lo - 1) and a[run.a_lo - 1] == b[run.b_lo - 1]:
        run = Block(run.a_lo - 1, run.a_hi, run.b_lo - 1, run.b_hi)
        taken.take(run.a_lo)
    while run.b_hi < after and taken.is_free(run.a_hi) and a[run.a_hi] == b[run.b_hi]:
        run = Block(run.a_lo, run.a_hi + 1, run.b_lo, run.b_hi + 1)
        taken.take(run.a_hi - 1)
    return run


def _followers(runs: Sequence[Block], a_hi: int) -> list[int]:
    """For each block, where the next one in ``a`` starts."""
    order = sorted(range(len(runs)), key=lambda n: runs[n].a_lo)
    after = [a_hi] * len(runs)
    for n, m in pairwise(order):
        after[n] = runs[m].a_lo
    return after


def _joined(runs: Iterable[Block]) -> list[Block]:
    """Blocks that meet on both sides, made one."""
    joined: list[Block] = []
    for run in runs:
        if joined and joined[-1].a_hi == run.a_lo and joined[-1].b_hi == run.b_lo:
            joined[-1] = Block(joined[-1].a_lo, run.a_hi, joined[-1].b_lo, run.b_hi)
        else:
            joined.append(run)
    return joined
