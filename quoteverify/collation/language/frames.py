"""What words stand before others and bear on all of them: denials, doubts, other people's views, conditions.

The markers of a language (negations, hedges, conditions) and its frames are looked for together, for the
longest phrase decides: "no" denies, "no doubt" does not.
"""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteverify.collation.language.lexicon import Lexicon, lexicon
from quoteverify.collation.language.numerals import Phrase
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import words

ANY_WORD = "*"
"""What stands in a phrase for any one word: "too * to"."""

DOUBT, VIEW = "doubt", "view"
"""What a frame makes of words where no marker table does the same: doubtful, or another's view."""

BEARING = ("negators", "hedges", "conditions")
"""The marker tables whose phrases bear on what stands beside them."""


@attrs.frozen
class Frame:
    """What a phrase does to the words that it stands before.

    Attributes:
        turns: The table whose words do the same; "doubt" or "view" where none does, "amount" where it says
            of how many a sentence is that it opens, "nothing" where it does nothing, though a part of it
            would by itself.
        of_phrase: Whether it bears only on the phrase right behind it, and on no clause.
        said: Whether it is a verb of which that holds only where its subject is not the speaker.
        inverted: Whether it opens a condition only before its subject: "Had they asked".
        of_all: Whether it takes something out of what was said of all: "nobody but him".
    """

    turns: str
    of_phrase: bool = False
    said: bool = False
    inverted: bool = False
    of_all: bool = False


_COLUMNS = {"of_phrase": "phrase", "said": "said", "inverted": "inverted", "of_all": "of_all"}
"""What a frame has, by the columns of its table."""
_TABLES = {"denial": "negators", "condition": "conditions"}
"""The marker tables whose words do what a frame does."""

_Shape = tuple[int, tuple[int, ...]]
"""How many words a phrase has, and which of them are any word."""

DOUBT, VIEW, AMOUNT = "doubt", "view", "amount"
"""What a phrase does of which there is no marker table."""
NOTHING = Frame("nothing")
RELATIVE = Frame("relatives")
"""What a clause does that narrows the noun before it."""


@attrs.frozen
class FrameMark:
    """A phrase that bears on what stands beside it.

    Attributes:
        start: The first of its words.
        end: The one past the last.
        head: The one that makes it what it is.
        frame: What it does.
    """

    start: int
    end: int
    head: int
    frame: Frame


@attrs.frozen(eq=False)
class Frames:
    """The phrases of a language that bear on what stands beside them.

    Attributes:
        phrases: What each phrase does.
        opening: The words that they begin with.
        shapes: By the first two words, of which the second may be any: how many words the phrases have that
            begin so and which of them are any, the longest first.
        heads: Words of which every phrase has one: only where one stands is it worth looking.
        afar: The same of conditions, which bear from afar.
        behind: And of what bears on words that it stands right behind.
        longest: How many words the longest phrase has.
        subjects: What a clause can begin with: articles, determiners, pronouns.
    """

    lexicon: Lexicon
    phrases: Mapping[Phrase, Frame]
    opening: frozenset[str]
    shapes: Mapping[tuple[str, str], Sequence[_Shape]]
    heads: frozenset[str]
    afar: frozenset[str]
    behind: frozenset[str]
    longest: int
    subjects: frozenset[str]

    def bearing(self, keys: Sequence[str]) -> Iterator[FrameMark]:
        """Those of the phrases that bear on what stands beside all of some words, which were cut."""
        for mark in self.marks(keys):
            frame = mark.frame
            if frame.turns not in BEARING or frame.of_all:
                continue
            if not frame.inverted or (mark.start == 0 and not self.subjects.isdisjoint(keys[1:2])):
                yield mark

    def marks(self, keys: Sequence[str]) -> Iterator[FrameMark]:
        """The phrases among some words, contractions in full, in order; none over another."""
        if self.heads.isdisjoint(keys):
            return
        at = 0
        while at < len(keys):
            found = keys[at] in self.opening and self._longest(keys, at)
            if found:
                phrase, frame = found
                if frame is not NOTHING:
                    yield FrameMark(
                        at, at + len(phrase), at + phrase.index(_head(phrase, self.lexicon)), frame
                    )
                at += len(phrase) - 1
            at += 1

    def _longest(self, keys: Sequence[str], at: int) -> tuple[Phrase, Frame] | None:
        """The longest phrase that begins with a word, and what it does."""
        first, following = keys[at], keys[at + 1] if at + 1 < len(keys) else ""
        for length, anything in self.shapes.get((first, following)) or self.shapes.get((first, ANY_WORD), ()):
            phrase = tuple(keys[at : at + length])
            if anything and len(phrase) == length:
                phrase = tuple(ANY_WORD if n in anything else key for n, key in enumerate(phrase))
            frame = self.phrases.get(phrase)
            if frame is not None:
                return phrase, frame
        alone = self.phrases.get((first,))
        return ((first,), alone) if alone else None


@functools.lru_cache(maxsize=256)
def frames(language: LanguageProfile) -> Frames:
    """The frames and markers of a language, made once for each profile."""
    known = lexicon(language)
    found = _marking(known) | _framing(language)

    def cover(asked: Callable[[Frame], bool]) -> frozenset[str]:
        return _cover([p for p, frame in found.items() if frame is not NOTHING and asked(frame)], known)

    return Frames(
        known,
        found,
        opening=frozenset(phrase[0] for phrase in found),
        shapes=_shapes(found),
        heads=cover(lambda frame: True),
        afar=cover(_bears_from_afar),
        behind=cover(lambda frame: _may_stand_behind(frame) and not _bears_from_afar(frame)),
        longest=max(map(len, found), default=0),
        subjects=_subjects(language),
    )


def _marking(known: Lexicon) -> dict[Phrase, Frame]:
    """What the phrases of the marker tables do; only those of some bear on what stands beside them."""
    of_phrase = {tuple(words(word).keys) for word in known.profile.words("negators", phrase=True)}
    return {
        phrase: Frame(table, of_phrase=phrase in of_phrase) if table in BEARING else NOTHING
        for phrase, (table, _) in known.phrases.items()
    }


def _framing(language: LanguageProfile) -> dict[Phrase, Frame]:
    """What the phrases of the table of frames do."""
    found = {}
    for row in language.rows("frames"):
        turns = str(row.values["turns"])
        flags = {name: bool(row.values.get(column)) for name, column in _COLUMNS.items()}
        frame = NOTHING if turns == NOTHING.turns else Frame(_TABLES.get(turns, turns), **flags)
        for word in row.words:
            found[tuple(key for part in word.split() for key in _keys(part))] = frame
    return found


def _subjects(language: LanguageProfile) -> frozenset[str]:
    """What a clause can begin with."""
    classes = ("definite_article", "indefinite_article", "possessive")
    found = language.words("function_words", points=True)
    found |= {str(row.values["subject"]) for row in language.rows("pronouns")}
    return found.union(*(language.words("grammar", **{"class": name}) for name in classes))


def _keys(part: str) -> Sequence[str]:
    return [part] if part == ANY_WORD else words(part).keys


def _shapes(phrases: Iterable[Phrase]) -> dict[tuple[str, str], Sequence[_Shape]]:
    """By the first two words of phrases, the shapes of those that may begin with them."""
    found: defaultdict[tuple[str, str], set[_Shape]] = defaultdict(set)
    for phrase in phrases:
        if len(phrase) > 1:
            anything = tuple(n for n, word in enumerate(phrase) if word == ANY_WORD)
            found[phrase[0], phrase[1]].add((len(phrase), anything))
    return {
        (first, second): sorted(
            some | found.get((first, ANY_WORD), set()), key=lambda shape: (-shape[0], shape[1])
        )
        for (first, second), some in found.items()
    }


def _bears_from_afar(frame: Frame) -> bool:
    """Whether a phrase bears from afar."""
    return frame.turns == "conditions" and not frame.of_all


def _may_stand_behind(frame: Frame) -> bool:
    """Whether a phrase bears on what it stands behind, too."""
    return frame.turns in BEARING or frame.turns == VIEW


def _cover(phrases: Iterable[Phrase], known: Lexicon) -> frozenset[str]:
    """Few words of which each of some phrases has one: those that are phrases by themselves first."""
    found: set[str] = set()
    for phrase in sorted(phrases, key=len):
        if found.isdisjoint(phrase):
            found.add(max(_telling(phrase, known), key=len))
    return frozenset(found)


def _head(phrase: Phrase, known: Lexicon) -> str:
    """The word of a phrase that stands in the fewest texts, as far as that can be told."""
    return _telling(phrase, known)[0]


def _telling(phrase: Phrase, known: Lexicon) -> Sequence[str]:
    """The words of a phrase that say something by themselves; all of them, where none does."""
    given = [word for word in phrase if word != ANY_WORD]
    return [word for word in given if (word,) not in known.light] or given
