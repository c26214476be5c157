"""A reader's copy of a text, and the way back from it to the text as given."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

import attrs

from quoteverify.models import Span

Table = tuple[tuple[Span, ...], ...]
"""The rows of a table, each with its cells; the first is its head."""


@attrs.frozen
class Edit:
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

    def moved(self, span: Span) -> Span:
        """Where a stretch of the source came to stand."""
        start = self.forth(span.start)
        return Span(start, max(start, self.forth(span.end)))

    def _after(self, run: int) -> int:
        return self.here[run + 1] if run + 1 < len(self.here) else self.length


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
    _steps: tuple[_Step, ...] = attrs.field(default=(), repr=False)

    @property
    def is_plain(self) -> bool:
        """Whether the text as given is what a reader reads."""
        return not self._steps

    def span(self, span: Span) -> Span:
        r"""The span of the text as given that a span of ``text`` stands for, in code points.

        >>> page = Page("a\n> b", "a\n> b").edited([Edit(1, 4, " ")])
        >>> page.text, page.span(Span(0, 3)), page.span(Span(2, 3))
        ('a b', Span(start=0, end=5), Span(start=4, end=5))
        """
        start, end = span.start, span.end
        for step in reversed(self._steps):
            start, end = step.back(start, end)
        return Span(start, end) if self._steps else span

    def place(self, offset: int) -> int:
        """Where an offset of the text as given has come to stand in ``text``."""
        for step in self._steps:
            offset = step.forth(offset)
        return offset

    def edited(
        self,
        edits: Iterable[Edit],
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
        step = _Step(here, start, end, kept, length)
        return Page(
            self.given,
            "".join(pieces),
            tuple(map(step.moved, found)),
            tuple(tuple(tuple(map(step.moved, row)) for row in table) for table in every),
            code,
            (*self._steps, step),
        )


Pass = Callable[[Page], Page]
"""One thing that is seen through."""
