import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH, narration_of

from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.kinds.term_features import features
from quoteverify.reading.kinds.terms import log_odds

# Of two texts, the first span is the likelier a term in the first.
LIKELIER = {
    "a title after a preposition": ("He spoke on “Morning Tide”.", "He spoke of “morning tides”."),
    "words before a noun": ("She joined the “unity” lunch.", "She said the lunch was “unity.”"),
    "no report": ("The “bad weather” came.", "The “bad weather” came, Hale said."),
    "a far report": (
        "Hale said the boats had been out since the early morning of the “white night”.",
        "Hale said it was a “white night”.",
    ),
    "no clause": ("The “never again” came late.", "The “we will never go” came late."),
    "single marks between double ones": (
        "“We go,” Hale said.\n\n‘A cold winter’\n\n“We stay,” Hale said.",
        "“We go,” Hale said.\n\n“A cold winter”\n\n“We stay,” Hale said.",
    ),
}


def odds(text, language=ENGLISH):
    """For each outermost span, the log odds that it is a term."""
    narration = narration_of(text, language)
    answers = attribute(narration)
    return [log_odds(narration, i, answers.get(i)) for i in sorted(narration.places)]


@pytest.mark.parametrize(("likelier", "than"), LIKELIER.values(), ids=LIKELIER)
def test_weak_signs_add_up(likelier, than):
    which = 1 if likelier.startswith("“We go") else 0
    assert odds(likelier)[which] > odds(than)[which]


def test_the_odds_are_the_weights_of_what_holds():
    narration = narration_of("He spoke on “Morning Tide”.")
    holds = features(narration, 0, None)
    rows = [(word, row.values["weight"]) for row in ENGLISH.rows("term_weights") for word in row.words]
    assert log_odds(narration, 0, None) == math.fsum(weight for word, weight in rows if word in holds)


def test_without_weights_a_span_is_as_likely_a_term_as_speech():
    bare = ENGLISH
    for row in ENGLISH.rows("term_weights"):
        bare = bare.without("term_weights", row)
    assert odds("He spoke on “Morning Tide”.", bare) == [0.0]


@given(st.text(alphabet="aB .,'\"“”\n", max_size=60))
def test_any_span_has_odds(text):
    assert all(isinstance(value, float) for value in odds(text))
