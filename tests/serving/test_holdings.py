import os

import pytest

from quoteverify import Archive, CustomSieve, language, parse
from quoteverify.errors import ArgumentValueError, UnreadableSourceError
from quoteverify.models import Span
from quoteverify.serving import holdings as module
from quoteverify.serving.holdings import Holdings

SAID = "“We will not sell the yard before spring,” said Ada Aas.\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with two texts, a link within and two that lead out of it, and what must not be read."""
    served = tmp_path / "served"
    (served / "minutes").mkdir(parents=True)
    (served / ".hidden").mkdir()
    (tmp_path / "secret").mkdir()
    (tmp_path / "served-too").mkdir()
    for path in (
        served / "draft.txt",
        served / "minutes" / "aas.txt",
        served / ".hidden" / "a.txt",
        tmp_path / "secret" / "a.txt",
        tmp_path / "served-too" / "a.txt",
    ):
        path.write_text(SAID, encoding="utf8")
    (served / "photo.jpg").write_bytes(b"\xff\xd8\0\1")
    (served / "within.txt").symlink_to(served / "minutes" / "aas.txt")
    (served / "out.txt").symlink_to(tmp_path / "secret" / "a.txt")
    (served / "outside").symlink_to(tmp_path / "secret", target_is_directory=True)
    (served / "ring.txt").symlink_to(served / "ring.txt")
    return served


@pytest.mark.parametrize(
    "name",
    [
        "../secret/a.txt",
        "minutes/../../secret/a.txt",
        "/etc/passwd",
        "out.txt",
        "outside/a.txt",
        "outside",
        "../served-too/a.txt",
        "..",
        "../none.txt",
    ],
)
def test_nothing_outside_the_folder_is_read_by_dots_or_by_links(folder, name):
    holdings = Holdings(folder)
    with pytest.raises(UnreadableSourceError, match="outside the folder that is served") as raised:
        holdings.text(None, name, "parse")
    assert "yard" not in str(raised.value)
    with pytest.raises(UnreadableSourceError, match="outside the folder that is served"):
        holdings.documents([], [name])


@pytest.mark.parametrize("name", ["none.txt", "ring.txt", "a\0b", "a" * 5000])
def test_what_is_not_there_is_told_with_what_is(folder, name):
    with pytest.raises(UnreadableSourceError, match=r"there are draft\.txt, minutes/aas\.txt"):
        Holdings(folder).text(None, name, "parse")


def test_a_file_is_called_by_its_name_in_the_folder(folder):
    holdings = Holdings(folder)
    document = holdings.text(None, "minutes/aas.txt", "parse")
    assert (document.id, document.outlet, document.text) == ("minutes/aas.txt", "aas", SAID)
    assert holdings.text(None, "within.txt", "parse").id == "minutes/aas.txt"
    assert holdings.text(None, str(folder / "draft.txt"), "parse").id == "draft.txt"


def test_a_folder_is_all_its_files_each_once_and_nothing_hidden_or_elsewhere(folder):
    holdings = Holdings(folder)
    assert [one.id for one in holdings.documents([], ["."])] == ["draft.txt", "minutes/aas.txt"]
    assert [one.id for one in holdings.documents([], ["minutes", "within.txt"])] == ["minutes/aas.txt"]
    assert [one.id for one in holdings.documents(["It rained."], ["draft.txt"])] == ["given 1", "draft.txt"]


def test_all_of_the_folder_is_searched_where_nothing_is_named_and_again_once_it_has_changed(folder):
    holdings = Holdings(folder)
    first = holdings.sources([], [])
    assert holdings.sources([], []) is first
    assert first.searched.documents == 2
    (folder / "more.txt").write_text("It rained.", encoding="utf8")
    assert holdings.sources([], []).searched.documents == 3
    draft = folder / "draft.txt"
    draft.write_text("It snowed.", encoding="utf8")
    os.utime(draft, ns=(1, 1))
    assert holdings.text(None, "draft.txt", "parse").text == "It snowed."


def test_an_archive_is_searched_before_the_folder(folder, tmp_path):
    with Archive(tmp_path / "news.qv") as archive:
        archive.add([parse(SAID)])
    holdings = Holdings(folder, tmp_path / "news.qv")
    assert holdings.sources([], []) is holdings.archive
    assert holdings.sources(["It rained."], []).searched.documents == 1
    holdings.close()


def test_a_file_that_cannot_be_read_is_told_without_where_the_folder_is(folder):
    with pytest.raises(UnreadableSourceError, match=r"'photo.jpg' is not text") as raised:
        Holdings(folder).text(None, "photo.jpg", "parse")
    assert str(folder) not in str(raised.value)
    (folder / "bad.pdf").write_bytes(b"\0\1\2")
    assert Holdings(folder).sources([], []).searched.documents == 2


def test_a_collection_is_many_texts(folder):
    (folder / "news.jsonl").write_text('{"text": "It rained."}\n{"text": "It snowed."}\n', encoding="utf8")
    holdings = Holdings(folder)
    assert [one.id for one in holdings.documents([], ["news.jsonl"])] == ["news.jsonl:1", "news.jsonl:2"]
    with pytest.raises(UnreadableSourceError, match=r"'news.jsonl' holds 2 texts, and one is needed"):
        holdings.text(None, "news.jsonl", "parse")


@pytest.mark.parametrize(
    ("ask", "error", "message"),
    [
        (lambda: Holdings().text(None, None, "parse"), ArgumentValueError, "parse: give the text itself, or"),
        (lambda: Holdings().text("a", "b", "check"), ArgumentValueError, "and not both"),
        (lambda: Holdings().text(None, "a", "parse"), UnreadableSourceError, "no folder is served"),
        (lambda: Holdings().sources([], []), ArgumentValueError, "there are no sources: give their texts"),
        (lambda: Holdings("none"), UnreadableSourceError, "there is no folder 'none'"),
        (lambda: Holdings(None, "none.qv"), UnreadableSourceError, "there is no archive 'none.qv'"),
    ],
)
def test_what_is_asked_wrongly_is_told(ask, error, message):
    with pytest.raises(error, match=message):
        ask()


def test_texts_are_read_by_the_language_and_the_rules_that_it_is_given(folder, tmp_path):
    gabbed = "“We sail at noon,” Ruth Vale gabbed. “We stay” (Ole Aas)."
    (folder / "gabbed.txt").write_text(gabbed, encoding="utf8")
    ours = language("en").with_rows("cues", [{"words": ["gab", "gabs", "gabbed"], "kind": "say"}])

    def in_brackets(quotation):
        at = quotation.text.find("(", quotation.outer.end)
        return Span(at + 1, quotation.text.index(")", at)) if at - quotation.outer.end == 1 else None

    with Archive(tmp_path / "news.qv"):
        pass
    sieve = CustomSieve(in_brackets, confidence=0.9)
    holdings = Holdings(folder, tmp_path / "news.qv", lang=ours, sieves=[sieve])
    read = [holdings.text(gabbed, None, "parse"), holdings.text(None, "gabbed.txt", "parse")]
    read += holdings.documents([gabbed], ["gabbed.txt"])
    for document in read:
        assert [quote.attribution.reason for quote in document.quotes] == ["said_after", "in_brackets"]
    assert holdings.archive.language == holdings.sources([gabbed], []).language == ours
    holdings.close()
    with pytest.raises(ArgumentValueError, match="lang must be one of 'en'"):
        Holdings(folder, lang="tlh")


def test_so_many_files_are_kept_as_they_were_read_and_no_more(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_KEPT", 2)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"“We sail,” said {name.upper()} Vale.", encoding="utf8")
    read = []
    monkeypatch.setattr(module, "read_many", lambda paths, **_: read.extend(paths) or [parse("It rained.")])
    holdings = Holdings(tmp_path)
    for name in ("a", "b", "a", "c", "c", "a"):
        holdings.documents([], [f"{name}.txt"])
    assert [path.stem for path in read] == ["a", "b", "c", "a"]


@pytest.mark.parametrize(
    ("name", "number"),
    [("a.txt", 1), ("a.TXT", 1), ("a.json", 1), ("a.jsonl", 2), ("a.ndjson", 2), ("a.py", 0), (".a.txt", 0)],
)
def test_a_folder_has_the_texts_of_every_file_that_can_be_read(tmp_path, name, number):
    article = '{"text": "It rained."}\n'
    (tmp_path / name).write_text(article * max(1, number), encoding="utf8")
    assert len(Holdings(tmp_path).documents([], ["."])) == number
