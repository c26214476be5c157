"""HTML as a reader of HTML takes it."""

import re
from html.parser import HTMLParser

# All that the views are made of.
TAGS = {
    "div", "style", "header", "main", "article", "section", "aside", "figure", "figcaption", "blockquote",
    "p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "a", "b", "strong", "q", "cite", "small",
    "span", "mark", "ins", "del", "time", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
    "sup", "i", "u", "form", "label", "select", "option", "button",
}  # fmt: skip
ATTRIBUTES = {"class", "title", "id", "href", "datetime", "scope", "value", "open", "style",
    "hidden", "role", "type", "aria-hidden", "aria-label", "data-c", "data-o", "data-s",
}  # fmt: skip


class Seen(HTMLParser):
    """Every tag, attribute and run of text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def text_of(html: str) -> str:
    """What a view says, without the numbers beside the words."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", re.sub(r"(<b>‸</b>)?<sup.*?</sup>", "", html)))
