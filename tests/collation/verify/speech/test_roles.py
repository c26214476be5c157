import pytest
from claimed import ENGLISH, beside

from quoteverify.collation.verify.speech import roles

PILOT = "“We sail,” said Ruth Vale, the pilot."
MAYOR = "The mayor, Ada Aas, was there. “We sail,” said Ruth Vale."
# The rule, who is claimed, the source, and whether the rule holds.
CASES = [
    (roles.is_said_to_be, "the pilot", PILOT, True),
    (roles.is_said_to_be, "the mayor", PILOT, False),
    (roles.is_said_to_be, "the mayor", "“We sail,” said Ruth Vale, the deputy mayor.", False),
    (roles.is_said_to_be, "the hospital", "“We sail,” said Ruth Vale of the hospital.", False),
    (roles.is_said_of_another, "the mayor", MAYOR, True),
    (roles.is_said_of_another, "the pilot", PILOT, False),
    (roles.is_spoken_to, "the mayor", "“We sail,” Ruth Vale told the mayor.", True),
    (roles.is_spoken_to, "the pilot", "“We sail,” Ruth Vale told the mayor.", False),
    (roles.is_somebody_of, "Ruth Vale", "“We sail,” said Ruth Vale’s lawyer.", True),
    (roles.is_somebody_of, "Ruth Vale", "“We sail,” said a lawyer for Ruth Vale.", True),
    (roles.is_somebody_of, "Ruth Vale", "“We sail,” said Bo Berg’s lawyer.", False),
    (roles.is_kin_of_the_cited, "Vale’s aunt", "“My aunt says, ‘We sail,’” said Ruth Vale.", True),
    (roles.is_kin_of_the_cited, "Vale’s uncle", "“My aunt says, ‘We sail,’” said Ruth Vale.", False),
]


@pytest.mark.parametrize(("rule", "claimed", "source", "holds"), CASES)
def test_a_rule_of_roles_holds_of_some_and_of_others_not(rule, claimed, source, holds):
    assert rule(beside(claimed, source)) is holds


# The rule, who is claimed, what the source calls its speaker, and whether the rule holds.
HELD = [
    (roles.is_the_holder, "Ada Aas", "the mayor", True),
    (roles.is_the_holder, "Ada Aas", "a pilot", False),
    (roles.is_no_holder, "Bo Berg", "the mayor", True),
    (roles.is_no_holder, "Ada Aas", "the mayor", False),
]


@pytest.mark.parametrize(("rule", "claimed", "given", "holds"), HELD)
def test_a_role_that_reading_leaves_open_is_held_against_who_has_it(rule, claimed, given, holds):
    source = f"The mayor, Ada Aas, met Bo Berg, the pilot. “We sail,” said {given}."
    assert rule(beside(claimed, source, given=given)) is holds


# A description, one that turns it around, and a source that has the first in the other order.
TURNED = [
    ("the bank president", "“We sail,” said Ruth Vale, the president of the bank."),
    ("the bank’s president", "“We sail,” said Ruth Vale, president of the bank."),
    ("the president of the bank", "“We sail,” said bank president Ruth Vale."),
    ("Port of Aas chief executive", "“We sail,” said Ruth Vale, chief executive of the Port of Aas."),
    ("NHR President", "“We sail,” Ruth Vale, the president of NHR, said."),
]


@pytest.mark.parametrize(("claimed", "source"), TURNED)
def test_whose_a_role_is_may_stand_before_it_or_behind(claimed, source):
    assert roles.is_said_to_be(beside(claimed, source))
    assert not roles.is_said_to_be(beside("the yard president", source))


@pytest.mark.parametrize(("name", "gender"), [("the boy", "m"), ("her sister", "f"), ("the pilot", "")])
def test_a_word_for_somebody_shows_a_gender_or_none(name, gender):
    assert roles.shown_gender(name, ENGLISH) == gender


@pytest.mark.parametrize(("name", "new"), [("a voter", True), ("one mother", True), ("the voter", False)])
def test_an_indefinite_article_brings_in_somebody_new(name, new):
    assert roles.is_indefinite(name, ENGLISH) is new


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Ruth Vale, the mayor, came.", {"vale"}),
        ("Ruth Vale, its mayor, came.", {"vale"}),
        ("Ruth Vale, their new mayor, came.", {"vale"}),
        ("Ruth Vale, Lund mayor, came.", {"vale"}),
        ("Mayor Ruth Vale came.", {"vale"}),
        ("The mayor of Lund, Ruth Vale, came.", {"vale"}),
        ("Ruth Vale, who met the mayor, came.", set()),
        ("Ruth Vale, said the mayor, came.", set()),
        ("Ruth Vale, not the mayor, came.", set()),
        ("Ruth Vale, the deputy mayor, came.", set()),
        ("Ruth Vale, a former mayor, came.", set()),
    ],
)
def test_who_has_a_role_stands_beside_it(text, holders):
    assert roles._beside("mayor", text, ENGLISH) == holders
