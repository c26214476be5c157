"""The marks of notes and sources, which a reader passes over: [7], [^1], ¹, and the 4 of "journey,4 and".

So does a reader with the links that a network puts into its posts.
"""

import re
from collections.abc import Iterator

from quoteverify.text.layout.page import Page, Replacement

_MARK = re.compile(
    r"(?<=[^\s\[(])(?P<bracket>(?:\[(?:\^[\w-]{1,20}|[0-9]{1,3}(?:[,–-][ ]?[0-9]{1,3})*)\])+)(?![(\[])"
    r"|(?P<spaced>(?:[ ]\[[0-9]{1,3}(?:[,–-][ ]?[0-9]{1,3})*\])+)(?=[.,;:!?]|\s*$)"
    r"|(?P<source>[ ]?【[^【】\n]{1,80}】)"
    r"|(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?”\"’)]))(?P<raised>[¹²³⁰⁴-⁹]+(?:[,⁻][¹²³⁰⁴-⁹]+)*)"
    r"|(?<=[^\W\d_]{3}[,;])(?P<comma>[0-9]{1,3})(?=\s)"
    r"|(?<=[^\W\d_]{3}[.?!])(?P<stop>[0-9]{1,3})(?=\s+[\"“A-Z]|\s*$)"
)
_POSTED = re.compile(r"[ ]?(?:https?://t\.co/|pic\.twitter\.com/)[\w-]{1,40}")
_SIGN = re.compile(r"[\[【0-9¹²³⁰⁴-⁹]")
"""What every mark has for its first character, or after a blank: quickly looked for."""
_NEAR = (-2, -1, 1, 2)
"""How far the number of a neighbouring note may be from a note's."""


def without_references(page: Page) -> Page:
    """The page without the marks of notes and sources.

    >>> without_references(Page("t", "Cold on the way,4 wet in the yard,5 dry in the orchard[7][8].")).text
    'Cold on the way, wet in the yard, dry in the orchard.'
    """
    links = [Replacement(*found.span()) for found in _POSTED.finditer(page.text)] if "/" in page.text else []
    return page.edited([*_marks(page.text), *links])


def _marks(text: str) -> Iterator[Replacement]:
    """The marks; a bare number only where a neighbouring number marks a note too."""
    found = list(_matches(text))
    numbers = {int(number) for match in found if (number := match["comma"] or match["stop"])}
    for match in found:
        number = match["comma"] or match["stop"]
        if number and not any(int(number) + step in numbers for step in _NEAR):
            continue
        yield Replacement(*match.span())


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Whatever may be a mark, in order and apart."""
    done = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at < done:
            continue
        match = _MARK.match(text, at - 1) if at > done and text[at - 1] == " " else None
        match = match or _MARK.match(text, at)
        if match:
            done = match.end()
            yield match
