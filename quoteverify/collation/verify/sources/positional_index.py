"""Where the words of very many texts stand, and which runs of them a claim has too.

Every word of every source is one small integer in one long array, and its number there is its position;
what is looked up are pairs of neighbouring words, kept sorted. Memory and the cost of making an index are
linear in the sources (but for the sort), and a look-up costs what the claim is long.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from math import fsum
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int32]

# Guards against words that very many sources have: two words in a row that stand at more positions than
# these, for one such pair and for all of a claim's together, say nothing of where it is from.
MOST_POSITIONS = 64
MOST_POSITIONS_TOGETHER = 200_000
FEW_POSITIONS = 16  # of those that tell whether a claim stands in other words elsewhere
FEWEST_POSITIONS = 4  # that a pair may stand at, however long the claim
# A guard against a claim of stock phrases: so many positions of a pair are tried for all of the claim.
MOST_TRIED = 4096
# A word that stands at no more positions suggests them by itself. Set on known alterations of news quotes;
# measured by tests/bench/measure_collation.py.
RARE = 4
BETWEEN = 0
"""The number that stands between two texts, and is no word's."""

_Hit = tuple[int, int, int]
"""A word of a claim, or two in a row, that the sources have: its place, twice the number of the (first) word
in the claim and one more for two in a row, and from which to which of the sorted positions it stands."""


def packed(numbers: npt.NDArray[Any]) -> "array[int]":
    """Numbers as an array that gives plain integers one at a time, which NumPy does slowly."""
    return array("i", numbers.astype(np.intc).tobytes())


def most_positions(length: int) -> int:
    """At how many positions two neighbouring words of a claim of so many still tell where it is from."""
    return max(FEWEST_POSITIONS, min(MOST_POSITIONS, MOST_POSITIONS_TOGETHER // length))


class SharedRun(NamedTuple):
    """Words that a source and a claim have in common without a gap.

    Attributes:
        source: The position of the first of them, over all sources.
        claim: Which word of the claim the first of them is.
        length: How many they are.
    """

    source: int
    claim: int
    length: int

    @property
    def source_end(self) -> int:
        """The position past the run's last word."""
        return self.source + self.length

    @property
    def claim_end(self) -> int:
        """The word of the claim past the run's last."""
        return self.claim + self.length


class PositionalIndex:
    """Where words stand that are given as their numbers, one text after the other.

    Args:
        ids: The number of each word, `BETWEEN` where a text ends.
        known: The greatest of them.
        common: Words, and two in a row, that stand in too many places elsewhere to say where a claim is from.

    Attributes:
        ids: The numbers as given, by position.
    """

    def __init__(self, ids: Integers, *, known: int, common: Iterable[Sequence[int]] = ()) -> None:
        self.ids = packed(ids)
        # Above the words' own: the number of a word that stands nowhere, and what makes a key of one alone.
        self._unknown, self._single, self._base = known + 1, known + 2, known + 3
        self._lay_out(ids.astype(np.int64))
        self._common = {self._key(some) for some in common}

    def _key(self, ids: Sequence[int]) -> int:
        """What a word, or two in a row, are looked up by."""
        return ids[0] * self._base + (ids[1] if len(ids) > 1 else self._single)

    def _lay_out(self, ids: npt.NDArray[np.int64]) -> None:
        """Sort the positions of all pairs of neighbouring words, and of the words that are rare."""
        base, single = self._base, self._single
        counts = np.bincount(ids, minlength=base)
        self._counts = packed(counts)
        last = np.zeros(base, dtype=np.int64)
        last[ids] = np.arange(len(ids))
        self._last = packed(last)
        rare = np.flatnonzero((counts <= RARE)[ids] & (ids != BETWEEN))
        keys = np.concatenate((ids[:-1] * base + ids[1:], ids[rare] * base + single))
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        heads = np.flatnonzero(np.diff(keys, prepend=-1))
        # The last key is above all others, so that every look-up finds one. They are kept as an array, where
        # one is soonest found; NumPy, on the same memory, finds many together.
        self._one_key = array("q", np.append(keys[heads], np.iinfo(np.int64).max).tobytes())
        self._many_keys = np.frombuffer(self._one_key, dtype=np.int64)
        self._heads = np.append(heads, (len(keys), len(keys)))
        self._positions = packed(np.concatenate((np.arange(len(ids) - 1), rare))[order])

    def stand_once(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        """Those of a claim's words that stand once in all sources: which they are, and their positions."""
        counts, last = self._counts, self._last
        found = [(i, last[word]) for i, word in enumerate(ids) if counts[word] == 1]
        if self._common:  # where these are chosen from more, a common word stands elsewhere too
            found = [(i, position) for i, position in found if not self._is_common(ids[i : i + 1])]
        return found

    def _is_common(self, ids: Sequence[int]) -> bool:
        return self._key(ids) in self._common

    def may_be_shared(self, ids: Sequence[int], i: int) -> bool:
        """Whether a word of a claim may be of a run: it is rare, or stands somewhere beside its neighbour.

        Args:
            ids: The numbers of the claim's words.
            i: Which of them.
        """
        count = self._counts[ids[i]]
        if count <= RARE:
            return count > 0
        return (i > 0 and self._pair(ids[i - 1], ids[i]) >= 0) or (
            i + 1 < len(ids) and self._pair(ids[i], ids[i + 1]) >= 0
        )

    def _pair(self, first: int, second: int) -> int:
        """Which of the looked-up keys is that of two neighbouring words; -1 if they stand nowhere so."""
        key = first * self._base + second
        at = bisect_left(self._one_key, key)
        return at if self._one_key[at] == key else -1

    def whole(self, ids: Sequence[int]) -> list[SharedRun]:
        """The first places where all of a claim stands in one run: at those of one of its rare pairs.

        Args:
            ids: The numbers of the claim's words.
        """
        if len(ids) < 2:
            return [SharedRun(position, 0, 1) for word in ids for position in self._first_positions(word)]
        counts = [self._counts[word] for word in ids]
        rarest = min(counts)
        if not rarest:
            return []
        i = counts.index(rarest)
        if i + 1 == len(ids) or (i and counts[i - 1] < counts[i + 1]):
            i -= 1
        at = self._pair(ids[i], ids[i + 1])
        if at < 0:
            return []
        low, high = self._heads[at], self._heads[at + 1]
        wanted, length = array("i", ids), len(ids)
        tried = self._positions[low : min(high, low + MOST_TRIED)]
        starts = (position - i for position in tried if position >= i)
        found = (start for start in starts if self.ids[start : start + length] == wanted)
        return [SharedRun(start, 0, length) for start in islice(found, MOST_POSITIONS)]

    def _first_positions(self, word: int) -> list[int]:
        """The first positions of a word: one by itself has no pair to be found by."""
        positions: list[int] = []
        start = 0
        while len(positions) < MOST_POSITIONS and word != self._unknown:
            try:
                start = self.ids.index(word, start) + 1
            except ValueError:
                break
            positions.append(start - 1)
        return positions

    def runs(self, ids: Sequence[int]) -> list[SharedRun]:
        """Where words of a claim stand in the sources, one after the other as they do in the claim.

        A run is found by two neighbouring words or by one that is rare. Pairs that stand in a great many
        places are passed over where a claim has others.

        Args:
            ids: The numbers of the claim's words.
        """
        if len(ids) < 2:
            return self.whole(ids)
        return self._joined(self._telling(self._hits(ids), ids))

    def runs_again(self, ids: Sequence[int], weights: Sequence[float], least: float) -> list[SharedRun]:
        """The same of words and pairs that stand more than once; none where those of a claim tell too little.

        Of a claim that is found, this says at the cost of a look-up that it stands nowhere else.

        Args:
            ids: The numbers of the claim's words.
            weights: What each of them tells.
            least: What those that stand again must tell together.
        """
        counts = self._counts
        if len(ids) < 2 or fsum([weights[n] for n, word in enumerate(ids) if counts[word] > 1]) < least:
            return []
        again = [hit for hit in self._hits(ids) if hit[2] - hit[1] > 1]
        standing = {n for place, _, _ in again for n in (place >> 1, (place + 1) >> 1)}
        if fsum([weights[n] for n in standing]) < least:
            return []
        few = [hit for hit in again if hit[2] - hit[1] <= FEW_POSITIONS]
        return self._joined(few or self._telling(again, ids))

    def _hits(self, ids: Sequence[int]) -> list[_Hit]:
        """Those of a claim's words and pairs of neighbours that are looked up and found."""
        # At even places each word by itself, at odd ones with the next.
        numbers = np.array(ids)
        first = numbers * self._base
        asked = np.empty(2 * len(ids) - 1, dtype=np.int64)
        asked[::2] = first + self._single
        asked[1::2] = first[:-1] + numbers[1:]
        at = self._many_keys.searchsorted(asked)
        hits = (self._many_keys[at] == asked).nonzero()[0]
        at = at[hits]
        lows, highs = self._heads[at].tolist(), self._heads[at + 1].tolist()
        return [*zip(hits.tolist(), lows, highs, strict=True)]

    def _telling(self, hits: list[_Hit], ids: Sequence[int]) -> list[_Hit]:
        """Those that stand at few positions; the first positions of all, where no pair stands at few."""
        most = most_positions(len(ids))
        telling = [hit for hit in hits if hit[2] - hit[1] <= most]
        if self._common:
            common = {
                place
                for place, _, _ in hits
                if self._is_common(ids[place >> 1 : (place >> 1) + 1 + (place & 1)])
            }
            telling = [hit for hit in telling if hit[0] not in common]
            # A common word is not looked up by itself in any case.
            hits = [hit for hit in hits if hit[0] & 1 or hit[0] not in common]
        if any(place & 1 for place, _, _ in telling):
            return telling
        return [(place, low, min(high, low + most)) for place, low, high in hits]

    def _joined(self, hits: list[_Hit]) -> list[SharedRun]:
        """The runs of which what was found is made up."""
        positions = self._positions
        runs: list[SharedRun] = []
        # A diagonal, of texts laid out in rows and columns, is where a claim's first word would stand.
        heads: dict[int, int] = {}  # by diagonal, where in the claim its last run starts
        tails: dict[int, int] = {}  # and where it ends
        for place, low, high in hits:
            i = place >> 1
            end = i + 1 + (place & 1)
            for position in positions[low:high]:
                diagonal = position - i
                tail = tails.get(diagonal)
                if tail is None:
                    heads[diagonal] = i
                    tails[diagonal] = end
                elif tail < i:
                    head = heads[diagonal]
                    runs.append(SharedRun(diagonal + head, head, tail - head))
                    heads[diagonal] = i
                    tails[diagonal] = end
                elif tail < end:
                    tails[diagonal] = end
        for diagonal, head in heads.items():
            runs.append(SharedRun(diagonal + head, head, tails[diagonal] - head))
        return runs
