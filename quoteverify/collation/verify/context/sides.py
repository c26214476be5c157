"""The words beside a place of a text: in its line, its quotation and its sentence."""

import re

from quoteverify.collation.verify.speech_breaks import INTERRUPTION, MARK, SpeechBreak, speech_break
from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.sentences import segments

# Set on known alterations of news quotes; measured by tests/bench/measure_collation.py.
REACH = 400  # how far the text around a passage is read, in code points: two long sentences of news to a side
# A few code points of a passage show whether it begins or ends with its sentence: a word of it and a mark.
PEEP = 8

# What is said goes no further than the nearest quotation mark, and a sentence no further than its line. Each
# begins with one of a few characters, so that the search passes over all others at the speed of C.
_EDGE = re.compile(r"""["“”„‟«»\r\n'`](?:(?<!['`])|(?<=')'|(?<=`)`)""")
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_a-z]")  # not at the stop of a short title
_GOING_ON = (",", "-", "–", "—")


def before(text: str, start: int) -> Span:
    """What precedes a place in its line and its quotation."""
    low = max(0, start - REACH)
    # Read backwards, the nearest edge comes first; each reads the same both ways.
    edge = _EDGE.search(text[low:start][::-1])
    return Span(start - edge.start() if edge else low, start)


def after(text: str, end: int) -> Span:
    """What follows a place in its line and its quotation."""
    edge = _EDGE.search(text, end, end + REACH)
    return Span(end, edge.start() if edge else min(len(text), end + REACH))


def after_interruption(text: str, mark: int) -> int | None:
    """Where a sentence goes on that a closing mark interrupts, as in “If so,” she said, “we sail.”."""
    if text[mark - 1 : mark] not in _GOING_ON:
        return None
    again = MARK.search(text, mark + 1, mark + INTERRUPTION)
    if again is None or text[mark : again.start()].rstrip()[-1:] != ",":
        return None
    if _SENTENCE_ENDS.search(text, mark, again.start()):
        return None  # “We sail,” said Vale, a pilot. Later, she added, “If it rains, we stay”
    gap = text[mark - 1 : again.end() + 1]
    return again.end() if speech_break(gap) is SpeechBreak.INTERRUPTION else None


def before_interruption(text: str, start: int) -> int | None:
    """The same backwards, from the place after an opening mark: where the interrupted words end."""
    mark = start - 1
    low = max(0, mark - INTERRUPTION)
    if mark < 1 or text[low:mark].rstrip()[-1:] != "," or not MARK.match(text, mark):
        return None
    earlier = [m.start() for m in MARK.finditer(text, low, mark)]
    return earlier[-1] if earlier and after_interruption(text, earlier[-1]) == start else None


def lead(text: str, side: Span, language: LanguageProfile) -> Span:
    """What precedes a passage in its sentence, of all that precedes it."""
    within = Span(side.start, min(len(text), side.end + PEEP))
    start = next((p.start for p in segments(text, language, within=within) if p.end > side.end), side.end)
    return Span(min(start, side.end), side.end)


def rest(text: str, side: Span, language: LanguageProfile) -> tuple[Span, Span]:
    """What follows a passage in its sentence, of all that follows it, and the sentence after."""
    end = side.start
    within = Span(max(0, end - PEEP), side.end)
    found = (p for p in segments(text, language, within=within) if p.end > end)
    first = next(found, None)
    if first is None or first.start >= end:
        return Span(end, end), first or Span(end, end)
    return Span(end, first.end), next(found, Span(first.end, first.end))
