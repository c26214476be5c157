"""What a format is.

Nothing heavy is imported here, as the command line lists the formats before it does anything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from quoteverify.models import Document, Record, Statement

DOCUMENT, ALIGNMENT, COMPARISON = "document", "alignment", "comparison"
VERIFICATION, CHECK_REPORT = "verification", "check_report"
ANY_RECORD = (DOCUMENT, ALIGNMENT, COMPARISON, VERIFICATION, CHECK_REPORT)
"""The kinds of records, called as they are in JSON."""


class Layout(NamedTuple):
    """How text is laid out, where a format asks.

    Attributes:
        width: How many cells a line has.
        color: Whether it is coloured.
        reports: Whether what is told without marks is listed too.
    """

    width: int = 80
    color: bool = False
    reports: bool = False


PLAIN = Layout()
"""A text of a usual width, not coloured."""


class LargeComparison(Protocol):
    """A comparison whose documents and statements need not be in memory together."""

    @property
    def documents(self) -> "Mapping[str, Document]":
        """The documents by their ids, in their order."""

    @property
    def about(self) -> "Mapping[str, Document]":
        """The same without their texts and quotes."""

    @property
    def statements(self) -> "Sequence[Statement]":
        """The statements, in their order."""


class Format(NamedTuple):
    """A form that records leave in.

    Attributes:
        name: What to call it.
        suffixes: The endings of the names of files that hold it; none where others have the same.
        about: What it is, in a few words.
        writes: The kinds of records that it can write, of `ANY_RECORD`.
        write: What makes the text of some records of one kind, in parts, as they come.
        write_large: What makes the text of a comparison without having it in memory; None where it must be.
        for_terminal: Whether it is to be read as it is: on a terminal it is then written in the terminal's
        encoding.
    """

    name: str
    suffixes: tuple[str, ...]
    about: str
    writes: tuple[str, ...]
    write: "Callable[[Iterable[Record], Layout], Iterator[str]]"
    write_large: Callable[[LargeComparison, Layout], Iterator[str]] | None = None
    for_terminal: bool = False
