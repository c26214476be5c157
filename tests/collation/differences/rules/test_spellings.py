"""One wording in two spellings, or in short; `test_rules` holds each rule to its example."""

import pytest
from collation.differing import rules_of

from quoteverify.collation.differences.alignment import align


@pytest.mark.parametrize(
    ("b", "is_clipped"),
    [
        # Of "together": as many letters as may be left out on either side, and one more.
        *(("'ogether", True), ("'gether", True), ("'ether", False)),
        *(("togethe'", True), ("togeth'", True), ("toget'", False)),
        *(("gether", False), ("'bother", False)),
    ],
)
def test_so_many_letters_are_left_out_of_a_word_printed_as_it_was_spoken(b: str, is_clipped: bool) -> None:
    rules = {d.rule for d in align("They sat together there.", f"They sat {b} there.").differences}
    assert ("clipped" in rules) is is_clipped


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Ann", "abbreviated"),
        ("Ludovica", "abbreviated"),
        ("Jo", "name"),  # one letter more is another name as soon as the same
        ("Bo", "name"),
    ],
)
def test_a_name_is_abbreviated_to_its_first_letters_with_a_stop(name: str, rule: str) -> None:
    short = "A." if name == "Ann" else f"{name[0]}."
    found = rules_of(f"We asked {name} Vale about it.", f"We asked {short} Vale about it.")
    assert found - {"punctuation"} == {rule}


def test_another_letter_abbreviates_another_name() -> None:
    found = rules_of("We asked Ludovica Vale about it.", "We asked R. Vale about it.")
    assert found - {"punctuation"} == {"name"}


@pytest.mark.parametrize(
    ("a", "b", "rules"),
    [
        ("It was minus 20 there.", "It was -20 there.", {"says_below_nothing", "punctuation"}),
        (
            "It was minus twenty there.",
            "It was −20 there.",
            {"says_below_nothing", "punctuation", "number_format"},
        ),
        ("It was minus 20 there.", "It was 20 there.", {"wording"}),
        ("It was -20 there.", "It was 20 there.", {"minus_sign"}),
        ("It was minus 20 there.", "It was -30 there.", {"says_below_nothing", "punctuation", "number"}),
    ],
)
def test_a_sign_says_what_a_word_does(a: str, b: str, rules: set[str]) -> None:
    assert rules_of(a, b) == rules
    assert rules_of(b, a) == rules


@pytest.mark.parametrize(
    ("a", "b", "is_same"),
    [
        ("We open 24/7 there.", "We open twenty-four seven there.", True),
        ("It fell on 9/11 there.", "It fell on nine eleven there.", True),
        ("We open 24/7 there.", "We open twenty seven there.", False),
        ("It fell on 9/11 there.", "It fell on nine twelve there.", False),
    ],
)
def test_numbers_in_a_row_are_read_one_by_one(a: str, b: str, is_same: bool) -> None:
    assert ("number" not in rules_of(a, b)) is is_same
