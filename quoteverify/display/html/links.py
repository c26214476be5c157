"""Links out of a view: to a document's page, and to the very place on it."""

from collections.abc import Sequence

from quoteverify.display.html.markup import Markup, element, escaped
from quoteverify.exchange.linked import address
from quoteverify.exchange.moments import passage_link, place_link
from quoteverify.models import Document, Passage, Span


def to_page(document: Document) -> Markup | None:
    """A document's address: a link if it is one of the web, as any other could run a script on a click."""
    if document.url is None:
        return None
    return element("a", document.url, href=document.url) if address(document) else escaped(document.url)


def to_place(words: str, document: Document, spans: Sequence[Span]) -> Markup:
    """Words that lead to a place on a document's page, or to its moment; the words alone without an address.

    >>> page = Document(text="We sail.", url="https://ledger.example")
    >>> to_place("Ledger", page, [Span(0, 7)])
    '<a href="https://ledger.example#:~:text=We%20sail." class="out" title="see it on the page">Ledger</a>'
    """
    return _link(words, place_link(document, *spans)) if address(document) else escaped(words)


def to_passage(words: str, passage: Passage) -> Markup:
    """Words that lead to where a passage stands on its page; the words alone where it has no address."""
    return _link(words, passage_link(passage)) if address(passage) else escaped(words)


def _link(words: str, href: str) -> Markup:
    return element("a", words, href=href, class_="out", title="see it on the page")
