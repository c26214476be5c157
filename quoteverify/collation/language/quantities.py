"""Amounts, dates and times, however they are written: "two million" and "2m", "5 percent" and "5%"."""

import re
from collections.abc import Sequence
from fractions import Fraction

from quoteverify.collation.language.lexicon import Lexicon

_DIGITS = frozenset("0123456789")
_FIGURES = re.compile(r"(\d+(?:[.,:]\d+)*)([^\W\d]*)\Z")
_YEAR = re.compile(r"[12]\d{3}")
_CLOCK = re.compile(r"(\d{1,2})\.([0-5]\d)(?:am|pm)?")  # 4.15 a.m.
_HALVES_OF_A_DAY = {"am", "pm"}
_ORDINALS = {"st", "nd", "rd", "th"}

Quantity = tuple[Fraction | str | None, bool, frozenset[str]]
"""A value (None for a month by itself, a string for a time of day), whether it counts in order, its units."""


def is_number(key: str, lexicon: Lexicon) -> bool:
    """Whether a word is, by itself, a number or a date."""
    return key[:1].isdigit() or key in lexicon.numbers or key in lexicon.months


def counts(keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any of some words may be a number or a date; a quick look, before a careful one."""
    if not lexicon.counting.isdisjoint(keys):
        return True
    letters = "".join(keys)
    return not (letters.isalpha() or _DIGITS.isdisjoint(letters))


def is_part(key: str, lexicon: Lexicon) -> bool:
    """Whether a word can be a part of a quantity."""
    return is_number(key, lexicon) or key in lexicon.units


def quantity(keys: Sequence[str], lexicon: Lexicon) -> Quantity | None:
    """Read words as one quantity; None if they are not one.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import profile
    >>> english = lexicon(profile("en"))
    >>> quantity(["two", "million"], english) == quantity(["2m"], english)
    True
    >>> quantity(["two", "boats"], english)
    """
    total, current = Fraction(0), None
    time: str | None = None
    ordinal = False
    units: set[str] = set()
    keys = _joined(keys, lexicon)
    for place, key in enumerate(keys):
        figures = _FIGURES.match(key)
        if figures:
            if current is not None or time:
                if _YEAR.fullmatch(key) and not units.isdisjoint(lexicon.months.values()):
                    units.add(key)  # 1 October 2019
                    continue
                return None
            value = _value(figures[1])
            if isinstance(value, str):
                time = value
            else:
                current = value
            if figures[2] in _ORDINALS:
                ordinal = True
            elif figures[2] and not _suffix(figures[2], lexicon):
                return None
            elif figures[2] in lexicon.numbers and current is not None:
                current *= Fraction(str(lexicon.numbers[figures[2]]["value"]))
            elif figures[2]:
                units.add(lexicon.units[figures[2]])
        elif key in lexicon.numbers:
            row = lexicon.numbers[key]
            if row.get("many"):
                return (str(row["value"]), False, frozenset()) if len(keys) == 1 else None
            value = Fraction(str(row["value"]))
            ordinal |= bool(row.get("ordinal"))
            if row.get("scale"):
                current = (Fraction(1) if current is None else current) * value
                if value > 100:
                    total, current = total + current, None
                    ordinal |= bool(row.get("ordinal"))
            elif current is None:
                current = value
            elif (
                0 < value < 1
                or current % 100 == 0
                or (current % 10 == 0 and current % 100 >= 20 and value < 10)
            ):
                current += value
            else:
                return None
        elif key in lexicon.months or key in lexicon.units:
            units.add(lexicon.months.get(key) or lexicon.units[key])
        elif key in ("a", "an"):
            following = keys[place + 1 : place + 2]
            row = lexicon.numbers.get(following[0], {}) if following else {}
            if not (row.get("scale") or (current is not None and 0 < row.get("value", 0) < 1)):
                return None
        elif not (key == "and" and (total or current)) and not (key in ("the", "of") and len(keys) > 1):
            return None
    clock = _CLOCK.fullmatch(keys[0]) if keys and time is None and units & _HALVES_OF_A_DAY else None
    if clock:
        time, current = f"{clock[1]}:{clock[2]}", None
    if time is None and current is None and not total:
        # A unit by itself is a word like another, but for the abbreviation of a month.
        return (None, False, frozenset(units)) if units and units <= set(lexicon.months.values()) else None
    if units & set(lexicon.months.values()):
        ordinal = False
    return (time or total + (current or 0), ordinal, frozenset(units))


def _joined(keys: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The words with a unit of two words ("per cent") made one."""
    joined: list[str] = []
    for key in keys:
        if joined and joined[-1] not in lexicon.units and joined[-1] + key in lexicon.units:
            joined[-1] += key
        else:
            joined.append(key)
    return joined


def _value(figures: str) -> Fraction | str:
    """The value of figures with separators; a time of day stays as it is."""
    if ":" in figures:
        return figures
    figures = re.sub(r",(?=\d{3}(?:\D|\Z))", "", figures)
    return Fraction(figures) if figures.count(".") < 2 and "," not in figures else figures


def _suffix(letters: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.numbers.get(letters, {}).get("scale")) or letters in lexicon.units


def around(keys: Sequence[str], lo: int, hi: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The words from ``lo`` to ``hi`` with the parts of numbers and units that stand around them."""
    while lo and is_part(keys[lo - 1], lexicon):
        lo -= 1
    while hi < len(keys) and is_part(keys[hi], lexicon):
        hi += 1
    return tuple(keys[lo:hi])
