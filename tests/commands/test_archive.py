import pytest

from quoteverify import Archive, compare
from quoteverify.__main__ import main
from quoteverify.display.html import page
from quoteverify.display.terminal import render
from quoteverify.errors import ArchiveError
from quoteverify.exchange.serialization import from_json, to_json
from quoteverify.exchange.sheets import to_csv


def test_an_archive_is_exported_in_the_format_that_is_asked_for(files, capsys):
    main(["archive", "add", "news.qv", "first.txt", "second.txt"])
    capsys.readouterr()
    for name, format, begins in (
        ("news.csv", [], "\ufeffdocument_id,"),
        ("news", [], '{"format"'),
        ("news.csv", ["--format", "schema.org"], '{"@context": "https://schema.org"'),
    ):
        assert main(["archive", "export", "news.qv", name, *format]) == 0
        assert capsys.readouterr().out == f"2 texts written to {name!r}\n"
        assert (files / name).read_text(encoding="utf8").startswith(begins)


def test_what_was_read_before_an_interruption_is_kept_in_an_archive(files, interrupted, capsys):
    assert main(["archive", "add", "news.qv", "first.txt", "second.txt"]) == 130
    main(["archive", "verify", "news.qv", "Nobody has asked us", "--format", "json"])
    assert from_json(capsys.readouterr().out).searched.documents == 1


def test_an_archive_is_added_to_asked_and_laid_side_by_side(files, capsys):
    assert main(["archive", "add", "news.qv", "first.txt", "second.txt"]) == 0
    assert main(["archive", "add", "news.qv", "second.txt"]) == 0
    assert capsys.readouterr().out == "2 texts added, 2 in the archive\n0 texts added, 2 in the archive\n"
    assert main(["archive", "verify", "news.qv", "We may close the bridge in May", "--format", "json"]) == 0
    found = from_json(capsys.readouterr().out)
    assert (found.wording, found.searched.documents) == ("verbatim", 2)
    assert main(["archive", "statements", "news.qv", "--format", "json"]) == 0
    assert len(from_json(capsys.readouterr().out).shared) == 1


def test_an_archive_is_asked_for_what_is_told_as_the_sources_are(files, capsys):
    main(["archive", "add", "news.qv", "first.txt"])
    capsys.readouterr()
    asked = ["they might close the bridge in May", "--speaker", "Okafor", "--format", "json"]
    for name, verb, where in (("told", ["verify"], "first.txt"), ("kept", ["archive", "verify"], "news.qv")):
        given = [where, asked[0]] if name == "kept" else [asked[0], where]
        assert main([*verb, *given, *asked[1:]]) == 1
        assert main([*verb, *given, *asked[1:], "--reported"]) == 0
    quoted, told, kept_quoted, kept_told = map(from_json, capsys.readouterr().out.splitlines())
    assert (kept_quoted.wording, kept_told.wording) == (quoted.wording, told.wording)
    assert quoted.wording != told.wording or quoted.stops != told.stops


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_the_statements_of_an_archive_come_in_parts_as_they_would_whole(files, capsysbinary, form):
    main(["archive", "add", "news.qv", "second.txt", "right.txt", "first.txt"])
    capsysbinary.readouterr()
    with Archive("news.qv") as archive:
        whole = compare(archive)
    forms = {
        "text": lambda: render(whole),
        "json": lambda: to_json(whole) + "\n",
        "csv": lambda: "\ufeff" + "".join(to_csv(whole)),
        "html": lambda: page(whole),
    }
    assert main(["archive", "statements", "news.qv", "--format", form]) == 0
    assert capsysbinary.readouterr().out == forms[form]().encode()
    assert main(["archive", "statements", "news.qv", "--format", form, "--output", "said"]) == 0
    assert (files / "said").read_bytes() == forms[form]().encode()


def test_a_file_of_statements_that_fails_on_the_way_is_not_left(files, capsys, monkeypatch):
    main(["archive", "add", "news.qv", "second.txt", "first.txt"])
    (files / "said.json").write_text("before")
    monkeypatch.setattr(Archive, "document", lambda *_: (_ for _ in ()).throw(ArchiveError("it is gone")))
    assert main(["archive", "statements", "news.qv", "--format", "json", "--output", "said.json"]) == 2
    assert "it is gone" in capsys.readouterr().err
    assert (files / "said.json").read_text() == "before"
    assert {path.name for path in files.iterdir() if "said" in path.name} == {"said.json"}


def test_an_archive_that_is_not_there_is_not_made_by_asking(files, capsys):
    assert main(["archive", "verify", "none.qv", "We may close the bridge"]) == 2
    assert "there is no archive 'none.qv'" in capsys.readouterr().err
    assert not (files / "none.qv").exists()
