"""Where what somebody said ends, when its sentence goes on with something else."""

import attrs

from quoteverify.reading.reports.asides import breaks_off, is_aside, tense_of
from quoteverify.reading.reports.clauses import has_verb, is_clause, is_finite
from quoteverify.reading.reports.verbs import ReportWords, Tense
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NAME, NUMBER, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    ADVERB,
    AUXILIARY,
    BE,
    CLOSED,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    DETERMINER,
    MANNER_ADVERB,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    RELATIVE,
    SUBORDINATING_PREPOSITION,
    THIRD_PERSON,
)


@attrs.frozen
class CueClause:
    """Where a cue stands.

    Attributes:
        start: Its first token, with the subject before it.
        cue: The token of the cue itself.
        subject: The first token of its subject, which another verb may have before it.
        relative: Whether it is of a relative clause: Vale, *who said* the port was shut, left.
        sourced: Whether it only names a source: According to Vale, the port was shut.
        between: Whether it stands amid what was said: The port, Vale said, was shut.
        asks: Whether it brings in a question: asked if the port was shut.
        within: Whether it is told within a subject, whose verb comes behind: the man *who said so* left.
    """

    start: int
    cue: int
    subject: int
    relative: bool
    sourced: bool
    between: bool
    asks: bool
    within: bool


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
    ahead = range(first + 1, last) if follows else ()
    return next((i - 1 for i in ahead if _ends_before(sentence, clause, (first, last), i, words)), last)


def _ends_before(
    sentence: Sentence, clause: CueClause, part: tuple[int, int], i: int, words: ReportWords
) -> bool:
    """Whether a sentence goes on with something else than what was said, a part of it, from a token on."""
    token = sentence.tokens[i]
    if token.text == ",":
        return _ends_before_comma(sentence, clause, part, i, words)
    if token.text in DASHES:
        return (
            (clause.relative and _goes_on_without(sentence, part[0], i))
            or _goes_on_telling(sentence, clause, i)
            or breaks_off(sentence, part[0], i, part[1])
        )
    if token.text == ";":
        return sentence.at(i + 1).kind == NUMBER  # a survey's next answer
    if token.text == ":" or token.classes & COORDINATOR:
        return (
            _is_quoted_next(sentence, clause, i)
            or _says_no_more(sentence, i, words)
            or _speaks_next(sentence, clause, part[0], i, words)
        )
    return False


def _ends_before_comma(
    sentence: Sentence, clause: CueClause, part: tuple[int, int], comma: int, words: ReportWords
) -> bool:
    """Whether what stands behind a comma was not said, or is said next."""
    return (
        _says_no_more(sentence, comma + 1, words)
        or _tells_something_else(sentence, clause, part[0], comma)
        or (not clause.between and _acts_next(sentence, clause, part[0], comma, words))
        or (not clause.sourced and is_aside(sentence, comma + 1, part[1], words))
    )


def _speaks_next(sentence: Sentence, clause: CueClause, first: int, i: int, words: ReportWords) -> bool:
    """Whether a cue follows that shares the subject, and not the tense of what was said: *and praised* it.

    Or an auxiliary that repeats the one of the cue: has said it is safe *and has* gone.
    """
    verb = _past_adverbs(sentence, i + 1)
    if sentence.at(verb).kind != WORD or not is_finite(sentence, verb) or _is_of_noun(sentence, verb):
        return False
    said = next((k for k in range(first, i) if is_finite(sentence, k)), None)
    if said is not None and _shares_auxiliary(sentence, clause, verb, said, words):
        return True
    if said is not None and _goes_with(sentence, said, verb, words):
        return False
    if said is None or tense_of(sentence, said, words) == tense_of(sentence, verb, words):
        return said is not None and _repeats_auxiliary(sentence, clause, verb, said)
    return _tells_at_once(sentence, clause, verb)


def _is_of_noun(sentence: Sentence, verb: int) -> bool:
    """Whether a participle describes the noun behind it: leaders and *elected officials*."""
    after = sentence.at(verb + 1)
    noun = after.kind == WORD and after.classes & PLURAL and not after.classes & CLOSED
    return bool(noun and sentence.tokens[verb].classes & PAST)


def _goes_with(sentence: Sentence, said: int, verb: int, words: ReportWords) -> bool:
    """Whether a verb goes on with an auxiliary: would not vote *or ask*, has not left *and called*."""
    helping, token = sentence.tokens[said], sentence.tokens[verb]
    if tense_of(sentence, said, words) == Tense.MODAL:
        return not token.classes & (PAST | THIRD_PERSON | AUXILIARY)
    perfect = helping.classes & AUXILIARY and not helping.classes & BE
    return bool(perfect and token.classes & PAST)


def _shares_auxiliary(
    sentence: Sentence, clause: CueClause, verb: int, said: int, words: ReportWords
) -> bool:
    """Whether a participle goes on with the auxiliary of the cue: *has said* it is so *and pointed* to it."""
    token = sentence.tokens[verb]
    helped = _tense_of_cue(sentence, clause, words) != tense_of(sentence, clause.cue, words)
    participle = token.classes & PAST and not token.classes & AUXILIARY
    return bool(helped and participle) and tense_of(sentence, said, words) == Tense.PRESENT


def _repeats_auxiliary(sentence: Sentence, clause: CueClause, verb: int, said: int) -> bool:
    """Whether a verb begins as the cue does, and what was said does not: *has* said, *has* gone."""
    helping = sentence.tokens[verb]
    if not helping.classes & AUXILIARY or helping.lower == sentence.tokens[said].lower:
        return False
    return sentence.at(_before_adverbs(sentence, clause.cue - 1)).lower == helping.lower


def _before_adverbs(sentence: Sentence, i: int) -> int:
    """The index before the adverbs that end at one."""
    while sentence.at(i).kind == WORD and sentence.at(i).classes & (ADVERB | MANNER_ADVERB):
        i -= 1
    return i


def _acts_next(sentence: Sentence, clause: CueClause, first: int, comma: int, words: ReportWords) -> bool:
    """Whether the speaker does something next, in the tense of the cue: said so, *but he left*."""
    joint = sentence.at(comma + 1)
    if joint.kind != WORD or not joint.classes & COORDINATOR or joint.classes & COMPLEMENTISER:
        return False
    subject = phrase_starting(sentence, comma + 2)
    pronoun = subject if subject is not None and _is_pronoun(sentence.tokens[subject.head]) else None
    if pronoun is None and subject is not None and _tells_as_well(sentence, clause, subject, words):
        return True
    verb = _past_adverbs(sentence, comma + 2 if pronoun is None else pronoun.last + 1)
    if verb >= len(sentence.tokens) or not is_finite(sentence, verb):
        return False
    if tense_of(sentence, verb, words) != _tense_of_cue(sentence, clause, words):
        return False
    return pronoun is not None or _shares_subject_of_cue(sentence, first, comma, verb, words)


def _tells_as_well(sentence: Sentence, clause: CueClause, subject: Phrase, words: ReportWords) -> bool:
    """Whether somebody else says something next: said it was late, *but her chief told* her to stay."""
    verb = _past_adverbs(sentence, subject.last + 1)
    return sentence.at(verb).lower in words.verbs and _tells_at_once(sentence, clause, verb)


def _is_pronoun(token: Token) -> bool:
    """Whether a token stands for somebody named before: "he", not "one"."""
    return bool(token.classes & PRONOUN) and not token.classes & DETERMINER


def _shares_subject_of_cue(sentence: Sentence, first: int, comma: int, verb: int, words: ReportWords) -> bool:
    """Whether a verb behind a comma goes on with the cue, not with what was said: said so, *and left*."""
    if sentence.tokens[verb].classes & CUE:
        return bool(sentence.tokens[comma + 1].classes & ADDITIVE)
    said = next((k for k in range(first, comma) if is_finite(sentence, k)), None)
    return said is not None and tense_of(sentence, said, words) != tense_of(sentence, verb, words)


def _tense_of_cue(sentence: Sentence, clause: CueClause, words: ReportWords) -> Tense:
    """The tense of a cue, with its auxiliary: has said."""
    i = _before_adverbs(sentence, clause.cue - 1)
    helped = sentence.at(i).kind == WORD and sentence.at(i).classes & AUXILIARY
    return tense_of(sentence, i if helped else clause.cue, words)


def _past_adverbs(sentence: Sentence, i: int) -> int:
    """The index after the adverbs that stand at one."""
    while sentence.at(i).kind == WORD and sentence.at(i).classes & (ADVERB | MANNER_ADVERB):
        i += 1
    return i


def _before_main_verb(sentence: Sentence, first: int, last: int) -> int:
    """The last token of a stretch that runs into the verb of the sentence: who said so *has left*."""
    verbs, clauses = 0, 1
    for i in range(first + 1, last):
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


def _tells_something_else(sentence: Sentence, clause: CueClause, first: int, comma: int) -> bool:
    """Whether what stands behind a comma is of the sentence, and not of what was said."""
    within = not clause.between and (
        (clause.relative and _goes_on_without(sentence, first, comma))
        or _leads_back(sentence, clause, first, comma)
    )
    return within or _goes_on_telling(sentence, clause, comma)


def _leads_back(sentence: Sentence, clause: CueClause, first: int, comma: int) -> bool:
    """Whether the main clause comes behind one that opens it: While Vale said it was shut, *Aas left*."""
    while sentence.tokens[first].kind == PUNCT or sentence.tokens[first].classes & ADVERB:
        first += 1  # "said that, even if it rained, they would sail"
    opening = sentence.tokens[first]
    inner = opening.kind == WORD and not clause.asks and bool(_subordinates(opening))
    if inner and not any(token.text == "," for token in sentence.tokens[first:comma]):
        return False  # "said that when it rained, they left"
    if is_clause(sentence, comma + 1, strict=True):
        return _opens_sentence(sentence, clause)
    return _goes_on_without(sentence, first, comma) and _is_parenthesis(sentence, clause)


def _goes_on_without(sentence: Sentence, first: int, comma: int) -> bool:
    """Whether a verb behind a comma has its subject before what was said."""
    return has_verb(sentence, comma + 1) and any(is_finite(sentence, i) for i in range(first, comma))


def _subordinates(token: Token) -> int:
    """Whether a word brings in a clause that another one governs."""
    if token.classes & SUBORDINATING_PREPOSITION:
        return token.classes
    return token.classes & CONJUNCTION and not token.classes & (COORDINATOR | PRONOUN | COMPLEMENTISER)


def _is_parenthesis(sentence: Sentence, clause: CueClause) -> bool:
    """Whether a cue stands in what a comma opened behind a subject: The letter, *saying so*, was late."""
    for i in range(clause.cue, 1, -1):
        if sentence.tokens[i - 1].text == ",":
            opening = sentence.tokens[i]
            brings = _subordinates(opening) or opening.classes & PRESENT_PARTICIPLE
            return bool(brings) and not any(is_finite(sentence, k) for k in range(1, i - 1))
    return False


def _opens_sentence(sentence: Sentence, clause: CueClause) -> bool:
    """Whether a cue stands in a clause that the main one follows: a day after Vale said so, Aas left."""
    participle = sentence.tokens[clause.cue].classes & (PRESENT_PARTICIPLE | PARTICIPLE)
    if participle and (not clause.cue or (clause.cue == 1 and sentence.tokens[0].classes & PREPOSITION)):
        return True  # "Saying it was shut, Vale left." "By saying so, ..."
    at = min(clause.subject, clause.start) - 1
    main = next((i for i in range(at - 1, -1, -1) if _parts_main_clauses(sentence, i)), -1)
    opens = False
    for i in range(at, main, -1):
        token = sentence.tokens[i]
        word = token.kind in (WORD, NAME)
        opens = opens or (word and bool(_subordinates(token) or token.classes & (COMPLEMENTISER | RELATIVE)))
        if i > 0 and is_finite(sentence, i):
            return False
    return opens


def _parts_main_clauses(sentence: Sentence, i: int) -> bool:
    """Whether a main clause may begin anew behind a token."""
    return bool(sentence.tokens[i].classes & COORDINATOR) or sentence.tokens[i].text in (":", ";")


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
    if not told.classes & PAST and bool(told.classes & THIRD_PERSON) != bool(cue.classes & THIRD_PERSON):
        return False  # "says it broke federal and state law"
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
