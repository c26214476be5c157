"""One page of HTML to look at, mail or print."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteverify.formats.form import ANY_RECORD, Format, Layout

if TYPE_CHECKING:
    from quoteverify.models import Record


def write(records: "Iterable[Record]", layout: Layout) -> Iterator[str]:
    """Make one page of all records: no browser shows more of them than memory holds."""
    from quoteverify.display.html import page

    yield page(*records, reports=layout.reports)


FORMAT = Format(
    name="html",
    suffixes=(".html", ".htm"),
    about="one page of HTML to look at, mail or print",
    writes=ANY_RECORD,
    write=write,
)
