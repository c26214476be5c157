import attrs
import pytest
from records import EVENING, comparison, evening, morning

from quoteverify.display.apparatus import (
    distinct_wordings,
    first_of_each,
    in_sum,
    listed_differences,
    naming,
    printed_by,
    remarks,
    sameness,
    timeline,
)
from quoteverify.display.finding_names import Tone
from quoteverify.models import Document, QuoteKind, Severity, Wording


def close():
    return comparison().statements[0]


def with_late_edition():
    """A third document that prints what the second does, and one that prints what the first does."""
    base, other = close().variants
    columns = [attrs.evolve(c, cells=(*c.cells, c.cells[1], c.cells[0])) for c in close().columns]
    late, copy = attrs.evolve(other, document_id="late"), attrs.evolve(base, document_id="copy")
    return attrs.evolve(close(), variants=(base, other, late, copy), columns=columns)


DOCUMENTS = {
    "morning": morning(),
    "evening": evening(),
    "late": Document(id="late", text=EVENING, outlet="Late Edition"),
}


def test_a_difference_of_several_variants_is_listed_once():
    assert [(e.number, e.difference.b_text, e.indices) for e in listed_differences(with_late_edition())] == [
        (1, "will", (1, 2)), (2, "", (1, 2)), (3, "", (1, 2)),
    ]  # fmt: skip


def test_differences_that_differ_in_anything_are_two_listed_differences():
    base, other = close().variants
    less = attrs.evolve(other.differences[0], severity="minor")
    statement = attrs.evolve(close(), variants=(base, other, attrs.evolve(other, differences=(less,))))
    assert [e.indices for e in listed_differences(statement)] == [(1,), (1,), (1,), (2,)]


def test_a_wording_of_several_variants_is_one():
    assert [w.indices for w in distinct_wordings(with_late_edition())] == [(0, 3), (1, 2)]


def test_the_wording_that_others_are_held_against_comes_first():
    base, other = close().variants
    columns = [attrs.evolve(c, cells=c.cells[::-1]) for c in close().columns]
    turned = attrs.evolve(close(), variants=(other, base), base=1, columns=columns)
    assert [w.indices for w in distinct_wordings(turned)] == [(1,), (0,)]


def test_what_differs_is_laid_over_both_of_two_wordings():
    base, other = distinct_wordings(with_late_edition())
    assert [(place.of(other.variant.text), number) for place, (number, _) in other.overlays] == [
        ("will", 1), ("", 2), ("", 3),
    ]  # fmt: skip
    assert [(place.of(base.variant.text), number) for place, (number, _) in base.overlays] == [
        ("may", 1), (" or part of it,", 2), (",", 3),
    ]  # fmt: skip


def test_with_three_wordings_the_base_stays_clean():
    base, other = close().variants
    third = attrs.evolve(other, text="We will close it.", spans=())
    columns = [attrs.evolve(c, cells=(*c.cells, c.cells[1])) for c in close().columns]
    statement = attrs.evolve(close(), variants=(base, other, third), columns=columns)
    assert [len(w.overlays) for w in distinct_wordings(statement)] == [0, 3, 0]


@pytest.mark.parametrize(
    ("count", "named"),
    [(1, "A0"), (2, "A0, A1:"), (5, "A0, A1, A2, A3, A4:"), (6, "A0, A1, A2, A3 and 2 more:")],
)
def test_of_many_names_the_first_begin_a_sentence(count, named):
    assert naming([f"A{n}" for n in range(count)]) == named


def test_a_document_with_two_variants_is_named_once():
    assert printed_by((0, 0, 1, 2), with_late_edition(), DOCUMENTS) == [
        "The Morning Tide", "Evening Ledger", "Late Edition",
    ]  # fmt: skip


def test_a_wording_says_what_sort_of_quote_it_stands_in_and_which_came_first():
    quotes = {("morning", "q2"): attrs.evolve(morning().quotes[1], kind=QuoteKind.PULL_QUOTE)}
    base, other = distinct_wordings(close())
    assert remarks(base, close(), quotes) == ["pull quote", "published first"]
    assert remarks(other, close(), quotes) == []


def reported():
    base, other = close().variants
    return attrs.evolve(
        close(), variants=(base, attrs.evolve(other, quote_id=None, wording=Wording.PARAPHRASE))
    )


def test_what_is_reported_without_marks_does_not_differ_from_the_words():
    assert listed_differences(reported()) == []
    assert [wording.overlays for wording in distinct_wordings(reported())] == [(), ()]
    assert remarks(distinct_wordings(reported())[1], reported(), {}) == ["reported, without marks"]
    assert reported().severity is None
    found = sameness(reported())
    assert (found.tone, found.words) == (Tone.LOOK, "quoted in one, reported in another")
    found = sameness(comparison().statements[1])
    assert (found.tone, found.words) == (Tone.GOOD, "the same words")


def test_a_timeline_runs_from_the_first_printing():
    assert [(p.document.name, p.severity, p.says) for p in timeline(close(), DOCUMENTS)] == [
        ("The Morning Tide", None, "has what the others are held against"),
        ("Evening Ledger", "substantive", "has “will” for “may” and 2 more"),
    ]
    assert [p.says for p in timeline(reported(), DOCUMENTS)][1] == "reports it without marks"
    assert [p.says for p in timeline(comparison().statements[1], DOCUMENTS)][1] == "has the same words"


def test_a_document_with_one_wording_twice_is_once_on_a_timeline():
    base, other = close().variants
    twice = attrs.evolve(close(), variants=(base, other, other), columns=())
    assert timeline(twice, DOCUMENTS) == timeline(close(), DOCUMENTS)


def many_print():
    """A statement in nine documents and four wordings: four texts, a copied one in two, two alone."""
    base, other = close().variants
    graver, lighter = (
        attrs.evolve(other, text=text, differences=(attrs.evolve(other.differences[1], severity=severity),))
        for text, severity in (("Closing it.", Severity.SUBSTANTIVE), ("Close it!", Severity.COSMETIC))
    )
    variants = [
        attrs.evolve(wording, document_id=f"d{n}")
        for n, wording in enumerate([lighter, base, base, other, base, base, other, graver, base])
    ]
    return attrs.evolve(
        close(), variants=variants, base=1, first=3, columns=(), copies=[("d1", "d2"), ("d3", "d6")]
    )


MANY = {
    f"d{n}": Document(id=f"d{n}", text=EVENING, outlet=f"Paper {n}", published=f"2031-03-{20 - n:02}")
    for n in range(9)
}


def test_wordings_come_as_they_matter():
    found = distinct_wordings(many_print())
    assert [(wording.indices, wording.severity, wording.texts) for wording in found] == [
        ((1, 2, 4, 5, 8), None, 4),
        ((3, 6), "substantive", 1),
        ((7,), "substantive", 1),
        ((0,), "cosmetic", 1),
    ]


def summed(statement, documents):
    return in_sum(statement, distinct_wordings(statement), documents)


def test_of_a_statement_that_many_print_the_commonest_the_earliest_and_the_outliers_are_told():
    assert summed(many_print(), MANY) == [
        "4 wordings.",
        "The commonest is the first, printed by 5 of 9.",
        "The earliest is that of Paper 3, 17 Mar 2031.",
        "3 wordings stand in one text only.",
    ]


def test_of_equally_common_wordings_none_is_the_commonest():
    even = attrs.evolve(many_print(), variants=many_print().variants[1:7], base=0, copies=(), first=None)
    less = attrs.evolve(even, variants=[*even.variants, attrs.evolve(even.variants[2], document_id="d7"),
                                        attrs.evolve(even.variants[2], document_id="d8")])  # fmt: skip
    assert summed(even, MANY)[1].startswith("The commonest")
    assert summed(less, MANY) == ["2 wordings."]


def test_of_what_few_print_there_is_no_sum():
    assert summed(close(), DOCUMENTS) == []


def test_where_no_two_dates_differ_there_is_no_timeline():
    for published in (None, morning().published):
        assert timeline(close(), {**DOCUMENTS, "evening": attrs.evolve(evening(), published=published)}) == []


def test_of_many_printings_the_first_of_each_is_told():
    found = first_of_each(timeline(many_print(), MANY))
    assert [(printing.document.name, later) for printing, later in found] == [
        ("Paper 8", 3), ("Paper 7", 0), ("Paper 6", 1), ("Paper 1", 0), ("Paper 0", 0),
    ]  # fmt: skip
