"""Foldings: what two printings of one word have in common, with a map back to the original.

Nothing is cleaned in place. What is folded is a copy, and every place in it leads back to
the code points it came from.
"""

import re
import unicodedata
from bisect import bisect_right

import attrs

from quoteverify.models import Span

APOSTROPHES = "'’‘`´ʼʹ＇‛"
"""Characters that newspapers print for an apostrophe (Unicode prefers U+2019)."""

QUOTATION_MARKS = "\"'“”„‟‘’‚‛«»‹›"
"""Every glyph that quotations are set in: which of them opens and which closes differs by language."""

FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters, by their category, of which nothing is seen; for a character class."""

INVISIBLE = (
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff" + FILLERS
)
"""What nothing is seen of: soft hyphen, joiners, direction marks, selectors, tags; for a character class.

These are Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt of Unicode 16) and the marks
of interlinear notes.
"""

COMBINING = "\u0300-\u036f"
"""Combining diacritical marks, for a character class."""

_DROPPED = re.compile(f"[{INVISIBLE}{COMBINING}]")
_GLYPHS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―−⸺⸻", "-")
)
_WHOLE_LETTERS = str.maketrans("øłđðħı", "olddhi")
"""Letters that Unicode does not take apart, as they are printed where there are none such: Łódź, Ørsted."""
_SPACES = re.compile(r"\s+")

_LOOKALIKES = str.maketrans(
    # Cyrillic, small and capital; Greek, small and capital
    "\u0430\u0441\u0501\u0435\u04bb\u0456\u0458\u04cf\u043e\u0440\u051b\u0455\u0443\u0475"
    "\u051d\u0445"
    "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0422\u0423"
    "\u0425\u051a\u051c"
    "\u03b1\u03b3\u03b9\u03bd\u03bf\u03c1\u03c5\u03f2\u03f3"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "acdehijlopqsyvwxABCEHIJKMOPSTYXQWayivopucjABEZHIKMNOPTYX",
)
"""Letters of other scripts that are printed like Latin ones (Unicode's confusables.txt, UTS #39)."""

_LOOKALIKE = re.compile(f"[{''.join(map(chr, _LOOKALIKES))}]")
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")  # Greek, Cyrillic
_WORD = re.compile(r"[^\W\d_]+")


def fold_letters(text: str) -> str:
    """Fold the letters: lower case, ligatures and wide forms resolved, diacritics and invisibles dropped.

    >>> fold_letters("Coöpera\u00adtion ﬁt for 'Ｘ’")
    "cooperation fit for 'x'"
    """
    text = text.replace("’", "'")  # the commonest of all, and mostly the only one
    if text.isascii():
        return text.lower().replace("`", "'")
    # Decomposing first would tear an accented capital I with dot into two letters of lower case.
    text = without_lookalikes(text.translate(_GLYPHS))
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    text = _DROPPED.sub("", text).translate(_WHOLE_LETTERS)
    return text.replace("æ", "ae").replace("œ", "oe")


def without_lookalikes(text: str) -> str:
    r"""Put Latin letters for those of other scripts that stand in a Latin word, or alone, and look like them.

    Words of one other script stay as they are.

    >>> without_lookalikes("re\u0430d"), ascii(without_lookalikes("\u0441\u043e\u043a"))
    ('read', "'\\u0441\\u043e\\u043a'")
    """
    return _WORD.sub(_in_latin, text) if not text.isascii() and _LOOKALIKE.search(text) else text


def _in_latin(match: re.Match[str]) -> str:
    word = match[0]
    latin = word.translate(_LOOKALIKES)
    # A small Greek letter alone is a sign of mathematics.
    alone = len(word) == 1 and (word.isupper() or word >= "\u0400")
    mixed = any(map(str.isascii, word)) and not _OTHER_SCRIPT.search(latin)
    return latin if alone or mixed else word


def fold_marks(text: str) -> str:
    """Fold what stands between words: one glyph for each sort of mark and dash, single spaces.

    Case and letters stay, so that two texts equal after this differ in glyphs and spacing only.

    >>> fold_marks("“Yes” —\u00a0 said…")
    '"Yes" - said...'
    """
    if not text.isascii():
        text = _DROPPED.sub("", unicodedata.normalize("NFKC", text.translate(_GLYPHS)).translate(_GLYPHS))
    return _SPACES.sub(" ", text)


@attrs.frozen
class Folded:
    """A folded copy of a text that knows where each of its characters came from.

    Attributes:
        original: The text as given.
        text: The folded copy.
    """

    original: str
    text: str
    _starts: tuple[int, ...] | None = attrs.field(default=None, repr=False)
    _sources: tuple[int, ...] = attrs.field(default=(), repr=False)

    def span(self, start: int, end: int) -> Span:
        """The span of the original whose folding covers ``start`` to ``end`` of the copy.

        A character of the original that folds to several comes back whole.

        >>> folded = fold("oﬃce")
        >>> folded.text, folded.span(1, 2).of("oﬃce")
        ('office', 'ﬃ')
        """
        if self._starts is None:
            return Span(start, end)
        first = self._source(start)
        return Span(first, max(first, self._source(end - 1) + 1 if end > start else first))

    def _source(self, place: int) -> int:
        """The offset in the original of the character that gave this place of the copy."""
        assert self._starts is not None
        if place >= len(self.text):
            return len(self.original)
        return self._sources[bisect_right(self._starts, place) - 1]


def fold(text: str) -> Folded:
    """Fold a whole text, letters and marks, keeping the way back.

    Args:
        text: Any text.

    Returns:
        The folded copy; ``span`` maps a range of it to a range of ``text``.

    >>> fold("‘It’s’ CAFÉ").text
    "'it's' cafe"
    """
    if text.isascii():
        return Folded(text, text.lower())
    pieces, starts, sources, length = [], [], [], 0
    for place, character in enumerate(text):
        piece = character.lower() if character < "\x80" else fold_letters(character)
        if piece:
            pieces.append(piece)
            starts.append(length)
            sources.append(place)
            length += len(piece)
    return Folded(text, "".join(pieces), tuple(starts), tuple(sources))
