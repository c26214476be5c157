"""Reports of speech without marks: each case is complete and is what it is called."""

import re
from collections import Counter

import pytest
from reading.reports.retold import FRAMES, OTHER_MOODS, QUOTATIONS, SHOWN, SPEAKERS, faithful, unfaithful

FAITHFUL, UNFAITHFUL = faithful(), unfaithful()
REPORTS = FAITHFUL + UNFAITHFUL


def test_there_are_three_hundred_of_either_in_thirty_shapes():
    assert min(len(FAITHFUL), len(UNFAITHFUL)) >= 300
    assert len({report.shape for report in FAITHFUL}) >= 30
    assert len({report.shape for report in UNFAITHFUL}) >= 25
    assert len({report.said for report in REPORTS}) >= 60


def test_no_claim_is_made_twice():
    claims = Counter(report.claim for report in REPORTS)
    assert [claim for claim, times in claims.items() if times > 1] == []


def test_the_same_reports_are_made_every_time():
    assert faithful() == FAITHFUL
    assert unfaithful() == UNFAITHFUL


@pytest.mark.parametrize(
    "change", ["negation", "number", "name", "modality", "quantity", "condition", "cue", "speaker"]
)
def test_every_sort_of_change_is_made_often(change):
    assert sum(report.change == change for report in UNFAITHFUL) >= 20


def test_a_claim_is_a_plain_sentence_without_a_part_that_was_not_filled_in():
    sentence = re.compile(r"(?!.*(?:\s\s|\s[,.]))[A-Z][^“”\"{}|¦\n]*[.]")
    assert [report.claim for report in REPORTS if not sentence.fullmatch(report.claim)] == []


def test_a_source_has_the_words_and_who_says_them():
    def is_said_in(report):
        here = [part for part in report.source.split("\n\n") if f"“{report.said[:-1]}" in part]
        return len(here) == 1 and report.speaker.casefold() in here[0].casefold()

    assert [report for report in REPORTS if not is_said_in(report)] == []


def test_no_claim_stands_in_its_source():
    assert [report for report in REPORTS if report.claim[:-1].casefold() in report.source.casefold()] == []


def test_a_faithful_report_changes_nothing_and_nobody():
    assert {(report.change, report.claimed == report.speaker) for report in FAITHFUL} == {("", True)}


def test_an_unfaithful_report_says_what_it_changes():
    changes = {(report.change == "speaker", report.claimed == report.speaker) for report in UNFAITHFUL}
    assert all(report.change for report in UNFAITHFUL)
    assert changes == {(True, False), (False, True)}


def test_whoever_is_given_the_words_is_in_the_source_too():
    assert [r for r in REPORTS if r.claimed.casefold() not in r.source.casefold()] == []


def test_a_claim_names_its_speaker_or_the_office():
    names = {
        s["name"]: (s["name"], s["name"].split()[-1], s.get("role", s["name"])) for s in SPEAKERS.values()
    }

    def is_named(report):
        return any(name.casefold() in report.claim.casefold() for name in names[report.claimed])

    assert [report.claim for report in REPORTS if not is_named(report)] == []


@pytest.mark.parametrize("quotation", QUOTATIONS, ids=lambda quotation: quotation["said"])
def test_a_quotation_has_what_its_reports_need(quotation):
    assert set(quotation) <= {"who", "to", "said", "told", "kept", "shows", *OTHER_MOODS}
    assert set(quotation.get("shows", ())) <= set(SHOWN)
    assert ("told" in quotation) == ("kept" in quotation)
    assert {"told", *OTHER_MOODS} & set(quotation)
    assert re.fullmatch(r"[A-Z][^“”]*[.?]", quotation["said"])
    if "to" in quotation:
        assert "you" in quotation["shows"]


def test_every_frame_and_every_speaker_is_used():
    shapes = {report.shape for report in FAITHFUL}
    assert {*FRAMES, *(shape for shape, *_ in (SHOWN | OTHER_MOODS).values())} <= shapes
    assert {quotation["who"] for quotation in QUOTATIONS} == set(SPEAKERS)
