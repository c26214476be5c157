"""What differs in print where the words are the same: glyphs, case, spacing, full stops, brackets."""

import re

from quoteverify.models import DifferenceKind
from quoteverify.text.normalize import fold_letters, fold_marks, without_lookalikes

ELLIPSIS = re.compile(
    r"""
    [\[(….]
    (?: (?<=[\[(]) \s?(?:…|\.{3}|\.\s\.\s\.)\s?[\])]
      | (?<=…)
      | (?<=\.) (?:\.{2,}|(?:\s\.){2,3})
    )
    """,
    re.VERBOSE,
)
"""Every printed form: three dots tight or spaced, one glyph, in brackets or not."""

_MINUS = re.compile(r"[\s(][-–−]\Z")
_BRACKETS = re.compile(r"[][()]")
_HYPHEN_AT_LINE_END = re.compile(r"[-‐\u00ad][^\S\n\r]*\r?\n\s*")
_FULL_STOPS = re.compile(r"(?<=[^\W\d_])\.")


def ellipses(text: str) -> int:
    """How many ellipses there are in some text between words.

    >>> ellipses(". . . yes (…) no .")
    2
    """
    return len(ELLIPSIS.findall(text)) if "…" in text or text.count(".") > 2 else 0


def gap_kind(a: str, b: str) -> DifferenceKind:
    """What sort of difference there is between two texts without words.

    >>> [gap_kind(*pair).value for pair in [(" ", "  "), (" – ", " — "), (", ", " "), (" ", " [")]]
    ['spacing', 'glyph', 'punctuation', 'bracket']
    """
    if a.split() == b.split() or "".join(a.split()) == "".join(b.split()):
        return DifferenceKind.SPACING
    folded = _plain(a), _plain(b)
    if folded[0] == folded[1] or _ellipses_alike(*folded):
        return DifferenceKind.GLYPH
    if _BRACKETS.findall(folded[0]) != _BRACKETS.findall(folded[1]):
        return DifferenceKind.BRACKET
    return DifferenceKind.PUNCTUATION


def is_minus(gap: str, following: str) -> bool:
    """Whether a text without words ends with the sign of a number below nothing.

    >>> is_minus(" -", "12"), is_minus("-", "12"), is_minus(" - ", "12")
    (True, False, False)
    """
    return following[:1].isdigit() and _MINUS.search(gap) is not None


def _plain(gap: str) -> str:
    """Marks in their plainest glyphs: any quotation mark is one sort of mark, and so is any dash."""
    return fold_marks(gap).strip().replace('"', "'")


def _ellipses_alike(a: str, b: str) -> bool:
    """Whether two gaps are the same but for the form of an ellipsis."""
    return (
        "." in a
        and bool(ellipses(a))
        and re.sub(r"\s", "", ELLIPSIS.sub("…", a)) == re.sub(r"\s", "", ELLIPSIS.sub("…", b))
    )


def word_kind(a: str, b: str) -> DifferenceKind:
    """What sort of difference there is between two printings of one word.

    >>> pairs = [("The", "the"), ("it’s", "it's"), ("[T]he", "the"), ("U.S", "US"), ("café", "cafe")]
    >>> [word_kind(*pair).value for pair in pairs]
    ['case', 'glyph', 'bracket', 'spelling', 'spelling']
    """
    if a.lower() == b.lower():
        return DifferenceKind.CASE
    if ("[" in a) != ("[" in b):
        return DifferenceKind.BRACKET
    if _HYPHEN_AT_LINE_END.sub("", a).lower() == _HYPHEN_AT_LINE_END.sub("", b).lower():
        return DifferenceKind.SPACING
    if fold_marks(a).lower() == fold_marks(b).lower() or fold_letters(a) != fold_letters(b):
        # What the letters' folding does not make equal is an abbreviation's full stops, or an ampersand.
        return DifferenceKind.GLYPH if fold_letters(a) == fold_letters(b) else DifferenceKind.SPELLING
    return DifferenceKind.SPELLING if _accents(a) != _accents(b) else DifferenceKind.GLYPH


def _accents(word: str) -> int:
    """How many letters lie outside ASCII once ligatures, wide forms and look-alikes are resolved."""
    return sum(not c.isascii() and c.isalpha() for c in fold_marks(without_lookalikes(word)))


def without_full_stops(word: str) -> str:
    """A word without the full stops of an abbreviation.

    >>> without_full_stops("U.S.")
    'US'
    """
    return _FULL_STOPS.sub("", word)
