"""What a claim reports in the sources, and the claim with what reporting changed put back."""

from collections.abc import Iterator

from quoteverify.collation.differences.retelling import PutBack, Retelling, edited
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.location import locate
from quoteverify.collation.verify.passages import claim_parts
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.models import Span
from quoteverify.text.layout.page import Page
from quoteverify.text.words import words

MOST_PLACES = 4
"""So many places are tried: a report's words stand in few, and the first is mostly it."""
FARTHEST = 600
"""In code points: how much of a paragraph about a place is looked at, a guard against texts without any."""


def put_back(index: SourceIndex, page: Page, *, asked: bool = False) -> PutBack:
    """Put back what reporting changed, by the place in the sources that a claim reports.

    Args:
        index: The sources.
        page: The claim.
        asked: Whether it is told to have been asked, so that its verb may stand before its subject.
    """
    claim = Claim(page.text, index.language)
    best: tuple[float, Retelling, int, Span] | None = None
    for number, around in _places(index, claim):
        source = words(around.of(index.documents[number].text))
        told = Retelling(claim.words, source, index.language, asked=asked)
        if best is None or told.weight > best[0]:
            best = (told.weight, told, number, around)
    if best is None:
        return PutBack(page)
    _, told, number, around = best
    return edited(page, told, index.documents[number].text, around)


def _places(index: SourceIndex, claim: Claim) -> Iterator[tuple[int, Span]]:
    """The paragraphs that a claim may report, each with the number of its document."""
    location = locate(index, claim)
    seen = set()
    for place in (*location.places, *location.others)[:MOST_PLACES]:
        (part, *_) = claim_parts(index, claim, [place], divided=False)
        text, extent = part.document.text, part.extent
        start = max(text.rfind("\n", 0, extent.start) + 1, extent.start - FARTHEST)
        end = text.find("\n", extent.end)
        end = min(len(text) if end < 0 else end, extent.end + FARTHEST)
        if (place.document, start) not in seen:
            seen.add((place.document, start))
            yield place.document, Span(start, end)
