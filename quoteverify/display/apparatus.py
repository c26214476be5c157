"""A statement as an edition prints it: each wording once with all who have it, each difference once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import attrs

from quoteverify.display.differences_in_words import difference_in_words
from quoteverify.display.finding_names import QUOTE_KIND, Tone
from quoteverify.display.overlays import Numbered, into_joined
from quoteverify.display.phrases import counted, date_in_words, few
from quoteverify.models import (
    Difference,
    Document,
    Quote,
    QuoteKind,
    Severity,
    Span,
    Statement,
    Variant,
    Wording,
    gravest,
)
from quoteverify.models.quotes import instant

NAMED = 4
"""Documents to name in a line before the others are only counted."""
MOST_NAMED = NAMED + 1
"""Documents that are all named: to count one takes as much room as to name it."""
FEW_PRINTINGS = 8
"""Printings whose times are told one by one: of more there is a line to see them on, or the first of each."""

Quotes = Mapping[tuple[str, str | None], Quote]
"""Quotes by the ids of their documents and their own."""


@attrs.frozen
class DistinctWording:
    """A wording of a statement and who prints it.

    Attributes:
        indices: Which of the statement's variants have it.
        variant: The first of them.
        overlays: What differs, each at its place in the variant's text.
        texts: How many texts have it: what several outlets print of one agency counts once.
        severity: The gravest of what differs; None where nothing does.
    """

    indices: tuple[int, ...]
    variant: Variant
    overlays: tuple[tuple[Span, Numbered], ...]
    texts: int
    severity: Severity | None


@attrs.frozen
class ListedDifference:
    """A difference within a statement and who prints it.

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
    return attrs.evolve(difference, b=difference.a)


def claimed(variant: Variant) -> tuple[Difference, ...]:
    """The differences of a variant that claims to say the same, as one in other words does not."""
    return () if variant.wording == Wording.PARAPHRASE else variant.differences


def listed_differences(statement: Statement) -> list[ListedDifference]:
    """Each difference of a statement once, with every variant that has it."""
    found: dict[object, tuple[Difference, list[int]]] = {}
    for n, variant in enumerate(statement.variants):
        for difference in claimed(variant):
            found.setdefault(_key(difference), (difference, []))[1].append(n)
    return [
        ListedDifference(n, difference, tuple(indices))
        for n, (difference, indices) in enumerate(found.values(), 1)
    ]


def distinct_wordings(statement: Statement) -> list[DistinctWording]:
    """Each wording of a statement once, the one that the others are held against first.

    The others come as they matter, those with the gravest difference first, of these what most texts have.
    Where there is but one other, what differs is laid over both.
    """
    numbers = {_key(listed.difference): listed.number for listed in listed_differences(statement)}
    found = []
    for indices in _alike(statement):
        variant = statement.variants[indices[0]]
        overlays = _laid_over(variant, ((d, d.b) for d in claimed(variant)), numbers)
        texts = len(_texts(indices, statement))
        worst = gravest(claimed(variant))
        found.append(DistinctWording(tuple(indices), variant, overlays, texts, worst))
    found.sort(key=lambda wording: _rank(wording, statement))
    if len(found) == 2 and not found[0].overlays:
        base, other = found
        overlays = _laid_over(base.variant, ((d, d.a) for d in claimed(other.variant)), numbers)
        return [attrs.evolve(base, overlays=overlays), other]
    return found


def _laid_over(
    variant: Variant, differences: Iterable[tuple[Difference, Span]], numbers: Mapping[object, int]
) -> tuple[tuple[Span, Numbered], ...]:
    """Differences with their numbers, each at its place in the text of a variant, where it has one there."""
    within = into_joined(variant.spans)
    return tuple(
        (place, (numbers[_key(difference)], difference))
        for difference, span in differences
        if (place := within(span))
    )


def _rank(wording: DistinctWording, statement: Statement) -> tuple[bool, int, int]:
    """What wordings sort by."""
    worst = wording.severity
    return statement.base not in wording.indices, -worst.rank if worst else 1, -wording.texts


def _texts(indices: Iterable[int], statement: Statement) -> dict[str, tuple[str, ...]]:
    """The texts that some variants stand in, each by the first document that prints it."""
    prints = (statement.prints(statement.variants[n]) for n in indices)
    return {ids[0]: ids for ids in prints}


def _alike(statement: Statement) -> Iterable[list[int]]:
    """The variants that print the same, as a reader sees it."""
    groups: dict[object, list[int]] = {}
    for n, variant in enumerate(statement.variants):
        cells = tuple(column.cells[n] for column in statement.columns)
        groups.setdefault((variant.text, variant.wording, variant.is_reported, cells), []).append(n)
    return groups.values()


def printed_by(indices: Iterable[int], statement: Statement, documents: Mapping[str, Document]) -> list[str]:
    """The names of the documents that some of a statement's variants are printed in, each once."""
    return list(dict.fromkeys(documents[statement.variants[n].document_id].name for n in indices))


def naming(names: Sequence[str]) -> str:
    """Names as the beginning of a sentence about what each of them has; the first few of many.

    >>> naming(["First"]), naming(["First", "Second"])
    ('First', 'First, Second:')
    """
    if len(names) == 1:
        return names[0]
    openly, rest = few(names, NAMED)
    return f"{', '.join(openly)} and {len(rest)} more:" if rest else f"{', '.join(openly)}:"


def remarks(wording: DistinctWording, statement: Statement, quotes: Quotes) -> Sequence[str]:
    """What else is to be known of a wording: what sort of quote it stands in, whether it was the first."""
    said = []
    places = {(v.document_id, v.quote_id) for v in (statement.variants[n] for n in wording.indices)}
    for kind in dict.fromkeys(quotes[key].kind for key in sorted(places, key=str) if key in quotes):
        if kind != QuoteKind.SPEECH:
            said.append(QUOTE_KIND[kind])
    if wording.variant.is_reported:
        said.append("reported, without marks")
    if statement.first in wording.indices:
        said.append("published first")
    return [*said, *_prints(wording, statement)]


def _prints(wording: DistinctWording, statement: Statement) -> Iterator[str]:
    """How many texts have a wording, if several documents print one; whether it was changed in a copy."""
    of_texts = _texts(wording.indices, statement)
    printed = {statement.variants[n].document_id for n in wording.indices}
    if len(of_texts) < len(printed):
        texts = "one text" if len(of_texts) == 1 else f"{len(of_texts)} texts"
        yield f"printed by {len(printed)}, {texts}"
    elif len(printed) > MOST_NAMED:
        yield f"printed by {len(printed)}"
    if any(_changed(prints, wording, statement) for prints in of_texts.values()):
        yield "changed in a copy"


def _changed(prints: Collection[str], wording: DistinctWording, statement: Statement) -> bool:
    """Whether more documents that print one text have another wording of it."""
    having: dict[tuple[str, Wording], set[str]] = defaultdict(set)
    ids = frozenset(prints)
    for variant in statement.variants:
        if variant.document_id in ids:
            having[variant.text, variant.wording].add(variant.document_id)
    most = max(map(len, having.values()))
    return len(having[wording.variant.text, wording.variant.wording]) < most


def in_sum(
    statement: Statement, wordings: Sequence[DistinctWording], documents: Mapping[str, Document]
) -> list[str]:
    """What is to be known of a statement that many print, a sentence each; none where a glance tells it.

    Args:
        statement: The statement.
        wordings: What `distinct_wordings` makes of it.
        documents: The documents by their ids.
    """
    printed = {variant.document_id for variant in statement.variants}
    if len(printed) <= MOST_NAMED or len(wordings) == 1:
        return []
    return [
        f"{counted(len(wordings), 'wording')}.",
        *_commonest(wordings, statement, len(printed)),
        *_earliest(statement, documents),
        *_outliers(wordings),
    ]


def _commonest(wordings: Sequence[DistinctWording], statement: Statement, documents: int) -> Iterator[str]:
    """Which wording most texts have, if one has more than any other."""
    most, *others = sorted(wordings, key=lambda wording: -wording.texts)
    if most.texts > others[0].texts:
        which = "first" if statement.base in most.indices else "one that differs from the first"
        having = len({statement.variants[n].document_id for n in most.indices})
        yield f"The commonest is the {which}, printed by {having} of {documents}."


def _earliest(statement: Statement, documents: Mapping[str, Document]) -> Iterator[str]:
    if statement.first is not None:
        document = documents[statement.variants[statement.first].document_id]
        if document.published:
            yield f"The earliest is that of {document.name}, {date_in_words(document.published)}."


def _outliers(wordings: Sequence[DistinctWording]) -> Iterator[str]:
    """How many wordings stand in one text only, if some stand in more."""
    alone = sum(wording.texts == 1 for wording in wordings)
    if alone and alone < len(wordings):
        yield f"{counted(alone, 'wording stands', 'wordings stand')} in one text only."


class Sameness(StrEnum):
    """How a statement is the same whose quoted words do not differ."""

    SAME = "same"
    REPORTED = "reported"

    @property
    def tone(self) -> Tone:
        """How it reads."""
        return Tone.GOOD if self is Sameness.SAME else Tone.LOOK

    @property
    def words(self) -> str:
        """What to say of it."""
        return "the same words" if self is Sameness.SAME else "quoted in one, reported in another"


def sameness(statement: Statement) -> Sameness:
    """How a statement is the same whose quoted words do not differ."""
    told = any(variant.is_reported for variant in statement.variants)
    return Sameness.REPORTED if told else Sameness.SAME


@attrs.frozen
class Printing:
    """One document's printing of a statement.

    Attributes:
        published: When.
        document: Where.
        severity: How much it differs from what the others are held against; None if not at all.
        says: What it has, as the end of a sentence about it.
    """

    published: dt.date | dt.datetime
    document: Document
    severity: Severity | None
    says: str


def timeline(statement: Statement, documents: Mapping[str, Document]) -> list[Printing]:
    """The printings of a statement, the first published first; none where no two dates differ."""
    dated = [
        (instant(published), n, published)
        for n, variant in enumerate(statement.variants)
        if (published := documents[variant.document_id].published)
    ]
    if len({when for when, _, _ in dated}) < 2:
        return []
    printings = (
        _printing(statement, n, documents[statement.variants[n].document_id], published)
        for _, n, published in sorted(dated, key=lambda item: item[:2])
    )
    # A document may have one wording twice, as where a pull quote repeats it.
    return list({(printing.document.id, printing.says): printing for printing in printings}.values())


def first_of_each(printings: Iterable[Printing]) -> list[tuple[Printing, int]]:
    """The first printing that has something, and how many have the same later."""
    alike: dict[object, list[Printing]] = {}
    for printing in printings:
        alike.setdefault((printing.says, printing.severity), []).append(printing)
    return [(first, len(later)) for first, *later in alike.values()]


def _printing(statement: Statement, n: int, document: Document, published: dt.date | dt.datetime) -> Printing:
    variant = statement.variants[n]
    worst = max(claimed(variant), key=lambda d: d.severity.rank, default=None)
    if worst:
        more = len(variant.differences) - 1
        says = difference_in_words(worst, document.text) + (f" and {more} more" if more else "")
    elif variant.is_reported:
        says = "reports it without marks"
    else:
        says = "has what the others are held against" if n == statement.base else "has the same words"
    return Printing(published, document, worst.severity if worst else None, says)
