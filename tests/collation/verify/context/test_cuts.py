import pytest

from quoteverify import check
from quoteverify.collation.verify.verification import verify
from quoteverify.models import ContextFinding

# A claim, a source, the finding, its rule, and what the finding points at.
CASES = {
    "a false start said again": (
        "It’s just not something you plan for",
        "“It’s just not, I mean, it’s just not something you plan for,” she said.",
        "kept",
        "nothing_cut",
        (),
    ),
    "a false start over a dash": (
        "If we sell the yard, we are lost",
        "“If we – if we sell the yard, we are lost,” she said.",
        "kept",
        "nothing_cut",
        (),
    ),
    "a denial of the same words, not broken off": (
        "it’s just a boat to us",
        "“It’s not true that it’s just a boat to us,” she said.",
        "truncated",
        "negator_cut",
        ("not",),
    ),
    "a whole sentence": ("We leave at noon.", "“We leave at noon.”", "kept", "nothing_cut", ()),
    "a harmless start cut": (
        "we leave at noon",
        "“As you all heard, we leave at noon.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "marks of its own in a question": (
        "travelling sob story",
        "“Is it in order to call me a ‘travelling sob story’?” asked Ada Aas.",
        "kept",
        "nothing_cut",
        (),
    ),
    "a clause behind what is denied": (
        "until somebody in a hat says so",
        "“We will not open until somebody in a hat says so,” said Ada Aas.",
        "kept",
        "nothing_cut",
        (),
    ),
    "a negation cut": (
        "believe the ferry is safe",
        "“I do not believe the ferry is safe.”",
        "truncated",
        "negator_cut",
        ("not",),
    ),
    "a negation of another clause": (
        "the ferry sails at noon",
        "“Nobody asked the crew about pay, and the ferry sails at noon.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "a negation that follows": (
        "The ferry sails at noon",
        "“The ferry sails at noon, not the barge.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "a hedge cut before": (
        "the ferry is safe for cars",
        "“I think the ferry is safe for cars.”",
        "truncated",
        "hedge_cut",
        ("think",),
    ),
    "a hedge cut after": (
        "The ferry is safe for cars",
        "“The ferry is safe for cars, perhaps.”",
        "truncated",
        "hedge_cut",
        ("perhaps",),
    ),
    "a condition cut after": (
        "We will pay the whole crew",
        "“We will pay the whole crew if the bank agrees.”",
        "truncated",
        "condition_cut",
        ("if",),
    ),
    "a condition cut before": (
        "we will pay the whole crew",
        "“If the bank agrees, we will pay the whole crew.”",
        "truncated",
        "condition_cut",
        ("If",),
    ),
    "a condition in the next sentence": (
        "We will pay the whole crew.",
        "“We will pay the whole crew. Unless the bank refuses.”",
        "truncated",
        "condition_in_next_sentence",
        ("Unless",),
    ),
    "a condition in the next sentence, with an aside": (
        "We will pay the whole crew.",
        "“We will pay the whole crew. Unless, of course, the bank refuses.”",
        "truncated",
        "condition_in_next_sentence",
        ("Unless",),
    ),
    "a sentence that takes back the one before": (
        "We will pay the whole crew.",
        "“We will pay the whole crew. Or that was the plan, before the war.”",
        "truncated",
        "taken_back_in_next_sentence",
        ("Or that was the plan, before the war.",),
    ),
    "a sentence that says more than that": (
        "We will pay the whole crew.",
        "“We will pay the whole crew. Perhaps the bank will complain.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "what others say, behind a comma": (
        "We will pay the whole crew",
        "“We will pay the whole crew, the owners say.”",
        "truncated",
        "view_of_another_cut",
        ("say",),
    ),
    "what the speaker says, behind a comma": (
        "We will pay the whole crew",
        "“We will pay the whole crew, I say.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "a part of an amount": (
        "few of the crew were paid",
        "“A few of the crew were paid.”",
        "truncated",
        "amount_cut",
        ("A ",),
    ),
    "the next sentence is another's": (
        "We will pay the whole crew.",
        "“We will pay the whole crew.” If it rains, stay home.",
        "kept",
        "nothing_cut",
        (),
    ),
    "what stands outside the marks": (
        "the ferry is safe for cars",
        "They did not say that “the ferry is safe for cars.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "a condition after an attribution": (
        "We will pay the whole crew",
        "“We will pay the whole crew,” she said, “provided that the bank agrees.”",
        "truncated",
        "condition_cut",
        ("provided",),
    ),
    "a condition before an attribution": (
        "we will pay the whole crew",
        "“If the bank agrees,” she said, “we will pay the whole crew.”",
        "truncated",
        "condition_cut",
        ("If",),
    ),
    "a new sentence after an attribution": (
        "We will pay the whole crew",
        "“We will pay the whole crew,” she said. “If it rains, we stay.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "a negation right behind": (
        "The ferry is",
        "“The ferry is not safe for cars.”",
        "truncated",
        "negator_cut",
        ("not",),
    ),
    "a condition in the next sentence, joined to this one": (
        "We will pay the whole crew.",
        "“We will pay the whole crew. But only if the bank agrees.”",
        "truncated",
        "condition_in_next_sentence",
        ("if",),
    ),
    "a condition of the next sentence's own": (
        "We will pay the whole crew.",
        "“We will pay the whole crew. If it rains, the ferry stays in port.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "a condition that another part has": (
        "We pay the whole crew if the bank agrees ... The ferry sails at noon.",
        "“The ferry sails at noon. We pay the whole crew if the bank agrees.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "a question's middle": (
        "the ferry was ever safe",
        "“Do you think the ferry was ever safe for cars?”",
        "out_of_context",
        "cut_from_a_question",
        (" for cars?",),
    ),
    "a question turned round into a statement": (
        "The ferry was safe for cars.",
        "“Was the ferry safe for cars? I would say so.”",
        "out_of_context",
        "question_as_statement",
        ("?",),
    ),
    "a hedge of another statement": (
        "The ferry was safe for cars",
        "“The ferry was safe for cars, and I expect the new one to be late.”",
        "kept",
        "nothing_cut",
        (),
    ),
    "a whole question": (
        "Was the ferry safe for cars?",
        "“Was the ferry safe for cars?”",
        "kept",
        "nothing_cut",
        (),
    ),
}


@pytest.mark.parametrize(("claim", "source", "finding", "rule", "pointed_at"), CASES.values(), ids=CASES)
def test_what_was_cut_from_around_a_claim_is_told(claim, source, finding, rule, pointed_at):
    found = verify(claim, source)
    assert (found.context, found.context_rule) == (ContextFinding(finding), rule)
    assert tuple(span.of(source) for span in found.surroundings) == pointed_at


def test_what_is_not_found_has_no_context():
    assert verify("The moon is full.", "“We leave at noon.”").context is ContextFinding.NOT_CHECKED


SAID = "Ruth Vale said it was “the end of the harbour.”"
DENIED = "Ruth Vale said it was not “the end of the harbour.”"
CUT = "“I do not believe it is the end of the harbour,” said Ruth Vale."


@pytest.mark.parametrize(
    ("draft", "source", "context", "rule"),
    [
        (DENIED, SAID, "out_of_context", "denied_in_draft"),
        (DENIED, DENIED, "kept", "nothing_cut"),
        (SAID, SAID, "kept", "nothing_cut"),
        (SAID, CUT, "truncated", "negator_cut"),
        (DENIED, CUT, "kept", "told_around_quotation"),
    ],
)
def test_what_a_draft_denies_around_a_fragment_the_source_denies_too(draft, source, context, rule):
    (found,) = check(draft, [source]).verifications
    assert (found.context, found.context_rule) == (context, rule)
