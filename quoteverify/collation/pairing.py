"""Which of very many quotes are one quotation, altered or cut: ``pair``.

Quotes become rows of word numbers. Runs of two and of three words ("shingles") are hashed and packed with
the number of the wording they stand in, so that one plain sort brings together all wordings that share a run.
Runs that many share are stock phrases and are passed over. What is left is counted for each two wordings;
RapidFuzz then finds how much of the shorter really stands in the other, word by word and in order.

Time and memory grow with the quotes (but for the sort), whatever they hold: keys are sorted in
partitions, wordings compared in ranges, and no quote is compared with more than a bounded number of others.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise
from re import compile as pattern
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, check_type
from quoteverify.text.language import LanguageProfile, profile
from quoteverify.text.words import words

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]
Scores = npt.NDArray[np.float64]


@attrs.frozen
class Shingle:
    """A run of so many words: shared by at most so many wordings it is a sign, by more a stock phrase.

    Of a run that is too long for a stock phrase and that more share still, each is a sign with the next.
    """

    width: int
    most: int
    linked: bool = False


# The figures up to LEAST_SURPLUS were chosen on quotes recombined from news (tests/bench/bench_pair.py),
# 20,000 and 100,000 of them. Larger bounds find little more and cost the more the larger the corpus.
SHINGLES = (Shingle(3, 20), Shingle(2, 8), Shingle(7, 0, linked=True))
# Two wordings are looked at where they share this much of the rare shingles of the one that has fewer.
LEAST_SHARED = 0.1
# Of the quotes with one wording, so many take part in everything; the others are paired with the first.
MOST_ALIKE = 8
# What a word weighs is how rare it is, in steps of so many bits.
BITS_A_STEP = 4
# Before any quote is seen, one word of so many is taken to be this content word, or this function word.
ONE_CONTENT_WORD_OF = 4096
ONE_FUNCTION_WORD_OF = 32
# The steps by which what two wordings share must exceed what chance would give them among so few as
# one; each doubling of the corpus asks for one bit more. From 20,000 to 1,000,000 quotes this is where at
# least 99 of 100 pairs are right.
LEAST_SURPLUS = -3.8
# Past this product of two lengths, the shared shingles stand for the comparison in full.
MOST_COMPARED = 1 << 26

_QUOTES_AT_ONCE = 1 << 14
_QUOTES_AT_HAND = 1 << 6
_WORDS_AT_ONCE = 1 << 20
_KEYS_AT_ONCE = 1 << 24
_WORDINGS_AT_ONCE = 1 << 16
_PAIRS_AT_ONCE = 1 << 20
# Odd numbers without pattern, for hashing: multiplied, added up and cut to the high bits.
_RANDOM = np.random.Generator(np.random.PCG64(20))
_MULTIPLIERS = _RANDOM.integers(1, 1 << 63, 9, dtype=np.uint64) | np.uint64(1)
_BROKEN = pattern(r"[-‐][ \t]*\r?\n")
# Code points that no string may hold, and how many there are to stand for words.
_SURROGATES = 0xD800, 0x800
_CODE_POINTS = 0x110000 - 0x800


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
        return _starts(self.lengths)

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


def pair(
    quotes: Iterable[str], *, score_cutoff: float = 0.6, lang: str = "en"
) -> Iterator[tuple[int, int, float]]:
    """Find the quotes that are one quotation: repeated, reworded in places, or a part of the other.

    Made for a hundred thousand quotes and more. Words are compared as ``words`` divides and folds them,
    so case, marks and punctuation count for nothing.

    The score is the share of the shorter quote's words that stand in the other in the same order, each
    word weighed by how rare it is among the quotes given. Two quotes must beside that have more in common
    than quotes of their lengths would by chance among so many; so quotes of two or three words are seldom
    paired with any but their like, and a phrase that a great many share makes no pair.

    Where the same words are quoted more than eight times over, the first eight are paired with
    each other and with the variants, and the others with the first: what belongs together hangs
    together, and a thousand repetitions make a thousand pairs and not half a million.

    Args:
        quotes: Any number of quotes. One without words is paired with none.
        score_cutoff: The least score, 0 to 1. Below 0.6 it changes little: what must be in common
            beyond chance decides.
        lang: The language of the quotes, for its function words.

    Returns:
        ``(i, j, score)`` for each pair, ``i < j`` counting ``quotes`` from 0, in order of ``i`` and ``j``.

    Raises:
        ArgumentTypeError: ``quotes`` is one string, or something in it is none.
        ArgumentValueError: ``score_cutoff`` is not from 0 to 1, or there is no data for ``lang``.

    >>> quotes = [
    ...     "We will open the bridge in the spring, whatever it takes.",
    ...     "Nobody asked the ferrymen.",
    ...     "we will open the bridge ... whatever it takes",
    ... ]
    >>> list(pair(quotes))
    [(0, 2, 1.0)]
    """
    check_type("score_cutoff", score_cutoff, float, int)
    if not 0 <= score_cutoff <= 1:
        raise ArgumentValueError(f"score_cutoff must be from 0 to 1, not {score_cutoff}")
    language = profile(lang)
    quoted = _read(quotes)
    first, wordings = _distinct(quoted)
    corpus = quoted.select(wordings)
    del quoted
    a, b, scores = _pair_wordings(corpus, _weights(corpus, language), score_cutoff)
    i, j, scores = _spread(first, wordings, a, b, scores)
    order = np.argsort(i << 32 | j)
    return zip(i[order].tolist(), j[order].tolist(), scores[order].tolist(), strict=True)


def _read(quotes: Iterable[str]) -> Corpus:
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
            piece_starts[known + alike] = len(piece_words) + _starts(sizes)[:-1]
            piece_sizes[known + alike] = sizes
            key_numbers = np.fromiter(map(vocabulary.__getitem__, keys), dtype=np.int32, count=len(keys))
            piece_words = np.concatenate((piece_words, key_numbers))
        sizes = piece_sizes[found]
        starts = _starts(sizes)
        text = piece_words[np.repeat(piece_starts[found] - starts[:-1], sizes) + np.arange(starts[-1])]
        bounds = starts[_starts(counts)]
        numbers.append(text)
        lengths.append(np.diff(bounds))
        hashes.append(_hash_texts(text, bounds))
        signatures.append(_sign_texts(text, bounds))
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


def _starts(sizes: Integers) -> Integers:
    """Where things of these sizes start when they stand in a row; at the end, where the last one ends."""
    starts = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def _mix(hashes: Hashes) -> Hashes:
    """Let every bit of each hash depend on all its bits."""
    for shift, multiplier in ((32, _MULTIPLIERS[-1]), (29, _MULTIPLIERS[-2])):
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * multiplier
    return hashes ^ (hashes >> np.uint64(32))


def _hash_texts(numbers: Numbers, bounds: Integers) -> Hashes:
    """A hash of each text's words in their order; 0 for a text without words."""
    within = np.arange(len(numbers)) - np.repeat(bounds[:-1], np.diff(bounds))
    which, where = numbers.astype(np.uint64) + np.uint64(1), within.astype(np.uint64)
    return _of_each(np.add, _mix(which * _MULTIPLIERS[0] + where * _MULTIPLIERS[1]), bounds)


def _sign_texts(numbers: Numbers, bounds: Integers) -> Hashes:
    """The bits of each text's words."""
    bits = np.uint64(1) << (_mix(numbers.astype(np.uint64)) >> np.uint64(58))
    return _of_each(np.bitwise_or, bits, bounds)


def _of_each(combine: np.ufunc, values: Hashes, bounds: Integers) -> Hashes:
    """Combine the values of each text to one; 0 for a text without words."""
    combined = np.zeros(len(bounds) - 1, dtype=np.uint64)
    if len(values):
        has_words = np.diff(bounds) > 0
        combined[has_words] = combine.reduceat(values, bounds[:-1][has_words])
    return combined


def _distinct(corpus: Corpus) -> tuple[Integers, npt.NDArray[np.bool_]]:
    """For each text the first of the same words, and which texts are the first of theirs and have words."""
    _, firsts, which = np.unique(corpus.hashes, return_index=True, return_inverse=True)
    first = firsts[which]
    return first, (first == np.arange(len(first))) & (corpus.lengths > 0)


def _weights(corpus: Corpus, language: LanguageProfile) -> Integers:
    """What each word of the vocabulary weighs: how rare it is among the wordings, in steps."""
    function_words = language.words("function_words")
    prior = np.ones(len(corpus.vocabulary), dtype=np.int64)
    prior[[word in function_words for word in corpus.vocabulary]] = (
        ONE_CONTENT_WORD_OF // ONE_FUNCTION_WORD_OF
    )
    seen = np.bincount(corpus.numbers, minlength=len(prior))
    bits = np.log2((len(corpus.numbers) + ONE_CONTENT_WORD_OF) / (seen + prior))
    return np.maximum(1, np.rint(bits / BITS_A_STEP)).astype(np.int64)


@attrs.frozen
class Candidates:
    """Pairs of wordings that share rare shingles.

    Attributes:
        a: The one wording of each pair.
        b: The other.
        share: How much of the rare shingles of the one that has fewer the two share.
        shorter: What the words of the shorter weigh.
        longer: What those of the longer weigh.
        needed: What the words in common must weigh more than what is missing of the shorter.
    """

    a: Integers
    b: Integers
    share: Scores
    shorter: Integers
    longer: Integers
    needed: Scores

    def select(self, which: "npt.NDArray[np.bool_] | slice") -> "Candidates":
        """Some of the pairs only."""
        return Candidates(*(column[which] for column in _columns(self)))


def _columns(candidates: Candidates) -> tuple[Any, ...]:
    return attrs.astuple(candidates, recurse=False)


def _pair_wordings(
    corpus: Corpus, weights: Integers, score_cutoff: float
) -> tuple[Integers, Integers, Scores]:
    """The pairs of distinct wordings, and their scores."""
    found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))]
    for candidates in _candidates(corpus, weights):
        matched = _in_common(corpus, weights, candidates)
        scores = matched / candidates.shorter
        kept = (2 * matched - candidates.shorter >= candidates.needed) & (scores >= score_cutoff)
        found.append((candidates.a[kept], candidates.b[kept], scores[kept]))
    a, b, scores = (np.concatenate(column) for column in zip(*found, strict=True))
    return a, b, scores


def _candidates(corpus: Corpus, weights: Integers) -> Iterator[Candidates]:
    """The pairs of wordings that are worth a comparison word by word, a part at a time."""
    rare = np.zeros(len(corpus.lengths), dtype=np.int64)
    shared = []
    for shingle in SHINGLES:
        for keys in _partitions(corpus, shingle):
            pairs, holders = _sharing(keys, len(corpus.lengths), shingle)
            rare += np.bincount(holders, minlength=len(rare))
            pairs.sort()
            shared.append(pairs)
    lengths = np.diff(_starts(weights[corpus.numbers])[corpus.starts])
    waiting: list[Candidates] = []
    for low in range(0, len(rare), _WORDINGS_AT_ONCE):
        bounds = low << 32, (low + _WORDINGS_AT_ONCE) << 32
        part = np.concatenate([pairs[slice(*np.searchsorted(pairs, bounds))] for pairs in shared])
        part.sort()
        heads = _heads(part)
        counts = np.diff(np.append(heads, len(part)))
        a, b = part[heads] >> 32, part[heads] & 0xFFFFFFFF
        share = counts / np.maximum(1, np.minimum(rare[a], rare[b]))
        a, b, share, counts = (column[share >= LEAST_SHARED] for column in (a, b, share, counts))
        shorter, longer = np.minimum(lengths[a], lengths[b]), np.maximum(lengths[a], lengths[b])
        # What is strewn over a long text counts less.
        chance = LEAST_SURPLUS + np.log2(len(lengths)) / BITS_A_STEP
        needed = chance + 2 * np.log2(longer / counts)
        kept = shorter - 2 * _missing(corpus, lengths, a, b) >= needed
        waiting.append(Candidates(a, b, share, shorter, longer, needed).select(kept))
        # Comparing many pairs at once makes each wording's string less often.
        last = low + _WORDINGS_AT_ONCE >= len(rare)
        if last or sum(len(candidates.a) for candidates in waiting) >= _PAIRS_AT_ONCE:
            yield Candidates(*map(np.concatenate, zip(*map(_columns, waiting), strict=True)))
            waiting.clear()


def _heads(ordered: "npt.NDArray[np.generic]") -> Integers:
    """Where in a sorted array each new value starts."""
    changes = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=changes[1:])
    return np.flatnonzero(changes)


def _partitions(corpus: Corpus, shingle: Shingle) -> Iterator[Hashes]:
    """The keys of all shingles, a part at a time: a hash, with the number of the wording in the low bits."""
    span = shingle.width - 1
    total = len(corpus.numbers) - span
    low = np.uint64((1 << len(corpus.lengths).bit_length()) - 1)
    partitions = 1 + max(0, total) // _KEYS_AT_ONCE
    for partition in range(partitions):
        parts = [np.zeros(0, dtype=np.uint64)]
        for start in range(0, total, _WORDS_AT_ONCE):
            end = min(total, start + _WORDS_AT_ONCE)
            owners = corpus.owners[start : end + span]
            numbers = corpus.numbers[start : end + span].astype(np.uint64)
            hashes = np.zeros(end - start, dtype=np.uint64)
            for at in range(shingle.width):
                hashes += numbers[at : at + end - start] * _MULTIPLIERS[at]
            whole = owners[: end - start] == owners[span:]
            hashes, owners = _mix(hashes[whole]), owners[: end - start][whole]
            if partitions > 1:
                mine = (hashes & low) % np.uint64(partitions) == partition
                hashes, owners = hashes[mine], owners[mine]
            parts.append((hashes & ~low) | owners.astype(np.uint64))
        yield np.concatenate(parts)


def _sharing(keys: Hashes, count: int, shingle: Shingle) -> tuple[Integers, Integers]:
    """Each two wordings that share a shingle, as one number, and the wording of each shingle that is rare."""
    keys.sort()
    keys = keys[_heads(keys)]  # a wording may have a shingle twice
    bits = count.bit_length()
    heads = _heads(keys >> np.uint64(bits))
    sizes = np.diff(np.append(heads, len(keys)))
    owners = (keys & np.uint64((1 << bits) - 1)).astype(np.int64)
    holders = owners[np.repeat(sizes <= shingle.most, sizes)]
    wanted = (sizes > SHINGLES[0].most) if shingle.linked else (sizes <= shingle.most)
    # How many come after each in its run; the last of a run has none to be paired with.
    after = np.repeat((heads + sizes - 1).astype(np.int32), sizes) - np.arange(len(keys), dtype=np.int32)
    places = np.flatnonzero(np.repeat(wanted, sizes) & (after > 0))
    pairs = [owners[:0]]
    for distance in range(1, 2 if shingle.linked else shingle.most):
        places = places[after[places] >= distance]
        pairs.append(owners[places] << 32 | owners[places + distance])
    return np.concatenate(pairs), holders


def _missing(corpus: Corpus, lengths: Integers, a: Integers, b: Integers) -> Scores:
    """About what the words weigh that the shorter of two wordings has and the longer has not, or less."""
    swap = lengths[a] > lengths[b]
    shorter, longer = np.where(swap, b, a), np.where(swap, a, b)
    missing: Scores = np.bitwise_count(corpus.signatures[shorter] & ~corpus.signatures[longer]).astype(
        np.float64
    )
    return missing * (lengths / np.maximum(1, corpus.lengths))[shorter]


def _in_common(corpus: Corpus, weights: Integers, candidates: Candidates) -> Scores:
    """What the words weigh that two wordings have in common in the same order."""
    # A share p of unchanged words leaves about p² of the runs of two words and p³ of those of three.
    matched = np.minimum(candidates.share, 1.0) ** 0.4 * candidates.shorter
    exact = candidates.shorter * candidates.longer <= MOST_COMPARED
    a, b = candidates.a[exact], candidates.b[exact]
    which = np.zeros(len(corpus.lengths), dtype=np.bool_)
    which[a] = which[b] = True
    strings = _strings(corpus, weights, which)
    place = np.cumsum(which) - 1
    matched[exact] = process.cpdist(
        [strings[n] for n in place[a].tolist()],
        [strings[n] for n in place[b].tolist()],
        scorer=LCSseq.similarity,
        dtype=np.int64,
    )
    return matched


def _strings(corpus: Corpus, weights: Integers, which: npt.NDArray[np.bool_]) -> list[str]:
    """Some wordings as strings: each word is a character, repeated as often as it weighs.

    The longest common subsequence of two such strings is the heaviest of the words. (Where repeated
    characters match, matching whole words is as good, since words that match weigh the same.)
    """
    numbers = corpus.numbers[np.repeat(which, corpus.lengths)]
    codes = np.arange(len(weights), dtype=np.uint32) % _CODE_POINTS
    codes[codes >= _SURROGATES[0]] += np.uint32(_SURROGATES[1])
    joined = np.repeat(codes[numbers], weights[numbers]).astype("<u4").tobytes().decode("utf-32-le")
    bounds = _starts(weights[numbers])[_starts(corpus.lengths[which])]
    return [joined[start:end] for start, end in pairwise(bounds.tolist())]


def _spread(
    first: Integers, wordings: npt.NDArray[np.bool_], a: Integers, b: Integers, scores: Scores
) -> tuple[Integers, Integers, Scores]:
    """From pairs of wordings to pairs of quotes, those of one wording included."""
    # The quotes in groups of one wording; a quote without words is in none.
    order = np.argsort(first, kind="stable")
    order = order[wordings[first[order]]]
    heads = _heads(first[order])
    sizes = np.diff(np.append(heads, len(order)))
    rank = np.arange(len(order)) - np.repeat(heads, sizes)
    many = np.minimum(sizes, MOST_ALIKE)

    later = rank >= MOST_ALIKE
    columns = [(first[order][later], order[later])]
    for distance in range(1, MOST_ALIKE):
        near = np.flatnonzero((rank >= distance) & ~later)
        columns.append((order[near - distance], order[near]))
    same = sum(len(i) for i, _ in columns)

    times = many[a] * many[b]
    nth = np.arange(times.sum()) - np.repeat(_starts(times)[:-1], times)
    width = np.repeat(many[b], times)
    i = order[np.repeat(heads[a], times) + nth // width]
    j = order[np.repeat(heads[b], times) + nth % width]
    columns.append((np.minimum(i, j), np.maximum(i, j)))
    low, high = (np.concatenate(column) for column in zip(*columns, strict=True))
    return low, high, np.concatenate((np.ones(same), np.repeat(scores, times)))
