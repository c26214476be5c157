"""Amounts, dates and times, however they are written: "two million" and "2m", "5 percent" and "5%"."""

import functools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.numerals import NumberWord
from quoteverify.collation.language.spoken import NUMBERED, Reading, is_roman, roman, written

_DIGITS = frozenset("0123456789")
_FIGURES = re.compile(r"(\d+(?:[.,:]\d+)*)([^\W\d]*)\Z")
_FRACTION = re.compile(r"(\d*)(\d)\N{FRACTION SLASH}([1-9]\d?)([^\W\d]*)\Z")  # 2½
_LETTERS = re.compile(r"[^\W\d]+\Z")
_PART = re.compile(r"(\d{1,2})/([1-9]\d{0,2})\Z")
_YEAR = re.compile(r"[12]\d{3}")
_DATE = (re.compile(r"\d{1,2}"), re.compile(r"\d{1,2}"), _YEAR)
"""Day, month and year."""
_CLOCK = re.compile(r"(\d{1,2})\.([0-5]\d)\Z")  # 4.15 a.m.
_DECADE = re.compile(r"(\d{0,2}\d0)s\Z")
_HOURS = 12
"""On a clock with hands."""
_LONGEST_BOUND = 3
"""In words: "no more than"."""
DECADE_UNIT = "0s"
"""What a decade is counted in."""

_MOST_DIGITS = 100
"""More digits than this are no amount but a code, compared as it is printed. A guard against texts of digits:
to read them as a number takes the square of their length, and beyond 4,300 Python refuses."""

Quantity = tuple[Fraction | str | None, bool, frozenset[str]]
"""A value (None for a month by itself, a string for a time of day), whether it counts in order, its units."""


def is_number(key: str, lexicon: Lexicon) -> bool:
    """Whether a word is, by itself, a number or a date."""
    return (
        key[:1].isdigit()
        or lexicon.numerals.number(key) is not None
        or key in lexicon.numerals.months
        or key in lexicon.numerals.decades
    )


def beside_a_day(keys: Sequence[str], n: int, lexicon: Lexicon) -> bool:
    """Whether the number of a day stands beside a word: "the third of may", where nothing has capitals."""
    before, after = n - 1, n + 1
    while before > 0 and keys[before] in lexicon.numerals.date_particles:
        before -= 1
    if keys[after : after + 1] and keys[after] in lexicon.numerals.date_particles:
        after += 1  # "may the third"
    return any(0 <= at < len(keys) and _counts_days(keys[at], lexicon) for at in (before, after))


def _counts_days(key: str, lexicon: Lexicon) -> bool:
    """Whether a word can be the number of a day: an ordinal, or figures."""
    number = lexicon.numerals.values.get(key)
    return (number is not None and number.is_ordinal) or key[:1].isdigit()


def dated(keys: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """Some words; a month that is also a verb has its capital where the number of a day stands beside it."""
    if lexicon.numerals.capitalised.isdisjoint(keys):
        return keys
    return [
        key.capitalize() if key in lexicon.numerals.capitalised and beside_a_day(keys, n, lexicon) else key
        for n, key in enumerate(keys)
    ]


def counts(keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any of some words may be a number or a date; a quick look, before a careful one."""
    if not lexicon.numerals.words.isdisjoint(keys) or any(map(is_roman, keys)):
        return True
    if lexicon.numerals.parts is not None and any(map(lexicon.numerals.number, keys)):
        return True
    letters = "".join(keys)
    return not (letters.isalpha() or _DIGITS.isdisjoint(letters))


def is_part(key: str, lexicon: Lexicon) -> bool:
    """Whether a word can be a part of a quantity."""
    return is_number(key, lexicon) or unit_of(key, lexicon) is not None


def unit_of(key: str, lexicon: Lexicon) -> str | None:
    """The unit that a word names; None for a letter, which is one behind figures only: 60C, vitamin C."""
    return None if len(key) == 1 and key.isalpha() else lexicon.numerals.units.get(key)


def quantity(keys: Sequence[str], lexicon: Lexicon) -> Quantity | None:
    """Read words as one quantity; None if they are not one.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> english = lexicon(language("en"))
    >>> quantity(["two", "million"], english) == quantity(["2m"], english)
    True
    >>> quantity(["two", "boats"], english)
    """
    keys = _joined(keys, lexicon)
    if len(keys) == 1 and keys[0] in lexicon.numerals.values:
        value = lexicon.numerals.values[keys[0]].value
        if isinstance(value, str):
            return value, False, frozenset()
    reader = _Reader(lexicon)
    for place, key in enumerate(keys):
        if not reader.take(key, keys[place + 1] if place + 1 < len(keys) else "", alone=len(keys) == 1):
            return None
    return reader.quantity(keys[:1])


@functools.lru_cache(maxsize=4096)
def quantities(keys: tuple[str, ...], lexicon: Lexicon) -> frozenset[Quantity]:
    """Every quantity that some words may be, as they are written and as people say them.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> english = lexicon(language("en"))
    >>> said, printed = (quantities(tuple(text.split()), english) for text in ("half past ten", "10.30"))
    >>> [str(value) for value, _, _ in said & printed]
    ['10:30']
    """
    found = {quantity(keys, lexicon)}
    for reading in Reading:
        read = quantity(written(keys, reading, lexicon), lexicon)
        found.add(read)
        if read and isinstance(read[0], Fraction) and any(roman(key) for key in keys):
            found.add((read[0], not read[1], read[2]))  # "King Haldor IV", the Fourth
        if read and DECADE_UNIT in read[2] and isinstance(read[0], Fraction) and 1900 <= read[0] < 2000:
            found.add((read[0] - 1900, *read[1:]))
    return frozenset(read for some in found if some for read in (some, *_in_other_units(some, keys, lexicon)))


def _in_other_units(read: Quantity, keys: Sequence[str], lexicon: Lexicon) -> Iterator[Quantity]:
    """The same in a second sense of its unit: forty pounds, of money or of weight; 5m, million or meters."""
    value, is_ordinal, units = read
    for key in keys:
        letters = _LETTERS.search(key)
        if letters is None:
            continue
        other, scale = lexicon.numerals.other_units.get(letters[0]), lexicon.numerals.values.get(letters[0])
        if other:
            yield value, is_ordinal, (units - {lexicon.numerals.units[letters[0]]}) | {other}
        unit = None if units or other else lexicon.numerals.units.get(letters[0])
        if scale and unit and isinstance(value, Fraction) and isinstance(scale.value, Fraction):
            yield value / scale.value, is_ordinal, frozenset((unit,))  # 5m, a distance


class _Reader:
    """A quantity as far as it has been read.

    Attributes:
        total: What scales have closed: of "two thousand and five", two thousand.
        current: What the words since then come to; None if there were none.
        printed: Figures that are no amount: a time of day, a score, a date in figures.
        ordinal: Whether it counts in order.
        units: What it is counted in, and the months and years of a date.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, self.numerals = lexicon, lexicon.numerals
        self.total = Fraction(0)
        self.current: Fraction | None = None
        self.printed: str | None = None
        self.ordinal = False
        self.units: set[str] = set()

    def take(self, key: str, following: str, *, alone: bool) -> bool:
        """Go on by one word; whether the words are a quantity still."""
        numerals = self.numerals
        if key == NUMBERED:
            self.units.add(key)
            return True
        if decade := _DECADE.match(key):
            self.units.add(DECADE_UNIT)
            self.current = Fraction(int(decade[1]))
            return alone
        if part := _PART.match(key):
            self.current = Fraction(int(part[1]), int(part[2]))
            return not self.total
        if fraction := _FRACTION.match(key):
            return self._take_fraction(*fraction.groups())
        if figures := _FIGURES.match(key):
            return self._take_figures(key, figures[1], figures[2])
        if number := numerals.number(key):
            return self._take_number(number)
        if unit := self._unit(key):
            self.units.add(unit)
            return True
        return (
            (key in numerals.articles and self._counts_as_one(following))
            or (key in numerals.links and bool(self.total or self.current))
            or (key in numerals.date_particles and not alone)
        )

    def _unit(self, key: str) -> str | None:
        """The month or unit that a word names, or that a letter is behind a number: 60 C."""
        lexicon = self.lexicon
        is_behind = self.current is not None and not self.units
        return (
            lexicon.numerals.months.get(key)
            or unit_of(key, lexicon)
            or (lexicon.numerals.units.get(key) if is_behind else None)
        )

    def _take_figures(self, key: str, figures: str, letters: str) -> bool:
        """Figures, with an ending, a scale or a unit: 5, 5th, 5m, 5km."""
        if self.current is not None or self.printed:
            return self._take_year(key)
        if self._take_date(key):
            return True
        value = _value(figures, self.lexicon)
        if isinstance(value, str):
            self.printed = value
        else:
            self.current = value
        return not letters or self._take_letters(letters)

    def _take_fraction(self, whole: str, above: str, below: str, letters: str) -> bool:
        """A fraction in figures, 2½, which is a key of three numbers: 2, 1 and 2."""
        if self.current is not None or self.printed:
            return False
        self.current = int(whole or 0) + Fraction(int(above), int(below))
        return not letters or self._take_letters(letters)

    def _take_date(self, key: str) -> bool:
        """A date in figures, where the language has one way to write it: 20.05.2015."""
        marks = self.numerals.date_marks
        parts = next((parts for mark in marks if len(parts := key.split(mark)) == len(_DATE)), ())
        if not all(parts) or not all(map(re.Pattern.fullmatch, _DATE, parts)) or not parts:
            return False
        day, month, year = parts
        if int(month) not in self.numerals.numbered_months:
            return False
        self.current = Fraction(int(day))
        self.units |= {self.numerals.numbered_months[int(month)], year}
        return True

    def _take_year(self, key: str) -> bool:
        """The year of a date: 1 October 2019."""
        if not _YEAR.fullmatch(key) or self.units.isdisjoint(self.numerals.calendar):
            return False
        self.units.add(key)
        return True

    def _take_letters(self, letters: str) -> bool:
        """What stands behind figures, without a space."""
        scale = self.numerals.values.get(letters)
        if letters in self.numerals.ordinal_endings:
            self.ordinal = True
        elif scale and scale.is_scale and self.current is not None and isinstance(scale.value, Fraction):
            self.current *= scale.value
        elif scale is None and letters in self.numerals.units:
            self.units.add(self.numerals.units[letters])
        else:
            return False
        return True

    def _take_number(self, number: NumberWord) -> bool:
        """A word for a number."""
        value = number.value
        if isinstance(value, str):
            return False
        self.ordinal |= number.is_ordinal
        if number.is_scale:
            self._scale(value)
        elif self.current is None:
            self.current = value
        elif number.is_part_of_one or _may_follow(self.current, value):
            self.current += value
        else:
            return False
        return True

    def _scale(self, value: Fraction) -> None:
        """Multiply what stands before; from a thousand on, what follows begins anew."""
        self.current = (Fraction(1) if self.current is None else self.current) * value
        if value > 100:
            self.total, self.current = self.total + self.current, None

    def _counts_as_one(self, following: str) -> bool:
        """Whether an article counts, by the word that it stands before: "a hundred", "two and a half"."""
        number = self.numerals.values.get(following)
        return number is not None and (
            number.is_scale or (self.current is not None and number.is_part_of_one)
        )

    def quantity(self, first: Sequence[str]) -> Quantity | None:
        """What was read, of which the first word says whether it is a time of day; None for too little."""
        if first and self.printed is None and not self.units.isdisjoint(self.numerals.clock_units):
            self._take_clock(first[0])
        is_date = not self.units.isdisjoint(self.numerals.calendar)
        if self.printed is None and self.current is None and not self.total:
            # A unit by itself is a word like another, but for the abbreviation of a month.
            only_date = is_date and self.units <= self.numerals.calendar
            return (None, False, frozenset(self.units)) if only_date else None
        value = self.printed or self.total + (self.current or 0)
        on_the_clock = not self.units.isdisjoint(self.numerals.clock_units)
        if on_the_clock and isinstance(value, Fraction) and value <= _HOURS:
            value = f"{value}:00"
        return value, self.ordinal and not is_date, frozenset(self.units)

    def _take_clock(self, key: str) -> None:
        """Hours and minutes, where what follows says that they are: 4.15 a.m."""
        figures = _FIGURES.match(key)
        clock = _CLOCK.match(figures[1]) if figures else None
        if figures and clock and (not figures[2] or figures[2] in self.numerals.clock_units):
            self.printed, self.current = f"{clock[1]}:{clock[2]}", None


def _may_follow(before: Fraction, value: Fraction) -> bool:
    """Whether a number word adds to the one before it: "twenty five", "two hundred five", not "five five"."""
    return before % 100 == 0 or (before % 10 == 0 and before % 100 >= 20 and value < 10)


def _joined(keys: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The words with a unit of two words ("per cent") made one."""
    joined: list[str] = []
    for key in keys:
        if joined and joined[-1] not in lexicon.numerals.units and joined[-1] + key in lexicon.numerals.units:
            joined[-1] += key
        else:
            joined.append(key)
    return joined


def _value(figures: str, lexicon: Lexicon) -> Fraction | str:
    """The value of figures; as they are printed if they are no number, as a time of day is none."""
    plain = _between_thousands(lexicon.numerals.thousands_marks).sub("", figures)
    mark = next((mark for mark in lexicon.numerals.decimal_marks if mark in plain), None)
    whole, decimals = plain.split(mark, 1) if mark else (plain, "")
    if not (whole + decimals).isdecimal() or len(plain) > _MOST_DIGITS:
        return plain
    return Fraction(f"{whole}.{decimals}") if decimals else Fraction(int(whole))


@functools.cache
def _between_thousands(marks: frozenset[str]) -> re.Pattern[str]:
    """The marks that divide thousands: those before three digits."""
    return re.compile(rf"[{re.escape(''.join(sorted(marks)))}](?=\d{{3}}(?:\D|\Z))" if marks else r"(?!)")


def ends_with_bound(keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words end with what makes the number behind them a rough one, or a bound: "no more than"."""
    return any(
        tuple(keys[-n:]) in lexicon.numerals.approximators
        for n in range(1, min(len(keys), _LONGEST_BOUND) + 1)
    )


def around(keys: Sequence[str], lo: int, hi: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The words from ``lo`` to ``hi`` with the parts of numbers and units that stand around them."""
    while lo and is_part(keys[lo - 1], lexicon):
        lo -= 1
    while hi < len(keys) and (is_part(keys[hi], lexicon) or is_unit_behind(keys, hi, lexicon)):
        hi += 1
    return tuple(keys[lo:hi])


def is_unit_behind(keys: Sequence[str], n: int, lexicon: Lexicon) -> bool:
    """Whether a letter is a unit by the figures that stand before it: 60 C."""
    return n > 0 and keys[n] in lexicon.numerals.units and keys[n - 1][-1:].isdigit()
