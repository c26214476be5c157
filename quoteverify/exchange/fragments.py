"""Links to a place on a page: text fragments, https://wicg.github.io/scroll-to-text-fragment/.

A browser that follows such a link goes to the first place on the page that has the words, whatever
their case. Where the words stand elsewhere too, those before and after tell which place is meant.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote, urldefrag

from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.models import Document, Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
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
        spans: The places: those of a ``Quote``, a ``Passage`` or any other. Each is widened to whole words,
            as browsers look for nothing less.

    Returns:
        The address: as it is where no span holds a word.

    Raises:
        ArgumentTypeError: ``document`` or a span is something else.
        ArgumentValueError: The document has no address.

    >>> page = Document(text="Boats sail. “We sail,” they say.", url="https://ledger.example/ferry")
    >>> text_fragment(page, Span(13, 20))
    'https://ledger.example/ferry#:~:text=We%20sail'
    >>> text_fragment(page, Span(16, 20))
    'https://ledger.example/ferry#:~:text=We-,sail,-they'
    """
    check_type("document", document, Document)
    for span in spans:
        check_type("span", span, Span)
    if not document.url:
        raise ArgumentValueError(f"document {document.id!r} has no url")
    words = [match.span() for match in _WORD.finditer(document.text)]
    forms = [document.text[start:end].casefold() for start, end in words]
    directives = []
    for span in spans:
        inside = [i for i, (start, end) in enumerate(words) if start < span.end and span.start < end]
        if inside:
            directives.append(f"text={_directive(document.text, words, forms, inside[0], inside[-1] + 1)}")
    if not directives:
        return document.url
    address, fragment = urldefrag(document.url)
    return f"{address}#{fragment.partition(':~:')[0]}:~:{'&'.join(directives)}"


def _directive(text: str, words: Words, forms: list[str], first: int, last: int) -> str:
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
        if _is_first(forms, before, wanted, after):
            break
    shown = [_encoded(text, words, run) for run in wanted]
    if before:
        shown.insert(0, f"{_encoded(text, words, before)}-")
    if after:
        shown.append(f"-{_encoded(text, words, after)}")
    return ",".join(shown)


def _line(text: str, words: Words, run: range, *, backwards: bool = False) -> range:
    """As much of a run of words as stands in one line, from its first or from its last word."""
    breaks = [i for i in run[1:] if "\n" in text[words[i - 1][1] : words[i][0]]]
    if not breaks:
        return run
    return range(breaks[-1], run.stop) if backwards else range(run.start, breaks[0])


def _is_first(forms: list[str], before: range, wanted: Sequence[range], after: range) -> bool:
    """Whether a browser that is given these words takes the place they are from."""
    lead, start, tail = ([forms[i] for i in run] for run in (before, wanted[0], after))
    end = [forms[i] for run in wanted[1:] for i in run]
    for begin in range(len(lead), len(forms)):
        stop = begin + len(start)
        if forms[begin:stop] != start or forms[begin - len(lead) : begin] != lead:
            continue
        if end:
            while stop < len(forms) and forms[stop : stop + len(end) + len(tail)] != end + tail:
                stop += 1
        elif forms[stop : stop + len(tail)] != tail:
            continue
        return begin == wanted[0].start and stop + len(end) == wanted[-1].stop
    return False


def _encoded(text: str, words: Words, run: range) -> str:
    """Words as printed, percent-encoded; the dash too, which has a meaning here."""
    printed = " ".join(text[words[run.start][0] : words[run.stop - 1][1]].split())
    return quote(printed, safe="", errors="replace").replace("-", "%2D")
