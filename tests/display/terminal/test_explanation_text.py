import pytest

from quoteverify import explain, parse
from quoteverify.display.terminal import explanation
from quoteverify.errors import ArgumentTypeError

WHY = explain(parse("Ruth Vale runs the port. The ship is “a ruin,” she told the board."), "q1")


def test_each_step_and_what_was_weighed_is_written():
    text = explanation(WHY)
    for told in (
        "Ruth Vale, 98 % sure",
        " 1  “she” by said after at 47",
        " 2  “Ruth Vale” by pronoun at 0",
        " ✓  “she” at 47",
        " –  “The ship” at 25",
        "against: ",
        "a term above 0, speech below: -",
    ):
        assert told in text


def test_what_other_rules_would_have_answered_is_written_and_not_again_what_was():
    text = explanation(explain(parse("“We sail,” said Ruth Vale."), "q1"))
    assert [line.strip() for line in text.splitlines() if "otherwise" in line] == [
        "otherwise: “Ruth Vale” by verb after",
        "otherwise: “Ruth Vale” by said later",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We sail,” said Ruth Vale.", "speech"),
        ("The film “Dark Water” won.", "a term: nobody's words by work"),
    ],
)
def test_what_the_marks_hold_is_written(text, kind):
    assert f"\n    {kind}\n" in explanation(explain(parse(text), "q1"))


def test_the_chosen_mention_alone_is_marked_and_the_chosen_person():
    marked = [line for line in explanation(WHY).splitlines() if line.startswith(" ✓")]
    assert [line.split(" at ")[0] for line in marked] == [" ✓  “she”", " ✓  “Ruth Vale”"]


def test_no_line_is_wider_than_the_screen_and_colour_is_only_where_it_is_asked_for():
    assert max(map(len, explanation(WHY, width=50).splitlines())) <= 50
    assert "\x1b" not in explanation(WHY)
    assert "\x1b" in explanation(WHY, color=True)


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("1", "Ruth Vale, 98 % sure"),
        ("1", "What the marks hold"),
        ("2", "by said after"),
        ("2", "otherwise: “she”"),
        ("32", " ✓"),
        ("2", " –"),
        ("2", "at 25, "),
        ("2", "against: "),
        ("2", "a term above 0, speech below: "),
    ],
)
def test_the_answer_stands_out_and_what_it_comes_of_is_quiet(style, told):
    assert f"\x1b[{style}m{told}" in explanation(WHY, color=True)


def test_what_a_terminal_would_obey_is_shown():
    why = explain(parse("“We \x1b[31msail,” said Ruth Vale."), "q1")
    assert "\x1b" not in str(why)


def test_something_else_is_refused():
    with pytest.raises(ArgumentTypeError, match="record must be Explanation"):
        explanation("q1")
