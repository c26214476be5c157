"""People without a name who come into a text: "A policeman came in. He ..."; "Her lawyer wept. He ..."."""

from collections.abc import Callable

from quoteverify.reading.people.antecedents import Referent
from quoteverify.reading.people.discourse import Reference, ReferenceForm, Standing
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.people.resolution import Cast
from quoteverify.reading.syntax.cues.report import CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.word_classes import PRONOUN


class Newcomers:
    """Those without a name who come into one text.

    Args:
        cast: The people of the text.
        person: Whom a mention means.
    """

    def __init__(self, cast: Cast, person: Callable[[Mention], Person | None]) -> None:
        self._cast = cast
        self._narration = cast.narration
        self._text = cast.text
        self._census = cast.census
        self._pronouns = pronouns(cast.narration.profile)
        self._person = person

    def subject_means(self, subject: Mention) -> Person | None:
        """Whom a subject without a name means, for those who look back to it."""
        if subject.kind == MentionKind.PRONOUN:
            return self._person(subject) if subject.head in self._pronouns.signs else None
        if subject.kind == MentionKind.NAME:
            return None
        return self._person(subject) or self.newcomer(subject)

    def newcomer(self, subject: Mention) -> Person | None:
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
        """Whether a subject is kin or an aide of a name that is not of its gender, or who speaks: Vale's son.

        Before a name that does nothing in the text an aide may be whoever was named: the head of Aas Media.
        """
        sign = self._census.index.genders.of(subject.head)
        whose = list(self._census.between(subject.span.start, subject.span.end))
        if len(whose) != 1:
            return False
        ((naming, person),) = whose
        kinds = self._census.kinds
        known = bool(person.parsed.gender) or (kinds.is_person(person) and not kinds.is_doubtful(person))
        front = self._text[subject.span.start : naming.start].split()
        opens = not front or (len(front) == 1 and bool(self._census.index.title_at(naming.start)))
        acts = bool(person.subjects) or person.spoke >= 0 or opens
        kin = subject.head in words_of("roles", self._narration.profile, kin=True)
        return known and (acts or kin) and (person.gender * sign <= 0 or self._says(subject))

    def _says(self, subject: Mention) -> bool:
        """Whether a subject says something: Mr Vale's spokesman *said* it was late. He."""
        reports = self._narration.reports(*self._narration.locate(subject.span.start))
        return any(one.mention.span == subject.span and one.kind == CueKind.SAY for one in reports)

    def last_before(self, among: list[Referent], sign: int) -> Referent | None:
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
        of_a_name = named and not self.is_definite(last.person)  # "the Democratic nominee" is nobody's
        return last if of_a_name or self._owner(last.person) * sign < 0 else None

    def _comes_in(self, candidate: Referent, sign: int) -> bool:
        """Whether somebody is the subject of a sentence, or of its clause where the owner cannot be meant.

        "Vale left, but her son stayed. He": not "Vale was ill when her mother left. She". Or who spoke for
        somebody right before: "Vale declined to comment through a spokeswoman. She".
        """
        standing = candidate.nearest.standing
        if standing is Standing.OBLIQUE and candidate.nearest.form is ReferenceForm.DESCRIBED:
            return candidate.references[0][0] == 1
        behind = standing is Standing.CLAUSE and self._owner(candidate.person) * sign < 0
        return standing is Standing.SUBJECT or behind or self._adds(candidate, sign)

    def _adds(self, candidate: Referent, sign: int) -> bool:
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

    def is_definite(self, person: Person) -> bool:
        """Whether a description is of somebody who is known already: the mayor."""
        return person.name.partition(" ")[0].lower() in self._cast.referring("definite")
