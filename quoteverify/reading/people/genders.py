"""Genders, as a text shows them: by titles and roles, by kin, and by the pronouns around a name.

No table of first names is asked.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.syntax.grammar import Grammar, grammar
from quoteverify.text.language import LanguageProfile
from quoteverify.text.word_patterns import any_of, any_word

NOBODY = -1
"""Beside the indices of people: a name of somebody who has no fuller one."""
ALONE, AMONG_OTHERS = 1.5, 0.4
"""What a pronoun is worth for the gender of the one name near it; of one of several."""
_REACH = 300
"""In code points: how far back a pronoun can testify to the gender of a name."""
_BEFORE = 30
"""In code points: what is somebody's and stands before the name is no longer."""
_IN_ONE_BREATH = 60
"""In code points: a name, what joins it to another, and the role before that are no longer."""
_PAUSE = re.compile(r"[,;:.!?]\s")
_STOP = re.compile(r"[.!?\n]")


@attrs.frozen(eq=False)
class Genders:
    """The gender that titles and roles show.

    Attributes:
        signs: For each: 1 for "she", -1 for "he", 0 for either.
        grammar: The language's classes of words.
    """

    signs: Mapping[str, float]
    grammar: Grammar

    def of(self, word: str) -> float:
        """The gender that a word in lower case shows; 0 for none."""
        return self.signs.get(self.grammar.known_part(word, self.signs), 0.0)

    def __contains__(self, word: str) -> bool:
        """Whether a word in lower case is a title or a role."""
        return bool(self.grammar.known_part(word, self.signs))


@functools.lru_cache(maxsize=8)
def genders_of(profile: LanguageProfile) -> Genders:
    """The gender that each title and role of a language shows."""
    signs = {
        word: {"f": 1.0, "m": -1.0}.get(str(row.values.get("gender")), 0.0)
        for table in ("titles", "roles")
        for row in profile.rows(table)
        for word in row.words
    }
    return Genders(signs, grammar(profile))


@functools.lru_cache(maxsize=8)
def _gendered(profile: LanguageProfile) -> re.Pattern[str]:
    """The pronouns that show a gender."""
    return re.compile(any_word(sorted(pronouns(profile).signs, key=len, reverse=True)))


@functools.lru_cache(maxsize=8)
def _owned(profile: LanguageProfile) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What is somebody's behind a name, and before it: Tom Vale's late *mother*, the *mother* of Tom Vale."""
    tables = (
        words_of("grammar", profile, **{"class": "possessive_mark"}),
        words_of("grammar", profile, **{"class": "genitive"}),
    )
    if not all(tables):
        return None
    marks, of = map(any_of, tables)
    name = r"[^\W\d_a-z][\w-]*(?:\.? [^\W\d_a-z][\w-]*){0,3}"
    apposed = r"(?!, [^\W\d_a-z])"
    behind = rf"{name}(?:{marks}) (?P<one>[\w-]+)\b(?: (?P<other>[\w-]+)\b)?{apposed}"
    return re.compile(behind), re.compile(rf"\b(?:(?P<other>[\w-]+) )?(?P<one>[\w-]+) (?:{of}) $")


class Evidence:
    """What the pronouns of a text, outside its quotations, say of those who are named in it.

    Args:
        text: The text.
        paragraphs: Where its paragraphs start.
        in_quote: Whether an offset lies within a quoted span.
        profile: The language.
    """

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[int],
        in_quote: Callable[[int], bool],
        profile: LanguageProfile,
    ) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._profile = profile
        self._genders = genders_of(profile)
        self._roles = words_of("roles", profile)
        self._joining = words_of("references", profile, kind="joining")
        signs = pronouns(profile).signs
        found = _gendered(profile).finditer(text)
        self._said = [(m.start(), signs[m[0].lower()]) for m in found if not in_quote(m.start())]

    def given(
        self,
        named: Sequence[tuple[int, int]],
        subjects: Collection[int],
        is_person: Callable[[int], bool],
    ) -> Iterator[tuple[int, float]]:
        """Of whom each pronoun is, the one person named nearby, and what that is worth for her or his gender.

        Args:
            named: Where somebody is named, in order, and the index of who; ``NOBODY`` for a name that is no
                fuller one's: "Tom Vale, whose wife, Ada, lost her boat".
            subjects: Where the names of subjects stand.
            is_person: Whether an index is a person's.

        Yields:
            An index, and the evidence: above 0 for "she", below 0 for "he".
        """
        places = [start for start, _ in named]
        beside = self._beside(places)
        for i, (at, sign) in enumerate(self._said):
            first = bisect.bisect_left(places, self._reach(at))
            near = named[first : bisect.bisect_left(places, at)]
            # "Tom Vale's mother wept. She": it tells of her, and not of him.
            last = {who: beside.get(start, -sign) * sign for start, who in near}
            people = {who for who, told in last.items() if told < 0 and (who == NOBODY or is_person(who))}
            if len(people) > 1:
                subject = self._subject(near, subjects, people)
                yield from [(subject, AMONG_OTHERS * sign)] if subject is not None else ()
            elif not people <= {NOBODY} and not self._stands_beside_another(i):
                yield people.pop(), ALONE * sign

    def _subject(
        self, near: Sequence[tuple[int, int]], subjects: Collection[int], people: Collection[int]
    ) -> int | None:
        """Who of some people was the last subject, if nobody is named in one breath with her or him."""
        last = next(((s, who) for s, who in reversed(near) if s in subjects and who in people), None)
        if last is None:
            return None
        pairs = (pair for pair in itertools.pairwise(near) if last in pair)
        return None if any(self._are_joined(one, other) for (one, _), (other, _) in pairs) else last[1]

    def _are_joined(self, one: int, other: int) -> bool:
        """Whether the names at two places stand in one breath: Ruth Vale and Tom Aas."""
        between = self._text[one:other] if other - one < _IN_ONE_BREATH else ""
        return not _PAUSE.search(between) and not self._joining.isdisjoint(between.split())

    def _beside(self, starts: Iterable[int]) -> dict[int, float]:
        """Where a name stands with kin or an aide of its bearer's, and the gender of that; 0 for either."""
        found: dict[int, float] = {}
        patterns = _owned(self._profile)
        if patterns is None:
            return found
        behind, before = patterns
        for start in starts:
            near = max(0, start - _BEFORE)
            match = behind.match(self._text, start) or before.search(self._text[near:start])
            words = [word.lower() for word in match.group("one", "other") if word] if match else []
            role = next((word for word in words if word in self._roles), None)
            if role is not None:
                found[start] = self._genders.of(role)
        return found

    def _reach(self, at: int) -> int:
        """How far back a pronoun testifies: in its paragraph, and not beyond a reach."""
        opened = self._paragraphs[max(0, bisect.bisect_right(self._paragraphs, at) - 1)]
        return max(at - _REACH, opened)

    def _stands_beside_another(self, i: int) -> bool:
        """Whether a pronoun has one of the other gender in its sentence: "When he came, she left"."""
        at, sign = self._said[i]
        for other, another in (*self._said[max(0, i - 1) : i], *self._said[i + 1 : i + 2]):
            if another != sign and not _STOP.search(self._text, min(at, other), max(at, other)):
                return True
        return False
