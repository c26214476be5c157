"""What reporting regularly changes is put back, and nothing else."""

import pytest

from quoteverify.collation.differences.retelling import Retelling, edited, units
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile, language
from quoteverify.text.layout.page import Page
from quoteverify.text.words import words

ENGLISH = language("en")
ROWS = ENGLISH.rows("reporting")


def put(source, claim, profile=ENGLISH, **asked):
    told = Retelling(words(claim), words(source), profile, **asked)
    return edited(Page(claim, claim), told, source, Span(0, len(source)))


# What was said, a report of it, and the report with all put back.
PUT_BACK = {
    "We will sail at noon.": ("they would sail at noon", "We will sail at noon"),
    "The crew sails at noon.": ("the crew sailed at noon", "the crew sails at noon"),
    "The crew sailed at noon.": ("the crew had sailed at noon", "the crew sailed at noon"),
    "I sail for the bank at noon.": ("she sails for the bank at noon", "I sail for the bank at noon"),
    "I won't sail at noon.": ("she would not sail at noon", "I will not sail at noon"),
    "The crew must wait here until tomorrow.": (
        "the crew had to wait there until the next day",
        "the crew must wait here until tomorrow",
    ),
    # What reporting does not change
    "The crew may sail at noon.": ("the crew would sail at noon", "the crew would sail at noon"),
    "They will not sail at noon.": ("they would sail at noon", "they will sail at noon"),
    "The crews will sail at noon.": ("the crew would sail at noon", "the crew will sail at noon"),
    "He will sail at noon.": ("she would sail at noon", "she will sail at noon"),
    "All of the crew will sail.": ("some of the crew would sail", "some of the crew will sail"),
}


@pytest.mark.parametrize("source", PUT_BACK)
def test_what_reporting_changed_is_put_back_and_nothing_else(source):
    claim, back = PUT_BACK[source]
    assert put(source, claim).page.text == back


def test_a_difference_says_where_both_stand():
    source, claim = "Vale said: “We will sail here.”", "they would sail there"
    told = put(source, claim)
    assert [(d.a.of(source), d.b.of(claim), d.rule) for d in told.differences] == [
        ("We", "they", "reporting_changes_person"),
        ("will", "would", "reporting_changes_tense"),
        ("here", "there", "reporting_changes_place"),
    ]
    assert {(d.kind.value, d.severity.value) for d in told.differences} == {("reported", "cosmetic")}


@pytest.mark.parametrize(
    ("source", "claim", "back"),
    [
        ("Will the port close?", "whether the port would close", "Will the port close"),
        ("When will the port close?", "when the port would close", "when will the port close"),
        (
            "Has anybody counted the boats?",
            "if anybody had counted the boats",
            "Has anybody counted the boats",
        ),
        ("Will the pilots be paid?", "whether the pilots would be paid", "Will the pilots be paid"),
    ],
)
def test_the_verb_of_a_question_goes_back_before_its_subject(source, claim, back):
    assert put(source, claim, asked=True).page.text == back


def test_contracted_words_are_taken_in_full():
    assert [unit.key for unit in units(words("I won't. It's late"), lexicon(ENGLISH))] == [
        "i", "will", "not", "it", "is", "late",
    ]  # fmt: skip


CHANGED = [n for n, row in enumerate(ROWS) if "limits" not in row.values]


@pytest.mark.parametrize("n", CHANGED, ids=[ROWS[n].words[0] for n in CHANGED])
def test_a_row_is_needed_for_its_example(n):
    said, told = ROWS[n].example.split(" / ")
    rows = (*ROWS[:n], *ROWS[n + 1 :])
    without = LanguageProfile("en", {**ENGLISH.tables, "reporting": rows})

    def changes(profile):
        return [(d.a_text, d.b_text) for d in put(said, told, profile).differences]

    assert changes(ENGLISH) != changes(without)
