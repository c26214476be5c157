import pytest

from quoteverify.models import Alignment, Difference, Segment, Severity, Span, gravest


def difference(severity):
    return Difference(
        operation="omission",
        kind="filler",
        severity=severity,
        a=Span(0, 2),
        b=Span(0, 0),
        a_text="er",
        b_text="",
        rule="filler",
    )


@pytest.mark.parametrize(
    ("severities", "worst"),
    [
        ([], None),
        (["cosmetic"], "cosmetic"),
        (["minor", "cosmetic"], "minor"),
        (["cosmetic", "substantive", "minor"], "substantive"),
    ],
)
def test_the_gravest_of_some_differences_counts(severities, worst):
    differences = tuple(difference(Severity(severity)) for severity in severities)
    assert gravest(differences) == worst
    whole = Segment(Span(0, 2), Span(0, 2))
    aligned = Alignment(
        a="er", b="er", segments=(whole,), differences=differences, wording="altered", similarity=1.0
    )
    assert aligned.severity == worst
