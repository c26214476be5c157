"""Where a clause with its verb begins."""

import pytest
from shown import narration_of

from quoteverify.reading.reports.clauses import has_verb, is_clause, parts_apart


def _sentence(text):
    return narration_of(text).sentences(0)[0]


CLAUSES = {
    "the port was shut": True,
    "it was late": True,
    "in spring the port was shut": True,
    "if it rains, the port will shut": True,
    "the port, her pride, was shut": True,
    "the port of Aas": False,
    "to shut the port": False,
    "a story": False,
}


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_has_a_subject_and_its_verb(clause, strict):
    assert is_clause(_sentence(f"Ruth Vale said {clause}."), 3, strict=strict) == CLAUSES[clause]


def test_a_verb_may_stand_behind_adverbs():
    assert has_verb(_sentence("The port quickly was shut."), 2)
    assert not has_verb(_sentence("The port quickly, to them, was shut."), 2)


# What stands behind "Ruth Vale said", and what of it is told.
APART = {
    ", $5 was paid.": "$5 was paid",
    ", it rose by 5%.": "it rose by 5%",
    "[she] was late.": "[she] was late",
    "(she) was late (at noon).": "(she) was late (at noon)",
    "(she was late.": "she was late",
    "- she was late -": "she was late",
    ", yes.": "yes",
}


@pytest.mark.parametrize("said", APART)
def test_points_at_the_ends_are_no_part_of_what_is_told_but_signs_and_brackets_are(said):
    sentence = _sentence(f"Ruth Vale said {said}")
    first, end = parts_apart(sentence, 3, len(sentence.tokens) - 1)
    assert sentence.span(first, end).of(sentence.text) == APART[said]


def test_points_alone_are_nothing_that_is_told():
    sentence = _sentence("Ruth Vale said.")
    assert parts_apart(sentence, 3, len(sentence.tokens) - 1) is None
