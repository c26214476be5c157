"""What a printed page bears beside its text: the numbers of its lines, its head and its own number."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from quoteverify.text.layout.lines import Line, lines_of
from quoteverify.text.layout.page import Page, Replacement
from quoteverify.text.layout.wraps import ends_within, is_small

_NUMBERED = re.compile(
    r"^[ \t]{0,8}(?:[0-9]{1,2}(?::[0-9]{2}){1,2}[ \t]+)?(?P<number>[0-9]{1,4})"
    r"(?:[ \t]{2,}|\t|[ ](?=[ \t]*[a-z])|(?=\r?$))",
    re.MULTILINE,
)
_FIVE = 5
"""Every so many lines are numbered in bills."""
_FIFTH = re.compile(r"(?<=\S)[ \t]{2,}([0-9]{0,2}[05])(?=[ \t]*\r?(?:$|\Z))", re.MULTILINE)
"""The number at a line's end."""
_LONGEST_GAP = 80
"""A guard: characters at a line's end in which its number is looked for."""
_FEWEST = 3
"""So many lines numbered one after the other are no list, whose numbers have a stop or a bracket."""


def without_line_numbers(page: Page) -> Page:
    r"""The page without the numbers of its lines.

    >>> without_line_numbers(Page("t", "12   Q.  Where did\n13   he sail\n14   to?")).text
    'Q.  Where did\nhe sail\nto?'
    """
    return page.edited([*_numbers(page.text), *_by_fives(page.text)])


def _by_fives(text: str) -> Iterator[Replacement]:
    """The numbers at the ends of every fifth line of a bill, which begin anew on each page."""
    lines = [line for line in lines_of(text) if not line.is_blank] if _FIFTH.search(text) else []
    last, numbered, run = 0, -_FIVE, []
    for n, line in enumerate(lines):
        found = _FIFTH.search(text, max(line.content, line.end - _LONGEST_GAP), line.end)
        if found and int(found[1]) in (last + _FIVE, _FIVE) and n >= numbered + _FIVE:
            last, numbered = int(found[1]), n
            run.append((Replacement(*found.span()), n + 1 < len(lines) and is_small(text, lines[n + 1])))
    if len(run) > 1 and sum(within for _, within in run) * 2 >= len(run):
        yield from (edit for edit, _ in run)


def _numbers(text: str) -> Iterator[Replacement]:
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


def _edits(run: Sequence[re.Match[str]]) -> Iterator[Replacement]:
    if len(run) >= _FEWEST:
        yield from (Replacement(*found.span()) for found in run)


_ZONE = 4
"""So many lines at the head or foot of a page may be no part of its text."""
_FEWEST_LETTERS = 4
"""So many letters make a head."""
_BESIDE = (-2, -1, 1, 2)
"""The pages on which a running head stands again: left and right ones may have another."""
_WORD = r"[^\W\d_]{1,6}\.?[ ]"
_ALONE = re.compile(
    rf"[^\w\s]?[ ]?(?:{_WORD})?(?P<number>[0-9]{{1,4}})"
    rf"(?:[ ]?(?:/|[^\W\d_]{{2,5}})[ ]?(?P<most>[0-9]{{1,4}}))?[ ]?[^\w\s]?"
)
"""A line that is the number of a page: ``- 3 -``, ``Page 3 of 12``, ``3/12``."""
_AT_EDGE = re.compile(r"(?P<left>[0-9]{1,4})[ \t]{3,}\S.*|.*\S[ \t]{3,}(?P<right>[0-9]{1,4})(?:/[0-9]{1,4})?")
"""A line with the number of a page at one end, well apart from the title beside it."""
_DASHED = re.compile(r"[-–—][ ]?[0-9]{1,4}[ ]?[-–—]")
_LABEL = re.compile(r"[QA][.:]?\s|[^:]{1,60}:\s+\S")
"""How a turn or a line of a form begins, which pages may have in common by chance."""
_OFTEN = 3
"""Of the four pages around."""
_PARTED = re.compile(r"\S[ ]{3,}\S")
"""No title at the head of a text, but the head of a page: two parts at its two margins."""
_DIGITS = re.compile(r"[0-9]+")
_LEAST_BETWEEN = 4
"""Lines: what is counted on in fewer than these is a list."""


@attrs.frozen(eq=False)
class Sheet:
    """The lines of a printed page, and whether a form feed has ended it, or the one before."""

    lines: Sequence[Line]
    is_fed: bool


def sheets_of(text: str, lines: Sequence[Line]) -> list[Sheet]:
    """The pages of a text, by its form feeds or, if it has none, by numbers that are counted on."""
    fed = [n + 1 for n, line in enumerate(lines) if text.startswith("\f", line.end)]
    ends = fed or _numbered(text, lines)
    edges = [0, *ends, len(lines)]
    return [Sheet(lines[a:b], bool(fed)) for a, b in pairwise(edges) if a < b]


def _numbered(text: str, lines: Sequence[Line]) -> list[int]:
    """Where the lines end that hold nothing but numbers that are counted on: the longest such chain."""
    last: dict[int, int] = {}
    before: dict[int, int] = {}
    length: dict[int, int] = {}
    for n, line in enumerate(lines):
        found = _ALONE.fullmatch(text, line.content, line.end)
        if found is None or not _is_apart(lines, n):
            continue
        number = int(found["number"])
        one_less = last.get(number - 1)
        if one_less is not None and n - one_less > _LEAST_BETWEEN:
            before[n] = one_less
        length[n] = length[before[n]] + 1 if n in before else 1
        last[number] = n
    at = max(length, key=length.__getitem__, default=None)
    ends = []
    while at is not None:
        ends.append(at + 1)
        at = before.get(at)
    return ends[::-1] if len(ends) > 1 else []


def _is_apart(lines: Sequence[Line], n: int) -> bool:
    """Whether an empty line, or none, stands on both sides of a line."""
    return all(beside.is_blank for beside in (*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2]))


def furniture(text: str, sheets: Sequence[Sheet]) -> set[int]:
    """Where the lines start that are heads, feet or numbers of pages."""
    if len(sheets) < 2:
        return set()
    filled = [[line for line in sheet.lines if not line.is_blank] for sheet in sheets]
    heads = [lines[:_ZONE] for lines in filled]
    feet = [lines[: -_ZONE - 1 : -1] for lines in filled]
    is_fed = sheets[0].is_fed
    return {*_running(text, heads, is_fed, titled=True), *_running(text, feet, is_fed, titled=False)}


def has_number_at_edge(text: str, line: Line) -> bool:
    """Whether a line has a number at one end, well apart from a title: the head of a page."""
    return _AT_EDGE.fullmatch(text, line.content, line.end) is not None


def _running(text: str, zones: Sequence[Sequence[Line]], is_fed: bool, titled: bool) -> Iterator[int]:
    """Where the lines start, of those at one end of the pages and from the edge on, that are no text.

    Args:
        text: The text.
        zones: The lines at the heads, or feet, of the pages, from the edge on.
        is_fed: Whether form feeds part the pages.
        titled: Whether the first of the pages may have a title there.
    """
    marks = [_uncounted([_Mark.of(text, line) for line in zone]) for zone in zones]
    for n, zone in enumerate(marks):
        pages = [(distance, n + distance) for distance in _BESIDE if 0 <= n + distance < len(marks)]
        beside = [(distance, mark) for distance, page in pages for mark in marks[page]]
        for mark in zone:
            if not mark.is_furniture(beside, is_title=titled and n == 0, is_fed=is_fed):
                break
            yield mark.start


def _uncounted(zone: list["_Mark"]) -> list["_Mark"]:
    """The lines of a zone; those that are counted one after the other have no page's number."""
    numbers = {mark.number for mark in zone if mark.number is not None}
    return [
        attrs.evolve(mark, number=None)
        if mark.number is not None and numbers & {mark.number - 1, mark.number + 1}
        else mark
        for mark in zone
    ]


@attrs.frozen
class _Mark:
    """A line at the head or foot of a page.

    Attributes:
        start: Where it starts.
        shape: What it prints, but for its numbers.
        number: The number that may be the page's.
        is_number: Whether it is nothing else.
        is_sure: Whether it is the number of a page by its form.
        is_text: Whether it is a sentence, or begins with a label.
        is_parted: Whether it stands at both margins.
    """

    start: int
    shape: str
    number: int | None
    is_number: bool
    is_sure: bool
    is_text: bool
    is_parted: bool

    @classmethod
    def of(cls, text: str, line: Line) -> "_Mark":
        words = text[line.content : line.end]
        alone, edge = _ALONE.fullmatch(words), _AT_EDGE.fullmatch(words)
        number = alone["number"] if alone else (edge["left"] or edge["right"]) if edge else None
        most = alone["most"] if alone else None
        bare = words.lstrip("0123456789 \t")
        is_counted = most is not None and int(number or 0) <= int(most)
        return cls(
            line.start,
            " ".join(_DIGITS.sub("0", words).split()),
            int(number) if number else None,
            alone is not None,
            is_counted or words.isdigit() or _DASHED.fullmatch(words) is not None,
            not words.isupper() and (_LABEL.match(bare) is not None or not ends_within(text, line)),
            _PARTED.search(words) is not None,
        )

    def is_furniture(self, beside: Sequence[tuple[int, "_Mark"]], *, is_title: bool, is_fed: bool) -> bool:
        """Whether it is, seen beside those of the pages around."""
        if self.number is not None:
            if any(mark.number == self.number + distance for distance, mark in beside):
                return True
            if self.is_sure and (is_fed or not self.shape.isdigit()):
                return all(not mark.is_number for _, mark in beside)
        if (is_title and not self.is_parted) or sum(map(str.isalpha, self.shape)) < _FEWEST_LETTERS:
            return False
        return sum(mark.shape == self.shape for _, mark in beside) >= (_OFTEN if self.is_text else 1)
