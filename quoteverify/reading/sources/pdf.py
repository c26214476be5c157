"""PDF files to running text: a PDF knows lines on pages, and paragraphs are what must be told from them."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any

from quoteverify.errors import MissingExtraError, UnreadableSourceError
from quoteverify.models import Span

_FULL = 0.85
"""Of the longest line's characters: so many has any line, in proportional type, on which no more had room."""
_TURN = re.compile(r"(?:[QA]\d*[.:]|[^\W\d_][\w.’' -]{0,40}:)\s")
"""How a line begins with which somebody else speaks: ``Q12. ``, ``THE CHAIR: ``."""
_DIGITS = re.compile(r"\d+")


def article_of_pdf(raw: bytes) -> dict[str, Any]:
    """Take the text of a PDF file.

    Args:
        raw: The file.

    Returns:
        ``text``: what its pages print, paragraphs parted by a blank line, without the lines that stand at
        the head or the foot of most pages. It is "" where the pages are pictures. ``pages``: where what each
        page prints stands in it.

    Raises:
        MissingExtraError: The extra ``pdf`` is not installed.
        UnreadableSourceError: The file is broken or needs a password.
    """
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise MissingExtraError(
            f"a PDF file needs pypdf: pip install 'quoteverify[pdf]' ({error})"
        ) from error
    try:
        pages = [_lines(page.extract_text()) for page in PdfReader(io.BytesIO(raw)).pages]
    # A broken file fails wherever its reader happens to be.
    except Exception as error:
        raise UnreadableSourceError(f"the PDF is broken or locked: {error}") from error
    read = list(_without_running_heads(pages))
    text, starts = _joined(list(chain.from_iterable(read)))
    edges = [starts[n] if n < len(starts) else len(text) for n in accumulate(map(len, read), initial=0)]
    return {"text": text, "pages": [Span(*page) for page in pairwise(edges)]}


def _lines(page: str) -> list[str]:
    return [text for line in page.splitlines() if (text := " ".join(line.split()))]


def _without_running_heads(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """The pages without first and last lines that, but for a number, most pages have."""

    def shape(line: str) -> str:
        return _DIGITS.sub("0", line)

    ends = Counter(shape(line) for page in pages for line in {*page[:1], *page[-1:]})
    running = {line for line, count in ends.items() if count > 1 and count * 2 > len(pages)}
    for page in pages:
        start = bool(page) and shape(page[0]) in running
        end = len(page) - (len(page) > start and shape(page[-1]) in running)
        yield page[start:end]


def _joined(lines: Sequence[str]) -> tuple[str, list[int]]:
    """Lines joined, up to one on which the next one's first word would have had room; where each starts."""
    full = _FULL * max(map(len, lines), default=0)
    text, starts = "", []
    for line, following in zip(lines, [*lines, None][1:], strict=True):
        starts.append(len(text))
        text += line
        if following is None:
            break
        if _TURN.match(following) or len(line) + 1 + len(following.split()[0]) < full:
            text += "\n\n"
        elif line.endswith("\N{SOFT HYPHEN}"):
            text = text[:-1]
        # A hyphen at a line's end stays: it may be the word's own.
        elif not (line.endswith("-") and line[-2:-1].isalpha()):
            text += " "
    return text, starts
