"""Quotes and reports as annotations of the W3C, out and in: https://www.w3.org/TR/annotation-model/ (2017).

Each is an ``Annotation`` whose targets are its spans. What is known of it is in the bodies: its kind
(purpose ``classifying``), its speaker (``identifying``), the rules that decided (``describing``), and the
place that names the speaker where the words beside the quote do not (``linking``). What is told without marks
is tagged so (``tagging``), and linked to the quotes that stand in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from quoteverify.errors import ArgumentTypeError, ExchangeFormatError, check_choice, check_type
from quoteverify.exchange.linked import address, identifier
from quoteverify.exchange.selectors import UNITS, Utf16Text, anchor, selectors, several, terms
from quoteverify.exchange.serialization import loaded
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Report, ReportKind, Span, Speaker
from quoteverify.models.quotes import changed, said_in

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


REPORTED, NEGATED = "reported speech", "not said"
"""What is tagged: that something is told without marks, and that it is told not to have been said."""


def to_annotations(document: Document, *, unit: str = "code_points", reports: bool = False) -> dict[str, Any]:
    """Make annotations of a document's quotes: a collection, as JSON-LD, with all of them on its first page.

    Args:
        document: A parsed document. What is annotated is named by its ``url``, where it has the address of a
            page, else by a UUID made from its id. A quote without spans is left out.
        unit: What offsets count: "code_points", as the W3C has it and everywhere here, or "utf16", as
            JavaScript does. Each position says which it is by ``conformsTo``.
        reports: Whether what is told without marks is annotated too, behind the quotes.

    Returns:
        The ``AnnotationCollection``, of dicts, lists and plain values.

    Raises:
        ArgumentTypeError: An argument is something else.
        ArgumentValueError: There is no such unit; the message lists those there are.

    >>> quote = Quote(id="q1", spans=[Span(1, 9)], text="We sail,")
    >>> (annotation,) = to_annotations(Document(text="“We sail,” he said.", quotes=[quote]))["first"]["items"]
    >>> annotation["target"][0]["selector"][1]
    {'type': 'TextQuoteSelector', 'exact': 'We sail,', 'prefix': '“', 'suffix': '” he said.'}
    """
    check_type("document", document, Document)
    check_type("unit", unit, str)
    check_type("reports", reports, bool)
    check_choice("unit", unit, tuple(UNITS))
    places = Utf16Text(document.text)
    said = said_in(document, reports=reports)
    items = [_annotation(document, one, places, unit) for one in said if one.spans]
    collection, page = (identifier(kind, document.id) for kind in ("collection", "page"))
    return {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"Quotations in {document.title or document.name}",
        "total": len(items),
        "first": {
            "id": page,
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
        "last": page,
    }


annotations = to_annotations
"""The same by an earlier name, which clashes with ``from __future__ import annotations``."""


def from_annotations(
    annotations: str | bytes | Mapping[str, Any] | Sequence[Any], document: Document | str
) -> Document:
    """Read a text's quotes from annotations of it, whoever made them.

    A target is where its position says, if its words stand there, counted in code points or in UTF-16; else
    it is where its words stand with those around them, nearest to the position if in several such places. The
    speaker is the body of the purpose ``identifying``, the kind that of ``classifying``. What is tagged
    "reported speech" is a report.

    Args:
        annotations: A collection with its pages, a page, an annotation or several, in the W3C's own terms;
            as JSON or as loaded from it.
        document: The text that they are of, or a document of it, whose facts are kept and whose speakers are
            known by their names.

    Returns:
        The document with the quotes of the annotations, and no others, in the order of the text; likewise
        its reports, if any are annotated. Their reason is "annotated"; how an earlier program came to them,
        and the marks, are not read.

    Raises:
        ArgumentTypeError: An argument is something else.
        ExchangeFormatError: This is no JSON and no annotation, some of it is elsewhere, or one of the
            annotations is not of this text.

    >>> quote = Quote(id="q1", spans=[Span(1, 9)], text="We sail,")
    >>> made = annotations(Document(text="“We sail,” he said.", quotes=[quote]))
    >>> from_annotations(made, "Today. “We sail,” he said.").quotes[0].spans
    (Span(start=8, end=16),)
    """
    given = _loaded(annotations)
    if isinstance(document, str):
        document = Document(text=document)
    check_type("document", document, Document)
    places = Utf16Text(document.text)
    known = {speaker.name: speaker for speaker in document.speakers}
    found: list[Quote | Report] = []
    for number, annotation in enumerate(_each(given), 1):
        try:
            found.append(_said(annotation, places, known))
        except ExchangeFormatError as error:
            raise ExchangeFormatError(f"annotation {number}: {error}") from error
    found.sort(key=lambda one: (one.spans[0].start, -one.spans[0].end))
    quotes = [one for one in found if isinstance(one, Quote)]
    numbered = [attrs.evolve(quote, id=f"q{n}") for n, quote in enumerate(quotes, 1)]
    speakers = dict.fromkeys(quote.speaker for quote in numbered if quote.speaker)
    read = changed(document, quotes=numbered, speakers=speakers)
    told = [one for one in found if isinstance(one, Report)]
    return attrs.evolve(read, reports=_numbered(told, numbered)) if told else read


def _numbered(reports: Iterable[Report], quotes: Sequence[Quote]) -> Iterator[Report]:
    """Reports with their ids, and those of the quotes that stand in them."""
    for number, report in enumerate(reports, 1):
        within = [
            quote.id
            for quote in quotes
            if any(
                own.start <= quote.spans[0].start and quote.spans[-1].end <= own.end for own in report.spans
            )
        ]
        yield attrs.evolve(report, id=f"r{number}", quotes=within)


def _annotation(document: Document, quote: Quote | Report, places: Utf16Text, unit: str) -> dict[str, Any]:
    source = address(document) or identifier("document", document.id)
    kind = "report" if isinstance(quote, Report) else "quote"
    return {
        "id": identifier(kind, document.id, quote.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            *_bodies(quote),
            *_antecedent(quote, source, places, unit),
            *(_quoted_within(document, quote) if isinstance(quote, Report) else ()),
        ],
        "target": [
            {"type": "SpecificResource", "source": source, "selector": selectors(span, places, unit)}
            for span in quote.spans
        ],
    }


def _bodies(quote: Quote | Report) -> Iterator[dict[str, Any]]:
    said = quote.attribution
    told = {"classifying": quote.kind.value}
    why = [f"kind by {quote.kind_rule}"] if isinstance(quote, Quote) and quote.kind_rule else []
    if said.speaker:
        told["identifying"] = said.speaker.name
        resolved = f", person by {said.resolution}" if said.resolution else ""
        why.append(f"speaker by {said.reason}{resolved}, confidence {said.confidence:.2f}")
    if why:
        told["describing"] = "; ".join(why)
    tags = [REPORTED, *([NEGATED] if quote.negated else [])] if isinstance(quote, Report) else []
    for purpose, value in (*told.items(), *(("tagging", tag) for tag in tags)):
        yield {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _quoted_within(document: Document, report: Report) -> Iterator[dict[str, Any]]:
    """The annotations of the quotes that stand in a report."""
    for id in report.quotes:
        quoted = identifier("quote", document.id, id)
        yield {"type": "SpecificResource", "purpose": "linking", "source": quoted}


def _antecedent(quote: Quote | Report, source: str, places: Utf16Text, unit: str) -> Iterator[dict[str, Any]]:
    """The place that names the speaker, where that is not beside the quote."""
    place = quote.attribution.antecedent
    if place is not None:
        yield {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": source,
            "selector": selectors(place, places, unit),
        }


def _loaded(annotations: str | bytes | Mapping[str, Any] | Sequence[Any]) -> Any:
    """Annotations as they are when JSON is loaded.

    Raises:
        ArgumentTypeError: They are something else.
        ExchangeFormatError: This is no JSON, or no annotation.
    """
    if isinstance(annotations, str | bytes):
        found = loaded(annotations)
        if not isinstance(found, dict | list):
            raise ExchangeFormatError("this is not an annotation")
        return found
    if not isinstance(annotations, Mapping | Sequence):
        raise ArgumentTypeError(
            f"annotations must be JSON, a dict or several, not {type(annotations).__name__}"
        )
    return annotations


def _each(given: Any) -> Iterator[Mapping[str, Any]]:
    """The annotations of a collection, a page or several of them."""
    for value in several(given):
        if not isinstance(value, Mapping):
            raise ExchangeFormatError(f"this is not an annotation: {str(value)[:80]!r}")
        kinds = terms(value.get("type"))
        if "Annotation" in kinds:
            yield value
        elif "AnnotationCollection" in kinds:
            yield from _pages(value.get("first"))
        elif "AnnotationPage" in kinds:
            yield from _pages(value)
        else:
            raise ExchangeFormatError(f"this is of no type that annotations have, but {value.get('type')!r}")


def _pages(page: Any) -> Iterator[Mapping[str, Any]]:
    """The annotations of a page and of those after it."""
    while page:
        if not isinstance(page, Mapping):
            raise ExchangeFormatError(f"some of the annotations are not here but at {str(page)[:80]!r}")
        for value in several(page.get("items")):
            if not isinstance(value, Mapping):
                raise ExchangeFormatError(f"an annotation is not here but at {str(value)[:80]!r}")
            yield value
        page = page.get("next")


def _said(annotation: Mapping[str, Any], places: Utf16Text, known: Mapping[str, Speaker]) -> Quote | Report:
    """The quote or report that an annotation is of; its id is given to it later."""
    spans = sorted(anchor(_selectors(target), places) for target in several(annotation.get("target")))
    if not spans:
        raise ExchangeFormatError("it has no target")
    bodies = [
        (purpose, body["value"])
        for body in several(annotation.get("body"))
        if isinstance(body, Mapping) and isinstance(body.get("value"), str)
        for purpose in terms(body.get("purpose"))
    ]
    told = dict(bodies)
    kind, name = told.get("classifying"), told.get("identifying")
    attribution = Attribution()
    if name is not None:
        attribution = Attribution(speaker=known.get(name, Speaker(name)), reason="annotated")
    if ("tagging", REPORTED) in bodies:
        return Report(
            id="",
            spans=spans,
            text=" ".join(span.of(places.text) for span in spans),
            kind=ReportKind(kind) if kind in list(ReportKind) else ReportKind.SAID,
            negated=("tagging", NEGATED) in bodies,
            attribution=attribution,
        )
    return Quote(
        id="",
        spans=spans,
        text=_joined(spans, places.text),
        kind=QuoteKind(kind) if kind in list(QuoteKind) else QuoteKind.SPEECH,
        attribution=attribution,
    )


def _selectors(target: Any) -> Sequence[Any]:
    return several(target.get("selector")) if isinstance(target, Mapping) else ()


def _joined(spans: Iterable[Span], text: str) -> str:
    """What stands at some spans, as the text of a quote joins it."""
    parts: list[str] = []
    end = None
    for span in spans:
        if end is not None:
            over_paragraphs = len(f"{text[end : span.start]}.".splitlines()) > 1
            parts.append("\n\n" if over_paragraphs else " ")
        parts.append(span.of(text))
        end = span.end
    return "".join(parts)
