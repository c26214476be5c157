import sys

import pytest
from anything import record as anything
from hypothesis import given
from hypothesis import strategies as st
from records import check_report, comparison, evening, morning, spliced

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, MissingExtraError
from quoteverify.exchange.frames import to_frame
from quoteverify.exchange.rows import ROWS, rows
from quoteverify.models import Document

pandas = pytest.importorskip("pandas", reason="pandas is not installed")
polars = pytest.importorskip("polars", reason="polars is not installed")

RECORDS = (morning, comparison, check_report, spliced)


def of_pandas(frame):
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


@pytest.mark.parametrize("make", RECORDS, ids=lambda make: make.__name__)
def test_frames_of_both_libraries_hold_the_rows(make):
    made = list(rows(make()))
    assert of_pandas(to_frame(make())) == made
    assert to_frame(make(), library="polars").to_dicts() == made


@given(st.one_of(*map(anything, ROWS)))
def test_frames_of_any_record_are_equal(record):
    first, second = to_frame(record), to_frame(record, library="polars")
    assert of_pandas(first) == second.to_dicts()
    assert list(first.columns) == second.columns


def test_a_column_has_one_type_whatever_is_in_it():
    full, empty = morning(), Document(text="")
    for library in ("pandas", "polars"):
        kinds = [list(to_frame(each, library=library).dtypes) for each in (full, empty)]
        assert kinds[0] == kinds[1]
    assert to_frame(empty).empty
    assert to_frame(empty, library="polars").schema["start"] == polars.Int64


def test_several_records_make_one_frame():
    frame = to_frame(iter([morning(), evening()]))
    assert frame.groupby("document_id").size().to_dict() == {"morning": 5, "evening": 2}
    assert to_frame([]).empty


def test_a_lone_surrogate_becomes_a_question_mark():
    torn = Document(id="a\ud83d", text="", quotes=morning().quotes[:1])
    assert list(to_frame(torn)["document_id"]) == ["a?"]
    assert list(to_frame(torn, library="polars")["document_id"]) == ["a?"]


@pytest.mark.parametrize("make", RECORDS, ids=lambda make: make.__name__)
def test_a_table_of_arrow_holds_the_rows(make):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    table = to_frame(make(), library="pyarrow")
    assert table.to_pylist() == list(rows(make()))


@pytest.mark.parametrize("library", ["polars", "pyarrow", "pandas"])
def test_other_libraries_take_a_table_by_its_stream(library):
    if library != "polars":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    class OnlyStream:
        table = to_frame(comparison(), library=library)

        def __arrow_c_stream__(self, requested_schema=None):
            return self.table.__arrow_c_stream__(requested_schema)

    taken = polars.DataFrame(OnlyStream())
    assert taken.to_dicts() == list(rows(comparison()))


@pytest.mark.parametrize(
    ("library", "extra"), [("pandas", "pandas"), ("polars", "polars"), ("pyarrow", "arrow")]
)
def test_a_library_that_is_missing_names_its_extra(monkeypatch, library, extra):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'quoteverify\[{extra}\]'"):
        to_frame(morning(), library=library)


def test_arguments_that_are_not_valid_say_what_is():
    with pytest.raises(ArgumentValueError, match="one of 'pandas', 'polars', 'pyarrow', not 'excel'"):
        to_frame(morning(), library="excel")
    with pytest.raises(ArgumentTypeError, match="library must be str"):
        to_frame(morning(), library=None)
    with pytest.raises(ArgumentTypeError, match="not str"):
        to_frame("It rained.")
