"""What takes quotes takes the turns of a transcript for what their speakers said."""

import json

import pytest

import quoteverify as qv

HEARING = """\
THE CHAIR: We meet in public.
RUTH VALE: The ferry will not sail before Easter, and the yard knows it.
TOM BERG: Who told the yard?
VALE: I did.
"""
ARTICLE = "“The ferry will sail before Easter, and the yard knows it,” Ruth Vale told a hearing."
SAID = ["The ferry will not sail before Easter, and the yard knows it.", "I did."]


@pytest.fixture
def hearing():
    return qv.parse(HEARING, id="hearing")


def test_all_that_somebody_said_holds_their_turns(hearing):
    assert [quote.text for quote in hearing.said_by("Ruth Vale")] == SAID
    assert [said.quote.text for said in qv.said_by([hearing], "Vale")] == SAID


def test_a_frame_has_a_row_for_each_turn(hearing):
    pytest.importorskip("pandas")
    frame = qv.to_frame(hearing)
    rows = frame[frame.speaker.str.casefold() == "ruth vale"]
    assert list(rows.text) == SAID
    assert set(frame.kind) == {"turn"}


def test_turns_come_back_from_json_and_from_lines_of_it(hearing, tmp_path):
    assert qv.from_json(qv.to_json(hearing)) == hearing
    lines = tmp_path / "hearings.jsonl"
    lines.write_text(json.dumps(json.loads(qv.to_json(hearing))), encoding="utf8")
    [again] = qv.read_many([lines])
    assert again.quotes == hearing.quotes


def test_an_archive_keeps_turns_and_checks_claims_by_them(hearing, tmp_path):
    with qv.Archive(tmp_path / "town.qv") as archive:
        archive.add(hearing)
        assert [quote.kind for quote in archive.document("hearing").quotes] == ["turn"] * 4
        found = qv.verify("the yard knows it", archive, speaker="Ruth Vale")
    assert (found.wording, found.speaker_finding) == ("verbatim", "same")


def test_a_claim_is_held_against_who_speaks_in_the_turn(hearing):
    assert qv.verify("Who told the yard?", hearing, speaker="Ruth Vale").speaker_finding == "misattributed"
    assert qv.verify("Who told the yard?", HEARING, speaker="Tom Berg").speaker_finding == "same"


def test_a_turn_and_what_an_article_prints_of_it_are_one_statement(hearing):
    comparison = qv.compare([hearing, qv.parse(ARTICLE, id="article")])
    [shared] = [statement for statement in comparison.statements if len(statement.variants) > 1]
    kinds = {difference.kind for variant in shared.variants for difference in variant.differences}
    assert {variant.document_id for variant in shared.variants} == {"hearing", "article"}
    assert "negation" in kinds
