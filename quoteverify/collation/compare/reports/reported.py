"""Who reports what others quote: sentences without marks that have the words of a statement."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate, chain
from typing import TypeGuard

from quoteverify.collation.compare.inverted_index import InvertedIndex
from quoteverify.collation.compare.quote_parts import (
    QuotePart,
    Unquoted,
    in_threes,
    sentences,
    trigrams,
    unquoted,
)
from quoteverify.collation.compare.shared_wording import SHARED_WHEN_DOUBTED, SharedWording, shared_wording
from quoteverify.collation.compare.weights import WordWeights
from quoteverify.collation.language.stems import stems
from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile

FEWEST_TRIGRAMS = 3
"""Runs of three words that a sentence shares with a quotation before they are laid side by side. In a
thousand articles of news no sentence with one reported it, and those with two said something else."""


def add_reported(
    groups: list[list[QuotePart]],
    narrations: Iterable[Unquoted],
    weights: WordWeights,
    told: Mapping[str, Collection[Span]] | None = None,
) -> None:
    """Add to each group the sentences in which a document that does not quote the words reports them.

    Args:
        groups: The parts of each statement; what is found is put at the end.
        narrations: All documents.
        weights: What words weigh.
        told: For documents of some ids what is known to be a report, and is looked at by itself.
    """
    told = told or {}
    longest = list(map(longest_of, groups))
    index = InvertedIndex(map(trigrams, longest))
    best: dict[tuple[int, str], tuple[float, QuotePart]] = {}
    for sentence in chain.from_iterable(
        _sentences(one, told.get(one.document.id, ()), index, weights.language) for one in narrations
    ):
        near = Counter(n for _, postings in index.postings(trigrams(sentence)) for n in postings)
        for n in [n for n, shared in near.items() if shared >= FEWEST_TRIGRAMS]:
            shared = shared_wording(longest[n], sentence, weights)
            key = (n, sentence.document.id)
            if _is_enough(shared) and shared.weight > best.get(key, (0.0,))[0]:
                best[key] = shared.weight, shared.within(sentence)
    for (n, id), (_, sentence) in best.items():
        if all(part.document.id != id for part in groups[n]):
            groups[n].append(sentence)


def _is_enough(shared: SharedWording | None) -> TypeGuard[SharedWording]:
    """Whether what a sentence shares with a statement shows that it reports it."""
    return shared is not None and not (shared.doubted and shared.amount < SHARED_WHEN_DOUBTED)


def _sentences(
    narration: Unquoted, told: Collection[Span], index: InvertedIndex, language: LanguageProfile
) -> Iterator[QuotePart]:
    """The sentences outside the quotes that may have the words of some, where enough stand between two."""
    runs = [list(in_threes(stems(keys, language))) for keys in narration.runs]
    # All runs are looked up at once, and cut into sentences only where one may be found.
    ends = list(accumulate(map(len, runs)))
    near: Counter[tuple[int, int]] = Counter()
    for at, postings in index.postings(chain.from_iterable(runs)):
        run = bisect_right(ends, at)
        near.update((run, n) for n in postings)
    likely = [run for (run, _), shared in near.items() if shared >= FEWEST_TRIGRAMS]
    places = [narration.places[run] for run in sorted(set(likely))]
    if told:
        every = unquoted(narration.document, told)
        places = [one for one in every if any(place.start <= one.start < place.end for place in places)]
    yield from sentences(narration.document, places, language)


def longest_of(group: Iterable[QuotePart]) -> QuotePart:
    """The part with most words, the first of equals; what is told only where nothing is quoted."""
    return max(group, key=lambda part: (part.quote is not None, len(part.stems)))
