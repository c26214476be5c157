import contextlib
import datetime as dt
import json
import pickle
import sqlite3
import time

import attrs
import pytest
from anything import record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from records import evening, morning

from quoteverify import SourceIndex, compare, parse, said_by, verify
from quoteverify.archive import Archive, store
from quoteverify.errors import (
    ArchiveError,
    ArgumentTypeError,
    ArgumentValueError,
    DuplicateDocumentError,
)
from quoteverify.exchange.serialization import from_json
from quoteverify.models import Document, Wording
from quoteverify.models.quotes import reports_if_read
from quoteverify.text.language import language


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "news.qv") as archive:
        yield archive


@pytest.fixture
def both(archive):
    archive.add([morning(), evening()])
    return archive


def rain(n):
    return Document(id=str(n), text=f"It rained on day {n}, the harbour office said.")


def test_what_was_added_comes_back(both):
    assert list(both) == [morning(), evening()]
    assert both.document("evening") == evening()
    assert len(both) == 2
    assert "morning" in both
    assert "noon" not in both
    assert 5 not in both


def test_what_was_added_is_there_when_it_is_opened_again(tmp_path):
    with Archive(tmp_path / "news.qv") as archive:
        archive.add([morning()])
    with Archive(str(tmp_path / "news.qv")) as archive:
        assert list(archive) == [morning()]


def test_the_documents_in_another_language_than_the_archive_s_are_counted(archive):
    archive.add([rain(1), attrs.evolve(rain(2), lang="en-GB"), attrs.evolve(rain(3), lang="nn")])
    assert archive.searched.in_other_languages == 1
    assert verify("It rained on day 3", archive).searched.in_other_languages == 1
    archive.delete("3")
    assert archive.searched.in_other_languages == 0
    assert [document.lang for document in archive] == [None, "en-GB"]


def test_an_archive_has_its_language(tmp_path):
    mine = language("en").with_rows("cues", [{"words": ["gab"], "kind": "say"}])
    with Archive(tmp_path / "news.qv", lang=mine) as archive:
        archive.add([rain(1)])
        assert archive.about("It rained on day 1").language is mine
        assert verify("It rained on day 1", archive, lang="en").passages
        with pickle.loads(pickle.dumps(archive)) as sent:
            assert sent.language == mine
        with pytest.raises(
            ArgumentValueError, match="lang must be 'en', the language of the sources, not 'nn'"
        ):
            verify("It rained", archive, lang="nn")


def test_what_is_there_is_not_added_again(both):
    assert both.add([morning(), rain(1), evening(), rain(1)]) == 1
    assert len(both) == 3


def test_the_same_content_is_not_added_under_another_id(both):
    same = Document(id="copy", text=rain(1).text)
    assert both.add([rain(1), same]) == 1
    assert "copy" not in both


def test_the_same_text_of_another_outlet_is_another_document(archive):
    text = rain(1).text
    assert (
        archive.add([Document(id="a", text=text, outlet="A"), Document(id="b", text=text, outlet="B")]) == 2
    )


def test_one_document_may_be_added_by_itself(archive):
    assert archive.add(morning()) == 1


def test_an_id_that_is_taken_is_told_and_what_came_before_is_kept(both):
    with pytest.raises(DuplicateDocumentError, match="'morning'"):
        both.add([rain(1), Document(id="morning", text="Something else."), rain(2)])
    assert [document.id for document in both] == ["morning", "evening", "1"]
    assert both.search("day 1")[0].document_id == "1"


def test_what_came_before_an_error_is_kept(archive):
    def documents():
        yield rain(1)
        yield rain(2)
        raise OSError("the feed broke off")

    with pytest.raises(OSError, match="broke off"):
        archive.add(documents())
    assert len(archive) == 2


@pytest.mark.parametrize("documents", ["It rained.", 5, None, ["It rained."], [rain(1), 5]])
def test_only_documents_can_be_added(archive, documents):
    with pytest.raises(ArgumentTypeError, match="Document"):
        archive.add(documents)


@pytest.mark.parametrize(
    ("name", "value", "seen"),
    [
        ("BATCH_DOCUMENTS", 3, [0, 0, 0, 3, 3, 3, 6]),
        ("BATCH_CHARACTERS", 2 * len(rain(0).text), [0, 0, 2, 2, 4, 4, 6]),
        ("BATCH_CHARACTERS", 2 * len(rain(0).text) + 1, [0, 0, 0, 3, 3, 3, 6]),
        ("BATCH_SECONDS", 0, list(range(7))),
    ],
)
def test_a_batch_is_in_the_file_as_soon_as_it_is_full(tmp_path, monkeypatch, name, value, seen):
    monkeypatch.setattr(store, name, value)
    counts = []
    with Archive(tmp_path / "news.qv") as archive, Archive(tmp_path / "news.qv") as other:

        def documents():
            for n in range(7):
                counts.append(len(other))
                yield rain(n)

        assert archive.add(documents()) == 7
    assert counts == seen


def test_documents_are_read_a_page_at_a_time(archive, monkeypatch):
    monkeypatch.setattr(store, "PAGE", 3)
    archive.add(map(rain, range(10)))
    assert [document.id for document in archive] == [str(n) for n in range(10)]


def test_a_deleted_document_is_nowhere(both):
    both.delete("morning")
    assert list(both) == [evening()]
    assert both.search("patient doctor") == ()
    assert verify("It does not need me to say so", both).wording == Wording.NOT_FOUND
    assert both.searched.characters == len(evening().text)
    assert both.add([morning()]) == 1
    assert both.search("patient doctor")[0].document_id == "morning"


def test_what_is_not_there_cannot_be_had_or_deleted(both):
    for wanted in (both.document, both.delete):
        with pytest.raises(ArgumentValueError, match="'noon'"):
            wanted("noon")


def test_a_search_finds_documents_by_their_words(both):
    both.add(map(rain, range(20)))
    assert [p.document_id for p in both.search("harbour head Okafor")] == ["evening"]
    assert {p.document_id for p in both.search("Nobody asked us")} == {"morning", "evening"}
    assert len(both.search("rained", limit=5)) == 5
    assert both.search("snow") == both.search("…") == ()
    (found,) = both.search('"patient without a doctor"')
    assert (found.source, found.speaker.name) == ("The Morning Tide", "A report")


@pytest.mark.parametrize("ask", ["search", "appearances"])
def test_a_limit_is_a_number_from_one(both, ask):
    with pytest.raises(ArgumentValueError, match="limit"):
        getattr(both, ask)("bridge", limit=0)
    with pytest.raises(ArgumentTypeError, match="limit"):
        getattr(both, ask)("bridge", limit="5")
    with pytest.raises(ArgumentTypeError, match="str"):
        getattr(both, ask)(5)


CLAIMS = (
    ("We may close the bridge, or part of it, in May", "Ines Okafor"),
    ("We will close the bridge in May", "Ole Brandt"),
    ("We can close the bridge in May", None),
    ("Nobody asked us", "Brandt"),
    ("It does need me to say so. We have no choice", None),
    ("a patient without a doctor", "Okafor"),
    ("The bridge will outlive us all", None),
    ("on day 7, the harbour office", None),
    ("…", None),
)


@pytest.mark.parametrize(("claim", "speaker"), CLAIMS)
def test_verification_answers_as_it_does_without_an_archive(both, claim, speaker):
    both.add(map(rain, range(20)))
    assert verify(claim, both, speaker=speaker) == verify(claim, SourceIndex(list(both)), speaker=speaker)


def test_what_was_searched_is_all_of_the_archive(both):
    both.add(map(rain, range(200)))
    searched = verify("Nobody asked us", both).searched
    assert searched.documents == 202
    assert searched.characters == sum(len(document.text) for document in both)
    assert searched.ids == ("morning", "evening", *map(str, range(98)))


@pytest.fixture
def elsewhere(monkeypatch):
    """A machine whose clock is half a day ahead."""
    monkeypatch.setenv("TZ", "XXX-12")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_first_to_print_a_claim_comes_first(archive, elsewhere):
    def printed(id, text, published):
        return Document(id=id, text=f"“{text},” the mayor said.", published=published)

    archive.add(
        [
            printed("undated", "We will not sell the yard before spring", None),
            printed("later", "We will not sell the yard before spring", "2031-03-04T18:00:00+00:00"),
            printed("east", "We will not sell the yard before spring", "2031-03-04T18:30:00+05:00"),
            printed("changed", "We will never sell the yard before spring", dt.datetime(2031, 3, 4, 19)),
            printed("first", "We will not sell the yard before spring", "2031-03-04"),
            printed("other", "We will buy the farm", "2031-03-01"),
        ]
    )
    found = archive.appearances("We will not sell the yard before spring")
    assert [a.document_id for a in found] == ["first", "east", "later", "changed", "undated"]
    assert found[0].published == dt.date(2031, 3, 4)
    assert found[0].passage.text == "We will not sell the yard before spring"
    assert [a.wording for a in found[2:4]] == [Wording.VERBATIM, Wording.ALTERED]
    assert [
        a.document_id for a in archive.appearances("We will not sell the yard before spring", limit=1)
    ] == ["first"]


def test_statements_are_those_of_all_documents(both):
    wanted = compare([morning(), evening()]).statements
    assert sorted(both.statements(), key=repr) == sorted(wanted, key=repr)


def test_new_documents_are_laid_beside_what_an_archive_says_of_the_same(both):
    text = "“Nobody asked us,” Ole Brandt said again. “We will close the harbour, too,” he said."
    new = parse(text, id="new", outlet="Night")
    every = compare([new, *both]).statements
    wanted = [one for one in every if any(v.document_id == "new" for v in one.variants)]
    found = compare([new], both)
    assert sorted(found.statements, key=repr) == sorted(wanted, key=repr)
    assert len(found.statements[0].variants) == 3
    assert [document.id for document in found.documents] == ["new", "morning", "evening"]


def test_a_document_that_is_in_the_archive_too_is_taken_as_it_is_given(both):
    found = compare([morning()], both)
    assert {v.document_id for s in found.statements for v in s.variants} == {"morning", "evening"}
    assert len(found.documents) == 2


def test_an_archive_is_asked_for_what_may_hold_claims(both):
    assert [document.id for document in both.related(["Nobody asked us", "Nobody asked us"])] == [
        "morning",
        "evening",
    ]
    assert list(both.related(["The moon is made of herring"])) == []


@pytest.mark.parametrize("claims", ["Nobody asked us", 5, [5]])
def test_anything_but_claims_is_a_clear_error(both, claims):
    with pytest.raises(TypeError, match="claim"):
        list(both.related(claims))


@pytest.mark.parametrize("archive", ["news.qv", 5, [morning()]])
def test_anything_but_an_archive_is_a_clear_error(archive):
    with pytest.raises(TypeError, match="archive must be an Archive"):
        compare([morning()], archive)


def test_an_export_is_read_back_line_by_line(both, tmp_path):
    both.add([Document(id="odd", text="a\ud800b\0c\u2028d")])
    assert both.export(tmp_path / "news.jsonl") == 3
    lines = (tmp_path / "news.jsonl").read_text(encoding="utf8").split("\n")
    assert [from_json(line) for line in lines if line] == list(both)
    assert json.loads(lines[0])["type"] == "document"


def test_an_export_has_the_format_that_its_name_or_a_name_tells(both, tmp_path):
    for name, format, begins in (
        ("news", None, '{"format"'),
        ("news.csv", None, "\ufeffdocument_id,"),
        ("news.csv", "json", '{"format"'),
        ("news.html", None, "<!DOCTYPE"),
    ):
        assert both.export(tmp_path / name, format=format) == 2
        assert (tmp_path / name).read_text(encoding="utf8").startswith(begins)
    with pytest.raises(ValueError, match="format must be one of 'text', 'json'"):
        both.export(tmp_path / "news", format="xml")


def test_an_archive_travels_as_its_path(both):
    with pickle.loads(pickle.dumps(both)) as other:
        assert other.path == both.path
        assert list(other) == list(both)


def test_a_closed_archive_says_so(both):
    both.close()
    with pytest.raises(ArchiveError, match="was closed"):
        len(both)
    with pytest.raises(ArchiveError, match="was closed"):
        both.add([rain(1)])


@pytest.mark.parametrize("arguments", [{"path": 5}, {"path": "a", "timeout": "5"}, {"path": "a", "lang": 5}])
def test_arguments_are_checked(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArgumentTypeError):
        Archive(**arguments)
    assert not list(tmp_path.iterdir())


# Each write waits for the disk, so that many examples would take minutes.
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(record(Document), max_size=4, unique_by=lambda d: d.id))
def test_any_documents_come_back_as_they_were(archive, documents):
    for left in list(archive):
        archive.delete(left.id)
    added = archive.add(documents)
    kept = list(archive)
    assert len(kept) == added == len(archive)
    for document in kept:
        assert document in documents
        assert archive.document(document.id) == document
        archive.search(document.text)
        archive.about(document.text)
    for document in kept:
        archive.delete(document.id)
    assert len(archive) == archive.searched.characters == 0


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("He paid £ and left.", "£"),
        ("In all 000000000£ came back.", "000000000£"),
        ("Only 5% of it is left", "% of it"),
        ("Their R&D is costly", "R and D"),
        ("Their R and D is costly", "R&D is"),
        ("She gave one inter-\nview only", "interview only"),
        ("She gave one interview only", "inter-\n view only"),
        ("It cost €3 or $4 or ¥500", "€3 or $4"),
    ],
)
def test_what_is_found_in_a_text_is_found_where_it_is_kept(tmp_path, text, claim):
    documents = [Document(id="a", text=text), Document(id="b", text="Nobody asked the ferrymen.")]
    with Archive(tmp_path / "news.qv") as archive:
        archive.add(documents)
        found, beside = verify(claim, archive), verify(claim, documents)
    assert beside.passages
    assert (found.wording, found.passages) == (beside.wording, beside.passages)


TOLD = parse(
    "Ruth Vale said the dam was “a ruin” and had to go.\n\nThe council, she said, would sell the mill.",
    id="told",
)


def test_what_is_told_without_marks_is_kept_and_found_by_who_said_it(tmp_path):
    with Archive(tmp_path / "news.qv") as archive:
        archive.add([TOLD, parse("Bo Aas said the mill was his.", id="other")])
    with Archive(tmp_path / "news.qv") as archive:
        assert archive.document("told").reports == TOLD.reports
        said = said_by(archive, "Ruth Vale", reports=True)
        assert [(one.document.id, one.text) for one in said] == [
            ("told", "a ruin"),
            ("told", "the dam was “a ruin” and had to go"),
            ("told", "The council would sell the mill"),
        ]
        assert [one.text for one in said_by(archive, "Ruth Vale")] == ["a ruin"]


def test_what_an_archive_of_an_earlier_version_has_told_is_read_when_it_is_asked_for(tmp_path):
    by_hand = Document(id="by hand", text="Ruth Vale said it was late.")
    with Archive(tmp_path / "news.qv") as archive:
        archive.add([TOLD, by_hand])
    with contextlib.closing(sqlite3.connect(tmp_path / "news.qv")) as database:
        database.execute("UPDATE document SET reports = NULL")
        database.commit()
    with Archive(tmp_path / "news.qv") as archive:
        assert reports_if_read(archive.document("told")) == ()
        assert archive.document("told").reports == TOLD.reports
        assert archive.document("by hand").reports == ()
        assert len(said_by(archive, "Ruth Vale", reports=True)) == 3


def test_a_claim_is_held_against_what_an_archive_has_told_without_marks(tmp_path):
    with Archive(tmp_path / "news.qv") as archive:
        archive.add([TOLD, parse("Nothing was said of the dam. " * 50, id="other")])
        found = verify("the council will sell the mill", archive, speaker="Ruth Vale", reported=True)
    assert (found.speaker_finding, found.speaker_rule) == ("same", "name_in_source")


@pytest.mark.parametrize("claim", ["", " ", "\n\t"])
def test_an_empty_claim_is_refused_as_verify_refuses_it(tmp_path, claim):
    with Archive(tmp_path / "news.qv") as archive:
        archive.add(TOLD)
        with pytest.raises(ArgumentValueError, match="the claim is empty"):
            verify(claim, archive)
        with pytest.raises(ArgumentValueError, match="the claim is empty"):
            archive.appearances(claim)
        assert archive.appearances("the whales of Tuesday are singing") == ()


@pytest.mark.parametrize("given", ["a text", 5, None])
def test_what_is_added_is_a_document_or_several(tmp_path, given):
    with Archive(tmp_path / "news.qv") as archive:
        with pytest.raises(
            ArgumentTypeError, match=f"documents must be a Document or several, not {type(given).__name__}"
        ):
            archive.add(given)
        assert (archive.add(TOLD), archive.add([TOLD]), archive.add(iter([TOLD]))) == (1, 0, 0)
