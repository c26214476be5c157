import json

from commanded import FIRST, outlets, run

from quoteverify.__main__ import main


def test_a_text_is_read_from_standard_input(files):
    done = run("compare", "-", "second.txt", "--format", "json", given=FIRST.encode())
    assert done.returncode == 0
    assert [d["id"] for d in json.loads(done.stdout)["record"]["documents"]] == [
        "-",
        "second.txt",
    ]


def test_a_folder_is_read_and_what_is_no_text_in_it_passed_over(files, capsys):
    (files / "more.jsonl").write_text(
        json.dumps({"text": FIRST, "outlet": "The Tide"}) + "\n{", encoding="utf8"
    )
    assert main(["compare", ".", "--format", "json"]) == 0
    shown = capsys.readouterr()
    assert outlets(shown.out) == ["first", "The Tide", "right", "second", "wrong"]
    first, second = shown.err.splitlines()
    assert first.startswith("quoteverify: passed over: 'binary.txt' is not text")
    assert second.startswith("quoteverify: passed over: line 2 of 'more.jsonl' is no article")


def test_texts_are_counted_on_the_terminal_when_asked_for(files):
    assert run("parse", "first.txt", "second.txt").stderr == b""
    done = run("parse", "first.txt", "second.txt", "--progress")
    assert b"2text" in done.stderr
    assert done.stdout == run("parse", "first.txt", "second.txt").stdout
