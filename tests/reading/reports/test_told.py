"""Where the words begin that say who told something, and who can."""

import pytest
from shown import narration_of

from quoteverify.reading.reports.told import group_start, is_person, is_somebody, point_before, verbs_start

# A sentence, with where its attribution begins, its verb group, and the point before the attribution.
BEGINS = {
    "The port was shut, Ruth Vale said.": ("Ruth", "said", ","),
    "The port was shut, as Ruth Vale has said.": ("Ruth", "has", ","),
    "The port was shut, said Ruth Vale.": ("said", "said", ","),
    "The port was shut — or full — pilots and Ruth Vale said.": ("pilots", "said", "—"),
    "The port was shut, according to Ruth Vale.": ("according", "according", ","),
    "Ruth Vale has said the port was shut.": ("Ruth", "has", None),
}


@pytest.mark.parametrize("text", BEGINS)
def test_an_attribution_begins_with_its_subject_and_a_point_may_stand_before_it(text):
    narration = narration_of(text)
    sentence, (report, *_) = narration.sentences(0)[0], narration.reports(0, 0)
    point = point_before(sentence, report)
    assert (
        sentence.tokens[group_start(sentence, report)].text,
        sentence.tokens[verbs_start(sentence, report)].text,
        None if point is None else sentence.tokens[point].text,
    ) == BEGINS[text]


# Whose words something may be: a person or a body by the noun, and people by the form.
WHO = {
    "The mayor said it was late.": (True, True),
    "She said it was late.": (True, True),
    "The figures said it was late.": (False, True),
    "The report said it was late.": (False, False),
}


@pytest.mark.parametrize("text", WHO)
def test_the_form_of_a_mention_shows_whether_it_is_of_somebody(text):
    narration = narration_of(text)
    sentence, (report, *_) = narration.sentences(0)[0], narration.reports(0, 0)
    assert (is_person(sentence, report.mention), is_somebody(sentence, report.mention)) == WHO[text]
