"""From the sentences of a text to its reports, each with the person behind the mention."""

import bisect
import operator
import re
from collections.abc import Iterator, Sequence

from quoteverify.models import Attribution, Quote, QuoteKind, Report, Span
from quoteverify.reading.attribution.confidence import of_report
from quoteverify.reading.attribution.sorts import sort_of
from quoteverify.reading.people.resolver import Resolver
from quoteverify.reading.reports.shapes import told_in
from quoteverify.reading.reports.told import Told
from quoteverify.reading.reports.verbs import ReportWords, report_words
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.sentences import Sentence

_APART = (QuoteKind.TURN, QuoteKind.BLOCK)
"""What is somebody's words as a whole: what they tell of others is nobody's report here."""
_WORDS = re.compile(r"\w+")
_LOWER = operator.attrgetter("lower")


def reports_of(narration: Narration, people: Resolver, quotes: Sequence[Quote]) -> tuple[Report, ...]:
    """The reports of a text, in order of their first spans.

    Args:
        narration: The text.
        people: Its people.
        quotes: Its quotes, which a report may have in it.
    """
    found = [
        ([sentence.span(first, last) for first, last in told.parts], sentence, told)
        for sentence, told in told_of(narration, quotes)
    ]
    found.sort(key=lambda one: (one[0][0].start, -one[0][0].end))
    starts = [quote.spans[0].start for quote in quotes]
    return tuple(
        _report(narration, people, f"r{n}", sentence, told, spans, _within(spans, quotes, starts))
        for n, (spans, sentence, told) in enumerate(found, 1)
    )


def told_of(narration: Narration, quotes: Sequence[Quote]) -> Iterator[tuple[Sentence, Told]]:
    """What the sentences of a text tell people to have said, but for those that are somebody's words."""
    words = report_words(narration.profile)
    if not words.verbs:
        return
    apart = [span for quote in quotes if quote.kind in _APART for span in quote.spans]
    for p, place in enumerate(narration.paragraphs):
        read = narration.has_read(p)  # whose tokens tell soon enough
        if any(span.overlaps(place) for span in apart) or not (read or _has_a_sign(narration, place, words)):
            continue
        for s, sentence in enumerate(narration.sentences(p)):
            if not words.signs.isdisjoint(map(_LOWER, sentence.tokens)):
                for told in told_in(sentence, narration.reports(p, s), words):
                    yield sentence, told


def _has_a_sign(narration: Narration, place: Span, words: ReportWords) -> bool:
    """Whether a word stands in a paragraph without which there is no report."""
    return not words.signs.isdisjoint(_WORDS.findall(place.of(narration.text).lower()))


def _report(
    narration: Narration,
    people: Resolver,
    id: str,
    sentence: Sentence,
    told: Told,
    spans: Sequence[Span],
    within: Sequence[str],
) -> Report:
    """The model of what a sentence tells."""
    mention = told.report.mention
    resolved = people.resolve(mention)
    sort = sort_of(mention, resolved.person, people.census)
    return Report(
        id=id,
        spans=spans,
        text=" ".join(span.of(narration.text) for span in spans),
        kind=told.cue.kind,
        negated=told.negated,
        quotes=within,
        attribution=Attribution(
            speaker=people.speaker(mention, resolved.person),
            mention=mention.span,
            antecedent=resolved.antecedent,
            cue=told.report.cue,
            addressee=sentence.span(*told.hearer) if told.hearer else None,
            reason=told.reason,
            resolution=resolved.rule,
            confidence=of_report(told.reason, sort, resolved, narration.profile),
        ),
    )


def _within(spans: Sequence[Span], quotes: Sequence[Quote], starts: Sequence[int]) -> list[str]:
    """The quotes that stand in some spans, of all in order with where they start."""
    return [
        quote.id
        for span in spans
        for quote in quotes[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]
        if quote.spans[-1].end <= span.end
    ]
