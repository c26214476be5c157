"""The wordings of a statement in a table: each in a row with all who print it, what differs in columns."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteverify.display.apparatus import NAMED, DistinctWording, Quotes, remarks
from quoteverify.display.differences_in_words import difference_in_words
from quoteverify.display.html.difference_view import Describe, difference_mark, highlighted
from quoteverify.display.html.links import to_place
from quoteverify.display.html.markup import Markup, element, joined
from quoteverify.display.overlays import Numbered, cell_places
from quoteverify.display.phrases import few
from quoteverify.models import Difference, Document, Severity, Span, Statement, gravest

MOST_ROWS = 8
"""Wordings that are shown at once: of more, the others are folded."""
_DENSE, _RUNNING = 7, 13
"""From how many columns on what agrees is cut to one line, and from how many on a row has none but reads on:
looked at in pages of 1,200 pixels."""


@attrs.frozen
class _Cell:
    """What a variant has in one column, and its differences there, at their places in its text."""

    text: str
    offset: int = 0
    differences: list[tuple[Span, Numbered]] = attrs.field(factory=list)


_Row = tuple[DistinctWording, list[_Cell]]


def variant_table(
    statement: Statement,
    wordings: Sequence[DistinctWording],
    documents: dict[str, Document],
    quotes: Quotes,
) -> Markup:
    """The variants with their words in columns, each wording in a row with all who print it."""
    rows = [(wording, _cells(wording, statement)) for wording in wordings]
    table = _Table(statement, documents, quotes, rows)
    openly, folded = few(rows, MOST_ROWS)
    if not folded:
        return table.part(openly)
    summary = element("summary", f"{len(folded)} more wordings: {_how_grave(folded)}")
    return joined([table.part(openly), element("details", summary, table.part(folded, again=True))])


def _how_grave(rows: Iterable[_Row]) -> str:
    """How many wordings differ how much.

    >>> _how_grave([])
    ''
    """
    counts = Counter(wording.severity for wording, _ in rows)
    words = [f"{counts[severity]} {severity}" for severity in reversed(Severity) if counts[severity]]
    return ", ".join([*words, *([f"{counts[None]} with no difference"] if counts[None] else [])])


@attrs.frozen
class _Table:
    """What is laid out of a statement: its rows, the one first that the others are held against."""

    statement: Statement
    documents: dict[str, Document]
    quotes: Quotes
    rows: Sequence[_Row]

    def part(self, rows: Iterable[_Row], *, again: bool = False) -> Markup:
        """Some of the rows in a table; ``again`` below the first, where that stands in another table."""
        differ = any(wording.overlays for wording, _ in self.rows)
        severities = self._severities()
        # Where only marks differ, all the words are to be read; else those that differ stand out.
        pale = any(severity not in (None, Severity.COSMETIC) for severity in severities)
        lines = [self._line(row, self._row_head(row[0]), pale=pale) for row in rows]
        if again:
            named = element("th", "The first, again", scope="row", class_="quiet")
            lines.insert(0, self._line(self.rows[0], named, pale=pale))
        return element(
            "div",
            element(
                "table",
                _table_head(severities) if differ else None,
                element("tbody", *lines),
                class_="variants",
            ),
            class_=f"wide{_density(len(severities))}",
        )

    def _severities(self) -> list[Severity | None]:
        """For each column the gravest that differs in it."""
        return [
            gravest(difference for _, cells in self.rows for _, (_, difference) in cells[n].differences)
            for n in range(len(self.statement.columns))
        ]

    def _line(self, row: _Row, head: Markup, *, pale: bool) -> Markup:
        """A row; ``pale`` is what agrees in it, if what differs is to stand out."""
        wording, cells = row
        text = self.documents[wording.variant.document_id].text

        def describe(difference: Difference) -> str:
            return difference_in_words(difference, text)

        contents = [
            element("td", _shown(cell, describe), class_="agrees" if pale and self._agrees(n, cell) else None)
            for n, cell in enumerate(cells)
        ]
        return element("tr", head, *(contents or [element("td", wording.variant.text)]))

    def _agrees(self, column: int, cell: _Cell) -> bool:
        """Whether a cell has what the first row has, where there are others between which it may differ."""
        if not self.statement.columns[column].differs:
            return True
        first = self.rows[0][1][column]
        return cell is not first and cell.text == first.text and not cell.differences

    def _row_head(self, wording: DistinctWording) -> Markup:
        ways = list(self._ways_to(wording.indices))
        openly, rest = few(ways, NAMED)
        printed = joined(openly, ", ")
        if rest:
            summary = element("summary", f"and {len(rest)} more")
            printed = joined([printed, element("details", summary, joined(rest, ", "))])
        notable = remarks(wording, self.statement, self.quotes)
        small = element("small", ", ".join(notable), class_="quiet") if notable else None
        return element("th", printed, " " if small else None, small, scope="row")

    def _ways_to(self, indices: Iterable[int]) -> Iterator[Markup]:
        """The documents that some variants are printed in, each with the way to its place there."""
        named: set[str] = set()
        for variant in (self.statement.variants[n] for n in indices):
            document = self.documents[variant.document_id]
            if document.name not in named:
                yield to_place(document.name, document, variant.spans)
            named.add(document.name)


def _density(columns: int) -> str:
    return " running" if columns >= _RUNNING else " dense" if columns >= _DENSE else ""


def _table_head(severities: Iterable[Severity | None]) -> Markup:
    """Over each column the gravest that differs in it."""
    heads = (
        element("th", severity or "", scope="col", class_=f"differs {severity}" if severity else None)
        for severity in severities
    )
    return element("thead", element("tr", element("th", "", scope="col"), *heads))


def _shown(cell: _Cell, describe: Describe) -> Markup:
    if not cell.text:
        return joined(difference_mark("", *item, describe) for _, item in cell.differences)
    return highlighted(cell.text, cell.differences, describe=describe, offset=cell.offset)


def _cells(wording: DistinctWording, statement: Statement) -> list[_Cell]:
    """The cells of a wording's row, with what differs where it stands."""
    text, row = wording.variant.text, [column.cells[wording.indices[0]] for column in statement.columns]
    places = cell_places(row, text)
    if places is None:
        return [_Cell(cell) for cell in row]
    cells = [_Cell(place.of(text), place.start) for place in places]
    empty = {place.end: n for n, place in enumerate(places) if not len(place)}
    filled = [n for n, place in enumerate(places) if len(place)]
    starts = [places[n].start for n in filled]
    for place, numbered in wording.overlays:
        gap = None if len(place) else empty.get(_end_of_word_before(text, place.start))
        here = [gap] if gap is not None else [filled[n] for n in _reaching(place, text, starts)]
        for n in here:
            cells[n].differences.append((place, numbered))
    return cells


def _end_of_word_before(text: str, place: int) -> int:
    """Where what stands before a place ends, white space left out."""
    return len(text[:place].rstrip())


def _reaching(place: Span, text: str, starts: Sequence[int]) -> range:
    """Which of the filled cells, by where they begin, a difference shows in: those that hold its words."""
    # A comma before the words that differ may stand in the cell before theirs.
    words = [at for at in range(place.start, min(place.end, len(text))) if text[at].isalnum()] or [
        place.start
    ]
    first = max(0, bisect_right(starts, words[0]) - 1)
    last = max(first + 1, bisect_right(starts, words[-1]))
    return range(first, min(last, len(starts)))
