"""Documents as rows of the archive's table, and back, with nothing lost.

Quotes and speakers are one JSON text of nested lists without names for the fields, which is quicker to
write and to read than records with names. Its shape belongs to the version of the file: a later version adds
to the end of a list, and what an earlier one wrote is read with what stands for nothing in the added places.
"""

import functools
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from quoteverify.errors import ExchangeFormatError
from quoteverify.models import Attribution, Document, Marks, Quote, Report, Span, Speaker, Timing
from quoteverify.models.quotes import read_later
from quoteverify.text.language import DEFAULT, languages

COLUMNS = (
    "id",
    "content",
    "outlet",
    "title",
    "url",
    "published",
    "timings",
    "reading",
    "lang",
    "pages",
    "reports",
    "text",
)
"""The columns that `to_row` fills, in its order."""
LISTED = ", ".join(COLUMNS)
"""The same for a statement of SQL."""

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
        _stored(document.lang),
        _encode([(page.start, page.end) for page in document.pages]) if document.pages else None,
        _stored(_reported(document)),
        stored(document.text),
    )


def text_of(values: Sequence[Any]) -> str:
    """The text of a row's document."""
    return restored(values[-1])


def from_row(values: Sequence[Any], within: Sequence[Span] | None = None) -> Document:
    """The document of a row.

    Args:
        values: Those of `COLUMNS`.
        within: Make only the quotes and reports that are in one of these stretches, and no speakers but
            theirs: to make all of a long article's takes longer than to verify a claim.

    Raises:
        ExchangeFormatError: The row is not what `to_row` wrote.
    """
    id, _, outlet, title, url, published, timings, reading, lang, pages, reports, text = values
    try:
        text = restored(text)
        quotes, speakers = _quotes(_restored(reading), text, within)
        document = Document(
            id=restored(id),
            text=text,
            outlet=_restored(outlet),
            title=_restored(title),
            url=_restored(url),
            published=published,
            lang=_restored(lang),
            quotes=quotes,
            reports=_reports(_restored(reports), text, within),
            speakers=speakers,
            timings=[Timing(Span(*span), start, end) for *span, start, end in json.loads(timings or "[]")],
            pages=[Span(*page) for page in json.loads(pages or "[]")],
        )
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ExchangeFormatError(f"the archive's document {id!r} is broken: {error}") from error
    if reports is None and reading is not None:
        # Before version 4 none were kept: they are read when they are asked for, of what was parsed.
        read_later(document, functools.partial(_read_again, lang=document.lang))
    return document


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


class _People:
    """The speakers of a document, those that its quotes alone name after its own, each with a number."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self.speakers = list(speakers)
        self._numbers = {id(speaker): n for n, speaker in enumerate(self.speakers)}

    def number(self, speaker: Speaker | None) -> int | None:
        """The number of a speaker, who may be a new one."""
        if speaker is None:
            return None
        number = self._numbers.setdefault(id(speaker), len(self.speakers))
        if number == len(self.speakers):
            self.speakers.append(speaker)
        return number


def _reading(document: Document) -> str | None:
    """Quotes and speakers as JSON: how many speakers are the document's own, all speakers, the quotes."""
    if not document.quotes and not document.speakers:
        return None
    people = _People(document.speakers)
    quotes = [_quote_values(quote, document.text, people) for quote in document.quotes]
    speakers = [(speaker.name, speaker.kind, speaker.aliases) for speaker in people.speakers]
    return _encode((len(document.speakers), speakers, quotes))


def _quote_values(quote: Quote, text: str, people: _People) -> tuple[Any, ...]:
    """A quote as a list of plain values; what a later version adds goes to its end."""
    said = quote.attribution
    return (
        quote.id,
        [at for span in quote.spans for at in (span.start, span.end)],
        # What stands in the document's text is not written twice.
        None if quote.text == _joined(text, quote.spans) else quote.text,
        quote.kind,
        [mark for marks in quote.marks for mark in (marks.open, marks.close)],
        people.number(said.speaker),
        _ends(said.mention),
        _ends(said.cue),
        _ends(said.addressee),
        said.reason,
        said.confidence,
        quote.kind_rule,
        said.resolution,
        _ends(said.antecedent),
        quote.gaps,
    )


def _reported(document: Document) -> str:
    """Reports as JSON: all their speakers, the reports."""
    people = _People(())
    reports = [_report_values(report, document.text, people) for report in document.reports]
    return _encode(([(s.name, s.kind, s.aliases) for s in people.speakers], reports))


def _report_values(report: Report, text: str, people: _People) -> tuple[Any, ...]:
    """A report as a list of plain values; what a later version adds goes to its end."""
    said = report.attribution
    return (
        report.id,
        [at for span in report.spans for at in (span.start, span.end)],
        None if report.text == _joined(text, report.spans) else report.text,
        report.kind,
        report.negated,
        report.quotes,
        people.number(said.speaker),
        _ends(said.mention),
        _ends(said.cue),
        _ends(said.addressee),
        said.reason,
        said.confidence,
        said.resolution,
        _ends(said.antecedent),
    )


_OF_VERSION_1 = 11
"""How many values version 1 of the file has for a quote: up to the confidence."""

_ADDED: tuple[Any, ...] = ("", "", None, ())
"""What stands for the values that later versions added, where an earlier one wrote the quote."""


def _quote(values: Sequence[Any], text: str, speaker: Callable[[int], Speaker]) -> Quote:
    """The quote that `_quote_values` made a list of.

    Args:
        values: The list.
        text: The text of its document.
        speaker: What gives the speaker of a number.
    """
    values = (*values, *_ADDED[len(values) - _OF_VERSION_1 :])
    id, offsets, said, kind, marks, number, mention, cue, addressee, reason, confidence, *added = values
    kind_rule, resolution, antecedent, gaps = added
    spans = [Span(start, end) for start, end in _pairs(offsets)]
    return Quote(
        id=id,
        text=_joined(text, spans) if said is None else said,
        kind=kind,
        kind_rule=kind_rule,
        spans=spans,
        marks=[Marks(*pair) for pair in _pairs(marks)],
        attribution=_attribution(
            None if number is None else speaker(number),
            (mention, cue, addressee, antecedent),
            reason=reason,
            resolution=resolution,
            confidence=confidence,
        ),
        gaps=gaps,
    )


def _report(values: Sequence[Any], text: str, speaker: Callable[[int], Speaker]) -> Report:
    """The report that `_report_values` made a list of, with the arguments of `_quote`."""
    id, offsets, said, kind, negated, quotes, number, mention, cue, addressee, reason, *known = values
    confidence, resolution, antecedent = known
    spans = [Span(start, end) for start, end in _pairs(offsets)]
    return Report(
        id=id,
        text=_joined(text, spans) if said is None else said,
        kind=kind,
        negated=negated,
        quotes=quotes,
        spans=spans,
        attribution=_attribution(
            None if number is None else speaker(number),
            (mention, cue, addressee, antecedent),
            reason=reason,
            resolution=resolution,
            confidence=confidence,
        ),
    )


def _attribution(
    speaker: Speaker | None, places: Sequence[Sequence[int] | None], **known: Any
) -> Attribution:
    """An attribution; the ``places`` are those of mention, cue, addressee and antecedent."""
    mention, cue, addressee, antecedent = map(_span, places)
    return Attribution(
        speaker=speaker, mention=mention, cue=cue, addressee=addressee, antecedent=antecedent, **known
    )


def _ends(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


def _span(ends: Sequence[int] | None) -> Span | None:
    return Span(*ends) if ends else None


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
    own, people, quotes = json.loads(reading)
    if within is not None:
        own = 0
        # One is kept in any case: whether a document has quotes is a finding too.
        quotes = [values for values in quotes if _reaches(values[1], within)] or quotes[:1]

    speaker = _speakers(people)
    made = tuple([_quote(values, text, speaker) for values in quotes])
    return made, tuple(map(speaker, range(own)))


def _read_again(text: str, lang: str | None) -> tuple[Report, ...]:
    """The reports of a text of which none were kept."""
    from quoteverify.reading.parser import parse

    known = lang is None or lang in languages()
    return parse(text, lang=lang or DEFAULT).reports if known else ()


def _reports(reported: str | None, text: str, within: Sequence[Span] | None) -> tuple[Report, ...]:
    """The reports that `_reported` wrote."""
    if reported is None:
        return ()
    people, reports = json.loads(reported)
    if within is not None:
        reports = [values for values in reports if _reaches(values[1], within)]
    speaker = _speakers(people)
    return tuple([_report(values, text, speaker) for values in reports])


def _speakers(people: Sequence[Any]) -> Callable[[int], Speaker]:
    """What gives the speaker of a number, each made once."""

    @functools.cache
    def speaker(number: int) -> Speaker:
        name, kind, aliases = people[number]
        return Speaker(name, kind=kind, aliases=aliases)

    return speaker


def _reaches(offsets: Sequence[int], within: Sequence[Span]) -> bool:
    """Whether a quote or report, by the offsets of all its spans, has a part in one of some stretches."""
    return bool(offsets) and any(span.start < offsets[-1] and offsets[0] < span.end for span in within)


def _pairs(values: Sequence[Any]) -> Iterable[tuple[Any, Any]]:
    return zip(values[::2], values[1::2], strict=True)
