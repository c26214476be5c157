"""The one list of formats, and writing a file in one of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, check_type
from quoteverify.formats import (
    as_annotations,
    as_csv,
    as_html,
    as_json,
    as_schema_org,
    as_text,
)
from quoteverify.formats.checked import as_github, as_sarif
from quoteverify.formats.form import PLAIN, Format, LargeComparison, Layout

if TYPE_CHECKING:
    from quoteverify.models import Record

FORMATS: tuple[Format, ...] = (
    as_text.FORMAT,
    as_json.FORMAT,
    as_csv.FORMAT,
    as_html.FORMAT,
    as_annotations.FORMAT,
    as_schema_org.FORMAT,
    as_github.FORMAT,
    as_sarif.FORMAT,
)
"""In the order in which they are offered; another one goes to the end."""


def format_named(name: str) -> Format:
    """The format of a name.

    Raises:
        ArgumentTypeError: ``name`` is no string.
        ArgumentValueError: There is none; the message lists those there are.

    >>> format_named("csv").suffixes
    ('.csv',)
    """
    check_type("format", name, str)
    for format in FORMATS:
        if format.name == name:
            return format
    valid = ", ".join(repr(format.name) for format in FORMATS)
    raise ArgumentValueError(f"format must be one of {valid}, not {name!r}")


def format_of(path: str | Path) -> Format | None:
    """The format that the ending of a file's name tells, if it tells one.

    >>> format_of("quotes.CSV").name, format_of("quotes.xyz")
    ('csv', None)
    """
    check_type("path", path, str, Path)
    suffix = Path(path).suffix.lower()
    return next((format for format in FORMATS if suffix in format.suffixes), None)


def formats_for(kind: str) -> tuple[Format, ...]:
    """The formats that can write a kind of record, which is called as it is in JSON.

    >>> names = [format.name for format in formats_for("comparison")]
    >>> "csv" in names, "sarif" in names
    (True, False)
    """
    return tuple(format for format in FORMATS if kind in format.writes)


def written(records: "Iterable[Record]", format: Format, layout: Layout = PLAIN) -> Iterator[str]:
    """The text of some records in a format, in parts, as they come.

    Raises:
        ArgumentTypeError: When its turn comes, a record is none, or of a kind that the format cannot write.
    """
    return format.write(_writable(records, format), layout)


def _writable(records: "Iterable[Record]", format: Format) -> "Iterator[Record]":
    from quoteverify.exchange.serialization import kind_of

    for record in records:
        if kind_of(record) not in format.writes:
            valid = ", ".join(format.writes)
            raise ArgumentTypeError(f"{format.name} is of {valid}, not {type(record).__name__}")
        yield record


def written_large(comparison: LargeComparison, format: Format, layout: Layout = PLAIN) -> Iterator[str]:
    """The text of a comparison in a format, in parts: in memory only where the format needs it whole."""
    if format.write_large is not None:
        return format.write_large(comparison, layout)
    from quoteverify.models import Comparison

    whole = Comparison(documents=comparison.documents.values(), statements=comparison.statements)
    return written([whole], format, layout)


def write_file(path: str | Path, records: "Record | Iterable[Record]", *, format: str | None = None) -> None:
    """Write records to a file, whole or not at all.

    Args:
        path: Where to; what stands there is replaced.
        records: A record, or several of one kind; no more than one is held where the format allows.
        format: The name of the format; None for the one that the ending of ``path`` tells.

    Raises:
        ArgumentTypeError: An argument is of the wrong type, or a record of a kind that the format cannot
        write. ArgumentValueError: There is no such format, or the ending tells none; the message lists
        those there are. OSError: The file cannot be written; what stood there before stays as it was.

    >>> import tempfile
    >>> from quoteverify import parse
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "quotes.csv")
    ...     write_file(path, parse("“We sail,” said Ruth Vale."))
    ...     path.read_text(encoding="utf8").count("Ruth Vale")
    2
    """
    from quoteverify.models import Record
    from quoteverify.text.files import write_whole

    chosen = chosen_format(path, format)
    if isinstance(records, Record):
        records = [records]
    if isinstance(records, str | bytes) or not isinstance(records, Iterable):
        raise ArgumentTypeError(f"records must be a record or several, not {type(records).__name__}")
    write_whole(path, written(records, chosen))


def chosen_format(path: str | Path, name: str | None) -> Format:
    """The format of a name, or the one that the ending of a file's name tells.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no such format, or the ending tells none; the message lists those there
        are.
    """
    if name is not None:
        return format_named(name)
    found = format_of(path)
    if found is None:
        endings = ", ".join(suffix for format in FORMATS for suffix in format.suffixes)
        raise ArgumentValueError(
            f"a file's name must end in one of {endings}, or format be given: {str(path)!r}"
        )
    return found
