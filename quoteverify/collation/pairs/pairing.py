"""Which of very many quotes are one quotation, altered or cut: ``pair``.

Quotes become rows of word numbers. What rare runs of words they share says which two are worth a
comparison; RapidFuzz then finds how much of the shorter really stands in the other, word by word and in
order.

Time and memory grow with the quotes (but for the sort), whatever they hold: keys are sorted in
partitions, wordings compared in ranges, and no quote is compared with more than a bounded number of others.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from quoteverify.collation.pairs.encoding import EncodedTexts, Integers, encode, heads_of, starts_of
from quoteverify.collation.pairs.shingles import Sharing, sharing
from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.text.language import LanguageProfile, as_profile

Scores = npt.NDArray[np.float64]

# The figures up to LEAST_SURPLUS were chosen, as those of `shingles` were, on quotes recombined from news
# (tests/bench/bench_pair.py).
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
# one; each doubling of the wordings asks for one bit more. From 20,000 to 1,000,000 quotes this is where at
# least 99 of 100 pairs are right.
LEAST_SURPLUS = -4.1
# A share p of unchanged words leaves about p² of the runs of two words and p³ of those of three: to the power
# of this, a share of shingles is about the share of words.
WORDS_OF_SHINGLES = 0.4
# A guard of time: past this product of two lengths, the shared shingles stand for the comparison in full.
MOST_COMPARED = 1 << 26

# Guards of memory; what is worked on together stays in the processor's cache.
_LENGTHS_AT_ONCE = 1 << 16
_PAIRS_AT_ONCE = 1 << 20
_STRINGS_AT_ONCE = 1 << 12
# Code points that no string may hold, and how many there are to stand for words.
_SURROGATES = 0xD800, 0x800
_CODE_POINTS = 0x110000 - 0x800


def pair(
    quotes: Iterable[str], *, score_cutoff: float = 0.6, lang: str | LanguageProfile = "en"
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
        lang: The language of the quotes, for its function words: its code, or its profile.

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
    language = as_profile(lang)
    quoted = encode(quotes)
    first, wordings = _distinct(quoted)
    texts = quoted.select(wordings)
    del quoted
    a, b, scores = _pair_wordings(texts, _weights(texts, language), score_cutoff)
    i, j, scores = _spread(first, wordings, a, b, scores)
    order = np.argsort(i << 32 | j)
    return zip(i[order].tolist(), j[order].tolist(), scores[order].tolist(), strict=True)


def _distinct(texts: EncodedTexts) -> tuple[Integers, npt.NDArray[np.bool_]]:
    """For each text the first of the same words, and which texts are the first of theirs and have words."""
    _, firsts, which = np.unique(texts.hashes, return_index=True, return_inverse=True)
    first = firsts[which]
    return first, (first == np.arange(len(first))) & (texts.lengths > 0)


def _weights(texts: EncodedTexts, language: LanguageProfile) -> Integers:
    """What each word of the vocabulary weighs: how rare it is among the wordings, in steps."""
    seen = np.bincount(texts.numbers, minlength=len(texts.vocabulary))
    return weights_of(texts.vocabulary, seen, len(texts.numbers), language)


def weights_of(vocabulary: Sequence[str], seen: Integers, total: int, language: LanguageProfile) -> Integers:
    """What words weigh of which each is seen so often among a total of words."""
    function_words = language.words("function_words")
    prior = np.ones(len(vocabulary), dtype=np.int64)
    prior[[word in function_words for word in vocabulary]] = ONE_CONTENT_WORD_OF // ONE_FUNCTION_WORD_OF
    bits = np.log2((total + ONE_CONTENT_WORD_OF) / (seen + prior))
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

    def select(self, which: npt.NDArray[np.bool_]) -> "Candidates":
        """Some of the pairs only."""
        return Candidates(*(column.compress(which) for column in _columns(self)))


def _columns(candidates: Candidates) -> tuple[Any, ...]:
    return attrs.astuple(candidates, recurse=False)


def scored(
    texts: EncodedTexts, weights: Integers, sharing: Sharing, wordings: int, score_cutoff: float
) -> tuple[Integers, Integers, Scores]:
    """Those of some pairs of wordings that are one quotation, with their scores.

    Args:
        texts: The wordings, or those of all of them that are in the pairs.
        weights: What each word of its vocabulary weighs among all wordings.
        sharing: The pairs.
        wordings: How many wordings there are in all.
        score_cutoff: The least score.
    """
    lengths = _lengths(texts, weights)
    return _matching(texts, weights, _worthwhile(texts, lengths, sharing, wordings), score_cutoff)


def _lengths(texts: EncodedTexts, weights: Integers) -> Integers:
    """What the words of each wording weigh together."""
    lengths = np.zeros(len(texts.lengths), dtype=np.int64)
    for low in range(0, len(lengths), _LENGTHS_AT_ONCE):
        bounds = texts.starts[low : low + _LENGTHS_AT_ONCE + 1]
        weighed = starts_of(weights[texts.numbers[bounds[0] : bounds[-1]]])
        lengths[low : low + _LENGTHS_AT_ONCE] = np.diff(weighed[bounds - bounds[0]])
    return lengths


def _worthwhile(texts: EncodedTexts, lengths: Integers, sharing: Sharing, wordings: int) -> Candidates:
    """Those of some pairs that are worth a comparison word by word."""
    share = sharing.counts / np.maximum(1, np.minimum(sharing.rare_of_a, sharing.rare_of_b))
    enough = np.flatnonzero(share >= LEAST_SHARED)
    a, b, share, counts = sharing.a[enough], sharing.b[enough], share[enough], sharing.counts[enough]
    shorter, longer = np.minimum(lengths[a], lengths[b]), np.maximum(lengths[a], lengths[b])
    # What is strewn over a long text counts less.
    chance = LEAST_SURPLUS + np.log2(wordings) / BITS_A_STEP
    needed = chance + 2 * np.log2(longer / counts)
    kept = shorter - 2 * _missing(texts, lengths, a, b) >= needed
    return Candidates(a, b, share, shorter, longer, needed).select(kept)


def _pair_wordings(
    texts: EncodedTexts, weights: Integers, score_cutoff: float
) -> tuple[Integers, Integers, Scores]:
    """The pairs of distinct wordings, and their scores."""
    found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))]
    found += [_matching(texts, weights, some, score_cutoff) for some in _candidates(texts, weights)]
    a, b, scores = (np.concatenate(column) for column in zip(*found, strict=True))
    return a, b, scores


def _matching(
    texts: EncodedTexts, weights: Integers, candidates: Candidates, score_cutoff: float
) -> tuple[Integers, Integers, Scores]:
    """Those of some candidates whose words match, word by word, with their scores."""
    matched = _in_common(texts, weights, candidates)
    scores = matched / candidates.shorter
    kept = (2 * matched - candidates.shorter >= candidates.needed) & (scores >= score_cutoff)
    return candidates.a[kept], candidates.b[kept], scores[kept]


def _candidates(texts: EncodedTexts, weights: Integers) -> Iterator[Candidates]:
    """The pairs of wordings that are worth a comparison word by word, a part at a time."""
    lengths = _lengths(texts, weights)
    waiting: list[Candidates] = []
    for shared in sharing(texts):
        waiting.append(_worthwhile(texts, lengths, shared, len(lengths)))
        # Comparing many pairs at once makes each wording's string less often.
        if sum(len(candidates.a) for candidates in waiting) >= _PAIRS_AT_ONCE:
            yield _together(waiting)
            waiting.clear()
    if waiting:
        yield _together(waiting)


def _together(some: Sequence[Candidates]) -> Candidates:
    return Candidates(*map(np.concatenate, zip(*map(_columns, some), strict=True)))


def _missing(texts: EncodedTexts, lengths: Integers, a: Integers, b: Integers) -> Scores:
    """About what the words weigh that the shorter of two wordings has and the longer has not, or less."""
    swap = lengths[a] > lengths[b]
    shorter, longer = np.where(swap, b, a), np.where(swap, a, b)
    absent = texts.signatures.take(shorter, axis=0) & ~texts.signatures.take(longer, axis=0)
    missing: Integers = sum(np.bitwise_count(absent).T.astype(np.int64))
    return missing * (lengths / np.maximum(1, texts.lengths))[shorter]


def _in_common(texts: EncodedTexts, weights: Integers, candidates: Candidates) -> Scores:
    """What the words weigh that two wordings have in common in the same order."""
    matched = np.minimum(candidates.share, 1.0) ** WORDS_OF_SHINGLES * candidates.shorter
    exact = candidates.shorter * candidates.longer <= MOST_COMPARED
    a, b = candidates.a[exact], candidates.b[exact]
    which = np.zeros(len(texts.lengths), dtype=np.bool_)
    which[a] = which[b] = True
    strings = _strings(texts, weights, which)
    place = np.cumsum(which) - 1
    matched[exact] = process.cpdist(
        [strings[n] for n in place[a].tolist()],
        [strings[n] for n in place[b].tolist()],
        scorer=LCSseq.similarity,
        dtype=np.int64,
    )
    return matched


def _strings(texts: EncodedTexts, weights: Integers, which: npt.NDArray[np.bool_]) -> list[str]:
    """Some wordings as strings: each word is a character, repeated as often as it weighs.

    The longest common subsequence of two such strings is the heaviest of the words. (Where repeated
    characters match, matching whole words is as good, since words that match weigh the same.)
    """
    codes = np.arange(len(weights), dtype=np.uint32) % _CODE_POINTS
    codes[codes >= _SURROGATES[0]] += np.uint32(_SURROGATES[1])
    wanted = np.flatnonzero(which)
    strings: list[str] = []
    for low in range(0, len(wanted), _STRINGS_AT_ONCE):
        some = wanted[low : low + _STRINGS_AT_ONCE]
        starts = starts_of(texts.lengths[some])
        places = np.repeat(texts.starts[some] - starts[:-1], np.diff(starts)) + np.arange(starts[-1])
        numbers = texts.numbers[places]
        times = weights[numbers]
        joined = np.repeat(codes[numbers], times).astype("<u4").tobytes().decode("utf-32-le")
        bounds = starts_of(times)[starts].tolist()
        strings += [joined[start:end] for start, end in pairwise(bounds)]
    return strings


def _spread(
    first: Integers, wordings: npt.NDArray[np.bool_], a: Integers, b: Integers, scores: Scores
) -> tuple[Integers, Integers, Scores]:
    """From pairs of wordings to pairs of quotes, those of one wording included."""
    # The quotes in groups of one wording; a quote without words is in none.
    order = np.argsort(first, kind="stable")
    order = order[wordings[first[order]]]
    heads = heads_of(first[order])
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
    nth = np.arange(times.sum()) - np.repeat(starts_of(times)[:-1], times)
    width = np.repeat(many[b], times)
    i = order[np.repeat(heads[a], times) + nth // width]
    j = order[np.repeat(heads[b], times) + nth % width]
    columns.append((np.minimum(i, j), np.maximum(i, j)))
    low, high = (np.concatenate(column) for column in zip(*columns, strict=True))
    return low, high, np.concatenate((np.ones(same), np.repeat(scores, times)))
