import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.models import Span
from quoteverify.text.excerpts import excerpt

TEXT = "One two three four five six seven."


@pytest.mark.parametrize(
    ("spans", "reach", "shown"),
    [
        ([Span(14, 18)], 0, "four"),
        ([Span(14, 18)], 6, "three four five"),
        ([Span(14, 18)], 7, "three four five"),
        ([Span(14, 18)], 99, TEXT),
        ([Span(4, 7), Span(19, 23)], 0, "two three four five"),
        ([Span(15, 17)], 0, "ou"),
        ([Span(0, 0)], 0, ""),
    ],
)
def test_an_excerpt_is_cut_between_words(spans, reach, shown):
    assert excerpt(TEXT, spans, reach=reach).of(TEXT) == shown


def test_an_excerpt_begins_and_ends_with_a_paragraph_where_one_is_near():
    text = "He came late.\n\nNobody saw him. He said they would leave. It was dark.\n\nDawn broke at six."
    spans = [Span(text.index("they"), text.index(". It"))]
    assert excerpt(text, spans, reach=30).of(text) == "Nobody saw him. He said they would leave. It was dark."


@pytest.mark.parametrize(
    ("text", "place", "reach", "shown"),
    [
        # Just within reach, and just out of it, on either side.
        ("It rained.\nWe sail at noon.", "at", 8, "We sail at noon."),
        ("It rained.\nWe sail at noon.", "at", 7, "sail at noon."),
        ("We sail at noon.\nIt rained.", "at", 6, "sail at noon."),
        ("We sail at noon.\nIt rained.", "at", 5, "sail at"),
        # The place begins the text, and there is no whole word within reach.
        (" Harbourmaster", "", 3, ""),
        ("\nHarbourmaster", "", 3, ""),
        ("Harbourmaster", "", 3, "Har"),
    ],
)
def test_an_excerpt_goes_as_far_as_its_reach(text, place, reach, shown):
    start = text.index(place)
    assert excerpt(text, [Span(start, start + len(place))], reach=reach).of(text) == shown


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_an_excerpt_holds_its_place_and_lies_in_the_text(text, a, b, reach):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    around = excerpt(text, [Span(start, end)], reach=reach)
    assert max(0, start - reach) <= around.start <= start <= end <= around.end <= min(len(text), end + reach)
