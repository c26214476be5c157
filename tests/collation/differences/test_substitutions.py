"""Words put for others: which are forms of one another, and what of a contraction is changed."""

import pytest

from quoteverify.collation.differences.sides import Gap, Side
from quoteverify.collation.differences.substitutions import pairs, substitution
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))

# Two texts, and which of their words are one word in two forms.
PAIRED = [
    ("sailed home", "sails", [("sailed", "sails")]),
    ("will not sail", "won't sail", [("will not", "won't"), ("sail", "sail")]),
    ("two hundred boats", "200 ships", [("two hundred", "200")]),
    ("one hundred and seventy-four boats", "174 ships", [("one hundred and seventy-four", "174")]),
    ("red boats", "boat", [("boats", "boat")]),
    ("colour", "color", []),  # one word for one word needs no choice
    ("heron", "yard", []),
    ("so it goes", "nor can we", [("it", "we")]),  # pronouns take each other's place
]

# Two texts, and what of each is changed.
SUBSTITUTED = [
    ("don't", "do", ("n't", "")),
    ("it's", "it was", ("'s", " was")),
    ("can't", "cannot", ("can't", "cannot")),
    ("boat", "ship", ("boat", "ship")),
    ("we'll", "we'd", ("'ll", "'d")),
]


def whole(a: str, b: str) -> Gap:
    one, other = Side.of(words(a), None), Side.of(words(b), None)
    return Gap(one, other, 0, one.hi, 0, other.hi, 0, len(a), 0, len(b))


def between(side: Side, first: int, last: int) -> str:
    return side.text[side.starts[first] : side.ends[last - 1]]


@pytest.mark.parametrize(("a", "b", "expected"), PAIRED)
def test_forms_of_one_word_are_paired(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    gap = whole(a, b)
    found = [(between(gap.a, i, k), between(gap.b, j, m)) for i, j, k, m in pairs(gap, ENGLISH)]
    assert found == expected


def test_nothing_is_paired_where_there_are_too_many_words_to_choose_from() -> None:
    assert pairs(whole("sailed " * 6, "sails " * 6), ENGLISH)
    assert pairs(whole("sailed " * 7, "sails " * 6), ENGLISH) == []


@pytest.mark.parametrize(("a", "b", "expected"), SUBSTITUTED)
def test_what_stays_of_a_contraction_is_not_changed(a: str, b: str, expected: tuple[str, str]) -> None:
    edit = substitution(whole(a, b), ENGLISH)
    assert (a[edit.a_start : edit.a_end], b[edit.b_start : edit.b_end]) == expected
    assert edit.change
