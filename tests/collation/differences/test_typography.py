"""What differs in print where the words are the same."""

import pytest

from quoteverify.collation.differences.typography import (
    ELLIPSIS,
    ellipses,
    gap_kind,
    without_full_stops,
    word_kind,
)

GAPS = [
    (" ", "\u00a0", "spacing"),
    (" ", "\n", "spacing"),
    (" – ", " — ", "glyph"),
    (", “", ', "', "glyph"),
    (" “", " ‘", "glyph"),
    (" … ", " . . . ", "glyph"),
    (" ", "\u200b ", "glyph"),
    (", ", " ", "punctuation"),
    ("-", " ", "punctuation"),
    (" ... ", " ", "punctuation"),
    (" [", " ", "bracket"),
    ("(", "[", "bracket"),
    ("---", "--", "punctuation"),
    ("–", "-", "glyph"),
    ("'", '"', "glyph"),
    (". . .", "...", "spacing"),
    ("…", "...", "glyph"),
    ("[...]", "…", "glyph"),
    ("... , ", "… ; ", "punctuation"),
    (", ", ",", "spacing"),
    (".", "!", "punctuation"),
]
PRINTED = [
    ("The", "the", "case"),
    ("it’s", "it's", "glyph"),
    ("[T]he", "The", "bracket"),
    ("inter-\nview", "interview", "spacing"),
    ("U.S", "US", "spelling"),
    ("café", "cafe", "spelling"),
    ("&", "and", "spelling"),
    ("ﬁt", "fit", "glyph"),
    ("n\u043et", "not", "glyph"),
    ("n\u043et", "NOT", "glyph"),
    ("The", "THE", "case"),
    ("U.S", "u.s", "case"),
    ("U.S", "Us", "spelling"),
    ("inter-\nview", "Interview", "spacing"),
    ("naïve", "naive", "spelling"),
    ("straße", "strasse", "spelling"),
    ("Œuvre", "Oeuvre", "spelling"),
    ("don’t", "dont", "spelling"),
    ("１０", "10", "glyph"),
    ("e\u0301t", "ét", "glyph"),
    ("a\u00adb", "ab", "glyph"),
]


@pytest.mark.parametrize(("a", "b", "kind"), GAPS)
def test_two_gaps_without_words_differ_in(a: str, b: str, kind: str) -> None:
    assert gap_kind(a, b) == gap_kind(b, a) == kind


@pytest.mark.parametrize(("a", "b", "kind"), PRINTED)
def test_two_printings_of_a_word_differ_in(a: str, b: str, kind: str) -> None:
    assert word_kind(a, b) == word_kind(b, a) == kind


@pytest.mark.parametrize("form", ["...", "…", ". . .", "[...]", "[…]", "(...)", "[ . . . ]", "...."])
def test_every_form_of_an_ellipsis_is_one(form: str) -> None:
    assert ellipses(f"no {form} yes") == 1
    assert ELLIPSIS.search(form)


@pytest.mark.parametrize(
    "text", ["", ".", "..", ". .", "a. b.", "a. b. c. d.", "(b)", "[sic]", "[.]", "(..)"]
)
def test_other_dots_are_none(text: str) -> None:
    assert ellipses(text) == 0


def test_the_full_stops_of_an_abbreviation_fall_away() -> None:
    assert without_full_stops("U.S.") == "US"
    assert without_full_stops("1.5 ... ü.") == "1.5 ... ü"


def test_every_ellipsis_counts() -> None:
    assert ellipses("no … yes ... no [. . .] yes.") == 3
