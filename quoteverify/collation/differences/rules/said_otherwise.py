"""One sense in other words: without a courtesy, with another word for about, with or for nor."""

import functools
import re

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.differences.rules.rule import is_before_amount, rule_for
from quoteverify.collation.language.word_forms import expanded
from quoteverify.models import DifferenceKind, Severity
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import words

_SENTENCE_END = re.compile(r"[.!?;]\s")


LONGEST_ADDRESS = 3
"""In words: by no more is anybody spoken to, "Mr. Prime Minister"."""


FAR_DENIED = 10
"""In words: so near before "nor" stands what it goes on denying. A guard."""


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


@functools.lru_cache(maxsize=64)
def _listing(profile: LanguageProfile) -> frozenset[str]:
    """What goes on in a list: a coordinator, an article, whose something is."""
    grammar = ("coordinator", "definite_article", "indefinite_article", "possessive")
    return frozenset().union(*(profile.words("grammar", **{"class": name}) for name in grammar))


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
