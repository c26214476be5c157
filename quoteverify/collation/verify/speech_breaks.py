"""Whether one speech goes on between two places of a text, or is interrupted, or ends and another begins."""

import re
from enum import Enum, auto

INTERRUPTION = 240
"""An attribution that interrupts a quote is short, in code points. Set on known alterations of news quotes;
measured by tests/bench/measure_collation.py."""

# Each begins with one of a few characters, so that the search passes over all others at the speed of C.
MARK = re.compile(r"""["“”„‟«»'’‘`](?:(?<!['’‘`])|(?<=')'|(?<=`)`|(?<=\s['‘])|(?<=['’])(?=\s))""")
_OPENING = frozenset("“„«‘")
_CLOSING = frozenset("”»’")
_PARAGRAPHS = re.compile(r"[\r\n]\s*[\r\n]")


class SpeechBreak(Enum):
    """What stands between two stretches of speech that are not one."""

    INTERRUPTION = auto()
    """An attribution in one paragraph: “We sail,” she said, “at noon.”"""
    END = auto()
    """The speech ends, and another begins later."""


def speech_break(gap: str) -> SpeechBreak | None:
    """What breaks the speech between two stretches of a text; None if one speech goes on.

    Args:
        gap: The text between the last word of one stretch and the first of the next.

    >>> speech_break(',” she said, “').name, speech_break('.” He left. “No.” She said: “').name
    ('INTERRUPTION', 'END')
    >>> speech_break(", so that ")
    """
    marks = list(MARK.finditer(gap))
    if len(marks) < 2 or not closes(gap, marks[0]) or not opens(gap, marks[-1]):
        return None
    if len(marks) == 2 and len(gap) <= INTERRUPTION and not _PARAGRAPHS.search(gap):
        return SpeechBreak.INTERRUPTION
    return SpeechBreak.END


def closes(gap: str, mark: re.Match[str]) -> bool:
    """Whether a mark can close a quotation: by its form, or because it stands right after a word."""
    before = gap[max(0, mark.start() - 1) : mark.start()]
    return mark[0] in _CLOSING or (mark[0] not in _OPENING and not before.isspace())


def opens(gap: str, mark: re.Match[str]) -> bool:
    """Whether a mark can open a quotation: by its form, or because a word follows right after."""
    return mark[0] in _OPENING or (mark[0] not in _CLOSING and not gap[mark.end() : mark.end() + 1].isspace())
