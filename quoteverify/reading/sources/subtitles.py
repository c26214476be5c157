"""Subtitles to running text, with the time at which each part of it is heard.

SubRip (``.srt``) has no standard; WebVTT (``.vtt``) is https://www.w3.org/TR/webvtt1/.
"""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from quoteverify.models import Span, Timing

_TIME = r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{1,2}[.,][0-9]{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>]*>|\{\\[^{}]*\}")
"""``<i>``, ``<c.loud>``, ``<00:01.500>``, and ``{\\an8}`` for a place on the screen."""
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]+)>")
_TURN = re.compile(r"[-‐–—]|>>|[^\W\d_a-z]{2,}(?:[ ][^\W\d_a-z]{2,}){0,3}:\s")
"""How a line begins with which somebody else speaks: a dash, a name in capitals and a colon, or ``>>``.

``>>`` is of American captions (CEA-608), which run on in the middle of a line too.
"""
_WITHIN = re.compile(r"\s+(?=>>)")
_REPEATED = 3
"""In words: so many that begin a line and ended the one before are shown again, not said again."""


class CaptionLine(NamedTuple):
    """A line as it is shown, and whose voice the file says it is."""

    words: str
    voice: str | None


class Caption(NamedTuple):
    """What is shown from one second to another."""

    start: float
    end: float
    lines: tuple[CaptionLine, ...]


def article_of_subtitles(text: str) -> dict[str, Any]:
    r"""Join subtitles into running text.

    Args:
        text: What stands in a ``.srt`` or ``.vtt`` file.

    Returns:
        What ``Document`` takes. ``text``: the words shown, without tags, the lines joined by a space; a new
        line where a dash, ``>>`` or the voice that the file names shows that somebody else speaks. A named
        voice stands before its words, as in a transcript. ``timings``: when each cue's part of it is heard.

    >>> article_of_subtitles("1\n00:01:01,000 --> 00:01:03,500\nIt rained.\n")
    {'text': 'It rained.', 'timings': (Timing(span=Span(start=0, end=10), start=61.0, end=63.5),)}
    """
    return article_of_cues(_unrolled(list(_cues(text.splitlines()))))


def article_of_cues(cues: Iterable[Caption]) -> dict[str, Any]:
    """Join what is shown or heard from one second to another, as `article_of_subtitles` does.

    >>> article_of_cues([Caption(0, 2, (CaptionLine("It rained.", "Ruth Vale"),))])["text"]
    'Ruth Vale: It rained.'
    """
    pieces: list[str] = []
    timings = []
    length = 0
    speaking = None
    for cue in cues:
        begin = length + bool(length)
        for line in cue.lines:
            named = line.voice is not None and line.voice != speaking
            turns = named or _TURN.match(line.words) is not None
            if turns:
                speaking = line.voice
            piece = f"{line.voice}: {line.words}" if named else line.words
            if length:
                piece = ("\n" if turns else " ") + piece
            pieces.append(piece)
            length += len(piece)
        if length > begin:
            timings.append(Timing(Span(begin, length), cue.start, cue.end))
    return {"text": "".join(pieces), "timings": tuple(timings)}


def _cues(lines: list[str]) -> Iterator[Caption]:
    """The cues, in the file's order: the lines from one that gives times to the next empty one."""
    times = None
    shown: list[str] = []
    for line in [*lines, ""]:
        found = _TIMES.fullmatch(line)
        # A line of white space may be the upper one of two.
        if found or not line or (shown and line.isspace()):
            if times:
                # Where the empty line was forgotten, the next cue's number is not this one's words.
                if found and shown and shown[-1].strip().isdecimal():
                    shown.pop()
                yield Caption(*times, tuple(line for line in map(_line, shown) if line.words))
            times = (_seconds(*found.group(1, 2, 3)), _seconds(*found.group(4, 5, 6))) if found else None
            shown = []
        elif times and not line.isspace():
            shown += _WITHIN.split(line)


def _line(shown: str) -> CaptionLine:
    """A line without its tags."""
    voice = _VOICE.search(shown)
    return CaptionLine(_plain(_TAG.sub("", shown)), _plain(voice[1]) or None if voice else None)


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))


def _unrolled(cues: list[Caption]) -> list[Caption]:
    """Cues without the lines that are only still there, in captions that roll up the screen."""
    still = [
        next((n for n in range(min(len(a.lines), len(b.lines)), 0, -1) if a.lines[-n:] == b.lines[:n]), 0)
        for a, b in pairwise(cues)
    ]
    # Where captions do not roll, words that are shown twice were said twice.
    if sum(map(bool, still)) * 2 <= len(still):
        return _without_repeats(cues)
    return cues[:1] + [cue._replace(lines=cue.lines[n:]) for cue, n in zip(cues[1:], still, strict=True)]


def _without_repeats(cues: list[Caption]) -> list[Caption]:
    """Cues without the words that begin them and ended the one before, if most go on so."""
    shown = [_words(cue) for cue in cues]
    again = [_repeated(before, words) for before, words in pairwise(shown)]
    if not again or sum(n >= _REPEATED for n in again) * 2 <= len(again):
        return cues
    return cues[:1] + [_cut(cue, n) for cue, n in zip(cues[1:], again, strict=True)]


def _words(cue: Caption) -> list[str]:
    return [word for line in cue.lines for word in line.words.split()]


def _repeated(before: list[str], words: list[str]) -> int:
    """How many words of a cue ended the one before."""
    ended = [word.lower() for word in before]
    begun = [word.lower() for word in words]
    return next((n for n in range(min(len(ended), len(begun)), 0, -1) if ended[-n:] == begun[:n]), 0)


def _cut(cue: Caption, count: int) -> Caption:
    """A cue without its first words."""
    lines = []
    for line in cue.lines:
        words = line.words.split()
        kept = " ".join(words[count:])
        count = max(0, count - len(words))
        if kept:
            lines.append(line._replace(words=kept))
    return cue._replace(lines=tuple(lines))
