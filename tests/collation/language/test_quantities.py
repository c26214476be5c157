"""Amounts, dates and times, however they are written."""

import pytest

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.quantities import (
    around,
    counts,
    dated,
    is_number,
    is_part,
    quantity,
)
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))

SAME = [
    ("six", "6"),
    ("40 g", "forty grams"),
    ("50¢", "50 cents"),
    ("twenty-five", "25"),
    ("two hundred and five", "205"),
    ("two million", "2m"),
    ("2,000,000", "2 million"),
    ("a hundred", "100"),
    ("one and a half", "1.5"),
    ("two and a half tonnes", "2.5 tons"),
    ("4.15 a.m.", "4:15am"),
    ("20 October", "October 20"),
    ("the first of October 2019", "1 October 2019"),
    ("third", "3rd"),
    ("twenty-first", "21st"),
    ("$5 million", "five million dollars"),
    ("5%", "five per cent"),
    ("5 percent", "5 per cent"),
    ("September 11th", "Sept. 11"),
    ("the 11th of September", "September 11"),
    ("5km", "five kilometres"),
    ("a dozen", "12"),
    ("1.5bn", "1.5 billion"),
    ("a thousand", "1,000"),
    ("two thousand and five", "2005"),
    ("two hundred thousand", "200,000"),
    ("nineteen hundred", "1900"),
    ("two and a half million", "2.5m"),
    ("two dozen", "24"),
    ("9.30am", "9:30 a.m."),
    ("the 21st", "the twenty-first"),
    ("the hundredth", "the 100th"),
    ("1.50", "1.5"),
    ("Sept.", "September"),
    ("Rs 5 crore", "₹50 million"),
    ("two lakh", "200,000"),
    ("0·5 mg", "0.5 mg"),
]
OTHER = [
    ("six", "7"),
    ("two million", "2 billion"),
    ("third", "3"),
    ("5 dollars", "5 pounds"),
    ("Rs 5", "$5"),
    ("0·5 mg", "5 mg"),
    ("5", "5%"),
    ("10:30", "10:45"),
    ("1 October 2019", "1 October 2018"),
    ("4.15 a.m.", "4.15 p.m."),
    ("1.5", "15"),
    ("40 g", "40 mg"),
    ("5m", "5bn"),
    ("1,5", "15"),
    ("1.2.3", "1.23"),
    ("dozens", "hundreds"),
    ("21st", "21"),
    ("5 km", "5 miles"),
    ("4.15 a.m.", "4.15"),
    ("1" * 101, "2" * 101),
]
# Each with a fraction that is one character.
FRACTIONS = [("2½", "two and a half"), ("½", "0.5"), ("1¼m", "1.25m")]
NONE = [
    *("boats", "two boats", "the", "", "a", "1 2", "years", "and", "five five", "and five", "twenty twelve"),
    *(
        "ten five",
        "dozens of boats",
        "two dozens",
        "a five",
        "a half",
        "one a dozens",
        "1 October 20",
        "2019 2020",
    ),
    *("g 7", "c", "40 kg g"),
    *(
        "10:30m",
        "10:30k",
        "5second",
        "5five",
        "1.5.5m",
        "of",
        "two a hundred boats",
        "five zero",
        "five one",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME + FRACTIONS)
def test_two_ways_to_write_one_quantity(one: str, other: str) -> None:
    read = quantity(words(one).keys, ENGLISH)
    assert read is not None
    assert read == quantity(words(other).keys, ENGLISH)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_quantities(one: str, other: str) -> None:
    assert quantity(words(one).keys, ENGLISH) != quantity(words(other).keys, ENGLISH)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_quantity(text: str) -> None:
    assert quantity(words(text).keys, ENGLISH) is None


def test_the_parts_of_a_quantity_around_a_word() -> None:
    keys = words("we paid $5 million in all").keys
    assert around(keys, 3, 4, ENGLISH) == ("$", "5", "million")
    assert is_number("5", ENGLISH)
    assert not is_number("dollars", ENGLISH)


@pytest.mark.parametrize(
    ("text", "number", "part"),
    [
        *(("5", True, True), ("5km", True, True), ("six", True, True), ("june", True, True)),
        *(("km", False, True), ("%", False, True), ("boats", False, False), ("a", False, False)),
        ("", False, False),
    ],
)
def test_a_word_is_a_number_or_a_part_of_one(text: str, number: bool, part: bool) -> None:
    assert (is_number(text, ENGLISH), is_part(text, ENGLISH)) == (number, part)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        *(("we saw six", True), ("in may", True), ("it took 5 days", True), ("5km", True)),
        *(("it's late", False), ("the boats", False), ("", False), ("$", False)),
    ],
)
def test_a_quick_look_tells_whether_there_may_be_a_number(text: str, may: bool) -> None:
    assert counts(words(text).keys, ENGLISH) is may


def test_around_goes_no_further_than_the_words() -> None:
    keys = words("5 million dollars").keys
    assert around(keys, 1, 1, ENGLISH) == around(keys, 0, 3, ENGLISH) == tuple(keys)


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("on may 20", ["May"]),
        ("may the third", ["May"]),
        ("the third of march", ["March"]),
        ("we may sail", []),
        ("they march on", []),
    ],
)
def test_a_month_that_is_a_verb_too_is_one_beside_a_day(said: str, months: list[str]) -> None:
    assert [key for key in dated(said.split(), ENGLISH) if key[:1].isupper()] == months
