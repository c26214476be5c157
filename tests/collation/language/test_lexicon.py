"""The words that decide: phrases, longest first, by the word that matters."""

import pytest

from quoteverify.collation.language.lexicon import MARKER_TABLES, lexicon
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))

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
