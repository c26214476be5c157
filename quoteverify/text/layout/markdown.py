"""Markdown: front matter, code, headings, and what is set inside a line; links are their words.

Not a parser of all of CommonMark: what a reader does not see is taken out where it stands beyond doubt, and
anything else stays, so that an asterisk that multiplies and an underscore in a name are left alone.
"""

import re
from collections.abc import Iterator

from quoteverify.models import Span
from quoteverify.text.layout.page import Page, Replacement

_FRONT = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?=[^\n:=]{1,60}[:=])")
_FENCE = re.compile(r"^[ >]{0,8}(?P<fence>`{3,}|~{3,})[^\n`]*$", re.MULTILINE)
_BLOCK = re.compile(
    r"^(?P<open>[ >]{0,8}#{1,6}[ \t]+)(?=\S)"
    r"|(?P<close>(?<![ \t])[ \t]++#{1,6})[ \t]*$"
    r"|^(?P<rule>[ ]{0,3}(?:(?:\*[ \t]?){3,}|(?:-[ \t]?){3,}|(?:_[ \t]?){3,}|={3,}))[ \t]*\r?$",
    re.MULTILINE,
)
_LONGEST_LINK = 500
"""In code points. A guard against a text of nothing but opening brackets."""
_LINK = re.compile(
    rf"(?P<image>!)?\[(?P<words>[^\[\]\n]{{1,{_LONGEST_LINK}}})\]"
    rf"(?:\((?P<to>[^\s()]{{0,{_LONGEST_LINK}}}(?:\([^\s()]{{0,200}}\)[^\s()]{{0,200}})?)"
    r"(?:\s+(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))?\)|\[[^\[\]\n]{0,80}\])"
)
_ADDRESS = re.compile(r"<(?:https?|mailto):([^<>\s]{1,2000})>")
_CODE = re.compile(r"(?<![`\w\\])`(?!`)[^`\n]{1,300}`(?![`\w])")
_RUN = re.compile(r"(?<!\\)(?:\*{1,3}|_{1,3}|~~)")
_ESCAPE = re.compile(r"\\(?=[*_`\[\]#~\\>])")
_TEX = "''"


def without_blocks(page: Page) -> Page:
    r"""The page without front matter, code blocks and the signs of headings and rules.

    >>> without_blocks(Page("t", "---\ntitle: A\n---\n# Port\n")).text
    'Port\n'
    """
    text = page.text
    edits = list(_front_matter(text))
    code = list(_fenced(text)) if "```" in text or "~~~" in text else []
    edits += code
    for found in _BLOCK.finditer(text):
        if found["close"]:
            line = text.rfind("\n", 0, found.start()) + 1
            if not text.startswith("#", line):
                continue
        edits.append(Replacement(*found.span(str(found.lastgroup))))
    return page.edited(edits, unread=[Span(edit.start, edit.end) for edit in code])


def _front_matter(text: str) -> Iterator[Replacement]:
    """What stands between two fences at the very beginning, keys with values."""
    found = _FRONT.match(text)
    if found:
        end = re.compile(rf"^{re.escape(found['fence'])}[ \t]*\r?(?:\n|\Z)", re.MULTILINE).search(
            text, found.end()
        )
        if end:
            yield Replacement(0, end.end())


def _fenced(text: str) -> Iterator[Replacement]:
    """The code between two fences."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence["fence"].startswith(opened["fence"]):
            yield Replacement(opened.start(), fence.end())
            opened = None


def without_inline(page: Page) -> Page:
    r"""The page without emphasis, links, images and code in its lines.

    >>> without_inline(Page("t", "“No,” said **[Ruth Vale](https://example.org)**.")).text
    '“No,” said Ruth Vale.'
    """
    text = page.text
    if "`" in text and _TEX not in text:
        code = [found.span() for found in _CODE.finditer(text)]
        page = page.edited([Replacement(*place) for place in code], unread=[Span(*place) for place in code])
    if "](" in page.text or "][" in page.text or "<" in page.text:
        page = page.edited(_links(page.text))
    text = page.text
    if "*" in text or "_" in text or "~~" in text:
        page = page.edited(_emphasis(text))
    if "\\" in page.text:
        page = page.edited(Replacement(*found.span()) for found in _ESCAPE.finditer(page.text))
    return page


def _links(text: str) -> Iterator[Replacement]:
    """What of a link is not its words; an image is nothing to read, nor is the bracket of a bare address."""
    for found in _ADDRESS.finditer(text):
        yield Replacement(found.start(), found.start() + 1)
        yield Replacement(found.end() - 1, found.end())
    for found in _LINK.finditer(text):
        if found["to"] is None and found["words"].strip().isdigit():
            continue
        if found["image"]:
            yield Replacement(*found.span())
        else:
            yield Replacement(found.start(), found.start("words"))
            yield Replacement(found.end("words"), found.end())


def _emphasis(text: str) -> Iterator[Replacement]:
    """The runs of signs that open or close emphasis, in pairs within a paragraph."""
    opened: dict[str, re.Match[str]] = {}
    done = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if text.find("\n", done, start) >= 0:
            opened.clear()
        done = end
        before, after = text[start - 1 : start], text[end : end + 1]
        opens = not _joins(before) and not _blank(after) and after != run[0][0]
        closes = not _joins(after) and not _blank(before) and before != run[0][0]
        begun = opened.get(run[0])
        if closes and begun is not None:
            yield Replacement(*begun.span())
            yield Replacement(start, end)
            del opened[run[0]]
        elif opens:
            opened[run[0]] = run


def _joins(character: str) -> bool:
    """Whether a sign beside this is part of a word."""
    return character.isalnum()


def _blank(character: str) -> bool:
    return not character or character.isspace()
