import pytest
from shown import ENGLISH

from quoteverify.reading.turns.label_words import label_words

WORDS = label_words(ENGLISH)


@pytest.mark.parametrize(("word", "known"), [("harbour", True), ("vale", False)])
def test_common_words_are_known(word, known):
    assert WORDS.knows(word) == known


def test_what_no_speaker_begins_and_ends_with_is_taken_from_its_hyphens():
    profile = ENGLISH.with_rows(
        "turn_labels",
        [
            {"words": ["gab-"], "role": "no_speaker", "example": "Gab one: no"},
            {"words": ["-gab"], "role": "no_speaker", "example": "Onegab: no"},
        ],
    )
    words = label_words(profile)
    assert "gab " in words.no_beginnings
    assert "gab" in words.no_endings
    assert not {"gab ", "gab"} & {*WORDS.no_beginnings, *WORDS.no_endings}


def test_the_pronouns_of_a_talk_are_those_of_who_speaks_and_who_is_spoken_to():
    assert {"i", "we", "you"} <= WORDS.talk
    assert WORDS.talk.isdisjoint(WORDS.told)
    assert "we" not in WORDS.own
