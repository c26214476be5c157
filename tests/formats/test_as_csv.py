import csv
from io import StringIO

from records import evening, morning

from quoteverify.formats.as_csv import FORMAT
from quoteverify.formats.registry import written


def test_a_sheet_begins_as_excel_needs_it_and_has_a_row_for_each_quote():
    sheet = "".join(written([morning(), evening()], FORMAT))
    assert sheet.startswith("\ufeffdocument_id,")
    rows = list(csv.DictReader(StringIO(sheet.removeprefix("\ufeff"), newline="")))
    assert [row["document_id"] for row in rows] == ["morning"] * 5 + ["evening"] * 2


def test_no_record_is_an_empty_sheet():
    assert list(written([], FORMAT)) == ["\ufeff"]
