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
