"""Web Annotations of the W3C: a collection for each document."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteverify.formats.form import DOCUMENT, Format, Layout

if TYPE_CHECKING:
    from quoteverify.models import Record


def write(records: "Iterable[Record]", layout: Layout) -> Iterator[str]:
    """Make a line of JSON-LD of the quotes of each document, and of its reports if they are asked for."""
    from quoteverify.exchange.annotations import to_annotations

    for record in records:
        made = to_annotations(record, reports=layout.reports)  # type: ignore[arg-type]  # which refuses others
        yield f"{json.dumps(made)}\n"


FORMAT = Format(
    name="annotations",
    suffixes=(".jsonld",),
    about="Web Annotations of the W3C (JSON-LD), the quotes of a text a line",
    writes=(DOCUMENT,),
    write=write,
)
