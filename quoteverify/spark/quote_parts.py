"""Pieces of quotes as rows, and back: what comparing needs of a piece, without its article."""

from collections.abc import Iterable, Iterator
from typing import Any

from quoteverify.collation.compare.quote_parts import Piece, Weights, cut, cut_unquoted, piece
from quoteverify.collation.compare.statements import telling, threes, wording
from quoteverify.models import Attribution, Document, Quote, Span, Speaker
from quoteverify.spark.tables import KEY, Columns, Row, hashed
from quoteverify.text.language import LanguageProfile

PIECE: Columns = {
    "key": KEY,
    "quote_id": "string",
    "quote_spans": "array<bigint>",
    "speaker": "string",
    "speaker_kind": "string",
    "aliases": "array<string>",
    "outlet": "string",
    "published": "string",
    "start": "bigint",
    "end": "bigint",
    "text": "string",
    "size": "bigint",
}
"""A piece: where it stands, what it says, how many words it has, and the quote that it is a part of."""

SIGNS: Columns = {
    "wording": "bigint",
    "words": "array<string>",
    "telling": "array<bigint>",
    "threes": "array<bigint>",
}
"""What a piece is found by: all its words with its speaker, its telling words, and every three in a row."""


def piece_rows(document: Document, language: LanguageProfile, *, reported: bool) -> Iterator[Row]:
    """The rows of a document's pieces, in order, with what they are found by.

    Args:
        document: The document.
        language: Its language.
        reported: Whether sentences outside its quotes are wanted as well.
    """
    weigh = Weights((), language)
    found = [*cut(document, language), *(cut_unquoted(document, language) if reported else ())]
    for number, one in enumerate(found):
        words = telling(one, weigh)
        yield {
            **piece_row(one, number),
            "wording": hashed(wording(one)),
            "words": sorted(map(str, words)),
            "telling": [*map(hashed, words)],
            "threes": [*map(hashed, threes(one))],
        }


def piece_row(one: Piece, number: int) -> dict[str, Any]:
    """The row of a piece."""
    quote, speaker = one.quote, one.quote.speaker if one.quote else None
    published = one.document.published
    return {
        "key": {"document_id": one.document.id, "number": number},
        "quote_id": quote.id if quote else None,
        "quote_spans": [at for span in quote.spans for at in (span.start, span.end)] if quote else [],
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "aliases": list(speaker.aliases) if speaker else [],
        "outlet": one.document.outlet,
        "published": published.isoformat() if published else None,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "size": len(one.stems),
    }


def pieces(rows: Iterable[Row]) -> list[Piece]:
    """The pieces of some rows, in their order; those of one quote are of one."""
    documents: dict[str, Document] = {}
    quotes: dict[tuple[str, str], Quote] = {}
    found = []
    for row in rows:
        id, quote = row["key"]["document_id"], None
        if id not in documents:
            documents[id] = Document(id=id, text="", outlet=row["outlet"], published=row["published"])
        if row["quote_id"] is not None:
            quote = quotes.setdefault((id, row["quote_id"]), _quote(row))
        found.append(piece(documents[id], quote, Span(row["start"], row["end"]), row["text"]))
    return found


def _quote(row: Row) -> Quote:
    speaker = None
    if row["speaker"] is not None:
        speaker = Speaker(row["speaker"], aliases=row["aliases"], kind=row["speaker_kind"])
    places = row["quote_spans"]
    return Quote(
        id=row["quote_id"],
        spans=[Span(*place) for place in zip(places[::2], places[1::2], strict=True)],
        text="",
        attribution=Attribution(speaker=speaker),
    )
