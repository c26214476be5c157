import re

import attrs
import pytest

from quoteverify import check, read
from quoteverify.formats.checked.as_github import FORMAT
from quoteverify.formats.registry import written
from quoteverify.models import Document

SOURCE = Document(id="minutes", text="“We will not sell 5% of the yard: ever, or not now,” said Ada Aas.")
DRAFT = "A headline\n\nAda Aas said: “We will sell 5% of the yard: ever, or not now.”\n"
COMMAND = re.compile(r"::error (?P<properties>[^:]*)::(?P<message>.*)\n")


def commands(document):
    text = "".join(written([check(document, SOURCE)], FORMAT))
    found = [COMMAND.fullmatch(line) for line in text.splitlines(keepends=True)]
    assert all(found)
    return [
        (dict(pair.split("=", 1) for pair in match["properties"].split(",")), match["message"])
        for match in found
    ]


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf8")
    return read("draft.txt", id="draft.txt")


def test_each_quote_that_stops_is_beside_its_line(draft):
    ((properties, message),) = commands(draft)
    line = DRAFT.splitlines()[int(properties["line"]) - 1]
    column, end = int(properties["col"]), int(properties["endColumn"])
    assert line[column - 1 : end - 1] == draft.quotes[0].text
    assert properties["file"] == "draft.txt"
    assert properties["endLine"] == properties["line"]
    assert "leaves out “not”" in message
    assert "5%25 of the yard: ever" in message


def test_what_would_end_a_property_or_a_line_is_written_as_github_reads_it(draft, tmp_path):
    odd = Document(id="a,b:c%.txt", text=DRAFT)
    ((properties, _),) = commands(odd)
    assert properties["file"] == "a%2Cb%3Ac%25.txt"


def test_a_quote_over_several_lines_has_no_columns():
    text = "Ada Aas said: “We will sell 5% of the\nyard: ever, or not now.”\n"
    ((properties, _),) = commands(Document(id="draft.txt", text=text))
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert "col" not in properties


def test_where_the_text_is_not_the_files_no_line_is_named(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(f"<p>\n\n<p>{DRAFT}", encoding="utf8")
    ((properties, _),) = commands(Document(id=str(path), text=DRAFT))
    assert properties["file"] == path.as_posix()
    assert "line" not in properties


def test_what_comes_from_standard_input_is_in_no_file():
    ((properties, _),) = commands(Document(id="-", text=DRAFT))
    assert set(properties) == {"title"}


def test_what_somebody_has_let_stand_is_no_error(draft):
    report = check(draft, SOURCE)
    assert "".join(written([attrs.evolve(report, accepted=report.quote_ids)], FORMAT)) == ""


def test_where_nothing_stops_nothing_is_written():
    assert commands(Document(id="draft.txt", text="Nobody said anything.")) == []
