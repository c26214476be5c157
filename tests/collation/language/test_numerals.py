"""Numbers as words: those written in one, and what stands around them."""

from pathlib import Path

import pytest

from quoteverify.collation.language.numerals import numerals_of
from quoteverify.text.language import language

ENGLISH = numerals_of(language("en"))
# A language whose numbers are written in one word.
GERMAN = numerals_of(language("de", folder=Path(__file__).parents[2] / "languages" / "de" / "tables"))


@pytest.mark.parametrize(
    ("word", "is_part"),
    [("half", True), ("one", False), ("third", False), ("dozens", False)],
)
def test_a_fraction_is_a_part_of_one(word: str, is_part: bool) -> None:
    assert ENGLISH.values[word].is_part_of_one is is_part


@pytest.mark.parametrize(
    ("word", "opens"), [("no", True), ("number", True), ("chapter", False), ("boat", False)]
)
def test_what_only_says_that_a_number_follows(word: str, opens: bool) -> None:
    assert (word in ENGLISH.numbering) is opens


def test_the_calendar_has_one_name_for_each_day_and_month() -> None:
    assert {ENGLISH.months[word] for word in ("jan", "january")} <= ENGLISH.calendar
    assert "jan" not in ENGLISH.calendar


@pytest.mark.parametrize(
    ("word", "value", "is_ordinal"),
    [
        *(("einundzwanzig", 21, False), ("einhundert", 100, False), ("zweihundert", 200, False)),
        *(("hundertfünf", 105, False), ("tausendzwei", 1002, False), ("hunderttausend", 100_000, False)),
        *(("zweitausenddreihundert", 2300, False), ("zweihunderttausend", 200_000, False)),
        *(("hundertzweite", 102, True), ("einmillion", 1_000_000, False)),
    ],
)
def test_numerals_written_as_one_word_are_a_number(word: str, value: int, is_ordinal: bool) -> None:
    found = GERMAN.number(word)
    assert found is not None
    assert (found.value, found.is_ordinal, found.is_scale) == (value, is_ordinal, False)


@pytest.mark.parametrize("word", ["boot", "zweitezwei", "zweiboote", "und", "zwei" * 2 + "x"])
def test_what_is_not_all_numerals_is_none(word: str) -> None:
    assert GERMAN.number(word) is None
    assert ENGLISH.number("twohundred") is None
