"""A change of words as the rules see it: what each side has, in its surroundings, and where it stands."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from quoteverify.collation.differences.changed_words import ChangedWords, Phrases
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.word_forms import has_contraction


class Shape(StrEnum):
    """What sort of change something is before it has a name."""

    DISCLOSED = "disclosed"
    """An ellipsis or brackets say so."""
    AT_END = "at_end"
    """One wording has more at its start or end."""
    ONE_SIDED = "one_sided"
    """Words that one wording has and the other has not."""
    SUBSTITUTION = "substitution"
    """Words for other words."""


class Disclosure(StrEnum):
    """How the print discloses a change."""

    NONE = ""
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"


class Change:
    """Words that stand in one wording and not in the other.

    Attributes:
        lexicon: The language.
        a: What one side has.
        b: What the other has.
        disclosure: What discloses it.
        cut: Whether it stands at an end of one wording that is cut there.
        apart: Whether commas or dashes set it off.
        goes_on: Whether it is the second wording that has more at an end.
        over_ellipsis: Whether an ellipsis stands before what more it has.
        near: Of words left out, those that belong to the sentence of the words beside them, in full.
        enclosed: Whether marks on both sides set off words left out: an aside.
        joins_halves: Whether words are left out from inside one sentence to inside another.
    """

    def __init__(
        self, lexicon: Lexicon, a: ChangedWords, b: ChangedWords, *,
        disclosure: Disclosure = Disclosure.NONE, cut: bool = False, apart: bool = False,
        goes_on: bool = False, over_ellipsis: bool = False, near: Sequence[str] = (),
        enclosed: bool = False, joins_halves: bool = False,
    ) -> None:  # fmt: skip
        self.lexicon, self.a, self.b, self.disclosure = lexicon, a, b, disclosure
        self.cut, self.apart, self.goes_on, self.over_ellipsis = cut, apart, goes_on, over_ellipsis
        self.near, self.enclosed, self.joins_halves = near, enclosed, joins_halves

    @property
    def sides(self) -> tuple[ChangedWords, ChangedWords]:
        """Both sides."""
        return self.a, self.b

    @property
    def shape(self) -> Shape:
        """What sort of change it is, by which the rules are chosen."""
        if self.disclosure:
            return Shape.DISCLOSED
        if self.cut or self.goes_on:
            return Shape.AT_END
        return Shape.ONE_SIDED if self.one_sided else Shape.SUBSTITUTION

    @property
    def tables(self) -> frozenset[str]:
        """The language's tables that have one of the changed words; "figures" for a number in figures."""
        found: set[str] = set()
        known, phrases = self.lexicon.tables, self.lexicon.tables_of_phrases
        for side in (self.a, self.b):
            for key in side.printed:
                if key in known:
                    found |= known[key]
                    found |= phrases.get(key, frozenset())
                elif key[0].isdigit():
                    found.add("figures")
                elif self.lexicon.numerals.parts is not None and self.lexicon.numerals.number(key):
                    found.add("numbers")
            if has_contraction(side.printed, self.lexicon):
                found.add("contractions")
                found.update(*[known[word] for word in side.words if word in known])
        return frozenset(found)

    @property
    def only(self) -> ChangedWords:
        """The side that has words, of a change of one side."""
        return self.a if self.a.words else self.b

    @property
    def one_sided(self) -> bool:
        """Whether the words stand in one wording only."""
        return not self.a.printed or not self.b.printed

    @property
    def marked(self) -> bool:
        """Whether the printed text discloses the change."""
        return bool(self.disclosure) or self.over_ellipsis

    def differs_in(self, table: str) -> bool:
        """Whether the two sides differ in what they mark from one table."""
        return self.a.senses(table) != self.b.senses(table)

    def covered(self, vocabulary: Phrases) -> bool:
        """Whether every changed word of both sides belongs to the vocabulary."""
        return self.a.covered(vocabulary) and self.b.covered(vocabulary)

    def swapped(self) -> "Change":
        """The same with the sides exchanged."""
        return Change(
            self.lexicon, self.b, self.a, disclosure=self.disclosure, cut=self.cut, apart=self.apart,
            goes_on=self.goes_on, over_ellipsis=self.over_ellipsis, near=self.near,
            enclosed=self.enclosed, joins_halves=self.joins_halves,
        )  # fmt: skip


class Edit(NamedTuple):
    """One stretch of each text that is put for the other: one difference.

    Attributes:
        a_start: Where it stands in ``a``.
        a_end: Where it ends there.
        b_start: Where it stands in ``b``.
        b_end: Where it ends there.
        change: What words were changed; None if they are the same, or there are none, and the print differs.
        is_word: Whether it is one word, printed in two ways.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    change: Change | None = None
    is_word: bool = False

    def swapped(self) -> "Edit":
        """The same with the sides exchanged."""
        change = self.change.swapped() if self.change else None
        return Edit(self.b_start, self.b_end, self.a_start, self.a_end, change, self.is_word)
