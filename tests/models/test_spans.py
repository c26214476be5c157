import pytest

from quoteverify.models import Span, Timing
from quoteverify.models.spans import as_tuple


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_zero(start, end):
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(start, end)


@pytest.mark.parametrize("start", ["0", 0.0, None, True])
def test_a_span_needs_integers(start):
    with pytest.raises(TypeError, match="two int"):
        Span(start, 2)


def test_a_span_prints_what_it_covers():
    assert Span(1, 5).of("“Yes,” Ana Lind said.") == "Yes,"
    assert len(Span(1, 5)) == 4


def test_an_empty_span_is_still_a_place():
    assert Span(3, 3)


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [(Span(0, 2), False), (Span(0, 3), True), (Span(3, 4), True), (Span(5, 9), False), (Span(3, 3), True)],
)
def test_spans_overlap_where_they_share_a_code_point(other, overlaps):
    assert Span(2, 5).overlaps(other) is overlaps
    assert other.overlaps(Span(2, 5)) is overlaps


def test_spans_sort_by_where_they_begin_and_then_end():
    assert sorted([Span(2, 3), Span(1, 9), Span(1, 4)]) == [Span(1, 4), Span(1, 9), Span(2, 3)]


def test_what_is_heard_is_timed_in_seconds():
    assert Timing(Span(0, 2), 1.5, 2.0).end == 2.0


@pytest.mark.parametrize("several", [["a", "b"], ("a", "b"), iter(["a", "b"]), {"a": 1, "b": 2}])
def test_several_values_become_a_tuple(several):
    assert as_tuple(several) == ("a", "b")
