"""Everybody that a text names: the forms of each name, where they stand, and what the text shows of them.

There is no table of first names. A name is a run of capitals; the shorter forms go to the
fuller ones; titles, relations and the pronouns around a name tell its gender; and what
stands before it or after its comma tells what its bearer is.
"""

import math
from collections.abc import Iterable, Iterator

import attrs

from quoteverify.models import Speaker
from quoteverify.reading.people.names.bearers import Bearers
from quoteverify.reading.people.names.descriptions import before_titles
from quoteverify.reading.people.names.genders import ALONE, NOBODY, SIGNS, PronounEvidence
from quoteverify.reading.people.names.name_kinds import NameKinds
from quoteverify.reading.people.names.naming_index import NamingIndex
from quoteverify.reading.people.names.namings import Naming
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.names.protagonist import FEWEST, protagonist
from quoteverify.reading.syntax.narration import Narration
from quoteverify.text.names import Name, compatible, parse_name


def _keep_to_titles(person: Person) -> None:
    """Let no pronoun outweigh a title or a relation: "Her son, Tom Vale, said she ... she"."""
    if person.titled and person.gender * person.titled < abs(person.titled):
        person.gender = math.copysign(ALONE, person.titled)


_TWO = 2
"""In words: what stands on the two sides of a hyphen."""


def _is_one_word(naming: Naming) -> bool:
    """Whether a name is a word with a hyphen, with nothing before it: Vale-Aas."""
    return "-" in naming.name and " " not in naming.name


class Census:
    """Everybody that a text names.

    Args:
        narration: The text with its marked spans.
        known: People whom the caller knows.

    Attributes:
        all: Everybody, in the order in which they were found.
        index: The names by where they stand.
        kinds: Which of them are people's.
        bearers: Whose a short one is.
    """

    def __init__(self, narration: Narration, known: Iterable[Speaker] = ()) -> None:
        text, profile = self._text, self._profile = narration.text, narration.profile
        self._whose: dict[int, Person] = {}
        self._protagonists: dict[int, Person | None] = {}
        self.all: list[Person] = []
        self.index = NamingIndex(narration)
        self.kinds = NameKinds(self.index, narration.parsed.named, narration.common)
        self.bearers = Bearers(self.index, self._whose)
        for speaker in known:
            person = Person(speaker.name, parse_name(speaker.name, profile), known=speaker)
            person.also = tuple(parse_name(alias, profile) for alias in speaker.aliases)
            self._enter(person, person.parsed, *person.also)
        self._evidence = PronounEvidence(text, narration.starts, self.index.in_quote, profile)
        self._gather()

    def _enter(self, person: Person, *names: Name) -> None:
        """Put a person where each name finds them."""
        self.all.append(person)
        self.bearers.enter(person, *names)

    def _gather(self) -> None:
        """Find every name: those of several words first, then the short forms of each."""
        self._lone: list[Naming] = []
        self._without_fuller: list[Naming] = []
        pairs = self._pairs()
        for naming in self.index:
            if naming.parsed.core in pairs and _is_one_word(naming):
                self._note(Person(naming.name, naming.parsed, is_body=True), naming)
            elif len(naming.parsed.core) > 1:
                self._note(self._full(naming), naming)
            else:
                self._lone.append(naming)
        self.bearers.shown_early = self._genders_of_full_names()
        self._lone_by_core: dict[tuple[str, ...], list[Naming]] = {}
        for naming in self._lone:
            core = naming.parsed.core
            self._lone_by_core.setdefault(core, []).append(naming)
            person = self.bearers.of_short(naming)
            if person is not None:
                self._note(person, naming)
            elif not naming.gender:
                self._without_fuller.append(naming)
        for person in self.all:
            person.starts.sort()
        self._testify()

    def _pairs(self) -> frozenset[tuple[str, ...]]:
        """The names of two that a hyphen joins to one word: the *Vale-Aas* deal, of Ruth Vale and Tom Aas.

        In a double surname the text has not both parts by themselves; and one is somebody's full name's.
        """
        joined = {n.parsed.core for n in self.index if len(n.parsed.core) == _TWO and _is_one_word(n)}
        if not joined:
            return frozenset()
        others = [naming.parsed.core for naming in self.index if not _is_one_word(naming)]
        last = {core[-1] for core in others}
        surnames = {core[-_TWO:] for core in others if len(core) > _TWO}
        return frozenset(core for core in joined if last.issuperset(core) and core not in surnames)

    def _genders_of_full_names(self) -> dict[Person, float]:
        """What pronouns near the full names show, where it decides whose the name of "Mrs. Vale" is."""
        if not any(naming.gender and self.bearers.is_married(naming.start) for naming in self._lone):
            return {}
        kept = [person.gender for person in self.all]
        self._testify()
        shown = {person: person.gender for person in self.all}
        for person, gender in zip(self.all, kept, strict=True):
            person.gender = gender
        return shown

    def _full(self, naming: Naming) -> Person:
        """The person of a full name: the one it may be, or a new one."""
        for person in self.bearers.bearing(naming.parsed.joined, naming.parsed.core[-1]):
            if len(person.parsed.core) > 1 and compatible(person.parsed, naming.parsed, self._profile):
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
        if self.index.is_subject(naming.start, len(naming.name)):
            person.subjects.append(naming.start)

    def _testify(self) -> None:
        """Let the pronouns outside quotations say of whom they are."""
        # "Ruth said that Tom Vale would win. She wept": she says something, and has no fuller name either.
        speaking = [naming.start for naming in self._without_fuller if self.index.speaks(naming)]
        subjects = {*speaking, *(s for p in self.all for s in p.subjects)}
        asked: dict[tuple[int, bool], bool] = {}

        def is_person(i: int) -> bool:
            """Whether an index is a person's; asked once, and again where a gender has become known."""
            key = i, bool(self.all[i].gender)
            if key not in asked:
                asked[key] = self.kinds.is_person(self.all[i])
            return asked[key]

        for i, weight in self._evidence.given(self._narrated(speaking), subjects, is_person):
            self.all[i].gender += weight
        for person in self.all:
            _keep_to_titles(person)

    def _narrated(self, speaking: Iterable[int]) -> list[tuple[int, int]]:
        """Where people are named outside quotations, in order, and who of `all` that is, or NOBODY."""
        named = [(start, i) for i, person in enumerate(self.all) for start in person.starts]
        # "Tom Vale, whose wife, Ada, lost her boat": she has no fuller name, and it is hers.
        unnamed = [*(naming.start for naming in self._lone if naming.gender), *speaking]
        named += [(start, NOBODY) for start in unnamed]
        return sorted(one for one in named if not self.index.in_quote(one[0]))

    def acts_on(self, subject: int, sign: int) -> int | None:
        """Where a subject at an offset acts on somebody else of a gender: "Tom Vale married *her*"."""
        return self._evidence.acts_on(subject, sign)

    def protagonist(self, sign: int) -> Person | None:
        """Of whom the text is, if that is one person of a gender; found once."""
        if sign not in self._protagonists:
            said = self._evidence.said(sign)
            self._protagonists[sign] = self._protagonist(sign, said) if said >= FEWEST else None
        return self._protagonists[sign]

    def _protagonist(self, sign: int, said: int) -> Person | None:
        """Of whom the text is that says "she", or "he", so often."""
        people = [one for one in self.all if one.starts and self._may_be_of(one, sign)]
        quoted = {start for one in people for start in one.starts if self.index.in_quote(start)}
        return protagonist(people, sign, said, quoted)

    def _may_be_of(self, person: Person, sign: int) -> bool:
        """Whether somebody may be he or she, by all that the text shows."""
        shown = person.gender * sign > -ALONE and self.kinds.may_be_person(person)
        return shown and not self.kinds.is_doubtful(person)

    def named(self, name: str, offset: int, full: str) -> Person:
        """The person of a name at an offset; a new one where the text has no fuller form.

        Args:
            name: The bare name.
            offset: Where it stands.
            full: It with its titles.
        """
        parsed = parse_name(self.index.nominative(name), self._profile)
        titled = parse_name(full, self._profile)
        if titled.gender and not parsed.gender:
            parsed = attrs.evolve(parsed, gender=titled.gender)
        found = self.bearers.bearing(parsed.joined, *self.bearers.ends(parsed))
        fitting = [one for one in found if self._may_be_called(one, parsed)]
        person = self.bearers.choose(fitting, offset, parsed) or self._newly_named(name, parsed, offset)
        self.bearers.last[parsed.core] = person
        return person

    def _may_be_called(self, person: Person, name: Name) -> bool:
        """Whether a name may be somebody's, as it is or in short."""
        core = name.core
        if len(core) == 1 and self.bearers.is_place_of(core[0], person):
            return False
        return any(compatible(one, name, self._profile) for one in (person.parsed, *person.also))

    def _newly_named(self, name: str, parsed: Name, offset: int) -> Person:
        """Somebody of whom the text has no fuller name."""
        person, core = Person(name, parsed, starts=[offset], forms={name: offset}), parsed.core
        self._enter(person, parsed)
        if len(core) == 1:
            sign = SIGNS.get(parsed.gender, 0)
            alike = [one for one in self._lone_by_core.get(core, ()) if one.gender * sign >= 0]
            person.starts = sorted({offset, *(naming.start for naming in alike)})
            person.gender = 3 * sum(naming.gender for naming in alike)
        person.subjects = [s for s in person.starts if self.index.is_subject(s, len(name))]
        return person

    def whose(self, naming: Naming) -> Person:
        """Whose a name is, found once."""
        person = self._whose.get(naming.start)
        if person is None:
            *_, titles = before_titles(self._text, naming.start, self._profile)
            full = self._text[titles : naming.end]
            person = self._whose[naming.start] = self.named(naming.name, naming.start, full)
        return person

    def between(self, start: int, end: int) -> Iterator[tuple[Naming, Person]]:
        """The names that stand between two offsets, in order, and whose each is."""
        for naming in self.index.between(start, end):
            yield naming, self.whose(naming)
