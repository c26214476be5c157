"""The vocabulary of schema.org: a Quotation for each quote, a ClaimReview for each verified claim."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteverify.formats.form import CHECK_REPORT, DOCUMENT, VERIFICATION, Format, Layout

if TYPE_CHECKING:
    from quoteverify.models import Record


def write(records: "Iterable[Record]", layout: Layout) -> Iterator[str]:
    """Make a line of JSON-LD of each quote and each verified claim."""
    from quoteverify.display.alerts import in_full
    from quoteverify.exchange.schema_org import claim_reviews, quotations
    from quoteverify.models import Document

    for record in records:
        if isinstance(record, Document):
            made = quotations(record, reports=layout.reports)
        else:
            made = claim_reviews(record, body=in_full)  # type: ignore[arg-type]
        for each in made:
            yield f"{json.dumps(each)}\n"


FORMAT = Format(
    name="schema.org",
    # Annotations have the ending of JSON-LD, and a page carries this in an element of its own.
    suffixes=(),
    about="linked data of schema.org (JSON-LD), a Quotation or ClaimReview a line",
    writes=(DOCUMENT, VERIFICATION, CHECK_REPORT),
    write=write,
)
