"""What is cut at an end, or goes on there; `test_rules` holds each rule to its example."""

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.differences.changes import Shape
from quoteverify.collation.differences.rules import RULES, brackets, ellipses, ends
from quoteverify.collation.differences.rules.rule import Rule

HERE = [
    rule for module in (brackets, ellipses, ends) for rule in vars(module).values() if isinstance(rule, Rule)
]


def test_the_rules_are_asked_of_what_is_disclosed_or_stands_at_an_end_and_of_nothing_else() -> None:
    for rule in HERE:
        assert rule.shapes == ((Shape.AT_END,) if rule.name in ends.ENDS else (Shape.DISCLOSED,)), rule.name


def test_all_of_them_are_asked() -> None:
    assert set(RULES) >= set(HERE)
    assert {rule.name for rule in HERE} > ends.ENDS


# Of "We sail at noon": what a wording goes on with, as many words as make a statement, and one fewer.
@pytest.mark.parametrize(
    ("b", "rule"),
    [
        ("We sail at noon, they row at night", "runs_on_into_other_words"),
        ("We sail at noon, they row later", "goes_on"),
        ("We sail at noon if it rains", "goes_on_with_qualifier"),
        ("We sail at", "truncation"),
    ],
)
def test_a_wording_stops_earlier_or_goes_on(b: str, rule: str) -> None:
    assert {d.rule for d in align("We sail at noon", b).differences} == {rule}
