"""From the sentences of a text to its reports, each with the person behind the mention."""

import re
from collections.abc import Iterator, Sequence

import attrs

from quoteverify.models import Attribution, Quote, QuoteKind, Report
from quoteverify.reading.attribution.confidence import of_report
from quoteverify.reading.people.resolution import Resolver
from quoteverify.reading.people.sorts import sort_of
from quoteverify.reading.reports.shapes import Told, told_in
from quoteverify.reading.reports.verbs import report_words
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.sentences import Sentence

_APART = (QuoteKind.TURN, QuoteKind.BLOCK)
"""What is somebody's words as a whole: what they tell of others is nobody's report here."""
_WORDS = re.compile(r"\w+")


def reports_of(narration: Narration, people: Resolver, quotes: Sequence[Quote]) -> tuple[Report, ...]:
    """The reports of a text, in order of their first spans.

    Args:
        narration: The text.
        people: Its people.
        quotes: Its quotes, which a report may have in it.
    """
    found = [_report(narration, people, sentence, told) for sentence, told in told_of(narration, quotes)]
    found.sort(key=lambda report: (report.spans[0].start, -report.spans[0].end))
    spans = sorted((quote.spans[0].start, quote.spans[-1].end, quote.id) for quote in quotes)
    return tuple(_numbered(n, report, spans) for n, report in enumerate(found, 1))


def told_of(narration: Narration, quotes: Sequence[Quote]) -> Iterator[tuple[Sentence, Told]]:
    """What the sentences of a text tell people to have said, but for those that are somebody's words."""
    words = report_words(narration.profile)
    if not words.verbs:
        return
    apart = [span for quote in quotes if quote.kind in _APART for span in quote.spans]
    for p, place in enumerate(narration.paragraphs):
        printed = _WORDS.findall(place.of(narration.text).lower())
        if words.forms.isdisjoint(printed) or any(span.overlaps(place) for span in apart):
            continue
        for s, sentence in enumerate(narration.sentences(p)):
            if any(token.lower in words.forms for token in sentence.tokens):
                for told in told_in(sentence, narration.reports(p, s), words):
                    yield sentence, told


def _report(narration: Narration, people: Resolver, sentence: Sentence, told: Told) -> Report:
    """The model of what a sentence tells."""
    mention = told.report.mention
    resolved = people.resolve(mention)
    sort = sort_of(mention, resolved.person, people.census)
    spans = [sentence.span(first, last) for first, last in told.parts]
    return Report(
        id="",
        spans=spans,
        text=" ".join(span.of(narration.text) for span in spans),
        kind=told.cue.kind,
        negated=told.negated,
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


def _numbered(n: int, report: Report, quotes: list[tuple[int, int, str]]) -> Report:
    """A report with its id, and those of the quotes that stand in it."""
    within = [
        id
        for start, end, id in quotes
        if any(span.start <= start and end <= span.end for span in report.spans)
    ]
    return attrs.evolve(report, id=f"r{n}", quotes=within)
