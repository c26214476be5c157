import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quoteverify as qv
from quoteverify.errors import UnreadableSourceError, UnreadableSourceWarning
from quoteverify.models import Document
from quoteverify.reading.sources.files import read
from quoteverify.reading.sources.folders import read_many
from quoteverify.reading.sources.records import UNREADABLE, looks_like_json, of_json

SAID = "“We will not sell the yard,” said Ada Aas."
PARSED = qv.parse(SAID, id="own", outlet="The Tide")
OWN = qv.to_json(PARSED)
ARTICLE = json.dumps({"text": SAID, "outlet": "The Tide"})


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def made(name, text):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf8")
        return name

    return made


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
def test_a_document_of_our_own_is_what_was_written(file, name):
    file(name, OWN + "\n")
    assert list(read_many(name)) == [PARSED]
    assert list(read_many(".")) == [PARSED]


def test_what_was_marked_by_hand_is_kept(file):
    mine = Document(id="mine", text="So.", speakers=[qv.Speaker("Ada Aas")])
    assert read(file("a.json", qv.to_json(mine, indent=2))) == mine


def test_a_comparison_is_the_documents_that_it_compares(file):
    other = qv.parse("“No,” said Bo Berg.", id="other")
    file("a.json", qv.to_json(qv.compare([PARSED, other])))
    assert list(read_many("a.json")) == [PARSED, other]


@pytest.mark.parametrize("text", [ARTICLE, f"[{ARTICLE}]", json.dumps(json.loads(ARTICLE), indent=2)])
def test_an_article_is_read(file, text):
    document = read(file("a.json", text))
    assert (document.outlet, document.text) == ("The Tide", SAID)
    assert document.quotes


@pytest.mark.parametrize("text", [f"[{ARTICLE}, {OWN}]", f"{ARTICLE}\n\n{OWN}\n"])
def test_many_are_read_one_after_the_other(file, text):
    file("a.json", text)
    found = list(read_many("a.json", title="Yard"))
    assert [document.text for document in found] == [SAID, SAID]
    assert [(document.id, document.title) for document in found] == [("a.json:1", "Yard"), ("own", "Yard")]
    with pytest.raises(UnreadableSourceError, match=r"'a.json' holds many articles: read_many reads them"):
        read("a.json")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"name": "app", "version": 3}', 'it has to be an object with a "text"'),
        ("[1, 2]", 'it has to be an object with a "text"'),
        ('{"text": 5}', 'it has to be an object with a "text"'),
        ("[]", "there is no article in it"),
        ("{", "it is no article in JSON"),
        ("", "it is no article in JSON"),
        ("[" * 100_000, "it is no article in JSON"),
        (qv.to_json(qv.align("a", "b")), "it is a alignment of quoteverify, and no document"),
        (OWN.replace('"version": ', '"version": 9'), "was written by a newer quoteverify"),
    ],
)
def test_other_json_is_refused_by_name(file, text, message):
    file("b/a.json", text)
    with pytest.raises(UnreadableSourceError, match=f"'b/a.json': .*{message}"):
        read("b/a.json")
    with pytest.warns(UnreadableSourceWarning, match=message):
        assert list(read_many("b")) == []


@pytest.mark.parametrize("name", ["settings", "settings.cfg"])
def test_json_of_another_name_is_refused(file, name):
    with pytest.raises(UnreadableSourceError, match=f"'{name}': it is JSON; name it .json"):
        read(file(name, '{"a": 1}'))
    assert read(file(name, "[sic] he said {so}")).text == "[sic] he said {so}"


def test_patterns_are_matched_where_no_file_has_the_name(file):
    for name in ("a/one.txt", "a/b/two.txt", "a/three.md", "a/[x].txt"):
        file(name, SAID)
    assert [d.id for d in read_many("a/*.txt")] == ["a/[x].txt", "a/one.txt"]
    assert [d.id for d in read_many("a/**/*.txt")] == ["a/[x].txt", "a/b/two.txt", "a/one.txt"]
    assert [d.id for d in read_many("a/[x].txt")] == ["a/[x].txt"]
    with pytest.raises(UnreadableSourceError, match=r"'a/\*.pdf': no such file or folder"):
        read_many("a/*.pdf")


def test_a_draft_is_checked_against_what_was_parsed_before(file):
    file("sources/a.jsonl", OWN)
    report = qv.check("Ada Aas said: “We will sell the yard.”", read_many("sources"))
    assert report.verifications[0].wording == "altered"


VALUES = st.recursive(st.none() | st.text(), st.lists).map(lambda value: json.dumps(value).encode())


@given(st.binary(max_size=60) | VALUES)
def test_any_json_is_read_or_refused(raw):
    assert looks_like_json(raw) in (True, False)
    try:
        found = list(of_json(raw, "a"))
    except UNREADABLE:
        found = []
    assert all(isinstance(each, dict | Document) for each in found)
