"""Many records in one file, a line for each: JSON Lines, written and read one at a time."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from quoteverify.errors import ArgumentTypeError, ExchangeFormatError, UnreadableSourceError, check_type
from quoteverify.exchange.serialization import from_json, to_json
from quoteverify.models import Record
from quoteverify.text.files import write_whole


def write_lines(path: str | Path, records: Iterable[Record]) -> None:
    """Write records as they come, each as ``to_json`` does, to a line of a file.

    The file is there when all of them are written, and not before: where the records break off with an
    error, what stood there stays.

    Args:
        path: Where to; a name in ``.jsonl``, by custom.
        records: Documents and other records, of one kind or of several. No more than one is held.

    Raises:
        ArgumentTypeError: ``path``, or one of ``records``, is something else.
        OSError: The file cannot be written.

    >>> import tempfile
    >>> from quoteverify.models import Document
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "two.jsonl")
    ...     write_lines(path, (Document(id=name, text="It rained.") for name in "ab"))
    ...     [document.id for document in read_lines(path)]
    ['a', 'b']
    """
    check_type("path", path, str, Path)
    if not isinstance(records, Iterable):
        raise ArgumentTypeError(f"records must be several records, not {type(records).__name__}")
    write_whole(path, (f"{to_json(record)}\n" for record in records))


def read_lines(path: str | Path) -> Iterator[Record]:
    """Read the records of a file that ``write_lines`` wrote.

    Args:
        path: The file. It is opened when the first record is asked for.

    Returns:
        The records, read when they are asked for; empty lines are passed over.

    Raises:
        ArgumentTypeError: ``path`` is something else.
        UnreadableSourceError: There is no such file, or it cannot be read.
        ExchangeFormatError: A line is no record, or of a newer version; the message gives its number.
    """
    check_type("path", path, str, Path)
    return _read(Path(path))


def _read(path: Path) -> Iterator[Record]:
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield from_json(line)
                except ExchangeFormatError as error:
                    raise ExchangeFormatError(f"line {number} of {str(path)!r}: {error}") from error
    except OSError as error:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {error.strerror or error}") from error
