"""Where what one report of a sentence says ends because another begins, or stands within it."""

from collections.abc import Iterator

import attrs

from quoteverify.models import Reason
from quoteverify.reading.reports.clauses import is_finite, parts_apart
from quoteverify.reading.reports.endings import CueClause, end_of_words
from quoteverify.reading.reports.told import Told, group_start, verbs_start
from quoteverify.reading.reports.verbs import ReportWords
from quoteverify.reading.syntax.cues import CueKind
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, EDGE, PUNCT, QUOTE, STOPS, WORD
from quoteverify.reading.syntax.word_classes import (
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    PRESENT_PARTICIPLE,
    RELATIVE,
    RELAYED,
)


def of_whom_it_is_told(sentence: Sentence, told: Told, found: list[Told]) -> Told:
    """What was told, by who told the words that its subject stands in: said the port was shut *and added*."""
    start = sentence.at(verbs_start(sentence, told.report) - 1)
    shares = start.classes & COORDINATOR or sentence.tokens[told.report.first].classes & PRESENT_PARTICIPLE
    outer = [other for other in found if other is not told and _is_of(told, other, other.parts[0][0])]
    subject = told.report.mention
    spoke = any(other.report.own and other.report.mention == subject for other in found)
    if not shares or not outer or spoke:
        return told
    return attrs.evolve(told, report=attrs.evolve(told.report, mention=outer[0].report.mention))


def bounded(sentence: Sentence, found: list[Told], words: ReportWords) -> Iterator[Told]:
    """What was told, each up to where the sentence goes on to another report."""
    for told in found:
        parts = []
        for first, last in told.parts:
            bounds = [_boundary(sentence, other) for other in found if not _is_of(other, told, first)]
            ahead = [at for at in bounds if at is not None and first < at <= last]
            if ahead and first > told.report.first and told.reason != Reason.ACCORDING_TO:
                last = min(ahead) - 1
            last = end_of_words(sentence, _clause_of(sentence, told), first, last, words)
            part = parts_apart(sentence, first, _without_coordinator(sentence, first, last, words))
            if part is not None:
                parts.append(part)
        if tuple(parts) == told.parts:
            yield told
        elif parts:
            yield attrs.evolve(told, parts=tuple(parts))


def _is_of(other: Told, told: Told, first: int) -> bool:
    """Whether a report is told within another's words: said *the board asked for it and promised that*."""
    if other is told:
        return True
    subject = other.report.mention.first
    return not other.report.own and told.report.first < first <= subject < other.report.first


def _clause_of(sentence: Sentence, told: Told) -> CueClause:
    """Where a cue stands, with its subject before it."""
    start = group_start(sentence, told.report)
    verbs = verbs_start(sentence, told.report)
    relative = sentence.at(start).classes & RELATIVE or sentence.at(verbs - 1).classes & RELATIVE
    before = told.report.mention.first < told.report.first
    subject = told.report.mention.first if before else start
    about = relative and sentence.at(verbs - 2).text != ","
    within = (about or told.report.kind == CueKind.NOUN) and not any(
        is_finite(sentence, i) for i in range(1, subject)
    )
    return CueClause(start, told.report.first, subject, relative=bool(relative), within=bool(within))


def _without_coordinator(sentence: Sentence, first: int, last: int, words: ReportWords) -> int:
    """The last token of a stretch less a coordinator at its end, and what stops the sentence."""
    closes = sentence.at(last + 1).kind == EDGE
    while last > first:
        token = sentence.tokens[last]
        stops = token.kind == PUNCT and (
            token.text[0] in STOPS or token.text in (",", ";") or token.text in DASHES
        )
        joins = token.kind == WORD and token.classes & CONJUNCTION and not token.classes & COMPLEMENTISER
        joins = joins and token.lower not in words.asks and not closes  # "nobody knows why", "must do so"
        if not stops and not joins:
            break
        last -= 1
    return last


def _boundary(sentence: Sentence, told: Told) -> int | None:
    """The index from which on a sentence goes over to another report; None where that stands within."""
    start = group_start(sentence, told.report)
    if told.reason == Reason.SAID_AFTER:
        return start - 1 if len(told.parts) == 1 and told.parts[0][0] == 0 else None
    if told.reason == Reason.OWNED_CUE:
        return None
    if told.reason == Reason.ACCORDING_TO:
        return start
    before = sentence.at(start - 1)
    if before.text in (",", ";") or before.text in DASHES:
        return start - 1
    if before.kind == WORD and before.classes & RELAYED and sentence.at(start - 2).text == ",":
        return start - 2  # "..., as pilots warned that"
    if before.kind == WORD and before.classes & CONJUNCTION and not before.classes & COMPLEMENTISER:
        return start - 1
    return None


def apart(sentence: Sentence, found: Iterator[Told]) -> Iterator[Told]:
    """What was told, without what another one's words tell again, and what is but a quotation."""
    all_told = [told for told in found if _has_words(sentence, told)]
    for told in all_told:
        at = told.report.first
        others = (part for other in all_told if other is not told for part in other.parts)
        if not any(first <= at <= last for first, last in others):
            yield told


def _has_words(sentence: Sentence, told: Told) -> bool:
    """Whether more than a quotation was told, and more than two words."""
    tokens = [t for first, last in told.parts for t in sentence.tokens[first : last + 1]]
    quoted = sum(t.kind == QUOTE for t in tokens)
    worded = sum(t.kind not in (QUOTE, PUNCT) for t in tokens)
    return worded + quoted >= 3 and worded >= 2
