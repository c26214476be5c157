"""A light view of the page: sentences of tokens, in which every quoted span is one token.

What stands between marks cannot end the sentence around it, nor hide its verb, so the
sentences of a page are those of the narration. Only the paragraphs that are asked for
are tokenised.
"""

from collections.abc import Container, Iterator, Sequence

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.tokens import NAME, PUNCT, QUOTE, STOPS, WORD, Token, tokenise

LONGEST_SENTENCE = (
    250  # tokens: what goes on longer is no sentence, and is cut so that its reading stays cheap
)
_LOOK_AHEAD = 25  # tokens: as far as a verb may stand off a mark, with an apposition between


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


def sentences(
    text: str,
    paragraph: Span,
    quoted: Sequence[tuple[int, Span]],
    index: int,
    grammar: Grammar,
    common: Container[str],
) -> Iterator[Sentence]:
    """The sentences of a paragraph.

    Args:
        text: The whole text.
        paragraph: Where the paragraph stands.
        quoted: Index and outer span of each quoted span in it, in order and apart.
        index: The paragraph's number.
        grammar: The language's classes of words.
        common: Words that the text has in lower case.
    """
    tokens: list[Token] = []
    at = paragraph.start
    for number, outer in quoted:
        tokens.extend(tokenise(text, at, outer.start, grammar))
        tokens.append(Token(outer.start, outer.end, "", "", QUOTE, number))
        at = outer.end
    tokens.extend(tokenise(text, at, paragraph.end, grammar))
    begin = 0
    for i in range(len(tokens)):
        if _ends_sentence(text, tokens, i, grammar) or i + 1 - begin == LONGEST_SENTENCE:
            yield Sentence(text, _lowered(tokens[begin : i + 1], grammar, common), index, grammar)
            begin = i + 1
    if begin < len(tokens):
        yield Sentence(text, _lowered(tokens[begin:], grammar, common), index, grammar)


def _lowered(tokens: list[Token], grammar: Grammar, common: Container[str]) -> list[Token]:
    """The tokens of a sentence, less the capitals of its first word and of a headline."""
    lettered = [t for t in tokens if t.kind in (WORD, NAME) and len(t.text) > 3]
    if len(lettered) > 2 and sum(t.text[0].isupper() for t in lettered) > 0.8 * len(lettered):
        return [
            t._replace(kind=WORD)
            if t.kind == NAME and i and t.lower in grammar.verbs and t.lower not in grammar.bodies
            else t
            for i, t in enumerate(tokens)
        ]
    first = tokens[0]
    if first.kind == NAME and (first.lower in grammar.roles or first.lower in common):
        alone = len(tokens) < 2 or tokens[1].kind != NAME
        if alone and not first.text.isupper():
            tokens[0] = first._replace(kind=WORD)
    return tokens


def _ends_sentence(text: str, tokens: list[Token], i: int, grammar: Grammar) -> bool:
    """Whether a sentence ends with this token: at a stop, or at a quoted span that ends with one."""
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.kind == PUNCT:
        if token.text[0] not in STOPS:
            return False
        return following is None or (
            following.text[:1] not in STOPS
            and not following.text[:1].islower()
            and (following.text not in (")", "]", ","))
        )
    if token.kind != QUOTE or following is None:
        return False
    last = _last_sign(text, token)
    if last not in STOPS or following.kind == PUNCT or following.text[:1].islower():
        return False
    if following.kind == QUOTE:
        return True
    # “Really?” Ms. Vale asked. - and, less often, “We sail.” Ms. Vale said.
    for i_near in range(i + 1, min(i + 1 + _LOOK_AHEAD, len(tokens))):
        near = tokens[i_near]
        if near.kind == QUOTE or (near.kind == PUNCT and near.text[0] in ".?!:;"):
            break
        if near.kind == WORD and near.lower in grammar.cues:
            after = tokens[i_near + 1] if i_near + 1 < len(tokens) else None
            closes = after is None or after.text == "."
            after_that = tokens[i_near + 2] if i_near + 2 < len(tokens) else None
            leads = after is not None and (
                after.kind == QUOTE
                or after.text == ":"
                or (after.text == "," and after_that is not None and after_that.kind == QUOTE)
            )
            return leads if last != "." else not closes
    return True


def _last_sign(text: str, token: Token) -> str:
    """The last character between a quoted span's marks that is no mark."""
    at = token.end - 1
    while at > token.start and (text[at] in "\"'“”‘’»«`" or text[at].isspace()):
        at -= 1
    return text[at]
