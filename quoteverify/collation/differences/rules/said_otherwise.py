"""One sense in other words: without a courtesy, with another word for about, with or for nor."""

import re

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.differences.retelling import reporting
from quoteverify.collation.differences.rules.rule import is_before_amount, is_particle, of_classes, rule_for
from quoteverify.collation.language.quantities import is_number
from quoteverify.collation.language.word_forms import expanded, readings
from quoteverify.models import DifferenceKind, Severity
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import words

_SENTENCE_END = re.compile(r"[.!?;]\s")


LONGEST_ADDRESS = 3
"""In words: by no more is anybody spoken to, "Mr. Prime Minister"."""


FAR_DENIED = 10
"""In words: so near before "nor" stands what it goes on denying. A guard."""


FAR_ECHOED = 4
"""In words: so near before "nothing" stands the denial that it says again: "didn't say a word of nothing"."""


LONGEST_ASIDE = 10
"""In words: what a longer clause tells between commas is no aside."""


_MARKING = ("negators", "hedges", "conditions", "modals")


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.ONE_SIDED,
    example=("We asked Vale about it.", "We asked Mr Vale about it."),
)  # fmt: skip
def courtesy(change: Change) -> bool:
    """A title before a name that says nothing of an office."""
    side = change.only
    if side.hi >= side.side.hi or not change.covered(change.lexicon.courtesies):
        return False
    return side.side.text[side.side.starts[side.hi]].isupper()


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.ONE_SIDED,
    example=("We know, Ruth, that it sank.", "We know that it sank."),
)  # fmt: skip
def addressed(change: Change) -> bool:
    """Whoever is spoken to, named between commas inside a sentence: no part of a list, nor who is meant."""
    side = change.only
    if len(side.words) > LONGEST_ADDRESS or not side.is_between_commas:
        return False
    lexicon, keys = change.lexicon, side.side.keys
    before, behind = keys[side.lo - 1], keys[side.hi]
    if lexicon.titles.issuperset(side.words):
        return True  # "Yes, sir, and I will"
    # "Ada, Ruth, the pilot", "Oslo, Rome, and Bern".
    if side.side.names(side.lo - 1) or behind in _listing(lexicon.profile):
        return False
    if change.covered(lexicon.spoken_to):
        return True
    opens = behind in lexicon.closed or behind in lexicon.pointing
    return opens and before not in lexicon.speakers and side.is_all_names  # "It was you, Ruth, who did it"


def _listing(profile: LanguageProfile) -> frozenset[str]:
    """What goes on in a list: a coordinator, an article, whose something is."""
    return of_classes(profile, "coordinator", "definite_article", "indefinite_article", "possessive")


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.SUBSTITUTION,
    example=("We saw about 5 boats.", "We saw some 5 boats."),
    tables=("approximators",),
)  # fmt: skip
def same_bound(change: Change) -> bool:
    """What makes a number a rough one, or a bound, said in another way."""
    bounds = change.lexicon.numerals.bounds
    bound = bounds.get(change.a.words)
    if bound is None or bound != bounds.get(change.b.words):
        return False
    return all(map(is_before_amount, change.sides))


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.SUBSTITUTION,
    example=("It was partly sold.", "It was partially sold."),
    tables=_MARKING,
)  # fmt: skip
def same_mark(change: Change) -> bool:
    """What denies, doubts, permits or sets a condition, said in another word of one sense and tense."""
    light, tables = change.lexicon.light, change.lexicon.tables
    words = {key for side in change.sides for key in side.words if (key,) not in light}
    past = reporting(change.lexicon.profile).tenses
    if any(key != other and key.startswith(other) and key.endswith(past) for key in words for other in words):
        return False  # "need to", "needed to"
    return any(
        change.a.senses(table)
        and not change.differs_in(table)
        and all(table in tables.get(key, ()) for key in words)
        for table in _MARKING
    )


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.SUBSTITUTION,
    example=("We shall sail at noon.", "We will sail at noon."),
    tables=("modals",),
)  # fmt: skip
def speakers_modal(change: Change) -> bool:
    """A modal that says the same of whoever speaks: I shall, I will."""
    lexicon = change.lexicon
    if frozenset((change.a.words, change.b.words)) not in lexicon.modals_of_speakers:
        return False
    keys, lo, _ = change.a.in_full
    return lo > 0 and keys[lo - 1] in lexicon.authors


@rule_for(
    DifferenceKind.FUNCTION_WORD, Severity.MINOR, Shape.ONE_SIDED,
    example=("We have got the keys.", "We have the keys."),
)  # fmt: skip
def has_got(change: Change) -> bool:
    """A word behind "have" that says no more there, before what somebody has."""
    side = change.only
    return is_particle(side, turns=False) and _opens_noun(side)


def _opens_noun(side: ChangedWords) -> bool:
    """Whether what stands right behind the words opens a noun: an article, a number, whose it is."""
    keys, _, hi = side.in_full
    if hi >= len(keys):
        return False
    known = of_classes(side.lexicon.profile, "determiner", "possessive")
    return keys[hi] in known or is_number(keys[hi], side.lexicon)


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.ONE_SIDED,
    example=("My aunt, who lives in Aas, left.", "My aunt left."),
    tables=("function_words",),
)  # fmt: skip
def aside(change: Change) -> bool:
    """A clause between commas that only tells more of whom or what stands before it."""
    side, lexicon = change.only, change.lexicon
    if not side.words or side.words[0] not in lexicon.asking:
        return False
    if len(side.words) > LONGEST_ASIDE or not side.is_between_commas:
        return False
    if side.words[0] not in lexicon.profile.words("grammar", **{"class": "relative"}):
        return False
    if side.words[1:2] and side.words[1] in lexicon.profile.words("grammar", **{"class": "be"}):
        return False  # "My aunt, who was cleared of it, left": what was found of somebody may be the point
    return not any(map(side.senses, (*_MARKING, "quantities")))


@rule_for(
    DifferenceKind.FUNCTION_WORD, Severity.MINOR, Shape.SUBSTITUTION,
    example=("I didn’t say nothing.", "I didn’t say anything."),
    tables=("negators",),
)  # fmt: skip
def denied_twice(change: Change) -> bool:
    """A denial said again, as in speech, or said once: "didn't say nothing", "didn't say anything"."""
    echoed = frozenset((change.a.words, change.b.words))
    return echoed in change.lexicon.echoed_denials and all(map(_echoes, change.sides))


def _echoes(side: ChangedWords) -> bool:
    """Whether a contracted denial stands before the words in their clause: "didn't", and not "can't"."""
    lexicon, whole = side.lexicon, side.side
    for n in range(side.lo - 1, max(whole.lo, side.lo - FAR_ECHOED) - 1, -1):
        if whole.text[whole.ends[n] : whole.starts[n + 1]].strip() or whole.keys[n] in _opening(
            lexicon.profile
        ):
            return False
        full = readings(whole.keys[n], lexicon)[0]
        if len(full) > 1 and "negators" in lexicon.tables.get(full[-1], ()):
            return lexicon.phrases.get(full[:1], ("", ""))[0] != "modals"
    return False


def _opening(profile: LanguageProfile) -> frozenset[str]:
    """What opens another clause: that, who, and."""
    return of_classes(profile, "conjunction", "relative")


@rule_for(
    DifferenceKind.FUNCTION_WORD, Severity.MINOR, Shape.SUBSTITUTION,
    example=("Neither we nor they sail.", "Neither we or they sail."),
    tables=("negators",),
)  # fmt: skip
def denial_goes_on(change: Change) -> bool:
    """What joins to a denial before it what that denies too, said as one or not: nor, or."""
    joins = frozenset((change.a.words, change.b.words))
    return joins in change.lexicon.joined_denials and all(map(_stands_behind_denial, change.sides))


def _stands_behind_denial(side: ChangedWords) -> bool:
    """Whether a denial stands before the words in their sentence."""
    first = max(side.side.lo, side.lo - FAR_DENIED)
    before = side.side.text[side.side.starts[first] : side.side.starts[side.lo]]
    keys = expanded(words(_SENTENCE_END.split(before)[-1]).keys, side.lexicon)
    return any(table == "negators" for table, _ in side.lexicon.markers(keys, 0, len(keys)))
