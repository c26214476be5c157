"""What the tables of a language may hold, by ``data/tables.toml``: columns, their types and their values.

The tables that come with the package are held to it by the tests; what a caller adds is when it is added.
"""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

import attrs

from quoteverify.errors import ArgumentValueError

TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "flag": (bool,),
    "number": (int, float),
    "whole": (int,),
    "texts": (list, tuple),
}
"""The types of columns, and what a value of each is in Python."""

SAID: Mapping[str, str] = {
    "text": "a string",
    "flag": "true or false",
    "number": "a number",
    "whole": "a number without decimals",
    "texts": "a list of strings",
}
"""The types in words."""


@attrs.frozen(kw_only=True)
class ColumnForm:
    """A column of a table.

    Attributes:
        type: One of `TYPES`.
        about: What it says of a row.
        required: Whether every row has it.
        values: The only values there may be; any of its type if there are none.
    """

    type: str
    about: str
    required: bool = False
    values: tuple[Any, ...] = attrs.field(default=(), converter=tuple)

    def allows(self, value: object) -> bool:
        """Whether a value is one that the column may have."""
        # True is a number to Python.
        fits = isinstance(value, TYPES[self.type]) and isinstance(value, bool) is (self.type == "flag")
        if isinstance(value, list | tuple):
            fits = fits and all(isinstance(each, str) for each in value)
        return fits and (not self.values or value in self.values)

    @property
    def wanted(self) -> str:
        """What it may have, in words."""
        return f"one of {_listed(self.values)}" if self.values else SAID[self.type]


@attrs.frozen(kw_only=True)
class Table:
    """A table of a language.

    Attributes:
        about: What its rows are.
        columns: Its own columns by name, beside ``words`` and ``example``.
        learned: Whether its rows are weights by the name of what is weighed, and have no example.
        key: The columns of which the same word may stand in a row of each value.
        repeats: Whether a word may stand in several rows, each of which is known by its first word.
        words: The only words there may be, where these are names; any if there are none.
    """

    about: str
    columns: Mapping[str, ColumnForm] = attrs.field(factory=dict)
    learned: bool = False
    key: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    repeats: bool = False
    words: tuple[str, ...] = attrs.field(default=(), converter=tuple)


def _listed(values: Iterable[object]) -> str:
    return ", ".join(map(repr, values))


@functools.cache
def tables() -> Mapping[str, Table]:
    """The tables that a language may have, by name.

    >>> tables()["cues"].columns["kind"].values
    ('say', 'name')
    """
    found = tomllib.loads(files("quoteverify").joinpath("data", "tables.toml").read_text(encoding="utf8"))
    return {
        name: Table(
            columns={column: ColumnForm(**given) for column, given in entry.pop("columns", {}).items()},
            **entry,
        )
        for name, entry in found.items()
    }


def check_table(where: str, name: str) -> None:
    """Raise unless a language may have a table of this name.

    Args:
        where: What is wrong otherwise, for the message: a file, say.
        name: The name.

    Raises:
        ArgumentValueError: It may not; the message lists the tables there are.
    """
    if name not in tables():
        raise ArgumentValueError(f"{where}: no table {name!r}; there are {_listed(sorted(tables()))}")


def check_row(where: str, name: str, row: Mapping[str, Any]) -> None:
    """Raise unless a row is one that its table may have.

    Args:
        where: Which row it is, for the message.
        name: The table's name.
        row: ``words``, ``example`` and the table's own columns.

    Raises:
        ArgumentValueError: A column is missing, not the table's, or of a wrong value; the message says which
            and lists what is valid.

    >>> check_row("row 1", "cues", {"words": ["gab"], "kind": "shout"})
    Traceback (most recent call last):
    ...
    quoteverify.errors.ArgumentValueError: row 1: kind must be one of 'say', 'name', not 'shout'
    """
    table = tables()[name]
    _check_words(where, table, row.get("words"))
    example = row.get("example", "")
    if not isinstance(example, str):
        raise ArgumentValueError(f"{where}: example must be a string, not {example!r}")
    for column, value in row.items():
        if column in ("words", "example"):
            continue
        if column not in table.columns:
            columns = _listed(("words", "example", *table.columns))
            raise ArgumentValueError(f"{where}: {name} has no column {column!r}; it has {columns}")
        if not table.columns[column].allows(value):
            raise ArgumentValueError(
                f"{where}: {column} must be {table.columns[column].wanted}, not {value!r}"
            )
    for column, described in table.columns.items():
        if described.required and column not in row:
            raise ArgumentValueError(f"{where}: {column} is missing; it must be {described.wanted}")


def _check_words(where: str, table: Table, words: object) -> None:
    if not isinstance(words, list | tuple) or not words or not all(isinstance(word, str) for word in words):
        raise ArgumentValueError(f"{where}: words must be a list of strings, one at least, not {words!r}")
    for word in words:
        if not word or word != word.strip() or word != word.lower():
            raise ArgumentValueError(
                f"{where}: words must be in small letters, with no space around, not {word!r}"
            )
        if table.words and word not in table.words:
            raise ArgumentValueError(f"{where}: words must be of {_listed(table.words)}, not {word!r}")
    if len(set(words)) < len(words):
        raise ArgumentValueError(f"{where}: no word may stand twice in {_listed(words)}")
