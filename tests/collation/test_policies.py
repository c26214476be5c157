"""Policies: what each house allows of the same differences."""

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.policies import Allowance, policies, policy
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.models import TAXONOMY, Difference, DifferenceKind, Family, Operation, Severity, Span

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


# Of each house, the kinds or families that it allows: up to which severity, and whether only if it is marked.
PRINTED = {Family.PRINT: ("cosmetic", False)}
CUT = {"truncation": ("minor", False)}
SHOWN = dict.fromkeys(("ellipsis", "bracket", "splice", "reorder"), ("minor", True))
HOUSES = {
    "strict": PRINTED | CUT | SHOWN,
    "guardian": PRINTED | CUT | SHOWN | {Family.CLEANUP: ("minor", False)},
}


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("kind", DifferenceKind)
def test_a_house_allows_a_kind_up_to_this(house: str, kind: DifferenceKind) -> None:
    up_to, only_marked = HOUSES[house].get(kind, HOUSES[house].get(TAXONOMY[kind].family, (None, False)))
    for severity in Severity:
        for marked in (False, True):
            difference = Difference(
                operation=Operation.SUBSTITUTION, kind=kind, severity=severity, marked=marked,
                a=Span(0, 1), b=Span(0, 1), a_text="a", b_text="b", rule="",
            )  # fmt: skip
            expected = bool(up_to) and severity.rank <= Severity(up_to).rank and (marked or not only_marked)
            assert policy(house).allows(difference) == expected


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("It, um, works.", "It works.", "ums and ahems can be removed"),
        ("They was late.", "They were late.", "bad grammar can be improved"),
    ],
)
def test_the_first_allowance_that_covers_a_difference_is_its_source(a: str, b: str, rule: str) -> None:
    (difference,) = align(a, b).differences
    allowance = policy("guardian").allowance(difference)
    assert allowance
    assert rule in allowance.source


def test_an_allowance_holds_for_what_is_not_marked_too_if_it_does_not_say_otherwise() -> None:
    assert Allowance(kinds=frozenset(), up_to=Severity.MINOR, source="").marked is False


def test_every_allowance_names_its_source() -> None:
    assert all(allowance.source for name in policies() for allowance in policy(name).allowances)


def test_nothing_substantive_is_allowed_anywhere() -> None:
    assert all(a.up_to != "substantive" for name in policies() for a in policy(name).allowances)


def test_an_unknown_policy_raises_and_lists_those_there_are() -> None:
    with pytest.raises(ArgumentValueError, match="'guardian', 'strict'"):
        policy("lenient")
    with pytest.raises(ArgumentTypeError):
        policy(None)  # type: ignore[arg-type]
