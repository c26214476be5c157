"""Genders, as a text shows them: by titles and roles, by kin, and by the pronouns around a name.

No table of first names is asked.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.syntax.grammar import Grammar, grammar
from quoteverify.reading.syntax.word_classes import (
    COMPLEMENTISER,
    CONJUNCTION,
    DEFINITE_ARTICLE,
    INDEFINITE_ARTICLE,
    INFINITIVE_MARKER,
    OBJECT_PRONOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVISER,
)
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
_CLAUSE = 60
"""In code points: how far before an object its subject stands (a guard)."""
_JOINT = 12
"""In code points: what joins a clause is no longer."""
_STOP = re.compile(r"[.!?\n]")
_NEXT_WORD = re.compile(r"\s+([^\W_]+)")
_NO_NOUN = (
    CONJUNCTION
    | DEFINITE_ARTICLE
    | INDEFINITE_ARTICLE
    | INFINITIVE_MARKER
    | POSSESSIVE
    | PREPOSITION
    | PRONOUN
)
"""What follows an object, and no possessive: asked her *to* leave, but her *boat*."""
_OWNS = ("'s", "’s")
_BEGINS_A_CLAUSE = PRONOUN | RELATIVISER | COMPLEMENTISER
"""What stands before an object that is not of the clause before: Vale said *she* told him."""


SIGNS: Mapping[str | None, float] = MappingProxyType({"f": 1.0, "m": -1.0})
"""The number that stands for each gender of the tables."""


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
        word: SIGNS.get(str(row.values.get("gender")), 0.0)
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
def _owned(profile: LanguageProfile) -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]] | None:
    """What is somebody's behind a name, and before it: Tom Vale's late *mother*, the *mother* of Tom Vale.

    And what the text before ends in wherever the latter can be.
    """
    tables = (
        words_of("grammar", profile, **{"class": "possessive_mark"}),
        words_of("grammar", profile, **{"class": "genitive"}),
    )
    if not all(tables):
        return None
    marks, of = map(any_of, tables)
    name = r"[^\W\d_a-z][\w-]*(?:\.? [^\W\d_a-z][\w-]*){0,3}"
    apposed = r"(?P<apposed>, (?=[^\W\d_a-z]))?"
    behind = rf"{name}(?:{marks}) (?P<one>[\w-]+)\b(?: (?P<other>[\w-]+)\b)?{apposed}"
    before = rf"\b(?:(?P<other>[\w-]+) )?(?P<one>[\w-]+) (?:{of}) $"
    return re.compile(behind), re.compile(before), tuple(f" {word} " for word in tables[1])


class _Others:
    """Who did something to her, or to him, in a paragraph, and is another than those who "she" then means."""

    def __init__(self) -> None:
        self._where = -1
        self._found: dict[int, frozenset[int]] = {}

    def note(self, paragraph: int, sign: int, who: frozenset[int]) -> None:
        """Note who acts on somebody of a gender, in the paragraph that starts at an offset."""
        self._found = {**self._found, sign: who} if paragraph == self._where else {sign: who}
        self._where = paragraph

    def than(self, paragraph: int, sign: int) -> frozenset[int]:
        """Who is another than whom a pronoun of a gender means."""
        return self._found.get(sign, frozenset()) if paragraph == self._where else frozenset()


class PronounEvidence:
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
        outside = [m for m in found if not in_quote(m.start())]
        self._said = [(m.start(), signs[m[0].lower()]) for m in outside]
        oblique = OBJECT_PRONOUN | POSSESSIVE
        classes_of = self._genders.grammar.classes_of
        self._oblique = {m.start() for m in outside if classes_of(m[0].lower()) & oblique}
        self._objects = {m.start(): signs[m[0].lower()] for m in outside if self._is_object(m)}
        self._acted_on = list(self._objects)

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
        others = _Others()
        for i, (at, sign) in enumerate(self._said):
            first = bisect.bisect_left(places, self._reach(at))
            near = named[first : bisect.bisect_left(places, at)]
            # "Tom Vale's mother wept. She": it tells of her, and not of him.
            last = {who: beside.get(start, -sign) * sign for start, who in near}
            near = [one for one in near if last[one[1]] < 0]
            if at in self._objects:
                others.note(self._opened(at), sign, self._acting(near, subjects, at))
            if self._goes_on(i, near):
                continue
            meant = [one for one in near if one[1] not in others.than(self._opened(at), sign)]
            people = {who for _, who in meant if who == NOBODY or is_person(who)}
            alone = ALONE if len(meant) == len(near) else AMONG_OTHERS
            yield from ((who, worth * sign) for who, worth in self._told(i, meant, people, subjects, alone))

    def said(self, sign: int) -> int:
        """How many pronouns of a gender there are: 1 for "she", -1 for "he"."""
        return sum(one == sign for _, one in self._said)

    def _goes_on(self, i: int, near: Sequence[tuple[int, int]]) -> bool:
        """Whether a pronoun goes on with one before all names: "She spoke of Vale, as *she* does".

        What is somebody's may be hers who opens the paragraph: "She left. Tom Vale came to *her* office".
        """
        at, sign = self._said[i]
        first = bisect.bisect_left(self._said, (self._opened(at), -2.0))
        before = next((place for place, other in self._said[first:i] if other == sign), None)
        if before is None or not near or before > near[0][0]:
            return False
        if not _STOP.search(self._text, before, at):
            return True
        return before == self._opened(at) and at in self._oblique

    def _told(
        self,
        i: int,
        meant: Sequence[tuple[int, int]],
        people: set[int],
        subjects: Collection[int],
        alone: float,
    ) -> list[tuple[int, float]]:
        """Of whom a pronoun tells, of those whom it may mean, and what that is worth."""
        if len(people) > 1:
            subject = self._subject(meant, subjects, people, self._said[i][0])
            return [] if subject is None else [(subject, AMONG_OTHERS)]
        return [] if self._stands_beside_another(i) else [(who, alone) for who in people - {NOBODY}]

    def acts_on(self, subject: int, sign: int) -> int | None:
        """Where the clause of a subject has another as its object, or None: "Tom Vale married her".

        Args:
            subject: Where it starts, in code points.
            sign: Of the object: 1 for "her", -1 for "him".
        """
        first = bisect.bisect_right(self._acted_on, subject)
        last = bisect.bisect_right(self._acted_on, subject + _CLAUSE)
        near = self._acted_on[first:last]
        return next(
            (at for at in near if self._objects[at] == sign and self._is_one_clause(subject, at)), None
        )

    def _subject(
        self, near: Sequence[tuple[int, int]], subjects: Collection[int], people: Collection[int], at: int
    ) -> int | None:
        """Who of some people was the last subject, if nobody is named in one breath with her or him.

        Nor may another be a subject of that sentence, unless the pronoun is of the last one's own clause.
        """
        acting = [
            (s, who) for s, who in reversed(near) if s in subjects and who in people and not self._owns_kin(s)
        ]
        if not acting or (_PAUSE.search(self._text, acting[0][0], at) and self._are_of_one_sentence(acting)):
            return None
        last = acting[0]
        pairs = (pair for pair in itertools.pairwise(near) if last in pair)
        return None if any(self._are_joined(one, other) for (one, _), (other, _) in pairs) else last[1]

    def _owns_kin(self, start: int) -> bool:
        """Whether it is kin or an aide of whoever is named that is the subject: Tom Vale's wife, Ada Aas."""
        patterns = _owned(self._profile)
        match = patterns[0].match(self._text, start) if patterns else None
        return match is not None and not self._roles.isdisjoint(match.group("one", "other"))

    def _are_of_one_sentence(self, acting: Sequence[tuple[int, int]]) -> bool:
        """Whether a sentence has two people for its last subjects: "Ruth spoke, Tom Vale wept, she left"."""
        if len(acting) < 2 or acting[0][1] == acting[1][1]:
            return False
        return not _STOP.search(self._text, acting[1][0], acting[0][0])

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
        behind, before, ends = patterns
        for start in starts:
            near = max(0, start - _BEFORE)
            match = behind.match(self._text, start)
            if match is None or match["apposed"]:  # "Vale's wife, Ada": it is told of her by name
                is_of = self._text.endswith(ends, near, start)
                match = before.search(self._text[near:start]) if is_of else None
            words = [word.lower() for word in match.group("one", "other") if word] if match else []
            role = next((word for word in words if word in self._roles), None)
            if role is not None:
                found[start] = self._genders.of(role)
        return found

    def _reach(self, at: int) -> int:
        """How far back a pronoun testifies: in its paragraph, and not beyond a reach."""
        return max(at - _REACH, self._opened(at))

    def _opened(self, at: int) -> int:
        """Where the paragraph of an offset starts."""
        return self._paragraphs[max(0, bisect.bisect_right(self._paragraphs, at) - 1)]

    def _is_object(self, pronoun: re.Match[str]) -> bool:
        """Whether a pronoun is whom something is done to: "married her", but not "her boat"."""
        classes = self._genders.grammar.classes_of(pronoun[0].lower())
        if not classes & OBJECT_PRONOUN:
            return False
        after = _NEXT_WORD.match(self._text, pronoun.end())
        if not classes & POSSESSIVE or after is None:
            return True
        return bool(self._genders.grammar.classes_of(after[1].lower()) & _NO_NOUN)

    def _acting(self, near: Sequence[tuple[int, int]], subjects: Collection[int], at: int) -> frozenset[int]:
        """Who is the subject of an object's clause, of those named nearby: Tom Vale married *her*."""
        acts = (start for start, _ in reversed(near) if start in subjects or self._opens_a_clause(start))
        acting = next(acts, None)
        if acting is None or at - acting > _CLAUSE or not self._is_one_clause(acting, at):
            return frozenset()
        return frozenset(who for start, who in near if start == acting)

    def _opens_a_clause(self, start: int) -> bool:
        """Whether a word before a name joins a clause that it opens: Aas says *that* Vale sacked her."""
        before = self._text[max(0, start - _JOINT) : start].lower().split()
        return bool(before) and bool(self._genders.grammar.classes_of(before[-1]) & CONJUNCTION)

    def _is_one_clause(self, start: int, end: int) -> bool:
        """Whether a name may be a subject up to an offset: no clause begins between, and it owns nothing."""
        if _STOP.search(self._text, start, end):
            return False
        words = self._text[start:end].lower().split()
        classes = map(self._genders.grammar.classes_of, words)
        return not any(
            word.endswith(_OWNS) or found & _BEGINS_A_CLAUSE
            for word, found in zip(words, classes, strict=True)
        )

    def _stands_beside_another(self, i: int) -> bool:
        """Whether a pronoun has one of the other gender in its sentence: "When he came, she left"."""
        at, sign = self._said[i]
        for other, another in (*self._said[max(0, i - 1) : i], *self._said[i + 1 : i + 2]):
            if another != sign and not _STOP.search(self._text, min(at, other), max(at, other)):
                return True
        return False
