import csv
import json
import os
import pty
import subprocess
import sys
import termios
from io import StringIO

import pytest

from quoteverify import Archive, compare
from quoteverify.__main__ import EPILOG, main
from quoteverify.collation.policies import policies
from quoteverify.display.html import page
from quoteverify.display.terminal import render
from quoteverify.errors import ArchiveError
from quoteverify.exchange.serialization import from_json, to_json
from quoteverify.exchange.sheets import to_csv
from quoteverify.models import CheckReport, Comparison, Document, Verification

FIRST = (
    "“We may close the bridge in May, or part of it,” said Ines Okafor. "
    "“Nobody has asked us to stay silent.”\n"
)
SECOND = "Ines Okafor said: “We will close the bridge in May, or part of it.”\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Two articles and two drafts in the folder we are in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    for name, text in {
        "first.txt": FIRST,
        "second.txt": SECOND,
        "right.txt": "Okafor: “We may close the bridge in May, or part of it.”\n",
        "wrong.txt": "Okafor: “We will not close the bridge in May, or part of it.”\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    return tmp_path


def run(*arguments, given=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "quoteverify", *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


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


def test_several_drafts_are_checked_against_one_lot_of_sources(files, capsys):
    drafts = ["right.txt", "wrong.txt"]
    sources = ["--against", "first.txt", "--against", "second.txt"]
    assert main(["check", *drafts, *sources, "--format", "json"]) == 1
    reports = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert [report.document.id for report in reports] == drafts
    assert [[v.searched.documents for v in report.verifications] for report in reports] == [[2], [2]]
    assert [report.document.outlet for report in reports] == ["right", "wrong"]
    assert main(["check", "right.txt", "--against", "first.txt"]) == 0


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


def test_what_was_read_wrongly_is_corrected_whenever_it_is_read(files, capsys):
    assert main(["correct", "first.txt", "--quote", "We may close", "--speaker", "Ole Brandt"]) == 0
    assert capsys.readouterr().out == "1 kept in first.txt.corrections\n"
    main(["parse", "first.txt", "--format", "json"])
    quote = from_json(capsys.readouterr().out, Document).quotes[0]
    assert (quote.speaker.name, quote.attribution.reason) == ("Ole Brandt", "corrected")
    assert main(["correct", "second.txt", "--quote", "We will", "--no-quotation"]) == 0
    assert main(["correct", "second.txt", "--same", "Ines Okafor", "the mayor"]) == 0
    capsys.readouterr()
    main(["parse", "second.txt", "--format", "json"])
    assert from_json(capsys.readouterr().out, Document).quotes[0].kind == "term"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "correct needs --quote, or --same"),
        (["--quote", "We may"], "--quote needs one of --speaker"),
        (["--quote", "We may", "--nobody", "--no-quotation"], "--quote needs one of --speaker"),
        (["--speaker", "Vale", "--same", "a", "b"], "--quote needs one of --speaker"),
        (["--quote", "Ten whales", "--nobody"], "no quote begins with 'Ten whales'"),
        (["--same", "Okafor"], "names must be two or more"),
    ],
    ids=str,
)
def test_what_cannot_be_corrected_is_told(files, capsys, arguments, message):
    assert main(["correct", "first.txt", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not (files / "first.txt.corrections").exists()


def test_what_is_parsed_is_given_no_name(files, capsys):
    main(["parse", "first.txt", "second.txt", "--format", "json"])
    documents = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert [(d.id, d.outlet, d.text) for d in documents] == [
        ("first.txt", None, FIRST), ("second.txt", None, SECOND),
    ]  # fmt: skip


def outlets(out):
    return [document.outlet for document in from_json(out).documents]


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


def test_a_file_is_written_whole_and_nothing_printed(files, capsys):
    assert main(["compare", "first.txt", "second.txt", "--format", "html", "--output", "page.html"]) == 0
    assert capsys.readouterr().out == ""
    assert (files / "page.html").read_text(encoding="utf8").endswith("</html>\n")


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
        (["verify", "words", "first.txt", "--policy", "lenient"], "'guardian', 'strict'"),
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


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "COMMAND"),
        (["quote", "first.txt"], "'parse', 'compare', 'verify', 'check'"),
        (["parse"], "FILE"),
        (
            ["parse", "first.txt", "--format", "xml"],
            "'text', 'json', 'csv', 'html', 'annotations', 'schema.org')",
        ),
        (["compare", "a", "b", "--format", "schema.org"], "choose from 'text', 'json', 'csv', 'html')"),
        (
            ["check", "a", "b", "--format", "annotations"],
            "'text', 'json', 'csv', 'html', 'schema.org', 'github', 'sarif')",
        ),
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


def test_an_archive_is_exported_in_the_format_that_is_asked_for(files, capsys):
    main(["archive", "add", "news.qv", "first.txt", "second.txt"])
    capsys.readouterr()
    for name, format, begins in (
        ("news.csv", [], "\ufeffdocument_id,"),
        ("news", [], '{"format"'),
        ("news.csv", ["--format", "schema.org"], '{"@context": "https://schema.org"'),
    ):
        assert main(["archive", "export", "news.qv", name, *format]) == 0
        assert capsys.readouterr().out == "2 written\n"
        assert (files / name).read_text(encoding="utf8").startswith(begins)


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
    assert EPILOG[EPILOG.index("exit codes:") :].strip() in capsys.readouterr().out


def test_help_needs_nothing_heavy():
    code = (
        "import sys; from quoteverify.__main__ import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'rapidfuzz', 'cattrs', 'numpy'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
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


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_long_answer_is_written_to_its_end(files, unbuffered):
    (files / "long.txt").write_text(FIRST * 2000, encoding="utf8")
    done = run("parse", "long.txt", "--format", "json", PYTHONUNBUFFERED=unbuffered)
    assert from_json(done.stdout).text == FIRST * 2000


@pytest.fixture
def interrupted(monkeypatch):
    """Somebody who has seen one text read presses Ctrl-C."""

    def read_many(paths, **_):
        yield Document(id=paths[0], text=FIRST)
        raise KeyboardInterrupt

    monkeypatch.setattr("quoteverify.read_many", read_many)


def test_an_interruption_is_no_traceback(files, interrupted, capsys):
    assert main(["compare", "first.txt", "second.txt"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("format", ["text", "json", "csv"])
def test_what_was_parsed_before_an_interruption_is_printed(files, interrupted, capsys, format):
    assert main(["parse", "first.txt", "second.txt", "--format", format]) == 130
    shown = capsys.readouterr()
    assert shown.out
    assert shown.err == ""


def test_what_was_read_before_an_interruption_is_kept_in_an_archive(files, interrupted, capsys):
    assert main(["archive", "add", "news.qv", "first.txt", "second.txt"]) == 130
    main(["archive", "verify", "news.qv", "Nobody has asked us", "--format", "json"])
    assert from_json(capsys.readouterr().out).searched.documents == 1


def test_an_interrupted_file_is_not_left_half_written(files, interrupted):
    assert main(["parse", "first.txt", "--format", "json", "--output", "parsed.jsonl"]) == 130
    assert not [path for path in files.iterdir() if "parsed" in path.name]


def test_texts_are_counted_on_the_terminal_when_asked_for(files):
    assert run("parse", "first.txt", "second.txt").stderr == b""
    done = run("parse", "first.txt", "second.txt", "--progress")
    assert b"2text" in done.stderr
    assert done.stdout == run("parse", "first.txt", "second.txt").stdout


def on_a_terminal(*arguments, **environment):
    """What the command writes to a terminal of its own."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 60))
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-m", "quoteverify", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**clean, "TERM": "xterm", "COLUMNS": "60", **environment},
        check=False,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:
        pass  # Linux says so where a terminal has ended.
    os.close(ours)
    return shown.decode()


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


def test_an_archive_is_added_to_asked_and_laid_side_by_side(files, capsys):
    assert main(["archive", "add", "news.qv", "first.txt", "second.txt"]) == 0
    assert main(["archive", "add", "news.qv", "second.txt"]) == 0
    assert capsys.readouterr().out == "2 added, 2 in all\n0 added, 2 in all\n"
    assert main(["archive", "verify", "news.qv", "We may close the bridge in May", "--format", "json"]) == 0
    found = from_json(capsys.readouterr().out)
    assert (found.wording, found.searched.documents) == ("verbatim", 2)
    assert main(["archive", "statements", "news.qv", "--format", "json"]) == 0
    assert len(from_json(capsys.readouterr().out).shared) == 1


def test_a_new_text_is_laid_beside_an_archive(files, capsys):
    main(["archive", "add", "news.qv", "second.txt"])
    capsys.readouterr()
    assert main(["compare", "first.txt", "--archive", "news.qv", "--format", "json"]) == 0
    found = from_json(capsys.readouterr().out)
    assert len(found.documents) == 2
    assert len(found.shared) == 1


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


def test_an_unknown_policy_lists_the_valid_ones(files, capsys):
    assert main(["verify", "We may close", "first.txt", "--policy", "lax"]) == 2
    assert f"one of {', '.join(map(repr, policies()))}, not 'lax'" in capsys.readouterr().err


def test_what_a_house_allows_is_shown(files, capsys):
    main(["verify", "may close the bridge in May, or a part", "first.txt", "--policy", "strict"])
    assert "Not allowed" in capsys.readouterr().out


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
