"""People who say something and have neither a name nor a noun: "some", "those surveyed", "one in five"."""

from quoteverify.reading.reports.verbs import ReportWords
from quoteverify.reading.syntax.mentions import Mention, pronoun_at
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import EDGE, NAME, NUMBER, PUNCT, WORD, Token
from quoteverify.reading.syntax.verbs import before_verb_group
from quoteverify.reading.syntax.word_classes import ADVERB, CONJUNCTION, DETERMINER, GENITIVE, SHARING

_LONGEST = 7  # tokens: "nearly nine out of every ten"


def crowd_before(sentence: Sentence, verb: int, words: ReportWords) -> Mention | None:
    """The people before a verb, whom only how many they are tells; None where others are its subject.

    Args:
        sentence: The sentence.
        verb: The index of the verb.
        words: The words of the language.
    """
    last = before_verb_group(sentence, verb)
    if not _may_count(sentence, last, words):
        return None
    first = last
    while last - first < _LONGEST and _may_count(sentence, first, words):
        first -= 1
    first += 1
    while first < last and sentence.tokens[first].classes & ADVERB:
        first += 1
    counted = any(_counts(token, words) for token in sentence.tokens[first : last + 1])
    if not counted or not _opens_clause(sentence.at(first - 1)):
        return None
    return pronoun_at(sentence, first, last)


def _may_count(sentence: Sentence, i: int, words: ReportWords) -> bool:
    """Whether a word can stand in a share or a number of people."""
    token = sentence.at(i)
    if token.kind == NUMBER:
        return True
    of_a_share = token.classes & (DETERMINER | SHARING | GENITIVE | ADVERB) or token.lower in words.share
    worded = token.kind == WORD or (token.kind == NAME and i == 0)  # "Nearly one in five"
    return worded and bool(of_a_share or token.lower in words.crowd)


def _counts(token: Token, words: ReportWords) -> bool:
    """Whether a word says how many, or which ones: "five", "most", "those"."""
    return token.kind == NUMBER or (token.kind == WORD and token.lower in words.crowd)


def _opens_clause(before: Token) -> bool:
    """Whether a clause can begin after a token."""
    return before.kind in (EDGE, PUNCT) or (before.kind == WORD and bool(before.classes & CONJUNCTION))
