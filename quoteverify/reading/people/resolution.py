"""Mentions to people: who "Vale", "she", "the pilot" and "Mr. Vale" are, in one text, and by what rule.

What the text itself shows decides. A name goes to the fullest form of it; a description to whom the same is
said of; "he" and "she" to the likeliest of those spoken of so far, or to nobody where none is likely enough.
A mention that means nobody in particular stands for itself.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

import attrs

from quoteverify.models import Span, Speaker, SpeakerKind
from quoteverify.reading.people.addressees import asked
from quoteverify.reading.people.antecedents import Candidate, Pronoun, choose
from quoteverify.reading.people.census import Census, Person
from quoteverify.reading.people.descriptions import Description, described_by, fits, nouns
from quoteverify.reading.people.discourse import (
    FARTHEST_BACK,
    SENTENCES_BACK,
    Discourse,
    Form,
    Reference,
    Standing,
)
from quoteverify.reading.people.namings import Naming
from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.syntax.grammar import grammar
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.tokens import NAME, NUMBER, QUOTE, WORD
from quoteverify.reading.syntax.word_classes import (
    ADDRESSING,
    CLOSED,
    CUE,
    GENITIVE,
    OFFICE_JOINT,
    PARTICIPLE,
    PARTITIVE,
    ROLE,
)
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import parse_name
from quoteverify.text.word_patterns import any_word

LEAST = 0.4
"""The share of the likelihood under which a pronoun keeps its mention: below it, more than four of ten
choices were wrong where names were read by hand (``tests/bench/train_antecedents.py``)."""
NEAR = 2
"""In sentences: how near somebody stands who has been said to be he or she."""
NEWCOMER = 0.7
"""The share stated for somebody without a name whose role shows the gender: as for a likely choice."""
ASKED = 0.7
"""The share stated for somebody who was asked, and then says something: as for a likely choice."""
SENTENCES_AHEAD = 3
"""How far ahead the name of a pronoun is looked for that comes before it."""
OPENS = 12
"""In code points: a pronoun this near to the start of its sentence is among its first words."""
OCCURRENCES = 20
"""How many places of a noun are looked into for whom it means: a guard against texts of one noun."""
BESIDE = 70
"""In code points: how far a noun that describes a name stands off it."""
GROUP_BACK = 6
"""In sentences: how far back "they" looks for several people, "it" for a body."""


FAR_BACK, FAR_AHEAD, FEW_AHEAD = 30_000, 3_000, 3
"""In code points, and places: how far a description looks for its name; guards against endless texts."""
FEW_SPEAKERS = 2
"""In quotations: how many before a pronoun may be of whom it means, though no name stands near."""
FEW_HERE = 12
"""In quotations: how many a paragraph has that are looked at: a guard against one paragraph of thousands."""
SURELY_OTHER = -3.0
"""Evidence of gender beyond which a name is no candidate: a title or a relation says the other."""
BYLINES = 4
"""In paragraphs: how far down a byline stands."""
LONGEST_BYLINE = 80
"""In code points."""
VARIED = 0.6
"""The least share of the likelihood for a role that somebody has not been given before (a guard)."""
IN_VIEW = 2
"""In sentences: how far back whoever is called by another word was named (a guard)."""
EPITHET = 40
"""In code points: a longer description tells its own person from the others."""

_ACTS = (Standing.SUBJECT, Standing.CLAUSE, Standing.OBJECT)
"""What somebody is whom a pronoun in the same sentence may mean: "Vale said Aas hid as he was late"."""

_LETTERS = re.compile(r"[^\W\d_]+")

Means = Callable[[Mention, str], Person | None]
"""Whom a subject is, for a pronoun that may stand for it."""


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


class Resolver:
    """The people of one text, as its mentions mean them.

    Args:
        narration: The text.
        known: People whom the caller knows; they win over what is guessed.
    """

    def __init__(self, narration: Narration, known: Iterable[Speaker] = ()) -> None:
        self.narration = narration
        self.text = narration.text
        self.known = {name.casefold(): s for s in known for name in (s.name, *s.aliases)}
        self.census = Census(
            narration.text,
            [m.outer for m in narration.marked],
            narration.starts,
            narration.grammar,
            narration.profile,
            self.known.values(),
            narration.parsed.named,
            narration.common,
            narration.namesakes,
            narration.nouns,
        )
        self.discourse = Discourse(narration, self.census)
        self._pronouns = pronouns(narration.profile)
        self._found: dict[Span, Resolved] = {}
        self._unnamed: dict[str, Person] = {}
        self._spoken: list[tuple[int, Person]] = []

    # What the sieves ask.

    def resolve(self, mention: Mention) -> Resolved:
        """Who a mention is; found once, as everything behind it asks."""
        found = self._found.get(mention.span)
        if found is None:
            self._found[mention.span] = Resolved(None, Resolution.OPEN)  # a pronoun never means itself
            found = self._found[mention.span] = self._resolved(mention)
        return found

    def person(self, mention: Mention) -> Person | None:
        """The person whom a mention means, or None where the text does not show it."""
        return self.resolve(mention).person

    def spoke(self, person: Person, until: int) -> None:
        """Note that somebody's words end at an offset; in reading order."""
        person.spoke = until
        self._spoken.append((until, person))

    def _resolved(self, mention: Mention) -> Resolved:
        if mention.kind == MentionKind.PRONOUN:
            return self._pronoun(mention)
        if mention.kind == MentionKind.NOMINAL and self._joins(mention):
            return Resolved(None, Resolution.SEVERAL)
        if mention.kind == MentionKind.NOMINAL:
            found = self._surname(mention) or self._described(mention) or self._epithet(mention)
            return found or Resolved(None, Resolution.ITSELF)
        if self._is_group(mention):
            return Resolved(None, Resolution.SEVERAL)
        return self._name(mention)

    # Names.

    def _name(self, mention: Mention) -> Resolved:
        """Whose a name is."""
        where = mention.name_span or mention.span
        full = self.text[mention.span.start : where.end]
        person = self.census.named(mention.name, where.start, full)
        # "Her restaurant, Vale's"
        head_is_body = self.narration.grammar.is_body(mention.head)
        person.is_body = person.is_body or (head_is_body and not mention.name.lower().endswith(mention.head))
        first = person.forms.get(person.name)
        if person.name == mention.name or first is None:
            return Resolved(person, Resolution.NAMED)
        return Resolved(person, Resolution.FULLER_NAME, Span(first, first + len(person.name)))

    def _surname(self, mention: Mention) -> Resolved | None:
        """Whose name a noun is that opens a sentence: "Ruth King came. King said"."""
        printed = mention.span.of(self.text)
        if not printed.istitle() or not self.census.is_surname(printed):
            return None
        return self._name(attrs.evolve(mention, name=printed, name_span=mention.span))

    def _is_group(self, mention: Mention) -> bool:
        """Whether a mention is of several people by name: "Ruth Vale and Tom Aas"."""
        if mention.name_span is None:
            return False
        before = self.text[mention.span.start : mention.name_span.start].split()
        joins = self._referring("joining")
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
        joins = self._referring("joining")
        for naming, person in self.census.between(start, end):
            joint, _, described = self.text[naming.end : end].lstrip().partition(" ")
            full = len(naming.parsed.words) > 1 and self.census.is_person(person)
            if full and joint in joins and described[:1].islower():
                return True
        return False

    def _joins(self, mention: Mention) -> bool:
        """Whether a description is of several: "Ruth Vale and her son", not "the head of ports and piers"."""
        words = mention.span.of(self.text).lower().split()
        grammar, joins = self.narration.grammar, self._referring("joining")
        if joins.isdisjoint(words):
            return False
        determined = grammar.determiners | grammar.possessives
        return any(
            word in joins and after in determined and mention.head in words[i:]
            for i, (word, after) in enumerate(itertools.pairwise(words))
            if i
        )

    # Pronouns.

    def _pronoun(self, mention: Mention) -> Resolved:
        """Whom a pronoun means."""
        known = self._pronouns
        if mention.head in known.signs:
            return self._he_or_she(mention, known.signs[mention.head])
        if mention.head in known.neuter:
            return self._last_of(mention, Resolution.NEUTER, self._body)
        if mention.head in known.plural:
            return self._last_of(mention, Resolution.PLURAL, self._several)
        if mention.head in known.author and (narrator := self._narrator()) is not None:
            return narrator
        return Resolved(None, Resolution.OPEN)

    def _he_or_she(self, mention: Mention, sign: int) -> Resolved:
        """The likeliest person for "he" or "she", if one is likely enough."""
        answering = self._who_was_asked(mention, sign) or self._who_is_asked(mention, sign)
        if answering is not None:
            return answering
        own = self._subject_of_its_sentence(mention, sign)
        if own is not None and own.person not in self._unnamed.values():
            return own
        pronoun, among = self.case(mention, sign)
        newcomer = self._newcomer_before(among, sign)
        if newcomer is not None:
            return Resolved(newcomer.person, Resolution.PRONOUN, self._antecedent(newcomer), NEWCOMER)
        best = choose(pronoun, among, self.census, self.narration.profile)
        if own is not None and (best is None or _is_later(best[0], own)):
            return own
        if best is None or best[1] < LEAST:
            return Resolved(None, Resolution.OPEN, share=best[1] if best else 0.0)
        candidate, share = best
        return Resolved(candidate.person, Resolution.PRONOUN, self._antecedent(candidate), share)

    def _who_was_asked(self, mention: Mention, sign: int) -> Resolved | None:
        """Whom the sentence before asks, where "he" or "she" answers: "Vale asked Aas why. “So,” he said"."""
        paragraph, sentence = self.narration.locate(mention.span.start)
        if self.narration.sentences(paragraph)[sentence].tokens[0].kind != QUOTE:
            return None
        before = self.discourse.before(paragraph, sentence, 2)[1:]
        one = asked(self.narration, *before[0]) if before else None
        if one is None or one.span.start >= mention.span.start:
            return None
        return self._asked(one, sign)

    def _who_is_asked(self, mention: Mention, sign: int) -> Resolved | None:
        """Whom a clause before its subject is about: "Asked if she would go, Vale laughed"."""
        paragraph, sentence = self.narration.locate(mention.span.start)
        place = self.narration.sentences(paragraph)[sentence]
        if not (place.tokens[0].classes & CUE and place.tokens[0].classes & PARTICIPLE):
            return None
        one = next(iter(self.narration.subjects(paragraph, sentence)), None)
        if one is None or one.name_span is None or one.span.start < mention.span.end:
            return None
        return self._asked(one, sign) if place.at(one.first - 1).text == "," else None

    def _asked(self, one: Mention, sign: int) -> Resolved | None:
        """Whom a question is put to, if that may be "he" or "she"."""
        person = self.person(one)
        if person is None or person.titled * sign < 0 or person.gender * sign < 0:
            return None
        known = self.census.may_be_person(person)
        return Resolved(person, Resolution.PRONOUN, one.span, ASKED) if known else None

    def _subject_of_its_sentence(self, mention: Mention, sign: int) -> Resolved | None:
        """Whom a role before it means: "The mayor left a note in which she lied"."""
        subject = self._role_before(mention)
        if subject is None or self.census.genders.of(subject.head) * sign < 0:
            return None
        between = self.census.between(subject.span.end, mention.span.start)
        if any(self.census.may_be_person(person) for _, person in between):
            return None
        person = self.person(subject) or self._without_name(subject)
        clashes = person.titled * sign < 0 or person.gender * sign < 0
        return None if clashes else Resolved(person, Resolution.PRONOUN, subject.span, NEWCOMER)

    def _role_before(self, mention: Mention) -> Mention | None:
        """The role that opens a mention's sentence, or says something in it before: The mayor said *she*."""
        place = self.narration.locate(mention.span.start)
        reporting = {report.mention.span for report in self.narration.reports(*place)}
        before = (s for s in self.narration.subjects(*place) if s.span.end < mention.span.start)
        subject = next((s for s in before if not s.first or s.span in reporting), None)
        if subject is None or subject.kind != MentionKind.NOMINAL:
            return None
        grammar = self.narration.grammar
        somebody = grammar.is_person(subject.head) and not grammar.is_body(subject.head)
        several = self.is_plural(subject.head) or self._joins(subject)
        return subject if somebody and not several else None

    def _newcomer_before(self, among: list[Candidate], sign: int) -> Candidate | None:
        """Somebody without a name who came in last, in a role of this gender: "A policeman came in. He".

        Those who marked the training articles gave a name to every pronoun, so no weight can be learned.
        """
        subjects = [c for c in among if c.references[0][0] >= 0 and c.nearest.standing is Standing.SUBJECT]
        last = max(subjects, key=lambda c: c.nearest.start, default=None)
        if last is None or last.person not in self._unnamed.values() or last.nearest.names is False:
            return None
        role = self._description_of(last.person.name)
        shown = self.census.genders.of(role.head) if role is not None else 0
        return last if shown * sign > 0 else None

    def _antecedent(self, candidate: Candidate) -> Span | None:
        """Where the nearest reference that is a name or a description stands."""
        near = next((r for _, _, r in candidate.references if r.names), None)
        if near is not None:
            return Span(near.start, near.end)
        first = candidate.person.forms.get(candidate.person.name)
        return Span(first, first + len(candidate.person.name)) if first is not None else None

    def case(self, mention: Mention, sign: int) -> tuple[Pronoun, list[Candidate]]:
        """A pronoun with what surrounds it, and all whom it may mean, the nearest first.

        Args:
            mention: The pronoun.
            sign: 1 for "she", -1 for "he".
        """
        start = mention.span.start
        paragraph, sentence = self.narration.locate(start)
        among: list[Candidate] = []
        for most in (SENTENCES_BACK, FARTHEST_BACK):
            places = self.discourse.before(paragraph, sentence, most)
            self.discourse.read(places[1:], self.subject_means)
            found = self._spoken_of(start, paragraph, sentence, places)
            possible = [c for c in found.values() if self._can_be(c.person, sign) and not self._was(c, -sign)]
            among = [c for c in possible if not self._has_kin_or_aide(c, -sign, found.values())]
            if among:
                break
        # "Ruth Vale met her brother Tom. ... he said": where a relation says he, who has been "her" is not.
        if any(c.person.titled * sign > 0 and 0 <= c.references[0][0] <= NEAR for c in among):
            among = [c for c in among if c.person.gender * sign > -1]
        return self._surroundings(mention, sign, paragraph, sentence), among

    def _spoken_of(
        self, start: int, paragraph: int, sentence: int, places: list[tuple[int, int]]
    ) -> dict[Person, Candidate]:
        """Everybody of whom the sentences before and right after a pronoun speak, and who spoke last."""
        found: dict[Person, Candidate] = {}
        for back, (p, s) in enumerate(places):
            for reference in reversed(self.discourse.references(p, s)):
                # "The mayor, he said, lied": the two are not one.
                if reference.end < start - 2:
                    candidate = found.setdefault(reference.person, Candidate(reference.person))
                    candidate.references.append((back, paragraph - p, reference))
        for ahead, (p, s) in enumerate(self.narration.following(paragraph, sentence, SENTENCES_AHEAD), 1):
            for reference in self.discourse.named(p, s):  # of what comes, it counts who and how far
                if reference.person not in found:
                    found[reference.person] = Candidate(
                        reference.person, [(-ahead, paragraph - p, reference)]
                    )
        for person, reference in self._spoke_last(start):
            if person not in found:
                far = paragraph - self.narration.locate(reference.start)[0]
                found[person] = Candidate(person, [(SENTENCES_BACK, far, reference)])
        return found

    def _spoke_last(self, offset: int) -> Iterator[tuple[Person, Reference]]:
        """Who has spoken last before an offset, however far the name stands back: an interview names once."""
        spoken = self._spoken[: bisect.bisect_left(self._spoken, offset, key=lambda one: one[0])]
        for until, person in spoken[-FEW_SPEAKERS:]:
            yield person, Reference(person, until, until, Standing.OTHER, Form.PRONOUN)

    def _can_be(self, person: Person, sign: int) -> bool:
        """Whether somebody can be he or she at all."""
        if not self.census.may_be_person(person) or person.titled * sign < 0:
            return False
        return person.titled * sign > 0 or person.gender * sign > SURELY_OTHER

    def _was(self, candidate: Candidate, sign: int) -> bool:
        """Whether a pronoun of a gender has meant somebody right before, of whom nothing else shows one.

        A pronoun of a clause behind the name is too unsure: "Ruth Vale said Tom would come if *he* could".
        """
        signs = self._pronouns.signs
        named = {back for back, _, reference in candidate.references if reference.names}
        said = (
            r
            for back, _, r in candidate.references
            if r.form is Form.PRONOUN and r.end > r.start
            if r.standing is Standing.SUBJECT or (r.reports and back not in named)
            if not self._may_be_another(r)
        )
        words = (self.text[reference.start : reference.end].lower() for reference in said)
        return not candidate.person.titled and any(signs.get(word) == sign for word in words)

    def _may_be_another(self, pronoun: Reference) -> bool:
        """Whether a pronoun's sentence speaks of others whom it may mean: "Vale said Aas hid as he"."""
        paragraph, sentence = self.narration.locate(pronoun.start)
        signs = self._pronouns.signs
        sign = signs.get(self.text[pronoun.start : pronoun.end].lower(), 0)
        place = self.discourse.references(paragraph, sentence)
        before = [one for one in place if one.end < pronoun.start and one.naming is not None]
        tokens = self.narration.sentences(paragraph)[sentence].tokens
        named = any(one.person is pronoun.person for one in before)
        if named and any(signs.get(token.lower) == -sign for token in tokens):
            return True  # "When Vale won, she wrote to him"
        others = {one.person for one in before if one.standing in _ACTS} - {pronoun.person}
        return any(self.census.is_person(person) for person in others)

    def _has_kin_or_aide(self, candidate: Candidate, sign: int, others: Iterable[Candidate]) -> bool:
        """Whether a possessive of a gender brings in somebody of a subject's: "Vale sent his aide. She left".

        It is the subject's where nobody has been named before who may be of that gender.
        """
        back, _, reference = candidate.references[0]
        if back not in (0, 1) or reference.standing is not Standing.SUBJECT or not reference.names:
            return False
        if any(
            one.start < reference.start and c.person.gender * sign >= 0
            for c in others
            if c is not candidate
            for _, _, one in c.references
        ):
            return False
        paragraph, sentence = self.narration.locate(reference.start)
        behind = [t for t in self.narration.sentences(paragraph)[sentence].tokens if t.start >= reference.end]
        near = itertools.takewhile(lambda token: token.kind == WORD, behind)
        return any(
            self._pronouns.signs.get(whose.lower) == sign and bool(one.classes & ROLE)
            for whose, one in itertools.pairwise(near)
        )

    def _surroundings(self, mention: Mention, sign: int, paragraph: int, sentence: int) -> Pronoun:
        start, place = mention.span.start, self.narration.sentences(paragraph)[sentence]
        opened = self.narration.paragraphs[paragraph].start
        spoken = self._spoken[: bisect.bisect_left(self._spoken, start, key=lambda one: one[0])]
        here = frozenset(
            person for _, person in spoken[bisect.bisect_left(spoken, opened, key=lambda one: one[0]) :]
        )
        first = self.discourse.references(paragraph, 0)
        return Pronoun(
            sign=sign,
            start=start,
            opens=start - place.start < OPENS,
            first=sentence == 0,
            spoke=spoken[-1][1] if spoken else None,
            spoke_here=here,
            subject_here=next((r.person for r in first if r.standing is Standing.SUBJECT), None),
            spoken_of=frozenset(
                person
                for token in place.tokens
                if token.kind == QUOTE
                for _, person in self.census.between(token.start, token.end)
            ),
        )

    def _last_of(self, mention: Mention, rule: Resolution, means: Means) -> Resolved:
        """The last subject before "it" or "they" that it can stand for."""
        paragraph, sentence = self.narration.locate(mention.span.start)
        for p, s in self.discourse.before(paragraph, sentence)[:GROUP_BACK]:
            for subject in self._reporting_first(p, s):
                if subject.span.end < mention.span.start - 2:
                    person = means(subject, mention.head)
                    if person is not None:
                        return Resolved(person, rule, subject.span)
        if rule is Resolution.PLURAL and (one := self._one_of_no_gender(mention)) is not None:
            return one
        return Resolved(None, Resolution.OPEN)

    def _reporting_first(self, paragraph: int, sentence: int) -> list[Mention]:
        """The subjects of a sentence; first who tells all of it: "Police were late, the Port Board said"."""
        subjects = list(self.narration.subjects(paragraph, sentence))
        if not subjects:
            return subjects
        place, opened = self.narration.sentences(paragraph)[sentence], subjects[0].last
        found = [report for report in self.narration.reports(paragraph, sentence) if report.kind != "noun"]
        told = [report.mention for report in found if report.mention.first > opened]
        return [*(one for one in told if place.at(one.first - 1).text == ","), *subjects]

    def _body(self, subject: Mention, pronoun: str) -> Person | None:
        """The body or thing that a subject is, where "it" can stand for it."""
        if subject.kind == MentionKind.PRONOUN:
            return self.person(subject) if subject.head in self._pronouns.neuter else None
        person = self.person(subject)
        if person is None:
            grammar = self.narration.grammar
            named = grammar.is_body(subject.head) and not self.is_plural(subject.head)
            return self._without_name(subject) if named else None
        return None if self.census.is_person(person) else person

    def _several(self, subject: Mention, pronoun: str) -> Person | None:
        """Several people, described or named together, where "they" can stand for them."""
        if subject.kind == MentionKind.PRONOUN:
            return self.person(subject) if subject.head in self._pronouns.plural else None
        printed = subject.span.of(self.text).lower()
        grammar = self.narration.grammar
        agents = tuple(self._referring("agents"))
        plural = any(
            (grammar.is_person(word) and self.is_plural(word)) or word.endswith(agents)
            for word in printed.split()
        )
        return self._without_name(subject) if plural or self._is_group(subject) else None

    def _one_of_no_gender(self, mention: Mention) -> Resolved | None:
        """The one person spoken of lately, if nothing says he or she: "Ruth wrote. “No,” they said."."""
        paragraph, sentence = self.narration.locate(mention.span.start)
        places = self.discourse.before(paragraph, sentence)[:GROUP_BACK]
        lately = [r for p, s in places for r in self.discourse.references(p, s) if r.end < mention.span.start]
        people = {r.person for r in lately if self.census.is_person(r.person)}
        if len(people) != 1:
            return None
        (one,) = people
        last = next(r for r in lately if r.person is one)
        return Resolved(one, Resolution.PLURAL, Span(last.start, last.end)) if one.gender == 0 else None

    def _narrator(self) -> Resolved | None:
        """Whose text it is: "By Ruth Vale" in one of its first lines."""
        bylines = self._referring("byline")
        for line in self.narration.paragraphs[:BYLINES]:
            opens = line.of(self.text).partition(" ")[0].lower()
            if opens in bylines and len(line) < LONGEST_BYLINE:
                for naming, person in self.census.between(line.start + len(opens), line.end):
                    return Resolved(person, Resolution.NARRATOR, Span(naming.start, naming.end))
        return None

    def subject_means(self, subject: Mention) -> Person | None:
        """Whom a subject without a name means, for those who look back to it."""
        if subject.kind == MentionKind.PRONOUN:
            return self.person(subject) if subject.head in self._pronouns.signs else None
        if subject.kind == MentionKind.NAME:
            return None
        return self.person(subject) or self._newcomer(subject)

    def _newcomer(self, subject: Mention) -> Person | None:
        """Somebody without a name who comes in: "A policeman came in. He ..." hides the names before."""
        opens = subject.span.of(self.text).partition(" ")[0].lower()
        new = opens in self._referring("indefinite") or self._is_kin_of_a_name(subject)
        if not new or not self.narration.grammar.is_person(subject.head) or self.is_plural(subject.head):
            return None
        return self._without_name(subject)

    def _is_kin_of_a_name(self, subject: Mention) -> bool:
        """Whether a subject is kin of somebody who is not shown to be of its gender: Tom Vale's mother."""
        sign = self.census.genders.of(subject.head)
        if not sign or subject.head not in words_of("roles", self.narration.profile, kin=True):
            return False
        whose = [person for _, person in self.census.between(subject.span.start, subject.span.end)]
        return len(whose) == 1 and whose[0].gender * sign <= 0

    def _without_name(self, subject: Mention) -> Person:
        """Whom a description means that stands for no name."""
        printed = subject.span.of(self.text)
        return self._unnamed.setdefault(
            printed.casefold(), Person(printed, parse_name(printed, self.narration.profile))
        )

    # Descriptions.

    def _described(self, mention: Mention) -> Resolved | None:
        """Whom a description means: the last, or the next, of whom the same is said."""
        asked = self._description(mention)
        if asked is None or self.is_plural(asked.head):
            return None
        opens = mention.first == 0 and mention.span.of(self.text)[:1].isupper()
        if not (asked.definite or opens):
            return None
        spot = self._earlier(asked, mention) or self._later(asked, mention)
        if spot is None:
            return None
        naming, person = spot
        return Resolved(person, Resolution.DESCRIBED, Span(naming.start, naming.end))

    def _description(self, mention: Mention) -> Description | None:
        return self._description_of(mention.span.of(self.text))

    def _description_of(self, printed: str) -> Description | None:
        return described_by(printed, self.narration.grammar, self.narration.profile)

    def _earlier(self, asked: Description, mention: Mention) -> tuple[Naming, Person] | None:
        """Who is meant by the nearest place before where such a noun stands; None where that is nobody."""
        begin = max(0, mention.span.start - FAR_BACK)
        places = list(self._occurrences(asked, begin, mention.span.start))[-OCCURRENCES:]
        for at in reversed(places):
            if self.census.in_quote(at):
                continue
            whose = self._described_at(at, asked)
            if whose is not None:
                return whose
            if self._is_of_another(at, asked):
                return None
        return None

    def _later(self, asked: Description, mention: Mention) -> tuple[Naming, Person] | None:
        """The same ahead: a headline says what somebody is before the text says the name."""
        end = min(len(self.text), mention.span.end + FAR_AHEAD)
        for at in list(self._occurrences(asked, mention.span.end, end))[:FEW_AHEAD]:
            whose = None if self.census.in_quote(at) else self._described_at(at, asked)
            if whose is not None:
                return whose
        return None

    def _occurrences(self, asked: Description, start: int, end: int) -> Iterator[int]:
        """Where a noun for the same stands."""
        for match in _nouns_like(asked.head, self.narration.profile).finditer(self.text, start, end):
            yield match.start()

    def _described_at(self, at: int, asked: Description) -> tuple[Naming, Person] | None:
        """Who is called so at a place: in the name, before it or after its comma."""
        is_body = self.narration.grammar.is_body(asked.head)
        for naming in self.census.around(at, BESIDE):
            person = self.census.whose(naming)
            if naming.start <= at < naming.end:
                return (naming, person) if is_body and not asked.modifiers - asked.proper else None
            if (is_body or self.census.is_person(person)) and self._is_called(naming, at, asked):
                return naming, person
        return None

    def _is_called(self, naming: Naming, at: int, asked: Description) -> bool:
        """Whether what stands beside a name, on the side of an offset, says the same."""
        known = self.census.described(naming, front=at < naming.start)
        return any(fits(asked, one, self.narration.profile) for one in known)

    def _is_of_another(self, at: int, asked: Description) -> bool:
        """Whether a noun at a place brings in somebody without a name, whom the description then means."""
        before = self.text[max(0, at - 40) : at].replace("\n", " . ").lower().split()[-4:]
        indefinite = self._referring("indefinite")
        return any(word in indefinite for word in before)

    def _epithet(self, mention: Mention) -> Resolved | None:
        """Whom "the 21-year-old" or "the Norwegian" means: whom a pronoun in its place would mean."""
        printed = mention.span.of(self.text)
        opens = printed.partition(" ")[0].lower()
        if opens not in self._referring("definite") or len(printed) > EPITHET or self.is_plural(mention.head):
            return None
        holds = self._holds_of(mention)
        if holds is None:
            return None
        found = self._he_or_she(mention, int(self.census.genders.of(mention.head)))
        if found.person is None or found.person in self._unnamed.values() or not holds(found, mention):
            return None
        return attrs.evolve(found, rule=Resolution.EPITHET)

    def _holds_of(self, mention: Mention) -> Callable[[Resolved, Mention], bool] | None:
        """What must hold of whom an epithet means; None where a mention is no epithet."""
        if self._says_nothing_of_office(mention):
            return lambda found, mention: True
        if self._varies(mention):
            return self._is_in_view
        maker = mention.head in words_of("terms", self.narration.profile, role="maker")
        return self._has_a_work if maker else None

    def _varies(self, mention: Mention) -> bool:
        """Whether a role is a second word for somebody, as nobody has come in by it: the striker."""
        asked = self._description(mention)
        if asked is None:
            return False
        often = asked.head in words_of("roles", self.narration.profile, epithet=True)
        if not (often or asked.ranks & words_of("ranks", self.narration.profile, past=True)):
            return False
        paragraph, sentence = self.narration.locate(mention.span.start)
        after = self.narration.sentences(paragraph)[sentence].at(mention.last + 1)
        if after.classes & (GENITIVE | ADDRESSING):  # "the former aide to Vale" may be anybody
            return False
        begin = max(0, mention.span.start - FAR_BACK)
        places = self._occurrences(asked, begin, mention.span.start)
        return all(self.census.in_quote(at) or self._is_of_nobody(at) for at in places)

    def _is_of_nobody(self, offset: int) -> bool:
        """Whether a noun at a place is of several, of whom somebody may be one, or tells how something is.

        "Experts say"; "expert-approved plants".
        """
        found = _LETTERS.match(self.text, offset)
        if found is None:
            return False
        joined = self.text[found.end() : found.end() + 2]
        return self.is_plural(found[0].lower()) or (joined[:1] == "-" and joined[1:].islower())

    def _is_in_view(self, found: Resolved, mention: Mention) -> bool:
        """Whether somebody was spoken of, and surely, in one of the sentences before, or alone speaks."""
        if found.antecedent is None or found.share < VARIED:
            return False
        until = bisect.bisect_left(self._spoken, mention.span.start, key=lambda one: one[0])
        if {person for _, person in self._spoken[:until]} == {found.person}:
            return True
        paragraph, sentence = self.narration.locate(mention.span.start)
        near = self.discourse.before(paragraph, sentence, IN_VIEW + 1)[1:]
        return self.narration.locate(found.antecedent.start) in near

    def _has_a_work(self, found: Resolved, mention: Mention) -> bool:
        """Whether a work is spoken of where one person alone is named: "Ruth Vale's novel sold"."""
        if found.antecedent is None:
            return False
        works = words_of("terms", self.narration.profile, role="work")
        paragraph, sentence = self.narration.locate(found.antecedent.start)
        place = self.narration.sentences(paragraph)[sentence]
        people = {person for _, person in self.census.between(place.start, place.end)}
        alone = not any(self.census.is_person(person) for person in people - {found.person})
        return alone and any(token.lower in works for token in place.tokens)

    def _says_nothing_of_office(self, mention: Mention) -> bool:
        """Whether a description can be of anybody who was spoken of: an age, a country, a parent."""
        profile = self.narration.profile
        of_age = mention.head.endswith(tuple(self._referring("age")))
        return of_age or mention.head in words_of("epithets", profile) or self._counts_children(mention)

    def _counts_children(self, mention: Mention) -> bool:
        """Whether a relation says of how many, and of nobody: "the mother of four"."""
        paragraph, sentence = self.narration.locate(mention.span.start)
        place = self.narration.sentences(paragraph)[sentence]
        of = mention.last - 1 if place.at(mention.last - 1).classes & GENITIVE else mention.last + 1
        preposition, number, after = (place.at(of + n) for n in range(3))
        return bool(
            mention.head in words_of("roles", self.narration.profile, kin=True)
            and preposition.classes & GENITIVE
            and (number.kind == NUMBER or number.classes & PARTITIVE)
            and (after.kind not in (WORD, NAME) or after.classes & CLOSED)
        )

    def is_plural(self, noun: str) -> bool:
        """Whether a noun is of several: the pilots, the policemen, but not the witness."""
        plural, singular = tuple(self._referring("plural")), tuple(self._referring("singular"))
        return noun.endswith(plural) and not noun.endswith(singular)

    def _referring(self, kind: str) -> frozenset[str]:
        """The language's words of a kind that show whom a mention means."""
        return words_of("references", self.narration.profile, kind=kind)

    # Speakers.

    def speaker(self, mention: Mention, person: Person | None) -> Speaker | None:
        """The model of a mention's person; of the mention itself where it only describes somebody."""
        if person is None:
            return self._as_printed(mention)
        if person.known is not None:
            return person.known
        if person in self._unnamed.values():
            return Speaker(_spaced(person.name), kind=self._kind_without_name(mention))
        forms = sorted(person.forms, key=lambda form: person.forms[form])
        if mention.kind == MentionKind.NOMINAL:
            forms.append(mention.span.of(self.text))
        kind = SpeakerKind.PERSON if self.census.is_person(person) else SpeakerKind.BODY
        name, others = _spaced(person.name), dict.fromkeys(map(_spaced, forms))
        return Speaker(name, aliases=tuple(form for form in others if form != name), kind=kind)

    def _kind_without_name(self, mention: Mention) -> SpeakerKind:
        if mention.head in self._pronouns.neuter:
            return SpeakerKind.BODY
        return SpeakerKind.GROUP if mention.head in self._pronouns.plural else SpeakerKind.ROLE

    def _as_printed(self, mention: Mention) -> Speaker | None:
        """The mention as its own speaker; a pronoun that nothing explains is nobody's name."""
        if mention.kind == MentionKind.PRONOUN:
            return None
        printed = _spaced(mention.span.of(self.text))
        if printed.casefold() in self.known:
            return self.known[printed.casefold()]
        if self.narration.grammar.is_body(mention.head):
            return Speaker(printed, kind=SpeakerKind.BODY)
        one = printed.lower().startswith(tuple(f"{words} " for words in self._referring("one")))
        several = not one and (self.is_plural(mention.head) or self._is_group(mention))
        return Speaker(printed, kind=SpeakerKind.GROUP if several else SpeakerKind.ROLE)


def _is_later(candidate: Candidate, own: Resolved) -> bool:
    """Whether a text names somebody only after a role, or in it: The mayor of Aas ... the Aas Lancet."""
    back, _, nearest = candidate.references[0]
    role = own.antecedent
    return back < 0 or (role is not None and role.start <= nearest.start < role.end)


@functools.lru_cache(maxsize=1 << 10)
def _nouns_like(noun: str, profile: LanguageProfile) -> re.Pattern[str]:
    """An expression for a noun and the others that say the same."""
    alternatives = sorted(nouns(profile).get(noun, frozenset({noun})))
    return re.compile(any_word(alternatives, compounded=grammar(profile).syntax.nouns_are_compounded))


def _spaced(name: str) -> str:
    """A name as it is looked for: with plain spaces, where a page has some at which no line may break."""
    return name if name.isascii() else " ".join(name.split())
