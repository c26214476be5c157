"""JSON, a record a line: what is kept as it is, and read back whole."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteverify.formats.form import ANY_RECORD, Format, LargeComparison, Layout

if TYPE_CHECKING:
    from quoteverify.models import Record


def write(records: "Iterable[Record]", _: Layout) -> Iterator[str]:
    """Make JSON Lines of records."""
    from quoteverify.exchange.serialization import to_json

    for record in records:
        yield f"{to_json(record)}\n"


def write_large(comparison: LargeComparison, _: Layout) -> Iterator[str]:
    """Make the one line of a comparison."""
    from quoteverify.exchange.serialization import comparison_to_json

    yield from comparison_to_json(comparison.documents.values(), comparison.statements)
    yield "\n"


FORMAT = Format(
    name="json",
    suffixes=(".json", ".jsonl", ".ndjson"),
    about="JSON, a record a line",
    writes=ANY_RECORD,
    write=write,
    write_large=write_large,
)
