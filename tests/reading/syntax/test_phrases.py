import re

import made_up
import pytest
from shown import narration_of

from quoteverify.reading.syntax.phrases import phrase_ending, phrase_starting

# A sentence with its one phrase in brackets, the head in angle brackets.
PHRASES = [
    "[<She>] came.",
    "[Ruth <Vale>] came.",
    "[The senior port <official>] came.",
    "[The <head> of the port authority] came.",
    "[A <spokesman> for the port] came.",
    "[One of the <pilots>] came.",
    "[Bank of Aas chief economist Ruth <Vale>] came.",
    "[Vale’s <lawyer>] came.",
    "[Vales’ <lawyer>] came.",
    "[The pilots’ <union>] came.",
    "[The <21-year-old>] came.",
    "[All the <pilots>] came.",
    "[Bank of Aas Governor Ruth <Vale>] came.",
    "[A Department for Ports <spokesman>] came.",
    "[The <Council> on Foreign Relations] came.",
    "[The <Council>] on Monday came.",
    "[Ruth <Vale>] for Aas came.",
    "[Court of King’s Bench Justice Ruth <Vale>] came.",
    "[A <study> by Ruth Vale] came.",
    "[A Monday <statement>] came.",
    "By declaring [Ruth <Vale>] came.",
    "[<Association> of Chief Police Officers] came.",
]


def read(marked):
    """The sentence that is meant, and the first, head and last token of its phrase."""
    text = re.sub(r"[][<>]", "", marked)
    begin = marked.index("[")
    head = marked.index(">") - 2
    end = marked.index("]") - 3
    (sentence,) = narration_of(text).sentences(0)
    starts = {t.start: i for i, t in enumerate(sentence.tokens)}
    ends = {t.end: i for i, t in enumerate(sentence.tokens)}
    return sentence, (starts[begin], ends[head], ends[end])


@pytest.mark.parametrize("marked", PHRASES)
def test_a_phrase_is_the_same_from_both_ends(marked):
    sentence, (first, head, last) = read(marked)
    assert phrase_starting(sentence, first) == (first, head, last)
    assert phrase_ending(sentence, last) == (first, head, last)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Aas old grey tall chief said so.", "chief"),
        ("Aas old grey tall harbour chief said so.", "Aas"),
    ],
)
def test_a_name_goes_on_to_a_noun_that_is_near(text, last):
    (sentence,) = narration_of(text).sentences(0)
    assert sentence.tokens[phrase_starting(sentence, 0).last].text == last


def test_a_phrase_without_end_is_cut():
    sentence = narration_of("Vale " * 100).sentences(0)[0]
    assert phrase_starting(sentence, 0).last == 13
    assert phrase_ending(sentence, 99).first == 85


@pytest.mark.parametrize(("within", "first"), [(4, 0), (5, 3)])
def test_so_many_phrases_may_stand_within_one(within, first):
    (sentence,) = narration_of(f"The head {'of the board ' * within}said so.").sentences(0)
    assert phrase_ending(sentence, len(sentence.tokens) - 4).first == first


def test_where_nouns_have_capitals_a_phrase_ends_with_its_noun():
    (sentence,) = made_up.sentences_of("Ko ruto Skip ruto Havo.")
    assert phrase_starting(sentence, 0) == (0, 2, 2)
    (sentence,) = made_up.sentences_of("Ko ruto Skip ruto Havo.", made_up.without("nouns_have_capitals"))
    assert phrase_starting(sentence, 0) == (0, 4, 4)
