"""HTML that cannot be broken from within: whatever is not ``Markup`` is escaped on its way in."""

import html
import re
from collections.abc import Iterable

# What HTML forbids or readers drop: controls other than white space, and halves of surrogate pairs.
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VOID = frozenset({"br", "meta"})


class Markup(str):
    """A piece of finished HTML. Only ``element`` and ``joined`` make one from foreign text."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """A text as HTML shows it, fit for content and for attributes.

    >>> escaped('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return Markup(html.escape(_UNFIT.sub("\ufffd", text)))


def joined(contents: Iterable[Markup | str | None], separator: str = "") -> Markup:
    """Contents one after the other, each escaped unless it is Markup; None is nothing."""
    parts = (c if isinstance(c, Markup) else escaped(c) for c in contents if c is not None)
    return Markup(escaped(separator).join(parts))


def element(name: str, /, *contents: Markup | str | None, **attributes: str | None) -> Markup:
    """An element of HTML.

    Args:
        name: The element's name.
        contents: What it holds: Markup as it is, anything else escaped, None nothing.
        attributes: Its attributes, ``class_`` for ``class``, ``data_n`` for ``data-n``; those that are
            None are left out.

    >>> element("q", "1 < 2", class_="odd", title=None)
    '<q class="odd">1 &lt; 2</q>'
    """
    opening = name + "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{opening}>")
    return Markup(f"<{opening}>{joined(contents)}</{name}>")


def label(words: str) -> Markup:
    """A letter or number before words of a text: for the eye, and not selected with them."""
    return element("b", f"{words}\xa0", class_="label")


def running(*contents: Markup | str | None) -> Markup:
    """A text as it was printed: its lines and spaces are kept even where a notebook takes the style away."""
    return element("div", *contents, class_="text", style=KEPT)


KEPT = "white-space:pre-wrap"
"""The one style that stands in the elements themselves."""
