"""Who could have spoken: a noun phrase as a name, a pronoun or the description of somebody."""

from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.names import name_ending
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, QUOTE, WORD


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
    tokens, grammar, text = sentence.tokens, sentence.grammar, sentence.text
    first, head, last = phrase
    token = tokens[head]
    span = Span(tokens[first].start, tokens[last].end)
    if first == head and token.kind == WORD and token.lower in grammar.subjects:
        return Mention(span, MentionKind.PRONOUN, "", token.lower, first, last)
    bare = name_ending(sentence, first, head)
    if bare is None:
        return Mention(span, MentionKind.NOMINAL, "", token.lower, first, last)
    where = Span(tokens[bare[0]].start, tokens[bare[1]].end)
    return Mention(span, MentionKind.NAME, where.of(text), token.lower, first, last, where)


def with_apposition(sentence: Sentence, mention: Mention) -> Mention:
    """The mention with the name that follows it: "his lawyer, Ruth Vale," is Ruth Vale."""
    tokens, text = sentence.tokens, sentence.text
    comma = mention.last + 1
    if mention.kind != MentionKind.NOMINAL or comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return mention
    named = phrase_starting(sentence, comma + 1)
    if named is None or tokens[named.head].kind != NAME or tokens[comma + 1].kind != NAME:
        return mention
    after = named.last + 1
    if (
        after < len(tokens)
        and tokens[after].text not in (",", ".", ";", ":", ")")
        and tokens[after].kind != QUOTE
    ):
        return mention
    bare = name_ending(sentence, comma + 1, named.head)
    if bare is None:
        return mention
    where = Span(tokens[bare[0]].start, tokens[bare[1]].end)
    return attrs.evolve(
        mention,
        span=Span(mention.span.start, where.end),
        kind=MentionKind.NAME,
        name=where.of(text),
        last=named.last,
        name_span=where,
    )
