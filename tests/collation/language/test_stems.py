import pytest

from quoteverify.collation.language.stems import stem_places, stems
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we're late", "we are late"),
        ("they don't sail", "they do not sail"),
        ("I'm gonna sail", "I am going to sail"),
        ("the boats' crew", "the boats crew"),
        ("the boat's crew", "the boat crew"),
        ("he's late", "he is late"),
        ("it, um, works", "it works"),
        ("defence", "defense"),
        ("won't", "will not"),
    ],
)
def test_what_is_written_down_in_two_ways_is_one(one, other):
    assert stems(words(one).keys, ENGLISH) == stems(words(other).keys, ENGLISH)


def test_each_stem_has_the_number_of_its_word():
    said = ["um", "don't", "sail"]
    assert stems(said, ENGLISH) == ["do", "not", "sail"]
    assert stem_places(said, ENGLISH) == [1, 1, 2]


def test_of_fillers_alone_something_is_left():
    assert stems(["um", "er"], ENGLISH) == ["um", "er"]
    assert stem_places(["um", "er"], ENGLISH) == [0, 1]


def test_odd_words_are_their_own_stems():
    assert stems(["'", "'s", "n't", "o'clock", ""], ENGLISH)
