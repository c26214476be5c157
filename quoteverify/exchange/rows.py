"""Records as flat rows: one for each quote, variant or verification, with plain values under stable names.

The columns of each kind of row are the fields of its class here, always all of them and in this order.
Where a quote has several spans, ``start`` and ``end`` are of all of it and ``spans`` gives each, such as
"39:52 71:86"; offsets are code points, half-open.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypedDict, overload

from quoteverify.errors import ArgumentTypeError
from quoteverify.models import (
    CheckReport,
    CitationFinding,
    Comparison,
    ContextFinding,
    Difference,
    Document,
    Passage,
    Quote,
    Report,
    Span,
    Speaker,
    SpeakerFinding,
    Statement,
    Unchecked,
    Variant,
    Verification,
    gravest,
    gravest_first,
)
from quoteverify.models.quotes import said_in


class QuoteRow(TypedDict):
    """A quote of a document.

    ``mention``, ``antecedent``, ``cue`` and ``addressee`` are the words of the text. ``kind_rule``,
    ``reason`` and ``resolution`` are the rules that decided what it is, which mention it belongs to, and who
    that is. Of what is told without marks, ``quotes`` are the ids of the quotes that stand in it.
    """

    document_id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    quote_id: str
    kind: str
    kind_rule: str
    start: int | None
    end: int | None
    spans: str
    text: str
    speaker: str | None
    speaker_kind: str | None
    mention: str | None
    mention_start: int | None
    mention_end: int | None
    antecedent: str | None
    antecedent_start: int | None
    antecedent_end: int | None
    cue: str | None
    addressee: str | None
    reason: str
    resolution: str
    confidence: float
    quotes: str


class VariantRow(TypedDict):
    """One document's wording of a statement; the rows of one ``statement``, counted from 0, belong together.

    Statements that want a look come first; ``statement`` is which of the comparison's it is.
    ``is_base`` marks the wording that the others are held against, ``is_first`` the one published first.
    ``differences`` gives the kinds of the differences from the base, such as "modality punctuation". What is
    told without marks has no ``quote_id``, and a ``report_id`` where reports were asked for. ``copy_of`` is
    the first of the documents that print one text, for all of them: the others are no further witness.
    """

    statement: int
    speaker: str | None
    disputed: bool
    document_id: str
    outlet: str | None
    published: str | None
    quote_id: str | None
    start: int | None
    end: int | None
    spans: str
    text: str
    wording: str
    is_base: bool
    is_first: bool
    severity: str | None
    differences: str
    report_id: str | None
    copy_of: str | None


class VerificationRow(TypedDict):
    """A claimed quote and what the sources say of it.

    The first five fields are the quote's place in the draft, which a claim by itself does not have. The
    ``source`` fields are of the first of the ``passages``, which are counted, as are the ``other_wordings``
    that other sources print; ``nearest`` is what comes nearest where nothing was found, and ``citation`` what
    the draft cites for the quote. ``allowed`` is what the ``policy`` says that was asked. A quotation of a
    draft that was not looked for has the ``wording`` "unchecked", and its rule.
    """

    document_id: str | None
    quote_id: str | None
    start: int | None
    end: int | None
    spans: str
    claim: str
    speaker: str | None
    wording: str
    wording_rule: str
    speaker_finding: str
    speaker_rule: str
    context: str
    context_rule: str
    severity: str | None
    differences: str
    passages: int
    alternatives: int
    source_id: str | None
    source: str | None
    source_start: int | None
    source_end: int | None
    source_spans: str
    source_text: str | None
    source_speaker: str | None
    nearest_id: str | None
    nearest: str | None
    documents_searched: int
    citation: str | None
    citation_finding: str
    citation_rule: str
    source_page: int | None
    policy: str | None
    allowed: bool | None
    other_wordings: int


Row = QuoteRow | VariantRow | VerificationRow
Tabular = Document | Comparison | CheckReport | Verification

ROWS: Mapping[type[Tabular], type] = {
    Document: QuoteRow,
    Comparison: VariantRow,
    CheckReport: VerificationRow,
    Verification: VerificationRow,
}
"""What the rows of each kind of record are."""


@overload
def rows(given: Document | Iterable[Document], *, reports: bool = ...) -> Iterator[QuoteRow]: ...
@overload
def rows(given: Comparison | Iterable[Comparison], *, reports: bool = ...) -> Iterator[VariantRow]: ...
@overload
def rows(
    given: CheckReport | Verification | Iterable[CheckReport] | Iterable[Verification],
    *,
    reports: bool = ...,
) -> Iterator[VerificationRow]: ...
def rows(given: Tabular | Iterable[Tabular], *, reports: bool = False) -> Iterator[Any]:
    """Make flat rows of a record, or of several of one kind.

    Args:
        given: A Document gives its quotes, a Comparison its variants, a CheckReport or Verification its
            findings; several, such as what ``parse_many`` returns, give the rows of one after the other.
        reports: Whether the reports of a document have rows too, behind those of its quotes: ``kind`` is
            that of the report, ``kind_rule`` "told" or, of what is told to have been denied, "denied".

    Returns:
        The rows, made when they are asked for: dicts of strings, numbers, booleans and None.

    Raises:
        ArgumentTypeError: ``given`` is something else, or mixes records whose rows differ.

    >>> from quoteverify.models import Quote, Span
    >>> quote = Quote(id="q1", spans=[Span(1, 9)], text="We sail,")
    >>> document = Document(id="ferry", text="“We sail,” he said.", quotes=[quote])
    >>> [(row["document_id"], row["start"], row["text"], row["speaker"]) for row in rows(document)]
    [('ferry', 1, 'We sail,', None)]
    """
    return _rows(several(given), reports)


def several(given: Tabular | Iterable[Tabular]) -> Iterable[Tabular]:
    """What rows are made of, one record or several, as several.

    Raises:
        ArgumentTypeError: It is neither.
    """
    if isinstance(given, Tabular):
        return [given]
    if isinstance(given, Iterable) and not isinstance(given, str | bytes | Mapping):
        return given
    raise ArgumentTypeError(_needed(given))


def _needed(value: object) -> str:
    valid = ", ".join(kind.__name__ for kind in ROWS)
    return f"rows are made of one or several of {valid}, not {type(value).__name__}"


def row_of(record: object) -> type[Row]:
    """What the rows of a record are.

    Raises:
        ArgumentTypeError: It has none.
    """
    if not isinstance(record, Tabular):
        raise ArgumentTypeError(_needed(record))
    return ROWS[type(record)]


def _rows(records: Iterable[Tabular], reports: bool) -> Iterator[Row]:
    kind = None
    for record in records:
        here = row_of(record)
        if kind not in (None, here):
            raise ArgumentTypeError(f"one table holds rows of one kind, not {type(record).__name__} as well")
        kind = here
        yield from _rows_of(record, reports)


def _rows_of(record: Tabular, reports: bool) -> Iterator[Row]:
    match record:
        case Document():
            return (_quote(record, one) for one in said_in(record, reports=reports))
        case Comparison():
            return _variants(record)
        case CheckReport():
            return _verifications(record)
        case Verification():
            return iter([_verification(record, None, None)])


def _quote(document: Document, quote: Quote | Report) -> QuoteRow:
    said = quote.attribution
    start, end, spans = _place(quote.spans)
    mention, mention_start, mention_end = _printed(said.mention, document.text)
    antecedent, antecedent_start, antecedent_end = _printed(said.antecedent, document.text)
    return QuoteRow(
        document_id=document.id,
        outlet=document.outlet,
        title=document.title,
        url=document.url,
        published=_day(document.published),
        quote_id=quote.id,
        kind=quote.kind.value,
        kind_rule=quote.kind_rule if isinstance(quote, Quote) else "denied" if quote.negated else "told",
        start=start,
        end=end,
        spans=spans,
        text=quote.text,
        speaker=_name(said.speaker),
        speaker_kind=said.speaker.kind.value if said.speaker else None,
        mention=mention,
        mention_start=mention_start,
        mention_end=mention_end,
        antecedent=antecedent,
        antecedent_start=antecedent_start,
        antecedent_end=antecedent_end,
        cue=said.cue.of(document.text) if said.cue else None,
        addressee=said.addressee.of(document.text) if said.addressee else None,
        reason=str(said.reason),
        resolution=said.resolution,
        confidence=said.confidence,
        quotes=" ".join(quote.quotes) if isinstance(quote, Report) else "",
    )


def _variants(comparison: Comparison) -> Iterator[VariantRow]:
    return variant_rows(comparison.statements, {document.id: document for document in comparison.documents})


def variant_rows(statements: Sequence[Statement], documents: Mapping[str, Document]) -> Iterator[VariantRow]:
    """The rows of a comparison of more than memory holds: those of `rows`, made as statements come.

    Args:
        statements: Its statements, which are gone through twice.
        documents: Its documents by their ids; their texts are not looked at.
    """
    for number in gravest_first(statements):
        statement = statements[number]
        for index, variant in enumerate(statement.variants):
            yield _variant(number, statement, index, variant, documents.get(variant.document_id))


def _variant(
    number: int, statement: Statement, index: int, variant: Variant, document: Document | None
) -> VariantRow:
    start, end, spans = _place(variant.spans)
    severity, differences = _changes(variant.differences)
    prints = statement.prints(variant)
    return VariantRow(
        statement=number,
        speaker=_name(statement.speaker),
        disputed=statement.disputed,
        document_id=variant.document_id,
        outlet=document.outlet if document else None,
        published=_day(document.published) if document else None,
        quote_id=variant.quote_id,
        start=start,
        end=end,
        spans=spans,
        text=variant.text,
        wording=variant.wording.value,
        is_base=index == statement.base,
        is_first=index == statement.first,
        severity=severity,
        differences=differences,
        report_id=variant.report_id,
        copy_of=prints[0] if len(prints) > 1 else None,
    )


def _verifications(report: CheckReport) -> Iterator[VerificationRow]:
    quotes = report.said
    for id, verification in report.pairs():
        yield _verification(verification, report.document.id, quotes.get(id, id or None))
    yield from (_unchecked(left, report.document.id) for left in report.unchecked)


def _verification(
    verification: Verification, document_id: str | None, quote: Quote | Report | str | None
) -> VerificationRow:
    start, end, spans = _place(quote.spans if isinstance(quote, Quote | Report) else ())
    severity, differences = _changes(verification.differences)
    passage: Passage | None = next(iter(verification.passages), None)
    source_start, source_end, source_spans = _place(passage.spans if passage else ())
    nearest = verification.nearest
    return VerificationRow(
        document_id=document_id,
        quote_id=quote.id if isinstance(quote, Quote | Report) else quote,
        start=start,
        end=end,
        spans=spans,
        claim=verification.claim,
        speaker=_name(verification.speaker),
        wording=verification.wording.value,
        wording_rule=verification.wording_rule,
        speaker_finding=verification.speaker_finding.value,
        speaker_rule=verification.speaker_rule,
        context=verification.context.value,
        context_rule=verification.context_rule,
        severity=severity,
        differences=differences,
        passages=len(verification.passages),
        alternatives=len(verification.alternatives),
        source_id=passage.document_id if passage else None,
        source=passage.source or None if passage else None,
        source_start=source_start,
        source_end=source_end,
        source_spans=source_spans,
        source_text=passage.text if passage else None,
        source_speaker=_name(passage.speaker) if passage else None,
        nearest_id=nearest.document_id if nearest else None,
        nearest=nearest.text if nearest else None,
        documents_searched=verification.searched.documents,
        citation=verification.citation.target if verification.citation else None,
        citation_finding=verification.citation_finding.value,
        citation_rule=verification.citation_rule,
        source_page=passage.page if passage else None,
        policy=verification.policy,
        allowed=verification.allowed,
        other_wordings=len(verification.other_wordings),
    )


def _unchecked(left: Unchecked, document_id: str) -> VerificationRow:
    """The row of a quotation that was not looked for."""
    start, end, spans = _place(left.spans)
    return {
        **_NOT_LOOKED_FOR,
        "document_id": document_id,
        "quote_id": left.quote_id or None,
        "start": start,
        "end": end,
        "spans": spans,
        "claim": left.text,
        "wording_rule": left.rule,
    }


_NOT_LOOKED_FOR = VerificationRow(
    document_id=None,
    quote_id=None,
    start=None,
    end=None,
    spans="",
    claim="",
    speaker=None,
    wording="unchecked",
    wording_rule="",
    speaker_finding=SpeakerFinding.NOT_CHECKED.value,
    speaker_rule="",
    context=ContextFinding.NOT_CHECKED.value,
    context_rule="",
    severity=None,
    differences="",
    passages=0,
    alternatives=0,
    source_id=None,
    source=None,
    source_start=None,
    source_end=None,
    source_spans="",
    source_text=None,
    source_speaker=None,
    nearest_id=None,
    nearest=None,
    documents_searched=0,
    citation=None,
    citation_finding=CitationFinding.NOT_CHECKED.value,
    citation_rule="",
    source_page=None,
    policy=None,
    allowed=None,
    other_wordings=0,
)
"""What there is to say of a quotation that was not looked for: nothing was, on any axis."""


def _place(spans: Sequence[Span]) -> tuple[int | None, int | None, str]:
    """Where some spans begin and end together, and each of them in words."""
    if not spans:
        return None, None, ""
    listed = " ".join(f"{span.start}:{span.end}" for span in spans)
    return min(span.start for span in spans), max(span.end for span in spans), listed


def _printed(span: Span | None, text: str) -> tuple[str | None, int | None, int | None]:
    """What stands at a place in a text, and where that begins and ends; nothing where there is no place."""
    return (span.of(text), span.start, span.end) if span else (None, None, None)


def _changes(differences: Sequence[Difference]) -> tuple[str | None, str]:
    """The gravest severity among some differences, and their kinds, each once."""
    severity = gravest(differences)
    return severity.value if severity else None, " ".join(dict.fromkeys(d.kind.value for d in differences))


def _name(speaker: Speaker | None) -> str | None:
    return speaker.name if speaker else None


def _day(published: dt.date | dt.datetime | None) -> str | None:
    return published.isoformat() if published else None
