"""compare: what several documents say alike, one statement with all its variants per thing said.

Quotes are cut into pieces (sentences, and the parts that an ellipsis joins), pieces that share
words are weighed against each other, and those that are the same words become one statement.
"""

import datetime as dt
import functools
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator

import attrs
from rapidfuzz.distance import LCSseq

from quoteverify.collation.alignment import align
from quoteverify.errors import ArgumentTypeError, DuplicateDocumentError
from quoteverify.models import (
    Column,
    Comparison,
    Difference,
    Document,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Variant,
)
from quoteverify.text.language import LanguageProfile, profile
from quoteverify.text.names import same_person
from quoteverify.text.sentences import pieces
from quoteverify.text.words import Words, words

# Chosen on the natural pairs of the development articles (see the docs on how figures are measured).
COVERAGE = 0.75  # share of the shorter piece's weight that must stand in the longer ...
COVERAGE_OF_A_LONG_RUN = 0.4  # ... or less, where so many words stand in both without a gap:
LONG_RUN = 8
# What two pieces share counts 1 for a content word and this much for any other; they must share
OTHER_WORD = 0.5
SHARED = 4.0  # so much,
SHARED_WHEN_EXACT = 2.5  # or less, if the pieces are equal, or one is a whole quote and stands in the other,
SHARED_WHEN_DOUBTED = 8.0  # or more, if the documents name different speakers or lie far apart in time.
FAR_APART = dt.timedelta(days=30)  # documents further apart may well be of two occasions
FUNCTION_WORD_WEIGHT = 0.15
COMMON = 200  # pieces beyond which a word, or three words in a row, are too common to suggest a pair


@attrs.frozen(eq=False)
class _Piece:
    """A part of a quote that can carry a statement by itself."""

    document: Document
    quote: Quote
    span: Span
    words: Words
    stems: list[str]

    @property
    def text(self) -> str:
        return self.span.of(self.document.text)


@functools.lru_cache(maxsize=8)
def _closed_classes(language: LanguageProfile) -> frozenset[str]:
    """The words that any two sentences may share without having anything in common."""
    tables = ("function_words", "pronouns", "modals", "negators", "conditions", "quantities", "fillers")
    return frozenset().union(*map(language.words, tables))


def compare(documents: Iterable[Document]) -> Comparison:
    """Lay the quotes of several documents side by side.

    Args:
        documents: Parsed documents, each with an id of its own.

    Returns:
        A comparison with one statement for each thing said. A quote found in one place only is a
        statement of one variant.

    Raises:
        ArgumentTypeError: Something else than documents was given.
        DuplicateDocumentError: Two documents have one id.

    >>> def document(outlet, words):
    ...     quote = Quote(id="1", spans=[Span(0, len(words))], text=words)
    ...     return Document(text=words, outlet=outlet, quotes=[quote])
    >>> both = [document("A", "We leave at noon, or later."), document("B", "We leave at noon.")]
    >>> [statement.variants[1].text for statement in compare(both).statements]
    ['We leave at noon.']
    """
    documents = _documents(documents)
    language = profile("en")
    found = [
        piece
        for document in documents
        for quote in document.quotes
        if quote.kind is not QuoteKind.TERM
        for piece in _cut(document, quote, language)
    ]
    weigh = _Weights(documents, language)
    groups = _grouped(found, weigh)
    statements = [_statement(group) for group in groups]
    statements.sort(key=lambda s: -len({v.document_id for v in s.variants}))
    return Comparison(documents=documents, statements=statements)


def _documents(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents, or an error that says what is wrong with them."""
    if isinstance(documents, Document | str) or not isinstance(documents, Iterable):
        raise ArgumentTypeError(f"compare needs several Document, not {type(documents).__name__}")
    documents = tuple(documents)
    for document in documents:
        if not isinstance(document, Document):
            raise ArgumentTypeError(
                f"compare needs Document, not {type(document).__name__}; parse or read makes one"
            )
    twice = [id for id, count in Counter(d.id for d in documents).items() if count > 1]
    if twice:
        raise DuplicateDocumentError(f"more than one document has the id {', '.join(map(repr, twice))}")
    return documents


def _cut(document: Document, quote: Quote, language: LanguageProfile) -> Iterator[_Piece]:
    """A quote's pieces."""
    for span in quote.spans:
        # A quote of marks alone ("...") is no wording, but it is not lost either.
        for piece in list(pieces(document.text, language, within=span)) or [span]:
            found = words(piece.of(document.text))
            # Which of "he" and "he's", "ISIS'" and "ISIS's" is printed does not make another statement.
            yield _Piece(document, quote, piece, found, [key.partition("'")[0] for key in found.keys])


class _Weights:
    """How much a word tells: little for function words, more the fewer paragraphs it stands in."""

    def __init__(self, documents: tuple[Document, ...], language: LanguageProfile) -> None:
        self._closed = _closed_classes(language)
        self._paragraphs = 0
        self._counts: Counter[str] = Counter()
        for document in documents:
            for paragraph in document.text.splitlines():
                keys = set(words(paragraph).keys)
                self._paragraphs += bool(keys)
                self._counts.update(keys)

    def is_content(self, key: str) -> bool:
        return key not in self._closed

    def __call__(self, key: str) -> float:
        if not self.is_content(key):
            return FUNCTION_WORD_WEIGHT
        return 1 + math.log((1 + self._paragraphs) / (1 + self._counts[key]))


def _grouped(found: list[_Piece], weigh: _Weights) -> list[list[_Piece]]:
    """The pieces that are one statement, together; in the order of their first pieces."""
    links = sorted(_links(found, weigh), reverse=True)
    scores = {(i, j): score for score, i, j in links}
    group = {i: [i] for i in range(len(found))}
    longest = list(range(len(found)))

    def are_one(i: int, j: int) -> bool:
        return i == j or (min(i, j), max(i, j)) in scores

    for _, i, j in links:
        one, other = group[i], group[j]
        # Groups join only when their longest members are linked themselves: a stock phrase that
        # stands in two long quotes must not chain the two together.
        if one is other or not are_one(longest[one[0]], longest[other[0]]):
            continue
        best = max(longest[one[0]], longest[other[0]], key=lambda k: len(found[k].words))
        one += other
        longest[one[0]] = best
        for k in other:
            group[k] = one
    distinct = {id(members): members for members in group.values()}
    return [[found[k] for k in sorted(members)] for members in sorted(distinct.values(), key=min)]


def _links(found: list[_Piece], weigh: _Weights) -> Iterator[tuple[float, int, int]]:
    """The pairs of pieces that are the same words, each with how sure that is."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for i, piece in enumerate(found):
        for stem in set(filter(weigh.is_content, piece.stems)):
            holders[stem].append(i)
        for three in {tuple(piece.stems[n : n + 3]) for n in range(len(piece.stems) - 2)}:
            holders[three].append(i)
    shared: set[tuple[int, int]] = set()
    for same in holders.values():
        if len(same) <= COMMON:
            shared.update(itertools.combinations(same, 2))
    for i, j in shared:
        if score := _likeness(found[i], found[j], weigh):
            yield score, i, j


def _likeness(a: _Piece, b: _Piece, weigh: _Weights) -> float:
    """How surely two pieces are one statement: the weight they share; 0 where they are not."""
    if a.quote is b.quote:
        return 0.0
    short, long = sorted((a, b), key=lambda piece: len(piece.words))
    runs = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(short.stems, long.stems)
        # A function word that matches alone says nothing: every sentence has a "the".
        if op.tag == "equal"
        and (
            op.src_end - op.src_start > 2
            or any(map(weigh.is_content, short.stems[op.src_start : op.src_end]))
        )
    ]
    if not runs:
        return 0.0
    matched = [stem for lo, hi, _, _ in runs for stem in short.stems[lo:hi]]
    shared = sum(1 if weigh.is_content(stem) else OTHER_WORD for stem in matched)
    contained = len(runs) == 1 and len(matched) == len(short.words)
    exact = contained and (len(short.words) == len(long.words) or _is_whole(short))
    doubted = _far_apart(a, b) or _other_speakers(a.quote.speaker, b.quote.speaker)
    if shared < (SHARED_WHEN_DOUBTED if doubted else SHARED_WHEN_EXACT if exact else SHARED):
        return 0.0
    weight = sum(map(weigh, matched))
    coverage = weight / sum(map(weigh, short.stems))
    long_run = max(hi - lo for lo, hi, _, _ in runs) >= LONG_RUN
    spread = runs[-1][3] - runs[0][2]
    if coverage < (COVERAGE_OF_A_LONG_RUN if long_run else COVERAGE) or len(matched) < spread / 2:
        return 0.0
    return weight * coverage**2


def _is_whole(piece: _Piece) -> bool:
    """Whether the piece is all that its quote holds, so that an editor chose just these words."""
    return sum(map(len, piece.quote.spans)) <= len(piece.span) + 2


def _far_apart(a: _Piece, b: _Piece) -> bool:
    """Whether the dates of two documents make two occasions likely."""
    one, other = a.document.published, b.document.published
    return one is not None and other is not None and abs(_day(one) - _day(other)) > FAR_APART


def _day(published: dt.date | dt.datetime) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published


def _other_speakers(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two quotes are said to be of two people who are both known by name."""
    if not (one and other and one.kind == other.kind == SpeakerKind.PERSON):
        return False
    return not same_person(one.name, other.name)


def _statement(group: list[_Piece]) -> Statement:
    """One statement from its pieces; neighbouring pieces of one quote are one variant."""
    parts: list[list[_Piece]] = []
    for piece in group:
        if parts and parts[-1][-1].quote is piece.quote:
            parts[-1].append(piece)
        else:
            parts.append([piece])
    joined = [_Joined(part) for part in parts]
    base = _base(joined)
    variants = [
        Variant(
            document_id=one.document.id,
            quote_id=one.quote.id,
            spans=one.spans,
            text=one.text,
            differences=() if n == base else _differences(joined[base], one),
        )
        for n, one in enumerate(joined)
    ]
    speakers = _speakers(joined)
    return Statement(
        speaker=speakers[0] if speakers else None,
        variants=variants,
        speakers=speakers,
        disputed=len(speakers) > 1,
        base=base,
        first=_first(joined),
        columns=_columns([one.words for one in joined], base),
    )


class _Joined:
    """The pieces of one variant as one text, with the way back to the document."""

    def __init__(self, part: list[_Piece]) -> None:
        self.document = part[0].document
        self.quote = part[0].quote
        self.spans = tuple(piece.span for piece in part)
        self.text = " ".join(piece.text for piece in part)
        self.words = words(self.text)

    def place(self, span: Span) -> Span:
        """Where a span of the joined text stands in the document."""
        return Span(self._offset(span.start), max(self._offset(span.start), self._offset(span.end)))

    def _offset(self, offset: int) -> int:
        for span in self.spans:
            if offset <= len(span):
                return span.start + offset
            offset -= len(span) + 1
        return self.spans[-1].end


def _base(joined: list[_Joined]) -> int:
    """The index of the wording that most print; among equals the longest, then the first."""
    wordings = Counter(tuple(one.words.keys) for one in joined)
    return max(
        range(len(joined)),
        key=lambda n: (wordings[tuple(joined[n].words.keys)], len(joined[n].words.keys), -n),
    )


def _differences(base: _Joined, other: _Joined) -> tuple[Difference, ...]:
    """The differences of two variants, at their places in the two documents."""
    return tuple(
        attrs.evolve(difference, a=base.place(difference.a), b=other.place(difference.b))
        for difference in align(base.text, other.text).differences
    )


def _speakers(joined: list[_Joined]) -> tuple[Speaker, ...]:
    """The speakers that the documents give, each person once, the one that most give first."""
    people: list[list[Speaker]] = []
    for one in joined:
        if speaker := one.quote.speaker:
            for names in people:
                if any(same_person(speaker.name, known.name) for known in names):
                    names.append(speaker)
                    break
            else:
                people.append([speaker])
    people.sort(key=len, reverse=True)
    return tuple(max(names, key=lambda speaker: len(speaker.name)) for names in people)


def _first(joined: list[_Joined]) -> int | None:
    """The index of the variant published before all others, if every date is known and one is earliest."""
    dates = [one.document.published for one in joined]
    if len({one.document.id for one in joined}) < 2 or None in dates:
        return None
    keys = [_moment(date) for date in dates if date]
    # A day against an hour of that day: no one can say which came first.
    days = [key[:10] for key in keys] if any(len(key) == 10 for key in keys) else keys
    earliest = [n for n, key in enumerate(days) if key == min(days)]
    documents = {joined[n].document.id for n in earliest}
    return earliest[0] if len(documents) == 1 else None


def _moment(published: dt.date | dt.datetime) -> str:
    """A date as text that sorts by time; times with a zone are put to UTC, those without are taken as UTC."""
    if isinstance(published, dt.datetime):
        return (
            published.astimezone(dt.UTC) if published.tzinfo else published.replace(tzinfo=dt.UTC)
        ).isoformat()
    return published.isoformat()


_Range = tuple[int, int]  # some of a row's words, from and to


def _columns(rows: list[Words], base: int) -> tuple[Column, ...]:
    """The variants' words in columns, each row laid against the base's; like neighbours are one column."""
    width = len(rows[base])
    # For each row, which of its words stand in the gap before each word of the base, and at it.
    gaps: list[list[_Range]] = []
    places: list[list[_Range]] = []
    for row in rows:
        gap, place, done = [(0, 0)] * (width + 1), [(0, 0)] * width, 0
        for op in LCSseq.opcodes(rows[base].keys, row.keys):
            if op.tag == "equal":
                for k in range(op.src_end - op.src_start):
                    gap[op.src_start + k] = (done, op.dest_start + k)
                    place[op.src_start + k] = (op.dest_start + k, op.dest_start + k + 1)
                    done = op.dest_start + k + 1
        gap[width] = (done, len(row))
        # Words in a gap stand beside what the base has there and this row has not, as a substitution.
        gaps.append(gap)
        places.append(place)
    columns = []
    for k in range(width + 1):
        columns.append([gap[k] for gap in gaps])
        if k < width:
            columns.append([place[k] for place in places])
    return tuple(_merged(rows, [c for c in columns if any(hi > lo for lo, hi in c)]))


def _merged(rows: list[Words], columns: list[list[_Range]]) -> Iterator[Column]:
    """Neighbouring columns that agree become one, and so do neighbours that differ."""

    def agree(column: list[_Range]) -> bool:
        return len({tuple(row.keys[lo:hi]) for row, (lo, hi) in zip(rows, column, strict=True)}) == 1

    for same, run in itertools.groupby(columns, key=agree):
        cells = tuple(
            _printed(
                row, min((r for r in ranges if r[1] > r[0]), default=(0, 0))[0], max(hi for _, hi in ranges)
            )
            for row, ranges in zip(rows, zip(*run, strict=True), strict=True)
        )
        yield Column(cells, differs=not same)


def _printed(row: Words, lo: int, hi: int) -> str:
    """Some of a row's words as printed, with the punctuation after them."""
    if lo >= hi:
        return ""
    start = row.starts[lo] if lo else 0
    end = row.starts[hi] if hi < len(row) else len(row.text)
    return row.text[start:end].strip()
