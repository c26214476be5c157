import pytest
from claimed import beside

from quoteverify import parse, verify
from quoteverify.collation.verify.speech import others

# The rule, who is claimed, the source, and whether the rule holds.
CASES = [
    (others.is_many, "Ruth Vale", "“We sail,” the protesters shouted.", True),
    (others.is_many, "Ruth Vale", "“We sail,” the crowd roared.", True),
    (others.is_many, "Ruth Vale", "“We sail,” the pilot shouted.", False),
    (others.is_new_to_the_source, "Ruth Vale", "Ruth Vale came. “We sail,” said a voter.", True),
    (others.is_new_to_the_source, "Ruth Vale", "“We sail,” said a voter. Ruth Vale stayed.", True),
    (others.is_new_to_the_source, "Ruth Vale", "“We sail,” said a pilot. The pilot, Ruth Vale, left.", False),
    (others.is_new_to_the_source, "Ruth Vale", "“We sail,” said a voter. Bo Berg stayed.", False),
    (others.is_kin_of_the_claimed, "Ruth Vale", "Ruth Vale came. “We sail,” said her uncle.", True),
    (others.is_kin_of_the_claimed, "Bo Berg", "Her uncle, Bo Berg, came. “We sail,” said her uncle.", False),
    (others.is_asker, "Ruth Vale", "“We sail when?” asked the pilot. “At noon,” said Ruth Vale.", True),
    (others.is_asker, "Ruth Vale", "“We sail,” said the pilot. “At noon,” said Ruth Vale.", False),
    (others.is_something_printed, "Ruth Vale", "“We sail,” said a banner. Ruth Vale waved.", True),
    (others.is_something_printed, "Ruth Vale", "“We sail,” said a pilot. Ruth Vale waved.", False),
    (others.has_another_role, "the bishop", "The bishop came. “We sail,” said the pilot Ruth Vale.", True),
    (others.has_another_role, "the bishop", "“We sail,” said the pilot Ruth Vale.", False),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "claimed", "source", "holds"), CASES)
def test_somebody_without_a_name_is_evidently_another_or_may_be_the_claimed(rule, claimed, source, holds):
    assert rule(beside(claimed, source)) is holds


@pytest.mark.parametrize("read", [str, parse], ids=["as it is", "parsed"])
def test_whoever_has_turns_of_their_own_is_another(read):
    source = read("INTERVIEWER: And the ice?\nRUTH VALE: The ice was kinder than us.\nINTERVIEWER: Why?")
    found = verify("The ice was kinder than us", source, speaker="the interviewer")
    assert found.speaker_finding == "misattributed"


def test_who_asks_in_a_transcript_does_not_answer():
    source = parse(
        "BY MS. VALE:\nQ. Who had the key?\nA. The key was mine alone.\nQ. And you are?\nA. Bo Aas."
    )
    answer = verify("The key was mine alone", source, speaker="Ms. Vale")
    assert (answer.speaker_finding, answer.speaker_rule) == ("misattributed", "another_turn_in_source")
    assert verify("Who had the key?", source, speaker="Ms. Vale").speaker_finding == "same"
    assert verify("The key was mine alone", source, speaker="Bo Aas").speaker_finding == "uncertain"
