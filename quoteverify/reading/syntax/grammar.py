"""What the tables of a language say of its words: their classes, which tell a noun phrase from the rest."""

import functools
from collections.abc import Container, Iterable, Iterator, Mapping

import attrs

from quoteverify.errors import check_choice
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    BY_NAME,
    CALENDAR,
    CLITIC,
    CLOSED,
    CONJUNCTION,
    CUE,
    CUE_NOUN,
    CUE_PHRASE,
    DETERMINER,
    FEMININE,
    FURNITURE,
    NAME_PARTICLE,
    NAMESAKE,
    PAST,
    PERSON,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRINTED,
    PRONOUN,
    ROLE,
    TITLE,
    VERB,
)
from quoteverify.text.language import LanguageProfile, Row
from quoteverify.text.vocabulary import common_words

_CLOSED_CLASSES = ADVERB | AUXILIARY | CONJUNCTION | DETERMINER | POSSESSIVE | PREPOSITION | PRONOUN
_TABLES = {
    "titles": TITLE,
    "roles": ROLE | PERSON,
    "epithets": PERSON,
    "bodies": BODY,
    "name_particles": NAME_PARTICLE,
    "cues": CUE | VERB,
    "cue_nouns": CUE_NOUN,
    "printed": PRINTED,
    "verbs": VERB,
    "pronouns": CLOSED,
}
"""Of what class the words of a table are."""

_PARTS = ROLE | PERSON | BODY | CUE_NOUN | FEMININE
"""Of what classes a noun is by its last part, where nouns are compounded."""
_SHORTEST_PART = 3
"""Letters: shorter last parts of a noun are mostly none."""
_PRESENT_FORMS = 2
"""How many forms of a verb's row are of the present: "say", "says"."""


@attrs.frozen
class Syntax:
    """What holds of a language as a whole: the rows of its table ``syntax``.

    Attributes:
        headlines_have_capitals: The words of a headline have capitals, verbs too: "Port Sinks, Says Vale".
        nouns_have_capitals: Every noun begins with a capital, so that a capital alone makes no name.
        nouns_are_compounded: Nouns are written as one word, of which the last part says what is meant.
        numbers_are_compounded: Numbers are written as one word: "five-and-twenty".
        ordinals_have_stops: A stop after a number makes it an ordinal, and ends no sentence.
        verb_second: A subject follows its verb where something else opens the clause: "on Monday said Vale".
        verb_last: A participle, and the verb of a subordinate clause, stands last: "that Vale it said".
    """

    headlines_have_capitals: bool = False
    nouns_have_capitals: bool = False
    nouns_are_compounded: bool = False
    numbers_are_compounded: bool = False
    ordinals_have_stops: bool = False
    verb_second: bool = False
    verb_last: bool = False


_BEHIND_A_HYPHEN = ROLE | PERSON
_MOST_WORDS = 1 << 14
"""A guard against texts of ever new words: so many are remembered with their classes."""


@attrs.frozen
class WordEnding:
    """What the last letters of a word show.

    Attributes:
        letters: The ending.
        classes: The classes of the words that have it.
        stem: How many letters stand before it at least.
        exceptions: Words that end like this and are of no such class.
    """

    letters: str
    classes: int
    stem: int
    exceptions: frozenset[str]

    def ends(self, word: str) -> bool:
        """Whether a word in lower case has this ending."""
        return (
            word.endswith(self.letters)
            and len(word) >= len(self.letters) + self.stem
            and word not in self.exceptions
        )


@attrs.frozen(eq=False)
class Grammar:
    """Words by class, from the tables of a language."""

    classes: Mapping[str, int]
    """The classes of each word, without what its ending shows."""
    endings: Mapping[str, tuple[WordEnding, ...]]
    """The endings that show a class, by their last letter."""
    syntax: Syntax
    offices: Mapping[str, tuple[tuple[str, ...], ...]]
    """Titles with a genitive in them ("secretary of state"), word by word, by their first word."""
    abbreviations: frozenset[str]
    clitics: frozenset[str]
    """What an apostrophe joins to a word though it is a word of its own, less the apostrophe: "s", "ll"."""
    determiners: frozenset[str]
    possessives: frozenset[str]
    possessive_marks: tuple[str, ...]
    """What stands behind whoever has something, where it has a letter: 's."""
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    be: frozenset[str]
    calendar: frozenset[str]
    namesakes: frozenset[str]
    """Words of the calendar that people are called, too: May."""
    furniture: frozenset[str]
    """Words that outlets print before a headline or between paragraphs."""
    subjects: frozenset[str]
    """Pronouns that can be a subject."""
    closed: frozenset[str]
    """Every word of a closed class: none is a noun, a name or a full verb."""
    people: frozenset[str]
    """What a description of somebody may end with: roles, and what people are called by country or party."""
    bodies: frozenset[str]
    particles: frozenset[str]
    cues: frozenset[str]
    """Every form of a verb that reports speech."""
    verbs: frozenset[str]
    """Finite forms of common verbs that no ending shows to be verbs, and of cues."""
    common: frozenset[str]
    """Common words of any class: two of them with capitals are sooner a body's name than a person's."""
    countries: frozenset[str]
    given: frozenset[str]
    """Words for people that are given names as well: Christian, Dane."""
    _classes_found: dict[str, int] = attrs.field(factory=dict, init=False, repr=False)

    def classes_of(self, word: str) -> int:
        """The classes of a word in lower case, by the tables and by its ending."""
        found = self._classes_found.get(word)
        if found is None:
            if len(self._classes_found) >= _MOST_WORDS:
                self._classes_found.clear()
            found = self._classes_found[word] = self._classes_of(word)
        return found

    def _classes_of(self, word: str) -> int:
        classes = self.classes.get(word, 0)
        if not classes and self.syntax.nouns_are_compounded:
            classes = self._classes_of_last_part(word)
        for ending in self.endings.get(word[-1:], ()):
            if ending.ends(word):
                classes |= ending.classes
        return classes

    def classes_printed(self, word: str) -> int:
        """The classes of a word as printed: with a capital, of what stands behind a hyphen: "Co-author"."""
        found = self.classes_of(word.lower().rstrip("."))
        if found or "-" not in word or not word[0].isupper():
            return found
        last = word.rpartition("-")[2]
        return self.classes_of(last) & _BEHIND_A_HYPHEN if last.islower() else 0

    def is_person(self, noun: str) -> bool:
        """Whether a noun in lower case may end a description of somebody."""
        return bool(self.classes_of(noun) & PERSON)

    def is_body(self, noun: str) -> bool:
        """Whether a noun in lower case is a body's."""
        return bool(self.classes_of(noun) & BODY)

    def known_part(self, noun: str, among: Container[str]) -> str:
        """A noun in lower case that is among some, or its longest last part that is; "" where neither is."""
        if noun in among:
            return noun
        if not self.syntax.nouns_are_compounded:
            return ""
        return next((part for part in last_parts(noun) if part in among), "")

    def _classes_of_last_part(self, word: str) -> int:
        """What the longest last part that a table has says of a noun."""
        return next((found for part in last_parts(word) if (found := self.classes.get(part, 0) & _PARTS)), 0)


def last_parts(noun: str) -> Iterator[str]:
    """What may be the last part of a compounded noun, the longest first.

    >>> list(last_parts("seehafen"))
    ['hafen', 'afen', 'fen']
    """
    return (noun[i:] for i in range(_SHORTEST_PART, len(noun) - _SHORTEST_PART + 1))


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases, word by word, by their first word; of two that begin alike the longer first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase)):
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


@functools.lru_cache(maxsize=8)
def grammar(profile: LanguageProfile) -> Grammar:
    """The classes of a language's words, made once."""
    endings = tuple(_endings(profile))
    classes = _classes(profile, endings)

    def of(among: int) -> frozenset[str]:
        return frozenset(word for word, found in classes.items() if found & among)

    return Grammar(
        classes=classes,
        endings=_by_last_letter(endings),
        syntax=_syntax(profile),
        offices=_by_first_word(profile.words("offices")),
        abbreviations=profile.words("abbreviations"),
        clitics=frozenset(word[1:] for word in of(CLITIC)),
        determiners=of(DETERMINER),
        possessives=of(POSSESSIVE),
        possessive_marks=tuple(sorted(mark for mark in of(POSSESSIVE_MARK) if len(mark) > 1)),
        prepositions=of(PREPOSITION),
        conjunctions=of(CONJUNCTION),
        auxiliaries=of(AUXILIARY),
        adverbs=of(ADVERB),
        be=of(BE),
        calendar=of(CALENDAR),
        namesakes=of(NAMESAKE),
        furniture=of(FURNITURE),
        subjects=of(PRONOUN),
        closed=of(CLOSED),
        people=of(PERSON),
        bodies=of(BODY),
        particles=of(NAME_PARTICLE),
        cues=of(CUE),
        verbs=of(VERB),
        common=common_words(profile),
        countries=profile.words("countries"),
        given=profile.words("references", kind="given"),
    )


def _syntax(profile: LanguageProfile) -> Syntax:
    """What holds of a language as a whole."""
    known = [field.name for field in attrs.fields(Syntax)]
    names = profile.words("syntax")
    for name in names:
        check_choice("syntax", name, known)
    return Syntax(**dict.fromkeys(names, True))


def _class_of(row: Row) -> int:
    """The class that a row of the grammar gives its words."""
    name = str(row.values["class"])
    check_choice("class", name, list(BY_NAME))
    bit: int = BY_NAME[name]
    return bit


def _endings(profile: LanguageProfile) -> Iterator[WordEnding]:
    """The endings of a language."""
    for row in profile.rows("grammar"):
        for word in row.words:
            if word.startswith("-"):
                stem, exceptions = row.values.get("stem", 0), row.values.get("except", ())
                yield WordEnding(word.removeprefix("-"), _class_of(row), stem, frozenset(exceptions))


def _by_last_letter(endings: tuple[WordEnding, ...]) -> dict[str, tuple[WordEnding, ...]]:
    """The endings by their last letter."""
    last = {ending.letters[-1:] for ending in endings}
    return {letter: tuple(e for e in endings if e.letters.endswith(letter)) for letter in last}


def _classes(profile: LanguageProfile, endings: tuple[WordEnding, ...]) -> dict[str, int]:
    """The classes of each word, by the tables that have it."""
    classes: dict[str, int] = {}

    def add(words: frozenset[str] | tuple[str, ...], bits: int) -> None:
        for word in words:
            classes[word] = classes.get(word, 0) | bits

    for row in profile.rows("grammar"):
        add(tuple(word for word in row.words if not word.startswith("-")), _class_of(row))
    for table, bits in _TABLES.items():
        add(profile.words(table), bits)
    for table in ("roles", "titles"):
        add(profile.words(table, gender="f"), FEMININE)
    add(tuple(str(row.values["subject"]) for row in profile.rows("pronouns")), PRONOUN)
    add(tuple(phrase.partition(" ")[0] for phrase in profile.words("cue_phrases")), CUE_PHRASE)
    add(tuple(_past_forms(profile, endings)), PAST)
    add(tuple(word for word, bits in classes.items() if bits & _CLOSED_CLASSES), CLOSED)
    return classes


def _past_forms(profile: LanguageProfile, endings: tuple[WordEnding, ...]) -> Iterator[str]:
    """The past forms of verbs, which stand after those of the present, less the present participle."""
    for table in ("cues", "verbs"):
        for row in profile.rows(table):
            for word in row.words[_PRESENT_FORMS:]:
                if not any(e.classes & PRESENT_PARTICIPLE and e.ends(word) for e in endings):
                    yield word
