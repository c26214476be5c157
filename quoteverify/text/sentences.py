"""Where a quotation can be cut: at the end of a sentence, at an ellipsis, at a line break."""

import functools
import re
from collections.abc import Iterator

from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile

# Every break begins with one of a few characters: the search passes over all others at the speed of C.
_BREAK = re.compile(
    r"""
    [.!?…\[(\r\n\v\f\x85\u2028\u2029]
    (?: (?P<ellipsis>
            (?<=[\[(]) \s?(?:…|\.{3}+|\.\s\.\s\.)\s?[\])]
          | (?<=…)
          | (?<=\.)(?<!\.\.) (?:\.{2,}+|\s\.\s\.(?:\s\.)?) )
      | (?P<stop> (?<=[.!?])(?<![.!?]{2}) [.!?]*+["'”’»)\]]*+ ) (?= \s | $ )
      | (?P<line> (?<=[\r\n\v\f\x85\u2028\u2029]) [\r\n\v\f\x85\u2028\u2029]*+ )
    )
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"[\w.&’'-]+")
# No sentence is made of initials alone: "J.R. Vale met us."
_INITIALS = re.compile(r"[\W_]*[^\W\d_](?:\.[^\W\d_]){1,3}")
_NEXT = re.compile(r"\s*([^\s]?)")


@functools.lru_cache(maxsize=8)
def _abbreviations(profile: LanguageProfile) -> frozenset[str]:
    return profile.words("abbreviations") - _numerals(profile)


@functools.lru_cache(maxsize=8)
def _numerals(profile: LanguageProfile) -> frozenset[str]:
    """Those that are abbreviations before a number only."""
    return profile.words("abbreviations", before_number=True)


@functools.lru_cache(maxsize=8)
def _pronouns(profile: LanguageProfile) -> frozenset[str]:
    return profile.words("pronouns")


def _ends_sentence(text: str, stop: int, end: int, profile: LanguageProfile) -> bool:
    """Whether the stop that begins at ``stop`` and whose marks end at ``end`` closes a sentence."""
    following = _NEXT.match(text, end)
    if following and following[1] and following[1].islower():
        return False
    if text[stop] != ".":
        return True
    # Read backwards, the word before comes first.
    before = _LETTERS.match(text[max(0, stop - 24) : stop][::-1])
    if not before:
        return True
    word = before[0][::-1].lstrip("'’-").casefold()
    if word in _numerals(profile):
        return not (following and following[1].isdecimal())
    # A lone letter is an initial ("John F. Kennedy"), save the pronoun ("So did I.").
    is_initial = len(word) == 1 and word.isalpha() and word not in _pronouns(profile)
    return not (is_initial or word in _abbreviations(profile))


def segments(text: str, profile: LanguageProfile, *, within: Span | None = None) -> Iterator[Span]:
    """Cut a text into sentences, and those at ellipses and line breaks.

    An ellipsis belongs to neither side; white space around a piece belongs to none. Pieces without
    a letter or digit are left out.

    Args:
        text: Any text.
        profile: Its language, for the abbreviations after which a stop ends nothing.
        within: The part of ``text`` to cut; all of it by default.

    Yields:
        Spans of ``text``, in code points, in order and apart.

    >>> from quoteverify.text.language import language
    >>> text = "We met Dr. Aas at noon. It rained ... all day."
    >>> [piece.of(text) for piece in segments(text, language("en"))]
    ['We met Dr. Aas at noon.', 'It rained', 'all day.']
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    for match in _BREAK.finditer(text, start, end):
        if match.lastgroup == "stop":
            if not _ends_sentence(text, match.start(), match.end(), profile) or _INITIALS.fullmatch(
                text, start, match.start()
            ):
                continue
            yield from _trimmed(text, start, match.end())
        else:
            yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield Span(start, end)
