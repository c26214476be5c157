"""What a change of words is: an ordered tuple of rules, of which the first that fits names it.

Those that recognise one wording in two forms come first; then what turns the sense, the gravest
first; then what leaves it standing; last, other words. Every rule reads a change the same from
either side, so that which wording comes first never decides how much it matters.
"""

from collections.abc import Callable, Sequence

import attrs

from quoteverify.collation import likeness
from quoteverify.collation.changes import Change
from quoteverify.collation.quantities import around, is_number, is_part
from quoteverify.models import DifferenceKind, Severity

CLAUSE = 4
"""The fewest words in a row that can be a statement by themselves."""

QUALIFIERS = ("negators", "conditions", "hedges")
"""The marker tables whose loss at a cut changes what is left."""


Decide = Callable[[Change], Severity | None]


@attrs.frozen
class Rule:
    """A named reading of changes.

    Attributes:
        kind: What a change is that it fits.
        decide: How much such a change matters; None if the rule does not fit.
        example: Two wordings between which it alone decides.
    """

    kind: DifferenceKind
    decide: Decide
    example: tuple[str, str]

    @property
    def name(self) -> str:
        """The rule's name, as differences give it."""
        return self.decide.__name__


def _rule(kind: DifferenceKind, a: str, b: str) -> Callable[[Decide], Rule]:
    return lambda decide: Rule(kind, decide, (a, b))


def _qualified(change: Change) -> bool:
    return any(table in QUALIFIERS for table, _ in change.lexicon.markers(change.near, 0, len(change.near)))


def _alone(change: Change) -> tuple[str, str] | None:
    """The one word of each side; None if a side has another number of words."""
    a, b = change.a.words, change.b.words
    return (a[0], b[0]) if len(a) == len(b) == 1 else None


# What the printed text discloses, and what it cuts at its ends.


@_rule(DifferenceKind.ELLIPSIS, "We will pay if the council agrees to it today.", "We will pay ... today.")
def ellipsis_hides_qualifier(change: Change) -> Severity | None:
    """An ellipsis that swallowed a negation, a condition or a hedge."""
    return Severity.SUBSTANTIVE if change.mark == "ellipsis" and _qualified(change) else None


@_rule(DifferenceKind.ELLIPSIS, "We will pay the whole bill in May.", "We will pay ... in May.")
def ellipsis(change: Change) -> Severity | None:
    """Words left out where an ellipsis says so."""
    return Severity.MINOR if change.mark == "ellipsis" else None


@_rule(DifferenceKind.BRACKET, "They will close the bridge.", "They will [not] close the bridge.")
def bracket_turns_sense(change: Change) -> Severity | None:
    """Brackets that put in, or take out, what turns the sense."""
    tables = ("negators", "conditions", "modals", "hedges", "quantities")
    if change.mark == "bracket" and (any(map(change.turns, tables)) or (not change.one_sided and _opposed(change))):
        return Severity.SUBSTANTIVE
    return None


@_rule(DifferenceKind.BRACKET, "They closed the bridge.", "[The engineers] closed the bridge.")
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


@_rule(DifferenceKind.BRACKET, "They closed the bridge.", "They closed the [railway] bridge.")
def bracket(change: Change) -> Severity | None:
    """Other words in brackets."""
    return Severity.MINOR if change.mark == "bracket" else None


@_rule(DifferenceKind.SPLICE, "The bridge is closed.", "The bridge is closed ... the ferry sails at noon.")
def runs_on_into_other_words(change: Change) -> Severity | None:
    """A wording that goes on into words that the other does not have: over an ellipsis, or for a clause and more."""
    if not change.goes_on or (change.goes_on != "joined" and len(change.b.words) < CLAUSE):
        return None
    return Severity.SUBSTANTIVE if _qualified(change) else Severity.MINOR


@_rule(DifferenceKind.WORDING, "The bridge is closed.", "The bridge is closed today.")
def goes_on(change: Change) -> Severity | None:
    """A word or two more at an end: as grave as their cut would be."""
    if not change.goes_on:
        return None
    return Severity.SUBSTANTIVE if _qualified(change) else Severity.MINOR


@_rule(DifferenceKind.TRUNCATION, "We will pay if asked.", "We will pay.")
def truncation_drops_qualifier(change: Change) -> Severity | None:
    """A negation, a condition or a hedge cut off at the start or end."""
    return Severity.SUBSTANTIVE if change.cut and _qualified(change) else None


@_rule(DifferenceKind.TRUNCATION, "We will pay the bill on Monday.", "We will pay the bill.")
def truncation(change: Change) -> Severity | None:
    """Words cut off at the start or end."""
    return Severity.MINOR if change.cut else None


# One wording in two forms.


@_rule(DifferenceKind.NUMBER_FORMAT, "We saw six boats.", "We saw 6 boats.")
def number_format(change: Change) -> Severity | None:
    """One amount, date or unit, written in two ways."""
    lexicon = change.lexicon
    if not all(any(is_part(key, lexicon) for key in side.words) for side in change.sides if side.words):
        return None
    a, b = (around(*side.in_full, lexicon) for side in change.sides)
    return Severity.COSMETIC if likeness.same_quantity(a, b, lexicon) else None


@_rule(DifferenceKind.SPELLING, "The labour was hard.", "The labor was hard.")
def spelling(change: Change) -> Severity | None:
    """One word in two spellings, or joined and divided."""
    if change.one_sided:
        return None
    return Severity.COSMETIC if likeness.same_spelling(change.a.printed, change.b.printed, change.lexicon) else None


@_rule(DifferenceKind.CONTRACTION, "They do not sail.", "They don't sail.")
def contraction(change: Change) -> Severity | None:
    """Words contracted, or in full."""
    if change.one_sided:
        return None
    return Severity.MINOR if likeness.same_contraction(change.a.printed, change.b.printed, change.lexicon) else None


@_rule(DifferenceKind.FILLER, "It, um, works.", "It works.")
def filler(change: Change) -> Severity | None:
    """Sounds and phrases that mean nothing."""
    fillers = (change.lexicon.fillers, change.lexicon.fillers_apart) if change.apart else (change.lexicon.fillers,)
    return Severity.COSMETIC if change.one_sided and change.covered(*fillers) else None


@_rule(DifferenceKind.TYPO, "The harbour is closed.", "The habrour is closed.")
def typo(change: Change) -> Severity | None:
    """A slip of the pen in one word."""
    a, b = change.a.printed, change.b.printed
    if len(a) != 1 or len(b) != 1 or likeness.inflected(a[0], b[0], change.lexicon):
        return None
    return Severity.MINOR if likeness.mistyped(a[0], b[0], change.lexicon) else None


# What turns the sense.


@_rule(DifferenceKind.NEGATION, "It is safe.", "It is not safe.")
def negation(change: Change) -> Severity | None:
    """A negation put in or left out."""
    a, b = (side.marked("negators").total() for side in change.sides)
    return Severity.SUBSTANTIVE if a != b else None


def _opposed(change: Change) -> bool:
    alone = _alone(change)
    return alone is not None and likeness.opposite(*alone, change.lexicon)


@_rule(DifferenceKind.NEGATION, "The work was legal.", "The work was illegal.")
def negating_prefix(change: Change) -> Severity | None:
    """A prefix or suffix that turns a word into its opposite."""
    return Severity.SUBSTANTIVE if _opposed(change) else None


@_rule(DifferenceKind.CONDITION, "We will come if they pay today.", "We will come they pay today.")
def condition(change: Change) -> Severity | None:
    """A condition put in, left out or changed."""
    return Severity.SUBSTANTIVE if change.turns("conditions") else None


@_rule(DifferenceKind.MODALITY, "The bridge may close.", "The bridge will close.")
def modality(change: Change) -> Severity | None:
    """How sure, how necessary or how free: a modal verb put in, left out or changed."""
    return Severity.SUBSTANTIVE if change.turns("modals") else None


@_rule(DifferenceKind.HEDGE, "It was reportedly sold.", "It was sold.")
def hedge(change: Change) -> Severity | None:
    """How far the speaker vouches for it: a hedge put in, left out or changed."""
    return Severity.SUBSTANTIVE if change.turns("hedges") else None


@_rule(DifferenceKind.NUMBER, "We saw 5 boats.", "We saw 6 boats.")
def number(change: Change) -> Severity | None:
    """A number, a date or a unit put in, left out or changed."""
    lexicon = change.lexicon
    for side in change.sides:
        if any(is_number(key, lexicon) for key in side.words):
            return Severity.SUBSTANTIVE
        if any(key in lexicon.units for key in side.words):
            if any(is_number(key, lexicon) for key in around(*side.in_full, lexicon)):
                return Severity.SUBSTANTIVE
    return None


@_rule(DifferenceKind.NUMBER, "We saw all boats.", "We saw some boats.")
def quantity_in_words(change: Change) -> Severity | None:
    """How much or how many, in words that are not numbers."""
    return Severity.SUBSTANTIVE if change.turns("quantities") else None


@_rule(DifferenceKind.NAME, "We asked Mara Lind about it.", "We asked Mara Voss about it.")
def name(change: Change) -> Severity | None:
    """A word with a capital inside a sentence."""
    return Severity.SUBSTANTIVE if change.a.has_name or change.b.has_name else None


@_rule(DifferenceKind.PERSON, "They will sail.", "We will sail.")
def person(change: Change) -> Severity | None:
    """Another person spoken of."""
    a, b = change.a.marked("pronouns"), change.b.marked("pronouns")
    return Severity.SUBSTANTIVE if a and b and a != b else None


# What leaves the sense standing.


@_rule(DifferenceKind.INFLECTION, "The attempt failed.", "The attempts failed.")
def inflection(change: Change) -> Severity | None:
    """Another form of one word: number, tense."""
    a, b = change.a.words, change.b.words
    if len(a) != len(b) or not a:
        return None
    return Severity.MINOR if all(x == y or likeness.inflected(x, y, change.lexicon) for x, y in zip(a, b, strict=True)) else None


@_rule(DifferenceKind.FUNCTION_WORD, "They left the room.", "They left a room.")
def function_word(change: Change) -> Severity | None:
    """An article, a preposition, a conjunction, or a word that only gives weight."""
    if not change.covered(change.lexicon.plain, change.lexicon.fillers, change.lexicon.fillers_apart, change.lexicon.pronouns):
        return None
    turned = not change.one_sided and any(side.words in change.lexicon.directions for side in change.sides)
    return None if turned else Severity.MINOR


@_rule(DifferenceKind.WORDING, "They sold the house.", "They bought the house.")
def wording(change: Change) -> Severity | None:
    """Other words. Synonyms and opposites cannot be told apart without a dictionary, so it is taken gravely."""
    return Severity.SUBSTANTIVE


ENDS = frozenset(rule.name for rule in (runs_on_into_other_words, goes_on, truncation_drops_qualifier, truncation))
"""The rules by which one wording only stops earlier, or starts later, than the other."""

RULES: tuple[Rule, ...] = (
    ellipsis_hides_qualifier,
    ellipsis,
    bracket_turns_sense,
    bracket_names_referent,
    bracket,
    runs_on_into_other_words,
    goes_on,
    truncation_drops_qualifier,
    truncation,
    number_format,
    spelling,
    contraction,
    filler,
    typo,
    negation,
    negating_prefix,
    condition,
    modality,
    hedge,
    number,
    quantity_in_words,
    name,
    person,
    inflection,
    function_word,
    wording,
)


def named(change: Change, rules: Sequence[Rule] = RULES) -> tuple[DifferenceKind, Severity, str]:
    """The kind and severity of a change, and the name of the rule that decided."""
    for rule in rules:
        severity = rule.decide(change)
        if severity:
            return rule.kind, severity, rule.name
    return DifferenceKind.WORDING, Severity.SUBSTANTIVE, "no_rule"
