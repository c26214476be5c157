"""One sense in other words; `test_rules` holds each rule to its example."""

import pytest
from collation.differing import rules_of

from quoteverify.collation.differences.rules.said_otherwise import FAR_DENIED


@pytest.mark.parametrize(
    ("called", "rule"),
    [
        ("Ruth", "addressed"),
        ("Mr. Prime Minister", "addressed"),
        ("Ruth Ada Vale", "addressed"),
        ("Ruth Ada Berg Vale", "name"),  # longer than anybody is spoken to
        ("five", "number"),
    ],
)
def test_whoever_is_spoken_to_is_named_between_commas(called: str, rule: str) -> None:
    assert rules_of(f"We know, {called}, that it sank.", "We know that it sank.") == {rule}


@pytest.mark.parametrize(("between", "rule"), [(FAR_DENIED - 1, "denial_goes_on"), (FAR_DENIED, "negation")])
def test_nor_goes_on_with_a_denial_that_stands_near(between: int, rule: str) -> None:
    row = "row " * between
    assert rules_of(f"It did not {row}nor sail.", f"It did not {row}or sail.") == {rule}


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("about 5", "some 5", "same_bound"),
        ("about 5", "over 5", "approximation"),
        ("over 5", "more than 5", "same_bound"),
        ("over 5", "under 5", "approximation"),
    ],
)
def test_a_bound_is_the_same_in_other_words(a: str, b: str, rule: str) -> None:
    found = rules_of(f"We saw {a} boats.", f"We saw {b} boats.")
    assert ("same_bound" in found) is (rule == "same_bound")
    assert found
