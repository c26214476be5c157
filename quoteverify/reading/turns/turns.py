"""What each speaker of a transcript says, from one label to the next."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from quoteverify.models import Attribution, Quote, QuoteKind, Reason, Span, Speaker
from quoteverify.reading.marks.blocks import UNMARKED
from quoteverify.reading.turns.evidence import (
    Spoken,
    declared,
    is_transcript,
    spoken,
    without_doubtful,
    without_head,
)
from quoteverify.reading.turns.label_names import is_chosen
from quoteverify.reading.turns.label_patterns import MOMENT, TIME_BEFORE_SPEECH
from quoteverify.reading.turns.label_words import LabelWords, label_words
from quoteverify.reading.turns.labels import Label, LabelForm, in_lines, is_event, on_lines
from quoteverify.reading.turns.participants import participants
from quoteverify.reading.turns.speakers import People, witnesses
from quoteverify.text.language import LanguageProfile

_CONFIDENCE = 0.99
"""The share of turns whose name is right, on the held-back half of tests/reading/turns, which asserts it."""
_HEADING = 80
"""In code points: headings and remarks between turns are no longer."""

_DIRECTION = re.compile(rf"\s*(?:\[[^\[\]]{{1,80}}\]|\((?P<said>[^()]{{1,80}})\)|{MOMENT})$")
_ALL_DIRECTION = re.compile(r"(?:(?:[\[(]{1,2}[^()\[\]]{1,120}[\])]{1,2}|<[^<>\n]{1,40}>)\s*)+$")
_ENDS = re.compile(r"[.!?…,;:\"”’»'\-–]$")


@attrs.frozen
class Turn:
    """What one person says from one label to the next."""

    label: Label
    spans: tuple[Span, ...]


def turns_of(text: str, places: Sequence[Span], profile: LanguageProfile) -> list[Quote]:
    r"""The turns of a transcript as quotes, in order; none in a text that is no transcript.

    Args:
        text: Any text.
        places: Its paragraphs.
        profile: The language.

    >>> from quoteverify.reading.marks.pairing import paragraphs
    >>> from quoteverify.text.language import language
    >>> text = "RUTH VALE: We sail at noon.\nADA AAS: Why?\nVALE: It is dry."
    >>> [(turn.speaker.name, turn.text) for turn in turns_of(text, paragraphs(text), language("en"))]
    [('RUTH VALE', 'We sail at noon.'), ('ADA AAS', 'Why?'), ('RUTH VALE', 'It is dry.')]
    """
    words = label_words(profile)
    whole = _transcript(text, places, words)
    if whole is None:
        return []
    found, people = whole
    speakers = list(_speakers(text, places, found, people, words))
    turns = _turns(text, places, found.labels, words)
    return [_quote(text, turn, *speakers[n]) for n, turn in turns]


def _transcript(text: str, places: Sequence[Span], words: LabelWords) -> tuple[Spoken, People] | None:
    """The labels of a transcript, and the people in it; None of any other text."""
    for read in (in_lines, on_lines):
        every = spoken(text, places, without_doubtful(list(read(text, places, words)), words))
        if len(every.labels) < 2:
            continue
        found = without_head(every, words)
        if len(found.labels) < 2:
            continue
        by_head = {**participants(text, places, words), **declared(every)}
        people = People(text, found.labels, by_head, words)
        if is_transcript(found, people, words):
            return found, people
    return None


def _speakers(
    text: str, places: Sequence[Span], found: Spoken, people: People, words: LabelWords
) -> Iterator[tuple[Speaker | None, str]]:
    """Who each label is; of letters, whoever examines and whoever has been sworn."""
    sworn = (
        dict(witnesses(text, places, words))
        if any(label.form is LabelForm.LETTER for label in found.labels)
        else {}
    )
    examiners = dict(_examiners(text, places, words))
    heard = sorted(
        (*((n, "a", name) for n, name in sworn.items()), *((n, "q", name) for n, name in examiners.items()))
    )
    asks = answers = None
    at = 0
    for label in found.labels:
        while at < len(heard) and heard[at][0] <= label.paragraph:
            asks, answers = (heard[at][2], answers) if heard[at][1] == "q" else (asks, heard[at][2])
            at += 1
        name = (
            (asks if label.name.lower() in words.questions else answers)
            if label.form is LabelForm.LETTER
            else None
        )
        yield people.speaker(attrs.evolve(label, name=name) if name else label)


def _examiners(text: str, places: Sequence[Span], words: LabelWords) -> Iterator[tuple[int, str]]:
    """The lines that say who asks from there on, as "BY MS. AAS:" does."""
    for n, place in enumerate(places):
        line = place.of(text)[:_HEADING]
        parts = line.rstrip(":").split()
        at = next((i for i, part in enumerate(parts) if part.lower() in words.examiner), None)
        if at is None or not 0 < len(parts) - at - 1 <= 4:
            continue
        # "REMARKS BY THE MAYOR" above a transcript says who speaks, not who asks.
        is_examined = at > 0 and parts[at - 1].lower() in words.examined
        is_line = at == 0 or is_examined or line.endswith(":")
        name = " ".join(parts[at + 1 :])
        if is_line and name.isupper() and (line.isupper() or is_examined):
            yield n, name


def _turns(
    text: str, places: Sequence[Span], labels: Sequence[Label], words: LabelWords
) -> Iterator[tuple[int, Turn]]:
    """The labels behind which something is said, each by its number with its spans."""
    again = Counter(label.name for label in labels)
    for n, label in enumerate(labels):
        last = labels[n + 1].paragraph if n + 1 < len(labels) else len(places)
        below = places[label.paragraph + 1 : last]
        if label.timed or label.form is LabelForm.NICKNAME:
            below = [place for place in below if not is_event(text, place.start, place.end)]
        first = _said(text, label.end, places[label.paragraph].end, words)
        spans = [] if first is None else [first]
        spans += _said_below(text, below, first, words, is_message=_is_message(label, again))
        if spans:
            yield n, Turn(label, tuple(spans))


def _is_message(label: Label, again: Mapping[str, int]) -> bool:
    """Whether what stands below a label is a message, which is written without a stop as well."""
    if not label.timed or label.form is not LabelForm.ABOVE:
        return False
    is_name = " " in label.name and not any(map(str.isdigit, label.name))
    return is_name or again[label.name] > 1 or is_chosen(label.name)


def _said_below(
    text: str, below: Sequence[Span], first: Span | None, words: LabelWords, *, is_message: bool
) -> list[Span]:
    """What is said in the paragraphs below a label, behind what is said right behind it."""
    shouted = first is not None and first.of(text).isupper()
    spans: list[Span] = []
    last = first
    for place in below:
        goes_on = _breaks_off(text, last) if last else is_message
        if _is_aside(text, place, words, shouted=shouted, goes_on=goes_on):
            continue
        said = _said(text, place.start, place.end, words)
        if said is not None:
            spans.append(said)
            last = said
    return spans


def _breaks_off(text: str, said: Span) -> bool:
    """Whether a line ends within a sentence, which the next goes on with."""
    return not _ENDS.search(text, said.end - 1, said.end)


def _said(text: str, start: int, end: int, words: LabelWords) -> Span | None:
    """What is said in a stretch, without the directions at its end; None where that is nothing."""
    time = TIME_BEFORE_SPEECH.match(text, start, end)
    start = time.end() if time else start
    while True:
        end = start + len(text[start:end].rstrip())
        found = _DIRECTION.search(text, max(start, end - 100), end)
        if not found or found.start() <= start or not _is_remark(found["said"], words):
            break
        end = found.start()
    return None if start >= end or _ALL_DIRECTION.match(text, start, end) else Span(start, end)


def _is_remark(said: str | None, words: LabelWords) -> bool:
    """Whether brackets hold what is heard or done, and no words of the speaker's: (Laughter.), (he sighs)."""
    if said is None:
        return True
    return (said[0].isupper() and said[-1] == ".") or not words.remarks.isdisjoint(
        _LETTERS.findall(said.lower())
    )


_LETTERS = re.compile(r"[^\W\d_]+")


def _is_aside(text: str, place: Span, words: LabelWords, *, shouted: bool, goes_on: bool) -> bool:
    """Whether a paragraph below a label is nobody's words: a direction, a heading, a time."""
    said = _said(text, place.start, place.end, words)
    if said is None:
        return True
    line = said.of(text)
    if len(line) > 2 * _HEADING:
        return False
    first = re.split(r"\W", line.lower(), maxsplit=1)[0]
    return (
        (first in words.end and not line[0].islower() and not _ENDS.search(line))
        or (line.isupper() and not shouted)
        or (len(line) <= _HEADING and not goes_on and not _ENDS.search(line))
    )


def _printed(text: str, spans: Sequence[Span]) -> str:
    """What a reader reads: the lines of a sentence as one, paragraphs apart."""
    printed = spans[0].of(text)
    for before, span in pairwise(spans):
        printed += (" " if _breaks_off(text, before) else "\n\n") + span.of(text)
    return printed


def _quote(text: str, turn: Turn, speaker: Speaker | None, resolution: str) -> Quote:
    """The model of a turn."""
    attribution = Attribution(
        speaker=speaker,
        mention=turn.label.mention if speaker else None,
        reason=Reason.TURN if speaker else Reason.NONE,
        resolution=resolution,
        confidence=_CONFIDENCE if speaker else 0.0,
    )
    return Quote(
        id="",
        spans=turn.spans,
        text=_printed(text, turn.spans),
        kind=QuoteKind.TURN,
        kind_rule=turn.label.form,
        marks=[UNMARKED] * len(turn.spans),
        attribution=attribution,
    )
