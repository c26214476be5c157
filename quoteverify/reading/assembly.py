"""The way through the folders: text, marks, sieves, people, kinds, quotes."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from quoteverify.models import (
    Attribution,
    Basis,
    Marks,
    Quote,
    QuoteKind,
    Reason,
    Report,
    Span,
    Speaker,
    SpeakerKind,
)
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.attribution.confidence import confidence, share
from quoteverify.reading.attribution.nested import speaker_within, within
from quoteverify.reading.attribution.repeats import repeated
from quoteverify.reading.attribution.sorts import sort_of
from quoteverify.reading.kinds.grouping import Group, grouped
from quoteverify.reading.kinds.kinds import kind_of
from quoteverify.reading.marks.blocks import with_blocks
from quoteverify.reading.marks.pairing import MarkedSpan, marked_spans, paragraphs
from quoteverify.reading.people.addressees import addressee
from quoteverify.reading.people.resolution import Resolved
from quoteverify.reading.people.resolver import Resolver
from quoteverify.reading.reports.assembly import reports_of
from quoteverify.reading.sieves import SIEVES
from quoteverify.reading.sieves.answers import Answer, Answers, Sieve
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse
from quoteverify.reading.turns.turns import turns_of
from quoteverify.text.language import LanguageProfile
from quoteverify.text.layout.documents import moved_attribution
from quoteverify.text.layout.page import Page, Table


@attrs.frozen(eq=False)
class _Reading:
    """What is known of a text once its outermost quotations are answered."""

    narration: Narration
    places: Sequence[Span]
    """The paragraphs."""
    answers: Answers
    people: Resolver
    resolved: dict[int, Resolved]
    """Who it is that spoke, by the index of an answered span."""

    def speaker(self, quote: int) -> Speaker | None:
        """Who spoke a span, by its index."""
        if quote not in self.answers:
            return None
        return self.people.speaker(self.answers[quote].mention, self.resolved[quote].person)


@attrs.define(eq=False)
class Read:
    """A text that has been read for its quotes, and can be for its reports.

    Attributes:
        quotes: Its quotes, in order of their first spans.
    """

    quotes: tuple[Quote, ...]
    _narration: Narration
    _people: Resolver | None
    _known: tuple[Speaker, ...]

    def reports(self) -> tuple[Report, ...]:
        """What people are told to have said without marks, in order of their first spans."""
        people = self._people or Resolver(self._narration, self._known)
        return reports_of(self._narration, people, self.quotes)


def read(
    text: str,
    language: LanguageProfile,
    known: tuple[Speaker, ...] = (),
    parsed: Parse = UNPARSED,
    sieves: tuple[Sieve, ...] = SIEVES,
    blocks: Sequence[Span] = (),
    tables: Sequence[Table] = (),
) -> Read:
    """Find the quotes of a text, in order of their first spans.

    Args:
        text: The text.
        language: Its language.
        known: People whom the caller knows.
        parsed: What a pipeline knows of the text.
        sieves: What says who spoke, in order.
        blocks: The block quotations that the layout of the text shows.
        tables: The tables that it shows.

    >>> from quoteverify.text.language import language
    >>> found = read("“Yes,” said Vale. Aas said it was late.", language("en"))
    >>> found.quotes[0].text, found.reports()[0].text
    ('Yes,', 'it was late')
    """
    places = paragraphs(text)
    quotes = turns_of(text, places, language)
    marked = with_blocks(text, marked_spans(text, language, places), blocks, places)
    narration = Narration(text, places, [m for m in marked if not m.depth], language, parsed, tables)
    people = Resolver(narration, known) if marked else None
    if people is not None:
        quotes += _of_spans(narration, places, people, [m for m in marked if m.depth], sieves)
    quotes.sort(key=lambda quote: (quote.spans[0].start, -quote.spans[0].end))
    numbered = tuple(attrs.evolve(quote, id=f"q{n}") for n, quote in enumerate(quotes, 1))
    return Read(numbered, narration, people, known)


def _of_spans(
    narration: Narration,
    places: Sequence[Span],
    people: Resolver,
    inside: Sequence[MarkedSpan],
    sieves: tuple[Sieve, ...],
) -> list[Quote]:
    """The quotes that stand between marks or are set apart as blocks, and those inside of them."""
    answers = attribute(narration, sieves)
    reading = _Reading(narration, places, answers, people, _resolved(narration, answers, people))
    quotes = _repeating(list(_outermost(reading)), narration.profile)
    return [*quotes, *_nested(reading, inside)] if inside else quotes


def _resolved(narration: Narration, answers: Answers, people: Resolver) -> dict[int, Resolved]:
    """Who spoke each answered span, in reading order, so that who spoke before is known."""
    found: dict[int, Resolved] = {}
    for quote in sorted(answers):
        answer = answers[quote]
        resolved = found[answer.follows] if answer.follows in found else people.resolve(answer.mention)
        if resolved.person is not None:
            people.spoke(resolved.person, narration.marked[quote].span.end)
        found[quote] = resolved
    return found


def _outermost(reading: _Reading) -> Iterator[Quote]:
    """The quotes that are no part of another."""
    narration = reading.narration
    for group in grouped(narration, reading.answers, reading.places):
        first = group.spans[0]
        attribution = Attribution()
        if first in reading.answers and _has_speaker(group, reading.answers[first]):
            answer, resolved = reading.answers[first], reading.resolved[first]
            marked = narration.marked[first]
            attribution = _attribution(reading, answer, reading.speaker(first), resolved, marked)
        spans = [narration.marked[i] for i in group.spans]
        yield _quote(narration.text, spans, group.kind, group.rule, attribution)


def _has_speaker(group: Group, answer: Answer) -> bool:
    """Whether somebody said what a group holds: nobody a term, and whoever is named a block quotation."""
    if group.kind == QuoteKind.BLOCK:
        return Reason.basis_of(answer.reason) == Basis.REPORTED
    return group.kind != QuoteKind.TERM


def _nested(reading: _Reading, inside: Sequence[MarkedSpan]) -> Iterator[Quote]:
    """The quotes inside other quotes."""
    narration = reading.narration
    said = within(narration, inside)
    for marked in inside:
        cued, place = marked in said, reading.places[marked.paragraph]
        kind, rule = kind_of(narration.text, marked, place, narration.profile, cued=cued, odds=None)
        attribution = Attribution()
        if cued and kind != QuoteKind.TERM:
            outer, answer = said[marked]
            outer_speaker = reading.speaker(outer)
            speaker = speaker_within(answer, reading.people, outer_speaker, narration.profile)
            resolved = reading.people.resolve(answer.mention)
            attribution = _attribution(reading, answer, speaker, resolved, marked)
        yield _quote(narration.text, [marked], kind, rule, attribution)


def _attribution(
    reading: _Reading, answer: Answer, speaker: Speaker | None, resolved: Resolved, marked: MarkedSpan
) -> Attribution:
    """The model of an answer."""
    narration = reading.narration
    sort = sort_of(answer.mention, resolved.person, reading.people.census)
    to = addressee(narration, answer.cue, answer.mention)
    return Attribution(
        speaker=speaker,
        mention=answer.mention.span,
        antecedent=resolved.antecedent,
        cue=answer.cue,
        addressee=to.span if to is not None else None,
        reason=answer.reason,
        resolution=resolved.rule,
        confidence=confidence(answer, resolved, sort, marked.span.of(narration.text), narration.profile),
    )


_PARAGRAPHS = re.compile(r"[ \t]*(?:\r?\n[ \t]*){2,}")


def _repeating(quotes: list[Quote], language: LanguageProfile) -> list[Quote]:
    """The quotes, headlines and pull quotes with the speaker of the quote of the body that they repeat."""
    shown = (QuoteKind.HEADLINE, QuoteKind.PULL_QUOTE)
    repeats = [i for i, quote in enumerate(quotes) if quote.kind in shown]
    body = [i for i, quote in enumerate(quotes) if quote.kind == QuoteKind.SPEECH and quote.speaker]
    for n, m in repeated([quotes[i].text for i in repeats], [quotes[i].text for i in body]).items():
        quote, source = quotes[repeats[n]], quotes[body[m]]
        # A headline's own report stands, and whose name is signed: it may be another's.
        said_by = quote.attribution
        own = said_by if said_by.cue is not None or said_by.reason is Reason.SIGNED else Attribution()
        if own.speaker is None or own.speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.BODY):
            attribution = attrs.evolve(
                own,
                speaker=source.speaker,
                reason=Reason.REPEATS,
                confidence=min(source.attribution.confidence, share((Reason.REPEATS,), language)),
            )
            quotes[repeats[n]] = attrs.evolve(quote, attribution=attribution)
    return quotes


def _quote(
    text: str, marked: Sequence[MarkedSpan], kind: QuoteKind, kind_rule: str, attribution: Attribution
) -> Quote:
    """The model of an utterance."""
    parts, gaps = [marked[0].span.of(text)], []
    for before, here in itertools.pairwise(marked):
        if here.paragraph == before.paragraph:
            gaps.append(sum(map(len, parts)))
        parts.append("\n\n" if here.paragraph != before.paragraph else " ")
        parts.append(here.span.of(text))
    return Quote(
        id="",
        spans=[m.span for m in marked],
        text=_PARAGRAPHS.sub("\n\n", "".join(parts)) if kind == QuoteKind.BLOCK else "".join(parts),
        kind=kind,
        kind_rule=kind_rule,
        marks=[m.marks for m in marked],
        attribution=attribution,
        gaps=gaps,
    )


def _parted(marks: Marks, parts: Sequence[Span]) -> list[Marks]:
    """The marks of each part of a span that a page break cuts: an opening and a closing one at its ends."""
    last = len(parts) - 1
    return [Marks("" if n else marks.open, "" if n < last else marks.close) for n in range(len(parts))]


_Said = TypeVar("_Said", Quote, Report)


def all_as_given(said: tuple[_Said, ...], page: Page) -> tuple[_Said, ...]:
    """Quotes or reports of a reader's copy with the offsets of the text as given, and in its order."""
    if page.is_plain:
        return said
    return tuple(sorted((_as_given(one, page) for one in said), key=lambda one: one.spans[0].start))


def _as_given(said: _Said, page: Page) -> _Said:
    """A quote or report of a reader's copy with the offsets of the text as given."""
    spans = [page.spans(span) for span in said.spans]
    if isinstance(said, Quote) and any(len(parts) > 1 for parts in spans):
        marks = [part for one, parts in zip(said.marks, spans, strict=True) for part in _parted(one, parts)]
        said = attrs.evolve(said, marks=marks)
    return attrs.evolve(
        said,
        spans=list(itertools.chain.from_iterable(spans)),
        attribution=moved_attribution(said.attribution, page.span),
    )
