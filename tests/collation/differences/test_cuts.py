"""What is left out, put in openly, or cut at an end; `test_rules` holds each rule to its example."""

import pytest

from quoteverify.collation.differences import cuts
from quoteverify.collation.differences.alignment import align
from quoteverify.collation.differences.changes import Shape
from quoteverify.collation.differences.rule import Rule
from quoteverify.collation.differences.rules import RULES

HERE = tuple(rule for rule in vars(cuts).values() if isinstance(rule, Rule))


def test_the_rules_are_asked_of_what_is_disclosed_or_stands_at_an_end_and_of_nothing_else() -> None:
    for rule in HERE:
        assert rule.shapes == ((Shape.AT_END,) if rule.name in cuts.ENDS else (Shape.DISCLOSED,)), rule.name


def test_all_of_them_are_asked() -> None:
    assert set(RULES) >= set(HERE)
    assert {rule.name for rule in HERE} > cuts.ENDS


@pytest.mark.parametrize(
    ("a", "b", "severity"),
    [
        ("We took the money.", "[I] took the money.", "substantive"),
        ("She kept it for years.", "[My mother] kept it for years.", "cosmetic"),
        ("They saw us there.", "They saw [me] there.", "substantive"),
    ],
)
def test_a_pronoun_in_brackets_is_of_somebody_else_where_it_stands_for_one_by_itself(
    a: str, b: str, severity: str
) -> None:
    assert [d.severity for d in align(a, b).differences] == [severity]
