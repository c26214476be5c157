"""The parts of quotes that can carry a statement, and how surely two of them are the same words."""

import datetime as dt
import functools
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

import attrs

from quoteverify.collation.differences.blocks import common
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Span, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import same_person
from quoteverify.text.sentences import segments
from quoteverify.text.words import words

# Chosen on the natural pairs of the development articles (see the docs on how figures are measured).
COVERAGE = 0.75  # share of the shorter piece's weight that must stand in the longer ...
COVERAGE_OF_A_LONG_RUN = 0.4  # ... or less, where so many words stand in both without a gap:
LONG_RUN = 8
# What two pieces share counts 1 for a content word and this much for any other; they must share
OTHER_WORD = 0.5
SHARED = 4.0  # so much,
SHARED_WHEN_EXACT = 2.5  # or less, if the pieces are equal, or one is a whole quote and stands in the other,
SHARED_WHEN_REPORTED = 5.0  # or more, if one of them is the reporter's own sentence,
SHARED_WHEN_DOUBTED = 8.0  # or more, if the documents name different speakers or lie far apart in time.
FAR_APART = dt.timedelta(days=30)  # documents further apart may well be of two occasions
FUNCTION_WORD_WEIGHT = 0.15


@attrs.frozen(eq=False)
class Piece:
    """A part of a quote, or a sentence outside all quotes, that can carry a statement by itself.

    Attributes:
        document: Where it stands, without its text and quotes: of very many documents these are not kept.
        quote: What it is a part of, without what is not asked for; None for a sentence of the reporter's.
        span: Its place in the document.
        text: What stands there.
        stems: Its words' keys without what follows an apostrophe: which of "he" and "he's", "ISIS'" and
            "ISIS's" is printed does not make another statement.
    """

    document: Document
    quote: Quote | None
    span: Span
    text: str
    stems: list[str]

    def narrowed(self, like: "Likeness") -> "Piece":
        """The piece from the first to the last word of what it shares with a shorter one."""
        if like.longer is not self:
            return self
        found = words(self.text)
        start, end = found.starts[like.first], found.ends[like.last - 1]
        span = Span(self.span.start + start, self.span.start + end)
        return piece(self.document, self.quote, span, self.text[start:end])


@functools.lru_cache(maxsize=8)
def _closed_classes(language: LanguageProfile) -> frozenset[str]:
    """The words that any two sentences may share without having anything in common."""
    tables = ("function_words", "pronouns", "modals", "negators", "conditions", "quantities", "fillers")
    return frozenset().union(*map(language.words, tables))


def cut(document: Document, language: LanguageProfile) -> Iterator[Piece]:
    """The pieces of a document's quotes; terms, which are nobody's words, are left out."""
    where = _without_text(document)
    for quote in document.quotes:
        if quote.kind is not QuoteKind.TERM:
            bare = attrs.evolve(quote, text="", attribution=Attribution(speaker=quote.speaker))
            for span in quote.spans:
                # A quote of marks alone ("...") is no wording, but it is not lost either.
                for part in list(segments(document.text, language, within=span)) or [span]:
                    yield piece(where, bare, part, part.of(document.text))


def cut_unquoted(document: Document, language: LanguageProfile) -> Iterator[Piece]:
    """The sentences of a document outside its quotes: where a quote may be only reported."""
    where = _without_text(document)
    spans = sorted(span for quote in document.quotes for span in quote.spans)
    starts = [0, *accumulate((span.end for span in spans), max)]
    for start, end in zip(starts, [*(span.start for span in spans), len(document.text)], strict=True):
        if start < end:
            for part in segments(document.text, language, within=Span(start, end)):
                yield piece(where, None, part, part.of(document.text))


def _without_text(document: Document) -> Document:
    return attrs.evolve(document, text="", quotes=(), speakers=(), timings=())


def piece(document: Document, quote: Quote | None, span: Span, text: str) -> Piece:
    """A stretch of a document, at which this text stands, as a piece of a quote of it, or of none."""
    return Piece(document, quote, span, text, [key.partition("'")[0] for key in words(text).keys])


class Weights:
    """How much a word tells: little for function words, more the fewer paragraphs it stands in.

    Attributes:
        paragraphs: How many paragraphs were counted.
        counts: In how many of them each word stands.
    """

    def __init__(self, documents: Iterable[Document], language: LanguageProfile) -> None:
        self._closed = _closed_classes(language)
        self.paragraphs = 0
        self.counts: Counter[str] = Counter()
        for document in documents:
            self.count(document)

    def count(self, document: Document) -> None:
        """Count the paragraphs of one more document."""
        for paragraph in document.text.splitlines():
            keys = set(words(paragraph).keys)
            self.paragraphs += bool(keys)
            self.counts.update(keys)

    def is_content(self, key: str) -> bool:
        """Whether the word is of no closed class."""
        return key not in self._closed

    def __call__(self, key: str) -> float:
        """What the word weighs."""
        if not self.is_content(key):
            return FUNCTION_WORD_WEIGHT
        return 1 + math.log((1 + self.paragraphs) / (1 + self.counts[key]))


@attrs.frozen
class Likeness:
    """What two pieces have in common.

    Attributes:
        shared: How much they share: 1 for a content word, less for any other.
        doubted: Whether they name different speakers or lie far apart in time: then ``shared``, of
            all that two quotes have in common, must reach ``SHARED_WHEN_DOUBTED``.
        weight: The weight of the words they share, times the square of the share of the shorter one
            covered: for ranking.
        longer: The longer piece.
        first: Where what is shared begins in the longer piece, in words.
        last: Where it ends.
    """

    shared: float
    doubted: bool
    weight: float
    longer: "Piece"
    first: int
    last: int


def likeness(a: Piece, b: Piece, weigh: Weights) -> Likeness | None:
    """What two pieces have in common, if that is enough to make them one statement, doubts aside."""
    short, long = sorted((a, b), key=lambda one: len(one.stems))
    runs = [
        run
        for run in common(short.stems, long.stems)
        # A function word that matches alone says nothing: every sentence has a "the".
        if run.a_hi - run.a_lo > 2 or any(map(weigh.is_content, short.stems[run.a_lo : run.a_hi]))
    ]
    if not runs:
        return None
    matched = [stem for lo, hi, _, _ in runs for stem in short.stems[lo:hi]]
    shared = sum(1 if weigh.is_content(stem) else OTHER_WORD for stem in matched)
    contained = len(runs) == 1 and len(matched) == len(short.stems)
    if shared < _needed(short, long, contained=contained):
        return None
    weight = sum(map(weigh, matched))
    coverage = weight / sum(map(weigh, short.stems))
    long_run = max(hi - lo for lo, hi, _, _ in runs) >= LONG_RUN
    first, last = runs[0][2], runs[-1][3]
    if coverage < (COVERAGE_OF_A_LONG_RUN if long_run else COVERAGE) or len(matched) < (last - first) / 2:
        return None
    doubted = _far_apart(a, b) or _other_speakers(a, b)
    return Likeness(shared, doubted, weight * coverage**2, long, first, last)


def _needed(short: Piece, long: Piece, *, contained: bool) -> float:
    """How much two pieces must share to be one statement."""
    if short.quote is None or long.quote is None:
        return SHARED_WHEN_REPORTED
    if contained and (len(short.stems) == len(long.stems) or _is_whole(short, short.quote)):
        return SHARED_WHEN_EXACT
    return SHARED


def _is_whole(piece: Piece, quote: Quote) -> bool:
    """Whether the piece is all that its quote holds, so that an editor chose just these words."""
    return sum(map(len, quote.spans)) <= len(piece.span) + 2


def _far_apart(a: Piece, b: Piece) -> bool:
    """Whether the dates of two documents make two occasions likely."""
    one, other = a.document.published, b.document.published
    return one is not None and other is not None and abs(_day(one) - _day(other)) > FAR_APART


def _day(published: dt.date | dt.datetime) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published


def _other_speakers(a: Piece, b: Piece) -> bool:
    """Whether two pieces are said to be of two people who are both known by name."""
    one, other = (piece.quote.speaker if piece.quote else None for piece in (a, b))
    if not (one and other and one.kind == other.kind == SpeakerKind.PERSON):
        return False
    return not same_person(one.name, other.name)
