"""What is left out, put in openly, or cut at an end; `test_rules` holds each rule to its example."""

from quoteverify.collation.differences import cuts
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
