"""Who could have spoken: names, pronouns, roles and bodies, found in the tokens around a cue.

A mention is a noun phrase: "Ruth Vale", "she", "a spokesman for the port", "the port
authority's director, Ruth Vale". No part-of-speech tags are needed: closed classes,
capitals and punctuation show where a phrase begins and ends.
"""

from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.tokens import NAME, NUMBER, PUNCT, QUOTE, WORD, Sentence, Token, is_verb

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
DASHES = ("-", "--", "–", "—")


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


def _is_nickname(token: Token) -> bool:
    """Whether a quoted span within a name is short enough to be a nickname."""
    return token.kind == QUOTE and token.end - token.start <= 20


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


def phrase_ending(sentence: Sentence, last: int, depth: int = 0) -> tuple[int, int] | None:
    """The noun phrase that ends with a token: the index of its first token and of its head, or None."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if last < 0:
        return None
    token = tokens[last]
    if token.kind == WORD and token.lower in grammar.subjects:
        return last, last
    if not _is_noun(token, grammar) or (token.kind == WORD and is_verb(sentence, last)):
        return None
    first = _description(sentence, last)
    if first > 1 and depth < 2 and tokens[first - 1].lower in _JOINING:
        outer = phrase_ending(sentence, first - 2, depth + 1)
        if outer is not None and _can_hold(sentence, outer, first - 1):
            of_body = _is_of_body(sentence, outer[1], first, last)
            return (outer[0], last) if of_body or tokens[outer[1]].lower in PARTS else outer
    return first, last


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
            elif lower == "of" and (office := _office_over(sentence, first - 1)) and office[1] <= last:
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
            _is_nickname(before)
            and first > 1
            and tokens[first - 2].kind == NAME
            and tokens[last].kind == NAME
        ):
            first -= 2
        else:
            return first
    return first


def _office_over(sentence: Sentence, of: int) -> tuple[int, int] | None:
    """The first token of an office around an "of", and the token after it: "Secretary of State" Vale."""
    tokens, grammar = sentence.tokens, sentence.grammar
    for office in grammar.offices:
        first = of - 1
        if first >= 0 and tuple(t.lower for t in tokens[first : first + len(office)]) == office:
            return first, first + len(office)
    return None


def _can_hold(sentence: Sentence, phrase: tuple[int, int], preposition: int) -> bool:
    """Whether a phrase takes in what follows a preposition: "the head of" does, "Vale in" does not."""
    tokens, grammar = sentence.tokens, sentence.grammar
    head = tokens[phrase[1]]
    if tokens[preposition].lower == "of":
        return True
    return (
        head.kind == WORD
        and head.lower not in grammar.subjects
        and (head.lower in grammar.roles or phrase[0] < phrase[1])
    )


def phrase_starting(
    sentence: Sentence, first: int, *, _repeated: bool = False
) -> tuple[int, int, int] | None:
    """The noun phrase that begins with a token: the index of its first, head and last token, or None."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if first >= len(tokens):
        return None
    token = tokens[first]
    if token.lower in PARTS and first + 2 < len(tokens) and tokens[first + 1].lower == "of":
        whole = phrase_starting(sentence, first + 2)
        if whole is not None:
            return first, *whole[1:]
        if tokens[first + 2].lower in ("them", "us", "you"):
            return first, first + 2, first + 2
    if token.kind == WORD and token.lower in grammar.subjects and token.lower not in grammar.determiners:
        return first, first, first
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
                _is_nickname(token)
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
        office = _office_over(sentence, end)
        if office is not None and office[1] < len(tokens) and tokens[office[1]].kind == NAME:
            inner = phrase_starting(sentence, office[1], _repeated=True)
            if inner is not None:
                return first, inner[1], inner[2]
    if end == at:
        return (first, at - 1, at - 1) if at > first and tokens[at - 1].lower in grammar.subjects else None
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
            last = inner[2]
            if _is_of_body(sentence, head, inner[0], inner[1]):
                head = inner[1]
    return first, head, last


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


def name_ending(sentence: Sentence, first: int, head: int) -> tuple[int, int] | None:
    """The bare name that ends with the head of a phrase: the indices of its first and last token, or None."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if tokens[head].kind != NAME:
        return None
    last = head
    begin = head
    while begin > first:
        before = tokens[begin - 1]
        particles = _particles_before(sentence, begin)
        if before.kind == NAME:
            begin -= 1
        elif particles and begin - particles > first and tokens[begin - particles - 1].kind == NAME:
            begin -= particles + 1
        elif (
            (before.text in ("&", "and", "of") or _is_nickname(before))
            and begin - 1 > first
            and tokens[begin - 2].kind == NAME
            and not (before.text == "of" and _office_over(sentence, begin - 1))
            and (
                before.text not in ("and", "of")
                or tokens[head].lower in grammar.bodies
                or tokens[begin - 2].lower in grammar.bodies
            )
        ):
            begin -= 2
        else:
            break
    if begin > first and tokens[begin - 1].lower in ("of", "the"):
        for of in (begin - 1, begin - 2):
            office = _office_over(sentence, of) if of > 0 and tokens[of].lower == "of" else None
            if office is not None and office[1] <= last:
                begin = office[1]
    # Titles, roles and the initials of an office stand before the name: "Labour MP Ruth Vale".
    for i in range(last - 1, begin - 1, -1):
        lower = tokens[i].lower.rstrip(".")
        if tokens[last].lower in grammar.bodies:
            break
        if (
            lower in grammar.titles
            or lower in grammar.roles
            or (
                2 <= len(lower) <= 4
                and tokens[i].text.isupper()
                and "." not in tokens[i].text
                and not tokens[last].text.isupper()
            )
        ):
            begin = i + 1
            break
    described = tokens[last].lower in grammar.people or tokens[last].lower in grammar.titles
    if described and tokens[first].lower in grammar.determiners and tokens[last].lower not in grammar.bodies:
        return None  # "the Prime Minister" and "the Norwegian" are described, in capitals or not
    if tokens[last].lower in grammar.bodies or (begin == last and begin and tokens[begin - 1].lower == "the"):
        last = _end_of_name(tokens, last)
    return begin, last


def _particles_before(sentence: Sentence, i: int) -> int:
    """How many particles stand before a token: two in "Ada van der Vale"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    count = 0
    while count < i and tokens[i - count - 1].lower in grammar.particles:
        count += 1
    return count


def _end_of_name(tokens: list[Token], last: int) -> int:
    """The last token of a name that may go on with "of": the Bank of Aas, the Ministry of the Sea."""
    if last + 1 < len(tokens) and tokens[last + 1].lower == "of":
        for i in range(last + 2, len(tokens)):
            if tokens[i].kind == NAME:
                last = i
            elif tokens[i].lower not in ("the", "and", "&"):
                break
    return last


def mention_of(sentence: Sentence, first: int, head: int, last: int) -> Mention:
    """A mention made from a phrase."""
    tokens, grammar, text = sentence.tokens, sentence.grammar, sentence.text
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
    if named is None or tokens[named[1]].kind != NAME or tokens[comma + 1].kind != NAME:
        return mention
    after = named[2] + 1
    if (
        after < len(tokens)
        and tokens[after].text not in (",", ".", ";", ":", ")")
        and tokens[after].kind != QUOTE
    ):
        return mention
    bare = name_ending(sentence, comma + 1, named[1])
    if bare is None:
        return mention
    where = Span(tokens[bare[0]].start, tokens[bare[1]].end)
    return attrs.evolve(
        mention,
        span=Span(mention.span.start, where.end),
        kind=MentionKind.NAME,
        name=where.of(text),
        last=named[2],
        name_span=where,
    )


__all__ = [
    "DASHES",
    "NAME",
    "NUMBER",
    "PARTS",
    "PUNCT",
    "QUOTE",
    "WORD",
    "Mention",
    "MentionKind",
    "mention_of",
    "name_ending",
    "phrase_ending",
    "phrase_starting",
    "with_apposition",
]
