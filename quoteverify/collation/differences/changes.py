"""A change of words as the rules see it: what each side has, in its surroundings, and where it stands."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from quoteverify.collation.differences.typography import ELLIPSIS
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import beside_a_day
from quoteverify.collation.language.slips import LETTERS, MASKED, MASKS, is_common_word
from quoteverify.collation.language.word_forms import expanded, has_contraction
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

OPENED = 6
"""In words: a clause that ends with a verb right before that of another began no farther before."""

_PAUSE = re.compile(r"[,…–—-]+\s*|\s*(?:[–—-]+|\.\.\.|…)\s*")
_CLIPPING = frozenset("'’‘`")
_HYPHEN = re.compile("[-‐‑–]")
_SENTENCE_STARTS = re.compile(r"[.!?:“\"]")

Phrases = frozenset[tuple[str, ...]]


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


class ChangedWords:
    """What one side has where words were changed.

    Attributes:
        printed: The words, as keys; of a contraction of which a part stays, the changed part in full.
    """

    def __init__(
        self,
        side: Side,
        lo: int,
        hi: int,
        lexicon: Lexicon,
        *,
        units: Sequence[str] = (),
        before: int = 0,
        after: int = 0,
    ) -> None:
        """Take the words ``lo`` to ``hi``; of the ``units`` they stand for, ``before`` and ``after`` stay."""
        self.side, self.lo, self.hi, self.lexicon = side, lo, hi, lexicon
        self._units, self._before, self._after = units, before, after
        self._full: tuple[list[str], int, int] | None = None
        self._words: tuple[str, ...] | None = None
        self._senses: dict[str, list[str]] | None = None
        self.printed = tuple(units[before : len(units) - after] if units else side.keys[lo:hi])

    def _expand(self) -> tuple[list[str], int, int]:
        side, lexicon = self.side, self.lexicon
        reach = lexicon.reach  # so many words around a change can belong to one phrase with it
        left = expanded(side.keys[max(side.lo, self.lo - reach) : self.lo], lexicon)
        words = list(self._units) or expanded(side.dated(self.lo, self.hi, lexicon), lexicon)
        right = expanded(side.keys[self.hi : min(side.hi, self.hi + reach)], lexicon)
        return left + words + right, len(left) + self._before, len(left) + len(words) - self._after

    @property
    def in_full(self) -> tuple[list[str], int, int]:
        """The words and some before and after, contractions in full, and from where to where they changed."""
        if self._full is None:
            self._full = self._expand()
        return self._full

    @property
    def words(self) -> tuple[str, ...]:
        """The changed words, with contractions in full."""
        if self._words is None:
            self._words = self.printed
            months = self.lexicon.numerals.capitalised
            if has_contraction(self.printed, self.lexicon) or not months.isdisjoint(self.printed):
                context, lo, hi = self.in_full
                self._words = tuple(context[lo:hi])
        return self._words

    def senses(self, table: str) -> Sequence[str]:
        """The senses of a marker table that the changed words mark, in alphabetical order."""
        if self._senses is None:
            self._senses = {}
            if any(map(self.lexicon.tables.__contains__, self.words)):
                for name, sense in sorted(self.lexicon.markers(*self.in_full)):
                    self._senses.setdefault(name, []).append(sense)
        return self._senses.get(table, ())

    def covered(self, vocabulary: Phrases) -> bool:
        """Whether every changed word belongs to a word or phrase of the vocabulary."""
        words, longest, i = self.words, self.lexicon.reach + 1, 0
        while i < len(words):
            for n in range(min(longest, len(words) - i), 0, -1):
                if words[i : i + n] in vocabulary:
                    i += n
                    break
            else:
                return False
        return True

    def hyphened(self, first: int, last: int) -> bool:
        """Whether a hyphen stands between all of some of the words."""
        text, starts, ends = self.side.text, self.side.starts, self.side.ends
        words = range(self.lo + first, min(self.lo + last, self.hi) - 1)
        return all(_HYPHEN.fullmatch(text, ends[n], starts[n + 1]) for n in words)

    @property
    def is_repeated(self) -> bool:
        """Whether the same words stand right before or right behind them, with a space or fillers between."""
        side = self.side
        lo, hi = self._less_fillers()
        words, count, stumbled = side.keys[lo:hi], hi - lo, (lo, hi) != (self.lo, self.hi)
        before = self.lo - count >= side.lo and side.keys[self.lo - count : self.lo] == words
        after = self.hi + count <= side.hi and side.keys[self.hi : self.hi + count] == words
        return bool(words) and (
            (before and (stumbled or self._says_again(side.ends[lo - 1], side.starts[lo], lo - count)))
            or (after and (stumbled or self._says_again(side.ends[hi - 1], side.starts[hi], lo)))
        )

    def _says_again(self, end: int, start: int, first: int) -> bool:
        """Whether what stands between words and the same again says that they are: a space, or a pause.

        "It is a long, long way"; but in "Who can, can" and "What is lost, lost we hold" each has its clause.
        """
        side, lexicon = self.side, self.lexicon
        between = side.text[end:start]
        if between.isspace():
            return True
        if not _PAUSE.fullmatch(between):
            return False
        near = side.keys[max(side.lo, first - OPENED) : first + 1]
        return lexicon.asking.isdisjoint(near) or self.hi - self.lo > 1

    def _less_fillers(self) -> tuple[int, int]:
        """The first of the words and the one past the last, less the fillers and remarks at their ends."""
        lo, hi = self.lo, self.hi
        longest = self.lexicon.longest_filler
        while lo < hi:
            count = next((n for n in range(longest, 1, -1) if self._is_filler(lo, lo + n)), 0)
            if not count and not self._says_nothing(lo):
                break
            lo += count or 1
        while lo < hi:
            count = next((n for n in range(longest, 1, -1) if self._is_filler(hi - n, hi)), 0)
            if not count and not self._says_nothing(hi - 1):
                break
            hi -= count or 1
        return lo, hi

    def _is_filler(self, lo: int, hi: int) -> bool:
        """Whether words of those that changed are a filler that is set off by commas."""
        return self.lo <= lo and hi <= self.hi and tuple(self.side.keys[lo:hi]) in self.lexicon.fillers_apart

    def _says_nothing(self, n: int) -> bool:
        """Whether a word is a filler, or a remark in brackets: um, [laughs]."""
        side, key = self.side, self.side.keys[n]
        remark = key in self.lexicon.remarks and side.bracket_over(side.starts[n]) is not None
        return remark or (key,) in self.lexicon.fillers

    @property
    def proper(self) -> frozenset[str]:
        """Those of the words that have a capital and are names, or no common words."""
        side, lexicon = self.side, self.lexicon
        text, starts = side.text, side.starts
        capitals = [n for n in range(self.lo, self.hi) if text[starts[n]].isupper()]
        if not capitals or side.shouts:
            return frozenset()
        return frozenset(
            side.keys[n]
            for n in capitals
            if (self._names(n) and not self._is_pronoun(n)) or not is_common_word(side.keys[n], lexicon)
        )

    def _names(self, n: int) -> bool:
        """Whether a word with a capital is a name: by its place, or by the title before it, "Mr. Vale"."""
        side = self.side
        if side.names(n):
            return True
        before = side.keys[n - 1] if n > side.lo else ""
        return before in self.lexicon.titles_with_stops and not side.shouts

    @property
    def masked(self) -> tuple[str, str] | None:
        """The first letters and the last of one word whose others are masked, as those of oaths are."""
        side = self.side
        if self.lo == self.hi or side.text[side.ends[self.lo] : side.ends[self.lo] + 1] not in MASKS:
            return None
        word = MASKED.match(side.text, side.starts[self.lo])
        if not word or word.end() < side.ends[self.hi - 1]:
            return None
        first, *last = LETTERS.findall(word[0].lower())
        return first, last[-1] if last else ""

    @property
    def is_end_of_masked(self) -> bool:
        """Whether the words are the last letters of a masked word."""
        side = self.side
        start = side.starts[self.lo]
        if self.hi - self.lo != 1 or side.text[max(0, start - 1) : start] not in MASKS:
            return False
        before = MASKED.search(side.text, side.starts[max(self.lo - 1, side.lo)], start + 1)
        return before is not None and before.end() > start

    @property
    def clipped(self) -> tuple[str, str]:
        """One word as the start and as the end of another, where an apostrophe says that it was clipped."""
        side, text = self.side, self.side.text
        start, end = side.starts[self.lo], side.ends[self.hi - 1]
        key = side.keys[self.lo] if self.hi - self.lo == 1 else ""
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        return key if after in _CLIPPING else "", key if before in _CLIPPING else ""

    @property
    def shouted(self) -> bool:
        """Whether the words are printed in capitals throughout."""
        side = self.side
        printed = side.text[side.starts[self.lo] : side.ends[self.hi - 1]] if self.lo < self.hi else ""
        return len(printed) > 1 and printed.isupper()

    @property
    def as_printed(self) -> str:
        """The words as the text prints them, with what stands between them; "" for none."""
        side = self.side
        return side.text[side.starts[self.lo] : side.ends[self.hi - 1]] if self.lo < self.hi else ""

    @property
    def has_name(self) -> bool:
        """Whether one of the words has a capital that no sentence's start explains."""
        text, starts = self.side.text, self.side.starts
        return any(
            text[starts[n]].isupper() and self._names(n) and self._is_no_noun(n) and not self._is_pronoun(n)
            for n in range(self.lo, self.hi)
        )

    @property
    def is_initial(self) -> bool:
        """Whether the words are one letter with a stop before a name: J. Vale."""
        return (
            self.hi - self.lo == 1 == len(self.printed[0])
            and self.is_before_stop
            and self._is_initial(self.lo)
        )

    @property
    def is_before_stop(self) -> bool:
        """Whether a stop stands right behind the words."""
        end = self.side.ends[self.hi - 1]
        return self.side.text[end : end + 1] == "."

    @property
    def is_between_commas(self) -> bool:
        """Whether a comma stands right before the words and right behind them, inside a wording."""
        side, text = self.side, self.side.text
        if not side.lo < self.lo < self.hi < side.hi:
            return False
        before = text[side.ends[self.lo - 1] : side.starts[self.lo]].strip()
        return before == "," == text[side.ends[self.hi - 1] : side.starts[self.hi]].strip()

    @property
    def is_all_names(self) -> bool:
        """Whether each of the words has a capital."""
        text, starts = self.side.text, self.side.starts
        return not self.side.shouts and all(text[starts[n]].isupper() for n in range(self.lo, self.hi))

    def _is_pronoun(self, n: int) -> bool:
        """Whether a word is a letter that is a pronoun, and no initial: the last word of a sentence, "I"."""
        key = self.side.keys[n]
        return len(key) == 1 and key in self.lexicon.pointing and not self._is_initial(n)

    def _is_initial(self, n: int) -> bool:
        """Whether a name goes on behind the stop of a letter: I. Vale."""
        side = self.side
        return n + 1 < side.hi and side.text[side.starts[n + 1]].isupper()

    def _is_no_noun(self, n: int) -> bool:
        """Whether more than its capital makes a name of a word, in a language whose nouns have one."""
        if not self.lexicon.nouns_have_capitals:
            return True
        # A title before it, or another name right before or after: "Frau Vale", "Ruth Vale".
        side = self.side
        beside = (m for m in (n - 1, n + 1) if side.lo <= m < side.hi)
        titled = n > side.lo and side.keys[n - 1] in self.lexicon.titles
        return titled or any(side.names(m) for m in beside)


class Shape(StrEnum):
    """What sort of change something is before it has a name."""

    DISCLOSED = "disclosed"
    """An ellipsis or brackets say so."""
    AT_END = "at_end"
    """One wording has more at its start or end."""
    ONE_SIDED = "one_sided"
    """Words that one wording has and the other has not."""
    SUBSTITUTION = "substitution"
    """Words for other words."""


class Disclosure(StrEnum):
    """How the print discloses a change."""

    NONE = ""
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"


class Change:
    """Words that stand in one wording and not in the other.

    Attributes:
        lexicon: The language.
        a: What one side has.
        b: What the other has.
        disclosure: What discloses it.
        cut: Whether it stands at an end of one wording that is cut there.
        apart: Whether commas or dashes set it off.
        goes_on: Whether it is the second wording that has more at an end.
        over_ellipsis: Whether an ellipsis stands before what more it has.
        near: Of words left out, those that belong to the sentence of the words beside them, in full.
        enclosed: Whether marks on both sides set off words left out: an aside.
        joins_halves: Whether words are left out from inside one sentence to inside another.
    """

    def __init__(
        self, lexicon: Lexicon, a: ChangedWords, b: ChangedWords, *,
        disclosure: Disclosure = Disclosure.NONE, cut: bool = False, apart: bool = False,
        goes_on: bool = False, over_ellipsis: bool = False, near: Sequence[str] = (),
        enclosed: bool = False, joins_halves: bool = False,
    ) -> None:  # fmt: skip
        self.lexicon, self.a, self.b, self.disclosure = lexicon, a, b, disclosure
        self.cut, self.apart, self.goes_on, self.over_ellipsis = cut, apart, goes_on, over_ellipsis
        self.near, self.enclosed, self.joins_halves = near, enclosed, joins_halves

    @property
    def sides(self) -> tuple[ChangedWords, ChangedWords]:
        """Both sides."""
        return self.a, self.b

    @property
    def shape(self) -> Shape:
        """What sort of change it is, by which the rules are chosen."""
        if self.disclosure:
            return Shape.DISCLOSED
        if self.cut or self.goes_on:
            return Shape.AT_END
        return Shape.ONE_SIDED if self.one_sided else Shape.SUBSTITUTION

    @property
    def tables(self) -> frozenset[str]:
        """The language's tables that have one of the changed words; "figures" for a number in figures."""
        found: set[str] = set()
        known, phrases = self.lexicon.tables, self.lexicon.tables_of_phrases
        for side in (self.a, self.b):
            for key in side.printed:
                if key in known:
                    found |= known[key]
                    found |= phrases.get(key, frozenset())
                elif key[0].isdigit():
                    found.add("figures")
                elif self.lexicon.numerals.parts is not None and self.lexicon.numerals.number(key):
                    found.add("numbers")
            if has_contraction(side.printed, self.lexicon):
                found.add("contractions")
                found.update(*[known[word] for word in side.words if word in known])
        return frozenset(found)

    @property
    def one_sided(self) -> bool:
        """Whether the words stand in one wording only."""
        return not self.a.printed or not self.b.printed

    @property
    def marked(self) -> bool:
        """Whether the printed text discloses the change."""
        return bool(self.disclosure) or self.over_ellipsis

    def differs_in(self, table: str) -> bool:
        """Whether the two sides differ in what they mark from one table."""
        return self.a.senses(table) != self.b.senses(table)

    def covered(self, vocabulary: Phrases) -> bool:
        """Whether every changed word of both sides belongs to the vocabulary."""
        return self.a.covered(vocabulary) and self.b.covered(vocabulary)

    def swapped(self) -> "Change":
        """The same with the sides exchanged."""
        return Change(
            self.lexicon, self.b, self.a, disclosure=self.disclosure, cut=self.cut, apart=self.apart,
            goes_on=self.goes_on, over_ellipsis=self.over_ellipsis, near=self.near,
            enclosed=self.enclosed, joins_halves=self.joins_halves,
        )  # fmt: skip


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


class Edit(NamedTuple):
    """One stretch of each text that is put for the other: one difference.

    Attributes:
        a_start: Where it stands in ``a``.
        a_end: Where it ends there.
        b_start: Where it stands in ``b``.
        b_end: Where it ends there.
        change: What words were changed; None if they are the same, or there are none, and the print differs.
        is_word: Whether it is one word, printed in two ways.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    change: Change | None = None
    is_word: bool = False

    def swapped(self) -> "Edit":
        """The same with the sides exchanged."""
        change = self.change.swapped() if self.change else None
        return Edit(self.b_start, self.b_end, self.a_start, self.a_end, change, self.is_word)
