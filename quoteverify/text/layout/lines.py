"""The lines of a text, with the prefixes that mail and Markdown set before what they quote."""

import re
from collections.abc import Iterator, Sequence

import attrs

_PREFIX = re.compile(r"[ ]{0,3}(?:>[ ]?)+|\|(?:[ ]|(?=\s|$))")
_BREAKS = "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CELLS = 2
"""A line with as many bars as that is the row of a table."""


@attrs.frozen
class Line:
    """A line without its break.

    Attributes:
        start: Where it starts.
        content: Where its words start, after prefix and indent.
        end: Where its words end.
        depth: How many times what stands there is quoted by prefixes.
        indent: How far its words stand from the margin, or from the prefix.
    """

    start: int
    content: int
    end: int
    depth: int
    indent: int

    @property
    def is_blank(self) -> bool:
        """Whether it has no words."""
        return self.content >= self.end

    @property
    def length(self) -> int:
        """How many characters of the page's width it takes, without the prefix."""
        return self.indent + self.end - self.content


def lines_of(text: str) -> list[Line]:
    r"""The lines of a text, each with its quoting prefix known.

    >>> text = "> No,\n> he said."
    >>> [(line.depth, text[line.content : line.end]) for line in lines_of(text)]
    [(1, 'No,'), (1, 'he said.')]
    """
    found = [_line(text, start, end) for start, end in _places(text)]
    if not any(line.depth for line in found):
        return found
    if _are_captions(text, found):
        return [_unquoted(text, line) for line in found]
    alone = _barred_alone(text, found)
    return [_unquoted(text, line) if n in alone else line for n, line in enumerate(found)]


def _places(text: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for line in text.splitlines(keepends=True):
        yield offset, offset + len(line.rstrip(_BREAKS))
        offset += len(line)


def _line(text: str, start: int, end: int) -> Line:
    prefix = (
        _PREFIX.match(text, start, end) if text[start : start + 4].lstrip(" ")[:1] in (">", "|") else None
    )
    if prefix is None:
        return _placed(text, start, start, end, 0)
    depth = max(1, prefix[0].count(">"))
    return _placed(text, start, prefix.end(), end, depth)


def _unquoted(text: str, line: Line) -> Line:
    return _placed(text, line.start, line.start, line.end, 0)


def _placed(text: str, start: int, margin: int, end: int, depth: int) -> Line:
    words = text[margin:end]
    content = margin + len(words) - len(words.lstrip())
    return Line(start, content, max(content, margin + len(words.rstrip())), depth, content - margin)


def _are_captions(text: str, found: Sequence[Line]) -> bool:
    """Whether two angle brackets say that somebody else speaks, as in American captions (CEA-608)."""
    quoted = [line for line in found if line.depth]
    return all(text.startswith(">>", line.start) for line in quoted)


def _barred_alone(text: str, found: Sequence[Line]) -> set[int]:
    """The lines that begin with a bar and are no quotation: rows of tables, and single ones."""
    bars = [text.startswith("|", line.start) for line in found]
    row = [
        bar and text.count("|", line.start, line.end) >= _CELLS for bar, line in zip(bars, found, strict=True)
    ]
    return {
        n
        for n, bar in enumerate(bars)
        if bar
        and (
            row[n]
            or not (bars[n - 1 : n] == [True] or bars[n + 1 : n + 2] == [True])
            or any(row[max(0, n - 1) : n + 2])
        )
    }
