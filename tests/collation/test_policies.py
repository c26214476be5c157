"""Policies: what each house allows of the same differences."""

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.policies import policies, policy
from quoteverify.errors import ArgumentTypeError, ArgumentValueError

# Two wordings between which there is one difference, and the houses that allow it.
ALLOWED = [
    ("The bridge is closed.", "The bridge is closed", {"strict", "guardian"}),
    ("The labour was hard.", "The labor was hard.", {"strict", "guardian"}),
    ("We saw six boats.", "We saw 6 boats.", {"strict", "guardian"}),
    ("It, um, works.", "It works.", {"guardian"}),
    ("They was late.", "They were late.", {"guardian"}),
    ("They do not sail.", "They don't sail.", {"guardian"}),
    ("We will pay the bill on Monday.", "We will pay the bill.", {"strict", "guardian"}),
    ("We will pay if asked.", "We will pay.", set()),
    ("We will pay the whole bill in May.", "We will pay ... in May.", {"strict", "guardian"}),
    ("We will pay if they ask in May.", "We will pay ... in May.", set()),
    ("We will pay the whole bill in May.", "We will pay in May.", set()),
    ("They closed the bridge.", "They closed the [railway] bridge.", {"strict", "guardian"}),
    ("They closed the bridge.", "They closed the railway bridge.", set()),
    ("It is safe.", "It is not safe.", set()),
    ("They sold the house.", "They bought the house.", set()),
]


@pytest.mark.parametrize(("a", "b", "houses"), ALLOWED)
def test_these_houses_allow_a_difference(a: str, b: str, houses: set[str]) -> None:
    (difference,) = align(a, b).differences
    assert {name for name in policies() if policy(name).allows(difference)} == houses


def test_every_allowance_names_its_source() -> None:
    assert all(allowance.source for name in policies() for allowance in policy(name).allowances)


def test_nothing_substantive_is_allowed_anywhere() -> None:
    assert all(a.up_to != "substantive" for name in policies() for a in policy(name).allowances)


def test_an_unknown_policy_raises_and_lists_those_there_are() -> None:
    with pytest.raises(ArgumentValueError, match="'guardian', 'strict'"):
        policy("lenient")
    with pytest.raises(ArgumentTypeError):
        policy(None)  # type: ignore[arg-type]
