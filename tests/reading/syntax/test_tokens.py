import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH, narration_of

from quoteverify.reading.syntax.tokens import NAME, QUOTE


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("said.Vale left", ["said", ".", "Vale", "left"]),
        ("Vale‘s boat", ["Vale", "‘s", "boat"]),
        ("O‘Vale left", ["O‘Vale", "left"]),
        ("Vale.Aas left", ["Vale", ".", "Aas", "left"]),
        ("Mr.Vale left", ["Mr.", "Vale", "left"]),
        ("Gen.Vale left", ["Gen.", "Vale", "left"]),
        ("boats.example left", ["boats.example", "left"]),
        ("U.S. boats left", ["U.S.", "boats", "left"]),
        ("Vale´s boat left", ["Vale", "´s", "boat", "left"]),
        ("Aas Labs Inc. said", ["Aas", "Labs", "Inc.", "said"]),
        ("Vale, R-Aas., left", ["Vale", ",", "R-Aas.", ",", "left"]),
        ("Aas, Calif., left", ["Aas", ",", "Calif.", ",", "left"]),
    ],
)
def test_a_stop_without_a_blank_ends_a_word_where_a_sentence_could_begin(text, words):
    narration = narration_of(text)
    found = [t.text for sentence in narration.sentences(0) for t in sentence.tokens]
    assert found == words


@pytest.mark.parametrize("row", ENGLISH.rows("abbreviations"), ids=lambda row: row.words[0])
def test_every_word_of_a_row_keeps_its_stop_in_the_rows_example(row):
    (sentence,) = narration_of(row.example).sentences(0)
    shortened = {t.lower.rstrip(".") for t in sentence.tokens if t.text.endswith(".") and t.text != "."}
    assert shortened == {*row.words}


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


def test_a_number_and_its_stop_are_an_ordinal_in_some_languages():
    def texts(text, profile):
        return [[t.text for t in sentence.tokens] for sentence in made_up.sentences_of(text, profile)]

    text = "Ko 3. Skip en 1999. Nun."
    assert texts(text, made_up.language()) == [["Ko", "3.", "Skip", "en", "1999", "."], ["Nun", "."]]
    assert texts(text, made_up.without("ordinals_have_stops"))[0] == ["Ko", "3", "."]
