"""What everything hands round: frozen records and the enumerations they use.

Every offset is a half-open ``start``/``end`` in code points of the text the caller
handed in; every score runs from 0 to 1. Records hold tuples and plain values only,
so they pickle, compare, hash and round-trip through JSON.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs

from quoteverify.errors import ArgumentTypeError, ArgumentValueError


def _tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """A tuple of what may have been given as a list; ``tuple`` itself, in types that mypy can follow."""
    return tuple(values)


class QuoteKind(StrEnum):
    """What a pair of quotation marks holds."""

    SPEECH = "speech"
    HEADLINE = "headline"
    PULL_QUOTE = "pull_quote"
    DESCRIPTIVE = "descriptive"
    """Words of somebody about something: called her "a rose"."""
    TERM = "term"
    """A title, a name, a scare quote: nobody's words."""


class SpeakerKind(StrEnum):
    """What sort of speaker a mention names, as far as the text shows it."""

    PERSON = "person"
    BODY = "body"
    """An institution, an outlet, a document."""
    ROLE = "role"
    """Somebody without a name: "a senior official"."""
    GROUP = "group"
    UNKNOWN = "unknown"


class Operation(StrEnum):
    """What was done to the words of ``a`` to get those of ``b``."""

    INSERTION = "insertion"
    OMISSION = "omission"
    SUBSTITUTION = "substitution"
    MOVE = "move"


class DifferenceKind(StrEnum):
    """What a difference is; where several fit, the gravest."""

    GLYPH = "glyph"
    SPACING = "spacing"
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    NUMBER_FORMAT = "number_format"
    FILLER = "filler"
    CONTRACTION = "contraction"
    TYPO = "typo"
    FUNCTION_WORD = "function_word"
    INFLECTION = "inflection"
    WORDING = "wording"
    NEGATION = "negation"
    MODALITY = "modality"
    HEDGE = "hedge"
    CONDITION = "condition"
    NUMBER = "number"
    NAME = "name"
    PERSON = "person"
    TRUNCATION = "truncation"
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    REORDER = "reorder"
    SPLICE = "splice"


class Severity(StrEnum):
    """How much a difference matters, from least to most."""

    COSMETIC = "cosmetic"
    """Read aloud, the same words."""
    MINOR = "minor"
    """The words differ, the sense stands."""
    SUBSTANTIVE = "substantive"
    """A material change in meaning: the test of Masson v. New Yorker Magazine, 501 U.S. 496 (1991)."""

    @property
    def rank(self) -> int:
        """0 for cosmetic, 1 for minor, 2 for substantive.

        >>> max(Severity, key=lambda severity: severity.rank).value
        'substantive'
        """
        return list(Severity).index(self)


class Wording(StrEnum):
    """How the words of a claim stand to those of a source."""

    VERBATIM = "verbatim"
    PARTIAL = "partial"
    EDITED = "edited"
    ALTERED = "altered"
    SPLICED = "spliced"
    PARAPHRASE = "paraphrase"
    NOT_FOUND = "not_found"


class SpeakerFinding(StrEnum):
    """How the claimed speaker stands to the one the sources give."""

    SAME = "same"
    MISATTRIBUTED = "misattributed"
    DISPUTED = "disputed"
    UNATTRIBUTED = "unattributed"
    UNCERTAIN = "uncertain"
    NOT_CHECKED = "not_checked"


class ContextFinding(StrEnum):
    """How the words of a claim stand to what surrounds them in the source."""

    KEPT = "kept"
    TRUNCATED = "truncated"
    OUT_OF_CONTEXT = "out_of_context"
    NOT_CHECKED = "not_checked"


@attrs.frozen(order=True)
class Span:
    """A half-open range of code points of a text.

    Raises:
        ArgumentTypeError: ``start`` or ``end`` is not an integer.
        ArgumentValueError: Not ``0 <= start <= end``.

    >>> span = Span(6, 8)
    >>> span.of("“Yes,” he said.")
    ' h'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if type(self.start) is not int or type(self.end) is not int:
            raise ArgumentTypeError(f"a span needs two int, not {self.start!r} and {self.end!r}")
        if not 0 <= self.start <= self.end:
            raise ArgumentValueError(f"a span needs 0 <= start <= end, not {self.start} and {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is always something, an empty one too: it has a place."""
        return True

    def of(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


@attrs.frozen
class Marks:
    """The quotation marks around one span of a quote, as printed; "" where there is none."""

    open: str
    close: str


@attrs.frozen
class Speaker:
    """A person or body that speaks: the fullest name the text gives, and the other names it goes by.

    Raises:
        ArgumentTypeError: ``name`` is not a string.

    >>> Speaker("Asma al-Assad", aliases=["the first lady"]).aliases
    ('the first lady',)
    """

    name: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=_tuple, kw_only=True)
    kind: SpeakerKind = attrs.field(default=SpeakerKind.UNKNOWN, converter=SpeakerKind, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str):
            raise ArgumentTypeError(f"a speaker's name must be str, not {type(self.name).__name__}")

    def __str__(self) -> str:
        return self.name


@attrs.frozen(kw_only=True)
class Attribution:
    """Who said a quote, the words of the text that say so, and why we think it.

    Attributes:
        speaker: Who spoke, or None: no answer is an answer.
        mention: Where the text names the speaker for this quote.
        cue: The word or mark that reports the speech ("said", a colon).
        addressee: Whom the speaker told.
        reason: The name of the rule that decided.
        confidence: The measured precision of that rule, 0 to 1.
    """

    speaker: Speaker | None = None
    mention: Span | None = None
    cue: Span | None = None
    addressee: Span | None = None
    reason: str = "none"
    confidence: float = 0.0


@attrs.frozen(kw_only=True)
class Quote:
    """One utterance, in one span or, where it is interrupted or runs over paragraphs, in several.

    Attributes:
        id: Unique in its document.
        spans: What stands between the marks, in order.
        text: The spans joined: within a sentence or paragraph by a space, across paragraphs by a blank line.
        kind: What the marks hold.
        marks: The marks of each span.
        attribution: Who said it, and why we think so.
    """

    id: str
    spans: tuple[Span, ...] = attrs.field(converter=_tuple)
    text: str
    kind: QuoteKind = attrs.field(default=QuoteKind.SPEECH, converter=QuoteKind)
    marks: tuple[Marks, ...] = attrs.field(default=(), converter=_tuple)
    attribution: Attribution = attrs.field(factory=Attribution)

    @property
    def speaker(self) -> Speaker | None:
        """Who said it, or None."""
        return self.attribution.speaker


@attrs.frozen
class Timing:
    """When a part of a recording's text is heard, in seconds from its beginning."""

    span: Span
    start: float
    end: float


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


@attrs.frozen(kw_only=True)
class Document:
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
        quotes: Its quotes, in the order of their first spans.
        speakers: Everybody who is named as a speaker, in order of first appearance.
        timings: When its parts are heard, in order, if it is the text of a recording.

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
    quotes: tuple[Quote, ...] = attrs.field(default=(), converter=_tuple, repr=False)
    speakers: tuple[Speaker, ...] = attrs.field(default=(), converter=_tuple, repr=False)
    timings: tuple[Timing, ...] = attrs.field(default=(), converter=_tuple, repr=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArgumentTypeError(f"text must be str, not {type(self.text).__name__}")
        for name in ("id", "outlet", "title", "url"):
            value = getattr(self, name)
            if not isinstance(value, str) and (name == "id" or value is not None):
                raise ArgumentTypeError(f"{name} must be str, not {type(value).__name__}")
        if not self.id:
            # Two outlets may print one agency's text: it is of both.
            content = "\0".join((self.outlet or "", self.url or "", self.text))
            digest = hashlib.sha256(content.encode("utf8", "surrogatepass"))
            object.__setattr__(self, "id", digest.hexdigest()[:16])

    def __repr__(self) -> str:
        return f"<Document {self.id!r}: {len(self.text):,} characters, {len(self.quotes)} quotes>"

    @property
    def name(self) -> str:
        """What to call the document where people read: its outlet, else its id."""
        return self.outlet or self.id

    def said_by(self, name: str) -> tuple[Quote, ...]:
        """The quotes of the speaker who has this name, in full or as one of the aliases.

        >>> Document(text="").said_by("Asma al-Assad")
        ()
        """
        return tuple(
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

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.document(self)


@attrs.frozen(kw_only=True)
class Difference:
    """One difference between two wordings, ``a`` and ``b``.

    Attributes:
        operation: What was done to ``a`` to get ``b``.
        kind: What the difference is.
        severity: How much it matters.
        marked: Whether the printed text discloses it, by an ellipsis or brackets.
        a: Where it stands in the first wording (in ``verify``: in the source); empty, at its place, where
            nothing stands.
        b: Where it stands in the second wording (in ``verify``: in the claim).
        a_text: What stands at ``a``.
        b_text: What stands at ``b``.
        rule: The name of the rule that decided.
        passage: In ``verify``, which of the passages ``a`` is in, from 0; None elsewhere.
    """

    operation: Operation
    kind: DifferenceKind
    severity: Severity
    marked: bool = False
    a: Span
    b: Span
    a_text: str
    b_text: str
    rule: str
    passage: int | None = None


def gravest(differences: Iterable[Difference]) -> Severity | None:
    """The gravest severity among some differences; None where there are none."""
    return max((d.severity for d in differences), key=lambda s: s.rank, default=None)


@attrs.frozen
class Segment:
    """A run of the first wording and the run of the second that it became."""

    a: Span
    b: Span


@attrs.frozen(kw_only=True)
class Alignment:
    """Two wordings laid side by side.

    Attributes:
        a: The first wording.
        b: The second wording.
        segments: In the order of ``b``: which run of ``a`` each run of ``b`` comes from. They can
            jump back (a reordering) and leave gaps (an omission).
        differences: In the order of ``b``.
        wording: What the differences come to.
        similarity: The share of the words that stand in both, 0 to 1. For ranking, never a verdict.
    """

    a: str
    b: str
    segments: tuple[Segment, ...]
    differences: tuple[Difference, ...]
    wording: Wording
    similarity: float

    @property
    def severity(self) -> Severity | None:
        """The gravest severity among the differences; None where there are none."""
        return gravest(self.differences)

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.alignment(self)


@attrs.frozen(kw_only=True)
class Variant:
    """One document's wording of a statement.

    Attributes:
        document_id: Where it is printed.
        quote_id: The quote it is a part of; None where it is reported without marks.
        spans: The part of the quote that carries the statement.
        text: What stands there.
        wording: How it stands to the wording that most print; ``paraphrase`` if it is reported without marks.
        differences: Against the wording that most documents print.
    """

    document_id: str
    quote_id: str | None
    spans: tuple[Span, ...] = attrs.field(converter=_tuple)
    text: str
    wording: Wording = attrs.field(default=Wording.VERBATIM, converter=Wording)
    differences: tuple[Difference, ...] = attrs.field(default=(), converter=_tuple)


@attrs.frozen
class Column:
    """One column of a variant table: what each variant has in this place, "" for nothing."""

    cells: tuple[str, ...]
    differs: bool


@attrs.frozen(kw_only=True)
class VariantTable:
    """A statement's variants, words in columns and variants in rows.

    Attributes:
        rows: The variants, in the statement's order.
        columns: The places, in reading order; ``differs`` says where the variants part.
    """

    rows: tuple[Variant, ...]
    columns: tuple[Column, ...]


@attrs.frozen(kw_only=True)
class Statement:
    """One thing said, with every document's wording of it.

    Attributes:
        speaker: Who said it: the one that most of the documents give.
        variants: Every wording, in the documents' order.
        speakers: Everybody whom a document gives as the speaker.
        disputed: Whether the documents give speakers who are not one.
        base: The index of the variant that the others are held against: the wording that most print.
        first: The index of the variant published first; None where dates do not say.
        columns: The variants aligned, as ``table`` shows them.
    """

    speaker: Speaker | None
    variants: tuple[Variant, ...] = attrs.field(converter=_tuple)
    speakers: tuple[Speaker, ...] = attrs.field(default=(), converter=_tuple)
    disputed: bool = False
    base: int = 0
    first: int | None = None
    columns: tuple[Column, ...] = attrs.field(default=(), converter=_tuple, repr=False)

    def table(self) -> VariantTable:
        """The variants with their words in columns."""
        return VariantTable(rows=self.variants, columns=self.columns)


@attrs.frozen(kw_only=True)
class Comparison:
    """What several documents say alike.

    Attributes:
        documents: What was compared.
        statements: Everything said, those with most documents first; a quote found in one document
            only is a statement of one variant.
    """

    documents: tuple[Document, ...] = attrs.field(converter=_tuple)
    statements: tuple[Statement, ...] = attrs.field(converter=_tuple)

    def document(self, id: str) -> Document:
        """The compared document of this id.

        Raises:
            ArgumentValueError: None has it; the message lists those there are.
        """
        for document in self.documents:
            if document.id == id:
                return document
        raise ArgumentValueError(f"no document {id!r}; there are {', '.join(d.id for d in self.documents)}")

    @property
    def shared(self) -> tuple[Statement, ...]:
        """The statements that at least two variants give."""
        return tuple(s for s in self.statements if len(s.variants) > 1)

    def to_html(self, path: str | Path) -> None:
        """Write one page that stands by itself, to be opened or mailed.

        Raises:
            OSError: It cannot be written; what stood there before stays as it was.
        """
        from quoteverify.display import html

        html.write_page(path, self)

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.comparison(self)


@attrs.frozen(kw_only=True)
class Passage:
    """A place in a source.

    Attributes:
        document_id: The source.
        spans: Where the words stand; several where an attribution interrupts them.
        text: What stands there, the spans joined by a space.
        similarity: To the part of the claim that it answers, 0 to 1.
        speaker: Who the source says spoke there, or None.
        source: What to call the source: its outlet, else its id; "" where that was not kept.
        url: The source's address, or None.
        excerpt: The source's text around it, as printed; "" where it was not kept.
        excerpt_start: Where in the source the excerpt begins.
        time: When it is heard, if the source is the text of a recording.
    """

    document_id: str
    spans: tuple[Span, ...] = attrs.field(converter=_tuple)
    text: str
    similarity: float
    speaker: Speaker | None = None
    source: str = ""
    url: str | None = None
    excerpt: str = attrs.field(default="", repr=False)
    excerpt_start: int = 0
    time: Timing | None = None


@attrs.frozen(kw_only=True)
class Searched:
    """What a search covered: absence from it proves nothing beyond it.

    Attributes:
        documents: How many sources.
        characters: Their length together, in code points.
        ids: The ids of the first hundred of them.
    """

    documents: int
    characters: int
    ids: tuple[str, ...] = attrs.field(default=(), converter=_tuple)


@attrs.frozen(kw_only=True)
class Verification:
    """What sources say of a claimed quote, on three axes: words, speaker and context.

    Attributes:
        claim: The quote as claimed.
        speaker: The speaker as claimed, or None.
        wording: How the words stand to the sources, decided by ``wording_rule``.
        speaker_finding: How the claimed speaker stands to theirs, decided by ``speaker_rule``.
        context: How the words stand to what surrounds them, decided by ``context_rule``.
        passages: Where the claim's words stand, in the claim's own order: one, or several if spliced.
        alternatives: Other places that would do as well, best first.
        nearest: Where nothing was found, the passage that comes nearest; None if nothing comes near.
        differences: Between the passages (``a``) and the claim (``b``).
        surroundings: What the context finding points at, in the document of the first passage.
        policy: The name of the house's policy that the differences were judged by, or None.
        disallowed: Those of the differences that the policy does not allow.
        searched: What was searched.
    """

    claim: str
    speaker: Speaker | None = None
    wording: Wording
    wording_rule: str
    speaker_finding: SpeakerFinding = SpeakerFinding.NOT_CHECKED
    speaker_rule: str = "no_speaker_claimed"
    context: ContextFinding = ContextFinding.NOT_CHECKED
    context_rule: str = "nothing_found"
    passages: tuple[Passage, ...] = attrs.field(default=(), converter=_tuple)
    alternatives: tuple[Passage, ...] = attrs.field(default=(), converter=_tuple)
    nearest: Passage | None = None
    differences: tuple[Difference, ...] = attrs.field(default=(), converter=_tuple)
    surroundings: tuple[Span, ...] = attrs.field(default=(), converter=_tuple)
    policy: str | None = None
    disallowed: tuple[Difference, ...] = attrs.field(default=(), converter=_tuple)
    searched: Searched

    @property
    def allowed(self) -> bool | None:
        """Whether the policy allows the words to be printed so; None if there was none to ask."""
        return None if self.policy is None else bool(self.passages) and not self.disallowed

    @property
    def severity(self) -> Severity | None:
        """The gravest severity among the differences; None where there are none."""
        return gravest(self.differences)

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.verification(self)


@attrs.frozen(kw_only=True)
class CheckReport:
    """A draft's quotes, each verified.

    Attributes:
        document: The draft, parsed.
        verifications: One for each of the draft's quotes, in the draft's order (terms, which are nobody's
            words, are left out).
        quote_ids: The quote that each verification is of.
    """

    document: Document
    verifications: tuple[Verification, ...] = attrs.field(converter=_tuple)
    quote_ids: tuple[str, ...] = attrs.field(default=(), converter=_tuple)

    @property
    def summary(self) -> dict[str, int]:
        """How many quotes have each wording, the worst first; wordings that none has are left out."""
        counts = {w.value: sum(v.wording == w for v in self.verifications) for w in reversed(Wording)}
        return {w: n for w, n in counts.items() if n}

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.check_report(self)
