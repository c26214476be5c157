"""What other sources print for a statement that one of them has as claimed."""

import pytest

import quoteverify as qv
from quoteverify.display.html import page
from quoteverify.display.phrases import OTHER_WORDINGS
from quoteverify.display.terminal import render
from quoteverify.exchange.rows import rows
from quoteverify.models import Document, Passage, Severity, Verification, Wording

CLAIM = "We will close the mill in May"


def outlet(name: str, words: str, speaker: str = "Ada Holm") -> Document:
    """A report of a speech that has some words as said."""
    said = f"“{words},” {speaker} said."
    text = f"The board met on Monday in the town hall.\n\n{said}\n\nIt meets again in spring."
    return qv.parse(text, id=name, outlet=name)


def others(claim: str, *documents: Document) -> list[tuple[str, str, list[str]]]:
    """What is printed elsewhere: where, the words and the kinds of the differences that matter."""
    return [
        (
            other.passage.document_id,
            other.passage.text,
            [d.kind.value for d in other.differences if d.severity is not Severity.COSMETIC],
        )
        for other in qv.verify(claim, documents).other_wordings
    ]


CHANGED = {
    "a negation": ("We will close the mill in May", "We will not close the mill in May", ["negation"]),
    "a number": ("We will hire ninety pilots in spring", "We will hire nine pilots in spring", ["number"]),
    "a name": (
        "The council thanked Bo Lind for the rope",
        "The council thanked Bo Aas for the rope",
        ["name"],
    ),
    "a hedge": ("The ferry is unsafe in a storm", "The ferry is perhaps unsafe in a storm", ["hedge"]),
    "a modal": ("We will close the mill in May", "We may close the mill in May", ["modality"]),
    "another word": (
        "Nobody warned the fishermen about the ice",
        "Nobody told the fishermen about the ice",
        ["wording"],
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_what_another_source_prints_for_a_verbatim_claim_is_told(name):
    claim, other, kinds = CHANGED[name]
    assert others(claim, outlet("first", claim), outlet("second", other)) == [("second", other, kinds)]


SAME = {
    "only a comma": ("Yes, the ferry sails at noon", "Yes the ferry sails at noon"),
    "only a spelling": ("The harbour workers sail at noon", "The harbor workers sail at noon"),
    "only a number's form": ("We will hire nine pilots in spring", "We will hire 9 pilots in spring"),
    "a phrase of another statement": (
        "At the end of the day the mill must close",
        "At the end of the day nobody came to the concert",
    ),
    "a frame with other matter": (
        "We are going to close the old mill in May",
        "We are going to visit the new school in May",
    ),
    "nothing": ("We will close the mill in May", "The choir sang until the lamps were lit"),
    "less of the statement": (
        "The pilots never asked us for anything at all. We paid them every winter out of the common fund",
        "The pilots never asked us for anything at all",
    ),
    "more of the statement": (
        "The pilots never asked us for anything at all",
        "The pilots never asked us for anything at all. We paid them every winter out of the common fund",
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_what_is_no_other_wording_of_the_statement_is_not(name):
    claim, other = SAME[name]
    assert others(claim, outlet("first", claim), outlet("second", other)) == []


def test_somebody_else_with_nearly_the_same_words_makes_another_statement():
    first = outlet("first", CLAIM)
    second = outlet("second", "We will not close the mill in May", "Carl Brandt")
    assert others(CLAIM, first, second) == []


def test_a_wording_is_told_once_with_all_that_print_it():
    denied = "We will not close the mill in May"
    found = qv.verify(CLAIM, [outlet(CLAIM[:2], CLAIM), *(outlet(name, denied) for name in "bcd")])
    (other,) = found.other_wordings
    assert (other.passage.document_id, other.also_in) == ("b", ("c", "d"))


def test_a_copy_is_no_other_wording():
    documents = [outlet(name, CLAIM) for name in ("first", "copy", "copy of the copy")]
    assert others(CLAIM, *documents) == []


def test_of_a_changed_claim_each_wording_but_the_one_found_is_told():
    documents = [
        outlet("first", "We will close the mill in May"),
        outlet("copy", "We will close the mill, in May"),
        outlet("second", "We will not close the mill in May"),
    ]
    found = others("We will close the mill in June", *documents)
    assert [(id, text) for id, text, _ in found] == [("second", "We will not close the mill in May")]


def test_an_archive_tells_it_as_well(tmp_path):
    with qv.Archive(tmp_path / "kept.db") as archive:
        archive.add([outlet("first", CLAIM), outlet("second", "We will not close the mill in May")])
        found = qv.verify(CLAIM, archive)
    assert [other.passage.text for other in found.other_wordings] == ["We will not close the mill in May"]


def test_findings_do_not_change_by_it():
    alone = qv.verify(CLAIM, outlet("first", CLAIM), speaker="Ada Holm")
    both = qv.verify(
        CLAIM,
        [outlet("first", CLAIM), outlet("second", "We will not close the mill in May")],
        speaker="Ada Holm",
    )
    assert both.wording is Wording.VERBATIM
    for axis in ("wording_rule", "speaker_finding", "context", "passages", "differences", "stops"):
        assert getattr(both, axis) == getattr(alone, axis)


def test_offsets_are_those_of_the_texts_as_given():
    wrapped = "> “We will\n> *not* close the mill\n> in May,” Ada Holm said.\n"
    claim = "We will close *the* mill in May"
    found = qv.verify(claim, [outlet("first", CLAIM), Document(id="mail", text=wrapped)])
    (other,) = found.other_wordings
    (negation,) = (d for d in other.differences if d.severity is Severity.SUBSTANTIVE)
    assert negation.a.of(wrapped) == negation.a_text
    assert "not" in negation.a_text
    assert all(d.b.of(claim) == d.b_text for d in other.differences)


def found_in_two() -> Verification:
    return qv.verify(CLAIM, [outlet("first", CLAIM), outlet("second", "We will not close the mill in May")])


def test_rows_count_them():
    (row,) = rows(found_in_two())
    assert (row["other_wordings"], row["wording"]) == (1, "verbatim")


def test_json_keeps_them():
    found = found_in_two()
    assert qv.from_json(qv.to_json(found)) == found
    assert isinstance(found.other_wordings[0].passage, Passage)


DRAFT = "“We will close the mill in May,” Ada Holm said."


@pytest.mark.parametrize("shown", [render, page])
def test_every_view_shows_them(shown):
    documents = [outlet("first", CLAIM), outlet("second", "We will not close the mill in May")]
    for record in (found_in_two(), qv.check(DRAFT, documents)):
        view = shown(record)
        assert OTHER_WORDINGS in view
        assert "leaves out “not”" in view
        assert not record.stops
