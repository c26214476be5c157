"""Who takes part by the head of a transcript: names with offices, and what letters stand for whom."""

import re
from collections.abc import Iterator, Sequence

from quoteverify.models import Span
from quoteverify.reading.turns.label_words import LabelWords

_HEAD = 30
"""In paragraphs: a list of those who take part stands before anybody speaks."""
_LONGEST = 30
"""In paragraphs: such a list, one to a line."""
_NAME = r"[^\W\d_a-z][\w’'.-]*(?:[ ]+[^\W\d_a-z][\w’'.-]*){1,3}"
_ENTRY = re.compile(
    rf"(?P<name>{_NAME})(?:[ ]\((?P<office>[^()]{{1,60}})\)|(?:,|[ ][-–—])[ ](?P<behind>[^;]{{1,80}}))"
)
_BRACKETED = re.compile(rf"(?P<name>{_NAME})[ ]\((?P<office>[^()]{{1,60}})\)")
_EQUALS = re.compile(rf"\b(?P<letters>[^\W\d_a-z]{{1,4}})[ ]?=[ ]?(?P<name>{_NAME})")


def participants(text: str, places: Sequence[Span], words: LabelWords) -> dict[str, str]:
    r"""The full names of those whom a transcript's head says to take part, by office or letters in small.

    >>> from quoteverify.reading.marks.pairing import paragraphs
    >>> from quoteverify.reading.turns.label_words import label_words
    >>> from quoteverify.text.language import language
    >>> text = "Present: Ruth Vale (chair), Bo Aas (clerk)"
    >>> participants(text, paragraphs(text), label_words(language("en")))
    {'chair': 'Ruth Vale', 'clerk': 'Bo Aas'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for place in places[:_HEAD]:
        for match in _EQUALS.finditer(text, place.start, place.end):
            found.setdefault(match["letters"].lower(), match["name"])
    for name, office in _listed(text, places, words):
        if office in taken:
            found.pop(office, None)
        elif office not in found:
            found[office] = name
        taken.add(office)
    return found


def _listed(text: str, places: Sequence[Span], words: LabelWords) -> Iterator[tuple[str, str]]:
    """The names in lists of those who take part, each with its office in small letters."""
    for n, place in enumerate(places[:_HEAD]):
        heading, _, rest = place.of(text)[:2000].partition(":")
        if heading.strip().lower() not in words.lists:
            continue
        below = places[n + 1 : n + 1 + _LONGEST]
        for entry in _of_line(rest) if rest.strip() else _below(text, below):
            office = (entry["office"] or entry.groupdict().get("behind") or "").strip(" .")
            if _is_office(office, words):
                yield _without_titles(entry["name"], words), office.lower()


def _of_line(rest: str) -> Iterator[re.Match[str]]:
    """The entries of a line: parted by semicolons, or by commas with the offices in brackets."""
    if ";" not in rest:
        yield from _BRACKETED.finditer(rest)
        return
    for part in rest.split(";"):
        found = _ENTRY.match(part.strip())
        if found:
            yield found


def _below(text: str, places: Sequence[Span]) -> Iterator[re.Match[str]]:
    """The entries of a list with one to a line, up to the first line that is none."""
    for place in places:
        found = _ENTRY.fullmatch(place.of(text)[:200])
        if not found:
            return
        yield found


def _is_office(printed: str, words: LabelWords) -> bool:
    """Whether what stands behind a name is an office, and not the next name."""
    is_small = not printed.istitle() and not printed.isupper()
    return bool(printed) and (is_small or not words.offices.isdisjoint(printed.lower().split()))


def _without_titles(name: str, words: LabelWords) -> str:
    parts = name.split()
    while len(parts) > 2 and parts[0].rstrip(".").lower() in words.honours:
        parts = parts[1:]
    return " ".join(parts)
