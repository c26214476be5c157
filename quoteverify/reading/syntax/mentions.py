"""Who could have spoken: a noun phrase as a name, a pronoun or the description of somebody.

And those of whom only a number tells: "some", "those surveyed", "one in five".
"""

from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.names import BareName, name_ending
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import EDGE, NAME, NUMBER, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    ADVERB,
    AGE,
    BODY,
    CONJUNCTION,
    CROWD,
    DETERMINER,
    GENITIVE,
    PERSON,
    POSTPOSED,
    PRONOUN,
    ROLE,
    SHARE,
    SHARING,
    SUBORDINATING_PREPOSITION,
    TITLE,
)

_AFTER_APPOSITION = (",", ".", ";", ":", ")")
_LONGEST_CROWD = 7  # tokens: "nearly nine out of every ten"


class MentionKind(StrEnum):
    """What a mention is by its form."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


@attrs.frozen
class Mention:
    """A noun phrase that may name a speaker.

    Attributes:
        span: All of it, description and all.
        kind: Its form.
        name: The bare name in it, "" where there is none.
        head: Its head word in lower case.
        first: The index of its first token in its sentence.
        last: The index of its last token.
        name_span: Where the bare name stands.
    """

    span: Span
    kind: MentionKind
    name: str
    head: str
    first: int
    last: int
    name_span: Span | None = None


def mention_of(sentence: Sentence, phrase: Phrase) -> Mention:
    """A mention made from a phrase."""
    first, head, last = phrase
    token = sentence.tokens[head]
    if first == head and token.kind == WORD and token.classes & PRONOUN:
        return pronoun_at(sentence, first, last)
    span, name = sentence.span(first, last), name_ending(sentence, first, head)
    if token.classes & POSTPOSED and first < head and sentence.tokens[head - 1].classes & PERSON:
        token = sentence.tokens[head - 1]  # "a source close to the minister"
    if name is None or (first == head < last and token.classes & ROLE):  # "Minister of Ports"
        return Mention(span, MentionKind.NOMINAL, "", token.lower, first, last)
    where = sentence.span(*name)
    return Mention(span, MentionKind.NAME, where.of(sentence.text), token.lower, first, last, where)


def pronoun_at(sentence: Sentence, first: int, last: int) -> Mention:
    """A mention made from a pronoun, or from an owner's: "her" claim."""
    span = sentence.span(first, last)
    return Mention(span, MentionKind.PRONOUN, "", sentence.tokens[first].lower, first, last)


def with_apposition(sentence: Sentence, mention: Mention) -> Mention:
    """The mention with the name that follows it: "his lawyer, Ruth Vale," is Ruth Vale."""
    office = _is_office(sentence, mention)
    if sentence.at(mention.last + 1).text != "," or (mention.kind != MentionKind.NOMINAL and not office):
        return mention
    after = mention.last + 2
    found = _apposition_at(sentence, after)
    if found is None and sentence.grammar.is_person(mention.head):
        found = _titled_apposition_at(sentence, after)
    if found is None or (office and found[1].first == found[1].last):  # "Minister of Ports, Fisheries and"
        return mention
    phrase, name = found
    where = sentence.span(*name)
    return attrs.evolve(
        mention,
        span=Span(mention.span.start, where.end),
        kind=MentionKind.NAME,
        name=where.of(sentence.text),
        last=phrase.last,
        name_span=where,
    )


def _is_office(sentence: Sentence, mention: Mention) -> bool:
    """Whether what has capitals as a name has is an office: "*Danish Ambassador to Aas*, Ruth Vale,"."""
    goes_on = mention.name_span is not None and mention.name_span.end < mention.span.end
    role = sentence.grammar.classes_of(mention.head) & ROLE
    return goes_on and bool(role) and sentence.tokens[mention.last].kind == NAME  # not "head of the firm"


def _apposition_at(sentence: Sentence, first: int) -> tuple[Phrase, BareName] | None:
    """The phrase between a place and the next point, and the name in it; None where more stands there."""
    if sentence.at(first).kind != NAME:
        return None
    phrase = phrase_starting(sentence, first)
    if phrase is None or sentence.tokens[phrase.head].kind != NAME:
        return None
    after = sentence.at(phrase.last + 1)
    if after.kind not in (EDGE, QUOTE) and after.text not in _AFTER_APPOSITION:
        return None
    name = name_ending(sentence, first, phrase.head)
    return None if name is None else (phrase, name)


def _titled_apposition_at(sentence: Sentence, first: int) -> tuple[Phrase, BareName] | None:
    """The phrase between commas for somebody with a role before the name: "her son, *the poet Tom Vale*,"."""
    phrase = phrase_starting(sentence, first)
    if phrase is None or phrase.head != phrase.last or sentence.at(phrase.last + 1).text != ",":
        return None
    name = None if sentence.tokens[phrase.head].classes & BODY else name_ending(sentence, first, phrase.head)
    if name is None or sentence.at(phrase.last + 2).classes & ADDITIVE:  # "the mayor, the poet Tom Vale, and"
        return None
    described = any(token.classes & (PERSON | TITLE) for token in sentence.tokens[first : name.first])
    return (phrase, name) if described else None


def crowd_ending(sentence: Sentence, last: int) -> Mention | None:
    """The people that a token before a verb ends, whom only how many they are tells; None for others.

    Args:
        sentence: The sentence.
        last: The index of the token.
    """
    if not _may_count(sentence, last):
        return None
    first = last
    while last - first < _LONGEST_CROWD and _may_count(sentence, first):
        first -= 1
    first += 1
    while first < last and sentence.tokens[first].classes & ADVERB:
        first += 1
    if sentence.tokens[first].classes & (SHARING | GENITIVE):
        return None  # "in 2010"
    counted = any(_counts(token) for token in sentence.tokens[first : last + 1])
    if not counted or not _opens_clause(sentence.at(first - 1)):
        return None
    return pronoun_at(sentence, first, last)


def _may_count(sentence: Sentence, i: int) -> bool:
    """Whether a word can stand in a share or a number of people."""
    token = sentence.at(i)
    if token.kind == NUMBER:
        return not token.classes & AGE  # "the 21-year-old" is one
    if token.text == "%":
        return sentence.at(i - 1).kind == NUMBER
    worded = token.kind == WORD or (token.kind == NAME and i == 0)  # "Nearly one in five"
    return worded and bool(token.classes & (CROWD | SHARE | DETERMINER | SHARING | GENITIVE | ADVERB))


def _counts(token: Token) -> bool:
    """Whether a word says how many, or which ones: "five", "most", "those"."""
    return token.kind == NUMBER or (token.kind == WORD and bool(token.classes & CROWD))


def _opens_clause(before: Token) -> bool:
    """Whether a clause can begin after a token."""
    begins = before.classes & (CONJUNCTION | SUBORDINATING_PREPOSITION)
    return before.kind in (EDGE, PUNCT, QUOTE) or (before.kind == WORD and bool(begins))
