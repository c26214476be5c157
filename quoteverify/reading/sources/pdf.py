"""PDF files to running text: a PDF knows lines on pages, and paragraphs are what must be told from them."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any

from quoteverify.errors import MissingExtraError, UnreadableSourceError
from quoteverify.models import Span
from quoteverify.text.layout.furniture import without_line_numbers
from quoteverify.text.layout.page import Page, Replacement
from quoteverify.text.layout.sheets import without_sheets
from quoteverify.text.layout.wraps import unwrapped

_FULL = 0.85
"""Of the longest line's characters: so many has any line, in proportional type, on which no more had room."""
_TURN = re.compile(r"(?:[QA]\d*[.:]|[^\W\d_][\w.’' -]{0,40}:)\s")
"""How a line begins with which somebody else speaks: ``Q12. ``, ``THE CHAIR: ``."""
_WORDS_KEPT = 0.98
"""The share of words that a page has to keep where it is set out."""
_CLOSE = 0.1
"""The share of lines right below another, in a page that is set with a line's space between."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_SET = re.compile(r"\n[ ]{2,}\S|\n[ ]*\n|\S[ ]{3,}\S")
"""An indent, an empty line or a gap, which tell paragraphs and columns."""
_PARTS = re.compile(r"\S+(?:[ ]{1,2}\S+)*")
_TWO = re.compile(r"[ ]{2}")
_BLANK = re.compile(r"[ \t\f]*\n\s*|[ \t\f]{2,}|\f")
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
        pages = list(PdfReader(io.BytesIO(raw)).pages)
        printed = [page.extract_text() for page in pages]
    # A broken file fails wherever its reader happens to be.
    except Exception as error:
        raise UnreadableSourceError(f"the PDF is broken or locked: {error}") from error
    laid_out = _laid_out(pages, printed)
    if laid_out is not None:
        return _read_as_set(laid_out)
    read = list(_without_running_heads([_lines(page) for page in printed]))
    text, starts = _joined(list(chain.from_iterable(read)))
    edges = [starts[n] if n < len(starts) else len(text) for n in accumulate(map(len, read), initial=0)]
    return {"text": text, "pages": [Span(*page) for page in pairwise(edges)]}


def _laid_out(pages: Sequence[Any], printed: Sequence[str]) -> list[str] | None:
    """The pages with their columns, indents and gaps; None where they have none, or their words are lost."""
    try:
        found = [page.extract_text(extraction_mode="layout") for page in pages]
    # What a page is made of may be more than can be set out in lines.
    except Exception:
        return None
    words = [word for page in printed for word in _WORD.findall(page)]
    kept = frozenset(word for page in found for word in _WORD.findall(page))
    if sum(word in kept for word in words) < _WORDS_KEPT * len(words):
        return None
    return (
        [_single_spaced(_evened(page)) for page in found]
        if any(_SET.search(page.strip("\n")) for page in found)
        else None
    )


def _evened(page: str) -> str:
    """A page with one space between words that stand two apart, and its columns where they are."""
    lines = []
    for line in page.split("\n"):
        even = ""
        for part in _PARTS.finditer(line):
            even = even.ljust(part.start()) + _TWO.sub(" ", part[0])
        lines.append(even)
    return "\n".join(lines)


def _single_spaced(page: str) -> str:
    """A page without the empty lines that stand between all of its lines, as in records of courts."""
    lines = page.split("\n")
    filled = [n for n, line in enumerate(lines) if line.strip()]
    gaps = [b - a for a, b in pairwise(filled)]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 1
    if usual == 1 or gaps.count(1) > _CLOSE * len(gaps):
        return page
    kept = "".join("\n" * max(1, gap - usual + 1) + lines[n] for gap, n in zip(gaps, filled[1:], strict=True))
    return lines[filled[0]] + kept


def _read_as_set(pages: Sequence[str]) -> dict[str, Any]:
    """What is read of pages as they are set, paragraph by paragraph, and where each page begins in it."""
    text = "\f".join(pages)
    read = Page(text, text)
    for seen in (without_sheets, without_line_numbers, unwrapped):
        read = seen(read)
    gaps = [Replacement(*gap.span(), "\n\n" if "\n" in gap[0] else " ") for gap in _BLANK.finditer(read.text)]
    read = read.edited(gap for gap in gaps if read.text[gap.start : gap.end] != gap.put)
    begins = accumulate((len(page) + 1 for page in pages), initial=0)
    starts = list(accumulate((read.place(min(n, len(text))) for n in begins), max))
    start = len(read.text) - len(read.text.lstrip())
    end = max(start, len(read.text.rstrip()))
    edges = [min(max(place, start), end) - start for place in (start, *starts[1:-1], end)]
    return {"text": read.text[start:end], "pages": [Span(*page) for page in pairwise(edges)]}


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
