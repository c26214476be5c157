"""Whom "he" and "she" may mean: of whom the text speaks around them, less whom it shows to be another."""

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator

from quoteverify.reading.people.antecedents import Pronoun, Referent
from quoteverify.reading.people.discourse import (
    FARTHEST_BACK,
    SENTENCES_BACK,
    Reference,
    ReferenceForm,
    Standing,
)
from quoteverify.reading.people.names.genders import ALONE
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.newcomers import Newcomers
from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.people.resolution import Cast, bylines
from quoteverify.reading.syntax.mentions import Mention
from quoteverify.reading.syntax.tokens import QUOTE, WORD
from quoteverify.reading.syntax.word_classes import ROLE
from quoteverify.text.language import LanguageProfile

NEAR = 2
"""In sentences: how near somebody stands who has been said to be he or she."""
SENTENCES_AHEAD = 3
"""How far ahead the name of a pronoun is looked for that comes before it."""
OPENS = 12
"""In code points: a pronoun this near to the start of its sentence is among its first words."""
FEW_SPEAKERS = 2
"""In quotations: how many before a pronoun may be of whom it means, though no name stands near."""
SURELY_OTHER = -3.0
"""Evidence of gender beyond which a name is no candidate: a title or a relation says the other."""

_ACTS = (Standing.SUBJECT, Standing.CLAUSE, Standing.OBJECT)
"""What somebody is whom a pronoun in the same sentence may mean: "Vale said Aas hid as he was late"."""


@functools.lru_cache(maxsize=8)
def _dies(profile: LanguageProfile) -> re.Pattern[str]:
    """What stands behind a subject who died, past an age or what else commas set off: Tom Vale, 41, died."""
    told = "|".join(sorted(map(re.escape, words_of("references", profile, kind="dies")), reverse=True))
    return re.compile(rf"(?:,[^,.\n]{{1,40}},)?\s(?:{told})\b" if told else "(?!)")


class Referents:
    """Whom the pronouns of one text may mean.

    Attributes:
        newcomers: Those without a name who come into the text.

    Args:
        cast: The people of the text.
        newcomers: Those without a name who come into it.
    """

    def __init__(self, cast: Cast, newcomers: Newcomers) -> None:
        self.newcomers = newcomers
        self._cast = cast
        self._narration = cast.narration
        self._text = cast.text
        self._census = cast.census
        self._discourse = cast.discourse
        self._pronouns = pronouns(cast.narration.profile)

    def case(self, mention: Mention, sign: int) -> tuple[Pronoun, list[Referent]]:
        """A pronoun with what surrounds it, and all whom it may mean, the nearest first.

        Args:
            mention: The pronoun.
            sign: 1 for "she", -1 for "he".
        """
        start = mention.span.start
        paragraph, sentence = self._narration.locate(start)
        among: list[Referent] = []
        for most in (SENTENCES_BACK, FARTHEST_BACK):
            places = self._discourse.before(paragraph, sentence, most)
            self._discourse.read(places[1:], self.newcomers.subject_means)
            found = self._spoken_of(start, paragraph, sentence, places)
            among = self._possible(list(found.values()), sign)
            if among:
                break
        return self._surroundings(mention, sign, paragraph, sentence), among

    def _possible(self, found: list[Referent], sign: int) -> list[Referent]:
        """Whom of those spoken of "he" or "she" may mean, by what the text shows of each of them."""
        near = [c for c in found if self.can_be(c.person, sign) and not self._is_far_role(c)]
        among = [c for c in near if not (self._was(c, -sign) or self._has_kin_or_aide(c, -sign, found))]
        among = self._living(self._less_those_who_act(among, sign))
        among = self._without_owners(among, sign)
        # "Ruth Vale met her brother Tom. ... he said": where a relation says he, who has been "her" is not.
        if any(c.person.titled * sign > 0 and 0 <= c.references[0][0] <= NEAR for c in among):
            return [c for c in among if c.person.gender * sign > -1]
        return among

    def _without_owners(self, among: list[Referent], sign: int) -> list[Referent]:
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
    ) -> dict[Person, Referent]:
        """Everybody of whom the sentences before and right after a pronoun speak, and who spoke last."""
        found: dict[Person, Referent] = {}
        for back, (p, s) in enumerate(places):
            for reference in reversed(self._discourse.references(p, s)):
                # "The mayor, he said, lied": the two are not one.
                if reference.end < start - 2:
                    candidate = found.setdefault(reference.person, Referent(reference.person))
                    candidate.references.append((back, paragraph - p, reference))
        for ahead, (p, s) in enumerate(self._narration.following(paragraph, sentence, SENTENCES_AHEAD), 1):
            for reference in self._discourse.named(p, s):  # of what comes, it counts who and how far
                if reference.person not in found:
                    found[reference.person] = Referent(reference.person, [(-ahead, paragraph - p, reference)])
        for person, reference in self._spoke_last(start):
            if person not in found:
                far = paragraph - self._narration.locate(reference.start)[0]
                found[person] = Referent(person, [(SENTENCES_BACK, far, reference)])
        return found

    def _spoke_last(self, offset: int) -> Iterator[tuple[Person, Reference]]:
        """Who has spoken last before an offset, however far the name stands back: an interview names once."""
        spoken = self._cast.spoken_before(offset)
        for until, person in spoken[-FEW_SPEAKERS:]:
            yield person, Reference(person, until, until, Standing.OTHER, ReferenceForm.PRONOUN)

    def can_be(self, person: Person, sign: int) -> bool:
        """Whether somebody can be he or she at all."""
        if person.titled * sign < 0 or person in self._authors:
            return False
        if not self._cast.has_no_name(person) and not self._census.kinds.may_be_person(person):
            return False
        return person.titled * sign > 0 or person.gender * sign > SURELY_OTHER

    @functools.cached_property
    def _authors(self) -> frozenset[Person]:
        """Who is named in a byline and nowhere else, and tells of others: By Ruth Vale."""
        lines = list(bylines(self._cast))
        signed = {person for line in lines for _, person in self._census.between(line.start, line.end)}
        last = max((line.end for line in lines), default=0)
        return frozenset(person for person in signed if person.starts and person.starts[-1] < last)

    def _was(self, candidate: Referent, sign: int) -> bool:
        """Whether a pronoun of a gender has meant somebody right before, of whom nothing else shows one.

        A pronoun of a clause behind the name is too unsure: "Ruth Vale said Tom would come if *he* could".
        """
        signs = self._pronouns.signs
        named = {back for back, _, reference in candidate.references if reference.names}
        said = (
            r
            for back, _, r in candidate.references
            if r.form is ReferenceForm.PRONOUN and r.end > r.start
            if r.standing is Standing.SUBJECT or (r.reports and back not in named)
            if not self._may_be_another(r)
        )
        words = (self._text[reference.start : reference.end].lower() for reference in said)
        return not candidate.person.titled and any(signs.get(word) == sign for word in words)

    def _is_far_role(self, candidate: Referent) -> bool:
        """Whether somebody is but a role that stands not right before, and may be whoever is named."""
        back, paragraphs, reference = candidate.references[0]
        if not self._cast.has_no_name(candidate.person):
            return False
        far = back > 1 or (paragraphs > 0 and reference.names)
        return far and self.newcomers.is_definite(candidate.person)

    def _less_those_who_act(self, among: list[Referent], sign: int) -> list[Referent]:
        """Who may be meant, less who did something to her, unless all others are of the other gender.

        Then it is herself: "Vale said that the idea had come to her".
        """
        others = [c for c in among if not self._acts_on(c, sign)]
        return others if any(c.person.gender * sign > -ALONE for c in others) else among

    def _acts_on(self, candidate: Referent, sign: int) -> bool:
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
            person is not one.person and self.can_be(person, sign)
            for _, person in self._census.between(one.end, at)
        )

    def _living(self, among: list[Referent]) -> list[Referent]:
        """The candidates less those who died before, if somebody else has said something.

        Else it may be an obituary: "Bo Vale, who died, was Aas's pupil. “I was a bad one,” he once said".
        """
        living = [c for c in among if not self._has_died(c)]
        return living if any(c.person.spoke >= 0 for c in living) else among

    def _has_died(self, candidate: Referent) -> bool:
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

    def _has_kin_or_aide(self, candidate: Referent, sign: int, others: Iterable[Referent]) -> bool:
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
