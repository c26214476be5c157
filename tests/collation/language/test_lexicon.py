"""The words that decide: phrases, longest first, by the word that matters."""

from pathlib import Path

import pytest

from quoteverify.collation.language.lexicon import MARKER_TABLES, lexicon
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))
# A language whose numbers are written in one word.
GERMAN = lexicon(language("de", folder=Path(__file__).parents[2] / "languages" / "de" / "tables"))

# A text, the first and last word asked about, and what is marked there.
MARKED = [
    ("we do not sail", 2, 3, [("negators", "not")]),
    ("we do not sail", 0, 1, [("pronouns", "we")]),
    ("I think so", 1, 2, [("hedges", "i think")]),
    ("I think so", 0, 1, []),
    ("we sail as long as it rains", 2, 5, [("conditions", "as long as")]),
    ("we have to sail", 1, 2, [("modals", "have to")]),
    ("boats", 0, 9, []),
]


@pytest.mark.parametrize(("text", "lo", "hi", "marked"), MARKED)
def test_these_words_mark(text: str, lo: int, hi: int, marked: list[tuple[str, str]]) -> None:
    assert list(ENGLISH.markers(words(text).keys, lo, hi)) == marked


def test_a_word_knows_its_tables() -> None:
    assert "negators" in ENGLISH.tables["not"]
    assert ENGLISH.tables["may"] >= {"modals", "months"}
    assert "boat" not in ENGLISH.tables


def test_a_lexicon_is_made_once_for_each_profile() -> None:
    assert lexicon(language("en")) is ENGLISH


def test_every_marker_table_has_rows() -> None:
    assert all(language("en").rows(table) for table in MARKER_TABLES)


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
