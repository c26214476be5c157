"""One of two wordings laid beside each other, with its names and brackets; and gaps between the two."""

import functools
import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from quoteverify.collation.differences.typography import ELLIPSIS
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import beside_a_day
from quoteverify.models import Span
from quoteverify.text.words import ADDED_LETTERS, RESTORED_LETTERS, Words

# One pair of brackets or several in a row; the bounds are a guard against unclosed ones by the thousand.
# Letters that an editor changed in a word ([T]he, love[s]) are a part of it, as words are divided.
_LETTERS = rf"[\[(][^\W_]{{1,3}}[])](?=[^\W_])|(?<=[^\W_])\[(?:{ADDED_LETTERS}\]|{RESTORED_LETTERS})"


_PAIR = rf"(?!{_LETTERS})(?:\[[^][\n]{{0,200}}\]|\([^()\n]{{0,200}}\))"


_BRACKETED = re.compile(rf"{_PAIR}(?:[ ]?{_PAIR})*")


SHOUTING = 0.6
"""The share of words with capitals above which capitals name nobody. A headline has them on all but its small
words; between 0.5 and 0.8 no alteration is named otherwise (`tests/bench/measure_constants.py`)."""


FEWEST_TO_SHOUT = 6
"""Of fewer words, most can be names: "Ruth Vale met Ada Aas"."""


_SEEN_OF_HEADLINE = 200
"""So many words tell a headline: a guard against headlines as long as a book."""


DATE = 8
"""In words: a month's day stands no farther before it, with what may stand between. A guard."""


_SENTENCE_STARTS = re.compile(r"[.!?:“\"]")


class Side:
    """A stretch of a text with its words.

    ``brackets`` is where brackets with words in them stand, and ``is_whole`` says that it is all there is of
    a wording, so that another that has more is cut here.
    """

    is_whole = True

    def __init__(self, words: Words, lo: int, hi: int, start: int, end: int) -> None:
        self.text, self.keys, self.starts, self.ends = words.text, words.keys, words.starts, words.ends
        self.lo, self.hi, self.start, self.end = lo, hi, start, end
        # Markup may make one word of what brackets stand in: they are none of an editor's.
        self.brackets = _brackets(self.text, start, end)
        if self.brackets:
            self.brackets = [span for span in self.brackets if not any(map(self._is_in_word, span))]
        self._bracketed: list[int] | None = None

    @classmethod
    def of(cls, words: Words, span: Span | None) -> "Side":
        """The stretch within a span; all of the text if None."""
        if span is None:
            return cls(words, 0, len(words.keys), 0, len(words.text))
        lo, hi = bisect_left(words.starts, span.start), bisect_right(words.ends, span.end)
        return cls(words, lo, hi, span.start, span.end)

    def _is_in_word(self, place: int) -> bool:
        """Whether a place has a part of one word on either side."""
        n = bisect_left(self.starts, place) - 1
        return n >= 0 and place < self.ends[n]

    def first_bracketed(self, lo: int, hi: int) -> int | None:
        """The first of the words ``lo`` to ``hi`` that begins in brackets."""
        if self._bracketed is None:
            self._bracketed = [
                n
                for start, end in self.brackets
                for n in range(bisect_left(self.starts, start), bisect_left(self.starts, end))
            ]
        at = bisect_left(self._bracketed, lo)
        return self._bracketed[at] if at < len(self._bracketed) and self._bracketed[at] < hi else None

    @functools.cached_property
    def shouts(self) -> bool:
        """Whether so many words have capitals, as in a headline, that they name nobody."""
        seen = range(self.lo, min(self.hi, self.lo + _SEEN_OF_HEADLINE))
        capitals = sum([self.text[self.starts[n]].isupper() for n in seen])
        return len(seen) >= FEWEST_TO_SHOUT and capitals > SHOUTING * len(seen)

    def bracket_over(self, place: int) -> tuple[int, int] | None:
        """The brackets around a place."""
        if not self.brackets:
            return None
        n = bisect_right(self.brackets, (place, len(self.text))) - 1
        return self.brackets[n] if n >= 0 and place < self.brackets[n][1] else None

    def dated(self, lo: int, hi: int, lexicon: Lexicon) -> list[str]:
        """Some words' keys; a month that is also a verb is a month where it has a capital, and keeps it.

        A fraction whose figures a slash divides is one key: 3/4.
        """
        if hi - lo > 1 and self.text.find("/", self.starts[lo], self.ends[hi - 1]) >= 0:
            return self._with_fractions(lo, hi)
        return [
            key.capitalize()
            if key in lexicon.numerals.capitalised and (self.names(n) or self._beside_a_day(n, lexicon))
            else key
            for n, key in enumerate(self.keys[lo:hi], lo)
        ]

    def _with_fractions(self, lo: int, hi: int) -> list[str]:
        """Some words' keys, each fraction as one: a whole number before it is a part of it, 2 1/2."""
        found: list[str] = []
        n = lo
        while n < hi:
            above, below = self.keys[n], self.keys[n + 1] if n + 1 < hi else ""
            between = self.text[self.ends[n] : self.starts[n + 1]] if below else ""
            if between == "/" and _is_proper_fraction(above, below):
                whole = found.pop() if found and found[-1].isdecimal() else ""
                found.append(f"{whole}{above}\N{FRACTION SLASH}{below}")
                n += 2
            else:
                found.append(above)
                n += 1
        return found

    def _beside_a_day(self, n: int, lexicon: Lexicon) -> bool:
        """Whether a day of the month stands beside a word."""
        first = max(self.lo, n - DATE)
        return beside_a_day(self.keys[first : min(self.hi, n + 3)], n - first, lexicon)

    def names(self, n: int) -> bool:
        """Whether a word has a capital that no sentence's start explains."""
        start, end = self.starts[n], self.ends[n]
        return (
            self.text[start].isupper()
            and n > self.lo
            and (end - start > 1 or self.text[end : end + 1] == ".")
            and self.text[start + 1] not in "'’"
            and not _SENTENCE_STARTS.search(self.text, self.ends[n - 1], start)
            and not self.shouts
        )


def _is_proper_fraction(above: str, below: str) -> bool:
    """Whether one figure over another is less than one: 3/4, and not 9/11, which is a day."""
    return len(above) == len(below) == 1 and (above + below).isdecimal() and above < below


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where brackets with words in them stand in a stretch of a text."""
    if text.find("[", start, end) < 0 and text.find("(", start, end) < 0:
        return []
    return [
        match.span() for match in _BRACKETED.finditer(text, start, end) if not ELLIPSIS.fullmatch(match[0])
    ]


class Gap(NamedTuple):
    """Two stretches that answer each other: words by index, and everything by offset."""

    a: Side
    b: Side
    a_lo: int
    a_hi: int
    b_lo: int
    b_hi: int
    a_start: int
    a_end: int
    b_start: int
    b_end: int

    @property
    def a_text(self) -> str:
        """What stands there in ``a``."""
        return self.a.text[self.a_start : self.a_end]

    @property
    def b_text(self) -> str:
        """What stands there in ``b``."""
        return self.b.text[self.b_start : self.b_end]

    @property
    def has_no_words(self) -> bool:
        """Whether only marks and spaces stand there."""
        return self.a_lo >= self.a_hi and self.b_lo >= self.b_hi

    @property
    def at_start(self) -> bool:
        """Whether nothing comes before."""
        return self.a_start == self.a.start and self.b_start == self.b.start

    @property
    def at_end(self) -> bool:
        """Whether nothing comes after."""
        return self.a_end == self.a.end and self.b_end == self.b.end

    @property
    def at_cut(self) -> bool:
        """Whether it is at an end of two wordings that are each all there is."""
        return (self.at_start or self.at_end) and self.a.is_whole and self.b.is_whole

    def swapped(self) -> "Gap":
        """The same with the sides exchanged."""
        return Gap(
            self.b, self.a, self.b_lo, self.b_hi, self.a_lo, self.a_hi,
            self.b_start, self.b_end, self.a_start, self.a_end,
        )  # fmt: skip
