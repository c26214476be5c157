import pytest
from commanded import FIRST, SECOND

from quoteverify.__main__ import main
from quoteverify.exchange.serialization import from_json
from quoteverify.models import Document


@pytest.mark.parametrize("name", ["Ines Okafor", "Okafor", "Ms. Okafor", "ines okafor"])
def test_what_one_speaker_said_is_shown_and_nothing_else(files, capsys, name):
    (files / "other.txt").write_text("“No comment,” said Ole Brandt.\n", encoding="utf8")
    (files / "both.txt").write_text(FIRST + "“No comment,” said Ole Brandt.\n", encoding="utf8")
    assert main(["parse", "first.txt", "other.txt", "both.txt", "--speaker", name, "--format", "json"]) == 0
    documents = [from_json(line, Document) for line in capsys.readouterr().out.splitlines()]
    assert [document.id for document in documents] == ["first.txt", "both.txt"]
    assert {quote.speaker.name for document in documents for quote in document.quotes} == {"Ines Okafor"}
    assert [[speaker.name for speaker in document.speakers] for document in documents] == [
        ["Ines Okafor"]
    ] * 2


def test_what_is_parsed_is_given_no_name(files, capsys):
    main(["parse", "first.txt", "second.txt", "--format", "json"])
    documents = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert [(d.id, d.outlet, d.text) for d in documents] == [
        ("first.txt", None, FIRST), ("second.txt", None, SECOND),
    ]  # fmt: skip


@pytest.mark.parametrize("format", ["text", "json", "csv"])
def test_what_was_parsed_before_an_interruption_is_printed(files, interrupted, capsys, format):
    assert main(["parse", "first.txt", "second.txt", "--format", format]) == 130
    shown = capsys.readouterr()
    assert shown.out
    assert shown.err == ""
