"""Names as they stand in a text: runs of capitals, less what stands before a name and is no part of it.

There is no table of first names. What is left out is told by the language's tables: titles, roles, offices,
words that open a sentence, compounds such as "Aas-based"; and by the text, which has the word in lower case.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quoteverify.models import Span
from quoteverify.reading.people.names.genders import genders_of
from quoteverify.reading.people.pronouns import words_of
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.word_classes import (
    BODY,
    CALENDAR,
    CLOSED,
    COMPLEMENT,
    CUE,
    DEFINITE_ARTICLE,
    INDEFINITE_ARTICLE,
    PARTICIPLE,
    PERSON,
    POSSESSIVE,
    PRESENT_PARTICIPLE,
    RELATIVISER,
    ROLE,
    TITLE,
    VERB,
)
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import Name, parse_name
from quoteverify.text.normalize import APOSTROPHES
from quoteverify.text.vocabulary import common_words
from quoteverify.text.word_patterns import any_of

CAPITALS = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
_REST = rf"[{CAPITALS}][\w’'-]*"
_WORD = re.compile(r"\S+")
_WORD_AFTER = re.compile(r"[ \u00A0]([a-z]+)\b")
_INTRODUCES = re.compile(r"[^:.!?\n“\"‘]{0,70}:\s?[“\"‘']")  # past a description, a colon and a mark
_ENDS = frozenset('.!?\n\r”"')
_CLOSING_MARKS = "\"”’'"
_APPOSED = re.compile(r", ([a-z]+) (?:[a-z]+ )??([a-z]+)\b")
_BEFORE_A_ROLE = POSSESSIVE | DEFINITE_ARTICLE | INDEFINITE_ARTICLE
_KIN_APART = re.compile(
    r"\b([A-Z]?[a-z]+) (?:[a-z]+ )?([a-z]+), ((?:[\w’'-]+ ){0,4})$"
)  # her late husband, the poet Tom
_HEADLINE = 300
"""In code points: no headline is longer."""
_FULL_NAME = 2
"""In words: a given and a family name."""
_SHORT_GIVEN_NAME = 6
"""In letters: Jing and Irving are given names; a longer word in -ing before a name is a verb (a guard)."""
_COUPLE = 60
"""In code points: what joins two names that share a surname is no longer."""
_PARENTHESIS = re.compile(r"^,[^,]{1,30},")
_SHORTEST_STEM = 3
"""In letters: what stands before an ending, in sadly but not in lily, holly, Reed (a guard)."""
_BEFORE = 40
"""In code points: an office that begins before a run of capitals is no longer up to there."""
_BESIDE = 24
"""In code points: a role right before a name is no longer."""
_INITIALS = 4
"""In letters: what longer run of capitals is a word and no abbreviation of an office."""


class Naming(NamedTuple):
    """A name as it stands in the text, without what comes before it."""

    start: int
    name: str
    parsed: Name
    gender: float
    full: str = ""
    """The full name, where what stands there is the first word of it: *Ruth* and Tom Vale."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.name)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_NOT_NAMES = CLOSED | TITLE | ROLE | CALENDAR
"""What stands before a name but is no part of it."""


Words = list[tuple[int, str]]
"""The words of a run of capitals, each with where it starts."""
Run = tuple[int, Words, float]
"""What may be a name: where it ends, its words, and the gender that a title before it shows."""


@functools.lru_cache(maxsize=8)
def _name_pattern(grammar: Grammar) -> re.Pattern[str]:
    """A run of capitalised words, with particles and initials between."""
    particles = "|".join(sorted(map(re.escape, grammar.particles), key=len, reverse=True))
    short = "|".join(
        sorted((re.escape(a.capitalize()) for a in grammar.abbreviations), key=lambda a: (-len(a), a))
    )
    longest = max(map(len, grammar.abbreviations), default=0) + 1
    letters = rf"[{CAPITALS}][^\W_]*(?:[-'’](?!s\b)[^\W_]+)*"
    # Whether a stop follows is asked first: few words have one, and there are many abbreviations.
    capital = rf"(?:(?=[\w.]{{1,{longest}}}\.)(?:{short})\.|[{CAPITALS}]\.(?:[{CAPITALS}]\.)*|{letters})"
    nickname = rf"[\"“‘'][{CAPITALS}][\w '’.-]{{1,18}}[\"”’'] "
    return re.compile(
        rf"\b(?=[{CAPITALS}ae])(?:al-|el-)?{capital}"
        rf"(?:[ \u00A0](?:{nickname})?(?:(?:{particles})[ \u00A0-])*(?:al-|el-)?{capital})*"
    )


@functools.lru_cache(maxsize=8)
def _end_pattern(profile: LanguageProfile) -> re.Pattern[str]:
    """What a body's name goes on with: the Bank *of Aas*, the Department *for Ports and Fisheries*."""
    of = any_of(profile.words("grammar", **{"class": "genitive"}))
    joints = any_of(profile.words("grammar", **{"class": "body_joint"}))
    articles = any_of(profile.words("grammar", **{"class": "definite_article"}))
    also = any_of(profile.words("grammar", **{"class": "additive"}))
    dates = any_of(word.capitalize() for word in profile.words("grammar", **{"class": "calendar"}))
    joint = rf" (?:{of}|(?:{joints})(?! (?:{dates})\b))(?: {articles})?"
    return re.compile(rf"{joint} {_REST}(?:(?: (?:{also})| &)? {_REST})*")


@functools.lru_cache(maxsize=8)
def _possessives(profile: LanguageProfile) -> tuple[str, ...]:
    """The endings of possessives without a mark, which names have in some languages."""
    endings = profile.words("grammar", **{"class": "possessive_ending"})
    return tuple(sorted(ending.removeprefix("-") for ending in endings))


class Names:
    """The names of a text, in order.

    Args:
        text: The text.
        paragraphs: Where its paragraphs start.
        grammar: The language's classes of words.
        profile: The language.
        common: The words that the text has in lower case.
        namesakes: Where words of the calendar or a closed class are somebody's name.
        nouns: Where words with a capital are nouns and no names.
    """

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[int],
        grammar: Grammar,
        profile: LanguageProfile,
        common: frozenset[str],
        namesakes: frozenset[int] = frozenset(),
        nouns: frozenset[int] = frozenset(),
    ) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._grammar = grammar
        self._profile = profile
        self._common = common
        self._namesakes = namesakes
        self._nouns = nouns
        self._possessives = _possessives(profile)
        self._end_of_name = _end_pattern(profile)
        self._last_words: frozenset[str] = frozenset()
        self._genders = genders_of(profile)
        openers = words_of("name_openers", profile)
        self._openers = frozenset(word for word in openers if not word.startswith("-"))
        self._opening_ends = tuple(word[1:] for word in openers - self._openers)
        self._words = common_words(profile)
        self._governing = grammar.prepositions | grammar.determiners
        self._never_alone = grammar.closed | grammar.calendar
        self._suffixes = words_of("name_suffixes", profile)
        self._links = words_of("name_words", profile, role="link")
        self._roles = words_of("roles", profile)
        self._spouses = words_of("roles", profile, spouse=True)
        self._joining = words_of("references", profile, kind="joining")
        self._elided = words_of("apostrophes", profile, role="elision")
        self._no_speakers = words_of("turn_labels", profile, role="no_speaker")
        self._compounds = tuple(f"-{ending}" for ending in words_of("compound_endings", profile))

    def __iter__(self) -> Iterator[Naming]:
        """Every name, without the titles, roles and sentence-openers before it."""
        found = self._without_epithets(list(self._runs()))
        self._last_words = frozenset(words[-1][1] for _, words, _ in found)
        fuller = {word for _, words, _ in found if len(words) > 1 for _, word in (words[0], words[-1])}
        stray = self._strays(found)
        forms: dict[str, Name] = {}
        shared = self._shared(found)
        for end, words, gender in found:
            if len(words) > 1 or (words[0][1] not in stray and self._is_name_alone(*words[0], fuller)):
                start, name = words[0][0], self._text[words[0][0] : end]
                full = shared.get(start, "")
                parsed = forms.get(full or name) or parse_name(full or self.nominative(name), self._profile)
                forms[full or name] = parsed
                if parsed.words:
                    yield Naming(start, name, parsed, gender or self._gender_beside(start, end), full)

    def _shared(self, found: Sequence[Run]) -> dict[int, str]:
        """The full name of each whose surname another's gives, by where it starts: *Ruth* and Tom Vale."""
        alone = {words[0][1] for _, words, _ in found if len(words) == 1}
        ends = {words[k][1] for _, words, _ in found if len(words) > 1 for k in (0, -1)}
        shared: dict[int, str] = {}
        for (end, one, _), (_, other, _) in itertools.pairwise(found):
            given, full = sorted((one, other), key=len)
            pair = len(given) == 1 and len(full) == _FULL_NAME and given[0][1] not in ends
            between = self._text[end : other[0][0]] if pair and other[0][0] - end <= _COUPLE else ""
            if given is other:
                joined = self._joins_spouse(between)
            else:  # where given names stand alone; else it may be "Vale and Tom Aas"
                joined = full[0][1] in alone and self._joins_given(given[0][0], between)
            if joined:
                shared[given[0][0]] = f"{given[0][1]} {full[-1][1]}"
        return shared

    def _joins_given(self, start: int, between: str) -> bool:
        """Whether what stands behind a name without a title joins another to it."""
        return between.strip().lower() in self._joining and not self._is_titled(start)

    def _is_titled(self, start: int) -> bool:
        """Whether a title stands right before a name: Mr. *Vale*."""
        before = self._text[max(0, start - _BESIDE) : start].split()
        return bool(before) and bool(self._grammar.classes_of(before[-1].lower().rstrip(".")) & TITLE)

    def _joins_spouse(self, between: str) -> bool:
        """Whether what stands between two names joins a wife or a husband: Tom Vale *and his wife* Ruth."""
        words = _PARENTHESIS.sub("", between).replace(",", " ").lower().split()
        if len(words) < 3 or words[0] not in self._joining or words[-1] not in self._spouses:
            return False
        return bool(self._grammar.classes_of(words[1]) & POSSESSIVE) and len(words) <= 4

    def nominative(self, name: str) -> str:
        """A name less the ending of a possessive without a mark, where the text has it so: Vales Boot."""
        if not self._possessives:
            return name
        last = name.rpartition(" ")[2]
        bare = (last.removesuffix(ending) for ending in self._possessives if last.endswith(ending))
        found = next((word for word in bare if word in self._last_words), last)
        return name[: len(name) - len(last)] + found

    def _without_epithets(self, found: list[Run]) -> list[Run]:
        """The runs, less a common word before a name that the text has without it: *Proud* Ruth Vale."""
        whole = {tuple(word for _, word in words) for _, words, _ in found if len(words) > 1}
        given = {words[0] for words in whole}
        return [
            (end, words[1:], gender) if self._is_epithet(words, whole, given) else (end, words, gender)
            for end, words, gender in found
        ]

    def _is_epithet(self, words: Words, whole: set[tuple[str, ...]], given: set[str]) -> bool:
        """Whether a run opens a sentence with a common word, and the rest is a name elsewhere, or a given."""
        if len(words) < 2 or words[0][1].lower() not in self._words or not self.opens_sentence(words[0][0]):
            return False
        rest = tuple(word for _, word in words[1:])
        return rest in whole if len(rest) > 1 else rest[0] in given

    def _runs(self) -> Iterator[Run]:
        """The words of what may be a name with where it ends, and the gender that a title before it shows."""
        done = 0
        for run in self._without_nouns():
            if run[0][0] < done:
                run = [word for word in run if word[0] >= done]
            if not run:
                continue
            words, gender = run, 0.0
            if len(run) > 1:
                words, gender = self._without_titles(self._without_office(self._without_opener(run)))
            start, last = words[-1]
            end, lower = start + len(last), last.lower()
            if lower in self._grammar.bodies:
                rest = self._end_of_name.match(self._text, end)  # the Bank of Aas
                end = done = self._end_of_body(end, rest.end()) if rest else end
            if len(words) == 1 and lower in self._grammar.closed and start not in self._namesakes:
                continue
            if len(words) == 1 or not self._is_of_office(run, lower):
                yield end, words, gender

    def _end_of_body(self, start: int, end: int) -> int:
        """Where a body's name ends, less who heads it: the Bank of *Aas* Governor Ruth Vale."""
        words = list(_WORD.finditer(self._text, start, end))[2:]  # past "of" and a word of the name
        classes = [self._grammar.classes_printed(word[0]) for word in words]
        for i, word in enumerate(words[:-1]):
            if classes[i] & ROLE and not any(one & (ROLE | BODY) for one in classes[i + 1 :]):
                return word.start() - 1
        return end

    def _is_of_office(self, run: Words, last: str) -> bool:
        """Whether a run of capitals ends in a role and has an article or an owner: his *Press Secretary*."""
        if not self._grammar.classes_of(last) & ROLE or self._grammar.is_body(last):
            return False
        start, first = run[0]
        before = self._text[max(0, start - _BESIDE) : start].split()
        determining = DEFINITE_ARTICLE | INDEFINITE_ARTICLE | POSSESSIVE
        return any(self._grammar.classes_of(word.lower()) & determining for word in (first, *before[-1:]))

    def _without_opener(self, words: Words) -> Words:
        """A run less the word that opens its sentence, or a compound: "Presently Ruth", "Aas-based Vale"."""
        while len(words) > 1 and self._is_opener(words) and self.opens_sentence(words[0][0]):
            words = words[1:]
        compounds = (i for i in range(len(words) - 1, 0, -1) if self._is_compound(words[i - 1][1]))
        return words[next(compounds, 0) :]  # "South Aas-born Ruth Vale"

    def _is_compound(self, word: str) -> bool:
        """Whether a word is made of a name and says something of it: Aas-based."""
        return word.lower().endswith(self._compounds)

    def _is_opener(self, words: Words) -> bool:
        """Whether a run begins with what may open a sentence: "Presently Ruth", "Entrusting Ruth Vale"."""
        lower = words[0][1].lower()
        if lower in self._openers or self._is_formed_as_opener(lower):
            return True
        if self._is_participle(lower) and self._grammar.classes_of(words[1][1].lower()) & CALENDAR:
            return True  # "Asked Tuesday"
        # The letter of who answers in a transcript is no initial: "A. On the quay."
        if lower[1:] == ".":
            return words[1][1].lower() in self._grammar.closed
        if not self._grammar.classes_of(lower) & PRESENT_PARTICIPLE or len(lower) <= _SHORT_GIVEN_NAME:
            return False
        return len(words) > _FULL_NAME or lower in self._common or lower in self._grammar.verbs

    def _is_formed_as_opener(self, lower: str) -> bool:
        """Whether a word shows by its ending that it is no name: sadly, devastated; but Sally, Reed."""
        ending = next((end for end in self._opening_ends if lower.endswith(end)), "")
        stem = lower.removesuffix(ending)
        formed = len(stem) > _SHORTEST_STEM or stem in self._words
        return bool(ending) and lower in self._words and formed

    def _without_office(self, words: Words) -> Words:
        """A run from behind the end of an office that begins before it: "Minister of Works Ruth Vale"."""
        if len(words) < _FULL_NAME:
            return words
        start = words[0][0]
        before = self._text[max(0, start - _BEFORE) : start].split()
        if not self._is_governed_by_office(before, words):
            return words
        here = [word.lower() for _, word in words]
        around = [*(word.lower() for word in before), *here]
        for i in range(len(before)):
            for office in self._grammar.offices.get(around[i], ()):
                k = i + len(office) - len(before)
                if 0 < k < len(words) and tuple(around[i : i + len(office)]) == office:
                    return words[k:]
        titled = before[-2][0].isupper() and before[-2].lower() in self._roles
        articled = len(before) > 2 and before[-3].lower() in self._grammar.determiners
        body = here[-1] in self._grammar.bodies
        return words[-_FULL_NAME:] if titled and not articled and not body else words

    def _is_governed_by_office(self, before: Sequence[str], words: Words) -> bool:
        """Whether a run may end an office: Minister of *Works Ruth Vale*, Leader of the *Opposition Vale*."""
        if len(before) < 2:
            return False
        field = len(words) > _FULL_NAME and self._grammar.classes_of(before[-1]) & COMPLEMENT
        articled = before[-2] in self._links and self._grammar.classes_of(before[-1]) & DEFINITE_ARTICLE
        return before[-1] in self._links or bool(field or articled)

    def _without_titles(self, words: Words) -> tuple[Words, float]:
        """A run from behind its last title, role or the initials of an office, and the gender of that."""
        for i in range(len(words) - 1, 0, -1):
            start, word = words[i - 1]
            if start in self._namesakes or (i > 1 and self._are_suffixes(words[i:])):  # "April Vale"
                continue
            lower = word.lower().rstrip(".")
            if i > 1 and self._ends_body(lower, words[i:]):
                continue
            initial = len(lower) == 1 and word.endswith(".")  # "A." is no article
            called = self._grammar.classes_printed(word) & _NOT_NAMES and not initial
            if called or self._is_office(words, i) or self._is_of_country(lower, words[i:]):
                return words[i:], self._genders.of(lower)
        return words, 0.0

    def _is_of_country(self, lower: str, rest: Words) -> bool:
        """Whether a word says before a full name where somebody is from, or what party: Dutchman Tom Vale."""
        if len(rest) < _FULL_NAME or not self._grammar.classes_of(lower) & PERSON:
            return False
        plain = all(word.lower() in self._grammar.common for _, word in rest)  # the American Red Cross
        return (
            not plain and rest[-1][1].lower() not in self._grammar.bodies and lower not in self._grammar.given
        )

    def _ends_body(self, lower: str, rest: Words) -> bool:
        """Whether what looks like a title ends a body's name with the noun behind it: Aas *First Nation*."""
        if len(rest) > 1 or rest[0][1].lower() not in self._grammar.bodies:
            return False
        classes = self._grammar.classes_of(lower)
        return bool(classes & (CLOSED | TITLE)) and not classes & ROLE

    def _are_suffixes(self, words: Words) -> bool:
        """Whether words stand behind a name: "Tom King Jr."."""
        return all(word.lower().rstrip(".") in self._suffixes for _, word in words)

    def _is_office(self, words: Words, i: int) -> bool:
        """Whether the word before is the initials of an office: "MP Ruth Vale", but not "TD Economics"."""
        word, rest = words[i - 1][1], words[i:]
        if not word.isupper():
            return False
        dotted = "." in word[:-1] and word.lower().rstrip(".") not in self._grammar.abbreviations
        if dotted and len(rest) == 1:  # "Justice P.N. Vale"
            return False
        short = 2 <= len(word.rstrip(".")) <= _INITIALS and not words[-1][1].isupper()
        return short and (len(rest) > 1 or i > 1) and rest[-1][1].lower() not in self._grammar.bodies

    def _is_name_alone(self, start: int, word: str, fuller: set[str]) -> bool:
        """Whether a capitalised word that stands alone is a name: "Vale", not "Experts" or "Aas-based"."""
        lower = word.lower()
        if start in self._namesakes:
            return True
        if lower in self._never_alone or self._is_cut_short(start, lower):
            return False
        if lower in self._no_speakers and self._text.startswith(":", start + len(word)):
            return False  # "Photo: The quay at Aas"
        if word in fuller:
            return True
        if self._is_compound(word) or len(word) == 1:
            return False
        if self._says_what_somebody_is(start, lower):
            return False
        known = (
            lower in self._common
            or lower in self._openers
            or self._is_formed_as_opener(lower)
            or self._is_participle(lower)
        )
        return not (known and self.opens_sentence(start))

    def _says_what_somebody_is(self, start: int, lower: str) -> bool:
        """Whether a lone word is a role, or behind an article tells a country or a party: the *Dane*."""
        classes = self._grammar.classes_of(lower)
        if classes & ROLE:
            return not self._grammar.is_body(lower)
        before = self._text[max(0, start - _BESIDE) : start].split() if classes & PERSON else []
        article = DEFINITE_ARTICLE | INDEFINITE_ARTICLE
        return bool(before) and bool(self._grammar.classes_of(before[-1].lower()) & article)

    def _is_cut_short(self, start: int, lower: str) -> bool:
        """Whether an apostrophe stands for the beginning of a word: "'Tis late"."""
        return lower in self._elided and start > 0 and self._text[start - 1] in APOSTROPHES

    def _is_participle(self, lower: str) -> bool:
        """Whether a word is a participle of a verb of saying: "Asked why, Vale left"."""
        grammar = self._grammar
        return lower in grammar.cues and bool(grammar.classes_of(lower) & (PARTICIPLE | PRESENT_PARTICIPLE))

    def _strays(self, found: Sequence[tuple[int, Words, float]]) -> set[str]:
        """The words that only ever open a sentence, before a preposition or an article: "Photo by"."""
        alone = [words[0] for _, words, _ in found if len(words) == 1]
        governing: set[str] = set()
        others = {word for _, words, _ in found if len(words) > 1 for _, word in words}
        for start, word in alone:
            (governing if self._opens_phrase(start, start + len(word)) else others).add(word)
        return governing - others

    def _opens_phrase(self, start: int, end: int) -> bool:
        """Whether a word opens a sentence and a preposition or an article follows it."""
        after = _WORD_AFTER.match(self._text, end, end + _BEFORE)
        return after is not None and after[1] in self._governing and self.opens_sentence(start)

    def _without_nouns(self) -> Iterator[Words]:
        """Every run of capitalised words, cut at nouns that are no names."""
        if not self._nouns:
            yield from self._capitals()
            return
        for run in self._capitals():
            edges = [-1, *(i for i, (start, _) in enumerate(run) if start in self._nouns), len(run)]
            yield from (run[a + 1 : b] for a, b in itertools.pairwise(edges) if b - a > 1)

    def _capitals(self) -> Iterator[Words]:
        """Every run of capitalised words; in a headline, cut at its verbs."""
        verbs = self._grammar.verbs
        for match in _name_pattern(self._grammar).finditer(self._text):
            run, at = match[0], match.start()
            if " " not in run and "\u00a0" not in run:
                yield [(at, run)]
                continue
            words = _past_epithet([(at + m.start(), m[0]) for m in _WORD.finditer(run)])
            if words[0][1].lower() in self._grammar.cues and self._is_inverted(at, match.end()):
                words = words[1:]
            cuts = [i for i in range(1, len(words)) if words[i][1].lower() in verbs] if len(words) > 2 else []
            if cuts and self._in_headline(at):
                edges = [-1, *cuts, len(words)]
                yield from (words[a + 1 : b] for a, b in itertools.pairwise(edges) if b - a > 1)
            else:
                yield words

    def _is_inverted(self, start: int, end: int) -> bool:
        """Whether a run of capitals opens a sentence that introduces a quotation: "Said Vale: “We sail.”"."""
        return self.opens_sentence(start) and _INTRODUCES.match(self._text, end, end + 80) is not None

    def opens_sentence(self, start: int) -> bool:
        """Whether an offset is at the start of a sentence."""
        before = self._text[max(0, start - 3) : start].rstrip(" \u00a0")
        return not before or before[-1] in _ENDS

    def _in_headline(self, offset: int) -> bool:
        """Whether most words of a line have a capital."""
        paragraph = bisect.bisect_right(self._paragraphs, offset) - 1
        start = self._paragraphs[max(0, paragraph)]
        line = self._text[start : start + _HEADLINE].split("\n")[0]
        long = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
        return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.8 * len(long)

    def _gender_beside(self, start: int, end: int) -> float:
        """The gender that a role beside a name shows: "her brother Tom", "Ruth, his wife"."""
        near = self._text[max(0, start - _BEFORE) : start]
        before = near[-_BESIDE:].rsplit(None, 1)
        gender = self._genders.of(before[-1].lower().strip(",.")) if before else 0.0
        if not gender and "," in near:
            gender = self._genders.of(kin_apart(self._text, start, self._grammar))
        if gender or not self._text.startswith(",", end):
            return gender
        after = _APPOSED.match(self._text, end, end + 40)
        opens = after is not None and self._grammar.classes.get(after[1], 0) & _BEFORE_A_ROLE
        return self._genders.of(after[2]) if after and opens else 0.0


def kin_apart(text: str, start: int, grammar: Grammar) -> str:
    """The noun of somebody's that a comma parts from a name: her *husband*, the poet Tom; "" for none."""
    found = _KIN_APART.search(text, max(0, start - _BEFORE), start)
    if found is None or not grammar.classes_of(found[1].lower()) & (POSSESSIVE | RELATIVISER):
        return ""
    between = [word.lower() for word in found[3].split()]
    no_role = (word for word in between if grammar.classes_of(word) & (CLOSED | CUE | VERB))
    return "" if any(not grammar.classes_of(word) & DEFINITE_ARTICLE for word in no_role) else found[2]


def _past_epithet(words: Words) -> Words:
    """A run from behind a word in marks that a full name follows: “rebel” Ruth Vale, not Ruth “Bo” Vale."""
    if len(words) <= _FULL_NAME + 1:
        return words
    marked = next((i for i, (_, word) in enumerate(words) if word[-1] in _CLOSING_MARKS and i), 0)
    suffixed = words[-1][1].endswith(".") or words[-1][1].isupper()  # “Bo” Vale Jr.
    return words[marked + 1 :] if marked and not suffixed and len(words) - marked > _FULL_NAME else words
