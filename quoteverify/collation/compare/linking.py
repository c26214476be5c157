"""Which parts of quotes are one statement: those that share n-grams are weighed against each other."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from quoteverify.collation.compare.groups import Link, PartPlace, grouped
from quoteverify.collation.compare.inverted_index import InvertedIndex
from quoteverify.collation.compare.quote_parts import QuotePart, ngrams
from quoteverify.collation.compare.shared_wording import SHARED_WHEN_DOUBTED, shared_wording
from quoteverify.collation.compare.weights import WordWeights

FEWEST_NGRAMS = 2
"""N-grams that two parts must share before they are laid side by side. Set on pairs of quotes from two
outlets, read by hand (docs/figures.md, "The same words in two outlets")."""


def in_statements(found: list[QuotePart], weights: WordWeights) -> list[list[QuotePart]]:
    """The parts that are one statement, together; in the order of their first parts."""
    # Equal parts of one speaker are one before anything is weighed, however many there are of them.
    first: dict[Hashable, int] = {}
    pairs = []
    for i, part in enumerate(found):
        same = first.setdefault(equality_key(part), i)
        if same != i:
            pairs.append((same, i))
    equal = _links(found, pairs, weights)
    links = _links(found, _candidates(found, sorted(first.values()), weights), weights)
    alike = [(i, j) for i, j in links if found[i].stems == found[j].stems]
    groups = grouped([place(part) for part in found], [*equal, *alike], links)
    return [[found[i] for i in group] for group in groups]


def place(part: QuotePart) -> PartPlace:
    """Where a part stands, for putting it in a group."""
    return PartPlace(part.document.id, part.quote.id if part.quote else "", part.span, len(part.stems))


def equality_key(part: QuotePart) -> Hashable:
    """What parts have in common that are equal, and of one speaker."""
    speaker = part.quote.speaker.name if part.quote and part.quote.speaker else None
    return tuple(part.stems), speaker


def _links(
    found: list[QuotePart], pairs: Iterable[tuple[int, int]], weights: WordWeights
) -> dict[tuple[int, int], Link]:
    """Those of some pairs that are one statement, with how."""
    shared = {(i, j): both for i, j in pairs if (both := shared_wording(found[i], found[j], weights))}
    # The more of two quotes stands in both, the less it matters that their speakers or dates differ.
    together: dict[tuple[int, int], float] = defaultdict(float)
    for (i, j), both in shared.items():
        together[id(found[i].quote), id(found[j].quote)] += both.amount
    return {
        (i, j): Link(both.weight, both.inside)
        for (i, j), both in shared.items()
        if not both.doubted or together[id(found[i].quote), id(found[j].quote)] >= SHARED_WHEN_DOUBTED
    }


def _candidates(found: list[QuotePart], chosen: list[int], weights: WordWeights) -> Iterator[tuple[int, int]]:
    """The pairs among the chosen parts that share n-grams: content words, or three words in a row."""
    index = InvertedIndex(ngrams(found[i], weights) for i in chosen)
    for a, b in index.pairs(FEWEST_NGRAMS):
        i, j = chosen[a], chosen[b]
        if found[i].quote is not found[j].quote:
            yield i, j
