"""One wording with a slip in it, of whoever spoke or wrote: a letter wrong, a word printed twice, an um."""

from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.differences.rules.rule import rule_for
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import is_number
from quoteverify.collation.language.slips import (
    capitals_misread,
    is_word,
    looks_mistyped,
    mistyped,
    turns,
    without_apostrophes,
)
from quoteverify.collation.language.word_forms import opposite, same_lemma
from quoteverify.models import DifferenceKind, Severity

NO_SURNAME = 9
"""In letters: a common word that is as long is hardly ever a surname, and stays one with a slip in it."""


@rule_for(
    DifferenceKind.FILLER, Severity.COSMETIC, Shape.AT_END, Shape.ONE_SIDED,
    example=("It, um, works.", "It works."),
    tables=("fillers",),
)  # fmt: skip
def filler(change: Change) -> bool:
    """Sounds and phrases that mean nothing."""
    lexicon = change.lexicon
    return change.covered(lexicon.fillers_apart if change.apart else lexicon.fillers)


@rule_for(
    DifferenceKind.TYPO, Severity.MINOR, Shape.SUBSTITUTION,
    example=("The harbour is closed.", "The habrour is closed."),
)  # fmt: skip
def typo(change: Change) -> bool:
    """A slip of the pen in one word."""
    a, b, lexicon = change.a.printed, change.b.printed, change.lexicon
    if len(a) != 1 or len(b) != 1:
        return False
    if without_apostrophes(a[0]) == without_apostrophes(b[0]):
        return True  # "the States interest", "the State's interest"
    if capitals_misread(change.a.as_printed, lexicon) == b[0]:
        return True
    if capitals_misread(change.b.as_printed, lexicon) == a[0] or _lacks_initial(change):
        return True
    named = change.a.has_name or change.b.has_name
    return (
        mistyped(a[0], b[0], lexicon)
        and (named or not same_lemma(a[0], b[0], lexicon))  # "congres" is no form of "Congress"
        and not opposite(a[0], b[0], lexicon)
        and not _misnames(change)
    )


def _misnames(change: Change) -> bool:
    """Whether a slip may have made another name: a word with a capital that is no common word for one."""
    lexicon, keys = change.lexicon, (change.a.printed[0], change.b.printed[0])
    if not (change.a.has_name and change.b.has_name):
        return _misnames_at_start(change)
    if looks_mistyped(*keys, lexicon) or _drops_initial(change):
        return False
    shouted = all(side.shouted for side in change.sides)
    return not any(is_word(key, lexicon) and (shouted or _is_no_surname(key, lexicon)) for key in keys)


def _misnames_at_start(change: Change) -> bool:
    """The same where a sentence's start explains the capital: a name may differ in its first letter alone."""
    lexicon, keys = change.lexicon, (change.a.printed[0], change.b.printed[0])
    if keys[0][0] == keys[1][0] or len(keys[0]) != len(keys[1]):
        return False
    if any(side.shouted or not side.as_printed[0].isupper() for side in change.sides):
        return False
    return not any(is_word(key, lexicon) and _is_no_surname(key, lexicon) for key in keys)


def _is_no_surname(key: str, lexicon: Lexicon) -> bool:
    """Whether a common word is hardly ever a surname: of grammar, often with a capital anyway, or long."""
    return key in lexicon.closed or key in lexicon.capitals or len(key) >= NO_SURNAME


def _lacks_initial(change: Change) -> bool:
    """Whether a text's first word, in capitals, lacks one: "HERE were six"; not where that turns sense."""
    if not all(side.lo == side.side.lo for side in change.sides) or not _drops_initial(change):
        return False
    return not any(turns(side.printed[0], change.lexicon) for side in change.sides)


def _drops_initial(change: Change) -> bool:
    """Whether a word in capitals lacks its first letter, which was set apart as an initial: UPREME."""
    return any(
        side.shouted and side.printed[0] == other.printed[0][1:]
        for side, other in (change.sides, change.sides[::-1])
    )


@rule_for(
    DifferenceKind.TYPO, Severity.MINOR, Shape.ONE_SIDED,
    example=("They never came.", "They never never came."),
)  # fmt: skip
def printed_twice(change: Change) -> bool:
    """Words that stand there twice in a row."""
    side = change.only
    if not side.is_repeated or change.covered(change.lexicon.light):
        return False
    return not any(is_number(key, change.lexicon) for key in side.words)
