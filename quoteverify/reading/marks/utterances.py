"""Utterances that no mark closes: over paragraphs, and where a paragraph break or a closing mark was lost.

A paragraph that leaves a mark open is one of three things: a paragraph of an utterance that the
next one opens again, a line broken in the middle of an utterance, or a lost closing mark.
"""

import bisect
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteverify.models import Span
from quoteverify.reading.marks.directions import SINGLE, Mark

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
    marks = paragraph.marks
    found = {
        i: Marked(marks[i], marks[j].start, marks[j], paragraph.index) for i, j in paragraph.pairs.items()
    }
    left = None
    if paragraph.open:
        unclosed = _Unclosed(text, paragraph, found)
        unclosed.look_again()
        left = unclosed.left
    return [found[i] for i in sorted(found)], left


class _Unclosed:
    """The opening marks of a paragraph that nothing closes, looked at again.

    Attributes:
        found: What its marks hold, by the index of the opening one; what is told of more is entered.
        left: What is still open where the paragraph ends.
    """

    def __init__(self, text: str, paragraph: Paragraph, found: dict[int, Marked]) -> None:
        self.text = text
        self.paragraph = paragraph
        self.found = found
        self.left: Marked | None = None
        self._following = _following(paragraph.marks)
        self._singles = [
            mark for mark in paragraph.strays if mark.family == SINGLE and text[mark.start - 1] in _CLOSING
        ]
        self._open = {
            i
            for i in paragraph.open
            if _can_stay_open(text, paragraph.marks[i], paragraph.place, self._following[i] is None)
        }
        self._continuing: set[int] = set()

    def look_again(self) -> None:
        """Tell of each mark in order what it opens."""
        for i in self.paragraph.open:
            if i in self._open:
                self._look_at(i)
        for i in self._continuing & self.found.keys():
            self.found[i].continues = True

    def _look_at(self, i: int) -> None:
        """Tell of one mark what it opens."""
        following, lone = self._following[i], self._lone_single_after(i)
        if lone is not None:
            self._close(i, lone.start, lone)
        elif following is None or (i == 0 and _frames(self.text, self.paragraph)):
            self._leave_open(i)
        elif following in self.found or following in self._open:
            self._close_at(i, following)

    def _lone_single_after(self, i: int) -> Mark | None:
        """A lone single mark that ends what a double one opened: “We sail,' said Vale."""
        mark, following = self.paragraph.marks[i], self._following[i]
        if mark.family == SINGLE:
            return None
        after = bisect.bisect_left(self._singles, mark.end, key=_start)
        lone = self._singles[after] if after < len(self._singles) else None
        if lone is None or following is None or lone.start < self.paragraph.marks[following].start:
            return lone
        return None

    def _close_at(self, i: int, following: int) -> None:
        """End what a mark opens at the next one of its family, where that shows that it does."""
        mark, after = self.paragraph.marks[i], self.paragraph.marks[following]
        if _opens_again(self.text, mark, after):
            self._close(i, after.start - _blanks_before(self.text, after.start), None)
            self._continuing.add(following)
        elif following in self._open:
            if _closes_askew(self.text, after):
                self._close(i, after.start, after)
                self._open.discard(following)
        elif mark.start == self.paragraph.place.start:
            self._leave_open(i)

    def _close(self, i: int, end: int, closing: Mark | None) -> None:
        self.found[i] = Marked(
            self.paragraph.marks[i], end, closing, self.paragraph.index, i in self._continuing
        )

    def _leave_open(self, i: int) -> None:
        """Leave what a mark opens open where the paragraph ends; the first that is left so is."""
        mark, end = self.paragraph.marks[i], self.paragraph.place.end
        self.left = self.left or Marked(mark, end, None, self.paragraph.index, i in self._continuing)


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
        if waiting and _ends(text, waiting, paragraph, (*found[:1], left), places):
            yield waiting
        yield from found
        waiting = left
    if waiting and _runs_out(text, waiting, places[waiting.paragraph]):
        yield waiting


def _ends(
    text: str,
    waiting: Marked,
    paragraph: Paragraph,
    opened: Sequence[Marked | None],
    places: Sequence[Span],
) -> bool:
    """Whether what an earlier paragraph left open holds words of its own: closed here, taken up, or run out.

    ``opened``: what the paragraph's first mark may have opened.
    """
    between = places[waiting.paragraph + 1 : paragraph.index][: _MOST_BETWEEN + 1]
    if len(between) > _MOST_BETWEEN:
        return False
    first = next((mark for mark in paragraph.marks if mark.family == waiting.opening.family), None)
    if first and first in paragraph.strays:
        waiting.end, waiting.closing = first.start, first
        return True
    again = next((marked for marked in opened if marked and marked.opening is first), None)
    at_start = first is not None and first.start == paragraph.place.start
    if again and at_start and all(_breaks_off(text, place) for place in between):
        again.continues = True
        return True
    return _runs_out(text, waiting, places[waiting.paragraph])


def _runs_out(text: str, waiting: Marked, place: Span) -> bool:
    """Whether an utterance that nothing takes up or closes ends with its paragraph, its mark forgotten there.

    It begins as one does, and the paragraph ends as sentences do.
    """
    opening = waiting.opening
    before = text[max(0, opening.start - _blanks_before(text, opening.start) - 1)]
    first = text[opening.end : opening.end + 1]
    begins = waiting.continues or opening.start == place.start or before in ",:"
    goes_on = before == "," and first.islower()  # “We sail,” she said, “at noon.
    whole = (first.isupper() or first.isdigit() or goes_on) and text[place.end - 1] in _STOPS
    return begins and whole and opening.family != SINGLE


def _can_stay_open(text: str, mark: Mark, place: Span, last: bool) -> bool:
    """Whether an unclosed mark is surely one; an unclosed ' is mostly an apostrophe.

    ``last``: whether no other of its family follows in the paragraph.
    """
    if mark.family != SINGLE:
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
