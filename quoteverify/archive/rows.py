"""Documents as rows of the archive's table, and back, with nothing lost.

Quotes and speakers are one JSON text of nested lists without names for the fields, which is quicker to
write and to read than records with names. Its shape belongs to the version of the file: a later version adds
to the end of a list, and what an earlier one wrote is read with what stands for nothing in the added places.
"""

import functools
import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from quoteverify.errors import ExchangeFormatError
from quoteverify.models import Attribution, Document, Marks, Quote, Span, Speaker, Timing

COLUMNS = "id, content, outlet, title, url, published, timings, reading, text"
"""The columns that `to_row` fills, in its order."""

WIDTH = COLUMNS.count(",") + 1

Stored = str | bytes | None

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def to_row(document: Document, key: bytes) -> tuple[Stored, ...]:
    """A document as the values of `COLUMNS`; ``key`` is its `content`."""
    return (
        stored(document.id),
        key,
        _stored(document.outlet),
        _stored(document.title),
        _stored(document.url),
        _published(document),
        _timings(document),
        _stored(_reading(document)),
        stored(document.text),
    )


def text_of(values: Sequence[Any]) -> str:
    """The text of a row's document."""
    return restored(values[-1])


def from_row(values: Sequence[Any], within: Sequence[Span] | None = None) -> Document:
    """The document of a row.

    Args:
        values: Those of `COLUMNS`.
        within: Make only the quotes that are in one of these stretches, and no speakers but theirs: to
            make all of a long article's takes longer than to verify a claim.

    Raises:
        ExchangeFormatError: The row is not what `to_row` wrote.
    """
    id, _, outlet, title, url, published, timings, reading, text = values
    try:
        text = restored(text)
        quotes, speakers = _quotes(_restored(reading), text, within)
        return Document(
            id=restored(id),
            text=text,
            outlet=_restored(outlet),
            title=_restored(title),
            url=_restored(url),
            published=published,
            quotes=quotes,
            speakers=speakers,
            timings=[Timing(Span(*span), start, end) for *span, start, end in json.loads(timings or "[]")],
        )
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ExchangeFormatError(f"the archive's document {id!r} is broken: {error}") from error


def content(document: Document) -> bytes:
    """What tells one source from another: its text and where it was printed, whatever its id and reading."""
    printed = repr((document.outlet, document.title, document.url, _published(document)))
    digest = hashlib.blake2b(printed.encode(), digest_size=16)
    digest.update(document.text.encode("utf8", "surrogatepass"))
    return digest.digest()


def stored(text: str) -> str | bytes:
    r"""A text as SQLite can hold it: as it is, or as bytes if half a surrogate pair is in it.

    >>> stored("a"), stored("a\ud800")
    ('a', b'a\xed\xa0\x80')
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf8", "surrogatepass")
    return text


def restored(value: str | bytes) -> str:
    """The text that `stored` was given."""
    return value.decode("utf8", "surrogatepass") if isinstance(value, bytes) else value


def _stored(text: str | None) -> Stored:
    return None if text is None else stored(text)


def _restored(value: Stored) -> str | None:
    return None if value is None else restored(value)


def _published(document: Document) -> str | None:
    return document.published.isoformat() if document.published else None


def _timings(document: Document) -> str | None:
    if not document.timings:
        return None
    return _encode([(t.span.start, t.span.end, t.start, t.end) for t in document.timings])


def _reading(document: Document) -> str | None:
    """Quotes and speakers as JSON: how many speakers are the document's own, all speakers, the quotes."""
    if not document.quotes and not document.speakers:
        return None
    text, speakers = document.text, list(document.speakers)
    numbers = {id(speaker): n for n, speaker in enumerate(speakers)}
    quotes = []
    for quote in document.quotes:
        said, spans = quote.attribution, quote.spans
        speaker, mention, antecedent = said.speaker, said.mention, said.antecedent
        cue, addressee = said.cue, said.addressee
        number = None
        if speaker is not None:
            number = numbers.get(id(speaker))
            if number is None:
                number = numbers[id(speaker)] = len(speakers)
                speakers.append(speaker)
        quotes.append(
            (
                quote.id,
                [at for span in spans for at in (span.start, span.end)],
                # What stands in the document's text is not written twice.
                None if quote.text == _joined(text, spans) else quote.text,
                quote.kind,
                [mark for marks in quote.marks for mark in (marks.open, marks.close)],
                number,
                mention and (mention.start, mention.end),
                cue and (cue.start, cue.end),
                addressee and (addressee.start, addressee.end),
                said.reason,
                said.confidence,
                quote.kind_rule,
                said.resolution,
                antecedent and (antecedent.start, antecedent.end),
            )
        )
    people = [(speaker.name, speaker.kind, speaker.aliases) for speaker in speakers]
    return _encode((len(document.speakers), people, quotes))


def _joined(text: str, spans: Sequence[Span]) -> str:
    """What stands at the spans of a quote that is in one paragraph."""
    if len(spans) == 1:
        return text[spans[0].start : spans[0].end]
    return " ".join([span.of(text) for span in spans])


def _quotes(
    reading: str | None, text: str, within: Sequence[Span] | None
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """The quotes and speakers that `_reading` wrote."""
    if reading is None:
        return (), ()
    own, people, rows = json.loads(reading)
    if within is not None:
        own = 0
        # One is kept in any case: whether a document has quotes is a finding too.
        near = [
            row for row in rows if row[1] and any(s.start < row[1][-1] and row[1][0] < s.end for s in within)
        ]
        rows = near or rows[:1]

    @functools.cache
    def speaker(number: int) -> Speaker:
        name, kind, aliases = people[number]
        return Speaker(name, kind=kind, aliases=aliases)

    quotes = []
    for row in rows:
        id, offsets, said, kind, marks, number, mention, cue, addressee, reason, confidence, *later = row
        kind_rule, resolution, antecedent = later or _LATER
        spans = [Span(start, end) for start, end in _pairs(offsets)]
        quotes.append(
            Quote(
                id=id,
                text=_joined(text, spans) if said is None else said,
                kind=kind,
                kind_rule=kind_rule,
                spans=spans,
                marks=[Marks(*pair) for pair in _pairs(marks)],
                attribution=Attribution(
                    speaker=None if number is None else speaker(number),
                    mention=mention and Span(*mention),
                    antecedent=antecedent and Span(*antecedent),
                    cue=cue and Span(*cue),
                    addressee=addressee and Span(*addressee),
                    reason=reason,
                    resolution=resolution,
                    confidence=confidence,
                ),
            )
        )
    return tuple(quotes), tuple(map(speaker, range(own)))


_LATER = ("", "", None)
"""What a quote of version 1 has for the fields of version 2: rule of its kind, resolution, antecedent."""


def _pairs(values: Sequence[Any]) -> Iterable[tuple[Any, Any]]:
    return zip(values[::2], values[1::2], strict=True)
