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
        ("They were about to sail.", "They sailed.", True),
        ("They were to sail.", "They sailed.", True),
        ("They were on the pier.", "They sailed.", False),
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


@pytest.mark.parametrize(
    ("a", "b", "turns"),
    [
        ("They were paid by the firm.", "They were paid to the firm.", True),
        ("It was sold for the widow.", "It was sold by the widow.", True),
        ("It was hit by a stone.", "It was hit with a stone.", False),
        ("They sat by the mill.", "They sat on the mill.", False),
    ],
)
def test_who_did_it_is_not_whom_it_was_done_for(a: str, b: str, turns: bool) -> None:
    assert ("agent" in rules_of(a, b)) is turns


@pytest.mark.parametrize(
    ("a", "b", "exceeds"),
    [
        ("It was too late to sail.", "It was late to sail.", True),
        ("It was too late for us to sail.", "It was late for us to sail.", True),
        ("We have too many boats to sell.", "We have many boats to sell.", True),
        ("It was too late for any of the boats to sail.", "It was late for any of the boats to sail.", False),
        ("We have too many boats.", "We have many boats.", False),
        ("They too sailed at noon.", "They sailed at noon.", False),
        ("It is, too, the last one.", "It is, the last one.", False),
        ("It was so late that we sailed.", "It was late that we sailed.", False),
    ],
)
def test_too_much_is_more_than_much(a: str, b: str, exceeds: bool) -> None:
    assert ("excess" in rules_of(a, b)) is exceeds


@pytest.mark.parametrize(
    ("a", "b", "excepts"),
    [
        ("Nobody but him knew it.", "Nobody knew it.", True),
        ("Everything else was sold.", "Everything was sold.", True),
        ("They came, but he knew it.", "They came, he knew it.", False),
        ("The crew but him knew it.", "The crew knew it.", False),
    ],
)
def test_what_is_taken_out_of_all_is_an_exception(a: str, b: str, excepts: bool) -> None:
    assert ("exception" in rules_of(a, b)) is excepts


@pytest.mark.parametrize(
    ("a", "b", "is_another"),
    [
        ("He killed himself there.", "He killed him there.", True),
        ("They paid themselves there.", "They paid them there.", True),
        ("It was for himself there.", "It was for him there.", False),
        ("We saw you and myself there.", "We saw you and me there.", False),
        ("He paid him there.", "He paid his there.", False),
    ],
)
def test_what_somebody_does_to_themselves_is_done_to_nobody_else(a: str, b: str, is_another: bool) -> None:
    assert ("person" in rules_of(a, b)) is is_another
