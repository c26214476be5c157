"""What a change of words is: an ordered tuple of rules, of which the first that fits names it.

Those that recognise one wording in two forms come first; then what turns the sense, the gravest
first; then what leaves it standing; last, other words. Every rule reads a change the same from
either side, so that which wording comes first never decides how much it matters.
"""

import functools
from collections.abc import Callable
from typing import NamedTuple

import attrs

from quoteverify.collation.differences.changes import Change, ChangedWords, Disclosure, Shape
from quoteverify.collation.language.quantities import around, is_number, is_part
from quoteverify.collation.language.word_forms import (
    mistyped,
    opposite,
    same_contraction,
    same_lemma,
    same_quantity,
    same_spelling,
    written_out,
)
from quoteverify.models import DifferenceKind, Severity

CLAUSE = 4
"""The fewest words in a row that can be a statement by themselves: with 2 or 3 no alteration is named
otherwise, with 5 a few (`tests/bench/measure_constants.py`)."""

QUALIFIERS = ("negators", "conditions", "hedges")
"""The marker tables whose loss at a cut changes what is left."""

TURNING = (*QUALIFIERS, "modals", "quantities")
"""The marker tables of which brackets put nothing in without a change of sense; a person they may name."""


class Named(NamedTuple):
    """What a difference is, how much it matters, and the name of the rule that says so."""

    kind: DifferenceKind
    severity: Severity
    rule: str


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
    """

    kind: DifferenceKind
    severity: Severity
    fits: Callable[[Change], bool]
    example: tuple[str, str]
    shapes: tuple[Shape, ...]
    tables: frozenset[str]

    @property
    def name(self) -> str:
        """The rule's name, as differences give it."""
        return self.fits.__name__

    @property
    def named(self) -> Named:
        """What it says of a change that it fits."""
        return Named(self.kind, self.severity, self.name)


def _rule(
    kind: DifferenceKind,
    severity: Severity,
    *shapes: Shape,
    example: tuple[str, str],
    tables: tuple[str, ...] = (),
) -> Callable[[Callable[[Change], bool]], Rule]:
    return lambda fits: Rule(kind, severity, fits, example, shapes, frozenset(tables))


def _qualified(change: Change) -> bool:
    """Whether a qualifier was beside the words that are left."""
    return any(table in QUALIFIERS for table, _ in change.lexicon.markers(change.near, 0, len(change.near)))


def _alone(change: Change) -> tuple[str, str] | None:
    """The one word of each side; None if a side has another number of words."""
    a, b = change.a.words, change.b.words
    return (a[0], b[0]) if len(a) == len(b) == 1 else None


def _opposed(change: Change) -> bool:
    """Whether one word is put for its opposite."""
    alone = _alone(change)
    return alone is not None and opposite(*alone, change.lexicon)


# What the printed text discloses, and what it cuts at its ends.


@_rule(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We will pay if the council agrees to it today.", "We will pay ... today."),
)  # fmt: skip
def ellipsis_hides_qualifier(change: Change) -> bool:
    """An ellipsis that swallowed a negation, a condition or a hedge."""
    return change.disclosure is Disclosure.ELLIPSIS and _qualified(change)


@_rule(
    DifferenceKind.ELLIPSIS, Severity.MINOR, Shape.DISCLOSED,
    example=("We will pay the whole bill in May.", "We will pay ... in May."),
)  # fmt: skip
def ellipsis(change: Change) -> bool:
    """Words left out where an ellipsis says so."""
    return change.disclosure is Disclosure.ELLIPSIS


@_rule(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("They will close the bridge.", "They will [not] close the bridge."),
)  # fmt: skip
def bracket_turns_sense(change: Change) -> bool:
    """Brackets that put in, or take out, what turns the sense."""
    return change.disclosure is Disclosure.BRACKET and (
        any(map(change.differs_in, TURNING)) or (not change.one_sided and _opposed(change))
    )


@_rule(
    DifferenceKind.BRACKET, Severity.COSMETIC, Shape.DISCLOSED,
    example=("They closed the bridge.", "[The engineers] closed the bridge."),
)  # fmt: skip
def bracket_names_referent(change: Change) -> bool:
    """Brackets that say whom or what a pronoun means."""
    pointing = change.lexicon.pointing
    return (
        change.disclosure is Disclosure.BRACKET
        and not change.one_sided
        and any(all(key in pointing for key in side.words) for side in change.sides)
    )


@_rule(
    DifferenceKind.BRACKET, Severity.COSMETIC, Shape.DISCLOSED,
    example=("They was late.", "They was [sic] late."),
)  # fmt: skip
def bracket_remarks(change: Change) -> bool:
    """Brackets in which an editor remarks on something."""
    remarks = change.lexicon.remarks
    return (
        change.disclosure is Disclosure.BRACKET
        and change.one_sided
        and any(key in remarks for side in change.sides for key in side.words)
    )


@_rule(
    DifferenceKind.BRACKET, Severity.MINOR, Shape.DISCLOSED,
    example=("They closed the bridge.", "They closed the [railway] bridge."),
)  # fmt: skip
def bracket(change: Change) -> bool:
    """Other words in brackets."""
    return change.disclosure is Disclosure.BRACKET


@_rule(
    DifferenceKind.FILLER, Severity.COSMETIC, Shape.AT_END, Shape.ONE_SIDED,
    example=("It, um, works.", "It works."),
    tables=("fillers",),
)  # fmt: skip
def filler(change: Change) -> bool:
    """Sounds and phrases that mean nothing."""
    lexicon = change.lexicon
    return change.covered(lexicon.fillers_apart if change.apart else lexicon.fillers)


def _runs_on(change: Change) -> bool:
    """Whether a wording goes on into words the other does not have: over an ellipsis, or for a clause."""
    return change.over_ellipsis or (change.goes_on and len(change.b.words) >= CLAUSE)


@_rule(
    DifferenceKind.SPLICE, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed if the river rises."),
)  # fmt: skip
def runs_on_with_qualifier(change: Change) -> bool:
    """A wording that goes on into words the other does not have, which qualify it."""
    return _runs_on(change) and _qualified(change)


@_rule(
    DifferenceKind.SPLICE, Severity.MINOR, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed ... the ferry sails at noon."),
)  # fmt: skip
def runs_on_into_other_words(change: Change) -> bool:
    """A wording that goes on into words the other does not have: over an ellipsis, or for a clause."""
    return _runs_on(change)


@_rule(
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("The bridge is closed.", "I think the bridge is closed."),
)  # fmt: skip
def goes_on_with_qualifier(change: Change) -> bool:
    """A word or two more at an end that qualify the rest."""
    return change.goes_on and _qualified(change)


@_rule(
    DifferenceKind.WORDING, Severity.MINOR, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed today."),
)  # fmt: skip
def goes_on(change: Change) -> bool:
    """A word or two more at an end: as grave as their cut would be."""
    return change.goes_on


@_rule(
    DifferenceKind.TRUNCATION, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("We will pay if asked.", "We will pay."),
)  # fmt: skip
def truncation_drops_qualifier(change: Change) -> bool:
    """A negation, a condition or a hedge cut off at the start or end."""
    return change.cut and _qualified(change)


@_rule(
    DifferenceKind.TRUNCATION, Severity.MINOR, Shape.AT_END,
    example=("We will pay the bill on Monday.", "We will pay the bill."),
)  # fmt: skip
def truncation(change: Change) -> bool:
    """Words cut off at the start or end."""
    return change.cut


# One wording in two forms.


@_rule(
    DifferenceKind.NUMBER_FORMAT, Severity.COSMETIC, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We saw six boats.", "We saw 6 boats."),
    tables=("numbers", "units", "months", "figures"),
)  # fmt: skip
def number_format(change: Change) -> bool:
    """One amount, date or unit, written in two ways."""
    lexicon = change.lexicon
    if not all(any(is_part(key, lexicon) for key in side.words) for side in change.sides if side.words):
        return False
    a, b = (around(*side.in_full, lexicon) for side in change.sides)
    if same_quantity(a, b, lexicon):
        return True
    # With what stands around them they may be no one quantity: "the second quarter", "the 2nd quarter".
    alone = not change.one_sided and a[-1:] == b[-1:]
    return alone and same_quantity(change.a.words, change.b.words, lexicon)


@_rule(
    DifferenceKind.SPELLING, Severity.COSMETIC, Shape.SUBSTITUTION,
    example=("The labour was hard.", "The labor was hard."),
)  # fmt: skip
def spelling(change: Change) -> bool:
    """One word in two spellings, or joined and divided."""
    a, b, lexicon = change.a, change.b, change.lexicon
    return same_spelling(a.printed, b.printed, lexicon) or written_out(a.as_printed, b.as_printed, lexicon)


@_rule(
    DifferenceKind.CONTRACTION, Severity.MINOR, Shape.SUBSTITUTION,
    example=("They do not sail.", "They don't sail."),
    tables=("contractions",),
)  # fmt: skip
def contraction(change: Change) -> bool:
    """Words contracted, or in full."""
    return same_contraction(change.a.printed, change.b.printed, change.lexicon)


@_rule(
    DifferenceKind.TYPO, Severity.MINOR, Shape.SUBSTITUTION,
    example=("The harbour is closed.", "The habrour is closed."),
)  # fmt: skip
def typo(change: Change) -> bool:
    """A slip of the pen in one word."""
    a, b, lexicon = change.a.printed, change.b.printed, change.lexicon
    return len(a) == len(b) == 1 and not same_lemma(a[0], b[0], lexicon) and mistyped(a[0], b[0], lexicon)


# What turns the sense.


@_rule(
    DifferenceKind.NEGATION, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("It is safe.", "It is not safe."),
    tables=("negators",),
)  # fmt: skip
def negation(change: Change) -> bool:
    """A negation put in or left out."""
    return len(change.a.senses("negators")) != len(change.b.senses("negators"))


@_rule(
    DifferenceKind.NEGATION, Severity.SUBSTANTIVE, Shape.SUBSTITUTION,
    example=("The work was legal.", "The work was illegal."),
)  # fmt: skip
def negating_prefix(change: Change) -> bool:
    """A prefix or suffix that turns a word into its opposite."""
    return _opposed(change)


@_rule(
    DifferenceKind.CONDITION, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We will come if they pay today.", "We will come they pay today."),
    tables=("conditions",),
)  # fmt: skip
def condition(change: Change) -> bool:
    """A condition put in, left out or changed."""
    return change.differs_in("conditions")


@_rule(
    DifferenceKind.MODALITY, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("The bridge may close.", "The bridge will close."),
    tables=("modals",),
)  # fmt: skip
def modality(change: Change) -> bool:
    """How sure, how necessary or how free: a modal verb put in, left out or changed."""
    return change.differs_in("modals")


@_rule(
    DifferenceKind.HEDGE, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("It was reportedly sold.", "It was sold."),
    tables=("hedges",),
)  # fmt: skip
def hedge(change: Change) -> bool:
    """How far the speaker vouches for it: a hedge put in, left out or changed."""
    return change.differs_in("hedges")


@_rule(
    DifferenceKind.HEDGE, Severity.SUBSTANTIVE, Shape.ONE_SIDED,
    example=("We saw about 5 boats.", "We saw 5 boats."),
    tables=("approximators",),
)  # fmt: skip
def approximation(change: Change) -> bool:
    """What made a number a rough one, or a bound."""
    side = change.a if change.a.words else change.b
    if not side.words or not side.covered(change.lexicon.approximators):
        return False
    keys, _, hi = side.in_full
    return hi < len(keys) and is_part(keys[hi], change.lexicon)


@_rule(
    DifferenceKind.NUMBER, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We saw 5 boats.", "We saw 6 boats."),
    tables=("numbers", "units", "months", "figures"),
)  # fmt: skip
def number(change: Change) -> bool:
    """A number, a date or a unit put in, left out or changed."""
    return any(map(_has_number, change.sides)) or any(map(_has_unit_of_number, change.sides))


def _has_number(side: ChangedWords) -> bool:
    return any(is_number(key, side.lexicon) for key in side.words)


def _has_unit_of_number(side: ChangedWords) -> bool:
    """Whether one of the words is a unit and a number stands beside it."""
    lexicon = side.lexicon
    return any(key in lexicon.units for key in side.words) and any(
        is_number(key, lexicon) for key in around(*side.in_full, lexicon)
    )


@_rule(
    DifferenceKind.NUMBER, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We saw all boats.", "We saw some boats."),
    tables=("quantities",),
)  # fmt: skip
def quantity_in_words(change: Change) -> bool:
    """How much or how many, in words that are not numbers."""
    return change.differs_in("quantities")


@_rule(
    DifferenceKind.NAME, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We asked Mara Lind about it.", "We asked Mara Voss about it."),
)  # fmt: skip
def name(change: Change) -> bool:
    """A word with a capital inside a sentence."""
    return change.a.has_name or change.b.has_name


@_rule(
    DifferenceKind.PERSON, Severity.SUBSTANTIVE, Shape.SUBSTITUTION,
    example=("They will sail.", "We will sail."),
    tables=("pronouns",),
)  # fmt: skip
def person(change: Change) -> bool:
    """Another person spoken of."""
    a, b = change.a.senses("pronouns"), change.b.senses("pronouns")
    return bool(a and b) and a != b


# What leaves the sense standing.


@_rule(
    DifferenceKind.INFLECTION, Severity.MINOR, Shape.SUBSTITUTION,
    example=("The attempt failed.", "The attempts failed."),
)  # fmt: skip
def inflection(change: Change) -> bool:
    """Another form of one word: number, tense."""
    a, b = change.a.words, change.b.words
    if len(a) != len(b) or not a:
        return False
    return all(x == y or same_lemma(x, y, change.lexicon) for x, y in zip(a, b, strict=True))


@_rule(
    DifferenceKind.FUNCTION_WORD, Severity.MINOR, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("They left the room.", "They left a room."),
    tables=("function_words", "intensifiers", "fillers", "pronouns"),
)  # fmt: skip
def function_word(change: Change) -> bool:
    """An article, a preposition, a conjunction, or a word that only gives weight."""
    if not change.covered(change.lexicon.light):
        return False
    return change.one_sided or not any(side.words in change.lexicon.directions for side in change.sides)


@_rule(
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("They sold the house.", "They bought the house."),
)  # fmt: skip
def wording(change: Change) -> bool:
    """Other words: synonyms and opposites cannot be told apart without a dictionary, so taken gravely."""
    return True


ENDS = frozenset(
    rule.name
    for rule in (
        runs_on_with_qualifier,
        runs_on_into_other_words,
        goes_on_with_qualifier,
        goes_on,
        truncation_drops_qualifier,
        truncation,
    )
)
"""The rules by which one wording only stops earlier, or starts later, than the other."""

RULES: tuple[Rule, ...] = (
    ellipsis_hides_qualifier,
    ellipsis,
    bracket_turns_sense,
    bracket_names_referent,
    bracket_remarks,
    bracket,
    filler,
    runs_on_with_qualifier,
    runs_on_into_other_words,
    goes_on_with_qualifier,
    goes_on,
    truncation_drops_qualifier,
    truncation,
    number_format,
    spelling,
    contraction,
    typo,
    negation,
    negating_prefix,
    condition,
    modality,
    hedge,
    approximation,
    number,
    quantity_in_words,
    name,
    person,
    inflection,
    function_word,
    wording,
)


@functools.lru_cache(maxsize=1024)  # shapes and sets of tables that occur; a caller's own rules beside these
def _asked(rules: tuple[Rule, ...], shape: Shape, tables: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that can fit a change of a shape with words of some tables."""
    return tuple(rule for rule in rules if shape in rule.shapes and (not rule.tables or rule.tables & tables))


def classify(change: Change, rules: tuple[Rule, ...] = RULES) -> Named:
    """What a change is, how much it matters, and the name of the rule that decided: the first that fits."""
    for rule in _asked(rules, change.shape, change.tables):
        if rule.fits(change):
            return rule.named
    return NO_RULE
