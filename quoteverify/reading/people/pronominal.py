"""Pronouns to people: "he" and "she" to the likeliest of those spoken of so far, "it" to the last body.

Where none is likely enough, a pronoun means nobody.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator

from quoteverify.models import Span
from quoteverify.reading.people.addressees import asked
from quoteverify.reading.people.antecedents import Candidate, Pronoun, choose
from quoteverify.reading.people.discourse import FARTHEST_BACK, SENTENCES_BACK, Form, Reference, Standing
from quoteverify.reading.people.names.genders import ALONE
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.people.resolution import Cast, Resolution, Resolved
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.tokens import QUOTE, WORD
from quoteverify.reading.syntax.word_classes import (
    CUE,
    PARTICIPLE,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PRONOUN,
    ROLE,
)
from quoteverify.text.language import LanguageProfile

LEAST = 0.4
"""The share of the likelihood under which a pronoun keeps its mention: below it, more than four of ten
choices were wrong where names were read by hand (``tests/bench/train_antecedents.py``)."""
NEAR = 2
"""In sentences: how near somebody stands who has been said to be he or she."""
NEWCOMER = 0.7
"""The share stated for somebody without a name whose role shows the gender: as for a likely choice."""
ASKED = 0.7
"""The share stated for somebody who was asked, and then says something: as for a likely choice."""
REACTION = 4
"""In tokens: "He shook his head." is longer than what one who was asked does at once (a guard)."""
SENTENCES_AHEAD = 3
"""How far ahead the name of a pronoun is looked for that comes before it."""
OPENS = 12
"""In code points: a pronoun this near to the start of its sentence is among its first words."""
FEW_SPEAKERS = 2
"""In quotations: how many before a pronoun may be of whom it means, though no name stands near."""
SURELY_OTHER = -3.0
"""Evidence of gender beyond which a name is no candidate: a title or a relation says the other."""
BYLINES = 4
"""In paragraphs: how far down a byline stands."""
LONGEST_BYLINE = 80
"""In code points."""

_ACTS = (Standing.SUBJECT, Standing.CLAUSE, Standing.OBJECT)
"""What somebody is whom a pronoun in the same sentence may mean: "Vale said Aas hid as he was late"."""

Means = Callable[[Mention, str], Person | None]
"""Whom a subject is, for a pronoun that may stand for it."""


@functools.lru_cache(maxsize=8)
def _dies(profile: LanguageProfile) -> re.Pattern[str]:
    """What stands behind a subject who died, past an age or what else commas set off: Tom Vale, 41, died."""
    told = "|".join(sorted(map(re.escape, words_of("references", profile, kind="dies")), reverse=True))
    return re.compile(rf"(?:,[^,.\n]{{1,40}},)?\s(?:{told})\b" if told else "(?!)")


def _clashes(person: Person, sign: int) -> bool:
    """Whether the text shows somebody to be the other than a pronoun says."""
    return person.titled * sign < 0 or person.gender * sign < 0


class Pronominal:
    """Whom the pronouns of one text mean.

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

    def resolve(self, mention: Mention) -> Resolved:
        """Whom a pronoun means."""
        known = self._pronouns
        if mention.head in known.signs:
            return self.likeliest(mention, known.signs[mention.head])
        if mention.head in known.neuter:
            return self._last_of(mention, Resolution.NEUTER, self._body)
        if mention.head in known.plural:
            return self._last_of(mention, Resolution.PLURAL, self._several)
        if mention.head in known.author and (narrator := self._narrator()) is not None:
            return narrator
        return Resolved(None, Resolution.OPEN)

    def likeliest(self, mention: Mention, sign: int) -> Resolved:
        """The likeliest person for "he" or "she", if one is likely enough."""
        answering = self._who_was_asked(mention, sign) or self._who_is_asked(mention, sign)
        if answering is not None:
            return answering
        own = self._subject_of_its_sentence(mention, sign)
        if own is not None and own.person is not None and not self._cast.has_no_name(own.person):
            return own
        pronoun, among = self.case(mention, sign)
        newcomer = self._newcomer_before(among, sign)
        if newcomer is not None:
            return Resolved(newcomer.person, Resolution.NEWCOMER, self._antecedent(newcomer), NEWCOMER)
        best = choose(pronoun, among, self._census, self._narration.profile)
        if own is not None and (best is None or _is_later(best[0], own)):
            return own
        if best is None or best[1] < LEAST or self._is_doubtful(best[0], among, mention, sign):
            return Resolved(None, Resolution.OPEN, share=best[1] if best else 0.0)
        candidate, share = best
        return Resolved(candidate.person, Resolution.PRONOUN, self._antecedent(candidate), share)

    def _is_doubtful(
        self, candidate: Candidate, among: Iterable[Candidate], mention: Mention, sign: int
    ) -> bool:
        """Whether a pronoun may as well mean another than the likeliest."""
        if self._is_against_another(candidate, among, sign) or self._is_one_of_two(candidate, among, sign):
            return True
        return candidate.person.titled * sign <= 0 and self._is_of_an_owner_before(mention, sign)

    def _is_against_another(self, candidate: Candidate, among: Iterable[Candidate], sign: int) -> bool:
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

    def _is_one_of_two(self, candidate: Candidate, among: Iterable[Candidate], sign: int) -> bool:
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

    def _newcomer_before(self, among: list[Candidate], sign: int) -> Candidate | None:
        """Somebody without a name who came in last, in a role of this gender: "A policeman came in. He".

        Those who marked the training articles gave a name to every pronoun, so no weight can be learned.
        """
        subjects = [c for c in among if c.references[0][0] >= 0 and self._comes_in(c, sign)]
        last = max(subjects, key=lambda c: c.nearest.start, default=None)
        if last is None or not self._cast.has_no_name(last.person) or last.nearest.names is False:
            return None
        shown = last.person.titled or self._says_of_itself(last.nearest)
        if shown or not sign:  # another word for somebody is for one with a name
            return last if shown * sign > 0 else None
        # "Ruth Vale's lawyer wept. He"; "Ruth left. Her lawyer wept. He"
        named = next(self._census.between(last.nearest.start, last.nearest.end), None) is not None
        of_a_name = named and not self._is_definite(last.person)  # "the Democratic nominee" is nobody's
        return last if of_a_name or self._owner(last.person) * sign < 0 else None

    def _comes_in(self, candidate: Candidate, sign: int) -> bool:
        """Whether somebody is the subject of a sentence, or of its clause where the owner cannot be meant.

        "Vale left, but her son stayed. He": not "Vale was ill when her mother left. She". Or who spoke for
        somebody right before: "Vale declined to comment through a spokeswoman. She".
        """
        standing = candidate.nearest.standing
        if standing is Standing.OBLIQUE and candidate.nearest.form is Form.DESCRIBED:
            return candidate.references[0][0] == 1
        behind = standing is Standing.CLAUSE and self._owner(candidate.person) * sign < 0
        return standing is Standing.SUBJECT or behind or self._adds(candidate, sign)

    def _adds(self, candidate: Candidate, sign: int) -> bool:
        """Whether somebody's words were the last: "Vale was silent, but a spokesman said: “No.” He added"."""
        back, _, nearest = candidate.references[0]
        opens = self._text[nearest.start : nearest.end].partition(" ")[0].lower()
        new = nearest.reports and opens in self._cast.referring("indefinite")
        return new and back == 1 and candidate.person.titled * sign > 0

    def _owner(self, person: Person) -> int:
        """The gender of whoever somebody without a name is called by, 1 for "her lawyer", -1 for "his"."""
        if not self._cast.has_no_name(person):
            return 0
        return self._pronouns.signs.get(person.name.partition(" ")[0].lower(), 0)

    def _says_of_itself(self, subject: Reference) -> int:
        """The gender that a report shows of whose it is: "A farmer said *he* had sold two bullocks"."""
        opens = self._text[subject.start : subject.end].partition(" ")[0].lower()
        if not subject.reports or opens not in self._cast.referring("indefinite"):
            return 0
        paragraph, sentence = self._narration.locate(subject.start)
        tokens = self._narration.sentences(paragraph)[sentence].tokens
        signs = self._pronouns.signs
        own = next((token for token in tokens if token.start > subject.end and token.lower in signs), None)
        if own is None or not own.classes & PRONOUN:
            return 0
        between = self._census.between(subject.end, own.start)
        return (
            0 if any(self._census.kinds.may_be_person(person) for _, person in between) else signs[own.lower]
        )

    def _antecedent(self, candidate: Candidate) -> Span | None:
        """Where the nearest reference that is a name or a description stands."""
        near = next((r for _, _, r in candidate.references if r.names), None)
        if near is not None:
            return Span(near.start, near.end)
        first = candidate.person.forms.get(candidate.person.name)
        return Span(first, first + len(candidate.person.name)) if first is not None else None

    def subject_means(self, subject: Mention) -> Person | None:
        """Whom a subject without a name means, for those who look back to it."""
        if subject.kind == MentionKind.PRONOUN:
            return self._person(subject) if subject.head in self._pronouns.signs else None
        if subject.kind == MentionKind.NAME:
            return None
        return self._person(subject) or self._newcomer(subject)

    def _newcomer(self, subject: Mention) -> Person | None:
        """Somebody without a name who comes in: "A policeman came in. He ..." hides the names before."""
        opens = subject.span.of(self._text).partition(" ")[0].lower()
        grammar = self._narration.grammar
        article = self._cast.referring("indefinite") | self._cast.referring("definite")
        new = opens in article or opens in grammar.possessives
        if not new and not self._is_somebodys(subject):
            return None
        if not grammar.is_person(subject.head) or self._cast.is_plural(subject.head):
            return None
        return self._cast.without_name(subject)

    def _is_somebodys(self, subject: Mention) -> bool:
        """Whether a subject is kin or an aide of a name that is not shown to be of its gender: Vale's son.

        Before a name that does nothing in the text an aide may be whoever was named: the head of Aas Media.
        """
        sign = self._census.index.genders.of(subject.head)
        whose = list(self._census.between(subject.span.start, subject.span.end))
        if len(whose) != 1:
            return False
        ((naming, person),) = whose
        known = self._census.kinds.is_person(person) and not self._census.kinds.is_doubtful(person)
        acts = bool(person.subjects) or person.spoke >= 0 or naming.start == subject.span.start
        kin = subject.head in words_of("roles", self._narration.profile, kin=True)
        return known and (acts or kin) and person.gender * sign <= 0

    def case(self, mention: Mention, sign: int) -> tuple[Pronoun, list[Candidate]]:
        """A pronoun with what surrounds it, and all whom it may mean, the nearest first.

        Args:
            mention: The pronoun.
            sign: 1 for "she", -1 for "he".
        """
        start = mention.span.start
        paragraph, sentence = self._narration.locate(start)
        among: list[Candidate] = []
        for most in (SENTENCES_BACK, FARTHEST_BACK):
            places = self._discourse.before(paragraph, sentence, most)
            self._discourse.read(places[1:], self.subject_means)
            found = self._spoken_of(start, paragraph, sentence, places)
            among = self._possible(list(found.values()), sign)
            if among:
                break
        return self._surroundings(mention, sign, paragraph, sentence), among

    def _possible(self, found: list[Candidate], sign: int) -> list[Candidate]:
        """Whom of those spoken of "he" or "she" may mean, by what the text shows of each of them."""
        near = [c for c in found if self._can_be(c.person, sign) and not self._is_far_role(c)]
        among = [c for c in near if not (self._was(c, -sign) or self._has_kin_or_aide(c, -sign, found))]
        among = self._living(self._less_those_who_act(among, sign))
        among = self._without_owners(among, sign)
        # "Ruth Vale met her brother Tom. ... he said": where a relation says he, who has been "her" is not.
        if any(c.person.titled * sign > 0 and 0 <= c.references[0][0] <= NEAR for c in among):
            return [c for c in among if c.person.gender * sign > -1]
        return among

    def _without_owners(self, among: list[Candidate], sign: int) -> list[Candidate]:
        """Who may be meant, less whose kin the last subject is: Vale's wife, *Ada*, left. *She* said."""
        told = {
            c.references[0][0]
            for c in among
            if c.person.gender * sign >= -SURELY_OTHER and c.nearest.standing is Standing.SUBJECT
        }
        nearest = min((c.references[0][0] for c in among if c.references[0][0] >= 0), default=0)
        if nearest not in told:
            return among
        return [
            c
            for c in among
            if c.references[0][0] != nearest
            or c.nearest.standing is not Standing.OWNER
            or c.person.gender * sign > 0
        ]

    def _spoken_of(
        self, start: int, paragraph: int, sentence: int, places: list[tuple[int, int]]
    ) -> dict[Person, Candidate]:
        """Everybody of whom the sentences before and right after a pronoun speak, and who spoke last."""
        found: dict[Person, Candidate] = {}
        for back, (p, s) in enumerate(places):
            for reference in reversed(self._discourse.references(p, s)):
                # "The mayor, he said, lied": the two are not one.
                if reference.end < start - 2:
                    candidate = found.setdefault(reference.person, Candidate(reference.person))
                    candidate.references.append((back, paragraph - p, reference))
        for ahead, (p, s) in enumerate(self._narration.following(paragraph, sentence, SENTENCES_AHEAD), 1):
            for reference in self._discourse.named(p, s):  # of what comes, it counts who and how far
                if reference.person not in found:
                    found[reference.person] = Candidate(
                        reference.person, [(-ahead, paragraph - p, reference)]
                    )
        for person, reference in self._spoke_last(start):
            if person not in found:
                far = paragraph - self._narration.locate(reference.start)[0]
                found[person] = Candidate(person, [(SENTENCES_BACK, far, reference)])
        return found

    def _spoke_last(self, offset: int) -> Iterator[tuple[Person, Reference]]:
        """Who has spoken last before an offset, however far the name stands back: an interview names once."""
        spoken = self._cast.spoken_before(offset)
        for until, person in spoken[-FEW_SPEAKERS:]:
            yield person, Reference(person, until, until, Standing.OTHER, Form.PRONOUN)

    def _can_be(self, person: Person, sign: int) -> bool:
        """Whether somebody can be he or she at all."""
        if person.titled * sign < 0:
            return False
        if not self._cast.has_no_name(person) and not self._census.kinds.may_be_person(person):
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
        words = (self._text[reference.start : reference.end].lower() for reference in said)
        return not candidate.person.titled and any(signs.get(word) == sign for word in words)

    def _is_far_role(self, candidate: Candidate) -> bool:
        """Whether somebody is but a role that stands not right before, and may be whoever is named."""
        back, paragraphs, reference = candidate.references[0]
        if not self._cast.has_no_name(candidate.person):
            return False
        far = back > 1 or (paragraphs > 0 and reference.names)
        return far and self._is_definite(candidate.person)

    def _is_definite(self, person: Person) -> bool:
        """Whether a description is of somebody who is known already: the mayor."""
        return person.name.partition(" ")[0].lower() in self._cast.referring("definite")

    def _less_those_who_act(self, among: list[Candidate], sign: int) -> list[Candidate]:
        """Who may be meant, less who did something to her, unless all others are of the other gender.

        Then it is herself: "Vale said that the idea had come to her".
        """
        others = [c for c in among if not self._acts_on(c, sign)]
        return others if any(c.person.gender * sign > -ALONE for c in others) else among

    def _acts_on(self, candidate: Candidate, sign: int) -> bool:
        """Whether somebody right before did something to whom a pronoun means: "Tom Vale sacked her. She"."""
        if candidate.person.gender * sign > 0:
            return False
        return any(
            0 <= back <= 1 and one.names and one.standing in _ACTS and self._acts_on_another(one, sign)
            for back, _, one in candidate.references
        )

    def _acts_on_another(self, one: Reference, sign: int) -> bool:
        """Whether a subject acts on somebody who is not named behind it: not "Vale sued Ada Aas for her"."""
        at = self._census.acts_on(one.start, sign)
        return at is not None and not any(
            person is not one.person and self._can_be(person, sign)
            for _, person in self._census.between(one.end, at)
        )

    def _living(self, among: list[Candidate]) -> list[Candidate]:
        """The candidates less those who died before, if somebody else has said something.

        Else it may be an obituary: "Bo Vale, who died, was Aas's pupil. “I was a bad one,” he once said".
        """
        living = [c for c in among if not self._has_died(c)]
        return living if any(c.person.spoke >= 0 for c in living) else among

    def _has_died(self, candidate: Candidate) -> bool:
        """Whether the text tells before a pronoun that somebody died, of whom it has told no words."""
        dies = _dies(self._narration.profile)
        return candidate.person.spoke < 0 and any(
            back >= 0 and dies.match(self._text, reference.end) for back, _, reference in candidate.references
        )

    def _may_be_another(self, pronoun: Reference) -> bool:
        """Whether a pronoun's sentence speaks of others whom it may mean: "Vale said Aas hid as he"."""
        paragraph, sentence = self._narration.locate(pronoun.start)
        signs = self._pronouns.signs
        sign = signs.get(self._text[pronoun.start : pronoun.end].lower(), 0)
        place = self._discourse.references(paragraph, sentence)
        before = [one for one in place if one.end < pronoun.start and one.naming is not None]
        tokens = self._narration.sentences(paragraph)[sentence].tokens
        named = any(one.person is pronoun.person for one in before)
        if named and any(signs.get(token.lower) == -sign for token in tokens):
            return True  # "When Vale won, she wrote to him"
        others = {one.person for one in before if one.standing in _ACTS} - {pronoun.person}
        return any(self._census.kinds.is_person(person) for person in others)

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
        paragraph, sentence = self._narration.locate(reference.start)
        behind = [
            t for t in self._narration.sentences(paragraph)[sentence].tokens if t.start >= reference.end
        ]
        near = itertools.takewhile(lambda token: token.kind == WORD, behind)
        return any(
            self._pronouns.signs.get(whose.lower) == sign and bool(one.classes & ROLE)
            for whose, one in itertools.pairwise(near)
        )

    def _surroundings(self, mention: Mention, sign: int, paragraph: int, sentence: int) -> Pronoun:
        start, place = mention.span.start, self._narration.sentences(paragraph)[sentence]
        opened = self._narration.paragraphs[paragraph].start
        spoken = self._cast.spoken_before(start)
        here = frozenset(
            person for _, person in spoken[bisect.bisect_left(spoken, opened, key=lambda one: one[0]) :]
        )
        first = self._discourse.references(paragraph, 0)
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
                for _, person in self._census.between(token.start, token.end)
            ),
        )

    def _last_of(self, mention: Mention, rule: Resolution, means: Means) -> Resolved:
        """The last subject before "it" or "they" that it can stand for."""
        paragraph, sentence = self._narration.locate(mention.span.start)
        for p, s in self._discourse.before(paragraph, sentence):
            for subject in self._reporting_first(p, s):
                if subject.span.end < mention.span.start - 2:
                    person = means(subject, mention.head)
                    if person is not None:
                        return Resolved(person, rule, subject.span)
        if rule is Resolution.PLURAL:
            one = self._source_before(mention) or self._one_of_no_gender(mention)
            if one is not None:
                return one
        return Resolved(None, Resolution.OPEN)

    def _source_before(self, mention: Mention) -> Resolved | None:
        """Somebody without a name or gender who comes in right before: "A source spoke. “No,” they said"."""
        place = self._narration.locate(mention.span.start)
        indefinite = self._cast.referring("indefinite")
        for before in self._discourse.before(*place, 2)[1:]:
            subject = next(iter(self._narration.subjects(*before)), None)
            if subject is None or subject.kind != MentionKind.NOMINAL or subject.first:
                continue
            opens = subject.span.of(self._text).partition(" ")[0].lower()
            person = self._newcomer(subject) if opens in indefinite else None
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

    def _body(self, subject: Mention, pronoun: str) -> Person | None:
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

    def _several(self, subject: Mention, pronoun: str) -> Person | None:
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
        bylines = self._cast.referring("byline")
        for line in self._narration.paragraphs[:BYLINES]:
            opens = line.of(self._text).partition(" ")[0].lower()
            if opens in bylines and len(line) < LONGEST_BYLINE:
                for naming, person in self._census.between(line.start + len(opens), line.end):
                    return Resolved(person, Resolution.NARRATOR, Span(naming.start, naming.end))
        return None


def _is_later(candidate: Candidate, own: Resolved) -> bool:
    """Whether a text names somebody only after a role, or in it: The mayor of Aas ... the Aas Lancet."""
    back, _, nearest = candidate.references[0]
    role = own.antecedent
    return back < 0 or (role is not None and role.start <= nearest.start < role.end)
