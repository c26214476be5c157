"""Folding: what it makes equal, and that every place leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.text.normalize import fold, fold_letters, fold_marks

ANY_TEXT = st.text(st.characters(codec=None), max_size=80)

SAME_LETTERS = [
    ("It’s", "it's"),
    ("OFFICE", "oﬃce"),
    ("café", "cafe\u0301"),
    ("inter\u00adview", "interview"),
    ("zero\u200bwidth", "zerowidth"),
    ("Straße", "STRASSE"),
    ("Ｗｉｄｅ", "wide"),
    ("don`t", "don’t"),
    ("re\u0430d \u0430b\u043eut \u0456t", "read about it"),
    ("\u0391da \u0412erg", "Ada Berg"),
    ("c\u0430fé", "café"),
    ("Ørsted in Łódź", "Orsted in Lodz"),
    ("the fœtus of Cæsar", "the foetus of Caesar"),
]
OTHER_LETTERS = [
    ("\u0441\u043e\u043a", "cok"),  # a word of one other script
    ("re\u0436d", "red"),  # a letter that looks like none
    ("\u03b1", "a"),  # a sign of mathematics
    ("fœtus", "fetus"),
]
SAME_MARKS = [
    ("“Yes”", '"Yes"'),
    ("so – what", "so — what"),
    ("late…", "late..."),
    ("no\u00a0break", "no break"),
    ("two  spaces\n", "two spaces "),
]


@pytest.mark.parametrize(("one", "other"), SAME_LETTERS)
def test_two_printings_of_a_word_fold_to_one(one: str, other: str) -> None:
    assert fold_letters(one) == fold_letters(other)


@pytest.mark.parametrize(("one", "other"), OTHER_LETTERS)
def test_what_is_printed_otherwise_does_not(one: str, other: str) -> None:
    assert fold_letters(one) != fold_letters(other)


@pytest.mark.parametrize(("one", "other"), SAME_MARKS)
def test_two_printings_of_marks_fold_to_one(one: str, other: str) -> None:
    assert fold_marks(one) == fold_marks(other)


def test_folding_marks_keeps_case_and_accents() -> None:
    assert fold_marks("“Café”") == '"Café"'


@given(ANY_TEXT)
def test_every_part_of_a_folded_text_maps_to_a_part_of_the_original(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        span = folded.span(start, start + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert folded.text[start] in fold(span.of(text)).text


@given(ANY_TEXT)
def test_the_map_never_goes_back(text: str) -> None:
    folded = fold(text)
    starts = [folded.span(n, n).start for n in range(len(folded.text) + 1)]
    assert starts == sorted(starts)


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_plain_text_keeps_its_offsets(text: str) -> None:
    assert fold(text).text == text.lower()
    assert fold(text).span(0, len(text)).of(text) == text


def test_nothing_is_left_of_what_nothing_is_seen_of():
    ignorable = [*range(0x2066, 0x2070), 0x3164, 0x115F, 0x17B4, 0xFFF9, 0xE0041, 0xE0100]
    assert [hex(n) for n in ignorable if fold_letters(f"wi{chr(n)}ll") != "will"] == []
