"""The parts of quotes that can carry a statement, and how surely two of them are the same words."""

import datetime as dt
import functools
import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import accumulate

import attrs

from quoteverify.collation.differences.blocks import Block, common
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Span, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import same_person
from quoteverify.text.sentences import segments
from quoteverify.text.words import words

# Set on pairs of quotes from two outlets, read by hand (docs/figures.md, "The same words in two outlets").
COVERAGE = 0.75  # share of the shorter part's weight that must stand in the longer ...
COVERAGE_OF_A_LONG_RUN = 0.4  # ... or less, where so many words stand in both without a gap:
LONG_RUN = 8
SPREAD = 0.5  # share of the longer part, from the first to the last word of what is shared, that is shared
SHORT_RUN = 2  # words in a row, all of closed classes, that say nothing: every sentence has an "of the"
# What two parts share counts 1 for a content word and this much for any other; they must share
OTHER_WORD = 0.5
SHARED = 4.0  # so much,
SHARED_WHEN_EXACT = 2.5  # or less, if the parts are equal, or one is a whole quote and stands in the other,
SHARED_WHEN_REPORTED = 5.0  # or more, if one of them is the reporter's own sentence,
SHARED_WHEN_DOUBTED = 8.0  # or more, if the documents name different speakers or lie far apart in time.
FAR_APART = dt.timedelta(days=30)  # documents further apart may well be of two occasions
FUNCTION_WORD_WEIGHT = 0.15  # beside 1 and more for a content word

MARKS = 2  # code points of a quote that may stand outside its only part: a stop and a space


@attrs.frozen(eq=False)
class QuotePart:
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
    stems: list[str] = attrs.field(init=False)

    @stems.default
    def _stems_of_words(self) -> list[str]:
        return [key.partition("'")[0] for key in words(self.text).keys]

    def narrowed(self, shared: "SharedWording") -> "QuotePart":
        """The part from the first to the last word of what it shares with a shorter one."""
        if shared.longer is not self:
            return self
        found = words(self.text)
        start, end = found.starts[shared.first], found.ends[shared.last - 1]
        span = Span(self.span.start + start, self.span.start + end)
        return QuotePart(self.document, self.quote, span, self.text[start:end])


@functools.lru_cache(maxsize=8)
def _closed_classes(language: LanguageProfile) -> frozenset[str]:
    """The words that any two sentences may share without having anything in common."""
    tables = ("function_words", "pronouns", "modals", "negators", "conditions", "quantities", "fillers")
    return frozenset().union(*map(language.words, tables))


def quote_parts(document: Document, language: LanguageProfile) -> Iterator[QuotePart]:
    """The parts of a document's quotes; terms, which are nobody's words, are left out."""
    where = _without_text(document)
    for quote in document.quotes:
        if quote.kind is not QuoteKind.TERM:
            bare = attrs.evolve(quote, text="", attribution=Attribution(speaker=quote.speaker))
            for span in quote.spans:
                # A quote of marks alone ("...") is no wording, but it is not lost either.
                for part in list(segments(document.text, language, within=span)) or [span]:
                    yield QuotePart(where, bare, part, part.of(document.text))


def unquoted_sentences(document: Document, language: LanguageProfile) -> Iterator[QuotePart]:
    """The sentences of a document outside its quotes: where a quote may be only reported."""
    where = _without_text(document)
    spans = sorted(span for quote in document.quotes for span in quote.spans)
    starts = [0, *accumulate((span.end for span in spans), max)]
    for start, end in zip(starts, [*(span.start for span in spans), len(document.text)], strict=True):
        if start < end:
            for part in segments(document.text, language, within=Span(start, end)):
                yield QuotePart(where, None, part, part.of(document.text))


def _without_text(document: Document) -> Document:
    return attrs.evolve(document, text="", quotes=(), speakers=(), timings=(), pages=())


class Weights:
    """How much a word tells: little for function words, more the fewer paragraphs it stands in.

    Attributes:
        language: Whose function words weigh little, and whose names of speakers are compared.
        paragraphs: How many paragraphs were counted.
        counts: In how many of them each word stands.
    """

    def __init__(self, documents: Iterable[Document], language: LanguageProfile) -> None:
        self.language = language
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


def content_words(part: QuotePart, weights: Weights) -> set[Hashable]:
    """The words of a part that say what it is about."""
    return {stem for stem in part.stems if weights.is_content(stem)}


def trigrams(part: QuotePart) -> set[Hashable]:
    """Every three words in a row."""
    return {tuple(part.stems[n : n + 3]) for n in range(len(part.stems) - 2)}


@attrs.frozen
class SharedWording:
    """What two parts have in common.

    Attributes:
        amount: How much it is: 1 for a content word, less for any other.
        doubted: Whether the two name different speakers or lie far apart in time: then the ``amount``, of
            all that two quotes have in common, must reach ``SHARED_WHEN_DOUBTED``.
        weight: The weight of the words they share, times the square of the share of the shorter one
            covered: for ranking.
        longer: The longer part.
        first: Where what is shared begins in the longer part, in words.
        last: Where it ends.
    """

    amount: float
    doubted: bool
    weight: float
    longer: QuotePart
    first: int
    last: int


def shared_wording(a: QuotePart, b: QuotePart, weights: Weights) -> SharedWording | None:
    """What two parts have in common, if that is enough to make them one statement, doubts aside."""
    short, long = sorted((a, b), key=lambda part: len(part.stems))
    runs = _telling_runs(short, long, weights)
    if not runs:
        return None
    matched = [stem for run in runs for stem in short.stems[run.a_lo : run.a_hi]]
    amount = sum(1 if weights.is_content(stem) else OTHER_WORD for stem in matched)
    contained = len(runs) == 1 and len(matched) == len(short.stems)
    if amount < _needed(short, long, contained=contained):
        return None
    weight = math.fsum(map(weights, matched))
    coverage = weight / math.fsum(map(weights, short.stems))
    long_run = max(run.a_hi - run.a_lo for run in runs) >= LONG_RUN
    first, last = runs[0].b_lo, runs[-1].b_hi
    if coverage < (COVERAGE_OF_A_LONG_RUN if long_run else COVERAGE) or len(matched) < SPREAD * (
        last - first
    ):
        return None
    doubted = _far_apart(a, b) or _other_speakers(a, b, weights.language)
    return SharedWording(amount, doubted, weight * coverage**2, long, first, last)


def _telling_runs(short: QuotePart, long: QuotePart, weights: Weights) -> Sequence[Block]:
    """The runs of words that two parts share, but for one or two function words that match alone."""
    return [
        run
        for run in common(short.stems, long.stems)
        if run.a_hi - run.a_lo > SHORT_RUN or any(map(weights.is_content, short.stems[run.a_lo : run.a_hi]))
    ]


def _needed(short: QuotePart, long: QuotePart, *, contained: bool) -> float:
    """How much two parts must share to be one statement."""
    if short.quote is None or long.quote is None:
        return SHARED_WHEN_REPORTED
    if contained and (len(short.stems) == len(long.stems) or _is_whole(short, short.quote)):
        return SHARED_WHEN_EXACT
    return SHARED


def _is_whole(part: QuotePart, quote: Quote) -> bool:
    """Whether the part is all that its quote holds, so that an editor chose just these words."""
    return sum(map(len, quote.spans)) <= len(part.span) + MARKS


def _far_apart(a: QuotePart, b: QuotePart) -> bool:
    """Whether the dates of two documents make two occasions likely."""
    one, other = a.document.published, b.document.published
    return one is not None and other is not None and abs(_day(one) - _day(other)) > FAR_APART


def _day(published: dt.date | dt.datetime) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published


def _other_speakers(a: QuotePart, b: QuotePart, language: LanguageProfile) -> bool:
    """Whether two parts are said to be of two people who are both known by name."""
    one, other = (part.quote.speaker if part.quote else None for part in (a, b))
    if not (one and other and one.kind == other.kind == SpeakerKind.PERSON):
        return False
    return not same_person(one.name, other.name, language)
