"""The names of a text by where they stand, and what stands beside each."""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

from quoteverify.models import Span
from quoteverify.reading.people.names.descriptions import (
    Description,
    before_titles,
    behind,
    in_front,
    set_off,
)
from quoteverify.reading.people.names.genders import genders_of
from quoteverify.reading.people.names.namings import Names, Naming
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import words_of
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.word_classes import AUXILIARY, PARTICIPLE, PAST, ROLE, VERB
from quoteverify.text.language import LanguageProfile

_FIRST_NAMINGS = 4  # places: what somebody is stands beside one of the first, if anywhere
_BESIDE = 24  # code points: as far before a name as a title or a verb of saying may reach
_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")
_VERB_AFTER = re.compile(r"[ \u00A0]([^\W\d_]+)[ \u00A0](\S)")


@functools.lru_cache(maxsize=8)
def _forms_of_titles(profile: LanguageProfile) -> dict[str, frozenset[str]]:
    """For each title, all of its forms."""
    return {word: frozenset(row.words) for row in profile.rows("titles") for word in row.words}


@functools.lru_cache(maxsize=8)
def _personal(profile: LanguageProfile) -> re.Pattern[str]:
    """What stands behind a name and is said of people alone: an age, "who"."""
    words = "|".join(sorted(words_of("references", profile, kind="personal")))
    return re.compile(rf", (?:\d{{1,3}}{'|' if words else ''}{words})\b| \(\d{{1,3}}\)")


class NamingIndex:
    """The names of a text, in order.

    Args:
        narration: The text with its marked spans.
    """

    def __init__(self, narration: Narration) -> None:
        self.text = narration.text
        self.grammar = narration.grammar
        self.profile = narration.profile
        self.genders = genders_of(narration.profile)
        self._quoted = [marked.outer for marked in narration.marked]
        self._quote_starts = [span.start for span in self._quoted]
        self._names = Names(
            narration.text,
            narration.starts,
            narration.grammar,
            narration.profile,
            narration.common,
            narration.namesakes,
            narration.nouns,
        )
        self.opens_sentence = self._names.opens_sentence
        self.nominative = self._names.nominative
        self.namings = list(self._names)
        self._starts = [naming.start for naming in self.namings]
        self._described: dict[tuple[int, bool], tuple[Description, ...]] = {}

    def __iter__(self) -> Iterator[Naming]:
        return iter(self.namings)

    def between(self, start: int, end: int) -> Sequence[Naming]:
        """The names that start between two offsets, in order."""
        first = bisect.bisect_left(self._starts, start)
        return self.namings[first : bisect.bisect_left(self._starts, end)]

    def in_quote(self, offset: int) -> bool:
        """Whether an offset lies within a quoted span."""
        i = bisect.bisect_right(self._quote_starts, offset)
        return bool(i) and offset < self._quoted[i - 1].end

    def before(self, offset: int, most: int) -> Iterator[Naming]:
        """The names that stand before an offset, the last first, and not more than so many."""
        i = bisect.bisect_left(self._starts, offset)
        return reversed(self.namings[max(0, i - most) : i])

    def after(self, offset: int, most: int) -> Iterator[Naming]:
        """The names that stand after an offset, in order, and not more than so many."""
        i = bisect.bisect_left(self._starts, offset)
        return iter(self.namings[i : i + most])

    def around(self, offset: int, reach: int) -> Iterator[Naming]:
        """The names that stand within a reach of an offset, the nearest first."""
        near = self.between(offset - reach, offset + reach)
        return iter(sorted(near, key=lambda naming: abs(naming.start - offset)))

    def first_of(self, person: Person) -> Iterator[Naming]:
        """The first places in which a person is named."""
        for start in person.starts[:_FIRST_NAMINGS]:
            i = bisect.bisect_left(self._starts, start)
            if i < len(self.namings) and self.namings[i].start == start:
                yield self.namings[i]

    def past_opener(self, where: Span) -> Naming | None:
        """The name behind what opens a sentence in a span: Furious *Ruth Vale*; None where nothing does."""
        if not self.opens_sentence(where.start):
            return None
        inside = self.between(where.start + 1, where.end)
        if len(inside) != 1 or inside[0].end != where.end:
            return None
        before = self.text[where.start : inside[0].start].split()
        return inside[0] if len(before) == 1 and not before[0].isupper() else None

    def described(self, naming: Naming, front: bool) -> tuple[Description, ...]:
        """What stands right before a name and its titles, or behind it; found once."""
        key = naming.start, front
        found = self._described.get(key)
        if found is None:
            told = self._told_in_front(naming) if front else self._told_behind(naming)
            found = self._described[key] = tuple(one for one in told if one is not None)
        return found

    def _told_in_front(self, naming: Naming) -> Iterator[Description | None]:
        after = self._verb_in_front(naming)
        for start in before_titles(self.text, naming.start, self.profile):
            yield in_front(self.text, start, self.grammar, self.profile, after)
            yield from set_off(self.text, start, naming.end, self.grammar, self.profile)

    def _verb_in_front(self, naming: Naming) -> int:
        """Where the verb of another's name ends that stands before: "Mayor Ruth Vale met Pilot Tom Aas"."""
        other = next(self.before(naming.start, 1), None)
        found = None
        if other is not None and len(other.parsed.words) > 1:
            found = _VERB_AFTER.match(self.text, other.end, naming.start)
        if other is None or found is None:
            return 0
        classes = self.grammar.classes_of(found[1])
        titled = found[2].isupper()  # but a New York "state" senator
        is_verb = classes & PARTICIPLE or (titled and classes & VERB)
        return found.end(1) if is_verb and not classes & ROLE else 0

    def _told_behind(self, naming: Naming) -> Iterator[Description | None]:
        yield behind(self.text, naming.end, self.grammar, self.profile)

    def _beside(self, offset: int) -> str:
        """What stands right before an offset, as far as a word may reach."""
        return self.text[max(0, offset - _BESIDE) : offset]

    def title_at(self, offset: int) -> frozenset[str]:
        """The title that stands before an offset, by all of its forms: adv and advocate are one."""
        before = self._beside(offset).lower().replace(".", "").split()
        return _forms_of_titles(self.profile).get(before[-1], frozenset()) if before else frozenset()

    def is_subject(self, start: int, length: int) -> bool:
        """Whether a name outside quotations opens its sentence, or a verb seems to follow it."""
        if self.in_quote(start):
            return False
        if self.opens_sentence(start):
            return True
        after = self.word_after(start, length)
        classes = self.grammar.classes_of(after)
        return after in self.grammar.cues or bool(classes & (AUXILIARY | PAST))

    def speaks(self, naming: Naming) -> bool:
        """Whether a verb of saying follows a name outside quotations."""
        after = self.word_after(naming.start, naming.end - naming.start)
        return after in self.grammar.cues and not self.in_quote(naming.start)

    def is_cued(self, naming: Naming) -> bool:
        """Whether a verb of saying stands before a name: said Ruth Vale."""
        before = self._beside(naming.start).split()
        return bool(before) and before[-1] in self.grammar.cues

    def is_followed_by_personal(self, naming: Naming) -> bool:
        """Whether an age or "who" stands behind a name."""
        return _personal(self.profile).match(self.text, naming.end) is not None

    def is_personal(self, start: int, end: int) -> bool:
        """Whether what stands beside a name is said of people alone."""
        before = self.text[max(0, start - 24) : start].split()
        return bool(
            (before and before[-1].lower().strip(",.") in self.genders)
            or self.word_after(start, end - start) in self.grammar.cues
            or _personal(self.profile).match(self.text, end)
        )

    def stands_behind(self, words: tuple[str, ...], start: int) -> bool:
        """Whether one of some words stands before a name: *in* Aas."""
        return self.text[max(0, start - 8) : start].lower().endswith(words)

    def word_after(self, start: int, length: int) -> str:
        """The word in lower case that follows a name; "" where none does."""
        after = _WORD_AFTER.match(self.text, start + length, start + length + 20)
        return after[1] if after and after[1].islower() else ""
