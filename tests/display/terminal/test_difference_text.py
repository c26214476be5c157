import pytest

from quoteverify.display.terminal.difference_text import explain, list_differences, marked
from quoteverify.display.terminal.styled_text import Screen, Style
from quoteverify.models import Difference, Severity, Span


def difference(severity="substantive"):
    return Difference(
        operation="omission", kind="negation", severity=Severity(severity), a=Span(2, 6), b=Span(2, 2),
        a_text="not ", b_text="", rule="negator",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "span", "runs"),
    [
        ("do not go", Span(3, 6), ["do ", "", ("{not}", Style.MINOR), ("¹²", Style.QUIET), "", " go"]),
        ("do not go", Span(2, 7), ["do", " ", ("{not}", Style.MINOR), ("¹²", Style.QUIET), " ", "go"]),
        ("do go", Span(3, 3), ["do ", "", ("{}", Style.MINOR), ("¹²", Style.QUIET), "", "go"]),
        ("do  go", Span(2, 4), ["do", "", ("{}", Style.MINOR), ("¹²", Style.QUIET), "  ", "go"]),
    ],
)
def test_what_differs_stands_in_braces_without_the_white_space_around_it(text, span, runs):
    assert list(marked(text, [(span, (12, difference("minor")))])) == runs


def test_places_may_count_from_elsewhere():
    (before, *_) = marked("do not go", [(Span(13, 16), (1, difference()))], offset=10)
    assert before == "do "


def test_each_difference_is_a_line_with_its_number():
    screen = Screen(100)
    list_differences(screen, [(3, difference())], "the draft", "I go")
    assert screen.lines == [
        "   ³   substantive: the draft leaves out “not” (negation; not shown in print; rule: negator)"
    ]


def test_only_the_severities_that_occur_are_explained():
    screen = Screen(200)
    screen.write("before")
    explain(screen, {Severity.MINOR, Severity.SUBSTANTIVE})
    assert screen.lines[1:] == [
        "",
        "{…} holds what differs, with the number it has in the list below; {} where something is left out.",
        "Substantive: changes the meaning. Minor: the words differ, the sense stands.",
    ]
