"""The parts of a name, and whether two names may be one person's.

No table of first names: what is compared is what names share whatever their tradition -
words, initials, titles, particles, suffixes, and the order that families are written in.
"""

import functools
import re
import unicodedata
from collections.abc import Sequence

import attrs

from quoteverify.errors import check_type
from quoteverify.text.language import LanguageProfile

_WORDS = re.compile(r"[^\W_]+(?:[.'’ʼ][^\W_]+)*")
_LAST_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+$")
_STROKES = str.maketrans("øłđħŧı", "oldhti")
"""Letters that Unicode does not take apart, though what is added is dropped as diacritics are."""
_POSSESSIVE = re.compile(r"['’]s?$")


@attrs.frozen
class Name:
    """A name taken apart, folded for comparison: no case, no diacritics, no hyphens.

    Attributes:
        words: Given and family names in the order written; initials are single letters.
        titles: What stands before them: "mr", "president".
        suffixes: What stands after them: "jr", "iii".
        gender: "m" or "f" where a title shows it, else "".
        family: How many words the last one printed has, as in Lloyd-Vale.
        core: The words without particles, "al" and "von"; with one that the name opens with as with a
            given name: Al Vale, but not al-Vale.
        joined: The words run together, so that "Jong-un" and "Jong Un" are one.
    """

    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    gender: str = ""
    family: int = 1
    core: tuple[str, ...] = attrs.field(default=(), repr=False)
    joined: str = attrs.field(init=False, eq=False, repr=False)

    @joined.default
    def _joined(self) -> str:
        return "".join(self.words)


def fold_name(name: str) -> str:
    """A name in lower case without diacritics.

    >>> fold_name("Núñez"), fold_name("Łukasz Ødegård")
    ('nunez', 'lukasz odegard')
    """
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_STROKES))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@attrs.frozen(eq=False)
class _NameWords:
    """What stands around and between given and family names.

    Attributes:
        genders: Each title with the gender that it shows.
        before: Titles, roles and articles: what stands before a name.
        suffixes: What stands after one.
        particles: Small words inside personal names.
        given: Those of them that are given names too, if a name opens with one: Al Vale.
        links: What joins a name to a place or a thing: "of".
    """

    genders: dict[str, str]
    before: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    links: frozenset[str]


@functools.lru_cache(maxsize=8)
def _name_words(language: LanguageProfile) -> _NameWords:
    genders = {
        word: str(row.values.get("gender", "")) for row in language.rows("titles") for word in row.words
    }
    articles = language.words("name_words", role="article")
    return _NameWords(
        genders=genders,
        before=frozenset(genders) | language.words("roles") | articles,
        suffixes=language.words("name_suffixes"),
        particles=language.words("name_particles"),
        given=language.words("name_particles", given=True),
        links=language.words("name_words", role="link"),
    )


@functools.lru_cache(maxsize=1 << 14)
def parse_name(name: str, language: LanguageProfile) -> Name:
    """Take a name apart.

    Args:
        name: A name as printed, with or without titles.
        language: Whose titles, suffixes and particles count.

    >>> from quoteverify.text.language import language
    >>> parse_name("Sen. John Q. Public Jr.", language("en"))
    Name(words=('john', 'q', 'public'), titles=('sen',), suffixes=('jr',), gender='', family=1)
    """
    known = _name_words(language)
    words = [
        word.replace(".", "").replace("'", "").replace("’", "")
        for word in _WORDS.findall(fold_name(_POSSESSIVE.sub("", name)))
    ]
    first = 0
    while first < len(words) - 1 and words[first] in known.before:
        first += 1
    last = len(words)
    while last > first + 1 and words[last - 1] in known.suffixes:
        last -= 1
    titles = tuple(words[:first])
    gender = next((known.genders[t] for t in titles if known.genders.get(t)), "")
    joined = _LAST_HYPHENATED.search(name)
    family = len(_WORDS.findall(joined[0])) if joined else 1
    own = tuple(words[first:last])
    core = _core(own, name.split(maxsplit=first + 1)[first : first + 1], known)
    return Name(own, titles, tuple(words[last:]), gender, family, core)


def _core(words: tuple[str, ...], printed: Sequence[str], known: _NameWords) -> tuple[str, ...]:
    """The words of a name without particles: not one that opens it as a given name does, nor all of them."""
    rest = tuple(word for word in words if word not in known.particles)
    opens = len(words) > 1 and words[0] in known.given and fold_name(printed[0]) == words[0]
    return words[:1] + rest if opens and printed[0][:1].isupper() else rest or words


def same_person(a: str, b: str, language: LanguageProfile) -> bool:
    """Whether two names may be one person's, by the names alone. A doubtful join is not made.

    Args:
        a: A name as printed, with or without titles.
        b: Another.
        language: Whose titles, suffixes and particles count.

    Raises:
        ArgumentTypeError: One is not a string.

    >>> from quoteverify.text.language import language
    >>> english = language("en")
    >>> same_person("Asma al Assad", "Asma al-Assad", english)
    True
    >>> same_person("Bill Clinton", "Hillary Clinton", english)
    False
    """
    check_type("a", a, str)
    check_type("b", b, str)
    return compatible(parse_name(a, language), parse_name(b, language), language)


def compatible(a: Name, b: Name, language: LanguageProfile) -> bool:
    """Whether two names taken apart may be one person's; see `same_person`."""
    if not a.words or not b.words or _clash(a.gender, b.gender) or _clash(a.suffixes, b.suffixes):
        return False
    if a.joined == b.joined:
        return True
    known = _name_words(language)
    one, two = _core_beside(a, b), _core_beside(b, a)
    if _same_words(one, two):
        return True
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        return _is_a_lone_name(short[0], long, known)
    shorter = a if len(one) <= len(two) else b
    return _is_the_family_name(short, long, shorter.family) or _is_a_shorter_form(short, long)


def _clash(a: str | tuple[str, ...], b: str | tuple[str, ...]) -> bool:
    """Whether both names have a gender, or suffixes, and not the same: Mr Vale and Mrs Vale."""
    return bool(a and b) and a != b


def _core_beside(name: Name, other: Name) -> tuple[str, ...]:
    """The core of a name, less a particle that it opens with and the other has: Al Vale and Tom al-Vale."""
    first = name.core[0]
    return (
        name.core[1:]
        if len(name.core) > 1 and first in other.words and first not in other.core
        else name.core
    )


def _same_words(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names are of the same words, the family's first or last: Xi Jinping and Jinping Xi."""
    return "".join(one) == "".join(two) or (len(one) > 1 and sorted(one) == sorted(two))


def _is_a_lone_name(word: str, name: tuple[str, ...], known: _NameWords) -> bool:
    """Whether a word is the family name in a name, which some write first and some last, or the given one.

    What follows a link is a place: Aas is not the University of Aas.
    """
    if len(word) == 1:
        return False
    return word == name[0] or (word == name[-1] and known.links.isdisjoint(name))


def _is_the_family_name(short: tuple[str, ...], long: tuple[str, ...], family: int) -> bool:
    """Whether a name is all family name, of so many words, and the other ends with it: Dexter Lloyd-Vale."""
    return len(short) == family and long[-len(short) :] == short


def _is_a_shorter_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name may be the other without some given names or their letters: J. Vale and John Q. Vale."""
    if short[-1] != long[-1] or _middle_names_clash(short, long):
        return False
    return _within(short[:-1], long[:-1]) and (_agree(short[0], long[0]) or len(long[0]) == 1)


def _agree(a: str, b: str) -> bool:
    """Whether two words of names are one, an initial standing for its name."""
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether every word of the shorter name answers one of the longer, in order."""
    rest = iter(long)
    return all(any(_agree(word, other) for other in rest) for word in short)


def _middle_names_clash(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have middle names, and those differ: George W. and George H. W."""
    middle_a, middle_b = a[1:-1], b[1:-1]
    return bool(middle_a and middle_b) and not (
        len(middle_a) == len(middle_b) and all(map(_agree, middle_a, middle_b))
    )
