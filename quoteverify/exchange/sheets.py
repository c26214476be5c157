"""Rows as CSV, for spreadsheets."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain
from typing import Any

from quoteverify.exchange.rows import Tabular, row_of, rows, several


def to_csv(given: Tabular | Iterable[Tabular], *, reports: bool = False) -> Iterator[str]:
    r"""Write a record, or several of one kind, as CSV (RFC 4180): a line of names, then one for each row.

    Text stands in it as it is printed. A spreadsheet takes a cell that begins with "=" for a formula:
    import columns as text where the texts are a stranger's.

    Args:
        given: As for ``rows``. No record at all has no lines.
        reports: As for ``rows``.

    Returns:
        The lines, made when they are asked for.

    Raises:
        ArgumentTypeError: ``given`` is something else, or mixes records whose rows differ.

    >>> from quoteverify.models import Document, Quote, Span
    >>> quote = Quote(id="q1", spans=[Span(1, 9)], text="We sail,")
    >>> names, line = to_csv(Document(id="ferry", text="“We sail,” he said.", quotes=[quote]))
    >>> line
    'ferry,,,,,q1,speech,,1,9,1:9,"We sail,",,,,,,,,,,,none,,0.0,\r\n'
    """
    return _lines(iter(several(given)), reports)


def _lines(records: Iterator[Any], reports: bool) -> Iterator[str]:
    first = next(records, None)
    if first is None:
        return
    yield from rows_to_csv(row_of(first), rows(chain([first], records), reports=reports))


def rows_to_csv(kind: type, rows: Iterable[Any]) -> Iterator[str]:
    """Write rows that are such typed dictionaries as CSV: the lines of `to_csv`, made as rows come."""
    yield _line(kind.__annotations__)
    for row in rows:
        yield _line(row.values())


def _line(values: Iterable[Any]) -> str:
    line = StringIO(newline="")
    csv.writer(line).writerow(values)
    return line.getvalue()
