"""What a draft cites for its quotations, held against where their words were found."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

import attrs

from quoteverify.models import Citation, CitationFinding, Document, Quote, Span, Verification

_ADDRESS = r"https?://[^\s()<>\"']{1,2000}"
_LINK = re.compile(
    rf"\[[^\[\]\n]{{0,400}}\]\(<?(?P<markdown>{_ADDRESS})>?(?:\s+\"[^\"\n]{{0,200}}\")?\)"
    rf"|<a\s[^<>]{{0,400}}?href\s*=\s*[\"']?(?P<html>{_ADDRESS})[\"']?[^<>]{{0,400}}>[^<]{{0,400}}</a\s*>",
    re.IGNORECASE,
)
_ANOTHER_SENTENCE = re.compile(r"[.!?]\s+[^\W\d_a-z]|\n\s*\n")
_REACH = 300
"""In code points: a guard, as no sentence goes on farther behind its quotation."""
_AS_GOOD = 0.95
"""The likeness, 0 to 1, from which another passage has the words of a claim as well: a letter apart."""


def links(text: str) -> list[tuple[Span, str]]:
    """The links of a text in Markdown or HTML, in order: where each stands and its address.

    >>> links("See [the Tide](https://tide.example/a) and <a href='http://b.example'>this</a>.")
    [(Span(start=4, end=38), 'https://tide.example/a'), (Span(start=43, end=78), 'http://b.example')]
    """
    return [(Span(*found.span()), found["markdown"] or found["html"]) for found in _LINK.finditer(text)]


def cited(document: Document) -> dict[str, Citation]:
    """What a draft cites for its quotations, by their ids: a link around one or behind it in its sentence."""
    found = links(document.text)
    starts = sorted(span.start for quote in document.quotes for span in quote.spans)
    return {
        quote.id: Citation(span=span, text=span.of(document.text), target=address)
        for quote in document.quotes
        for span, address in _of(quote, document.text, found, starts)
    }


def _of(
    quote: Quote, text: str, found: Iterable[tuple[Span, str]], starts: Sequence[int]
) -> Iterator[tuple[Span, str]]:
    """The link of a quote, if it has one."""
    end = quote.spans[-1].end
    following = next((start for start in starts if start > end), len(text))
    for span, address in found:
        around = span.start <= quote.spans[0].start and end <= span.end
        behind = end <= span.start < min(following, end + _REACH)
        if around or (behind and not _ANOTHER_SENTENCE.search(text, end + 1, span.start)):
            yield span, address
            return


def with_citation(found: Verification, citation: Citation | None, known: Mapping[str, str]) -> Verification:
    """A finding with what the draft cites for the quote.

    Args:
        found: What is said of the quote.
        citation: What the draft cites for it, or None.
        known: The ids of the sources that have an address, by that as `address` gives it.

    Returns:
        The same finding where nothing is cited or found; else with ``citation`` and how that stands to
        where the words are.
    """
    if citation is None or not found.passages:
        return found
    cited_id = known.get(address(citation.target))
    if cited_id is None:
        finding, rule = CitationFinding.NOT_GIVEN, "address_of_no_source"
    else:
        citation = attrs.evolve(citation, document_ids=(cited_id,), source=cited_id)
        others = [p.document_id for p in found.alternatives if p.similarity >= _AS_GOOD]
        if cited_id in (*(p.document_id for p in found.passages), *others):
            finding, rule = CitationFinding.AS_CITED, "address_of_its_source"
        else:
            finding, rule = CitationFinding.ELSEWHERE, "address_of_another_source"
    return attrs.evolve(found, citation=citation, citation_finding=finding, citation_rule=rule)


def address(url: str) -> str:
    """An address for comparison: without its scheme, "www.", fragment and last slash.

    >>> address("https://www.Tide.example/a/#top") == address("http://tide.example/a")
    True
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # odd brackets
        return url
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query
