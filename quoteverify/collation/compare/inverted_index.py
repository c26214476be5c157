"""Which of very many pieces have a sign: a word, or some words in a row."""

from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator

import numpy as np


class Holders:
    """The pieces that have each of many signs.

    A sign is kept as its hash: twelve bytes for each piece that has it, some twenty times less than lists in
    a dictionary take. Two signs with one hash make candidates of pieces that share neither, at worst.

    Args:
        signs: The signs of each piece, each once.

    >>> holders = Holders([{"ice", "bridge"}, {"bridge"}])
    >>> list(holders.of(["bridge"], most=40))
    [[0, 1]]
    """

    def __init__(self, signs: Iterable[Collection[Hashable]]) -> None:
        hashes, owners = array("q"), array("i")
        for owner, those in enumerate(signs):
            hashes.extend(map(hash, those))
            owners.extend([owner] * len(those))
        found = np.frombuffer(hashes, dtype=np.int64) if hashes else np.zeros(0, dtype=np.int64)
        order = np.argsort(found, kind="stable")
        self._hashes = found[order]
        self._owners = array("i", np.array(owners, dtype=np.intc)[order].tobytes())

    def of(self, signs: Collection[Hashable], *, most: int) -> Iterator[list[int]]:
        """For each of some signs the first pieces that have it, in their order.

        Args:
            signs: The signs, each once.
            most: How many pieces of each at most: a common sign may stand in nearly all there are.
        """
        asked = np.fromiter(map(hash, signs), dtype=np.int64, count=len(signs))
        lows = self._hashes.searchsorted(asked).tolist()
        highs = self._hashes.searchsorted(asked, side="right").tolist()
        for low, high in zip(lows, highs, strict=True):
            yield self._owners[low : min(high, low + most)].tolist()
