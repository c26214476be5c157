from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.compare.columns import columns
from quoteverify.text.words import words

CASES = [
    (["We stay."], 0, [("We stay.",)]),
    (["We stay, now", "We stay now"], 0, [("We stay, now", "We stay now")]),
    (["We will stay", "We may stay"], 0, [("We", "We"), ("will", "may"), ("stay", "stay")]),
    (["We stay", "We all stay here"], 0, [("We", "We"), ("", "all"), ("stay", "stay"), ("", "here")]),
    (["We all stay", "We stay"], 1, [("We", "We"), ("all", ""), ("stay", "stay")]),
    (["A well-known man", "A man"], 0, [("A", "A"), ("well-known", ""), ("man", "man")]),
    (["", "We"], 0, [("", "We")]),
    (
        ["We will never sell the old yard", "We will never sell the new yard"],
        0,
        [("We will never sell the", "We will never sell the"), ("old", "new"), ("yard", "yard")],
    ),
    (["We (all) stay", "We stay"], 0, [("We", "We"), ("(all)", ""), ("stay", "stay")]),
    (
        ["We [they] stay, I think", "They stay"],
        0,
        [("We", ""), ("[they] stay,", "They stay"), ("I think", "")],
    ),
    # Three that differ in two places, in neighbouring words; then one that has other words for both.
    (
        ["We stay if it rains, and sing", "We stay if it rains", "We stay and sing"],
        0,
        [
            ("We stay", "We stay", "We stay"),
            ("if it rains,", "if it rains", ""),
            ("and sing", "", "and sing"),
        ],
    ),
    (
        ["We may sail at noon", "We sail at noon", "We may go", "We may sail"],
        0,
        [("We", "We", "We", "We"), ("may", "", "may", "may"), ("sail at noon", "sail at noon", "go", "sail")],
    ),
    (
        ["a b c d", "a x d", "a b y c d", "a d"],
        0,
        [("a", "a", "a", "a"), ("b c", "x", "b y c", ""), ("d", "d", "d", "d")],
    ),
    (["b b b b h", "b b h b b"], 0, [("b b", "b b"), ("", "h"), ("b b", "b b"), ("h", "")]),
]


@pytest.mark.parametrize(("rows", "base", "expected"), CASES)
def test_words_stand_in_columns(rows, base, expected):
    found = columns([words(row) for row in rows], base)
    assert [column.cells for column in found] == expected
    assert [column.differs for column in found] == [
        len({tuple(words(cell).keys) for cell in cells}) > 1 for cells in expected
    ]


def test_no_words_make_no_column():
    assert columns([words("—"), words("…")], 0) == ()


@given(
    st.lists(
        st.lists(st.sampled_from(["a", "b", "c,", "d."]), max_size=8).map(" ".join), min_size=1, max_size=4
    )
)
def test_each_row_read_through_is_its_text(texts):
    found = columns([words(text) for text in texts], 0)
    for n, text in enumerate(texts):
        assert " ".join(filter(None, (column.cells[n] for column in found))) == text
    assert all(one.differs or other.differs for one, other in pairwise(found))
