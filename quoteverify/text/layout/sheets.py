"""Texts out of printed pages: what stands on every page is left out, and columns are read one by one.

A page ends at a form feed or, where those are lost, at a number that is counted on from page to page. What
the page furniture interrupts goes on behind it; notes at the foot of a page follow behind the text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

import attrs

from quoteverify.text.layout.furniture import Sheet, furniture, has_number_at_edge, sheets_of
from quoteverify.text.layout.lines import Line, lines_of
from quoteverify.text.layout.page import Page, Piece
from quoteverify.text.layout.wraps import begins_turn, ends_within, is_small

_FULL = 0.75
"""Of the width: a line so long that stops within a sentence was broken; a heading is shorter."""
_MOST_APART = 2
"""Lines of a head that is no other page's."""
_MOST_NOTES = 30
"""Lines of notes below one page."""
_NOTE = re.compile(r"(?P<sign>[0-9]{1,3}|[*†‡§])[.)]?[ \t]+\S")
_GAP = re.compile(r"(?<![ ])[ ]{2,}(?=\S)")
_LEAST_LINES = 5
"""So many lines beside each other may be columns."""
_LEAST_WIDTH = 16
"""In characters: what is narrower is the column of a table."""
_INDENT = 4
"""In characters: the first line of a paragraph stands so much further in."""
_LEAST_BROKEN = 3
"""Of the lines of one of two columns; the other may end where the text does."""
_RUN_ON = 0.3
"""The share of line ends within a sentence in a column of prose; English has .5 to .7, a table few."""
_SPLIT_AT_ONCE = 6
"""A guard: no page has more columns."""


def without_sheets(page: Page) -> Page:
    r"""The page without the heads, numbers and ends of printed pages, its columns one below the other.

    >>> without_sheets(Page("t", "We sail at\n\n- 2 -\n\fnoon.")).text
    'We sail at\nnoon.'
    """
    text = page.text
    lines = lines_of(text)
    sheets = sheets_of(text, lines)
    out = furniture(text, sheets)
    if len(sheets) > 1 and not _is_printed(text, sheets, out):
        sheets, out = [Sheet(lines, is_fed=False)], set()
    blocks: list[list[Line]] = []
    notes: list[list[Line]] = []
    for sheet in sheets:
        body = _trimmed([line for line in sheet.lines if line.start not in out])
        below = _notes(text, body)
        columns = _columns(text, _trimmed(body[: len(body) - len(below)]))
        if blocks and columns and (head := _interrupting(text, blocks[-1][-1], columns[0])):
            columns[0] = _trimmed(columns[0][len(head) :])
            if not out:
                notes.append(head)
        notes.extend([below] if below else [])
        blocks.extend(columns)
    if len(blocks) + len(notes) <= 1 and not out:
        return page
    return page.arranged(_pieces(text, blocks, notes))


def _is_printed(text: str, sheets: Sequence[Sheet], out: set[int]) -> bool:
    """Whether what was taken for pages are some: by form feeds, or as their ends interrupt sentences."""
    if any(sheet.is_fed for sheet in sheets):
        return True
    bodies = [_trimmed([line for line in sheet.lines if line.start not in out]) for sheet in sheets]
    seams = [(a[-1], b[0]) for a, b in pairwise(filter(None, bodies))]
    broken = sum(ends_within(text, a) and is_small(text, b) for a, b in seams)
    return broken * 3 >= len(seams) > 0


def _trimmed(lines: Sequence[Line]) -> list[Line]:
    """Lines less the blank ones at the ends."""
    filled = [n for n, line in enumerate(lines) if not line.is_blank]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def _notes(text: str, body: Sequence[Line]) -> list[Line]:
    """The notes at the foot of a page, below an empty line, to which a sign in the text above refers."""
    found: list[Line] = []
    for n in range(len(body) - 1, max(0, len(body) - _MOST_NOTES), -1):
        note = _NOTE.match(text, body[n].content, body[n].end)
        if note and body[n - 1].is_blank and _is_referred_to(text, body[:n], note["sign"]):
            found = list(body[n:])
    return found


def _is_referred_to(text: str, above: Sequence[Line], sign: str) -> bool:
    """Whether a sign stands right behind a word or its mark."""
    reference = re.compile(rf"(?:[^\W\d_]|(?<![\d\s])[.,;:!?)\]”’\"']){re.escape(sign)}(?!\w)")
    return reference.search(text, above[0].start, above[-1].end) is not None


def _interrupting(text: str, last: Line, body: Sequence[Line]) -> list[Line]:
    """The lines at the head of a page that stand apart in the middle of a sentence."""
    if not ends_within(text, last):
        return []
    head = list(takewhile(lambda line: not line.is_blank, body))
    rest = _trimmed(body[len(head) :])
    apart = rest and len(head) <= _MOST_APART and not any(is_small(text, line) for line in head)
    return head if apart and ends_within(text, head[-1]) and is_small(text, rest[0]) else []


def _columns(text: str, body: list[Line], most: int = _SPLIT_AT_ONCE) -> list[list[Line]]:
    """The lines of a page in the order of reading: columns beside each other one after the other."""
    edge = _edge(text, body) if most and len(body) >= _LEAST_LINES else None
    if edge is None:
        return [body] if body else []
    body = _without_head(text, body)
    found: list[list[Line]] = []
    whole: list[Line] = []
    for beside, run in groupby(body, lambda line: _splits(text, line, edge)):
        lines = list(run)
        left, right = _halves(text, lines, edge)
        if beside and _are_prose(text, left, right):
            found += [_trimmed(whole), left, *_columns(text, right, most - 1)]
            whole = []
        else:
            whole += lines
    return [lines for lines in (*found, _trimmed(whole)) if lines]


def _without_head(text: str, body: list[Line]) -> list[Line]:
    """The lines of a page with columns less a head with the page's number at one end."""
    apart = len(body) > 1 and body[1].is_blank
    return _trimmed(body[1:]) if apart and has_number_at_edge(text, body[0]) else body


def _edge(text: str, body: Sequence[Line]) -> int | None:
    """How far from the margin most lines begin anew behind a gap."""
    starts = Counter(
        gap.end() - line.start
        for line in body
        for gap in _GAP.finditer(text, line.start, line.end)
        if gap.end() - line.start >= _LEAST_WIDTH
    )
    counts = {edge: sum(starts[edge + n] for n in range(_INDENT + 1)) for edge in starts}
    edge = max(counts, key=lambda edge: (counts[edge], starts[edge]), default=0)
    return edge if counts.get(edge, 0) >= _LEAST_LINES else None


def _splits(text: str, line: Line, edge: int) -> bool:
    """Whether nothing of a line stands right before an edge."""
    return not text[line.start + edge - 2 : line.start + edge].strip() or line.end <= line.start + edge


def _part(text: str, line: Line, start: int, end: int) -> Line:
    start, end = min(start, line.end), min(end, line.end)
    words = text[start:end]
    content = start + len(words) - len(words.lstrip())
    return Line(start, content, max(content, start + len(words.rstrip())), 0, content - start)


def _halves(text: str, lines: Sequence[Line], edge: int) -> tuple[list[Line], list[Line]]:
    """What stands left and right of an edge, each less the lines that only the other has."""
    rows = [
        (_part(text, line, line.start, line.start + edge), _part(text, line, line.start + edge, line.end))
        for line in lines
    ]
    filled = sum(not (left.is_blank and right.is_blank) for left, right in rows)
    if sum(not (left.is_blank or right.is_blank) for left, right in rows) * 2 < filled:
        # The lines of the two stand at different heights.
        return (
            _trimmed([left for left, right in rows if right.is_blank or not left.is_blank]),
            _trimmed([right for left, right in rows if left.is_blank or not right.is_blank]),
        )
    return _trimmed([left for left, _ in rows]), _trimmed([right for _, right in rows])


def _are_prose(text: str, *columns: Sequence[Line]) -> bool:
    """Whether lines run on, as those of columns do and the cells of a table do not."""
    run_on = [_broken(text, lines) for lines in columns]
    return max(run_on) >= _LEAST_BROKEN and min(run_on) > 0


def _broken(text: str, lines: Sequence[Line]) -> int:
    """How many lines of a column end within a sentence; 0 where it is no prose."""
    pairs = [(a, b) for a, b in pairwise(lines) if not a.is_blank and not b.is_blank]
    broken = sum(ends_within(text, a) and is_small(text, b) for a, b in pairs)
    wide = sum(a.length >= _LEAST_WIDTH for a, _ in pairs)
    return broken if broken >= _RUN_ON * len(pairs) and wide * 2 > len(pairs) else 0


def _pieces(text: str, blocks: Sequence[list[Line]], notes: Sequence[list[Line]]) -> list[Piece]:
    """Blocks of lines, each behind what parts it from the one before."""
    found: list[Piece] = []
    before: list[Line] = []
    for lines in blocks:
        put = "" if not before else "\n" if _goes_on(text, before, lines[0]) else "\n\n"
        found += _runs(text, put, lines)
        before = lines
    for lines in notes:
        found += _runs(text, "\n\n", lines)
    return found


def _runs(text: str, put: str, lines: Sequence[Line]) -> Iterator[Piece]:
    """The stretches of some lines that stand right below each other."""
    start = lines[0].start
    for line, following in pairwise(lines):
        between = text[line.end : following.start]
        # Spaces between are the other column, where that is empty.
        if between.strip("\r\n\x0b\x0c") or between.count("\n") > 1:
            yield Piece(put, start, line.end)
            put, start = "\n", following.start
    yield Piece(put, start, lines[-1].end)


@attrs.frozen
class _Width:
    """How wide and how far from the margin some lines are."""

    width: int
    margin: int

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Width":
        filled = [line for line in lines if not line.is_blank]
        lengths = sorted(line.length for line in filled)
        return cls(lengths[len(lengths) * 9 // 10], min(line.indent for line in filled))


def _goes_on(text: str, above: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the paragraph at the end of the page or column before."""
    last = above[-1]
    if text[last.end - 1] in "-\u2010\u00ad" and text[last.end - 2].isalpha():
        return True
    within = ends_within(text, last)
    if within and is_small(text, line):
        return True
    sizes = _Width.of(above)
    if begins_turn(text, last, line) or line.indent > sizes.margin + 1:
        return False
    if not within and line.length < _FULL * sizes.width:
        return False
    word = len(text[line.content : line.end].split(maxsplit=1)[0])
    full = last.length + 1 + word > sizes.width
    return full or (within and last.length >= _FULL * sizes.width)
