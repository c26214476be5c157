"""Mistakes that people make, and what each is told."""

import pytest

from quoteverify.__main__ import main
from quoteverify.collation.policies import policies
from quoteverify.commands.mistakes import empty_folders, look_at, shortened, with_words
from quoteverify.errors import ArgumentValueError, UnreadableSourceError
from quoteverify.models import Document

SAID = "“We may close the bridge in May, or part of it,” said Ines Okafor.\n"
TWICE = '{"id": "1", "text": "It rained."}\n{"id": "1", "text": "It snowed."}\n'


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("first.txt", "second.txt", "a.txt"):
        (tmp_path / name).write_text(SAID, encoding="utf8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "monday.txt").write_text(SAID, encoding="utf8")
    (tmp_path / "nothing").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "twice.jsonl").write_text(TWICE, encoding="utf8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    return tmp_path


MISTAKES = {
    "a file that is not there": (
        ["parse", "frist.txt"],
        "cannot read 'frist.txt': no such file or folder; did you mean 'first.txt'?",
    ),
    "a file of another ending": (["parse", "first.text"], "did you mean 'first.txt'?"),
    "a file that has the ending alone in common": (
        ["parse", "b.txt"],
        "cannot read 'b.txt': no such file or folder\n",
    ),
    "an address of another kind": (
        ["parse", "s3://tide/a.txt"],
        "'s3://tide/a.txt' is an address, and only files are read",
    ),
    "a file that is no text": (
        ["parse", "photo.jpg"],
        "'photo.jpg' is not text: save it as plain text",
    ),
    "an address": (
        ["verify", "We may close", "https://tide.example/a"],
        "'https://tide.example/a' is an address, and only files are read: save the page and name that file",
    ),
    "a file where words are meant": (
        ["verify", "first.txt", "second.txt"],
        "'first.txt' is a file, and the claim is the words themselves: check takes a draft in a file",
    ),
    "a folder where a file is meant": (
        ["check", "drafts", "first.txt"],
        "'drafts' is a folder, and a draft is one file: name the files in it, each by itself",
    ),
    "many texts where one is meant": (
        ["check", "twice.jsonl", "first.txt"],
        "'twice.jsonl' holds many texts, and a draft is one: save it as a file",
    ),
    "an empty source": (
        ["verify", "We may close", "empty.txt"],
        "'empty.txt' is empty\nquoteverify: the sources have no words in them: there is nothing to look into",
    ),
    "an empty folder": (
        ["check", "first.txt", "nothing"],
        "there is no file in 'nothing'\nquoteverify: the sources have no words in them: there is nothing to "
        "look into",
    ),
    "an option misspelt": (
        ["verify", "We may close", "first.txt", "--speker", "Okafor"],
        "unrecognized arguments: --speker Okafor (did you mean '--speaker'?)",
    ),
    "a format that there is not": (["parse", "first.txt", "--format", "jsn"], "(did you mean 'json'?)"),
    "an empty claim": (["verify", " ", "first.txt"], "the claim is empty: there are no words to look for"),
    "no sources": (["check", "first.txt"], "check needs sources, behind the draft or by --against"),
    "one id twice": (["compare", "twice.jsonl"], "more than one document has the id '1'"),
    "one file twice": (["compare", "first.txt", "first.txt"], "'first.txt' is named twice"),
    "a text where a file is meant": (
        ["parse", SAID],
        "'“We may close the bridge in May, or part of it,” said Ines O…' is no file: name a file with the "
        "text, or give the text on standard input and name -",
    ),
    "a file to write where no folder is": (
        ["parse", "first.txt", "--output", "none/page.html"],
        "No such file or directory: none/page.html",
    ),
    "a command misspelt": (["chek", "first.txt", "second.txt"], "(did you mean 'check'?)"),
    "a policy that there is not": (
        ["verify", "We may close", "first.txt", "--policy", "gardian"],
        f"policy must be one of {', '.join(map(repr, policies()))}, not 'gardian'",
    ),
    "an archive that is none": (
        ["archive", "verify", "first.txt", "We may close"],
        "no archive of quoteverify",
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_is_told_in_its_users_words(capsys, mistake):
    arguments, message = MISTAKES[mistake]
    try:
        code = main(arguments)
    except SystemExit as stopped:
        code = stopped.code
    shown = capsys.readouterr()
    assert code == 2
    assert shown.out == ""
    # Later Pythons leave out the marks around the choices.
    assert message.replace("'", "") in shown.err.replace("'", "")
    assert not any(name in shown.err for name in ("read_many", "Traceback", "Error", "nlp="))


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["parse", "empty.txt"], 0, "quoteverify: 'empty.txt' is empty\n"),
        (["parse", "nothing"], 0, "quoteverify: there is no file in 'nothing'\n"),
        (["check", "empty.txt", "first.txt"], 0, "quoteverify: 'empty.txt' is empty\n"),
        (["verify", "We may close", "first.txt", "empty.txt"], 0, "quoteverify: 'empty.txt' is empty\n"),
        (["parse", "first.txt"], 0, ""),
        (
            ["parse", "first.txt", "--speaker", "Vale"],
            0,
            "quoteverify: nobody called 'Vale' is quoted; those who are: Ines Okafor\n",
        ),
    ],
)  # fmt: skip
def test_what_is_empty_is_told_and_the_rest_is_done(capsys, arguments, code, told):
    assert main(arguments) == code
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("path", ["\0", "a" * 5000, "none/there.txt", "none there.txt"])
def test_odd_names_are_only_not_there(path):
    with pytest.raises(UnreadableSourceError, match="no such file"):
        look_at([path])


def test_what_is_there_is_looked_at_no_further(files):
    (files / "“We will close” he said.txt").write_text(SAID, encoding="utf8")
    look_at(["-", "first.txt", "drafts", "“We will close” he said.txt", "first.txt"])
    with pytest.raises(ArgumentValueError, match=r"'first.txt' is named twice"):
        look_at(["first.txt", "first.txt"], twice=False)


def test_a_pattern_is_what_it_matches():
    look_at(["*.txt", "drafts/*", "**/monday.txt"])
    with pytest.raises(UnreadableSourceError, match="no such file"):
        look_at(["*.xyz"])


def test_a_long_text_is_not_said_again():
    assert len(shortened(SAID * 9)) < 70


def test_folders_are_empty_that_have_no_file_however_deep(files):
    (files / "nothing" / "more").mkdir()
    assert list(empty_folders(["nothing", "drafts", "-", "first.txt"])) == ["there is no file in 'nothing'"]


def test_standard_input_has_its_name():
    told = []
    documents = [Document(id="-", text=" \n"), Document(id="a", text="It rained.")]
    assert list(with_words(documents, told.append)) == documents
    assert told == ["standard input is empty"]
