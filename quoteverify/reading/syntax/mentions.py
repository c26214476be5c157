"""Who could have spoken: a noun phrase as a name, a pronoun or the description of somebody."""

from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.names import Name, name_ending
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import EDGE, NAME, QUOTE, WORD
from quoteverify.reading.syntax.word_classes import ADDITIVE, BODY, PERSON, PRONOUN, TITLE

_AFTER_APPOSITION = (",", ".", ";", ":", ")")


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
    if name is None:
        return Mention(span, MentionKind.NOMINAL, "", token.lower, first, last)
    where = sentence.span(*name)
    return Mention(span, MentionKind.NAME, where.of(sentence.text), token.lower, first, last, where)


def pronoun_at(sentence: Sentence, first: int, last: int) -> Mention:
    """A mention made from a pronoun, or from an owner's: "her" claim."""
    span = sentence.span(first, last)
    return Mention(span, MentionKind.PRONOUN, "", sentence.tokens[first].lower, first, last)


def with_apposition(sentence: Sentence, mention: Mention) -> Mention:
    """The mention with the name that follows it: "his lawyer, Ruth Vale," is Ruth Vale."""
    if mention.kind != MentionKind.NOMINAL or sentence.at(mention.last + 1).text != ",":
        return mention
    after = mention.last + 2
    found = _apposition_at(sentence, after)
    if found is None and sentence.grammar.is_person(mention.head):
        found = _titled_apposition_at(sentence, after)
    if found is None:
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


def _apposition_at(sentence: Sentence, first: int) -> tuple[Phrase, Name] | None:
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


def _titled_apposition_at(sentence: Sentence, first: int) -> tuple[Phrase, Name] | None:
    """The phrase between commas for somebody with a role before the name: "her son, *the poet Tom Vale*,"."""
    phrase = phrase_starting(sentence, first)
    if phrase is None or phrase.head != phrase.last or sentence.at(phrase.last + 1).text != ",":
        return None
    name = None if sentence.tokens[phrase.head].classes & BODY else name_ending(sentence, first, phrase.head)
    if name is None or sentence.at(phrase.last + 2).classes & ADDITIVE:  # "the mayor, the poet Tom Vale, and"
        return None
    described = any(token.classes & (PERSON | TITLE) for token in sentence.tokens[first : name.first])
    return (phrase, name) if described else None
