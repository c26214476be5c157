import pytest
from claimed import beside

from quoteverify.collation.verify.speech import people

# The rule, who is claimed, the source, and whether the rule holds.
CASES = [
    (people.is_same_text, "ruth vale", "“We sail,” said Ruth Vale.", True),
    (people.is_same_text, "Ruth Aas", "“We sail,” said Ruth Vale.", False),
    (people.is_printed_so, "Ruth Vale", "“We sail,” said House Speaker Ruth Vale.", True),
    (people.is_printed_so, "Vale", "“We sail,” said House Speaker Ruth Vale.", False),
    (people.is_one_of_several, "Bo Berg", "“We sail,” said Ruth Vale and Bo Berg.", True),
    (people.is_one_of_several, "Ada Aas", "“We sail,” said Ruth Vale and Bo Berg.", False),
    (people.is_with_a_place, "Mr. Vale of the Port Board", "“We sail,” said Tom Vale.", True),
    (people.is_with_a_place, "Mr. Berg of the Port Board", "“We sail,” said Tom Vale.", False),
    (people.is_part_of_name, "Tug Vale", "“We sail,” said Thomas “Tug” Vale.", True),
    (people.is_part_of_name, "Tug Berg", "“We sail,” said Thomas “Tug” Vale.", False),
    (people.is_of_one_surname_with_others, "Vale", "“No,” said Tom Vale. “We sail,” said Ruth Vale.", True),
    (people.is_of_one_surname_with_others, "Vale", "“No,” said Bo Berg. “We sail,” said Ruth Vale.", False),
    (people.has_a_title_of_the_other, "Mr Vale", "“We sail,” said Ms Vale.", True),
    (people.has_a_title_of_the_other, "Ms Vale", "“We sail,” said Ms Vale.", False),
    (people.has_a_title_of_the_other, "Mr Vale", "“We sail,” said Vale.", False),
    (people.is_described_as_the_other, "Mrs Vale", "Mrs Vale came. “We sail,” said the boy.", True),
    (people.is_described_as_the_other, "Mrs Vale", "Mrs Vale came. “We sail,” said the pilot.", False),
    (
        people.is_of_a_shared_surname,
        "Tom Vale",
        "“No,” said Tom Vale to Ruth Vale. “Yes,” said Ruth Vale. “We sail,” said Vale.",
        True,
    ),
    (people.is_of_a_shared_surname, "Tom Vale", "Ruth Vale came. “We sail,” said Vale.", False),
    (people.is_nearer, "Tom Vale", "Bo Berg came and Tom Vale left. “We sail,” said Bo Berg.", False),
    (people.is_nearly, "Ruth Vaile", "“We sail,” said Ruth Vale.", True),
    (people.is_nearly, "Ruth Berg", "“We sail,” said Ruth Vale.", False),
    (people.is_nearly, "Vole", "“We sail,” said Ruth Vale.", False),
    (people.is_short_for, "Sam Vale", "“We sail,” said Samuel Vale.", True),
    (people.is_short_for, "Sam Berg", "“We sail,” said Samuel Vale.", False),
    (people.goes_by_another_name, "Ruth Aas", "“We sail,” said Ruth Vale, formerly Aas.", True),
    (people.goes_by_another_name, "Ruth Aas", "“We sail,” said Ruth Vale, of Aas.", False),
]


@pytest.mark.parametrize(("rule", "claimed", "source", "holds"), CASES)
def test_a_rule_of_names_holds_of_some_and_of_others_not(rule, claimed, source, holds):
    assert rule(beside(claimed, source)) is holds


@pytest.mark.parametrize(
    ("source", "gender"),
    [
        ("“We sail,” said Mr Vale.", "m"),
        ("“We sail,” said Vale, whose husband waved. She left.", ""),
        ("Ruth Vale came. “We sail,” she said.", "f"),
    ],
)
def test_a_source_shows_a_gender_by_a_title_or_a_pronoun(source, gender):
    assert people.gender_shown(beside("Vale", source)) == gender
