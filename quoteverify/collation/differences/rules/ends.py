"""What one wording cuts at its ends, or goes on with."""

from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.differences.rules.rule import CLAUSE, qualified, rule_for
from quoteverify.models import DifferenceKind, Severity


def _runs_on(change: Change) -> bool:
    """Whether a wording goes on into words the other does not have: over an ellipsis, or for a clause."""
    return change.over_ellipsis or (change.goes_on and len(change.b.words) >= CLAUSE)


@rule_for(
    DifferenceKind.SPLICE, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed if the river rises."),
)  # fmt: skip
def runs_on_with_qualifier(change: Change) -> bool:
    """A wording that goes on into words the other does not have, which qualify it."""
    return _runs_on(change) and qualified(change)


@rule_for(
    DifferenceKind.SPLICE, Severity.MINOR, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed ... the ferry sails at noon."),
)  # fmt: skip
def runs_on_into_other_words(change: Change) -> bool:
    """A wording that goes on into words the other does not have: over an ellipsis, or for a clause."""
    return _runs_on(change)


@rule_for(
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("The bridge is closed.", "I think the bridge is closed."),
)  # fmt: skip
def goes_on_with_qualifier(change: Change) -> bool:
    """A word or two more at an end that qualify the rest."""
    return change.goes_on and qualified(change)


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed today."),
)  # fmt: skip
def goes_on(change: Change) -> bool:
    """A word or two more at an end: as grave as their cut would be."""
    return change.goes_on


@rule_for(
    DifferenceKind.TRUNCATION, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("We will pay if asked.", "We will pay."),
)  # fmt: skip
def truncation_drops_qualifier(change: Change) -> bool:
    """A negation, a condition or a hedge cut off at the start or end."""
    return change.cut and qualified(change)


@rule_for(
    DifferenceKind.TRUNCATION, Severity.MINOR, Shape.AT_END,
    example=("We will pay the bill on Monday.", "We will pay the bill."),
)  # fmt: skip
def truncation(change: Change) -> bool:
    """Words cut off at the start or end."""
    return change.cut


ENDS = frozenset(
    rule.name
    for rule in (
        runs_on_with_qualifier,
        runs_on_into_other_words,
        goes_on_with_qualifier,
        goes_on,
        truncation_drops_qualifier,
        truncation,
    )
)
"""The rules by which one wording only stops earlier, or starts later, than the other."""
