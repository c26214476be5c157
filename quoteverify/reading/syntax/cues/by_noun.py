"""Reports by a noun that somebody owns: "Vale's claim", "her recent claim", "a claim by Vale"."""

from quoteverify.reading.syntax.cues.report import CuedReport, CueKind, report_by
from quoteverify.reading.syntax.mentions import Mention, mention_of, pronoun_at
from quoteverify.reading.syntax.phrases import phrase_ending, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, WORD, Token
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AUTHOR,
    CLOSED,
    CROWD,
    GENITIVE,
    PARTITIVE,
    POSSESSIVE,
    POSSESSIVE_ENDING,
    POSSESSIVE_MARK,
    PRESENT_PARTICIPLE,
)

_LONGEST_OWNED = 3  # words: "Vale's last public claim" has two between the owner and the noun


def by_noun(sentence: Sentence, i: int) -> CuedReport | None:
    """A report by a noun that somebody owns: "Vale's claim", "her recent claim", "a claim by Vale"."""
    return report_by(sentence, i, CueKind.NOUN, _owner(sentence, i), own=True)


def _owner(sentence: Sentence, noun: int) -> Mention | None:
    """Who owns a noun, by what stands before it or by a preposition after it."""
    tokens, before = sentence.tokens, sentence.at(noun - 1)
    if before.kind == NAME and before.classes & POSSESSIVE_ENDING:
        phrase = phrase_ending(sentence, noun - 1)
        return None if phrase is None else mention_of(sentence, phrase)
    at = noun - 1
    while noun - at <= _LONGEST_OWNED and _is_described(sentence.at(at)):
        at -= 1
    if at < 0:
        return None
    owner = _possessor(sentence, at) or _author(sentence, noun + 1)
    if owner is None and tokens[at].kind == WORD and tokens[at].classes & POSSESSIVE:
        return pronoun_at(sentence, at, at)
    return owner


def _is_described(token: Token) -> bool:
    """Whether a token may stand between a noun and who owns it: "last", "most public"."""
    return token.kind in (WORD, NAME) and (
        not token.classes & CLOSED or bool(token.classes & (ADVERB | CROWD))
    )


def _possessor(sentence: Sentence, mark: int) -> Mention | None:
    """Who owns what stands after a possessive mark: "Vale's"."""
    tokens = sentence.tokens
    phrase = phrase_ending(sentence, mark - 1) if tokens[mark].classes & POSSESSIVE_MARK else None
    if phrase is None:
        return None
    if tokens[phrase.first].classes & PARTITIVE and tokens[phrase.first + 1].classes & GENITIVE:
        phrase = phrase._replace(first=phrase.first + 2)  # in "one of Vale's remarks" the remarks are Vale's
    return mention_of(sentence, phrase)


def _author(sentence: Sentence, preposition: int) -> Mention | None:
    """Whose words a preposition after a noun says them to be: "by Vale", "from Vale"."""
    if not sentence.at(preposition).classes & AUTHOR:
        return None
    if (
        sentence.at(preposition + 1).classes & PRESENT_PARTICIPLE
        and sentence.at(preposition + 1).kind == WORD
    ):
        return None  # "denied the claim by tweeting"
    named = phrase_starting(sentence, preposition + 1)
    return None if named is None else mention_of(sentence, named)
