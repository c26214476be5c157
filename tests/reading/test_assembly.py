import gc

import pytest
from shown import ENGLISH

from quoteverify.models import Reason, Speaker
from quoteverify.reading.assembly import read
from quoteverify.reading.parser import parse


def _quotes(*given):
    return read(*given).quotes


def test_quotes_stand_in_the_order_of_the_text_the_outer_before_the_inner():
    quotes = _quotes("“He said ‘no’ to us,” said Vale. “We sail,” said Aas.", ENGLISH)
    assert [(quote.id, quote.text) for quote in quotes] == [
        ("q1", "He said ‘no’ to us,"),
        ("q2", "no"),
        ("q3", "We sail,"),
    ]


def test_every_quote_says_by_what_rule_it_is_of_its_kind():
    quotes = _quotes("The film “Dark Water” won. “It was ‘so good’ to us,” Vale said.", ENGLISH)
    assert [(quote.kind.value, quote.kind_rule) for quote in quotes] == [
        ("term", "work"),
        ("speech", "speech"),
        ("term", "unlike_speech"),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“The plan,” she said, “is late.”", [("The plan,", "is late.")]),
        ("“The plan,” said Vale, who is the mayor, “is late, and” – she paused – “dear.”", None),
        ("“The plan is late,” said Vale. “It is dear.”", [("The plan is late,", "It is dear.")]),
        ("“The plan is late,” said Vale.", [("The plan is late,",)]),
        ("“The plan is late.\n\n“And dear,” said Vale.", [("The plan is late.\n\nAnd dear,",)]),
        ("“The\nplan,” she said,\n“is\nlate.”", [("The plan,", "is late.")]),
    ],
)
def test_an_interrupted_quote_says_where_its_gaps_are(text, parts):
    quotes = parse(text).quotes
    for quote in quotes:
        assert all(quote.text[gap] == " " for gap in quote.gaps)
        assert " ".join(quote.parts) == quote.text
    if parts is not None:
        assert [quote.parts for quote in quotes] == parts


def test_a_term_has_no_attribution_whatever_a_sieve_says():
    (quote,) = _quotes("Vale said she loved the film “Dark Water”.", ENGLISH)
    assert quote.kind == "term"
    assert quote.attribution.reason == Reason.NONE
    assert quote.attribution.mention is None


def test_an_attribution_says_where_the_mention_and_the_cue_stand():
    text = "“We sail,” Ruth Vale said."
    (quote,) = _quotes(text, ENGLISH)
    said = quote.attribution
    assert (said.mention.of(text), said.cue.of(text), said.reason) == ("Ruth Vale", "said", Reason.SAID_AFTER)
    assert quote.spans[0].of(text) == "We sail,"
    assert (quote.marks[0].open, quote.marks[0].close) == ("“", "”")


def test_who_is_known_wins_over_what_the_text_shows():
    known = (Speaker("Captain Ruth Vale", aliases=("Vale",)),)
    (quote,) = _quotes("“We sail,” Vale said.", ENGLISH, known)
    assert quote.speaker == known[0]


def test_who_is_named_below_a_repeat_has_it():
    document = parse(
        "“We sail at noon with the tide,” said Ruth Vale.\n\n“We sail at noon with the tide.” – Tom Aas"
    )
    assert [quote.speaker.name for quote in document.quotes] == ["Ruth Vale", "Tom Aas"]


def test_a_repeat_is_no_surer_than_what_it_repeats():
    headline, body = _quotes(
        "WATCH: 'We were told to stay at home'\n\nRuth Vale said: “Yes, we were told to stay at home.”",
        ENGLISH,
    )
    assert headline.attribution.reason == Reason.REPEATS
    assert headline.speaker == body.speaker
    assert headline.attribution.confidence <= body.attribution.confidence


def test_a_headline_that_names_its_speaker_keeps_its_own():
    text = "Aas: 'We were told to stay at home'\n\nRuth Vale said: “Yes, we were told to stay at home.”"
    headline, body = _quotes(text, ENGLISH)
    assert (headline.speaker.name, headline.attribution.reason) == ("Aas", Reason.LABEL)
    assert body.speaker.name == "Ruth Vale"


def test_what_goes_on_has_the_speaker_of_what_it_goes_on_with():
    text = "“We sail,” Ann Berg said. “Not so fast,” Tom Aas said. “We stay.”"
    found = [(len(quote.spans), quote.speaker.name) for quote in _quotes(text, ENGLISH)]
    assert found == [(1, "Ann Berg"), (2, "Tom Aas")]


def test_a_text_without_marks_has_no_quotes():
    assert _quotes("It rained.", ENGLISH) == ()


def test_what_was_read_on_the_way_is_let_go_with_the_last_quote():
    text = "Ruth Vale came. She sat. “We sail,” she said. “So it is,” said the mayor, Tom Aas."
    _quotes(text, ENGLISH)
    gc.collect()
    gc.disable()
    try:
        _quotes(text, ENGLISH)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_quotation_over_a_page_break_opens_on_one_page_and_closes_on_the_other():
    pages = (
        "It rained on the quay all day and the pilots were late. She spoke. “We will sail for the north",
        "bank of the river,” she said. The board met again at six and went home at ten.",
        "It rained again. The end was read out by Tom Aas.",
    )
    text = "\f".join(f"THE PORT BOARD OF AAS\n\n{page}\n\n{n}\n\n" for n, page in enumerate(pages, 1))
    (quote,) = parse(text).quotes
    assert quote.text == "We will sail for the north bank of the river,"
    assert [(marks.open, marks.close) for marks in quote.marks] == [("“", ""), ("", "”")]
