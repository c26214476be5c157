from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.reading.marks.directions import Direction, directed_marks
from quoteverify.text.language import language

ENGLISH = language("en")
TEXTS = st.text(alphabet="aS5 .,:-'\"“”‘’«»„`´=<\n", max_size=60) | st.text(max_size=60)

# How each mark of a text faces: ( opens, ) closes, | either; "?" after one that is doubtful.
CASES = {
    "between space and word": ('He said "yes" twice.', "()"),
    "at the text's ends": ('"Yes"', "()"),
    "beside points": ('("Yes.") He left.', "()"),
    "beside dashes": ('He said—"yes"—twice.', "()"),
    "between words": ('He said"yes"twice.', "||"),
    "between spaces": ('He said " yes " twice.', "||"),
    "a shape decides between words": ("He said“yes”twice.", "()"),
    "a place decides against a shape": ("He said ”yes“ twice.", "()"),
    "before the dots of a cut": ('He said "...and left".', "()"),
    "apostrophes within words": ("It isn't o’clock.", ""),
    "shortened years and words": ("Give 'em the '90s, 'twas said.", ""),
    "a possessive after a stop": ("The U.S.'s role.", ""),
    "a possessive plural": ("The boys' room.", ")?"),
    "a dropped letter": ("He was goin' home.", ")?"),
    "inches": ("A 5\" wide, 6' tall door.", ")?)"),
    "a turned single mark": ("He said ’no’ twice.", "(?)"),
    "a run of marks": ("He said \"'yes'\" twice.", "(())"),
    "three apostrophes open": ("'''Yes,'' she said.", "(()"),
    "three apostrophes close": ("''He said 'yes.'''", "(())"),
    "values in a tag": ('<p class="lead">"Yes," he said.', "()"),
}
SIGNS = {Direction.OPENS: "(", Direction.CLOSES: ")", Direction.EITHER: "|"}


def faced(text):
    return "".join(
        SIGNS[mark.direction] + "?" * mark.doubtful for mark in directed_marks(text, 0, len(text), ENGLISH)
    )


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_mark_faces_the_words_beside_it(text, expected):
    assert faced(text) == expected


def test_marks_of_one_family_close_each_other_whatever_their_shape():
    text = "“a'' «b» 'c’ ``d\""
    assert [mark.family for mark in directed_marks(text, 0, len(text), ENGLISH)] == (
        ["double"] * 2 + ["guillemet"] * 2 + ["single"] * 2 + ["double"] * 2
    )


def test_what_lies_outside_the_stretch_counts_as_blank():
    text = 'x"yes"x'
    (only, last) = directed_marks(text, 1, 6, ENGLISH)
    assert (only.direction, last.direction) == (Direction.OPENS, Direction.CLOSES)


@given(TEXTS)
def test_marks_stand_in_order_and_apart(text):
    marks = list(directed_marks(text, 0, len(text), ENGLISH))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))


@given(TEXTS, TEXTS)
def test_paragraphs_are_read_alone(one, other):
    text = f"{one}\n{other}"
    alone = list(directed_marks(one, 0, len(one), ENGLISH))
    assert list(directed_marks(text, 0, len(one), ENGLISH)) == alone
