import pytest

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.spoken import Reading, roman, written
from quoteverify.collation.language.word_forms import same_quantity
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))


@pytest.mark.parametrize(
    ("key", "value"),
    [("ii", 2), ("iv", 4), ("viii", 8), ("ix", 9), ("xxxix", 39), ("i", None), ("x", 10), ("vic", None)],
)
def test_roman_numerals_are_no_pronouns(key: str, value: int | None) -> None:
    assert roman(key) == value


@pytest.mark.parametrize(
    ("said", "reading", "figures"),
    [
        ("nineteen eighty seven", Reading.YEAR, "1987"),
        ("twenty ten", Reading.YEAR, "2010"),
        ("nineteen oh six", Reading.YEAR, "1906"),
        ("twelve thirty", Reading.YEAR, "1230"),
        ("twelve thirty", Reading.CLOCK, "12:30"),
        ("half past ten", Reading.CLOCK, "10:30"),
        ("a quarter to one", Reading.CLOCK, "12:45"),
        ("twenty minutes past four", Reading.CLOCK, "4:20"),
        ("six o'clock", Reading.CLOCK, "6:00"),
        ("six o'clock", Reading.PLAIN, "six"),
        ("10.30", Reading.CLOCK, "10:30"),
        ("four point two", Reading.PLAIN, "4.2"),
        ("nine one one", Reading.PLAIN, "911"),
        ("the nineteen thirties", Reading.PLAIN, "the 1930s"),
        ("number nine", Reading.PLAIN, "# nine"),
        ("a third", Reading.FRACTION, "1/3"),
        ("one quarter", Reading.FRACTION, "1/4"),
        ("one half", Reading.FRACTION, "1/2"),
        ("three fourths", Reading.FRACTION, "3/4"),
        ("three quarters", Reading.FRACTION, "3/4"),
        ("three fourth", Reading.FRACTION, "three fourth"),
        ("three boats", Reading.FRACTION, "three boats"),
        ("three", Reading.FRACTION, "three"),
        ("a second", Reading.FRACTION, "a second"),
        ("the third", Reading.FRACTION, "the third"),
        ("we sail", Reading.YEAR, "we sail"),
    ],
)
def test_what_is_said_in_figures(said: str, reading: Reading, figures: str) -> None:
    assert " ".join(written(words(said).keys, reading, ENGLISH)) == figures


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("nineteen eighty-seven", "1987"),
        ("two thousand and six", "2006"),
        ("nineteen hundred and five", "1905"),
        ("half past ten", "10.30"),
        ("five to eight", "7:55"),
        ("seven in the evening", "7pm"),
        ("the third of May", "3 May"),
        ("number nine", "No. 9"),
        ("the eighties", "the 1980s"),
        ("four point two million", "4.2 million"),
        ("twenty-three thousand", "23,000"),
        ("two dollars", "$2"),
        ("second", "II"),
    ],
)
def test_what_is_said_and_printed_is_one_quantity(said: str, printed: str) -> None:
    one, other = (
        [key.capitalize() if key in ENGLISH.numerals.capitalised else key for key in words(text).keys]
        for text in (said, printed)
    )
    strip = [key for key in one if key != "the"], [key for key in other if key != "the"]
    assert same_quantity(one, other, ENGLISH) or same_quantity(*strip, ENGLISH)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("nineteen eighty-seven", "1978"),
        ("half past ten", "9.30"),
        ("five to eight", "8:05"),
        ("seven in the evening", "7am"),
        ("number nine", "9"),
        ("nine one one", "91"),
        ("the eighties", "80"),
        ("four point two", "42"),
        ("third", "II"),
    ],
)
def test_another_number_is_another(said: str, printed: str) -> None:
    assert not same_quantity(words(said).keys, words(printed).keys, ENGLISH)
