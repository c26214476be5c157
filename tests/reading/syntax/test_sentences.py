import pytest
from shown import narration_of

from quoteverify.reading.syntax.sentences import LONGEST_SENTENCE
from quoteverify.reading.syntax.tokens import WORD


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


def test_a_sentence_without_end_is_cut():
    (first, *_) = narration_of("said " * 1000 + "“yes”").sentences(0)
    assert len(first.tokens) == LONGEST_SENTENCE
    assert {t.kind for t in first.tokens} == {WORD}
