"""CSV for a spreadsheet: a row for each quote, variant or claim."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteverify.formats.form import (
    CHECK_REPORT,
    COMPARISON,
    DOCUMENT,
    VERIFICATION,
    Format,
    LargeComparison,
    Layout,
)

if TYPE_CHECKING:
    from quoteverify.models import Record

BYTE_ORDER_MARK = "\ufeff"
"""Excel takes a file for UTF-8 only if it begins so."""


def write(records: "Iterable[Record]", layout: Layout) -> Iterator[str]:
    """Make one sheet of records of one kind."""
    from quoteverify.exchange.sheets import to_csv

    yield BYTE_ORDER_MARK
    yield from to_csv(records, reports=layout.reports)  # type: ignore[arg-type]  # which refuses an Alignment


def write_large(comparison: LargeComparison, _: Layout) -> Iterator[str]:
    """Make the sheet of a comparison's variants."""
    from quoteverify.exchange.rows import VariantRow, variant_rows
    from quoteverify.exchange.sheets import rows_to_csv

    yield BYTE_ORDER_MARK
    yield from rows_to_csv(VariantRow, variant_rows(comparison.statements, comparison.about))


FORMAT = Format(
    name="csv",
    suffixes=(".csv",),
    about="CSV for a spreadsheet, a row for each quote, variant or claim",
    writes=(DOCUMENT, COMPARISON, VERIFICATION, CHECK_REPORT),
    write=write,
    write_large=write_large,
)
