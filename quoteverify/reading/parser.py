"""The way through: text, marks, sieves, people, quotes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from quoteverify.errors import ArgumentTypeError
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Speaker, SpeakerKind
from quoteverify.reading.attribution import Answers, Page, attribute
from quoteverify.reading.kinds import kind_of
from quoteverify.reading.marks import MarkedSpan, marked_spans, paragraphs
from quoteverify.reading.people import Person
from quoteverify.reading.speakers import Speakers
from quoteverify.text.language import LanguageProfile, profile

_GUESSES = frozenset(("clause_subject", "speaker_before", "said_later", "subject_of_sentence_before"))
"""Sieves that find who it would be if it is speech, but no report of speech: what they answer may be a term."""


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
        id=id or "", text=source, outlet=outlet, title=title, url=url, published=published, quotes=quotes, speakers=cast
    )


def _quotes(text: str, language: LanguageProfile, known: tuple[Speaker, ...]) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """The quotes of a text and their speakers."""
    places = paragraphs(text)
    marked = marked_spans(text, language)
    if not marked:
        return (), ()
    outermost = [m for m in marked if m.depth == 0]
    page = Page(text, places, outermost, language)
    answers = attribute(page)
    speakers = _resolve(page, answers, Speakers(page, known))
    quotes: list[Quote] = []
    for group in _utterances(outermost, answers):
        first = outermost[group[0]]
        answer = answers.get(group[0])
        kind = kind_of(text, first, places[first.paragraph], language, cued=answer is not None and answer.reason not in _GUESSES)
        attribution = Attribution()
        if answer is not None and kind != QuoteKind.TERM:
            attribution = Attribution(
                speaker=speakers.get(group[0]), mention=answer.mention.span, cue=answer.cue, reason=answer.reason, confidence=0.8
            )
        quotes.append(_quote(text, [outermost[i] for i in group], kind, attribution))
    quotes += [
        _quote(text, [m], kind_of(text, m, places[m.paragraph], language, cued=False), Attribution())
        for m in marked
        if m.depth
    ]
    quotes.sort(key=lambda q: (q.spans[0].start, -q.spans[0].end))
    named = tuple(attrs.evolve(q, id=f"q{i}") for i, q in enumerate(quotes, 1))
    return named, tuple(dict.fromkeys(q.speaker for q in named if q.speaker))


def _resolve(page: Page, answers: Answers, people: Speakers) -> dict[int, Speaker | None]:
    """The speaker of each answered span, in reading order, so that who spoke before is known."""
    persons: dict[int, Person | None] = {}
    found: dict[int, Speaker | None] = {}
    for quote in sorted(answers):
        answer = answers[quote]
        person = persons[answer.follows] if answer.follows in persons else people.person(answer.mention)
        if person is not None:
            person.spoke = page.marked[quote].span.end
        persons[quote] = person
    for quote, person in persons.items():
        found[quote] = people.speaker(answers[quote].mention, person)
    return found


def _utterances(marked: list[MarkedSpan], answers: Answers) -> list[list[int]]:
    """Which spans are one utterance: interrupted, or opened again in the next paragraph."""
    groups: list[list[int]] = []
    home: dict[int, list[int]] = {}
    for i, span in enumerate(marked):
        answer = answers.get(i)
        before = answer.follows if answer else None
        if before is None and span.continues and i:
            before = i - 1
        if before is not None and before in home:
            home[before].append(i)
            home[i] = home[before]
        else:
            home[i] = [i]
            groups.append(home[i])
    return groups


def _quote(text: str, marked: list[MarkedSpan], kind: QuoteKind, attribution: Attribution) -> Quote:
    """The model of an utterance."""
    parts = [marked[0].span.of(text)]
    for before, here in zip(marked, marked[1:], strict=False):
        parts.append("\n\n" if here.paragraph != before.paragraph else " ")
        parts.append(here.span.of(text))
    return Quote(
        id="", spans=[m.span for m in marked], text="".join(parts), kind=kind, marks=[m.marks for m in marked], attribution=attribution
    )


def parse_many(
    texts_or_records: Iterable[Any], *, nlp: Callable[[str], Any] | None = None, n_process: int = 1, progress: bool = False
) -> Iterator[Document]:
    """Parse many texts, in order."""
    for record in texts_or_records:
        if isinstance(record, Mapping):
            given = dict(record)
            yield parse(given.pop("text"), nlp=nlp, **given)
        else:
            yield parse(record, nlp=nlp)
