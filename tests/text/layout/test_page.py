from hypothesis import given
from hypothesis import strategies as st

from quoteverify.models import Span
from quoteverify.text.layout.page import Page, Replacement

TEXT = "On the quay\n> “We sail,” said Vale."


def page_of(text):
    return Page(text, text)


def test_a_page_without_edits_is_the_text_itself():
    page = page_of(TEXT)
    assert page.edited([]) is page
    assert page.is_plain
    assert page.span(Span(3, 5)) == Span(3, 5)


def test_a_span_of_what_stands_for_something_is_all_of_that():
    page = page_of("a &amp; b").edited([Replacement(2, 7, "&")])
    assert page.text == "a & b"
    assert page.span(Span(2, 3)) == Span(2, 7)


def test_of_edits_that_overlap_the_first_stands():
    page = page_of("abcdef").edited([Replacement(1, 4), Replacement(2, 5, "x")])
    assert page.text == "aef"


def test_block_quotations_move_with_the_text():
    page = page_of(TEXT).edited([Replacement(12, 14)], [Span(14, len(TEXT))])
    assert page.blocks[0].of(page.text) == "“We sail,” said Vale."
    page = page.edited([Replacement(0, 3)])
    assert page.blocks[0].of(page.text) == "“We sail,” said Vale."


@st.composite
def edited(draw):
    """A page after up to three passes of edits."""
    page = page_of(draw(st.text("ab\n", max_size=30)))
    for _ in range(draw(st.integers(0, 3))):
        places = sorted(draw(st.lists(st.integers(0, len(page.text)), max_size=8, unique=True)))
        pairs = zip(places[::2], places[1::2], strict=False)
        page = page.edited(
            [Replacement(start, end, draw(st.sampled_from(["", " ", "XY"]))) for start, end in pairs]
        )
    return page


@given(edited(), st.data())
def test_what_was_copied_stands_in_the_text_as_given(page, data):
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    span = page.span(Span(start, end))
    assert 0 <= span.start <= span.end <= len(page.given)
    copied = [n for n in range(start, end) if page.text[n] in "ab\n"]
    for n in copied:
        place = page.span(Span(n, n + 1))
        assert place.of(page.given) == page.text[n]
        assert span.start <= place.start < place.end <= span.end
        assert page.place(place.start) == n


@given(edited(), st.data())
def test_spans_keep_their_order(page, data):
    ends = st.integers(0, len(page.text))
    a, b = sorted((data.draw(ends), data.draw(ends)))
    assert page.span(Span(a, a)).start <= page.span(Span(b, b)).start


@given(edited())
def test_every_place_as_given_has_one_in_the_copy(page):
    places = [page.place(n) for n in range(len(page.given) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(page.text) for place in places)
