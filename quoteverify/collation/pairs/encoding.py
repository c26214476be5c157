"""Very many texts encoded as numbers of words: what makes comparing them cheap."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import Any
from zlib import crc32

import attrs
import numpy as np
import numpy.typing as npt

from quoteverify.errors import ArgumentTypeError
from quoteverify.text.words import words

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]

# Guards of memory; what is worked on together stays in the processor's cache (tests/bench/bench_pair.py).
_QUOTES_AT_ONCE = 1 << 14
_CHARACTERS_AT_ONCE = 1 << 17
_REMEMBERED_BITS = 20  # of a hash, by which the last chunk that had them is found
# Of a signature; few enough to keep for each text, and many enough that most words have one to themselves.
_BITS = 256
# Odd numbers without pattern, for hashing: multiplied, added up and cut to the high bits. There are as many
# as the longest run of words that is hashed has, and two to mix with; the seed is as good as another.
_RANDOM = np.random.Generator(np.random.PCG64(20))
MULTIPLIERS = _RANDOM.integers(1, 1 << 63, 9, dtype=np.uint64) | np.uint64(1)
# How far the bits of a hash of 64 are moved to mix them: about half.
_SHIFTS = (32, 29, 32)
_BROKEN = re.compile(r"[-‐][ \t]*\r?\n[ \t]*")


@attrs.frozen
class EncodedTexts:
    """Texts as numbers of words, one after the other.

    Attributes:
        numbers: The number of each word.
        lengths: How many words each text has.
        hashes: One of each text's words in their order, 0 for a text without.
        signatures: For each text a row of bits, one for each of its words: a bit that another text lacks is
            a word that it lacks.
        vocabulary: The words' keys, in the order of their numbers.
    """

    numbers: Numbers
    lengths: Integers
    hashes: Hashes
    signatures: Hashes
    vocabulary: tuple[str, ...]

    @functools.cached_property
    def starts(self) -> Integers:
        """Where each text starts, and at the end where the last one ends."""
        return starts_of(self.lengths)

    @functools.cached_property
    def owners(self) -> Numbers:
        """Which text each word is of."""
        return np.repeat(np.arange(len(self.lengths), dtype=np.int32), self.lengths)

    def select(self, which: npt.NDArray[np.bool_]) -> "EncodedTexts":
        """Some of the texts only."""
        kept = np.repeat(which, self.lengths)
        return EncodedTexts(
            self.numbers.compress(kept),
            self.lengths.compress(which),
            self.hashes.compress(which),
            self.signatures.compress(which, axis=0),
            self.vocabulary,
        )


def encode(quotes: Iterable[str]) -> EncodedTexts:
    """Divide the quotes into words.

    What stands between spaces is looked at once, however often it comes: NumPy hashes it where it
    stands and does the rest, far faster than dividing each quote would be.
    """
    if isinstance(quotes, str | bytes) or not isinstance(quotes, Iterable):
        raise ArgumentTypeError(f"quotes must be an iterable of str, not {type(quotes).__name__}")
    hashing = _Hashing()
    chunks = _Chunks(hashing)
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    chunk_starts = chunk_sizes = np.zeros(0, dtype=np.int64)
    chunk_words = np.zeros(0, dtype=np.int32)
    numbers, lengths = [chunk_words], [chunk_sizes]
    hashes, signatures = [np.zeros(0, dtype=np.uint64)], [np.zeros((0, _BITS // 64), dtype=np.uint64)]
    bits = np.zeros(0, dtype=np.int32)
    remaining = iter(quotes)
    while block := list(islice(remaining, _QUOTES_AT_ONCE)):
        for kind in set(map(type, block)):
            if not issubclass(kind, str):
                raise ArgumentTypeError(f"a quote must be str, not {kind.__name__}")
        known = len(chunk_sizes)
        counts, found, new = _split(block, chunks)
        chunk_starts = np.append(chunk_starts, np.zeros(len(new), dtype=np.int64))
        chunk_sizes = np.append(chunk_sizes, np.zeros(len(new), dtype=np.int64))
        plain = np.fromiter(map(str.isascii, new), dtype=np.bool_, count=len(new))
        # One letter beyond ASCII makes folding slow for all that is folded with it.
        for alike in np.flatnonzero(plain), np.flatnonzero(~plain):
            sizes, keys = _divide([new[n] for n in alike.tolist()])
            chunk_starts[known + alike] = len(chunk_words) + starts_of(sizes)[:-1]
            chunk_sizes[known + alike] = sizes
            key_numbers = np.fromiter(map(vocabulary.__getitem__, keys), dtype=np.int32, count=len(keys))
            chunk_words = np.concatenate((chunk_words, key_numbers))
        bits = np.append(bits, _bits(islice(vocabulary, len(bits), None)))
        sizes = chunk_sizes[found]
        starts = starts_of(sizes)
        text = chunk_words[np.repeat(chunk_starts[found] - starts[:-1], sizes) + np.arange(starts[-1])]
        bounds = starts[starts_of(counts)]
        numbers.append(text)
        lengths.append(np.diff(bounds))
        hashes.append(hashing.of(text, bounds[:-1], bounds[1:]))
        signatures.append(_sign_texts(bits, text, np.diff(bounds)))
    return EncodedTexts(
        np.concatenate(numbers),
        np.concatenate(lengths),
        np.concatenate(hashes),
        np.concatenate(signatures),
        tuple(vocabulary),
    )


class _Hashing:
    """Hashes of what stands in a row: as the digits of a number, to the base of another, cut to 64 bits."""

    def __init__(self) -> None:
        self._powers = self._inverses = np.ones(1, dtype=np.uint64)

    def of(self, row: "npt.NDArray[np.integer[Any]]", starts: Integers, ends: Integers) -> Hashes:
        """A hash of each part of a row of natural numbers; 0 for a part that is empty."""
        if len(row) >= len(self._powers):
            size = 1 << len(row).bit_length()
            self._powers, self._inverses = (
                np.multiply.accumulate(np.append(np.uint64(1), np.full(size, base, dtype=np.uint64)))
                for base in (int(MULTIPLIERS[0]), pow(int(MULTIPLIERS[0]), -1, 1 << 64))
            )
        sums = np.zeros(len(row) + 1, dtype=np.uint64)
        np.cumsum((row.astype(np.uint64) + np.uint64(1)) * self._powers[1 : len(row) + 1], out=sums[1:])
        return (sums[ends] - sums[starts]) * self._inverses[starts]


class _Chunks:
    """The numbers of what stands between spaces, found by hashes."""

    def __init__(self, hashing: _Hashing) -> None:
        self.hashing = hashing
        self._numbers: defaultdict[int, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        # By the high bits of a hash, the last chunk that had them.
        self._last = np.zeros(1 << _REMEMBERED_BITS, dtype=np.int32)
        self._hashes = np.zeros(1, dtype=np.uint64)

    def number(self, hashes: Hashes) -> tuple[Numbers, Integers]:
        """The number of each chunk, and where those that are new come first, in their numbers' order."""
        hashes = hashes | np.uint64(1)  # 0 is none
        at = (hashes >> np.uint64(64 - _REMEMBERED_BITS)).view(np.int64)
        numbers = self._last[at]
        missed = np.flatnonzero(self._hashes[numbers] != hashes)
        asked, first, which = np.unique(hashes[missed], return_index=True, return_inverse=True)
        known = len(self._numbers)
        got = np.fromiter(map(self._numbers.__getitem__, asked.tolist()), dtype=np.int32, count=len(asked))
        new = got >= known
        self._hashes = np.concatenate((self._hashes[:known], asked[new], np.zeros(1, dtype=np.uint64)))
        numbers[missed] = got[which]
        self._last[at[missed]] = numbers[missed]
        return numbers, missed[first[new]]


def _split(quotes: list[str], chunks: _Chunks) -> tuple[Integers, Numbers, list[str]]:
    """How many chunks between spaces each quote has, the number of each, and the chunks that are new."""
    lengths = np.fromiter(map(len, quotes), dtype=np.int64, count=len(quotes)) + 1
    counts, found, new = [], [], []
    start = 0
    for end in [*(np.flatnonzero(np.diff(np.cumsum(lengths) // _CHARACTERS_AT_ONCE)) + 1), len(quotes)]:
        # NUL is in no word, and so stands between two quotes.
        text = "\0".join(quotes[start:end])
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        starts, ends = _bounds(text, codes)
        counts.append(np.diff(np.searchsorted(starts, np.cumsum(lengths[start:end])), prepend=0))
        numbers, first = chunks.number(chunks.hashing.of(codes, starts, ends))
        found.append(numbers)
        new += [text[s:e] for s, e in zip(starts[first].tolist(), ends[first].tolist(), strict=True)]
        start = end
    return np.concatenate(counts), np.concatenate(found), new


def _bounds(text: str, codes: npt.NDArray[np.uint32]) -> tuple[Integers, Integers]:
    """Where each chunk of a text starts and where it ends."""
    inside = np.zeros(len(text) + 2, dtype=np.bool_)
    np.greater(codes, ord(" "), out=inside[1:-1])
    if "\n" in text:
        # A word broken at a line's end is one word, so it is in one chunk.
        for broken in _BROKEN.finditer(text):
            inside[broken.start() + 1 : broken.end() + 1] = True
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return edges[::2], edges[1::2]


def _divide(chunks: list[str]) -> tuple[Integers, list[str]]:
    """How many words each chunk has, and the keys of all."""
    # NUL is in no word, and so stands between two chunks.
    divided = words("\0".join(chunks))
    ends = np.cumsum(np.fromiter(map(len, chunks), dtype=np.int64, count=len(chunks)) + 1)
    up_to = np.searchsorted(np.array(divided.starts, dtype=np.int64), ends)
    return np.diff(up_to, prepend=0), divided.keys


def starts_of(sizes: Integers) -> Integers:
    """Where things of these sizes start when they stand in a row; at the end, where the last one ends."""
    starts = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def mix(hashes: Hashes) -> Hashes:
    """Let every bit of each hash depend on all its bits."""
    first, second, last = map(np.uint64, _SHIFTS)
    for shift, multiplier in ((first, MULTIPLIERS[-1]), (second, MULTIPLIERS[-2])):
        hashes = hashes ^ (hashes >> shift)
        hashes *= multiplier
    return hashes ^ (hashes >> last)


def _sign_texts(bits: Numbers, numbers: Numbers, lengths: Integers) -> Hashes:
    """The bits of each text's words."""
    has = np.zeros(len(lengths) * _BITS, dtype=np.bool_)
    has[np.repeat(np.arange(0, len(has), _BITS), lengths) + bits[numbers]] = True
    return np.packbits(has).view(np.uint64).reshape(len(lengths), _BITS // 64)


def _bits(keys: Iterable[str]) -> Numbers:
    """A bit for each word, the same whatever other words there are."""
    return np.array([crc32(key.encode("utf8", "surrogatepass")) % _BITS for key in keys], dtype=np.int32)


def heads_of(ordered: "npt.NDArray[np.generic]") -> Integers:
    """Where in a sorted array each new value starts."""
    changes = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=changes[1:])
    return np.flatnonzero(changes)
