"""A claim that is a report: whose words it is held against, and what its verb denies."""

import pytest

import quoteverify as qv

QUOTED = qv.parse(
    "“I will not sell the yard before spring,” said Ada Aas. “It is late,” said Bo Berg.", id="a"
)
TOLD = qv.parse("Ada Aas said she would not sell the yard before spring. Bo Berg said it was late.")
NARRATED = qv.parse("The yard stood empty before spring. “No,” said Ada Aas.")
OPEN = qv.parse("She said the yard stood empty before spring.")
DENIED = qv.parse("Ada Aas denied that she had sold the yard before spring.")

CASES = [
    (QUOTED, "she would not sell the yard before spring", "Ada Aas", "verbatim", "same", None),
    (QUOTED, "she would sell the yard before spring", "Ada Aas", "altered", "same", "negation"),
    (QUOTED, "she would not sell the yard before Easter", "Ada Aas", "altered", "same", "name"),
    (QUOTED, "she would not sell the yard before spring", "Bo Berg", "verbatim", "misattributed", None),
    (TOLD, "she would not sell the yard before spring", "Ada Aas", "verbatim", "same", None),
    (TOLD, "she would not sell the yard before spring", "Bo Berg", "verbatim", "misattributed", None),
    (NARRATED, "the yard stood empty before spring", "Ada Aas", "verbatim", "unattributed", None),
    (OPEN, "the yard stood empty before spring", "Ada Aas", "verbatim", "uncertain", None),
    (DENIED, "she had sold the yard before spring", "Ada Aas", "altered", "same", "negation"),
    (QUOTED, "the bank had never been asked for money", "Ada Aas", "not_found", "not_checked", None),
]


@pytest.mark.parametrize(("source", "claim", "speaker", "wording", "finding", "gravest"), CASES)
def test_a_report_is_held_against_quotes_and_reports(source, claim, speaker, wording, finding, gravest):
    found = qv.verify(claim, source, speaker=speaker, reported=True)
    assert (found.wording, found.speaker_finding) == (wording, finding)
    assert {d.kind.value for d in found.differences if d.severity == "substantive"} == (
        {gravest} if gravest else set()
    )


def test_the_claim_stands_in_the_finding_as_it_was_given():
    claim = "she would not sell the yard before spring"
    found = qv.verify(claim, QUOTED, reported=True)
    assert found.claim == claim
    assert [(d.a.of(QUOTED.text), d.b.of(claim)) for d in found.differences] == [
        ("I", "she"),
        ("will", "would"),
    ]


DRAFTS = {
    "Ada Aas said she would not sell the yard before spring.": [],
    "Ada Aas denied that she would sell the yard before spring.": [],
    "Ada Aas denied that she would not sell the yard before spring.": ["negation"],
    "Ada Aas said she would sell the yard before spring.": ["negation"],
}


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_verb_that_denies_stands_for_a_negation(draft):
    (found,) = qv.check(draft, QUOTED, reports=True).verifications
    assert [d.kind for d in found.differences if d.severity == "substantive"] == DRAFTS[draft]
    assert found.stops == bool(DRAFTS[draft])


def test_a_clause_that_limits_what_was_said_is_no_part_that_can_go():
    source = qv.parse("“The port is open while the pilots stay,” said Ada Aas.")
    found = qv.verify("the port was open", source, reported=True)
    assert (found.context, [span.of(source.text) for span in found.surroundings]) == ("truncated", ["while"])


def test_reports_are_not_checked_unless_asked():
    assert qv.check("Ada Aas said she would sell the yard.", QUOTED).verifications == ()


@pytest.mark.parametrize(
    ("source", "speaker", "stops"),
    [
        ("Ruth Vale said that the thieves had come by boat.", "Ruth Vale", True),
        ("According to Ruth Vale, the thieves had come by boat.", "Vale", True),
        # Who tells of another may be speaking there.
        ("Ruth Vale said that the thieves had come by boat.", "Bo Berg", False),
        ("I saw that the thieves had come by boat.", "Ruth Vale", False),
    ],
)
def test_what_a_source_only_reports_of_whoever_is_claimed_is_no_quotation(source, speaker, stops):
    found = qv.verify("the thieves had come by boat", qv.parse(source), speaker=speaker)
    assert (found.context_rule == "reported_in_source") == stops
    assert found.stops == stops
