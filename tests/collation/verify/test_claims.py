import pytest

from quoteverify.collation.language.word_weights import FUNCTION_WORD_WEIGHT, STOCK_WORD_WEIGHT
from quoteverify.collation.verify.claims import Claim
from quoteverify.text.language import language

ENGLISH = language("en")
LIGHT, STOCK = FUNCTION_WORD_WEIGHT, STOCK_WORD_WEIGHT


def test_a_claim_weighs_by_the_language_that_is_given():
    mine = ENGLISH.with_rows("function_words", [{"words": ["heron"], "example": "A heron. / A."}])
    assert Claim("the heron", mine).weight == 2 * LIGHT


def test_what_stands_in_brackets_weighs_nothing():
    claim = Claim("[The old mayor] lied", ENGLISH)
    assert claim.weights == [0.0, 0.0, 0.0, 1.0]
    assert Claim("He [the mayor] lied [to us]", ENGLISH).weights == [LIGHT, 0.0, 0.0, 1.0, 0.0, 0.0]
    assert Claim("He [the mayor lied", ENGLISH).weights == [LIGHT, LIGHT, 1.0, 1.0]


def test_what_is_all_in_brackets_weighs_what_it_says():
    assert Claim("[The old mayor]", ENGLISH).weights == [LIGHT, STOCK, 1.0]


def test_weights_are_added_up():
    claim = Claim("the heron flew", ENGLISH)
    assert claim.summed == pytest.approx([0.0, LIGHT, LIGHT + 1, LIGHT + 2])
    assert claim.weight == claim.summed[-1]
    assert claim.weight_of(1, 2) == pytest.approx(2.0)
    assert len(claim) == 3


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("It rained. We stayed ... all day\nlong", {0, 2, 4, 6}),
        ("It rained all day", {0}),
        ("It rained all day.", {0}),
        ("It rained? All day", {0, 2}),
        ("It rained … all day", {0, 2}),
        ("It rained\tall day", {0}),
        ("", {0}),
    ],
)
def test_a_claim_is_cut_at_sentences_ellipses_and_lines(text, cuts):
    assert Claim(text, ENGLISH).cuts == cuts
