"""What a sentence tells somebody to have said, and where the words begin that say so."""

import attrs

from quoteverify.models import Reason
from quoteverify.reading.reports.clauses import ends_with_comma
from quoteverify.reading.reports.verbs import ReportCue
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.phrases import phrase_ending
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NAME, NO_TOKEN, NUMBER, WORD
from quoteverify.reading.syntax.verbs import before_verb_group
from quoteverify.reading.syntax.word_classes import ADDITIVE, ADVERB, AGE, BODY, PERSON, PLURAL, RELAYED

Part = tuple[int, int]
"""A stretch of a sentence by its first and its last token."""


@attrs.frozen
class Told:
    """What a sentence tells somebody to have said.

    Attributes:
        report: The cue and whose words they are.
        cue: What the cue takes.
        parts: The stretches that were said, in order.
        reason: By where they stand.
        hearer: Whom it was said to.
        negated: Whether it was not said, or denied.
    """

    report: CuedReport
    cue: ReportCue
    parts: tuple[Part, ...]
    reason: Reason
    hearer: Part | None = None
    negated: bool = False


def verbs_start(sentence: Sentence, report: CuedReport) -> int:
    """The index of the first word of a cue's verb group."""
    if report.mention.last < report.first:
        group = before_verb_group(sentence, report.first) + 1
        return max(group, report.mention.last + 1)
    return before_verb_group(sentence, report.first) + 1


def group_start(sentence: Sentence, report: CuedReport) -> int:
    """The index of the first token of a mention and its cue."""
    if report.kind == CueKind.SOURCE:
        return min(report.first, report.mention.first)
    if report.mention.last < report.first and report.own:
        return report.mention.first
    return verbs_start(sentence, report)


def point_before(sentence: Sentence, report: CuedReport) -> int | None:
    """The index of the comma or dash before an attribution; None where there is none.

    It may be that of a quotation within what is told: The port was “a ruin,” Vale said.
    """
    point = min(group_start(sentence, report), report.first) - 1
    before = sentence.at(point)
    other = phrase_ending(sentence, point - 1) if before.classes & ADDITIVE else None
    if other is not None:  # "pilots and sailors say"
        point = other.first - 1
        before = sentence.at(point)
    if before.kind == WORD and before.classes & RELAYED:  # "as Vale said"
        point -= 1
        before = sentence.at(point)
    within = sentence.at(point - 1).kind in (WORD, NAME, NUMBER) and ends_with_comma(sentence, point)
    return point if before.text == "," or before.text in DASHES or within else None


def joins(sentence: Sentence, part: Part) -> bool:
    """Whether a part only joins a sentence to the one before: *However*, Vale said, it was shut."""
    token = sentence.tokens[part[0]]
    return part[0] >= part[1] and token.kind == WORD and bool(token.classes & ADVERB)


def is_person(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of somebody by its form: a pronoun, a name, a role, a body."""
    head = sentence.grammar.classes_of(mention.head)
    return mention.kind != MentionKind.NOMINAL or bool(head & (PERSON | BODY | AGE))


def is_somebody(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of people or a body by its form: a name, "the pilots", "people close to Vale"."""
    head = sentence.grammar.classes_of(mention.head)
    described = sentence.at(mention.last - 1) if mention.last > mention.first else NO_TOKEN
    return (
        mention.kind != MentionKind.NOMINAL
        or mention.head[:1].isdigit()
        or bool(head & (PERSON | BODY | PLURAL))
        or (described.kind in (WORD, NAME) and bool(described.classes & (PERSON | BODY)))
    )
