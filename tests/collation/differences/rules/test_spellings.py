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
