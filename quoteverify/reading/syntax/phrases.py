"""Noun phrases: "Ruth Vale", "she", "a spokesman for the port", "the port authority's director, Ruth Vale".

No part-of-speech tags are needed: closed classes, capitals and punctuation show where a phrase begins and
ends.
"""

from typing import NamedTuple

from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.names import is_nickname, office_over
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, NUMBER, WORD, Token
from quoteverify.reading.syntax.verbs import is_verb

LONGEST = 14  # tokens on one side: no noun phrase of a subject in the training articles is longer
PARTS = frozenset(
    (
        "one",
        "another",
        "two",
        "three",
        "four",
        "five",
        "some",
        "several",
        "many",
        "most",
        "both",
        "all",
        "none",
    )
)
"""What stands before "of" and those of whom it is a part."""
_BEFORE_DETERMINERS = frozenset(("all", "both", "half", "such", "many", "nearly"))
_POSSESSIVE = ("'s", "’s", "'", "’")


class Phrase(NamedTuple):
    """A noun phrase: the indices of its first token, its head and its last token in their sentence."""

    first: int
    head: int
    last: int


def _is_noun(token: Token, grammar: Grammar) -> bool:
    """Whether the token can be the head of a noun phrase."""
    if token.kind == NAME:
        return True
    return token.kind == NUMBER or (
        token.kind == WORD
        and token.lower not in grammar.closed
        and token.lower not in grammar.calendar
        and not (
            token.lower.endswith("ly")
            and token.lower not in ("family", "ally", "daily", "weekly", "monthly", "assembly")
        )
    )


def phrase_ending(sentence: Sentence, last: int, depth: int = 0) -> Phrase | None:
    """The noun phrase that ends with a token, or None."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if last < 0:
        return None
    token = tokens[last]
    if token.kind == WORD and token.lower in grammar.subjects:
        return Phrase(last, last, last)
    if not _is_noun(token, grammar) or (token.kind == WORD and is_verb(sentence, last)):
        return None
    first = _description(sentence, last)
    if first > 1 and depth < 2 and tokens[first - 1].lower in _JOINING:
        outer = phrase_ending(sentence, first - 2, depth + 1)
        if outer is not None and _can_hold(sentence, outer, first - 1):
            of_body = _is_of_body(sentence, outer.head, first, last)
            head = last if of_body or tokens[outer.head].lower in PARTS else outer.head
            return Phrase(outer.first, head, last)
    return Phrase(first, last, last)


def _is_of_body(sentence: Sentence, body: int, first: int, head: int) -> bool:
    """Whether a body's name with "of" goes on to somebody there: "Bank of Aas chief economist Ruth Vale"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    return (
        tokens[body].kind == NAME
        and tokens[body + 1].lower == "of"
        and tokens[first].kind == NAME
        and any(
            tokens[i].kind == WORD and tokens[i].lower in grammar.roles for i in range(first + 1, head + 1)
        )
    )


_JOINING = frozenset(
    ("of", "for", "from", "at", "in", "on", "with", "against", "to", "within", "under", "near")
)


def _description(sentence: Sentence, last: int) -> int:
    """The first token of the phrase that a noun ends, prepositions aside."""
    tokens, grammar = sentence.tokens, sentence.grammar
    first = last
    while first > 0 and last - first < LONGEST:
        before = tokens[first - 1]
        lower = before.lower
        if before.kind in (NAME, NUMBER):
            first -= 1
        elif before.kind == WORD:
            if lower in grammar.determiners or lower in grammar.possessives:
                first -= 1
                if first and tokens[first - 1].lower in _BEFORE_DETERMINERS:
                    first -= 1
                return first
            if lower in _POSSESSIVE and first > 1 and _is_noun(tokens[first - 2], grammar):
                first -= 2
            elif lower == "of" and (office := office_over(sentence, first - 1)) and office[1] <= last:
                first = office[0]
            elif (
                lower in ("and", "&")
                and tokens[first].kind == NAME
                and first > 1
                and tokens[first - 2].kind == NAME
            ):
                first -= 2
            elif lower in grammar.closed or lower in grammar.calendar or is_verb(sentence, first - 1):
                return first
            else:
                first -= 1
        elif before.text == "&":
            first -= 1
        elif (
            before.text in _POSSESSIVE
            and first > 1
            and tokens[first - 2].kind == NAME
            and tokens[first - 2].end == before.start
        ) or (
            is_nickname(before) and first > 1 and tokens[first - 2].kind == NAME and tokens[last].kind == NAME
        ):
            first -= 2
        else:
            return first
    return first


def _can_hold(sentence: Sentence, phrase: Phrase, preposition: int) -> bool:
    """Whether a phrase takes in what follows a preposition: "the head of" does, "Vale in" does not."""
    tokens, grammar = sentence.tokens, sentence.grammar
    head = tokens[phrase.head]
    if tokens[preposition].lower == "of":
        return True
    return (
        head.kind == WORD
        and head.lower not in grammar.subjects
        and (head.lower in grammar.roles or phrase.first < phrase.head)
    )


def phrase_starting(sentence: Sentence, first: int, *, _repeated: bool = False) -> Phrase | None:
    """The noun phrase that begins with a token, or None."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if first >= len(tokens):
        return None
    token = tokens[first]
    if token.lower in PARTS and first + 2 < len(tokens) and tokens[first + 1].lower == "of":
        whole = phrase_starting(sentence, first + 2)
        if whole is not None:
            return whole._replace(first=first)
        if tokens[first + 2].lower in ("them", "us", "you"):
            return Phrase(first, first + 2, first + 2)
    if token.kind == WORD and token.lower in grammar.subjects and token.lower not in grammar.determiners:
        return Phrase(first, first, first)
    at = first
    while (
        at < len(tokens)
        and tokens[at].kind == WORD
        and (tokens[at].lower in grammar.determiners or tokens[at].lower in grammar.possessives)
    ):
        at += 1
    end = at
    while end < len(tokens) and end - at < LONGEST:
        token = tokens[end]
        if (
            token.kind in (NAME, NUMBER)
            or (token.kind == WORD and token.lower in _POSSESSIVE and end > at)
            or (
                token.kind == WORD
                and token.lower in grammar.particles
                and end + 1 < len(tokens)
                and tokens[end + 1].kind == NAME
            )
            or (
                token.kind == WORD
                and token.lower in ("and",)
                and end > at
                and tokens[end - 1].kind == NAME
                and (end + 1 < len(tokens) and tokens[end + 1].kind == NAME)
            )
            or (
                token.kind == WORD
                and token.lower not in grammar.closed
                and token.lower not in grammar.calendar
                and not (
                    token.lower.endswith("ly")
                    and not _is_noun(token, grammar)
                    and not (end + 1 < len(tokens) and _is_noun(tokens[end + 1], grammar))
                )
                and not (end > at and (is_verb(sentence, end) or _past_name(sentence, end)))
            )
            or (
                is_nickname(token)
                and end > at
                and tokens[end - 1].kind == NAME
                and end + 1 < len(tokens)
                and (tokens[end + 1].kind == NAME)
            )
            or (token.text == "&" and end > at)
        ):
            end += 1
        else:
            break
    if end > at and not _is_noun(tokens[end - 1], grammar) and tokens[end - 1].lower not in _POSSESSIVE:
        return None
    if end < len(tokens) and end == at + 1 and tokens[end].lower == "of" and not _repeated:
        office = office_over(sentence, end)
        if office is not None and office[1] < len(tokens) and tokens[office[1]].kind == NAME:
            inner = phrase_starting(sentence, office[1], _repeated=True)
            if inner is not None:
                return inner._replace(first=first)
    if end == at:
        is_pronoun = at > first and tokens[at - 1].lower in grammar.subjects
        return Phrase(first, at - 1, at - 1) if is_pronoun else None
    head = end - 1
    if tokens[head].lower in _POSSESSIVE:
        return None
    last = head
    # "the head of the port authority", "a spokesman for the port"
    if (
        last + 2 < len(tokens)
        and tokens[last + 1].lower in ("of", "for", "from", "at", "with", "in")
        and (
            tokens[last + 1].lower == "of"
            or tokens[head].kind == WORD
            or (head == 0 and tokens[head].lower.endswith("s"))
        )
    ):
        inner = phrase_starting(sentence, last + 2)
        if inner is not None:
            last = inner.last
            if _is_of_body(sentence, head, inner.first, inner.head):
                head = inner.head
    return Phrase(first, head, last)


def _past_name(sentence: Sentence, i: int) -> bool:
    """Whether a name has ended before a word, as in "Ruth Vale came", not in "Port board chief"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if tokens[i - 1].kind != NAME:
        return False
    for j in range(i, min(i + 4, len(tokens))):
        token = tokens[j]
        if token.kind == NAME or token.lower in grammar.roles or token.lower in grammar.bodies:
            return False
        if (
            token.kind != WORD
            or token.lower in grammar.closed
            or token.lower in grammar.calendar
            or is_verb(sentence, j)
        ):
            return True
    return True
