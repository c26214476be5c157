"""Links to a place on a page: text fragments, https://wicg.github.io/scroll-to-text-fragment/.

A browser that follows such a link goes to the first place on the page that has the words, whatever
their case. Where the words stand elsewhere too, those right before and after, with no sign between, tell
which place is meant: so words are taken here with the marks and points that they are printed with.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from urllib.parse import quote

from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.models import Document, Passage, Span

_WORD = re.compile(r"\S+")
_WHOLE = 300
"""Up to how many characters are given whole, as Chrome's own links do; of a longer place, its ends."""
_END = 5
"""Words at each end of a place that is not given whole; where these stand elsewhere too, words beside it
are added."""
_REACHES = (0, 1, 2, 3, 5, 8, 13, 20)
"""How many words on each side are tried, in turn. A guard against pages of one phrase: more would make no
end of it."""
_UNSEEN = 3
"""Words on each side where the rest of the page is not known: as many as Chrome's own links begin with."""


class _Page:
    """A text as a page shows it: words with one space between, whatever their case."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [match.span() for match in _WORD.finditer(text)]
        folded = [text[start:end].casefold() for start, end in self.words]
        self.folded = " ".join(folded)
        self._begins = [0, *accumulate(len(word) + 1 for word in folded)]

    def begin(self, word: int) -> int:
        """Where a word begins in ``folded``."""
        return self._begins[word]

    def inside(self, span: Span) -> range:
        """The words that a place has a part of."""
        first = bisect_right(self.words, span.start, key=lambda word: word[1])
        return range(first, bisect_left(self.words, span.end, key=lambda word: word[0]))

    def printed(self, run: range) -> str:
        """Words with the white space between them as a page shows it."""
        return " ".join([self.text[start:end] for start, end in self.words[run.start : run.stop]])


# A document’s quotes are linked to one after the other; those of a comparison are of many documents in turn.
_page = lru_cache(maxsize=64)(_Page)


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
    return _directed(document.url, document.text, spans)


def passage_fragment(passage: Passage) -> str:
    """The address of the page that a passage is from, ending in directions to its place there.

    Args:
        passage: A passage with a ``url``. Of the page's text only its ``excerpt`` is known, so the words
            beside the passage are given too.

    Returns:
        The address: as it is where the passage holds no word.

    Raises:
        ArgumentTypeError: ``passage`` is something else.
        ArgumentValueError: The passage has no address.

    >>> page = Document(text="Boats sail. “We sail,” they say.", url="https://ledger.example/ferry")
    >>> from quoteverify import verify
    >>> passage_fragment(verify("we sail", page).passages[0])
    'https://ledger.example/ferry#:~:text=Boats%20sail.-,%E2%80%9CWe%20sail%2C%E2%80%9D,-they%20say.'
    """
    check_type("passage", passage, Passage)
    if not passage.url:
        raise ArgumentValueError(f"the passage of document {passage.document_id!r} has no url")
    if not passage.excerpt:
        return _directed(passage.url, passage.text, [Span(0, len(passage.text))])
    start = passage.excerpt_start
    spans = [Span(span.start - start, span.end - start) for span in passage.spans if span.start >= start]
    return _directed(passage.url, passage.excerpt, spans, _UNSEEN)


def _directed(url: str, text: str, spans: Iterable[Span], beside: int = 0) -> str:
    """An address with directions to some places of a page's text, with some words beside them at least."""
    page = _page(text)
    directives = [
        f"text={_directive(page, page.inside(span), beside)}"
        for span in spans
        if any(map(str.isalnum, span.of(text)))
    ]
    if not directives:
        return url
    address, _, fragment = url.partition("#")
    return f"{address}#{fragment.partition(':~:')[0]}:~:{'&'.join(directives)}"


def _directive(page: _Page, place: range, beside: int) -> str:
    """How to find some words: ``[before-,]start[,end][,-after]``."""
    words, first, last = page.words, place.start, place.stop
    wanted = [place]
    if words[last - 1][1] - words[first][0] > _WHOLE or _line(page, place) != place:
        # Each direction is looked for in one block of the page.
        wanted = [_line(page, place[:_END]), _line(page, place[-_END:], backwards=True)]
        if wanted[0].stop > wanted[1].start:
            wanted = [range(first, first + 1), range(last - 1, last)]
    before = after = range(0)
    for reach in _REACHES[bisect_left(_REACHES, beside) :]:
        before = _line(page, range(max(0, first - reach), first), backwards=True)
        after = _line(page, range(last, min(len(words), last + reach)))
        if _leads_there(page, before, wanted, after):
            break
    directions = [_encoded(page.printed(run)) for run in wanted]
    if before:
        directions.insert(0, f"{_encoded(page.printed(before))}-")
    if after:
        directions.append(f"-{_encoded(page.printed(after))}")
    return ",".join(directions)


def _line(page: _Page, run: range, *, backwards: bool = False) -> range:
    """As much of a run of words as stands in one line, from its first or from its last word."""
    words = page.words
    breaks = [i for i in run[1:] if "\n" in page.text[words[i - 1][1] : words[i][0]]]
    if not breaks:
        return run
    return range(breaks[-1], run.stop) if backwards else range(run.start, breaks[0])


def _leads_there(page: _Page, before: range, wanted: Sequence[range], after: range) -> bool:
    """Whether the first place that a browser finds is the one meant."""
    start, end = wanted[0], wanted[-1]
    stop = after.stop if after else end.stop
    if len(wanted) == 1:
        whole = range(before.start if before else start.start, stop)
        return _found(page, whole, 0) == page.begin(whole.start)
    opening = range(before.start if before else start.start, start.stop)
    closing = range(end.start, stop)
    return _found(page, opening, 0) == page.begin(opening.start) and _found(
        page, closing, page.begin(start.stop)
    ) == page.begin(closing.start)


def _found(page: _Page, run: range, begin: int) -> int:
    """Where the words of a run first stand as whole words, in whatever case; -1 where they do not."""
    words, folded = page.printed(run).casefold(), page.folded
    at = folded.find(words, begin)
    while at >= 0 and (
        (words[0].isalnum() and folded[at - 1 : at].isalnum())
        or (words[-1].isalnum() and folded[at + len(words) : at + len(words) + 1].isalnum())
    ):
        at = folded.find(words, at + 1)
    return at


def _encoded(words: str) -> str:
    """Words, percent-encoded; the dash too, which has a meaning here."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
