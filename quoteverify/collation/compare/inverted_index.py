"""Which of very many parts have an n-gram: a word, or some words in a row."""

from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator

import numpy as np

COMMON = 40
"""A guard against stock phrases: parts beyond which an n-gram is no sign that two of them are one."""


class InvertedIndex:
    """The parts that have each of many n-grams.

    An n-gram is kept as its hash: twelve bytes for each part that has it, some twenty times less than lists
    in a dictionary take. Two n-grams of one hash make candidates of parts that share neither, at worst.

    Args:
        ngrams: The n-grams of each part, each once.

    >>> index = InvertedIndex([{"ice", "bridge"}, {"bridge"}])
    >>> list(index.postings(["bridge", "ice"], most=1))
    [[], [0]]
    """

    def __init__(self, ngrams: Iterable[Collection[Hashable]]) -> None:
        hashes, owners = array("q"), array("i")
        for owner, those in enumerate(ngrams):
            hashes.extend(map(hash, those))
            owners.extend([owner] * len(those))
        found = np.frombuffer(hashes, dtype=np.int64) if hashes else np.zeros(0, dtype=np.int64)
        order = np.argsort(found, kind="stable")
        self._hashes = found[order]
        self._owners = array("i", np.array(owners, dtype=np.intc)[order].tobytes())

    def postings(self, ngrams: Collection[Hashable], *, most: int = COMMON) -> Iterator[list[int]]:
        """For each of some n-grams the numbers of the parts that have it, in their order.

        Args:
            ngrams: The n-grams, each once.
            most: Of an n-gram that more parts have, none are given.
        """
        asked = np.fromiter(map(hash, ngrams), dtype=np.int64, count=len(ngrams))
        lows = self._hashes.searchsorted(asked).tolist()
        highs = self._hashes.searchsorted(asked, side="right").tolist()
        for low, high in zip(lows, highs, strict=True):
            yield self._owners[low:high].tolist() if high - low <= most else []
