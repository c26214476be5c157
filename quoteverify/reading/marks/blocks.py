"""Block quotations among the marked spans: set apart by mail, Markdown or HTML, and without marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from quoteverify.models import Marks, Span
from quoteverify.reading.marks.pairing import MarkedSpan

_SIGNATURE = re.compile(r"[-–—―~]{1,2}\s*[^\W\d_a-z][^.!?\n]{1,80}$")
UNMARKED = Marks("", "")
"""What stands around a block quotation."""


def is_block(marked: MarkedSpan) -> bool:
    """Whether a span is a block quotation, which no marks stand around."""
    return marked.marks == UNMARKED


def with_blocks(
    text: str, marked: Sequence[MarkedSpan], blocks: Sequence[Span], places: Sequence[Span]
) -> tuple[MarkedSpan, ...]:
    """The marked spans with the block quotations among them, what is inside of one a level deeper.

    A block that holds marks and that nothing introduces is read like any other paragraph.

    Args:
        text: The text.
        marked: What stands between marks, in order.
        blocks: The block quotations, in order and apart.
        places: The paragraphs of the text.
    """
    if not blocks:
        return tuple(marked)
    starts = [m.outer.start for m in marked]
    paragraphs = [place.start for place in places]
    deeper: set[int] = set()
    found = []
    for block in blocks:
        inside = range(bisect_left(starts, block.start), bisect_left(starts, block.end))
        first = bisect_left(paragraphs, block.start)
        last = _last(text, places, first, bisect_right(paragraphs, block.end - 1) - 1)
        if first <= last:
            whole = Span(places[first].start, places[last].end)
            if not inside or _holds(text, whole, places[:first][-1:], [marked[i] for i in inside]):
                deeper.update(inside)
                found.append(MarkedSpan(span=whole, outer=whole, marks=UNMARKED, depth=0, paragraph=first))
    lowered = [attrs.evolve(m, depth=m.depth + 1) if i in deeper else m for i, m in enumerate(marked)]
    return tuple(sorted([*lowered, *found], key=lambda m: (m.outer.start, -m.outer.end)))


def _last(text: str, places: Sequence[Span], first: int, last: int) -> int:
    """The last paragraph of a block that is no signature below it."""
    return last - 1 if first < last and _SIGNATURE.match(places[last].of(text)) else last


def _holds(text: str, whole: Span, before: Sequence[Span], inside: Sequence[MarkedSpan]) -> bool:
    """Whether what stands between marks in a block is quoted by it: it is introduced and begins otherwise."""
    introduced = any(place.of(text).endswith(":") for place in before)
    begins = inside[0].outer.start == whole.start
    return introduced and not begins and all(m.outer.end <= whole.end for m in inside)
