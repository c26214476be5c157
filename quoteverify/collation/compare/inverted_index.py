"""Which of very many parts have an n-gram: a word, or some words in a row."""

from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator

import numpy as np

COMMON = 40
"""A guard against stock phrases: parts beyond which an n-gram is no sign that two of them are one."""

AT_ONCE = 20_000
"""A guard of memory: parts whose pairs are counted at once."""

SPARSE = 8
"""Bits for each n-gram, at least, of which one is set: of others, one in eight at most looks like one."""


class InvertedIndex:
    """The parts that have each of many n-grams.

    An n-gram is kept as its hash: twelve bytes for each part that has it, some twenty times less than lists
    in a dictionary take. Two n-grams of one hash make candidates of parts that share neither, at worst.

    Args:
        ngrams: The n-grams of each part, each once.

    >>> index = InvertedIndex([{"ice", "bridge"}, {"bridge"}])
    >>> list(index.postings(["bridge", "ice"], most=1))
    [(1, [0])]
    """

    def __init__(self, ngrams: Iterable[Collection[Hashable]]) -> None:
        hashes, owners = array("q"), array("i")
        for owner, those in enumerate(ngrams):
            hashes.extend(map(hash, those))
            owners.extend([owner] * len(those))
        found = np.frombuffer(hashes, dtype=np.int64) if hashes else np.zeros(0, dtype=np.int64)
        order = np.argsort(found, kind="stable")
        self._hashes = found[order]
        # Most of what is asked is not there: one look at these bits tells that faster than a search.
        self._mask = (SPARSE << max(len(found), 1).bit_length()) - 1
        self._bits = np.zeros(self._mask + 1, dtype=np.bool_)
        self._bits[found & self._mask] = True
        self._owners = array("i", np.array(owners, dtype=np.intc)[order].tobytes())

    def postings(self, ngrams: Iterable[Hashable], *, most: int = COMMON) -> Iterator[tuple[int, list[int]]]:
        """Which parts have which of some n-grams: the number of an n-gram, and the parts in their order.

        Args:
            ngrams: The n-grams.
            most: An n-gram that more parts have is left out, as is one that none has.
        """
        asked = np.fromiter(map(hash, ngrams), dtype=np.int64)
        (likely,) = np.nonzero(self._bits[asked & self._mask])
        if not len(likely):
            return
        lows = self._hashes.searchsorted(asked[likely])
        highs = self._hashes.searchsorted(asked[likely], side="right")
        some = (highs > lows) & (highs - lows <= most)
        for n, low, high in zip(
            likely[some].tolist(), lows[some].tolist(), highs[some].tolist(), strict=True
        ):
            yield n, self._owners[low:high].tolist()

    def pairs(self, fewest: int, *, most: int = COMMON) -> Iterator[tuple[int, int]]:
        """The pairs of parts that share at least so many n-grams, in order, the first part of each first.

        Args:
            fewest: So many.
            most: N-grams that more parts have do not count.

        >>> list(InvertedIndex([{"ice", "bridge"}, {"snow"}, {"bridge", "ice"}]).pairs(2))
        [(0, 2)]
        """
        owners = np.frombuffer(self._owners, dtype=np.intc).astype(np.int64)
        (bounds,) = np.nonzero(np.diff(self._hashes, prepend=~self._hashes[:1], append=~self._hashes[-1:]))
        sizes = np.diff(bounds)
        ends = np.repeat(bounds[1:], sizes)
        (shared,) = np.nonzero(np.repeat((sizes > 1) & (sizes <= most), sizes))
        count = int(owners.max(initial=0)) + 1
        for low in range(0, count, AT_ONCE):
            here = shared[(owners[shared] >= low) & (owners[shared] < low + AT_ONCE)]
            found = [np.zeros(0, dtype=np.int64)]
            for apart in range(1, most):
                here = here[here + apart < ends[here]]
                found.append(owners[here] * count + owners[here + apart])
            both, together = np.unique(np.concatenate(found), return_counts=True)
            enough = both[together >= fewest]
            yield from zip((enough // count).tolist(), (enough % count).tolist(), strict=True)
