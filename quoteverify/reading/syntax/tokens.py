"""A light view of the page: sentences of tokens, in which every quoted span is one token.

What stands between marks cannot end the sentence around it, nor hide its verb, so the
sentences of a page are those of the narration. Only the paragraphs that are asked for
are tokenised.
"""

import functools
import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.grammar import Grammar

WORD, NAME, NUMBER, PUNCT, QUOTE = range(5)
"""Kinds of token: a word in lower case or of a closed class, a capitalised word, a number, punctuation,
a quoted span."""

STOPS = frozenset(".?!…")
LONGEST_SENTENCE = (
    250  # tokens: what goes on longer is no sentence, and is cut so that its reading stays cheap
)
_LOOK_AHEAD = 25  # tokens: as far as a verb may stand off a mark, with an apposition between


class Token(NamedTuple):
    """A word, a number, a point, or a whole quoted span (then ``quote`` is its index)."""

    start: int
    end: int
    text: str
    lower: str
    kind: int
    quote: int = -1


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


@functools.lru_cache(maxsize=8)
def _token_pattern(grammar: Grammar) -> re.Pattern[str]:
    """What a token is: abbreviations keep their stop, a possessive 's stands alone."""
    short = "|".join(sorted((re.escape(a) for a in grammar.abbreviations), key=len, reverse=True))
    return re.compile(
        rf"""
          (?P<word> (?:[^\W\d_]\.){{2,}}                       # U.S., J.K.
          | \b(?i:{short})\.(?=[\s,;])                              # Mr.
          | \b[A-Z]\.(?=\s?[A-Z])                              # an initial
          | ['’](?:s|d|ll|ve|re|m)\b                           # 's and shortened auxiliaries
          | [^\W\d_]\w*(?:(?:-(?=\w)|[.&](?=[^\W\d_])|['’](?!(?:s|d|ll|ve|re|m)\b)(?=\w))\w+)* )
        | (?P<number> \d(?:[\d.,/]*\d)?\w*(?:-\w+)* )
        | (?P<point> \.\.\.+|--+|[^\w\s] )
        """,
        re.VERBOSE,
    )


def tokenise(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Token]:
    """The tokens of a stretch without quoted spans."""
    for match in _token_pattern(grammar).finditer(text, start, end):
        word = match[0]
        match match.lastgroup:
            case "word":
                word, lower, kind = _classed(word, grammar)
            case "number":
                lower, kind = word.lower(), NUMBER
            case _:
                lower, kind = word, PUNCT
        yield Token(match.start(), match.end(), word, lower, kind)


@functools.lru_cache(maxsize=1 << 14)
def _classed(word: str, grammar: Grammar) -> tuple[str, str, int]:
    """A word, the same in lower case and its kind, made once: a text has few words, each many times."""
    lower = word.lower()
    capital = word[0].isupper() or (not word.isalpha() and _has_particle(word, grammar))
    known = (lower in grammar.closed and not (word.isupper() and len(word) > 1)) or lower in grammar.calendar
    return word, lower, NAME if capital and not known else WORD


def words_of(text: str) -> list[str]:
    """The words of a quotation for comparison: in lower case, one apostrophe, no points."""
    return [_folded(word) for word in _LETTERED.findall(text)]


@functools.lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    """A word for comparison, made once and not at each place."""
    return word.replace("’", "'").casefold()


_LETTERED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _has_particle(word: str, grammar: Grammar) -> bool:
    """Whether a word in lower case is a name joined to its particle: al-Assad, d'Arras."""
    for sign in "-'’":
        particle, found, rest = word.partition(sign)
        if found and rest[:1].isupper():
            return len(particle) == 1 or particle in grammar.particles
    return False


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


def _acts(sentence: Sentence, i: int) -> bool:
    """Whether an unknown word in -s is a verb by its neighbours: "the mayor rebuffs Vale"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if i == 0 or i + 1 >= len(tokens) or tokens[i].lower.endswith(("ss", "us", "'s", "’s")):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    singular = (
        before.lower in grammar.roles or before.lower in grammar.bodies
    ) and not before.lower.endswith("s")
    if not (singular or (before.kind == NAME and (i < 2 or tokens[i - 2].kind == NAME))):
        return False
    return (
        after.lower in grammar.determiners
        or after.lower in grammar.possessives
        or after.lower == "that"
        or (singular and after.kind == NAME)
        or (before.kind == NAME and after.text == ".")
    )


BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am"))


def is_verb(sentence: Sentence, i: int) -> bool:
    """Whether a word is a finite verb where it stands: "reports", "claim" and "attacks" may be nouns."""
    tokens, grammar = sentence.tokens, sentence.grammar
    token = tokens[i]
    lower = token.lower
    if token.kind == NAME and i and tokens[i - 1].kind != QUOTE:
        return False
    if lower in grammar.auxiliaries:
        # A possessive 's, unless nothing else could follow it.
        return lower not in ("'s", "’s")
    if lower in grammar.adverbs or lower in grammar.calendar:
        return False
    if lower.endswith("s") and lower not in grammar.verbs and _acts(sentence, i):
        return True
    past = lower.endswith("ed") and len(lower) > 3 and lower not in ("need", "feed", "speed", "indeed")
    if (not past and lower not in grammar.verbs) or lower.endswith("ing"):
        return False
    if i == 0:
        return True
    before = tokens[i - 1]
    if before.kind == QUOTE or before.text in (",", ")", "--", "–", "—", "-"):
        return True
    if before.kind == NUMBER:
        return past or lower in grammar.pasts or before.lower.endswith("-old")
    if before.kind == NAME:
        if not lower.endswith("s"):
            return past or lower in grammar.pasts or before.lower.endswith("s")
        # "the Paris attacks", but "Vale attacks", "the Post reports"
        j = i - 1
        while j >= 0 and tokens[j].kind == NAME:
            j -= 1
        if j < 0 or tokens[j].lower not in ("the", "a", "an") or before.lower in grammar.bodies:
            return True
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        return after is not None and (
            after.kind in (QUOTE, NAME)
            or after.text == ":"
            or after.lower in grammar.openers
            or after.lower in ("that", "for")
        )
    if before.kind == PUNCT:
        return before.text in ("(", "[", ";", ":")
    if before.lower in grammar.subjects:
        return True
    if (
        before.lower in grammar.determiners
        or before.lower in grammar.possessives
        or before.lower in ("'s", "’s", "of")
    ):
        return False
    if (
        before.lower in grammar.auxiliaries
        or before.lower in grammar.adverbs
        or before.lower == "to"
        or (before.lower in grammar.conjunctions)
    ):
        return True
    if before.lower in grammar.prepositions:
        return False
    if past or lower in grammar.pasts or before.lower.endswith("ly"):
        # "the newly elected mayor" has a noun after it, and a determiner before.
        return not (
            i + 1 < len(tokens)
            and before.lower.endswith("ly")
            and i > 1
            and tokens[i - 2].lower in grammar.determiners
        )
    if before.lower in grammar.roles or before.lower in grammar.bodies:
        return lower.endswith("s") != before.lower.endswith("s") and not before.lower.endswith("ss")
    if lower.endswith("s"):
        return (
            not before.lower.endswith("s")
            and lower in grammar.cues
            and i > 1
            and tokens[i - 2].lower in grammar.determiners
        )
    return before.lower.endswith("s")
