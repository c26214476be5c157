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


@pytest.mark.parametrize(
    ("a", "b", "turns"),
    [
        ("They called off the vote.", "They called the vote.", True),
        ("They call it off now.", "They call it now.", True),
        ("The bill was passed over by them.", "The bill was passed by them.", True),
        ("They turned down the offer.", "They turned the offer.", True),
        ("They walked off the pier.", "They walked the pier.", False),
        ("He sat down on the step.", "He sat on the step.", False),
        ("They called the crew off the pier.", "They called the crew the pier.", False),
    ],
)
def test_a_particle_may_make_another_verb(a: str, b: str, turns: bool) -> None:
    assert ("particle" in rules_of(a, b)) is turns


@pytest.mark.parametrize(
    ("a", "b", "is_modal"),
    [
        ("They want to row.", "They want row.", True),  # "want work"
        ("They had to put it there.", "They had put it there.", True),
        ("They want to make it.", "They want make it.", False),
        ("It has to be sold.", "It has be sold.", False),
        ("They want to be there.", "They want there.", True),
    ],
)
def test_what_marks_an_infinitive_is_missed_before_what_is_nothing_else(
    a: str, b: str, is_modal: bool
) -> None:
    assert ("modality" in rules_of(a, b)) is is_modal


@pytest.mark.parametrize(
    ("a", "b", "is_to_come"),
    [
        ("They were to be sold.", "They were sold.", True),
        ("They are about to sail.", "They are sail.", True),
        ("The mill is to the left.", "The mill is the left.", False),
        ("It has to be sold.", "It has sold.", False),
        ("They were in the hold.", "They were hold.", False),
    ],
)
def test_what_is_to_be_is_not_yet(a: str, b: str, is_to_come: bool) -> None:
    assert ("yet_to_come" in rules_of(a, b)) is is_to_come


@pytest.mark.parametrize(
    ("a", "b", "hedges"),
    [
        ("These kind of boats sink.", "These kinds of boats sink.", False),
        ("I think it sank.", "I thought it sank.", True),
        ("It kind of sank.", "It sank.", True),
    ],
)
def test_a_kind_of_something_in_another_number_hedges_nothing(a: str, b: str, hedges: bool) -> None:
    assert ("hedge" in rules_of(a, b)) is hedges
