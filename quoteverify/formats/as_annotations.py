"""Web Annotations of the W3C: a collection for each document."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteverify.formats.form import DOCUMENT, Format, Layout

if TYPE_CHECKING:
    from quoteverify.models import Record


def write(records: "Iterable[Record]", _: Layout) -> Iterator[str]:
    """Make a line of JSON-LD of the quotes of each document."""
    from quoteverify.exchange.annotations import to_annotations

    for record in records:
        yield f"{json.dumps(to_annotations(record))}\n"  # type: ignore[arg-type]  # which refuses other records


FORMAT = Format(
    name="annotations",
    suffixes=(".jsonld",),
    about="Web Annotations of the W3C (JSON-LD), the quotes of a text a line",
    writes=(DOCUMENT,),
    write=write,
)
