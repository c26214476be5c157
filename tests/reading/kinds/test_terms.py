import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.kinds.terms import features, log_odds
from quoteverify.reading.marks.pairing import marked_spans, paragraphs
from quoteverify.reading.syntax.narration import Narration
from quoteverify.text.language import profile

ENGLISH = profile("en")

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
    marked = [m for m in marked_spans(text, language) if not m.depth]
    narration = Narration(text, paragraphs(text), marked, language)
    answers = attribute(narration)
    return [log_odds(narration, i, answers.get(i)) for i in sorted(narration.places)]


def described(text):
    marked = [m for m in marked_spans(text, ENGLISH) if not m.depth]
    narration = Narration(text, paragraphs(text), marked, ENGLISH)
    answers = attribute(narration)
    return [features(narration, i, answers.get(i)) for i in sorted(narration.places)]


@pytest.mark.parametrize(("likelier", "than"), LIKELIER.values(), ids=LIKELIER)
def test_weak_signs_add_up(likelier, than):
    which = 1 if likelier.startswith("“We go") else 0
    assert odds(likelier)[which] > odds(than)[which]


def test_no_description_is_a_word_of_the_text():
    (one,), (other,) = (
        described(f"The {tree} was a “{tree}”, Hale said.") for tree in ("zebrano", "mulberry")
    )
    assert one == other
    assert all(re.fullmatch(r"[a-z0-9_]+", description) for description in one)


def test_the_weights_are_of_descriptions_that_there_are():
    weighted = {word for row in ENGLISH.rows("term_weights") for word in row.words}
    assert any(weighted & what for what in described("He spoke on “Morning Tide”. “We go,” Hale said."))
    prefixes = {name.split("_")[0] for name in weighted}
    texts = [text for pair in LIKELIER.values() for text in pair]
    texts.append("Gale ‘a joke’ fury\n\n“We go,” and “I,” he said. “I,” she said.")
    found = {name.split("_")[0] for text in texts for what in described(text) for name in what}
    assert prefixes <= found | {"listed", "uncued", "determined", "whole"}


@given(st.text(alphabet="aB .,'\"“”\n", max_size=60))
def test_any_span_has_odds(text):
    assert all(isinstance(value, float) for value in odds(text))
