import importlib
import pkgutil
from pathlib import Path

import pytest
from records import RECORDS, alignment, check_report, comparison, evening, morning

from quoteverify import formats
from quoteverify.errors import ArgumentTypeError
from quoteverify.exchange.serialization import kind_of
from quoteverify.formats.form import ANY_RECORD, Layout
from quoteverify.formats.registry import (
    FORMATS,
    format_named,
    format_of,
    formats_for,
    write_file,
    written,
    written_large,
)
from quoteverify.models import Comparison

PAGE = Path(__file__).parents[2] / "docs" / "exchange.md"
by_name = pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)


def test_every_module_of_a_format_is_a_line_of_the_registry():
    modules = [
        module.name
        for module in pkgutil.walk_packages(formats.__path__, f"{formats.__name__}.")
        if module.name.rpartition(".")[2].startswith("as_")
    ]
    made = [importlib.import_module(name).FORMAT for name in modules]
    assert len(made) > 7
    assert sorted(made, key=lambda format: format.name) == sorted(FORMATS, key=lambda format: format.name)


def test_no_two_formats_have_one_name_or_one_ending():
    for told in ([format.name for format in FORMATS], [s for format in FORMATS for s in format.suffixes]):
        assert len(told) == len(set(told))


@by_name
def test_a_format_says_what_it_is_and_writes_kinds_that_there_are(format):
    assert format.about
    assert format.writes
    assert set(format.writes) <= set(ANY_RECORD)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in format.suffixes)


@by_name
@pytest.mark.parametrize("make", RECORDS, ids=lambda make: make.__name__)
def test_a_format_writes_what_it_says_and_refuses_the_rest(format, make):
    if kind_of(make()) in format.writes:
        assert "".join(written([make()], format)).strip()
    else:
        with pytest.raises(ArgumentTypeError, match=f"{format.name} is of "):
            list(written([make()], format))


@pytest.mark.parametrize("format", formats_for("document"), ids=lambda format: format.name)
def test_several_records_are_written_as_they_come(format):
    both = "".join(written(iter([morning(), evening()]), format))
    assert "Nobody asked us" in both
    assert "We will close the bridge in May" in both


@by_name
def test_what_is_no_record_is_refused(format):
    with pytest.raises(ArgumentTypeError, match="not str"):
        list(written(["It rained."], format))


class Large:
    """A comparison in parts, which tells when its documents are looked at."""

    def __init__(self, whole):
        self.documents = {document.id: document for document in whole.documents}
        self.about, self.statements = self.documents, whole.statements


@pytest.mark.parametrize("format", formats_for("comparison"), ids=lambda format: format.name)
@pytest.mark.parametrize("layout", [Layout(), Layout(60, True)], ids=str)
def test_a_comparison_is_the_same_in_parts(format, layout):
    whole = "".join(written([comparison()], format, layout))
    assert "".join(written_large(Large(comparison()), format, layout)) == whole


def test_text_has_the_layout_that_is_asked_for():
    text = format_named("text")
    assert "\x1b" in "".join(written([morning()], text, Layout(80, True)))
    narrow = "".join(written([alignment()], text, Layout(40)))
    assert max(map(len, narrow.splitlines())) <= 40


def test_between_two_texts_is_an_empty_line_and_before_the_first_none():
    first, second = written([alignment(), alignment()], format_named("text"))
    assert second == f"\n{first}"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.txt", "text"),
        ("a.json", "json"),
        ("a.jsonl", "json"),
        ("a.ndjson", "json"),
        ("a.csv", "csv"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a.jsonld", "annotations"),
        ("A.CSV", "csv"),
        ("csv", None),
        ("a.xml", None),
        ("", None),
    ],
)
def test_an_ending_tells_a_format(path, name):
    found = format_of(path)
    assert (found and found.name) == name


@pytest.mark.parametrize("kind", ANY_RECORD)
def test_each_kind_of_record_has_its_formats(kind):
    names = [format.name for format in formats_for(kind)]
    assert [name for name in names if name in ("text", "json", "html")] == ["text", "json", "html"]
    assert ("csv" in names) is (kind != "alignment")
    assert names == [format.name for format in FORMATS if kind in format.writes]


def test_an_unknown_name_lists_those_there_are():
    with pytest.raises(ValueError, match=r"format must be one of 'text', 'json', 'csv', .*, not 'xml'"):
        format_named("xml")
    with pytest.raises(TypeError, match="format must be str"):
        format_named(5)


@pytest.mark.skipif(not PAGE.exists(), reason="there are no pages here")
@by_name
def test_the_page_has_the_formats_as_they_are(format):
    cells = (f"`{format.name}`", ", ".join(format.suffixes), format.about, ", ".join(format.writes))
    row = "| " + " | ".join(cells) + " |"
    assert row in PAGE.read_text(encoding="utf8").splitlines(), row


def test_only_what_is_for_the_terminal_is_in_its_encoding():
    assert [format.name for format in FORMATS if format.for_terminal] == ["text"]


def test_a_file_is_written_by_its_ending_or_by_a_name(tmp_path):
    path = tmp_path / "report.html"
    write_file(path, check_report())
    assert path.read_text(encoding="utf8").startswith("<!DOCTYPE html>")
    write_file(str(path), [morning(), evening()], format="json")
    assert path.read_text(encoding="utf8").count("\n") == 2


@pytest.mark.parametrize(
    ("name", "records", "message"),
    [
        (
            "a.xml",
            morning(),
            "must end in one of .txt, .json, .jsonl, .ndjson, .csv, .html, .htm, .jsonld",
        ),
        ("a.csv", alignment(), "csv is of document, comparison, verification, check_report, not Alignment"),
        ("a.csv", "It rained.", "records must be a record or several, not str"),
        ("a.csv", 5, "records must be a record or several, not int"),
        ("a.csv", [5], "not int"),
    ],
)
def test_what_cannot_be_written_leaves_what_stood_there(tmp_path, name, records, message):
    path = tmp_path / name
    path.write_text("before")
    with pytest.raises((TypeError, ValueError), match=message):
        write_file(path, records)
    assert path.read_text() == "before"


def test_a_comparison_is_put_together_only_where_a_format_needs_it_whole(monkeypatch):
    made = []
    monkeypatch.setattr(
        "quoteverify.models.Comparison", lambda **fields: made.append(fields) or Comparison(**fields)
    )
    for format in formats_for("comparison"):
        made.clear()
        list(written_large(Large(comparison()), format))
        assert len(made) == (format.write_large is None)
    assert format_named("json").write_large
