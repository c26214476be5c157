"""Who has been spoken of so far, sentence by sentence: what a pronoun can look back to."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.people.names.census import Census
from quoteverify.reading.people.names.descriptions import before_titles
from quoteverify.reading.people.names.namings import Naming
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import words_of
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of, with_apposition
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import STOPS, WORD
from quoteverify.reading.syntax.word_classes import ADVERB, BE, CLOSED

SENTENCES_BACK = 4
"""How far back a pronoun looks: on the training articles eight find no more of them right, and cost twice."""
_VERB = 24
"""In code points: a verb right before a name is no longer."""
FARTHEST_BACK = 8
"""How far back where the nearer sentences speak of nobody whom it can mean."""


Who = Callable[[Mention], Person | None]
"""Whom a subject means."""


class Standing(StrEnum):
    """What somebody is in a sentence of the narration."""

    SUBJECT = "subject"
    """Of its first main clause."""
    CLAUSE = "clause"
    """The subject of another clause."""
    OWNER = "owner"
    """Behind a possessive: "Vale's boat"."""
    OBJECT = "object"
    """After a verb that takes whom it tells: "asked Vale"."""
    OBLIQUE = "oblique"
    """After a preposition: "with Vale"."""
    OTHER = "other"


class ReferenceForm(StrEnum):
    """How somebody is called there."""

    FULL = "full"
    SHORT = "short"
    PRONOUN = "pronoun"
    DESCRIBED = "described"


@attrs.frozen(eq=False)
class Reference:
    """A place where a sentence speaks of somebody.

    Attributes:
        person: Of whom.
        start: Where the words for them start, in code points of the text.
        end: Where they end.
        standing: What they are in the sentence.
        form: How they are called.
        naming: The name there, if it is one.
        reports: Whether they are said to say something.
    """

    person: Person
    start: int
    end: int
    standing: Standing
    form: ReferenceForm
    naming: Naming | None = None
    reports: bool = False

    @property
    def names(self) -> bool:
        """Whether the words say who it is by more than a pronoun."""
        return self.form is not ReferenceForm.PRONOUN


class Discourse:
    """The references of each sentence, found once.

    Args:
        narration: The text.
        census: Everybody whom it names.
    """

    def __init__(self, narration: Narration, census: Census) -> None:
        self._narration = narration
        self._census = census
        self._found: dict[tuple[int, int], list[Reference]] = {}
        self._is_reading = False
        self._names_found: dict[tuple[int, int], list[Reference]] = {}

    def before(self, paragraph: int, sentence: int, most: int = SENTENCES_BACK) -> list[tuple[int, int]]:
        """The places of a sentence and of those before, the nearest first, as far as a pronoun looks."""
        places: list[tuple[int, int]] = []
        while len(places) < most and paragraph >= 0:
            places += ((paragraph, s) for s in range(sentence, -1, -1))
            paragraph -= 1
            sentence = len(self._narration.sentences(paragraph)) - 1
        return places[:most]

    def references(self, paragraph: int, sentence: int) -> list[Reference]:
        """Of whom a sentence speaks outside its quotations, in order.

        Those who are meant by a pronoun are known where `read` has come that far, so that a chain
        of pronouns costs no more than its length, and never as many calls inside each other.
        """
        key = paragraph, sentence
        found = self._found.get(key)
        return found if found is not None else self._names(key)

    def read(self, places: list[tuple[int, int]], who: Who) -> None:
        """Find whom the sentences speak of, the first one first.

        A pronoun in one of them looks back only as far as has been read: else each would ask the one before,
        as deep as a book is long.

        Args:
            places: Of the sentences, as `before` gives them.
            who: Whom a subject means that is no name, or None. It is not kept: whoever resolves mentions
                holds this discourse, and what holds each other waits for the garbage collector.
        """
        if self._is_reading:
            return
        self._is_reading = True
        for key in reversed(places):
            if key not in self._found:
                named = self._names(key)
                self._found[key] = sorted([*named, *self._meant(*key, who)], key=lambda one: one.start)
        self._is_reading = False

    def _names(self, key: tuple[int, int]) -> list[Reference]:
        found = self._names_found.get(key)
        if found is None:
            found = self._names_found[key] = list(self._named(*key))
        return found

    def named(self, paragraph: int, sentence: int) -> list[Reference]:
        """Whom a sentence names outside its quotations, in order, without what they are in it.

        Of a sentence that has been read, as `references` has them.
        """
        key = paragraph, sentence
        found = self._found.get(key) or self._names_found.get(key)
        if found is not None:
            return found
        named = self._namings(paragraph, sentence)
        return [Reference(p, n.start, n.end, Standing.OTHER, _form(n), n) for n, p in named]

    def _namings(self, paragraph: int, sentence: int) -> list[tuple[Naming, Person]]:
        """The names in a sentence outside its quotations, and whose each is."""
        place = self._narration.sentences(paragraph)[sentence]
        found = self._census.between(place.start, place.end)
        return [(naming, person) for naming, person in found if not self._census.index.in_quote(naming.start)]

    def _named(self, paragraph: int, sentence: int) -> Iterator[Reference]:
        """Those whom the sentence names."""
        named = self._namings(paragraph, sentence)
        if not named:
            return
        reporting = self._reporting(paragraph, sentence)
        subjects = self._narration.subjects(paragraph, sentence)
        place = self._narration.sentences(paragraph)[sentence]
        of_subject: dict[int, int] = {}
        for rank, subject in enumerate(subjects):
            if subject.name_span is not None:  # "Vale's father, Tom," and "Tom" are one: the first counts
                of_subject.setdefault(subject.name_span.end, rank)
        for naming, person in named:
            yield Reference(
                person,
                naming.start,
                naming.end,
                self._standing_of(naming, subjects, of_subject.get(naming.end), place),
                _form(naming),
                naming,
                any(span.start <= naming.start < span.end for span in reporting),
            )

    def _reporting(self, paragraph: int, sentence: int) -> list[Span]:
        """The names of those who say something: their mentions may hold others, "Aas chief Ruth Vale"."""
        found = self._narration.reports(paragraph, sentence)
        said = (report.mention for report in found if report.kind != "noun")
        return [mention.name_span or mention.span for mention in said]

    def _standing_of(
        self, naming: Naming, subjects: Sequence[Mention], rank: int | None, place: Sentence
    ) -> Standing:
        """What a name is in its sentence, whose subjects are given."""
        standing = self._standing(naming.start, naming.end, rank)
        if standing is not Standing.OTHER or any(one.span.start < naming.start for one in subjects):
            return standing
        if self._opens_its_sentence(naming, place):
            return Standing.SUBJECT
        return Standing.SUBJECT if self._is_presented(naming.start) else standing

    def _opens_its_sentence(self, naming: Naming, place: Sentence) -> bool:
        """Whether a full name begins a sentence whose verb is not known: "Ruth Vale almost flung it"."""
        if naming.start != place.start or len(naming.parsed.words) == 1 or place.tokens[-1].text not in STOPS:
            return False
        behind = next((token for token in place.tokens if token.start > naming.end), None)
        if behind is None or behind.kind != WORD:
            return False
        return not behind.classes & CLOSED or bool(behind.classes & ADVERB)

    def _is_presented(self, start: int) -> bool:
        """Whether a verb right before a name presents it behind a place or a time: Beside him sat Vale."""
        *_, titles = before_titles(self._narration.text, start, self._narration.profile)
        before = self._narration.text[max(0, titles - _VERB) : titles].lower().split()
        if not before:
            return False
        presents = words_of("references", self._narration.profile, kind="presents")
        return before[-1] in presents or bool(self._narration.grammar.classes_of(before[-1]) & BE)

    def _standing(self, start: int, end: int, rank: int | None) -> Standing:
        """What a name is in its sentence."""
        text, grammar = self._narration.text, self._narration.grammar
        if rank is not None:
            return Standing.CLAUSE if rank else Standing.SUBJECT
        if text.startswith(grammar.possessive_marks, end):
            return Standing.OWNER
        before = text[max(0, start - 24) : start].lower().split()
        if not before:
            return Standing.OTHER
        if before[-1] in grammar.prepositions:
            return Standing.OBLIQUE
        return Standing.OBJECT if before[-1] in grammar.cues else Standing.OTHER

    def _meant(self, paragraph: int, sentence: int, who: Who) -> Iterator[Reference]:
        """Those whom its subjects mean without naming them, and through whom they speak."""
        yield from self._mouthpieces(paragraph, sentence, who)
        reporting = self._reporting(paragraph, sentence)
        for rank, subject in enumerate(self._narration.subjects(paragraph, sentence)):
            person = who(subject) if subject.name_span is None else None
            if person is not None:
                yield Reference(
                    person,
                    subject.span.start,
                    subject.span.end,
                    Standing.CLAUSE if rank else Standing.SUBJECT,
                    ReferenceForm.PRONOUN if subject.kind == MentionKind.PRONOUN else ReferenceForm.DESCRIBED,
                    reports=subject.span in reporting,
                )

    def _mouthpieces(self, paragraph: int, sentence: int, who: Who) -> Iterator[Reference]:
        """Those without a name who speak for somebody: "Vale declined to comment through a spokesman"."""
        place, profile = self._narration.sentences(paragraph)[sentence], self._narration.profile
        through = words_of("references", profile, kind="mouthpiece")
        for i, token in enumerate(place.tokens):
            phrase = phrase_starting(place, i + 1) if token.lower in through else None
            if phrase is None or place.tokens[phrase.head].lower not in words_of(
                "roles", profile, speaks=True
            ):
                continue
            mention = with_apposition(place, mention_of(place, phrase))
            person = who(mention) if mention.kind == MentionKind.NOMINAL else None
            if person is not None:
                start, end = mention.span.start, mention.span.end
                yield Reference(person, start, end, Standing.OBLIQUE, ReferenceForm.DESCRIBED)


def _form(naming: Naming) -> ReferenceForm:
    """How a name calls somebody."""
    return ReferenceForm.FULL if len(naming.parsed.words) > 1 else ReferenceForm.SHORT
