import pytest

from quoteverify.collation.language import stems as module
from quoteverify.collation.language.lexicon import lexicon
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


def test_so_many_words_are_remembered_and_no_more(monkeypatch):
    monkeypatch.setattr(module, "_REMEMBERED", 3)
    known = module._Stems(lexicon(ENGLISH))
    counts = []
    for word in ("we", "sail", "we", "at", "noon", "or"):
        assert known[word] == (word,)
        counts.append(len(known))
    assert counts == [1, 2, 2, 3, 1, 2]
