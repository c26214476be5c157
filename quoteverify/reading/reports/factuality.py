"""Whether a cue tells that something was said: not what is supposed, denied, or said by no one."""

from quoteverify.reading.reports.clauses import is_finite
from quoteverify.reading.reports.told import group_start, is_person, verbs_start
from quoteverify.reading.reports.verbs import ReportCue, ReportWords
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.phrases import phrase_ending
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NUMBER, PUNCT, WORD
from quoteverify.reading.syntax.verbs import before_verb_group
from quoteverify.reading.syntax.word_classes import (
    AGE,
    AGENT,
    CALENDAR,
    CLOSED,
    COORDINATOR,
    CROWD,
    CUE_NOUN,
    CUE_PHRASE,
    DETERMINER,
    INDEFINITE_ARTICLE,
    INFINITIVE_MARKER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PRESENT_PARTICIPLE,
    THIRD_PERSON,
)

_NEAR = 6  # tokens: "a failure to see the danger and counter it"


def is_no_report(sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords) -> bool:
    """Whether a cue only supposes that something is said, or is of what cannot speak."""
    if report.kind in (CueKind.SOURCE, CueKind.NOUN):
        return False
    return _is_of_nobody(sentence, report, cue, words) or _is_supposed(sentence, report, cue, words)


def _is_of_nobody(sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords) -> bool:
    """Whether a cue is a noun, or what stands before it is a date, no more than evidence, or another cue."""
    evidence = cue.objects and report.mention.head in words.evidence
    led = sentence.tokens[report.mention.first].classes & CUE_PHRASE
    return (
        bool(evidence or led)
        or report.mention.first <= report.first <= report.mention.last  # "a clarifying word"
        or _is_noun(sentence, report, cue)
        or _describes_noun(sentence, report)
        or _is_date(sentence, report.mention)
    )


def _is_supposed(sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords) -> bool:
    """Whether something may be said, and is not told to be: if Vale says so, Vale would say so."""
    before = sentence.at(group_start(sentence, report) - 1)
    if before.kind == WORD and before.lower in words.supposes:
        return True
    if cue.objects and before.lower in words.tells and before.lower not in words.gap:
        return True  # "how she answers that is open"
    if before.lower in words.asks and _is_anybody(sentence, report):
        return True  # "when a man tells a woman that she is wrong"
    first = verbs_start(sentence, report)
    if _is_joined_infinitive(sentence, report, first - 1):
        return True
    if sentence.at(first - 1).classes & INFINITIVE_MARKER and sentence.at(first - 1).kind == WORD:
        first -= 1
    return any(
        token.kind == WORD
        and token.lower in words.unsaid
        and not (token.classes & INFINITIVE_MARKER and _is_led(sentence, first + k, words))
        for k, token in enumerate(sentence.tokens[first : report.first])
    )


def _is_joined_infinitive(sentence: Sentence, report: CuedReport, joint: int) -> bool:
    """Whether a cue goes on with an infinitive: a failure to see *and counter* it."""
    cue = sentence.tokens[report.first]
    bare = not cue.classes & (PAST | THIRD_PERSON | PRESENT_PARTICIPLE)
    if not bare or not sentence.at(joint).classes & COORDINATOR:
        return False
    if report.mention.kind == MentionKind.NAME and not report.own:
        return True  # "Vale had her crew leave and tell Aas": no form of one person's present
    for i in range(joint - 1, max(joint - _NEAR, -1), -1):
        token = sentence.tokens[i]
        if token.kind == PUNCT or is_finite(sentence, i):
            return False
        if token.kind == WORD and token.classes & INFINITIVE_MARKER:
            return sentence.at(i + 1).kind == WORD and not sentence.at(i + 1).classes & CLOSED
    return False


def _is_anybody(sentence: Sentence, report: CuedReport) -> bool:
    """Whether it is told of nobody in particular, as a thing that happens: *a man tells* a woman that."""
    article = sentence.tokens[report.mention.first].classes & INDEFINITE_ARTICLE
    return bool(article) and not sentence.tokens[report.first].classes & (PAST | PRESENT_PARTICIPLE)


def _describes_noun(sentence: Sentence, report: CuedReport) -> bool:
    """Whether a participle with its agent says who made something: a show *written by Vale* that mocks."""
    i = report.first
    if not i or not sentence.tokens[i].classes & PARTICIPLE or not sentence.at(i + 1).classes & AGENT:
        return False
    return before_verb_group(sentence, i) == i - 1 and report.mention.first > i


def _is_date(sentence: Sentence, mention: Mention) -> bool:
    """Whether a number that stands for somebody is of a date: a report issued in June *2031* said."""
    return mention.head.isdigit() and bool(sentence.at(mention.first - 1).classes & CALENDAR)


def _is_noun(sentence: Sentence, report: CuedReport, cue: ReportCue) -> bool:
    """Whether a cue may as well be a noun where it stands: most Aas *states*, not the mayor *states*."""
    token = sentence.tokens[report.first]
    if token.classes & PRESENT_PARTICIPLE:
        return bool(sentence.at(report.first - 1).classes & POSSESSIVE_MARK)  # "the News's reporting"
    if cue.verb or report.last > report.first or token.classes & PAST:
        return False
    if not token.classes & (CUE_NOUN | THIRD_PERSON):
        return _is_determined(sentence, report, POSSESSIVE)  # not "both sides warn"
    return (
        _is_determined(sentence, report, POSSESSIVE | DETERMINER)
        or _is_counted(sentence, report.mention)
        or not is_person(sentence, report.mention)
    )


def _is_determined(sentence: Sentence, report: CuedReport, classes: int) -> bool:
    """Whether a determiner stands before a word, or nothing it could go with: won in *her home state*."""
    before = sentence.at(report.first - 1)
    if before.text == ",":
        return report.mention.kind == MentionKind.PRONOUN
    if report.mention.last >= report.first - 1:
        return False
    near = (before, sentence.at(report.first - 2)) if not before.classes & CLOSED else (before,)
    return any(token.classes & classes and token.kind == WORD for token in near)


def _is_counted(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention before a word says of how many it is the noun: the 20 states, several Aas claims."""
    head = sentence.tokens[mention.last]
    if head.kind == NUMBER:
        return not head.classes & AGE
    return mention.first < mention.last and bool(sentence.tokens[mention.first].classes & CROWD)


def _is_led(sentence: Sentence, marker: int, words: ReportWords) -> bool:
    """Whether a verb leads to what was said: "went on to say", "took to the radio to say"."""
    if sentence.at(marker - 1).lower in words.leads:
        return True
    means = phrase_ending(sentence, marker - 1)
    return means is not None and any(
        t.lower in words.venue for t in sentence.tokens[means.first : means.last + 1]
    )


def is_negated(sentence: Sentence, report: CuedReport, words: ReportWords) -> bool:
    """Whether a word in a cue's verb group denies it: "did not say", "never said"."""
    if report.kind in (CueKind.SOURCE, CueKind.NOUN):
        return False
    group = sentence.tokens[verbs_start(sentence, report) : report.first]
    return words.deny(token for token in group if token.kind == WORD)
