"""Which way each quotation mark of a text faces, and which look-alikes are apostrophes.

What stands before and after a mark decides (``word "word`` opens, ``word," word`` closes); only
where that says nothing does the shape (“ or ”) or, in `marks`, the marks before it.
"""

import functools
import re
from collections.abc import Iterator
from enum import Enum, auto

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
        amid: Whether the sentence goes on around it, as with the apostrophe of a word cut short: tak' a seat.
        pointed: Whether it stands behind a point, as what closes somebody's words mostly does.
    """

    start: int
    end: int
    family: str
    direction: Direction
    doubtful: bool = False
    amid: bool = False
    pointed: bool = False


class _Side(Enum):
    """What a character beside a mark belongs to."""

    OUTSIDE = auto()
    """White space and the like: what stands around the words and their marks."""
    WORDS = auto()
    """The words that the mark stands at."""
    EITHER = auto()
    """Dashes and the like, which may stand on both sides."""


class _Sides(dict[str, _Side]):
    """What each character beside a mark belongs to."""

    def __init__(self, outside: str) -> None:
        super().__init__(dict.fromkeys("-–—―:;/*_=~#…", _Side.EITHER) | dict.fromkeys(outside, _Side.OUTSIDE))

    def __missing__(self, character: str) -> _Side:
        # Zero-width characters and the byte-order mark print as nothing at all.
        blank = character.isspace() or character in "\u200b\u200c\u200d\u2060\ufeff"
        return self.setdefault(character, _Side.OUTSIDE if blank else _Side.WORDS)


_BEFORE = _Sides("([{<>|¿¡")
_AFTER = _Sides(".,:;!?)]}>|")
_BY_PLACE = {
    (_Side.OUTSIDE, _Side.WORDS): Direction.OPENS,
    (_Side.OUTSIDE, _Side.EITHER): Direction.OPENS,
    (_Side.EITHER, _Side.WORDS): Direction.OPENS,
    (_Side.WORDS, _Side.OUTSIDE): Direction.CLOSES,
    (_Side.WORDS, _Side.EITHER): Direction.CLOSES,
    (_Side.EITHER, _Side.OUTSIDE): Direction.CLOSES,
}
"""How a mark faces by what stands before and after it; where neither tells, either way."""

_POINTS = ".,;:!?-–—…"
"""What mostly stands before the mark that closes somebody's words."""
_CLIPPED = 8
"""In code points: no clipped word is as long."""
SINGLE = "single"
"""The family of the marks that are apostrophes too."""


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
    clipped: re.Pattern[str]


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

    def any_of(role: str, *, backwards: bool = False) -> str:
        words = sorted(profile.words("apostrophes", role=role), key=len, reverse=True)
        return "|".join(re.escape(word[::-1] if backwards else word) for word in words) or "(?!)"

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
        # Read backwards from the apostrophe: a whole word.
        clipped=re.compile(rf"(?:{any_of('clipped', backwards=True)})(?!\w)", re.IGNORECASE),
    )


def directed_marks(text: str, start: int, end: int, profile: LanguageProfile) -> Iterator[Mark]:
    r"""Every quotation mark of a stretch of text in its place, apostrophes left out.

    Args:
        text: The text.
        start: Where to begin, in code points; before it and after ``end`` counts as white space.
        end: Where to stop.
        profile: The language.

    >>> from quoteverify.text.language import language
    >>> [mark.direction.value for mark in directed_marks("'It's late,\" he said.", 0, 21, language("en"))]
    ['opens', 'closes']
    """
    glyphs = _glyphs(profile)
    for first, last in _runs(text, start, end, glyphs):
        run = _run(text, first, last, start, end)
        if run.place is Direction.OPENS and _ends_with_apostrophe(text, first, last, end, glyphs):
            last -= 1
        for at, end_of_mark in _pieces(text, first, last, glyphs, backwards=run.place is Direction.CLOSES):
            family = glyphs.families[text[at:end_of_mark]]
            mark = (_single if family == SINGLE else _mark)(run, at, end_of_mark, glyphs)
            if mark is not None:
                yield mark


def _runs(text: str, start: int, end: int, glyphs: _Glyphs) -> Iterator[tuple[int, int]]:
    """Where marks stand right beside each other, less apostrophes in words and the values in a tag."""
    value_ends_with = ""
    for found in glyphs.run.finditer(text, start, end):
        first, last = found.span()
        if value_ends_with:
            if found[0] == value_ends_with:
                value_ends_with = ""
        elif last - first > 1:
            yield first, last
        elif _begins_value(text, first, start):
            value_ends_with = found[0] if text.find(found[0], last, end) > 0 else ""
        elif glyphs.families.get(found[0]) != SINGLE or not _is_within_a_word(text, first, start, end):
            yield first, last


def _is_elided(text: str, last: int, end: int, glyphs: _Glyphs) -> bool:
    """Whether the mark that ends at an offset stands for letters of the word behind it."""
    single = glyphs.families.get(text[last - 1]) == SINGLE
    return single and glyphs.elision.match(text, last, end) is not None


def _ends_with_apostrophe(text: str, first: int, last: int, end: int, glyphs: _Glyphs) -> bool:
    """Whether the last of several marks is an apostrophe: ‘’Tis late’, but not ''Tis late''."""
    several = last - first > 1 and text[last - 2 : last] not in glyphs.families
    return several and _is_elided(text, last, end, glyphs)


def _begins_value(text: str, first: int, start: int) -> bool:
    """Whether a mark begins the value of an attribute in a tag that a page left behind: <tweet id="5">."""
    return first > start + 1 and text[first - 1] == "=" and text[first - 2].isalnum()


def _is_within_a_word(text: str, at: int, start: int, end: int) -> bool:
    """Whether a mark of one character stands between two of a word."""
    return start < at and at + 1 < end and text[at - 1].isalnum() and text[at + 1].isalnum()


@attrs.frozen(eq=False)
class _Run:
    """Marks that stand right beside each other.

    Attributes:
        text: The text.
        start: Where the stretch begins that is looked at.
        end: Where it ends.
        place: Which way they face by their place.
        before: What the character before them belongs to.
    """

    text: str
    start: int
    end: int
    place: Direction
    before: _Side


def _run(text: str, first: int, last: int, start: int, end: int) -> _Run:
    """A run of marks with what its place says."""
    before = _BEFORE[text[first - 1]] if first > start else _Side.OUTSIDE
    place = _BY_PLACE.get((before, _after(text, last, end)), Direction.EITHER)
    if first == start and last < end:
        place = Direction.OPENS
    return _Run(text, start, end, place, before)


def _after(text: str, last: int, end: int) -> _Side:
    """What the character after a run of marks belongs to; dots before a word are the word's: "...and"."""
    if last >= end:
        return _Side.OUTSIDE
    if text[last] in ".…" and last + 1 < end and (text[last + 1] == "." or text[last + 1].isalnum()):
        return _Side.EITHER
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


def _mark(run: _Run, at: int, end_of_mark: int, glyphs: _Glyphs) -> Mark:
    """A mark that is no apostrophe; after a figure it may still be one of inches, which opens nothing."""
    glyph = run.text[at:end_of_mark]
    inches = at > run.start and run.text[at - 1].isdigit() and glyph in glyphs.inches
    direction = run.place
    if run.place is Direction.EITHER and run.before is not _Side.OUTSIDE:
        direction = Direction.CLOSES if inches else glyphs.shapes.get(glyph, run.place)
    return Mark(at, end_of_mark, glyphs.families[glyph], direction, inches and end_of_mark < run.end)


def _single(run: _Run, at: int, end_of_mark: int, glyphs: _Glyphs) -> Mark | None:
    """A single mark, or None for an apostrophe."""
    text, end, place = run.text, run.end, run.place
    shape = glyphs.shapes.get(text[at:end_of_mark])
    if place is Direction.OPENS:
        if _is_elided(text, end_of_mark, end, glyphs):
            return None
        return Mark(at, end_of_mark, SINGLE, place, shape is Direction.CLOSES)
    if place is Direction.CLOSES and (
        _is_clipped(text, at, end_of_mark, glyphs) or _closes_behind_point(text, end_of_mark, end, glyphs)
    ):
        return None
    if place is Direction.EITHER and glyphs.tail.match(text, end_of_mark, end):
        return None
    if place is Direction.EITHER and shape is Direction.OPENS:
        return Mark(at, end_of_mark, SINGLE, Direction.OPENS)
    followed = text[end_of_mark : min(end, end_of_mark + 2)]
    possessive = text.endswith(glyphs.endings, 0, at) and (followed[:1] == "-" or followed[1:].isalnum())
    amid = text[max(run.start, at - 1)].isalpha() and followed[:1].isspace() and followed[1:].islower()
    pointed = text[max(run.start, at - 1)] in _POINTS
    return Mark(at, end_of_mark, SINGLE, Direction.CLOSES, possessive, amid, pointed)


def _closes_behind_point(text: str, end_of_mark: int, end: int, glyphs: _Glyphs) -> bool:
    """Whether another mark closes behind the next point: this one is an apostrophe in "goin',' he said"."""
    point, mark, after = (text[i : i + 1] if i < end else "" for i in range(end_of_mark, end_of_mark + 3))
    single = glyphs.families.get(mark) == SINGLE and glyphs.shapes.get(mark) is not Direction.OPENS
    alone = not after.isalnum() and after not in glyphs.families
    return bool(point) and point in _POINTS and single and alone


def _is_clipped(text: str, at: int, end_of_mark: int, glyphs: _Glyphs) -> bool:
    """Whether a mark stands for the end of the word before it, in a sentence that goes on: o' Tuesday."""
    before = text[max(0, at - _CLIPPED) : at][::-1]
    return glyphs.clipped.match(before) is not None and text[end_of_mark : end_of_mark + 2].strip().isalnum()
