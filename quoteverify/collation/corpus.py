"""Very many texts as numbers of words: what makes comparing them cheap."""

import functools
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, islice
from re import compile as pattern
from zlib import crc32

import attrs
import numpy as np
import numpy.typing as npt

from quoteverify.errors import ArgumentTypeError, check_type
from quoteverify.text.words import words

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]

_QUOTES_AT_ONCE = 1 << 14
_QUOTES_AT_HAND = 1 << 6
# Odd numbers without pattern, for hashing: multiplied, added up and cut to the high bits.
_RANDOM = np.random.Generator(np.random.PCG64(20))
MULTIPLIERS = _RANDOM.integers(1, 1 << 63, 9, dtype=np.uint64) | np.uint64(1)
_BROKEN = pattern(r"[-‐][ \t]*\r?\n")


@attrs.frozen
class Corpus:
    """Texts as numbers of words, one after the other.

    Attributes:
        numbers: The number of each word.
        lengths: How many words each text has.
        hashes: One of each text's words in their order, 0 for a text without.
        signatures: A bit for each word of a text: a bit that another text lacks is a word that it lacks.
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

    def select(self, which: npt.NDArray[np.bool_]) -> "Corpus":
        """Some of the texts only."""
        kept = np.repeat(which, self.lengths)
        return Corpus(
            self.numbers[kept],
            self.lengths[which],
            self.hashes[which],
            self.signatures[which],
            self.vocabulary,
        )


def read(quotes: Iterable[str]) -> Corpus:
    """Divide the quotes into words.

    What stands between white space is looked at once, however often it comes: a dictionary and
    NumPy do the rest some ten times faster than dividing each quote would be.
    """
    if isinstance(quotes, str | bytes) or not isinstance(quotes, Iterable):
        raise ArgumentTypeError(f"quotes must be an iterable of str, not {type(quotes).__name__}")
    pieces: defaultdict[str, int] = defaultdict()
    pieces.default_factory = pieces.__len__
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    piece_starts = piece_sizes = np.zeros(0, dtype=np.int64)
    piece_words = np.zeros(0, dtype=np.int32)
    numbers, lengths = [piece_words], [piece_sizes]
    hashes, signatures = [np.zeros(0, dtype=np.uint64)], [np.zeros(0, dtype=np.uint64)]
    bits = np.zeros(0, dtype=np.uint64)
    remaining = iter(quotes)
    while block := list(islice(remaining, _QUOTES_AT_ONCE)):
        known = len(pieces)
        counts, found = _split(block, pieces)
        new = list(islice(reversed(pieces), len(pieces) - known))[::-1]
        piece_starts = np.append(piece_starts, np.zeros(len(new), dtype=np.int64))
        piece_sizes = np.append(piece_sizes, np.zeros(len(new), dtype=np.int64))
        plain = np.fromiter(map(str.isascii, new), dtype=np.bool_, count=len(new))
        # One letter beyond ASCII makes folding slow for all that is folded with it.
        for alike in np.flatnonzero(plain), np.flatnonzero(~plain):
            sizes, keys = _divide([new[n] for n in alike.tolist()])
            piece_starts[known + alike] = len(piece_words) + starts_of(sizes)[:-1]
            piece_sizes[known + alike] = sizes
            key_numbers = np.fromiter(map(vocabulary.__getitem__, keys), dtype=np.int32, count=len(keys))
            piece_words = np.concatenate((piece_words, key_numbers))
        bits = np.append(bits, _bits(islice(vocabulary, len(bits), None)))
        sizes = piece_sizes[found]
        starts = starts_of(sizes)
        text = piece_words[np.repeat(piece_starts[found] - starts[:-1], sizes) + np.arange(starts[-1])]
        bounds = starts[starts_of(counts)]
        numbers.append(text)
        lengths.append(np.diff(bounds))
        hashes.append(_hash_texts(text, bounds))
        signatures.append(_sign_texts(bits, text, bounds))
    return Corpus(
        np.concatenate(numbers),
        np.concatenate(lengths),
        np.concatenate(hashes),
        np.concatenate(signatures),
        tuple(vocabulary),
    )


def _split(quotes: list[str], pieces: dict[str, int]) -> tuple[Integers, Numbers]:
    """How many pieces each quote has between white space, and the number of each piece."""
    counts, found = [], []
    # A few at a time, so that the pieces are looked up while the processor still has them at hand.
    for start in range(0, len(quotes), _QUOTES_AT_HAND):
        few = quotes[start : start + _QUOTES_AT_HAND]
        for quote in few:
            check_type("a quote", quote, str)
        split = list(map(str.split, few))
        # A word broken at a line's end is one word, so such a quote is one piece.
        for n in [n for n, quote in enumerate(few) if "\n" in quote and _BROKEN.search(quote)]:
            split[n] = [few[n]]
        counts.append(np.fromiter(map(len, split), dtype=np.int64, count=len(split)))
        found.append(np.fromiter(map(pieces.__getitem__, chain.from_iterable(split)), dtype=np.int32))
    return np.concatenate(counts), np.concatenate(found)


def _divide(pieces: list[str]) -> tuple[Integers, list[str]]:
    """How many words each piece has, and the keys of all."""
    # NUL is in no word, and so stands between two pieces.
    divided = words("\0".join(pieces))
    ends = np.cumsum(np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces)) + 1)
    up_to = np.searchsorted(np.array(divided.starts, dtype=np.int64), ends)
    return np.diff(up_to, prepend=0), divided.keys


def starts_of(sizes: Integers) -> Integers:
    """Where things of these sizes start when they stand in a row; at the end, where the last one ends."""
    starts = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def mix(hashes: Hashes) -> Hashes:
    """Let every bit of each hash depend on all its bits."""
    for shift, multiplier in ((32, MULTIPLIERS[-1]), (29, MULTIPLIERS[-2])):
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * multiplier
    return hashes ^ (hashes >> np.uint64(32))


def _hash_texts(numbers: Numbers, bounds: Integers) -> Hashes:
    """A hash of each text's words in their order; 0 for a text without words."""
    within = np.arange(len(numbers)) - np.repeat(bounds[:-1], np.diff(bounds))
    which, where = numbers.astype(np.uint64) + np.uint64(1), within.astype(np.uint64)
    return _of_each(np.add, mix(which * MULTIPLIERS[0] + where * MULTIPLIERS[1]), bounds)


def _sign_texts(bits: Hashes, numbers: Numbers, bounds: Integers) -> Hashes:
    """The bits of each text's words."""
    return _of_each(np.bitwise_or, bits[numbers], bounds)


def _bits(keys: Iterable[str]) -> Hashes:
    """A bit for each word, the same in whatever corpus it stands."""
    sums = [crc32(key.encode("utf8", "surrogatepass")) for key in keys]
    return np.uint64(1) << (np.array(sums, dtype=np.uint64) & np.uint64(63))


def _of_each(combine: np.ufunc, values: Hashes, bounds: Integers) -> Hashes:
    """Combine the values of each text to one; 0 for a text without words."""
    combined = np.zeros(len(bounds) - 1, dtype=np.uint64)
    if len(values):
        has_words = np.diff(bounds) > 0
        combined[has_words] = combine.reduceat(values, bounds[:-1][has_words])
    return combined


def heads_of(ordered: "npt.NDArray[np.generic]") -> Integers:
    """Where in a sorted array each new value starts."""
    changes = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=changes[1:])
    return np.flatnonzero(changes)
