import pytest
from commanded import FIRST, on_a_terminal, run

from quoteverify.__main__ import main
from quoteverify.exchange.serialization import from_json


def test_a_file_is_written_whole_and_nothing_printed(files, capsys):
    assert main(["compare", "first.txt", "second.txt", "--format", "html", "--output", "page.html"]) == 0
    assert capsys.readouterr().out == ""
    assert (files / "page.html").read_text(encoding="utf8").endswith("</html>\n")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("said.json", '{"format"'),
        ("said.JSONL", '{"format"'),
        ("said.csv", "\ufeffdocument_id,"),
        ("said.html", "<!DOCTYPE"),
        ("said.jsonld", '{"@context"'),
        ("said.txt", "first"),
        ("said", "first"),
    ],
)
def test_a_files_ending_tells_the_format(files, name, begins):
    assert main(["parse", "first.txt", "--output", name]) == 0
    assert (files / name).read_text(encoding="utf8").startswith(begins)
    assert main(["parse", "first.txt", "--output", name, "--format", "csv"]) == 0
    assert (files / name).read_text(encoding="utf8").startswith("\ufeffdocument_id,")


def test_an_interrupted_file_is_not_left_half_written(files, interrupted):
    assert main(["parse", "first.txt", "--format", "json", "--output", "parsed.jsonl"]) == 130
    assert not [path for path in files.iterdir() if "parsed" in path.name]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_long_answer_is_written_to_its_end(files, unbuffered):
    (files / "long.txt").write_text(FIRST * 2000, encoding="utf8")
    done = run("parse", "long.txt", "--format", "json", PYTHONUNBUFFERED=unbuffered)
    assert from_json(done.stdout).text == FIRST * 2000


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_a_terminal_gets_colour_unless_it_wants_none(files, options, environment, coloured):
    shown = on_a_terminal("parse", "first.txt", *options, **environment)
    assert "close the bridge" in shown
    assert ("\x1b[" in shown) is coloured


def test_a_terminal_shows_the_texts_below_the_bar_that_counts_them(files):
    shown = on_a_terminal("parse", "first.txt", "second.txt", "--progress", "--color", "never")
    bar, _, texts = shown.partition("2text")
    assert "Okafor" not in bar
    assert texts.count("Ines Okafor") >= 2


def test_a_pipe_gets_colour_only_when_asked_for(files):
    assert b"\x1b[" not in run("parse", "first.txt").stdout
    assert b"\x1b[" in run("parse", "first.txt", "--color", "always").stdout


@pytest.mark.parametrize("hostile", ["\x1b]0;title\x07", "\x1b[2J", "\u009b31m"], ids=ascii)
def test_an_article_cannot_command_the_terminal(files, hostile):
    (files / "hostile.txt").write_text(f"“We {hostile} close,” said Ines {hostile} Okafor.", encoding="utf8")
    shown = run("parse", "hostile.txt").stdout.decode()
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "\x07" not in shown


def test_a_terminal_without_unicode_gets_what_it_can_show(files):
    done = run("parse", "first.txt", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"?We may close the bridge in May, or part of it," in done.stdout
