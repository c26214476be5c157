"""Pronouns to people: "he" and "she" to the likeliest of those spoken of so far.

Where none is likely enough, a pronoun means nobody.
"""

import bisect
from collections import Counter
from collections.abc import Callable, Collection, Iterable

import attrs

from quoteverify.models import Span
from quoteverify.reading.people.addressees import asked, told
from quoteverify.reading.people.antecedents import Referent, choose
from quoteverify.reading.people.discourse import Reference, Standing
from quoteverify.reading.people.genderless import Genderless
from quoteverify.reading.people.names.genders import ALONE
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.newcomers import Newcomers
from quoteverify.reading.people.pronouns import pronouns
from quoteverify.reading.people.referents import Referents
from quoteverify.reading.people.resolution import Cast, Resolution, Resolved
from quoteverify.reading.syntax.cues.report import CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.tokens import QUOTE
from quoteverify.reading.syntax.word_classes import (
    CONJUNCTION,
    COORDINATOR,
    CUE,
    PARTICIPLE,
    POSSESSIVE,
    POSSESSIVE_MARK,
    ROLE,
    SUBORDINATING_PREPOSITION,
)

LEAST = 0.4
"""The share of the likelihood under which a pronoun keeps its mention: below it, more than four of ten
choices were wrong where names were read by hand (``tests/bench/train_antecedents.py``)."""
NEWCOMER = 0.7
"""The share stated for somebody without a name whose role shows the gender: as for a likely choice."""
ASKED = 0.7
"""The share stated for somebody who was asked, and then says something: as for a likely choice."""
_SUBORDINATING = CONJUNCTION | SUBORDINATING_PREPOSITION
REACTION = 4
"""In tokens: "He shook his head." is longer than what one who was asked does at once (a guard)."""


def _clashes(person: Person, sign: int) -> bool:
    """Whether the text shows somebody to be the other than a pronoun says."""
    return person.titled * sign < 0 or person.gender * sign < 0


class Pronominal:
    """Whom the pronouns of one text mean.

    Attributes:
        newcomers: Those without a name who come into the text.
        referents: Whom "he" and "she" may mean.

    Args:
        cast: The people of the text.
        person: Whom another mention means.
    """

    def __init__(self, cast: Cast, person: Callable[[Mention], Person | None]) -> None:
        self._cast = cast
        self._narration = cast.narration
        self._text = cast.text
        self._census = cast.census
        self._discourse = cast.discourse
        self._pronouns = pronouns(cast.narration.profile)
        self._person = person
        self.newcomers = Newcomers(cast, person)
        self.referents = Referents(cast, self.newcomers)
        self._genderless = Genderless(cast, self.newcomers, person)

    def resolve(self, mention: Mention) -> Resolved:
        """Whom a pronoun means."""
        sign = self._pronouns.signs.get(mention.head)
        return self._genderless.resolve(mention) if sign is None else self.likeliest(mention, sign)

    def likeliest(self, mention: Mention, sign: int) -> Resolved:
        """The likeliest person for "he" or "she", if one is likely enough."""
        decided = (
            self._who_was_asked(mention, sign)
            or self._who_is_asked(mention, sign)
            or self._who_follows(mention, sign)
        )
        if decided is not None:
            return decided
        own = self._subject_of_its_sentence(mention, sign)
        if own is not None and own.person is not None and not self._cast.has_no_name(own.person):
            return own
        pronoun, among = self.referents.case(mention, sign)
        if self._tells_police(mention):
            among = [one for one in among if not self._census.kinds.is_of_the_law(one.person)]
        newcomer = self.newcomers.last_before(among, sign)
        if newcomer is not None:
            return Resolved(newcomer.person, Resolution.NEWCOMER, self._antecedent(newcomer), NEWCOMER)
        best = choose(pronoun, among, self._census, self._narration.profile)
        if own is not None and (best is None or _is_later(best[0], own)):
            return own
        return self._of_whom_it_is(best, mention, sign) or self._weighed(best, among, mention, sign)

    def _tells_police(self, mention: Mention) -> bool:
        """Whether it is police to whom somebody says something: He told officers."""
        paragraph, number = self._narration.locate(mention.span.start)
        reports = self._narration.reports(paragraph, number)
        report = next((one for one in reports if one.mention.span == mention.span), None)
        if report is None:
            return False
        whom = told(self._narration.sentences(paragraph)[number], report, self._narration.profile)
        return whom is not None and whom.head in self._cast.referring("police")

    def _weighed(
        self, best: tuple[Referent, float] | None, among: Iterable[Referent], mention: Mention, sign: int
    ) -> Resolved:
        """The likeliest of those weighed, or nobody where that is not likely enough."""
        if best is None or best[1] < LEAST or self._is_doubtful(best[0], among, mention, sign):
            return Resolved(None, Resolution.OPEN, share=best[1] if best else 0.0)
        candidate, share = best
        return Resolved(candidate.person, Resolution.PRONOUN, self._antecedent(candidate), share)

    def _is_at_hand(self, candidate: Referent, mention: Mention, sign: int) -> bool:
        """Whether somebody was a subject by name in the paragraph or right before, or spoke before that.

        Who spoke in the paragraph before goes on in one that opens with a quotation, not with "She was born".
        Who did something to her, or to him, did not: "Tom Vale sacked her. ... She".
        """
        paragraph, _ = self._narration.locate(mention.span.start)
        speaks = self._narration.sentences(paragraph)[0].tokens[0].kind == QUOTE
        return any(
            not paragraphs or back == 1 or (speaks and paragraphs == 1 and self._says(one))
            for back, paragraphs, one in candidate.references
            if one.names and back >= 0 and self._census.acts_on(one.start, sign) is None
            if one.standing is Standing.SUBJECT or (one.standing is Standing.CLAUSE and back <= 1)
        )

    def _says(self, one: Reference) -> bool:
        """Whether somebody says something at a place, and does not just call something so."""
        reports = self._narration.reports(*self._narration.locate(one.start)) if one.reports else []
        own = (report.mention for report in reports if report.kind == CueKind.SAY)
        return any(mention.span.start <= one.start < mention.span.end for mention in own)

    def _of_whom_it_is(
        self, best: tuple[Referent, float] | None, mention: Mention, sign: int
    ) -> Resolved | None:
        """Of whom all of the text is, where nobody likelier is at hand: an obituary's "she" is whoever died.

        Not where somebody else has spoken more often, as others tell of the dead.
        """
        person, start = self._census.protagonist(sign), mention.span.start
        if person is None or person.starts[0] > start:
            return None
        if best is not None and (best[0].person is person or self._is_at_hand(best[0], mention, sign)):
            return None
        said = {(one, self._narration.locate(until)[0]) for until, one in self._cast.spoken_before(start)}
        spoken = Counter(one for one, _ in said)  # once a paragraph
        if spoken[person] < max(spoken.values(), default=0):
            return None
        last = person.starts[bisect.bisect_left(person.starts, start) - 1]
        naming = next(iter(self._census.index.between(last, last + 1)))
        return Resolved(person, Resolution.PRONOUN, naming.span, ASKED)

    def _is_doubtful(
        self, candidate: Referent, among: Iterable[Referent], mention: Mention, sign: int
    ) -> bool:
        """Whether a pronoun may as well mean another than the likeliest."""
        if self._is_against_another(candidate, among, sign) or self._is_one_of_two(candidate, among, sign):
            return True
        return candidate.person.titled * sign <= 0 and self._is_of_an_owner_before(mention, sign)

    def _is_against_another(self, candidate: Referent, among: Iterable[Referent], sign: int) -> bool:
        """Whether a pronoun has told that somebody is the other, where one of its own gender has spoken.

        “We sail,” said Ruth Vale. She is calm. ... Aas, who lost his boat, called it “late”. *She* laughs.
        """
        if candidate.person.gender * sign > -ALONE:
            return False
        before = (one.person for one in among if one.references[0][0] >= 0)
        return any(person.gender * sign > 0 and person.spoke >= 0 for person in before)

    def _is_of_an_owner_before(self, mention: Mention, sign: int) -> bool:
        """Whether the sentence before opens with what an unnamed person has: "The woman's zeal grew".

        Or the one before, where a pronoun goes on: "The woman's zeal grew. She slept. “So,” she said".
        """
        places = self._discourse.before(*self._narration.locate(mention.span.start), 3)[1:]
        if not places or not sign:
            return False
        opened = (self._narration.sentences(paragraph)[sentence] for paragraph, sentence in places)
        place = next((one for one in opened if self._pronouns.signs.get(one.at(0).lower) != sign), None)
        if place is None:
            return False
        article, owner, mark = (place.at(n) for n in range(3))
        return (
            article.lower in self._cast.referring("definite")
            and self._census.index.genders.of(owner.lower) * sign > 0
            and bool(mark.classes & POSSESSIVE_MARK)
        )

    def _is_one_of_two(self, candidate: Referent, among: Iterable[Referent], sign: int) -> bool:
        """Whether somebody was last spoken of in one breath with another who may be meant: Vale and Aas.

        Who is shown to be she is the likelier of the two, unless the other is shown to be so too.
        """
        if candidate.person.gender * sign <= 0:
            others = (one for one in among if one is not candidate and one.person.gender * sign >= 0)
            return any(self._cast.are_joined(candidate.nearest, other.nearest) for other in others)
        shown = (one for one in among if one is not candidate and one.person.gender * sign > 0)
        return any(self._are_named_as_one(candidate.nearest, other.nearest) for other in shown)

    def _are_named_as_one(self, one: Reference, other: Reference) -> bool:
        """Whether two are joined by no more than what calls the second: Ada Aas and her sister Ruth."""
        if not self._cast.are_joined(one, other):
            return False
        first, last = (one, other) if one.start < other.start else (other, one)
        _, *called = self._text[first.end : last.start].split()
        classes_of = self._narration.grammar.classes_of
        return all(word[:1].isupper() or classes_of(word.lower()) & (ROLE | POSSESSIVE) for word in called)

    def _who_was_asked(self, mention: Mention, sign: int) -> Resolved | None:
        """Whom the sentence before asks, where "he" or "she" answers: "Vale asked Aas why. “So,” he said".

        And who nods at once: "Vale asked Aas why. He shrugged"; "I asked Vale why. She had thought of it".
        """
        paragraph, sentence = self._narration.locate(mention.span.start)
        tokens = self._narration.sentences(paragraph)[sentence].tokens
        before = self._discourse.before(paragraph, sentence, 2)[1:]
        reacts = mention.first == 0 and before and (len(tokens) <= REACTION or self._is_authors(*before[0]))
        if tokens[0].kind != QUOTE and not reacts:
            return None
        one = asked(self._narration, *before[0]) if before else None
        if one is None or one.span.start >= mention.span.start:
            return None
        return self._asked(one, sign)

    def _is_authors(self, paragraph: int, sentence: int) -> bool:
        """Whether the first who reports in a sentence is its author: I asked Ruth Vale why."""
        reports = self._narration.reports(paragraph, sentence)
        return bool(reports) and reports[0].mention.head in self._pronouns.author

    def _who_is_asked(self, mention: Mention, sign: int) -> Resolved | None:
        """Whom a clause before its subject is about: "Asked if she would go, Vale laughed"."""
        paragraph, sentence = self._narration.locate(mention.span.start)
        place = self._narration.sentences(paragraph)[sentence]
        if not (place.tokens[0].classes & CUE and place.tokens[0].classes & PARTICIPLE):
            return None
        one = next(iter(self._narration.subjects(paragraph, sentence)), None)
        if one is None or one.name_span is None or one.span.start < mention.span.end:
            return None
        return self._asked(one, sign) if place.at(one.first - 1).text == "," else None

    def _who_follows(self, mention: Mention, sign: int) -> Resolved | None:
        """Whom the main clause behind its own is about: "When he arrived, Tom Vale laughed".

        Who says something there is somebody else: "As he put it, Vale was late".
        """
        if mention.first != 1:
            return None
        paragraph, sentence = self._narration.locate(mention.span.start)
        place = self._narration.sentences(paragraph)[sentence]
        if not place.tokens[0].classes & _SUBORDINATING or place.tokens[0].classes & COORDINATOR:
            return None
        reports = self._narration.reports(paragraph, sentence)
        saying = {report.mention.span for report in reports}
        one = None if mention.span in saying else self._main_subject(paragraph, sentence, saying)
        found = self._asked(one, sign) if one else None
        if found is None or found.person is None or self._census.kinds.is_doubtful(found.person):
            return None
        return attrs.evolve(found, rule=Resolution.PRONOUN)

    def _main_subject(self, paragraph: int, sentence: int, saying: Collection[Span]) -> Mention | None:
        """Who is named behind the comma of a clause that opens a sentence, or says something without one."""
        place = self._narration.sentences(paragraph)[sentence]
        named = (one for one in self._narration.subjects(paragraph, sentence) if one.name_span is not None)
        return next((one for one in named if place.at(one.first - 1).text == "," or one.span in saying), None)

    def _asked(self, one: Mention, sign: int) -> Resolved | None:
        """Whom a question is put to, if that may be "he" or "she"."""
        person = self._person(one)
        if person is None or _clashes(person, sign):
            return None
        known = self._census.kinds.may_be_person(person)
        return Resolved(person, Resolution.ASKED, one.span, ASKED) if known else None

    def _subject_of_its_sentence(self, mention: Mention, sign: int) -> Resolved | None:
        """Whom a role before it means: "The mayor left a note in which she lied"."""
        subject = self._role_before(mention)
        if subject is None or self._census.index.genders.of(subject.head) * sign < 0:
            return None
        between = self._census.between(subject.span.end, mention.span.start)
        if any(self._census.kinds.may_be_person(person) for _, person in between):
            return None
        person = self._person(subject) or self._cast.without_name(subject)
        if _clashes(person, sign):
            return None
        return Resolved(person, Resolution.ROLE_IN_SENTENCE, subject.span, NEWCOMER)

    def _role_before(self, mention: Mention) -> Mention | None:
        """The role that opens a mention's sentence, or says something in it before: The mayor said *she*."""
        place = self._narration.locate(mention.span.start)
        reporting = {report.mention.span for report in self._narration.reports(*place)}
        before = (s for s in self._narration.subjects(*place) if s.span.end < mention.span.start)
        subject = next((s for s in before if not s.first or s.span in reporting), None)
        if subject is None or subject.kind != MentionKind.NOMINAL:
            return None
        grammar = self._narration.grammar
        somebody = grammar.is_person(subject.head) and not grammar.is_body(subject.head)
        several = self._cast.is_plural(subject.head) or self._cast.joins(subject)
        return subject if somebody and not several else None

    def _antecedent(self, candidate: Referent) -> Span | None:
        """Where the nearest reference that is a name or a description stands."""
        near = next((r for _, _, r in candidate.references if r.names), None)
        if near is not None:
            return Span(near.start, near.end)
        first = candidate.person.forms.get(candidate.person.name)
        return Span(first, first + len(candidate.person.name)) if first is not None else None


def _is_later(candidate: Referent, own: Resolved) -> bool:
    """Whether a text names somebody only after a role, or in it: The mayor of Aas ... the Aas Lancet."""
    back, _, nearest = candidate.references[0]
    role = own.antecedent
    return back < 0 or (role is not None and role.start <= nearest.start < role.end)
