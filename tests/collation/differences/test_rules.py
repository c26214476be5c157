"""Rules and rows: each has an example that reads differently without it."""

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.differences.rules import ENDS, RULES, Rule
from quoteverify.collation.language.lexicon import MARKER_TABLES, MORE_TABLES
from quoteverify.models import Alignment, DifferenceKind
from quoteverify.text.language import Row, profile

ENGLISH = profile("en")
TABLES = (
    *MARKER_TABLES,
    *MORE_TABLES,
    "inflections",
    "number_particles",
    "opposites",
    "remarks",
    "spellings",
)
# Pronouns are a table of reading, whose examples are of another sort.
ROWS = [(table, row) for table in TABLES if table != "pronouns" for row in ENGLISH.rows(table)]


def read(alignment: Alignment) -> list[tuple[str, str, str, str]]:
    return [(d.kind, d.severity, d.a_text, d.b_text) for d in alignment.differences]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_decides_its_example(rule: Rule) -> None:
    assert rule.named in {(d.kind, d.severity, d.rule) for d in align(*rule.example).differences}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_without_a_rule_its_example_reads_differently(rule: Rule) -> None:
    others = tuple(r for r in RULES if r is not rule)
    named = [(d.rule, d.severity) for d in align(*rule.example).differences]
    assert [(d.rule, d.severity) for d in align(*rule.example, rules=others).differences] != named


@pytest.mark.parametrize(("table", "row"), ROWS, ids=lambda x: x if isinstance(x, str) else x.words[0])
def test_without_a_row_its_example_reads_differently(table: str, row: Row) -> None:
    a, _, b = row.example.partition(" / ")
    assert b, "an example is two wordings"
    assert read(align(a, b)) != read(align(a, b, lang=ENGLISH.without(table, row)))


def test_every_rule_has_a_name_and_a_line_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.fits.__doc__ for rule in RULES)


def test_the_rules_of_ends_are_rules() -> None:
    assert {rule.name for rule in RULES} >= ENDS


def test_without_any_rule_a_change_is_other_wording() -> None:
    (difference,) = align("They sail.", "They row.", rules=()).differences
    assert (difference.kind, difference.rule) == (DifferenceKind.WORDING, "no_rule")
