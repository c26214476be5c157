import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import narration_of

from quoteverify.reading.sieves.candidates import candidates_for, candidates_in, is_of_others, is_told

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
        ("Vale was accused of being “late”.", True),
        ("Vale was described as “late”.", True),
        ("Vale accused them of being “late”.", False),
    ],
)
def test_who_is_told_does_not_say_so(text, told):
    narration = narration_of(text)
    assert is_told(narration, 0, next(s for s in narration.subjects(0, 0) if s.name)) is told


@pytest.mark.parametrize(
    ("text", "others"),
    [
        # what the subject is asked, told or called
        ("Asked whether it was “late,” Vale said it was not.", True),
        ("Asked by Aas whether it was “late” again, Vale laughed.", True),
        ("But later asked if it was “late”, Vale said no.", True),
        ("When asked if it was “late,” Vale said no.", True),
        ("When the old pilot was asked whether it was “late,” Vale said no.", True),
        ("When the very old port pilot was asked whether it was “late,” Vale said no.", False),
        ("After being called “late,” Vale left.", True),
        ("Accused of being “late,” the pilot, Ruth Vale, said no.", True),
        ("Pressed on the “late” boat, she said no.", True),
        ("The pilot was told that it was “late,” the letter said.", False),
        ("Worried that it was “late,” Vale left.", False),
        ("Calling it “late,” Vale left.", False),
        ("Asked how it was, “late,” Vale said.", False),
        ("Asked about it Vale said it was “late” and Aas left.", False),
        ("Asked about it Vale said it was “late.”", False),
        # what others say of it
        ("Amid talk of a “late” boat, Vale said no.", True),
        ("Dismissing claims that it was “late,” Vale said no.", True),
        ("Amid her talk of a “late” boat, Vale said no.", False),
        ("Amid Vale’s claim of a “late” boat, Aas said no.", True),
        ("Amid talk by the “late” boat, Vale said no.", False),
        ("She heard talk of a “late” boat, Vale said.", False),
        # what an aside tells of the subject
        ("Vale, who has been accused of “lateness”, said no.", True),
        ("Vale, once called “late”, told us no.", True),
        ("Vale, pressed on the “late” boat, said no.", True),
        ("Vale, calling it “late”, said no.", False),
        ("Vale, who said it was “late”, told us no.", False),
        ("Vale, accused of “lateness”, left.", False),
        ("Vale said no, told it was “late”.", False),
        # what a crowd cries
        ("Vale left to cries of “late.”", True),
        ("Vale left amid loud cries of “late.”", True),
        ("Vale left to her cries of “late.”", False),
        ("Vale heard two cries of “late.”", False),
        ("Pilots answered with cries of “late.”", False),
        ("Vale left with a cry of “late.”", False),
        ("Vale left to talk of “late” boats.", False),
        # whom an opening names
        ("While pilots call it “late,” Vale said it was not.", True),
        ("For pilots who call it “late”, Vale has a word.", True),
        ("Despite Tom Aas’s claim that it was “late,” Vale said it was not.", True),
        ("While she calls it “late,” Vale said it was not.", False),
        ("While pilots call it “late,” Vale said.", False),
        ("In a letter which called it “late,” Vale said it must go.", False),
        ("Pilots call it “late,” Vale said it was.", False),
        ("According to Aas, it was “late,” Vale said no.", False),
        ("In declaring Aas’s claims “a ruin,” Ruth Vale left.", False),
        ("After calling Tom Aas “a ruin,” Ruth Vale left.", False),
    ],
)
def test_what_an_opening_tells_is_of_others_than_the_subject_that_follows(text, others):
    assert is_of_others(narration_of(text), 0) is others


def test_whose_the_words_of_an_opening_are_is_told_before_them_or_not_at_all():
    narration = narration_of("While Tom Aas was called “late” by pilots, Vale said no. “No.”")
    assert [c.mention.name or c.mention.head for c in candidates_for(narration, 0, {})] == ["pilots"]
    narration = narration_of("Asked whether it was “late,” Vale said no.")
    assert candidates_for(narration, 0, {}) == []
