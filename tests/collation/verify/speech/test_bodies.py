import pytest
from claimed import ENGLISH, beside

from quoteverify.collation.verify.speech import bodies
from quoteverify.models import Speaker, SpeakerKind

BOARD = "“We sail,” the Port Board of Aas said."
# The rule, who is claimed, the source, and whether the rule holds.
CASES = [
    (bodies.is_the_same_body, "the Port Board", BOARD, True),
    (bodies.is_the_same_body, "the Harbour Council", BOARD, False),
    (bodies.is_the_same_body, "the board", BOARD, False),
    (bodies.is_initials, "PBA", BOARD, True),
    (bodies.is_initials, "PCA", BOARD, False),
    (bodies.is_its_document, "Ruth Vale", "“We sail,” says Ruth Vale’s letter.", True),
    (bodies.is_its_document, "Bo Berg", "“We sail,” says Ruth Vale’s letter.", False),
    (bodies.are_other_bodies, "the Harbour Board", "“We sail,” the Port Council said.", True),
    (bodies.are_other_bodies, "the Port Board", BOARD, False),
    (bodies.are_other_descriptions, "the brewery", "The brewery shut. “We sail,” the hospital said.", True),
    (bodies.are_other_descriptions, "the brewery", "“We sail,” the hospital said.", False),
    (bodies.are_other_descriptions, "Ora Magazine", "Ora Magazine went. “We sail,” the story said.", False),
    (
        bodies.are_other_descriptions,
        "the Aas Brewery",
        "The Aas Brewery shut. “We sail,” the hospital said.",
        False,
    ),
    (
        bodies.are_other_descriptions,
        "the brewery",
        "The brewery shut. “We sail,” the Aas Hospital said.",
        False,
    ),
    (bodies.are_other_descriptions, "the brewery", "The brewery shut. “We sail,” said Ruth Vale.", False),
    (bodies.is_of_another_place, "the Port of Vale", "“We sail,” the Port of Aas said.", True),
    (bodies.is_of_another_place, "the Port of Aas", "“We sail,” the Port of Aas said.", False),
    (bodies.is_of_another_place, "the Port of Aas Bay", "“We sail,” the Port of Aas said.", False),
    (bodies.is_of_another_place, "the Bank of Vale", "“We sail,” the Port of Aas said.", False),
    (bodies.is_of_another_place, "the Port", "“We sail,” the Port of Aas said.", False),
    (bodies.is_of_another_place, "Joan of Vale", "“We sail,” said Joan of Aas.", False),
    (bodies.is_another_speaker, "Ruth Vale", f"“No,” said Ruth Vale. {BOARD}", True),
    (bodies.is_another_speaker, "Ruth Vale", BOARD, False),
    (bodies.is_another_speaker, "Vale", f"“No,” said Ruth Vale. {BOARD}", True),
    (bodies.is_another_speaker, "Bo Berg", f"“No,” said Ruth Vale. {BOARD}", False),
    (bodies.is_another_speaker, "the pilots", f"“No,” the pilots said. {BOARD}", False),
    (bodies.is_another_speaker, "the mayor", f"“No,” the mayor said. {BOARD}", False),
    (bodies.is_another_speaker, "Lead Pilot", f"“No,” the Lead Pilot said. {BOARD}", False),
    (
        bodies.is_another_speaker,
        "Republicans",
        f"Republicans met. “No,” the Republicans said. {BOARD}",
        False,
    ),
    (bodies.is_another_speaker, "Ruth Vale", f"“No,” said the Port Board’s Ruth Vale. {BOARD}", False),
    (
        bodies.is_a_body_without_tie,
        "the hospital",
        "Abel Stroud had sued the hospital. “We sail,” Stroud said.",
        True,
    ),
    (
        bodies.is_a_body_without_tie,
        "the hospital",
        "Abel Stroud of the hospital came. “We sail,” Stroud said.",
        False,
    ),
    (
        bodies.is_a_body_without_tie,
        "the airline",
        "“We sail,” said Abel Stroud, who speaks for the airline.",
        False,
    ),
    (
        bodies.is_a_body_without_tie,
        "the airline",
        "“We sail,” said Abel Stroud, speaking for the airline.",
        False,
    ),
    (bodies.is_a_body_without_tie, "the airline", "“We sail,” said Abel Stroud, who sued the airline.", True),
    (
        bodies.speaks_for,
        "Northern Rail",
        "“We sail,” said Ruth Vale, a spokeswoman for Northern Rail.",
        True,
    ),
    (bodies.speaks_for, "Northern Rail", "“We sail,” said Ruth Vale, who sued Northern Rail.", False),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland Air will cut 40 jobs. “We sail,” Chief Executive Ruth Vale said.",
        True,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. “We sail,” said Ruth Vale, the chief executive.",
        True,
    ),
    (
        bodies.is_officer_of_the_lead,
        "the airline Norrland",
        "The airline Norrland cut 40 jobs.\nFinance head Ruth Vale said: “We sail.”",
        True,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. “We sail,” said union president Ruth Vale.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. “We sail,” said Northgate chief executive Ruth Vale.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. “We sail,” said its critics’ leader Ruth Vale.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. “We sail,” said Ruth Vale, chief executive of Aas Air.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. “We sail,” said Ruth Vale, a pilot.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Aas Air",
        "Airline Norrland will cut 40 jobs. “We sail,” Chief Executive Ruth Vale said.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Bo Norrland was jailed. “We sail,” Chief Executive Ruth Vale said.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. “We sail,” the chief executive said.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. “We sail,” said President Ruth Vale.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. "
        + "The boats are old. " * 20
        + "“We sail,” said chief executive Ruth Vale.",
        False,
    ),
    (
        bodies.is_officer_of_the_lead,
        "Norrland",
        "Airline Norrland will cut 40 jobs. "
        + "The boats are old. " * 20
        + "Norrland is late. “We sail,” said chief executive Ruth Vale.",
        True,
    ),
    (
        bodies.has_for_a_speaker,
        "Ruth Vale",
        "“We sail,” the Port of Aas said through its spokeswoman, Ruth Vale.",
        True,
    ),
    (
        bodies.is_document_of_another,
        "Ruth Vale",
        "The auditors’ report says that “We sail at noon”. Vale is one of the auditors.",
        False,
    ),
    (bodies.is_document_of_another, "Ruth Vale", "Ruth Vale’s report says that “We sail at noon”.", False),
    (bodies.fits, "Vale", "“We sail,” said Ruth Vale.", True),
    (bodies.fits, "Tom Vale", "“We sail,” said Ruth Vale.", False),
]


@pytest.mark.parametrize(("rule", "claimed", "source", "holds"), CASES)
def test_a_rule_of_bodies_holds_of_some_and_of_others_not(rule, claimed, source, holds):
    assert rule(beside(claimed, source)) is holds


def test_whoever_stands_in_one_sentence_with_a_body_is_tied_to_it():
    board = Speaker("the Harbour Board", kind=SpeakerKind.BODY)
    assert bodies.is_tied("Ruth Vale", board, "Vale left the Harbour Board.", ENGLISH)
    assert not bodies.is_tied("Ruth Vale", board, "Vale left. The Harbour Board met.", ENGLISH)
