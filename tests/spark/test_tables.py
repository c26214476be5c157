import sys

import pytest

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, MissingExtraError
from quoteverify.exchange.rows import QuoteRow, VariantRow
from quoteverify.spark import extract, pair, statements, verify
from quoteverify.spark.tables import buckets, columns_of, grouped, hashed, mapped


@pytest.mark.parametrize("verb", [extract, pair, statements], ids=lambda verb: verb.__name__)
@pytest.mark.parametrize("library", ["pyspark", "pyarrow"])
def test_without_spark_the_error_says_how_to_get_it(verb, library, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quoteverify\[spark\]'"):
        verb(object())


def test_verifying_without_spark_says_so_too(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quoteverify\[spark\]'"):
        verify(object(), "It rained.")


@pytest.mark.parametrize("verb", [extract, pair, statements], ids=lambda verb: verb.__name__)
def test_what_is_no_table_is_refused(session, verb):
    with pytest.raises(ArgumentTypeError, match="must be a Spark DataFrame, not list"):
        verb([{"id": "1", "text": "It rained."}])


@pytest.mark.parametrize("verb", [extract, pair, statements], ids=lambda verb: verb.__name__)
def test_a_missing_column_is_named_with_those_there_are(session, verb):
    frame = session.createDataFrame([("1", "It rained.")], "id string, body string")
    with pytest.raises(ArgumentValueError, match="needs a column 'text'; it has id, body"):
        verb(frame)


def test_the_columns_are_those_of_the_rows():
    columns = columns_of(QuoteRow)
    assert list(columns) == list(QuoteRow.__annotations__)
    assert columns["start"] == "bigint"
    assert columns["confidence"] == "double"
    assert columns_of(VariantRow)["disputed"] == "boolean"


def test_a_hash_is_the_same_in_every_process():
    assert hashed(("leave", "at", "noon")) == 6132620229890390044
    assert hashed(("leave", "at")) != hashed(("leave", "noon"))
    assert hashed("\ud800") != hashed("?")


def test_work_is_done_on_all_rows_and_on_all_of_one_value(session):
    frame = session.range(10).selectExpr("id", "id % 3 AS rest")
    doubled = mapped(frame, lambda rows: ({"id": 2 * row["id"]} for row in rows), {"id": "bigint"})
    assert sorted(row["id"] for row in doubled.collect()) == list(range(0, 20, 2))

    def count(rows, others):
        yield {"id": len(rows) * 100 + len(others)}

    both = grouped(frame, frame.where("id < 4"), "rest", count, {"id": "bigint"})
    assert sorted(row["id"] for row in both.collect()) == [301, 301, 402]
    alone = grouped(frame, None, "rest", lambda rows: [{"id": len(rows)}], {"id": "bigint"})
    assert sorted(row["id"] for row in alone.collect()) == [3, 3, 4]


def test_a_table_is_divided_into_parts_of_about_a_size(session):
    assert [buckets(session.range(n), 4) for n in (0, 3, 4, 9)] == [1, 1, 2, 3]
