import pytest

from quoteverify.collation.compare.quote_parts import Unquoted, quote_parts
from quoteverify.collation.compare.reports import reported as module
from quoteverify.collation.compare.reports.reported import add_reported
from quoteverify.collation.compare.shared_wording import SharedWording
from quoteverify.collation.compare.weights import WordWeights
from quoteverify.models import Document, Quote, Span
from quoteverify.text.language import language

ENGLISH = language("en")
WORDS = "the northern tunnel will reopen before the harvest festival"


def reported(*texts):
    """The sentences of texts that are added to a statement."""
    quoted = Document(
        id="quoted", text=WORDS, quotes=[Quote(id="1", spans=[Span(0, len(WORDS))], text=WORDS)]
    )
    documents = [quoted, *(Document(id=text, text=text) for text in texts)]
    groups = [list(quote_parts(quoted, ENGLISH))]
    add_reported(groups, map(Unquoted, documents), WordWeights(documents, ENGLISH))
    return [part.text for part in groups[0][1:]]


def test_a_sentence_with_the_words_reports_them():
    said = "She said that the northern tunnel would reopen before the harvest festival."
    assert reported(said, "The tunnel is in the north.") == [
        "the northern tunnel would reopen before the harvest festival"
    ]


def test_of_each_document_the_sentence_that_has_most_of_them_is_taken():
    more = "He says the northern tunnel will reopen before the harvest festival."
    less = "So the northern tunnel will reopen before the harvest fair."
    assert reported(f"{less} {more}") == ["the northern tunnel will reopen before the harvest festival"]


def test_a_sentence_with_few_of_the_words_reports_nothing():
    assert reported("It will reopen before the harvest.", "The northern tunnel is long.") == []


@pytest.mark.parametrize(
    ("amount", "doubted", "enough"),
    [(8.0, True, True), (7.99, True, False), (7.99, False, True), (0.5, False, True)],
)
def test_where_speakers_differ_more_must_be_shared(amount, doubted, enough):
    (part,) = quote_parts(
        Document(text=WORDS, quotes=[Quote(id="1", spans=[Span(0, len(WORDS))], text=WORDS)]), ENGLISH
    )
    shared = SharedWording(amount, doubted, 1.0, inside=False, longer=part, first=0, last=9)
    assert module._is_enough(shared) is enough
    assert not module._is_enough(None)
