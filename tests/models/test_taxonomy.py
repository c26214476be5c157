"""The taxonomy: every kind of difference is described once, and what is said of it holds."""

from pathlib import Path

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.differences.rules import RULES
from quoteverify.models import TAXONOMY, DifferenceKind, Family, Severity

PAGE = Path(__file__).parents[2] / "docs" / "taxonomy.md"
# What no rule gives yet.
AHEAD = {DifferenceKind.REPORTED: "for what a source has as reported speech"}


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, marks=pytest.mark.xfail(reason=AHEAD[kind], strict=True) if kind in AHEAD else ())
        for kind in DifferenceKind
    ],
)
def test_the_example_of_a_kind_differs_in_it_alone(kind: DifferenceKind) -> None:
    entry = TAXONOMY[kind]
    assert {(d.kind, d.severity) for d in align(*entry.example).differences} == {(kind, entry.severity)}


def test_every_kind_is_described_in_their_order() -> None:
    assert list(TAXONOMY) == list(DifferenceKind)
    assert len({entry.label for entry in TAXONOMY.values()}) == len(TAXONOMY)


@pytest.mark.parametrize("family", Family)
def test_every_family_has_kinds(family: Family) -> None:
    assert [kind for kind, entry in TAXONOMY.items() if entry.family is family]


def test_print_cannot_be_heard_and_sense_is_never_cosmetic() -> None:
    for entry in TAXONOMY.values():
        assert (entry.severity is Severity.COSMETIC) or entry.family is not Family.PRINT
        assert (entry.severity is not Severity.COSMETIC) or entry.family is not Family.SENSE


# The page: it is not everywhere that the tests are.

on_the_page = pytest.mark.skipif(not PAGE.exists(), reason="there are no pages here")


def table(*rows: tuple[str, ...]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


@on_the_page
def test_the_page_has_the_kinds_as_they_are() -> None:
    rows = [
        (f"`{kind}`", entry.label, entry.family, entry.severity, " / ".join(entry.example))
        for kind, entry in TAXONOMY.items()
    ]
    expected = table(("kind", "what it is", "about", "mostly", "example"), ("---",) * 5, *rows)
    assert expected in PAGE.read_text(encoding="utf8"), expected


@on_the_page
def test_the_page_has_the_rules_as_they_are() -> None:
    rows = [
        (
            f"`{rule.name}`",
            f"`{rule.kind}`",
            rule.severity,
            (rule.fits.__doc__ or "").partition("\n")[0],
            " / ".join(rule.example),
        )
        for rule in RULES
    ]
    expected = table(("rule", "kind", "severity", "what it fits", "example"), ("---",) * 5, *rows)
    assert expected in PAGE.read_text(encoding="utf8"), expected


@on_the_page
@pytest.mark.parametrize("described", [*Family, *Severity])
def test_the_page_describes_families_and_severities(described: str) -> None:
    assert f"\n`{described}`\n: " in PAGE.read_text(encoding="utf8")
