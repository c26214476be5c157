"""Documents as a reader reads them, and what was found in them at the offsets of the texts as given."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import attrs

from quoteverify.models import (
    Attribution,
    Difference,
    Document,
    OtherWording,
    Passage,
    Quote,
    Report,
    Span,
    Timing,
    Verification,
)
from quoteverify.models.quotes import changed, read_later
from quoteverify.text.excerpts import excerpt
from quoteverify.text.layout.page import Page


def reader_copy(document: Document, page: Page) -> Document:
    """A document whose text is what a reader reads, its quotes and times where they stand in that.

    Args:
        document: The document as given.
        page: What its text looks like.

    >>> from quoteverify.text.layout.reading_copy import page_of
    >>> text = "We **never** sail."
    >>> reader_copy(Document(text=text), page_of(text)).text
    'We never sail.'
    """

    def moved(span: Span) -> Span:
        start = page.place(span.start)
        return Span(start, max(start, page.place(span.end)))

    def told(_: str) -> tuple[Report, ...]:
        return tuple(_moved(report, moved) for report in document.reports)

    copy = changed(
        document,
        text=page.text,
        quotes=[_moved(quote, moved) for quote in document.quotes],
        timings=[Timing(moved(timing.span), timing.start, timing.end) for timing in document.timings],
        pages=list(map(moved, document.pages)),
    )
    return read_later(copy, told)


_Said = TypeVar("_Said", Quote, Report)


def _moved(said: _Said, moved: Callable[[Span], Span]) -> _Said:
    """A quote or report where it stands in a copy, with the words that say whose it is."""
    attribution = moved_attribution(said.attribution, moved)
    return attrs.evolve(said, spans=list(map(moved, said.spans)), attribution=attribution)


def moved_attribution(said_by: Attribution, moved: Callable[[Span], Span]) -> Attribution:
    """An attribution whose words stand elsewhere: in a copy of its text, or in the text as given.

    Args:
        said_by: The attribution.
        moved: Where a span stands there.

    >>> said_by = Attribution(mention=Span(4, 8))
    >>> moved_attribution(said_by, lambda span: Span(span.start + 2, span.end + 2)).mention
    Span(start=6, end=10)
    """

    def there(span: Span | None) -> Span | None:
        return None if span is None else moved(span)

    return attrs.evolve(
        said_by,
        mention=there(said_by.mention),
        antecedent=there(said_by.antecedent),
        cue=there(said_by.cue),
        addressee=there(said_by.addressee),
    )


def as_given(found: Verification, claim: Page, sources: Mapping[str, Page]) -> Verification:
    """What was found in readers' copies, at the offsets of the texts as given.

    Args:
        found: The findings on copies.
        claim: The page of the claim.
        sources: The pages of those sources that are not what a reader reads, by the document's id.
    """
    if claim.is_plain and not sources:
        return found
    pages = [sources.get(passage.document_id) for passage in found.passages]
    moved = {id(d): _difference(d, claim, pages) for d in found.differences}
    surroundings = found.surroundings
    if pages and (page := pages[0]):
        surroundings = tuple(map(page.span, surroundings))
    return attrs.evolve(
        found,
        claim=claim.given,
        passages=[_passage(passage, sources) for passage in found.passages],
        alternatives=[_passage(passage, sources) for passage in found.alternatives],
        other_wordings=[_other_wording(other, claim, sources) for other in found.other_wordings],
        nearest=_passage(found.nearest, sources) if found.nearest else None,
        differences=[moved[id(d)] for d in found.differences],
        surroundings=surroundings,
        disallowed=[moved[id(d)] for d in found.disallowed],
    )


def _other_wording(other: OtherWording, claim: Page, sources: Mapping[str, Page]) -> OtherWording:
    """Another source's wording at the offsets of that source and of the claim as given."""
    pages = [sources.get(other.passage.document_id)]
    return attrs.evolve(
        other,
        passage=_passage(other.passage, sources),
        differences=[_difference(difference, claim, pages) for difference in other.differences],
    )


def _difference(difference: Difference, claim: Page, pages: list[Page | None]) -> Difference:
    """A difference at the offsets of the source and the claim as given."""
    b = claim.span(difference.b)
    page = pages[difference.passage or 0] if pages else None
    a = page.span(difference.a) if page else difference.a
    return attrs.evolve(
        difference,
        a=a,
        b=b,
        a_text=a.of(page.given) if page else difference.a_text,
        b_text=b.of(claim.given),
    )


def _passage(passage: Passage, sources: Mapping[str, Page]) -> Passage:
    """A passage at the offsets of its source as given."""
    page = sources.get(passage.document_id)
    if page is None:
        return passage
    spans = [part for span in passage.spans for part in page.spans(span)]
    around = excerpt(page.given, spans)
    return attrs.evolve(
        passage,
        spans=spans,
        text=" ".join(span.of(page.given) for span in spans),
        excerpt=around.of(page.given),
        excerpt_start=around.start,
        time=passage.time and attrs.evolve(passage.time, span=page.span(passage.time.span)),
    )
