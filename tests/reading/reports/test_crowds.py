"""People who say something, and of whom only how many they are is told."""

import pytest

from quoteverify.reading.parser import parse


@pytest.mark.parametrize(
    ("text", "crowd"),
    [
        ("Some said the port was shut.", "Some"),
        ("But most say the port is shut.", "most"),
        ("Those surveyed say the port is shut.", "Those surveyed"),
        ("One in five say the port is shut.", "One in five"),
        ("Nearly nine out of 10 say the port is shut.", "Nearly nine out of 10"),
        ("A mere 9 percent say the port is shut.", "A mere 9 percent"),
        ("The two admit that the port is shut.", "The two"),
    ],
)
def test_a_crowd_speaks_and_is_nobody(text, crowd):
    (report,) = parse(text).reports
    assert report.attribution.mention.of(text) == crowd
    assert report.speaker is None


def test_a_share_of_people_with_a_noun_is_called_by_it():
    text = "Six in 10 pilots said the port was shut."
    (report,) = parse(text).reports
    assert report.attribution.mention.of(text) == "Six in 10 pilots"


def test_a_pronoun_of_the_clause_before_is_no_crowd():
    text = "The most said of the port is that it was shut."
    assert parse(text).reports == ()
