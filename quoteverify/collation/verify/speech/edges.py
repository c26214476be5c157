"""Whether the words of a claim are a speaker's, or the reporter's around a quotation."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from quoteverify.collation.verify.speech.compared import bare, closed, is_no_name
from quoteverify.collation.verify.speech.identity import Identity, identity_of
from quoteverify.collation.verify.speech.turns import is_answer, is_in_own_voice
from quoteverify.collation.verify.speech_breaks import MARK, closes, opens
from quoteverify.models import Document, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import fold_name
from quoteverify.text.words import words

NARRATION = "narration"
"""All of it stands outside the source's quotations."""
CROSSES = "crosses_a_quotation_mark"
"""Part of it stands in a quotation and part outside."""
TWO_SPEAKERS = "runs_over_to_another_speaker"
"""Its parts stand in quotations by two people."""
CITED = "cited_within_a_quotation"
"""All of it stands in a quotation that a speaker cites and nobody is named for."""
NEARLY_ALL = 0.9
"""The share of a quotation's words that a claim has in marks of its own, if it marks what is quoted: one of
ten may be another word. Set by hand."""
_SINGLE = frozenset("'’‘`")


class Edge(NamedTuple):
    """Where a passage has words that are not its speaker's.

    Attributes:
        rule: The name of the rule that says so.
        spans: Where they stand, in code points of the document.
    """

    rule: str
    spans: tuple[Span, ...]


def edge_of(document: Document, spans: Sequence[Span], claim: str, language: LanguageProfile) -> Edge | None:
    """Where a passage is the reporter's and not the speaker's, and by what rule; None if it is nowhere.

    Args:
        document: The source; only its quotes tell the speaker's words from the reporter's.
        spans: Where the passage stands.
        claim: The words claimed: where they mark what the source marks, they claim no more as said.
        language: The language of the source.
    """
    if _of_two_people(document, spans):
        return Edge(TWO_SPEAKERS, tuple(spans))
    if not _tells_who_speaks(document):
        return None
    said = _quoted_beside(document, Span(spans[0].start, spans[-1].end))
    outside = [gap for span in spans for gap in _outside(document.text, span, said)]
    if not outside:
        return Edge(CITED, tuple(spans)) if _is_cited(document, spans) else None
    inside = any(span.overlaps(quoted) for span in spans for quoted in said)
    if inside and _marks_what_is_quoted(claim, document, spans):
        return None
    if inside:
        return Edge(CROSSES, tuple(outside))
    own = is_answer(document, spans, language) or is_in_own_voice(document, language)
    return None if own else Edge(NARRATION, tuple(outside))


def _tells_who_speaks(document: Document) -> bool:
    """Whether a document has quotations, and not only what a letter without any answers to."""
    return any(quote.kind is not QuoteKind.BLOCK or quote.speaker for quote in document.quotes)


def _marks_what_is_quoted(claim: str, document: Document, spans: Sequence[Span]) -> bool:
    """Whether a claim has in marks of its own what a passage has of somebody's words."""
    marked = [frozenset(words(stretch).keys) for stretch in marked_stretches(claim)]
    if not marked:
        return False
    quoted = [
        words(document.text[max(one.start, span.start) : min(one.end, span.end)]).keys
        for quote in document.quotes
        if quote.kind is not QuoteKind.TERM
        for one in quote.spans
        for span in spans
        if one.overlaps(span)
    ]
    return bool(quoted) and all(
        any(_shared(keys, own) >= NEARLY_ALL * len(keys) for own in marked) for keys in quoted
    )


def _shared(keys: Sequence[str], others: frozenset[str]) -> int:
    return sum(key in others for key in keys)


def marked_stretches(text: str) -> list[str]:
    """What a text has between quotation marks, up to the first if that closes, after the last if that opens.

    A single mark that has no other is an apostrophe.

    >>> marked_stretches("the plan “will cost jobs” and “votes")
    ['will cost jobs', 'votes']
    >>> marked_stretches("We sail,” he said, “at noon")
    ['We sail,', 'at noon']
    >>> marked_stretches("the pilots’ vote")
    []
    """
    found, opened, single = [], 0, False
    for n, mark in enumerate(MARK.finditer(text)):
        behind_a_word = closes(text, mark)
        if behind_a_word and (opened or (n == 0 and mark[0] not in _SINGLE)):
            found.append(text[opened : mark.start()])
            opened = 0
        elif opens(text, mark):
            doubled = text[: mark.start()][-1:] == mark[0]
            opened, single = mark.end(), mark[0] in _SINGLE and not doubled
    return [*found, text[opened:]] if opened and not single else found


def _quoted_beside(document: Document, extent: Span) -> list[Span]:
    """The spans of quotations that a stretch has a part of, in order: few, of all that a document has."""
    beside = (span for quote in document.quotes for span in quote.spans if span.overlaps(extent))
    return sorted(beside, key=attrgetter("start", "end"))


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


def is_of_no_citer(
    claimed: Speaker | None, document: Document, spans: Sequence[Span], language: LanguageProfile
) -> bool:
    """Whether what somebody cites is claimed of another: of a pupil, or of whom the citer names before it.

    Args:
        claimed: Who is claimed to have said it.
        document: The source.
        spans: Where a passage stands that is cited in it.
        language: The language of the names.
    """
    around = _quotes_around(document, spans)
    if claimed is None or not around or around[-1].speaker is None:
        return False
    citing = around[-1]
    if identity_of(claimed, around[-1].speaker, document, language, citing).identity is Identity.SAME:
        return False
    if is_no_name(claimed, language):
        return fold_name(claimed.name) not in language.words("pronouns")
    before = (span for span in citing.spans if span.start < spans[0].start)
    named = " ".join(document.text[span.start : min(span.end, spans[0].start)] for span in before)
    return not bare(claimed.name, language).isdisjoint(bare(named, language) - closed(language))


def is_of_the_unnamed(document: Document, spans: Sequence[Span]) -> bool:
    """Whether a passage is cited in a quotation and the source has nobody for it: he said, ‘We sail’."""
    around = _quotes_around(document, spans)
    return len(around) > 1 and around[0].speaker is None


def _quotes_around(document: Document, spans: Sequence[Span]) -> list[Quote]:
    """The quotations that have all of a passage, the shortest first."""
    around = [
        quote
        for quote in document.quotes
        if quote.kind not in (QuoteKind.TERM, QuoteKind.TURN)
        and all(any(s.start <= span.start and span.end <= s.end for s in quote.spans) for span in spans)
    ]
    return sorted(around, key=lambda quote: sum(map(len, quote.spans)))


def _is_cited(document: Document, spans: Sequence[Span]) -> bool:
    """Whether a passage lies in a quotation inside another, of nobody who is named."""
    around = _quotes_around(document, spans)
    if len(around) < 2:
        return False
    speaker = around[0].speaker
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
