"""The numbers that stand before each line of a transcript or a bill, which nobody reads."""

import re
from collections.abc import Iterator, Sequence

from quoteverify.text.layout.page import Edit, Page

_NUMBERED = re.compile(
    r"^[ \t]{0,8}(?P<number>[0-9]{1,4})(?:[ \t]{2,}|\t|[ ](?=[ \t]*[a-z])|(?=\r?$))", re.MULTILINE
)
_FEWEST = 3
"""So many lines numbered one after the other are no list, whose numbers have a stop or a bracket."""


def without_line_numbers(page: Page) -> Page:
    r"""The page without the numbers of its lines.

    >>> without_line_numbers(Page("t", "12   Q.  Where did\n13   he sail\n14   to?")).text
    'Q.  Where did\nhe sail\nto?'
    """
    return page.edited(_numbers(page.text))


def _numbers(text: str) -> Iterator[Edit]:
    """The numbers of lines that follow each other and are counted on, or begin anew on a page."""
    run: list[re.Match[str]] = []
    for found in _NUMBERED.finditer(text):
        if run and not _follows(text, run[-1], found):
            yield from _edits(run)
            run = []
        run.append(found)
    yield from _edits(run)


def _follows(text: str, before: re.Match[str], found: re.Match[str]) -> bool:
    """Whether a numbered line is the next after another."""
    counted = int(found["number"]) == int(before["number"]) + 1 or found["number"] == "1"
    return counted and "\n" not in text[before.end() : found.start()].rstrip("\r\n \t\x0c")


def _edits(run: Sequence[re.Match[str]]) -> Iterator[Edit]:
    if len(run) >= _FEWEST:
        yield from (Edit(*found.span()) for found in run)
