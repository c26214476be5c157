"""The way through: text, marks, sieves, people, quotes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from quoteverify.errors import ArgumentTypeError
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Speaker, SpeakerKind
from quoteverify.reading.attribution import Answer, Answers, Page, attribute, utterances
from quoteverify.reading.confidence import confidence
from quoteverify.reading.kinds import kind_of
from quoteverify.reading.marks import MarkedSpan, marked_spans, paragraphs
from quoteverify.reading.people import Person
from quoteverify.reading.repeats import repeated
from quoteverify.reading.speakers import Speakers
from quoteverify.text.language import LanguageProfile, profile


def parse(
    text: Any,
    *,
    id: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: Any = None,
    lang: str = "en",
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
        lang: The language's code.
        nlp: A pipeline, or any callable from a string to a ``Doc``, whose entities and heads help.
        speakers: People whom the caller knows; they win over what is guessed.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no data for the language.

    >>> document = parse("“We sail at noon,” said Ruth Vale.")
    >>> [(quote.text, quote.speaker.name) for quote in document.quotes]
    [('We sail at noon,', 'Ruth Vale')]
    """
    language = profile(lang)
    if isinstance(text, str):
        source = text
    elif hasattr(text, "text") and hasattr(text, "vocab"):
        source = text.text
    else:
        raise ArgumentTypeError(f"text must be str or Doc, not {type(text).__name__}")
    quotes, cast = _quotes(source, language, tuple(speakers))
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
    text: str, language: LanguageProfile, known: tuple[Speaker, ...]
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """The quotes of a text, and their speakers in order of first appearance."""
    places = paragraphs(text)
    marked = marked_spans(text, language)
    if not marked:
        return (), ()
    outermost = [m for m in marked if m.depth == 0]
    page = Page(text, places, outermost, language)
    answers = attribute(page)
    speakers = _resolve(page, answers, Speakers(page, known))
    quotes = []
    for group in utterances(page, answers):
        first, answer = outermost[group[0]], answers.get(group[0])
        kind = kind_of(text, first, places[first.paragraph], language, cued=_is_cued(answer))
        attribution = Attribution()
        if answer is not None and kind != QuoteKind.TERM:
            attribution = Attribution(
                speaker=speakers[group[0]],
                mention=answer.mention.span,
                cue=answer.cue,
                reason=answer.reason,
                confidence=confidence(answer, first.span.of(text), language),
            )
        quotes.append(_quote(text, [outermost[i] for i in group], kind, attribution))
    quotes = _repeating(quotes)
    for m in marked:
        if m.depth:
            kind = kind_of(text, m, places[m.paragraph], language, cued=False)
            quotes.append(_quote(text, [m], kind, Attribution()))
    quotes.sort(key=lambda quote: (quote.spans[0].start, -quote.spans[0].end))
    numbered = tuple(attrs.evolve(quote, id=f"q{n}") for n, quote in enumerate(quotes, 1))
    return numbered, tuple(dict.fromkeys(quote.speaker for quote in numbered if quote.speaker))


def _is_cued(answer: Answer | None) -> bool:
    """Whether a report governs a quotation, or it goes on with one that a report governs."""
    if answer is None or answer.reason == "said_later":  # a report after a clause may be of the clause alone
        return False
    return answer.cue is not None or answer.follows is not None


def _resolve(page: Page, answers: Answers, people: Speakers) -> dict[int, Speaker | None]:
    """The speaker of each answered span, in reading order, so that who spoke before is known."""
    persons: dict[int, Person | None] = {}
    for quote in sorted(answers):
        answer = answers[quote]
        person = persons[answer.follows] if answer.follows in persons else people.person(answer.mention)
        if person is not None:
            person.spoke = page.marked[quote].span.end
        persons[quote] = person
    return {quote: people.speaker(answers[quote].mention, person) for quote, person in persons.items()}


def _repeating(quotes: list[Quote]) -> list[Quote]:
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
                reason="repeats",
                confidence=source.attribution.confidence,
            )
            quotes[repeats[n]] = attrs.evolve(quote, attribution=attribution)
    return quotes


def _quote(text: str, marked: list[MarkedSpan], kind: QuoteKind, attribution: Attribution) -> Quote:
    """The model of an utterance."""
    parts = [marked[0].span.of(text)]
    for before, here in zip(marked, marked[1:], strict=False):
        parts.append("\n\n" if here.paragraph != before.paragraph else " ")
        parts.append(here.span.of(text))
    return Quote(
        id="",
        spans=[m.span for m in marked],
        text="".join(parts),
        kind=kind,
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
    """Parse many texts, in order."""
    for record in texts_or_records:
        if isinstance(record, Mapping):
            given = dict(record)
            yield parse(given.pop("text"), nlp=nlp, **given)
        else:
            yield parse(record, nlp=nlp)
