"""The sieves as one: their order, and that each is needed."""

import pytest
from shown import answers_of

from quoteverify.reading.sieves import BEFORE_RANKING, SIEVES
from quoteverify.reading.sieves.ranking import likeliest


def test_the_sieves_before_the_ranker_are_those_that_stand_before_it():
    assert (*BEFORE_RANKING, likeliest) == SIEVES[: len(BEFORE_RANKING) + 1]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("“We sail,” Vale said, “at noon.”", ["Vale", "Vale"]),
        ("“Do we?” asked Aas.\n\n“We sail,” said Vale.\n\n“We have no choice.”", ["Aas", "Vale", "Vale"]),
        ("“We go,” said Vale. But, said Aas, “not all of us.”", ["Vale", "Aas"]),
        ("“We go.” Vale added: “At noon.”", ["Vale"]),
        ("In Aas on Monday, Vale, 41, said the ship was “a ruin.”", ["Vale"]),
        ("At home in Aas, Berg County, on Monday, Vale, 31, said: “I was ill.”", ["Vale"]),
        ("With Ruth Vale saying she was “done,” the board met.", ["Ruth Vale"]),
        ("The ship was called “a ruin” by Ruth Vale.", ["Ruth Vale"]),
        ("Sen. Ruth Vale (D-Aas), noting the time, said, “We must sail.”", ["Sen. Ruth Vale"]),
    ],
)
def test_among_several_who_could_have_spoken_the_right_one_is_chosen(text, mentions):
    assert [mention for _, mention, *_ in answers_of(text)][-len(mentions) :] == mentions
