import pytest

from quoteverify.errors import ArgumentValueError
from quoteverify.serving.answers import checked, compared, parsed, verified
from quoteverify.serving.holdings import Holdings

SAID = "“We will not sell the yard before spring,” said Ada Aas. “It is ours.”\n"
OTHER = "Ada Aas said: “We will sell the yard before spring.”\n"
NOTHING = Holdings()


def test_what_was_parsed_has_its_offsets():
    answer = parsed(NOTHING, SAID, None)
    assert answer.text.startswith("1 quote, 1 speaker\n- Ada Aas: “We will not sell the yard before spring,”")
    (quote,) = answer.data["quotes"]
    assert SAID[quote["start"] : quote["end"]].startswith("We will not")
    assert answer.data["speakers"] == [{"name": "Ada Aas", "kind": "person", "aliases": []}]


def test_a_claim_is_told_with_its_findings_and_places():
    answer = verified(NOTHING, "We will sell the yard", "Ada Aas", None, [SAID], [])
    assert answer.data["stops"]
    assert "leaves out “not”" in answer.text
    (passage,) = answer.data["passages"]
    start, end = passage["spans"][0]["start"], passage["spans"][0]["end"]
    assert SAID[start:end] == "We will not sell the yard"
    assert "\n" not in answer.text


def test_a_draft_is_told_by_what_stops_and_all_its_quotes_are_in_the_data():
    draft = f"{SAID}\n{OTHER}\nShe saw the film “Dark Water”."
    answer = checked(NOTHING, draft, None, None, [SAID], [])
    assert answer.text.count("\n- ") == 1
    assert [one["stops"] for one in answer.data["verifications"]] == [False, True]
    place = answer.data["verifications"][1]["spans_in_draft"][0]
    assert draft[slice(*place)] == "We will sell the yard before spring."
    assert [left["text"] for left in answer.data["unchecked"]] == ["Dark Water"]
    assert answer.data["stops"]


def test_texts_are_laid_side_by_side():
    answer = compared(NOTHING, [SAID, OTHER], [])
    assert answer.text.startswith("1 statement in two texts or more\n- Ada Aas\n  given 1: “We will not")
    assert len(answer.data["statements"]) == 1
    assert [one["id"] for one in answer.data["documents"]] == ["given 1", "given 2"]
    with pytest.raises(ArgumentValueError, match="two texts or more"):
        compared(NOTHING, [SAID], [])


def test_of_very_many_the_text_shows_some():
    answer = parsed(NOTHING, "“We sail,” said Ruth Vale.\n\n" * 30, None)
    assert answer.text.endswith("... and 18 more, in the data")
    assert len(answer.data["quotes"]) == 30


TOLD = "Ada Aas, the mayor, said they would not sell the yard before spring. She denied that it was shut."


def test_what_is_told_without_marks_is_found_where_it_is_asked_for():
    answer = parsed(NOTHING, TOLD, None, True)
    assert answer.text.splitlines() == [
        "0 quotes, 1 speaker, 2 reports without marks",
        "- Ada Aas, said without marks: they would not sell the yard before spring",
        "- Ada Aas, denied without marks: it was shut",
    ]
    assert [row["kind_rule"] for row in answer.data["quotes"]] == ["told", "denied"]
    assert parsed(NOTHING, TOLD, None).data["quotes"] == []


def test_what_is_told_without_marks_is_held_against_the_words():
    claim = "they would not sell the yard before spring"
    said = "“We will not sell the yard before spring,” said Ada Aas."
    assert not verified(NOTHING, claim, "Ada Aas", None, [said], [], True).data["stops"]
    answer = checked(NOTHING, TOLD, None, None, [said], [], True)
    assert [(one["quote_id"], one["stops"]) for one in answer.data["verifications"]] == [
        ("r1", False), ("r2", True),
    ]  # fmt: skip
    assert answer.data["verifications"][0]["spans_in_draft"] == [[25, 67]]


def test_what_one_text_tells_is_laid_beside_what_another_quotes_and_has_no_marks():
    answer = compared(NOTHING, ["“We will not sell the yard before spring,” said Ada Aas.", TOLD], [], True)
    assert "“We will not sell the yard before spring,”" in answer.text
    assert ", without marks: they would not sell the yard before spring" in answer.text


def test_what_is_told_without_marks_is_left_alone_where_nobody_asks_for_it():
    said = "“We will not sell the yard before spring,” said Ada Aas."
    assert compared(NOTHING, [said, TOLD], []).data["statements"] == []
    assert checked(NOTHING, TOLD, None, None, [said], []).data["verifications"] == []
    assert verified(NOTHING, "they would not sell the yard before spring", "Ada Aas", None, [said], []).data[
        "stops"
    ]


def test_one_line_alone_is_not_left_off():
    lines = [f"“We sail at {n} sharp, as we said,” said Ada Aas." for n in range(1, 14)]
    answer = parsed(NOTHING, "\n\n".join(lines), None)
    assert answer.text.count("\n- ") == 13
    assert "more" not in answer.text
