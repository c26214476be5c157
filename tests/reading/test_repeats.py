import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.reading.repeats import FEWEST, repeated

WORDS = st.lists(
    st.sampled_from(["we", "go", "now", "or", "stay", "at", "home"]), min_size=FEWEST, max_size=10
)


@pytest.mark.parametrize(
    ("repeat", "body", "found"),
    [
        ("We were told to go", ["They left.", "Yes, we were told to go at once."], {0: 1}),
        ("We were told to go home", ["We were told to leave, or rather to go home."], {0: 0}),
        ("WE’RE told to go", ["We're told to go."], {0: 0}),
        ("Go to told were we", ["We were told to go."], {}),
        ("We go", ["We go."], {}),
        ("We were told to go", [], {}),
    ],
)
def test_a_headline_is_found_in_the_words_that_it_cuts(repeat, body, found):
    assert repeated([repeat], body) == found


@given(WORDS, WORDS, WORDS)
def test_words_are_found_within_more_words(before, words, after):
    assert repeated([" ".join(words)], [" ".join(before + words + after)]) == {0: 0}
