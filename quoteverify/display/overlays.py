"""A text with labels laid over it: cut where they begin and end, so that each run can be shown its way."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

import attrs

from quoteverify.models import Difference, Span

T = TypeVar("T")
Numbered = tuple[int, Difference]


@attrs.frozen
class LabelledRun(Generic[T]):
    """A run of a text and what lies on it.

    Attributes:
        text: The run; "" for something that stands between two characters.
        label: What lies on it, the innermost where several do; None for plain text.
        opens: Whether the label begins here.
    """

    text: str
    label: T | None = None
    opens: bool = False


def labelled_runs(
    text: str, labels: Iterable[tuple[Span, T]], *, offset: int = 0
) -> Iterator[LabelledRun[T]]:
    """Cut a text where labelled spans begin and end.

    Args:
        text: The text.
        labels: Spans and what to call them. They may nest and overlap: the one that begins last lies on
            top. What reaches beyond the text is cut, what lies outside is left out.
        offset: Where the text begins in what the spans count from.

    Yields:
        Runs in order; their texts joined are ``text``.

    >>> [(run.text, run.label) for run in labelled_runs("He said no.", [(Span(8, 10), "denial")])]
    [('He said ', None), ('no', 'denial'), ('.', None)]
    """
    inside = []
    for span, label in labels:
        if span.end >= offset and span.start <= offset + len(text):
            inside.append((max(0, span.start - offset), min(len(text), span.end - offset), label))
    # At one place first what is empty, which lies before all that begins there, then the longest.
    inside.sort(key=lambda item: (item[0], item[0] != item[1], -item[1]))
    open_: list[tuple[int, T]] = []
    at = 0

    def up_to(limit: int) -> Iterator[LabelledRun[T]]:
        """What remains before ``limit`` of the labels that are open, and then the plain text."""
        nonlocal at
        while open_ and at < limit:
            end, label = open_[-1]
            if end > at:
                stop = min(end, limit)
                yield LabelledRun(text[at:stop], label)
                at = stop
            if end <= at:
                open_.pop()
        if at < limit:
            yield LabelledRun(text[at:limit])
            at = limit

    for i, (start, end, label) in enumerate(inside):
        yield from up_to(start)
        if start == end:
            yield LabelledRun("", label, opens=True)
            continue
        following = inside[i + 1][0] if i + 1 < len(inside) else end
        at = min(end, following)
        yield LabelledRun(text[start:at], label, opens=True)
        open_.append((end, label))
    yield from up_to(len(text))


def into_joined(spans: Sequence[Span]) -> Callable[[Span], Span | None]:
    """Map places in a document into the text that joins some ``spans`` of it by single characters.

    >>> into_joined([Span(1, 5), Span(20, 30)])(Span(21, 24))
    Span(start=6, end=9)
    """
    order = sorted((span.start, number) for number, span in enumerate(spans))
    before = [0, *accumulate(len(span) + 1 for span in spans)]

    def place(span: Span) -> Span | None:
        at = bisect_right(order, (span.start, len(order))) - 1
        if at < 0:
            return None
        start, number = order[at]
        beyond = span.start - start
        room = len(spans[number]) - beyond
        if room < 0:
            return None
        return Span(before[number] + beyond, before[number] + beyond + min(len(span), room))

    return place


def cell_places(cells: Sequence[str], text: str) -> list[Span] | None:
    """Find where each cell of a table's row stands in the text that the row was made from.

    What stands between two cells goes with the word it touches, else with the first.

    Returns:
        A span for each cell, together all of ``text`` but white space between them; None where the
        cells' words are not those of the text.

    >>> cell_places(["Yes we", "", "can"], "Yes - we “can.”")
    [Span(start=0, end=8), Span(start=8, end=8), Span(start=9, end=15)]
    """
    starts: dict[int, int] = {}
    at = 0
    for n, cell in enumerate(cells):
        for word in cell.split():
            found = text.find(word, at)
            if found < 0:
                return None
            start = found
            while start > at and not text[start - 1].isspace():
                start -= 1
            starts.setdefault(n, start)
            at = found + len(word)
    if not starts:
        return None if text.strip() else [Span(0, 0)] * len(cells)
    starts[min(starts)] = len(text) - len(text.lstrip())
    ends = dict(zip(starts, [*list(starts.values())[1:], len(text)], strict=True))
    places = []
    end = 0
    for n in range(len(cells)):
        if n in starts:
            end = starts[n] + len(text[starts[n] : ends[n]].rstrip())
        places.append(Span(starts.get(n, end), end))
    return places
