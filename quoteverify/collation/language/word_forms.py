"""When different words are forms of one: spellings, contractions, inflections, slips of the pen."""

import itertools
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import is_number, is_part, quantity

Keys = Sequence[str]

_ENDINGS = ("'s", "s", "es", "d", "ed", "r", "er", "ers", "ing", "ly")
_LONGEST = 6
"""No phrase of more words than this is looked at as one form of another."""


def alike(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether the words of one are a form of the words of the other: cosmetic or minor, not another word."""
    return (
        same_quantity(a, b, lexicon)
        or same_spelling(a, b, lexicon)
        or same_contraction(a, b, lexicon)
        or (len(a) == len(b) == 1 and (inflected(a[0], b[0], lexicon) or mistyped(a[0], b[0], lexicon)))
    )


def akin(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words are of one closed class or opposites: one stands for the other sooner than not."""
    if (is_number(a, lexicon) and is_number(b, lexicon)) or opposite(a, b, lexicon):
        return True
    one, other = (next(lexicon.markers([key], 0, 1), None) for key in (a, b))
    return one is not None and other is not None and one[0] == other[0]


def traits(key: str, lexicon: Lexicon) -> set[str]:
    """What a word has in common with every form of it: words that share no trait are never alike or akin."""
    found = {key[:1], key[-3:], *lexicon.tables.get(key, ()), *lexicon.inflections.get(key, ())}
    found.add(lexicon.spellings.get((key,), key))
    if is_part(key, lexicon) or key in ("a", "an"):
        found.add("number")
    if contracted(key, lexicon):
        found.update(word[:1] for reading in readings(key, lexicon) for word in reading)
    return found


def same_quantity(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether both are one amount, date or unit."""
    read = quantity(a, lexicon)
    return read is not None and read == quantity(b, lexicon)


def same_spelling(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether both are spellings of one word: listed, by a part that varies, or joined and divided."""
    listed = lexicon.spellings.get(tuple(a))
    if listed is not None and listed == lexicon.spellings.get(tuple(b)):
        return True
    one, other = "".join(a), "".join(b)
    if one == other:
        return True
    if len(a) > 1 or len(b) > 1:
        return False
    for ending in _ENDINGS if one[-1:] == other[-1:] else ():
        if one.endswith(ending) and other.endswith(ending):
            stems = (
                lexicon.spellings.get((one[: -len(ending)],)),
                lexicon.spellings.get((other[: -len(ending)],)),
            )
            if stems[0] is not None and stems[0] == stems[1]:
                return True
    if one[:3] != other[:3]:
        return False
    for part, variant in lexicon.spelling_parts:
        place = one.rfind(part)
        if place >= 3 and one[:place] + variant + one[place + len(part) :] == other:
            return True
    return False


def readings(key: str, lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """What a contracted word may stand for in full, likeliest first; only itself if it is not contracted."""
    full = lexicon.contractions.get(key)
    if full:
        return full
    if "'" not in key:
        return ((key,),)
    for ending, words in lexicon.endings:
        if key.endswith(ending) and len(key) > len(ending):
            stem = key[: -len(ending)]
            return tuple((stem, word) for word in words)
    return ((key,),)


def contracted(key: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand for others."""
    return "'" in key or key in lexicon.contractions


def expanded(keys: Keys, lexicon: Lexicon) -> list[str]:
    """The words with every contraction in full, as its likeliest reading."""
    words: list[str] = []
    contractions = lexicon.contractions
    for key in keys:
        if "'" in key or key in contractions:
            words += readings(key, lexicon)[0]
        else:
            words.append(key)
    return words


def same_contraction(a: Keys, b: Keys, lexicon: Lexicon) -> bool:
    """Whether both read the same once contractions are in full."""
    if len(a) + len(b) > 2 * _LONGEST or not any(contracted(key, lexicon) for key in (*a, *b)):
        return False

    def full(keys: Keys) -> Iterator[tuple[str, ...]]:
        options = [(*readings(key, lexicon), (key,)) for key in keys]
        for choice in itertools.islice(itertools.product(*options), 64):
            yield tuple(itertools.chain.from_iterable(choice))

    return not set(full(a)).isdisjoint(full(b))


def inflected(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words are forms of one: number, tense, case."""
    if not lexicon.inflections.get(a, frozenset()).isdisjoint(lexicon.inflections.get(b, frozenset())):
        return True
    if a[:2] != b[:2] or a in lexicon.closed or b in lexicon.closed:
        return False
    if any(a.endswith(ending) and b.endswith(ending) for ending in ("ing", "ed")):
        return False
    return not _bases(a, lexicon).isdisjoint(_bases(b, lexicon))


def _bases(word: str, lexicon: Lexicon) -> set[str]:
    """What a word may be a form of, by the regular endings."""
    bases = {word, *lexicon.inflections.get(word, ())}
    if word.endswith(("'s", "s'")):
        word = word[:-2]
        bases |= {word, *lexicon.inflections.get(word, ())}
    for ending, stand_ins in (
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
    ):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 2:
            bases.update(stem + stand_in for stand_in in stand_ins)
            if len(stem) > 3 and stem[-1] == stem[-2] and ending in ("ed", "ing"):
                bases.add(stem[:-1])
    return bases


def mistyped(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether one looks like the other with a slip: a letter doubled, left out, put in or swapped inside.

    A changed first letter, or a changed last one, makes another word more often than a slip; so do all
    slips in short words, but for two letters of a word of a closed class in the other order, and one
    letter put for another in any but a long word. Slips come first and last in a word least often:
    J. Pollock and A. Zamora, "Collection and characterization of spelling errors in scientific and
    scholarly text", JASIS 34 (1983).
    """
    shorter, longer = sorted((a, b), key=len)
    if len(a) == len(b) > 2 and (a in lexicon.closed) != (b in lexicon.closed) and sorted(a) == sorted(b):
        return a[:1] == b[:1] and OSA.distance(a, b, score_cutoff=1) == 1  # "yuor" for "your"
    if len(longer) < 5 or a[:1] != b[:1] or not (a.isalpha() and b.isalpha()):
        return False
    if (a in lexicon.closed and b in lexicon.closed) or OSA.distance(a, b, score_cutoff=1) > 1:
        return False
    if len(a) == len(b):
        swapped = sorted(a) == sorted(b)
        return swapped or (len(a) >= 7 and a[-1] == b[-1])
    if longer[:-1] == shorter:
        return longer[-1] == longer[-2]
    return True


def opposite(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether one is the other with a prefix or suffix that turns it round: able and unable."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) >= 3 and longer.endswith(shorter) and longer[: -len(shorter)] in lexicon.prefixes:
        return True
    if a[:3] != b[:3]:
        return False
    return any(
        {a, b} == {stem + with_it, stem + without_it}
        for with_it, without_it in lexicon.suffixes
        for stem in (longer.removesuffix(without_it),)
        if len(stem) >= 3
    )
