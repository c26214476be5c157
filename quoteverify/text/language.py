"""What is known of a language, read from the rows of ``data/<language>/*.toml``.

Each file is a table: a ``source`` that says where its rows come from, and the rows
themselves, one a line. A row has ``words`` (its forms, in lower case), mostly an
``example`` that would read differently without it, and whatever else its table needs.
Adding a language is adding a folder.
"""

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs

from quoteverify.errors import check_choice, check_type


@attrs.frozen
class Row:
    """One line of a table: the forms of a word or phrase, an example, and the table's own values."""

    words: tuple[str, ...]
    example: str
    values: Mapping[str, Any] = attrs.field(factory=dict, eq=False)


@attrs.frozen(eq=False)
class LanguageProfile:
    """All tables of one language. Compared by identity, so that what is derived from one can be cached."""

    code: str
    tables: Mapping[str, tuple[Row, ...]]

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none for a table that this language has no need of.

        >>> profile("en").rows("no such table")
        ()
        """
        return self.tables.get(table, ())

    def words(self, table: str, **values: Any) -> frozenset[str]:
        """Every form in a table, or in those of its rows that have the given values."""
        return frozenset(
            word
            for row in self.rows(table)
            if all(row.values.get(k) == v for k, v in values.items())
            for word in row.words
        )

    def without(self, table: str, row: Row) -> "LanguageProfile":
        """The same language less one row: what a test takes away to see that the row is needed."""
        kept = tuple(r for r in self.tables[table] if r is not row)
        return LanguageProfile(self.code, MappingProxyType({**self.tables, table: kept}))


def languages() -> list[str]:
    """The codes of the languages that have data, sorted.

    >>> "en" in languages()
    True
    """
    return list(_codes())


@functools.cache
def _codes() -> tuple[str, ...]:
    return tuple(sorted(d.name for d in files("quoteverify").joinpath("data").iterdir() if d.is_dir()))


@functools.cache
def _load(code: str) -> LanguageProfile:
    tables = {}
    for file in files("quoteverify").joinpath("data", code).iterdir():
        if file.name.endswith(".toml"):
            rows = tomllib.loads(file.read_text(encoding="utf8"))["row"]
            tables[file.name.removesuffix(".toml")] = tuple(
                Row(tuple(r.pop("words")), r.pop("example", ""), MappingProxyType(r)) for r in rows
            )
    return LanguageProfile(code, MappingProxyType(dict(sorted(tables.items()))))


def profile(code: str) -> LanguageProfile:
    """The profile of a language, loaded once.

    Args:
        code: A language code, such as ``"en"``.

    Raises:
        ArgumentTypeError: ``code`` is not a string.
        ArgumentValueError: There is no data for it; the message lists the languages there are.

    >>> profile("en").code
    'en'
    """
    check_type("lang", code, str)
    check_choice("lang", code, languages())
    return _load(code)
