"""Utterances that no mark closes: over paragraphs, and where a paragraph break or a closing mark was lost.

A paragraph that leaves a mark open is one of three things: a paragraph of an utterance that the
next one opens again, a line broken in the middle of an utterance, or a lost closing mark.
"""

import bisect
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteverify.models import Span
from quoteverify.reading.marks.directions import Mark

_STOPS = ".!?…"
_CLOSING = ",.!?"

_LONGEST_INSERTION = 80
"""In code points: a heading, caption or line of page furniture that breaks an utterance is seldom longer."""

_MOST_BETWEEN = 12
"""How many lines without a mark may stand between an opening mark and what takes it up."""


@attrs.define
class Marked:
    """An opening mark, where what it opens ends, and the mark that closes it if one does."""

    opening: Mark
    end: int
    closing: Mark | None
    paragraph: int
    continues: bool = False


@attrs.frozen
class Paragraph:
    """One paragraph's marks, after those that pair have been paired.

    Attributes:
        index: Which paragraph it is.
        place: Where it stands.
        marks: Its marks.
        pairs: The index of the closing mark for that of the opening one.
        open: The indices of the opening marks that nothing closes, in order.
        strays: The closing marks that close nothing.
    """

    index: int
    place: Span
    marks: Sequence[Mark]
    pairs: dict[int, int]
    open: Sequence[int]
    strays: Sequence[Mark]


def within(text: str, paragraph: Paragraph) -> tuple[list[Marked], Marked | None]:
    """What the marks of one paragraph hold, and what is still open where it ends."""
    marks, index = paragraph.marks, paragraph.index
    found = {i: Marked(marks[i], marks[j].start, marks[j], index) for i, j in paragraph.pairs.items()}
    if not paragraph.open:
        return [found[i] for i in sorted(found)], None
    following = _following(marks)
    singles = [m for m in paragraph.strays if m.family == "single" and text[m.start - 1] in _CLOSING]
    still_open = {
        i for i in paragraph.open if _can_stay_open(text, marks[i], paragraph.place, following[i] is None)
    }
    left: Marked | None = None
    continuing = set()
    for i in paragraph.open:
        if i not in still_open:
            continue
        n = following[i]
        # “We sail,' said Vale: a lone single mark ends what a double one opened.
        after = bisect.bisect_left(singles, marks[i].end, key=_start)
        lone = singles[after] if after < len(singles) else None
        if lone and marks[i].family != "single" and (n is None or lone.start < marks[n].start):
            found[i] = Marked(marks[i], lone.start, lone, index, i in continuing)
        elif n is None or (i == 0 and _frames(text, paragraph)):
            left = left or Marked(marks[i], paragraph.place.end, None, index, i in continuing)
        elif n in found or n in still_open:
            if _opens_again(text, marks[i], marks[n]):
                end = marks[n].start - _blanks_before(text, marks[n].start)
                found[i] = Marked(marks[i], end, None, index, i in continuing)
                continuing.add(n)
            elif n in still_open and _closes_askew(text, marks[n]):
                found[i] = Marked(marks[i], marks[n].start, marks[n], index, i in continuing)
                still_open.discard(n)
            elif n in found and marks[i].start == paragraph.place.start:
                left = left or Marked(marks[i], paragraph.place.end, None, index)
    for i in continuing & found.keys():
        found[i].continues = True
    return [found[i] for i in sorted(found)], left


def across(text: str, places: Sequence[Span], paragraphs: Iterable[Paragraph]) -> Iterator[Marked]:
    """What the marks of all paragraphs hold, an utterance left open in one taken up in another.

    Args:
        text: The text.
        places: Where all its paragraphs stand.
        paragraphs: Those that have marks, in order.
    """
    waiting: Marked | None = None
    for paragraph in paragraphs:
        found, left = within(text, paragraph)
        if waiting:
            between = places[waiting.paragraph + 1 : paragraph.index][: _MOST_BETWEEN + 1]
            first = next((m for m in paragraph.marks if m.family == waiting.opening.family), None)
            again = next((m for m in (*found[:1], left) if m and m.opening is first), None)
            if len(between) > _MOST_BETWEEN:
                pass
            elif first and first in paragraph.strays:
                waiting.end, waiting.closing = first.start, first
                yield waiting
            elif (
                first
                and again
                and first.start == paragraph.place.start
                and all(_breaks_off(text, p) for p in between)
            ):
                again.continues = True
                yield waiting
            elif _runs_out(text, waiting, places[waiting.paragraph]):
                yield waiting
        yield from found
        waiting = left
    if waiting and _runs_out(text, waiting, places[waiting.paragraph]):
        yield waiting


def _runs_out(text: str, waiting: Marked, place: Span) -> bool:
    """Whether an utterance that nothing takes up or closes ends with its paragraph, its mark forgotten there.

    It begins as one does, and the paragraph ends as sentences do.
    """
    opening = waiting.opening
    before = text[max(0, opening.start - _blanks_before(text, opening.start) - 1)]
    first = text[opening.end : opening.end + 1]
    begins = waiting.continues or opening.start == place.start or before in ",:"
    whole = (first.isupper() or first.isdigit()) and text[place.end - 1] in _STOPS
    return begins and whole and opening.family != "single"


def _can_stay_open(text: str, mark: Mark, place: Span, last: bool) -> bool:
    """Whether an unclosed mark is surely one; an unclosed ' is mostly an apostrophe.

    ``last``: whether no other of its family follows in the paragraph.
    """
    if mark.family != "single":
        return True
    before = text[mark.start - 1 - _blanks_before(text, mark.start)]
    begins = mark.start == place.start or before in ",:" or (last and before in _STOPS)
    return begins and not mark.doubtful


def _frames(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph's first mark opens it and stands around the others, which are of other shapes."""
    opening = paragraph.marks[0]
    glyph = text[opening.start : opening.end]
    return opening.start == paragraph.place.start and all(
        text[mark.start : mark.end] != glyph for mark in paragraph.marks[1:]
    )


def _start(mark: Mark) -> int:
    return mark.start


def _following(marks: Sequence[Mark]) -> list[int | None]:
    """For each mark, the index of the next of its family."""
    nearest: dict[str, int] = {}
    following: list[int | None] = [None] * len(marks)
    for i in range(len(marks) - 1, -1, -1):
        following[i] = nearest.get(marks[i].family)
        nearest[marks[i].family] = i
    return following


def _blanks_before(text: str, place: int) -> int:
    """How many white-space characters stand right before a place."""
    i = place
    while i and text[i - 1].isspace():
        i -= 1
    return place - i


def _opens_again(text: str, opening: Mark, mark: Mark) -> bool:
    """Whether a mark opens, in the same line, the next paragraph of what ``opening`` opened.

    The last paragraph ends as sentences do, and began as an utterance does: a fragment has lost its mark.
    """
    before = text[max(0, opening.start - _blanks_before(text, opening.start) - 1)]
    begins = before in ",:" or not text[opening.end : opening.end + 1].islower()
    blanks = _blanks_before(text, mark.start)
    ends = blanks > 0 and text[max(0, mark.start - blanks - 1)] in _STOPS
    return begins and ends and not text[mark.end : mark.end + 1].islower()


def _closes_askew(text: str, mark: Mark) -> bool:
    """Whether a mark that seems to open closes what stands before it, the space being on the wrong side."""
    last = text[max(0, mark.start - _blanks_before(text, mark.start) - 1)]
    return (last == "," or last in _STOPS) and text[mark.end : mark.end + 1].islower()


def _breaks_off(text: str, place: Span) -> bool:
    """Whether a line may stand between two paragraphs of one utterance: page furniture, a caption."""
    return len(place) <= _LONGEST_INSERTION or text[place.end - 1] not in _STOPS
