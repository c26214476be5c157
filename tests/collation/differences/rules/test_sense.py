"""What turns the sense; `test_rules` holds each rule to its example."""

import pytest
from collation.differing import rules_of

from quoteverify.collation.differences.rules.sense import FAR_AGREEING, MOST_PASSIVE


@pytest.mark.parametrize(("between", "rule"), [(FAR_AGREEING - 1, "function_word"), (FAR_AGREEING, "person")])
def test_what_agrees_with_a_verb_near_before_it_is_the_same_body(between: int, rule: str) -> None:
    old = "old " * between
    found = rules_of(f"The board has {old}its boats.", f"The board have {old}their boats.")
    assert found == {"inflection", rule}


@pytest.mark.parametrize(
    ("before", "is_agent"),
    [
        ("was struck", True),
        (f"was {'so ' * (MOST_PASSIVE - 2)}struck", True),
        (f"was {'so ' * (MOST_PASSIVE - 1)}struck", False),
        ("lay", False),
    ],
)
def test_by_says_who_did_it_behind_a_verb_in_the_passive(before: str, is_agent: bool) -> None:
    assert ("agent" in rules_of(f"It {before} by boats.", f"It {before} boats.")) is is_agent
