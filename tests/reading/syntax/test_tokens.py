import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import narration_of

from quoteverify.reading.syntax.tokens import LONGEST_SENTENCE, NAME, QUOTE, WORD


def tokens_of(text):
    narration = narration_of(text)
    return [
        [t.text or "Q" for t in sentence.tokens]
        for paragraph in range(len(narration.paragraphs))
        for sentence in narration.sentences(paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Vale came. He sat.", [["Mr.", "Vale", "came", "."], ["He", "sat", "."]]),
        ("J. K. Vale’s boat.", [["J.", "K.", "Vale", "’s", "boat", "."]]),
        ("“Do we? Yes!” Vale asked.", [["Q", "Vale", "asked", "."]]),
        ("“We go.” Vale said: “Now.”", [["Q"], ["Vale", "said", ":", "Q"]]),
        ("“We go.” Vale said.", [["Q", "Vale", "said", "."]]),
        ("“We go,” he said. “Now.”", [["Q", "he", "said", "."], ["Q"]]),
        ("The 21-year-old’s 9/11 boat.", [["The", "21-year-old", "’s", "9/11", "boat", "."]]),
    ],
)
def test_sentences_are_those_of_the_narration(text, sentences):
    assert tokens_of(text) == sentences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Officials met Vale.", ["Vale"]),
        ("Boats met other boats.", []),
        ("Colours met Vale.", ["Colours", "Vale"]),
        ("He met al-Vale on Monday.", ["al-Vale"]),
        ("Vale Says Port Sinks.", ["Vale", "Port"]),
    ],
)
def test_capitals_are_names_where_nothing_else_explains_them(text, names):
    (sentence,) = narration_of(text).sentences(0)
    assert [t.text for t in sentence.tokens if t.kind == NAME] == names


@given(st.text(alphabet='aV .,“”"\n’s1', max_size=80))
def test_tokens_stand_where_they_say_and_apart(text):
    narration = narration_of(text)
    at = 0
    for paragraph in range(len(narration.paragraphs)):
        for sentence in narration.sentences(paragraph):
            for token in sentence.tokens:
                assert at <= token.start < token.end
                assert token.kind == QUOTE or text[token.start : token.end] == token.text
                at = token.end


def test_a_sentence_without_end_is_cut():
    (first, *_) = narration_of("said " * 1000 + "“yes”").sentences(0)
    assert len(first.tokens) == LONGEST_SENTENCE
    assert {t.kind for t in first.tokens} == {WORD}
