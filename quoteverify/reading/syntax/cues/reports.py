"""Every report of a sentence, each by the phrase, the verb or the noun that is its cue."""

from quoteverify.reading.syntax.cues.by_noun import by_noun
from quoteverify.reading.syntax.cues.by_phrase import by_phrase
from quoteverify.reading.syntax.cues.by_verb import by_verb
from quoteverify.reading.syntax.cues.cue_table import Cue, CueTable, cue_table
from quoteverify.reading.syntax.cues.report import CuedReport
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import EDGE, NAME, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.word_classes import CONJUNCTION, CUE, CUE_NOUN, CUE_PHRASE
from quoteverify.text.language import LanguageProfile

_ANY_CUE = CUE | CUE_NOUN | CUE_PHRASE


def reports(sentence: Sentence, profile: LanguageProfile) -> list[CuedReport]:
    """Every report in a sentence, in order."""
    table = cue_table(profile)
    found: list[CuedReport] = []
    for i, token in enumerate(sentence.tokens):
        if token.classes & _ANY_CUE and token.kind in (WORD, NAME):
            report = _report_at(sentence, i, found, table)
            if report is not None:
                found.append(report)
    return found


def _report_at(sentence: Sentence, i: int, earlier: list[CuedReport], table: CueTable) -> CuedReport | None:
    """The report whose cue begins with a token: by a phrase, a verb or a noun."""
    token = sentence.tokens[i]
    report = by_phrase(sentence, i, earlier, table) if token.classes & CUE_PHRASE else None
    opens = token.kind == WORD or i == 0 or sentence.tokens[i - 1].kind == QUOTE
    cue = _cue_at(sentence, i, table) if report is None and token.classes & CUE and opens else None
    if cue is not None:
        report = by_verb(sentence, i, cue, earlier, table)
    if report is None and token.classes & CUE_NOUN and token.kind == WORD:
        report = by_noun(sentence, i)
    return report


def _cue_at(sentence: Sentence, i: int, table: CueTable) -> Cue | None:
    """The cue that a verb is, by its form and the particle that belongs to it; None where that is missing."""
    cues = table.verbs[sentence.tokens[i].lower]
    return next((cue for cue in cues if not cue.particle or _has_particle(sentence, i, cue.particle)), None)


def _has_particle(sentence: Sentence, i: int, particle: str) -> bool:
    """Whether a particle ends the clause of a verb."""
    for j in range(i + 1, len(sentence.tokens)):
        after = sentence.at(j + 1)
        ends = after.kind in (EDGE, PUNCT, QUOTE) or bool(after.classes & CONJUNCTION)
        if ends and sentence.tokens[j].lower == particle:
            return True
        if sentence.tokens[j].text in (";", ":"):
            return False
    return False
