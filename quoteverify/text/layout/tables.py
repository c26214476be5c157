"""Tables of Markdown: each cell is a paragraph of its own, and which cells are of one row is kept."""

import re
from collections.abc import Iterator, Sequence

from quoteverify.models import Span
from quoteverify.text.layout.page import Page, Replacement, Table

_RULE = re.compile(r"^[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ \t]*\r?$")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = "\n\n"


def without_tables(page: Page) -> Page:
    r"""The page with the cells of its tables as paragraphs.

    >>> page = without_tables(Page("t", "| Who | What |\n|---|---|\n| Vale | “No.” |\n"))
    >>> [[cell.of(page.text) for cell in row] for row in page.tables[0]]
    [['Who', 'What'], ['Vale', '“No.”']]
    """
    lines = list(_lines(page.text))
    edits: list[Replacement] = []
    tables: list[Table] = []
    done = 0
    for n, line in enumerate(lines):
        if n < max(done, 1) or "|" not in line.of(page.text) or not _RULE.match(line.of(page.text)):
            continue
        rows = [n - 1, *_body(page.text, lines, n + 1)]
        table = tuple(_cells(page.text, lines[row]) for row in rows)
        edits.append(Replacement(line.start, line.end))
        if "|" in lines[n - 1].of(page.text) and table[0]:
            for row, cells in zip(rows, table, strict=True):
                edits += _parted(page.text, lines[row], cells)
            tables.append(tuple(cells for cells in table if cells))
        done = rows[-1] + 1
    return page.edited(edits, tables=tables)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _body(text: str, lines: Sequence[Span], first: int) -> Iterator[int]:
    """The rows below the rule: the lines with a bar, up to one without."""
    for n in range(first, len(lines)):
        if "|" not in lines[n].of(text):
            return
        yield n


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    """What stands between the bars of a line; a cell with nothing in it has no place to read."""
    bars = [found.start() for found in _BAR.finditer(text, line.start, line.end)]
    found = []
    for start, end in zip([line.start, *(bar + 1 for bar in bars)], [*bars, line.end], strict=True):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        found.append(Span(first, max(first, start + len(words.rstrip()))))
    first, last = (0 if len(found[0]) else 1), (len(found) if len(found[-1]) else -1)
    return tuple(found[first:last])


def _parted(text: str, line: Span, cells: Sequence[Span]) -> Iterator[Replacement]:
    """What puts a paragraph's end between cells, and takes the bars away."""
    filled = [cell for cell in cells if len(cell)]
    at = line.start
    for cell in filled:
        yield Replacement(at, cell.start, _BREAK)
        at = cell.end
    yield Replacement(at, min(line.end + 1, len(text)), _BREAK)
