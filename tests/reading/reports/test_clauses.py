"""Where what a cue reports begins, and where it does not."""

import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.reports.clauses import (
    content_after,
    has_verb,
    hearer_at,
    is_clause,
    parts_apart,
    past_adjuncts,
)
from quoteverify.reading.reports.verbs import report_words

WORDS = report_words(ENGLISH)


def _sentence(text):
    return narration_of(text).sentences(0)[0]


def _rest(sentence, i):
    return None if i is None else sentence.text[sentence.tokens[i].start :]


BEGINS = {
    "Ruth Vale said that the port was shut.": "the port was shut.",
    "Ruth Vale said the port was shut.": "the port was shut.",
    "Ruth Vale said on Monday that the port was shut.": "the port was shut.",
    "Ruth Vale said in a statement the port was shut.": "the port was shut.",
    "Ruth Vale said on Monday, at the quay in Aas, that the port was shut.": "the port was shut.",
    "Ruth Vale said, in a letter to “the board” on Monday, that the port was shut.": "the port was shut.",
    "Ruth Vale announced a “new rule” that the port was shut.": None,
    "Ruth Vale said that, in spring, the port was shut.": ", in spring, the port was shut.",
    "Ruth Vale told the crew that the port was shut.": "the port was shut.",
    "Ruth Vale told the crew the port was shut.": "the port was shut.",
    "Ruth Vale told them it was late.": "it was late.",
    "Ruth Vale asked whether the port was shut.": "whether the port was shut.",
    "Ruth Vale explained why the port was shut.": "why the port was shut.",
    "Ruth Vale promised to shut the port.": "to shut the port.",
    "Ruth Vale promised not to shut the port.": "not to shut the port.",
    "Ruth Vale pledged that nobody would pay.": "nobody would pay.",
    "Ruth Vale warned the crew the port was shut.": "the port was shut.",
    "Ruth Vale said there was no pilot.": "there was no pilot.",
    "Ruth Vale noted that the law had changed.": "the law had changed.",
    "Ruth Vale noted the law on ships.": None,
    "Ruth Vale told a story.": None,
    "Ruth Vale announced a sale.": None,
    "Ruth Vale insisted that was wrong.": "that was wrong.",
    "Ruth Vale pledged to Tom Aas.": None,
    "Ruth Vale asked for more.": None,
}


@pytest.mark.parametrize("text", BEGINS)
def test_what_is_reported_begins_after_the_cue_and_what_belongs_to_it(text):
    narration = narration_of(text)
    sentence, (report, *_) = narration.sentences(0)[0], narration.reports(0, 0)
    found = content_after(sentence, report.last + 1, WORDS.cue_of(sentence, report), WORDS)
    assert _rest(sentence, found and found[0]) == BEGINS[text]


HEARERS = {
    "Ruth Vale told the crew that it was late.": "the crew",
    "Ruth Vale told them it was late.": "them",
    "Ruth Vale told Tom Aas it was late.": "Tom Aas",
    "Ruth Vale told the crew Tom Aas was late.": "the crew",
}


@pytest.mark.parametrize("text", HEARERS)
def test_whom_it_is_told_to_stands_before_the_clause(text):
    sentence = _sentence(text)
    first, last = hearer_at(sentence, 3, sure=True)
    assert sentence.span(first, last).of(text) == HEARERS[text]


def test_whom_a_verb_may_do_without_is_no_subject_of_the_clause():
    assert hearer_at(_sentence("Ruth Vale warned they were late."), 3, sure=False) is None


ADJUNCTS = {
    "Ruth Vale said on Monday that it was late.": "that it was late.",
    "Ruth Vale said on March 3 that it was late.": "that it was late.",
    "Ruth Vale said angrily that it was late.": "that it was late.",
    "Ruth Vale said in an interview with the Port News that it was late.": "that it was late.",
    "Ruth Vale said in Aas that it was late.": "in Aas that it was late.",
    "Ruth Vale said there was time.": "there was time.",
}


@pytest.mark.parametrize("text", ADJUNCTS)
def test_when_how_and_in_what_it_was_said_are_passed_over(text):
    sentence = _sentence(text)
    assert _rest(sentence, past_adjuncts(sentence, 3, WORDS)) == ADJUNCTS[text]


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


def test_points_at_the_ends_are_no_part_of_a_clause_but_a_sign_of_money_is():
    sentence = _sentence("Ruth Vale said, $5 was paid.")
    last = len(sentence.tokens) - 1
    first, end = parts_apart(sentence, 3, last)
    assert sentence.span(first, end).of(sentence.text) == "$5 was paid"
    assert parts_apart(sentence, last, last) is None
