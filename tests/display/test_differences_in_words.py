import pytest
from anything import TEXT
from hypothesis import given

from quoteverify.display import differences_in_words
from quoteverify.models import Difference, DifferenceKind, Span


def difference(operation, kind, a, b, **more):
    return Difference(
        operation=operation, kind=kind, severity=more.pop("severity", "minor"),
        a=Span(0, len(a)), b=Span(5, 5 + len(b)), a_text=a, b_text=b, rule=more.pop("rule", "a_rule"), **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (difference("substitution", "wording", "shut", "close"), "has “close” for “shut”"),
        (difference("insertion", "filler", "", " um "), "adds “um”"),
        (difference("omission", "punctuation", ",", ""), "leaves out “,” after “quay”"),
        (difference("move", "splice", "", " "), "runs together what stands apart"),
        (difference("move", "reorder", "at noon", "at noon"), "puts “at noon” in another place"),
        (difference("move", "reorder", "at noon", ""), "puts “at noon” in another place"),
        (
            difference("substitution", "glyph", "people's", "people’s"),
            "has “people’s” (with U+2019 right single quotation mark) "
            "for “people's” (with U+0027 apostrophe)",
        ),
        (
            difference("substitution", "glyph", "ab", "a\u200bb"),
            "has “a b” (with U+200B zero width space) for “ab”",
        ),
        (
            difference("insertion", "spacing", "", "\u00a0"),
            "adds “ ” (with U+00A0 no-break space) after “quay”",
        ),
        (difference("insertion", "negation", "", ""), "turns the sense by its verb (said, denied)"),
    ],
)
def test_a_difference_is_told_in_a_sentence(made, said):
    assert differences_in_words.difference_in_words(made, "quay, and") == said


@pytest.mark.parametrize(
    ("made", "notes"),
    [
        (difference("omission", "wording", "or so", ""), "other words; not shown in print; rule: a rule"),
        (
            difference("omission", "ellipsis", "or so", "...", marked=True),
            "cut shown by dots; shown in print; rule: a rule",
        ),
        (
            difference("omission", "punctuation", ",", "", severity="cosmetic", rule="punctuation"),
            "punctuation",
        ),
        (
            difference("substitution", "glyph", "'", "’", severity="cosmetic", rule="glyph"),
            "shape of a character",
        ),
    ],
)
def test_what_is_noted_of_a_difference_is_not_said_twice(made, notes):
    assert differences_in_words.notes_on(made) == notes


@given(TEXT, TEXT)
def test_any_difference_can_be_told(a, b):
    for kind in DifferenceKind:
        assert differences_in_words.difference_in_words(difference("substitution", kind, a, b), a + b)


@given(TEXT)
def test_no_character_is_shown_that_does_not_show(text):
    visible = differences_in_words.shown(text).split("” (with ")[0]
    assert all(differences_in_words.is_readable(c) for c in visible)


@pytest.mark.parametrize(("hidden", "goes_on"), [("\u200b" * 4, False), ("\u200b" * 5, True)])
def test_of_many_characters_the_first_few_are_named(hidden, goes_on):
    shown = differences_in_words.code_points(hidden)
    assert shown.count("U+200B") == 4
    assert shown.endswith(" …") is goes_on
