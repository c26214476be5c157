import re

import pytest
from seen import Seen

from quoteverify import explain, parse
from quoteverify.display.html import explanation
from quoteverify.errors import ArgumentTypeError


def test_each_step_and_what_was_weighed_is_shown():
    html = explanation(explain(parse("Ruth Vale runs the port. The ship is “a ruin,” she told us."), "q1"))
    for told in ("How it is theirs", "1. “she” ", "by said after", "✓ ", "– ", "for: ", "against: "):
        assert told in html


def test_what_other_rules_would_have_answered_is_shown_and_not_again_what_was():
    html = explanation(explain(parse("“We sail,” said Ruth Vale."), "q1"))
    assert re.findall("otherwise: (.*?)</p>", html) == [
        "“Ruth Vale” by verb after",
        "“Ruth Vale” by said later",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We sail,” said Ruth Vale.", "speech"),
        ("The film “Dark Water” won.", "a term: nobody&#x27;s words by work"),
        ("Vale calls port 'a ruin' again", "headline"),
    ],
)
def test_what_the_marks_hold_is_said(text, kind):
    assert f"<h3>What the marks hold</h3><p>{kind}</p>" in explanation(explain(parse(text), "q1"))


def test_every_text_is_escaped():
    html = explanation(explain(parse("“We <b>sail</b>,” said <i>Ruth</i> <script> Vale."), "q1"))
    assert "<script" not in html
    assert Seen(html)


def test_something_else_is_refused():
    with pytest.raises(ArgumentTypeError, match="record must be Explanation"):
        explanation("q1")
