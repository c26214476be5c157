"""Descriptions to people: "the pilot" to whom the same is said of, "the Norwegian" to the last spoken of."""

import functools
import re
from collections.abc import Callable, Iterator

import attrs

from quoteverify.models import Span
from quoteverify.reading.people.names.descriptions import Description, described_by, fits, nouns
from quoteverify.reading.people.names.families import relative
from quoteverify.reading.people.names.genders import ALONE
from quoteverify.reading.people.names.namings import Naming
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.people.resolution import Cast, Resolution, Resolved
from quoteverify.reading.syntax.grammar import grammar
from quoteverify.reading.syntax.mentions import Mention
from quoteverify.reading.syntax.tokens import NAME, NUMBER, WORD
from quoteverify.reading.syntax.word_classes import (
    ADDRESSING,
    BE,
    CLOSED,
    CUE,
    GENITIVE,
    INDEFINITE_ARTICLE,
    PARTITIVE,
    VERB,
)
from quoteverify.text.language import LanguageProfile
from quoteverify.text.word_patterns import any_word

OCCURRENCES = 20
"""How many places of a noun are looked into for whom it means: a guard against texts of one noun."""
BESIDE = 70
"""In code points: how far a noun that describes a name stands off it."""
FAR_BACK, FAR_AHEAD, FEW_AHEAD = 30_000, 3_000, 3
"""In code points, and places: how far a description looks for its name; guards against endless texts."""
VARIED = 0.6
"""The least share of the likelihood for a role that somebody has not been given before (a guard)."""
IN_VIEW = 2
"""In sentences: how far back whoever is called by another word was named (a guard)."""
EPITHET = 40
"""In code points: a longer description tells its own person from the others."""

_OPENS_APPOSITION = re.compile(r"(?:,| [-–—]+)[ \u00A0]")
_CLOSES_APPOSITION = re.compile(r",|[ \u00A0][-–—]+[ \u00A0]")
_BETWEEN_OWNED = 1
"""In words: what may stand between an owner and a body: Aas's central bank."""
_BARE = 2
"""In words: an article and a noun."""
_AGE = re.compile(r"\d+")
_AGE_BEHIND = re.compile(r",? ?\(?(\d{1,3})\b(?=[,.;)])")
_SAID_BEHIND = re.compile(r",? ?[(]?|, (?:[\w’'-]+ ){1,3}")
_SAID_IN_FRONT = re.compile(r"(?:[\w’'-]+)?(?: [\w’'-]+){0,3} ")
_AFTER_WORDS = frozenset(",.;:)")
_LETTERS = re.compile(r"[^\W\d_]+")


class Nominal:
    """Whom the descriptions of one text mean.

    Args:
        cast: The people of the text.
        likeliest: Whom a pronoun in a mention's place would mean: 1 for "she", -1 for "he", 0 for either.
    """

    def __init__(self, cast: Cast, likeliest: Callable[[Mention, int], Resolved]) -> None:
        self._cast = cast
        self._narration = cast.narration
        self._text = cast.text
        self._census = cast.census
        self._discourse = cast.discourse
        self._likeliest = likeliest
        self._called: dict[int, Resolved] = {}  # for whom a noun at an offset was a second word
        self._whence: dict[Person, str] = {}  # by what country or party somebody was called first

    def resolve(self, mention: Mention) -> Resolved | None:
        """Whom a description means, by what is said of somebody or by who is in view."""
        found = self._described(mention) or self._of_a_family(mention) or self._epithet(mention)
        return None if found is not None and self._is_said_of_another(found, mention) else found

    def _is_said_of_another(self, found: Resolved, mention: Mention) -> bool:
        """Whether who is in view has come in as of another country or party: the Dane, then the Swede."""
        if found.person is None or mention.head not in words_of("epithets", self._narration.profile):
            return False
        first = self._whence.setdefault(found.person, mention.head)
        if first == mention.head or found.rule != Resolution.EPITHET:
            return False
        named = (one for one in self._census.all if one.starts and one.starts[0] < mention.span.start)
        return any(one is not found.person and self._census.kinds.is_person(one) for one in named)

    def _described(self, mention: Mention) -> Resolved | None:
        """Whom a description means: the last, or the next, of whom the same is said."""
        asked = self._description(mention)
        if asked is None or self._cast.is_plural(asked.head):
            return None
        opens = mention.first == 0 and mention.span.of(self._text)[:1].isupper()
        if not (asked.definite or opens):
            return None
        spot = self._apposed(mention) or self._earlier(asked, mention) or self._later(asked, mention)
        if spot is None:
            return None
        naming, person = spot
        return Resolved(person, Resolution.DESCRIBED, Span(naming.start, naming.end))

    def _of_a_family(self, mention: Mention) -> Resolved | None:
        """Whom kin means of somebody whose surname one other has: Tom Vale's mother, where Ada Vale is named.

        Of "her husband" it must be shown that the one other is he.
        """
        profile = self._narration.profile
        if mention.head not in words_of("roles", profile, kin=True) or self._cast.is_plural(mention.head):
            return None
        sign = self._census.index.genders.of(mention.head)
        owner, surely = self._owner(mention)
        if owner is None or not sign or not self._census.kinds.is_person(owner):
            return None
        least, before = ALONE if surely else 0, mention.span.start
        person = relative(self._census.bearers, owner, sign, least, before)
        if person is None:
            return None
        if not person.titled:  # the relation shows it from here on
            person.gender, person.titled = 3 * sign, sign
        naming = next(iter(self._census.index.between(person.starts[0], person.starts[0] + 1)))
        return Resolved(person, Resolution.DESCRIBED, naming.span)

    def _owner(self, mention: Mention) -> tuple[Person | None, bool]:
        """Whose kin a mention is, and whether a pronoun alone says so: *Tom Vale*'s mother, *her* husband."""
        named = list(self._census.between(mention.span.start, mention.span.end))
        if len(named) == 1 and named[0][0].start == mention.span.start:
            return named[0][1], False
        opens = mention.span.of(self._text).partition(" ")[0].lower()
        sign = pronouns(self._narration.profile).signs.get(opens)
        spouse = mention.head in words_of("roles", self._narration.profile, spouse=True)
        if named or sign is None or not spouse or len(mention.span.of(self._text).split()) != _BARE:
            return None, True
        return self._likeliest(mention, sign).person, True

    def _description(self, mention: Mention) -> Description | None:
        return self._description_of(mention.span.of(self._text))

    def _description_of(self, printed: str) -> Description | None:
        return described_by(printed, self._narration.grammar, self._narration.profile)

    def _apposed(self, mention: Mention) -> tuple[Naming, Person] | None:
        """Who is named right before, where commas or dashes part it on both sides: Vale, the mayor, left."""
        start, end = mention.span.start, mention.span.end
        if not _CLOSES_APPOSITION.match(self._text, end):
            return None
        naming = next(self._census.index.before(start, 1), None)
        if naming is None or not _OPENS_APPOSITION.fullmatch(self._text, naming.end, start):
            return None
        return naming, self._census.whose(naming)

    def _earlier(self, asked: Description, mention: Mention) -> tuple[Naming, Person] | None:
        """Who is meant by the nearest place before where such a noun stands; None where that is nobody.

        Of "the mayor of Aas" it is the nearest of whom all of it is said, if there is one.
        """
        begin = max(0, mention.span.start - FAR_BACK)
        places = list(self._occurrences(asked, begin, mention.span.start))[-OCCURRENCES:]
        nearest = None
        for at in reversed(places):
            if self._census.index.in_quote(at):
                continue
            whose = self._described_at(at, asked)
            if whose is not None and (not asked.proper or self._is_called(whose[0], at, asked, wholly=True)):
                return whose
            nearest = nearest or whose
            if whose is None and self._is_of_another(at, asked):
                return nearest
        return nearest

    def _later(self, asked: Description, mention: Mention) -> tuple[Naming, Person] | None:
        """The same ahead: a headline says what somebody is before the text says the name.

        A body that has come in without a name is none named later: "Aas's bank ... The bank ... Bo Bank".
        """
        if self._narration.grammar.is_body(asked.head) and self._has_come_in(asked, mention):
            return None
        end = min(len(self._text), mention.span.end + FAR_AHEAD)
        for at in list(self._occurrences(asked, mention.span.end, end))[:FEW_AHEAD]:
            whose = None if self._census.index.in_quote(at) else self._described_at(at, asked)
            if whose is not None:
                return whose
        return None

    def _has_come_in(self, asked: Description, mention: Mention) -> bool:
        """Whether such a noun stands before as somebody's, or as one of several: Aas's bank, a bank."""
        places = list(self._occurrences(asked, max(0, mention.span.start - FAR_BACK), mention.span.start))
        return any(
            not self._census.index.in_quote(at) and (self._is_of_another(at, asked) or self._is_owned(at))
            for at in places[-OCCURRENCES:]
        )

    def _is_owned(self, at: int) -> bool:
        """Whether a noun at a place is what somebody named has: Aas's central bank."""
        before = next(self._census.index.before(at, 1), None)
        between = self._text[before.end : at].split() if before is not None else []
        if not between or between[0] not in self._narration.grammar.possessive_marks:
            return False
        return len(between) - 1 <= _BETWEEN_OWNED and all(map(str.islower, between[1:]))

    def _occurrences(self, asked: Description, start: int, end: int) -> Iterator[int]:
        """Where a noun for the same stands."""
        for match in _nouns_like(asked.head, self._narration.profile).finditer(self._text, start, end):
            yield match.start()

    def _described_at(self, at: int, asked: Description) -> tuple[Naming, Person] | None:
        """Who is called so at a place: in the name, before it or after its comma."""
        is_body = self._narration.grammar.is_body(asked.head)
        for naming in self._census.index.around(at, BESIDE):
            person = self._census.whose(naming)
            if naming.start <= at < naming.end:
                return (naming, person) if is_body and not asked.modifiers - asked.proper else None
            if (is_body or self._census.kinds.is_person(person)) and self._is_called(naming, at, asked):
                return naming, person
        return None

    def _is_called(self, naming: Naming, at: int, asked: Description, *, wholly: bool = False) -> bool:
        """Whether what stands beside a name, on the side of an offset, says the same, or all of it."""
        known = self._census.index.described(naming, front=at < naming.start)
        return any(
            fits(asked, one, self._narration.profile) and not (wholly and asked.modifiers - one.modifiers)
            for one in known
        )

    def _is_of_another(self, at: int, asked: Description) -> bool:
        """Whether a noun at a place brings in somebody without a name, whom the description then means."""
        before = self._text[max(0, at - 40) : at].replace("\n", " . ").lower().split()[-4:]
        indefinite = self._cast.referring("indefinite")
        return any(word in indefinite for word in before)

    def _epithet(self, mention: Mention) -> Resolved | None:
        """Whom "the 21-year-old" or "the Norwegian" means: of whom it is told, or whom a pronoun would."""
        printed = mention.span.of(self._text)
        opens = printed.partition(" ")[0].lower()
        if (
            opens not in self._cast.referring("definite")
            or len(printed) > EPITHET
            or self._cast.is_plural(mention.head)
        ):
            return None
        holds = self._holds_of(mention)
        if holds is None:
            return None
        again = self._called_before(mention)
        if again is not None:
            return self._note(mention, again)
        bare = len(printed.split()) == _BARE  # "the Kentucky Republican" is of Kentucky too
        if (bare or self._age_in(mention)) and (told := self._told_so(mention)):
            (person, naming), *others = told.items()
            return None if others else Resolved(person, Resolution.DESCRIBED, Span(naming.start, naming.end))
        return None if _ages_of(mention.head, self._narration.profile) else self._in_place(mention, holds)

    def _in_place(self, mention: Mention, holds: Callable[[Resolved, Mention], bool]) -> Resolved | None:
        """Whom a pronoun in an epithet's place would mean, if what must hold of them does."""
        found = self._likeliest(mention, int(self._census.index.genders.of(mention.head)))
        if found.person is None or self._cast.has_no_name(found.person) or not holds(found, mention):
            return None
        if self._is_of_another_age(found.person, mention):
            return None
        found = attrs.evolve(found, rule=Resolution.EPITHET)
        return self._note(mention, found) if holds == self._is_in_view else found

    def _note(self, mention: Mention, found: Resolved) -> Resolved:
        """Note for whom a noun is a second word, for where it stands again."""
        printed = mention.span.of(self._text).lower()
        self._called[mention.span.start + printed.rfind(mention.head)] = found
        return found

    def _is_of_another_age(self, person: Person, mention: Mention) -> bool:
        """Whether a description says an age, and the text another of somebody: Aas, 31, the 44-year-old."""
        age = _AGE.match(self._age_in(mention))
        if age is None:
            return False
        length = len(person.name)
        told = (_AGE_BEHIND.match(self._text, start + length) for start in person.starts)
        return any(found is not None and found[1] != age[0] for found in told)

    def _told_so(self, mention: Mention) -> dict[Person, Naming]:
        """Of whom it is told beside the name that they are of that age, country or party, and where last."""
        age = _AGE.match(self._age_in(mention))
        words = _ages_of(mention.head, self._narration.profile) or (mention.head,)
        said = re.compile(any_word([age[0]] if age else words), re.IGNORECASE)
        begin = max(0, mention.span.start - FAR_BACK)
        found: dict[Person, Naming] = {}
        for match in list(said.finditer(self._text, begin, mention.span.start))[-OCCURRENCES:]:
            beside = self._beside(match.start(), match.end())
            if beside is not None and not self._census.index.in_quote(match.start()):
                found[self._census.whose(beside)] = beside
        return found

    def _beside(self, start: int, end: int) -> Naming | None:
        """The name that some words say something of: Ruth Vale, a *Dane*, and the *Swede* Ann Aas."""
        before = next(self._census.index.before(start, 1), None)
        if before is not None and self._says_behind(before.end, start):
            aged = self._text.startswith(tuple(f"-{words}" for words in self._cast.referring("age")), end)
            return before if aged or self._text[end : end + 1] in _AFTER_WORDS else None
        behind = next(self._census.index.after(end, 1), None)
        if behind is not None and _SAID_IN_FRONT.fullmatch(self._text, end, behind.start):
            return behind
        return None

    def _says_behind(self, start: int, end: int) -> bool:
        """Whether no more than a comma or a form of to be joins something to a name: Ruth Vale *is* 19."""
        if _SAID_BEHIND.fullmatch(self._text, start, end):
            return True
        return bool(self._narration.grammar.classes_of(self._text[start:end].strip()) & BE)

    def _holds_of(self, mention: Mention) -> Callable[[Resolved, Mention], bool] | None:
        """What must hold of whom an epithet means; None where a mention is no epithet."""
        if self._says_nothing_of_office(mention):
            return lambda found, mention: True
        if self._varies(mention):
            return self._is_in_view
        maker = mention.head in words_of("terms", self._narration.profile, role="maker")
        return self._has_a_work if maker else None

    def _varies(self, mention: Mention) -> bool:
        """Whether a role is a second word for somebody, as nobody has come in by it: the striker."""
        asked = self._description(mention)
        if asked is None:
            return False
        often = asked.head in words_of("roles", self._narration.profile, epithet=True)
        if not (often or asked.ranks & words_of("ranks", self._narration.profile, past=True)):
            return False
        paragraph, sentence = self._narration.locate(mention.span.start)
        after = self._narration.sentences(paragraph)[sentence].at(mention.last + 1)
        if after.classes & (GENITIVE | ADDRESSING):  # "the former aide to Vale" may be anybody
            return False
        begin = max(0, mention.span.start - FAR_BACK)
        places = self._occurrences(asked, begin, mention.span.start)
        return all(
            self._census.index.in_quote(at) or self._is_of_nobody(at) or at in self._called for at in places
        )

    def _called_before(self, mention: Mention) -> Resolved | None:
        """Whom the same noun was a second word for where it stood last."""
        said = re.compile(any_word([mention.head]), re.IGNORECASE)
        begin = max(0, mention.span.start - FAR_BACK)
        places = [match.start() for match in said.finditer(self._text, begin, mention.span.start)]
        return next((self._called[at] for at in reversed(places) if at in self._called), None)

    def _is_of_nobody(self, offset: int) -> bool:
        """Whether a noun at a place is of several, of whom somebody may be one, or tells how something is.

        "Experts say"; "expert-approved plants".
        """
        found = _LETTERS.match(self._text, offset)
        if found is None:
            return False
        joined = self._text[found.end() : found.end() + 2]
        return self._cast.is_plural(found[0].lower()) or (joined[:1] == "-" and joined[1:].islower())

    def _is_in_view(self, found: Resolved, mention: Mention) -> bool:
        """Whether somebody was spoken of, and surely, in one of the sentences before, or alone speaks."""
        if found.antecedent is None or found.share < VARIED:
            return False
        if {person for _, person in self._cast.spoken_before(mention.span.start)} == {found.person}:
            return True
        paragraph, sentence = self._narration.locate(mention.span.start)
        near = self._discourse.before(paragraph, sentence, IN_VIEW + 1)[1:]
        return self._narration.locate(found.antecedent.start) in near

    def _has_a_work(self, found: Resolved, mention: Mention) -> bool:
        """Whether a work is spoken of where one person alone is named: "Ruth Vale's novel sold"."""
        if found.antecedent is None:
            return False
        works = words_of("terms", self._narration.profile, role="work")
        paragraph, sentence = self._narration.locate(found.antecedent.start)
        place = self._narration.sentences(paragraph)[sentence]
        people = {person for _, person in self._census.between(place.start, place.end)}
        alone = not any(self._census.kinds.is_person(person) for person in people - {found.person})
        return alone and any(token.lower in works for token in place.tokens)

    def _says_nothing_of_office(self, mention: Mention) -> bool:
        """Whether a description can be of anybody who was spoken of: an age, a country, a parent."""
        profile = self._narration.profile
        return (
            bool(self._age_in(mention))
            or mention.head in words_of("epithets", profile)
            or bool(_ages_of(mention.head, profile))
            or self._counts_children(mention)
        )

    def _age_in(self, mention: Mention) -> str:
        """The word of a description that says how old somebody is: the *23-year-old* seamer; "" for none."""
        ages = tuple(self._cast.referring("age"))
        words = mention.span.of(self._text).lower().split()
        if mention.head in words:  # not "the mother of a six-year-old boy"
            words = words[: words.index(mention.head) + 1]
        return next((word for word in words if word.endswith(ages)), "")

    def _counts_children(self, mention: Mention) -> bool:
        """Whether a relation says of how many, and of nobody: "the mother of four", "the mother-of-four"."""
        if self._is_compound_of_number(mention.head):
            return True
        paragraph, sentence = self._narration.locate(mention.span.start)
        place = self._narration.sentences(paragraph)[sentence]
        of = mention.last - 1 if place.at(mention.last - 1).classes & GENITIVE else mention.last + 1
        preposition, number, after = (place.at(of + n) for n in range(3))
        return bool(
            mention.head in words_of("roles", self._narration.profile, kin=True)
            and preposition.classes & GENITIVE
            and (number.kind == NUMBER or number.classes & PARTITIVE)
            and not number.classes & INDEFINITE_ARTICLE  # the mother of a six-year-old boy
            and (after.kind not in (WORD, NAME) or after.classes & (CLOSED | CUE | VERB))
        )

    def _is_compound_of_number(self, noun: str) -> bool:
        """Whether a noun is one of kin with how many, in one word: mother-of-two."""
        kin, _, rest = noun.partition("-")
        between, _, number = rest.partition("-")
        classes_of = self._narration.grammar.classes_of
        return bool(
            kin in words_of("roles", self._narration.profile, kin=True)
            and classes_of(between) & GENITIVE
            and (number.isdigit() or classes_of(number) & PARTITIVE)
        )


@functools.lru_cache(maxsize=1 << 10)
def _ages_of(noun: str, profile: LanguageProfile) -> tuple[str, ...]:
    """The ages at which somebody is called by a noun, of a teenager 13 to 19; none of most nouns."""
    row = next((row for row in profile.rows("roles") if noun in row.words and "oldest" in row.values), None)
    if row is None:
        return ()
    return tuple(map(str, range(int(row.values["youngest"]), int(row.values["oldest"]) + 1)))


@functools.lru_cache(maxsize=1 << 10)
def _nouns_like(noun: str, profile: LanguageProfile) -> re.Pattern[str]:
    """An expression for a noun and the others that say the same."""
    alternatives = sorted(nouns(profile).get(noun, frozenset({noun})))
    return re.compile(any_word(alternatives, compounded=grammar(profile).syntax.nouns_are_compounded))
