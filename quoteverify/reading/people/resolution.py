"""Mentions to people: who "Vale", "she", "the pilot" and "Mr. Vale" are, in one text.

What the text itself shows decides: the fullest form of a name; for a pronoun, the last
subject that fits, walking back sentence by sentence; for a role or a body, the last name
that it stood beside.
"""

import functools
import re
from collections.abc import Iterable
from itertools import chain

from quoteverify.models import Span, Speaker, SpeakerKind
from quoteverify.reading.people.census import Census, Person
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.narration import Narration
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import parse_name

_SENTENCES_BACK = 14  # how far back an antecedent is looked for
_BESIDE = 60  # characters: how far a role or the word for a body stands off the name it describes
_SENTENCES_AHEAD = 4
_NAMES_BACK = 200
_NAMES_NEAR = 8
_NAMES_AHEAD = 12
_EPITHET = 40  # characters: a longer description tells its own person from the others
_EPITHET_BACK = 4
_APPOSITION = re.compile(r",\s((?:a|an|the|his|her|its|their|our|\w+['’]s)\b[^.,;:\n]*)")
_GROUP = re.compile(r"\band\b")
_NAMES_TOGETHER = re.compile(r"[^\W\d_a-z][\w'’-]* and (?:\w+\.? )?$")
_SIGNS = {"she": 1, "her": 1, "hers": 1, "he": -1, "his": -1, "him": -1}
_ONE_OF = ("one of ", "another of ")
_NEW = ("a ", "an ", "one ", "another ")
_NEUTER = frozenset(("it", "its"))
_PLURAL = frozenset(("they", "their", "theirs"))
_UNNAMED = dict.fromkeys(_NEUTER, SpeakerKind.BODY) | dict.fromkeys(_PLURAL, SpeakerKind.GROUP)


@functools.lru_cache(maxsize=8)
def _describes(profile: LanguageProfile) -> dict[str, frozenset[str]]:
    """For each noun for a person or body, the words that show beside a name that it is meant."""
    return {
        word: frozenset(row.words) | frozenset(row.values.get("of", ()))
        for table in ("roles", "bodies")
        for row in profile.rows(table)
        for word in row.words
    }


def _is_plural(noun: str) -> bool:
    """Whether a noun is of several: the pilots, the policemen, but not the witness."""
    return noun.endswith(("s", "men")) and not noun.endswith("ss")


class Resolver:
    """The people of one text, as its mentions mean them.

    Args:
        narration: The text.
        known: People whom the caller knows; they win over what is guessed.
    """

    def __init__(
        self,
        narration: Narration,
        known: Iterable[Speaker] = (),
    ) -> None:
        self.narration = narration
        self.text = narration.text
        self.known = {name.casefold(): s for s in known for name in (s.name, *s.aliases)}
        self.people = Census(
            narration.text,
            [m.outer for m in narration.marked],
            narration.starts,
            narration.grammar,
            narration.profile,
            self.known.values(),
            narration.parsed.named,
        )
        self._pronouns: dict[int, Person | None] = {}
        self._unnamed: dict[str, Person] = {}
        self._descriptions: dict[Span, Person | None] = {}

    def person(self, mention: Mention) -> Person | None:
        """The person whom a mention means, or None where the text does not show it."""
        if mention.kind == MentionKind.PRONOUN:
            return self._pronoun(mention)
        if mention.kind == MentionKind.NOMINAL:
            return self._described(mention) or self._epithet(mention)
        if self._is_group(mention):
            return None
        where = mention.name_span or mention.span
        person = self.people.named(mention.name, where.start, self.text[mention.span.start : where.end])
        # "Her restaurant, Vale's"
        person.is_body = person.is_body or (
            mention.head in self.narration.grammar.bodies and not mention.name.lower().endswith(mention.head)
        )
        return person

    def _is_group(self, mention: Mention) -> bool:
        """Whether a mention is of several people by name: "Ruth Vale and Tom Aas"."""
        if mention.name_span is None:
            return False
        return bool(_NAMES_TOGETHER.search(self.text[mention.span.start : mention.name_span.start]))

    def speaker(self, mention: Mention, person: Person | None) -> Speaker | None:
        """The model of a mention's person; of the mention itself where it only describes somebody."""
        words = self.narration.grammar
        printed = mention.span.of(self.text)
        if person is None:
            if mention.kind == MentionKind.PRONOUN:
                return None
            if printed.casefold() in self.known:
                return self.known[printed.casefold()]
            body = mention.head in words.bodies
            one = printed.lower().startswith(_ONE_OF)
            group = not (body or one) and (_is_plural(mention.head) or self._is_group(mention))
            return Speaker(
                printed, kind=SpeakerKind.BODY if body else SpeakerKind.GROUP if group else SpeakerKind.ROLE
            )
        if person.known is not None:
            return person.known
        if person in self._unnamed.values():
            return Speaker(person.name, kind=_UNNAMED.get(mention.head, SpeakerKind.ROLE))
        forms = sorted(person.forms, key=lambda form: person.forms[form])
        if mention.kind == MentionKind.NOMINAL:
            forms.append(printed)
        aliases = tuple(form for form in forms if form != person.name)
        return Speaker(
            person.name,
            aliases=aliases,
            kind=SpeakerKind.PERSON if self.people.is_person(person) else SpeakerKind.BODY,
        )

    def _pronoun(self, mention: Mention, depth: int = 0) -> Person | None:
        """The person whom a pronoun means; found once, so that a chain costs no more than its length."""
        start = mention.span.start
        if start not in self._pronouns:
            self._pronouns[start] = None
            if mention.head in _SIGNS or mention.head in _NEUTER or mention.head in _PLURAL:
                self._pronouns[start] = (
                    self._last_subject(mention, mention.head, depth, _SENTENCES_BACK)
                    or self._last_named(mention)
                    or self._next_subject(mention)
                )
        return self._pronouns[start]

    def _last_named(self, mention: Mention) -> Person | None:
        """The last name before a pronoun, though no subject, whose bearer is he or she, or may be."""
        sign = _SIGNS.get(mention.head, 0)
        possible = None
        for naming in self.people.before(mention.span.start, _NAMES_NEAR) if sign else ():
            if not self.people.in_quote(naming.start):
                person = self.people.named(naming.name, naming.start, naming.name)
                if person.gender * sign > 0 and self.people.is_person(person):
                    return person
                if person.gender == 0 and " " in naming.name and self.people.is_introduced(naming):
                    possible = possible or person
        return possible

    def _next_subject(self, mention: Mention) -> Person | None:
        """The first name among the subjects that follow, where a pronoun comes before its name."""
        paragraph, sentence = self.narration.locate(mention.span.start)
        for _ in range(_SENTENCES_AHEAD):
            sentence += 1
            while sentence >= len(self.narration.sentences(paragraph)):
                paragraph, sentence = paragraph + 1, 0
                if paragraph >= len(self.narration.paragraphs):
                    return None
            for subject in self.narration.subjects(paragraph, sentence):
                person = self._stands_for(subject, mention.head, 0) if subject.name else None
                if person is not None:
                    return person
        return None

    def _last_subject(self, mention: Mention, pronoun: str, depth: int, back: int) -> Person | None:
        """The last subject that a pronoun can stand for, sentence by sentence, main clauses first.

        A name that may be a place's is the answer only where there is no other.
        """
        paragraph, sentence = self.narration.locate(mention.span.start)
        doubtful = None
        for _ in range(back):
            for subject in self.narration.subjects(paragraph, sentence):
                # "The mayor, he said, lied": the two are not one.
                if subject.span.end < mention.span.start - 2:
                    person = self._stands_for(subject, pronoun, depth)
                    if person is not None and not (pronoun in _SIGNS and self.people.is_doubtful(person)):
                        return person
                    doubtful = doubtful or person
            sentence -= 1
            while sentence < 0:
                paragraph -= 1
                if paragraph < 0:
                    return doubtful
                sentence = len(self.narration.sentences(paragraph)) - 1
        return doubtful

    def _stands_for(self, subject: Mention, pronoun: str, depth: int) -> Person | None:
        """The person that a subject names, if the pronoun can stand for it."""
        sign = _SIGNS.get(pronoun, 0)
        if subject.kind == MentionKind.PRONOUN:
            agree = _SIGNS.get(subject.head, 0) == sign and (subject.head in _PLURAL) == (pronoun in _PLURAL)
            return self._pronoun(subject, depth + 1) if depth <= 40 and (agree or not pronoun) else None
        if pronoun in _PLURAL:
            return self._several(subject)
        if subject.kind == MentionKind.NOMINAL:
            person = self._described(subject)
        elif _GROUP.search(subject.span.of(self.text)):
            return None
        else:
            person = self.person(subject)
        if person is None:
            # "A policeman came in. He ..." - a role hides the names before it, though it has none.
            return self._nameless(subject, pronoun) if subject.kind == MentionKind.NOMINAL else None
        if pronoun in _NEUTER:
            return None if self.people.is_person(person) else person
        with_article = subject.kind == MentionKind.NAME and subject.span.of(self.text)[:4].lower() == "the "
        if with_article and subject.name_span and subject.name_span.start == subject.span.start + 4:
            return None
        fits = self.people.may_be_person(person)
        return person if fits and person.gender * sign >= -1 else None

    def _nameless(self, subject: Mention, pronoun: str) -> Person | None:
        """Somebody or something that is described and has no name, where a pronoun can stand for it."""
        words = self.narration.grammar
        wanted = words.bodies if pronoun in _NEUTER else words.people
        # "The mayor", or "mayor" alone, may be one of the names before, so it does not hide them.
        new = pronoun in _NEUTER or subject.span.of(self.text).lower().startswith(_NEW)
        if subject.head not in wanted or _is_plural(subject.head) or not new:
            return None
        return self._without_name(subject)

    def _several(self, subject: Mention) -> Person | None:
        """Several people, described or named together, where "they" can stand for them."""
        described = subject.head in self.narration.grammar.people and _is_plural(subject.head)
        return self._without_name(subject) if described or self._is_group(subject) else None

    def _without_name(self, subject: Mention) -> Person:
        """Whom a description means that stands for no name."""
        printed = subject.span.of(self.text)
        return self._unnamed.setdefault(
            printed.casefold(), Person(printed, parse_name(printed, self.narration.profile))
        )

    def _described(self, mention: Mention) -> Person | None:
        """Whom a definite description means; looked for once, as every pronoun behind it asks."""
        place = mention.span
        if place not in self._descriptions:
            self._descriptions[place] = self._name_described(mention)
        return self._descriptions[place]

    def _name_described(self, mention: Mention) -> Person | None:
        """Whom a description means: the last name that it or its like stood beside, or the next."""
        printed = mention.span.of(self.text)
        meant = _describes(self.narration.profile).get(mention.head)
        definite = printed[:4].lower() == "the " or (printed[:1].isupper() and mention.first == 0)
        if meant is None or not definite or _is_plural(mention.head):
            return None
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, meant))})\b", re.IGNORECASE)
        # A headline, or the paragraph that opens a text, says what somebody is before it says the name.
        before = self.people.before(mention.span.start, _NAMES_BACK)
        for naming in chain(before, self.people.after(mention.span.end, _NAMES_AHEAD)):
            if self._beside(naming.name, naming.start, pattern):
                return self.people.named(naming.name, naming.start, naming.name)
        return None

    def _epithet(self, mention: Mention) -> Person | None:
        """Whom "the 21-year-old", "the witness" or "the Norwegian" means: the last subject that fits."""
        printed = mention.span.of(self.text)
        words = self.narration.grammar
        of_age = "-year-old" in mention.head
        if printed[:4].lower() != "the " or _is_plural(mention.head) or len(printed) > _EPITHET:
            return None
        if not of_age and mention.head not in words.people:
            return None
        sign = self.people.genders.get(mention.head, 0.0)
        person = self._last_subject(
            mention, "she" if sign > 0 else "he" if sign < 0 else "", 0, _EPITHET_BACK
        )
        return person if person is not None and person not in self._unnamed.values() else None

    def _beside(self, name: str, start: int, pattern: "re.Pattern[str]") -> bool:
        """Whether a word describes the name at an offset: in it, before it, or after its comma."""
        if pattern.search(name):
            return True
        before = self.text[max(0, start - 24) : start].split()
        if before and pattern.fullmatch(before[-1]):
            return True
        end = start + len(name)
        after = _APPOSITION.match(self.text, end, end + _BESIDE)
        return bool(after and pattern.search(after[1]))
