"""The reports of a sentence, by the shapes in which one is told, in the order in which these are tried."""

import attrs

from quoteverify.models import Reason
from quoteverify.reading.reports.complements import complement_after, complement_in_relative
from quoteverify.reading.reports.factuality import is_negated, is_no_report
from quoteverify.reading.reports.neighbours import apart, bounded, of_whom_it_is_told
from quoteverify.reading.reports.parentheticals import said_before, said_by_opening
from quoteverify.reading.reports.source_phrases import told_by_source
from quoteverify.reading.reports.told import Told, is_somebody
from quoteverify.reading.reports.verbs import ReportWords
from quoteverify.reading.syntax.cues import CueKind, Report, is_passive
from quoteverify.reading.syntax.mentions import Mention, crowd_ending, mention_of
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import own_subject
from quoteverify.reading.syntax.tokens import NAME, WORD
from quoteverify.reading.syntax.verbs import before_verb_group
from quoteverify.reading.syntax.word_classes import (
    AGENT,
    BE,
    CUE,
    CUE_NOUN,
    DETERMINER,
    PARTICIPLE,
    POSSESSIVE,
    PRESENT_PARTICIPLE,
)


def told_in(sentence: Sentence, reports: list[Report], words: ReportWords) -> list[Told]:
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
        found = [of_whom_it_is_told(sentence, told, found) for told in found]
    return list(apart(sentence, bounded(sentence, found, words)))


def _told_by(sentence: Sentence, report: Report, words: ReportWords) -> Told | None:
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


def _with_others(sentence: Sentence, reports: list[Report], words: ReportWords) -> list[Report]:
    """The cues of a sentence, with verbs that only their form shows to be some: aides to Vale *say*."""
    known = {i for report in reports for i in range(report.first, report.last + 1)}
    others: list[Report] = []
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
            others.append(Report(sentence.span(i, i), CueKind.SAY, mention, i, i))
    return sorted([*reports, *others], key=lambda report: report.first)


def _asked_by(sentence: Sentence) -> Report | None:
    """A report by a participle that opens a sentence and has its agent: *Asked by Vale* why it was shut."""
    token = sentence.tokens[0]
    participle = token.classes & CUE and token.classes & PARTICIPLE and token.kind in (WORD, NAME)
    agent = phrase_starting(sentence, 2) if participle and sentence.at(1).classes & AGENT else None
    if agent is None:
        return None
    return Report(sentence.span(0, 0), CueKind.SAY, mention_of(sentence, agent), 0, 0)


def _subject_by_form(sentence: Sentence, i: int, words: ReportWords) -> Mention | None:
    """Whose subject a verb has that only its form shows to be one: aides to Vale, some."""
    crowd = crowd_ending(sentence, before_verb_group(sentence, i))
    if crowd is not None or sentence.at(i - 1).classes & (DETERMINER | POSSESSIVE | BE):
        return crowd
    mention = own_subject(sentence, i)
    return mention if mention is not None and is_somebody(sentence, mention) else None
