import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.checking.notes import marks, notes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[^1]: The Tide", {"1": "The Tide"}),
        ("[^Aas-1]: The Tide\nSo.", {"aas-1": "The Tide"}),
        ("Text.\n\n[1] The Tide\n[2]: https://g.example", {"1": "The Tide", "2": "https://g.example"}),
        ("¹ The Tide\n¹² The Gazette", {"1": "The Tide", "12": "The Gazette"}),
        ("1. The Tide\n2) The Gazette", {"1": "The Tide", "2": "The Gazette"}),
        ("<p>[1] The Tide</p><p>So.</p>", {"1": "The Tide"}),
        ("<ol><li id='n1'>1. <i>The Tide</i></li></ol>", {"1": "<i>The Tide</i>"}),
        ("He said [1] so. In 1. So.", {}),
        ("", {}),
    ],
)
def test_notes_are_known_by_their_labels(text, found):
    assert notes(text, 0) == found


def test_a_list_above_the_last_quotation_is_none_of_references():
    text = "1. The Tide\n2. “We sail.”\n3. The Gazette"
    assert notes(text, text.index("”")) == {"3": "The Gazette"}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("said.[^1]", [["1"]]),
        ("said [1][2]", [["2"]]),
        ("said [1] [2]", [["1"], ["2"]]),
        ("said [1, 3–5]", [["1", "3", "4", "5"]]),
        ("said [3-1]", [[]]),
        ("said [1-999]", [[str(n) for n in range(1, 11)]]),
        ("said.¹²", [["12"]]),
        ("said.<sup>1</sup>", [["1"]]),
        ("said.<sup><a href='#n1'>[1]</a></sup>", [["1"]]),
        ("said [Tide](https://t.example)", []),
        ("[1]: The Tide", []),
    ],
)
def test_a_mark_has_the_labels_of_its_notes(text, labels):
    found = list(marks(text, 0, len(text)))
    assert [each for *_, each in found] == labels
    assert all(0 <= start < end <= len(text) for start, end, _ in found)


@given(st.text(alphabet="[]^¹²12-–,: \n<sup>/", max_size=60))
def test_any_text_has_notes_and_marks(text):
    assert isinstance(notes(text, 0), dict)
    assert all(len(labels) <= 10 for *_, labels in marks(text, 0, len(text)))
