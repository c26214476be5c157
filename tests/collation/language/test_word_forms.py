"""When different words are forms of one."""

import pytest

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.word_forms import (
    expanded,
    mistyped,
    of_one_class,
    one_word_in_two_forms,
    opposite,
    same_contraction,
    same_lemma,
    same_spelling,
)
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))


def keys(text: str) -> list[str]:
    return words(text).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighbours", "neighbors"),
        ("programmes", "programs"),
        ("organising", "organizing"),
        ("any one", "anyone"),
    ],
)
def test_two_spellings_of_one_word(one: str, other: str) -> None:
    assert same_spelling(keys(one), keys(other), ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"), [("four", "for"), ("wise", "wize"), ("hour", "hor"), ("boat", "coat")]
)
def test_two_words_are_no_spellings_of_one(one: str, other: str) -> None:
    assert not same_spelling(keys(one), keys(other), ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [("don’t", "do not"), ("can't", "cannot"), ("he'd", "he had"), ("he'd", "he would"), ("it's", "it has")],
)
def test_a_contraction_reads_as_this(one: str, other: str) -> None:
    assert same_contraction(keys(one), keys(other), ENGLISH)


def test_a_contraction_in_full_has_its_likeliest_reading() -> None:
    assert expanded(keys("they won’t say it’s late"), ENGLISH) == [
        "they",
        "will",
        "not",
        "say",
        "it",
        "is",
        "late",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("is", "was"),
        ("go", "went"),
        ("stop", "stopped"),
        ("carry", "carries"),
        ("make", "making"),
        ("child", "children"),
        ("boat", "boat's"),
    ],
)
def test_two_forms_of_one_word(one: str, other: str) -> None:
    assert same_lemma(one, other, ENGLISH)
    assert same_lemma(other, one, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"), [("his", "hi"), ("boat", "coat"), ("running", "runing"), ("is", "his")]
)
def test_two_words_are_no_forms_of_one(one: str, other: str) -> None:
    assert not same_lemma(one, other, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harbour", "habrour"),
        ("harbour", "harrbour"),
        ("harbour", "harbur"),
        ("separate", "seperate"),
        ("their", "thier"),
        ("your", "yuor"),
        ("the", "teh"),
    ],
)
def test_a_slip_of_the_pen(one: str, other: str) -> None:
    assert mistyped(one, other, ENGLISH)
    assert mistyped(other, one, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("now", "not"),
        ("there", "here"),
        ("where", "were"),
        ("58", "55"),
        ("better", "bitter"),
        ("wing", "wings"),
        ("able", "table"),
        ("boat", "bota"),
        ("was", "saw"),
    ],
)
def test_another_word_is_no_slip(one: str, other: str) -> None:
    assert not mistyped(one, other, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"), [("able", "unable"), ("honest", "dishonest"), ("hopeful", "hopeless")]
)
def test_a_word_and_its_opposite(one: str, other: str) -> None:
    assert opposite(one, other, ENGLISH)
    assert opposite(other, one, ENGLISH)
    assert of_one_class(one, other, ENGLISH)


def test_words_of_one_closed_class_are_akin() -> None:
    assert of_one_class("may", "will", ENGLISH)
    assert of_one_class("six", "7", ENGLISH)
    assert not of_one_class("may", "boat", ENGLISH)


def test_forms_of_a_word_are_alike_and_other_words_are_not() -> None:
    assert one_word_in_two_forms(["two", "million"], ["2m"], ENGLISH)
    assert one_word_in_two_forms(["attempt"], ["attempts"], ENGLISH)
    assert not one_word_in_two_forms(["sold"], ["bought"], ENGLISH)
