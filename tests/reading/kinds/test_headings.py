import pytest
from shown import ENGLISH

from quoteverify.reading.kinds.headings import is_heading, is_single
from quoteverify.reading.marks.pairing import marked_spans, paragraphs

LONG = "Hale calls harbour plan 'a joke' and walks out of the council" + " again" * 15

# Whether the paragraph of the first span is a headline.
CASES = {
    "no stop at its end": ("Hale calls harbour plan 'a joke' again", True),
    "a mark at its end": ("Hale on the harbour plan: “a joke”", True),
    "a stop at its end": ("Hale calls harbour plan “a joke” again.", False),
    "a stop before a mark at its end": ("Hale on the harbour plan: “a joke.”", False),
    "a stop in single marks at its end, and a text that follows": ("Hale: ‘A joke.’\n\nIt rained.", True),
    "the same in double marks": ("Hale: “A joke.”\n\nIt rained.", False),
    "a stop, single marks around a part, and a text": ("Hale calls plan ‘a joke’ now.\n\nIt rained.", True),
    "the same without a text": ("Hale calls plan ‘a joke’ now.", False),
    "the same with white space below": ("Hale calls plan ‘a joke’ now.\n\n ", False),
    "a stop and single marks that close": ("‘No joke!’ said Hale. ‘We sail.’\n\nIt rained.", False),
    "who breaks off": ("‘It is,’ said Hale, ‘a--a--’\n\nIt rained.", False),
    "a comma that goes on to a stop": ("‘It is a joke,’ said Hale.\n\nIt rained.", False),
    "a comma that goes on to none": ("‘It is a joke,’ said Hale,\n\nIt rained.", True),
    "single marks in a later paragraph": ("It rained.\n\nHale calls plan ‘a joke’ now.\n\nIt rained.", False),
    "double marks, a stop and a text": ("Hale calls plan “a joke” now.\n\nIt rained.", False),
    "a hundred and fifty characters": (LONG[:150].rstrip() + "x" * (150 - len(LONG[:150].rstrip())), True),
    "one more": (LONG[:150].rstrip() + "x" * (151 - len(LONG[:150].rstrip())), False),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_headline_is_told_by_its_end_its_marks_and_its_length(text, expected):
    places = paragraphs(text)
    marked = marked_spans(text, ENGLISH)[0]
    assert is_heading(text, places[marked.paragraph], marked) is expected


@pytest.mark.parametrize(
    ("text", "single"), [("'no'", True), ("‘no’", True), ("“no”", False), ('"no"', False), ("«no»", False)]
)
def test_single_marks_are_single(text, single):
    (marked,) = marked_spans(f"She said {text} twice", ENGLISH)
    assert is_single(marked) is single
