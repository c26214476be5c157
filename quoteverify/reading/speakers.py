"""Mentions to people: who "Vale", "she", "the pilot" and "Mr. Vale" are, in one text.

What the text itself shows decides: the fullest form of a name, the titles and relations
beside it, the pronouns around it, who was the subject last and who has spoken. There is
no table of first names.
"""

import bisect
import functools
import re
from collections.abc import Iterable, Sequence

import attrs

from quoteverify.models import Span, Speaker, SpeakerKind
from quoteverify.reading.attribution import Page
from quoteverify.reading.grammar import Grammar, grammar
from quoteverify.reading.mentions import Mention, MentionKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import Name, compatible, parse_name

_GENDERED = re.compile(r"\b(he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_GROUP = re.compile(r"\band\b")
_SIGNS = {"she": 1, "her": 1, "hers": 1, "he": -1, "his": -1, "him": -1}
_SENTENCES_BACK = 14
_REACH = 300  # characters: how far back a pronoun can testify to the gender of a name


@functools.lru_cache(maxsize=8)
def _name_pattern(words: Grammar) -> re.Pattern[str]:
    """A run of capitalised words, with particles and initials between."""
    particles = "|".join(sorted(map(re.escape, words.particles), key=len, reverse=True))
    short = "|".join(sorted((re.escape(a.capitalize()) for a in words.abbreviations), key=len, reverse=True))
    capital = rf"(?:(?:{short})\.|[A-Z]\.(?:[A-Z]\.)*|[A-Z\u00C0-\u00DE][^\W_]*(?:[-'’](?!s\b)[^\W_]+)*)"
    return re.compile(rf"\b(?:al-|el-)?{capital}(?:[ \u00A0](?:(?:{particles})[ \u00A0-])?(?:al-|el-)?{capital})*")


@attrs.define(eq=False)
class Person:
    """Somebody or something that the text names: every form of the name and where it stands."""

    name: str
    parsed: Name
    forms: dict[str, int] = attrs.field(factory=dict)
    starts: list[int] = attrs.field(factory=list)
    subjects: list[int] = attrs.field(factory=list)
    gender: float = 0.0
    """Above 0 for her, below for him."""
    spoke: int = -1
    known: Speaker | None = None

    def last_before(self, offset: int) -> int:
        """Where it was last named before an offset, or -1."""
        i = bisect.bisect_left(self.starts, offset)
        return self.starts[i - 1] if i else -1


class Cast:
    """Everybody that a text names."""

    def __init__(self, page: Page, profile: LanguageProfile, known: Iterable[Speaker] = ()) -> None:
        self.page = page
        self.text = text = page.text
        quoted = [m.outer for m in page.marked]
        self.words = grammar(profile)
        self.profile = profile
        self.known = tuple(known)
        self.people: list[Person] = []
        self._quoted = quoted
        self._quote_starts = [q.start for q in quoted]
        self._by_word: dict[str, list[Person]] = {}
        self._sticky: dict[str, Person] = {}
        self._pronouns: dict[int, Person | None] = {}
        self._genders = {
            word: {"f": 1.0, "m": -1.0}.get(str(row.values.get("gender")), 0.0)
            for table in ("titles", "roles")
            for row in profile.rows(table)
            for word in row.words
        }
        self._gather()

    def _in_quote(self, offset: int) -> bool:
        i = bisect.bisect_right(self._quote_starts, offset)
        return bool(i) and offset < self._quoted[i - 1].end

    def _gather(self) -> None:
        """Find every name of more than one word, then the short forms of each."""
        runs: list[tuple[int, str, Name, float]] = []
        for match in _name_pattern(self.words).finditer(self.text):
            found = self._bare(match)
            if found is not None:
                runs.append(found)
        for start, name, parsed, gender in runs:
            if len(parsed.words) > 1:
                self._add(start, name, parsed, gender)
        self._lone = [run for run in runs if len(run[2].words) == 1]
        for start, name, parsed, gender in self._lone:
            candidates = self._by_word.get(parsed.words[0], ())
            person = self._choose(candidates, start, parsed)
            if person is not None:
                self._note(person, start, name, gender)
        for person in self.people:
            person.starts.sort()
        self._testify()

    def _bare(self, match: re.Match[str]) -> tuple[int, str, Name, float] | None:
        """A run of capitals without the titles and sentence-openers before the name."""
        words = match[0].split()
        start = match.start()
        gender = 0.0
        offset = start
        kept = start
        rest = len(words)
        at = 0
        begin = 0
        for i, word in enumerate(words):
            at = self.text.index(word, at if at > offset else offset)
            lower = word.lower().rstrip(".")
            if i < rest - 1 and (
                lower in self.words.titles or lower in self.words.roles or lower in self.words.closed
                or lower in self.words.calendar
            ):
                gender = self._genders.get(lower, 0.0) or gender
                begin = i + 1
                kept = at + len(word)
            at += len(word)
        name = self.text[kept : match.end()].strip().rstrip(".") if begin else match[0].rstrip(".")
        if begin:
            kept += len(self.text[kept : match.end()]) - len(self.text[kept : match.end()].lstrip())
        lower = name.lower()
        if not name or lower in self.words.closed or lower in self.words.calendar:
            return None
        parsed = parse_name(name, self.profile)
        if not parsed.words:
            return None
        before = self.text[max(0, kept - 24) : kept].split()
        if before and not gender:
            gender = self._genders.get(before[-1].lower().strip(",."), 0.0)
        return kept, name, parsed, gender

    def _add(self, start: int, name: str, parsed: Name, gender: float) -> Person:
        """Put a full name to the person it is, or to a new one."""
        for person in self._by_word.get(parsed.words[-1], ()):
            if len(person.parsed.words) > 1 and compatible(person.parsed, parsed, self.profile):
                if len(parsed.words) > len(person.parsed.words):
                    person.name, person.parsed = name, parsed
                self._note(person, start, name, gender)
                return person
        person = Person(name, parsed)
        self.people.append(person)
        for word in {parsed.words[0], parsed.words[-1], parsed.joined}:
            self._by_word.setdefault(word, []).append(person)
        self._note(person, start, name, gender)
        return person

    def _note(self, person: Person, start: int, name: str, gender: float) -> None:
        person.starts.append(start)
        person.forms.setdefault(name, start)
        person.gender += 3 * gender
        if not self._in_quote(start) and self._is_subject(start, len(name)):
            person.subjects.append(start)

    def _is_subject(self, start: int, length: int) -> bool:
        """Whether a name opens its sentence, or a verb seems to follow it."""
        before = self.text[max(0, start - 3) : start].rstrip(" \u00a0")
        if not before or before[-1] in ".!?\n\r”\"":
            return True
        after = re.match(r"\s([a-z]+)", self.text[start + length : start + length + 20])
        return bool(after and (after[1] in self.words.auxiliaries or after[1] in self.words.cues or after[1].endswith("ed")))

    def _choose(self, candidates: Sequence[Person], offset: int, parsed: Name) -> Person | None:
        """Which of those who bear a short name it stands for here."""
        best, best_score = None, float("-inf")
        sign = {"f": 1, "m": -1}.get(parsed.gender, 0)
        for person in candidates:
            score = 0.0
            i = bisect.bisect_left(person.starts, offset) if person.starts else 0
            if i:
                score += 2 + min(i, 6) * 0.3 - (offset - person.starts[i - 1]) / 4000
            else:
                score -= (person.starts[0] - offset) / 4000 if person.starts else 0
            if person.parsed.words[-1] == parsed.words[-1]:
                score += 2
            if sign and person.gender:
                score += 3 if person.gender * sign > 0 else -6
            if person.subjects and person.subjects[0] < offset:
                score += 1.5
            if self._sticky.get(" ".join(parsed.words)) is person:
                score += 2
            if score > best_score:
                best, best_score = person, score
        return best

    def _testify(self) -> None:
        """Let the pronouns outside quotations say of whom they are: the one person named before them nearby."""
        named = sorted((s, i) for i, p in enumerate(self.people) for s in p.starts if not self._in_quote(s))
        places = [s for s, _ in named]
        starts = self.page.starts
        subjects = {s for p in self.people for s in p.subjects}
        for match in _GENDERED.finditer(self.text):
            at = match.start()
            if self._in_quote(at):
                continue
            floor = max(at - _REACH, starts[max(0, bisect.bisect_right(starts, at) - 1)])
            near = named[bisect.bisect_left(places, floor) : bisect.bisect_left(places, at)]
            people = {i for _, i in near if self._is_person(self.people[i])}
            sign = 1 if match[0].lower() in ("she", "her", "herself") else -1
            if len(people) == 1:
                self.people[people.pop()].gender += 1.5 * sign
            elif people:
                subject = next((i for s, i in reversed(near) if s in subjects and i in people), None)
                if subject is not None:
                    self.people[subject].gender += 0.4 * sign

    def resolve(self, mention: Mention, offset: int) -> Person | None:
        """The person that a mention means, at an offset of the text."""
        if mention.kind == MentionKind.NAME:
            return self.named(mention.name, mention.name_span.start if mention.name_span else offset, mention.span)
        if mention.kind == MentionKind.PRONOUN:
            return self._pronoun(mention)
        return None

    def named(self, name: str, offset: int, span: Span | None = None) -> Person:
        """The person of a name, a new one where the text gives no fuller form."""
        full = self.text[span.start : offset + len(name)] if span else name
        titled = parse_name(full, self.profile)
        parsed = parse_name(name, self.profile)
        if titled.gender and not parsed.gender:
            parsed = attrs.evolve(parsed, gender=titled.gender)
        key = " ".join(parsed.words)
        if not parsed.words:
            person = Person(name, parsed)
            self.people.append(person)
            return person
        candidates = [
            p
            for p in dict.fromkeys((*self._by_word.get(parsed.words[-1], ()), *self._by_word.get(parsed.joined, ())))
            if compatible(p.parsed, parsed, self.profile) or parsed.joined == p.parsed.joined
        ]
        person = self._choose(candidates, offset, parsed)
        if person is None:
            person = Person(name, parsed, starts=[offset], forms={name: offset})
            self.people.append(person)
            for word in {parsed.words[0], parsed.words[-1]}:
                self._by_word.setdefault(word, []).append(person)
            if len(parsed.words) == 1:
                person.starts = sorted({offset, *(s for s, _, p, _ in self._lone if p.words == parsed.words)})
                person.subjects = [
                    s for s in person.starts if not self._in_quote(s) and self._is_subject(s, len(name))
                ]
        self._sticky[key] = person
        return person

    def _pronoun(self, mention: Mention, depth: int = 0) -> Person | None:
        """The person whom a pronoun means: the last fitting subject, back from where it stands."""
        start = mention.span.start
        if start not in self._pronouns:
            sign = _SIGNS.get(mention.head, 0)
            self._pronouns[start] = self._antecedent(start, sign, depth) if sign else None
        return self._pronouns[start]

    def _antecedent(self, start: int, sign: int, depth: int) -> Person | None:
        paragraph, sentence = self.page.locate(start)
        for _ in range(_SENTENCES_BACK):
            for subject in self.page.subjects(paragraph, sentence):
                # "The mayor, he said, lied": the two are not one.
                if subject.span.end < start - 2:
                    person = self._subject(subject, sign, depth)
                    if person is not None:
                        return person
            sentence -= 1
            while sentence < 0:
                paragraph -= 1
                if paragraph < 0:
                    return None
                sentence = len(self.page.sentences(paragraph)) - 1
        return None

    def _subject(self, subject: Mention, sign: int, depth: int) -> Person | None:
        """The person that a subject names, if a pronoun of this gender can stand for it."""
        if subject.kind == MentionKind.PRONOUN:
            if _SIGNS.get(subject.head) != sign or depth > 40:
                return None
            return self._pronoun(subject, depth + 1)
        if subject.kind != MentionKind.NAME or subject.name_span is None or _GROUP.search(subject.span.of(self.text)):
            return None
        person = self.named(subject.name, subject.name_span.start, subject.span)
        if not self._is_person(person) or person.gender * sign < -1:
            return None
        if subject.span.of(self.text)[:4].lower() == "the " and subject.name_span.start == subject.span.start + 4:
            return None
        return person

    def _is_person(self, person: Person) -> bool:
        """Whether a name is a person's as far as its words show."""
        words = person.parsed.words
        if any(w in self.words.bodies for w in words) or person.name.isupper():
            return False
        return len(words) > 1 or person.spoke >= 0 or (bool(person.subjects) and person.name[:1].isupper())

    def speaker(self, person: Person) -> Speaker:
        """The model of a person."""
        if person.known is not None:
            return person.known
        forms = tuple(f for f in sorted(person.forms, key=lambda f: person.forms[f]) if f != person.name)
        kind = SpeakerKind.PERSON if self._is_person(person) else SpeakerKind.BODY
        return Speaker(person.name, aliases=forms, kind=kind)
