import attrs
import pytest

from quoteverify import check
from quoteverify.models import (
    CheckReport,
    Difference,
    Document,
    Passage,
    Searched,
    Severity,
    Span,
    Verification,
)

PASSAGE = Passage(document_id="a", spans=[Span(0, 3)], text="Yes", similarity=1.0)
CHANGE = Difference(
    operation="omission",
    kind="negation",
    severity=Severity.SUBSTANTIVE,
    a=Span(0, 3),
    b=Span(0, 0),
    a_text="not",
    b_text="",
    rule="negator",
)


def verification(wording="verbatim", **fields):
    searched = Searched(documents=0, characters=0)
    return Verification(claim="", wording=wording, wording_rule="", searched=searched, **fields)


def test_the_faithful_share_is_of_the_verified_quotes():
    sources = "“We will not sell the yard,” said Ada Aas."
    draft = "“We will not sell the yard,” said Ada Aas. She saw “Dark Water”. “We sell it,” said Bo."
    assert check(draft, sources).faithful == 0.5
    assert check("It rained.", sources).faithful is None


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        (("q1", "q2", "q3"), ["q1", "q2", "q3"]),
        (("q1",), ["q1", "", ""]),
        ((), ["", "", ""]),
        (("q1", "q2", "q3", "q4"), ["q1", "q2", "q3"]),
    ],
)
def test_each_verification_stands_behind_the_id_of_its_quote(ids, told):
    found = [verification("verbatim"), verification("not_found"), verification("edited")]
    report = CheckReport(document=Document(text="It rained."), verifications=found, quote_ids=ids)
    assert [id for id, _ in report.pairs()] == told
    assert [each for _, each in report.pairs()] == found
    assert report.stops
    assert [each.wording for _, each in report.to_look_at] == ["not_found"]
    assert attrs.evolve(report, accepted=["q2"]).to_look_at == (() if "q2" in told else report.to_look_at)
    assert attrs.evolve(report, accepted=["q2"]).stops is ("q2" not in told)


def test_a_summary_counts_the_worst_first():
    report = CheckReport(
        document=Document(text="It rained."),
        verifications=[verification("verbatim"), verification("not_found"), verification("verbatim")],
    )
    assert list(report.summary.items()) == [("not_found", 1), ("verbatim", 2)]


@pytest.mark.parametrize(
    ("policy", "passages", "disallowed", "allowed"),
    [
        (None, [PASSAGE], [CHANGE], None),
        (None, [], [], None),
        ("strict", [PASSAGE], [], True),
        ("strict", [PASSAGE], [CHANGE], False),
        ("strict", [], [], False),
    ],
)
def test_a_policy_allows_what_stands_somewhere_without_changes_that_it_forbids(
    policy, passages, disallowed, allowed
):
    assert verification(policy=policy, passages=passages, disallowed=disallowed).allowed is allowed


def test_the_gravest_difference_is_the_severity():
    assert verification().severity is None
    assert verification(differences=[CHANGE]).severity == "substantive"
