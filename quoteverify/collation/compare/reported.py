"""Who reports what others quote: sentences without marks that have the words of a statement."""

from collections import Counter
from collections.abc import Iterable

from quoteverify.collation.compare.inverted_index import InvertedIndex
from quoteverify.collation.compare.quote_parts import QuotePart, trigrams
from quoteverify.collation.compare.shared_wording import SHARED_WHEN_DOUBTED, shared_wording
from quoteverify.collation.compare.weights import Weights

FEWEST_TRIGRAMS = 3
"""Runs of three words that a sentence shares with a quotation before they are laid side by side. In a
thousand articles of news no sentence with one reported it, and those with two said something else."""


def add_reported(groups: list[list[QuotePart]], sentences: Iterable[QuotePart], weights: Weights) -> None:
    """Add to each group the sentences in which a document that does not quote the words reports them.

    Args:
        groups: The parts of each statement; what is found is put at the end.
        sentences: What stands outside the quotes of all documents.
        weights: What words weigh.
    """
    longest = list(map(longest_of, groups))
    index = InvertedIndex(map(trigrams, longest))
    best: dict[tuple[int, str], tuple[float, QuotePart]] = {}
    for sentence in sentences:
        near = Counter(n for postings in index.postings(trigrams(sentence)) for n in postings)
        for n in [n for n, shared in near.items() if shared >= FEWEST_TRIGRAMS]:
            shared = shared_wording(longest[n], sentence, weights)
            key = (n, sentence.document.id)
            if not shared or (shared.doubted and shared.amount < SHARED_WHEN_DOUBTED):
                continue
            if shared.weight > best.get(key, (0.0,))[0]:
                best[key] = shared.weight, shared.within(sentence)
    for (n, id), (_, sentence) in best.items():
        if all(part.document.id != id for part in groups[n]):
            groups[n].append(sentence)


def longest_of(group: Iterable[QuotePart]) -> QuotePart:
    """The part with most words, the first of equals; what is told only where nothing is quoted."""
    return max(group, key=lambda part: (part.quote is not None, len(part.stems)))
