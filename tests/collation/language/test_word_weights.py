import pytest

from quoteverify.collation.language.word_weights import (
    COMMON_TABLES,
    FUNCTION_WORD_WEIGHT,
    STOCK_WORD_WEIGHT,
    word_weights,
)
from quoteverify.text.language import language

ENGLISH = language("en")
LIGHT, STOCK = FUNCTION_WORD_WEIGHT, STOCK_WORD_WEIGHT


@pytest.mark.parametrize(
    ("word", "weight"),
    [
        ("heron", 1.0),
        ("people", STOCK),
        ("the", LIGHT),
        ("they", LIGHT),
        ("not", LIGHT),
        ("will", LIGHT),
        ("unless", LIGHT),
        ("really", LIGHT),
        ("um", LIGHT),
        ("gonna", LIGHT),
        ("they'll", LIGHT),
        ("can't", LIGHT),
        ("heron's", 1.0),
    ],
)
def test_a_word_weighs_what_it_tells_of_where_it_is_from(word, weight):
    assert word_weights([word], ENGLISH) == [weight]


@pytest.mark.parametrize("table", COMMON_TABLES)
def test_the_words_of_every_common_table_tell_little(table):
    words = sorted(word for word in ENGLISH.words(table) if " " not in word and "'" not in word)
    assert set(word_weights(words, ENGLISH)) == {LIGHT}


def test_words_weigh_by_the_language_that_is_given():
    mine = ENGLISH.with_rows("function_words", [{"words": ["heron"], "example": "A heron. / A."}])
    assert word_weights(["heron", "the"], mine) == [LIGHT, LIGHT]
