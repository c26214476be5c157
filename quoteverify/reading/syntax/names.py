"""The bare name in a noun phrase: what is left without titles, roles and descriptions."""

from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, QUOTE, Token


def is_nickname(token: Token) -> bool:
    """Whether a quoted span within a name is short enough to be a nickname."""
    return token.kind == QUOTE and token.end - token.start <= 20


def office_over(sentence: Sentence, of: int) -> tuple[int, int] | None:
    """The first token of an office around an "of", and the token after it: "Secretary of State" Vale."""
    tokens, grammar = sentence.tokens, sentence.grammar
    for office in grammar.offices:
        first = of - 1
        if first >= 0 and tuple(t.lower for t in tokens[first : first + len(office)]) == office:
            return first, first + len(office)
    return None


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
            (before.text in ("&", "and", "of") or is_nickname(before))
            and begin - 1 > first
            and tokens[begin - 2].kind == NAME
            and not (before.text == "of" and office_over(sentence, begin - 1))
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
            office = office_over(sentence, of) if of > 0 and tokens[of].lower == "of" else None
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
