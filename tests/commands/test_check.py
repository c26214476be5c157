import pytest

from quoteverify.__main__ import main
from quoteverify.exchange.serialization import from_json


def test_several_drafts_are_checked_against_one_lot_of_sources(files, capsys):
    drafts = ["right.txt", "wrong.txt"]
    sources = ["--against", "first.txt", "--against", "second.txt"]
    assert main(["check", *drafts, *sources, "--format", "json"]) == 1
    reports = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert [report.document.id for report in reports] == drafts
    assert [[v.searched.documents for v in report.verifications] for report in reports] == [[2], [2]]
    assert [report.document.outlet for report in reports] == ["right", "wrong"]
    assert main(["check", "right.txt", "--against", "first.txt"]) == 0


def test_reports_are_listed_and_checked_when_asked(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source.txt").write_text("“I will sell the yard in spring,” said Ada Aas.\n", encoding="utf8")
    (tmp_path / "draft.txt").write_text(
        "Ada Aas said she would not sell the yard in spring.\n", encoding="utf8"
    )
    assert main(["check", "draft.txt", "source.txt"]) == 0
    assert main(["check", "draft.txt", "source.txt", "--reports"]) == 1
    claim = "she would sell the yard in spring"
    assert main(["verify", claim, "source.txt", "--reported", "--speaker", "Ada Aas"]) == 0
    capsys.readouterr()
    assert main(["parse", "draft.txt", "--reports", "--format", "csv"]) == 0
    assert ",r1,said,told," in capsys.readouterr().out
    assert main(["parse", "draft.txt", "--reports"]) == 0
    assert "Told without marks" in capsys.readouterr().out
    assert main(["parse", "draft.txt", "--speaker", "Aas", "--reports"]) == 0
    assert "sell the yard" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("draft", "output"),
    [
        (["wrong.txt"], ["--output", "reviewed.docx"]),
        (["wrong.txt"], ["--output", "quotes.jsonld"]),
        (["wrong.txt", "right.txt"], ["--output", "reviewed.docx"]),
        (["wrong.txt"], ["--output", "no/such/folder/report.html"]),
    ],
)
def test_what_cannot_be_written_accepts_nothing(draft, output, files, capsys):
    asked = ["check", *draft, "--against", "first.txt", "--accepted", "accepted.json", "--accept"]
    assert main([*asked, *output]) == 2
    assert not (files / "accepted.json").exists()
    assert "accepted" not in capsys.readouterr().err
    assert main([*asked, "--output", "report.html"]) == 0
    assert (files / "accepted.json").exists()
    assert (files / "report.html").exists()


@pytest.mark.parametrize(
    "asked",
    [
        ["check", "right.txt", "first.txt", "--output", "a.jsonld"],
        ["check", "right.txt", "first.txt", "--output", "a.docx"],
        ["compare", "first.txt", "second.txt", "--output", "a.sarif"],
        ["verify", "We may close the bridge", "first.txt", "--output", "a.jsonld"],
        ["parse", "first.txt", "--speaker", "Okafor", "--output", "a.sarif"],
        ["archive", "verify", "news.qv", "We may close the bridge", "--output", "a.jsonld"],
    ],
)
def test_a_file_that_no_format_writes_is_refused_before_anything_is_read(asked, files, monkeypatch, capsys):
    assert main(["archive", "add", "news.qv", "first.txt"]) == 0
    for reading in ("read", "read_many", "Archive"):
        monkeypatch.setattr(f"quoteverify.{reading}", lambda *_, **__: pytest.fail("it was read"))
    assert main(asked) == 2
    assert "would be" in capsys.readouterr().err


def test_a_format_that_is_named_is_written_whatever_the_files_ending(files):
    assert main(["check", "right.txt", "first.txt", "--output", "a.docx", "--format", "text"]) == 0
    assert (files / "a.docx").read_text(encoding="utf8").startswith("Quotes checked: ")
