"""Everybody that a text names: the forms of each name, where they stand, and what the text shows of them.

There is no table of first names. A name is a run of capitals; the shorter forms go to the
fuller ones; titles, relations and the pronouns around a name tell its gender; and what
stands before it or after its comma tells what its bearer is.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import attrs

from quoteverify.models import Span, Speaker
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import Name, compatible, parse_name

_CAPITALS = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
_GENDERED = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_BEARERS = 30  # people of one surname that are weighed: a family, not a telephone book
_APPOSED = re.compile(r", (?:his|her|their|the|an?) (?:[a-z]+ )??([a-z]+)\b")
_REST = rf"[{_CAPITALS}][\w’'-]*"
_OF = re.compile(rf"(?: of(?: the)? {_REST}(?:(?: and| &)? {_REST})*)?")
_WORD_AFTER = re.compile(r"\s([a-z]+)")
_PLURALS = frozenset(("are", "were", "have", "do"))
_WORD = re.compile(r"\S+")
_INTRODUCES = re.compile(
    r"[^:.!?\n“\"‘]{0,70}:\s?[“\"‘']"
)  # past an age or a description, a colon and a mark
_PERSONAL = re.compile(r", (?:\d{1,3}|who|whose)\b| \(\d{1,3}\)")
_HEADLINE = 300  # characters: no headline is longer
_REACH = 300  # characters: how far back a pronoun can testify to the gender of a name


@attrs.define(eq=False)
class Person:
    """Somebody or something with a name.

    Attributes:
        name: The fullest form.
        parsed: It taken apart.
        forms: Every form, with where it first stands.
        starts: Where any form stands, in order.
        subjects: Those of them that seem to be subjects, outside quotations.
        gender: Above 0 for "she", below 0 for "he"; how far, by how much the text shows it.
        spoke: Where this person last spoke, -1 if not yet.
        known: The caller's own record, if the caller knows this person.
        also: The other names that the caller's record has.
        is_body: Whether the text calls it a body.
    """

    name: str
    parsed: Name
    forms: dict[str, int] = attrs.field(factory=dict)
    starts: list[int] = attrs.field(factory=list)
    subjects: list[int] = attrs.field(factory=list)
    gender: float = 0.0
    spoke: int = -1
    known: Speaker | None = None
    also: tuple[Name, ...] = ()
    is_body: bool = False


class Naming(NamedTuple):
    """A name as it stands in the text, without what comes before it."""

    start: int
    name: str
    parsed: Name
    gender: float


class _Use(NamedTuple):
    """How a text uses a name."""

    as_person: bool
    """Whether a pipeline has found it to be a person's somewhere."""
    otherwise: int
    """In how many places a pipeline has found it to be something else's."""
    personal: bool
    """Whether, standing alone, it has something beside it that is said of people only."""
    common: bool
    """Whether, standing alone, it mostly says where something is, or is that of many."""


@functools.lru_cache(maxsize=8)
def _name_pattern(grammar: Grammar) -> re.Pattern[str]:
    """A run of capitalised words, with particles and initials between."""
    particles = "|".join(sorted(map(re.escape, grammar.particles), key=len, reverse=True))
    short = "|".join(
        sorted((re.escape(a.capitalize()) for a in grammar.abbreviations), key=len, reverse=True)
    )
    letters = rf"[{_CAPITALS}][^\W_]*(?:[-'’](?!s\b)[^\W_]+)*"
    capital = rf"(?:(?:{short})\.|[{_CAPITALS}]\.(?:[{_CAPITALS}]\.)*|{letters})"
    nickname = rf"[\"“‘'][{_CAPITALS}][\w '’.-]{{1,18}}[\"”’'] "
    return re.compile(
        rf"\b(?:al-|el-)?{capital}"
        rf"(?:[ \u00A0](?:{nickname})?(?:(?:{particles})[ \u00A0-])*(?:al-|el-)?{capital})*"
    )


@functools.lru_cache(maxsize=8)
def _genders(profile: LanguageProfile) -> dict[str, float]:
    """The gender that each title and role shows: 1 for "she", -1 for "he", 0 for either."""
    return {
        word: {"f": 1.0, "m": -1.0}.get(str(row.values.get("gender")), 0.0)
        for table in ("titles", "roles")
        for row in profile.rows(table)
        for word in row.words
    }


class Census:
    """Everybody that a text names.

    Args:
        text: The text.
        quoted: Its quoted spans, in order and apart.
        paragraphs: Where its paragraphs start.
        grammar: The language's classes of words.
        profile: The language.
        known: People whom the caller knows.
        named: Where a pipeline has found a named entity, and whether it is a person.
    """

    def __init__(
        self,
        text: str,
        quoted: Sequence[Span],
        paragraphs: Sequence[int],
        grammar: Grammar,
        profile: LanguageProfile,
        known: Iterable[Speaker] = (),
        named: Mapping[int, bool] = MappingProxyType({}),
    ) -> None:
        self.text = text
        self.grammar = grammar
        self.profile = profile
        self._named = named
        self.all: list[Person] = []
        self._quoted = quoted
        self._quote_starts = [q.start for q in quoted]
        self._paragraphs = paragraphs
        self._by_word: dict[str, list[Person]] = {}
        self._uses: dict[Person, _Use] = {}
        self._cores: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._last: dict[tuple[str, ...], Person] = {}
        self.genders = _genders(profile)
        for speaker in known:
            person = Person(speaker.name, parse_name(speaker.name, profile), known=speaker)
            person.also = tuple(parse_name(alias, profile) for alias in speaker.aliases)
            self._enter(person, person.parsed, *person.also)
        self._gather()

    def _enter(self, person: Person, *names: Name) -> None:
        """Put a person where the first and last word of each name finds it."""
        self.all.append(person)
        for name in names:
            for word in {*self._ends(name), name.joined}:
                self._by_word.setdefault(word, []).append(person)

    def _core(self, name: Name) -> tuple[str, ...]:
        """The words of a name without its particles."""
        core = self._cores.get(name.words)
        if core is None:
            core = tuple(w for w in name.words if w not in self.grammar.particles) or name.words
            self._cores[name.words] = core
        return core

    def _ends(self, name: Name) -> tuple[str, ...]:
        core = self._core(name)
        # Aas is not the University of Aas.
        return () if not core else core[:1] if "of" in core else (core[0], core[-1])

    def in_quote(self, offset: int) -> bool:
        """Whether an offset lies within a quoted span."""
        i = bisect.bisect_right(self._quote_starts, offset)
        return bool(i) and offset < self._quoted[i - 1].end

    def _gather(self) -> None:
        """Find every name: those of several words first, then the short forms of each."""
        self.namings = namings = list(self._namings())
        self._naming_starts = [naming.start for naming in namings]
        for naming in namings:
            if len(self._core(naming.parsed)) > 1:
                self._note(self._full(naming), naming)
        self._lone = [naming for naming in namings if len(self._core(naming.parsed)) == 1]
        for naming in self._lone:
            bearers = self._bearers(self._core(naming.parsed)[0])
            person = self._choose(bearers, naming.start, naming.parsed, naming.gender)
            if person is not None:
                self._note(person, naming)
        for person in self.all:
            person.starts.sort()
        self._testify()

    def _namings(self) -> Iterator[Naming]:
        """Every run of capitals, without the titles, roles and sentence-openers before the name."""
        skipped = self.grammar.not_names
        done = 0
        for words in self._capitals():
            start, end, gender = words[0][0], words[-1][0] + len(words[-1][1]), 0.0
            if start < done:
                continue
            for i in range(len(words) - 1, 0, -1):
                lower = words[i - 1][1].lower().rstrip(".")
                office = 2 <= len(lower) <= 4 and words[i - 1][1].isupper() and not words[-1][1].isupper()
                initial = len(lower) == 1 and words[i - 1][1].endswith(".")  # "A." is no article
                if (lower in skipped and not initial) or office:
                    start = words[i][0]
                    gender = self.genders.get(lower, 0.0)
                    break
            if words[-1][1].lower() in self.grammar.bodies:
                rest = _OF.match(self.text, end)  # the Bank of Aas
                end = done = rest.end() if rest else end
            name = self.text[start:end]
            lower = name.lower()
            if lower in self.grammar.closed or lower in self.grammar.calendar:
                continue
            parsed = parse_name(name, self.profile)
            if parsed.words:
                gender = gender or self._gender_beside(start, end)
                yield Naming(start, name, parsed, gender)

    def _capitals(self) -> Iterator[list[tuple[int, str]]]:
        """Every run of capitalised words, with where each word starts; in a headline, cut at its verbs."""
        verbs = self.grammar.verbs
        for match in _name_pattern(self.grammar).finditer(self.text):
            naming, at = match[0], match.start()
            if " " not in naming and "\u00a0" not in naming:
                yield [(at, naming)]
                continue
            words = [(at + m.start(), m[0]) for m in _WORD.finditer(naming)]
            if words[0][1].lower() in self.grammar.cues and self._is_inverted(at, match.end()):
                words = words[1:]
            cuts = [i for i in range(1, len(words)) if words[i][1].lower() in verbs]
            if cuts and len(words) > 2 and self._in_headline(at):
                edges = [-1, *cuts, len(words)]
                yield from (words[a + 1 : b] for a, b in itertools.pairwise(edges) if b - a > 1)
            else:
                yield words

    def _is_inverted(self, start: int, end: int) -> bool:
        """Whether a run of capitals opens a sentence that introduces a quotation: "Said Vale: “We sail.”"."""
        return self._opens_sentence(start) and _INTRODUCES.match(self.text, end, end + 80) is not None

    def _in_headline(self, offset: int) -> bool:
        """Whether most words of a line have a capital."""
        paragraph = bisect.bisect_right(self._paragraphs, offset) - 1
        start = self._paragraphs[max(0, paragraph)]
        line = self.text[start : start + _HEADLINE].split("\n")[0]
        long = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
        return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.8 * len(long)

    def _gender_beside(self, start: int, end: int) -> float:
        """The gender that a role beside a name shows: "her brother Tom", "Ruth, his wife"."""
        before = self.text[max(0, start - 24) : start].split()
        gender = self.genders.get(before[-1].lower().strip(",."), 0.0) if before else 0.0
        if gender or self.text[end : end + 1] != ",":
            return gender
        after = _APPOSED.match(self.text, end, end + 40)
        return self.genders.get(after[1], 0.0) if after else 0.0

    def _bearers(self, *words: str) -> list[Person]:
        """Who bears one of the words, the most telling word first; of very many, the last named."""
        found: dict[Person, None] = {}
        for word in words:
            found.update(dict.fromkeys(self._by_word.get(word, ())[-_BEARERS:]))
            if found and word == words[0] and len(words) > 1 and any(p.parsed.joined == word for p in found):
                break
        return list(found)

    def _full(self, naming: Naming) -> Person:
        """The person of a full name: the one it may be, or a new one."""
        for person in self._bearers(naming.parsed.joined, self._core(naming.parsed)[-1]):
            if len(self._core(person.parsed)) > 1 and compatible(person.parsed, naming.parsed, self.profile):
                if len(naming.parsed.words) > len(person.parsed.words):
                    person.name, person.parsed = naming.name, naming.parsed
                return person
        person = Person(naming.name, naming.parsed)
        self._enter(person, naming.parsed)
        return person

    def _note(self, person: Person, naming: Naming) -> None:
        """Enter where a person is named."""
        person.starts.append(naming.start)
        person.forms.setdefault(naming.name, naming.start)
        person.gender += 3 * naming.gender
        if self._is_subject(naming.start, len(naming.name)):
            person.subjects.append(naming.start)

    def _is_subject(self, start: int, length: int) -> bool:
        """Whether a name outside quotations opens its sentence, or a verb seems to follow it."""
        if self.in_quote(start):
            return False
        before = self.text[max(0, start - 3) : start].rstrip(" \u00a0")
        if not before or before[-1] in '.!?\n\r”"':
            return True
        after = self._word_after(start, length)
        return after in self.grammar.auxiliaries or after in self.grammar.cues or after.endswith("ed")

    def _opens_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 3) : start].rstrip(" \u00a0")
        return not before or before[-1] in '.!?\n\r”"'

    def _choose(self, among: Sequence[Person], offset: int, name: Name, gender: float = 0.0) -> Person | None:
        """Which of those who bear a short name it stands for at an offset."""
        sign = {"f": 1, "m": -1}.get(name.gender, gender)
        last = self._last.get(self._core(name))

        def fitness(person: Person) -> float:
            before = bisect.bisect_left(person.starts, offset)
            fits = 10.0 if person.known else 0.0
            if before:
                fits += 2 + min(before, 6) * 0.3 - (offset - person.starts[before - 1]) / 4000
            elif person.starts:
                fits -= (person.starts[0] - offset) / 4000
            fits += 2 * (self._core(person.parsed)[-1:] == self._core(name)[-1:])
            if sign and person.gender:
                fits += 3 if person.gender * sign > 0 else -6
            fits += 1.5 * bool(person.subjects and person.subjects[0] < offset)
            return fits + 2 * (person is last)

        return max(among, key=fitness, default=None)

    def _testify(self) -> None:
        """Let the pronouns outside quotations say of whom they are: the one person named nearby."""
        named = [(s, i) for i, p in enumerate(self.all) for s in p.starts if not self.in_quote(s)]
        # "Tom Vale, whose wife, Ada, lost her boat": she has no fuller name, and it is hers.
        others = (naming.start for naming in self._lone if naming.gender)
        named = sorted([*named, *((s, -1) for s in others if not self.in_quote(s))])
        places = [s for s, _ in named]
        subjects = {s for p in self.all for s in p.subjects}
        for match in _GENDERED.finditer(self.text):
            at = match.start()
            if self.in_quote(at):
                continue
            opened = self._paragraphs[max(0, bisect.bisect_right(self._paragraphs, at) - 1)]
            near = named[
                bisect.bisect_left(places, max(at - _REACH, opened)) : bisect.bisect_left(places, at)
            ]
            people = {i for _, i in near if i < 0 or self.is_person(self.all[i])}
            sign = 1 if match[0].lower() in ("she", "her", "herself") else -1
            if people == {-1}:
                continue
            if len(people) == 1:
                self.all[people.pop()].gender += 1.5 * sign
            elif people:
                subject = next((i for s, i in reversed(near) if s in subjects and i in people), None)
                if subject is not None:
                    self.all[subject].gender += 0.4 * sign

    def named(self, name: str, offset: int, full: str) -> Person:
        """The person of a name at an offset; a new one where the text has no fuller form.

        Args:
            name: The bare name.
            offset: Where it stands.
            full: It with its titles.
        """
        parsed = parse_name(name, self.profile)
        gender = parse_name(full, self.profile).gender
        if gender and not parsed.gender:
            parsed = attrs.evolve(parsed, gender=gender)
        core = self._core(parsed)
        found = self._bearers(parsed.joined, *self._ends(parsed))
        fitting = [p for p in found if any(compatible(n, parsed, self.profile) for n in (p.parsed, *p.also))]
        person = self._choose(fitting, offset, parsed)
        if person is None:
            person = Person(name, parsed, starts=[offset], forms={name: offset})
            self._enter(person, parsed)
            if len(core) == 1:
                alike = (naming.start for naming in self._lone if self._core(naming.parsed) == core)
                person.starts = sorted({offset, *alike})
                person.gender = 3 * sum(
                    naming.gender for naming in self._lone if self._core(naming.parsed) == core
                )
            person.subjects = [s for s in person.starts if self._is_subject(s, len(name))]
        self._last[core] = person
        return person

    def before(self, offset: int, most: int) -> Iterator[Naming]:
        """The names that stand before an offset, the last first, and not more than so many."""
        i = bisect.bisect_left(self._naming_starts, offset)
        return reversed(self.namings[max(0, i - most) : i])

    def after(self, offset: int, most: int) -> Iterator[Naming]:
        """The names that stand after an offset, in order, and not more than so many."""
        i = bisect.bisect_left(self._naming_starts, offset)
        return iter(self.namings[i : i + most])

    def may_be_person(self, person: Person) -> bool:
        """Whether a name can be a person's: no body's, and a lone one no people's and mostly no place's."""
        words = person.parsed.words
        if person.is_body or any(w in self.grammar.bodies for w in words):
            return False
        # In capitals stand the initials of bodies, where things happened, and in a transcript who speaks.
        if person.name.isupper() and not (person.gender or (person.spoke >= 0 and " " in person.name)):
            return False
        use, lone = self._use(person), len(self._core(person.parsed)) == 1
        # A pipeline errs on a name here and there, seldom on all of several.
        if use.otherwise > (not lone or use.personal) and not use.as_person:
            return False
        return not lone or use.as_person or bool(person.gender) or not use.common

    def is_person(self, person: Person) -> bool:
        """Whether a name is a person's, as far as its words and its use show."""
        if not self.may_be_person(person):
            return False
        shown = person.spoke >= 0 or bool(person.subjects) or self._use(person).as_person
        return shown or len(self._core(person.parsed)) > 1

    def is_doubtful(self, person: Person) -> bool:
        """Whether a lone name may be a place's: it has no title, role or age, and nowhere says anything."""
        if len(self._core(person.parsed)) > 1 or person.gender or person.spoke >= 0 or person.known:
            return False
        use = self._use(person)
        return not use.as_person and not use.personal

    def _use(self, person: Person) -> _Use:
        """How the text uses a name, found once: it may stand in very many places."""
        use = self._uses.get(person)
        if use is None:
            found = [self._named[start] for start in person.starts if start in self._named]
            length, lone = len(person.name), len(self._core(person.parsed)) == 1
            use = self._uses[person] = _Use(
                any(found),
                found.count(False),
                lone and any(self._is_personal(start, start + length) for start in person.starts),
                lone and self._is_common(person),
            )
        return use

    def _is_personal(self, start: int, end: int) -> bool:
        """Whether what stands beside a name is said of people alone."""
        before = self.text[max(0, start - 24) : start].split()
        return bool(
            (before and before[-1].lower().strip(",.") in self.genders)
            or self._word_after(start, end - start) in self.grammar.cues
            or _PERSONAL.match(self.text, end)
        )

    def is_introduced(self, naming: Naming) -> bool:
        """Whether a name has beside it what is said of people alone: an age, "who", a role."""
        return self._is_personal(naming.start, naming.start + len(naming.name))

    def _is_common(self, person: Person) -> bool:
        """Whether a lone name mostly says where something is, or is that of many: Aas, Republicans."""
        before = (self.text[max(0, start - 8) : start].lower() for start in person.starts)
        if 2 * sum(b.endswith((" in ", " at ", " from ", " near ")) for b in before) > len(person.starts):
            return True
        return person.name.endswith("s") and (
            all(self._opens_sentence(start) for start in person.starts)
            or any(self._word_after(start, len(person.name)) in _PLURALS for start in person.starts)
        )

    def _word_after(self, start: int, length: int) -> str:
        """The word in lower case that follows a name; "" where none does."""
        after = _WORD_AFTER.match(self.text, start + length, start + length + 20)
        return after[1] if after else ""
