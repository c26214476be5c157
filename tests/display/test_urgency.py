import datetime as dt

import attrs
import pytest
from records import altered, check_report, comparison, verbatim

from quoteverify.display.phrases import Tone
from quoteverify.display.urgency import (
    gravest_first,
    instant,
    overall_tone,
    statement_severity,
    words_tone,
    worst_first,
)
from quoteverify.models import ContextFinding, Severity, SpeakerFinding, Wording


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Tone.GOOD),
        ({"wording": Wording.NOT_FOUND}, Tone.BAD),
        ({"wording": Wording.ALTERED}, Tone.LOOK),
        ({"speaker_finding": SpeakerFinding.DISPUTED}, Tone.LOOK),
        ({"speaker_finding": SpeakerFinding.MISATTRIBUTED}, Tone.BAD),
        ({"context": ContextFinding.TRUNCATED}, Tone.BAD),
        ({"context": ContextFinding.NOT_CHECKED}, Tone.GOOD),
    ],
)
def test_a_claim_reads_as_its_worst_axis(changes, expected):
    assert overall_tone(attrs.evolve(verbatim(), **changes)) == expected


def test_an_alteration_of_the_meaning_is_worse_than_one_of_the_words():
    minor = attrs.evolve(altered(), differences=altered().differences[1:])
    assert (words_tone(altered()), words_tone(minor)) == (Tone.BAD, Tone.LOOK)


def test_the_worst_verification_comes_first_else_the_drafts_order():
    assert worst_first(check_report()) == [2, 0, 1]
    same = attrs.evolve(check_report(), verifications=(verbatim(),) * 4)
    assert worst_first(same) == [0, 1, 2, 3]


def test_the_gravest_statement_comes_first():
    close, nobody, *_ = comparison().statements
    turned = attrs.evolve(comparison(), statements=(nobody, close))
    assert gravest_first(turned) == [close, nobody]
    assert (statement_severity(close), statement_severity(nobody)) == (Severity.SUBSTANTIVE, None)


def test_dates_and_times_can_be_put_in_order():
    plus_one = dt.timezone(dt.timedelta(hours=1))
    in_order = [
        dt.date(2031, 3, 4),
        dt.datetime(2031, 3, 4, 11),
        dt.datetime(2031, 3, 4, 12, 30, tzinfo=plus_one),
        dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC),
    ]
    shuffled = [in_order[n] for n in (2, 0, 3, 1)]
    assert sorted(shuffled, key=instant) == in_order
