"""Numbers as people say them, written as figures: "nineteen eighty seven", "a quarter to six", "number nine".

What is said can often be written in two ways: "twelve thirty" is a time, a year or two numbers. Each way of
reading gives figures of its own, and two wordings are one number where one reading of both is the same.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from fractions import Fraction

from quoteverify.collation.language.lexicon import Lexicon

NUMBERED = "#"
"""What stands for a word that says that a number is a name: "number nine"."""

DECADE = "0s"
"""What a decade ends with."""

_FIGURES = re.compile(r"\d+\Z")
_CLOCK = re.compile(r"(1?\d)[.:]([0-5]\d)\Z")
_DECADE = re.compile(r"'?(\d{0,2}\d0)'?s\Z")
is_roman = re.compile(r"(?=..|[vx]\Z)(x{0,3})(ix|iv|v?i{0,3})\Z").match
"""A match where a word is a Roman numeral of two letters and more, or V or X."""
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_LONGEST_UNIT = 3
"""In words: "in the evening"."""
_HOURS, _MINUTES = 12, 60
"""On a clock with hands."""
_LAST_BUT_PARTS = 2
"""No word that counts in order up to here is one for a part: "a third", not "a second"."""
_FEWEST_DIGITS = 3
"""Digits said one by one are a number from so many on: "nine one one"."""


class Reading(Enum):
    """How two numbers in a row are read, and figures with a point."""

    YEAR = auto()
    CLOCK = auto()
    FRACTION = auto()
    PLAIN = auto()


def roman(key: str) -> int | None:
    """The value of a Roman numeral of two letters and more, or V or X; None if it is none.

    >>> roman("iv"), roman("xii"), roman("six")
    (4, 12, None)
    """
    if not is_roman(key):
        return None
    values = [_ROMAN_VALUES[letter] for letter in key]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


def written(keys: Sequence[str], reading: Reading, lexicon: Lexicon) -> list[str]:
    """Number words, as one reading has them, in figures; all others as they are.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> english = lexicon(language("en"))
    >>> written("nineteen oh six".split(), Reading.YEAR, english)
    ['1906']
    >>> written("a quarter to six".split(), Reading.CLOCK, english)
    ['5:45']
    """
    return list(_Writer(keys, reading, lexicon).figures())


_Way = Callable[[int], tuple[str, int] | None]


class _Writer:
    """Number words on their way to figures."""

    def __init__(self, keys: Sequence[str], reading: Reading, lexicon: Lexicon) -> None:
        self.keys, self.reading, self.numerals = keys, reading, lexicon.numerals
        self.places = lexicon.numerals.places

    def figures(self) -> Iterator[str]:
        """The words in figures, in order."""
        ways: list[_Way] = [self._unit, self._numbered, self._decade, self._digits, self._decimals]
        if self.reading is Reading.YEAR:
            ways.append(self._year)
        elif self.reading is Reading.CLOCK:
            ways += [self._about_the_hour, self._on_the_hour, self._hour_and_minutes, self._clock]
        elif self.reading is Reading.FRACTION:
            ways.insert(0, self._fraction)
        at = 0
        while at < len(self.keys):
            found = next((f for f in (way(at) for way in ways) if f), None)
            if found:
                figures, at = found
                yield figures
                continue
            key = self.keys[at]
            dropped = self.reading is Reading.PLAIN and at and self._is(at, "on the hour")
            if not dropped:
                value = roman(key)
                yield key if value is None else str(value)
            at += 1

    def _is(self, at: int, place: str) -> bool:
        return at < len(self.keys) and self.keys[at] in self.places.get(place, ())

    def _word(self, at: int) -> int | None:
        """The value of a word for a whole number, or of figures; None if it is neither or an ordinal."""
        if at >= len(self.keys):
            return None
        key = self.keys[at]
        if _FIGURES.match(key):
            return int(key) if len(key) < _FEWEST_DIGITS else None
        number = self.numerals.values.get(key)
        if number is None or number.is_scale or number.is_ordinal or not isinstance(number.value, Fraction):
            return None
        return int(number.value) if number.value.denominator == 1 else None

    def _below_hundred(self, at: int) -> tuple[int, int] | None:
        """The value of what is said for a number below a hundred, and where it ends."""
        value = self._word(at)
        if value is None or value > 99:
            return None
        more = self._word(at + 1) if value >= 20 and value % 10 == 0 else None
        if more is not None and 0 < more < 10 and not self.keys[at].isdecimal():
            return value + more, at + 2
        return value, at + 1

    def _two_digits(self, at: int) -> tuple[int, int] | None:
        """The same of what fills two places: "eighty seven", "oh six"."""
        if self._is(at, "zero"):
            value = self._word(at + 1)
            return (value, at + 2) if value is not None and value < 10 else None
        found = self._below_hundred(at)
        return found if found and found[0] > 9 else None

    # Each gives the figures of what is said from a word on, and where that ends; None if nothing is.

    def _unit(self, at: int) -> tuple[str, int] | None:
        for length in range(_LONGEST_UNIT, 1, -1):
            unit = "".join(self.keys[at : at + length])
            if at and len(self.keys) >= at + length and unit in self.numerals.units:
                return unit, at + length
        return None

    def _numbered(self, at: int) -> tuple[str, int] | None:
        if self._is(at, "before a number") and self._word(at + 1) is not None:
            return NUMBERED, at + 1
        return None

    def _decade(self, at: int) -> tuple[str, int] | None:
        key = self.keys[at]
        if printed := _DECADE.match(key):
            return f"{int(printed[1])}s", at + 1
        if key in self.numerals.decades:
            return f"{self.numerals.decades[key]}s", at + 1
        found = self._below_hundred(at)
        if found and found[1] < len(self.keys) and self.keys[found[1]] in self.numerals.decades:
            return f"{100 * found[0] + self.numerals.decades[self.keys[found[1]]]}s", found[1] + 1
        return None

    def _digits(self, at: int) -> tuple[str, int] | None:
        end = at
        while (value := self._word(end)) is not None and value < 10 and not self.keys[end].isdecimal():
            end += 1
        if end - at < _FEWEST_DIGITS:
            return None
        return "".join(str(self._word(n)) for n in range(at, end)), end

    def _decimals(self, at: int) -> tuple[str, int] | None:
        whole = self._below_hundred(at)
        if not whole or not self._is(whole[1], "before spoken decimals"):
            return None
        end = whole[1] + 1
        digits = ""
        while (value := self._word(end)) is not None or self._is(end, "zero"):
            digits += str(value or 0)
            end += 1
        mark = next(iter(self.numerals.decimal_marks), ".")
        return (f"{whole[0]}{mark}{digits}", end) if digits else None

    def _year(self, at: int) -> tuple[str, int] | None:
        century = self._word(at)
        if century is None or not 10 <= century <= 20 or self.keys[at].isdecimal():
            return None
        rest = self._two_digits(at + 1)
        return (str(100 * century + rest[0]), rest[1]) if rest else None

    def _fraction(self, at: int) -> tuple[str, int] | None:
        """Parts of something: "a third", "one quarter", "three fourths"."""
        count = 1 if self.keys[at] in self.numerals.articles else self._word(at)
        if not count or at + 1 >= len(self.keys):
            return None
        part = self.keys[at + 1]
        if count > 1:
            endings = self.places.get("after parts", ())
            part = next((part.removesuffix(ending) for ending in endings if part.endswith(ending)), "")
        below = self._parts_of_one(part)
        return (f"{count}/{below}", at + 2) if below else None

    def _parts_of_one(self, part: str) -> Fraction | int:
        """How many of some parts make one; 0 if the word is none for a part."""
        if part in self.places.get("half of an hour", ()):
            return 2
        if part in self.places.get("quarter of an hour", ()):
            return 4
        number = self.numerals.values.get(part)
        if number is None or not number.is_ordinal or not isinstance(number.value, Fraction):
            return 0
        return number.value if number.value > _LAST_BUT_PARTS else 0

    def _about_the_hour(self, at: int) -> tuple[str, int] | None:
        """A time before or past the hour: "half past ten", "twenty to six"; an article may stand before."""
        start = at + (self.keys[at] in self.numerals.articles)
        if self._is(start, "half of an hour"):
            minutes, end = 30, start + 1
        elif self._is(start, "quarter of an hour"):
            minutes, end = 15, start + 1
        elif found := self._below_hundred(at):
            minutes, end = found
            end += self._is(end, "minutes of an hour")
        else:
            return None
        before = self._is(end, "before the hour")
        hour = self._word(end + 1)
        if not (before or self._is(end, "past the hour")) or minutes >= _MINUTES:
            return None
        if hour is None or not 0 < hour <= _HOURS:
            return None
        if before:
            hour, minutes = hour - 1 or 12, 60 - minutes
        return f"{hour}:{minutes:02}", end + 2

    def _on_the_hour(self, at: int) -> tuple[str, int] | None:
        hour = self._word(at)
        if hour is None or not self._is(at + 1, "on the hour"):
            return None
        return f"{hour}:00", at + 2

    def _hour_and_minutes(self, at: int) -> tuple[str, int] | None:
        hour = self._word(at)
        if hour is None or not 0 < hour <= _HOURS or self.keys[at].isdecimal():
            return None
        minutes = self._two_digits(at + 1)
        return (f"{hour}:{minutes[0]:02}", minutes[1]) if minutes and minutes[0] < _MINUTES else None

    def _clock(self, at: int) -> tuple[str, int] | None:
        printed = _CLOCK.match(self.keys[at])
        return (f"{int(printed[1])}:{printed[2]}", at + 1) if printed else None
