"""What a change of words is: an ordered tuple of rules, of which the first that fits names it.

Those of ``ellipses``, ``brackets`` and ``ends`` come first, for what is disclosed or cut at an end. Those
that recognise one wording in two forms come next: ``spellings``, ``misprints``, ``said_otherwise``; then
those of ``sense``: what turns it, the gravest first, then what leaves it standing; last, other words. A rule
is described in ``rule``. Every rule reads a change the same from either side, so that which wording comes
first never decides how much it matters.
"""

import functools

from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.differences.rules.brackets import (
    bracket,
    bracket_changes_name,
    bracket_changes_number,
    bracket_changes_person,
    bracket_names_another,
    bracket_names_referent,
    bracket_puts_another_word,
    bracket_remarks,
    bracket_reports,
    bracket_turns_sense,
)
from quoteverify.collation.differences.rules.ellipses import (
    ellipsis,
    ellipsis_hides_head,
    ellipsis_hides_modal,
    ellipsis_hides_number_or_name,
    ellipsis_hides_qualifier,
    ellipsis_hides_view,
    ellipsis_joins_halves,
)
from quoteverify.collation.differences.rules.ends import (
    goes_on,
    goes_on_with_qualifier,
    runs_on_into_other_words,
    runs_on_with_qualifier,
    truncation,
    truncation_drops_qualifier,
)
from quoteverify.collation.differences.rules.misprints import filler, printed_twice, typo
from quoteverify.collation.differences.rules.rule import NO_RULE, Named, Rule
from quoteverify.collation.differences.rules.said_otherwise import (
    addressed,
    aside,
    courtesy,
    denial_goes_on,
    denied_twice,
    has_got,
    same_bound,
    same_mark,
    speakers_modal,
)
from quoteverify.collation.differences.rules.sense import (
    agent,
    approximation,
    condition,
    exception,
    excess,
    function_word,
    hedge,
    inflection,
    modality,
    name,
    negating_prefix,
    negation,
    number,
    particle,
    person,
    quantity_in_words,
    unit,
    wording,
    yet_to_come,
)
from quoteverify.collation.differences.rules.spellings import (
    abbreviated,
    clipped,
    contraction,
    masked,
    number_format,
    possessive,
    same_phrase,
    says_a_number,
    says_below_nothing,
    spelling,
)

RULES: tuple[Rule, ...] = (
    ellipsis_hides_qualifier,
    ellipsis_hides_modal,
    ellipsis_hides_view,
    ellipsis_joins_halves,
    ellipsis_hides_head,
    ellipsis_hides_number_or_name,
    ellipsis,
    bracket_reports,
    bracket_turns_sense,
    bracket_changes_number,
    bracket_changes_person,
    bracket_changes_name,
    bracket_puts_another_word,
    bracket_names_another,
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
    says_a_number,
    says_below_nothing,
    spelling,
    same_phrase,
    contraction,
    masked,
    clipped,
    abbreviated,
    typo,
    possessive,
    printed_twice,
    courtesy,
    addressed,
    same_bound,
    denial_goes_on,
    denied_twice,
    has_got,
    aside,
    speakers_modal,
    negation,
    negating_prefix,
    condition,
    modality,
    yet_to_come,
    hedge,
    approximation,
    number,
    unit,
    quantity_in_words,
    name,
    person,
    exception,
    agent,
    excess,
    particle,
    inflection,
    function_word,
    same_mark,
    wording,
)


@functools.lru_cache(maxsize=64)  # the shapes, of these rules and of a caller's own beside them
def _of_shape(rules: tuple[Rule, ...], shape: Shape) -> tuple[Rule, ...]:
    """The rules that can fit a change of a shape."""
    return tuple(rule for rule in rules if shape in rule.shapes)


def classify(change: Change, rules: tuple[Rule, ...] = RULES) -> Named:
    """What a change is, how much it matters, and the name of the rule that decided: the first that fits."""
    tables: frozenset[str] | None = None
    for rule in _of_shape(rules, change.shape):
        if rule.tables:
            # Found only for rules that ask: an ellipsis may hide a hundred words.
            tables = change.tables if tables is None else tables
            if rule.tables.isdisjoint(tables):
                continue
        if rule.fits(change):
            return rule.named
    return NO_RULE
