"""Which documents print one text, as outlets do that take it from an agency: they are one witness."""

import functools
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain

import numpy as np
import numpy.typing as npt

from quoteverify.collation.compare.quote_parts import Unquoted

WIDTH = 4
"""Words of a shingle: so many in a row of what stands between two quotes."""
# Set by tests/bench/measure_copies.py. In 958 articles of news seven pairs, reprints all, shared .63 and
# more, and no other two more than .25; a copy cut by a third keeps .64 in the middle, and all but one in
# twenty keep .41.
SHARED = 0.4  # share of the longer narration's shingles that stand in the other, too
FEWEST = 8
"""Shingles that must be shared at least: "she told reporters on Monday" is nobody's text."""
SAMPLED = 32
"""Shingles by which a text is looked up, those of the lowest hashes. Of a text and a copy that is half as
long, half of the lowest of the one are among the lowest of the other."""
FEWEST_SAMPLED = 3
"""Sampled shingles that two texts must share before all of theirs are compared. Of two texts as long as each
other that share just enough to be one it is some eight; of two with a stock phrase, one."""
MOST_OF_A_SAMPLE = 40
"""A guard of time: texts beyond which a shingle is a stock phrase, and no way to look one up."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd, with bits set all over, so that hashes scatter

Hashes = npt.NDArray[np.uint64]


class Copies:
    """Documents, each with the first of them that prints its text.

    Texts are one where they share most of their narration: what is outside the quotes. That two articles
    quote the same words says nothing. Each document is held against those that came first with their texts,
    and of these only against such as share sampled shingles: the cost is in proportion to the number of
    documents.

    >>> text = "The ferry that ran aground on Monday was towed to port on the evening tide by two tugs."
    >>> from quoteverify.models import Document
    >>> copies = Copies()
    >>> for id, words in ("a", text), ("b", f"Ferry freed. {text}"), ("c", "The ferry is to be sold."):
    ...     copies.add(Unquoted(Document(id=id, text=words)))
    >>> copies.among(["a", "b", "c"])
    (('a', 'b'),)
    """

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._texts: list[tuple[str, Hashes]] = []
        self._sampled: dict[int, array[int]] = {}

    def add(self, narration: Unquoted) -> None:
        """Take in a document."""
        shingles = shingled(narration)
        if len(shingles) < FEWEST:
            return
        sample = shingles[:SAMPLED].tolist()
        first = self._nearest(shingles, sample)
        if first is not None:
            self._first[narration.document.id] = first
            return
        for shingle in sample:
            self._sampled.setdefault(shingle, array("I")).append(len(self._texts))
        self._texts.append((narration.document.id, shingles))

    def _nearest(self, shingles: Hashes, sample: Iterable[int]) -> str | None:
        """The first print of a text with some shingles, if there is one."""
        near: Counter[int] = Counter()
        for shingle in sample:
            postings = self._sampled.get(shingle, ())
            if len(postings) <= MOST_OF_A_SAMPLE:
                near.update(postings)
        best, nearest = 0.0, None
        for n in sorted(n for n, sampled in near.items() if sampled >= FEWEST_SAMPLED):
            id, known = self._texts[n]
            both, share = shared(shingles, known)
            if both >= FEWEST and share >= SHARED and share > best:
                best, nearest = share, id
        return nearest

    def first(self, id: str) -> str:
        """The document that is known to print the text of a document first: itself, if there is no other."""
        return self._first.get(id, id)

    def among(self, ids: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """The groups of documents that print one text, of some ids, in their order."""
        texts: dict[str, list[str]] = defaultdict(list)
        for id in dict.fromkeys(ids):
            texts[self.first(id)].append(id)
        return tuple(tuple(prints) for prints in texts.values() if len(prints) > 1)


def shingled(narration: Unquoted) -> Hashes:
    """The shingles outside the quotes of a document, each once and in order: the same in each process."""
    sizes = np.fromiter(map(len, narration.runs), dtype=np.intp, count=len(narration.runs))
    keys = chain.from_iterable(narration.runs)
    hashes = np.fromiter(map(_hash, keys), dtype=np.uint64, count=int(sizes.sum()))
    if len(hashes) < WIDTH:
        return hashes[:0]
    size = len(hashes) - WIDTH + 1
    found = hashes[:size]
    for n in range(1, WIDTH):
        found = found * _MULTIPLIER + hashes[n : n + size]
    # A shingle is of words between the same two quotes.
    runs = np.repeat(np.arange(len(sizes)), sizes)
    return np.unique(found[runs[:size] == runs[WIDTH - 1 :]] * _MULTIPLIER)


@functools.lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf8", "surrogatepass"))


def shared(one: Hashes, other: Hashes) -> tuple[int, float]:
    """How many shingles both narrations have, and what share of the longer that is."""
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both, both / max(len(one), len(other), 1)
