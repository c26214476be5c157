import pytest

from quoteverify.collation.compare.quote_parts import quote_parts
from quoteverify.collation.compare.shared_wording import shared_wording
from quoteverify.collation.compare.weights import WordWeights
from quoteverify.models import Document, Quote, Span
from quoteverify.text.language import language

ENGLISH = language("en")


def shared(one, other):
    documents = [
        Document(id=text, text=text, quotes=[Quote(id="1", spans=[Span(0, len(text))], text=text)])
        for text in (one, other)
    ]
    a, b = (next(quote_parts(document, ENGLISH)) for document in documents)
    return shared_wording(a, b, WordWeights(documents, ENGLISH))


def test_what_is_shared_is_said_to_stand_in_the_longer_part():
    found = shared("The northern harbour bridge is lost to us", "So the northern harbour bridge is lost")
    assert found is not None
    assert found.within(found.longer).text == "The northern harbour bridge is lost"


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("the new tram line is a swindle", "the new tramline is a swindle", True),
        ("tram line swindle again tonight", "tramline swindle again tonight", True),
        (
            "nobody in my whole office signed that silly letter",
            "nobody in my whole office wrote that silly letter",
            True,
        ),
        ("Only workers make the mills hum again", "My tax plan will make the mills hum again soon", False),
        ("we need twenty-five new buses soon", "we need 25 new buses soon", True),
        ("the four-million-dollar hole in the books", "the $4 million hole in the books", True),
        ("we need twenty-six new buses soon", "we need 25 old ferries soon", False),
        ("workers will make the old mills hum again", "make the old mills hum again in every town", True),
    ],
)
def test_two_that_go_on_in_two_ways_are_two(one, other, together):
    assert bool(shared(one, other)) is together


SAID, ONE, OTHER = ([f"{stem}{letter}" for letter in "abcdefghijklmnop"] for stem in ("mast", "sail", "rope"))


@pytest.mark.parametrize(
    ("number", "more", "together"),
    [
        # So many words in a row are enough that half of each part is them.
        (8, 8, True),
        (8, 9, False),
        # Of fewer, where each goes on in other words, nearly all.
        (7, 1, True),
        (7, 2, False),
        (5, 1, True),
        (4, 1, False),
    ],
)
def test_a_long_run_may_be_less_of_a_part_than_a_short_one(number, more, together):
    one, other = [*SAID[:number], *ONE[:more]], [*OTHER[:more], *SAID[:number]]
    assert bool(shared(" ".join(one), " ".join(other))) is together


@pytest.mark.parametrize(("number", "together"), [(3, True), (2, False)])
def test_a_whole_quote_may_stand_in_another_if_it_says_enough(number, together):
    inner = SAID[:number]
    assert bool(shared(" ".join(inner), " ".join([*ONE[:3], *inner, *OTHER[:3]]))) is together


@pytest.mark.parametrize(("number", "together"), [(8, True), (7, False)])
def test_two_that_go_on_in_other_words_share_more(number, together):
    one, other = [*SAID[:number], ONE[0]], [*SAID[:number], *OTHER[:4]]
    assert bool(shared(" ".join(one), " ".join(other))) is together
