"""Text for a terminal."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteverify.formats.form import ANY_RECORD, Format, LargeComparison, Layout

if TYPE_CHECKING:
    from quoteverify.models import Record


def write(records: "Iterable[Record]", layout: Layout) -> Iterator[str]:
    """Make text of records, with an empty line between two."""
    from quoteverify.display.terminal import render

    for number, record in enumerate(records):
        yield ("\n" if number else "") + render(
            record, width=layout.width, color=layout.color, reports=layout.reports
        )


def write_large(comparison: LargeComparison, layout: Layout) -> Iterator[str]:
    """Make text of a comparison, statement by statement."""
    from quoteverify.display.terminal import comparison_in_parts

    return comparison_in_parts(
        comparison.documents, comparison.statements, width=layout.width, color=layout.color
    )


FORMAT = Format(
    name="text",
    suffixes=(".txt",),
    about="text for a terminal",
    writes=ANY_RECORD,
    write=write,
    write_large=write_large,
    for_terminal=True,
)
