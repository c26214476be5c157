import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.errors import ExchangeFormatError
from quoteverify.exchange.selectors import UNITS, Utf16Text, anchor, selectors
from quoteverify.models import Span

ANY_TEXT = st.text(
    st.sampled_from("ab 🚢é\ud83d\ude00\n") | st.characters(exclude_categories=()), max_size=40
)


@st.composite
def places(draw):
    text = draw(ANY_TEXT)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(ANY_TEXT)
def test_an_offset_in_utf16_is_what_utf16_counts(text):
    counted = Utf16Text(text)
    for offset in range(len(text) + 1):
        assert counted.units(offset) == units(text[:offset])
        assert counted.code_points(counted.units(offset)) == offset


@given(places(), st.sampled_from(list(UNITS)))
def test_any_place_is_found_again(place, unit):
    text, span = place
    assert anchor(selectors(span, Utf16Text(text), unit), Utf16Text(text)) == span


@given(places(), st.sampled_from(list(UNITS)), st.text("xyz", max_size=5))
def test_a_place_of_many_words_is_found_again_behind_others(place, unit, before):
    text, span = place
    told = selectors(span, Utf16Text(text), unit)
    moved = anchor(told, Utf16Text(before + text + " ")) if span else Span(0, 0)
    assert moved.of(before + text + " ") == span.of(text)


@given(st.text("ab ", max_size=3000), st.integers(0, 4000))
def test_of_places_alike_it_is_the_nearest(text, near):
    alike = [start for start in range(len(text)) if text.startswith("ab", start)]
    given = [position(near, near + 2), words("ab")]
    if alike:
        start = min(alike, key=lambda start: abs(start - min(near, len(text))))
        assert anchor(given, Utf16Text(text)) == Span(start, start + 2)


def position(start, end, **more):
    return {"type": "TextPositionSelector", "start": start, "end": end, **more}


def words(exact, prefix=None, suffix=None):
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


TEXT = "🚢 No, no. No, yes. No, no."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([position(2, 8)], Span(2, 8)),
        ([position(3, 9), words("No, no")], Span(2, 8)),
        ([position(3, 9, conformsTo=UNITS["utf16"])], Span(2, 8)),
        ([position(3, 9, conformsTo=UNITS["code_points"])], Span(3, 9)),
        ([words("yes")], Span(14, 17)),
        ([words("No", suffix=", yes")], Span(10, 12)),
        ([words("No, no", prefix="yes. ")], Span(19, 25)),
        ([words("No", prefix="🚢 ", suffix=" is gone")], Span(2, 4)),
        ([words("No, no"), position(17, 23)], Span(19, 25)),
        ([words("No, no"), position(100, 106)], Span(19, 25)),
        ([words("No, no"), position(10**9, 10**9 + 6)], Span(19, 25)),
        ([{"type": "XPathSelector", "value": "/p"}, "other", position(0, 1)], Span(0, 1)),
        ([position(14, 14), words("")], Span(14, 14)),
        ([position(0, 1) | {"type": "http://www.w3.org/ns/oa#TextPositionSelector"}], Span(0, 1)),
        ([words("yes") | {"type": ["oa:TextQuoteSelector", "Selector"]}], Span(14, 17)),
    ],
)
def test_a_place_is_where_the_position_and_the_words_agree(given, expected):
    assert anchor(given, Utf16Text(TEXT)) == expected


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "neither a position in a text nor a quote"),
        ([{"type": "XPathSelector", "value": "/p"}], "neither a position"),
        ([position(20, 90)], "not in a text of 26 characters"),
        ([position(5, 2)], "at 5 to 2, which is nowhere"),
        ([position(-1, 2)], "nowhere"),
        ([position("1", 2)], "at '1' to 2"),
        ([position(True, 2)], "nowhere"),
        ([position(None, None), words("yes")], "nowhere"),
        ([words("perhaps")], "not in the text: 'perhaps'"),
        ([words("No, no")], "stand in 2 places: 'No, no'"),
        # Of very many words the message shows the first.
        ([words("x" * 80)], f"not in the text: '{'x' * 80}'$"),
        ([words("x" * 200)], f"not in the text: '{'x' * 80}'$"),
        ([words("")], "not in a text"),
        ([words(None), position(0, 1)], "not strings"),
        ([words("yes", prefix=3)], "not strings"),
    ],
)
def test_a_place_that_cannot_be_found_says_why(given, message):
    with pytest.raises(ExchangeFormatError, match=message):
        anchor(given, Utf16Text(TEXT))


def test_without_a_position_words_must_stand_in_one_place_however_far_apart():
    far = Utf16Text(f"No, yes. {'It rained. ' * 3000}No, no.")
    with pytest.raises(ExchangeFormatError, match="stand in 2 places"):
        anchor([words("No")], far)
    with pytest.raises(ExchangeFormatError, match=f"stand in 2 places: '{'x' * 80}'$"):
        anchor([words("x" * 200)], Utf16Text(f"{'x' * 200} and {'x' * 200}"))
    assert anchor([words("No"), position(0, 2)], far) == Span(0, 2)


LONG = "".join(chr(97 + n % 26) for n in range(100))


@pytest.mark.parametrize(
    ("start", "end", "prefix", "suffix"),
    [
        *((0, 5, "", LONG[5:37]), (1, 5, "a", LONG[5:37]), (95, 100, LONG[63:95], "")),
        *((32, 68, LONG[:32], LONG[68:]), (33, 67, LONG[1:33], LONG[67:99])),
    ],
)
def test_words_are_told_with_so_much_before_and_behind_them(start, end, prefix, suffix):
    _, quoted = selectors(Span(start, end), Utf16Text(LONG), "code_points")
    assert quoted == {
        "type": "TextQuoteSelector", "exact": LONG[start:end], "prefix": prefix, "suffix": suffix,
    }  # fmt: skip
