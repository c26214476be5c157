from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.compare.groups import Link, PartPlace, grouped, overlapping
from quoteverify.models import Span


def places(*given):
    """Places from (document, quote, size), apart from each other."""
    return [
        PartPlace(id, quote, Span(100 * n, 100 * n + 50), size) for n, (id, quote, size) in enumerate(given)
    ]


def test_what_is_linked_is_together():
    assert grouped(places(("a", "q", 5), ("b", "q", 5), ("c", "q", 5)), [], {(0, 2): Link(1.0)}) == [
        [0, 2],
        [1],
    ]


def test_two_groups_join_where_their_longest_are_linked():
    given = places(("a", "q", 9), ("b", "q", 3), ("c", "q", 9))
    assert grouped(given, [], {(0, 1): Link(2.0), (1, 2): Link(1.0)}) == [[0, 1], [2]]
    assert grouped(given, [], {(0, 1): Link(2.0), (1, 2): Link(1.0), (0, 2): Link(0.5)}) == [[0, 1, 2]]


def test_a_quotation_and_the_one_it_lies_in_are_never_together():
    outer, inner = PartPlace("a", "1", Span(0, 50), 9), PartPlace("a", "2", Span(10, 30), 4)
    other = PartPlace("b", "1", Span(0, 20), 4)
    assert grouped([outer, inner, other], [], {(0, 2): Link(1.0), (1, 2): Link(1.0)}) == [[0], [1, 2]]
    assert grouped([other, outer, inner], [], {(0, 1): Link(1.0), (0, 2): Link(1.0)}) == [[0, 2], [1]]
    assert grouped([inner, other, outer], [(0, 1)], {(1, 2): Link(1.0)}) == [[0, 1], [2]]


def test_what_an_outlet_has_in_the_very_words_is_not_held_against_another_of_its_utterances():
    given = places(("a", "was", 6), ("b", "was", 6), ("a", "is", 6))
    assert grouped(given, [(0, 1)], {(1, 2): Link(1.0)}) == [[0, 1], [2]]
    assert grouped(given, [(0, 1)], {(1, 2): Link(1.0), (0, 2): Link(1.0)}) == [[0, 1, 2]]
    longer = places(("a", "was", 6), ("b", "was", 7), ("a", "is", 6))
    assert grouped(longer, [(0, 1)], {(1, 2): Link(1.0)}) == [[0, 1], [2]]
    assert grouped(longer, [], {(1, 2): Link(1.0)}) == [[0], [1, 2]]


def test_a_slogan_is_of_none_of_the_utterances_that_it_stands_in():
    slogan_first = places(("a", "q", 4), ("b", "q", 9), ("c", "q", 12))
    inside = {(0, 1): Link(2.0, inside=True), (0, 2): Link(2.0, inside=True)}
    assert grouped(slogan_first, [], inside) == [[0], [1], [2]]
    assert grouped(slogan_first, [], {**inside, (1, 2): Link(1.0)}) == [[0, 1, 2]]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 9), st.integers(0, 9)), max_size=8))
def test_places_that_overlap_are_found(given):
    spans = [(id, Span(min(ends), max(ends) + 1)) for id, *ends in given]
    wanted = {
        (n, m)
        for n, (id, span) in enumerate(spans)
        for m, (other, there) in enumerate(spans)
        if n != m and id == other and span.start < there.end and there.start < span.end
    }
    assert {(n, m) for n, others in overlapping(spans).items() for m in others} == wanted
