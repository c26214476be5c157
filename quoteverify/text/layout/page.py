"""A reader's copy of a text, and the way back from it to the text as given."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

import attrs

from quoteverify.models import Span

Table = tuple[tuple[Span, ...], ...]
"""The rows of a table, each with its cells; the first is its head."""


@attrs.frozen
class Replacement:
    """What stands in a reader's copy for a stretch of the text before: mostly nothing."""

    start: int
    end: int
    put: str = ""


@attrs.frozen(eq=False)
class _Step:
    """One pass over a text: the runs of what it made, each with where it came from.

    Attributes:
        here: Where each run starts in what was made.
        start: Where its source starts.
        end: Where its source ends.
        kept: Whether it was copied; else it stands for its source as a whole.
        length: How long all of what was made is.
    """

    here: Sequence[int]
    start: Sequence[int]
    end: Sequence[int]
    kept: Sequence[bool]
    length: int

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The source of a stretch of what was made; of an empty one, its place."""
        run = max(0, bisect_right(self.here, start) - 1)
        first = self._first(run, start)
        if end <= start:
            return first, first
        last = max(0, bisect_right(self.here, end - 1) - 1)
        return first, self.start[last] + end - self.here[last] if self.kept[last] else self.end[last]

    def _first(self, run: int, start: int) -> int:
        return self.start[run] + start - self.here[run] if self.kept[run] else self.start[run]

    def forth(self, place: int) -> int:
        """Where a place of the source came to stand; what was taken out has the place of what follows it."""
        run = max(0, bisect_right(self.start, place) - 1)
        if not self.kept[run]:
            return self.here[run] if place <= self.start[run] else self._after(run)
        return min(self.here[run] + place - self.start[run], self._after(run))

    def parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The source of a stretch of what was made: one, whatever was taken out of it."""
        return [self.back(start, end)]

    def _after(self, run: int) -> int:
        return self.here[run + 1] if run + 1 < len(self.here) else self.length


@attrs.frozen
class Piece:
    """A stretch of a text that is put at another place of the reader's copy, behind some white space."""

    put: str
    start: int
    end: int


@attrs.frozen(eq=False)
class _Order:
    """A pass that puts the pieces of a text in another order, or leaves out what is no part of the reading.

    Attributes:
        here: Where each piece starts in what was made.
        pieces: The pieces, in the order of reading.
        length: How long all of what was made is.
    """

    here: Sequence[int]
    pieces: Sequence[Piece]
    length: int
    _sorted: Sequence[int] = attrs.field(init=False)
    _starts: Sequence[int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        order = sorted(range(len(self.pieces)), key=lambda n: self.pieces[n].start)
        object.__setattr__(self, "_sorted", order)
        object.__setattr__(self, "_starts", [self.pieces[n].start for n in order])

    def parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sources of a stretch of what was made, in the order of reading."""
        first = max(0, bisect_right(self.here, start) - 1)
        found = []
        for n in range(first, bisect_left(self.here, end)):
            here, piece = self.here[n], self.pieces[n]
            one = max(piece.start, piece.start + start - here), min(piece.end, piece.start + end - here)
            if one[0] < one[1]:
                found.append(one)
        if found:
            return found
        at = min(self.pieces[first].end, self.pieces[first].start + max(0, start - self.here[first]))
        return [(at, at)]

    def forth(self, place: int) -> int:
        """Where a place of the source came to stand; what was left out has the place of what follows it."""
        n = bisect_right(self._starts, place) - 1
        if n >= 0 and place <= self.pieces[self._sorted[n]].end:
            piece = self._sorted[n]
            return self.here[piece] + place - self.pieces[piece].start
        return self.here[self._sorted[n + 1]] if n + 1 < len(self._sorted) else self.length


@attrs.frozen(eq=False)
class Page:
    """A text as a reader reads it, with the way back to the text as given.

    Attributes:
        given: The text as given.
        text: What a reader reads: lines joined, markup and quoting prefixes gone.
        blocks: The block quotations, as spans of ``text``, in order.
        tables: The tables, their rows and the cells of these, as spans of ``text``.
        unread: The code, as spans of ``given``: a reader sees it and does not read it as words.
    """

    given: str
    text: str
    blocks: tuple[Span, ...] = ()
    tables: tuple["Table", ...] = ()
    unread: tuple[Span, ...] = ()
    _steps: tuple["_Step | _Order", ...] = attrs.field(default=(), repr=False)

    @property
    def is_plain(self) -> bool:
        """Whether the text as given is what a reader reads."""
        return not self._steps

    def span(self, span: Span) -> Span:
        r"""The span of the text as given that a span of ``text`` stands for, in code points.

        >>> page = Page("a\n> b", "a\n> b").edited([Replacement(1, 4, " ")])
        >>> page.text, page.span(Span(0, 3)), page.span(Span(2, 3))
        ('a b', Span(start=0, end=5), Span(start=4, end=5))
        """
        first, *others = self.spans(span)
        after = [other.end for other in others if other.start >= first.end]
        return Span(first.start, max(after)) if after else first

    def spans(self, span: Span) -> list[Span]:
        r"""The spans of the text as given that a span of ``text`` stands for, in the order of reading.

        They are several where the head of a page, or another column, stands between.

        >>> page = Page("so 12 it is", "so 12 it is").arranged([Piece("", 0, 2), Piece(" ", 6, 11)])
        >>> page.text, page.spans(Span(0, 5))
        ('so it is', [Span(start=0, end=2), Span(start=6, end=8)])
        """
        found = [(span.start, span.end)]
        for step in reversed(self._steps):
            found = [part for one in found for part in step.parts(*one)]
        return [Span(*one) for one in found]

    def place(self, offset: int) -> int:
        """Where an offset of the text as given has come to stand in ``text``."""
        for step in self._steps:
            offset = step.forth(offset)
        return offset

    def edited(
        self,
        edits: Iterable[Replacement],
        blocks: Iterable[Span] = (),
        *,
        tables: Iterable["Table"] = (),
        unread: Iterable[Span] = (),
    ) -> "Page":
        """The page after another pass.

        Args:
            edits: What to put for which stretches of ``text``; of those that overlap the first, and
                longest, stands.
            blocks: Block quotations that the pass has found, as spans of ``text``.
            tables: Tables that it has found, likewise.
            unread: Code that it has found, likewise.
        """
        found = tuple(sorted((*self.blocks, *blocks)))
        every = (*self.tables, *tables)
        code = tuple(sorted((*self.unread, *map(self.span, unread))))
        pieces: list[str] = []
        here: list[int] = []
        start: list[int] = []
        end: list[int] = []
        kept: list[bool] = []
        length = done = 0

        def add(first: int, last: int, put: str | None) -> None:
            nonlocal length
            piece = self.text[first:last] if put is None else put
            here.append(length)
            start.append(first)
            end.append(last)
            kept.append(put is None)
            pieces.append(piece)
            length += len(piece)

        for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
            if edit.start < done:
                continue
            if edit.start > done:
                add(done, edit.start, None)
            add(edit.start, edit.end, edit.put)
            done = edit.end
        if not pieces:
            same = (found, every, code) == (self.blocks, self.tables, self.unread)
            return self if same else attrs.evolve(self, blocks=found, tables=every, unread=code)
        add(done, len(self.text), None)
        return self._after(_Step(here, start, end, kept, length), "".join(pieces), found, every, code)

    def arranged(self, pieces: Sequence[Piece]) -> "Page":
        """The page with its pieces in the order of reading, and without what stands in none of them."""
        here, length = [], 0
        for piece in pieces:
            here.append(length + len(piece.put))
            length = here[-1] + piece.end - piece.start
        text = "".join(piece.put + self.text[piece.start : piece.end] for piece in pieces)
        step = _Order(here, pieces, length)
        return self._after(step, text, self.blocks, self.tables, self.unread)

    def _after(
        self,
        step: "_Step | _Order",
        text: str,
        blocks: tuple[Span, ...],
        tables: tuple["Table", ...],
        unread: tuple[Span, ...],
    ) -> "Page":
        """The page after a pass that has made another text of it."""

        def moved(span: Span) -> Span:
            start = step.forth(span.start)
            return Span(start, max(start, step.forth(span.end)))

        return Page(
            self.given,
            text,
            tuple(map(moved, blocks)),
            tuple(tuple(tuple(map(moved, row)) for row in table) for table in tables),
            unread,
            (*self._steps, step),
        )


Pass = Callable[[Page], Page]
"""One thing that is seen through."""
