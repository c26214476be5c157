"""What people and bodies are called beside their names, and what a description without a name says.

"Interior Minister Tom Aas" and "Ruth Vale, the port's deputy harbour master," tell what somebody
is; "the prime minister" then is not the interior minister, and "the harbour master" not the deputy.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.word_classes import ADDITIVE, BE, CUE, PAST, RELATIVISER
from quoteverify.text.language import LanguageProfile

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_PRINTED = r"[^\W_]++(?:[.'’-][^\W_]++)*+(?:[.’'](?!\s*+(?:$|[\n\"“A-ZÀ-Þ])))?+"
"""A word, with the stop of an abbreviation but not that of a sentence."""
_BREAK = re.compile(r"[,;:!?()\n“”\"]|\.\s(?=[A-Z][a-z])")
_PHRASE = rf"({_PRINTED}(?:[ \u00A0]{_PRINTED}){{0,11}}+)(?=[,.;:)\n]|$)"
_AFTER = re.compile(rf",\s?{_PHRASE}")
_IS = re.compile(rf"\s([^\W_]++)\s{_PHRASE}")
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+")
_INITIALS_OR_WORD = re.compile(r"(?<!\S)([^\W\d_](?:[\w.-]*[\w.])?)[ \u00A0]$")
_LONGEST_TITLE = 20
"""Code points: a guard; no title of a row is as long."""
_CLOSING = tuple(",.;:)")
_FEWEST = 3
"""In words: a shorter stretch before a name describes nobody but by its last word."""
_LONGEST_OFFICE = 8
"""In words: a guard; no row has as many."""
_REACH = 90
"""Code points: how far a description reaches before a name."""


@attrs.frozen
class Description:
    """What somebody or something is called.

    Attributes:
        head: The noun, in lower case.
        modifiers: What else is said: the office, the body, the place.
        proper: Those of them that are printed with a capital.
        ranks: What makes it another office: deputy, former.
        definite: Whether it is of somebody who is known already: "the mayor".
    """

    head: str
    modifiers: frozenset[str]
    proper: frozenset[str]
    ranks: frozenset[str]
    definite: bool


@functools.lru_cache(maxsize=8)
def nouns(profile: LanguageProfile) -> dict[str, frozenset[str]]:
    """For each noun for a person or body, the words that show beside a name that it is meant."""
    rows = [row for table in ("roles", "bodies") for row in profile.rows(table)]
    found = {
        word: frozenset(row.words) | frozenset(row.values.get("of", ())) for row in rows for word in row.words
    }
    titled = {word: frozenset(row.words) for row in profile.rows("titles") for word in row.words}
    found = {word: said | titled.get(word, frozenset()) for word, said in found.items()}
    # What stands before a name only: "Gov. Vale" is a governor, and nobody is called a gov.
    return found | {
        word: frozenset((word,)) for said in list(found.values()) for word in said if word not in found
    }


def described(words: Sequence[str], grammar: Grammar, profile: LanguageProfile) -> Description | None:
    """What a phrase says somebody is, or None if it has no noun for a person or body.

    The last such noun before the first preposition is the head: "the head of the port" is a head.
    """
    lower = [_bare(word, grammar) for word in words]
    at = _head(lower, grammar, profile)
    if at is None:
        return None
    ranks = words_of("ranks", profile)
    head = grammar.known_part(lower[at], nouns(profile))
    rest = _beside(words, lower, at, head, grammar)
    modifiers = [(word, low) for word, low in rest if low not in ranks]
    return Description(
        head,
        frozenset(low for _, low in modifiers),
        frozenset(low for word, low in modifiers if word[0].isupper()),
        frozenset(low for _, low in rest if low in ranks),
        lower[0] in words_of("references", profile, kind="definite")
        or lower[0] in pronouns(profile).author
        or _is_owned(words[: at + 1], grammar),
    )


def _beside(
    words: Sequence[str], lower: Sequence[str], at: int, head: str, grammar: Grammar
) -> list[tuple[str, str]]:
    """What else a phrase says than its head, each word as printed and in lower case."""
    beside = [(word, low) for word, low in zip(words, lower, strict=True) if low not in grammar.closed]
    rest = [one for one in beside if one != (words[at], lower[at])]
    # "Verkehrsminister" is a minister, and of "Verkehr".
    part = lower[at].removesuffix(head)
    return [*rest, (part, part)] if part else rest


def _head(lower: Sequence[str], grammar: Grammar, profile: LanguageProfile) -> int | None:
    """The index of the last noun for a person or body before the first preposition or relative clause."""
    known = nouns(profile)
    ends = (i for i, word in enumerate(lower) if i and _ends_a_phrase(word, grammar))
    end = next(ends, len(lower))
    return next((i for i in range(end - 1, -1, -1) if grammar.known_part(lower[i], known)), None)


def _ends_a_phrase(word: str, grammar: Grammar) -> bool:
    """Whether a word ends what a noun stands in: the head *of* the port, the part *where* the mayor sings."""
    return word in grammar.prepositions or bool(grammar.classes_of(word) & RELATIVISER)


def described_by(phrase: str, grammar: Grammar, profile: LanguageProfile) -> Description | None:
    """What a phrase as printed says somebody is."""
    words = _WORD.findall(phrase)
    return described(words, grammar, profile) if words else None


def _bare(word: str, grammar: Grammar) -> str:
    """A word in lower case without what makes it a possessive."""
    low = word.lower()
    mark = next(filter(low.endswith, grammar.possessive_marks), "")
    return low.removesuffix(mark) if mark else low.strip("'’.")


def _is_owned(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether somebody's: "Pakistan's defence minister"."""
    return any(word.endswith(grammar.possessive_marks) for word in words)


def in_front(
    text: str, start: int, grammar: Grammar, profile: LanguageProfile, after: int
) -> Description | None:
    """What stands right before a name: "interior minister Ruth Vale", "the port's Deputy Director Vale".

    Nothing before ``after`` is of it.
    """
    phrase = _BREAK.split(text[max(after, start - _REACH) : start])[-1]
    words = _WORD.findall(phrase)
    if not words or (phrase.rstrip().endswith(".") and words[-1].lower() not in grammar.abbreviations):
        return None
    if len(words) < _FEWEST and not grammar.known_part(_bare(words[-1], grammar), nouns(profile)):
        return None
    lower = tuple(_bare(word, grammar) for word in words)
    closed = (
        i
        for i in range(len(words) - 1, -1, -1)
        if lower[i] in grammar.closed and not _in_office(lower, i, grammar.offices)
    )
    own = words[next(closed, -1) + 1 :]
    return described(own, grammar, profile) if own else None


def _in_office(lower: tuple[str, ...], i: int, offices: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
    """Whether a word of a closed class stands in the title of an office: "secretary of state"."""
    return any(
        k + len(office) > i and lower[k : k + len(office)] == office
        for k in range(max(0, i - _LONGEST_OFFICE), i)
        for office in offices.get(lower[k], ())
    )


def before_titles(text: str, start: int, profile: LanguageProfile) -> Iterator[int]:
    """Where a name begins, and each title and the initials before it: "Justice P.N. Vale", "Dr Vale".

    Args:
        text: The text.
        start: Where the name starts, in code points.
        profile: The language.
    """
    titles = words_of("titles", profile)
    yield start
    while (found := _INITIALS_OR_WORD.search(text, max(0, start - _LONGEST_TITLE), start)) is not None:
        word = found[1].rstrip(".").lower()
        if word not in titles and not _INITIALS.fullmatch(found[1]):
            return
        start = found.start()
        yield start


def set_off(
    text: str, start: int, end: int, grammar: Grammar, profile: LanguageProfile
) -> Iterator[Description]:
    """What stands before a name between commas: "the head of the port, Ruth Vale, left".

    Of "the chair and largest owner, Ruth Vale," that she is the owner, and the chair.
    """
    if not text.startswith(", ", start - 2) or text[end : end + 1] not in _CLOSING:
        return
    words = _WORD.findall(_BREAK.split(text[max(0, start - _REACH) : start - 2])[-1])
    for i in range(len(words) - 1, -1, -1):
        low = words[i].lower()
        if (
            low in grammar.determiners
            or low in grammar.possessives
            or words[i].endswith(grammar.possessive_marks)
        ):
            found = described(words[i + 1 :], grammar, profile) if i + 1 < len(words) else None
            if found is not None:
                yield found
                joint = next(
                    (k for k in range(i + 2, len(words)) if grammar.classes_of(words[k]) & ADDITIVE), i
                )
                first = described(words[i + 1 : joint], grammar, profile) if joint > i + 1 else None
                if first is not None and first.head != found.head:
                    yield first
                return


def behind(text: str, end: int, grammar: Grammar, profile: LanguageProfile) -> Description | None:
    """What stands after a name's comma or "is": "Ruth Vale, the harbour master of Aas,"."""
    found = _AFTER.match(text, end, end + _REACH + 30)
    if found:
        words = _WORD.findall(found[1])
        # "Ruth Vale's son, Tom, told the court he slept"
        says = grammar.classes_of(words[0].lower()) & (CUE | PAST) == CUE | PAST
        return None if says else described(words, grammar, profile)
    told = _IS.match(text, end, end + _REACH + 30)
    if told is None or not grammar.classes_of(told[1]) & BE:
        return None
    words = _WORD.findall(told[2])
    return described(words, grammar, profile) if words[0].lower() in grammar.determiners else None


def fits(asked: Description, known: Description, profile: LanguageProfile) -> bool:
    """Whether a description can be of somebody of whom the other is said.

    What it says must stand in the other, save where one is of a place and the other names none.
    """
    if known.head not in nouns(profile).get(asked.head, ()) and asked.head != known.head:
        return False
    if asked.ranks != known.ranks:
        return False
    said = asked.modifiers - asked.proper
    if asked.head in words_of("roles", profile):
        said = frozenset(word for word in said if word[0].isdigit() or not word.endswith(_compounds(profile)))
    if not said <= known.modifiers:
        return False
    places, others = asked.proper - known.modifiers, known.proper - asked.modifiers
    return not places or not others or any(_kin(a, b) for a in places for b in others)


@functools.lru_cache(maxsize=8)
def _compounds(profile: LanguageProfile) -> tuple[str, ...]:
    """What a compound ends with that tells nobody of one office from another: the first-term senator."""
    return tuple(f"-{ending}" for ending in words_of("compound_endings", profile))


def _kin(a: str, b: str) -> bool:
    """Whether two words are of one place: Pakistan, Pakistani."""
    return min(len(a), len(b)) > 3 and a[:4] == b[:4]
