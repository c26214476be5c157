"""Quotation marks to marked spans: which opening mark goes with which closing one.

Marks pair within a paragraph, so that a stray one costs one quotation and not the document. What
a paragraph leaves open is looked at again: it may run to the paragraph's end and on in the next,
open again in the same line where a paragraph break was lost, or have lost its closing mark.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteverify.models import Marks, Span
from quoteverify.reading.facing import Facing, Mark, facing_marks
from quoteverify.text.language import LanguageProfile


@attrs.frozen(kw_only=True)
class MarkedSpan:
    """What stands between one pair of marks, or after an opening mark that a paragraph's end leaves open.

    Attributes:
        span: The inside: every character between the marks.
        outer: The same with the marks that are there.
        marks: The marks, "" where there is none.
        depth: 0 for the outermost, 1 for a quotation inside a quotation, and so on.
        paragraph: The index, among `paragraphs`, of the one it opens in.
        continues: Whether it re-opens the utterance that an earlier paragraph left unclosed.
    """

    span: Span
    outer: Span
    marks: Marks
    depth: int
    paragraph: int
    continues: bool = False


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The runs between line breaks, without the white space at their ends; blank ones are left out.

    >>> paragraphs("One.\n\n  Two.\r\n")
    (Span(start=0, end=4), Span(start=8, end=12))
    """
    found = []
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = offset + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(body)))
        offset += len(line)
    return tuple(found)


def marked_spans(text: str, profile: LanguageProfile) -> tuple[MarkedSpan, ...]:
    """Everything that stands between quotation marks, in order of its start.

    Args:
        text: Any text.
        profile: The language, whose marks and apostrophes are looked for.

    >>> from quoteverify.text.language import profile
    >>> text = "“They'll 'see',\\" she said."
    >>> [(marked.depth, marked.span.of(text)) for marked in marked_spans(text, profile("en"))]
    [(0, "They'll 'see',"), (1, 'see')]
    """
    places = paragraphs(text)
    marks = [list(facing_marks(text, place.start, place.end, profile)) for place in places]
    found: list[_Found] = []
    waiting: _Found | None = None
    for index, (place, here) in enumerate(zip(places, marks, strict=True)):
        following = marks[index + 1][0] if index + 1 < len(places) and marks[index + 1] else None
        goes_on = bool(
            following and following.start == places[index + 1].start and following.facing is Facing.OPENS
        )
        read = (
            _read(text, place, index, here, following.family if following and goes_on else None)
            if here
            else _EMPTY
        )
        if waiting:
            if _runs_on(read, waiting):
                waiting.end, waiting.closing = read.strays[0].start, read.strays[0]
                found.append(waiting)
                waiting = None
            elif (
                read.found
                and read.found[0].opening.start == place.start
                and read.found[0].opening.family == waiting.opening.family
            ):
                read.found[0].continues = True
                found.append(waiting)
                waiting = None
            elif (
                read.left
                and read.left.opening.start == place.start
                and read.left.opening.family == waiting.opening.family
            ):
                read.left.continues = True
                found.append(waiting)
                waiting = None
            elif here or not _interrupts(text, place):
                waiting = None
        found += read.found
        waiting = read.left or waiting
    return tuple(_with_depths(text, found))


@attrs.define
class _Found:
    """An opening mark, where what it opens ends, and the mark that closes it if one does."""

    opening: Mark
    end: int
    closing: Mark | None
    paragraph: int
    continues: bool = False


@attrs.frozen
class _Read:
    """What the marks of one paragraph give: what is closed, what is left open at its end, marks that close nothing."""

    found: list[_Found]
    left: _Found | None
    strays: list[Mark]


_EMPTY = _Read([], None, [])


def _runs_on(read: _Read, waiting: _Found) -> bool:
    """Whether a paragraph first closes what an earlier one left open."""
    if not read.strays or read.strays[0].family != waiting.opening.family:
        return False
    opened = [f.opening.start for f in read.found if f.opening.family == waiting.opening.family]
    return not opened or read.strays[0].start < opened[0]


def _interrupts(text: str, place: Span) -> bool:
    """Whether a line without marks may stand within an utterance: page furniture, a caption, half a sentence."""
    return len(place) <= 80 or text[place.end - 1] not in ".!?"


def _read(text: str, place: Span, index: int, marks: Sequence[Mark], goes_on: str | None) -> _Read:
    """Pair the marks of a paragraph, and look again at what stays open."""
    pairs, left, strays = _pair(marks, goes_on)
    found = {i: _Found(marks[i], marks[j].start, marks[j], index) for i, j in pairs}
    over: _Found | None = None
    again: set[int] = set()
    following = _following(marks) if left else []
    open_still = set(left)
    for i in left:
        if i not in open_still:
            continue
        n = following[i]
        if n is None:
            over = over or _Found(marks[i], place.end, None, index, i in again)
        elif n in found or n in open_still:
            if _opens_again(text, marks[i], marks[n]):
                end = len(text[: marks[n].start].rstrip())
                found[i] = _Found(marks[i], end, None, index, i in again)
                again.add(n)
            elif n in open_still and _closes_askew(text, marks[n]):
                found[i] = _Found(marks[i], marks[n].start, marks[n], index, i in again)
                open_still.discard(n)
    for i in again & found.keys():
        found[i].continues = True
    return _Read([found[i] for i in sorted(found)], over, [marks[i] for i in strays])


def _pair(marks: Sequence[Mark], goes_on: str | None) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pairs of marks, those left open, and those that close nothing, as indices."""
    pairs: list[tuple[int, int]] = []
    strays: list[int] = []
    stack: list[int] = []
    open_in: Counter[str] = Counter()
    closes_later = _closes_later(marks, goes_on) if any(mark.doubtful for mark in marks) else None
    for i, mark in enumerate(marks):
        family = mark.family
        if mark.facing is Facing.OPENS or (mark.facing is Facing.EITHER and not open_in[family]):
            stack.append(i)
            open_in[family] += 1
            continue
        if mark.doubtful and closes_later and closes_later[i]:
            continue
        if not open_in[family]:
            strays.append(i)
            continue
        if family == "single" and marks[stack[-1]].family != "single":
            continue
        while marks[stack[-1]].family != family:
            open_in[marks[stack.pop()].family] -= 1
        if mark.doubtful and marks[stack[-1]].doubtful:
            continue
        open_in[family] -= 1
        pairs.append((stack.pop(), i))
    return pairs, stack, strays


def _closes_later(marks: Sequence[Mark], goes_on: str | None) -> list[bool]:
    """For each mark, whether the next of its family that is not doubtful closes: then a doubtful one need not."""
    closes: dict[str, bool] = {goes_on: True} if goes_on == "single" and marks[0].family == goes_on else {}
    later = [False] * len(marks)
    for i in range(len(marks) - 1, -1, -1):
        mark = marks[i]
        later[i] = closes.get(mark.family, False)
        if not mark.doubtful:
            closes[mark.family] = mark.facing is not Facing.OPENS
    return later


def _following(marks: Sequence[Mark]) -> list[int | None]:
    """For each mark, the index of the next of its family."""
    nearest: dict[str, int] = {}
    following: list[int | None] = [None] * len(marks)
    for i in range(len(marks) - 1, -1, -1):
        following[i] = nearest.get(marks[i].family)
        nearest[marks[i].family] = i
    return following


def _opens_again(text: str, opening: Mark, mark: Mark) -> bool:
    """Whether a mark, the last not having been closed, opens the next paragraph of one utterance in the same line."""
    i = mark.start - 1
    while i > opening.end and text[i].isspace():
        i -= 1
    return i < mark.start - 1 and text[i] in ".!?…" and not text[mark.end : mark.end + 1].islower()


def _closes_askew(text: str, mark: Mark) -> bool:
    """Whether a mark that seems to open closes what stands before it, with the space on the wrong side."""
    i = mark.start - 1
    while i > 0 and text[i].isspace():
        i -= 1
    return text[i] in ".,!?…" and text[mark.end : mark.end + 1].islower()


def _with_depths(text: str, found: Iterable[_Found]) -> Iterator[MarkedSpan]:
    """What was found, in order, with depths; what crosses another or holds no words is left out."""
    ends: list[int] = []
    for one in sorted(found, key=lambda one: one.opening.start):
        start, last = one.opening.end, one.closing.end if one.closing else one.end
        while ends and ends[-1] <= one.opening.start:
            ends.pop()
        if (ends and ends[-1] < last) or not text[start : one.end].strip():
            continue
        closing = text[one.closing.start : one.closing.end] if one.closing else ""
        yield MarkedSpan(
            span=Span(start, one.end),
            outer=Span(one.opening.start, last),
            marks=Marks(text[one.opening.start : start], closing),
            depth=len(ends),
            paragraph=one.paragraph,
            continues=one.continues,
        )
        ends.append(last)
