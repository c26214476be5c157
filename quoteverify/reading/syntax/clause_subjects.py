"""Who the clauses of a sentence are about: their subjects, those of main clauses apart from the others."""

from collections.abc import Iterator

from quoteverify.reading.syntax.mentions import Mention, mention_of, with_apposition
from quoteverify.reading.syntax.phrases import phrases_in
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import heads_clause, own_subject, subject_after
from quoteverify.reading.syntax.tokens import Token
from quoteverify.reading.syntax.verbs import is_verb, verb_after
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    CONJUNCTION,
    COORDINATOR,
    SUBORDINATING_PREPOSITION,
)

_BEFORE_CLAUSE = 2  # tokens: "But even" as


def opens_subordinate(tokens: list[Token]) -> bool:
    """Whether a sentence opens with a clause that another follows: "While", "But even as", "Even before"."""
    i = 0
    while i < len(tokens) - 1 and tokens[i].classes & (COORDINATOR | ADVERB) and i < _BEFORE_CLAUSE:
        i += 1
    opening = tokens[i].classes
    return bool(opening & (CONJUNCTION | SUBORDINATING_PREPOSITION)) and not opening & COORDINATOR


def first_subject(sentence: Sentence, end: int) -> Mention | None:
    """The subject of the main clause before a token; of a subordinate one where there is no other."""
    fallback = None
    for mention, subordinate in subjects(sentence, end):
        if not subordinate:
            return mention
        fallback = fallback or mention
    return fallback


def subjects(sentence: Sentence, end: int) -> Iterator[tuple[Mention, bool]]:
    """The subjects of the clauses before a token, and whether each is of a subordinate clause."""
    for phrase in phrases_in(sentence, 0, end):
        first = phrase.first
        leads = heads_clause(sentence, first) and verb_after(sentence, phrase.last + 1) is not None
        if leads or _follows_verb(sentence, first):
            before = sentence.at(first - 1).classes
            mention = with_apposition(sentence, mention_of(sentence, phrase))
            yield mention, bool(before & CONJUNCTION and not before & COORDINATOR)


def _follows_verb(sentence: Sentence, first: int) -> bool:
    """Whether a phrase is the subject of the verb right before it, which has none before."""
    verb = first - 1
    if verb < 0 or not sentence.grammar.syntax.verb_second or not is_verb(sentence, verb):
        return False
    return own_subject(sentence, verb) is None and subject_after(sentence, verb) is not None
