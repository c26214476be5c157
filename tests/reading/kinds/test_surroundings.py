import pytest
from shown import ENGLISH

from quoteverify.reading.kinds.surroundings import kind_words, surroundings
from quoteverify.reading.marks.pairing import marked_spans, paragraphs


def around(text, quote=-1):
    """The surroundings of a span of a text."""
    marked = marked_spans(text, ENGLISH)[quote]
    return surroundings(text, marked, paragraphs(text)[marked.paragraph], ENGLISH, cued=True, odds=None)


# What a property says of the last span.
CASES = [
    ("inside", "She said “ no ” twice", "no"),
    ("words", "She said “No, it’s well-known: U.S. law.”", ["No", "it’s", "well-known", "U.S", "law"]),
    ("words", "She said “" + "a" * 399 + " b c”", ["a" * 399]),
    ("before", "It rained.\nShe said  “no” twice", "She said"),
    ("before", "x" * 70 + " “no”", "x" * 59),
    ("after", "She said “no”  twice \nIt rained.", "  twice"),
    ("after", "She said “no” " + "x" * 70, " " + "x" * 59),
    ("alone", "“No.”", True),
    ("alone", "It rained.\n\n  “No.”  \n\nIt poured.", True),
    ("alone", "“No,” she said.", False),
    ("alone", "She said “no”", False),
    ("beside_another", "“No.”\n\n“Yes.”", True),
    ("beside_another", "She said “no.”\n\n“Yes.”", True),
    ("beside_another", "“No,” she said.\n\n“Yes.”", True),
    ("beside_another", "She said “no” twice.\n\n“Yes.”", False),
    ("beside_another", "“No.”\n\nShe left.\n\n“Yes.”", False),
    ("beside_another", "“Yes.”", False),
    # As far back as the paragraph before is looked at, and farther.
    ("beside_another", "“No,” " + "x" * 1992 + "\n\n“Yes.”", True),
    ("beside_another", "“No,” " + "x" * 1993 + "\n\n“Yes.”", False),
    ("capitalised", "She saw “The Port of Aas”", True),
    ("capitalised", "She saw “The port of Aas”", False),
    ("capitalised", "She saw “of the”", False),
    ("capitalised", "She saw “5 Ports”", True),
    ("last", "The so-called: “no”", "called"),
    ("last", "The film, “no”", "film"),
    ("last", "The (Film “no”", "film"),
    ("last", "“No.”", ""),
    ("next", "The “no” film won", "film"),
    ("next", "The “no” Film’s end", "film’s"),
    ("next", "The “no”, film", ""),
    ("next", "The “no”", ""),
    ("between_capitals", "Ann “Storm” Vale", True),
    ("between_capitals", "Ann “Storm”, Vale", False),
    ("between_capitals", "Ann, “Storm” Vale", False),
    ("between_capitals", "Ann’ “Storm” Vale", True),
    ("between_capitals", "ann “Storm” Vale", False),
    ("between_capitals", "Ann “Storm” vale", False),
    ("between_capitals", "“Storm” Vale", False),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_what_stands_in_and_around_a_span(name, text, expected):
    assert getattr(around(text), name) == expected


@pytest.mark.parametrize(
    ("below", "beside"),
    [
        ("\n\n“Yes.”", True),
        ("\n\n“Yes,” she said.", True),
        ("\n\nShe said “yes.”", False),
        ("", False),
        # Lines left blank, as many as are looked over and one more.
        ("\n" * 19 + "“Yes.”", True),
        ("\n" * 20 + "“Yes.”", False),
    ],
)
def test_the_paragraph_below_may_begin_in_the_same_marks(below, beside):
    assert around(f"“No.”{below}", 0).beside_another is beside


def test_a_span_over_two_paragraphs_has_what_follows_it_after_it():
    text = "She said “no\nand never” twice"
    assert around(text).after == ""


def test_what_is_known_of_a_span_is_handed_on():
    here = around("She said “no” twice")
    assert (here.cued, here.odds, here.text) == (True, None, "She said “no” twice")


WORDS = kind_words(ENGLISH)
# Whether a pattern fits a stretch.
FITS = [
    ("names", "a report entitled ", True),
    ("names", "a report entitled: ", True),
    ("names", "Entitled ", True),
    ("names", "a report disentitled ", False),
    ("names", "entitled to ", False),
    ("calling", "what locals call ", True),
    ("calling", "a dog simply called ", True),
    ("calling", "they call themselves ", True),
    ("calling", "they call their boat ", True),
    ("calling", "they call their old boat ", True),
    ("calling", "they call their very old boat ", False),
    ("calling", "they call him ", False),
    ("calling", "call ", False),
    ("apposition", ", a novel by Hale", True),
    ("apposition", " the very old film", True),
    ("apposition", ", Hale’s latest novel", True),
    ("apposition", ", a very old and red film", False),
    ("apposition", ", a novelty", False),
    ("apposition", ", by a novel", False),
    ("description", "The magazine called him ", False),
    ("description", "The magazine called him", True),
    ("description", "called the whole thing here", True),
    ("description", "called the whole thing right here", False),
    ("description", "recalled him", False),
]


@pytest.mark.parametrize(("name", "stretch", "fits"), FITS)
def test_a_pattern_fits_where_the_words_stand_that_decide(name, stretch, fits):
    pattern = getattr(WORDS, name)
    found = pattern.match(stretch) if name == "apposition" else pattern.search(stretch)
    assert bool(found) is fits


def test_the_parts_of_who_calls_what_are_known():
    found = WORDS.calling.search("They say the crew simply called its boat ")
    assert (found["before"], found["verb"], found["object"]) == ("crew", "called", " its boat")


def test_words_are_by_what_they_do():
    assert {"called", "named"} == WORDS.called < WORDS.calls
    assert {"he", "they"} < WORDS.subjects
    assert {"titled", "as", "the"} < WORDS.name_ends
    assert kind_words(ENGLISH) is WORDS
