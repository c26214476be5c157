"""What a change of words is: an ordered tuple of rules, of which the first that fits names it.

Those that recognise one wording in two forms come first; then what turns the sense, the gravest
first; then what leaves it standing; last, other words. Every rule reads a change the same from
either side, so that which wording comes first never decides how much it matters.
"""

import functools
from collections.abc import Callable

import attrs

from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.language.quantities import around, is_number, is_part
from quoteverify.collation.language.word_forms import (
    mistyped,
    opposite,
    same_contraction,
    same_lemma,
    same_quantity,
    same_spelling,
)
from quoteverify.models import DifferenceKind, Severity

CLAUSE = 4
"""The fewest words in a row that can be a statement by themselves."""

QUALIFIERS = ("negators", "conditions", "hedges")
"""The marker tables whose loss at a cut changes what is left."""


Decide = Callable[[Change], Severity | None]


@attrs.frozen(eq=False)
class Rule:
    """A named reading of changes.

    Attributes:
        kind: What a change is that it fits.
        decide: How much such a change matters; None if the rule does not fit.
        example: Two wordings between which it alone decides.
        shapes: The sorts of change that it is asked about.
        tables: It fits only where one of these tables has a changed word; if empty, any words.
    """

    kind: DifferenceKind
    decide: Decide
    example: tuple[str, str]
    shapes: tuple[Shape, ...]
    tables: frozenset[str]

    @property
    def name(self) -> str:
        """The rule's name, as differences give it."""
        return self.decide.__name__


def _rule(
    kind: DifferenceKind, *shapes: Shape, example: tuple[str, str], tables: tuple[str, ...] = ()
) -> Callable[[Decide], Rule]:
    return lambda decide: Rule(kind, decide, example, shapes, frozenset(tables))


def _qualified(change: Change) -> bool:
    return any(table in QUALIFIERS for table, _ in change.lexicon.markers(change.near, 0, len(change.near)))


def _alone(change: Change) -> tuple[str, str] | None:
    """The one word of each side; None if a side has another number of words."""
    a, b = change.a.words, change.b.words
    return (a[0], b[0]) if len(a) == len(b) == 1 else None


# What the printed text discloses, and what it cuts at its ends.


@_rule(
    DifferenceKind.ELLIPSIS, Shape.DISCLOSED,
    example=("We will pay if the council agrees to it today.", "We will pay ... today."),
)  # fmt: skip
def ellipsis_hides_qualifier(change: Change) -> Severity | None:
    """An ellipsis that swallowed a negation, a condition or a hedge."""
    return Severity.SUBSTANTIVE if change.mark == "ellipsis" and _qualified(change) else None


@_rule(
    DifferenceKind.ELLIPSIS, Shape.DISCLOSED,
    example=("We will pay the whole bill in May.", "We will pay ... in May."),
)  # fmt: skip
def ellipsis(change: Change) -> Severity | None:
    """Words left out where an ellipsis says so."""
    return Severity.MINOR if change.mark == "ellipsis" else None


@_rule(
    DifferenceKind.BRACKET, Shape.DISCLOSED,
    example=("They will close the bridge.", "They will [not] close the bridge."),
)  # fmt: skip
def bracket_turns_sense(change: Change) -> Severity | None:
    """Brackets that put in, or take out, what turns the sense."""
    tables = ("negators", "conditions", "modals", "hedges", "quantities")
    if change.mark == "bracket" and (
        any(map(change.turns, tables)) or (not change.one_sided and _opposed(change))
    ):
        return Severity.SUBSTANTIVE
    return None


@_rule(
    DifferenceKind.BRACKET, Shape.DISCLOSED,
    example=("They closed the bridge.", "[The engineers] closed the bridge."),
)  # fmt: skip
def bracket_names_referent(change: Change) -> Severity | None:
    """Brackets that say whom or what a pronoun means, or in which an editor remarks on something."""
    if change.mark != "bracket":
        return None
    pointing = change.lexicon.pointing
    remarks = change.lexicon.remarks
    replaced = [side.words for side in change.sides if side.words]
    if len(replaced) == 2 and any(all(key in pointing for key in keys) for keys in replaced):
        return Severity.COSMETIC
    if len(replaced) == 1 and any(key in remarks for key in replaced[0]):
        return Severity.COSMETIC
    return None


@_rule(
    DifferenceKind.BRACKET, Shape.DISCLOSED,
    example=("They closed the bridge.", "They closed the [railway] bridge."),
)  # fmt: skip
def bracket(change: Change) -> Severity | None:
    """Other words in brackets."""
    return Severity.MINOR if change.mark == "bracket" else None


@_rule(
    DifferenceKind.SPLICE, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed ... the ferry sails at noon."),
)  # fmt: skip
def runs_on_into_other_words(change: Change) -> Severity | None:
    """A wording that goes on into words the other does not have: over an ellipsis, or for a clause."""
    if not change.goes_on or (change.goes_on != "joined" and len(change.b.words) < CLAUSE):
        return None
    return Severity.SUBSTANTIVE if _qualified(change) else Severity.MINOR


@_rule(
    DifferenceKind.WORDING, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed today."),
)  # fmt: skip
def goes_on(change: Change) -> Severity | None:
    """A word or two more at an end: as grave as their cut would be."""
    if not change.goes_on:
        return None
    return Severity.SUBSTANTIVE if _qualified(change) else Severity.MINOR


@_rule(
    DifferenceKind.TRUNCATION, Shape.AT_END,
    example=("We will pay if asked.", "We will pay."),
)  # fmt: skip
def truncation_drops_qualifier(change: Change) -> Severity | None:
    """A negation, a condition or a hedge cut off at the start or end."""
    return Severity.SUBSTANTIVE if change.cut and _qualified(change) else None


@_rule(
    DifferenceKind.TRUNCATION, Shape.AT_END,
    example=("We will pay the bill on Monday.", "We will pay the bill."),
)  # fmt: skip
def truncation(change: Change) -> Severity | None:
    """Words cut off at the start or end."""
    return Severity.MINOR if change.cut else None


# One wording in two forms.


@_rule(
    DifferenceKind.NUMBER_FORMAT, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("We saw six boats.", "We saw 6 boats."),
    tables=("numbers", "units", "months", "figures"),
)  # fmt: skip
def number_format(change: Change) -> Severity | None:
    """One amount, date or unit, written in two ways."""
    lexicon = change.lexicon
    if not all(any(is_part(key, lexicon) for key in side.words) for side in change.sides if side.words):
        return None
    a, b = (around(*side.in_full, lexicon) for side in change.sides)
    if same_quantity(a, b, lexicon):
        return Severity.COSMETIC
    # With what stands around them they may be no one quantity: "the second quarter", "the 2nd quarter".
    alone = not change.one_sided and a[-1:] == b[-1:]
    same = alone and same_quantity(change.a.words, change.b.words, lexicon)
    return Severity.COSMETIC if same else None


@_rule(
    DifferenceKind.SPELLING, Shape.EXCHANGE,
    example=("The labour was hard.", "The labor was hard."),
)  # fmt: skip
def spelling(change: Change) -> Severity | None:
    """One word in two spellings, or joined and divided."""
    return Severity.COSMETIC if same_spelling(change.a.printed, change.b.printed, change.lexicon) else None


@_rule(
    DifferenceKind.CONTRACTION, Shape.EXCHANGE,
    example=("They do not sail.", "They don't sail."),
    tables=("contractions",),
)  # fmt: skip
def contraction(change: Change) -> Severity | None:
    """Words contracted, or in full."""
    return Severity.MINOR if same_contraction(change.a.printed, change.b.printed, change.lexicon) else None


@_rule(
    DifferenceKind.FILLER, Shape.AT_END, Shape.ONE_SIDED,
    example=("It, um, works.", "It works."),
    tables=("fillers",),
)  # fmt: skip
def filler(change: Change) -> Severity | None:
    """Sounds and phrases that mean nothing."""
    fillers = change.lexicon.fillers_apart if change.apart else change.lexicon.fillers
    return Severity.COSMETIC if change.covered(fillers) else None


@_rule(
    DifferenceKind.TYPO, Shape.EXCHANGE,
    example=("The harbour is closed.", "The habrour is closed."),
)  # fmt: skip
def typo(change: Change) -> Severity | None:
    """A slip of the pen in one word."""
    a, b = change.a.printed, change.b.printed
    if len(a) != 1 or len(b) != 1 or same_lemma(a[0], b[0], change.lexicon):
        return None
    return Severity.MINOR if mistyped(a[0], b[0], change.lexicon) else None


# What turns the sense.


@_rule(
    DifferenceKind.NEGATION, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("It is safe.", "It is not safe."),
    tables=("negators",),
)  # fmt: skip
def negation(change: Change) -> Severity | None:
    """A negation put in or left out."""
    a, b = change.a.marked("negators"), change.b.marked("negators")
    return Severity.SUBSTANTIVE if len(a) != len(b) else None


def _opposed(change: Change) -> bool:
    alone = _alone(change)
    return alone is not None and opposite(*alone, change.lexicon)


@_rule(
    DifferenceKind.NEGATION, Shape.EXCHANGE,
    example=("The work was legal.", "The work was illegal."),
)  # fmt: skip
def negating_prefix(change: Change) -> Severity | None:
    """A prefix or suffix that turns a word into its opposite."""
    return Severity.SUBSTANTIVE if _opposed(change) else None


@_rule(
    DifferenceKind.CONDITION, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("We will come if they pay today.", "We will come they pay today."),
    tables=("conditions",),
)  # fmt: skip
def condition(change: Change) -> Severity | None:
    """A condition put in, left out or changed."""
    return Severity.SUBSTANTIVE if change.turns("conditions") else None


@_rule(
    DifferenceKind.MODALITY, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("The bridge may close.", "The bridge will close."),
    tables=("modals",),
)  # fmt: skip
def modality(change: Change) -> Severity | None:
    """How sure, how necessary or how free: a modal verb put in, left out or changed."""
    return Severity.SUBSTANTIVE if change.turns("modals") else None


@_rule(
    DifferenceKind.HEDGE, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("It was reportedly sold.", "It was sold."),
    tables=("hedges",),
)  # fmt: skip
def hedge(change: Change) -> Severity | None:
    """How far the speaker vouches for it: a hedge put in, left out or changed."""
    return Severity.SUBSTANTIVE if change.turns("hedges") else None


@_rule(
    DifferenceKind.HEDGE, Shape.ONE_SIDED,
    example=("We saw about 5 boats.", "We saw 5 boats."),
    tables=("approximators",),
)  # fmt: skip
def approximation(change: Change) -> Severity | None:
    """What made a number a rough one, or a bound."""
    for side in change.sides:
        if side.words and side.covered(change.lexicon.approximators):
            keys, _, hi = side.in_full
            counted = hi < len(keys) and is_part(keys[hi], change.lexicon)
            return Severity.SUBSTANTIVE if counted else None
    return None


@_rule(
    DifferenceKind.NUMBER, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("We saw 5 boats.", "We saw 6 boats."),
    tables=("numbers", "units", "months", "figures"),
)  # fmt: skip
def number(change: Change) -> Severity | None:
    """A number, a date or a unit put in, left out or changed."""
    lexicon = change.lexicon
    for side in change.sides:
        if any(is_number(key, lexicon) for key in side.words):
            return Severity.SUBSTANTIVE
        has_unit = any(key in lexicon.units for key in side.words)
        if has_unit and any(is_number(key, lexicon) for key in around(*side.in_full, lexicon)):
            return Severity.SUBSTANTIVE
    return None


@_rule(
    DifferenceKind.NUMBER, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("We saw all boats.", "We saw some boats."),
    tables=("quantities",),
)  # fmt: skip
def quantity_in_words(change: Change) -> Severity | None:
    """How much or how many, in words that are not numbers."""
    return Severity.SUBSTANTIVE if change.turns("quantities") else None


@_rule(
    DifferenceKind.NAME, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("We asked Mara Lind about it.", "We asked Mara Voss about it."),
)  # fmt: skip
def name(change: Change) -> Severity | None:
    """A word with a capital inside a sentence."""
    return Severity.SUBSTANTIVE if change.a.has_name or change.b.has_name else None


@_rule(
    DifferenceKind.PERSON, Shape.EXCHANGE,
    example=("They will sail.", "We will sail."),
    tables=("pronouns",),
)  # fmt: skip
def person(change: Change) -> Severity | None:
    """Another person spoken of."""
    a, b = change.a.marked("pronouns"), change.b.marked("pronouns")
    return Severity.SUBSTANTIVE if a and b and a != b else None


# What leaves the sense standing.


@_rule(
    DifferenceKind.INFLECTION, Shape.EXCHANGE,
    example=("The attempt failed.", "The attempts failed."),
)  # fmt: skip
def inflection(change: Change) -> Severity | None:
    """Another form of one word: number, tense."""
    a, b = change.a.words, change.b.words
    if len(a) != len(b) or not a:
        return None
    return (
        Severity.MINOR
        if all(x == y or same_lemma(x, y, change.lexicon) for x, y in zip(a, b, strict=True))
        else None
    )


@_rule(
    DifferenceKind.FUNCTION_WORD, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("They left the room.", "They left a room."),
    tables=("function_words", "intensifiers", "fillers", "pronouns"),
)  # fmt: skip
def function_word(change: Change) -> Severity | None:
    """An article, a preposition, a conjunction, or a word that only gives weight."""
    if not change.covered(change.lexicon.light):
        return None
    turned = not change.one_sided and any(side.words in change.lexicon.directions for side in change.sides)
    return None if turned else Severity.MINOR


@_rule(
    DifferenceKind.WORDING, Shape.ONE_SIDED, Shape.EXCHANGE,
    example=("They sold the house.", "They bought the house."),
)  # fmt: skip
def wording(change: Change) -> Severity | None:
    """Other words: synonyms and opposites cannot be told apart without a dictionary, so taken gravely."""
    return Severity.SUBSTANTIVE


ENDS = frozenset(
    rule.name for rule in (runs_on_into_other_words, goes_on, truncation_drops_qualifier, truncation)
)
"""The rules by which one wording only stops earlier, or starts later, than the other."""

RULES: tuple[Rule, ...] = (
    ellipsis_hides_qualifier,
    ellipsis,
    bracket_turns_sense,
    bracket_names_referent,
    bracket,
    filler,
    runs_on_into_other_words,
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


@functools.lru_cache(maxsize=1024)
def _asked(rules: tuple[Rule, ...], shape: Shape, tables: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if shape in rule.shapes and (not rule.tables or rule.tables & tables))


def named(change: Change, rules: tuple[Rule, ...] = RULES) -> tuple[DifferenceKind, Severity, str]:
    """The kind and severity of a change, and the name of the rule that decided."""
    for rule in _asked(rules, change.shape, change.tables):
        severity = rule.decide(change)
        if severity:
            return rule.kind, severity, rule.name
    return DifferenceKind.WORDING, Severity.SUBSTANTIVE, "no_rule"
