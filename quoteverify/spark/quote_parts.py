"""Parts of quotes as rows, and back: what comparing needs of a part, without its article."""

from collections.abc import Iterable, Iterator
from typing import Any

from quoteverify.collation.compare.quote_parts import (
    QuotePart,
    content_words,
    quote_parts,
    trigrams,
    unquoted_sentences,
)
from quoteverify.collation.compare.statements import wording
from quoteverify.collation.compare.weights import Weights
from quoteverify.models import Attribution, Document, Quote, Span, Speaker
from quoteverify.spark.tables import KEY, Columns, Row, hashed
from quoteverify.text.language import LanguageProfile

PART: Columns = {
    "key": KEY,
    "quote_id": "string",
    "quote_spans": "array<bigint>",
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
"""A part: where it stands, what it says, how many words it has, and the quote that it is a part of."""

NGRAMS: Columns = {
    "wording": "bigint",
    "words": "array<string>",
    "content": "array<bigint>",
    "trigrams": "array<bigint>",
}
"""What a part is found by: all its words with its speaker, its content words, and every three in a row."""


def part_rows(document: Document, language: LanguageProfile, *, reported: bool) -> Iterator[Row]:
    """The rows of the parts of a document's quotes, in order, with what they are found by.

    Args:
        document: The document.
        language: Its language.
        reported: Whether sentences outside its quotes are wanted as well.
    """
    weights = Weights((), language)
    sentences = unquoted_sentences(document, language) if reported else ()
    for number, part in enumerate((*quote_parts(document, language), *sentences)):
        words = content_words(part, weights)
        yield {
            **part_row(part, number),
            "wording": hashed(wording(part)),
            "words": sorted(map(str, words)),
            "content": [*map(hashed, words)],
            "trigrams": [*map(hashed, trigrams(part))],
        }


def part_row(part: QuotePart, number: int) -> dict[str, Any]:
    """The row of a part."""
    quote, speaker = part.quote, part.quote.speaker if part.quote else None
    published = part.document.published
    return {
        "key": {"document_id": part.document.id, "number": number},
        "quote_id": quote.id if quote else None,
        "quote_spans": [at for span in quote.spans for at in (span.start, span.end)] if quote else [],
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "aliases": list(speaker.aliases) if speaker else [],
        "confidence": quote.attribution.confidence if quote else None,
        "outlet": part.document.outlet,
        "published": published.isoformat() if published else None,
        "start": part.span.start,
        "end": part.span.end,
        "text": part.text,
        "size": len(part.stems),
    }


def parts_of(rows: Iterable[Row], language: LanguageProfile) -> list[QuotePart]:
    """The parts of some rows, in their order; those of one quote are of one."""
    documents: dict[str, Document] = {}
    quotes: dict[tuple[str, str], Quote] = {}
    found = []
    for row in rows:
        id, quote = row["key"]["document_id"], None
        if id not in documents:
            documents[id] = Document(id=id, text="", outlet=row["outlet"], published=row["published"])
        if row["quote_id"] is not None:
            quote = quotes.setdefault((id, row["quote_id"]), _quote(row))
        found.append(QuotePart(documents[id], quote, Span(row["start"], row["end"]), row["text"], language))
    return found


def _quote(row: Row) -> Quote:
    speaker = None
    if row["speaker"] is not None:
        speaker = Speaker(row["speaker"], aliases=row["aliases"], kind=row["speaker_kind"])
    offsets = row["quote_spans"]
    return Quote(
        id=row["quote_id"],
        spans=[Span(*ends) for ends in zip(offsets[::2], offsets[1::2], strict=True)],
        text="",
        attribution=Attribution(speaker=speaker, confidence=row["confidence"]),
    )
