from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.exchange.fragments import text_fragment
from quoteverify.models import Document, Span

URL = "https://ledger.example/ferry"
TEXT = (
    "The boat is the road\n\n"
    "“The boat is the road,” wrote Elin Marsh. “Close it, and you’ve closed the road.”\n\n"
    "“The boat is the road,” wrote nobody else – not on the self-same island, A & B said."
)


def directions(words, text=TEXT, at=0, url=URL):
    """The directions to the occurrence of some words from ``at`` on."""
    start = text.index(words, at)
    address = text_fragment(Document(text=text, url=url), Span(start, start + len(words)))
    assert address.startswith(f"{URL}#")
    return address.removeprefix(f"{URL}#").replace(":~:text=", "", 1)


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("The boat is the road", 0, "The%20boat%20is%20the%20road"),
        ("The boat is the road", 5, "road-,The%20boat%20is%20the%20road,-wrote"),
        ("The boat is the road", 70, "the%20road-,The%20boat%20is%20the%20road,-wrote%20nobody"),
        ("lose it, and you’ve clo", 0, "Close%20it%2C%20and%20you%E2%80%99ve%20closed"),
        ("self-same island, A & B", 0, "self%2Dsame%20island%2C%20A%20%26%20B"),
        ("road.”\n\n“The boat is the road,” wrote n", 0, "closed%20the-,road,is%20the%20road%2C%20wrote%20nobody,-else%20%E2%80%93%20not"),
    ],
    ids=[
        "the first place",
        "the second",
        "the third",
        "whole words",
        "signs with a meaning",
        "two paragraphs",
    ],
)
def test_the_words_lead_to_their_place_and_not_to_one_before(words, at, expected):
    assert directions(words, at=at).replace("%E2%80%9D%20", "%20") == expected


def test_a_long_passage_is_given_by_its_ends():
    text = "It begins here and now, " + "on and on, " * 40 + "until it ends there and then. Nothing follows."
    passage = text[: text.index(" Nothing") - 1]
    assert directions(passage, text) == "It%20begins%20here%20and%20now,it%20ends%20there%20and%20then"


@pytest.mark.parametrize("fragment", ["", "#top", "#top:~:text=old", "#:~:text=old"])
def test_what_the_address_points_at_already_is_kept_and_old_directions_are_not(fragment):
    address = text_fragment(Document(text=TEXT, url=URL + fragment), Span(0, 20))
    kept = "#top" if "top" in fragment else "#"
    assert address == f"{URL}{kept}:~:text=The%20boat%20is%20the%20road"


def test_a_quote_of_several_spans_has_several_directions():
    document = Document(text="“We sail,” he said, “at noon.”", url=URL)
    assert text_fragment(document, Span(1, 9), Span(21, 29)) == f"{URL}#:~:text=We%20sail&text=at%20noon"


def test_where_no_word_is_the_address_stays():
    assert text_fragment(Document(text="“…” ", url=URL), Span(0, 3), Span(4, 4)) == URL
    assert text_fragment(Document(text="", url=URL)) == URL


def test_a_document_without_an_address_cannot_be_linked_to():
    with pytest.raises(ArgumentValueError, match="has no url"):
        text_fragment(Document(text=TEXT), Span(0, 8))
    with pytest.raises(ArgumentTypeError, match="document must be Document"):
        text_fragment(TEXT, Span(0, 8))
    with pytest.raises(ArgumentTypeError, match="span must be Span"):
        text_fragment(Document(text=TEXT, url=URL), (0, 8))


@given(
    st.lists(st.sampled_from(["a", "b", "c-d", ", ", " ", "\n", "\ud800", "é", "“"]), max_size=40).map(
        "".join
    ),
    st.data(),
)
def test_any_place_of_any_text_has_an_address_of_plain_signs(text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    address = text_fragment(Document(text=text, url=URL), span)
    assert address.isascii()
    assert set(address.removeprefix(URL)) <= set("#:~=,-%&.texABCDEF0123456789abcdefghijklmnopqrstuvwxyz")
    assert "\n" not in unquote(address)
