import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.respelling import LONGEST, Vocabulary, respelled
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("the harbor", "the harbour", "the harbour"),
        ("two harbors", "two harbours", "two harbours"),
        ("their gray program", "their grey programme", "their grey programme"),
        ("a co-pilot left", "a copilot left", "a copilot left"),
        ("a notebook", "a note book", "a note"),
        ("we have left", "we've left", "we've left"),
        ("we've left", "we have left", "we left"),
        ("tell 'em", "tell them", "tell them"),
        ("it did n't", "it did not", "it did not"),
        ("the cornmittee rneets", "the committee meets", "the committee meets"),
        ("we recieve it", "we receive it", "we receive it"),
        ("inspections of it", "inspection of it", "inspection of it"),
        ("nine kg", "9 kilograms", "9 kilogram"),
        ("twenty one boats", "21 boats", "21 boats"),
        ("two thousand five hundred boats", "2,500 boats", "2,500 boats"),
        ("the act of eighteen hundred and seventy one", "the act of 1871", "the act of 1871"),
        ("at half past nine", "at 9:30", "at 9:30"),
        ("they ran 12km", "they ran 12 kilometres", "they ran 12"),
    ],
)
def test_words_in_the_printing_of_the_sources(claim: str, source: str, expected: str) -> None:
    known = {*words(source).keys, "kilogram"}
    found = respelled(words(claim).keys, Vocabulary(known), ENGLISH)
    assert found is not None
    assert [key for key in found if key] == words(expected).keys


@given(st.text("abc", min_size=1, max_size=9), st.sets(st.text("abc", max_size=9), max_size=30))
def test_near_words_are_those_a_letter_away(key: str, known: set[str]) -> None:
    known.discard(key)  # what is asked about is no word of theirs
    assert set(Vocabulary(known).near(key)) == {word for word in known if OSA.distance(key, word) < 2}


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("the harbour", "the harbour of Aas"),
        ("the country", "the county"),
        ("the nurses", "the doctors"),
        ("we've left", "we left"),
        ("a" * (LONGEST + 2), "a" * (LONGEST + 1)),
        ("", "the harbour"),
    ],
)
def test_there_is_no_other_printing(claim: str, source: str) -> None:
    assert respelled(words(claim).keys, Vocabulary(words(source).keys), ENGLISH) is None
