"""One sense in other words; `test_rules` holds each rule to its example."""

import pytest
from collation.differing import rules_of

from quoteverify.collation.differences.rules.said_otherwise import (
    FAR_DENIED,
    FAR_ECHOED,
    LONGEST_ASIDE,
)


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


# What marks the sense in one wording, and in the other.
MARKED = [
    ("We stayed until they paid.", "We stayed till they paid.", True),
    ("It was partly sold.", "It was partially sold.", True),
    ("It was partly sold.", "It was largely sold.", False),
    ("They often row.", "They frequently row.", True),
    ("They often row.", "They seldom row.", False),
    ("They refused to row.", "They declined to row.", True),
    ("They refused to row.", "They hoped to row.", False),
    ("They need to row.", "They needed to row.", False),
    ("Maybe they row.", "Perhaps they row.", True),
    ("They seem to row.", "They appear to row.", True),
    # What says how many is of one row with what says who.
    ("Everybody was sold.", "Everything was sold.", False),
]


@pytest.mark.parametrize(("a", "b", "is_same"), MARKED)
def test_what_marks_the_sense_is_the_same_in_a_word_of_one_row(a: str, b: str, is_same: bool) -> None:
    assert ("same_mark" in rules_of(a, b)) is is_same
    assert rules_of(a, b)


@pytest.mark.parametrize(
    ("a", "b", "is_same"),
    [
        ("We shall sail.", "We will sail.", True),
        ("I shan’t sail.", "I won’t sail.", True),
        ("They shall sail.", "They will sail.", False),
        ("We shall sail.", "We should sail.", False),
    ],
)
def test_shall_is_will_of_whoever_speaks(a: str, b: str, is_same: bool) -> None:
    assert ("speakers_modal" in rules_of(a, b)) is is_same
    assert rules_of(a, b)


@pytest.mark.parametrize(
    ("a", "b", "is_same"),
    [
        ("We have got the keys.", "We have the keys.", True),
        ("He has got no time.", "He has no time.", True),
        ("We’ve got nine boats.", "We’ve nine boats.", True),
        # Where something is done to somebody, or was got.
        ("They have got beaten.", "They have beaten.", False),
        ("They had got the keys.", "They had the keys.", False),
        ("We bought the keys.", "We the keys.", False),
    ],
)
def test_what_somebody_has_got_they_have(a: str, b: str, is_same: bool) -> None:
    assert ("has_got" in rules_of(a, b)) is is_same


LONG = "row " * (LONGEST_ASIDE - 1)


@pytest.mark.parametrize(
    ("clause", "is_aside"),
    [
        (", who lives in Port Aas,", True),
        (", which my father built,", True),
        (f", who {LONG},", True),
        (f", who {LONG} row,", False),
        (" who lives in Port Aas", False),  # it says which of them
        (", who was cleared of it,", False),
        (", which is old,", False),
        (", who never rowed,", False),
        (", who may have rowed,", False),
        (", who saw all of it,", False),
        (", if they asked,", False),
        (", the pilot of Aas,", False),
    ],
)
def test_a_clause_between_commas_that_tells_more_is_an_aside(clause: str, is_aside: bool) -> None:
    found = rules_of(
        f"The crew of the ferry{clause} came back on Sunday.", "The crew of the ferry came back on Sunday."
    )
    assert ("aside" in found) is is_aside


@pytest.mark.parametrize(
    ("a", "b", "is_same"),
    [
        ("I don’t know nothing of it.", "I don’t know anything of it.", True),
        ("We ain’t got no boats.", "We haven’t got any boats.", True),
        ("They didn’t tell nobody.", "They didn’t tell anyone.", True),
        # Each denies for itself: behind a modal, in full, in a clause of its own, or alone.
        ("We can’t do nothing now.", "We can’t do anything now.", False),
        ("I did not do nothing.", "I did not do anything.", False),
        ("I didn’t say that nothing sank.", "I didn’t say that anything sank.", False),
        ("They didn’t row, nobody sank.", "They didn’t row, anybody sank.", False),
        ("I saw nothing.", "I saw anything.", False),
        ("I didn’t see nothing.", "I didn’t see everything.", False),
        (f"I didn’t {'row ' * FAR_ECHOED}no boats.", f"I didn’t {'row ' * FAR_ECHOED}any boats.", False),
    ],
)
def test_a_denial_may_be_said_twice(a: str, b: str, is_same: bool) -> None:
    assert ("denied_twice" in rules_of(a, b)) is is_same
