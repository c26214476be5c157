"""What is known of the people of a text while it is read, and the rules by which a mention is one of them."""

import bisect
import itertools
import re
from collections.abc import Iterator
from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.people.discourse import Discourse, Reference
from quoteverify.reading.people.names.census import Census
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import words_of
from quoteverify.reading.syntax.mentions import Mention
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.word_classes import OFFICE_JOINT, ROLE
from quoteverify.text.names import parse_name

BYLINES = 4
"""In paragraphs: how far down a byline stands."""
LONGEST_BYLINE = 80
"""In code points."""
JOINT = 40
"""In code points: what joins two names, with a role before the second, is no longer."""
_PAUSE = re.compile(r"[,;:]")


class Resolution(StrEnum):
    """The rules by which a mention is a person."""

    NAMED = "named"
    """Ruth Vale: by the name itself, the fullest that the text has."""
    FULLER_NAME = "fuller_name"
    """Vale, where the text has Ruth Vale."""
    DESCRIBED = "described"
    """The mayor, where the text has mayor Ruth Vale."""
    EPITHET = "epithet"
    """The Norwegian, the 21-year-old: who was spoken of last."""
    PRONOUN = "pronoun"
    """She: the likeliest of those spoken of so far."""
    ASKED = "asked"
    """She, behind a sentence that asks Ruth Vale."""
    ROLE_IN_SENTENCE = "role_in_sentence"
    """She, where her role stands before it in the sentence: The mayor left a note in which she said no."""
    NEWCOMER = "newcomer"
    """She, where his wife came in right before."""
    NEUTER = "neuter"
    """It: the body spoken of last."""
    PLURAL = "plural"
    """They: those spoken of last."""
    NARRATOR = "narrator"
    """I, under "By Ruth Vale"."""
    ITSELF = "itself"
    """A senior official: the mention stands for itself."""
    SEVERAL = "several"
    """Ruth Vale and Tom Aas: several together."""
    OPEN = "open"
    """She, where the text does not show who."""

    @property
    def measured_as(self) -> "Resolution":
        """The rule together with which it is measured how often it gives the right person."""
        return Resolution.PRONOUN if self in _OF_A_PRONOUN else self


_OF_A_PRONOUN = frozenset((Resolution.ASKED, Resolution.ROLE_IN_SENTENCE, Resolution.NEWCOMER))
"""What decides whom "she" means without weighing: each is too seldom for a share of its own."""


@attrs.frozen(eq=False)
class Resolved:
    """Who a mention is.

    Attributes:
        person: Who, or None where the mention stands for itself or nobody.
        rule: By which rule.
        antecedent: Where the text names them, if not at the mention.
        share: How likely a ranked choice is beside the others, 0 to 1; 1 where nothing was ranked.
    """

    person: Person | None
    rule: Resolution
    antecedent: Span | None = None
    share: float = 1.0


class Cast:
    """The people of one text, as far as it has been read.

    Attributes:
        narration: The text.
        text: It as given.
        census: Everybody whom it names.
        discourse: Of whom each of its sentences speaks.

    Args:
        narration: The text.
        census: Everybody whom it names.
    """

    def __init__(self, narration: Narration, census: Census) -> None:
        self.narration = narration
        self.text = narration.text
        self.census = census
        self.discourse = Discourse(narration, census)
        self._unnamed: dict[str, Person] = {}
        self._spoken: list[tuple[int, Person]] = []

    def spoke(self, person: Person, until: int) -> None:
        """Note that somebody's words end at an offset; in reading order."""
        person.spoke = until
        self._spoken.append((until, person))

    def spoken_before(self, offset: int) -> list[tuple[int, Person]]:
        """Whose words end before an offset, each with where they do."""
        return self._spoken[: bisect.bisect_left(self._spoken, offset, key=lambda one: one[0])]

    def has_no_name(self, person: Person) -> bool:
        """Whether somebody stands for a description that no name belongs to."""
        return person in self._unnamed.values()

    def is_group(self, mention: Mention) -> bool:
        """Whether a mention is of several people by name: "Ruth Vale and Tom Aas"."""
        if mention.name_span is None:
            return False
        before = self.text[mention.span.start : mention.name_span.start].split()
        joins = self.referring("joining")
        if len(before) > 1 and before[-1].lower() in joins:  # "the mayor and Ruth Vale"
            return True
        at = next((i for i, word in enumerate(before) if word.lower() in joins), None)
        if at is None or at == 0:
            return False
        near = (
            before[at - 1][:1].isupper()
            and len(before) - at <= 2
            and not self._is_of_office(before[: at + 2])
        )
        return near or self._is_named_before(mention.span.start, mention.name_span.start)

    def _is_of_office(self, words: list[str]) -> bool:
        """Whether what joins stands within one office: "Minister for Ports and", "founder and director"."""
        classes = [self.narration.grammar.classes_of(word.lower()) for word in words]
        offices = any(one & ROLE and after & OFFICE_JOINT for one, after in itertools.pairwise(classes))
        return offices or bool(classes[-1] & classes[-3] & ROLE)  # on both sides of what joins

    def _is_named_before(self, start: int, end: int) -> bool:
        """Whether a full name is joined to a description: "Senator Ruth Vale and former mayor" Tom Aas."""
        joins = self.referring("joining")
        for naming, person in self.census.between(start, end):
            joint, _, described = self.text[naming.end : end].lstrip().partition(" ")
            full = len(naming.parsed.words) > 1 and self.census.kinds.is_person(person)
            if full and joint in joins and described[:1].islower():
                return True
        return False

    def joins(self, mention: Mention) -> bool:
        """Whether a description is of several: "Ruth Vale and her son", not "the head of ports and piers"."""
        words = mention.span.of(self.text).lower().split()
        grammar, joins = self.narration.grammar, self.referring("joining")
        if joins.isdisjoint(words):
            return False
        determined = grammar.determiners | grammar.possessives
        return any(
            word in joins and after in determined and mention.head in words[i:]
            for i, (word, after) in enumerate(itertools.pairwise(words))
            if i
        )

    def are_joined(self, one: Reference, other: Reference) -> bool:
        """Whether two are named in one breath: Ruth Vale and Sheriff Tom Aas."""
        first, last = (one, other) if one.start < other.start else (other, one)
        if not (first.names and last.names) or last.start - first.end > JOINT:
            return False
        between = self.text[first.end : last.start].split()
        return (
            bool(between) and between[0] in self.referring("joining") and not _PAUSE.search("".join(between))
        )

    def without_name(self, subject: Mention) -> Person:
        """Whom a description means that stands for no name; what it calls them may show a gender."""
        printed = subject.span.of(self.text)
        person = self._unnamed.get(printed.casefold())
        if person is None:
            gender = self.census.index.genders.of(subject.head)
            parsed = parse_name(printed, self.narration.profile)
            person = Person(printed, parsed, gender=3 * gender, titled=gender)
            self._unnamed[printed.casefold()] = person
        return person

    def is_plural(self, noun: str) -> bool:
        """Whether a noun is of several: the pilots, the policemen, but not the witness."""
        plural, singular = tuple(self.referring("plural")), tuple(self.referring("singular"))
        return noun.endswith(plural) and not noun.endswith(singular)

    def referring(self, kind: str) -> frozenset[str]:
        """The language's words of a kind that show whom a mention means."""
        return words_of("references", self.narration.profile, kind=kind)


def bylines(cast: Cast) -> Iterator[Span]:
    """What stands behind the word that opens a byline, in the first lines of a text: By *Ruth Vale*."""
    opening = cast.referring("byline")
    for line in cast.narration.paragraphs[:BYLINES]:
        opens = line.of(cast.text).partition(" ")[0].lower()
        if opens in opening and len(line) < LONGEST_BYLINE:
            yield Span(line.start + len(opens), line.end)
