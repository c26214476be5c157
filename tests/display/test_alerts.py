import attrs
import pytest

from quoteverify import check, parse
from quoteverify.display.alerts import alerts
from quoteverify.models import CheckReport, Document

SOURCE = parse(
    "“We will not sell the yard before spring,” said Ada Aas. “The ferry is late,” said Bo Berg.",
    id="minutes",
    outlet="The minutes",
)


def found(draft):
    return list(alerts(check(draft, SOURCE)))


def test_what_stands_is_no_alert():
    assert found("“We will not sell the yard before spring,” said Ada Aas.") == []
    assert found("Nobody said anything.") == []


@pytest.mark.parametrize(
    ("draft", "rule", "told"),
    [
        (
            "“We will sell the yard before spring,” said Ada Aas.",
            "altered",
            (
                "said to be Ada Aas’s",
                "The claim leaves out “not”.",
                "The minutes: “We will not sell",
            ),
        ),
        ("“Ten whales were seen off the harbour,” said Ada Aas.", "not_found", ("Not found",)),
        ("“We will not sell the yard before spring,” said Bo Berg.", "misattributed", ("Another speaker",)),
    ],
)
def test_what_stops_is_told_with_its_finding_and_its_place(draft, rule, told):
    (alert,) = found(draft)
    assert alert.rule == rule
    assert all(words in alert.message for words in told)
    assert alert.span.of(draft) == draft[1 : draft.index("”")]
    assert "\n" not in alert.message


def test_they_come_in_the_drafts_order():
    draft = "“Ten whales were seen off the harbour,” said Ada Aas. “We will sell the yard,” said Ada Aas."
    assert [alert.quote_id for alert in found(draft)] == ["q1", "q2"]


def test_a_draft_of_whose_quotations_none_was_checked_is_one():
    (alert,) = found("She saw the film “Dark Water” twice.")
    assert (alert.rule, alert.span) == ("nothing_checked", None)
    assert "(1 quotation left out)" in alert.message


@pytest.mark.parametrize(("ids", "left"), [((), ["q1", "q2"]), (("q1",), ["q2"]), (("q1", "q2"), [])])
def test_what_somebody_has_let_stand_is_no_alert(ids, left):
    draft = "“Ten whales were seen off the harbour,” said Ada Aas. “We will sell the yard,” said Ada Aas."
    report = attrs.evolve(check(draft, SOURCE), accepted=ids)
    assert [alert.quote_id for alert in alerts(report)] == left
    every = [(alert.quote_id, alert.accepted) for alert in alerts(report, accepted=True)]
    assert every == [("q1", "q1" in ids), ("q2", "q2" in ids)]


def test_what_is_told_without_marks_has_its_place_too():
    draft = "Ada Aas said she would sell the yard before spring."
    (alert,) = alerts(check(draft, SOURCE, reports=True))
    assert alert.quote_id == "r1"
    assert alert.span.of(draft) == "she would sell the yard before spring"


def test_a_report_without_its_quotes_is_told_without_a_place():
    report = check("“Ten whales were seen off the harbour,” said Ada Aas.", SOURCE)
    bare = CheckReport(
        document=Document(text="No."), verifications=report.verifications, quote_ids=report.quote_ids
    )
    assert [alert.span for alert in alerts(bare)] == [None]
