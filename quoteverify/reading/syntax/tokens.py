"""Words, numbers and points, each with its place and its kind."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from quoteverify.reading.syntax.grammar import Grammar

WORD, NAME, NUMBER, PUNCT, QUOTE = range(5)
"""Kinds of token: a word in lower case or of a closed class, a capitalised word, a number, punctuation,
a quoted span."""

STOPS = frozenset(".?!…")
DASHES = ("-", "--", "–", "—")


class Token(NamedTuple):
    """A word, a number, a point, or a whole quoted span (then ``quote`` is its index)."""

    start: int
    end: int
    text: str
    lower: str
    kind: int
    quote: int = -1


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
