"""Reports of a report: "the paper quoted Vale as saying", "Vale was quoted as saying"."""

from quoteverify.reading.syntax.cues.cue_subjects import subject_of
from quoteverify.reading.syntax.cues.cue_table import CueTable, stands_at
from quoteverify.reading.syntax.cues.passives import is_passive
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import mention_of, pronoun_at
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import QUOTE
from quoteverify.reading.syntax.word_classes import (
    CUE_PHRASE,
    OBJECT_PRONOUN,
    PERFECT_PARTICIPLE,
    PRESENT_PARTICIPLE,
    RELAYED,
)

_LONGEST_RELAYED = 16  # tokens: "quoted Ruth Vale, a pilot of the port of Aas, as saying"


def relayed(sentence: Sentence, i: int, earlier: list[CuedReport], table: CueTable) -> CuedReport | None:
    """A report of a report: "the paper quoted Vale as saying", "Vale was quoted as saying"."""
    begins, at = _saying_ahead(sentence, i, table)
    if at < 0:
        return None
    relayer, own = subject_of(sentence, i, earlier)
    says = sentence.tokens[at].classes & (PRESENT_PARTICIPLE | PERFECT_PARTICIPLE)
    first, cue = relayer.first if relayer and own and says else i, sentence.span(i, at)
    if is_passive(sentence, i):
        return None if relayer is None else CuedReport(cue, CueKind.SAY, relayer, first, at, own)
    if begins == i + 2 and sentence.tokens[i + 1].classes & OBJECT_PRONOUN:
        quoted = pronoun_at(sentence, i + 1, i + 1)
        return CuedReport(cue, CueKind.SAY, quoted, first, at, relayer=relayer)
    named = phrase_starting(sentence, i + 1)
    if named is None:
        return None
    return CuedReport(cue, CueKind.SAY, mention_of(sentence, named), first, at, relayer=relayer)


def _saying_ahead(sentence: Sentence, i: int, table: CueTable) -> tuple[int, int]:
    """From where to where stands what a verb relays with: "as saying", "with the words"; -1 for nowhere."""
    tokens = sentence.tokens
    for j in range(i + 1, min(i + _LONGEST_RELAYED, len(tokens) - 1)):
        if tokens[j].kind == QUOTE or tokens[j].text in (":", ";"):
            break
        phrases = table.phrases.get(tokens[j].lower, ()) if tokens[j].classes & CUE_PHRASE else ()
        for phrase in phrases:
            if phrase.kind == "relayed" and stands_at(sentence, j, phrase):
                return j, j + len(phrase.words) - 1
        if tokens[j].classes & RELAYED:
            saying = tokens[j + 1]
            says = saying.classes & PERFECT_PARTICIPLE or (
                saying.classes & PRESENT_PARTICIPLE
                and any(cue.kind == CueKind.SAY for cue in table.verbs.get(saying.lower, ()))
            )
            return (j, j + 1) if says else (-1, -1)
    return -1, -1
