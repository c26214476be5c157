import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import narration_of

from quoteverify.reading.sieves.candidates import candidates_for, candidates_in, is_told

PIECES = (
    "Ruth Vale", "Mr Baek", "the board", "she", "a spokesman for the port", "who", "said", "says", "told",
    "had called", "claim", "that", "it", "was", "because", "and", "’s", "according to", "“a ruin”",
    "“We sail,”", ",", ".", ":", "-", "would", "not",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def test_whoever_is_reported_is_a_candidate_once():
    narration = narration_of("Vale said that Aas left and the board met, “a ruin.”")
    found = candidates_in(narration.reports(0, 0), narration.subjects(0, 0))
    assert sorted((c.mention.name or c.mention.head, c.kind) for c in found) == [
        ("Aas", "subject"),
        ("Vale", "say"),
        ("board", "subject"),
    ]


@given(TEXTS)
def test_candidates_are_of_the_sentence_or_of_one_before(text):
    narration = narration_of(text)
    for quote, place in narration.places.items():
        tokens = narration.sentence(quote).tokens
        for candidate in candidates_for(narration, quote, {}):
            if candidate.first < 0:
                assert candidate.mention.span.end <= tokens[place.token].start
            else:
                assert candidate.first <= candidate.last < len(tokens)
                assert tokens[0].start <= candidate.mention.span.start
                assert candidate.mention.span.end <= tokens[-1].end


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vale was told that it was “late”.", True),
        ("Vale, who was told that it was “late”, left.", True),
        ("Vale has since been warned that it was “late”.", True),
        ("Vale told them that it was “late”.", False),
        ("Vale was seen when it was “late”.", False),
        ("“Late,” Vale was told.", False),
    ],
)
def test_who_is_told_does_not_say_so(text, told):
    narration = narration_of(text)
    assert is_told(narration, 0, next(s for s in narration.subjects(0, 0) if s.name)) is told
