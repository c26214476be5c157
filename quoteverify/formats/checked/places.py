"""Where something stands in a file: its path, its lines and columns, as editors and code hosts count them."""

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quoteverify.models import Document, Span


class Region(NamedTuple):
    """A stretch of a file: lines and columns from 1, columns in code points, the last one after its end."""

    line: int
    column: int
    end_line: int
    end_column: int


class TextLines:
    r"""The lines of a document's text.

    Lines end with a line feed, with a carriage return before it or not.

    >>> from quoteverify.models import Document, Span
    >>> TextLines(Document(text="He said:\r\n“No.”")).region(Span(11, 14))
    Region(line=2, column=2, end_line=2, end_column=5)
    """

    def __init__(self, document: "Document") -> None:
        text = document.text
        self._starts = [0, *(n + 1 for n, character in enumerate(text) if character == "\n")]

    def region(self, span: "Span") -> Region:
        """Where a span stands."""
        return Region(*self._place(span.start), *self._place(span.end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def path_of(document: "Document") -> Path | None:
    """The file that a document is called by, from the folder we are in where it is in it; None for none."""
    path = Path(document.id)
    if document.id in ("", "-"):
        return None
    try:
        return path.relative_to(Path.cwd()) if path.is_absolute() else path
    except ValueError:
        return path


def is_as_in_file(document: "Document") -> bool:
    """Whether a document's text is its file's, so that the lines are the same: that of a page is not.

    What is no file here is taken at its word.
    """
    from quoteverify.text.encodings import decode

    try:
        return decode(Path(document.id).read_bytes()) == document.text
    except (OSError, ValueError):
        return True
