import datetime as dt

import attrs
import pytest
from collation.outlets import LONG, document, shared

from quoteverify.collation.compare.comparison import compare
from quoteverify.models import Document, Quote, QuoteKind, Span

JOINED = {
    "the same words": ("We will rebuild the old bridge", "We will rebuild the old bridge"),
    "other punctuation and glyphs": ("It’s the bridge, then the road,", "It's the bridge then the road."),
    "cut at the start": ("I came early and we rebuilt the old bridge", "we rebuilt the old bridge"),
    "cut at the end": (LONG, "The harbour will stay closed"),
    "cut in the middle, as headlines do": (
        "I was given the chance to leave the island, or rather to flee from the island",
        "I was given the chance to flee",
    ),
    "one word put for another": (
        "My voters will follow the committee to the last village",
        "My supporters will follow the committee to the last village",
    ),
    "a possessive printed otherwise": ("He is Paris' best known baker", "He is Paris's best known baker"),
    "overlapping at a long run of words": (
        "As such, the foundation has no comment on the actions of that baker",
        "has no comment on the actions of that baker who left Oslo in spring",
    ),
    "function words only, a whole quote": (
        "this is not who we are",
        "I can say to the others that this is not who we are, and never were",
    ),
}


APART = {
    "function words in common": ("that is what we want to do", "this is what they were to do"),
    "one content word in common": ("We want the bridge", "They hate the bridge and what it did"),
    "one verb, other matter": ("a family that has not lost a loved one", "people who lost all confidence"),
    "a stock phrase inside sentences": ("We want to move forward together", "So they move forward with it"),
}


@pytest.mark.parametrize(("one", "other"), JOINED.values(), ids=JOINED)
def test_the_same_words_are_one_statement(one, other):
    assert shared(document("A", ("Ana Lind", one)), document("B", ("Ana Lind", other))) == [[one, other]]


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_other_words_are_two(one, other):
    assert shared(document("A", ("Ana Lind", one)), document("B", ("Ana Lind", other))) == []


def test_a_splice_takes_part_in_two_statements():
    a = document("A", ("Ana Lind", "The bridge is lost,"), ("Ana Lind", "I never thought of leaving Oslo,"))
    b = document("B", ("Ana Lind", "I never thought of leaving Oslo...The bridge is lost."))
    assert shared(a, b) == [
        ["The bridge is lost,", "The bridge is lost."],
        ["I never thought of leaving Oslo,", "I never thought of leaving Oslo"],
    ]


def test_a_document_can_give_a_statement_two_variants():
    a = document(
        "A",
        (None, "We rebuild the old bridge", QuoteKind.HEADLINE),
        ("Ana Lind", "We rebuild the old bridge now"),
    )
    (statement,) = compare([a]).shared
    assert [v.quote_id for v in statement.variants] == ["q0", "q1"]


def test_short_words_of_two_people_are_two_statements():
    a, b = (
        document("A", ("Ana Lind", "Make the harbour great")),
        document("B", ("Bo Aas", "Make the harbour great")),
    )
    assert shared(a, b) == []


TEMPLATE = "We have made great progress in the last two years on the {}."


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("Ana Lind", TEMPLATE.format("railway")), ("Ana Lind", TEMPLATE.format("hospital")), False),
        (("Ana Lind", TEMPLATE.format("railway")), ("Ana Lind", TEMPLATE.format("railway")), True),
        (("Ana Lind", f"{LONG} in June"), ("Ana Lind", f"{LONG} in winter"), True),
    ],
)
def test_a_template_filled_years_apart_is_two_statements(one, other, together):
    documents = [document("A", one, published="2030-03-01"), document("B", other, published="2033-03-01")]
    assert bool(compare(documents).shared) is together


@pytest.mark.parametrize(
    ("one", "other", "name", "together"),
    [
        ("The roof of the school leaks.", "We want the trawlers at the quay.", None, False),
        ("The roof of the school leaks.", "We want the trawlers at the quay.", "Ana", True),
        ("The roof of the school leaks.", "The roof of the school leaks, and the wall.", None, True),
        ("", "We want the trawlers at the quay.", None, True),
    ],
)
def test_a_sentence_that_anybody_says_among_others_joins_nothing(one, other, name, together):
    said = "But that is not what we are all for."
    documents = [document("A", (name, f"{said} {one}".strip())), document("B", (name, f"{said} {other}"))]
    assert bool(compare(documents).shared) is together


@pytest.mark.parametrize(
    ("words", "later", "together"),
    [
        ("This is a great day for the harbour", "2020-03-09", True),
        ("This is a great day for the harbour", "2020-09-01", True),
        ("This is a great day for the harbour", "2022-03-01", False),
        ("This is a great day for the harbour, as we say", "2020-03-09", True),
        ("This is a great day for the harbour, as we say", "2020-09-01", False),
    ],
)
def test_short_words_of_one_person_long_after_are_another_occasion(words, later, together):
    a = document("A", ("Ana Lind", "This is a great day for the harbour"), published="2020-03-01")
    b = document("B", ("Ana Lind", words), published=later)
    assert bool(shared(a, b)) is together


@pytest.mark.parametrize("confidence", [0.0, 0.55, 0.95])
def test_a_guess_at_the_speaker_is_no_reason_to_doubt(confidence):
    a = document("A", ("Ana Lind", "The divers found the northern bell"))
    b = document("B", ("Bo Aas", "The divers found the northern bell"))
    (quote,) = b.quotes
    quote = attrs.evolve(quote, attribution=attrs.evolve(quote.attribution, confidence=confidence))
    assert bool(shared(a, attrs.evolve(b, quotes=[quote]))) is (confidence == 0.55)


def test_what_stands_in_a_quotation_and_in_one_inside_it_is_the_inner_ones():
    inner = "Never sell the orchard to strangers"
    outer = f"My father said, {inner}, and I have not"
    text = f"“{outer}” said Ana Lind."
    at = text.index(inner)
    a = Document(
        id="A",
        text=text,
        quotes=[
            Quote(id="outer", spans=[Span(1, 1 + len(outer))], text=outer),
            Quote(id="inner", spans=[Span(at, at + len(inner))], text=inner),
        ],
    )
    (statement,) = compare([a, document("B", (None, inner))]).shared
    assert [v.quote_id for v in statement.variants] == ["inner", "q0"]
    assert len(compare([a]).statements) == 2


def test_short_sentences_in_a_row_are_one_statement():
    a = document("A", ("Ana Lind", "We waited. Nobody came. So we swam"))
    b = document("B", ("Ana Lind", "We waited, nobody came, so we swam"))
    assert shared(a, b) == [["We waited. Nobody came. So we swam", "We waited, nobody came, so we swam"]]


def test_a_stock_phrase_does_not_chain_two_long_quotes():
    phrase = "God bless our brave sailors tonight"
    a = document("A", ("Ana Lind", f"{phrase} while the herring fleet crosses the northern basin in fog"))
    b = document("B", ("Ana Lind", f"{phrase} because the museum of glass opened its doors to children"))
    c = document("C", ("Ana Lind", phrase))
    assert shared(a, b, c) == []


def test_a_term_is_no_statement():
    assert compare([document("A", (None, "humanitarian corridor", QuoteKind.TERM))]).statements == ()


def test_many_equal_quotes_are_one_statement():
    documents = [document(str(n), ("Ana Lind", LONG), published=dt.date(2020, 3, 1)) for n in range(50)]
    (statement,) = compare(documents).statements
    assert len(statement.variants) == 50
