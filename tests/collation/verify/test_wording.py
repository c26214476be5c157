"""What the parts of a claim come to."""

import pytest
from collation import harbour

from quoteverify import Document, verify
from quoteverify.collation.verify.wording import FAR_APART, SLACK
from quoteverify.models import DifferenceKind, Severity, Wording


def test_a_splice_is_marked_by_its_ellipsis_and_grave_without():
    marked = verify("We need the slipway ... I was elected to finish a job", harbour.INDEX).differences
    silent = verify("We need the slipway. I was elected to finish a job", harbour.INDEX).differences
    assert [(d.kind, d.marked, d.severity) for d in marked if d.passage == 1] == [
        (DifferenceKind.SPLICE, True, Severity.MINOR)
    ]
    assert [(d.kind, d.marked, d.severity) for d in silent if d.passage == 1] == [
        (DifferenceKind.SPLICE, False, Severity.SUBSTANTIVE)
    ]


def test_a_splice_may_be_of_two_documents():
    sources = [
        Document(id="1", text="The ferry sails at noon."),
        Document(id="2", text="Nobody has paid the crew."),
    ]
    found = verify("The ferry sails at noon. Nobody has paid the crew.", sources)
    assert found.wording is Wording.SPLICED
    assert [p.document_id for p in found.passages] == ["1", "2"]


def test_words_that_change_places_in_a_sentence_are_not_left_out_as_well():
    found = verify("She swims in May, she sails in June", "“She sails in June, she swims in May,” Vale said.")
    assert [passage.text.rstrip(",") for passage in found.passages] == ["She sails in June, she swims in May"]
    assert found.wording is Wording.SPLICED
    moved = [d.kind for d in found.differences if d.severity is not Severity.COSMETIC]
    assert moved == [DifferenceKind.REORDER]


@pytest.mark.parametrize(("words", "parts"), [(SLACK, 1), (SLACK + 1, 2)])
def test_parts_with_next_to_nothing_between_them_are_one(words, parts):
    source = f"“She sails in June,{' so' * words} she swims in May,” Vale said."
    found = verify("she swims in May, she sails in June", source)
    assert found.wording is Wording.SPLICED
    assert len(found.passages) == parts


@pytest.mark.parametrize(
    ("between", "kind"), [(FAR_APART, DifferenceKind.REORDER), (FAR_APART + 1, DifferenceKind.SPLICE)]
)
def test_parts_that_stand_far_apart_are_from_different_places(between, kind):
    filler = "It rained all day. " * 100
    gap = f". {filler[: between - 4].rstrip()}".ljust(between - 1, "x") + " "
    source = f"“The mill burned in autumn{gap}The crane was sold in spring,” Ruth Vale said."
    found = verify("The crane was sold in spring. The mill burned in autumn", source)
    assert kind in [d.kind for d in found.differences]
    assert len(gap) == between


def test_words_reported_without_marks_are_a_paraphrase():
    found = verify("We will take the case to the county court before the end of the year.", harbour.INDEX)
    assert found.wording is Wording.PARAPHRASE
    assert found.wording_rule == "reported_without_marks"


@pytest.mark.parametrize(
    ("claim", "wording", "rule"),
    [
        ("We will not sell the yard", Wording.VERBATIM, "same_words_in_one_run"),
        ("We will not sell the [old] yard", Wording.EDITED, "every_change_is_marked"),
        ("We will sell the yard before spring", Wording.ALTERED, "a_change_is_not_marked"),
    ],
)
def test_the_differences_of_one_passage_come_to_a_wording(claim, wording, rule):
    found = verify(claim, "“We will not sell the yard before spring,” Ms. Aas said.")
    assert (found.wording, found.wording_rule) == (wording, rule)
