"""Which way each quotation mark of a text faces, and which look-alikes are apostrophes.

What stands before and after a mark decides (``word "word`` opens, ``word," word`` closes); only
where that says nothing does the shape (“ or ”) or, in `marks`, the marks before it.
"""

import functools
import re
from collections.abc import Iterator
from enum import Enum

import attrs

from quoteverify.text.language import LanguageProfile


class Direction(Enum):
    """What a mark does to the words beside it, as far as its place says."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@attrs.frozen
class Mark:
    """A quotation mark in its place.

    Attributes:
        start: Its first code point.
        end: After its last.
        family: Marks of one family close each other, whatever their shape.
        direction: Which way it faces.
        doubtful: Whether it may as well be an apostrophe or a mark of inches.
    """

    start: int
    end: int
    family: str
    direction: Direction
    doubtful: bool = False


class _Sides(dict[str, str]):
    """What a character beside a mark says: its outer side ("out"), its words ("in") or either ("any")."""

    def __init__(self, out: str) -> None:
        super().__init__(dict.fromkeys("-–—―:;/*_=~#…", "any") | dict.fromkeys(out, "out"))

    def __missing__(self, character: str) -> str:
        # Zero-width characters and the byte-order mark print as nothing at all.
        blank = character.isspace() or character in "\u200b\u200c\u200d\u2060\ufeff"
        return self.setdefault(character, "out" if blank else "in")


_BEFORE = _Sides("([{<>|¿¡")
_AFTER = _Sides(".,:;!?)]}>|")
_BY_PLACE = {
    ("out", "in"): Direction.OPENS,
    ("out", "any"): Direction.OPENS,
    ("any", "in"): Direction.OPENS,
    ("in", "out"): Direction.CLOSES,
    ("in", "any"): Direction.CLOSES,
    ("any", "out"): Direction.CLOSES,
}


@attrs.frozen(eq=False)
class _Glyphs:
    """A language's marks and apostrophes, ready for the scan."""

    run: re.Pattern[str]
    families: dict[str, str]
    inches: frozenset[str]
    shapes: dict[str, Direction]
    elision: re.Pattern[str]
    tail: re.Pattern[str]
    endings: tuple[str, ...]


@functools.lru_cache(maxsize=8)
def _glyphs(profile: LanguageProfile) -> _Glyphs:
    families: dict[str, str] = {}
    shapes: dict[str, Direction] = {}
    for row in profile.rows("marks"):
        for glyph in row.words:
            families.setdefault(glyph, row.values["family"])
            if row.values["open"] != row.values["close"]:
                shapes.setdefault(
                    glyph, Direction.CLOSES if glyph == row.values["close"] else Direction.OPENS
                )
    characters = "".join(sorted(set("".join(families))))

    def any_of(role: str) -> str:
        return "|".join(map(re.escape, sorted(profile.words("apostrophes", role=role)))) or "(?!)"

    endings = profile.words("apostrophes", role="possessive") | profile.words(
        "apostrophes", role="dropped_letter"
    )
    return _Glyphs(
        run=re.compile(f"[{re.escape(characters)}]+" if characters else "(?!)"),
        families=families,
        inches=frozenset(profile.words("marks", inches=True)),
        shapes=shapes,
        # Years and decades are shortened everywhere: '16, the '90s.
        elision=re.compile(rf"(?:\d\ds?|{any_of('elision')})(?![\w$])", re.IGNORECASE),
        tail=re.compile(rf"(?:{any_of('tail')})\b", re.IGNORECASE),
        endings=tuple(form for ending in sorted(endings) for form in (ending, ending.upper())),
    )


def directed_marks(text: str, start: int, end: int, profile: LanguageProfile) -> Iterator[Mark]:
    r"""Every quotation mark of a stretch of text in its place, apostrophes left out.

    Args:
        text: The text.
        start: Where to begin, in code points; before it and after ``end`` counts as white space.
        end: Where to stop.
        profile: The language.

    >>> from quoteverify.text.language import profile
    >>> [mark.direction.value for mark in directed_marks("'It's late,\" he said.", 0, 21, profile("en"))]
    ['opens', 'closes']
    """
    glyphs = _glyphs(profile)
    value_ends_with = ""
    for found in glyphs.run.finditer(text, start, end):
        first, last = found.span()
        # The value of an attribute in a tag that a page left behind: <tweet id="5">.
        if value_ends_with:
            if found[0] == value_ends_with:
                value_ends_with = ""
            continue
        if last - first == 1 and first > start + 1 and text[first - 1] == "=" and text[first - 2].isalnum():
            value_ends_with = found[0] if text.find(found[0], last, end) > 0 else ""
            continue
        inner = start < first and last < end and text[first - 1].isalnum() and text[last].isalnum()
        if inner and last - first == 1 and glyphs.families.get(text[first]) == "single":
            continue
        before = _BEFORE[text[first - 1]] if first > start else "out"
        place = _BY_PLACE.get((before, _after(text, last, end)), Direction.EITHER)
        if first == start and last < end:
            place = Direction.OPENS
        for piece_start, piece_end in _pieces(text, first, last, glyphs, backwards=place is Direction.CLOSES):
            piece = text[piece_start:piece_end]
            if glyphs.families[piece] == "single":
                mark = _single(text, piece_start, piece_end, end, place, glyphs)
                if mark:
                    yield mark
            else:
                yield _mark(text, piece_start, piece_end, start, end, place, before, glyphs)


def _after(text: str, last: int, end: int) -> str:
    """What the character after a run of marks says; dots before a word are the word's ("...and", ".gov")."""
    if last >= end:
        return "out"
    if text[last] in ".…" and last + 1 < end and (text[last + 1] == "." or text[last + 1].isalnum()):
        return "any"
    return _AFTER[text[last]]


def _pieces(
    text: str, first: int, last: int, glyphs: _Glyphs, *, backwards: bool
) -> Iterator[tuple[int, int]]:
    """The marks of a run, longest first from its outer side: ''' opens as '' with ' inside."""
    found = []
    while first < last:
        for size in (2, 1):
            start, end = (last - size, last) if backwards else (first, first + size)
            if first <= start and end <= last and text[start:end] in glyphs.families:
                found.append((start, end))
                break
        first, last = (first, start) if backwards else (end, last)
    return reversed(found) if backwards else iter(found)


def _mark(
    text: str, at: int, end_of_mark: int, start: int, end: int, place: Direction, before: str, glyphs: _Glyphs
) -> Mark:
    """A mark that is no apostrophe; after a figure it may still be one of inches, which opens nothing."""
    glyph = text[at:end_of_mark]
    inches = at > start and text[at - 1].isdigit() and glyph in glyphs.inches
    direction = place
    if place is Direction.EITHER and before != "out":
        direction = Direction.CLOSES if inches else glyphs.shapes.get(glyph, place)
    return Mark(at, end_of_mark, glyphs.families[glyph], direction, inches and end_of_mark < end)


def _single(text: str, at: int, end_of_mark: int, end: int, place: Direction, glyphs: _Glyphs) -> Mark | None:
    """A single mark, or None for an apostrophe."""
    if place is Direction.OPENS:
        if glyphs.elision.match(text, end_of_mark, end):
            return None
        return Mark(
            at, end_of_mark, "single", place, glyphs.shapes.get(text[at:end_of_mark]) is Direction.CLOSES
        )
    if place is Direction.EITHER and glyphs.tail.match(text, end_of_mark, end):
        return None
    followed = text[end_of_mark : min(end, end_of_mark + 2)]
    possessive = text.endswith(glyphs.endings, 0, at) and (followed[:1] == "-" or followed[1:].isalnum())
    if place is Direction.EITHER and glyphs.shapes.get(text[at:end_of_mark]) is Direction.OPENS:
        return Mark(at, end_of_mark, "single", Direction.OPENS)
    return Mark(at, end_of_mark, "single", Direction.CLOSES, possessive)
