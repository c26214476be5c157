"""Slips of whoever spoke or wrote; `test_rules` holds each rule to its example."""

import pytest

from quoteverify.collation.differences.alignment import align

# Two printings of a word with a capital; whether one is the other with a slip, and not another name.
NAMED = [
    ("Mr. Companion left early.", "Mr. Compannion left early.", True),  # too long for a surname
    ("They met Wanda there.", "They met Manda there.", False),
    ("It, um, works.", "It, uhm, works.", False),
    # A large initial that was set apart and lost, and no other word that turns the sense.
    ("There were six boats.", "HERE were six boats.", True),
    ("There were six boats.", "Here were six boats.", False),
    ("Never came a boat.", "EVER came a boat.", False),
    ("She came by boat.", "HE came by boat.", False),
]


@pytest.mark.parametrize(("a", "b", "is_slip"), NAMED)
def test_a_slip_makes_no_other_name(a: str, b: str, is_slip: bool) -> None:
    assert ("typo" in {d.rule for d in align(a, b).differences}) is is_slip


@pytest.mark.parametrize(
    ("b", "twice"),
    [
        ("We sail sail at noon.", True),
        ("We sail, they sail at noon.", False),
    ],
)
def test_a_word_printed_twice_is_one(b: str, twice: bool) -> None:
    assert ("printed_twice" in {d.rule for d in align("We sail at noon.", b).differences}) is twice
