"""Documents as rows of the archive's table, and back, with nothing lost.

Quotes and speakers are one JSON text of nested lists, without names for the fields: a tenth of the
time to write, and a third of the room, of records with names. Its shape belongs to the version of the file.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from quoteverify.errors import ExchangeFormatError
from quoteverify.models import Attribution, Document, Marks, Quote, Span, Speaker

COLUMNS = "id, content, outlet, title, url, published, reading, text"
"""The columns that `to_row` fills, in its order."""

Stored = str | bytes | None


def to_row(document: Document, key: bytes) -> tuple[Stored, ...]:
    """A document as the values of `COLUMNS`; ``key`` is its `content`."""
    return (
        stored(document.id),
        key,
        _stored(document.outlet),
        _stored(document.title),
        _stored(document.url),
        _published(document),
        _stored(_reading(document)),
        stored(document.text),
    )


def from_row(values: Sequence[Any]) -> Document:
    """The document of a row.

    Raises:
        ExchangeFormatError: The row is not what `to_row` wrote.
    """
    id, _, outlet, title, url, published, reading, text = values
    try:
        quotes, speakers = _quotes(_restored(reading))
        return Document(
            id=restored(id),
            text=restored(text),
            outlet=_restored(outlet),
            title=_restored(title),
            url=_restored(url),
            published=published,
            quotes=quotes,
            speakers=speakers,
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


def _reading(document: Document) -> str | None:
    """Quotes and speakers as JSON: the number of the document's own speakers, all speakers, the quotes."""
    if not document.quotes and not document.speakers:
        return None
    speakers = list(document.speakers)
    numbers = {speaker: n for n, speaker in enumerate(speakers)}
    quotes = []
    for quote in document.quotes:
        said = quote.attribution
        speaker = None
        if said.speaker is not None:
            speaker = numbers.setdefault(said.speaker, len(speakers))
            if speaker == len(speakers):
                speakers.append(said.speaker)
        quotes.append(
            (
                quote.id,
                quote.text,
                quote.kind,
                [at for span in quote.spans for at in (span.start, span.end)],
                [mark for marks in quote.marks for mark in (marks.open, marks.close)],
                speaker,
                said.mention and (said.mention.start, said.mention.end),
                said.cue and (said.cue.start, said.cue.end),
                said.addressee and (said.addressee.start, said.addressee.end),
                said.reason,
                said.confidence,
            )
        )
    people = [(speaker.name, speaker.kind, speaker.aliases) for speaker in speakers]
    return json.dumps(
        (len(document.speakers), people, quotes),
        ensure_ascii=False,
        separators=(",", ":"),
        check_circular=False,
    )


def _quotes(reading: str | None) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """The quotes and speakers that `_reading` wrote."""
    if reading is None:
        return (), ()
    own, people, quotes = json.loads(reading)
    speakers = [Speaker(name, kind=kind, aliases=aliases) for name, kind, aliases in people]
    return tuple(
        Quote(
            id=id,
            text=text,
            kind=kind,
            spans=_spans(offsets),
            marks=[Marks(*pair) for pair in _pairs(marks)],
            attribution=Attribution(
                speaker=None if speaker is None else speakers[speaker],
                mention=mention and Span(*mention),
                cue=cue and Span(*cue),
                addressee=addressee and Span(*addressee),
                reason=reason,
                confidence=confidence,
            ),
        )
        for id, text, kind, offsets, marks, speaker, mention, cue, addressee, reason, confidence in quotes
    ), tuple(speakers[:own])


def _pairs(values: Sequence[Any]) -> Iterable[tuple[Any, Any]]:
    return zip(values[::2], values[1::2], strict=True)


def _spans(offsets: Sequence[int]) -> list[Span]:
    return [Span(start, end) for start, end in _pairs(offsets)]
