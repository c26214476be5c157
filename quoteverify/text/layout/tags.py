"""HTML in a plain string: entities and tags, seen as what a page shows."""

import html
import re
from collections.abc import Iterator

from quoteverify.models import Span
from quoteverify.text.layout.page import Page, Replacement, Table

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_ESCAPED = re.compile(r"&lt;/[a-zA-Z0-9]{1,10}&gt;")
_NAMES = (
    "p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|section|article|main|aside"
    "|header|footer|nav|figure|figcaption|html|head|body|blockquote|address|form"
    "|a|abbr|b|big|cite|del|em|font|i|img|ins|kbd|label|mark|s|small|span|strike|strong|sub|sup|time|tt|u|wbr"
    "|q|quote|script|style|code|pre|template|noscript|svg|title|meta|link|iframe|input|button"
)
_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>{_NAMES})(?P<more>\s[^<>]{{0,2000}})?/?>",
    re.IGNORECASE,
)
"""A tag of HTML; the bound guards against a text of nothing but opening brackets."""
_TAG_NAME = re.compile(r"\w+")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,40})?[ \t]+(?P<name>[^<>\n]{1,80})>|</v>")
_INLINE = frozenset(
    _TAG_NAME.findall(
        "a abbr b big cite del em font i img ins kbd label mark s small span strike strong sub sup time tt u"
        " wbr input button link meta"
    )
)
_UNSEEN = frozenset(_TAG_NAME.findall("script style code template noscript svg title head iframe"))
"""What a page does not show, or shows as no running text: nothing is quoted in it."""
_QUOTED = frozenset(("q", "quote"))
_NOTE = re.compile(r"\s*\[?[0-9]{1,3}\]?\s*")


def without_tags(page: Page) -> Page:
    r"""See through the entities and tags of HTML.

    ``<q>`` becomes quotation marks, a tag that begins a line on a page a line break, and what a page does
    not show is left out.

    >>> without_tags(Page("t", "<p>&ldquo;No,&rdquo; <b>he</b> said.")).text
    '\n\n“No,” he said.'
    """
    text = page.text
    if "<" in text:
        tags = list(_TAG.finditer(text))
        page = page.edited(
            [*_comments(text), *_voices(text), *_seen(text, tags)],
            _block_quotations(tags),
            tables=_tables(tags),
            unread=_code(tags),
        )
    if "&" in page.text:
        page = page.edited(_characters(page.text))
        # Feeds write the page itself with entities.
        if _ESCAPED.search(text) and _TAG.search(page.text):
            return without_tags(page)
    return page


def _comments(text: str) -> Iterator[Replacement]:
    """What a page is told and does not show."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield Replacement(start, end + 3)
        start = text.find("<!--", end + 3)


def _voices(text: str) -> Iterator[Replacement]:
    """The names of WebVTT, <v Ruth Vale>, as labels: Ruth Vale:."""
    for match in _VOICE.finditer(text):
        if match["name"]:
            yield Replacement(match.start(), match.start("name"))
            yield Replacement(match.end("name"), match.end(), ": ")
        else:
            yield Replacement(*match.span())


def _characters(text: str) -> Iterator[Replacement]:
    """The characters that entities stand for; what stands for none stays."""
    for match in _ENTITY.finditer(text):
        character = html.unescape(match[0])
        if character != match[0]:
            yield Replacement(*match.span(), character)


def _seen(text: str, tags: list[re.Match[str]]) -> Iterator[Replacement]:
    """What is seen of each tag."""
    closing: dict[str, list[re.Match[str]]] = {}
    for tag in reversed(tags):
        if tag["close"]:
            closing.setdefault(tag["name"].lower(), []).append(tag)
    done = 0
    for tag in tags:
        if tag.start() < done:
            continue
        name = tag["name"].lower()
        ends = closing.get(name, [])
        while ends and ends[-1].start() <= tag.start():
            ends.pop()
        if not tag["close"] and ends and (name in _UNSEEN or _is_note(text, tag, ends[-1])):
            done = ends[-1].end()
            yield Replacement(tag.start(), done)
        else:
            yield Replacement(*tag.span(), _shown(name, closes=bool(tag["close"])))


def _is_note(text: str, tag: re.Match[str], end: re.Match[str]) -> bool:
    """Whether a tag raises the number of a note above the line."""
    return tag["name"].lower() == "sup" and _NOTE.fullmatch(text, tag.end(), end.start()) is not None


def _shown(name: str, *, closes: bool) -> str:
    if name in _QUOTED:
        return "”" if closes else "“"
    if name == "br":
        return "\n"
    return "" if name in _INLINE else "\n\n"


def _block_quotations(tags: list[re.Match[str]]) -> Iterator[Span]:
    """The outermost block quotations."""
    opened: list[int] = []
    for tag in tags:
        if tag["name"].lower() != "blockquote":
            continue
        if not tag["close"]:
            opened.append(tag.end())
        elif opened:
            start = opened.pop()
            if not opened:
                yield Span(start, tag.start())


def _code(tags: list[re.Match[str]]) -> Iterator[Span]:
    """What stands in elements of code."""
    opened: re.Match[str] | None = None
    for tag in tags:
        if tag["name"].lower() != "code":
            continue
        if not tag["close"]:
            opened = opened or tag
        elif opened:
            yield Span(opened.end(), tag.start())
            opened = None


_CELL = frozenset(("td", "th"))
_ROW = frozenset(("tr", "table"))


def _tables(tags: list[re.Match[str]]) -> Iterator[Table]:
    """The tables, of one inside another only the inner: the outer sets a page out."""
    rows: list[tuple[Span, ...]] = []
    cells: list[Span] = []
    cell: re.Match[str] | None = None
    for tag in tags:
        name = tag["name"].lower()
        if name not in _CELL and name not in _ROW:
            continue
        if cell is not None:
            cells.append(Span(cell.end(), max(cell.end(), tag.start())))
        cell = tag if name in _CELL and not tag["close"] else None
        if name in _ROW and cells:
            rows.append(tuple(cells))
            cells = []
        if name == "table":
            if tag["close"] and rows:
                yield tuple(rows)
            rows, cells = [], []
