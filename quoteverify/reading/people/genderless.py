"""Pronouns without a gender: "it" is the last body, "they" the last several, "I" who signs the text."""

from collections.abc import Callable

from quoteverify.models import Span
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.newcomers import Newcomers
from quoteverify.reading.people.pronouns import pronouns
from quoteverify.reading.people.resolution import Cast, Resolution, Resolved, bylines
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.word_classes import POSSESSIVE

Means = Callable[[Mention], Person | None]
"""Whom a subject is, for a pronoun that may stand for it."""


class Genderless:
    """Whom the pronouns of one text mean that are neither "he" nor "she".

    Args:
        cast: The people of the text.
        newcomers: Those without a name who come into it.
        person: Whom a mention means.
    """

    def __init__(self, cast: Cast, newcomers: Newcomers, person: Callable[[Mention], Person | None]) -> None:
        self._cast = cast
        self._narration = cast.narration
        self._text = cast.text
        self._census = cast.census
        self._discourse = cast.discourse
        self._newcomers = newcomers
        self._pronouns = pronouns(cast.narration.profile)
        self._person = person

    def resolve(self, mention: Mention) -> Resolved:
        """Whom a pronoun means."""
        known = self._pronouns
        if mention.head in known.neuter:
            found = self._last_of(mention, Resolution.NEUTER, self._body)
        elif mention.head in known.plural:
            found = self._last_of(mention, Resolution.PLURAL, self._several)
            found = found or self._source_before(mention) or self._one_of_no_gender(mention)
        else:
            found = self._narrator() if mention.head in known.author else None
        return found or Resolved(None, Resolution.OPEN)

    def _last_of(self, mention: Mention, rule: Resolution, means: Means) -> Resolved | None:
        """The last subject before "it" or "they" that it can stand for."""
        paragraph, sentence = self._narration.locate(mention.span.start)
        for p, s in self._discourse.before(paragraph, sentence):
            for subject in self._reporting_first(p, s):
                if subject.span.end < mention.span.start - 2:
                    person = means(subject)
                    if person is not None:
                        return Resolved(person, rule, subject.span)
        return None

    def _source_before(self, mention: Mention) -> Resolved | None:
        """Somebody without a name or gender who comes in right before: "A source spoke. “No,” they said"."""
        place = self._narration.locate(mention.span.start)
        indefinite = self._cast.referring("indefinite")
        for before in self._discourse.before(*place, 2)[1:]:
            subject = next(iter(self._narration.subjects(*before)), None)
            if subject is None or subject.kind != MentionKind.NOMINAL or subject.first:
                continue
            opens = subject.span.of(self._text).partition(" ")[0].lower()
            person = self._newcomers.newcomer(subject) if opens in indefinite else None
            if person is not None and not person.titled:
                return Resolved(person, Resolution.PLURAL, subject.span)
        return None

    def _reporting_first(self, paragraph: int, sentence: int) -> list[Mention]:
        """The subjects of a sentence; first who tells all of it: "Police were late, the Port Board said"."""
        subjects = list(self._narration.subjects(paragraph, sentence))
        if not subjects:
            return subjects
        place, opened = self._narration.sentences(paragraph)[sentence], subjects[0].last
        found = [report for report in self._narration.reports(paragraph, sentence) if report.kind != "noun"]
        told = [report.mention for report in found if report.mention.first > opened]
        return [*(one for one in told if place.at(one.first - 1).text == ","), *subjects]

    def _body(self, subject: Mention) -> Person | None:
        """The body or thing that a subject is, where "it" can stand for it."""
        if subject.kind == MentionKind.PRONOUN:
            return self._person(subject) if subject.head in self._pronouns.neuter else None
        person = self._person(subject)
        if person is None:
            grammar = self._narration.grammar
            named = grammar.is_body(subject.head) and not self._cast.is_plural(subject.head)
            return self._cast.without_name(subject) if named else None
        return person if not self._census.kinds.is_person(person) or self._is_it(subject, person) else None

    def _is_it(self, subject: Mention, person: Person) -> bool:
        """Whether a name of which nothing shows a person is told to say something of its own: "its staff"."""
        if person.gender or self._census.kinds.is_called_somebody(person):
            return False
        paragraph, sentence = self._narration.locate(subject.span.start)
        tokens = self._narration.sentences(paragraph)[sentence].tokens
        behind = next((token for token in tokens if token.classes & POSSESSIVE), None)
        return behind is not None and subject.first == 0 and behind.lower in self._pronouns.neuter

    def _several(self, subject: Mention) -> Person | None:
        """Several people, described or named together, where "they" can stand for them."""
        if subject.kind == MentionKind.PRONOUN:
            return self._person(subject) if subject.head in self._pronouns.plural else None
        printed = subject.span.of(self._text).lower()
        grammar = self._narration.grammar
        agents = tuple(self._cast.referring("agents"))
        plural = any(
            (grammar.is_person(word) and self._cast.is_plural(word)) or word.endswith(agents)
            for word in printed.split()
        )
        return self._cast.without_name(subject) if plural or self._cast.is_group(subject) else None

    def _one_of_no_gender(self, mention: Mention) -> Resolved | None:
        """The one person spoken of lately, if nothing says he or she: "Ruth wrote. “No,” they said."."""
        paragraph, sentence = self._narration.locate(mention.span.start)
        places = self._discourse.before(paragraph, sentence)
        lately = [
            r for p, s in places for r in self._discourse.references(p, s) if r.end < mention.span.start
        ]
        people = {r.person for r in lately if self._census.kinds.is_person(r.person)}
        if len(people) != 1:
            return None
        (one,) = people
        last = next(r for r in lately if r.person is one)
        return Resolved(one, Resolution.PLURAL, Span(last.start, last.end)) if one.gender == 0 else None

    def _narrator(self) -> Resolved | None:
        """Whose text it is: "By Ruth Vale" in one of its first lines."""
        for line in bylines(self._cast):
            for naming, person in self._census.between(line.start, line.end):
                return Resolved(person, Resolution.NARRATOR, Span(naming.start, naming.end))
        return None
