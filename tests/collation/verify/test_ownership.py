"""Whose the words of a claim are."""

import pytest

from quoteverify import check, parse, verify

# A source, a claim of Ruth Vale's; the rule on its speaker, and that on its context.
CASES = {
    "her words": ("“The mill burned,” Ruth Vale said.", "The mill burned", "name_in_source", "nothing_cut"),
    "the reporter's": (
        "Ruth Vale came late. “The mill burned,” she said.",
        "Ruth Vale came late",
        "narration",
        "narration",
    ),
    "some of the reporter's": (
        "“The mill burned.” Tom Hall was less sure, Ruth Vale said.",
        "The mill burned. Tom Hall was less sure",
        "crosses_a_quotation_mark",
        "crosses_a_quotation_mark",
    ),
    "what she is told to have said": (
        "Ruth Vale said the old mill had burned in May. “It smokes,” she added.",
        "the old mill had burned in May",
        "narration",
        "narration",
    ),
    "what she did not say": (
        "Ruth Vale denied saying “the mill is cursed”.",
        "the mill is cursed",
        "denied_in_source",
        "denied_in_source",
    ),
}


@pytest.mark.parametrize(("source", "claim", "speaker_rule", "context_rule"), CASES.values(), ids=CASES)
def test_the_words_of_a_claim_are_its_speakers_or_not(source, claim, speaker_rule, context_rule):
    found = verify(claim, parse(source), speaker="Ruth Vale")
    assert (found.speaker_rule, found.context_rule) == (speaker_rule, context_rule)


def test_where_no_speaker_is_claimed_the_words_are_still_the_reporters():
    found = verify("Ruth Vale came late", parse("Ruth Vale came late. “The mill burned,” she said."))
    assert (found.speaker_rule, found.context_rule) == ("no_speaker_claimed", "narration")


def test_a_draft_that_cites_denied_words_too_owns_to_it():
    source = parse("Ruth Vale denied saying “the mill is cursed”.")
    draft = "“I never said ‘the mill is cursed’, and I never will,” Ruth Vale said."
    rules = {found.claim: found.context_rule for found in check(draft, source).verifications}
    assert rules["the mill is cursed"] != "denied_in_source"


def test_another_place_with_the_same_words_may_be_a_quotation():
    told, quoted = "The mill burned in May, says a sign.", "“The mill burned in May,” Ruth Vale said."
    alone = verify("The mill burned in May", parse(f"{told}\n\n“It smokes,” Ruth Vale said."))
    both = verify("The mill burned in May", parse(f"{told}\n\n{quoted}"))
    assert (alone.context_rule, both.context_rule) == ("narration", "nothing_cut")
