"""Everybody that a text names: the forms of each name, where they stand, and what the text shows of them.

There is no table of first names. A name is a run of capitals; the shorter forms go to the
fuller ones; titles, relations and the pronouns around a name tell its gender; and what
stands before it or after its comma tells what its bearer is.
"""

import bisect
import functools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import attrs

from quoteverify.models import Span, Speaker
from quoteverify.reading.people.descriptions import Description, before_titles, behind, in_front, set_off
from quoteverify.reading.people.genders import ALONE, NOBODY, Evidence, genders_of
from quoteverify.reading.people.namings import Names, Naming, kin_apart
from quoteverify.reading.people.pronouns import words_of
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.word_classes import (
    AUXILIARY,
    DEFINITE_ARTICLE,
    INDEFINITE_ARTICLE,
    PARTICIPLE,
    PAST,
    POSSESSIVE_MARK,
    ROLE,
    VERB,
)
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import Name, compatible, fold_name, parse_name

_FIRST_NAMINGS = 4  # places: what somebody is stands beside one of the first, if anywhere
_BEARERS = 30  # people of one surname that are weighed: a family, not a telephone book
_ACTING = 4.0  # how much it tells that somebody comes in right before a surname
_RIGHT_BEFORE = 300  # code points: how far that is
_APPOSED = re.compile(r", ((?:[^\W_]+[ -]){1,4}[^\W_]+)[,.;)\n]")
_ARTICLE = DEFINITE_ARTICLE | INDEFINITE_ARTICLE
_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")
_VERB_AFTER = re.compile(r"[ \u00A0]([^\W\d_]+)[ \u00A0](\S)")


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
        titled: The same by titles and relations alone, which pronouns nearby cannot outweigh.
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
    titled: float = 0.0
    spoke: int = -1
    known: Speaker | None = None
    also: tuple[Name, ...] = ()
    is_body: bool = False


class _Use(NamedTuple):
    """How a text uses a name."""

    as_person: bool
    """Whether a pipeline has found it to be a person's somewhere."""
    mostly_person: bool
    """Whether a pipeline has found it to be a person's in most places."""
    otherwise: int
    """In how many places a pipeline has found it to be something else's."""
    personal: bool
    """Whether, standing alone, it has something beside it that is said of people only."""
    common: bool
    """Whether, standing alone, it mostly says where something is, or is that of many."""
    articled: bool
    """Whether an article stands right before it wherever it is named first: the Royal Wharf."""
    placed: bool
    """Whether something is told to be in it wherever it is named: in Berg Strand."""


@functools.lru_cache(maxsize=8)
def _forms_of_titles(profile: LanguageProfile) -> dict[str, frozenset[str]]:
    """For each title, all of its forms."""
    return {word: frozenset(row.words) for row in profile.rows("titles") for word in row.words}


@functools.lru_cache(maxsize=8)
def _personal(profile: LanguageProfile) -> re.Pattern[str]:
    """What stands behind a name and is said of people alone: an age, "who"."""
    words = "|".join(sorted(words_of("references", profile, kind="personal")))
    return re.compile(rf", (?:\d{{1,3}}{'|' if words else ''}{words})\b| \(\d{{1,3}}\)")


def _fitness_of_gender(person: Person, sign: float) -> float:
    """How well somebody fits a title of a gender; 0 where neither shows one."""
    if not (sign and person.gender):
        return 0.0
    return 6.0 if person.titled * sign > 0 else 3.0 if person.gender * sign > 0 else -6.0


@functools.lru_cache(maxsize=8)
def _impersonal(profile: LanguageProfile) -> re.Pattern[str]:
    """What stands behind a name and is said of bodies and things alone: which."""
    words = "|".join(sorted(words_of("references", profile, kind="impersonal")))
    return re.compile(rf", (?:{words})\b" if words else "(?!)")


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
        common: The words that the text has in lower case.
        namesakes: Where words of the calendar are somebody's name.
        nouns: Where words with a capital are nouns and no names.
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
        common: frozenset[str] = frozenset(),
        namesakes: frozenset[int] = frozenset(),
        nouns: frozenset[int] = frozenset(),
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
        self._called: dict[Person, bool] = {}
        self._last: dict[tuple[str, ...], Person] = {}
        self.genders = genders_of(profile)
        self._inside = tuple(f" {word} " for word in words_of("references", profile, kind="inside"))
        at = words_of("references", profile, kind="place")
        self._places = (*self._inside, *(f" {word} " for word in at))
        self._countries = words_of("countries", profile)
        self._links = words_of("name_words", profile, role="link")
        self._plural = tuple(words_of("references", profile, kind="plural"))
        self._common = common
        self._names = Names(text, paragraphs, grammar, profile, common, namesakes, nouns)
        self._whose: dict[int, Person] = {}
        self._kin: dict[Person, bool] = {}
        self._no_persons: dict[tuple[str, ...], bool] = {}
        self._bodies: dict[Person, bool] = {}
        self._titles_of: dict[Person, frozenset[str]] = {}
        self._described: dict[tuple[int, bool], tuple[Description, ...]] = {}
        for speaker in known:
            person = Person(speaker.name, parse_name(speaker.name, profile), known=speaker)
            person.also = tuple(parse_name(alias, profile) for alias in speaker.aliases)
            self._enter(person, person.parsed, *person.also)
        self._evidence = Evidence(text, paragraphs, self.in_quote, profile)
        self._gather()

    def _enter(self, person: Person, *names: Name) -> None:
        """Put a person where the first and last word of each name finds it."""
        self.all.append(person)
        for name in names:
            for word in {*self._ends(name), name.joined}:
                self._by_word.setdefault(word, []).append(person)

    def _ends(self, name: Name) -> tuple[str, ...]:
        core = name.core
        # Aas is not the University of Aas.
        linked = not self._links.isdisjoint(core)
        return () if not core else core[:1] if linked else (core[0], core[-1])

    def in_quote(self, offset: int) -> bool:
        """Whether an offset lies within a quoted span."""
        i = bisect.bisect_right(self._quote_starts, offset)
        return bool(i) and offset < self._quoted[i - 1].end

    def _gather(self) -> None:
        """Find every name: those of several words first, then the short forms of each."""
        self.namings = namings = list(self._names)
        self._naming_starts = [naming.start for naming in namings]
        self._lone = []
        self._without_fuller: list[Naming] = []
        for naming in namings:
            if len(naming.parsed.core) > 1:
                self._note(self._full(naming), naming)
            else:
                self._lone.append(naming)
        self._placed = {
            one.parsed.core[0] for one in self._lone if self._stands_behind(self._inside, one.start)
        }
        self._shown_early = self._genders_of_full_names()
        self._lone_by_core: dict[tuple[str, ...], list[Naming]] = {}
        for naming in self._lone:
            core = naming.parsed.core
            self._lone_by_core.setdefault(core, []).append(naming)
            bearers = [one for one in self._bearers(core[0]) if not self._is_place_of(core[0], one)]
            person = self._choose(bearers, naming.start, naming.parsed, naming.gender) if bearers else None
            if person is not None:
                self._note(person, naming)
            elif not naming.gender:
                self._without_fuller.append(naming)
        for person in self.all:
            person.starts.sort()
        self._testify()

    def _genders_of_full_names(self) -> dict[Person, float]:
        """What pronouns near the full names show, where it decides whose the name of "Mrs. Vale" is."""
        if not any(naming.gender and self._is_married(naming.start) for naming in self._lone):
            return {}
        kept = [person.gender for person in self.all]
        self._testify()
        shown = {person: person.gender for person in self.all}
        for person, gender in zip(self.all, kept, strict=True):
            person.gender = gender
        return shown

    def _is_married(self, offset: int) -> bool:
        """Whether the title before an offset says that the surname may be a husband's."""
        return not self._title_at(offset).isdisjoint(words_of("titles", self.profile, married=True))

    def _stands_behind(self, words: tuple[str, ...], start: int) -> bool:
        """Whether one of some words stands before a name: *in* Aas."""
        return self.text[max(0, start - 8) : start].lower().endswith(words)

    def _is_place_of(self, word: str, person: Person) -> bool:
        """Whether a lone word is a place that a fuller name begins with: by a table, or by the text.

        China is not China Airlines; nor is Aas, where it rained "in Aas", Aas Ferries.
        """
        core = person.parsed.core
        return (
            len(core) > 1
            and core[0] == word != core[-1]
            and (word in self._countries or word in self._placed)
        )

    def _bearers(self, *words: str) -> list[Person]:
        """Who bears one of the words, the most telling word first; of very many, the last named."""
        found: dict[Person, None] = {}
        for n, word in enumerate(words, 1):
            bearers = self._by_word.get(word)
            if bearers is not None:
                found.update(dict.fromkeys(bearers[-_BEARERS:]))
                if n == 1 < len(words) and any(p.parsed.joined == word for p in found):
                    break
        return list(found)

    def _full(self, naming: Naming) -> Person:
        """The person of a full name: the one it may be, or a new one."""
        for person in self._bearers(naming.parsed.joined, naming.parsed.core[-1]):
            if len(person.parsed.core) > 1 and compatible(person.parsed, naming.parsed, self.profile):
                if len(naming.parsed.words) > len(person.parsed.words):
                    person.name, person.parsed = naming.full or naming.name, naming.parsed
                return person
        person = Person(naming.full or naming.name, naming.parsed)
        self._enter(person, naming.parsed)
        return person

    def _note(self, person: Person, naming: Naming) -> None:
        """Enter where a person is named."""
        self._whose[naming.start] = person
        person.starts.append(naming.start)
        person.forms.setdefault(naming.name, naming.start)
        person.gender += 3 * naming.gender
        person.titled += naming.gender
        if self._is_subject(naming.start, len(naming.name)):
            person.subjects.append(naming.start)

    def _is_subject(self, start: int, length: int) -> bool:
        """Whether a name outside quotations opens its sentence, or a verb seems to follow it."""
        if self.in_quote(start):
            return False
        if self._names.opens_sentence(start):
            return True
        after = self._word_after(start, length)
        classes = self.grammar.classes_of(after)
        return after in self.grammar.cues or bool(classes & (AUXILIARY | PAST))

    def _choose(self, among: Sequence[Person], offset: int, name: Name, gender: float = 0.0) -> Person | None:
        """Which of those who bear a short name it stands for at an offset."""
        sign = {"f": 1, "m": -1}.get(name.gender, gender)
        married = bool(sign) and self._is_married(offset)
        among = [person for person in among if not self._clashes(person, sign, married)]
        if len(among) < 2:  # most names are one person's
            return among[0] if among else None
        last = self._last.get(name.core)
        titles = self._title_at(offset)
        acting = self._acting_before(offset, among)

        def fitness(person: Person) -> float:
            before = bisect.bisect_left(person.starts, offset)
            fits = 10.0 if person.known else 0.0
            if before:
                fits += 2 + min(before, 6) * 0.3 - (offset - person.starts[before - 1]) / 4000
            elif person.starts:
                fits -= (person.starts[0] - offset) / 4000
            fits += 2 * (person.parsed.core[-1:] == name.core[-1:])
            fits += _fitness_of_gender(person, sign)
            fits += 3 * bool(titles and titles & self._titles(person))
            fits -= 3 * self._is_kin(person)
            fits += 1.5 * bool(person.subjects and person.subjects[0] < offset)
            fits += _ACTING * (person is acting)
            return fits + 2 * (person is last)

        return max(among, key=fitness)

    def _acting_before(self, offset: int, among: Sequence[Person]) -> Person | None:
        """Who of several comes in right before, by the full name: "Bo Vale, 36, sat down. Vale was late"."""
        near = bisect.bisect_left(self._naming_starts, offset - _RIGHT_BEFORE)
        for naming in reversed(self.namings[near : bisect.bisect_left(self._naming_starts, offset)]):
            person = self._whose.get(naming.start)
            if person is not None and person in among:
                return person if naming.start in person.subjects and self._comes_in(naming) else None
        return None

    def _comes_in(self, naming: Naming) -> bool:
        """Whether a full name is followed by an age, "who" or what its bearer is."""
        if len(naming.parsed.core) == 1:
            return False
        roles = words_of("roles", self.profile)
        called = any(one.head in roles for one in self.described(naming, front=False))
        return called or _personal(self.profile).match(self.text, naming.end) is not None

    def _titles(self, person: Person) -> frozenset[str]:
        """The titles before a person's full name, each by all of its forms; found once."""
        found = self._titles_of.get(person)
        if found is None:
            full = (n for n in self._namings_of(person) if len(n.parsed.core) > 1)
            found = frozenset().union(*(self._title_at(naming.start) for naming in full))
            self._titles_of[person] = found
        return found

    def _title_at(self, offset: int) -> frozenset[str]:
        """The title that stands before an offset, by all of its forms: adv and advocate are one."""
        before = self.text[max(0, offset - 24) : offset].lower().replace(".", "").split()
        return _forms_of_titles(self.profile).get(before[-1], frozenset()) if before else frozenset()

    def _is_kin(self, person: Person) -> bool:
        """Whether a person comes in as somebody's: "his father Tom Vale"; the bare surname is not theirs.

        Who is called so after the name, "Ada Vale, the wife of", may well be whom a text is about.
        """
        known = self._kin.get(person)
        if known is None:
            first = next(self._namings_of(person), None)
            kin = words_of("roles", self.profile, kin=True)
            said = [one.head for one in self.described(first, front=True)] if first else []
            apart = kin_apart(self.text, first.start, self.grammar) if first else ""
            known = self._kin[person] = apart in kin or any(head in kin for head in said)
        return known

    def _clashes(self, person: Person, sign: float, married: bool) -> bool:
        """Whether a title before a short name cannot be this bearer's: Mrs. Hart is not Bill Hart.

        A wife has her husband's surname: "Mrs." alone is hers only where something says that she is one.
        """
        if not sign or person.known is not None:
            return False
        evidence = max((person.gender, self._shown_early.get(person, 0.0)), key=abs) * sign
        return evidence <= (0 if married else -ALONE)

    def _testify(self) -> None:
        """Let the pronouns outside quotations say of whom they are."""
        named = [(s, i) for i, p in enumerate(self.all) for s in p.starts]
        # "Tom Vale, whose wife, Ada, lost her boat": she has no fuller name, and it is hers.
        named += [(naming.start, NOBODY) for naming in self._lone if naming.gender]
        # "Ruth said that Tom Vale would win. She wept": she says something, and has no fuller name either.
        speaking = [naming.start for naming in self._without_fuller if self._speaks(naming)]
        named += [(start, NOBODY) for start in speaking]
        subjects = {*speaking, *(s for p in self.all for s in p.subjects)}
        asked: dict[tuple[int, bool], bool] = {}

        def is_person(i: int) -> bool:
            """Whether an index is a person's; asked once, and again where a gender has become known."""
            key = i, bool(self.all[i].gender)
            if key not in asked:
                asked[key] = self.is_person(self.all[i])
            return asked[key]

        outside = sorted(one for one in named if not self.in_quote(one[0]))
        for i, weight in self._evidence.given(outside, subjects, is_person):
            self.all[i].gender += weight
        for person in self.all:
            if person.titled and person.gender * person.titled < abs(person.titled):
                person.gender = math.copysign(ALONE, person.titled)  # "Her son, Tom Vale, said she ... she"

    def _speaks(self, naming: Naming) -> bool:
        """Whether a verb of saying follows a name outside quotations."""
        after = self._word_after(naming.start, naming.end - naming.start)
        return after in self.grammar.cues and not self.in_quote(naming.start)

    def acts_on(self, subject: int, sign: int) -> bool:
        """Whether a subject at an offset acts on somebody else of a gender: "Tom Vale married *her*"."""
        return self._evidence.acts_on(subject, sign)

    def named(self, name: str, offset: int, full: str) -> Person:
        """The person of a name at an offset; a new one where the text has no fuller form.

        Args:
            name: The bare name.
            offset: Where it stands.
            full: It with its titles.
        """
        parsed = parse_name(self._names.nominative(name), self.profile)
        titled = parse_name(full, self.profile)
        if titled.gender and not parsed.gender:
            parsed = attrs.evolve(parsed, gender=titled.gender)
        found = self._bearers(parsed.joined, *self._ends(parsed))
        fitting = [one for one in found if self._may_be_called(one, parsed)]
        person = self._choose(fitting, offset, parsed) or self._newly_named(name, parsed, offset)
        self._last[parsed.core] = person
        return person

    def past_opener(self, where: Span) -> Naming | None:
        """The name behind what opens a sentence in a span: Furious *Ruth Vale*; None where nothing does."""
        if not self._names.opens_sentence(where.start):
            return None
        first = bisect.bisect_right(self._naming_starts, where.start)
        inside = self.namings[first : bisect.bisect_left(self._naming_starts, where.end)]
        if len(inside) != 1 or inside[0].end != where.end:
            return None
        before = self.text[where.start : inside[0].start].split()
        return inside[0] if len(before) == 1 and not before[0].isupper() else None

    def _may_be_called(self, person: Person, name: Name) -> bool:
        """Whether a name may be somebody's, as it is or in short."""
        core = name.core
        if len(core) == 1 and self._is_place_of(core[0], person):
            return False
        return any(compatible(one, name, self.profile) for one in (person.parsed, *person.also))

    def _newly_named(self, name: str, parsed: Name, offset: int) -> Person:
        """Somebody of whom the text has no fuller name."""
        person, core = Person(name, parsed, starts=[offset], forms={name: offset}), parsed.core
        self._enter(person, parsed)
        if len(core) == 1:
            sign = {"f": 1, "m": -1}.get(parsed.gender, 0)
            alike = [one for one in self._lone_by_core.get(core, ()) if one.gender * sign >= 0]
            person.starts = sorted({offset, *(naming.start for naming in alike)})
            person.gender = 3 * sum(naming.gender for naming in alike)
        person.subjects = [s for s in person.starts if self._is_subject(s, len(name))]
        return person

    def is_surname(self, word: str) -> bool:
        """Whether a word is the last of somebody's fuller name."""
        folded = fold_name(word)
        return any(
            len(person.parsed.words) > 1 and person.parsed.words[-1] == folded
            for person in self._by_word.get(folded, ())
        )

    def whose(self, naming: Naming) -> Person:
        """Whose a name is, found once."""
        person = self._whose.get(naming.start)
        if person is None:
            *_, titles = before_titles(self.text, naming.start, self.profile)
            full = self.text[titles : naming.end]
            person = self._whose[naming.start] = self.named(naming.name, naming.start, full)
        return person

    def between(self, start: int, end: int) -> Iterator[tuple[Naming, Person]]:
        """The names that stand between two offsets, in order, and whose each is."""
        first = bisect.bisect_left(self._naming_starts, start)
        for naming in self.namings[first : bisect.bisect_left(self._naming_starts, end)]:
            yield naming, self.whose(naming)

    def around(self, offset: int, reach: int) -> Iterator[Naming]:
        """The names that stand within a reach of an offset, the nearest first."""
        first = bisect.bisect_left(self._naming_starts, offset - reach)
        near = self.namings[first : bisect.bisect_left(self._naming_starts, offset + reach)]
        return iter(sorted(near, key=lambda naming: abs(naming.start - offset)))

    def described(self, naming: Naming, front: bool) -> tuple[Description, ...]:
        """What stands right before a name and its titles, or behind it; found once."""
        key = naming.start, front
        found = self._described.get(key)
        if found is None:
            told = self._told_in_front(naming) if front else self._told_behind(naming)
            found = self._described[key] = tuple(one for one in told if one is not None)
        return found

    def _told_in_front(self, naming: Naming) -> Iterator[Description | None]:
        after = self._verb_in_front(naming)
        for start in before_titles(self.text, naming.start, self.profile):
            yield in_front(self.text, start, self.grammar, self.profile, after)
            yield from set_off(self.text, start, naming.end, self.grammar, self.profile)

    def _verb_in_front(self, naming: Naming) -> int:
        """Where the verb of another's name ends that stands before: "Mayor Ruth Vale met Pilot Tom Aas"."""
        other = next(self.before(naming.start, 1), None)
        found = None
        if other is not None and len(other.parsed.words) > 1:
            found = _VERB_AFTER.match(self.text, other.end, naming.start)
        if other is None or found is None:
            return 0
        classes = self.grammar.classes_of(found[1])
        titled = found[2].isupper()  # but a New York "state" senator
        is_verb = classes & PARTICIPLE or (titled and classes & VERB)
        return found.end(1) if is_verb and not classes & ROLE else 0

    def _told_behind(self, naming: Naming) -> Iterator[Description | None]:
        yield behind(self.text, naming.end, self.grammar, self.profile)

    def before(self, offset: int, most: int) -> Iterator[Naming]:
        """The names that stand before an offset, the last first, and not more than so many."""
        i = bisect.bisect_left(self._naming_starts, offset)
        return reversed(self.namings[max(0, i - most) : i])

    def after(self, offset: int, most: int) -> Iterator[Naming]:
        """The names that stand after an offset, in order, and not more than so many."""
        i = bisect.bisect_left(self._naming_starts, offset)
        return iter(self.namings[i : i + most])

    def may_be_person(self, person: Person) -> bool:
        """Whether a name can be a person's: no body's, no thing's, and a lone one mostly no place's."""
        if self._is_of_no_person(person):
            return False
        use, lone = self._use(person), len(person.parsed.core) == 1
        # A pipeline errs on a name here and there, seldom on all of several.
        otherwise = use.otherwise > (not lone or use.personal) and not use.as_person
        if otherwise and not self.is_called_somebody(person):
            return False
        if person.known is None and use.articled and not (person.titled or use.as_person):
            return False
        shown = use.mostly_person or bool(person.gender)
        return shown or not (use.common if lone else use.placed and person.spoke < 0)

    def _is_of_no_person(self, person: Person) -> bool:
        """Whether the words of a name, or what is said of its bearer, show a body or a thing."""
        # In capitals stand the initials of bodies, where things happened, and in a transcript who speaks.
        if person.name.isupper() and not (person.gender or (person.spoke >= 0 and " " in person.name)):
            return True
        words = person.parsed.words
        if not words:
            return True
        known = self._no_persons.get(words)
        if known is None:
            known = self._no_persons[words] = self._say_body_or_thing(words)
        return (person.is_body or known or self._is_called_body(person)) and not self.is_called_somebody(
            person
        )

    def _is_called_body(self, person: Person) -> bool:
        """Whether the text says beside a name what body it is: "Vale, the rail company," or "an airline"."""
        found = self._bodies.get(person)
        if found is None:
            found = self._bodies[person] = any(map(self._has_body_behind, self._namings_of(person)))
        return found

    def _has_body_behind(self, naming: Naming) -> bool:
        """Whether behind a name stands what body it is, "Vale, an airline,", or what no person is: which."""
        if _impersonal(self.profile).match(self.text, naming.end):
            return True
        after = _APPOSED.match(self.text, naming.end)
        if after is None:
            return False
        words, grammar = after[1].lower().split(), self.grammar
        if not grammar.classes_of(words[0]) & _ARTICLE or not grammar.prepositions.isdisjoint(words):
            return False
        return grammar.is_body(words[-1]) and not grammar.is_person(words[-1])

    def _say_body_or_thing(self, words: tuple[str, ...]) -> bool:
        """Whether a name is a body's or a thing's by its words, or the text has all in lower case as well."""
        if words[-1] in words_of("things", self.profile) or not self.grammar.bodies.isdisjoint(words):
            return True
        numbered = words[-1] in words_of("numbers", self.profile)  # Part Two, Formula One
        return len(words) > 1 and (numbered or self._common.issuperset(words))

    def is_person(self, person: Person) -> bool:
        """Whether a name is a person's, as far as its words and its use show."""
        if not self.may_be_person(person):
            return False
        shown = person.spoke >= 0 or bool(person.subjects) or self._use(person).mostly_person
        return shown or len(person.parsed.core) > 1

    def ends_in_plural(self, person: Person) -> bool:
        """Whether a name ends as the nouns of several do."""
        return person.parsed.words[-1].endswith(self._plural)

    def is_doubtful(self, person: Person) -> bool:
        """Whether a lone name may be a place's: it has no title, role or age, and nowhere says anything."""
        if len(person.parsed.core) > 1 or person.gender or person.spoke >= 0 or person.known:
            return False
        use = self._use(person)
        return not use.mostly_person and not use.personal

    def _use(self, person: Person) -> _Use:
        """How the text uses a name, found once: it may stand in very many places."""
        use = self._uses.get(person)
        if use is None:
            found = [self._named[start] for start in person.starts if start in self._named]
            length, lone = len(person.name), len(person.parsed.core) == 1
            use = self._uses[person] = _Use(
                any(found),
                2 * sum(found) > len(found) and person.parsed.joined not in self._countries,
                found.count(False),
                lone and any(self._is_personal(start, start + length) for start in person.starts),
                lone and self._is_common(person),
                not lone and self._is_articled(person),
                not lone and bool(person.starts) and self._is_placed(person),
            )
        return use

    def _is_placed(self, person: Person) -> bool:
        """Whether something is in or near a full name wherever it stands; or at it, at Castle Vale."""
        thing = person.parsed.words[0] in words_of("things", self.profile)
        behind = self._places if thing else self._inside
        placed = all(self._stands_behind(behind, start) for start in person.starts)
        owns = any(self._owns(naming.end) for naming in self._namings_of(person))
        return placed and not (owns or self.is_called_somebody(person))  # "in Tom Aas's time"

    def _owns(self, end: int) -> bool:
        """Whether the mark of a possessive stands behind a name: Tom Aas's."""
        return bool(self.grammar.classes_of(self.text[end : end + 2]) & POSSESSIVE_MARK)

    def _is_articled(self, person: Person) -> bool:
        """Whether an article stands right before each of its names, as with a place: the Royal Wharf."""
        if self.grammar.syntax.nouns_have_capitals:
            return False
        before = [self.text[max(0, start - 8) : start].lower().split() for start in person.starts]
        classes = (self.grammar.classes_of(words[-1]) if words else 0 for words in before)
        return bool(person.starts) and all(found & DEFINITE_ARTICLE for found in classes)

    def _namings_of(self, person: Person) -> Iterator[Naming]:
        """The first places in which a person is named."""
        for start in person.starts[:_FIRST_NAMINGS]:
            i = bisect.bisect_left(self._naming_starts, start)
            if i < len(self.namings) and self.namings[i].start == start:
                yield self.namings[i]

    def is_called_somebody(self, person: Person) -> bool:
        """Whether the text says beside a full name what somebody is, a pilot or a minister; found once."""
        called = self._called.get(person)
        if called is None:
            full = (n for n in self._namings_of(person) if len(n.parsed.core) > 1)
            called = self._called[person] = any(map(self._has_role_beside, full))
        return called

    def _has_role_beside(self, naming: Naming) -> bool:
        """Whether a description beside a name is of a person."""
        roles = words_of("roles", self.profile)
        return any(one.head in roles for front in (True, False) for one in self.described(naming, front))

    def _is_personal(self, start: int, end: int) -> bool:
        """Whether what stands beside a name is said of people alone."""
        before = self.text[max(0, start - 24) : start].split()
        return bool(
            (before and before[-1].lower().strip(",.") in self.genders)
            or self._word_after(start, end - start) in self.grammar.cues
            or _personal(self.profile).match(self.text, end)
        )

    def is_introduced(self, naming: Naming) -> bool:
        """Whether a name has beside it what is said of people alone: an age, "who", a role."""
        return self._is_personal(naming.start, naming.start + len(naming.name))

    def _is_common(self, person: Person) -> bool:
        """Whether a lone name mostly says where something is, or is that of many: Aas, Republicans."""
        if 2 * sum(self._stands_behind(self._places, start) for start in person.starts) > len(person.starts):
            return True
        several = words_of("references", self.profile, kind="several")
        return person.name.endswith("s") and (
            all(self._names.opens_sentence(start) for start in person.starts)
            or any(self._word_after(start, len(person.name)) in several for start in person.starts)
        )

    def _word_after(self, start: int, length: int) -> str:
        """The word in lower case that follows a name; "" where none does."""
        after = _WORD_AFTER.match(self.text, start + length, start + length + 20)
        return after[1] if after and after[1].islower() else ""
