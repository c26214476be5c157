"""The turns of a transcript: where somebody else begins to speak, without quotation marks."""

import functools
import re
from collections.abc import Sequence

from quoteverify.collation.verify.speech_breaks import MARK
from quoteverify.models import Document, Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import word_keys

# A turn begins a line with a name or role of few words and a colon: "MR. AAS:", "Ada Aas (by phone):",
# "The Speaker of the House:". What has small words longer than "the" is a sentence: "The mayor answered:".
_TURN = re.compile(
    r"""
    ^[ \t>*_-]*
    (?P<name> [^\W\d_a-z][\w.'’-]* (?: [ \t]+ (?: [a-z]{1,3}(?![\w.'’-]) | [^\Wa-z_][\w.'’-]* ) ){0,5} )
    (?: [ \t]* [(\[] (?P<aside> [^()\[\]\r\n]{0,60} ) [)\]] )? [*_]* : [*_]* (?=\s)
    """,
    re.MULTILINE | re.VERBOSE,
)
_PARAGRAPH = re.compile(r"[^\s](?:[^\r\n]|\r?\n(?![ \t]*\r?\n))*")
_MARKED = re.compile(r"[“«\"][^“”«»\"\r\n]*[”»\"]")
_ASKS = re.compile(r"\?[*_]*\s*\Z")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}")
# A line with a colon may be a caption, and an article may have several of them; in a transcript few
# paragraphs do not begin a turn.
_TURNS_OF_A_TRANSCRIPT = 2
_PARAGRAPHS_A_TURN = 5
# A line that ends otherwise is broken off, as lines of mail and of old transcripts are.
_ENDS_OF_A_PARAGRAPH = frozenset(".!?…:-–—\"'”’»)]")


def turns(text: str) -> list[tuple[int, str]]:
    r"""Where each turn of a transcript begins, and whose it is; none in a text that is not a transcript.

    Args:
        text: Any text.

    Returns:
        The offset after each turn's colon, in code points, with the name before it.

    >>> turns("ADA AAS: We leave at noon.\nQ: Why?")
    [(8, 'ADA AAS'), (29, 'Q')]
    >>> [name for _, name in turns("Host (Ada Aas): We leave at noon.\nGuest (by phone): Why?")]
    ['Ada Aas', 'Guest']
    >>> turns("Note: it rained.")
    []
    """
    found = [(match.end(), _whose(match)) for match in _TURN.finditer(text)]
    if len(found) < _TURNS_OF_A_TRANSCRIPT:
        return []
    lines = text[found[0][0] :].splitlines()
    paragraphs = sum(line.rstrip()[-1:] in _ENDS_OF_A_PARAGRAPH for line in lines)
    return found if paragraphs <= _PARAGRAPHS_A_TURN * len(found) else []


def _whose(turn: re.Match[str]) -> str:
    """Whose a turn is: a name in brackets behind a role, or what stands before the colon."""
    aside = turn["aside"] or ""
    return aside if _NAME.fullmatch(aside) else turn["name"]


FEWEST_QUESTIONS = 2
"""Of fewer, an article may ask as well."""
LONGEST_QUESTION = 400
"""In code points: a paragraph that asks is hardly longer."""


def is_answer(document: Document, spans: Sequence[Span], language: LanguageProfile) -> bool:
    r"""Whether a passage stands in the answers of an interview, whose questions are paragraphs without marks.

    Who answers says "I" there, and an article that asks what it explains does not.

    >>> from quoteverify import language
    >>> interview = Document(text="Why now?\n\nI was tired.\n\nOf what?\n\nOf soup.")
    >>> [is_answer(interview, [Span(at, at + 8)], language("en")) for at in (0, 10)]
    [False, True]
    """
    asking = _questions(document.text)
    if len(asking) < FEWEST_QUESTIONS:
        return False
    first = asking[0]
    if any(span.start < first.end or any(map(span.overlaps, asking)) for span in spans):
        return False
    return _says_i(document.text[first.end :], language)


def is_in_own_voice(document: Document, language: LanguageProfile) -> bool:
    """Whether a text is somebody's own words, a letter or a speech, though it has a phrase in marks.

    Who writes says "I", and nobody is named for what stands between the marks; or says so much of "us" that a
    few words that others said to them make it no article.

    >>> from quoteverify import language, parse
    >>> is_in_own_voice(parse("Sir, I read of “no birds”. We have had nine."), language("en"))
    True
    """
    if all(quote.speaker is None for quote in document.quotes):
        return _says_i(document.text, language)
    said = sum(len(span) for quote in document.quotes for span in quote.spans)
    return said < _LITTLE * len(document.text) and _share_of_i(document.text, language) >= _MUCH


_LITTLE = 0.15
"""The share of a text that somebody's letter or post has between marks at most. Set by hand."""
_LONG = 100
"""In words: of a shorter text, so many are counted, as a few are no measure."""
_MUCH = 0.04
"""The share of its words that are "I", "our" and their like at least. Set by hand: of news, less than .02."""


def _share_of_i(text: str, language: LanguageProfile) -> float:
    """How many of the words of a text, outside quotation marks, are pronouns of whoever speaks."""
    own, words = _own_among_words(text, language)
    return own / max(_LONG, words)


def _says_i(text: str, language: LanguageProfile) -> bool:
    """Whether a text has the pronouns of whoever speaks, outside quotation marks."""
    return _own_among_words(text, language)[0] > 0


@functools.lru_cache(maxsize=8)
def _own_among_words(text: str, language: LanguageProfile) -> tuple[int, int]:
    """How many pronouns of whoever speaks a text has outside quotation marks, and how many words there."""
    keys, own = word_keys(_MARKED.sub("", text)), _author(language)
    return sum(key in own for key in keys), len(keys)


def _author(language: LanguageProfile) -> frozenset[str]:
    """The pronouns of whoever speaks: I, our."""
    return language.words("pronouns", gender="author")


@functools.lru_cache(maxsize=8)
def _questions(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text that ask, each before one that does not, and are no quotations."""
    found = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    asks = [_asks(text, one) for one in found]
    following = (*asks[1:], True)
    return tuple(one for one, own, other in zip(found, asks, following, strict=True) if own and not other)


def _asks(text: str, paragraph: Span) -> bool:
    """Whether a paragraph asks, and is not a quotation."""
    short = len(paragraph) <= LONGEST_QUESTION
    return short and not MARK.match(text, paragraph.start) and _ASKS.search(paragraph.of(text)) is not None
