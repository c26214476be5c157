"""A statement's variants laid out in columns, for the variant table."""

import itertools
from collections.abc import Iterator, Sequence

from quoteverify.collation.differences.blocks import common
from quoteverify.models import Column
from quoteverify.text.words import Words

_Range = tuple[int, int]  # some of a row's words, from and to


def columns(rows: Sequence[Words], base: int) -> tuple[Column, ...]:
    """The variants' words in columns, each row laid against the base's; like neighbours are one column."""
    if len(rows) == 1:
        return (Column((rows[0].text.strip(),), differs=False),) if len(rows[0]) else ()
    width = len(rows[base])
    # For each row, which of its words stand in the gap before each word of the base, and at it.
    gaps: list[list[_Range]] = []
    places: list[list[_Range]] = []
    for row in rows:
        gap, place, done = [(0, 0)] * (width + 1), [(0, 0)] * width, 0
        for start, end, there, _ in common(rows[base].keys, row.keys):
            for k, at in zip(range(start, end), itertools.count(there)):
                gap[k] = (done, at)
                place[k] = (at, done := at + 1)
        gap[width] = (done, len(row))
        # Words in a gap stand beside what the base has there and this row has not, as a substitution.
        gaps.append(gap)
        places.append(place)
    columns = []
    for k in range(width + 1):
        columns.append([gap[k] for gap in gaps])
        if k < width:
            columns.append([place[k] for place in places])
    return tuple(_merged(rows, [c for c in columns if any(hi > lo for lo, hi in c)]))


def _merged(rows: Sequence[Words], columns: list[list[_Range]]) -> Iterator[Column]:
    """Neighbouring columns that agree become one, and so do neighbours that differ."""

    def agree(column: list[_Range]) -> bool:
        return len({tuple(row.keys[lo:hi]) for row, (lo, hi) in zip(rows, column, strict=True)}) == 1

    for same, run in itertools.groupby(columns, key=agree):
        cells = tuple(
            _printed(row, [r for r in ranges if r[1] > r[0]])
            for row, ranges in zip(rows, zip(*run, strict=True), strict=True)
        )
        yield Column(cells, differs=not same)


def _printed(row: Words, ranges: list[_Range]) -> str:
    """Some of a row's words as printed, with the punctuation after them."""
    if not ranges:
        return ""
    lo, hi = ranges[0][0], ranges[-1][1]
    start = row.starts[lo] if lo else 0
    end = row.starts[hi] if hi < len(row) else len(row.text)
    return row.text[start:end].strip()
