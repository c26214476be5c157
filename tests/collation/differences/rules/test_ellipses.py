"""What an ellipsis leaves out; `test_rules` holds each rule to its example."""

import pytest

from quoteverify.collation.differences.alignment import align


@pytest.mark.parametrize(
    ("said", "left", "hides"),
    [
        ("We will never pay them in May", "We will ... pay them in May", True),
        ("We will pay them if asked in May", "We will pay them ... in May", True),
        ("We will pay them, perhaps, in May", "We will pay them ... in May", True),
        ("We will pay them all in May", "We will pay them ... in May", False),
    ],
)
def test_an_ellipsis_may_hide_a_negation_a_condition_or_a_hedge(said: str, left: str, hides: bool) -> None:
    assert ("ellipsis_hides_qualifier" in {d.rule for d in align(said, left).differences}) is hides
