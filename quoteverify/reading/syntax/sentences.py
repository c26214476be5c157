"""A light view of the page: sentences of tokens, in which every quoted span is one token.

What stands between marks cannot end the sentence around it, nor hide its verb, so the
sentences of a page are those of the narration. Only the paragraphs that are asked for
are tokenised.
"""

from collections.abc import Container, Iterator, Sequence

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.grammar import Grammar, Syntax
from quoteverify.reading.syntax.tokens import (
    NAME,
    NO_TOKEN,
    NUMBER,
    PUNCT,
    QUOTE,
    STOPS,
    WORD,
    Token,
    tokenise,
)
from quoteverify.reading.syntax.word_classes import (
    BODY,
    CALENDAR,
    CLOSED,
    CONJUNCTION,
    CUE,
    CUE_NOUN,
    DEFINITE_ARTICLE,
    DETERMINER,
    NOUN,
    PERSON,
    POSSESSIVE,
    PRESENT_PARTICIPLE,
    ROLE,
    TITLE,
    VERB,
)
from quoteverify.text.normalize import QUOTATION_MARKS

LONGEST_SENTENCE = 250  # tokens: a guard against text without stops, whose reading would grow with its square
_LOOK_AHEAD = 25  # tokens: as far as a verb may stand off a mark, with an apposition between
_HEADLINE = 0.8  # of the words of a sentence have capitals: a headline in title case has more
_LETTERED = 4  # letters: shorter words have no capital in a headline
_NOUNS = BODY | CALENDAR | CUE_NOUN | NOUN | PERSON | ROLE
_MARKS = f"{QUOTATION_MARKS}`"


@attrs.define(eq=False)
class Sentence:
    """The tokens of one sentence of the narration."""

    text: str
    """The whole text; offsets are into it."""
    tokens: list[Token]
    paragraph: int
    grammar: Grammar

    @property
    def start(self) -> int:
        """Where its first token starts."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last token ends."""
        return self.tokens[-1].end

    def at(self, i: int) -> Token:
        """The token at an index; before the first one and after the last stands `NO_TOKEN`."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else NO_TOKEN

    def span(self, first: int, last: int) -> Span:
        """Where the tokens from one index to another stand in the text."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def ends_with_comma(self, quoted: Token) -> bool:
        """Whether a comma stands before a quoted span's closing mark, which may be two signs: ''Aas,''."""
        return self.text[quoted.start : quoted.end].rstrip(QUOTATION_MARKS).endswith(",")

    def clause_start(self, i: int) -> int:
        """The index of the first token of the clause before a token: after a point or a conjunction."""
        while i and not (self.tokens[i - 1].kind == PUNCT or self.tokens[i - 1].classes & CONJUNCTION):
            i -= 1
        return i


def sentences(
    text: str,
    paragraph: Span,
    quoted: Sequence[tuple[int, Span]],
    index: int,
    grammar: Grammar,
    common: Container[str],
    namesakes: Container[int] = (),
) -> Iterator[Sentence]:
    """The sentences of a paragraph.

    Args:
        text: The whole text.
        paragraph: Where the paragraph stands.
        quoted: Index and outer span of each quoted span in it, in order and apart.
        index: The paragraph's number.
        grammar: The language's classes of words.
        common: Words that the text has in lower case.
        namesakes: Where words of the calendar or a closed class are somebody's name.
    """
    tokens: list[Token] = []
    at = paragraph.start
    for number, outer in quoted:
        tokens.extend(tokenise(text, at, outer.start, grammar))
        tokens.append(Token(outer.start, outer.end, "", "", QUOTE, number))
        at = outer.end
    tokens.extend(tokenise(text, at, paragraph.end, grammar))
    if namesakes:
        tokens = [t._replace(kind=NAME, classes=0) if t.start in namesakes else t for t in tokens]
    begin, count = 0, len(tokens)
    for i, token in enumerate(tokens, 1):
        last = i == count or i - begin == LONGEST_SENTENCE
        if last or ((token.kind == PUNCT or token.kind == QUOTE) and _ends_sentence(text, tokens, i - 1)):
            yield Sentence(text, _named(tokens[begin:i], common, grammar.syntax), index, grammar)
            begin = i


def _named(tokens: list[Token], common: Container[str], syntax: Syntax) -> list[Token]:
    """The tokens of a sentence, of which those are names whose capital nothing else explains."""
    if syntax.nouns_have_capitals:
        return list(_without_nouns(tokens))
    if (len(tokens) == 1 or tokens[1].kind != NAME) and _is_common(tokens[0], common):
        tokens[0] = tokens[0]._replace(kind=WORD)
    if syntax.headlines_have_capitals and _is_headline(tokens):
        return [tokens[0], *map(_without_verb, tokens[1:])]
    return tokens


def _without_verb(token: Token) -> Token:
    """A token of a headline, which is no name where it is a verb with a capital."""
    is_verb = token.kind == NAME and token.classes & VERB and not token.classes & BODY
    return token._replace(kind=WORD) if is_verb else token


def _is_common(first: Token, common: Container[str]) -> bool:
    """Whether a sentence's first word has its capital from that alone: a role, a participle."""
    if first.kind != NAME or first.text.isupper():
        return False
    reports = first.classes & CUE and first.classes & PRESENT_PARTICIPLE  # "Reacting, the mayor said"
    return bool(first.classes & ROLE or reports) or first.lower in common


def _without_nouns(tokens: list[Token]) -> Iterator[Token]:
    """The tokens of a sentence, where what is known for a noun, or follows a determiner, is no name."""
    determined, before = False, NO_TOKEN
    for token in tokens:
        noun = token.kind == NAME and not token.text.isupper() and (determined or token.classes & _NOUNS)
        before = token._replace(kind=WORD) if noun and not _is_surname(token, before) else token
        yield before
        adjective = token.kind in (WORD, NUMBER) and not token.classes & CLOSED
        determines = token.classes & (DETERMINER | POSSESSIVE | DEFINITE_ARTICLE)
        determined = bool(determines) or (determined and adjective)


def _is_surname(token: Token, before: Token) -> bool:
    """Whether a noun for somebody is a name by what stands right before: "Ruth Bauer", "Frau Bauer"."""
    named = before.kind == NAME or before.classes & (TITLE | ROLE)
    return bool(named and token.classes & PERSON and not token.classes & CUE_NOUN)


def _is_headline(tokens: list[Token]) -> bool:
    """Whether nearly all the words of a sentence have capitals: "Port Sinks, Says Vale"."""
    most = (1 - _HEADLINE) * len(tokens)  # in small letters: with more, no headline
    small = capitals = 0
    for token in tokens:
        if token.kind in (WORD, NAME) and len(token.text) >= _LETTERED:
            if token.text[0].isupper():
                capitals += 1
            else:
                small += 1
                if small > most:
                    return False
    return capitals + small > 2 and capitals > _HEADLINE * (capitals + small)


def _ends_sentence(text: str, tokens: list[Token], i: int) -> bool:
    """Whether a sentence ends with a point or a quoted span that another token follows."""
    token, following = tokens[i], tokens[i + 1]
    if token.kind == PUNCT:
        return token.text[0] in STOPS and _begins_anew(following)
    return _ends_with_quote(text, tokens, i)


def _begins_anew(following: Token) -> bool:
    """Whether what follows a stop can begin a sentence: no other stop, closing bracket or small letter."""
    return not (
        following.text[:1] in STOPS or following.text[:1].islower() or following.text in (")", "]", ",")
    )


def _ends_with_quote(text: str, tokens: list[Token], i: int) -> bool:
    """Whether a sentence ends with a quoted span, which then ends with a stop itself."""
    following = tokens[i + 1]
    last = _last_sign(text, tokens[i])
    if last not in STOPS or following.kind == PUNCT or following.text[:1].islower():
        return False
    cue = None if following.kind == QUOTE else _cue_ahead(tokens, i + 1)
    if cue is None or (last == "." and _is_fragment(text, tokens, i)):
        return True
    # “Really?” Ms. Vale asked. - and, less often, “We sail.” Ms. Vale said. - but not “No.” Vale said: “Yes.”
    return not _closes(tokens, cue) if last == "." else _leads_on(tokens, cue)


def _is_fragment(text: str, tokens: list[Token], i: int) -> bool:
    """Whether a quoted span is the end of the sentence that it stands in: it was “late.” Vale left."""
    inside = text[tokens[i].start : tokens[i].end].lstrip(_MARKS)
    return i > 0 and tokens[i - 1].kind in (WORD, NAME) and inside[:1].islower()


def _cue_ahead(tokens: list[Token], start: int) -> int | None:
    """The first cue of the clause that begins with a token, None where there is none."""
    for i in range(start, min(start + _LOOK_AHEAD, len(tokens))):
        token = tokens[i]
        if token.kind == QUOTE or (token.kind == PUNCT and token.text[0] in ".?!:;"):
            return None
        if token.kind == WORD and token.classes & CUE:
            return i
    return None


def _closes(tokens: list[Token], cue: int) -> bool:
    """Whether a sentence ends with a cue: “We sail.” Ms. Vale said."""
    return cue + 1 == len(tokens) or tokens[cue + 1].text == "."


def _leads_on(tokens: list[Token], cue: int) -> bool:
    """Whether a cue leads on to another quoted span, as in “Now?” Vale said: “Yes.”."""
    after, second = (*tokens[cue + 1 : cue + 3], NO_TOKEN, NO_TOKEN)[:2]
    return after.kind == QUOTE or after.text == ":" or (after.text == "," and second.kind == QUOTE)


def _last_sign(text: str, token: Token) -> str:
    """The last character between a quoted span's marks that is no mark."""
    at = token.end - 1
    while at > token.start and (text[at] in _MARKS or text[at].isspace()):
        at -= 1
    return text[at]
