"""A text, what is quoted in it, and who said that."""

import contextlib
import datetime as dt
import functools
import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.models.brief import brief
from quoteverify.models.enumerations import QuoteKind, ReportKind, SpeakerKind
from quoteverify.models.listed import Listed, as_listed
from quoteverify.models.reasons import Basis, Reason, as_reason
from quoteverify.models.spans import Marks, Span, Timing, as_tuple

_ID_LENGTH = 16  # hexadecimal digits of an id that is made from the content


@attrs.frozen
class Speaker:
    """A person or body that speaks: the fullest name the text gives, and the other names it goes by.

    Raises:
        ArgumentTypeError: ``name`` is not a string.

    >>> Speaker("Asma al-Assad", aliases=["the first lady"]).aliases
    ('the first lady',)
    """

    name: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    kind: SpeakerKind = attrs.field(default=SpeakerKind.UNKNOWN, converter=SpeakerKind, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str):
            raise ArgumentTypeError(f"a speaker's name must be str, not {type(self.name).__name__}")

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        kind = "" if self.kind is SpeakerKind.UNKNOWN else f", {self.kind.value}"
        return f"<Speaker {brief(self.name)!r}{kind}>"

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.speaker(self)


@attrs.frozen(kw_only=True)
class Attribution:
    """Who said a quote, the words of the text that say so, and why we think it.

    Attributes:
        speaker: Who spoke, or None: no answer is an answer.
        mention: Where the text names the speaker for this quote.
        antecedent: Where the text names whom the mention means, if not there.
        cue: The word or mark that reports the speech ("said", a colon).
        addressee: Whom the speaker told.
        reason: The rule that chose the mention: a `Reason`, or a caller's own name for one.
        resolution: The rule by which the mention is this person; "" where none is stated.
        confidence: The measured precision of the reason, 0 to 1.

    Raises:
        ArgumentTypeError: ``reason`` is not a string.

    >>> Attribution(reason="said_after").basis.value, Attribution(reason="named_in_the_feed").basis.value
    ('reported', 'given')
    """

    speaker: Speaker | None = None
    mention: Span | None = None
    antecedent: Span | None = None
    cue: Span | None = None
    addressee: Span | None = None
    reason: str = attrs.field(default=Reason.NONE, converter=as_reason)
    resolution: str = ""
    confidence: float = 0.0

    @property
    def basis(self) -> Basis:
        """What the attribution rests on."""
        return Reason.basis_of(self.reason)


@attrs.frozen(kw_only=True)
class Quote:
    """One utterance, in one span or, where it is interrupted or runs over paragraphs, in several.

    Attributes:
        id: Unique in its document.
        spans: What stands between the marks, in order.
        text: The spans joined: within a sentence or paragraph by a space, across paragraphs by a blank line.
        gaps: The spaces of ``text``, as offsets into it, at which other words of the document stand between:
            “The plan,” she said, “is late” has one after the comma.
        kind: What the marks hold.
        kind_rule: The rule by which it is of that kind; "" where none is stated.
        marks: The marks of each span.
        attribution: Who said it, and why we think so.
    """

    id: str
    spans: tuple[Span, ...] = attrs.field(converter=as_tuple)
    text: str
    kind: QuoteKind = attrs.field(default=QuoteKind.SPEECH, converter=QuoteKind)
    kind_rule: str = ""
    marks: tuple[Marks, ...] = attrs.field(default=(), converter=as_tuple)
    attribution: Attribution = attrs.field(factory=Attribution)
    gaps: tuple[int, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def speaker(self) -> Speaker | None:
        """Who said it, or None."""
        return self.attribution.speaker

    def __repr__(self) -> str:
        whose = f"of {self.speaker.name}" if self.speaker else "of nobody named"
        return f"<Quote {self.id!r} {brief(whose)}, {self.kind.value}: {brief(self.text)!r}>"

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.quote(self)

    @property
    def parts(self) -> tuple[str, ...]:
        """The text cut at its gaps: what was said in one go each.

        >>> Quote(id="q1", spans=[Span(1, 10), Span(23, 30)], text="The plan, is late", gaps=[9]).parts
        ('The plan,', 'is late')
        """
        ends = (*self.gaps, len(self.text))
        starts = (0, *(gap + 1 for gap in self.gaps))
        return tuple(self.text[start:end] for start, end in zip(starts, ends, strict=True))


@attrs.frozen(kw_only=True)
class Report:
    """What somebody is told to have said, without quotation marks: The mayor said the bridge would close.

    Attributes:
        id: Unique in its document.
        spans: What was said, in order; several where the words that report it stand between.
        text: The spans joined by a space.
        kind: What the report says that somebody did with words.
        negated: Whether it is told not to have been said, or denied: "did not say that", "denied that".
        quotes: The ids of the quotes that stand within.
        attribution: Who said it, and why we think so.

    >>> said = Attribution(speaker=Speaker("Ruth Vale"), reason="reported_clause")
    >>> Report(id="r1", spans=[Span(15, 31)], text="the port is shut", negated=True, attribution=said)
    <Report 'r1' of Ruth Vale, said, denied: 'the port is shut'>
    """

    id: str
    spans: tuple[Span, ...] = attrs.field(converter=as_tuple)
    text: str
    kind: ReportKind = attrs.field(default=ReportKind.SAID, converter=ReportKind)
    negated: bool = False
    quotes: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    attribution: Attribution = attrs.field(factory=Attribution)

    @property
    def speaker(self) -> Speaker | None:
        """Who said it, or None."""
        return self.attribution.speaker

    def __repr__(self) -> str:
        whose = f"of {self.speaker.name}" if self.speaker else "of nobody named"
        denied = ", denied" if self.negated else ""
        return f"<Report {self.id!r} {brief(whose)}, {self.kind.value}{denied}: {brief(self.text)!r}>"

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.report(self)


def instant(published: dt.date | dt.datetime) -> dt.datetime:
    """A date or time as one that can be compared with any other: midnight and UTC where it says neither.

    >>> instant(dt.date(2031, 3, 4)) < instant(dt.datetime(2031, 3, 4, 11))
    True
    """
    if not isinstance(published, dt.datetime):
        published = dt.datetime.combine(published, dt.time())
    return published if published.tzinfo else published.replace(tzinfo=dt.UTC)


def _published(value: dt.date | dt.datetime | str | None) -> dt.date | dt.datetime | None:
    """A date or time from what the caller gave."""
    if value is None or isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise ArgumentTypeError(
            f"published must be a date, a datetime or an ISO 8601 string, not {type(value).__name__}"
        )
    for parse in (dt.date.fromisoformat, dt.datetime.fromisoformat):
        try:
            return parse(value)
        except ValueError:
            pass
    raise ArgumentValueError(f"published must be a date in ISO 8601, such as '2016-10-19', not {value!r}")


class _Unread:
    """What is read of a document only when it is asked for; no field, so nothing compares or stores it."""

    __slots__ = ("_unread",)

    _unread: Callable[[str], tuple[Report, ...]]


@attrs.frozen(kw_only=True)
class Document(_Unread):
    """A text with where it comes from and, once parsed, its quotes and speakers.

    A document made by hand, with no quotes, is as good a source as a parsed one: what is
    verified is looked for in all of the text.

    Attributes:
        id: Made from the text, the outlet and the address where none is given.
        text: The text as given; every offset is into it.
        outlet: Who published it.
        title: Its title.
        url: Its address.
        published: A date or time; an ISO 8601 string is converted.
        lang: The code of the language that the text is in, such as "en"; None where nobody has said it.
        quotes: Its quotes, in the order of their first spans.
        reports: What somebody is told to have said without marks, in the order of their first spans. A parsed
            document reads them when they are first asked for, be it to compare, print or pickle it.
        speakers: Everybody who is named as a speaker, in order of first appearance.
        timings: When its parts are heard, in order, if it is the text of a recording.
        pages: Where each of its pages stands, in order, if it is printed on pages.

    Raises:
        ArgumentTypeError: ``text`` or another field is of the wrong type.
        ArgumentValueError: ``published`` is not in ISO 8601.

    >>> Document(text="It rained.", published="2016-10-19").published
    datetime.date(2016, 10, 19)
    """

    id: str = ""
    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: dt.date | dt.datetime | None = attrs.field(default=None, converter=_published)
    lang: str | None = None
    quotes: tuple[Quote, ...] = attrs.field(default=(), converter=as_listed, repr=False)
    reports: tuple[Report, ...] = attrs.field(default=(), converter=as_listed, repr=False)
    speakers: tuple[Speaker, ...] = attrs.field(default=(), converter=as_listed, repr=False)
    timings: tuple[Timing, ...] = attrs.field(default=(), converter=as_tuple, repr=False)
    pages: tuple[Span, ...] = attrs.field(default=(), converter=as_tuple, repr=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArgumentTypeError(f"text must be str, not {type(self.text).__name__}")
        for name in ("id", "outlet", "title", "url", "lang"):
            value = getattr(self, name)
            if not isinstance(value, str) and (name == "id" or value is not None):
                raise ArgumentTypeError(f"{name} must be str, not {type(value).__name__}")
        if not self.id:
            object.__setattr__(self, "id", self._id_of_content())

    def _id_of_content(self) -> str:
        # Two outlets may print one agency's text: it is of both.
        return _id_of(self.outlet or "", self.url or "", self.text)

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            # Python asks here only for a slot that is empty, so every other use of the field reads it too.
            if name != "reports":
                raise AttributeError(f"Document has no {name!r}")
            reports = as_listed(object.__getattribute__(self, "_unread")(self.text))
            object.__setattr__(self, "reports", reports)
            object.__delattr__(self, "_unread")
            return reports

    def __repr__(self) -> str:
        return f"<Document {self.id!r}: {len(self.text):,} characters, {len(self.quotes)} quotes>"

    @property
    def name(self) -> str:
        """What to call it where people read: its outlet, else the id it was given, else its first words.

        >>> Document(text="It rained.", id="rain.txt").name, Document(text="It rained. Nobody came.").name
        ('rain.txt', 'It rained. Nobody came.')
        """
        if self.outlet:
            return self.outlet
        if len(self.id) != _ID_LENGTH or self.id != self._id_of_content():
            return self.id
        return brief(self.text) or self.id

    def said_by(self, name: str) -> tuple[Quote, ...]:
        """The quotes of the speaker who has exactly this name, in full or as one of the aliases.

        `quoteverify.said_by` finds them by any name that documents have for somebody: with a title, a role.

        >>> Document(text="").said_by("Asma al-Assad")
        ()
        """
        return Listed(
            q
            for q in self.quotes
            if q.speaker and name.casefold() in (n.casefold() for n in (q.speaker.name, *q.speaker.aliases))
        )

    def time_of(self, span: Span) -> Timing | None:
        """When a span is heard, as near as the timings tell; None where they do not.

        >>> subtitled = Document(text="It rained. Then", timings=[Timing(Span(0, 10), 61.0, 63.5)])
        >>> subtitled.time_of(Span(3, 9))
        Timing(span=Span(start=3, end=9), start=61.0, end=63.5)
        """
        heard = [timing for timing in self.timings if timing.span.overlaps(span)]
        if not heard:
            return None
        return Timing(span, min(timing.start for timing in heard), max(timing.end for timing in heard))

    def page_of(self, span: Span) -> int | None:
        """The number of the page, counted from 1, on which a span begins; None where no pages are known.

        >>> Document(text="It rained. Then", pages=[Span(0, 10), Span(11, 15)]).page_of(Span(11, 13))
        2
        """
        begun = sum(page.start <= span.start for page in self.pages)
        return max(1, begun) if self.pages else None

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.document(self)


@functools.lru_cache(maxsize=16)
def _id_of(*content: str) -> str:
    """The id that is made of content, remembered: each passage of a source asks for its name."""
    return hashlib.sha256("\0".join(content).encode("utf8", "surrogatepass")).hexdigest()[:_ID_LENGTH]


def said_in(document: Document, *, reports: bool) -> tuple[Quote | Report, ...]:
    """The quotes of a document, and its reports behind them where they are asked for."""
    return (*document.quotes, *document.reports) if reports else document.quotes


def reports_if_read(document: Document) -> tuple[Report, ...]:
    """The reports of a document, if somebody has asked for them; else none, and they are not read.

    >>> later = read_later(Document(text="It rained."), lambda text: 1 / 0)
    >>> reports_if_read(later)
    ()
    """
    try:
        object.__getattribute__(document, "_unread")
    except AttributeError:
        return document.reports
    return ()


def read_later(document: Document, read: Callable[[str], tuple[Report, ...]]) -> Document:
    """A document whose reports are read from its text when they are first asked for.

    Args:
        document: The document, which is changed.
        read: What gives the reports of a text, always the same.

    >>> later = read_later(Document(text="It rained."), lambda text: ())
    >>> later == Document(text="It rained.")
    True
    """
    with contextlib.suppress(AttributeError):  # of one whose reports are not read as it is
        object.__delattr__(document, "reports")
    object.__setattr__(document, "_unread", read)
    return document


def without_reports(document: Document) -> Document:
    """A document whose reports are not read for it, and that has none.

    >>> without_reports(read_later(Document(text="It rained."), lambda text: 1 / 0)).reports
    ()
    """
    with contextlib.suppress(AttributeError):
        object.__delattr__(document, "_unread")
    object.__setattr__(document, "reports", ())
    return document


def changed(document: Document, **changes: Any) -> Document:
    """A document of the same text with other values, whose reports are not read for it.

    >>> changed(Document(text="It rained."), outlet="Port News").outlet
    'Port News'
    """
    try:
        unread = object.__getattribute__(document, "_unread")
    except AttributeError:
        return attrs.evolve(document, **changes)
    return read_later(attrs.evolve(document, reports=(), **changes), unread)
