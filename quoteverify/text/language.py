"""What is known of a language, read from the rows of ``data/<language>/*.toml``.

Each file is a table: a ``source`` that says where its rows come from, and the rows
themselves, one a line. A row has ``words`` (its forms, in lower case), mostly an
``example`` that would read differently without it, and whatever else its table needs.
Adding a language is adding a folder, to the package or anywhere else.
"""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from quoteverify.errors import ArgumentValueError, UnreadableSourceError, check_choice, check_type
from quoteverify.text.language_tables import Table, check_row, check_table, tables


def _fixed(value: Any) -> Any:
    """A value of a row that nothing changes afterwards: lists become tuples."""
    return tuple(map(_fixed, value)) if isinstance(value, list | tuple) else value


def _values(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType({column: _fixed(value) for column, value in values.items()})


@attrs.frozen
class Row:
    """One line of a table: the forms of a word or phrase, an example, and the table's own values."""

    words: tuple[str, ...] = attrs.field(converter=_fixed)
    example: str = ""
    values: Mapping[str, Any] = attrs.field(
        factory=dict, converter=_values, eq=lambda values: tuple(sorted(values.items()))
    )

    def __reduce__(self) -> tuple[Any, ...]:
        return Row, (self.words, self.example, dict(self.values))


Tables = Mapping[str, tuple[Row, ...]]

DEFAULT = "en"
"""The language of what nobody has said the language of."""


def _tables(tables: Mapping[str, Iterable[Row]]) -> Tables:
    return MappingProxyType({name: tuple(tables[name]) for name in sorted(tables)})


@attrs.frozen(repr=False)
class LanguageProfile:
    """All tables of one language: what ``lang=`` takes wherever it takes a language's code.

    Two profiles of the same rows are equal, so that what is derived from one can be cached, and a profile
    can be pickled. None is ever changed: `with_rows` and `with_folder` make another.

    Attributes:
        code: The language's code, such as ``"en"``.
        tables: By name, the rows of each table.
    """

    code: str
    tables: Tables = attrs.field(converter=_tables)
    _hash: int = attrs.field(init=False, eq=False)

    @_hash.default
    def _of_content(self) -> int:
        return hash((self.code, *self.tables.items()))

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        rows = sum(map(len, self.tables.values()))
        return f"<LanguageProfile {self.code!r}: {rows:,} rows in {len(self.tables)} tables>"

    def __reduce__(self) -> tuple[Any, ...]:
        if self.code in languages() and self == _load(self.code):
            return _load, (self.code,)
        return _unpickled, (self.code, dict(self.tables))

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none for a table that this language has no need of.

        >>> language("en").rows("no such table")
        ()
        """
        return self.tables.get(table, ())

    def words(self, table: str, **values: Any) -> frozenset[str]:
        """Every form in a table, or in those of its rows that have the given values."""
        return _words(self, table, tuple(values.items()))

    def with_rows(self, table: str, rows: Iterable[Row | Mapping[str, Any]]) -> "LanguageProfile":
        """The same language with more rows in a table.

        A row whose words stand already replaces that row; one that has some of another's words takes these
        from it. Only where a table may have a word in several rows (``data/tables.toml`` says so), a row
        leaves the others as they are, but for that of its first word.

        Args:
            table: The name of a table; what tables there are, and what their rows may have, stands in
                ``data/tables.toml``.
            rows: The rows, each as it would stand in a file: ``words``, ``example``, the table's own
                columns.

        Raises:
            ArgumentTypeError: Something is of the wrong type.
            ArgumentValueError: There is no such table, or a row is none of its; the message says what is
                wrong with which and lists what is valid.

        >>> mine = language("en").with_rows("cues", [{"words": ["gab", "gabs", "gabbed"], "kind": "say"}])
        >>> "gabbed" in mine.words("cues"), "gabbed" in language("en").words("cues")
        (True, False)
        """
        check_type("table", table, str)
        check_type("rows", rows, Iterable)
        check_table("table", table)
        new = tuple(_checked(f"row {n} of {table}", table, row) for n, row in enumerate(rows, 1))
        return self._laid_over({table: new})

    def with_folder(self, folder: str | Path) -> "LanguageProfile":
        """The same language with the tables of a folder laid over its own, as `with_rows` does.

        Args:
            folder: A folder of files ``<table>.toml``.

        Raises:
            UnreadableSourceError: The folder, or a file in it, cannot be read.
            ArgumentValueError: There is no table of a file's name, or a row is none of its; the message says
                which and lists what is valid.
        """
        return self._laid_over(_read(_folder(folder), check=True))

    def _laid_over(self, more: Tables) -> "LanguageProfile":
        return LanguageProfile(
            self.code,
            {
                **self.tables,
                **{name: _joined(tables()[name], self.rows(name), new) for name, new in more.items()},
            },
        )

    def without(self, table: str, row: Row) -> "LanguageProfile":
        """The same language less one row: what a test takes away to see that the row is needed."""
        kept = tuple(r for r in self.tables[table] if r is not row)
        return LanguageProfile(self.code, {**self.tables, table: kept})


def _joined(table: Table, old: Iterable[Row], new: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a table with more rows, each in the place of those that it stands for."""

    def key(row: Row) -> tuple[Any, ...]:
        return tuple(row.values.get(column) for column in table.key)

    if table.repeats:
        first = {row.words[0] for row in new}
        return (*(row for row in old if row.words[0] not in first), *new)
    taken = {(key(row), word) for row in new for word in row.words}
    left = (
        attrs.evolve(row, words=[word for word in row.words if (key(row), word) not in taken]) for row in old
    )
    return (*(row for row in left if row.words), *new)


def _checked(where: str, table: str, given: Row | Mapping[str, Any]) -> Row:
    """A row that was handed in, once it is found to be one of its table."""
    if isinstance(given, Row):
        given = {"words": given.words, "example": given.example, **given.values}
    check_type(where, given, Mapping)
    check_row(where, table, given)
    return _row(given)


def _row(given: Mapping[str, Any]) -> Row:
    values = dict(given)
    return Row(values.pop("words"), values.pop("example", ""), values)


def _folder(path: str | Path) -> Path:
    check_type("folder", path, str, Path)
    if not Path(path).is_dir():
        raise UnreadableSourceError(f"no folder {str(path)!r}")
    return Path(path)


def _read(folder: Traversable, *, check: bool = False) -> Tables:
    """The tables of a folder, by name; if asked, once every row is found to be one of its table."""
    found = {}
    for file in folder.iterdir():
        name = file.name.removesuffix(".toml")
        if name == file.name:
            continue
        try:
            rows = tomllib.loads(file.read_text(encoding="utf8")).get("row")
        except ValueError as error:
            raise ArgumentValueError(f"{file} is not TOML in UTF-8: {error}") from error
        except OSError as error:
            raise UnreadableSourceError(f"{file} cannot be read: {error}") from error
        if not check:
            found[name] = tuple(map(_row, rows or ()))
            continue
        check_table(str(file), name)
        if not isinstance(rows, list):
            raise ArgumentValueError(f"{file}: there must be a list of rows, 'row'")
        found[name] = tuple(_checked(f"{file}, row {n}", name, row) for n, row in enumerate(rows, 1))
    return found


def languages() -> list[str]:
    """The codes of the languages that have data, sorted.

    >>> "en" in languages()
    True
    """
    return list(_codes())


@functools.lru_cache(maxsize=256)
def _words(profile: LanguageProfile, table: str, values: tuple[tuple[str, Any], ...]) -> frozenset[str]:
    """The words of a table, gathered once: some are asked for with each quotation."""
    return frozenset(
        word
        for row in profile.rows(table)
        if all(row.values.get(k) == v for k, v in values)
        for word in row.words
    )


@functools.cache
def _codes() -> tuple[str, ...]:
    return tuple(sorted(d.name for d in files("quoteverify").joinpath("data").iterdir() if d.is_dir()))


@functools.cache
def _load(code: str) -> LanguageProfile:
    return LanguageProfile(code, _read(files("quoteverify").joinpath("data", code)))


def _unpickled(code: str, tables: Tables) -> LanguageProfile:
    return _first_of_its_content(LanguageProfile(code, tables))


@functools.lru_cache(maxsize=16)
def _first_of_its_content(profile: LanguageProfile) -> LanguageProfile:
    """One profile for all of the same rows: a worker that is sent one again need not compare them."""
    return profile


def language(code: str, *, folder: str | Path | None = None) -> LanguageProfile:
    """The profile of a language, which ``lang=`` takes wherever it takes the code.

    Args:
        code: The language's code, such as ``"en"``; where a country or script stands behind it, as in
            ``"en-GB"``, and there is no data for that, the language's own.
        folder: A folder of one's own tables, ``<table>.toml``. They are laid over the language's, as
            `LanguageProfile.with_folder` does, or are all there is of a language that has no data here.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no data for the language, and the message lists the languages there are;
            or a file of the folder is no table.
        UnreadableSourceError: The folder, or a file in it, cannot be read.

    >>> language("en").code
    'en'
    """
    check_type("lang", code, str)
    if folder is None:
        return _of_the_package(code)
    there_is = _code_of_the_package(code)
    known = _load(there_is) if there_is else LanguageProfile(code, {})
    return known.with_folder(folder)


@functools.lru_cache(maxsize=64)  # asked with every alignment
def _of_the_package(code: str) -> LanguageProfile:
    """The profile of a language that there is data for in the package."""
    there_is = _code_of_the_package(code)
    check_choice("lang", there_is or code, languages())
    return _load(there_is or code)


def _code_of_the_package(code: str) -> str | None:
    """The code by which the package has a language's data; None if it has none."""
    return next((known for known in (code, _bare(code)) if known in languages()), None)


def as_profile(lang: str | LanguageProfile) -> LanguageProfile:
    """The profile that a caller's ``lang`` means.

    Args:
        lang: A language's code, or a profile, which is taken as it is.

    Raises:
        ArgumentTypeError: ``lang`` is neither.
        ArgumentValueError: There is no data for it; the message lists the languages there are.

    >>> as_profile("en") is as_profile(language("en"))
    True
    """
    check_type("lang", lang, str, LanguageProfile)
    return lang if isinstance(lang, LanguageProfile) else language(lang)


def same_language(one: str, other: str) -> bool:
    """Whether two codes are of one language, whatever country or script they name beside it.

    >>> same_language("en", "en-GB"), same_language("en", "nn")
    (True, False)
    """
    return _bare(one) == _bare(other)


def _bare(code: str) -> str:
    """A code without what stands behind the language in it (BCP 47, section 2.1)."""
    return code.replace("_", "-").partition("-")[0].lower()


def language_of(said: Iterable[str | None], lang: str | LanguageProfile | None = None) -> LanguageProfile:
    """The language of several texts: that which a caller names, else the one that they say they are in.

    Args:
        said: What each text says of its language; None where it says nothing.
        lang: What the caller says: a code, a profile, or None.

    Returns:
        The profile of the language; that of English where nobody says anything.

    Raises:
        ArgumentTypeError: ``lang`` is of the wrong type.
        ArgumentValueError: There is no data for the language; the texts are in several, and the caller
            does not say which is meant; or all of them say that they are in another than the caller does.

    >>> language_of(["en", None]).code
    'en'
    >>> language_of(["en", "nn"])
    Traceback (most recent call last):
    ...
    quoteverify.errors.ArgumentValueError: the texts are in 'en' and 'nn': lang must say which is meant
    """
    codes = list(said)
    known = {_bare(code): code for code in codes if code}
    told = " and ".join(map(repr, sorted(known.values())))
    if lang is None:
        if len(known) > 1:
            raise ArgumentValueError(f"the texts are in {told}: lang must say which is meant")
        if not known.keys() <= set(languages()):
            valid = ", ".join(map(repr, languages()))
            raise ArgumentValueError(
                f"the texts are in {told}: lang must be a profile of it, or one of {valid}"
            )
        return language(next(iter(known), DEFAULT))
    profile = as_profile(lang)
    if codes and all(codes) and _bare(profile.code) not in known:
        raise ArgumentValueError(
            f"lang is {profile.code!r} and the texts are in {told}: one is not found in the other"
        )
    return profile


def check_language(lang: str | LanguageProfile | None, own: LanguageProfile) -> None:
    """Raise where a caller's ``lang`` is not the language of what was made ready beforehand.

    Args:
        lang: A language's code or a profile; None agrees with any.
        own: The language of what was made ready.

    Raises:
        ArgumentTypeError: ``lang`` is neither.
        ArgumentValueError: It is another language, or another profile of the same.

    >>> check_language("nn", language("en"))
    Traceback (most recent call last):
    ...
    quoteverify.errors.ArgumentValueError: lang must be 'en', the language of the sources, not 'nn'
    """
    if lang is None or lang is own:
        return
    check_type("lang", lang, str, LanguageProfile)
    code = lang if isinstance(lang, str) else lang.code
    if not same_language(code, own.code):
        raise ArgumentValueError(f"lang must be {own.code!r}, the language of the sources, not {code!r}")
    if isinstance(lang, LanguageProfile) and lang != own:
        raise ArgumentValueError(
            f"lang must be the profile of {code!r} that the sources were made ready with"
        )
