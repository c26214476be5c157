"""Other printings of a word that sources may have: other spellings, slips, joined and divided words.

A claim whose words do not stand in the sources may have them there in another printing. Each is looked up, so
that there are few of them: those that one of the tables tells, that look alike, or that are a letter away.
"""

import functools
import string
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from rapidfuzz.distance import OSA

from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.misreadings import once_misread
from quoteverify.collation.language.quantities import quantities
from quoteverify.collation.language.slips import letter_away, mistyped
from quoteverify.collation.language.word_forms import (
    LONGEST_NUMBER,
    readings,
    same_lemma,
    same_spelling,
    with_ending,
)

LONGEST = 24
"""In letters: of longer words no printings are tried. A guard: there are as many as letters, and more."""

SHORTEST_PART = 2
"""In letters: no shorter word is told apart inside another."""

MOST_KEPT = 1 << 14
"""A guard: of so many words it is kept how sources print them, for most are looked for again."""


class Vocabulary:
    """The words of sources, to be asked for one that is a letter away from another.

    Attributes:
        words: The words.

    >>> known = Vocabulary({"harbour", "ferry"})
    >>> "ferry" in known, known.near("harbor"), known.near("pilot")
    (True, ['harbour'], [])
    """

    def __init__(self, words: Collection[str]) -> None:
        self.words = words
        self._printed: dict[tuple[str, Lexicon], str] = {}
        self._alike: dict[int, Mapping[str, list[str]]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self.words

    def printing(self, key: str, lexicon: Lexicon) -> str:
        """What a word that sources do not have may be printed as there; itself if there is nothing."""
        asked = key, lexicon
        if asked not in self._printed:
            if len(self._printed) >= MOST_KEPT:
                self._printed.clear()
            self._printed[asked] = next(_printings(key, self, lexicon), key)
        return self._printed[asked]

    def near(self, key: str) -> list[str]:
        """The words that differ from one in a letter more, less or other, or in two that changed places."""
        length = len(key)
        alike = self._alike.get(length)
        if alike is None:
            alike = self._alike[length] = self._by_ends(length)
        start, end = _ends(key, length)
        some = (*alike.get(start, ()), *alike.get(end, ()))
        return [word for word in some if OSA.distance(key, word, score_cutoff=1) < 2]

    def _by_ends(self, length: int) -> Mapping[str, list[str]]:
        """By start and by end, the words that may be a letter away from one of some length."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.words:
            if -2 < len(word) - length < 2:
                for end in _ends(word, length):
                    found[end].append(word)
        return dict(found)


def _ends(word: str, length: int) -> tuple[str, str]:
    """How a word starts and ends: one of both stays as it is by a slip in a word of some length.

    A slip changes two letters at most, which stand beside one another.
    """
    letters = min(3, (length - 1) // 2)
    return f"{word[:letters]}_", f"_{word[len(word) - letters :]}"


def respelled(keys: Sequence[str], known: Vocabulary, lexicon: Lexicon) -> list[str] | None:
    """A claim's words in the printing of the sources, one for each; None where they have no other printing.

    Of words that are one in the sources the first stands for it, and the second for nothing (""); a word that
    is two there is the first of these.

    Args:
        keys: The words.
        known: The words that the sources have.
        lexicon: Their language.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> english = lexicon(language("en"))
    >>> source = Vocabulary({"the", "copilot", "closed", "harbour", "note", "book"})
    >>> respelled("the co pilot clsoed the harbor notebook".split(), source, english)
    ['the', 'copilot', '', 'closed', 'the', 'harbour', 'note']
    >>> respelled(["the", "bridge"], source, english) is None
    True
    """
    found, words, endings = list(keys), known.words, _endings(lexicon)
    for n, (key, following) in enumerate(zip(keys, (*keys[1:], ""), strict=False)):
        has = key in words
        if not found[n] or (has and following in words):
            continue
        figures, length = _in_figures(keys[n:], words, lexicon) if key in lexicon.numerals.values else ("", 0)
        if figures:
            found[n : n + length] = figures, *[""] * (length - 1)
            continue
        whole = key + following
        if whole not in words and following in endings:
            whole = next((key + ending for ending in endings[following] if key + ending in words), "")
        if following and whole in words:
            found[n : n + 2] = whole, ""
        elif not has:
            found[n] = known.printing(key, lexicon)
    return found if found != list(keys) else None


def _in_figures(keys: Sequence[str], words: Collection[str], lexicon: Lexicon) -> tuple[str, int]:
    """The figures that sources have for a number of several words, and of how many: twenty one, 21."""
    for length in range(min(len(keys), LONGEST_NUMBER), 1, -1):
        if lexicon.numerals.number(keys[length - 1]) is None:
            continue
        for value, _, units in quantities(tuple(keys[:length]), lexicon):
            figures = next((f for f in _figures(value, lexicon) if f in words), "") if not units else ""
            if figures:
                return figures, length
    return "", 0


def _figures(value: Fraction | str | None, lexicon: Lexicon) -> Iterator[str]:
    """How a number is printed in figures."""
    if isinstance(value, str):
        yield value
    elif value is not None and value.denominator == 1:
        yield str(value)
        yield from (f"{int(value):,}".replace(",", mark) for mark in lexicon.numerals.thousands_marks)


@functools.lru_cache(maxsize=16)
def _endings(lexicon: Lexicon) -> dict[str, list[str]]:
    """The contracted endings that a word is in full."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for ending, full in lexicon.contracted_endings.items():
        if len(full) == 1:
            found[full[0]].append(ending)
    return dict(found)


def _printings(key: str, known: Vocabulary, lexicon: Lexicon) -> Iterator[str]:
    """What a word may be printed as that sources have."""
    for word in _same_amounts(lexicon).get(key, ()):
        if word in known:
            yield word
    yield from filter(known.__contains__, _apart(key, lexicon))
    for parts in readings(key, lexicon):
        if all(part in known for part in parts):
            yield parts[0]
    if len(key) > LONGEST:
        return
    for cut in range(SHORTEST_PART, len(key) - SHORTEST_PART + 1):
        if key[:cut] in known and key[cut:] in known:
            yield key[:cut]
    if key.isalpha() or "'" in key:
        yield from _other_spellings(key, known, lexicon)
    if key.isalpha():
        yield from _without_slips(key, known, lexicon)


def _apart(key: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Figures and the unit behind them without a space: 12km."""
    letters = key.lstrip(string.digits)
    return (key[: -len(letters)], letters) if letters != key and letters in lexicon.numerals.units else ()


def _other_spellings(key: str, known: Vocabulary, lexicon: Lexicon) -> Iterator[str]:
    """What a word is in another spelling that sources have."""
    for word in _spellings(key, lexicon):
        if word in known and same_spelling([key], [word], lexicon):
            yield word


def _without_slips(key: str, known: Vocabulary, lexicon: Lexicon) -> Iterator[str]:
    """The words that sources have of which another is a form, or has a slip in it."""
    alike = list(once_misread(key, lexicon))
    found = [
        word
        for word in (*filter(known.__contains__, alike), *known.near(key))
        if mistyped(key, word, lexicon) or same_lemma(key, word, lexicon)
    ]
    if found:
        yield from filter(found.__contains__, (*alike, *letter_away(key)))


@functools.lru_cache(maxsize=16)
def _listed(lexicon: Lexicon) -> dict[str, list[str]]:
    """The listed spellings of a word, by the one for all of them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for phrase, spellings in lexicon.spellings.items():
        if len(phrase) == 1:
            for spelling in spellings:
                found[spelling] += phrase
    return dict(found)


@functools.lru_cache(maxsize=16)
def _same_amounts(lexicon: Lexicon) -> dict[str, list[str]]:
    """For numbers, months and units of one word: how else they are written."""
    by_value: defaultdict[object, list[str]] = defaultdict(list)
    for word, number in lexicon.numerals.values.items():
        if isinstance(number.value, Fraction) and number.value.denominator == 1:
            endings = ("", *sorted(lexicon.numerals.ordinal_endings)) if number.is_ordinal else ("",)
            by_value[number.is_ordinal, number.value] += [word, *(f"{number.value}{end}" for end in endings)]
    for word, month in lexicon.numerals.months.items():
        by_value[month].append(word.lower())
    for word, unit in lexicon.numerals.units.items():
        by_value[unit].append(word)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for same in by_value.values():
        for word in same:
            found[word] += same
    return dict(found)


def _spellings(key: str, lexicon: Lexicon) -> Iterator[str]:
    """What a word is in another spelling: one listed, with its ending, or with another part."""
    for ending in ("", *lexicon.spelling_endings):
        stem = key.removesuffix(ending)
        spellings = lexicon.spellings.get((stem,), ()) if key.endswith(ending) else ()
        for spelling in sorted(spellings):
            yield from (f"{other}{ending}" for other in _listed(lexicon)[spelling])
    for part, variant in lexicon.spelling_parts:
        if part in key:
            yield key.replace(part, variant)
    for start, variant in lexicon.spelling_starts:
        if key.startswith(start):
            yield variant + key[len(start) :]
    for old, ending in lexicon.old_endings:
        if key.endswith(old):
            yield from with_ending(key[: -len(old)], ending)
        if key.endswith(ending):
            stem = key[: -len(ending)]
            yield from (stem + old, stem[:-1] + old)
