"""Which of very many wordings share runs of words ("shingles") that few have.

Runs are hashed and packed with the number of the wording they stand in, so that one plain sort brings
together all wordings that share a run. Runs that many share are stock phrases, and are passed over for
longer runs. Keys are made and sorted in partitions, so that memory is bounded by what is found.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from quoteverify.collation.pairs.encoding import (
    MULTIPLIERS,
    EncodedTexts,
    Hashes,
    Integers,
    Numbers,
    heads_of,
    mix,
)

Flags = npt.NDArray[np.bool_]


@attrs.frozen
class Shingle:
    """A run of so many words: shared by at most so many wordings it is a sign, by more a stock phrase."""

    width: int
    most: int


# These figures were chosen on quotes recombined from news (tests/bench/bench_pair.py), 20,000 to 1,000,000
# of them. Larger bounds find little more and cost the more the more quotes there are.
SHINGLES = (Shingle(3, 6), Shingle(2, 6))
# The more wordings there are, the more runs of three are stock phrases. A run of four of which both are may
# be a sign still.
OF_STOCK = Shingle(4, 8)
# A run so long is none by chance: where more share it, each is a sign with the next.
LINKED = 7
# A changed word leaves few runs of a short wording. What is left of it without any one of its words is a
# sign, if it is so many words, and those of at most so many wordings.
LEFT = range(4, 9)
MOST_LEFT = 8

# Guards of memory; what is worked on together stays in the processor's cache (tests/bench/bench_pair.py).
_WORDS_AT_ONCE = 1 << 17
_KEYS_AT_ONCE = 1 << 20  # what is sorted at once
_PARTITIONS_AT_ONCE = 16  # how much of that is put by in one walk through all words
_STOCK_BITS = 22  # of a hash, by which stock phrases are known
_WORDINGS_AT_ONCE = 1 << 16  # the wordings whose pairs are looked at together


@attrs.frozen
class Sharing:
    """Pairs of wordings that share signs, how many, and how many rare shingles each of the two has."""

    a: Integers
    b: Integers
    counts: Integers
    rare_of_a: Integers
    rare_of_b: Integers


def sharing(texts: EncodedTexts) -> Iterator[Sharing]:
    """The pairs of wordings that share signs, those whose first wordings are near together at a time."""
    rare = np.zeros(len(texts.lengths), dtype=np.int64)
    pairs = np.concatenate([*_pairs(texts, rare)])
    pairs.sort()
    for low in range(0, len(rare), _WORDINGS_AT_ONCE):
        part = pairs[slice(*np.searchsorted(pairs, (low << 32, (low + _WORDINGS_AT_ONCE) << 32)))]
        heads = heads_of(part)
        counts = np.diff(np.append(heads, len(part)))
        a, b = part[heads] >> 32, part[heads] & 0xFFFFFFFF
        yield Sharing(a, b, counts, rare[a], rare[b])


def _pairs(texts: EncodedTexts, rare: Integers) -> Iterator[Integers]:
    """Each two wordings, as one number, for each sign that they share; counts the rare shingles of each."""
    count = len(texts.lengths)
    stock = np.zeros(1 << _STOCK_BITS, dtype=np.bool_)
    for shingle in SHINGLES:
        for keys in _partitions(texts, shingle.width):
            postings = _Postings(keys, count)
            np.add.at(rare, postings.owners(shingle.most), 1)
            yield postings.pairs(shingle.most)
            if shingle is SHINGLES[0]:
                stock[postings.common(shingle.most) >> np.uint64(64 - _STOCK_BITS)] = True
    stocked = _stocked(texts, stock)
    for keys in _partitions(texts, OF_STOCK.width, stocked):
        postings = _Postings(keys, count)
        np.add.at(rare, postings.owners(OF_STOCK.most), 1)
        yield postings.pairs(OF_STOCK.most)
    for keys in _partitions(texts, LINKED, stocked):
        yield _Postings(keys, count).links(SHINGLES[0].most)
    for keys in _left(texts):
        yield _Postings(keys, count).pairs(MOST_LEFT)


def _partitions(texts: EncodedTexts, width: int, stocked: Flags | None = None) -> Iterator[Hashes]:
    """The keys of the runs of so many words, a part at a time: all, or those whose threes are stocked."""
    total = len(texts.numbers) + 1 - width
    bits = len(texts.lengths).bit_length()
    partitions = 1 + max(0, total) // _KEYS_AT_ONCE
    for first in range(0, partitions, _PARTITIONS_AT_ONCE):
        count = min(_PARTITIONS_AT_ONCE, partitions - first)
        parts: list[list[Hashes]] = [[] for _ in range(count)]
        for start in range(0, total, _WORDS_AT_ONCE):
            end = min(total, start + _WORDS_AT_ONCE)
            keys = _keys_of_shingles(texts, width, start, end, stocked, bits)
            which = ((keys >> np.uint64(32)) * np.uint64(partitions) >> np.uint64(32)) - np.uint64(first)
            # NumPy sorts numbers this small by counting them.
            which = np.minimum(which, np.uint64(count)).astype(np.uint16)
            keys = keys[which.argsort(kind="stable")]
            bounds = np.cumsum(np.bincount(which, minlength=count)).tolist()
            for part, low, high in zip(parts, [0, *bounds], bounds, strict=False):
                part.append(keys[low:high])
        while parts:
            yield np.concatenate([np.zeros(0, dtype=np.uint64), *parts.pop()])


def _keys_of_shingles(
    texts: EncodedTexts, width: int, start: int, end: int, stocked: Flags | None, bits: int
) -> Hashes:
    """The keys of the runs that start from one word up to another, and are in one wording."""
    numbers, owners = (words[start : end + width - 1] for words in (texts.numbers, texts.owners))
    within = owners[: end - start] == owners[width - 1 :]
    if stocked is None:
        return _keys(_hash_shingles(_shingles(numbers, width)), owners[: end - start], bits).compress(within)
    for flags in _shingles(stocked[start : end + width - SHINGLES[0].width], width + 1 - SHINGLES[0].width):
        within &= flags
    places = np.flatnonzero(within)
    return _keys(_hash_shingles([numbers[places + n] for n in range(width)]), owners[places], bits)


def _stocked(texts: EncodedTexts, stock: Flags) -> Flags:
    """At which words a run of three starts that is ``stock``, by the high bits of its hash."""
    span = SHINGLES[0].width - 1
    stocked = np.zeros(len(texts.numbers), dtype=np.bool_)
    for start in range(0, len(stocked) - span, _WORDS_AT_ONCE):
        numbers = texts.numbers[start : start + _WORDS_AT_ONCE + span]
        hashes = _hash_shingles(_shingles(numbers, span + 1))
        stocked[start : start + len(hashes)] = stock[hashes >> np.uint64(64 - _STOCK_BITS)]
    return stocked


def _left(texts: EncodedTexts) -> Iterator[Hashes]:
    """The keys of what is left of short wordings without any one of their words, and of all of them.

    Those of one number of words at a time: others have none in common.
    """
    bits = len(texts.lengths).bit_length()
    for size in LEFT:
        whole, longer = (np.flatnonzero(texts.lengths == words) for words in (size, size + 1))
        rows = [texts.numbers[texts.starts[whole, np.newaxis] + np.arange(size)]]
        words = texts.numbers[texts.starts[longer, np.newaxis] + np.arange(size + 1)]
        rows += [np.delete(words, n, axis=1) for n in range(size + 1)]
        owners = np.concatenate([whole, *[longer] * (size + 1)])
        yield _keys(_hash_shingles([*np.concatenate(rows).T]), owners, bits)


def _shingles(row: npt.NDArray[Any], width: int) -> list[npt.NDArray[Any]]:
    """The first word of each shingle of a row, the second, and so on."""
    return [row[at : len(row) - width + 1 + at] for at in range(width)]


def _hash_shingles(columns: Sequence[Numbers]) -> Hashes:
    """A hash of each shingle, whose first words are given, and whose second, and so on."""
    return mix(
        sum(
            column.astype(np.uint64) * multiplier
            for column, multiplier in zip(columns, MULTIPLIERS, strict=False)
        )
    )


def _keys(hashes: Hashes, owners: "npt.NDArray[np.integer[Any]]", bits: int) -> Hashes:
    """Hashes, each with the number of its wording in so many low bits."""
    return (hashes >> np.uint64(bits) << np.uint64(bits)) | owners.astype(np.uint64)


class _Postings:
    """The wordings that have each of many hashes, each once."""

    def __init__(self, keys: Hashes, count: int) -> None:
        bits = np.uint64(count.bit_length())
        keys.sort()
        self._keys = keys[heads_of(keys)]
        self._heads = heads_of(self._keys >> bits)
        self._sizes = np.diff(np.append(self._heads, len(self._keys)))
        self._owners = (self._keys & ((np.uint64(1) << bits) - np.uint64(1))).view(np.int64)

    def owners(self, most: int) -> Integers:
        """The wordings in postings of at most so many, as often as they are in any."""
        return self._owners.compress(np.repeat(self._sizes <= most, self._sizes))

    def common(self, most: int) -> Hashes:
        """A key of each hash that more have."""
        return self._keys[self._heads[self._sizes > most]]

    def pairs(self, most: int) -> Integers:
        """Each two wordings of those that have one hash, at most so many, as one number."""
        few = (self._sizes > 1) & (self._sizes <= most)
        heads, sizes = self._heads[few], self._sizes[few]
        pairs = [self._owners[:0]]
        for size in range(2, most + 1):
            alike = self._owners[heads[sizes == size] + np.arange(size)[:, np.newaxis]]
            one, other = np.triu_indices(size, 1)
            pairs.append((alike[one] << 32 | alike[other]).ravel())
        return np.concatenate(pairs)

    def links(self, most: int) -> Integers:
        """Each wording of those that have one hash, if they are more, with the one before, as one number."""
        linked = np.repeat(self._sizes > most, self._sizes)
        linked[self._heads] = False
        places = np.flatnonzero(linked)
        return self._owners[places - 1] << 32 | self._owners[places]
