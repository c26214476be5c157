"""From the sentences of a text to its reports: whose they are, and what stands in them."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.models import Reason
from quoteverify.reading.parser import parse, parse_many


def test_a_report_is_given_to_the_person_behind_the_mention():
    text = "Ruth Vale came to the quay. She said the port was shut."
    (report,) = parse(text).reports
    said = report.attribution
    assert (report.speaker.name, said.mention.of(text), said.antecedent.of(text)) == (
        "Ruth Vale", "She", "Ruth Vale",
    )  # fmt: skip
    assert (said.cue.of(text), said.reason) == ("said", Reason.REPORTED_CLAUSE)
    assert 0 < said.confidence <= 1


def test_quotes_that_stand_in_a_report_are_named():
    document = parse("“We sail,” said Tom Aas. Ruth Vale said the port was “a ruin” and shut.")
    (report,) = document.reports
    assert (report.id, report.quotes) == ("r1", ("q2",))
    assert report.text == "the port was “a ruin” and shut"


# A mixed sentence, and of each of its reports: what was said, and what of it stands in marks.
MIXED = {
    "Vale said “the dam is a ruin” and that it must go.": [
        ("“the dam is a ruin” and that it must go", ["the dam is a ruin"])
    ],
    "Vale said the dam, “a ruin,” had to go and the mill was “a joke.”": [
        ("the dam, “a ruin,” had to go and the mill was “a joke.”", ["a ruin,", "a joke."])
    ],
    "The dam was “a ruin” that had to go, Vale said.": [("The dam was “a ruin” that had to go", ["a ruin"])],
    "The dam was “a ruin,” Vale said.": [("The dam was “a ruin,”", ["a ruin,"])],
    "The dam was “a ruin,” said Ruth Vale, the mayor.": [("The dam was “a ruin,”", ["a ruin,"])],
    "The dam was “a ruin,” Vale said, and had to go.": [("The dam was “a ruin,” and had to go", ["a ruin,"])],
    "The crew was “tired,” Vale said, adding that it would sail.": [
        ("The crew was “tired,”", ["tired,"]),
        ("it would sail", []),
    ],
    "It was “a ruin,” according to Ruth Vale.": [("It was “a ruin,”", ["a ruin,"])],
    "Vale denied that the dam was “a ruin”.": [("the dam was “a ruin”", ["a ruin"])],
    # The words in marks are all that is said, or of another sentence.
    "“The dam is a ruin,” Vale said, and it had to go.": [],
    "When asked whether it was true, “No,” Vale said.": [],
    "She shouted “No,” Vale said.": [],
    "Vale, who wrote “The Long Wait,” said nothing.": [],
    # A title in marks is in no report.
    "Vale, who wrote “The Long Wait,” said the mill would go.": [("the mill would go", [])],
}


@pytest.mark.parametrize("text", MIXED)
def test_a_mixed_sentence_gives_its_quotes_and_the_report_they_stand_in(text):
    document = parse(text)
    quoted = {quote.id: quote.text for quote in document.quotes}
    assert [(r.text, [quoted[id] for id in r.quotes]) for r in document.reports] == MIXED[text]


def test_a_quotation_alone_is_no_report():
    assert parse("Ruth Vale said “the port is shut.”").reports == ()


def test_what_somebody_tells_in_a_turn_is_nobodys_report():
    text = (
        "MS. AAS: Vale said it was shut.\nMR. BERG: She did.\nMS. AAS: Vale said so twice, I said it was.\n"
    )
    assert parse(text).reports == ()


def test_reports_stand_in_the_order_of_the_text_and_are_numbered_so():
    document = parse("Ruth Vale said it was late.\n\nTom Aas told her that it was not. The crew slept.")
    assert [(r.id, r.speaker.name, r.spans[0].start) for r in document.reports] == [
        ("r1", "Ruth Vale", 15),
        ("r2", "Tom Aas", 51),
    ]


def test_offsets_are_of_the_text_as_given():
    text = "> Ruth Vale said\n> the **port** was\n> shut.\n"
    (report,) = parse(text).reports
    assert report.spans[0].of(text) == "the **port** was\n> shut"
    assert report.attribution.mention.of(text) == "Ruth Vale"


def test_reports_are_the_same_when_they_are_asked_for_late_and_elsewhere():
    text = "Ruth Vale said the port was “a ruin.” She told the crew that nobody would sail."
    first = parse(text)
    others = list(parse_many([text] * 8))  # more than are kept whole
    assert [document.reports for document in others] == [first.reports] * 8
    assert pickle.loads(pickle.dumps(parse(text))).reports == first.reports


ODD = ("", "\ud800", "said", "according to", "Vale said,", "that that that said that")


@pytest.mark.parametrize("text", ODD)
def test_odd_text_has_none_and_raises_nothing(text):
    assert parse(text).reports == ()


PARTS = [
    *(
        "Ruth Vale",
        "said",
        "that",
        "the port",
        "was shut",
        ",",
        ".",
        "“ruin”",
        "according to",
        "\n\n",
        "(",
        ")",
    ),
    *("did not", "told", "the crew", "and", "who", "she", ";", "—", "as", "denied", "’s claim"),
]


@given(st.lists(st.sampled_from(PARTS), max_size=14))
def test_spans_stand_in_the_text_and_in_order(parts):
    text = " ".join(parts)
    document = parse(text)
    for report in document.reports:
        assert report.text == " ".join(span.of(text) for span in report.spans)
        ends = [at for span in report.spans for at in (span.start, span.end)]
        assert ends == sorted(ends)
        assert ends[0] >= 0
        assert ends[-1] <= len(text)
        assert report.attribution.mention.of(text)
