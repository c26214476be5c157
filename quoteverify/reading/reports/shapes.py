"""The shapes in which a sentence reports speech, in the order they are tried, each up to the next one."""

from collections.abc import Iterator

import attrs

from quoteverify.models import Reason, ReportKind
from quoteverify.reading.reports.clauses import is_finite, is_point, parts_apart
from quoteverify.reading.reports.complements import complement_after, complement_in_relative
from quoteverify.reading.reports.endings import CueClause, end_of_words
from quoteverify.reading.reports.factuality import is_negated, is_no_report
from quoteverify.reading.reports.parentheticals import said_before, said_by_opening
from quoteverify.reading.reports.source_phrases import told_by_source
from quoteverify.reading.reports.told import Told, group_start, is_somebody, verbs_start
from quoteverify.reading.reports.verbs import ReportWords
from quoteverify.reading.syntax.cues.passives import is_passive
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, crowd_ending, mention_of
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import own_subject
from quoteverify.reading.syntax.tokens import DASHES, EDGE, NAME, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.verbs import before_verb_group
from quoteverify.reading.syntax.word_classes import (
    AGENT,
    BE,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    DETERMINER,
    PARTICIPLE,
    POSSESSIVE,
    PRESENT_PARTICIPLE,
    RELATIVE,
    RELAYED,
    SEQUENCER,
)


def told_in(sentence: Sentence, reports: list[CuedReport], words: ReportWords) -> list[Told]:
    """What a sentence tells people to have said, in order, each without what stands within another.

    Args:
        sentence: The sentence.
        reports: Its cues, each with a mention.
        words: What the cues of the language take.
    """
    found: list[Told] = []
    for report in _with_others(sentence, reports, words):
        told = _told_by(sentence, report, words)
        if told is not None and all(told.parts != other.parts for other in found):
            found.append(told)
    if not found:
        return []
    if len(found) > 1:
        found = [_of_whom_it_is_told(sentence, told, found, words) for told in found]
    return list(_apart(sentence, _bounded(sentence, found, words)))


def _told_by(sentence: Sentence, report: CuedReport, words: ReportWords) -> Told | None:
    """What a cue tells somebody to have said, wherever it stands; None where it tells nothing."""
    cue = words.cue_of(sentence, report)
    if cue is None or is_no_report(sentence, report, cue, words):
        return None
    if report.kind == CueKind.SOURCE:
        told = told_by_source(sentence, report, cue)
    else:
        told = (
            said_by_opening(sentence, report, cue, words)
            or complement_in_relative(sentence, report, cue, words)
            or complement_after(sentence, report, cue, words)
            or said_before(sentence, report, cue, words)
        )
    if told is None:
        return None
    negated = is_negated(sentence, report, words)
    if negated and told.reason == Reason.SAID_AFTER:
        return None  # the port was shut, Vale did not say: nobody tells so what was not said
    return attrs.evolve(told, negated=True) if cue.denies != negated else told


def _with_others(sentence: Sentence, reports: list[CuedReport], words: ReportWords) -> list[CuedReport]:
    """The cues of a sentence, with verbs that only their form shows to be some: aides to Vale *say*."""
    known = {i for report in reports for i in range(report.first, report.last + 1)}
    others: list[CuedReport] = []
    asked = _asked_by(sentence)
    if asked is not None and 0 not in known:
        others.append(asked)
    cues = [i for i, token in enumerate(sentence.tokens) if token.classes & CUE and token.kind == WORD]
    for i in cues:
        token = sentence.tokens[i]
        if i in known or token.classes & (CUE_NOUN | PRESENT_PARTICIPLE) or token.lower not in words.verbs:
            continue
        if is_passive(sentence, i):
            continue  # "were sworn to secrecy"
        mention = _subject_by_form(sentence, i, words)
        if mention is not None:
            others.append(CuedReport(sentence.span(i, i), CueKind.SAY, mention, i, i))
    return sorted([*reports, *others], key=lambda report: report.first)


def _asked_by(sentence: Sentence) -> CuedReport | None:
    """A report by a participle that opens a sentence and has its agent: *Asked by Vale* why it was shut."""
    token = sentence.tokens[0]
    participle = token.classes & CUE and token.classes & PARTICIPLE and token.kind in (WORD, NAME)
    agent = phrase_starting(sentence, 2) if participle and sentence.at(1).classes & AGENT else None
    if agent is None:
        return None
    return CuedReport(sentence.span(0, 0), CueKind.SAY, mention_of(sentence, agent), 0, 0)


def _subject_by_form(sentence: Sentence, i: int, words: ReportWords) -> Mention | None:
    """Whose subject a verb has that only its form shows to be one: aides to Vale, some."""
    crowd = crowd_ending(sentence, before_verb_group(sentence, i))
    if crowd is not None or sentence.at(i - 1).classes & (DETERMINER | POSSESSIVE | BE):
        return crowd
    mention = own_subject(sentence, i)
    return mention if mention is not None and is_somebody(sentence, mention) else None


def _of_whom_it_is_told(sentence: Sentence, told: Told, found: list[Told], words: ReportWords) -> Told:
    """What was told, by who told the words that its subject stands in: said the port was shut *and added*."""
    start = sentence.at(verbs_start(sentence, told.report) - 1)
    shares = start.classes & COORDINATOR or sentence.tokens[told.report.first].classes & PRESENT_PARTICIPLE
    subject = told.report.mention
    outer = next((other for other in found if _tells_subject_of(sentence, other, told, words)), None)
    spoke = any(other.report.own and other.report.mention == subject for other in found)
    if not shares or outer is None or spoke:
        return told
    return attrs.evolve(told, report=attrs.evolve(told.report, mention=outer.report.mention))


def _tells_subject_of(sentence: Sentence, other: Told, told: Told, words: ReportWords) -> bool:
    """Whether the subject of a report stands in what another tells, up to where that ends."""
    first, last = other.parts[0]
    if other is told or not _is_of(told, other, first):
        return False
    return told.report.mention.first <= end_of_words(
        sentence, _clause_of(sentence, other), first, last, words
    )


def _bounded(sentence: Sentence, found: list[Told], words: ReportWords) -> Iterator[Told]:
    """What was told, each up to where the sentence goes on to another report."""
    for told in found:
        parts = []
        for first, last in told.parts:
            bounds = [_boundary(sentence, other, words) for other in found if not _is_of(other, told, first)]
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
    return CueClause(
        start,
        told.report.first,
        subject,
        relative=bool(relative) or _is_joined_in_relative(sentence, told),
        sourced=told.reason == Reason.ACCORDING_TO,
        between=told.reason == Reason.SAID_AFTER,
        asks=told.cue.kind == ReportKind.ASKED,
        within=bool(within),
    )


def _is_joined_in_relative(sentence: Sentence, told: Told) -> bool:
    """Whether a cue shares the verb of a relative clause: Vale, *who* left *and said* so, was late."""
    for i in range(told.report.first - 1, told.report.mention.last + 1, -1):
        if sentence.tokens[i - 1].text == ",":
            return bool(sentence.tokens[i].classes & RELATIVE)
    return False


def _without_coordinator(sentence: Sentence, first: int, last: int, words: ReportWords) -> int:
    """The last token of a stretch less a coordinator at its end, and what stops the sentence."""
    closes = sentence.at(last + 1).kind == EDGE
    while last > first:
        token = sentence.tokens[last]
        joins = token.kind == WORD and token.classes & CONJUNCTION and not token.classes & COMPLEMENTISER
        joins = joins and token.lower not in words.asks and not closes  # "nobody knows why", "must do so"
        if not is_point(token) and not joins:
            break
        last -= 1
    return last


def _boundary(sentence: Sentence, told: Told, words: ReportWords) -> int | None:
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
    return start - 1 if _joins_another(sentence, start - 1, words) else None


def _joins_another(sentence: Sentence, i: int, words: ReportWords) -> bool:
    """Whether a conjunction goes over to another report, and brings in no clause of what was said.

    So does "what experts say"; but not: told her why he left *when he had said* that.
    """
    token = sentence.at(i)
    if token.kind != WORD or not token.classes & CONJUNCTION or token.classes & COMPLEMENTISER:
        return False
    asked = token.lower in words.tells or token.lower in words.gap
    return asked or bool(token.classes & (COORDINATOR | SEQUENCER)) or sentence.at(i - 1).kind == PUNCT


def _apart(sentence: Sentence, found: Iterator[Told]) -> Iterator[Told]:
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
