from quoteverify.collation.compare.quote_parts import quote_parts, unquoted_sentences
from quoteverify.models import Document, Quote, QuoteKind, Span
from quoteverify.text.language import language

ENGLISH = language("en")
TEXT = "It rained. “We will all stay here. All of us at sea stay ... until May,” he said. He left."
DOCUMENT = Document(
    text=TEXT,
    quotes=[
        Quote(id="1", spans=[Span(12, 71)], text=TEXT[12:71]),
        Quote(id="2", spans=[Span(0, 2)], text="It", kind=QuoteKind.TERM),
    ],
)


def test_a_quote_is_cut_at_sentences_and_ellipses():
    assert [p.text for p in quote_parts(DOCUMENT, ENGLISH)] == [
        "We will all stay here.",
        "All of us at sea stay",
        "until May,",
    ]


def test_what_is_outside_the_quotes_is_cut_too():
    assert [p.text for p in unquoted_sentences(DOCUMENT, ENGLISH)] == ["rained.", "” he said.", "He left."]


def test_a_quote_of_marks_alone_is_kept():
    document = Document(text="“...”", quotes=[Quote(id="1", spans=[Span(1, 4)], text="...")])
    assert [p.text for p in quote_parts(document, ENGLISH)] == ["..."]


def test_short_sentences_in_a_row_are_one_part_up_to_a_limit():
    text = "“" + "We rowed on. " * 20 + "We saw the bridge that we had left in the morning. Home.”"
    document = Document(text=text, quotes=[Quote(id="1", spans=[Span(1, len(text) - 1)], text=text[1:-1])])
    parts = [len(part.stems) for part in quote_parts(document, ENGLISH)]
    assert parts == [18, 18, 18, 6, 11, 1]


def test_a_part_is_narrowed_to_some_of_its_words():
    text = "“We're, um, gonna sail north,” he said."
    document = Document(text=text, quotes=[Quote(id="1", spans=[Span(1, 29)], text=text[1:29])])
    (part,) = quote_parts(document, ENGLISH)
    assert part.stems == ["we", "are", "going", "to", "sail", "north"]
    assert part.narrowed(3, 5).text == "gonna sail"
