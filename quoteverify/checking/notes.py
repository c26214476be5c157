"""The notes and references of a draft, by their labels: ``[^1]: …``, ``[1] …``, ``¹ …``, ``1. …``."""

import re
from collections.abc import Iterator

_START = r"(?:^|<(?:p|li|div|br)\b[^<>]{0,200}>)[ \t]{0,8}"
_WORDS = r"(?P<words>(?:(?!</(?:p|li|div)>)[^\n]){1,2000})"
_DEFINED = re.compile(
    rf"{_START}(?:\[\^?(?P<label>[\w-]{{1,20}})\]:?[ \t]*|(?P<raised>[¹²³⁰⁴-⁹]{{1,3}})[ \t]*){_WORDS}",
    re.MULTILINE | re.IGNORECASE,
)
_LISTED = re.compile(rf"{_START}(?P<label>[0-9]{{1,3}})[.)][ \t]+{_WORDS}", re.MULTILINE | re.IGNORECASE)
_MARK = re.compile(
    r"\[\^?(?P<label>[\w-]{1,20}(?:[ ]?[,–-][ ]?[0-9]{1,3}){0,5})\](?![(\[:])"
    r"|(?P<raised>[¹²³⁰⁴-⁹]{1,3})"
    r"|<sup\b[^<>]{0,200}>[ ]?(?:<a\b[^<>]{0,400}>)?\[?(?P<sup>[0-9]{1,3})\]?",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MOST = 10
"""Notes of one mark: more stand in no brackets. A guard against "[1-999]"."""


def notes(text: str, end: int) -> dict[str, str]:
    r"""What the notes of a draft say, by their labels in lower case.

    Args:
        text: The draft.
        end: Where its last quotation ends: the items of a list below it may be its references.

    >>> notes("“We sail.”[^a]\n\n[^a]: The Tide, 3 May.\n1. The Gazette", 9)
    {'1': 'The Gazette', 'a': 'The Tide, 3 May.'}
    """
    listed = {found["label"]: found["words"].strip() for found in _LISTED.finditer(text, end)}
    defined = {
        (found["label"] or found["raised"].translate(_DIGITS)).lower(): found["words"].strip()
        for found in _DEFINED.finditer(text)
    }
    return {**listed, **defined}


def marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[str]]]:
    """The marks of notes in a stretch of a text: where each stands, and the labels of its notes.

    >>> list(marks("said Vale [1, 3-4].", 0, 19))
    [(10, 18, ['1', '3', '4'])]
    """
    for found in _MARK.finditer(text, start, end):
        label = found["label"] or found["sup"] or found["raised"].translate(_DIGITS)
        yield found.start(), found.end(), list(_labels(label))[:_MOST]


def _labels(label: str) -> Iterator[str]:
    """The labels of a mark: "1, 3-4" has three."""
    if not label.translate({ord(c): None for c in " ,–-"}).isdigit():
        yield label.lower()
        return
    for part in label.split(","):
        first, *last = (int(number) for number in re.findall(r"[0-9]+", part))
        yield from map(str, range(first, min((last or [first])[-1], first + _MOST) + 1))
