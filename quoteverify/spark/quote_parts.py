"""Parts of quotes as rows, and back: what comparing needs of a part, without its article."""

from collections.abc import Iterable, Iterator
from typing import Any

from quoteverify.collation.compare.linking import equality_key
from quoteverify.collation.compare.quote_parts import (
    QuotePart,
    content_words,
    quote_parts,
    trigrams,
    unquoted_sentences,
)
from quoteverify.collation.compare.reports.told import told_parts
from quoteverify.collation.compare.weights import WordWeights
from quoteverify.models import Attribution, Document, Quote, Report, Span, Speaker
from quoteverify.spark.tables import KEY, Columns, Row, hashed
from quoteverify.text.language import LanguageProfile

PART: Columns = {
    "key": KEY,
    "quote_id": "string",
    "report_id": "string",
    "kind": "string",
    "negated": "boolean",
    "said_spans": "array<bigint>",
    "speaker": "string",
    "speaker_kind": "string",
    "aliases": "array<string>",
    "confidence": "double",
    "outlet": "string",
    "published": "string",
    "start": "bigint",
    "end": "bigint",
    "text": "string",
    "size": "bigint",
}
"""A part: where it stands, what it says, how many words it has, and the quote or report that it is of."""

NGRAMS: Columns = {
    "wording": "bigint",
    "words": "array<string>",
    "content": "array<bigint>",
    "trigrams": "array<bigint>",
}
"""What a part is found by: all its words with its speaker, its content words, and every three in a row."""


def part_rows(
    document: Document, language: LanguageProfile, *, reported: bool, reports: bool = False
) -> Iterator[Row]:
    """The rows of the parts of a document's quotes, in order, with what they are found by.

    Args:
        document: The document.
        language: Its language.
        reported: Whether sentences outside its quotes are wanted as well.
        reports: Whether its reports are, which then are no such sentences.
    """
    weights = WordWeights((), language)
    told = [*told_parts(document, language)] if reports else []
    places = [span for part in told if part.report for span in part.report.spans]
    sentences = unquoted_sentences(document, language, places) if reported else ()
    for number, part in enumerate((*quote_parts(document, language), *told, *sentences)):
        words = content_words(part, weights)
        yield {
            **part_row(part, number),
            "wording": hashed(equality_key(part)),
            "words": sorted(map(str, words)),
            "content": [*map(hashed, words)],
            "trigrams": [*map(hashed, trigrams(part))],
        }


def part_row(part: QuotePart, number: int) -> dict[str, Any]:
    """The row of a part."""
    said, published = part.said, part.document.published
    speaker = said.speaker if said else None
    return {
        "key": {"document_id": part.document.id, "number": number},
        "quote_id": part.quote.id if part.quote else None,
        "report_id": part.report.id if part.report else None,
        "kind": said.kind.value if said else None,
        "negated": part.report.negated if part.report else None,
        "said_spans": [at for span in said.spans for at in (span.start, span.end)] if said else [],
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "aliases": list(speaker.aliases) if speaker else [],
        "confidence": said.attribution.confidence if said else None,
        "outlet": part.document.outlet,
        "published": published.isoformat() if published else None,
        "start": part.span.start,
        "end": part.span.end,
        "text": part.text,
        "size": len(part.stems),
    }


def parts_of(rows: Iterable[Row], language: LanguageProfile) -> list[QuotePart]:
    """The parts of some rows, in their order; those of one quote are of one, and those of one report."""
    documents: dict[str, Document] = {}
    quotes: dict[tuple[str, str], Quote] = {}
    reports: dict[tuple[str, str], Report] = {}
    found = []
    for row in rows:
        id, quote, report = row["key"]["document_id"], None, None
        if id not in documents:
            documents[id] = Document(id=id, text="", outlet=row["outlet"], published=row["published"])
        if row["quote_id"] is not None:
            quote = quotes.setdefault((id, row["quote_id"]), Quote(id=row["quote_id"], **_said(row)))
        elif row["report_id"] is not None:
            report = Report(id=row["report_id"], negated=row["negated"], **_said(row))
            report = reports.setdefault((id, row["report_id"]), report)
        span = Span(row["start"], row["end"])
        found.append(QuotePart(documents[id], quote, span, row["text"], language, report))
    return found


def _said(row: Row) -> dict[str, Any]:
    """What a quote and a report have in common."""
    speaker = None
    if row["speaker"] is not None:
        speaker = Speaker(row["speaker"], aliases=row["aliases"], kind=row["speaker_kind"])
    offsets = row["said_spans"]
    return {
        "spans": [Span(*ends) for ends in zip(offsets[::2], offsets[1::2], strict=True)],
        "text": "",
        "kind": row["kind"],
        "attribution": Attribution(speaker=speaker, confidence=row["confidence"]),
    }
