"""Words, numbers and points, each with its place, its kind and its classes."""

import functools
import re
import unicodedata
from typing import NamedTuple

from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.word_classes import CALENDAR, CLOSED, NAME_PARTICLE
from quoteverify.text.word_patterns import any_of

WORD, NAME, NUMBER, PUNCT, QUOTE, EDGE = range(6)
"""Kinds of token: a word in lower case or of a closed class, a capitalised word, a number, punctuation,
a quoted span; and what stands before the first token of a sentence and after its last."""

STOPS = frozenset(".?!…")
DASHES = ("-", "--", "–", "—", "―")


class Token(NamedTuple):
    """A word, a number, a point, or a whole quoted span (then ``quote`` is its index).

    ``classes`` are those of the word, as bits (see ``word_classes``), whatever its kind: a role with a
    capital is a name and a role.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: int
    quote: int = -1
    classes: int = 0


_CURRENCY = "Sc"
"""The category of Unicode for the signs of currencies."""

NO_TOKEN = Token(-1, -1, "", "", EDGE)
"""What stands before the first token of a sentence and after its last."""


_CAPITAL = "A-ZÀ-ÖØ-Þ"
_SMALL = "a-zß-öø-ÿ"
_APOSTROPHES = "'’´‘"
"""The last two by mistake: Vale‘s boat."""
_GLUED = rf"(?<=[{_SMALL}]{{2}})\.[{_CAPITAL}][{_SMALL}]"
"""Where a blank between two sentences was lost: "he said.Vale agreed"."""
_SHORTENED = 5
"""In letters: a longer word before a stop is not shortened, though a small letter follows (a guard)."""
_NOTHING = r"(?!)"
_ORDINAL = r"\d{1,2}\.(?=\s)"
"""The number of a day, a century or a reign: a longer one is a year or a price, and a stop after it ends."""


@functools.lru_cache(maxsize=8)
def _token_pattern(grammar: Grammar) -> re.Pattern[str]:
    """What a token is: abbreviations keep their stop, and a clitic stands alone.

    Whether a stop follows a word at all is asked first: few words have one, and there are many abbreviations.
    """
    longest = max((_SHORTENED, *map(len, grammar.abbreviations)))
    short = any_of(grammar.abbreviations)
    clitic = any_of(grammar.clitics)
    ordinal = _ORDINAL if grammar.syntax.ordinals_have_stops else _NOTHING
    return re.compile(
        rf"""
        \s*+(
          [^\W\d_]++(?=[ ,])                                      # most words, soonest found
          | (?:(?=[\w.-]{{1,{longest}}}\.)(?:
              (?:[^\W\d_]\.){{2,}}                             # U.S., J.K.
              | \b(?i:{short})\.(?=[\s,;]|[{_CAPITAL}][{_SMALL}])    # Mr.
              | \b[{_CAPITAL}]\.(?=\s?[{_CAPITAL}])               # an initial
              | \b(?:[{_CAPITAL}]-)?[{_CAPITAL}][{_SMALL}]{{1,{_SHORTENED - 1}}}\.(?=,|[ ][{_SMALL}]))  # Inc.
          | [{_APOSTROPHES}](?:{clitic})\b                           # 's and shortened auxiliaries
          | [^\W\d_]\w*(?:(?:-(?=\w)|(?!{_GLUED})[.&](?=[^\W\d_])
              |[{_APOSTROPHES}](?!(?:{clitic})\b)(?=\w))\w+)* )
        | (?:{ordinal} | \d(?:[\d.,/]*\d)?\w*(?:-\w+)* )
        | (?:\.\.\.+|--+|[^\w\s] )
        )
        """,
        re.VERBOSE,
    )


_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
Form = tuple[str, str, int, int, int]
"""What holds of a token wherever it stands: the last fields of `Token`."""


class _Forms(dict[str, Form]):
    """The forms met so far in a language's texts: a text has few, each many times."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self._grammar = grammar

    def __missing__(self, text: str) -> Form:
        if len(self) >= _MOST_FORMS:
            self.clear()
        form = self[text] = _form(text, self._grammar)
        return form


_MOST_FORMS = 1 << 14
"""A guard against texts of ever new words: a newspaper's have fewer."""


@functools.lru_cache(maxsize=8)
def _forms(grammar: Grammar) -> _Forms:
    return _Forms(grammar)


def tokenise(text: str, start: int, end: int, grammar: Grammar) -> list[Token]:
    """The tokens of a stretch without quoted spans."""
    forms = _forms(grammar)
    token = tuple.__new__  # of a text's every word: the constructor with names takes three times as long
    return [
        token(Token, (*match.span(1), *forms[match[1]]))
        for match in _token_pattern(grammar).finditer(text, start, end)
    ]


def _form(text: str, grammar: Grammar) -> Form:
    """A word, number or point with its kind and classes."""
    lower = text.lower().translate(_APOSTROPHE)
    classes = grammar.classes_of(lower)
    if not classes and not text.isalpha():
        classes = grammar.classes_printed(text)
    return text, lower, _kind(text, classes, grammar), -1, classes


def _kind(text: str, classes: int, grammar: Grammar) -> int:
    """The kind of a word, number or point of some classes."""
    if not text[0].isalpha():
        # A sign before an amount is no point of the sentence: "who stole £5 said"
        if text[0].isdecimal() or unicodedata.category(text[0]) == _CURRENCY:
            return NUMBER
        if not text[0].isalnum() and (len(text) == 1 or text[0] not in _APOSTROPHES):
            return PUNCT
    capital = text[0].isupper() or (not text.isalpha() and _has_particle(text, grammar))
    # In capitals a closed class's word may stand for something: IT, US, WHO.
    known = (classes & CLOSED and not (text.isupper() and len(text) > 1)) or classes & CALENDAR
    return NAME if capital and not known else WORD


def _has_particle(word: str, grammar: Grammar) -> bool:
    """Whether a word in lower case is a name joined to its particle: al-Assad, d'Arras."""
    for sign in "-'’":
        particle, found, rest = word.partition(sign)
        if found and rest[:1].isupper():
            return len(particle) == 1 or bool(grammar.classes_of(particle) & NAME_PARTICLE)
    return False


def words_of(text: str) -> list[str]:
    """The words of a quotation for comparison: in lower case, one apostrophe, no points."""
    return [_folded(word) for word in _LETTERED.findall(text)]


@functools.lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    """A word for comparison, made once and not at each place."""
    return word.replace("’", "'").casefold()


_LETTERED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
