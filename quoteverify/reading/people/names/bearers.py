"""Whose a short name is: "Vale" in a text that names Ruth Vale and Tom Vale."""

import bisect
from collections.abc import Mapping, Sequence

from quoteverify.reading.people.names.genders import ALONE, SIGNS
from quoteverify.reading.people.names.name_kinds import inside
from quoteverify.reading.people.names.naming_index import NamingIndex
from quoteverify.reading.people.names.namings import Naming, kin_apart
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import words_of
from quoteverify.text.names import Name, fold_name

_BEARERS = 30  # people of one surname that are weighed: a family, not a telephone book
_IN_ONE_BREATH = 40  # code points: two names that are joined by one word are no farther apart (a guard)
_RIGHT_BEFORE = 300  # code points: how far before a surname somebody comes in whom it then means

# What tells whose a short name is, each weighed against the others; set by hand on invented articles that
# name two of one surname (tests/reading/people/names/test_bearers.py).
_KNOWN = 10.0  # the caller knows them
_NAMED_BEFORE = 2.0
_NAMED_AGAIN = 0.3  # more for each place before, up to
_PLACES = 6
_AWAY = 4000  # code points: so far from the nearest place weighs 1 against
_SAME_LAST_WORD = 2.0  # Vale is sooner Ruth Vale than Vale Aas
_TITLED_SO = 6.0  # a title or a relation shows the gender of the title before the short name
_SHOWN_SO = 3.0  # pronouns do; or, against, the other one
_SAME_TITLE = 3.0
_KIN = 3.0  # against: they came in as somebody's
_ACTED_BEFORE = 1.5
_ACTING = 4.0  # they come in right before
_MEANT_LAST = 2.0


def _fitness_of_gender(person: Person, sign: float) -> float:
    """How well somebody fits a title of a gender; 0 where neither shows one."""
    if not (sign and person.gender):
        return 0.0
    return _TITLED_SO if person.titled * sign > 0 else _SHOWN_SO if person.gender * sign > 0 else -_TITLED_SO


class Bearers:
    """Who bears which name.

    Args:
        index: The names of the text.
        whose: Whose each name is, by where it starts, as far as that is known.
    """

    def __init__(self, index: NamingIndex, whose: Mapping[int, Person]) -> None:
        self._index = index
        self._text, self._grammar, self._profile = index.text, index.grammar, index.profile
        self._whose = whose
        self._by_word: dict[str, list[Person]] = {}
        self.last: dict[tuple[str, ...], Person] = {}
        """Who was last meant by a name, by its words."""
        self.shown_early: Mapping[Person, float] = {}
        """What pronouns show of people's genders before the short names are given to them."""
        self._countries = words_of("countries", index.profile)
        self._joining = words_of("references", index.profile, kind="joining")
        self._links = words_of("name_words", index.profile, role="link")
        self._kin: dict[Person, bool] = {}
        self._partners: dict[Person, str] = {}
        self._titles_of: dict[Person, frozenset[str]] = {}
        within = inside(index.profile)
        self._placed = {
            one.parsed.core[0]
            for one in index
            if len(one.parsed.core) == 1 and index.stands_behind(within, one.start)
        }

    def enter(self, person: Person, *names: Name) -> None:
        """Put a person where the first and last word of each name finds it."""
        for name in names:
            for word in {*self.ends(name), name.joined}:
                self._by_word.setdefault(word, []).append(person)

    def ends(self, name: Name) -> tuple[str, ...]:
        """The words by which somebody of a name is found: the first and the last."""
        core = name.core
        # Aas is not the University of Aas.
        linked = not self._links.isdisjoint(core)
        return () if not core else core[:1] if linked else (core[0], core[-1])

    def bearing(self, *words: str) -> list[Person]:
        """Who bears one of the words, the most telling word first; of very many, the last named."""
        found: dict[Person, None] = {}
        for n, word in enumerate(words, 1):
            bearers = self._by_word.get(word)
            if bearers is not None:
                found.update(dict.fromkeys(bearers[-_BEARERS:]))
                if n == 1 < len(words) and any(p.parsed.joined == word for p in found):
                    break
        return list(found)

    def is_surname(self, word: str) -> bool:
        """Whether a word is the last of somebody's fuller name."""
        folded = fold_name(word)
        return any(
            len(person.parsed.words) > 1 and person.parsed.words[-1] == folded
            for person in self._by_word.get(folded, ())
        )

    def is_place_of(self, word: str, person: Person) -> bool:
        """Whether a lone word is a place that a fuller name begins with: by a table, or by the text.

        China is not China Airlines; nor is Aas, where it rained "in Aas", Aas Ferries.
        """
        core = person.parsed.core
        return (
            len(core) > 1
            and core[0] == word != core[-1]
            and (word in self._countries or word in self._placed)
        )

    def is_married(self, offset: int) -> bool:
        """Whether the title before an offset says that the surname may be a husband's."""
        return not self._index.title_at(offset).isdisjoint(words_of("titles", self._profile, married=True))

    def of_short(self, naming: Naming) -> Person | None:
        """Whose a name of one word is, among those with a fuller name; None where nobody has one."""
        core = naming.parsed.core
        bearing = [one for one in self.bearing(core[0]) if not self.is_place_of(core[0], one)]
        return self.choose(bearing, naming.start, naming.parsed, naming.gender) if bearing else None

    def choose(self, among: Sequence[Person], offset: int, name: Name, gender: float = 0.0) -> Person | None:
        """Which of those who bear a short name it stands for at an offset."""
        sign = SIGNS.get(name.gender, gender)
        married = bool(sign) and self.is_married(offset)
        among = self._fitting(among, sign, married)
        if len(among) < 2:  # most names are one person's
            return among[0] if among else None
        last = self.last.get(name.core)
        titles = self._index.title_at(offset)
        acting = self._acting_before(offset, among)

        def fitness(person: Person) -> float:
            before = bisect.bisect_left(person.starts, offset)
            fits = _KNOWN * (person.known is not None)
            if before:
                away = offset - person.starts[before - 1]
                fits += _NAMED_BEFORE + _NAMED_AGAIN * min(before, _PLACES) - away / _AWAY
            elif person.starts:
                fits -= (person.starts[0] - offset) / _AWAY
            fits += _SAME_LAST_WORD * (person.parsed.core[-1:] == name.core[-1:])
            fits += _fitness_of_gender(person, sign)
            fits += _SAME_TITLE * bool(titles and titles & self._titles(person))
            fits -= _KIN * self._is_kin(person)
            fits += _ACTED_BEFORE * bool(person.subjects and person.subjects[0] < offset)
            fits += _ACTING * (person is acting)
            return fits + _MEANT_LAST * (person is last)

        return max(among, key=fitness)

    def _acting_before(self, offset: int, among: Sequence[Person]) -> Person | None:
        """Who of several comes in right before, by the full name: "Bo Vale, 36, sat down. Vale was late"."""
        for naming in reversed(self._index.between(offset - _RIGHT_BEFORE, offset)):
            person = self._whose.get(naming.start)
            if person is not None and person in among:
                return person if naming.start in person.subjects and self._comes_in(naming) else None
        return None

    def _comes_in(self, naming: Naming) -> bool:
        """Whether a full name is followed by an age, "who" or what its bearer is."""
        if len(naming.parsed.core) == 1:
            return False
        roles = words_of("roles", self._profile)
        called = any(one.head in roles for one in self._index.described(naming, front=False))
        return called or self._index.is_followed_by_personal(naming)

    def _titles(self, person: Person) -> frozenset[str]:
        """The titles before a person's full name, each by all of its forms; found once."""
        found = self._titles_of.get(person)
        if found is None:
            full = (n for n in self._index.first_of(person) if len(n.parsed.core) > 1)
            found = frozenset().union(*(self._index.title_at(naming.start) for naming in full))
            self._titles_of[person] = found
        return found

    def _is_kin(self, person: Person) -> bool:
        """Whether a person comes in as somebody's: "his father Tom Vale"; the bare surname is not theirs.

        Who is called so after the name, "Ada Vale, the wife of", may well be whom a text is about.
        """
        known = self._kin.get(person)
        if known is None:
            first = next(self._index.first_of(person), None)
            kin = words_of("roles", self._profile, kin=True)
            said = [one.head for one in self._index.described(first, front=True)] if first else []
            apart = kin_apart(self._text, first.start, self._grammar) if first else ""
            known = self._kin[person] = apart in kin or any(head in kin for head in said)
        return known

    def _fitting(self, among: Sequence[Person], sign: float, married: bool) -> list[Person]:
        """Who bears a short name that may have the title before it; its gender is given, 0 without one."""
        fitting = [person for person in among if not self._clashes(person, sign, married)]
        if not sign or not any(self._may_be_a_partners(person, sign, fitting) for person in fitting):
            return fitting
        return [one for one in fitting if one.titled * sign > 0 and not self._is_kin(one)]

    def _clashes(self, person: Person, sign: float, married: bool) -> bool:
        """Whether a title before a short name cannot be this bearer's: Mrs. Hart is not Bill Hart.

        A wife has her husband's surname: "Mrs." alone is hers only where something says that she is one.
        """
        if not sign or person.known is not None:
            return False
        evidence = max((person.gender, self.shown_early.get(person, 0.0)), key=abs) * sign
        return evidence <= (0 if married else -ALONE)

    def _may_be_a_partners(self, person: Person, sign: float, among: Sequence[Person]) -> bool:
        """Whether a titled surname may be of a partner without one: Mr Aas, of *Tom* and Ruth Aas."""
        if person.titled * sign > 0:
            return False
        partner = self._partner(person)
        return bool(partner) and all(one.parsed.core[:1] != (partner,) for one in among)

    def _partner(self, person: Person) -> str:
        """The first name that a person's full name is joined to, where it shares the surname, or ""."""
        known = self._partners.get(person)
        if known is None:
            first = next((n for n in self._index.first_of(person) if len(n.parsed.core) > 1), None)
            known = self._partners[person] = self._joined_to(first) if first else ""
        return known

    def _joined_to(self, naming: Naming) -> str:
        """The lone name that nothing but a word that joins stands behind, before another name."""
        before = self._index.between(naming.start - _IN_ONE_BREATH, naming.start)
        if not before or len(before[-1].parsed.core) != 1 or self.is_surname(before[-1].name):
            return ""
        joined = self._text[before[-1].end : naming.start].strip().lower() in self._joining
        return before[-1].parsed.core[0] if joined else ""
