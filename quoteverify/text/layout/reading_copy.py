"""The passes that make a reader's copy, in their order."""

import re
from collections.abc import Callable

from quoteverify.text.layout.furniture import without_line_numbers
from quoteverify.text.layout.lists import without_items
from quoteverify.text.layout.markdown import without_blocks, without_inline
from quoteverify.text.layout.page import Page, Pass
from quoteverify.text.layout.references import without_references
from quoteverify.text.layout.sheets import without_sheets
from quoteverify.text.layout.tables import without_tables
from quoteverify.text.layout.tags import without_tags
from quoteverify.text.layout.wraps import unwrapped

_PAGE_ENDS = re.compile(
    r"\n[ \t]*+(?:[^\w\s][ ]?)?(?:[^\W\d_]{1,6}\.?[ ])?[0-9]{1,4}"
    r"(?:[ ]?(?:/|[^\W\d_]{2,5})[ ]?[0-9]{1,4})?(?:[ ]?[^\w\s])?[ \t]*+(?:\r?\n|\Z)"
)
_LINE_WITH_GAP = r"\n(?:[^\n]{16,80}?(?<![ ])[ ]{2,}+|[ ]{16,}+)[^\s][^\n]*+"
_COLUMNS = re.compile(_LINE_WITH_GAP * 2)


def _may_be_printed(text: str) -> bool:
    """Whether a text may be out of printed pages: a page seems to end, or two lines have a gap."""
    if "\f" in text or _PAGE_ENDS.search(text) is not None:
        return True
    return "  " in text and _COLUMNS.search(text) is not None


PASSES: tuple[tuple[Pass, Callable[[str], object]], ...] = (
    (without_sheets, _may_be_printed),
    (without_tags, re.compile(r"<[a-zA-Z/!]|&[a-zA-Z#]").search),
    (
        without_blocks,
        re.compile(r"\n(?:[ >]{0,8}(?:#|```|~~~)|[ ]{0,3}(?:[*_-][ \t]?){3}|\+\+\+|={3})").search,
    ),
    (without_tables, re.compile(r"\n[ ]{0,3}(?:\|[ ]*:?-|:?-+:?[ ]*\|)").search),
    (
        without_line_numbers,
        re.compile(
            r"[\n05](?:(?<=\n)[ \t]{0,8}(?:[0-9]{1,2}:[0-9:]{2,5}[ \t]+)?[0-9]{1,4}(?:[ \t]|\r?\n)"
            r"|(?<=[05])(?:(?<=[ \t]{2}.)|(?<=[ \t]{2}[0-9].)|(?<=[ \t]{2}[0-9]{2}.))[ \t]*\r?\n)"
        ).search,
    ),
    (unwrapped, re.compile(r"\n(?:[>|]|(?<=[^\n]\n)[^\n])|\r").search),
    (without_inline, re.compile(r"[*_`\\~\]<](?:(?<=[*_`\\])|(?<=~)~|(?<=\])[(\[]|(?<=<)[hm])").search),
    (without_items, re.compile(r"\n[ \t]{0,12}(?:[-*+•‣◦▪·]|\(?[0-9a-zA-Z]{1,3}[.)])[ \t]").search),
    (
        without_references,
        re.compile(
            r"[¹²³⁰⁴-⁹【\[,;.?!/](?:(?<=[¹²³⁰⁴-⁹【])|(?<=\[)[\d^]|(?<=[,;.?!])\d{1,3}\s"
            r"|(?<=t\.co/)|(?<=twitter\.com/))"
        ).search,
    ),
)
"""What is seen through, in order, each with what finds a sign of all texts that need it.

A line break is put before the text for it. Each sign that is looked for opens with one character of a
few, which are quickly looked for in a text that has none.
"""


# One of these, or a mark with a figure behind it, where the number of a note may stand. It is one search, as
# every text is looked through.
_SIGN = re.compile(r"[<&\f\r\n*_`\\~\]\[¹²³⁰⁴-⁹【/,;.?!](?:(?<![,;.?!])|\d)")
_OPENS_LINE = re.compile(
    r"[^\w\"'“”‘’«»„]|[0-9a-zA-Z]{1,3}+[.)]|(?:[^\w\s][ ]?+)?+(?:[^\W\d_]{1,6}+\.?+[ ])?+[0-9]"
)


def may_need_passes(text: str) -> bool:
    """Whether a text may have one of all these signs: a quick look, which finds none in most short texts.

    >>> may_need_passes("We sail at noon."), may_need_passes("We sail at **noon**.")
    (False, True)
    """
    return _SIGN.search(text) is not None or _OPENS_LINE.match(text) is not None


def page_of(text: str) -> Page:
    r"""The reader's copy of a text.

    Args:
        text: Any text.

    >>> page_of("“We sail at noon if the wind\nholds,” said **Vale**.").text
    '“We sail at noon if the wind holds,” said Vale.'
    """
    page = Page(text, text)
    if not may_need_passes(text):
        return page
    behind_break = f"\n{text}"
    for seen, sign in PASSES:
        if sign(behind_break):
            page = seen(page)
            behind_break = f"\n{page.text}"
    return page
