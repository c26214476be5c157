"""What one side has where words were changed, and what the rules ask of it."""

import re
from collections.abc import Sequence

from quoteverify.collation.differences.sides import Side
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.slips import LETTERS, MASKED, MASKS, is_common_word
from quoteverify.collation.language.word_forms import expanded, has_contraction

OPENED = 6
"""In words: a clause that ends with a verb right before that of another began no farther before."""


_PAUSE = re.compile(r"[,…–—-]+\s*|\s*(?:[–—-]+|\.\.\.|…)\s*")


_CLIPPING = frozenset("'’‘`")


_HYPHEN = re.compile("[-‐‑–]")


Phrases = frozenset[tuple[str, ...]]


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
