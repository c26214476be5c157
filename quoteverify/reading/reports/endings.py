"""Where what somebody said ends, when its sentence goes on with something else."""

import attrs

from quoteverify.reading.reports.clauses import has_verb, is_clause, is_finite
from quoteverify.reading.reports.verbs import ReportWords
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    DETERMINER,
    INDEFINITE_ARTICLE,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    RELATIVE,
    SUBORDINATING_PREPOSITION,
)


@attrs.frozen
class CueClause:
    """Where a cue stands.

    Attributes:
        start: Its first token, with the subject before it.
        cue: The token of the cue itself.
        subject: The first token of its subject, which another verb may have before it.
        relative: Whether it is of a relative clause: Vale, *who said* the port was shut, left.
        within: Whether it is told within a subject, whose verb comes behind: the man *who said so* left.
    """

    start: int
    cue: int
    subject: int
    relative: bool
    within: bool = False


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
    follows = first >= clause.cue
    if follows and clause.within:
        last = _before_main_verb(sentence, first, last)
    for i in range(first + 1, last):
        token = sentence.tokens[i]
        if token.text == ",":
            no_more = _says_no_more(sentence, i + 1, words)
            compared = sentence.at(i + 1).lower in words.ends  # "..., compared with the quay"
            more = no_more or _tells_something_else(sentence, clause, i)
            ends = compared or _is_judged(sentence, i + 1, words) or (follows and more)
        elif follows and (token.text == ":" or token.classes & COORDINATOR):
            ends = _is_quoted_next(sentence, clause, i) or _says_no_more(sentence, i, words)
        else:
            continue
        if ends:
            return i - 1
    return last


def _before_main_verb(sentence: Sentence, first: int, last: int) -> int:
    """The last token of a stretch that runs into the verb of the sentence: who said so *has left*."""
    verbs, clauses = 0, 1
    for i in range(first, last):
        token = sentence.tokens[i]
        if token.kind in (PUNCT, QUOTE) or token.classes & (CONJUNCTION | SUBORDINATING_PREPOSITION):
            clauses += 1
        elif (not verbs or token.classes & (AUXILIARY | PAST)) and _begins_group(sentence, i):
            verbs += 1
            if i - 1 > first and _is_about_noun(sentence, i):
                clauses += 1
            if verbs > clauses:
                return i - 1
    return last


def _is_about_noun(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a pronoun for its subject that no conjunction brings in: the boat *she had*."""
    pronoun = sentence.at(verb - 1).classes & PRONOUN
    return bool(pronoun) and not sentence.at(verb - 2).classes & CONJUNCTION


def _begins_group(sentence: Sentence, i: int) -> bool:
    """Whether a finite verb goes not on with the one before it, as "shut" does in "was shut"."""
    if not is_finite(sentence, i) or sentence.at(i - 1).classes & AUXILIARY:
        return False
    return bool(sentence.tokens[i].classes & AUXILIARY) or not is_finite(sentence, i - 1)


def _is_judged(sentence: Sentence, i: int, words: ReportWords) -> bool:
    """Whether a noun for what was said begins here, with a clause about it: so, *a claim Vale denies*."""
    noun = next((k for k in (i + 1, i + 2) if sentence.at(k).lower in words.judges), None)
    if noun is None or not sentence.at(i).classes & INDEFINITE_ARTICLE:
        return False
    after = sentence.at(noun + 1)
    relative = after.classes & (COMPLEMENTISER | RELATIVE) or after.kind == NAME
    return bool(relative or after.classes & (PRONOUN | DETERMINER))


def _tells_something_else(sentence: Sentence, clause: CueClause, comma: int) -> bool:
    """Whether what stands behind a comma is of the sentence, and not of what was said."""
    return (
        (clause.relative and has_verb(sentence, comma + 1))
        or _leads_back(sentence, clause, comma)
        or _goes_on_telling(sentence, clause, comma)
    )


def _leads_back(sentence: Sentence, clause: CueClause, comma: int) -> bool:
    """Whether the main clause comes behind one that opens it: While Vale said it was shut, *Aas left*."""
    if not _opens_sentence(sentence, clause):
        return False
    return is_clause(sentence, comma + 1, strict=True)


def _opens_sentence(sentence: Sentence, clause: CueClause) -> bool:
    """Whether a cue stands in a clause that the main one follows: a day after Vale said so, Aas left."""
    participle = sentence.tokens[clause.cue].classes & (PRESENT_PARTICIPLE | PARTICIPLE)
    if participle and (not clause.cue or (clause.cue == 1 and sentence.tokens[0].classes & PREPOSITION)):
        return True  # "Saying it was shut, Vale left." "By saying so, ..."
    at = min(clause.subject, clause.start) - 1
    before = sentence.at(at)
    opens = before.classes & SUBORDINATING_PREPOSITION or (
        before.classes & CONJUNCTION and not before.classes & (COORDINATOR | PRONOUN | COMPLEMENTISER)
    )
    if before.kind not in (WORD, NAME) or not opens:
        return False
    main = next((i for i in range(at - 1, -1, -1) if sentence.tokens[i].classes & COORDINATOR), -1)
    return not any(is_finite(sentence, i) for i in range(max(main + 1, 1), at))


def _goes_on_telling(sentence: Sentence, clause: CueClause, comma: int) -> bool:
    """Whether the speaker says more: said it was shut, *and added*; said so, *calling it* “a ruin”."""
    after = sentence.at(comma + 1)
    if after.kind != WORD:
        return False
    if after.classes & PRESENT_PARTICIPLE:
        return bool(after.classes & CUE)
    return bool(after.classes & COORDINATOR) and _tells_at_once(sentence, clause, comma + 2)


def _tells_at_once(sentence: Sentence, clause: CueClause, at: int) -> bool:
    """Whether a verb of saying stands here in the tense of the cue."""
    told, cue = sentence.at(at), sentence.tokens[clause.cue]
    if told.kind != WORD or not told.classes & CUE:
        return False
    same_time = bool(told.classes & PAST) == bool(cue.classes & PAST)
    return same_time and is_finite(sentence, at)


def _is_quoted_next(sentence: Sentence, clause: CueClause, i: int) -> bool:
    """Whether a quotation follows that is told apart: said so*: “...”*; said so *and added, “...”*."""
    token = sentence.tokens[i]
    if token.text == ":":
        return sentence.at(i + 1).kind == QUOTE
    if token.kind != WORD or not token.classes & COORDINATOR or not _tells_at_once(sentence, clause, i + 1):
        return False
    after = sentence.at(i + 2)
    return after.kind == QUOTE or (after.text in (",", ":") and sentence.at(i + 3).kind == QUOTE)


def _says_no_more(sentence: Sentence, i: int, words: ReportWords) -> bool:
    """Whether what the speaker does not say is told next: said it was shut *but would not say* when."""
    token = sentence.at(i)
    if token.kind != WORD or not token.classes & COORDINATOR:
        return False
    group = []
    while sentence.at(i + 1).kind == WORD and sentence.at(i + 1).classes & (AUXILIARY | ADVERB):
        i += 1
        group.append(sentence.tokens[i])
    told = words.verbs.get(sentence.at(i + 1).lower)
    helped = any(token.classes & AUXILIARY for token in group)
    return told is not None and told.verb and helped and words.deny(group)


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
