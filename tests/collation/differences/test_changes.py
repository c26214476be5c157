"""A change of words, and what sort of change it is."""

import pytest

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Disclosure, Edit, Shape
from quoteverify.collation.differences.sides import Side
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))


def side(text: str) -> Side:
    return Side.of(words(text), None)


def changed(text: str, lo: int, hi: int) -> ChangedWords:
    return ChangedWords(side(text), lo, hi, ENGLISH)


@pytest.mark.parametrize(
    ("keywords", "shape"),
    [
        ({}, Shape.SUBSTITUTION),
        ({"disclosure": Disclosure.ELLIPSIS}, Shape.DISCLOSED),
        ({"cut": True}, Shape.AT_END),
        ({"goes_on": True}, Shape.AT_END),
    ],
)
def test_the_shape_of_a_change(keywords: dict[str, object], shape: Shape) -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 1), **keywords)  # type: ignore[arg-type]
    assert change.shape is shape


def test_a_change_of_one_side_is_one_sided() -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 0))
    assert change.shape is Shape.ONE_SIDED
    assert change.only is change.swapped().only is change.a
    assert change.tables == {"hedges", "modals", "months"}


@pytest.mark.parametrize(
    ("keywords", "marked"),
    [
        ({}, False),
        ({"disclosure": Disclosure.BRACKET}, True),
        ({"cut": True}, False),
        ({"goes_on": True}, False),
        ({"goes_on": True, "over_ellipsis": True}, True),
    ],
)
def test_a_change_is_marked_where_the_print_shows_it(keywords: dict[str, object], marked: bool) -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 0), **keywords)  # type: ignore[arg-type]
    assert change.marked is marked


def test_a_change_seen_from_the_other_side_is_the_same_but_for_its_sides() -> None:
    change = Change(
        ENGLISH, changed("may", 0, 1), changed("will", 0, 1), disclosure=Disclosure.ELLIPSIS, cut=True,
        apart=True, goes_on=True, over_ellipsis=True, near=("may",),
    )  # fmt: skip
    swapped = change.swapped()
    assert (swapped.a, swapped.b) == (change.b, change.a)
    assert {**vars(swapped), "a": 0, "b": 0} == {**vars(change), "a": 0, "b": 0}


# The changed words of each side, and the tables that have one of them.
TABLES = [
    ("may", "will", {"hedges", "modals", "months"}),
    ("boat", "ship", set()),
    ("boat", "5km", {"figures"}),
    ("can't", "boat", {"contractions", "modals", "negators", "hedges", "conditions"}),
    ("dunno", "boat", {"contractions", "negators", "function_words", "hedges", "fillers", "conditions"}),
]


@pytest.mark.parametrize(("a", "b", "tables"), TABLES)
def test_a_change_knows_the_tables_of_its_words(a: str, b: str, tables: set[str]) -> None:
    for one, other in ((a, b), (b, a)):
        assert Change(ENGLISH, changed(one, 0, 1), changed(other, 0, 1)).tables == tables


def test_an_edit_seen_from_the_other_side() -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 1))
    edit = Edit(0, 1, 2, 4, change).swapped()
    assert edit[:4] == (2, 4, 0, 1)
    assert edit.change
    assert (edit.change.a, edit.change.b) == (change.b, change.a)
    assert Edit(0, 1, 2, 4, is_word=True).swapped() == Edit(2, 4, 0, 1, is_word=True)
