"""A statement as an edition prints it: each wording once with all who have it, each difference once."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from quoteverify.display.layers import Numbered, into_joined
from quoteverify.display.phrases import QUOTE_KIND
from quoteverify.models import Difference, Document, Quote, QuoteKind, Span, Statement, Variant

NAMED = 4
"""Documents to name in a line before the others are only counted."""


@attrs.frozen
class Wording:
    """A wording and who prints it.

    Attributes:
        indices: Which of the statement's variants have it.
        variant: The first of them.
        laid: What differs, each at its place in the variant's text.
    """

    indices: tuple[int, ...]
    variant: Variant
    laid: list[tuple[Span, Numbered]]


@attrs.frozen
class Entry:
    """A difference and who prints it.

    Attributes:
        number: From 1, in the order of the variants.
        difference: As the first of the variants has it.
        indices: Which of the statement's variants have it.
    """

    number: int
    difference: Difference
    indices: tuple[int, ...]


def _key(difference: Difference) -> object:
    """What is one difference in whatever document it stands: all but its place there."""
    return attrs.astuple(attrs.evolve(difference, b=difference.a))


def entries(statement: Statement) -> list[Entry]:
    """Each difference of a statement once, with every variant that has it."""
    found: dict[object, tuple[Difference, list[int]]] = {}
    for n, variant in enumerate(statement.variants):
        for difference in variant.differences:
            found.setdefault(_key(difference), (difference, []))[1].append(n)
    return [Entry(n, difference, tuple(indices)) for n, (difference, indices) in enumerate(found.values(), 1)]


def distinct_wordings(statement: Statement) -> list[Wording]:
    """Each wording of a statement once, the one that the others are held against first.

    Where only one differs from that, what differs is laid over both.
    """
    numbers = {_key(entry.difference): entry.number for entry in entries(statement)}
    groups: dict[object, list[int]] = {}
    for n, variant in enumerate(statement.variants):
        cells = tuple(column.cells[n] for column in statement.columns)
        groups.setdefault((variant.text, cells), []).append(n)
    wordings = []
    for indices in groups.values():
        variant = statement.variants[indices[0]]
        within = into_joined(variant.spans)
        laid = [(place, (numbers[_key(d)], d)) for d in variant.differences if (place := within(d.b))]
        wordings.append(Wording(tuple(indices), variant, laid))
    wordings.sort(key=lambda wording: statement.base not in wording.indices)
    if len(wordings) == 2 and not wordings[0].laid:
        base, other = wordings
        within = into_joined(base.variant.spans)
        base.laid.extend(
            (place, (numbers[_key(d)], d)) for d in other.variant.differences if (place := within(d.a))
        )
    return wordings


def bearers(indices: Iterable[int], statement: Statement, documents: Mapping[str, Document]) -> list[str]:
    """The names of the documents that have something."""
    return list(dict.fromkeys(documents[statement.variants[n].document_id].name for n in indices))


def subject(every: Sequence[str]) -> str:
    """Names as the beginning of a sentence about what each of them has; the first few of many.

    >>> subject(["First"]), subject(["First", "Second"])
    ('First', 'First, Second:')
    """
    if len(every) == 1:
        return every[0]
    if len(every) <= NAMED + 1:
        return f"{', '.join(every)}:"
    return f"{', '.join(every[:NAMED])} and {len(every) - NAMED} more:"


def remarks(
    wording: Wording, statement: Statement, quotes: Mapping[tuple[str, str | None], Quote]
) -> Sequence[str]:
    """What else is to be known of a wording: what sort of quote it stands in, whether it was the first."""
    said = []
    kinds = {(v.document_id, v.quote_id) for v in (statement.variants[n] for n in wording.indices)}
    for kind in dict.fromkeys(quotes[key].kind for key in sorted(kinds, key=str) if key in quotes):
        if kind != QuoteKind.SPEECH:
            said.append(QUOTE_KIND[kind])
    if any(statement.variants[n].quote_id is None for n in wording.indices):
        said.append("reported, without marks")
    if statement.first in wording.indices:
        said.append("published first")
    return said
