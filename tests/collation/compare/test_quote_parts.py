import pytest

from quoteverify.collation.compare.quote_parts import Weights, cut, cut_unquoted, likeness
from quoteverify.models import Document, Quote, QuoteKind, Span
from quoteverify.text.language import profile

ENGLISH = profile("en")
TEXT = "It rained. “We stay. All of us ... until May,” he said. He left."
DOCUMENT = Document(
    text=TEXT,
    quotes=[
        Quote(id="1", spans=[Span(12, 45)], text=TEXT[12:45]),
        Quote(id="2", spans=[Span(0, 2)], text="It", kind=QuoteKind.TERM),
    ],
)


def test_a_quote_is_cut_at_sentences_and_ellipses():
    assert [p.text for p in cut(DOCUMENT, ENGLISH)] == ["We stay.", "All of us", "until May,"]


def test_what_is_outside_the_quotes_is_cut_too():
    assert [p.text for p in cut_unquoted(DOCUMENT, ENGLISH)] == ["rained.", "” he said.", "He left."]


def test_a_quote_of_marks_alone_is_kept():
    document = Document(text="“...”", quotes=[Quote(id="1", spans=[Span(1, 4)], text="...")])
    assert [p.text for p in cut(document, ENGLISH)] == ["..."]


def test_a_word_weighs_less_the_more_paragraphs_it_stands_in():
    weigh = Weights((Document(text="harbour ice\n\nharbour\n\nthe harbour"),), ENGLISH)
    assert weigh("ice") > weigh("harbour") > weigh("the") > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("The northern harbour bridge is lost to us", "So the northern harbour bridge is lost")],
)
def test_likeness_says_where_in_the_longer_piece_the_shared_words_stand(one, other):
    documents = [
        Document(id=text, text=text, quotes=[Quote(id="1", spans=[Span(0, len(text))], text=text)])
        for text in (one, other)
    ]
    a, b = (next(cut(document, ENGLISH)) for document in documents)
    like = likeness(a, b, Weights(tuple(documents), ENGLISH))
    assert like is not None
    assert like.longer.narrowed(like).text == "The northern harbour bridge is lost"
