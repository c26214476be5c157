"""Shared runs: what they are for these words, and what holds for any."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel, LCSseq

from quoteverify.collation.differences.blocks import Block, blocks, common

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=30)

SHARED = [
    ("", "", []),
    ("a b c", "x y z", []),
    ("a b c", "a b c", [(0, 3, 0, 3)]),
    ("x y the a b", "the a b", [(2, 5, 0, 3)]),
    ("a b", "x a b y", [(0, 2, 1, 3)]),
    ("a b c d e", "a b x d e", [(0, 2, 0, 2), (3, 5, 3, 5)]),
    ("a b c d e f g h", "e f g h a b c d", [(4, 8, 0, 4), (0, 4, 4, 8)]),
    ("a b c x d e f", "d e f z a b c", [(4, 7, 0, 3), (0, 3, 4, 7)]),
    ("a b c d e f g h i", "g h i d e f a b c", [(6, 9, 0, 3), (3, 6, 3, 6), (0, 3, 6, 9)]),
    ("a b c x y z d e f", "d e f a b c", [(6, 9, 0, 3), (0, 3, 3, 6)]),
    ("a b c d", "c d a b", [(0, 2, 2, 4)]),  # too little to have been moved
    ("a b c d e f", "d e f a b c", [(3, 6, 0, 3), (0, 3, 3, 6)]),
    ("a b c d e", "d e a b c", [(0, 3, 2, 5)]),  # explains no more than the order that is kept
    ("x a b c y d e f", "d e f y a b c x", [(5, 8, 0, 3), (1, 4, 4, 7)]),
    ("the a b c the d e f", "the d e f the a b c", [(4, 8, 0, 4), (0, 4, 4, 8)]),
    ("w a b c d v e f g", "v e f g w a b c d", [(5, 9, 0, 4), (0, 5, 4, 9)]),
]


@pytest.mark.parametrize(("a", "b", "runs"), SHARED)
def test_two_texts_share_these_runs(a: str, b: str, runs: list[tuple[int, ...]]) -> None:
    assert blocks(a.split(), b.split()) == runs


@given(WORDS, WORDS)
def test_runs_are_equal_words_in_the_order_of_the_second_and_use_none_twice(
    a: list[str], b: list[str]
) -> None:
    runs = blocks(a, b)
    assert all(a[r.a_lo : r.a_hi] == b[r.b_lo : r.b_hi] != [] for r in runs)
    assert [r.b_lo for r in runs] == sorted(r.b_lo for r in runs)
    for side in ("a", "b"):
        used = [n for r in runs for n in range(getattr(r, f"{side}_lo"), getattr(r, f"{side}_hi"))]
        assert len(used) == len(set(used))


@given(WORDS, WORDS)
def test_the_runs_are_the_same_from_either_side(a: list[str], b: list[str]) -> None:
    turned = {Block(x, x_hi, y, y_hi) for y, y_hi, x, x_hi in blocks(b, a)}
    assert set(blocks(a, b)) == turned


@given(WORDS, st.integers(0, 30), st.sampled_from(["", "x", "x y"]))
def test_one_change_leaves_all_other_words_shared(a: list[str], place: int, put_in: str) -> None:
    b = [*a[:place], *put_in.split(), *a[place:]]
    assert sum(r.a_hi - r.a_lo for r in blocks(a, b)) == len(a)


@given(WORDS, WORDS)
def test_a_stretch_is_compared_as_if_it_stood_alone(a: list[str], b: list[str]) -> None:
    there = [Block(r.a_lo + 1, r.a_hi + 1, r.b_lo + 2, r.b_hi + 2) for r in blocks(a, b)]
    around = ["x", *a, "y"], ["y", "x", *b, "x"]
    assert blocks(*around, a_lo=1, a_hi=1 + len(a), b_lo=2, b_hi=2 + len(b)) == there


def test_long_texts_are_anchored_and_lose_next_to_nothing() -> None:
    a = [f"w{n * n % 1999}" for n in range(6_000)]
    b = [word for n, word in enumerate(a) if n % 50]
    shared = sum(r.a_hi - r.a_lo for r in blocks(a, b))
    most = Indel.similarity(a, b) / 2
    assert shared >= 0.98 * most


@pytest.mark.parametrize("piece", [["a"], ["a", "b"], ["a", "b", "a", "c"]])
def test_texts_that_repeat_themselves_are_compared(piece: list[str]) -> None:
    assert blocks(piece * 30_000, [*piece, "x"] * 20_000)


@given(WORDS, WORDS)
def test_what_is_common_is_in_the_order_of_both_and_as_long_as_can_be(a, b):
    found = common(a, b)
    assert all(a[x:x_hi] == b[y:y_hi] and x < x_hi for x, x_hi, y, y_hi in found)
    assert all(one.a_hi <= other.a_lo and one.b_hi <= other.b_lo for one, other in pairwise(found))
    assert sum(x_hi - x for x, x_hi, _, _ in found) == LCSseq.similarity(a, b)


def test_what_two_long_texts_have_in_common_is_found_between_anchors():
    a = [str(n) for n in range(3000)]
    b = [key for n, key in enumerate(a) if n % 10]
    assert sum(block.a_hi - block.a_lo for block in common(a, b)) == len(b)
