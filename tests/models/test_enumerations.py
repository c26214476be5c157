from enum import StrEnum

import pytest

from quoteverify.models import QuoteKind, Severity, enumerations

ENUMERATIONS = [
    value
    for value in vars(enumerations).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]


def test_severities_are_ranked():
    assert [(severity.value, severity.rank) for severity in Severity] == [
        ("cosmetic", 0),
        ("minor", 1),
        ("substantive", 2),
    ]


@pytest.mark.parametrize("kind", ENUMERATIONS)
def test_members_are_strings_called_as_they_are_written(kind):
    assert QuoteKind.PULL_QUOTE == "pull_quote"
    assert [member.value for member in kind] == [member.name.lower() for member in kind]
