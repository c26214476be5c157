import csv
from io import StringIO

import attrs
import pytest
from records import alignment, altered, check_report, comparison, evening, morning

from quoteverify.exchange.rows import rows
from quoteverify.exchange.sheets import to_csv
from quoteverify.models import Document


def read(lines):
    return list(csv.DictReader(StringIO("".join(lines), newline="")))


@pytest.mark.parametrize(
    "record", [morning(), comparison(), altered(), check_report()], ids=lambda r: type(r).__name__
)
def test_a_sheet_has_the_columns_and_rows_of_its_record(record):
    made = [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in rows(record)
    ]
    assert read(to_csv(record)) == made


def test_several_records_are_one_sheet_with_one_line_of_names():
    both = read(to_csv(iter([morning(), evening()])))
    assert [row["document_id"] for row in both] == ["morning"] * 5 + ["evening"] * 2


@pytest.mark.parametrize("text", ['a "b", c', "a\nb\r\nc", "=1+1", "é😀“”", " a ", "\x00\u2028"], ids=ascii)
def test_whatever_is_printed_comes_back_as_it_was(text):
    quote = attrs.evolve(morning().quotes[0], text=text)
    (row,) = read(to_csv(attrs.evolve(morning(), quotes=[quote])))
    assert row["text"] == text


def test_a_record_without_rows_has_its_names_and_no_record_nothing():
    (names,) = to_csv(Document(text="It rained."))
    assert names.startswith("document_id,outlet,title,")
    assert list(to_csv([])) == []


@pytest.mark.parametrize("given", [5, "text", [5], [morning(), altered()]], ids=str)
def test_what_has_no_rows_or_rows_of_two_kinds_is_refused(given):
    with pytest.raises(TypeError, match="rows"):
        list(to_csv(given))


def test_an_alignment_has_no_rows():
    with pytest.raises(TypeError, match="not Alignment"):
        list(to_csv(alignment()))
