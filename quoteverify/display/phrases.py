"""Words for what every view shows: numbers, dates, times, sources, what a search covered and left off."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import TypeVar

from quoteverify.display.finding_names import WORDING, rule_in_words
from quoteverify.models import CheckReport, Passage, Unchecked, Verification, Wording

T = TypeVar("T")


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "quote"), counted(1200, "quote"), counted(2, "body", "bodies")
    ('1 quote', '1,200 quotes', '2 bodies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def few(given: Sequence[T], most: int) -> tuple[Sequence[T], Sequence[T]]:
    """The first of some, and the rest, for which there is less room: never one alone, which needs no more.

    >>> few("abcd", 3), few("abcde", 3)
    (('abcd', ''), ('abc', 'de'))
    """
    openly = len(given) if len(given) <= most + 1 else most
    return given[:openly], given[openly:]


def percent(share: float) -> str:
    """A share from 0 to 1 in percent, in which only the whole is a hundred and only nothing is none.

    >>> percent(0.954), percent(0.996), percent(1), percent(0.001)
    ('95 %', '99 %', '100 %', '1 %')
    """
    return f"{share * 100:.0f} %" if share in (0, 1) else f"{min(99, max(1, round(share * 100)))} %"


def date_in_words(value: dt.date | dt.datetime) -> str:
    """A date, with the time where there is one.

    >>> date_in_words(dt.datetime(2016, 10, 19, 9, 30)), date_in_words(dt.date(2016, 10, 19))
    ('19 Oct 2016, 09:30', '19 Oct 2016')
    """
    day = f"{value.day} {value:%b} {value.year}"
    if not isinstance(value, dt.datetime):
        return day
    zone = value.strftime("%Z")
    return f"{day}, {value:%H:%M}" + (f" {zone}" if zone else "")


def source_name(passage: Passage) -> str:
    """What to call the source of a passage."""
    return passage.source or passage.document_id


_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[\"”»]|\n\s*\n")


def left_off(verification: Verification) -> list[str]:
    """What the context finding points at, each with the rest of its sentence before or behind the claim.

    Nothing where there is no passage, or no text was kept around it.
    """
    passage = next(iter(verification.passages), None)
    if passage is None or not passage.spans or not passage.excerpt:
        return []
    text, offset = passage.excerpt, passage.excerpt_start
    begin, end = (edge - offset for edge in (passage.spans[0].start, passage.spans[-1].end))
    parts = []
    for span in verification.surroundings:
        start, stop = span.start - offset, span.end - offset
        if start >= end:
            close = _SENTENCE_END.search(text, stop)
            parts.append(text[start : close.start() if close else len(text)])
        elif stop <= begin:
            ends = (found.end() for found in _SENTENCE_END.finditer(text, 0, start))
            opened = (text.rfind(mark, 0, start) + len(mark) for mark in ("“", "„", "«", ": "))
            parts.append(text[max(0, *opened, *ends) : begin])
    return list(dict.fromkeys(part for part in (" ".join(p.split()) for p in parts) if part))


OTHER_WORDINGS = "Other sources print it in other words"
NOT_LOOKED_FOR = "These were not looked for"


def nearness(passage: Passage, wording: Wording) -> str:
    """How much of a claim's words a passage has, in brackets, where they are not the same word for word."""
    if passage.similarity >= 1 or wording == Wording.VERBATIM:
        return ""
    return f" ({percent(passage.similarity)} alike)"


def summary_in_words(report: CheckReport) -> list[str]:
    """How many quotes of a draft have each wording, or were accepted or left out, and in how many sources."""
    counts = report.summary
    unchecked = counts.pop("unchecked", 0)
    words = [f"{WORDING[Wording(name)].name.lower()} {number:,}" for name, number in counts.items()]
    if report.accepted:
        words.append(f"accepted {len(report.accepted):,}")
    if unchecked:
        words.append(f"not looked for {unchecked:,}")
    if report.verifications:
        sources = max(found.searched.documents for found in report.verifications)
        words.append(f"searched in {counted(sources, 'source')}")
    return words


_MARKS = ("empty_marks", "no_closing_mark", "no_opening_mark")
_NO_TERMS = frozenset(("turn", "no_words", "code", "term", "title_of_source", *_MARKS))
"""The rules by which something else than a term is left out, or nothing more is known of it."""


def unchecked_in_words(left: Unchecked) -> str:
    """Why a quotation of a draft was not looked for.

    >>> unchecked_in_words(Unchecked("", "no_closing_mark")), unchecked_in_words(Unchecked("q1", "work"))
    ('no closing mark', 'a term: work')
    """
    words = rule_in_words(left.rule)
    return words if left.rule in _NO_TERMS else f"a term: {words}"


def speaker_and_time(passage: Passage) -> str:
    """Who speaks in a passage, and when that is heard or on which page it stands, after the source's name.

    >>> from quoteverify.models import Speaker, Span, Timing
    >>> speaker_and_time(Passage(document_id="1", spans=[Span(0, 2)], text="No", similarity=1.0,
    ...                          speaker=Speaker("Ana Lind"), time=Timing(Span(0, 2), 3723.5, 3725.0)))
    ', Ana Lind, at 1:02:03'
    """
    speaker = f", {passage.speaker.name}" if passage.speaker else ""
    page = f", page {passage.page}" if passage.page else ""
    return speaker + (f", at {timecode(passage.time.start)}" if passage.time else page)


def timecode(seconds: float) -> str:
    """A time in a recording as players show it.

    >>> timecode(62.4), timecode(3723)
    ('1:02', '1:02:03')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def searched_in_words(verification: Verification) -> str:
    """What a search covered, in a few words."""
    covered = verification.searched
    words = f"{counted(covered.documents, 'source')}, {counted(covered.characters, 'character')}"
    if covered.in_other_languages:
        return f"{words}; {covered.in_other_languages:,} of the sources in another language"
    return words
