from typing import get_type_hints

import attrs
import pytest
from anything import record as anything
from hypothesis import given
from hypothesis import strategies as st
from records import BRANDT, altered, check_report, comparison, evening, morning, not_found, spliced

from quoteverify.checking.check import check
from quoteverify.errors import ArgumentTypeError
from quoteverify.exchange.rows import ROWS, rows
from quoteverify.models import (
    CheckReport,
    Citation,
    CitationFinding,
    Document,
    Quote,
    Span,
    Unchecked,
)
from quoteverify.reading.parser import parse


def of(record, *names):
    return [tuple(row[name] for name in names) for row in rows(record)]


def test_a_document_gives_a_row_to_each_quote():
    assert of(morning(), "quote_id", "kind", "start", "end", "speaker", "reason")[:2] == [
        ("q1", "headline", 18, 35, "Ines Okafor", "headline_repeats_quote"),
        ("q2", "speech", 39, 86, "Ines Okafor", "cue_after"),
    ]
    row = list(rows(morning()))[1]
    assert (row["mention"], row["cue"], row["addressee"]) == ("Ines Okafor", "said", None)
    assert morning().text[row["mention_start"] : row["mention_end"]] == "Ines Okafor"
    row = list(rows(morning()))[2]
    assert (row["kind_rule"], row["resolution"], row["antecedent"]) == (
        "speech",
        "last_subject",
        "Ines Okafor",
    )
    assert morning().text[row["antecedent_start"] : row["antecedent_end"]] == "Ines Okafor"
    assert (row["outlet"], row["published"]) == ("The Morning Tide", "2031-03-04T07:30:00+00:00")


def test_a_quote_of_several_spans_has_one_row():
    quote = Quote(id="q1", spans=[Span(1, 9), Span(21, 29)], text="We sail, at noon.")
    document = Document(text="“We sail,” he said, “at noon.”", quotes=[quote])
    assert of(document, "start", "end", "spans", "speaker") == [(1, 29, "1:9 21:29", None)]


def test_a_comparison_gives_a_row_to_each_variant():
    names = ("statement", "document_id", "quote_id", "is_base", "is_first", "severity", "differences")
    assert of(comparison(), *names)[:3] == [
        (0, "morning", "q2", True, True, None, ""),
        (0, "evening", "q1", False, False, "substantive", "modality wording punctuation"),
        (1, "morning", "q5", True, True, None, ""),
    ]


def test_the_variants_of_one_text_have_the_first_document_that_prints_it():
    compared = comparison()
    ids = tuple(dict.fromkeys(variant.document_id for variant in compared.statements[0].variants))
    assert set(of(compared, "copy_of")) == {(None,)}
    copied = attrs.evolve(
        compared, statements=[attrs.evolve(one, copies=[ids]) for one in compared.statements]
    )
    assert set(of(copied, "copy_of")) == {(ids[0],)}


def test_what_a_person_should_see_first_comes_first_in_rows_under_its_own_number():
    turned = attrs.evolve(comparison(), statements=comparison().statements[::-1])
    numbers = of(turned, "statement", "severity")
    last = len(turned.statements) - 1
    assert numbers[:3] == [(last, None), (last, "substantive"), (last - 1, None)]
    assert sorted({number for number, _ in numbers}) == list(range(last + 1))


def test_a_report_gives_a_row_to_each_quote_of_the_draft():
    names = ("document_id", "quote_id", "spans", "wording", "speaker_finding", "source_id", "nearest")
    assert of(check_report(), *names) == [
        ("draft", "q1", "1:33", "altered", "misattributed", "morning", None),
        ("draft", "q2", "56:72", "verbatim", "same", "morning", None),
        ("draft", "q3", "75:106", "not_found", "not_checked", None, "The bridge is 90 years old"),
    ]


def test_a_claim_by_itself_has_no_place_in_a_draft():
    assert of(spliced(), "document_id", "quote_id", "start", "spans", "passages", "source_text") == [
        (None, None, None, "", 2, "We have no choice")
    ]


def test_a_report_that_does_not_say_whose_its_findings_are_has_rows_all_the_same():
    report = CheckReport(document=check_report().document, verifications=[altered(), not_found()])
    assert of(report, "document_id", "quote_id", "speaker") == [
        ("draft", None, BRANDT.name),
        ("draft", None, "Ines Okafor"),
    ]


def test_several_records_give_the_rows_of_one_after_the_other():
    two = [morning(), evening()]
    assert list(rows(iter(two))) == [*rows(morning()), *rows(evening())]
    assert list(rows([check_report(), spliced()])) == [*rows(check_report()), *rows(spliced())]
    assert list(rows([])) == []


def test_rows_are_made_when_they_are_asked_for():
    made = []
    reading = rows(made.append(number) or morning() for number in range(3))
    next(reading)
    assert made == [0]


@given(st.one_of(*map(anything, ROWS)))
def test_any_record_gives_the_same_columns_of_plain_values(record):
    hints = get_type_hints(ROWS[type(record)])
    for row in rows(record):
        assert list(row) == list(hints)
        for name, hint in hints.items():
            assert isinstance(row[name], hint)
            assert type(row[name]) in (str, int, float, bool, type(None))


@pytest.mark.parametrize("given", [None, 5, "It rained.", {}, ["It rained."], [{}]], ids=str)
def test_what_gives_no_rows_says_what_does(given):
    with pytest.raises(ArgumentTypeError, match="Document, Comparison, CheckReport, Verification, not"):
        list(rows(given))


def test_rows_of_two_kinds_are_not_mixed():
    with pytest.raises(ArgumentTypeError, match="not Comparison as well"):
        list(rows([morning(), comparison()]))


def test_what_was_not_looked_for_has_a_row_with_its_reason():
    left = Unchecked("q4", "work", spans=[Span(2, 6)], text="Dark")
    report = attrs.evolve(check_report(), unchecked=[left, Unchecked("", "code")])
    names = ("document_id", "quote_id", "spans", "claim", "wording", "wording_rule", "passages")
    assert of(report, *names)[3:] == [
        ("draft", "q4", "2:6", "Dark", "unchecked", "work", 0),
        ("draft", None, "", "", "unchecked", "code", 0),
    ]


def test_what_is_cited_and_the_page_have_their_columns():
    cited = Citation(span=Span(0, 3), text="[1]", target="The Tide, 4 March")
    found = attrs.evolve(
        altered(),
        citation=cited,
        citation_finding="elsewhere",
        citation_rule="another_source",
        passages=[attrs.evolve(passage, page=7) for passage in altered().passages],
    )
    names = ("citation", "citation_finding", "citation_rule", "source_page")
    found = attrs.evolve(found, citation_finding=CitationFinding.ELSEWHERE)
    assert of(found, *names) == [("The Tide, 4 March", "elsewhere", "another_source", 7)]


def test_what_a_policy_says_has_its_columns():
    found = attrs.evolve(altered(), policy="strict", disallowed=altered().differences)
    assert of(altered(), "policy", "allowed") == [(None, None)]
    assert of(found, "policy", "allowed") == [("strict", False)]
    assert of(attrs.evolve(found, disallowed=()), "policy", "allowed") == [("strict", True)]


def test_reports_have_rows_when_they_are_asked_for():
    document = parse("“We sail,” said Ruth Vale. Bo Aas denied that it was late.")
    assert [row["quote_id"] for row in rows(document)] == ["q1"]
    told = list(rows(document, reports=True))[1]
    assert (told["quote_id"], told["kind"], told["kind_rule"], told["speaker"]) == (
        "r1", "denied", "denied", "Bo Aas",
    )  # fmt: skip
    assert list(told) == list(next(rows(document)))


def test_the_rows_of_a_check_say_where_its_reports_stand():
    source = parse("“It is late in May,” Bo Aas said.")
    (row,) = rows(check("Bo Aas said it was late in May.", source, reports=True))
    assert (row["quote_id"], row["start"], row["end"], row["wording"]) == ("r1", 12, 30, "verbatim")
