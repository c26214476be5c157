"""What a rule is that names a change of words, and what several rules ask of one."""

import functools
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.language.frames import frames
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import (
    around,
    ends_with_bound,
    is_number,
    is_part,
    quantity,
    unit_of,
)
from quoteverify.collation.language.word_forms import opposite, same_lemma, same_quantity
from quoteverify.models import DifferenceKind, Severity
from quoteverify.text.language import LanguageProfile


class Named(NamedTuple):
    """What a difference is, how much it matters, and the name of the rule that says so."""

    kind: DifferenceKind
    severity: Severity
    rule: str


@functools.lru_cache(maxsize=64)
def of_classes(profile: LanguageProfile, *classes: str) -> frozenset[str]:
    """The words that are of one of some classes of the grammar."""
    return frozenset().union(*(profile.words("grammar", **{"class": name}) for name in classes))


_DASHES = frozenset("-‐–—")

NO_RULE = Named(DifferenceKind.WORDING, Severity.SUBSTANTIVE, "no_rule")
"""What a change is that no rule fits."""


@attrs.frozen(eq=False)
class Rule:
    """A named reading of changes.

    Attributes:
        kind: What a change is that it fits.
        severity: How much such a change matters.
        fits: Whether it fits a change.
        example: Two wordings between which it alone decides.
        shapes: The sorts of change that it is asked about.
        tables: It fits only where one of these tables has a changed word; if empty, any words.
        named: What it says of a change that it fits.
    """

    kind: DifferenceKind
    severity: Severity
    fits: Callable[[Change], bool]
    example: tuple[str, str]
    shapes: tuple[Shape, ...]
    tables: frozenset[str]
    named: Named = attrs.field(init=False)

    @named.default
    def _named(self) -> Named:
        return Named(self.kind, self.severity, self.name)

    @property
    def name(self) -> str:
        """The rule's name, as differences give it."""
        return self.fits.__name__


def rule_for(
    kind: DifferenceKind,
    severity: Severity,
    *shapes: Shape,
    example: tuple[str, str],
    tables: tuple[str, ...] = (),
) -> Callable[[Callable[[Change], bool]], Rule]:
    """What makes a rule of a function that says whether it fits; the arguments are those of `Rule`."""
    return lambda fits: Rule(kind, severity, fits, example, shapes, frozenset(tables))


def qualified(change: Change) -> bool:
    """Whether a qualifier was beside the words that are left; an aside denies only what it says itself."""
    marks = frames(change.lexicon.profile).bearing(change.near)
    return _bounds_a_number(change) or any(
        mark.frame.turns != "negators" or not change.enclosed for mark in marks
    )


def _bounds_a_number(change: Change) -> bool:
    """Whether words cut from a start make a rough number, or a bound, of the one behind them."""
    side, lexicon = change.only, change.lexicon
    keys, _, hi = side.in_full
    return hi < len(keys) and is_number(keys[hi], lexicon) and ends_with_bound(keys[:hi], lexicon)


def turns_direction(change: Change) -> bool:
    """Whether a word is put for one that turns the sense: "after" for another, "to" for "from"."""
    lexicon, a, b = change.lexicon, change.a.words, change.b.words
    if a in lexicon.directions or b in lexicon.directions or frozenset((a, b)) in lexicon.contraries:
        return True
    return frozenset((a, b)) in lexicon.contraries_of_numbers and is_before_amount(change.a)


def is_before_amount(side: ChangedWords) -> bool:
    """Whether an amount stands right behind the words: "by $5", "by a third", "over an hour"."""
    keys, _, hi = side.in_full
    hi += hi < len(keys) and keys[hi] in side.lexicon.numerals.articles
    return hi < len(keys) and is_part(keys[hi], side.lexicon)


def is_particle(side: ChangedWords, *, turns: bool) -> bool:
    """Whether one word is a particle behind the word that takes it, or whom that is done to: "called it off".

    Args:
        side: The word, and what stands around it.
        turns: Whether the two say something else than the one alone: "called", and not "have got".
    """
    lexicon = side.lexicon
    if len(side.words) != 1 or side.words[0] not in lexicon.particles:
        return False
    keys, lo, _ = side.in_full
    near = [keys[n] for n in (lo - 1, lo - 2) if n >= 0][: 1 + (keys[lo - 1] in lexicon.pointing)]
    return any(
        turning is turns
        and any(key in behind or (turns and same_lemma(key, word, lexicon)) for word in behind)
        for behind, turning in lexicon.particles[keys[lo]]
        for key in near
    )


CLAUSE = 4
"""The fewest words in a row that can be a statement by themselves: with 2 or 3 no alteration is named
otherwise, with 5 a few (`tests/bench/measure_constants.py`)."""

SHORTEST_ROW = 2
"""In numbers: that many in a row may be read one by one, "twenty-four seven"."""

MOST_FOR_AN_OPPOSITE = 2
"""In words: "misinformed", "well informed"."""


def opposed(change: Change) -> bool:
    """Whether one word is put for its opposite."""
    a, b = change.a.words, change.b.words
    if len(a) != 1 and len(b) != 1:
        return False
    return max(len(a), len(b)) <= MOST_FOR_AN_OPPOSITE and any(
        opposite(x, y, change.lexicon) for x in a for y in b
    )


def same_amount(change: Change) -> bool:
    """Whether the numbers of both sides, with what stands around them, are one."""
    lexicon = change.lexicon
    a, b = (around(*side.in_full, lexicon) for side in change.sides)
    if same_quantity(a, b, lexicon) or _count_alike(a, b, lexicon) or _amounts_alike(a, b, lexicon):
        return True
    # With what stands around them they may be no one quantity: "the second quarter", "the 2nd quarter".
    alone = not change.one_sided and (a[-1:] == b[-1:] or _is_end_of_range(change, (a, b)))
    return alone and same_quantity(change.a.words, change.b.words, lexicon)


def _amounts_alike(a: Sequence[str], b: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether amounts in a row are the same one by one: "3 lb 4 oz", "three pounds four ounces"."""
    one, other = _amounts(a, lexicon), _amounts(b, lexicon)
    return len(one) == len(other) > 1 and all(
        same_quantity(x, y, lexicon) for x, y in zip(one, other, strict=True)
    )


def _amounts(keys: Sequence[str], lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Some words, divided before every number that stands behind a unit."""
    starts = [n for n in range(1, len(keys)) if is_number(keys[n], lexicon) and unit_of(keys[n - 1], lexicon)]
    return [tuple(keys[i:j]) for i, j in pairwise((0, *starts, len(keys)))]


def _count_alike(a: Sequence[str], b: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether numbers in a row, which are no one number, are the same one by one: "nine eleven", "9/11"."""
    a, b = sorted((a, b), key=len)
    if len(a) < SHORTEST_ROW or not all(is_number(key, lexicon) for key in (*a, *b)):
        return False
    if quantity(a, lexicon) is not None or quantity(b, lexicon) is not None:
        return False
    at = 0
    for key in a:
        read = next(
            (said for said in (b[at : at + 2], b[at : at + 1]) if same_quantity((key,), said, lexicon)), ()
        )
        if not read:
            return False
        at += len(read)
    return at == len(b)


def _is_end_of_range(change: Change, numbers: Iterable[tuple[str, ...]]) -> bool:
    """Whether a dash parts a number from another: "5-7", "five to seven"."""
    if all(len(keys) == 1 or quantity(keys, change.lexicon) is None for keys in numbers):
        return any(map(_stands_at_dash, change.sides))
    return False


def _stands_at_dash(side: ChangedWords) -> bool:
    """Whether a dash stands right before or behind the words."""
    text, start, end = side.side.text, side.side.starts[side.lo], side.side.ends[side.hi - 1]
    return not _DASHES.isdisjoint((text[start - 1 : start], text[end : end + 1]))
