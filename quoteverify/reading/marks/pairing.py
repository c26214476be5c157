"""Quotation marks to marked spans: which opening mark goes with which closing one.

Marks pair within a paragraph, so that a stray one costs one quotation and not the document. What
a paragraph leaves open is looked at again: it may run to the paragraph's end and on in the next,
open again in the same line where a paragraph break was lost, or have lost its closing mark.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import zip_longest

import attrs

from quoteverify.models import Marks, Span
from quoteverify.reading.marks.directions import SINGLE, Direction, Mark, directed_marks
from quoteverify.reading.marks.utterances import Marked, Paragraph, across
from quoteverify.text.language import LanguageProfile

# Quotations inside quotations inside quotations, and so on: deeper than any are printed. What is inside every
# one of them is read with every one, so there must be an end.
DEEPEST = 7


@attrs.frozen(kw_only=True)
class MarkedSpan:
    """What stands between one pair of marks, or after an opening mark that a paragraph's end leaves open.

    Attributes:
        span: The inside: every character between the marks.
        outer: The same with the marks that are there.
        marks: The marks, "" where there is none.
        depth: 0 for the outermost, 1 for a quotation inside a quotation, and so on up to `DEEPEST`.
        paragraph: The index, among `paragraphs`, of the one it opens in.
        continues: Whether it re-opens the utterance that an earlier paragraph left unclosed.
    """

    span: Span
    outer: Span
    marks: Marks
    depth: int
    paragraph: int
    continues: bool = False


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The runs between line breaks, without the white space at their ends; blank ones are left out.

    >>> paragraphs("One.\n\n  Two.\r\n")
    (Span(start=0, end=4), Span(start=8, end=12))
    """
    found = []
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = offset + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(body)))
        offset += len(line)
    return tuple(found)


def marked_spans(
    text: str, profile: LanguageProfile, places: Sequence[Span] | None = None
) -> tuple[MarkedSpan, ...]:
    r"""Everything that stands between quotation marks, in order of its start.

    Args:
        text: Any text.
        profile: The language, whose marks and apostrophes are looked for.
        places: The text's `paragraphs`, where they are known.

    >>> from quoteverify.text.language import language
    >>> text = "“They'll 'see',\" she said."
    >>> [(marked.depth, marked.span.of(text)) for marked in marked_spans(text, language("en"))]
    [(0, "They'll 'see',"), (1, 'see')]
    """
    places = paragraphs(text) if places is None else places
    return tuple(_with_depths(text, across(text, places, _paired(text, places, profile))))


def loose_marks(text: str, profile: LanguageProfile) -> Iterator[tuple[str, Span]]:
    r"""Quotations of which nothing was read: after a mark that nothing closes, between empty marks.

    Of single marks none is told: they are apostrophes.

    Yields:
        ``empty_marks``, ``no_closing_mark`` or ``no_opening_mark``, and the marks with what they may hold.

    >>> from quoteverify.text.language import language
    >>> text = "He left “”.\n\nShe wrote “We sail."
    >>> [(rule, span.start) for rule, span in loose_marks(text, language("en"))]
    [('empty_marks', 8), ('no_closing_mark', 23)]
    """
    places = paragraphs(text)
    held = [
        one for one in across(text, places, _paired(text, places, profile)) if one.opening.family != SINGLE
    ]
    taken = {one.opening.start for one in held} | {one.closing.start for one in held if one.closing}
    found = [
        ("empty_marks", Span(one.opening.start, one.closing.end))
        for one in held
        if one.closing and not text[one.opening.end : one.end].strip()
    ]
    for place in places:
        found += _without_fellow(list(directed_marks(text, place.start, place.end, profile)), place, taken)
    yield from sorted(found, key=lambda one: one[1].start)


def _without_fellow(marks: Sequence[Mark], place: Span, taken: Container[int]) -> Iterator[tuple[str, Span]]:
    """The marks of a paragraph that pair with no other and have none right beside them."""
    for before, mark, after in zip([None, *marks], marks, [*marks[1:], None], strict=False):
        beside = (before and before.end == mark.start) or (after and after.start == mark.end)
        if mark.start in taken or mark.family == SINGLE or mark.doubtful or beside:
            continue
        if mark.direction is Direction.OPENS:
            yield "no_closing_mark", Span(mark.start, place.end)
        elif mark.direction is Direction.CLOSES:
            yield "no_opening_mark", Span(place.start, mark.end)


def _paired(text: str, places: Sequence[Span], profile: LanguageProfile) -> Iterator[Paragraph]:
    """The paragraphs that have marks, with those that pair."""
    for index, place in enumerate(places):
        marks = list(directed_marks(text, place.start, place.end, profile))
        if not marks:
            continue
        goes_on = False
        if marks[0].start == place.start and index + 1 < len(places):
            after = places[index + 1]
            first = next(directed_marks(text, after.start, after.end, profile), None)
            goes_on = bool(first and first.start == after.start and first.family == marks[0].family)
        found = _pair(marks, goes_on)
        strays = [marks[i] for i in found.strays]
        yield Paragraph(index, place, marks, found.closing, found.still_open, strays)


def _pair(marks: Sequence[Mark], goes_on: bool) -> "_Pairs":
    """Which marks of a paragraph pair.

    ``goes_on``: whether the next paragraph opens like this one, so that the first mark need not be closed.
    """
    found = _Pairs(marks)
    apostrophes = _apostrophes(marks, goes_on) if any(mark.doubtful or mark.amid for mark in marks) else ()
    for i, mark in enumerate(marks):
        if found.opens(mark):
            found.open(i)
        elif i not in apostrophes:
            found.close(i)
    return found


@attrs.define(eq=False)
class _Pairs:
    """The pairs among the marks of a paragraph, as indices, while it is read.

    Attributes:
        marks: The marks.
        closing: The index of the closing mark for that of the opening one.
        strays: The marks that close nothing.
        still_open: Those that are open, the innermost last.
        open_in: How many of each family are open.
    """

    marks: Sequence[Mark]
    closing: dict[int, int] = attrs.field(factory=dict)
    strays: list[int] = attrs.field(factory=list)
    still_open: list[int] = attrs.field(factory=list)
    open_in: defaultdict[str, int] = attrs.field(factory=lambda: defaultdict(int))

    def opens(self, mark: Mark) -> bool:
        """Whether a mark opens something; one that may face either way closes what is open."""
        either = mark.direction is Direction.EITHER and not self.open_in[mark.family]
        return either or mark.direction is Direction.OPENS

    def open(self, i: int) -> None:
        """Take a mark as an opening one."""
        self.still_open.append(i)
        self.open_in[self.marks[i].family] += 1

    def close(self, i: int) -> None:
        """Take a mark as the closing one of the innermost that is open in its family, if it can be."""
        mark, family = self.marks[i], self.marks[i].family
        if not self.open_in[family]:
            self.strays.append(i)
            return
        # A single mark closes nothing across a double one: it is an apostrophe there.
        if family == SINGLE and self.marks[self.still_open[-1]].family != SINGLE:
            return
        while self.marks[self.still_open[-1]].family != family:
            self.open_in[self.marks[self.still_open.pop()].family] -= 1
        if not (mark.doubtful and self.marks[self.still_open[-1]].doubtful):
            self.open_in[family] -= 1
            self.closing[self.still_open.pop()] = i


def _apostrophes(marks: Sequence[Mark], goes_on: bool) -> Container[int]:
    """The marks that may close but need not, as the next of their family beyond doubt closes as well.

    That one stands behind a point where only the sentence that goes on makes a mark doubtful.
    """
    sure: dict[str, Mark] = {}
    surer: dict[str, Mark] = {}
    found = set()
    for i in range(len(marks) - 1, -1, -1):
        mark = marks[i]
        after = (sure if mark.doubtful else surer).get(mark.family)
        if after is None:
            may = mark.doubtful and goes_on and mark.family == marks[0].family == SINGLE
        else:
            may = after.direction is not Direction.OPENS and (mark.doubtful or after.pointed)
        if may and (mark.doubtful or mark.amid):
            found.add(i)
        if not mark.doubtful:
            sure[mark.family] = mark
            if not mark.amid:
                surer[mark.family] = mark
    return found


def _with_depths(text: str, found: Iterable[Marked]) -> Iterator[MarkedSpan]:
    """What was found, in order, with depths; less what crosses another, is too deep or holds no words."""
    ends: list[int] = []
    in_order = sorted(found, key=lambda one: one.opening.start)
    for one, inner in zip_longest(in_order, in_order[1:]):
        start, last = one.opening.end, one.closing.end if one.closing else one.end
        while ends and ends[-1] <= one.opening.start:
            ends.pop()
        crosses = ends and ends[-1] < last
        if (
            crosses
            or len(ends) > DEEPEST
            or not text[start : one.end].strip()
            or (inner and _doubles(text, one, inner))
        ):
            continue
        yield MarkedSpan(
            span=Span(start, one.end),
            outer=Span(one.opening.start, last),
            marks=Marks(text[one.opening.start : start], text[one.end : last] if one.closing else ""),
            depth=len(ends),
            paragraph=one.paragraph,
            continues=one.continues,
        )
        ends.append(last)


def _doubles(text: str, outer: Marked, inner: Marked) -> bool:
    """Whether marks only repeat those inside them, as ""in a spreadsheet""."""
    opening, closing = outer.opening, inner.closing
    return bool(
        opening.end == inner.opening.start
        and closing
        and closing.end == outer.end
        and text[opening.start : opening.end] == text[inner.opening.start : inner.opening.end]
    )
