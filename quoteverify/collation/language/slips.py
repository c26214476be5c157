"""When one word is a slip of the pen, or of a scan, for another, and when it is another word."""

import re
import string
from collections.abc import Iterator
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.misreadings import misread, once_misread

SHORTEST_MISTYPED = 5
"""In letters: of two words that are not known, shorter ones with a slip in them are mostly other words: say,
stay. Among the words of invented articles, 106 pairs pass for slips, 193 if words of four letters could
(`tests/bench/measure_constants.py`)."""

SHORTEST_WITH_ANOTHER_LETTER = 7
"""In letters: of these, shorter ones with another letter in them are mostly other words: better, bitter. 136
pairs would pass for slips with 6, and 207 with 5 (`tests/bench/measure_constants.py`)."""

SHORTEST_KNOWN = 4
"""In letters: a shorter word with a letter more, less or changed may be an abbreviation; in another order its
letters are a slip."""

SHORTEST_OF_TWO_SLIPS = 9
"""In letters: in a longer word that is known two slips leave no doubt which is meant."""

MOST_SLIPS = ((9, 3), (6, 2))
"""By the letters that a known word has at least: so many slips leave it the word that is meant, where it
sounds the same and no other common word is nearer. In a shorter one so many make another: cover, covid."""

SHORTEST_OF_ROUGH_READING = 7
"""In letters: a shorter word with two slips is meant only where no other common word is as near."""

_LETTER = r"[^\W\d_]"
MASKED = re.compile(
    rf"(?<![\w*]) (?: {_LETTER}{{1,12}} (?: \*+ | _{{2,}} | [-–—]{{4,}} ) {_LETTER}{{1,6}}"
    rf" | {_LETTER} [-–—]{{2,}} {_LETTER}{{1,6}}"
    rf" | {_LETTER}{{1,2}} (?: \*{{2,}} | _{{2,}} | [-–—]{{3,}} ) ) (?!\w)",
    re.VERBOSE,
)
"""A word some of whose letters are masked, as those of oaths are; what dashes divide is none."""
LETTERS = re.compile(rf"{_LETTER}+")
MASKS = frozenset("*_-–—")
"""What masks letters: one of these stands right behind those before it, and right before those behind it."""

_DOUBLED = re.compile(r"(.)\1")
_VOWELS = frozenset("aeiouy")
"""Latin letters that are put for one another, or left out, where a word is spelt as it sounds."""

SHORTEST_OF_ONE_READING = 5
"""In letters: a word from here on is meant by what has another letter inside, where it alone is as near."""

_TURNING = frozenset(("negators", "modals", "quantities", "hedges", "conditions", "pronouns", "numbers"))
"""The tables a word of which is not guessed at."""


def is_word(key: str, lexicon: Lexicon) -> bool:
    """Whether something is a word that could be meant."""
    return _is_in(lexicon.vocabulary, key, lexicon)


def is_common_word(key: str, lexicon: Lexicon) -> bool:
    """Whether something is a common word, which a capital alone makes no name."""
    return _is_in(lexicon.common, key, lexicon)


def _is_in(vocabulary: frozenset[str], key: str, lexicon: Lexicon) -> bool:
    """Whether something is a word of a vocabulary, in any of its forms, or one that a table has."""
    if key in vocabulary or key in lexicon.closed or key in lexicon.tables or key in lexicon.contractions:
        return True
    stem, apostrophe, _ = key.partition("'")
    if apostrophe and key.removeprefix(stem) in lexicon.contracted_endings:
        return stem in vocabulary or stem in lexicon.closed
    return key.endswith(lexicon.possessives) and any(
        key.endswith(ending) and key.removesuffix(ending) in vocabulary for ending in lexicon.possessives
    )


def without_apostrophes(key: str) -> str:
    """A word's key without its apostrophes."""
    return key.replace("'", "")


def capitals_misread(printed: str, lexicon: Lexicon) -> str:
    """The key of a word in which a scan took small letters for capitals: "wiII", will; "" where it has none.

    Args:
        printed: The word as it is printed.
        lexicon: The language.
    """
    inside = printed[1:]
    if inside.islower() or inside.isupper() or not inside.isalpha():
        return ""
    return (printed[0] + inside.translate(lexicon.misread_capitals)).lower()


def mistyped(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether one is the other with a slip: a letter doubled, left out, put in, swapped or misread.

    A slip makes no word of its own: where both are words, one was put for the other, but for those that are
    listed as confused and two letters of a word of grammar in the other order. Where neither is known,
    as of names, a changed first letter, or a changed last one, makes another word more often than a slip; so
    do all slips in short words, but for two letters of a word of a closed class in the other order, and one
    letter put for another in any but a long word. Slips come first and last in a word least often:
    J. Pollock and A. Zamora, "Collection and characterization of spelling errors in scientific and
    scholarly text", JASIS 34 (1983).
    """
    known = [key for key in (a, b) if is_word(key, lexicon)]
    if len(known) == 1 and lexicon.vocabulary:
        (word,) = known
        return _is_slip_for(b if word == a else a, word, lexicon)
    if len(known) > 1:
        return frozenset((a, b)) in lexicon.confused or _transposes_function_word(a, b, lexicon)
    return not known and looks_mistyped(a, b, lexicon)


def _transposes_function_word(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two neighbouring letters make another word of one that only grammar needs: "form" for "from".

    Where the one fits a sentence the other cannot be meant.
    """
    if (
        len(a) != len(b)
        or min(len(a), len(b)) < SHORTEST_KNOWN
        or (a in lexicon.closed) is (b in lexicon.closed)
    ):
        return False
    word = a if a in lexicon.closed else b
    return (word,) in lexicon.plain and sorted(a) == sorted(b) and _slips_apart(a, b, 1)


def looks_mistyped(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether one looks like the other with a slip, whatever words there are."""
    if a[:1] != b[:1]:
        return False
    if _differ_in_doubling(a, b):
        return a.isalpha() and b.isalpha()
    closed = (a in lexicon.closed) + (b in lexicon.closed)
    if closed == 1 and len(a) == len(b) > 2 and sorted(a) == sorted(b):  # "yuor" for "your"
        return _slips_apart(a, b, 1)
    return (
        closed < 2
        and max(len(a), len(b)) >= SHORTEST_MISTYPED
        and a.isalpha()
        and b.isalpha()
        and _slips_apart(a, b, 1)
        and _is_inside(a, b)
    )


def _differ_in_doubling(a: str, b: str) -> bool:
    """Whether two long words differ only in which letters are doubled: "Phillipines", "Philippines"."""
    return min(len(a), len(b)) >= SHORTEST_WITH_ANOTHER_LETTER and _undoubled(a) == _undoubled(b)


def _undoubled(key: str) -> str:
    return _DOUBLED.sub(r"\1", key)


def _is_slip_for(slip: str, word: str, lexicon: Lexicon) -> bool:
    """Whether what is no word is a slip for a known one."""
    if not word.replace("'", "").isalpha() or slip.isdecimal():
        return False
    if _is_misread(slip, word, lexicon):
        return True
    if not slip.replace("'", "").isalpha():
        return False
    if _differ_in_doubling(slip, word):
        return True
    if len(word) < SHORTEST_KNOWN:
        return _is_slip_for_short(slip, word, lexicon)
    if len(word) >= SHORTEST_OF_TWO_SLIPS and slip[:1] == word[:1] and _slips_apart(slip, word, 2):
        return True
    if _slips_apart(slip, word, 1) and (
        _leaves_the_word(slip, word) or _is_only_one_near(slip, word, lexicon)
    ):
        return True
    return _is_key_beside(slip, word, lexicon) or _is_nearest(slip, word, lexicon)


def _is_key_beside(slip: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a finger met the key beside one: "takk" for "talk"; no word that turns sense is guessed at."""
    if len(slip) != len(word) or word not in lexicon.common:
        return False
    missed = [pair for pair in zip(slip, word, strict=True) if pair[0] != pair[1]]
    if len(missed) != 1 or missed[0] not in lexicon.neighbouring_keys:
        return False
    others = [key for key in letter_away(slip) if key != word and _may_be_meant(key, lexicon)]
    return not (others and any(turns(key, lexicon) for key in (word, *others)))


def _is_slip_for_short(slip: str, word: str, lexicon: Lexicon) -> bool:
    """The same of a short word: its letters in another order, one of them missing, or twice."""
    swapped = sorted(slip) == sorted(word) and _slips_apart(slip, word, 1)
    return swapped or _lacks_a_letter(slip, word, lexicon) or _doubles_a_letter(slip, word, lexicon)


def _is_nearest(slip: str, word: str, lexicon: Lexicon) -> bool:
    """Whether what has more slips, or one at an end, can be meant for one common word alone.

    Slips leave the sound, or nearly: of several, none puts another consonant for one. No word that turns the
    sense is guessed at where another could be meant, and nothing that is nearer to another word.
    """
    slips = _slips_at_most(slip, word, lexicon)
    if not slips:
        return False
    near = [(key, count) for key, count in _as_near(slip, slips, lexicon) if key != word]
    if any(count < slips for _, count in near):
        return False
    others = [key for key, _ in near if not _are_forms(key, word)]
    if not others:
        return True
    rough = slips > 1 and len(word) >= SHORTEST_OF_ROUGH_READING
    return rough and not any(turns(key, lexicon) for key in (word, *others))


def _slips_at_most(slip: str, word: str, lexicon: Lexicon) -> int:
    """How many slips part two words, if no more than a common word may have and stay itself; else 0."""
    most = next((slips for letters, slips in MOST_SLIPS if len(word) >= letters), 0)
    slips = OSA.distance(slip, word, score_cutoff=most)
    if slips > most or word not in lexicon.common:
        return 0
    if slips == 1:
        return 1 if len(slip) >= len(word) else 0  # a letter left out is looked at by itself
    return slips if _begin_alike(slip, word) and _sound_alike(slip, word) else 0


def _begin_alike(slip: str, word: str) -> bool:
    """Whether two words have one first letter, or their first two in the other order."""
    return slip[:1] == word[:1] or slip[:2] == word[1::-1]


def _sound_alike(slip: str, word: str) -> bool:
    """Whether the consonants are the same, but for one more or less, or two in the other order."""
    a, b = _consonants(slip), _consonants(word)
    return a == b or ((len(a) != len(b) or sorted(a) == sorted(b)) and _slips_apart(a, b, 1))


def _consonants(key: str) -> str:
    """A word's first letter and its consonants, none of them twice in a row."""
    letters = key[:1] + "".join(letter for letter in key[1:] if letter not in _VOWELS)
    return "".join(letter for letter, _ in groupby(letters))


def _as_near(slip: str, slips: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """The common words that no more slips part from something, each with how many."""
    for length in range(len(slip) - slips, len(slip) + slips + 1):
        words = lexicon.common_by_length.get(length, ())
        for key, count, _ in process.extract(
            slip, words, scorer=OSA.distance, score_cutoff=slips, limit=None
        ):
            yield key, count


def _are_forms(a: str, b: str) -> bool:
    """Whether two words that are near one another differ in an ending."""
    return a.startswith(b[:-1]) or b.startswith(a[:-1])


def _is_misread(slip: str, word: str, lexicon: Lexicon) -> bool:
    """Whether what is no word is a known one with letters misread, and could not as well be another.

    In a long word what it could be besides matters only where one of the two turns the sense, and in a short
    one of grammar where that is another of them.
    """
    count = misread(slip, word, lexicon)
    if not count:
        return False
    if count > 1:
        return True
    others = {key for key in once_misread(slip, lexicon) if key != word and _may_be_meant(key, lexicon)}
    if len(word) > SHORTEST_KNOWN:
        return not (others and any(turns(key, lexicon) for key in (word, *others)))
    # Words of grammar are so much commoner than others that "aro" is for "are", and no "arc".
    is_grammar = word in lexicon.closed and lexicon.closed.isdisjoint(others)
    return not others or (is_grammar and all(len(key) == len(slip) for key in others))


def _may_be_meant(key: str, lexicon: Lexicon) -> bool:
    """Whether something is a common word, or one of grammar."""
    return key in lexicon.common or key in lexicon.closed


def turns(key: str, lexicon: Lexicon) -> bool:
    """Whether a word turns the sense, or is a number."""
    return not _TURNING.isdisjoint(lexicon.tables.get(key, ()))


def _lacks_a_letter(slip: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a short word of grammar lacks a letter, with which it could be none that turns the sense."""
    if (word,) not in lexicon.plain or len(slip) != len(word) - 1 or not _slips_apart(slip, word, 1):
        return False
    longer = (key for key in letter_away(slip) if len(key) == len(word))
    return not any("negators" in lexicon.tables.get(key, ()) for key in longer)


def _doubles_a_letter(slip: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a short word of grammar has a letter twice: "forr", "tthe"."""
    return (word,) in lexicon.plain and len(slip) == len(word) + 1 and _undoubled(slip) == _undoubled(word)


def _is_only_one_near(slip: str, word: str, lexicon: Lexicon) -> bool:
    """Whether another letter inside a word leaves no other known one as near."""
    if len(slip) != len(word) or len(word) < SHORTEST_OF_ONE_READING:
        return False
    if slip[0] != word[0] or slip[-1] != word[-1]:
        return False
    return not any(key not in (slip, word) and is_word(key, lexicon) for key in letter_away(slip))


def letter_away(key: str) -> Iterator[str]:
    """A word less a letter, with two in the other order, with one more and with another."""
    for n in range(len(key)):
        head, tail = key[:n], key[n + 1 :]
        yield head + tail
        if tail:
            yield head + tail[0] + key[n] + tail[1:]
        for letter in string.ascii_lowercase:
            yield head + letter + key[n:]
            yield head + letter + tail
    yield from (key + letter for letter in string.ascii_lowercase)


def _leaves_the_word(slip: str, word: str) -> bool:
    """Whether one letter otherwise leaves no doubt which word is meant: none put before it or at its end."""
    if len(slip) == len(word):
        swapped = sorted(slip) == sorted(word)
        ends = slip[:1] == word[:1] and slip[-1:] == word[-1:]
        return swapped or (ends and len(word) >= SHORTEST_WITH_ANOTHER_LETTER)
    if len(slip) < len(word):
        return True
    doubled = slip[:1] == word[:1] if slip[1:] == word else slip[-1] == word[-1]
    return doubled or word not in (slip[1:], slip[:-1])


def _slips_apart(a: str, b: str, most: int) -> bool:
    return OSA.distance(a, b, score_cutoff=most) <= most


def _is_inside(a: str, b: str) -> bool:
    """Whether the one letter that two words differ in is no changed ending, and likelier a slip than not."""
    if len(a) == len(b):
        swapped = sorted(a) == sorted(b)
        return swapped or (len(a) >= SHORTEST_WITH_ANOTHER_LETTER and a[-1] == b[-1])
    shorter, longer = sorted((a, b), key=len)
    return longer[:-1] != shorter or longer[-1] == longer[-2]
