"""The signs and numbers that stand before the items of a list, which nobody reads as words."""

import re
from collections.abc import Iterator, Sequence

from quoteverify.text.layout.page import Page, Replacement

_SIGN = r"(?P<sign>[-*+•‣◦▪·–—])"
_NUMBER = r"(?P<open>\(?)(?P<number>[0-9]{1,3}|[a-zA-Z])(?P<close>[.)])"
_ITEM = re.compile(rf"^(?P<indent>[ \t]{{0,12}})(?:{_SIGN}|{_NUMBER})[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_FEWEST = 2
"""A single line with a sign is none: the name below a quotation has a dash before it."""
_QUOTED = re.compile(r"(?:[^\"“„«:\n]{1,80}: ?)?[\"“„«]")
"""What a single item has all the same: a quotation, or a name with one. No name below a quotation is so."""
_DASHES = frozenset("–—")
"""What begins a line of a dialogue as well: only a signature's hyphen and a list's are one sign."""


def without_items(page: Page) -> Page:
    r"""The page without the signs and numbers of the items of its lists.

    >>> without_items(Page("t", "1. Ruth Vale: “No.”\n2. Ada Aas: “Yes.”")).text
    'Ruth Vale: “No.”\nAda Aas: “Yes.”'
    """
    return page.edited(_signs(page.text))


def _signs(text: str) -> Iterator[Replacement]:
    """The signs of items that follow each other, with nothing but their own further lines between."""
    run: list[tuple[int, re.Match[str]]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        found = _ITEM.match(line)
        if found and found["sign"] not in _DASHES and not (run and not _follows(run[-1][1], found)):
            run.append((offset, found))
        elif found and found["sign"] not in _DASHES:
            yield from _edits(run)
            run = [(offset, found)]
        elif line.strip() and not line[:1].isspace():
            yield from _edits(run)
            run = []
        offset += len(line)
    yield from _edits(run)


def _follows(before: re.Match[str], found: re.Match[str]) -> bool:
    """Whether an item is the next of the list of another: of one sign, or counted on, or a list inside it."""
    if len(before["indent"]) != len(found["indent"]):
        return True
    if found["sign"] or before["sign"]:
        return found["sign"] == before["sign"]
    if found["number"].isdigit() and before["number"].isdigit():
        return int(found["number"]) in (1, int(before["number"]), int(before["number"]) + 1)
    return ord(found["number"][0]) == ord(before["number"][0]) + 1


def _edits(run: Sequence[tuple[int, re.Match[str]]]) -> Iterator[Replacement]:
    if len(run) >= _FEWEST or (run and _QUOTED.match(run[0][1].string, run[0][1].end())):
        for offset, found in run:
            yield Replacement(offset + len(found["indent"]), offset + found.end())
