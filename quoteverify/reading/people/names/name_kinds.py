"""Whether a name is a person's, a body's or a place's, by its words and by how a text uses it."""

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

from quoteverify.reading.people.names.naming_index import NamingIndex
from quoteverify.reading.people.names.namings import Naming
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import words_of
from quoteverify.reading.syntax.word_classes import DEFINITE_ARTICLE, INDEFINITE_ARTICLE, POSSESSIVE_MARK
from quoteverify.text.language import LanguageProfile

_APPOSED = re.compile(r", ((?:[^\W_]+[ -]){1,4}[^\W_]+)[,.;)\n]")
_ARTICLE = DEFINITE_ARTICLE | INDEFINITE_ARTICLE


@functools.lru_cache(maxsize=8)
def _impersonal(profile: LanguageProfile) -> re.Pattern[str]:
    """What stands behind a name and is said of bodies and things alone: which."""
    words = "|".join(sorted(words_of("references", profile, kind="impersonal")))
    return re.compile(rf", (?:{words})\b" if words else "(?!)")


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
    place_or_group: bool
    """Whether, standing alone, it mostly says where something is, or is that of many."""
    articled: bool
    """Whether an article stands right before it wherever it is named first: the Royal Wharf."""
    placed: bool
    """Whether something is told to be in it wherever it is named: in Berg Strand."""


class NameKinds:
    """What kinds of names a text has.

    Args:
        index: Its names.
        entities: Where a pipeline has found a named entity, and whether it is a person.
        in_lower_case: The words that the text has in lower case.
    """

    def __init__(
        self, index: NamingIndex, entities: Mapping[int, bool], in_lower_case: frozenset[str]
    ) -> None:
        self._index = index
        self._text, self._grammar, self._profile = index.text, index.grammar, index.profile
        self._entities = entities
        self._in_lower_case = in_lower_case
        self._inside = inside(index.profile)
        at = words_of("references", index.profile, kind="place")
        self._places = (*self._inside, *(f" {word} " for word in at))
        self._countries = words_of("countries", index.profile)
        self._plural = tuple(words_of("references", index.profile, kind="plural"))
        self._uses: dict[Person, _Use] = {}
        self._called: dict[Person, bool] = {}
        self._bodies: dict[Person, bool] = {}
        self._no_persons: dict[tuple[str, ...], bool] = {}

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
        return shown or not (use.place_or_group if lone else use.placed and person.spoke < 0)

    def is_person(self, person: Person) -> bool:
        """Whether a name is a person's, as far as its words and its use show."""
        if not self.may_be_person(person):
            return False
        shown = person.spoke >= 0 or bool(person.subjects) or self._use(person).mostly_person
        return shown or len(person.parsed.core) > 1

    def is_doubtful(self, person: Person) -> bool:
        """Whether a lone name may be a place's: it has no title, role or age, and nowhere says anything."""
        if len(person.parsed.core) > 1 or person.gender or person.spoke >= 0 or person.known:
            return False
        use = self._use(person)
        return not use.mostly_person and not use.personal

    def is_called_somebody(self, person: Person) -> bool:
        """Whether the text says beside a full name what somebody is, a pilot or a minister; found once."""
        called = self._called.get(person)
        if called is None:
            full = (n for n in self._index.first_of(person) if len(n.parsed.core) > 1)
            called = self._called[person] = any(map(self._has_role_beside, full))
        return called

    def is_of_the_law(self, person: Person) -> bool:
        """Whether the text calls somebody a prosecutor, a detective: who tells a court what others said."""
        law = words_of("roles", self._profile, law=True)
        return any(
            one.head in law
            for naming in self._index.first_of(person)
            for front in (True, False)
            for one in self._index.described(naming, front)
        )

    def is_introduced(self, naming: Naming) -> bool:
        """Whether a name has beside it what is said of people alone: an age, "who", a role."""
        return self._index.is_personal(naming.start, naming.start + len(naming.name))

    def ends_in_plural(self, person: Person) -> bool:
        """Whether a name ends as the nouns of several do."""
        return person.parsed.words[-1].endswith(self._plural)

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
        known = known and not self._has_surname(person)
        return (person.is_body or known or self._is_called_body(person)) and not self.is_called_somebody(
            person
        )

    def _has_surname(self, person: Person) -> bool:
        """Whether a full name ends in what is a surname too, of who speaks: Ada Lane, who; said Bo Lane."""
        words = person.parsed.words
        if len(words) == 1 or words[-1] not in words_of("things", self._profile, surname=True):
            return False
        return any(
            self.is_introduced(one) or self._index.is_cued(one) for one in self._index.first_of(person)
        )

    def _is_called_body(self, person: Person) -> bool:
        """Whether the text says beside a name what body it is: "Vale, the rail company," or "an airline"."""
        found = self._bodies.get(person)
        if found is None:
            found = self._bodies[person] = any(map(self._has_body_behind, self._index.first_of(person)))
        return found

    def _has_body_behind(self, naming: Naming) -> bool:
        """Whether behind a name stands what body it is, "Vale, an airline,", or what no person is: which."""
        if _impersonal(self._profile).match(self._text, naming.end):
            return True
        after = _APPOSED.match(self._text, naming.end)
        if after is None:
            return False
        words, grammar = after[1].lower().split(), self._grammar
        if not grammar.classes_of(words[0]) & _ARTICLE or not grammar.prepositions.isdisjoint(words):
            return False
        return grammar.is_body(words[-1]) and not grammar.is_person(words[-1])

    def _say_body_or_thing(self, words: tuple[str, ...]) -> bool:
        """Whether a name is a body's or a thing's by its words, or the text has all in lower case as well."""
        if words[-1] in words_of("things", self._profile) or not self._grammar.bodies.isdisjoint(words):
            return True
        if len(words) == 1 and words[0] in words_of("references", self._profile, kind="platform"):
            return True
        numbered = words[-1] in words_of("numbers", self._profile)  # Part Two, Formula One
        return len(words) > 1 and (numbered or self._in_lower_case.issuperset(words))

    def _use(self, person: Person) -> _Use:
        """How the text uses a name, found once: it may stand in very many places."""
        use = self._uses.get(person)
        if use is None:
            found = [self._entities[start] for start in person.starts if start in self._entities]
            length, lone = len(person.name), len(person.parsed.core) == 1
            use = self._uses[person] = _Use(
                any(found),
                2 * sum(found) > len(found) and person.parsed.joined not in self._countries,
                found.count(False),
                lone and any(self._index.is_personal(start, start + length) for start in person.starts),
                lone and self._is_place_or_group(person),
                not lone and self._is_articled(person),
                not lone and bool(person.starts) and self._is_placed(person),
            )
        return use

    def _is_placed(self, person: Person) -> bool:
        """Whether something is in or near a full name wherever it stands; or at it, at Castle Vale."""
        thing = person.parsed.words[0] in words_of("things", self._profile)
        behind = self._places if thing else self._inside
        placed = all(self._index.stands_behind(behind, start) for start in person.starts)
        owns = any(self._owns(naming.end) for naming in self._index.first_of(person))
        return placed and not (owns or self.is_called_somebody(person))  # "in Tom Aas's time"

    def _owns(self, end: int) -> bool:
        """Whether the mark of a possessive stands behind a name: Tom Aas's."""
        return bool(self._grammar.classes_of(self._text[end : end + 2]) & POSSESSIVE_MARK)

    def _is_articled(self, person: Person) -> bool:
        """Whether an article stands right before each of its names, as with a place: the Royal Wharf."""
        if self._grammar.syntax.nouns_have_capitals:
            return False
        before = [self._text[max(0, start - 8) : start].lower().split() for start in person.starts]
        classes = (self._grammar.classes_of(words[-1]) if words else 0 for words in before)
        return bool(person.starts) and all(found & DEFINITE_ARTICLE for found in classes)

    def _has_role_beside(self, naming: Naming) -> bool:
        """Whether a description beside a name is of a person."""
        roles = words_of("roles", self._profile)
        return any(
            one.head in roles for front in (True, False) for one in self._index.described(naming, front)
        )

    def _is_place_or_group(self, person: Person) -> bool:
        """Whether a lone name mostly says where something is, or is that of many: Aas, Republicans."""
        if 2 * sum(self._index.stands_behind(self._places, start) for start in person.starts) > len(
            person.starts
        ):
            return True
        several = words_of("references", self._profile, kind="several")
        plural = tuple(words_of("references", self._profile, kind="plural"))
        return person.name.endswith(plural) and (
            all(self._index.opens_sentence(start) for start in person.starts)
            or any(self._index.word_after(start, len(person.name)) in several for start in person.starts)
        )


@functools.lru_cache(maxsize=8)
def inside(profile: LanguageProfile) -> tuple[str, ...]:
    """What stands before a name in which something is, with spaces around: *in* Aas."""
    return tuple(f" {word} " for word in words_of("references", profile, kind="inside"))
