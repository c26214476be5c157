"""What a writer adds to what was said, in its own sentence: said it was shut, *a blow to the crew*."""

from quoteverify.reading.reports.adjuncts import first_of_two
from quoteverify.reading.reports.clauses import has_verb, is_clause, is_finite
from quoteverify.reading.reports.verbs import ReportWords, Tense
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NUMBER, QUOTE, WORD
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    ADVERB,
    AUXILIARY,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    DETERMINER,
    INDEFINITE_ARTICLE,
    INFINITIVE_MARKER,
    PAST,
    PERSON,
    PREDETERMINER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    RELATIVISER,
    RELAYED,
    SHARE,
)

_SHORT_APPOSITION = 3  # tokens: "said he was a Whig, a liberal"


def is_aside(sentence: Sentence, i: int, last: int, words: ReportWords) -> bool:
    """Whether what a comma has behind it, up to a token, is told by the writer alone."""
    return (
        sentence.at(i).lower in words.ends  # "..., compared with the quay"
        or _relates_otherwise(sentence, i, last, words)
        or sums_up(sentence, i, last)
        or _sets_against(sentence, i)
    )


def tense_of(sentence: Sentence, i: int, words: ReportWords) -> Tense:
    """The tense of a finite verb."""
    token = sentence.tokens[i]
    named = words.tense.name(token.lower.replace("’", "'"))
    if named is not None:
        return Tense(named)
    return Tense.PAST if token.classes & PAST else Tense.PRESENT


def breaks_off(sentence: Sentence, first: int, dash: int, last: int) -> bool:
    """Whether a dash leads to what the writer adds: it was shut — *a point that Vale denies*.

    Args:
        sentence: The sentence.
        first: The first token of what was said.
        dash: The dash.
        last: The last token that what was said may have; another dash before it makes a parenthesis.
    """
    tokens = sentence.tokens
    joined = tokens[dash].text == "-" and tokens[dash].start == tokens[dash - 1].end
    if joined or sum(token.text in DASHES for token in tokens[first : last + 1]) > 1:
        return False
    after = sentence.at(dash + 1)
    if after.kind != WORD:
        return is_clause(sentence, dash + 1, strict=True)
    if after.classes & (PREPOSITION | INFINITIVE_MARKER | COMPLEMENTISER | PREDETERMINER):
        return False
    if after.classes & (COORDINATOR | CONJUNCTION):
        return is_clause(sentence, dash + 2, strict=True)
    apposed = sums_up(sentence, dash + 1, last, article=DETERMINER)
    return apposed or is_clause(sentence, dash + 1, strict=True)


def _relates_otherwise(sentence: Sentence, i: int, last: int, words: ReportWords) -> bool:
    """Whether a relative clause tells what is so today, or how somebody calls it: *which sails at noon*."""
    relative = i + 1 if sentence.at(i).classes & PREPOSITION else i
    token = sentence.at(relative)
    if token.kind != WORD or not token.classes & (RELATIVE | RELATIVISER):
        return False
    verb = next((k for k in range(relative + 1, last + 1) if is_finite(sentence, k)), None)
    if verb is None or _returns(sentence, verb, last) or _gives_reason(sentence, verb, last):
        return False
    named = sentence.tokens[verb].classes & CUE and sentence.at(verb - 1).classes & PRONOUN
    tense = tense_of(sentence, verb, words)
    if named or (relative > i and tense == Tense.PAST):
        return True
    quoted = any(token.kind == QUOTE for token in sentence.tokens[i : last + 1])
    return tense == Tense.PRESENT and not quoted


def _returns(sentence: Sentence, i: int, last: int) -> bool:
    """Whether the verb comes behind what a comma holds: the ferry, which is full *, sails*."""
    return any(sentence.tokens[j].text == "," and has_verb(sentence, j + 1) for j in range(i, last))


def _gives_reason(sentence: Sentence, i: int, last: int) -> bool:
    """Whether what was said goes on behind a comma with a clause of its own: ..., *because they are old*."""
    return any(
        sentence.tokens[j].text == ","
        and sentence.at(j + 1).classes & CONJUNCTION
        and not sentence.at(j + 1).classes & (COORDINATOR | RELATIVE)
        for j in range(i, last)
    )


def sums_up(sentence: Sentence, i: int, last: int, *, article: int = INDEFINITE_ARTICLE) -> bool:
    """Whether a noun with an article sums up what was said: the port would close, *a blow to the crew*."""
    opening, phrase = sentence.at(i), phrase_starting(sentence, i)
    if opening.kind != WORD or not opening.classes & article or phrase is None:
        return False
    if last - i < _SHORT_APPOSITION or sentence.tokens[phrase.head].classes & PERSON:
        return False
    if first_of_two(sentence, phrase) is None and is_clause(sentence, i, strict=True):
        return False
    after = sentence.at(phrase.last + 1)
    listed = after.text == "," or after.classes & ADDITIVE  # "a mess, a ruin and a trap"
    goes_on = any(token.text == "," for token in sentence.tokens[phrase.last : last])
    return not listed and not goes_on


def _sets_against(sentence: Sentence, i: int) -> bool:
    """Whether others are told beside who speaks: so, *while 40 percent* doubt it; so, *as have* others."""
    opening, after = sentence.at(i), sentence.at(i + 1)
    if opening.classes & RELAYED:
        return bool(after.classes & AUXILIARY)
    subordinates = opening.classes & CONJUNCTION and not opening.classes & COORDINATOR
    if after.classes & (ADVERB | SHARE):  # "while only 40 percent", "while about four in ten"
        after = sentence.at(i + 2)
    return bool(subordinates) and (after.kind == NUMBER)
