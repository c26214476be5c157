"""Gaps between shared runs: how they are cut into changes."""

from itertools import pairwise

import pytest

from quoteverify.collation.differences.changes import Edit, Gap, Side
from quoteverify.collation.differences.gaps import cut
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))

# The whole of two texts as one gap, and its edits that are changes: what stands in each, and what shows it.
CUT = [
    ("two boats", "three ships", [("two", "three", ""), ("boats", "ships", "")]),
    ("may not", "will", [("may", "will", ""), (" not", "", "")]),
    ("sailed home", "sails", [("sailed", "sails", ""), (" home", "", "")]),
    ("don't", "did not", [("don't", "did not", "")]),
    ("it's", "it was", [("'s", " was", "")]),
    ("red [old] boat", "blue ship", [("red", "blue", ""), ("[old]", "", "bracket"), ("boat", "ship", "")]),
    ("He", "[The mayor]", [("He", "[The mayor]", "bracket")]),
    (
        "red old wet boat",
        "blue ... ship",
        [("red", "blue", ""), ("old wet", "...", "ellipsis"), ("boat", "ship", "")],
    ),
    ("- ", "...", []),
]


def whole(a: str, b: str) -> Gap:
    one, other = Side.of(words(a), None), Side.of(words(b), None)
    return Gap(one, other, 0, one.hi, 0, other.hi, 0, len(a), 0, len(b))


def edits(a: str, b: str) -> list[Edit]:
    return list(cut(whole(a, b), ENGLISH))


@pytest.mark.parametrize(("a", "b", "expected"), CUT)
def test_a_gap_is_cut_into_changes(a: str, b: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (a[p.a_start : p.a_end], b[p.b_start : p.b_end], p.change.disclosure) for p in edits(a, b) if p.change
    ]
    assert found == expected


@pytest.mark.parametrize(("a", "b", "expected"), CUT)
def test_the_edits_are_in_order_and_apart(a: str, b: str, expected: object) -> None:
    found = edits(a, b)
    for one, other in pairwise(found):
        assert one.a_end <= other.a_start
        assert one.b_end <= other.b_start


def test_words_at_an_end_are_cut_from_the_longer_and_added_by_the_other() -> None:
    (cut_off,) = edits("home", "")
    (added,) = edits("", "home")
    assert cut_off.change
    assert added.change
    assert (cut_off.change.cut, cut_off.change.goes_on) == (True, False)
    assert (added.change.cut, added.change.goes_on) == (False, True)
