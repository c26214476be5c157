import pytest

from quoteverify.reading.sieves.columns import TableColumn, column
from quoteverify.text.language import LanguageProfile, Row

ROWS = (
    Row(("who", "which"), "", {"before": "relative", "after": "relative"}),
    Row(("and",), "", {"before": "coordinator"}),
    Row(("-ing",), "", {"form": "ing"}),
    Row(("-s",), "", {"form": "s"}),
    Row(("was",), "", {"form": "be"}),
)
MADE = LanguageProfile("xx", {"words": ROWS})


@pytest.mark.parametrize(
    ("place", "word", "name"),
    [
        ("before", "which", "relative"),
        ("before", "and", "coordinator"),
        ("after", "and", None),
        ("before", "ing", None),
        ("form", "saying", "ing"),
        ("form", "says", "s"),
        ("form", "sings", "s"),
        ("form", "was", "be"),
        ("form", "said", None),
        ("form", "", None),
        ("elsewhere", "who", None),
    ],
)
def test_a_word_is_called_what_its_row_says_in_the_column(place, word, name):
    assert column(MADE, "words", place).name(word) == name


def test_of_two_endings_that_fit_the_first_counts():
    assert TableColumn({}, {"ing": "ing", "g": "g"}).name("saying") == "ing"


def test_of_many_words_each_name_is_given_once():
    assert column(MADE, "words", "before").names(["who", "which", "and", "sailed"]) == {
        "relative",
        "coordinator",
    }


def test_a_column_is_made_once():
    assert column(MADE, "words", "before") is column(MADE, "words", "before")
    assert column(MADE, "no such table", "before").names(["who"]) == set()
