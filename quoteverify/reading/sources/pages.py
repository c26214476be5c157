"""Web pages to articles: what a person reads of a saved page, without what stands around it."""

import email
import email.policy
import functools
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from quoteverify.errors import MissingExtraError
from quoteverify.text.encodings import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_OF_AN_AD = 0.2
"""Of the page's text: whatever a page calls it, more than that is the page itself (a guard)."""


@functools.cache
def _names(role: str) -> frozenset[str]:
    """What pages, or the elements of an extracted body, are called that play a role."""
    table = tomllib.loads(files("quoteverify").joinpath("data", "pages.toml").read_text(encoding="utf8"))
    return frozenset(name for row in table["row"] if row["role"] == role for name in row["names"])


@functools.cache
def _advertisement() -> re.Pattern[str]:
    """What a page calls the place of an advertisement: "ads", "ad-slot", "advert_box_3"."""
    names, places = ("|".join(sorted(some)) for some in (_names("advertisement"), _names("place")))
    return re.compile(rf"({names})([-_]({places}|[0-9]+))*", re.IGNORECASE)


# The encodings that browsers know (https://encoding.spec.whatwg.org/#names-and-labels); Python knows
# others, which no page may choose.
_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*+(?:["']\s*+)?(windows-125[0-8]|iso-8859-[2-8]|iso-8859-1[0-6]|koi8-[ru]|shift_jis
    |euc-jp|iso-2022-jp|euc-kr|gbk|gb2312|gb18030|big5)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOKED_AT = 1024
"""Within how many bytes a page has to declare its encoding (https://html.spec.whatwg.org/#charset)."""

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s<>]+) -->")
"""The address that Chrome and Edge write into a page that they save."""


def article_of_page(raw: bytes, encoding: str | None = None, links: bool = False) -> dict[str, Any]:
    """Take the article from an HTML page.

    Args:
        raw: The page.
        encoding: What it is in; found from its mark, its declaration or itself where it is None.
        links: Whether to keep the addresses of its links, as Markdown writes them.

    Returns:
        What ``parse`` takes: the text, and the title, outlet, address and date where the page tells them.
        The text is what the page prints of the article, its headline first, paragraphs parted by a blank
        line; without navigation, advertisements and comments. It is "" where there is no article.

    Raises:
        MissingExtraError: The extra ``html`` is not installed.
        ArgumentValueError: Python knows no encoding of that name.
    """
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise MissingExtraError(
            f"a web page needs trafilatura: pip install 'quoteverify[html]' ({error})"
        ) from error

    # What is no character in HTML would end the page for the parser.
    page = decode(raw, encoding or _declared(raw)).replace("\0", "")
    tree = load_html(page)
    if tree is None:
        return {"text": ""}
    headlines = [" ".join(h1.text_content().split()) for h1 in tree.iter("h1")]
    _drop_advertisements(tree)
    _print_marks(tree)
    found = bare_extraction(
        tree,
        include_comments=False,
        include_links=links,
        with_metadata=True,
        # The day it was published, if the page says it: not one that stands somewhere in its text.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": None},
    )
    if found is None:
        return {"text": ""}
    body = _BETWEEN_QUOTED.sub(r"\1\n>\n", "\n\n".join(_lines(found.body)))
    text = _with_headline(body, found.title or "", headlines)
    saved_from = _SAVED_FROM.search(page[:_LOOKED_AT])
    facts = {
        "title": found.title,
        "outlet": found.sitename or found.hostname,
        "url": found.url or (saved_from and saved_from[1]),
        "published": found.date,
    }
    return {"text": text, **{name: fact for name, fact in facts.items() if fact}}


def _with_headline(text: str, title: str, headlines: list[str]) -> str:
    """The text of an article below the page's headline that is its title, unless it begins with it."""
    headline = next((h1 for h1 in headlines if h1 and title and (h1 in title or title in h1)), "")
    if not text or not headline or headline in text[: 2 * len(headline)]:
        return text
    return f"{headline}\n\n{text}"


def article_of_web_archive(raw: bytes, encoding: str | None = None, links: bool = False) -> dict[str, Any]:
    """Take the article from an MHTML file, into which Chrome and Edge save a page with all that it shows.

    Takes, returns and raises as ``article_of_page``.
    """
    message = email.message_from_bytes(raw, policy=email.policy.default)
    pages = (
        part.get_payload(decode=True) for part in message.walk() if part.get_content_type() == "text/html"
    )
    article = article_of_page(next((page for page in pages if isinstance(page, bytes)), b""), encoding, links)
    address = message.get("Snapshot-Content-Location")
    return {**({"url": str(address)} if address else {}), **article}


def _declared(raw: bytes) -> str | None:
    """The encoding that a page declares; None for UTF-8, Windows-1252 and its kin, which tell themselves."""
    declared = _DECLARED.search(raw[:_LOOKED_AT])
    if declared is None:
        return None
    name = declared[1].decode().lower()
    return None if name == "windows-1252" else {"gb2312": "gb18030", "shift_jis": "cp932"}.get(name, name)


def _drop_advertisements(tree: "HtmlElement") -> None:
    """Take advertisements out of a page."""
    most = _MOST_OF_AN_AD * len(tree.text_content())
    for element in list(tree.iter("div", "aside", "section", "figure", "ins", "p", "span", "li")):
        names = [*element.get("class", "").split(), element.get("id", "")]
        if any(map(_advertisement().fullmatch, names)) and len(element.text_content()) < most:
            element.drop_tree()


def _print_marks(tree: "HtmlElement") -> None:
    """Put marks around what stands in ``<q>``, as a browser prints it."""
    for element in list(tree.iter("q")):
        inner = any(above.tag == "q" for above in element.iterancestors())
        opening, closing = "‘’" if inner else "“”"
        element.text = opening + (element.text or "")
        element.tail = closing + (element.tail or "")
    for element in list(tree.iter("q")):
        element.drop_tag()


_QUOTED = "> "
"""What a line of a block quotation begins with."""
_BETWEEN_QUOTED = re.compile(rf"^({_QUOTED}.*)\n\n(?={_QUOTED})", re.MULTILINE)


def _lines(body: "HtmlElement") -> Iterator[str]:
    """What an extracted body prints, line by line."""
    line: list[str] = []
    start = ""
    for piece, before in _pieces(body):
        if piece is not None:
            line.append(piece)
            continue
        if text := " ".join("".join(line).split()):
            yield start + text
        line.clear()
        start = before


def _pieces(body: "HtmlElement") -> Iterator[tuple[str | None, str]]:
    """The text of an extracted body, None wherever a line ends; with what the next line begins with."""
    from lxml.etree import iterwalk

    lines = _names("line")
    quotations = 0
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag == "quote":
            quotations += 1 if event == "start" else -1
        if element.tag in lines:
            yield None, _QUOTED if quotations else ""
        address = element.get("target") if element.tag == "ref" else None
        if address:
            yield "[" if event == "start" else f"]({address})", ""
        if text := element.text if event == "start" else element.tail:
            yield text, ""
    yield None, ""
