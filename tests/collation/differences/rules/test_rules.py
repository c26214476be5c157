"""Rules and rows: each has an example that reads differently without it."""

from collections import Counter
from collections.abc import Sequence

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.differences.rules import RULES
from quoteverify.collation.differences.rules.rule import Rule
from quoteverify.collation.language.lexicon import MARKER_TABLES, MORE_TABLES
from quoteverify.models import Alignment, DifferenceKind
from quoteverify.text.language import Row, language

ENGLISH = language("en")
TABLES = (
    *MARKER_TABLES,
    *MORE_TABLES,
    "confused",
    "divided_words",
    "particles",
    "keys",
    "inflections",
    "number_particles",
    "opposites",
    "remarks",
    "spellings",
    "vocabulary",
    "rarer_words",
    "misreadings",
)
# Pronouns are a table of reading, whose examples are of another sort.
ROWS = [(table, row) for table in TABLES if table != "pronouns" for row in ENGLISH.rows(table)]


# Two rules that both fit a change, of which the first is asked before the other, and two wordings.
ORDER = [
    ("ellipsis_hides_qualifier", "ellipsis", "We will pay if they ask in May.", "We will pay ... in May."),
    ("ellipsis_hides_qualifier", "ellipsis_hides_modal", "It never could be set by us.", "It ... set by us."),
    (
        "ellipsis_hides_modal",
        "ellipsis_hides_view",
        "The crew, accused of what might have been set by them, left.",
        "The crew ... set by them, left.",
    ),
    (
        "ellipsis_hides_view",
        "ellipsis_joins_halves",
        "I hate the rain. I was accused of selling the sea.",
        "I hate ... selling the sea.",
    ),
    (
        "ellipsis_joins_halves",
        "ellipsis_hides_head",
        "I hate the rain. I met the sister of the mayor.",
        "I hate ... the mayor.",
    ),
    (
        "ellipsis_hides_head",
        "ellipsis_hides_number_or_name",
        "We met two of the boats there.",
        "We met ... the boats there.",
    ),
    ("bracket_turns_sense", "bracket_changes_number", "We lost nine boats.", "We lost [not ninety] boats."),
    ("bracket_changes_number", "bracket_changes_name", "It sank on Monday.", "It sank on [Tuesday]."),
    (
        "bracket_turns_sense",
        "bracket_names_referent",
        "They closed the bridge.",
        "[Nobody] closed the bridge.",
    ),
    ("bracket_turns_sense", "bracket_remarks", "They were late.", "They were [never sic] late."),
    ("bracket_turns_sense", "bracket", "They will close it.", "They will [not] close it."),
    ("bracket_names_referent", "bracket_remarks", "They was late.", "[The boats sic] was late."),
    ("bracket_names_referent", "bracket", "They closed it.", "[The engineers] closed it."),
    ("bracket_remarks", "bracket", "They was late.", "They was [sic] late."),
    ("filler", "goes_on", "It works.", "Um, it works."),
    ("filler", "truncation", "It works, you know.", "It works."),
    ("filler", "function_word", "It, um, works.", "It works."),
    ("runs_on_with_qualifier", "runs_on_into_other_words", "We sail.", "We sail if the river rises."),
    ("runs_on_with_qualifier", "goes_on_with_qualifier", "We sail.", "We sail if the river rises."),
    ("runs_on_into_other_words", "goes_on", "We sail.", "We sail at noon from Aas."),
    ("goes_on_with_qualifier", "goes_on", "We sail.", "I think we sail."),
    ("truncation_drops_qualifier", "truncation", "We will pay if asked.", "We will pay."),
    ("number_format", "spelling", "Come at 5 a.m. today.", "Come at 5am today."),
    ("number_format", "number", "We saw six boats.", "We saw 6 boats."),
    ("number_format", "name", "It sank in Sept. 1998.", "It sank in September 1998."),
    ("number_format", "inflection", "It cost 5 cents.", "It cost 5 cent."),
    ("spelling", "typo", "The labourist left.", "The laborist left."),
    ("spelling", "quantity_in_words", "It was all right then.", "It was alright then."),
    ("spelling", "name", "We met Saint Aas.", "We met St. Aas."),
    ("spelling", "inflection", "They leapt.", "They leaped."),
    ("contraction", "negation", "We can't sail.", "We cannot sail."),
    ("contraction", "modality", "We'd sail.", "We had sail."),
    ("contraction", "inflection", "They are late.", "They're late."),
    ("contraction", "function_word", "They are late.", "They're late."),
    ("clipped", "typo", "They were sitting there.", "They were sittin' there."),
    ("typo", "negation", "We sail withuot them.", "We sail without them."),
    ("typo", "condition", "We ask whether they sail.", "We ask whetehr they sail."),
    ("typo", "modality", "They might sail.", "They mgiht sail."),
    ("typo", "hedge", "We tihnk it is late.", "We think it is late."),
    ("typo", "number", "We saw eigth boats.", "We saw eight boats."),
    ("typo", "quantity_in_words", "It alwyas floats.", "It always floats."),
    ("typo", "name", "We met Marten there.", "We met Matren there."),
    ("negation", "condition", "They sail unless it rains.", "They sail not it rains."),
    ("negation", "modality", "They can't sail.", "They sail."),
    ("negation", "hedge", "They probably never sail.", "They sail."),
    ("negation", "number", "We saw no boats.", "We saw six boats."),
    ("negation", "quantity_in_words", "All boats sank.", "No boats sank."),
    ("negation", "name", "We never met him.", "We Marten met him."),
    ("negating_prefix", "name", "We met Able there.", "We met Unable there."),
    ("condition", "modality", "We sail, if they may row, at noon.", "We sail at noon."),
    ("condition", "hedge", "We sail, if perhaps asked, at noon.", "We sail at noon."),
    ("condition", "number", "We sail, if six come, at noon.", "We sail at noon."),
    ("condition", "quantity_in_words", "We sail, if all come, at noon.", "We sail at noon."),
    ("condition", "name", "We sail, if Marten comes, at noon.", "We sail at noon."),
    ("modality", "hedge", "They probably will sail.", "They sail."),
    ("modality", "quantity_in_words", "They, all of whom may row, sail.", "They sail."),
    ("modality", "name", "They, as Marten must, sail.", "They sail."),
    ("modality", "person", "They'll sail.", "We sail."),
    ("modality", "function_word", "They have to sail.", "They sail."),
    ("hedge", "number", "It was, six allegedly say, late.", "It was late."),
    ("hedge", "quantity_in_words", "It was, all people allegedly say, late.", "It was late."),
    ("hedge", "name", "It was, Marten allegedly says, late.", "It was late."),
    ("hedge", "inflection", "I think it was late.", "I thought it was late."),
    ("approximation", "quantity_in_words", "We saw some ten boats.", "We saw ten boats."),
    ("approximation", "function_word", "We saw over ten boats.", "We saw ten boats."),
    ("number", "unit", "It is 5 km to Aas.", "It is 5 miles to Aas."),
    ("number", "quantity_in_words", "We saw six boats.", "We saw some boats."),
    ("number", "name", "It sank on Monday there.", "It sank on Tuesday there."),
    ("quantity_in_words", "name", "We saw all Aas boats.", "We saw boats."),
    ("name", "person", "Today they sail.", "Today WE sail."),
    ("name", "inflection", "We met the Smiths there.", "We met the Smith there."),
    ("name", "function_word", "We met The boats there.", "We met Our boats there."),
    ("person", "function_word", "They sail.", "We sail."),
    ("inflection", "function_word", "They are late.", "They were late."),
]


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


def named(a: str, b: str, rules: Sequence[Rule] = RULES) -> Counter[str]:
    return Counter(d.rule for d in align(a, b, rules=tuple(rules)).differences)


@pytest.mark.parametrize(("earlier", "later", "a", "b"), ORDER)
def test_of_two_rules_that_fit_the_earlier_decides(earlier: str, later: str, a: str, b: str) -> None:
    by_name = {rule.name: rule for rule in RULES}
    exchanged = [rule for rule in RULES if rule.name != later]
    exchanged.insert(exchanged.index(by_name[earlier]), by_name[later])
    assert named(a, b) - named(a, b, exchanged) == {earlier: 1}
    assert named(a, b, exchanged) - named(a, b) == {later: 1}


@pytest.mark.parametrize(("table", "row"), ROWS, ids=lambda x: x if isinstance(x, str) else x.words[0])
def test_without_a_row_its_example_reads_differently(table: str, row: Row) -> None:
    a, _, b = row.example.partition(" / ")
    assert b, "an example is two wordings"
    assert read(align(a, b)) != read(align(a, b, lang=ENGLISH.without(table, row)))


def test_every_rule_has_a_name_and_a_line_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.fits.__doc__ for rule in RULES)


def test_without_any_rule_a_change_is_other_wording() -> None:
    (difference,) = align("They sail.", "They row.", rules=()).differences
    assert (difference.kind, difference.rule) == (DifferenceKind.WORDING, "no_rule")
