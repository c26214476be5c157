"""When different words are forms of one: spellings, contractions, inflections, slips of the pen."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import counts, is_number, is_part, quantities, quantity
from quoteverify.collation.language.slips import is_word, mistyped, turns, without_apostrophes
from quoteverify.text.language import LanguageProfile

Keys = Sequence[str]

LONGEST_FORM = 6
"""In words, the longest phrase that is looked at as another form of one: as many as "one hundred and
seventy-four dollars"."""

LONGEST_NUMBER = 10
"""In words, the longest that is read as a number that was said: "the twenty-third of May nineteen hundred and
six". A guard against texts of nothing but numbers."""

_MOST_READINGS = 64
"""A guard against texts full of apostrophes: the readings of contracted words multiply."""


def one_word_in_two_forms(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether the words of one are a form of the words of the other: cosmetic or minor, not another word."""
    return (
        same_quantity(a, b, lexicon)
        or same_spelling(a, b, lexicon)
        or same_contraction(a, b, lexicon)
        or (len(a) == len(b) == 1 and (same_lemma(a[0], b[0], lexicon) or mistyped(a[0], b[0], lexicon)))
    )


def of_one_class(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words are of one closed class or opposites: one stands for the other sooner than not."""
    if (is_number(a, lexicon) and is_number(b, lexicon)) or opposite(a, b, lexicon):
        return True
    one, other = (next(lexicon.markers([key], 0, 1), None) for key in (a, b))
    return one is not None and other is not None and one[0] == other[0]


def traits(key: str, lexicon: Lexicon) -> set[str]:
    """What a word has in common with its forms and its class: words that share no trait are not paired."""
    found = {key[:1], key[-3:], *lexicon.tables.get(key, ()), *lexicon.inflections.get(key, ())}
    found.update(lexicon.spellings.get((key,), (key,)))
    if is_part(key, lexicon) or key in lexicon.numerals.articles:
        found.add("number")
    if contracted(key, lexicon):
        found.update(word[:1] for reading in readings(key, lexicon) for word in reading)
    return found


def same_quantity(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether both are one amount, date or unit."""
    if not (counts(a, lexicon) and counts(b, lexicon)):
        return False
    read = quantity(a, lexicon)
    if read is not None and read == quantity(b, lexicon):
        return True
    if max(len(a), len(b)) > LONGEST_NUMBER:
        return False
    return not quantities(tuple(a), lexicon).isdisjoint(quantities(tuple(b), lexicon))


# Spellings.


def same_spelling(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether both are spellings of one word: listed, by a part that varies, or joined and divided.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> english = lexicon(language("en"))
    >>> pairs = [("labour", "labor"), ("grey", "gray"), ("ploughs", "plows"), ("any one", "anyone")]
    >>> [same_spelling(a.split(), b.split(), english) for a, b in pairs]
    [True, True, True, True]
    """
    if not _listed(tuple(a), lexicon).isdisjoint(_listed(tuple(b), lexicon)):
        return True
    one, other = "".join(a), "".join(b)
    if one == other:
        return joins(a, b, lexicon)
    if len(a) + len(b) == 3:
        return _parted_at_apostrophe(a, b) or _parted_at_apostrophe(b, a)
    return len(a) == len(b) == 1 and (
        _listed_with_an_ending(one, other, lexicon)
        or _differ_in_a_part(one, other, lexicon)
        or _differ_at_an_end(one, other, lexicon)
        or _lacks_apostrophe(one, other, lexicon)
    )


def _parted_at_apostrophe(parts: Keys, whole: Keys) -> bool:
    """Whether two words are one that a space parts, or a lost apostrophe: "the mayor ’s", "don t"."""
    return len(whole) == 1 and len(parts[-1]) <= LONGEST_ENDING and list(parts) == whole[0].split("'")


LONGEST_ENDING = 2
"""In letters, the longest that stands behind an apostrophe at a word's end: we're."""


def _listed(word: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    """The spellings that are listed for a word."""
    return lexicon.spellings.get(word, frozenset())


def joins(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether words of the same letters can be the same words, joined or divided.

    Figures that are joined are another number, and some words have another sense without their hyphen.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> english = lexicon(language("en"))
    >>> joins(["half", "dark"], ["halfdark"], english), joins(["15", "18"], ["1518"], english)
    (True, False)
    """
    for divided, whole in ((a, b), (b, a)):
        if len(divided) > len(whole) and any(word in lexicon.divided for word in whole):
            return False
        if any(x[-1:].isdigit() and y[:1].isdigit() for x, y in itertools.pairwise(divided)):
            return False
    return True


def joined_in_another_sense(parts: Keys, whole: str, lexicon: Lexicon) -> bool:
    """Whether words that are joined make another word: "in secure", "insecure".

    So does a word of a closed class that may be an opposite's prefix, or an article, and what turns the sense
    alone or joined: "now here", "nowhere". Where a space parts what is no word by itself ("a uthorities"), or
    what is none of these ("under stand"), it is the space that is the slip.
    """
    if not is_word(whole, lexicon) or not all(is_word(part, lexicon) for part in parts):
        return False
    if not any(part in lexicon.closed and part not in lexicon.numerals.values for part in parts):
        return False
    first = parts[0]
    return (
        first in lexicon.prefixes
        or first in lexicon.numerals.articles
        or any(turns(key, lexicon) for key in (*parts, whole))
    )


def _lacks_apostrophe(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words differ in an apostrophe alone, and without it are no other word: dont, don't."""
    plain = without_apostrophes(a)
    return a != b and plain == without_apostrophes(b) and not is_word(plain, lexicon)


def _listed_with_an_ending(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words are listed spellings of one, with one ending: ploughing, plowing."""
    if a[-1:] != b[-1:]:
        return False
    for ending in lexicon.spelling_endings:
        if a.endswith(ending) and b.endswith(ending):
            one, other = (_listed((word[: -len(ending)],), lexicon) for word in (a, b))
            if not one.isdisjoint(other):
                return True
    return False


def _differ_in_a_part(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words differ in a part that spellings vary in, from the fourth letter on: labour, labor."""
    if a[:3] != b[:3]:
        return False
    for part, variant in lexicon.spelling_parts:
        place = a.rfind(part)
        if place >= 3 and a[:place] + variant + a[place + len(part) :] == b:
            return True
    return False


def _differ_at_an_end(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether one of two words begins or ends as words were spelt: inclose, stopt, return'd."""
    if len(a) < SHORTEST_RESPELT or len(b) < SHORTEST_RESPELT:
        return False
    for start, variant in lexicon.spelling_starts:
        if a.startswith(start) and b == variant + a[len(start) :]:
            return not _are_words(a, b, lexicon)
    return any(
        _has_old_ending(word, other, old, ending, lexicon)
        for old, ending in lexicon.old_endings
        for word, other in ((a, b), (b, a))
    )


def _has_old_ending(word: str, other: str, old: str, ending: str, lexicon: Lexicon) -> bool:
    """Whether a word is another with the ending that it had once, and not one of today: "least", "he'd"."""
    stem = word[: -len(old)]
    if not word.endswith(old) or other not in with_ending(stem, ending):
        return False
    if "'" in old:
        return len(stem) >= SHORTEST_STRIPPED and stem not in lexicon.closed and stem not in lexicon.pointing
    return not _are_words(word, other, lexicon)


def _are_words(a: str, b: str, lexicon: Lexicon) -> bool:
    return is_word(a, lexicon) and is_word(b, lexicon)


SHORTEST_STRIPPED = 3
"""In letters: to no shorter word is "ed" put with an apostrophe."""


def with_ending(stem: str, ending: str) -> tuple[str, str]:
    """A stem with an ending, its last letter doubled or not: asked, stopped."""
    return stem + ending, stem + stem[-1:] + ending


SHORTEST_RESPELT = 4
"""In letters: shorter words are others where they begin or end otherwise: "in", "end"."""


def written_out(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two printings are one but for letters that one writes out, wherever they stand: ü, ue.

    Args:
        a: Words as printed.
        b: Others.
        lexicon: The language.
    """
    if not lexicon.spellings_anywhere:
        return False
    one, other = a.lower(), b.lower()
    for letter, letters in lexicon.spellings_anywhere:
        one, other = one.replace(letter, letters), other.replace(letter, letters)
    return one == other


def other_letters(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two printings of one key are two words by a sign over a letter: "drucken", "drücken".

    Args:
        a: A word as printed.
        b: Another.
        lexicon: The language.
    """
    one, other = a.lower(), b.lower()
    return len(one) == len(other) and any(
        x != y and (x, y) in lexicon.distinct_letters for x, y in zip(one, other, strict=True)
    )


# Contractions.


def readings(key: str, lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """What a contracted word may stand for in full, likeliest first; only itself if it is not contracted."""
    full = lexicon.contractions.get(key)
    if full:
        return full
    if "'" not in key:
        return ((key,),)
    for ending, words in lexicon.contracted_endings.items():
        if key.endswith(ending) and len(key) > len(ending):
            stem = key[: -len(ending)]
            return tuple((stem, word) for word in words)
        if key == ending and len(words) == 1:
            return tuple((word,) for word in words)  # "has[n't]"
    return ((key,),)


def contracted(key: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand for others."""
    return "'" in key or key in lexicon.contractions


def has_contraction(keys: Keys, lexicon: Lexicon) -> bool:
    """Whether any of some words may stand for others."""
    return "'" in "".join(keys) or not lexicon.contractions.keys().isdisjoint(keys)


def expanded(keys: Keys, lexicon: Lexicon) -> list[str]:
    """The words with every contraction in full, as its likeliest reading."""
    if not has_contraction(keys, lexicon):
        return list(keys)
    words: list[str] = []
    for key in keys:
        words += readings(key, lexicon)[0]
    return words


def same_contraction(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether both read the same once contractions are in full."""
    if len(a) + len(b) > 2 * LONGEST_FORM:
        return False
    if not (has_contraction(a, lexicon) or has_contraction(b, lexicon)):
        return False
    return not set(_in_full(a, lexicon)).isdisjoint(_in_full(b, lexicon))


def _in_full(keys: Keys, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """Everything that some words may be with contractions in full."""
    options = [(*readings(key, lexicon), (key,)) for key in keys]
    for choice in itertools.islice(itertools.product(*options), _MOST_READINGS):
        yield tuple(itertools.chain.from_iterable(choice))


# Inflections.


def same_lemma(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words are forms of one: number, tense, case.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> english = lexicon(language("en"))
    >>> pairs = [("stop", "stopped"), ("go", "went"), ("planed", "planned")]
    >>> [same_lemma(a, b, english) for a, b in pairs]
    [True, True, False]
    """
    one, other = lexicon.inflections.get(a), lexicon.inflections.get(b)
    if one and other and not one.isdisjoint(other):
        return True
    irregular = one or other  # "took" and "taking"
    if a[:1] != b[:1] or (a[1:2] != b[1:2] and not irregular):
        return False
    if a in lexicon.closed or b in lexicon.closed:
        return False
    # "Planed" and "planned" could both be of "plan", were they not two words.
    if any(a.endswith(ending) and b.endswith(ending) for ending in lexicon.doubling_endings):
        return False
    return not _bases(a, lexicon).isdisjoint(_bases(b, lexicon))


def _bases(word: str, lexicon: Lexicon) -> set[str]:
    """What a word may be a form of, by the regular endings."""
    bases = {word, *lexicon.inflections.get(word, ())}
    for ending in lexicon.possessives:
        if word.endswith(ending):
            word = word.removesuffix(ending)
            bases |= {word, *lexicon.inflections.get(word, ())}
    for regular in lexicon.inflection_endings:
        stem = word.removesuffix(regular.letters)
        if len(word) > len(stem) >= SHORTEST_STEM:
            bases.update([stem + stand_in for stand_in in regular.stand_ins])
            if regular.doubles and len(stem) > SHORTEST_DOUBLED and stem[-1] == stem[-2]:
                bases.add(stem[:-1])
    return bases


SHORTEST_STEM = 2
"""In letters: "doing" is a form of "do", "sing" of nothing."""

SHORTEST_DOUBLED = 3
"""In letters, a stem is longer whose last consonant may be doubled: "stopped" is a form of "stop", "added" of
"add" alone."""


# Other words.


@functools.lru_cache(maxsize=8)
def _senses(profile: LanguageProfile) -> dict[str, frozenset[int]]:
    """The rows of synonyms that each word is in."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for n, row in enumerate(profile.rows("synonyms")):
        for word in row.words:
            found[word].add(n)
    return {word: frozenset(rows) for word, rows in found.items()}


def synonymous(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words are listed as being of one sense, or forms of such words: "kids", "children"."""
    senses = _senses(lexicon.profile)
    one, other = ({row for base in _bases(key, lexicon) for row in senses.get(base, ())} for key in (a, b))
    return not one.isdisjoint(other)


def opposite(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether one is the other with a prefix or suffix that turns it round: able and unable."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if (
        len(shorter) >= SHORTEST_TURNED
        and longer.endswith(shorter)
        and longer[: -len(shorter)] in lexicon.prefixes
    ):
        return True
    if a[:SHORTEST_TURNED] != b[:SHORTEST_TURNED]:
        return False
    return any(
        {a, b} == {stem + with_it, stem + without_it}
        for with_it, without_it in lexicon.suffixes
        for stem in (longer.removesuffix(without_it),)
        if len(stem) >= SHORTEST_TURNED
    )


SHORTEST_TURNED = 3
"""In letters, the shortest word that a prefix or suffix turns round: "able", not "on" of "iron"."""
