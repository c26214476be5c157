import pytest

from quoteverify.checking.check import check
from quoteverify.checking.left_out import left_out
from quoteverify.reading.parser import parse
from quoteverify.text.language import language

ENGLISH = language("en")
LEFT_OUT = {
    "The film “Dark Water” won.": [("Dark Water", "work")],
    "She joined the “unity” lunch.": [("unity", "unlike_speech")],
    "She joined the “unity of landlords” lunch.": [("unity of landlords", "unlike_speech")],
    "She wrote “...” and left.": [("...", "no_words")],
    "She wrote “” and left.": [("“”", "empty_marks")],
    "She wrote “ ” and left.": [("“ ”", "empty_marks")],
    "Run `say “no”` now.": [("no", "code")],
    "```\nprint(\"it is not so\")\n```\nDone.": [("it is not so", "code")],
    "<p>Run <code>say “no”</code> now.</p>": [("no", "code")],
    "He wrote “we sail at noon\n\nand left.": [("“we sail at noon", "no_closing_mark")],
    "We sail at noon,” he wrote\n\nand left.": [("We sail at noon,”", "no_opening_mark")],
    "RUTH VALE: We sail.\nADA AAS: Why do you?\nVALE: I do not know.": [
        ("We sail.", "turn"),
        ("Why do you?", "turn"),
        ("I do not know.", "turn"),
    ],
}  # fmt: skip
LOOKED_FOR = [
    "“We sail,” said Ruth Vale.",
    "The plan was “a gift to all the landlords of the town”.",
    "The plan was “gifts to all landlords”.",
    "> We sail at noon.\n\nSo she wrote.",
    "- “We sail,” said Ruth Vale.\n- “No,” said Ada Aas.",
    "<p>She said <q>We sail at noon</q>.</p>",
    "It is a 6\" pipe, 5'10\" long, in the '90s.",
    "",
]


@pytest.mark.parametrize(("draft", "found"), LEFT_OUT.items())
def test_what_is_not_looked_for_says_why(draft, found):
    unchecked = left_out(parse(draft), ENGLISH)
    assert [(left.text, left.rule) for left in unchecked] == found
    for left in unchecked:
        assert " ".join(span.of(draft) for span in left.spans) == left.text


@pytest.mark.parametrize("draft", LOOKED_FOR)
def test_a_quotation_is_looked_for(draft):
    assert left_out(parse(draft), ENGLISH) == ()


@pytest.mark.parametrize(
    ("draft", "stops"),
    [
        ("The film “Dark Water” won.", True),
        ("He wrote “we sail at noon\n\nand left.", True),
        ("User: Why do you ask?\n\nAssistant: I do not know.\n\nUser: Then why?", False),
        ("It rained.", False),
    ],
)
def test_a_draft_of_whose_quotations_none_is_checked_wants_a_look(draft, stops):
    report = check(draft, "It rained.")
    assert report.verifications == ()
    assert report.stops is stops


def test_the_summary_counts_what_is_not_looked_for():
    report = check("“It rained,” said Ruth Vale of “Dark Water”. The film “Dark Water” won.", "It rained.")
    assert report.summary["unchecked"] == len(report.unchecked) > 0
