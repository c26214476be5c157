"""What stands between a cue and what it reports."""

import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.reports.adjuncts import hearer_at, past_adjuncts
from quoteverify.reading.reports.verbs import report_words

WORDS = report_words(ENGLISH)


def _sentence(text):
    return narration_of(text).sentences(0)[0]


def _rest(sentence, i):
    return None if i is None else sentence.text[sentence.tokens[i].start :]


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
    "Ruth Vale said in a letter with her name on it that it was late.": "that it was late.",
    "Ruth Vale said in a call with us that it was late.": "with us that it was late.",
    "Ruth Vale said in a note after the ship sank that it was late.": "after the ship sank that it was late.",
    "Ruth Vale said in Aas that it was late.": "in Aas that it was late.",
    "Ruth Vale said there was time.": "there was time.",
}


@pytest.mark.parametrize("text", ADJUNCTS)
def test_when_how_and_in_what_it_was_said_are_passed_over(text):
    sentence = _sentence(text)
    assert _rest(sentence, past_adjuncts(sentence, 3, WORDS)) == ADJUNCTS[text]
