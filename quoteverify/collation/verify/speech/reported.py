"""What is claimed as a report: who is told to have said the words, and what the verb says of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from quoteverify.collation.differences.retelling import PutBack, limit_at_start, with_denial, wording_of
from quoteverify.collation.verify.context.cuts import OF_QUESTION, QUESTION
from quoteverify.collation.verify.context.cuts import RULES as CUT_RULES
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.collation.verify.speech.identity import Identity, identity_of
from quoteverify.collation.verify.speech.speakers import SURE, UNSURE, DocumentSpeakers, Heard
from quoteverify.models import (
    ContextFinding,
    Difference,
    Document,
    Report,
    ReportKind,
    Span,
    Speaker,
    Verification,
    Wording,
)
from quoteverify.text.language import LanguageProfile

TOLD = "reported_in_source"
"""A source without quotations tells what its speaker said, in words of its own."""


class Telling(NamedTuple):
    """How words are told that are claimed as a report.

    Attributes:
        denied: Whether they are told to have been denied, or not said.
        asked: Whether they are told to have been asked.
    """

    denied: bool = False
    asked: bool = False


def telling_of(report: Report) -> Telling:
    """How a report tells its words."""
    return Telling(report.negated, report.kind is ReportKind.ASKED)


class ReportedSpeakers(DocumentSpeakers):
    """Who speaks where in a document, in its reports too."""

    def at(self, spans: Sequence[Span]) -> Heard:
        """Who spoke in a passage, or is told to have said it, and how the source says so."""
        heard = super().at(spans)
        if heard.speaker is not None:
            return heard
        told = max(reports_at(self._document, spans), key=lambda report: _shared(report, spans), default=None)
        if told is None or told.speaker is None:
            return heard
        return Heard(told.speaker, "report_in_source" if told.attribution.confidence >= SURE else UNSURE)


def reports_at(document: Document, spans: Sequence[Span]) -> Iterator[Report]:
    """The reports of a document that share something with a passage."""
    return (report for report in document.reports if _shared(report, spans))


def told_of(
    speaker: Speaker | None, document: Document, spans: Sequence[Span], language: LanguageProfile
) -> bool:
    """Whether a source without quotations only reports what a passage says, of the one who is claimed.

    Who is told of does not speak there: the source is no transcript of theirs.
    """
    if speaker is None or document.quotes:
        return False
    return any(
        report.speaker is not None
        and all(any(_holds(own, span, document.text) for own in report.spans) for span in spans)
        and identity_of(speaker, report.speaker, document, language).identity is Identity.SAME
        for report in document.reports
    )


def _holds(own: Span, span: Span, text: str) -> bool:
    """Whether a stretch has all of a passage but the marks at its end."""
    return own.start <= span.start and not any(map(str.isalnum, text[max(own.end, span.start) : span.end]))


def _shared(report: Report, spans: Sequence[Span]) -> int:
    return sum(
        max(0, min(own.end, span.end) - max(own.start, span.start)) for own in report.spans for span in spans
    )


def as_report(found: Verification, told: PutBack, index: SourceIndex, telling: Telling) -> Verification:
    """The findings on a claim as on a report, with what the verb denies; not yet what reporting changed.

    Args:
        found: The findings on the claim with those changes put back.
        told: The changes.
        index: The sources.
        telling: How the claim is told.
    """
    if not found.passages:
        return found
    passage = found.passages[0]
    document = next(document for document in index.documents if document.id == passage.document_id)
    turned = telling.denied != any(report.negated for report in reports_at(document, passage.spans))
    if turned and telling.denied and found.context_rule == CUT_RULES["negators"]:
        found, turned = _kept(found), False  # denied doing it, of “I did not do it”
    changes = with_denial(found.differences, passage.spans[0].start) if turned else found.differences
    wording, rule = _wording(found, changes)
    return attrs.evolve(
        _in_context(found, document, telling, index.language),
        wording=wording,
        wording_rule=rule,
        differences=changes,
        disallowed=[d for d in found.disallowed if d in changes],
    )


def changed(found: Verification, told: PutBack) -> Verification:
    """The findings, with nothing but what reporting changed of the words that were found."""
    spans = [span for passage in found.passages for span in passage.spans]
    changes = [d for d in told.differences if any(s.start <= d.a.start <= s.end for s in spans)]
    return attrs.evolve(found, differences=changes, disallowed=())


def with_changes(found: Verification, changes: Verification) -> Verification:
    """The findings with what reporting changed, in the order of the claim."""
    every = (*found.differences, *changes.differences)
    return attrs.evolve(found, differences=sorted(every, key=lambda d: (d.b.start, d.b.end)))


def _in_context(
    found: Verification, document: Document, telling: Telling, language: LanguageProfile
) -> Verification:
    """The findings, with what a report has no need to show, and what it may not leave out."""
    if telling.asked and found.context_rule in (QUESTION, OF_QUESTION):
        found = _kept(found)
    cut = _limit_cut(document, found.passages[0].spans[-1].end, language)
    if cut is None or found.context is not ContextFinding.KEPT:
        return found
    rule = CUT_RULES["conditions"]
    return attrs.evolve(found, context=ContextFinding.TRUNCATED, context_rule=rule, surroundings=[cut])


def _kept(found: Verification) -> Verification:
    """The findings, with nothing cut that the report does not tell."""
    return attrs.evolve(found, context=ContextFinding.KEPT, context_rule="nothing_cut", surroundings=())


def _limit_cut(document: Document, end: int, language: LanguageProfile) -> Span | None:
    """What opens the clause that limits what was said, where a report ends before it."""
    opening = limit_at_start(document.text[end : end + _NEAR], language)
    return None if opening is None else Span(end + opening.start, end + opening.end)


_NEAR = 30  # code points: as long as any phrase that opens such a clause, and what stands before it


def _wording(found: Verification, changes: Sequence[Difference]) -> tuple[Wording, str]:
    """What the differences come to that reporting does not explain."""
    return (found.wording, found.wording_rule) if found.wording is Wording.SPLICED else wording_of(changes)
