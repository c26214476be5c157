from quoteverify.collation.compare.weights import WordWeights
from quoteverify.models import Document
from quoteverify.text.language import language

ENGLISH = language("en")


def test_a_word_weighs_less_the_more_paragraphs_it_stands_in():
    weights = WordWeights((Document(text="harbour ice\n\nharbour\n\nthe harbour"),), ENGLISH)
    assert weights("ice") > weights("harbour") > weights("the") > 0


def test_a_word_of_a_closed_class_says_nothing():
    weights = WordWeights((), ENGLISH)
    assert [weights.is_content(word) for word in ("the", "not", "harbour")] == [False, False, True]
