"""What an ellipsis leaves out openly: a qualifier, a view, a modal, a number, or nothing that matters."""

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Disclosure, Shape
from quoteverify.collation.differences.rules.rule import CLAUSE, of_classes, qualified, rule_for
from quoteverify.collation.language.frames import DOUBT, VIEW, frames
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import is_number
from quoteverify.models import DifferenceKind, Severity
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS

MOST_BEFORE = 3
"""In words: so near before what is left stands what gives it as a view: "accused of having [sold it]"."""


_UNCERTAIN = frozenset({DOUBT, VIEW})


BESIDE = 3
"""In code points: so near an attribution stand the marks of the quotation that it interrupts."""


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We will pay if the council agrees to it today.", "We will pay ... today."),
)  # fmt: skip
def ellipsis_hides_qualifier(change: Change) -> bool:
    """An ellipsis that swallowed a negation, a condition or a hedge."""
    return change.disclosure is Disclosure.ELLIPSIS and qualified(change)


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("The deal, critics say, is safe.", "The deal ... is safe."),
)  # fmt: skip
def ellipsis_hides_view(change: Change) -> bool:
    """An ellipsis that swallowed that something is what others say, or is only thought of."""
    if change.disclosure is not Disclosure.ELLIPSIS:
        return False
    if not change.enclosed:
        last = len(change.near) - MOST_BEFORE
        return any(
            mark.frame.turns in _UNCERTAIN and not mark.frame.said and mark.end >= last
            for mark in frames(change.lexicon.profile).marks(change.near)
        )
    side, profile = change.only, change.lexicon.profile
    *subject, verb = side.words
    return (
        0 < len(subject) < CLAUSE
        and verb in profile.words("frames", turns="view", said=True)
        and change.lexicon.speakers.isdisjoint(subject)
        and not _interrupts(side)
    )


def _interrupts(side: ChangedWords) -> bool:
    """Whether some words interrupt a quotation: “The deal,” she said, “is safe”."""
    text, start, end = side.side.text, side.side.starts[side.lo], side.side.ends[side.hi - 1]
    around = text[max(0, start - BESIDE) : start] + text[end : end + BESIDE]
    return not set(QUOTATION_MARKS).isdisjoint(around)


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("The fire should have been set by them.", "The fire ... set by them."),
)  # fmt: skip
def ellipsis_hides_modal(change: Change) -> bool:
    """An ellipsis that swallowed how sure or how free something is, right before what is left."""
    if change.disclosure is not Disclosure.ELLIPSIS or change.enclosed or not change.near:
        return False
    side, lexicon = change.only, change.lexicon
    verbs = auxiliaries(lexicon.profile)
    for n in range(len(side.words) - 1, -1, -1):
        if "modals" in lexicon.tables.get(side.words[n], ()):
            return side.words[n:] == tuple(change.near[n - len(side.words) :])
        if side.words[n] not in verbs and (side.words[n],) not in lexicon.light:
            return False
    return False


def auxiliaries(profile: LanguageProfile) -> frozenset[str]:
    """What may stand between a modal verb and the one that it goes with: may have been set."""
    return of_classes(profile, "be", "auxiliary", "adverb")


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("I hate the rain. I love the sea.", "I hate ... the sea."),
)  # fmt: skip
def ellipsis_joins_halves(change: Change) -> bool:
    """An ellipsis between a part of one sentence and a part of another, which together say a third thing."""
    return change.disclosure is Disclosure.ELLIPSIS and change.joins_halves


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We met the sister of the mayor there.", "We met ... the mayor there."),
)  # fmt: skip
def ellipsis_hides_head(change: Change) -> bool:
    """An ellipsis that swallowed what something is of: "the sister of", "two of"."""
    near = list(change.near)
    if near and (near[-1] in change.lexicon.numerals.articles or near[-1] in change.lexicon.pointing):
        near.pop()  # "two of our"
    return change.disclosure is Disclosure.ELLIPSIS and len(near) > 1 and near[-1] in change.lexicon.genitives


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We will shut it for nine days in May.", "We will shut it ... in May."),
)  # fmt: skip
def ellipsis_hides_number_or_name(change: Change) -> bool:
    """An ellipsis that swallowed a number or a name of the sentence that is left, and no aside."""
    if change.disclosure is not Disclosure.ELLIPSIS or change.enclosed or not change.near:
        return False
    if any(_says_how_many(key, change.lexicon) for key in change.near):
        return True
    side = change.only
    # Where something is, or between what, says less: "from Aas to Berg".
    argument = not change.apart and side.words[0] not in change.lexicon.prepositions
    return argument and len(change.near) >= len(side.words) and side.has_name


def _says_how_many(key: str, lexicon: Lexicon) -> bool:
    """Whether a word is a number; "one" and "single" are as often no count: "the one thing"."""
    number = lexicon.numerals.number(key)
    return is_number(key, lexicon) and (number is None or number.value not in (1, key))


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.MINOR, Shape.DISCLOSED,
    example=("We will pay the whole bill in May.", "We will pay ... in May."),
)  # fmt: skip
def ellipsis(change: Change) -> bool:
    """Words left out where an ellipsis says so."""
    return change.disclosure is Disclosure.ELLIPSIS
