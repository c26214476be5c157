"""Text for a terminal: runs in a few kinds of ink, wrapped to a width, with nothing that a terminal obeys."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import attrs


class Ink(StrEnum):
    """What a run of text is, as its colour says where there is colour."""

    PLAIN = ""
    STRONG = "1"
    QUIET = "2"
    GOOD = "32"
    LOOK = "33"
    BAD = "1;31"
    COSMETIC = "4"
    MINOR = "1;36"
    SUBSTANTIVE = "1;7;31"


VOICES = ("36", "33", "32", "35", "34", "96", "93", "92")
"""Colours for speakers, who are told apart by letters."""

Run = tuple[str, str]

# Controls, halves of surrogate pairs, and what turns or hides the text around it.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
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


def cells(text: str) -> int:
    """How many cells of a terminal a text takes up.

    >>> cells("news"), cells("新聞"), cells("e\u0301")
    (4, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _words(runs: Iterable[Run | str]) -> Iterator[list[Run]]:
    """The words of some runs: what stands between white space, in as many inks as it has."""
    word: list[Run] = []
    for run in runs:
        text, ink = (run, "") if isinstance(run, str) else run
        for part in re.split(r"(\s+)", text):
            if part.isspace():
                if word:
                    yield word
                word = []
            elif part:
                word.append((safe(part), ink))
    if word:
        yield word


@attrs.define
class Sheet:
    """Lines of text of a width, in ink or without.

    Attributes:
        width: How many cells wide.
        color: Whether to colour what is written.
        lines: What is written so far.
    """

    width: int = 80
    color: bool = False
    lines: list[str] = attrs.field(factory=list)

    def write(self, *runs: Run | str, indent: int = 0, lead: Sequence[Run] = ()) -> None:
        """Write runs, wrapped; every line starts ``indent`` cells in, the first with ``lead`` there."""
        parts = [self._inked(safe(text), ink) for text, ink in lead]
        taken = sum(cells(safe(text)) for text, _ in lead)
        line = "".join(parts) + " " * (indent - taken)
        used = max(indent, taken)
        empty = True
        room = max(10, self.width - indent)
        for word in _words(runs):
            size = sum(cells(text) for text, _ in word)
            if not empty and used + 1 + size > indent + room:
                self.lines.append(line.rstrip())
                line, used, empty = " " * indent, indent, True
            if not empty:
                line, used = line + " ", used + 1
            line += "".join(self._inked(text, ink) for text, ink in word)
            used, empty = used + size, False
        self.lines.append(line.rstrip())

    def rule(self, *runs: Run) -> None:
        """Write runs as a heading, with a line to the right margin."""
        text = " ".join(self._inked(" ".join(safe(text).split()), ink) for text, ink in runs)
        size = sum(cells(" ".join(safe(text).split())) + 1 for text, _ in runs)
        self.lines.append(f"── {text} " + "─" * max(3, self.width - size - 3))

    def skip(self) -> None:
        """Leave a line empty."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _inked(self, text: str, ink: str) -> str:
        return f"\x1b[{ink}m{text}\x1b[0m" if self.color and ink and text else text

    def __str__(self) -> str:
        return "\n".join(self.lines).strip("\n") + "\n"
