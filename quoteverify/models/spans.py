"""Places in a text, in code points, and what is told of them."""

from collections.abc import Iterable
from typing import Any

import attrs

from quoteverify.errors import ArgumentTypeError, ArgumentValueError


@attrs.frozen(order=True, init=False)
class Span:
    """A half-open range of code points of a text.

    Raises:
        ArgumentTypeError: ``start`` or ``end`` is not an integer.
        ArgumentValueError: Not ``0 <= start <= end``.

    >>> span = Span(6, 8)
    >>> span.of("“Yes,” he said.")
    ' h'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:  # of attrs' own, checks would take half as long again
        if type(start) is not int or type(end) is not int:
            raise ArgumentTypeError(f"a span needs two int, not {start!r} and {end!r}")
        if not 0 <= start <= end:
            raise ArgumentValueError(f"a span needs 0 <= start <= end, not {start} and {end}")
        self.__attrs_init__(start, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is always something, an empty one too: it has a place."""
        return True

    def of(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


@attrs.frozen
class Marks:
    """The quotation marks around one span of a quote, as printed; "" where there is none."""

    open: str
    close: str


@attrs.frozen
class Timing:
    """When a part of a recording's text is heard, in seconds from its beginning."""

    span: Span
    start: float
    end: float


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """A tuple of what may have been given as a list; ``tuple`` itself, in types that mypy can follow."""
    return tuple(values)
