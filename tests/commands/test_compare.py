import pytest
from commanded import SECOND, outlets

from quoteverify.__main__ import main
from quoteverify.exchange.serialization import from_json


def test_what_is_compared_is_called_by_its_stem_or_where_two_have_one_by_its_path(files, capsys):
    (files / "other").mkdir()
    (files / "other" / "first.txt").write_text(SECOND, encoding="utf8")
    main(["compare", "first.txt", "second.txt", "--format", "json"])
    assert outlets(capsys.readouterr().out) == ["first", "second"]
    main(["compare", "first.txt", "other/first.txt", "--format", "json"])
    assert outlets(capsys.readouterr().out) == ["first.txt", "other/first.txt"]


@pytest.mark.parametrize("archived", [False, True])
def test_what_one_text_tells_is_laid_beside_what_another_quotes(files, archived, capsys):
    (files / "told.txt").write_text("Ruth Vale said they would sail for the north bank.", encoding="utf8")
    (files / "quoted.txt").write_text("“We will sail for the north bank,” said Ruth Vale.", encoding="utf8")
    command = ["compare", "quoted.txt", "told.txt"]
    if archived:
        assert main(["archive", "add", "news.qv", "quoted.txt", "told.txt"]) == 0
        command = ["archive", "statements", "news.qv"]
    capsys.readouterr()
    assert main([*command, "--reports"]) == 0
    told = capsys.readouterr().out
    assert "We}¹ {will}² sail for the north bank" in told
    assert "{they}¹ {would}² sail for the north bank{}³ (reported, without marks)" in " ".join(told.split())


def test_a_new_text_is_laid_beside_an_archive(files, capsys):
    main(["archive", "add", "news.qv", "second.txt"])
    capsys.readouterr()
    assert main(["compare", "first.txt", "--archive", "news.qv", "--format", "json"]) == 0
    found = from_json(capsys.readouterr().out)
    assert len(found.documents) == 2
    assert len(found.shared) == 1
