"""Links to a place on a page: text fragments, https://wicg.github.io/scroll-to-text-fragment/.

A browser that follows such a link goes to the first place on the page that has the words, whatever
their case. Where the words stand elsewhere too, those right before and after, with no sign between, tell
which place is meant: so words are taken here with the marks and points that they are printed with.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote, urldefrag

from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.models import Document, Span

_WORD = re.compile(r"\S+")
_WHOLE = 300
"""Up to how many characters are given whole, as Chrome's own links do; of a longer place, its ends."""
_END = 5  # words at each end of a place that is not given whole
_MOST = 20  # words on each side: what they do not tell apart, no more will

Words = Sequence[tuple[int, int]]
"""Where each word of a text begins and ends."""


def text_fragment(document: Document, *spans: Span) -> str:
    """The address of a document's page, ending in directions to places on it.

    Args:
        document: A document with a ``url``; the spans are of its text.
        spans: The places: those of a ``Quote``, a ``Passage`` or any other. Each is widened to the white
            space around it, as browsers look for whole words only.

    Returns:
        The address: as it is where no span holds a word.

    Raises:
        ArgumentTypeError: ``document`` or a span is something else.
        ArgumentValueError: The document has no address.

    >>> page = Document(text="Boats sail. “We sail,” they say.", url="https://ledger.example/ferry")
    >>> text_fragment(page, Span(13, 20))
    'https://ledger.example/ferry#:~:text=%E2%80%9CWe%20sail%2C%E2%80%9D'
    """
    check_type("document", document, Document)
    for span in spans:
        check_type("span", span, Span)
    if not document.url:
        raise ArgumentValueError(f"document {document.id!r} has no url")
    words = [match.span() for match in _WORD.finditer(document.text)]
    directives = []
    for span in spans:
        inside = [i for i, (start, end) in enumerate(words) if start < span.end and span.start < end]
        if any(map(str.isalnum, span.of(document.text))):
            directives.append(f"text={_directive(document.text, words, inside[0], inside[-1] + 1)}")
    if not directives:
        return document.url
    address, fragment = urldefrag(document.url)
    return f"{address}#{fragment.partition(':~:')[0]}:~:{'&'.join(directives)}"


def _directive(text: str, words: Words, first: int, last: int) -> str:
    """How to find some words: ``[before-,]start[,end][,-after]``."""
    place = range(first, last)
    wanted = [place]
    if words[last - 1][1] - words[first][0] > _WHOLE or _line(text, words, place) != place:
        # Each direction is looked for in one block of the page.
        wanted = [_line(text, words, place[:_END]), _line(text, words, place[-_END:], backwards=True)]
        if wanted[0].stop > wanted[1].start:
            wanted = [range(first, first + 1), range(last - 1, last)]
    before = after = range(0)
    for reach in range(_MOST + 1):
        before = _line(text, words, range(max(0, first - reach), first), backwards=True)
        after = _line(text, words, range(last, min(len(words), last + reach)))
        if _leads_there(text, words, before, wanted, after):
            break
    directions = [_encoded(_printed(text, words, run)) for run in wanted]
    if before:
        directions.insert(0, f"{_encoded(_printed(text, words, before))}-")
    if after:
        directions.append(f"-{_encoded(_printed(text, words, after))}")
    return ",".join(directions)


def _line(text: str, words: Words, run: range, *, backwards: bool = False) -> range:
    """As much of a run of words as stands in one line, from its first or from its last word."""
    breaks = [i for i in run[1:] if "\n" in text[words[i - 1][1] : words[i][0]]]
    if not breaks:
        return run
    return range(breaks[-1], run.stop) if backwards else range(run.start, breaks[0])


def _leads_there(text: str, words: Words, before: range, wanted: Sequence[range], after: range) -> bool:
    """Whether the first place that a browser finds is the one meant."""
    page = _printed(text, words, range(len(words))).casefold()

    def place(word: int) -> int:
        return len(_printed(text, words, range(word)).casefold()) + bool(word)

    start, end = wanted[0], wanted[-1]
    stop = after.stop if after else end.stop
    if len(wanted) == 1:
        whole = range(before.start if before else start.start, stop)
        return _found(page, _printed(text, words, whole), 0) == place(whole.start)
    opening = range(before.start if before else start.start, start.stop)
    closing = range(end.start, stop)
    return _found(page, _printed(text, words, opening), 0) == place(opening.start) and _found(
        page, _printed(text, words, closing), place(start.stop)
    ) == place(closing.start)


def _found(page: str, words: str, begin: int) -> int:
    """Where some words first stand as whole words, in whatever case; -1 where they do not."""
    words = words.casefold()
    at = page.find(words, begin)
    while at >= 0 and (
        (words[0].isalnum() and page[at - 1 : at].isalnum())
        or (words[-1].isalnum() and page[at + len(words) : at + len(words) + 1].isalnum())
    ):
        at = page.find(words, at + 1)
    return at


def _printed(text: str, words: Words, run: range) -> str:
    """Words with the white space between them as a page shows it."""
    return " ".join([text[start:end] for start, end in words[run.start : run.stop]])


def _encoded(words: str) -> str:
    """Words, percent-encoded; the dash too, which has a meaning here."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
