"""What a rule is, apart from the rules there are."""

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.differences.rules.rule import Named, rule_for
from quoteverify.models import DifferenceKind, Severity


@rule_for(
    DifferenceKind.NAME, Severity.MINOR, Shape.SUBSTITUTION, example=("row", "sail"), tables=("numbers",)
)
def of_ones_own(change: Change) -> bool:
    """Whatever is put for something else."""
    return True


def test_a_rule_is_called_as_its_function_and_says_what_it_makes_of_a_change() -> None:
    assert of_ones_own.name == "of_ones_own"
    assert of_ones_own.named == Named(DifferenceKind.NAME, Severity.MINOR, "of_ones_own")


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("We saw six boats.", "We saw seven boats.", "of_ones_own"),
        ("We saw boats.", "We saw seven boats.", "no_rule"),
        ("We saw green boats.", "We saw grey boats.", "no_rule"),
    ],
)
def test_a_rule_is_asked_of_its_shapes_and_of_words_of_its_tables(a: str, b: str, rule: str) -> None:
    (difference,) = align(a, b, rules=(of_ones_own,)).differences
    assert difference.rule == rule
