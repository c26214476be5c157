"""Other printings of a word that sources may have: other spellings, slips, joined and divided words.

A claim whose words do not stand in the sources may have them there in another printing. Each is looked up, so
that there are few of them: those that one of the tables tells, that look alike, or that are a letter away.
"""

import functools
import string
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.slips import PAIRS_ALIKE, mistyped
from quoteverify.collation.language.word_forms import readings, same_lemma, same_spelling

LONGEST = 24
"""In letters: of longer words no printings are tried. A guard: there are as many as letters, and more."""

SHORTEST_PART = 2
"""In letters: no shorter word is told apart inside another."""

Known = Callable[[str], bool]


def respelled(keys: Sequence[str], known: Known, lexicon: Lexicon) -> list[str] | None:
    """A claim's words in the printing of the sources, one for each; None where they have no other printing.

    Of words that are one in the sources the first stands for it, and the second for nothing (""); a word that
    is two there is the first of these.

    Args:
        keys: The words.
        known: Whether the sources have a word.
        lexicon: Their language.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> english = lexicon(language("en"))
    >>> source = {"the", "copilot", "closed", "harbour", "note", "book"}
    >>> respelled("the co pilot clsoed the harbor notebook".split(), source.__contains__, english)
    ['the', 'copilot', '', 'closed', 'the', 'harbour', 'note']
    >>> respelled(["the", "bridge"], source.__contains__, english) is None
    True
    """
    found = list(keys)
    for n, key in enumerate(keys):
        if not found[n] or (known(key) and known("".join(keys[n + 1 : n + 2]))):
            continue
        whole = next(filter(known, _joined(key, keys[n + 1], lexicon)), None) if n + 1 < len(keys) else None
        if whole:
            found[n : n + 2] = whole, ""
        elif not known(key):
            found[n] = next(_printings(key, known, lexicon), key)
    return found if found != list(keys) else None


def _joined(key: str, following: str, lexicon: Lexicon) -> Iterator[str]:
    """What two words are in one: "copilot", "we've"."""
    yield key + following
    for ending, full in lexicon.contracted_endings.items():
        if full == (following,):
            yield key + ending


def _printings(key: str, known: Known, lexicon: Lexicon) -> Iterator[str]:
    """What a word may be printed as that sources have."""
    for word in _same_amounts(lexicon).get(key, ()):
        if known(word):
            yield word
    for parts in (*readings(key, lexicon), *_parts(key)):
        if len(parts) > 1 and all(map(known, parts)):
            yield parts[0]
    if len(key) > LONGEST or not key.isalpha():
        return
    for word in filter(known, _spellings(key, lexicon)):
        if same_spelling([key], [word], lexicon):
            yield word
    for word in filter(known, _letter_away(key)):
        if mistyped(key, word, lexicon) or same_lemma(key, word, lexicon):
            yield word


def _parts(key: str) -> Iterator[tuple[str, str]]:
    """A word in two: note, book."""
    if len(key) <= LONGEST:
        for cut in range(SHORTEST_PART, len(key) - SHORTEST_PART + 1):
            yield key[:cut], key[cut:]


@functools.lru_cache(maxsize=16)
def _listed(lexicon: Lexicon) -> dict[str, list[str]]:
    """The listed spellings of a word, by the one for all of them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for phrase, spelling in lexicon.spellings.items():
        if len(phrase) == 1:
            found[spelling] += phrase
    return dict(found)


@functools.lru_cache(maxsize=16)
def _same_amounts(lexicon: Lexicon) -> dict[str, list[str]]:
    """For numbers and units of one word: how else they are written."""
    by_value: defaultdict[object, list[str]] = defaultdict(list)
    for word, number in lexicon.numbers.items():
        if not number.is_ordinal and number.value == int(number.value if number.value != word else 0):
            by_value[number.value] += [word, str(number.value)]
    for word, unit in lexicon.units.items():
        by_value[unit].append(word)
    return {word: same for same in by_value.values() for word in same}


def _spellings(key: str, lexicon: Lexicon) -> Iterator[str]:
    """What a word is in another spelling: one listed, with its ending, or with another part."""
    for ending in ("", *lexicon.spelling_endings):
        stem = key.removesuffix(ending)
        spelling = lexicon.spellings.get((stem,)) if key.endswith(ending) else None
        if spelling:
            yield from (f"{other}{ending}" for other in _listed(lexicon)[spelling])
    for part, variant in lexicon.spelling_parts:
        yield key.replace(part, variant)


def _letter_away(key: str) -> Iterator[str]:
    """A word less a letter, with one more, with two in the other order, and with those that look alike."""
    for pair, letter in PAIRS_ALIKE:
        yield key.replace(pair, letter)
        yield key.replace(letter, pair)
    for n in range(len(key)):
        head, tail = key[:n], key[n + 1 :]
        yield head + tail
        if tail:
            yield head + tail[0] + key[n] + tail[1:]
        for letter in string.ascii_lowercase:
            yield head + letter + key[n:]
            yield head + letter + tail
