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
from quoteverify.collation.language.frames import frames
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import around, counts, is_number, is_part
from quoteverify.collation.language.slips import (
    common_words,
    is_word,
    looks_mistyped,
    mistyped,
    without_apostrophes,
)
from quoteverify.collation.language.word_forms import (
    joined_in_another_sense,
    one_word_in_two_forms,
    opposite,
    readings,
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

MOST_FOR_A_WORD = 2
"""In words that say something: brackets with more for as many say the same at length, and nothing else."""

MOST_CLIPPED = 2
"""In letters: no more of a word are left out where it is printed as it was spoken."""

NO_SURNAME = 9
"""In letters: a common word that is as long is hardly ever a surname, and stays one with a slip in it."""

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
    """Whether a qualifier was beside the words that are left; an aside denies only what it says itself."""
    marks = frames(change.lexicon.profile).bearing(change.near)
    return any(mark.frame.turns != "negators" or not change.enclosed for mark in marks)


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
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("I hate the rain. I love the sea.", "I hate ... the sea."),
)  # fmt: skip
def ellipsis_joins_halves(change: Change) -> bool:
    """An ellipsis between a part of one sentence and a part of another, which together say a third thing."""
    return change.disclosure is Disclosure.ELLIPSIS and change.joins_halves


@_rule(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We met the sister of the mayor there.", "We met ... the mayor there."),
)  # fmt: skip
def ellipsis_hides_head(change: Change) -> bool:
    """An ellipsis that swallowed what something is of: "the sister of", "two of"."""
    near = change.near
    return change.disclosure is Disclosure.ELLIPSIS and len(near) > 1 and near[-1] in change.lexicon.genitives


@_rule(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We will shut it for nine days in May.", "We will shut it ... in May."),
)  # fmt: skip
def ellipsis_hides_number_or_name(change: Change) -> bool:
    """An ellipsis that swallowed a number or a name of the sentence that is left, and no aside."""
    if change.disclosure is not Disclosure.ELLIPSIS or change.enclosed or not change.near:
        return False
    if any(_says_how_many(key, change.lexicon) for key in change.near):
        return True
    side = change.a if change.a.words else change.b
    # Where something is, or between what, says less: "from Aas to Berg".
    argument = not change.apart and side.words[0] not in change.lexicon.prepositions
    return argument and len(change.near) >= len(side.words) and side.has_name


def _says_how_many(key: str, lexicon: Lexicon) -> bool:
    """Whether a word is a number; "one" and "single" are as often no count: "the one thing"."""
    number = lexicon.number(key)
    return is_number(key, lexicon) and (number is None or number.value not in (1, key))


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
    if change.disclosure is not Disclosure.BRACKET:
        return False
    # "She'd" may be "she had": what stays is no modal put in.
    turning = [table for table in TURNING if table != "modals" or not _names_contracted(change)]
    return any(map(change.differs_in, turning)) or (not change.one_sided and _opposed(change))


def _names_contracted(change: Change) -> bool:
    """Whether brackets say whom a pronoun means, and what it was contracted with follows: she'd."""
    lexicon = change.lexicon
    return any(
        len(side.printed) == 1 < len(other.printed)
        and any(
            len(full) > 1 and full[0] in lexicon.pointing and full[-1] == other.printed[-1]
            for full in readings(side.printed[0], lexicon)
        )
        for side, other in (change.sides, change.sides[::-1])
    )


@_rule(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We lost nine boats.", "We lost [ninety] boats."),
)  # fmt: skip
def bracket_changes_number(change: Change) -> bool:
    """Brackets that put another number, date or unit for one."""
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    a, b = (any(is_number(key, change.lexicon) for key in side.words) for side in change.sides)
    if not (a and b):
        other = change.b if a else change.a
        return (a or b) and not other.covered(change.lexicon.light)
    return not _same_amount(change)


@_rule(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We met Mara Lind there.", "We met [Ada Voss] there."),
)  # fmt: skip
def bracket_changes_name(change: Change) -> bool:
    """Brackets that put another name for one, of which it is neither a part nor the initials."""
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    a, b = change.a.proper, change.b.proper
    if not (a and b) or a & b:
        return False
    return not (_initials(change.a, b) or _initials(change.b, a))


def _initials(side: ChangedWords, names: frozenset[str]) -> bool:
    """Whether one of some names is made of the first letters of some words."""
    letters = "".join(key[0] for key in side.printed if (key,) not in side.lexicon.plain)
    return len(letters) > 1 and any(
        name in (letters, "".join(key[0] for key in side.printed)) for name in names
    )


@_rule(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("They praised the pilots.", "They [condemned] the pilots."),
)  # fmt: skip
def bracket_puts_another_word(change: Change) -> bool:
    """Brackets that put a common word for another: they explain no word that is known."""
    lexicon = change.lexicon
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    if any(side.words in lexicon.directions for side in change.sides):
        return True
    # "This place", as "the clinic": what points may be named.
    if change.a.proper or change.b.proper or any(key in lexicon.pointing for key in change.a.words):
        return False
    return _swaps_common_words(change) and not one_word_in_two_forms(change.a.words, change.b.words, lexicon)


def _swaps_common_words(change: Change) -> bool:
    """Whether as many common words are put for one or two, and as many light ones for those beside them."""
    lexicon = change.lexicon
    a, b = ([key for key in side.words if (key,) not in lexicon.light] for side in change.sides)
    if not 0 < len(a) == len(b) <= MOST_FOR_A_WORD or a == b or len(change.a.words) != len(change.b.words):
        return False
    known = common_words(lexicon.profile)
    return all(key in known and key not in lexicon.remarks for key in (*a, *b))


@_rule(
    DifferenceKind.BRACKET, Severity.COSMETIC, Shape.DISCLOSED,
    example=("They closed the bridge.", "[The engineers] closed the bridge."),
)  # fmt: skip
def bracket_names_referent(change: Change) -> bool:
    """Brackets that say whom or what a pronoun means, with what it is contracted with: she'd."""
    pointing = change.lexicon.pointing
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    named = any(all(key in pointing for key in side.words) for side in change.sides)
    return named or _names_contracted(change)


@_rule(
    DifferenceKind.BRACKET, Severity.COSMETIC, Shape.DISCLOSED,
    example=("They was late.", "They was [sic] late."),
)  # fmt: skip
def bracket_remarks(change: Change) -> bool:
    """Brackets in which an editor remarks on something."""
    remarks = change.lexicon.remarks
    return change.disclosure is Disclosure.BRACKET and any(
        key in remarks for side in change.sides for key in side.words
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
    sides = [side.words for side in change.sides if side.words]
    if not all(counts(keys, lexicon) or any(is_part(key, lexicon) for key in keys) for keys in sides):
        return False
    return _same_amount(change)


def _same_amount(change: Change) -> bool:
    """Whether the numbers of both sides, with what stands around them, are one."""
    lexicon = change.lexicon
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
    if written_out(a.as_printed, b.as_printed, lexicon):
        return True
    return same_spelling(a.printed, b.printed, lexicon) and not _joined_in_another_sense(change)


def _joined_in_another_sense(change: Change) -> bool:
    """Whether words are joined, with no hyphen between them, to one that is another word."""
    a, b = change.sides
    if len(a.printed) == len(b.printed) or "".join(a.printed) != "".join(b.printed):
        return False
    divided, whole = (a, b) if len(a.printed) > len(b.printed) else (b, a)
    if {a.printed, b.printed} <= change.lexicon.spellings.keys():
        return False
    at = 0
    for word in whole.printed:
        first, letters = at, 0
        while letters < len(word) and at < len(divided.printed):
            letters += len(divided.printed[at])
            at += 1
        plainly = at - first > 1 and not divided.hyphened(first, at) and word not in change.lexicon.units
        if plainly and joined_in_another_sense(divided.printed[first:at], word, change.lexicon):
            return True
    return False


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
    return (
        len(a) == len(b) == 1
        and not same_lemma(a[0], b[0], lexicon)
        and (mistyped(a[0], b[0], lexicon) or without_apostrophes(a[0]) == without_apostrophes(b[0]))
        and not opposite(a[0], b[0], lexicon)
        and not _misnames(change)
    )


def _misnames(change: Change) -> bool:
    """Whether a slip may have made another name: a word with a capital that is no common word for one."""
    lexicon, keys = change.lexicon, (change.a.printed[0], change.b.printed[0])
    if not (change.a.has_name and change.b.has_name) or looks_mistyped(*keys, lexicon):
        return False
    common = (key for key in keys if is_word(key, lexicon))
    shouted = all(side.shouted for side in change.sides)
    return not any(shouted or key in lexicon.capitals or len(key) >= NO_SURNAME for key in common)


@_rule(
    DifferenceKind.SPELLING, Severity.MINOR, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("The damned boat sank.", "The d----d boat sank."),
)  # fmt: skip
def masked(change: Change) -> bool:
    """A word some of whose letters are masked, as those of oaths are."""
    if change.one_sided:
        return (change.a if change.a.words else change.b).is_end_of_masked
    for side, other in (change.sides, change.sides[::-1]):
        letters, word = side.masked, "".join(other.printed)
        if letters and word.startswith(letters[0]) and word.endswith(letters[1]):
            return len(other.printed) == 1 and len(word) > len("".join(letters))
    return False


@_rule(
    DifferenceKind.SPELLING, Severity.MINOR, Shape.SUBSTITUTION,
    example=("They went up th’ lane.", "They went up the lane."),
)  # fmt: skip
def clipped(change: Change) -> bool:
    """A word printed as it was spoken, with an apostrophe for the letters that were not."""
    for side, other in (change.sides, change.sides[::-1]):
        if len(other.printed) != 1 or is_word("".join(side.printed), change.lexicon):
            continue
        start, end = side.clipped
        word = other.printed[0]
        most = len(word) - MOST_CLIPPED
        if (len(start) >= most and start and word.startswith(start)) or (
            len(end) >= most and end and word.endswith(end)
        ):
            return True
    return False


@_rule(
    DifferenceKind.TYPO, Severity.MINOR, Shape.ONE_SIDED,
    example=("They never came.", "They never never came."),
)  # fmt: skip
def printed_twice(change: Change) -> bool:
    """Words that stand there twice in a row."""
    side = change.a if change.a.words else change.b
    counted = any(is_number(key, change.lexicon) for key in side.words)
    return not change.covered(change.lexicon.light) and side.is_repeated and not counted


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
    ellipsis_joins_halves,
    ellipsis_hides_head,
    ellipsis_hides_number_or_name,
    ellipsis,
    bracket_turns_sense,
    bracket_changes_number,
    bracket_changes_name,
    bracket_puts_another_word,
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
    masked,
    clipped,
    typo,
    printed_twice,
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
