import pytest
from shown import ENGLISH

from quoteverify.reading.people.names.descriptions import (
    before_titles,
    behind,
    described_by,
    fits,
    in_front,
    set_off,
)
from quoteverify.reading.syntax.grammar import grammar

GRAMMAR = grammar(ENGLISH)

# A description asked for, one known of somebody, and whether the first can be of the same person.
FITTING = {
    "the same office": ("the prime minister", "prime minister", True),
    "a shorter form": ("the minister", "interior minister", True),
    "another office": ("the prime minister", "interior minister", False),
    "a deputy": ("the mayor", "deputy mayor", False),
    "a former one": ("the president", "former president", False),
    "the deputy again": ("the deputy mayor", "deputy mayor", True),
    "one of a wider kind": ("the officer", "police sergeant", True),
    "another noun": ("the nurse", "pilot", False),
    "of a place beside one without": ("Norway's minister", "interior minister", True),
    "of two places": ("Norway's minister", "Denmark's minister", False),
    "of one place in two forms": ("Norway's minister", "Norwegian minister", True),
}


@pytest.mark.parametrize(("asked", "known", "fit"), FITTING.values(), ids=FITTING)
def test_a_description_fits_whom_the_same_is_said_of(asked, known, fit):
    descriptions = (described_by(phrase, GRAMMAR, ENGLISH) for phrase in (asked, known))
    assert fits(*descriptions, ENGLISH) == fit


# What stands beside the name Ruth Vale: the noun that says what she is, or None.
BESIDE = {
    "a role before": ("The harbour pilot Ruth Vale came.", "pilot", None),
    "an office with of": ("Then secretary of state Ruth Vale came.", "secretary", None),
    "nothing": ("Then came Ruth Vale.", None, None),
    "after a comma": ("Ruth Vale, the pilot of the port, came.", None, "pilot"),
    "after a comma without an article": ("Ruth Vale, chief executive of Aas, came.", None, "executive"),
    "after a comma, where the sentence ends": (
        "Then came Ruth Vale, a pilot at Aas Lines. It rained.",
        None,
        "pilot",
    ),
    "an abbreviation in it": ("Then came Ruth Vale, head of Aas Corp. in Berg, late.", None, "head"),
    "what she is": ("Ruth Vale is a delivery driver.", None, "driver"),
    "what she was": ("Ruth Vale was the mayor of Aas, once.", None, "mayor"),
    "what she did": ("Ruth Vale was driver at the port.", None, None),
    "of somebody in the sentence before": ("Tom Aas is a pilot. Ruth Vale came.", None, None),
    "whom she told something": ("Ruth Vale, told the court she slept, and left.", None, None),
    "what she was made": ("Ruth Vale, elected mayor of Aas, came.", None, "mayor"),
    "words that say nothing of her": ("Ruth Vale, on the other hand, came.", None, None),
}


@pytest.mark.parametrize(("text", "before", "after"), BESIDE.values(), ids=BESIDE)
def test_what_somebody_is_stands_beside_the_name(text, before, after):
    start = text.index("Ruth")
    front = in_front(text, start, GRAMMAR, ENGLISH, 0)
    back = behind(text, start + len("Ruth Vale"), GRAMMAR, ENGLISH)
    assert (front and front.head, back and back.head) == (before, after)


@pytest.mark.parametrize("owner", ["Vale's", "Vale’s"])
def test_what_somebody_owns_is_known_already(owner):
    assert described_by(f"{owner} minister", GRAMMAR, ENGLISH).definite
    assert not described_by("port minister", GRAMMAR, ENGLISH).definite


# A name between commas, with the nouns before it that say what its bearer is.
SET_OFF = {
    "with an owner": ("The union’s general secretary, Ruth Vale, left.", ["secretary"]),
    "with an office": ("They met the head of the port, Ruth Vale, in Aas.", ["head"]),
    "with a pronoun": ("Their coach, Ruth Vale, left.", ["coach"]),
    "several offices": ("Aas’s chair and chief executive, Ruth Vale, left.", ["executive", "chair"]),
    "at the end": ("It is run by a nurse, Ruth Vale.", ["nurse"]),
    "no comma behind": ("After the mayor, Ruth Vale spoke.", []),
    "no comma before": ("The mayor Ruth Vale, 41, spoke.", []),
    "a list": ("Nurses, pilots, Ruth Vale, and the dog came.", []),
    "nobody": ("In the port, Ruth Vale, 41, spoke.", []),
}


@pytest.mark.parametrize(("text", "before"), SET_OFF.values(), ids=SET_OFF)
def test_what_somebody_is_stands_before_a_comma(text, before):
    start = text.index("Ruth")
    found = set_off(text, start, start + len("Ruth Vale"), GRAMMAR, ENGLISH)
    assert [one.head for one in found] == before


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Then Justice P.N. Vale left.", [18, 13, 5]),
        ("Then Dr Vale left.", [8, 5]),
        ("Then Rev. Dr. Vale left.", [14, 10, 5]),
        ("Then Vale left.", [5]),
        ("Vale left.", [0]),
    ],
)
def test_titles_and_initials_stand_before_a_name(text, starts):
    assert list(before_titles(text, text.index("Vale"), ENGLISH)) == starts
