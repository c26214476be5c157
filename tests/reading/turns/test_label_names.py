import pytest
from shown import ENGLISH

from quoteverify.reading.turns.label_names import (
    is_chosen,
    is_described,
    is_name,
    is_one_word,
    is_surely_chosen,
    is_titled,
)
from quoteverify.reading.turns.label_words import label_words

WORDS = label_words(ENGLISH)

# What some words can be called beside other signs of a label, and what on a line with nothing else.
NAMES = {
    "a name": ("Ruth Vale", True, True),
    "a surname": ("Vale", True, False),
    "initials": ("R. M. Vale", True, True),
    "a hyphen": ("Ruth Vale-Aas", True, True),
    "an apostrophe": ("Sean O’Dowd", True, True),
    "a particle": ("Ada van Vale", True, True),
    "an office": ("Chair of the Harbour Board", True, False),
    "seven words": ("The Parliamentary Under Secretary of State Vale", True, False),
    "eight words": ("The Right Parliamentary Under Secretary of State Vale", False, False),
    "somebody heard": ("Second woman", True, False),
    "a number of a study": ("P12", True, False),
    "a number behind an office": ("Officer #12", True, False),
    "a number too long": ("Officer 1234", False, False),
    "a number in front": ("12 Vale", False, False),
    "a small letter": ("vale", False, False),
    "a sentence": ("We sail tomorrow", False, False),
    "a word that ends a sentence": ("Vale slept.", False, False),
    "what opens a remark": ("Note", False, False),
    "an answer": ("Yes", False, False),
    "an error of a program": ("ValueError", False, False),
    "letters of no case behind a capital": ("Ruth 王", True, True),
    "letters of no case alone": ("王小明", False, False),
}


@pytest.mark.parametrize(("printed", "beside", "alone"), NAMES.values(), ids=NAMES)
def test_what_can_be_a_name(printed, beside, alone):
    assert is_name(printed, WORDS, plain=False) == beside
    assert is_name(printed, WORDS, plain=True) == alone


@pytest.mark.parametrize(
    ("name", "chosen", "surely"),
    [
        ("@vale", True, True),
        ("u/vale", True, True),
        ("ruth_vale", True, True),
        ("Ruth_Vale", True, True),
        ("vale#1234", True, True),
        ("vale", True, False),
        ("Vale", False, False),
        ("v", False, False),
        ("ruth vale", False, False),
    ],
)
def test_a_name_that_somebody_chose(name, chosen, surely):
    assert is_chosen(name) == chosen
    assert is_surely_chosen(name) == surely


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("Woman", True),
        ("Second woman", True),
        ("Man at the back", True),
        ("Man overboard", False),
        ("A second woman", False),
        ("Woman 2", False),
        ("Ruth Vale", False),
    ],
)
def test_somebody_is_called_what_a_listener_hears(name, described):
    assert is_described(name, WORDS) == described


@pytest.mark.parametrize(
    ("name", "titled"),
    [
        ("Mr. VALE", True),
        ("Ms Vale", True),
        ("The SPEAKER", True),
        ("The Chairman", True),
        ("the chairman", True),
        ("THE CHAIRMAN", False),
        ("The rain", False),
        ("Ruth Vale", False),
    ],
)
def test_a_name_with_a_title(name, titled):
    assert is_titled(name, WORDS) == titled


@pytest.mark.parametrize(
    ("name", "one"), [("Ruth", True), ("Jo", False), ("Joe", True), ("ruth", False), ("Ruth Vale", False)]
)
def test_one_word_with_a_capital(name, one):
    assert is_one_word(name) == one
