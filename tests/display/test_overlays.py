from itertools import pairwise

import pytest
from anything import SPAN
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.display.overlays import cell_places, into_joined, labelled_runs
from quoteverify.models import Span

LAID = st.lists(st.tuples(SPAN, st.integers()), max_size=6)


@given(st.text(max_size=40), LAID, st.integers(0, 5))
def test_runs_joined_are_the_text(text, laid, offset):
    assert "".join(run.text for run in labelled_runs(text, laid, offset=offset)) == text


@given(st.text(min_size=1, max_size=40), LAID)
def test_each_character_has_the_label_that_begins_last(text, laid):
    shown = [run.label for run in labelled_runs(text, laid) for _ in run.text]
    for at, label in enumerate(shown):
        covering = [
            (s.start, -min(s.end, len(text)), n) for n, (s, _) in enumerate(laid) if s.start <= at < s.end
        ]
        expected = laid[max(covering)[2]][1] if covering else None
        assert label == expected


@given(st.text(min_size=1, max_size=40), LAID)
def test_each_label_in_the_text_opens_once(text, laid):
    opened = [run.label for run in labelled_runs(text, laid) if run.opens]
    assert sorted(opened) == sorted(label for s, label in laid if s.start <= len(text))


def test_an_empty_span_is_a_run_at_its_place():
    assert [(p.text, p.label) for p in labelled_runs("ab", [(Span(1, 1), "x")])] == [
        ("a", None),
        ("", "x"),
        ("b", None),
    ]


def test_an_empty_span_comes_before_all_that_begins_at_its_place():
    laid = [(Span(1, 3), "x"), (Span(1, 1), "y")]
    assert [(p.text, p.label) for p in labelled_runs("abcd", laid)] == [
        ("a", None),
        ("", "y"),
        ("bc", "x"),
        ("d", None),
    ]


def test_very_many_labels_cost_no_more_than_their_number():
    text = "a" * 40_000
    nested = [(Span(n, len(text) - n), n) for n in range(20_000)]
    assert sum(1 for _ in labelled_runs(text, nested)) < 50_000


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=4), st.data())
def test_a_place_in_a_joined_text_holds_the_same_words(gaps, data):
    text, spans, at = "", [], 0
    for gap, size in gaps:
        at += gap
        spans.append(Span(at, at + size))
        at += size
    text = data.draw(st.text(min_size=at, max_size=at))
    joined = "|".join(s.of(text) for s in spans)
    within = data.draw(st.sampled_from(spans))
    start = data.draw(st.integers(within.start, within.end - 1))
    end = data.draw(st.integers(start, within.end))
    assert into_joined(spans)(Span(start, end)).of(joined) == text[start:end]


def test_a_place_outside_has_none_in_the_joined_text():
    assert into_joined([Span(5, 9)])(Span(2, 3)) is None
    assert into_joined([Span(5, 9)])(Span(12, 13)) is None
    assert into_joined([])(Span(0, 1)) is None


@pytest.mark.parametrize(
    ("row", "text", "places"),
    [
        (["We", "may", "close"], "We may close.", ["We", "may", "close."]),
        (["We", "", "close"], "We — close", ["We —", "", "close"]),
        (["", "We close", ""], "“We, close”", ["", "“We, close”", ""]),
        (["we", "we"], "we we", ["we", "we"]),
        ([""], "", [""]),
    ],
)
def test_cells_find_their_words_with_the_marks_that_touch_them(row, text, places):
    assert [place.of(text) for place in cell_places(row, text)] == places


def test_cells_of_another_text_are_not_found():
    assert cell_places(["We", "shut"], "We close") is None


@given(st.lists(st.text(max_size=6), max_size=6), st.text(max_size=30))
def test_any_row_is_laid_in_order_or_not_at_all(row, text):
    places = cell_places(row, text)
    if places is not None:
        assert len(places) == len(row)
        assert all(a.end <= b.start for a, b in pairwise(places))
