import pytest

from quoteverify.collation.compare.quote_parts import (
    Weights,
    quote_parts,
    shared_wording,
    unquoted_sentences,
)
from quoteverify.models import Document, Quote, QuoteKind, Span
from quoteverify.text.language import language

ENGLISH = language("en")
TEXT = "It rained. “We stay. All of us ... until May,” he said. He left."
DOCUMENT = Document(
    text=TEXT,
    quotes=[
        Quote(id="1", spans=[Span(12, 45)], text=TEXT[12:45]),
        Quote(id="2", spans=[Span(0, 2)], text="It", kind=QuoteKind.TERM),
    ],
)


def test_a_quote_is_cut_at_sentences_and_ellipses():
    assert [p.text for p in quote_parts(DOCUMENT, ENGLISH)] == ["We stay.", "All of us", "until May,"]


def test_what_is_outside_the_quotes_is_cut_too():
    assert [p.text for p in unquoted_sentences(DOCUMENT, ENGLISH)] == ["rained.", "” he said.", "He left."]


def test_a_quote_of_marks_alone_is_kept():
    document = Document(text="“...”", quotes=[Quote(id="1", spans=[Span(1, 4)], text="...")])
    assert [p.text for p in quote_parts(document, ENGLISH)] == ["..."]


def test_a_word_weightss_less_the_more_paragraphs_it_stands_in():
    weights = Weights((Document(text="harbour ice\n\nharbour\n\nthe harbour"),), ENGLISH)
    assert weights("ice") > weights("harbour") > weights("the") > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("The northern harbour bridge is lost to us", "So the northern harbour bridge is lost")],
)
def test_what_is_shared_is_said_to_stand_in_the_longer_part(one, other):
    documents = [
        Document(id=text, text=text, quotes=[Quote(id="1", spans=[Span(0, len(text))], text=text)])
        for text in (one, other)
    ]
    a, b = (next(quote_parts(document, ENGLISH)) for document in documents)
    shared = shared_wording(a, b, Weights(tuple(documents), ENGLISH))
    assert shared is not None
    assert shared.longer.narrowed(shared).text == "The northern harbour bridge is lost"
