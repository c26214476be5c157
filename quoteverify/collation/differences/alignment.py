"""Two wordings side by side: which run of the one each run of the other comes from, and what differs."""

from collections import deque
from collections.abc import Iterable

import attrs

from quoteverify.collation.differences.blocks import Block, blocks
from quoteverify.collation.differences.naming import differences
from quoteverify.collation.differences.rules import RULES
from quoteverify.collation.differences.rules.ends import ENDS
from quoteverify.collation.differences.rules.rule import Rule
from quoteverify.errors import check_type
from quoteverify.models import (
    Alignment,
    Difference,
    DifferenceKind,
    Operation,
    Quote,
    Segment,
    Severity,
    Span,
    Wording,
)
from quoteverify.text.language import LanguageProfile, as_profile
from quoteverify.text.layout.page import Page
from quoteverify.text.layout.reading_copy import may_need_passes, page_of
from quoteverify.text.normalize import fold_marks
from quoteverify.text.words import Words, words

PARAPHRASED = 0.5
"""Below this share of words in common, two wordings are at most a paraphrase of one another: 95 in 100
alterations of quotes keep 0.60 of their words, 99 in 100 keep 0.47 (`tests/bench/measure_constants.py`)."""

UNRELATED = 0.2
"""Below this share, nothing joins them: of two quotes that have nothing to do with one another, 95 in 100
have 0.14 of their words in common, 99 in 100 have 0.22 (`tests/bench/measure_constants.py`)."""


def align(
    a: str | Quote, b: str | Quote, *, lang: str | LanguageProfile = "en", rules: tuple[Rule, ...] = RULES
) -> Alignment:
    """Lay two wordings side by side and name everything in which they differ.

    Words are aligned, at the offsets of the texts as given; markup, the marks of notes and line breaks are
    seen through, and differ in glyphs or marks alone. The segments follow ``b`` and break
    where it goes back to an earlier place of ``a``. Every character of ``b`` is accounted for: it
    stands in a segment, where it is what ``a`` has there but for the differences inside the
    segment, or in a difference between segments. ``replay`` rebuilds ``b`` so. No two differences
    overlap.

    Args:
        a: One wording, or a quote, of which its text is meant.
        b: The other. The names of the differences (omission, insertion) are as seen from ``a``;
            what the differences come to is the same either way round.
        lang: The language of both: its code, or its profile.
        rules: What names a change, in order; the first that fits decides.

    Raises:
        ArgumentTypeError: ``a`` or ``b`` is no string or quote, or ``lang`` of the wrong type.
        ArgumentValueError: There is no data for the language; the message lists those there are.

    >>> alignment = align("We may close the bridge.", "We will close the bridge")
    >>> [(d.kind.value, d.severity.value, d.a_text, d.b_text) for d in alignment.differences]
    [('modality', 'substantive', 'may', 'will'), ('punctuation', 'cosmetic', '.', '')]
    >>> alignment.wording.value
    'altered'
    """
    a, b = worded("a", a), worded("b", b)
    language = as_profile(lang)
    if a == b:
        whole = (Segment(Span(0, len(a)), Span(0, len(b))),)
        return Alignment(a=a, b=b, segments=whole, differences=(), wording=Wording.VERBATIM, similarity=1.0)
    (a_words, a_page), (b_words, b_page) = _read(a), _read(b)
    runs = blocks(a_words.keys, b_words.keys)
    segments, found = differences(a_words, b_words, runs, language=language, rules=rules)
    if a_page or b_page:
        found = tuple(_seen_through(d, (a, a_page), (b, b_page)) for d in found)
    similarity = share(runs, len(a_words), len(b_words))
    return Alignment(
        a=a,
        b=b,
        segments=segments,
        differences=found,
        wording=wording_of(found, similarity),
        similarity=similarity,
    )


_Read = tuple[str, Page | None]
"""A text, and the page that a reader sees, where that is not the text as given."""


def _read(text: str) -> tuple[Words, Page | None]:
    """The words that a reader reads, where they stand in the text as given, and the page that has them."""
    page = page_of(text) if may_need_passes(text) else None
    if page is None or page.is_plain:
        return words(text), None
    found = words(page.text)
    spans = [page.span(Span(start, end)) for start, end in zip(found.starts, found.ends, strict=True)]
    return Words(text, found.keys, [span.start for span in spans], [span.end for span in spans]), page


def _as_read(side: _Read, span: Span) -> str:
    """What a reader reads where a span of a text stands, in plain marks."""
    text, page = side
    seen = page.text[page.place(span.start) : page.place(span.end)] if page else span.of(text)
    return fold_marks(seen).strip()


def _seen_through(difference: Difference, a: _Read, b: _Read) -> Difference:
    """A difference; where a reader reads the same on both sides, as one of glyphs."""
    read = [_as_read(side, span) for side, span in ((a, difference.a), (b, difference.b))]
    known = difference.kind in (DifferenceKind.SPACING, DifferenceKind.GLYPH)
    if known or difference.operation is Operation.MOVE or read[0] != read[1]:
        return difference
    return attrs.evolve(
        difference, kind=DifferenceKind.GLYPH, severity=Severity.COSMETIC, rule=DifferenceKind.GLYPH.value
    )


def worded(name: str, given: str | Quote) -> str:
    """The wording of an argument that may be a quote.

    Args:
        name: The argument's name, for the message.
        given: What the caller handed in.

    Raises:
        ArgumentTypeError: It is neither.

    >>> worded("a", Quote(id="q1", spans=[Span(1, 9)], text="We sail,"))
    'We sail,'
    """
    check_type(name, given, str, Quote)
    return given.text if isinstance(given, Quote) else given


def share(runs: Iterable[Block], a: int, b: int) -> float:
    """The share of the words of two texts that stand in both, 0 to 1.

    Args:
        runs: The runs they share.
        a: How many words one has.
        b: How many the other has.

    >>> share([Block(0, 3, 0, 3)], 4, 4)
    0.75
    """
    return 2 * sum([a_hi - a_lo for a_lo, a_hi, _, _ in runs]) / (a + b) if a + b else 1.0


def wording_of(differences: Iterable[Difference], similarity: float) -> Wording:
    """What differences come to.

    Cuts at the ends alone leave a wording ``partial``; what an ellipsis or brackets disclose leaves
    it ``edited``; parts in another order make it ``spliced``, and any other change ``altered``.

    Args:
        differences: Everything in which two wordings differ.
        similarity: The share of words that they have in common, 0 to 1.

    >>> wording_of([], 1.0).value
    'verbatim'
    """
    grave = [d for d in differences if d.severity is not Severity.COSMETIC]
    changes = [d for d in grave if d.rule not in ENDS]
    if not changes:
        return Wording.PARTIAL if grave else Wording.VERBATIM
    if similarity < PARAPHRASED and any(map(_is_open_change_of_sense, changes)):
        return Wording.PARAPHRASE if similarity >= UNRELATED else Wording.NOT_FOUND
    if any(d.kind is DifferenceKind.REORDER for d in changes):
        return Wording.SPLICED
    return Wording.EDITED if all(d.marked for d in changes) else Wording.ALTERED


def _is_open_change_of_sense(difference: Difference) -> bool:
    """Whether a difference changes the sense and nothing in print shows it."""
    return difference.severity is Severity.SUBSTANTIVE and not difference.marked


def replay(alignment: Alignment) -> str:
    """Rebuild the second wording from the first, the segments and the differences alone.

    >>> alignment = align("We may close the bridge.", "The bridge, we will close it.")
    >>> replay(alignment)
    'The bridge, we will close it.'
    """
    pieces: list[str] = []
    differences = deque(alignment.differences)
    left: list[Difference] = []  # at the end of one segment, or before the next
    for segment in alignment.segments:
        waiting, left, inside = left, [], []
        while differences and differences[0].b.start <= segment.b.end:
            waiting.append(differences.popleft())
        for d in waiting:
            if _within(d, segment):
                inside.append(d)
            elif d.b.end <= segment.b.start:
                pieces.append(d.b_text)
            else:
                left.append(d)
        place = segment.a.start
        for d in inside:
            pieces += [alignment.a[place : d.a.start], d.b_text]
            place = d.a.end
        pieces.append(alignment.a[place : segment.a.end])
    return "".join([*pieces, *(d.b_text for d in (*left, *differences))])


def _within(d: Difference, segment: Segment) -> bool:
    """Whether a difference is one of the words inside a segment."""
    return d.operation is not Operation.MOVE and segment.b.start <= d.b.start and d.b.end <= segment.b.end
