"""Text for a terminal: runs in a few styles, wrapped to a width, with nothing that a terminal obeys."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import ClassVar

import attrs

from quoteverify.text.normalize import INVISIBLE


class Style(StrEnum):
    """What a run of text is; the value is what ANSI's sequence (SGR) has for it where there is colour."""

    PLAIN = ""
    STRONG = "1"
    QUIET = "2"
    GOOD = "32"
    LOOK = "33"
    BAD = "1;31"
    COSMETIC = "4"
    MINOR = "1;36"
    SUBSTANTIVE = "1;7;31"


SPEAKER_COLOURS = ("36", "33", "32", "35", "34", "96", "93", "92")
"""Colours for speakers, who are told apart by letters."""

_LEAST = 10
"""In cells: what is kept for the words of a line, however far it is indented on a narrow screen."""

Run = tuple[str, str]
"""A text and its style, one of `Style` or another sequence's parameters."""

# Controls, halves of surrogate pairs, and what is not seen, or turns the text around it; but not what joins
# or chooses the pictures and letters beside it.
_UNSAFE = re.compile(
    rf"(?![\u034f\u180b-\u180d\u200c\u200d\ufe00-\ufe0f])[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{INVISIBLE}]"
)


def safe(text: str) -> str:
    r"""A text whose characters a terminal shows and none of which it obeys.

    >>> safe("a\x1b[31mb\u202ec")
    'a␛[31mb<U+202E>c'
    """
    return _UNSAFE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x20:
        return chr(0x2400 + number)
    return "\ufffd" if 0xD800 <= number <= 0xDFFF else f"<U+{number:04X}>"


def display_width(text: str) -> int:
    """How many cells of a terminal a text takes up.

    >>> display_width("news"), display_width("新聞"), display_width("e\u0301")
    (4, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _words(runs: Iterable[Run | str]) -> Iterator[list[Run]]:
    """The words of some runs: what stands between white space, in as many styles as it has."""
    word: list[Run] = []
    for run in runs:
        text, style = (run, "") if isinstance(run, str) else run
        for part in re.split(r"(\s+)", text):
            if part.isspace():
                if word:
                    yield word
                word = []
            elif part:
                word.append((safe(part), style))
    if word:
        yield word


@attrs.define
class Screen:
    """Lines of text of a width, coloured or not.

    Attributes:
        width: How many cells wide.
        color: Whether to colour what is written.
        lines: What is written so far.
    """

    NARROWEST: ClassVar[int] = 20
    """In cells: the least width that is kept to; on less, nothing can be read."""

    width: int = 80
    color: bool = False
    lines: list[str] = attrs.field(factory=list)

    def write(self, *runs: Run | str, indent: int = 0, lead: Sequence[Run] = ()) -> None:
        """Write runs, wrapped; every line starts ``indent`` cells in, the first with ``lead`` there."""
        line = [(safe(text), style) for text, style in lead]
        used = sum(display_width(text) for text, _ in line)
        if used < indent:
            line.append((" " * (indent - used), ""))
            used = indent
        begun = False
        for word in _words(runs):
            size = sum(display_width(text) for text, _ in word)
            if begun and used + 1 + size > max(self.width, indent + _LEAST):
                self._end(line)
                line, used, begun = [(" " * indent, "")], indent, False
            if begun:
                line.append((" ", word[0][1] if line[-1][1] == word[0][1] else ""))
                used += 1
            line += word
            used, begun = used + size, True
        self._end(line)

    def rule(self, *runs: Run) -> None:
        """Write runs as a heading, with a line to the right margin."""
        line: list[Run] = [("── ", "")]
        for text, style in runs:
            line += [(safe(" ".join(text.split())), style), (" ", "")]
        line.append(("─" * max(3, self.width - sum(display_width(text) for text, _ in line)), ""))
        self._end(line)

    def skip(self) -> None:
        """Leave a line empty."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _end(self, line: Iterable[Run]) -> None:
        """Add a line, neighbouring runs of one style as one."""
        done = ""
        for style, runs in groupby(line, key=lambda run: run[1]):
            text = "".join(text for text, _ in runs)
            done += f"\x1b[{style}m{text}\x1b[0m" if self.color and style and text else text
        self.lines.append(done.rstrip(" "))

    def __str__(self) -> str:
        return "\n".join(self.lines).strip("\n") + "\n"
