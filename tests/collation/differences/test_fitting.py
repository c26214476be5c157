"""Where runs end, where more than one place would do."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.differences.blocks import Block, blocks
from quoteverify.collation.differences.fitting import fit_gaps, keep_brackets_whole, keep_numbers_whole
from quoteverify.collation.differences.sides import Side
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))

# Two texts, the runs as found, and as they fit what is printed.
SLID = [
    ("in May, and in June", "in June", [(0, 1, 0, 1), (4, 5, 1, 2)], [(3, 5, 0, 2)]),
    (
        "Stay. He sails. He rows.",
        "Stay. He rows.",
        [(0, 2, 0, 2), (4, 5, 2, 3)],
        [(0, 1, 0, 1), (3, 5, 1, 3)],
    ),
    ("we say so, and we say no", "we say no", [(0, 2, 0, 2), (6, 7, 2, 3)], [(4, 7, 0, 3)]),
    ("we sail", "we sail", [(0, 2, 0, 2)], [(0, 2, 0, 2)]),
    (
        "we row, we sail, we swim",
        "we row, we swim",
        [(0, 3, 0, 3), (5, 6, 3, 4)],
        [(0, 2, 0, 2), (4, 6, 2, 4)],
    ),
    (
        "we row, we swim",
        "we row, we sail, we swim",
        [(0, 3, 0, 3), (3, 4, 5, 6)],
        [(0, 2, 0, 2), (2, 4, 4, 6)],
    ),
    ("so it goes and so it ends", "so it ... ends", [(4, 7, 0, 3)], [(0, 2, 0, 2), (6, 7, 2, 3)]),
    ("we saw the port and The port", "we saw The port", [(0, 2, 0, 2), (5, 7, 2, 4)], [(0, 4, 0, 4)]),
    (
        "see the port and The port now",
        "see The port now",
        [(0, 3, 0, 3), (6, 7, 3, 4)],
        [(0, 1, 0, 1), (4, 7, 1, 4)],
    ),
    (
        "see The port and the port now",
        "see The port now",
        [(0, 1, 0, 1), (4, 7, 1, 4)],
        [(0, 2, 0, 2), (5, 7, 2, 4)],
    ),
    (
        "see the port, and the port now",
        "see the port now",
        [(0, 2, 0, 2), (5, 7, 2, 4)],
        [(0, 3, 0, 3), (6, 7, 3, 4)],
    ),
    ("so, we ran and we won", "so, we won", [(0, 2, 0, 2), (5, 6, 2, 3)], [(0, 1, 0, 1), (4, 6, 1, 3)]),
    (
        "it rained and rained, they say",
        "it rained, they say",
        [(0, 1, 0, 1), (3, 6, 1, 4)],
        [(0, 2, 0, 2), (4, 6, 2, 4)],
    ),
    ("no, no, no", "no, no", [(1, 3, 0, 2)], [(1, 3, 0, 2)]),
    (
        "I sail and I row and I swim",
        "I sail and I swim",
        [(0, 2, 0, 2), (5, 8, 2, 5)],
        [(0, 2, 0, 2), (5, 8, 2, 5)],
    ),
]


# Two texts, and the words they share that are left when a number is changed as a whole.
NUMBERED = [
    ("by 20 October at noon", "by October 20 at noon", "by at noon"),
    ("on 1 October 2019 at noon", "on the first of October 2019 at noon", "on at noon"),
    ("they stole nine hundred dollars there", "they stole $90 there", "they stole there"),
    ("it took twenty-five days there", "it took thirty-five days there", "it took days there"),
    ("we saw five boats", "we saw six boats", "we saw boats"),
    ("five of ten boats", "six of ten boats", "of ten boats"),
    ("we saw five boats in May", "we saw boats in May", "we saw boats in may"),
    ("5 boats in May sank", "6 boats in June sank", "boats in sank"),
]


def sides(a: str, b: str) -> tuple[Side, Side]:
    return Side.of(words(a), None), Side.of(words(b), None)


@pytest.mark.parametrize(("a", "b", "left"), NUMBERED)
def test_a_number_is_changed_as_a_whole(a: str, b: str, left: str) -> None:
    for one, other in ((a, b), (b, a)):
        side, opposite = sides(one, other)
        runs = keep_numbers_whole(blocks(side.keys, opposite.keys), side, opposite, ENGLISH)
        shared = [key for run in runs for key in side.keys[run.a_lo : run.a_hi]]
        assert shared == [key for run in runs for key in opposite.keys[run.b_lo : run.b_hi]]
        assert " ".join(shared) == left


@pytest.mark.parametrize(("a", "b", "runs", "fitting"), SLID)
def test_a_gap_slides_to_where_it_fits(a: str, b: str, runs: list[Block], fitting: list[Block]) -> None:
    assert [tuple(run) for run in fit_gaps([Block(*run) for run in runs], *sides(a, b))] == fitting


def test_a_function_word_in_brackets_is_not_shared() -> None:
    runs = [Block(0, 1, 0, 1), Block(1, 2, 1, 2), Block(3, 4, 3, 4)]
    kept = keep_brackets_whole(runs, *sides("was the deal dead", "was [the plan] dead"), ENGLISH)
    assert kept == [Block(0, 1, 0, 1), Block(3, 4, 3, 4)]


def test_brackets_around_shared_words_are_left() -> None:
    runs = [Block(0, 3, 0, 3)]
    assert keep_brackets_whole(runs, *sides("was the deal", "was [the deal]"), ENGLISH) == runs


def slowly_unbracketed(runs: Sequence[Block], a: Side, b: Side) -> set[tuple[int, int]]:
    """The pairs of words that stay shared, each word of each run held against all brackets."""
    pairs = {(x, y) for run in runs for x, y in zip(range(*run[:2]), range(*run[2:]), strict=True)}
    for side, other, at in ((b, a, 1), (a, b, 0)):
        for start, end in side.brackets:
            inside = {n for n, place in enumerate(side.starts) if start <= place < end}
            shared = {pair for pair in pairs if pair[at] in inside}
            if (
                len(shared) < len(inside)
                and all((a.keys[x],) in ENGLISH.plain for x, _ in shared)
                and not any(other.bracket_over(other.starts[pair[1 - at]]) for pair in first(shared))
            ):
                pairs -= shared
    return pairs


def first(pairs: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs that no other pair runs on to."""
    return (pair for pair in pairs if (pair[0] - 1, pair[1] - 1) not in pairs)


BRACKETED = ("the", "a", "[the", "plan]", "(we", "of)", "may", "[will]", "[he]", "it", "close")
WORDING = st.lists(st.sampled_from(BRACKETED), max_size=16)


@given(WORDING, WORDING)
def test_what_brackets_keep_is_what_each_word_by_itself_says(one: list[str], other: list[str]) -> None:
    a, b = sides(" ".join(one), " ".join(other))
    runs = blocks(a.keys, b.keys)
    kept = keep_brackets_whole(runs, a, b, ENGLISH)
    pairs = {(x, y) for run in kept for x, y in zip(range(*run[:2]), range(*run[2:]), strict=True)}
    assert pairs == slowly_unbracketed(runs, a, b)
