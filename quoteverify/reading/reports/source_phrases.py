"""Reports by a phrase that names a source: According to Vale, the port was shut."""

from quoteverify.models import Reason
from quoteverify.reading.reports.clauses import goes_on, is_clause, is_finite, last_printed, words_start
from quoteverify.reading.reports.told import Part, Told
from quoteverify.reading.reports.verbs import ReportCue
from quoteverify.reading.syntax.cues.report import CuedReport
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import QUOTE, WORD
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    CONJUNCTION,
    COORDINATOR,
    CUE_PHRASE,
    PREPOSITION,
    RELATIVE,
    RELATIVISER,
    SUBORDINATING_PREPOSITION,
)


def told_by_source(sentence: Sentence, report: CuedReport, cue: ReportCue) -> Told | None:
    """A report by a phrase that names a source: According to Vale, the port was shut."""
    first, last = report.start, len(sentence.tokens) - 1
    comma = _comma_after_source(sentence, report.end + 1)
    start = next((i + 1 for i in range(first - 1, -1, -1) if _parts_clauses(sentence, i)), 0)
    if _opens_clause(sentence, start, first):
        begin = report.end + 1 if comma is None else comma + 1
        parts = [(begin, last)] if begin <= last else []
    else:
        parts = [(start or words_start(sentence, first), first - 1)]
        opening = sentence.tokens[parts[0][0]]
        if opening.kind == QUOTE and last_printed(sentence, opening) in (",", "?", "!"):
            return None  # “...?” Vale said, according to the Port News
        if comma is not None and _goes_on_after_source(sentence, parts[0], comma + 1):
            parts += [(comma + 1, last)]
    return Told(report, cue, tuple(parts), Reason.ACCORDING_TO) if parts else None


def _parts_clauses(sentence: Sentence, i: int) -> bool:
    """Whether a point has another clause after it than before: It was late*:* he left, not 8*:*30."""
    if sentence.tokens[i].text not in (";", ":") or sentence.at(i + 1).start == sentence.tokens[i].end:
        return False
    sourced = bool(sentence.at(i + 1).classes & CUE_PHRASE)
    return sourced or is_clause(sentence, i + 1, strict=True)


def _opens_clause(sentence: Sentence, start: int, first: int) -> bool:
    """Whether what was said follows a source: But, *according to Vale*, it was shut."""
    tokens = sentence.tokens[start:first]
    if all((t.kind == WORD and t.classes & (COORDINATOR | ADVERB)) or t.text == "," for t in tokens):
        return True
    before = sentence.at(first - 2)
    opens = before.kind == WORD and before.classes & (CONJUNCTION | SUBORDINATING_PREPOSITION)
    return sentence.at(first - 1).text == "," and bool(opens)


def _goes_on_after_source(sentence: Sentence, first: Part, i: int) -> bool:
    """Whether what was said goes on behind a source: no clause of its own, and nothing that is told of it."""
    if not any(is_finite(sentence, k) for k in range(first[0], first[1] + 1)):
        return True
    after = sentence.at(i)
    if is_finite(sentence, i):
        return True
    if after.kind != WORD or not after.classes & (CONJUNCTION | PREPOSITION) or after.classes & RELATIVE:
        return False
    return not (after.classes & COORDINATOR and is_clause(sentence, i + 1, strict=True))


def _comma_after_source(sentence: Sentence, i: int) -> int | None:
    """The comma that ends a source, past what describes it."""
    best, described = None, False
    for j in range(i, len(sentence.tokens)):
        token = sentence.tokens[j]
        if token.text in (";", ":", "("):
            break
        if token.text != ",":
            continue
        after = sentence.at(j + 1)
        if after.kind == WORD and after.classes & RELATIVISER:  # ", who runs it," is of the source
            best, described = None, True
        elif described:
            if goes_on(sentence, j + 1):
                return j
        else:
            best = j if best is None else best
            opens = after.classes & CONJUNCTION and not after.classes & COORDINATOR
            if goes_on(sentence, j + 1) or opens:
                return j
    return best
