"""A statement's variants laid out in columns, for the variant table.

Where one row lacks the end and another a clause before it, what each lacks has a column of its own; only
what a row has other words for stands whole beside them.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from quoteverify.collation.differences.blocks import common
from quoteverify.models import Column
from quoteverify.text.words import Words, word_keys

_OPENING = re.compile(r"\s\S+\Z")
_Range = tuple[int, int]  # some of a row's words, from and to


def only_column(text: str) -> tuple[Column, ...]:
    """The one column of a statement of one variant."""
    return (Column((text.strip(),), differs=False),) if word_keys(text) else ()


def columns(rows: Sequence[Words], base: int) -> tuple[Column, ...]:
    """The variants' words in columns, each row laid against the base's; like neighbours are one."""
    if len(rows) == 1:
        return only_column(rows[0].text)
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
    columns = [column for column in columns if any(hi > lo for lo, hi in column)]
    return tuple(_merged(rows, columns, _reworded(columns, base)))


def _merged(rows: Sequence[Words], columns: list[list[_Range]], together: list[bool]) -> Iterator[Column]:
    """Neighbouring columns in which the same rows agree become one, and so do those that stay together."""
    readings = [_readings(rows, column) for column in columns]
    first = 0
    for last in range(len(columns)):
        if last + 1 < len(columns) and (readings[last] == readings[last + 1] or together[last]):
            continue
        cells = tuple(
            _printed(row, [r for r in ranges if r[1] > r[0]])
            for row, ranges in zip(rows, zip(*columns[first : last + 1], strict=True), strict=True)
        )
        yield Column(cells, differs=any(map(max, readings[first : last + 1])))
        first = last + 1


def _readings(rows: Sequence[Words], column: list[_Range]) -> tuple[int, ...]:
    """Which of a column's readings each row has, numbered as they come."""
    numbers: dict[tuple[str, ...], int] = {}
    return tuple(
        numbers.setdefault(tuple(row.keys[lo:hi]), len(numbers))
        for row, (lo, hi) in zip(rows, column, strict=True)
    )


def _reworded(columns: list[list[_Range]], base: int) -> list[bool]:
    """For each column, whether some row has words that stand for what the base has there and in the next."""
    found = [False] * len(columns)
    in_base = [column[base][1] > column[base][0] for column in columns]
    for row in zip(*columns, strict=True):
        first, has_words = None, False
        for n, (lo, hi) in enumerate(row):
            if in_base[n] and hi > lo:
                first, has_words = None, False
            elif in_base[n] or hi > lo:
                has_words = has_words or hi > lo
                if has_words and first is not None:
                    found[first:n] = [True] * (n - first)
                    first = n
                first = n if first is None else first
    return found


def _printed(row: Words, ranges: list[_Range]) -> str:
    """Some of a row's words as printed, with the punctuation after them and what opens before them."""
    if not ranges:
        return ""
    return row.text[_edge(row, ranges[0][0]) : _edge(row, ranges[-1][1])].strip()


def _edge(row: Words, word: int) -> int:
    """Where a word begins, with the signs that stand right before it after white space."""
    if word in (0, len(row)):
        return len(row.text) if word else 0
    before = row.text[row.ends[word - 1] : row.starts[word]]
    return row.starts[word] - len(before.split()[-1]) if _OPENING.search(before) else row.starts[word]
