import csv
import subprocess
import sys
from io import StringIO

import pytest
from commanded import FIRST

from quoteverify.__main__ import main
from quoteverify.collation.policies import policies
from quoteverify.commands.arguments import EXIT_CODES
from quoteverify.exchange.serialization import from_json
from quoteverify.formats.registry import formats_for
from quoteverify.models import CheckReport, Comparison, Document, Verification


@pytest.mark.parametrize(
    ("arguments", "kind", "code"),
    [
        (["parse", "first.txt"], Document, 0),
        (["compare", "first.txt", "second.txt"], Comparison, 0),
        (["verify", "We may close the bridge in May", "first.txt"], Verification, 0),
        (["verify", "We will not close the bridge in May", "first.txt"], Verification, 1),
        (["verify", "Ten whales were seen off the old harbour", "first.txt"], Verification, 1),
        (
            ["verify", "We may close the bridge in May", "first.txt", "--speaker", "Ole Brandt"],
            Verification,
            1,
        ),
        (
            ["verify", "may close the bridge in May, or a part", "first.txt", "--policy", "strict"],
            Verification,
            1,
        ),
        (
            ["verify", "may close the bridge in May, or part", "first.txt", "--policy", "guardian"],
            Verification,
            0,
        ),
        (["check", "right.txt", "first.txt", "--policy", "strict"], CheckReport, 0),
        (["check", "right.txt", "first.txt"], CheckReport, 0),
        (["check", "wrong.txt", "first.txt", "second.txt"], CheckReport, 1),
    ],
    ids=str,
)
def test_each_command_answers_in_every_format(files, capsys, arguments, kind, code):
    assert main(arguments) == code
    text = capsys.readouterr().out
    assert "bridge" in text or "whales" in text
    assert "\x1b" not in text
    assert main([*arguments, "--format", "json"]) == code
    assert type(from_json(capsys.readouterr().out)) is kind
    assert main([*arguments, "--format", "csv"]) == code
    sheet = capsys.readouterr().out.removeprefix("\ufeff")
    lines = list(csv.DictReader(StringIO(sheet, newline="")))
    assert any("bridge" in str(line) or "whales" in str(line) for line in lines)
    assert main([*arguments, "--format", "html"]) == code
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["parse", "none.txt"], "none.txt"),
        (["check", ".", "first.txt"], "is a folder"),
        (["parse", "binary.txt"], "is not text"),
        (["compare", "first.txt"], "compare needs two texts or more, or --archive"),
        (["compare", "first.txt", "first.txt"], "more than one document has the id 'first.txt'"),
        (["verify", "words", "none.txt"], "none.txt"),
        (["check", "none.txt", "first.txt"], "none.txt"),
        (["check", "right.txt"], "check needs sources, behind the draft or by --against"),
        (["check", "right.txt", "none.txt", "--against", "first.txt"], "none.txt"),
        (["parse", "first.txt", "--output", "none/page.html"], "No such file"),
        (
            ["compare", "first.txt", "second.txt", "--output", "said.jsonld"],
            "'said.jsonld' would be annotations; --format must be one of text, json, csv, html",
        ),
        (["archive", "export", "none.qv", "news.jsonl"], "there is no archive 'none.qv'"),
        (["parse", "first.txt", "--lang", "xx"], "lang must be one of 'en'"),
        (["parse", "first.txt", "--language-data", "none"], "no folder 'none'"),
        (["parse", "first.txt", "--sieves", "none.py"], "cannot read 'none.py': no such file"),
        (["parse", "first.txt", "--sieves", "first.txt"], "'first.txt' does not run: SyntaxError"),
        (["verify", "words", "first.txt", "--policy", "none.toml"], "cannot read 'none.toml'"),
        (["verify", "words", "first.txt", "--policy", "lenient"], ", ".join(map(repr, policies()))),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_in_one_line(files, capsys, arguments, message):
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("quoteverify: ")
    assert shown.err.count("\n") == 1
    assert message in shown.err


@pytest.mark.parametrize(
    ("option", "name", "message"),
    [
        ("--language-data", "nonsense.toml", "nonsense.toml: no table 'nonsense'"),
        ("--sieves", "empty.py", "empty.py' has no CustomSieve at its top"),
        ("--sieves", "raises.py", "raises.py' does not run: ZeroDivisionError: division by zero"),
        ("--policy", "two.toml", "two.toml' must have one table, named as the policy, not 2"),
    ],
)
def test_what_is_wrong_in_a_file_of_ones_own_is_said_in_one_line(files, capsys, option, name, message):
    own = files / "own"
    own.mkdir()
    content = {"raises.py": "1 / 0", "two.toml": "[a]\n[b]"}.get(name, "")
    (own / name).write_text(content, encoding="utf8")
    given = own if option == "--language-data" else own / name
    assert main(["verify", "words", "first.txt", option, str(given)]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert message in shown.err


def listed(kind):
    """The formats of a kind of record, as a message lists them."""
    return ", ".join(repr(format.name) for format in formats_for(kind))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "COMMAND"),
        (["quote", "first.txt"], "'parse', 'compare', 'verify', 'check'"),
        (["parse"], "FILE"),
        (["parse", "first.txt", "--format", "xml"], f"choose from {listed('document')})"),
        (["compare", "a", "b", "--format", "schema.org"], f"choose from {listed('comparison')})"),
        (["check", "a", "b", "--format", "annotations"], f"choose from {listed('check_report')})"),
        (["archive", "export", "news.qv"], "FILE"),
        (["archive", "add", "news.qv", "first.txt", "--format", "json"], "--format"),
        (["parse", "first.txt", "--color", "blue"], "'auto', 'always', 'never'"),
        (["parse", "first.txt", "--colour", "never"], "--colour"),
        (["parse", "first.txt", "--speeker", "Okafor"], "did you mean '--speaker'?"),
    ],
    ids=str,
)
def test_a_wrong_argument_is_told_what_is_right(capsys, arguments, message):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    # Later Pythons leave out the marks around the choices.
    assert message.replace("'", "") in capsys.readouterr().err.replace("'", "")


def test_the_help_says_what_each_format_is(capsys):
    with pytest.raises(SystemExit):
        main(["compare", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    assert "csv: CSV for a spreadsheet, a row for each quote, variant or claim; html: one page" in shown
    assert "schema.org" not in shown


@pytest.mark.parametrize("command", [[], ["parse"], ["compare"], ["verify"], ["check"]], ids=str)
def test_help_documents_the_exit_codes(capsys, command):
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    assert stopped.value.code == 0
    assert EXIT_CODES.strip() in capsys.readouterr().out


@pytest.mark.parametrize("command", [[], ["parse"], ["check"]], ids=str)
def test_help_needs_nothing_heavy(command):
    code = (
        "import sys; from quoteverify.__main__ import main\n"
        f"try: main({[*command, '--help']})\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'rapidfuzz', 'cattrs', 'numpy', 'attrs', 'quoteverify.models'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_printed(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("quoteverify 0.")


def test_a_reader_that_stops_reading_is_no_error(files):
    (files / "long.txt").write_text(FIRST * 2000, encoding="utf8")
    command = f"{sys.executable} -m quoteverify parse long.txt --format json; echo $? >&2"
    done = subprocess.run(f"({command}) | head -c 9", shell=True, capture_output=True, check=False, text=True)
    assert done.stdout == '{"format"'
    assert done.stderr == "141\n"


def test_an_interruption_is_no_traceback(files, interrupted, capsys):
    assert main(["compare", "first.txt", "second.txt"]) == 130
    assert capsys.readouterr() == ("", "")
