"""Which of very many parts have an n-gram: a word, or some words in a row."""

from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator

import numpy as np


class InvertedIndex:
    """The parts that have each of many n-grams.

    An n-gram is kept as its hash: twelve bytes for each part that has it, some twenty times less than lists
    in a dictionary take. Two n-grams of one hash make candidates of parts that share neither, at worst.

    Args:
        ngrams: The n-grams of each part, each once.

    >>> index = InvertedIndex([{"ice", "bridge"}, {"bridge"}])
    >>> list(index.postings(["bridge"], most=40))
    [[0, 1]]
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

    def postings(self, ngrams: Collection[Hashable], *, most: int) -> Iterator[list[int]]:
        """For each of some n-grams the numbers of the first parts that have it, in their order.

        Args:
            ngrams: The n-grams, each once.
            most: How many parts of each at most: a common n-gram may stand in nearly all there are.
        """
        asked = np.fromiter(map(hash, ngrams), dtype=np.int64, count=len(ngrams))
        lows = self._hashes.searchsorted(asked).tolist()
        highs = self._hashes.searchsorted(asked, side="right").tolist()
        for low, high in zip(lows, highs, strict=True):
            yield self._owners[low : min(high, low + most)].tolist()
