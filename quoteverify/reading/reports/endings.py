"""Where what somebody said ends, when its sentence goes on with something else."""

import attrs

from quoteverify.reading.reports.clauses import has_verb, is_clause, is_finite
from quoteverify.reading.reports.verbs import ReportWords
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import WORD
from quoteverify.reading.syntax.word_classes import (
    CONJUNCTION,
    COORDINATOR,
    CUE,
    PAST,
    PRESENT_PARTICIPLE,
    PRONOUN,
    SUBORDINATING_PREPOSITION,
)


@attrs.frozen
class CueClause:
    """Where a cue stands.

    Attributes:
        start: Its first token, with the subject before it.
        cue: The token of the cue itself.
        relative: Whether it is of a relative clause: Vale, *who said* the port was shut, left.
    """

    start: int
    cue: int
    relative: bool


def end_of_words(sentence: Sentence, clause: CueClause, first: int, last: int, words: ReportWords) -> int:
    """The last token of what was said, of a stretch that may hold more.

    Args:
        sentence: The sentence.
        clause: Where the cue stands.
        first: The first token of the stretch.
        last: Its last.
        words: The words of the language.
    """
    last = _before_bracket(sentence, first, last)
    ends = (
        i
        for i in range(first + 1, last)
        if sentence.tokens[i].text == ","
        and (
            sentence.at(i + 1).lower in words.ends  # "..., compared with the quay"
            or (first >= clause.cue and _tells_something_else(sentence, clause, i))
        )
    )
    return next(ends, last + 1) - 1


def _tells_something_else(sentence: Sentence, clause: CueClause, comma: int) -> bool:
    """Whether what stands behind a comma is of the sentence, and not of what was said."""
    return (
        (clause.relative and has_verb(sentence, comma + 1))
        or _leads_back(sentence, clause, comma)
        or _goes_on_telling(sentence, clause, comma)
    )


def _leads_back(sentence: Sentence, clause: CueClause, comma: int) -> bool:
    """Whether the main clause comes behind one that opens it: While Vale said it was shut, *Aas left*."""
    opening = sentence.tokens[0]
    opens = opening.kind == WORD or clause.start > 0
    subordinate = opening.classes & SUBORDINATING_PREPOSITION or (
        opening.classes & CONJUNCTION and not opening.classes & (COORDINATOR | PRONOUN)
    )
    if not (opens and subordinate) or any(t.text == "," for t in sentence.tokens[: clause.start]):
        return False
    return is_clause(sentence, comma + 1, strict=True)


def _goes_on_telling(sentence: Sentence, clause: CueClause, comma: int) -> bool:
    """Whether the speaker says more: said it was shut, *and added*; said so, *calling it* “a ruin”."""
    after = sentence.at(comma + 1)
    if after.kind != WORD:
        return False
    if after.classes & PRESENT_PARTICIPLE:
        return bool(after.classes & CUE)
    at = comma + 2
    told, cue = sentence.at(at), sentence.tokens[clause.cue]
    if not after.classes & COORDINATOR or told.kind != WORD or not told.classes & CUE:
        return False
    same_time = bool(told.classes & PAST) == bool(cue.classes & PAST)
    return same_time and is_finite(sentence, at)


def _before_bracket(sentence: Sentence, first: int, last: int) -> int:
    """The last token of a stretch in brackets that began before it: (Vale said it was shut.) The port."""
    depth = 0
    for i in range(first, last + 1):
        text = sentence.tokens[i].text
        depth += text == "("
        if text == ")":
            depth -= 1
            if depth < 0:
                return i - 1
    return last
