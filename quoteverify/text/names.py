"""The parts of a name, and whether two names may be one person's.

No table of first names: what is compared is what names share whatever their tradition -
words, initials, titles, particles, suffixes, and the order that families are written in.
"""

import functools
import re
import unicodedata

import attrs

from quoteverify.errors import check_type
from quoteverify.text.language import LanguageProfile, profile

_WORDS = re.compile(r"[^\W_]+(?:[.'’ʼ][^\W_]+)*")
_LAST_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+$")
_POSSESSIVE = re.compile(r"['’]s?$")


@attrs.frozen
class Name:
    """A name taken apart, folded for comparison: no case, no diacritics, no hyphens.

    Attributes:
        words: Given and family names in the order written; initials are single letters.
        titles: What stands before them: "mr", "president".
        suffixes: What stands after them: "jr", "iii".
        gender: "m" or "f" where a title shows it, else "".
    """

    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    gender: str = ""
    family: int = 1
    """How many words the last one printed has, as in Lloyd-Vale."""

    @property
    def joined(self) -> str:
        """The words run together, so that "Jong-un" and "Jong Un" are one."""
        return "".join(self.words)


def fold(name: str) -> str:
    """A name in lower case without diacritics.

    >>> fold("Núñez")
    'nunez'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@attrs.frozen(eq=False)
class _Parts:
    """What stands around and between given and family names."""

    genders: dict[str, str]
    """Each title with the gender it shows."""
    before: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]


@functools.lru_cache(maxsize=8)
def _parts(language: LanguageProfile) -> _Parts:
    genders = {
        word: str(row.values.get("gender", "")) for row in language.rows("titles") for word in row.words
    }
    return _Parts(
        genders=genders,
        before=frozenset(genders) | language.words("roles") | {"the"},
        suffixes=language.words("name_suffixes"),
        particles=language.words("name_particles"),
    )


@functools.lru_cache(maxsize=1 << 14)
def parse_name(name: str, language: LanguageProfile | None = None) -> Name:
    """Take a name apart.

    Args:
        name: A name as printed, with or without titles.
        language: Whose titles, suffixes and particles count; English by default.

    >>> parse_name("Sen. John Q. Public Jr.")
    Name(words=('john', 'q', 'public'), titles=('sen',), suffixes=('jr',), gender='', family=1)
    """
    parts = _parts(language or profile("en"))
    words = [
        w.replace(".", "").replace("'", "").replace("’", "")
        for w in _WORDS.findall(fold(_POSSESSIVE.sub("", name)))
    ]
    first = 0
    while first < len(words) - 1 and words[first] in parts.before:
        first += 1
    last = len(words)
    while last > first + 1 and words[last - 1] in parts.suffixes:
        last -= 1
    titles = tuple(words[:first])
    gender = next((parts.genders[t] for t in titles if parts.genders.get(t)), "")
    joined = _LAST_HYPHENATED.search(name)
    family = len(_WORDS.findall(joined[0])) if joined else 1
    return Name(tuple(words[first:last]), titles, tuple(words[last:]), gender, family)


def _agree(a: str, b: str) -> bool:
    """Whether two words of names are one, an initial standing for its name."""
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether every word of the shorter name answers one of the longer, in order."""
    rest = iter(long)
    return all(any(_agree(word, other) for other in rest) for word in short)


def _initials_clash(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have middle names, and those differ: George W. and George H. W."""
    middle_a, middle_b = a[1:-1], b[1:-1]
    return bool(middle_a and middle_b) and not (
        len(middle_a) == len(middle_b) and all(map(_agree, middle_a, middle_b))
    )


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's, by the names alone. A doubtful join is not made.

    Args:
        a: A name as printed, with or without titles.
        b: Another.

    Raises:
        ArgumentTypeError: One is not a string.

    >>> same_person("Asma al Assad", "Asma al-Assad"), same_person("Bill Clinton", "Hillary Clinton")
    (True, False)
    """
    check_type("a", a, str)
    check_type("b", b, str)
    return compatible(parse_name(a), parse_name(b))


def compatible(a: Name, b: Name, language: LanguageProfile | None = None) -> bool:
    """Whether two names taken apart may be one person's; see `same_person`."""
    if not a.words or not b.words:
        return False
    if a.gender and b.gender and a.gender != b.gender:
        return False
    if a.suffixes and b.suffixes and a.suffixes != b.suffixes:
        return False
    if a.joined == b.joined:
        return True
    particles = _parts(language or profile("en")).particles
    one = tuple(w for w in a.words if w not in particles) or a.words
    two = tuple(w for w in b.words if w not in particles) or b.words
    if "".join(one) == "".join(two) or (len(one) > 1 and sorted(one) == sorted(two)):
        return True
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        # A lone name is the family name, which some write first and some last; or the given one.
        # What follows "of" is a place: Aas is not the University of Aas.
        return len(short[0]) > 1 and (short[0] == long[0] or (short[0] == long[-1] and "of" not in long))
    shorter = a if len(one) <= len(two) else b
    if len(short) == shorter.family and long[-len(short) :] == short:
        return True
    if short[-1] != long[-1] or _initials_clash(one, two):
        return False
    return _within(short[:-1], long[:-1]) and (_agree(short[0], long[0]) or len(long[0]) == 1)
