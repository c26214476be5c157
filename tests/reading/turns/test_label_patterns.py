import re

import pytest

from quoteverify.reading.turns import label_patterns as patterns

# What each expression takes of a line, from its beginning; None where it takes nothing.
BEGINNINGS = {
    "TIME_IN_FRONT": [
        ("10:15 Ruth: We sail", "10:15 "),
        ("[00:01:02.500] We sail", "[00:01:02.500] "),
        ("(10:15 am) – We sail", "(10:15 am) – "),
        ("10:15 --> 10:20 | We sail", "10:15 --> 10:20 | "),
        ("[12/11/24, 10:15:01] Ruth: We sail", "[12/11/24, 10:15:01] "),
        ("[3.20s --> 4.75s] We sail", "[3.20s --> 4.75s] "),
        ("10:15", None),
        ("10 Ruth: We sail", None),
    ],
    "TIME_BEHIND_LABEL": [
        (" [00:02] We sail", " [00:02] "),
        (" 10:15 We sail", " 10:15 "),
        (" 10:15\nWe sail", " 10:15"),
        (" 10:15 sharp we sail", None),
    ],
    "TIME_BEFORE_SPEECH": [("[00:02] We sail", "[00:02] "), ("00:02 We sail", None)],
    "LINE_OF_CAPTION": [
        ("00:01:02.500 --> 00:01:04.000", "00:01:02.500 --> 00:01:04.000"),
        ("00:01 -- 00:02", "00:01 -- 00:02"),
        ("00:01 --> 00:02 align:left", None),
    ],
    "LINE_OF_TIME": [
        ("10:15 – 10:20 (5 minutes)", "10:15 – 10:20 (5 minutes)"),
        ("10:15 pm", "10:15 pm"),
        ("noon", None),
    ],
    "NAME_AND_COLON": [
        ("Ruth Vale: We sail", "Ruth Vale:"),
        ("Ruth Vale (Aas: North): We sail", "Ruth Vale (Aas: North):"),
        ("Ruth #00:01:02-5#: We sail", "Ruth #00:01:02-5#:"),
        ("10:15", None),
        (f"{'x' * patterns.LONGEST}: We sail", f"{'x' * patterns.LONGEST}:"),
        (f"{'x' * (patterns.LONGEST + 1)}: We sail", None),
    ],
    "NAME_AND_STOP": [
        ("Mr. VALE. We sail", "Mr. VALE. "),
        ("Mr. VALE of Aas. We sail", "Mr. VALE of Aas. "),
        ("Mr. VALE (Aas). We sail", "Mr. VALE (Aas). "),
        ("Mr. Vale. We sail", None),
    ],
    "TITLE_AND_STOP": [("Mr. Vale. We sail", "Mr. Vale. "), ("Mr. Vale. we sail", None)],
    "CAPITALS_AND_STOP": [
        ("RUTH VALE. We sail", "RUTH VALE. "),
        ("VALE. We sail", None),
        ("Ruth Vale. We sail", None),
    ],
    "STOP_AND_DASH": [
        ("Ruth Vale (PPE). – We sail", "Ruth Vale (PPE). – "),
        ("Ruth Vale, for the board. — We sail", "Ruth Vale, for the board. — "),
        ("Ruth Vale. We sail", None),
    ],
    "NAME_AND_DASH": [("Ruth Vale — We sail", "Ruth Vale — "), ("Ruth Vale - We sail", None)],
    "NAME_AND_TIME": [("Ruth Vale [00:02] We sail", "Ruth Vale [00:02] "), ("Ruth Vale 00:02 We sail", None)],
    "NAME_AND_GAP": [
        ("VALE   We sail", "VALE   "),
        ("VALE\tWe sail", "VALE\t"),
        ("VALE We sail", None),
        ("Vale.   We sail", None),
    ],
    "NAME_IN_BRACKETS": [
        ("[Ruth Vale] We sail", "[Ruth Vale] "),
        ("(Ruth Vale): We sail", "(Ruth Vale): "),
        ("[10:15] We sail", None),
    ],
    "NICKNAME": [("<ruth> we sail", "<ruth> "), ("<@ruth> we sail", "<@ruth> "), ("<ruth>", None)],
    "LETTER": [
        ("Q. Do we sail?", "Q. "),
        ("A1: We sail", "A1: "),
        ("Q  Do we sail?", "Q  "),
        ("R. M. Vale sailed", None),
        ("A boat", None),
    ],
    "ARROWS": [(">> We sail", ">> "), ("> We sail", None)],
    "COUNTED": [("Q12 Ruth Vale: We sail", "Q12 "), ("12. Ruth Vale: We sail", "12. "), ("Q12 10:15", None)],
    "EVENT": [("-!- vale has joined", "-!- "), ("* vale waves", "* "), ("- a dash", None)],
    "EMPHASIS": [("** We sail", "** "), ("We sail", "")],
}


@pytest.mark.parametrize(
    ("name", "line", "taken"),
    [(name, line, taken) for name, cases in BEGINNINGS.items() for line, taken in cases],
)
def test_what_a_line_begins_with(name, line, taken):
    found = getattr(patterns, name).match(line)
    assert (found and found[0]) == taken


# What each expression finds behind a name, with all that it takes.
BEHIND = {
    "TIME_AT_END": [
        ("Ruth Vale, 10:15", ", 10:15"),
        ("Ruth Vale [00:02]", " [00:02]"),
        ("Ruth Vale • Today at 10:15 pm", " • Today at 10:15 pm"),
        ("Ruth Vale 10:15–10:20", " 10:15–10:20"),
        ("Ruth Vale 1910", None),
    ],
    "MOMENTS": [("Ruth #00:01:02-5#", " #00:01:02-5#"), ("Ruth 00:01:02", None)],
    "BRACKETS": [
        ("Ruth Vale (Aas North)", " (Aas North)"),
        ("Ruth Vale [Aas (North)]", " [Aas (North)]"),
        ("Ruth", None),
    ],
    "OFFICE": [("Ruth, the mayor", ", "), ("Ruth -- Mayor", " -- "), ("Ruth - Mayor", None)],
    "OFFICE_ON_LINE": [("Ruth, Mayor", ", "), ("Ruth - Mayor", " - "), ("Ruth, the mayor", None)],
    "DESCRIPTION": [("Ruth, of the Lifeboats", ", "), ("Ruth, 36", None)],
    "COLUMN": [("RUTH VALE    Q", "    Q"), ("RUTH V", None)],
    "WIDE": [("RUTH  VALE", "  "), ("RUTH VALE", None)],
    "MARK": [("the mayor, “no”", "“"), ("the mayor’s", None)],
}


@pytest.mark.parametrize(
    ("name", "line", "taken"),
    [(name, line, taken) for name, cases in BEHIND.items() for line, taken in cases],
)
def test_what_stands_behind_a_name(name, line, taken):
    found = getattr(patterns, name).search(line)
    assert (found and found[0]) == taken


def test_every_expression_has_its_lines():
    expressions = {name for name, value in vars(patterns).items() if isinstance(value, re.Pattern)}
    assert expressions == {*BEGINNINGS, *BEHIND}
