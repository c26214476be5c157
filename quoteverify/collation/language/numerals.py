"""Numbers, dates and units as a language says them, derived once from its tables."""

import functools
import re
from collections.abc import Mapping
from fractions import Fraction

import attrs

from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import words

Phrase = tuple[str, ...]


@attrs.frozen
class NumberWord:
    """A word for a number.

    Attributes:
        value: Its value; of a word that has no one value, such as "dozens", the word.
        is_scale: Whether it multiplies what stands before it, as "hundred" does.
        is_ordinal: Whether it counts in order.
    """

    value: Fraction | str
    is_scale: bool
    is_ordinal: bool

    @property
    def is_part_of_one(self) -> bool:
        """Whether it is a fraction, as "half" is."""
        return isinstance(self.value, Fraction) and 0 < self.value < 1


# With slots, attrs finds what is made when first asked for by a hook that every look at a field goes through.
@attrs.frozen(eq=False, slots=False)
class Numerals:
    """What the rules ask of a language about numbers.

    Attributes:
        profile: The language.
        values: Words for numbers.
        words: Every word that may be a number or a date, in small letters.
        ordinal_endings: What makes figures count in order.
        decades: Words for the ten years that a number begins.
        places: By where they stand in what is said for a number: the words that do.
        decimal_marks: What stands before the decimals of a number in figures.
        thousands_marks: What divides the thousands of a number in figures.
        articles: What counts as one before a scale or a fraction: "a hundred", "one and a half".
        links: What joins the parts of a number: "one hundred and five".
        date_particles: What may stand anywhere in a quantity of several words: "the first of May".
        parts: What a number in one word is made of, where numbers are compounded.
        numbered_months: The month of each number, where dates stand in figures.
        date_marks: What stands between the figures of a date.
        months: Months and days with the one name for each.
        capitalised: Months that are other words without their capital.
        units: Every name of a unit, with the one name for all of them.
        other_units: Of those that name two, the second: "pounds", of money and of weight.
        clock_units: The names of those that make a time of day of a number: "a.m.".
        approximators: What makes a number that follows it a rough one.
    """

    profile: LanguageProfile
    values: Mapping[str, NumberWord]
    words: frozenset[str]
    ordinal_endings: frozenset[str]
    decades: Mapping[str, int]
    places: Mapping[str, frozenset[str]]
    decimal_marks: frozenset[str]
    thousands_marks: frozenset[str]
    articles: frozenset[str]
    links: frozenset[str]
    date_particles: frozenset[str]
    parts: re.Pattern[str] | None
    numbered_months: Mapping[int, str]
    date_marks: frozenset[str]
    months: Mapping[str, str]
    capitalised: frozenset[str]
    units: Mapping[str, str]
    other_units: Mapping[str, str]
    clock_units: frozenset[str]
    approximators: frozenset[Phrase]

    @functools.cached_property
    def numbering(self) -> Mapping[str, str]:
        """What only says that a number follows, and words abbreviated before one, in one spelling."""
        places = self.places.get("before a number", frozenset())
        found = dict.fromkeys(places, "")
        for row in self.profile.rows("spellings"):
            if row.values.get("before_number"):
                found |= dict.fromkeys(row.words, row.words[0])
        return found

    @functools.cached_property
    def bounds(self) -> Mapping[Phrase, str]:
        """What makes a number a rough one, or a bound, with the first that does the same."""
        rows = self.profile.rows("approximators")
        return {keys_of(word): row.words[0] for row in rows for word in row.words}

    @functools.cached_property
    def calendar(self) -> frozenset[str]:
        """The one name for each month and day."""
        return frozenset(self.months.values())

    def number(self, key: str) -> NumberWord | None:
        """The number that a word is, by itself or by its parts: "einundzwanzig"; None for none."""
        found = self.values.get(key)
        if found is None and self.parts is not None:
            return _of_parts(self, key)
        return found


def numerals_of(profile: LanguageProfile) -> Numerals:
    """What the rules ask of a language about numbers."""
    numbers, decades, months = _numbers(profile), _decades(profile), _months(profile)
    units, other_units = _units(profile)
    return Numerals(
        profile=profile,
        values=numbers,
        words=frozenset(numbers) | profile.words("months") | frozenset(months) | frozenset(decades),
        ordinal_endings=profile.words("number_particles", place="after figures"),
        decades=decades,
        places=_number_places(profile),
        decimal_marks=profile.words("number_particles", place="before decimals"),
        thousands_marks=profile.words("number_particles", place="before thousands"),
        articles=profile.words("number_particles", place="before a scale or fraction"),
        links=profile.words("number_particles", place="after a number"),
        date_particles=profile.words("number_particles", place="anywhere"),
        parts=_number_parts(profile, numbers),
        numbered_months=_numbered_months(profile),
        date_marks=profile.words("number_particles", place="between the figures of a date"),
        months=months,
        capitalised=profile.words("months", capital=True),
        units=units,
        other_units=other_units,
        clock_units=frozenset(row.words[0] for row in profile.rows("units") if row.values.get("clock")),
        approximators=keyed(profile.words("approximators")),
    )


def _numbered_months(profile: LanguageProfile) -> dict[int, str]:
    """The months by their numbers in dates of figures."""
    return {row.values["number"]: row.words[0] for row in profile.rows("months") if "number" in row.values}


def _numbers(profile: LanguageProfile) -> dict[str, NumberWord]:
    return {
        word: NumberWord(
            row.words[0] if row.values.get("many") else Fraction(str(row.values["value"])),
            is_scale=row.values.get("scale", False),
            is_ordinal=row.values.get("ordinal", False),
        )
        for row in profile.rows("numbers")
        if not row.values.get("decade")
        for word in row.words
    }


def _decades(profile: LanguageProfile) -> dict[str, int]:
    """The words for decades, with the number that each begins with."""
    rows = (row for row in profile.rows("numbers") if row.values.get("decade"))
    return {word: int(row.values["value"]) for row in rows for word in row.words}


def _number_places(profile: LanguageProfile) -> dict[str, frozenset[str]]:
    """By where they stand in what is said for a number: the words that do."""
    places = {str(row.values["place"]) for row in profile.rows("number_particles")}
    return {place: profile.words("number_particles", place=place) for place in places}


def _number_parts(profile: LanguageProfile, numbers: Mapping[str, NumberWord]) -> re.Pattern[str] | None:
    """What a number in one word is made of; None where numbers are not compounded."""
    if "numbers_are_compounded" not in profile.words("syntax"):
        return None
    places = ("before a scale or fraction", "after a number")
    joined = {word for place in places for word in profile.words("number_particles", place=place)}
    parts = "|".join(sorted(map(re.escape, {*numbers, *joined}), key=len, reverse=True))
    return re.compile(rf"(?:{parts})")


@functools.lru_cache(maxsize=1 << 12)
def _of_parts(numerals: Numerals, key: str) -> NumberWord | None:
    """The number that a word of several numerals is: zwei-hundert-ein-und-zwanzig; None for no number."""
    if numerals.parts is None:
        return None
    parts = numerals.parts.findall(key)
    if len(parts) < 2 or "".join(parts) != key:
        return None
    total = current = Fraction(0)
    ordinal = False
    for part in parts:
        number = numerals.values.get(part)
        if number is None:
            current += part in numerals.articles  # "ein" hundert; what only joins counts for nothing
            continue
        if isinstance(number.value, str) or ordinal:
            return None
        ordinal = number.is_ordinal
        if not number.is_scale:
            current += number.value
        elif number.value > _HUNDRED:
            total, current = total + max(current, Fraction(1)) * number.value, Fraction(0)
        else:
            current = max(current, Fraction(1)) * number.value
    return NumberWord(total + current, is_scale=False, is_ordinal=ordinal)


_HUNDRED = 100
"""The greatest scale that a greater one can follow: two hundred and five thousand."""


def _units(profile: LanguageProfile) -> tuple[dict[str, str], dict[str, str]]:
    """Every name of a unit, those of several words as one, with the first of its row; and of a second row."""
    units: dict[str, str] = {}
    others: dict[str, str] = {}
    for row in profile.rows("units"):
        for word in row.words:
            name = "".join(keys_of(word))
            (others if name in units else units)[name] = row.words[0]
    return units, others


def _months(profile: LanguageProfile) -> dict[str, str]:
    return {
        word.capitalize() if row.values.get("capital") else word: row.words[0]
        for row in profile.rows("months")
        for word in row.words
    }


def keys_of(phrase: str) -> Phrase:
    """The words of a phrase, folded."""
    return tuple(words(phrase).keys)


def keyed(phrases: frozenset[str]) -> frozenset[Phrase]:
    """Phrases word by word, folded."""
    return frozenset(map(keys_of, phrases))
