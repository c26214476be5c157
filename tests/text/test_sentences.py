import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.models import Span
from quoteverify.text.language import language
from quoteverify.text.sentences import segments

ENGLISH = language("en")


def cut(text, language=ENGLISH):
    return [piece.of(text) for piece in segments(text, language)]


CASES = [
    ("“J.R. Vale met us. We left.”", ["“J.R. Vale met us.", "We left.”"]),
    ("", []),
    (" . ", []),
    ("It rained", ["It rained"]),
    ("It rained. We stayed.", ["It rained.", "We stayed."]),
    ("Why? Because! So.", ["Why?", "Because!", "So."]),
    ("It rained...We stayed", ["It rained", "We stayed"]),
    ("It rained … we stayed", ["It rained", "we stayed"]),
    ("It rained . . . we stayed", ["It rained", "we stayed"]),
    ("It rained. ... We stayed", ["It rained.", "We stayed"]),
    ("It rained [...] we stayed", ["It rained", "we stayed"]),
    ("It rained (…) we stayed", ["It rained", "we stayed"]),
    ("It rained\r\n\r\nwe stayed", ["It rained", "we stayed"]),
    ("He said “no.” We stayed.", ["He said “no.”", "We stayed."]),
    ("John F. Aas stayed.", ["John F. Aas stayed."]),
    ("So did I. We stayed.", ["So did I.", "We stayed."]),
    ("It cost 3.5 million. Too much.", ["It cost 3.5 million.", "Too much."]),
    ("The site x.org is down. no matter", ["The site x.org is down. no matter"]),
    ("It's No. 5 here", ["It's No. 5 here"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_is_cut_where_a_reader_would(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize("row", ENGLISH.rows("abbreviations"), ids=lambda row: row.words[0])
def test_each_abbreviation_is_needed_for_its_example(row):
    assert len(cut(row.example)) == 1
    assert len(cut(row.example, ENGLISH.without("abbreviations", row))) == 1 + len(
        [word for word in row.words if len(word) > 1]  # a letter with a stop is an initial
    )


def test_only_the_part_asked_for_is_cut():
    text = "It rained. We stayed. All day."
    assert [p.of(text) for p in segments(text, ENGLISH, within=Span(11, 21))] == ["We stayed."]


@given(st.text(alphabet="aB1 .…!?\n\r\"'“”()[]", max_size=60) | st.text(max_size=60))
def test_pieces_are_in_order_apart_and_hold_every_letter(text):
    found = list(segments(text, ENGLISH))
    ends = 0
    for piece in found:
        assert ends <= piece.start < piece.end <= len(text)
        ends = piece.end
    assert "".join(filter(str.isalnum, text)) == "".join(
        c for piece in found for c in piece.of(text) if c.isalnum()
    )
