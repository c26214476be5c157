"""What a command answers: in the format that was asked for, on the standard output or in a file."""

import argparse
import os
import shutil
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from quoteverify.errors import ArgumentValueError, UnreadableSourceWarning
from quoteverify.formats.form import Format, Layout
from quoteverify.formats.registry import format_named, format_of, formats_for, written

if TYPE_CHECKING:
    from quoteverify.models import Record

WIDEST = 180
"""In cells: text is no wider on a wider terminal, where the eye does not find the next line."""


def complain(error: object) -> None:
    """Say in one line what is wrong, beside whatever is printed."""
    print(f"quoteverify: {' '.join(str(error).split())}", file=sys.stderr)


@contextmanager
def warnings_told() -> Iterator[None]:
    """What is passed over is said in a line of its own, when it is passed over."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", UnreadableSourceWarning)
        other = warnings.showwarning

        def tell(message: Warning | str, category: type[Warning], *where: Any, **more: Any) -> None:
            if issubclass(category, UnreadableSourceWarning):
                complain(message)
            else:
                other(message, category, *where, **more)

        warnings.showwarning = tell
        yield


def show(options: argparse.Namespace, kind: str, records: "Iterable[Record]") -> None:
    """Print records as they come, or write them to a file, in the format that was asked for."""
    format = chosen(options, kind)
    write(options, format, written(records, format, layout(options)))


def chosen(options: argparse.Namespace, kind: str) -> Format:
    """The format that was asked for, by its name or by the ending of a file's.

    Raises:
        ArgumentValueError: It is none for such records; the message lists those there are.
    """
    if options.format:
        return format_named(options.format)
    told = format_of(options.output) if options.output else None
    if told is not None and kind not in told.writes:
        names = ", ".join(format.name for format in formats_for(kind))
        raise ArgumentValueError(
            f"{str(options.output)!r} would be {told.name}; --format must be one of {names}"
        )
    return told or format_named("text")


def write(options: argparse.Namespace, format: Format, parts: Iterable[str]) -> None:
    """Print parts as they come, or write them to a file, whole or not at all."""
    if options.output:
        from quoteverify.text.files import write_whole

        write_whole(options.output, parts)
        return
    below_a_bar = getattr(options, "progress", False) and sys.stdout.isatty()
    for part in _held(parts) if below_a_bar else parts:
        left = memoryview(part.encode(_encoding(format), "replace"))
        while left:
            # Python -u writes what a pipe takes at once, and says how much that was.
            left = left[sys.stdout.buffer.write(left) :]


def _held(parts: Iterable[str]) -> Iterator[str]:
    """Parts that wait for the bar above them to end, with the last text or with an interruption."""
    held: list[str] = []
    try:
        held.extend(parts)
    finally:
        yield from held


def layout(options: argparse.Namespace) -> Layout:
    """How wide a text is, and whether it is coloured."""
    reports = getattr(options, "reports", False)
    return Layout(min(WIDEST, shutil.get_terminal_size().columns), _in_color(options), reports)


def _encoding(format: Format) -> str:
    """What others read is UTF-8; text for a terminal is in what the terminal reads."""
    return sys.stdout.encoding or "utf8" if format.for_terminal else "utf8"


def _in_color(options: argparse.Namespace) -> bool:
    """Whether to colour: https://no-color.org tells of NO_COLOR."""
    if options.color != "auto":
        return bool(options.color == "always")
    return (
        not options.output
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )
