"""Rows as tables of pandas, polars and Arrow."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, get_args, get_type_hints

from quoteverify.errors import MissingExtraError, check_choice, check_type
from quoteverify.exchange.rows import Tabular, row_of, rows, several

Columns = dict[str, tuple[type, list[Any]]]
"""The type and the values of each column."""


def to_frame(given: Tabular | Iterable[Tabular], *, library: str = "pandas", reports: bool = False) -> Any:
    """Make a table of a record, or of several of one kind: the rows that ``rows`` makes.

    A column's type is that of its field, whatever stands in it: strings, integers, floats or booleans,
    missing where a row has None. A lone surrogate, which no table can hold, becomes a question mark.

    Args:
        given: As for ``rows``. A table of no record at all has no columns.
        library: "pandas" for a DataFrame with nullable types, "polars" for a DataFrame of theirs, "pyarrow"
            for a Table. What takes Arrow's tables, as DuckDB and DataFusion do, takes each of them by its
            ``__arrow_c_stream__`` (that of pandas needs pyarrow as well).
        reports: As for ``rows``.

    Raises:
        ArgumentTypeError: ``given`` or ``library`` is something else.
        ArgumentValueError: There is no such library here; the message lists those there are.
        MissingExtraError: The library is not installed; the message names the extra.
    """
    check_type("library", library, str)
    check_choice("library", library, tuple(_LIBRARIES))
    extra, make = _LIBRARIES[library]
    columns = _columns(given, reports)
    try:
        return make(columns)
    except ImportError as error:
        raise MissingExtraError(
            f"this table needs {library}: pip install 'quoteverify[{extra}]' ({error})"
        ) from error


def _columns(given: Tabular | Iterable[Tabular], reports: bool) -> Columns:
    records: Iterator[Any] = iter(several(given))
    first = next(records, None)
    if first is None:
        return {}
    made: list[Any] = list(rows(chain([first], records), reports=reports))
    return {
        name: (_plain(hint), [_encodable(row[name]) for row in made])
        for name, hint in get_type_hints(row_of(first)).items()
    }


def _plain(hint: Any) -> type:
    """The type of a field without its None."""
    plain: type = next((kind for kind in get_args(hint) if kind is not type(None)), hint)
    return plain


def _encodable(value: Any) -> Any:
    return value.encode("utf8", "replace").decode("utf8") if isinstance(value, str) else value


def _pandas(columns: Columns) -> Any:
    import pandas

    kinds = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}
    return pandas.DataFrame(
        {name: pandas.array(values, dtype=kinds[kind]) for name, (kind, values) in columns.items()}
    )


def _polars(columns: Columns) -> Any:
    import polars

    kinds = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    return polars.DataFrame(
        [polars.Series(name, values, dtype=kinds[kind]) for name, (kind, values) in columns.items()]
    )


def _pyarrow(columns: Columns) -> Any:
    import pyarrow

    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    return pyarrow.table(
        {name: pyarrow.array(values, type=kinds[kind]) for name, (kind, values) in columns.items()}
    )


_LIBRARIES: dict[str, tuple[str, Callable[[Columns], Any]]] = {
    "pandas": ("pandas", _pandas),
    "polars": ("polars", _polars),
    "pyarrow": ("arrow", _pyarrow),
}
"""The extra that brings each library, and what makes a table of it."""
