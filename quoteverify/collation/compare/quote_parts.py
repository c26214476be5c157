"""The parts of quotes that can carry a statement."""

import functools
from collections.abc import Hashable, Iterable, Iterator
from itertools import accumulate

import attrs

from quoteverify.collation.compare.weights import WordWeights
from quoteverify.collation.language.stems import stem_places, stems
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Report, Span, Speaker
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import parse_name
from quoteverify.text.sentences import segments
from quoteverify.text.words import Words, word_keys, words

SHORT_SENTENCE = 5
"""Words of a sentence that carries little by itself. Short ones in a row are one part: what is "We waited.
Nobody came." in one outlet is "We waited, nobody came" in another."""
LONGEST_OF_SHORT = 20  # words that so become one part at most


@attrs.frozen(eq=False)
class QuotePart:
    """A part of a quote, a report, or a sentence outside both, that can carry a statement by itself.

    Attributes:
        document: Where it stands, without its text and quotes: of very many documents these are not kept.
        quote: What it is a part of, without what is not asked for; None for a sentence of the reporter's.
        span: Its place in the document.
        text: What stands there.
        language: Its language.
        report: What it is a part of, if that is a report, likewise.
        stems: What its words come to; see ``stems``.
    """

    document: Document
    quote: Quote | None
    span: Span
    text: str
    language: LanguageProfile
    report: Report | None = None
    stems: list[str] = attrs.field(init=False)

    @stems.default
    def _stems_of_words(self) -> list[str]:
        return stems(word_keys(self.text), self.language)

    @property
    def said(self) -> Quote | Report | None:
        """What it is a part of."""
        return self.quote or self.report

    def narrowed(self, first: int, last: int) -> "QuotePart":
        """The part from one of its stems to another."""
        found = words(self.text)
        places = stem_places(found.keys, self.language)
        start, end = found.starts[places[first]], found.ends[places[last - 1]]
        span = Span(self.span.start + start, self.span.start + end)
        return QuotePart(self.document, self.quote, span, self.text[start:end], self.language, self.report)

    def overlaps(self, other: "QuotePart") -> bool:
        """Whether both have some characters of one document, as a quotation and the one it lies in."""
        return (
            self.document.id == other.document.id
            and self.span.start < other.span.end
            and other.span.start < self.span.end
        )


def quote_parts(document: Document, language: LanguageProfile) -> Iterator[QuotePart]:
    """The parts of a document's quotes; terms, which are nobody's words, are left out."""
    where = where_of(document)
    for quote in document.quotes:
        if quote.kind is not QuoteKind.TERM:
            said = Attribution(
                speaker=_titled(quote, document.text, language), confidence=quote.attribution.confidence
            )
            bare = attrs.evolve(quote, text="", attribution=said)
            for span in quote.spans:
                # A quote of marks alone ("...") is no wording, but it is not lost either.
                for part in _joined(document.text, segments(document.text, language, within=span)) or [span]:
                    yield QuotePart(where, bare, part, part.of(document.text), language)


def _titled(quote: Quote, text: str, language: LanguageProfile) -> Speaker | None:
    """The speaker of a quote; of whom only the last name is known, with a title that tells him from her."""
    speaker, mention = quote.speaker, quote.attribution.mention
    if not speaker or not mention or " " in speaker.name:
        return speaker
    printed = mention.of(text)
    if printed in speaker.aliases or not parse_name(printed, language).gender:
        return speaker
    return attrs.evolve(speaker, aliases=(*speaker.aliases, printed))


def _joined(text: str, sentences: Iterable[Span]) -> list[Span]:
    """Sentences, but short ones with nothing but a space between them as one."""
    parts: list[Span] = []
    room = 0  # for so many words the last part is open
    for sentence in sentences:
        size = len(word_keys(sentence.of(text)))
        if size <= min(room, SHORT_SENTENCE) and text[parts[-1].end : sentence.start] == " ":
            parts[-1] = Span(parts[-1].start, sentence.end)
            room -= size
        else:
            parts.append(sentence)
            room = LONGEST_OF_SHORT - size if size <= SHORT_SENTENCE else 0
    return parts


def unquoted_sentences(
    document: Document, language: LanguageProfile, told: Iterable[Span] = ()
) -> Iterator[QuotePart]:
    """The sentences of a document outside its quotes, where a quote may be only reported.

    Args:
        document: The document.
        language: Its language.
        told: What is known to be a report, and is none of them.
    """
    yield from sentences(document, unquoted(document, told), language)


def unquoted(document: Document, told: Iterable[Span] = ()) -> list[Span]:
    """What of a document is outside its quotes.

    Args:
        document: The document.
        told: What else it is not.
    """
    spans = sorted([*(span for quote in document.quotes for span in quote.spans), *told])
    starts = [0, *accumulate((span.end for span in spans), max)]
    ends = [*(span.start for span in spans), len(document.text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


class Unquoted:
    """What of a document is outside its quotes, word by word.

    Attributes:
        document: The document.
        places: What stands between two of its quotes, each in one run.
        runs: The keys of the words of each.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.places = unquoted(document)
        self.runs = [word_keys(place.of(document.text)) for place in self.places]


def sentences(document: Document, within: Iterable[Span], language: LanguageProfile) -> Iterator[QuotePart]:
    """The sentences in some places of a document."""
    where = where_of(document)
    for place in within:
        for part in segments(document.text, language, within=place):
            yield QuotePart(where, None, part, part.of(document.text), language)


def where_of(document: Document) -> Document:
    """A document without its text and what is said in it: of very many these are not kept."""
    return attrs.evolve(document, text="", quotes=(), reports=(), speakers=(), timings=(), pages=())


def content_words(part: QuotePart, weights: WordWeights) -> set[Hashable]:
    """The words of a part that say what it is about."""
    return {stem for stem in part.stems if weights.is_content(stem)}


def trigrams(part: QuotePart) -> set[Hashable]:
    """Every three words in a row."""
    return set(in_threes(part.stems))


def in_threes(stems: list[str]) -> Iterator[tuple[str, str, str]]:
    """Every three of some stems in a row, in their order."""
    return zip(stems, stems[1:], stems[2:], strict=False)


def ngrams(part: QuotePart, weights: WordWeights) -> set[Hashable]:
    """What a part is found by: its content words, and every three words in a row."""
    return content_words(part, weights) | trigrams(part)


class JoinedParts:
    """The parts of one variant as one text, with the way back to the document."""

    def __init__(self, parts: list[QuotePart]) -> None:
        self.document = parts[0].document
        self.quote = parts[0].quote
        self.report = parts[0].report
        self.spans = tuple(part.span for part in parts)
        self.text = " ".join(part.text for part in parts)

    @functools.cached_property
    def words(self) -> Words:
        """Its words."""
        return words(self.text)

    def printed(self, span: Span) -> tuple[Span, str]:
        """Where a span of the joined text stands in the document, and what stands there.

        Of one that goes over to a part farther on, the longer piece: what parts them is of nobody's wording.
        """
        pieces = []
        for start, here in self._runs():
            first, last = max(span.start, start), min(span.end, start + len(here))
            if first <= last:
                moved = here.start - start
                pieces.append((Span(first + moved, last + moved), self.text[first:last]))
        return max(pieces, key=lambda piece: len(piece[0]))

    def _runs(self) -> Iterator[tuple[int, Span]]:
        """The stretches of the document with nothing but a space between them, each with where it is here."""
        start, run = 0, self.spans[0]
        for span in self.spans[1:]:
            if span.start == run.end + 1:
                run = Span(run.start, span.end)
            else:
                yield start, run
                start, run = start + len(run) + 1, span
        yield start, run


def speaking(parts: Iterable[QuotePart | JoinedParts]) -> Iterator[Speaker]:
    """Whom each of some parts is given to, if to anybody."""
    for part in parts:
        if (said := part.quote or part.report) and said.speaker:
            yield said.speaker
