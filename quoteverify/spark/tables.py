"""Rows through Spark: columns by name, and Python's work on them by Arrow's record batches."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, get_args, get_type_hints

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, MissingExtraError

Frame = Any
"""A Spark DataFrame. Its own type is not named, as Spark may not be there."""
Row = Mapping[str, Any]
Columns = Mapping[str, str]
"""The type of each column, as Spark writes it."""

KEY = "struct<document_id:string,number:bigint>"
"""A part of a document. Keys sort by document, then by the order in it."""

ROWS_AT_ONCE = 1000
"""Rows put into one record batch: a tenth of what Spark itself puts there, as a row may hold an article."""


def functions() -> Any:
    """Spark's functions on columns.

    Raises:
        MissingExtraError: Spark or pyarrow is not installed; the message names the extra.
    """
    try:
        import pyarrow  # noqa: F401
        import pyspark  # noqa: F401
        from pyspark.sql import functions as found
    except ImportError as error:
        raise MissingExtraError(
            f"this needs pyspark and pyarrow: pip install 'quoteverify[spark]' ({error})"
        ) from error
    return found


def check_frame(name: str, frame: Frame, *needed: str) -> None:
    """Raise unless something is a DataFrame with some columns.

    Raises:
        ArgumentTypeError: It is no DataFrame.
        ArgumentValueError: A column is missing; the message lists those there are.
        MissingExtraError: Spark is not installed.
    """
    functions()
    # A session of Spark Connect has DataFrames of a class of its own.
    if not hasattr(frame, "mapInArrow"):
        raise ArgumentTypeError(f"{name} must be a Spark DataFrame, not {type(frame).__name__}")
    for column in needed:
        if column not in frame.columns:
            raise ArgumentValueError(f"{name} needs a column {column!r}; it has {', '.join(frame.columns)}")


def columns_of(row: type) -> dict[str, str]:
    """The columns for rows that are such a typed dictionary."""
    plain = {str: "string", int: "bigint", float: "double", bool: "boolean"}
    columns = {}
    for name, hint in get_type_hints(row).items():
        kind = next((kind for kind in get_args(hint) if kind is not type(None)), hint)
        columns[name] = plain[kind]
    return columns


def mapped(frame: Frame, work: Callable[[list[Row]], Iterable[Row]], columns: Columns) -> Frame:
    """What ``work`` makes of the rows of a DataFrame, a batch at a time."""

    def in_arrow(given: Iterator[Any]) -> Iterator[Any]:
        for batch in given:
            yield from _batches(work(batch.to_pylist()), columns)

    return frame.mapInArrow(in_arrow, _ddl(columns))


def grouped(
    one: Frame,
    other: Frame | None,
    by: str,
    work: Callable[..., Iterable[Row]],
    columns: Columns,
) -> Frame:
    """What ``work`` makes of all rows that have one value of a column: of one DataFrame, or of two."""

    def one_in_arrow(given: Any) -> Any:
        return _table(work(given.to_pylist()), columns)

    def both_in_arrow(given: Any, beside: Any) -> Any:
        return _table(work(given.to_pylist(), beside.to_pylist()), columns)

    if other is None:
        return one.groupBy(by).applyInArrow(one_in_arrow, _ddl(columns))
    return one.groupBy(by).cogroup(other.groupBy(by)).applyInArrow(both_in_arrow, _ddl(columns))


def kept(frame: Frame) -> Frame:
    """A DataFrame that is computed now and once, and kept on the workers while it is referred to."""
    return frame.localCheckpoint()


def hashed(value: Any) -> int:
    """A hash in 64 bits that is the same in every process."""
    digest = hashlib.blake2b(repr(value).encode("utf8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def buckets(frame: Frame, size: int) -> int:
    """How many parts to divide a DataFrame into, for parts of about so many rows."""
    return int(1 + frame.count() // size)


def _ddl(columns: Columns) -> str:
    return ", ".join(f"`{name}` {kind}" for name, kind in columns.items())


def _schema(columns: Columns) -> Any:
    import pyarrow as pa

    kinds = {
        "string": pa.string(),
        "bigint": pa.int64(),
        "double": pa.float64(),
        "boolean": pa.bool_(),
        "array<bigint>": pa.list_(pa.int64()),
        "array<string>": pa.list_(pa.string()),
        KEY: pa.struct([("document_id", pa.string()), ("number", pa.int64())]),
    }
    return pa.schema([(name, kinds[kind]) for name, kind in columns.items()])


def _batches(rows: Iterable[Row], columns: Columns) -> Iterator[Any]:
    import pyarrow as pa

    schema, remaining = _schema(columns), iter(rows)
    while some := list(islice(remaining, ROWS_AT_ONCE)):
        yield pa.RecordBatch.from_pylist(some, schema=schema)


def _table(rows: Iterable[Row], columns: Columns) -> Any:
    import pyarrow as pa

    return pa.Table.from_batches(_batches(rows, columns), schema=_schema(columns))
