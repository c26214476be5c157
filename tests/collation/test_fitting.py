"""Where runs end, where more than one place would do."""

import pytest

from quoteverify.collation.blocks import Block
from quoteverify.collation.changes import Side
from quoteverify.collation.fitting import slid, unbracketed
from quoteverify.collation.lexicon import lexicon
from quoteverify.text.language import profile
from quoteverify.text.words import words

ENGLISH = lexicon(profile("en"))

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
]


def sides(a: str, b: str) -> tuple[Side, Side]:
    return Side.of(words(a), None), Side.of(words(b), None)


@pytest.mark.parametrize(("a", "b", "runs", "fitting"), SLID)
def test_a_gap_slides_to_where_it_fits(a: str, b: str, runs: list[Block], fitting: list[Block]) -> None:
    assert [tuple(run) for run in slid([Block(*run) for run in runs], *sides(a, b))] == fitting


def test_a_function_word_in_brackets_is_not_shared() -> None:
    runs = [Block(0, 1, 0, 1), Block(1, 2, 1, 2), Block(3, 4, 3, 4)]
    kept = unbracketed(runs, *sides("was the deal dead", "was [the plan] dead"), ENGLISH)
    assert kept == [Block(0, 1, 0, 1), Block(3, 4, 3, 4)]


def test_brackets_around_shared_words_are_left() -> None:
    runs = [Block(0, 3, 0, 3)]
    assert unbracketed(runs, *sides("was the deal", "was [the deal]"), ENGLISH) == runs
