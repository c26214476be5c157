"""The way through: text, marks, sieves, people, quotes."""

import functools
import itertools
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import attrs

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, MissingExtraError, check_type
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteverify.reading.arguments import check_pipeline, checked_arguments, checked_speakers
from quoteverify.reading.attribution.cascade import attribute, utterances
from quoteverify.reading.attribution.confidence import REPEATS, confidence, share
from quoteverify.reading.attribution.nested import speaker_within, within
from quoteverify.reading.attribution.repeats import repeated, said_below
from quoteverify.reading.kinds.kinds import is_heading, kind_of
from quoteverify.reading.kinds.terms import log_odds
from quoteverify.reading.marks.pairing import MarkedSpan, marked_spans, paragraphs
from quoteverify.reading.people.census import Person
from quoteverify.reading.people.resolution import Resolver
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse, is_doc, parse_by, parse_in
from quoteverify.text.language import LanguageProfile, as_profile
from quoteverify.text.layout.page import Page
from quoteverify.text.layout.reading_copy import page_of


def parse(
    text: Any,
    *,
    id: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: Any = None,
    lang: str | LanguageProfile = "en",
    nlp: Callable[[str], Any] | None = None,
    speakers: Iterable[Speaker] = (),
) -> Document:
    """Find every quotation of a text, and who said it.

    Args:
        text: The text, or a spaCy ``Doc`` of it.
        id: The document's id; made from the content where none is given.
        outlet: Who published it.
        title: Its title.
        url: Its address.
        published: A date, or one in ISO 8601.
        lang: The language: its code, or its profile.
        nlp: A pipeline, or any callable from a string to a ``Doc``, whose entities and heads help.
        speakers: People whom the caller knows; they win over what is guessed.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no data for the language.

    >>> document = parse("“We sail at noon,” said Ruth Vale.")
    >>> [(quote.text, quote.speaker.name) for quote in document.quotes]
    [('We sail at noon,', 'Ruth Vale')]
    """
    language = as_profile(lang)
    known = checked_speakers(speakers)
    check_pipeline(nlp)
    if isinstance(text, str):
        source, page = text, page_of(text)
        parsed = parse_by(nlp, page.text) if nlp is not None else UNPARSED
    elif is_doc(text):
        source, page = text.text, page_of(text.text)
        parsed = parse_in(text) if page.is_plain else parse_in(text).moved(page.place)
    else:
        raise ArgumentTypeError(f"text must be str or Doc, not {type(text).__name__}")
    quotes, cast = _quotes(page.text, language, known, parsed)
    if not page.is_plain:
        quotes = tuple(as_given(quote, page) for quote in quotes)
    return Document(
        id=id or "",
        text=source,
        outlet=outlet,
        title=title,
        url=url,
        published=published,
        quotes=quotes,
        speakers=cast,
    )


def _quotes(
    text: str, language: LanguageProfile, known: tuple[Speaker, ...], parsed: Parse
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """The quotes of a text, and their speakers in order of first appearance."""
    places = paragraphs(text)
    marked = marked_spans(text, language, places)
    if not marked:
        return (), ()
    outermost = [m for m in marked if m.depth == 0]
    narration = Narration(text, places, outermost, language, parsed)
    answers = attribute(narration)
    people = Resolver(narration, known)
    speakers = _resolve(narration, answers, people)
    quotes = []
    for group, kind, rule in _of_one_kind(narration, answers, places):
        first, answer = outermost[group[0]], answers.get(group[0])
        attribution = Attribution(reason=rule) if kind == QuoteKind.TERM else Attribution()
        if answer is not None and kind != QuoteKind.TERM:
            attribution = _attribution(answer, speakers[group[0]], first.span.of(text), language)
        quotes.append(_quote(text, [outermost[i] for i in group], kind, rule, attribution))
    quotes = _repeating(quotes, language)
    inside = [m for m in marked if m.depth]
    said = within(narration, inside) if inside else {}
    for m in inside:
        kind, rule = kind_of(text, m, places[m.paragraph], language, cued=m in said, odds=None)
        attribution = Attribution(reason=rule) if kind == QuoteKind.TERM else Attribution()
        if m in said and kind != QuoteKind.TERM:
            outer, answer = said[m]
            speaker = speaker_within(answer, people, speakers.get(outer))
            attribution = _attribution(answer, speaker, m.span.of(text), language)
        quotes.append(_quote(text, [m], kind, rule, attribution))
    quotes.sort(key=lambda quote: (quote.spans[0].start, -quote.spans[0].end))
    numbered = tuple(attrs.evolve(quote, id=f"q{n}") for n, quote in enumerate(quotes, 1))
    return numbered, tuple(dict.fromkeys(quote.speaker for quote in numbered if quote.speaker))


def as_given(quote: Quote, page: Page) -> Quote:
    """A quote of a reader's copy with the offsets of the text as given."""
    said_by = quote.attribution

    def given(span: Span | None) -> Span | None:
        return None if span is None else page.span(span)

    return attrs.evolve(
        quote,
        spans=[page.span(span) for span in quote.spans],
        attribution=attrs.evolve(
            said_by,
            mention=given(said_by.mention),
            antecedent=given(said_by.antecedent),
            cue=given(said_by.cue),
            addressee=given(said_by.addressee),
        ),
    )


def _attribution(
    answer: Answer, speaker: Speaker | None, quotation: str, language: LanguageProfile
) -> Attribution:
    """The model of an answer."""
    return Attribution(
        speaker=speaker,
        mention=answer.mention.span,
        cue=answer.cue,
        reason=answer.reason,
        confidence=confidence(answer, quotation, language),
    )


def _of_one_kind(
    narration: Narration, answers: Answers, places: Sequence[Span]
) -> Iterator[tuple[list[int], QuoteKind, str]]:
    """The spans of each utterance, what they hold and by what rule; a term is no part of speech around it."""
    for group in utterances(narration, answers):
        spoken: list[int] = []
        spoken_as, spoken_by = QuoteKind.TERM, ""
        for i in group:
            marked, answer = narration.marked[i], answers.get(i)
            paragraph = places[marked.paragraph]
            # What goes on with speech is speech, but for the names of works and the like.
            odds = log_odds(narration, i, answer) if i in narration.places and not spoken else -math.inf
            if (
                odds > 0
                and is_heading(narration.text, paragraph, marked)
                and said_below(narration, i, answers)
            ):
                odds = -math.inf
            kind, rule = kind_of(
                narration.text,
                marked,
                paragraph,
                narration.profile,
                cued=_is_cued(answer),
                odds=odds,
            )
            if kind == QuoteKind.TERM:
                yield [i], kind, rule
            else:
                if not spoken:
                    spoken_as, spoken_by = kind, rule
                spoken.append(i)
        if spoken:
            yield spoken, spoken_as, spoken_by


def _is_cued(answer: Answer | None) -> bool:
    """Whether a report governs a quotation, or it goes on with one that a report governs."""
    if answer is None or answer.reason == "said_later":  # a report after a clause may be of the clause alone
        return False
    return answer.cue is not None or answer.follows is not None or answer.reason == "signed"


def _resolve(narration: Narration, answers: Answers, people: Resolver) -> dict[int, Speaker | None]:
    """The speaker of each answered span, in reading order, so that who spoke before is known."""
    persons: dict[int, Person | None] = {}
    for quote in sorted(answers):
        answer = answers[quote]
        person = persons[answer.follows] if answer.follows in persons else people.person(answer.mention)
        if person is not None:
            person.spoke = narration.marked[quote].span.end
        persons[quote] = person
    return {quote: people.speaker(answers[quote].mention, person) for quote, person in persons.items()}


def _repeating(quotes: list[Quote], language: LanguageProfile) -> list[Quote]:
    """The quotes, headlines and pull quotes with the speaker of the quote of the body that they repeat."""
    shown = (QuoteKind.HEADLINE, QuoteKind.PULL_QUOTE)
    repeats = [i for i, quote in enumerate(quotes) if quote.kind in shown]
    body = [i for i, quote in enumerate(quotes) if quote.kind == QuoteKind.SPEECH and quote.speaker]
    for n, m in repeated([quotes[i].text for i in repeats], [quotes[i].text for i in body]).items():
        quote, source = quotes[repeats[n]], quotes[body[m]]
        # A headline's own report stands: it may call the speaker by another name.
        own = quote.attribution if quote.attribution.cue is not None else Attribution()
        if own.speaker is None or own.speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.BODY):
            attribution = attrs.evolve(
                own,
                speaker=source.speaker,
                reason=REPEATS,
                confidence=min(source.attribution.confidence, share(REPEATS, language)),
            )
            quotes[repeats[n]] = attrs.evolve(quote, attribution=attribution)
    return quotes


def _quote(
    text: str, marked: list[MarkedSpan], kind: QuoteKind, kind_rule: str, attribution: Attribution
) -> Quote:
    """The model of an utterance."""
    parts = [marked[0].span.of(text)]
    for before, here in itertools.pairwise(marked):
        parts.append("\n\n" if here.paragraph != before.paragraph else " ")
        parts.append(here.span.of(text))
    return Quote(
        id="",
        spans=[m.span for m in marked],
        text="".join(parts),
        kind=kind,
        kind_rule=kind_rule,
        marks=[m.marks for m in marked],
        attribution=attribution,
    )


def parse_many(
    texts_or_records: Iterable[Any],
    *,
    nlp: Callable[[str], Any] | None = None,
    n_process: int = 1,
    progress: bool = False,
) -> Iterator[Document]:
    """Parse many texts, in order, as they are asked for.

    Args:
        texts_or_records: Texts, spaCy ``Doc``s, or mappings with ``text`` and any other argument of `parse`.
        nlp: As for `parse`.
        n_process: How many processes share the work; texts and results travel between them, a pipeline with
            each text's share, so more than one pays for long texts only.
        progress: Whether to show a progress bar; needs tqdm.

    Yields:
        A document for each, the same as `parse` makes, whatever the number of processes.

    Raises:
        ArgumentTypeError: An argument is of the wrong type; or, when its turn comes, a record is neither text
            nor mapping, or has what `parse` does not take.
        ArgumentValueError: ``n_process`` is less than 1.
        MissingExtraError: ``progress`` is asked for and tqdm is not installed.

    >>> records = ["“Yes,” said Vale.", {"text": "“No,” said Aas.", "outlet": "Port News"}]
    >>> [(document.outlet, document.quotes[0].speaker.name) for document in parse_many(records)]
    [(None, 'Vale'), ('Port News', 'Aas')]
    """
    check_type("n_process", n_process, int)
    if n_process < 1:
        raise ArgumentValueError(f"n_process must be at least 1, not {n_process}")
    check_type("progress", progress, bool)
    check_pipeline(nlp)
    if not isinstance(texts_or_records, Iterable):
        kind = type(texts_or_records).__name__
        raise ArgumentTypeError(f"texts_or_records must be several texts or records, not {kind}")
    if isinstance(texts_or_records, str | bytes | Mapping) or is_doc(texts_or_records):
        raise ArgumentTypeError("texts_or_records must be several texts or records; parse() takes one")
    given = _shown(texts_or_records) if progress else texts_or_records
    return _parsed(given, functools.partial(_parse_record, nlp=nlp), n_process)


def _shown(given: Iterable[Any]) -> Iterable[Any]:
    """The texts behind a progress bar."""
    try:
        from tqdm.auto import tqdm  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtraError("a progress bar needs tqdm: pip install 'quoteverify[progress]'") from error
    shown: Iterable[Any] = tqdm(given, desc="parse", unit="text")
    return shown


def _parsed(given: Iterable[Any], work: Callable[[Any], Document], n_process: int) -> Iterator[Document]:
    """The documents, made here or by other processes, never more than a few ahead of the reader."""
    if n_process == 1:
        yield from map(work, given)
        return
    # A spawned process is the same on every system, and safe in a program with threads.
    with ProcessPoolExecutor(n_process, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Document]] = deque()
        for record in given:
            waiting.append(pool.submit(work, record))
            if len(waiting) >= 8 * n_process:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _parse_record(record: Any, nlp: Callable[[str], Any] | None) -> Document:
    """The document of a text or of a mapping with one."""
    if not isinstance(record, Mapping):
        return parse(record, nlp=nlp)
    given = {"nlp": nlp, **record}
    if "text" not in given:
        raise ArgumentTypeError("a record must have 'text'")
    text = given.pop("text")
    return parse(text, **checked_arguments(given))
