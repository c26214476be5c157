"""Whether the words of a claim are a speaker's, or the reporter's around a quotation."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quoteverify.collation.verify.speech_breaks import MARK
from quoteverify.models import Document, QuoteKind, Span, SpeakerKind
from quoteverify.text.words import words

NARRATION = "narration"
"""All of it stands outside the source's quotations."""
CROSSES = "crosses_a_quotation_mark"
"""Part of it stands in a quotation and part outside."""
TWO_SPEAKERS = "runs_over_to_another_speaker"
"""Its parts stand in quotations by two people."""
CITED = "cited_within_a_quotation"
"""All of it stands in a quotation that a speaker cites and nobody is named for."""


def edge_of(document: Document, spans: Sequence[Span], claim: str) -> tuple[str, tuple[Span, ...]] | None:
    """Where a passage is the reporter's and not the speaker's, and by what rule; None if it is nowhere.

    Args:
        document: The source; only its quotes tell the speaker's words from the reporter's.
        spans: Where the passage stands.
        claim: The words claimed: where they have marks of their own, the claim says what is quoted.

    Returns:
        The name of the rule, and the stretches outside the quotations, in code points of the document.
    """
    if _of_two_people(document, spans):
        return TWO_SPEAKERS, tuple(spans)
    said = sorted(span for quote in document.quotes for span in quote.spans)
    if not said or MARK.search(claim):
        return None
    outside = [gap for span in spans for gap in _outside(document.text, span, said)]
    if not outside:
        return (CITED, tuple(spans)) if _is_cited(document, spans) else None
    inside = any(span.overlaps(quoted) for span in spans for quoted in said)
    return (CROSSES if inside else NARRATION), tuple(outside)


def _outside(text: str, span: Span, said: Sequence[Span]) -> Iterator[Span]:
    """The stretches of a span that stand in no quotation and have a word."""
    at = span.start
    for quoted in said:
        if quoted.start >= span.end:
            break
        if quoted.end > at:
            if quoted.start > at:
                yield from _worded(text, Span(at, quoted.start))
            at = quoted.end
    if at < span.end:
        yield from _worded(text, Span(at, span.end))


def _worded(text: str, span: Span) -> Iterator[Span]:
    if words(span.of(text)).keys:
        yield span


def _is_cited(document: Document, spans: Sequence[Span]) -> bool:
    """Whether a passage lies in a quotation inside another, of nobody who is named."""
    around = [
        quote
        for quote in document.quotes
        if quote.kind not in (QuoteKind.TERM, QuoteKind.TURN)
        and all(any(s.start <= span.start and span.end <= s.end for s in quote.spans) for span in spans)
    ]
    if len(around) < 2:
        return False
    speaker = min(around, key=lambda quote: sum(map(len, quote.spans))).speaker
    return speaker is None or speaker.kind in (SpeakerKind.ROLE, SpeakerKind.GROUP)


def _of_two_people(document: Document, spans: Sequence[Span]) -> bool:
    """Whether the stretches of one passage stand in quotations by different speakers."""
    if len(spans) < 2:
        return False
    spoken = [
        {q.speaker for q in document.quotes if q.speaker and any(s.overlaps(span) for s in q.spans)}
        for span in spans
    ]
    return any(a and b and a.isdisjoint(b) for a, b in pairwise(spoken))
