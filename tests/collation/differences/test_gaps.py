"""Gaps between shared runs: how they are cut into changes."""

from itertools import pairwise

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.differences.changes import Edit
from quoteverify.collation.differences.gaps import cut
from quoteverify.collation.differences.sides import Gap, Side
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))

# The whole of two texts as one gap, and its edits that are changes: what stands in each, and what shows it.
CUT = [
    ("two boats", "three ships", [("two", "three", ""), ("boats", "ships", "")]),
    ("may not", "will", [("may", "will", ""), (" not", "", "")]),
    ("sailed home", "sails", [("sailed", "sails", ""), (" home", "", "")]),
    ("don't", "did not", [("don't", "did not", "")]),
    ("it's", "it was", [("'s", " was", "")]),
    ("red [old] boat", "blue ship", [("red", "blue", ""), ("[old]", "", "bracket"), ("boat", "ship", "")]),
    ("He", "[The mayor]", [("He", "[The mayor]", "bracket")]),
    (
        "red old wet boat",
        "blue ... ship",
        [("red", "blue", ""), ("old wet", "...", "ellipsis"), ("boat", "ship", "")],
    ),
    ("- ", "...", []),
]


def whole(a: str, b: str) -> Gap:
    one, other = Side.of(words(a), None), Side.of(words(b), None)
    return Gap(one, other, 0, one.hi, 0, other.hi, 0, len(a), 0, len(b))


def edits(a: str, b: str) -> list[Edit]:
    return list(cut(whole(a, b), ENGLISH))


@pytest.mark.parametrize(("a", "b", "expected"), CUT)
def test_a_gap_is_cut_into_changes(a: str, b: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (a[p.a_start : p.a_end], b[p.b_start : p.b_end], p.change.disclosure) for p in edits(a, b) if p.change
    ]
    assert found == expected


@pytest.mark.parametrize(("a", "b", "expected"), CUT)
def test_the_edits_are_in_order_and_apart(a: str, b: str, expected: object) -> None:
    found = edits(a, b)
    for one, other in pairwise(found):
        assert one.a_end <= other.a_start
        assert one.b_end <= other.b_start


def test_words_at_an_end_are_cut_from_the_longer_and_added_by_the_other() -> None:
    (cut_off,) = edits("home", "")
    (added,) = edits("", "home")
    assert cut_off.change
    assert added.change
    assert (cut_off.change.cut, cut_off.change.goes_on) == (True, False)
    assert (added.change.cut, added.change.goes_on) == (False, True)


# Two wordings, and the rule, the severity and both texts of each difference: whichever is the first.
CHANGED = [
    ("We pay if asked.", "We pay", [("truncation_drops_qualifier", "substantive", " if asked.", "")]),
    ("We pay. If asked, we sail.", "We pay.", [("truncation", "minor", ". If asked, we sail", "")]),
    (
        "We pay; if asked, we sail.",
        "We pay",
        [("truncation_drops_qualifier", "substantive", "; if asked, we sail.", "")],
    ),
    (
        "We pay; if asked; we sail",
        "We pay",
        [("truncation_drops_qualifier", "substantive", "; if asked; we sail", "")],
    ),
    (
        "We pay - if asked, we sail",
        "We pay",
        [("truncation_drops_qualifier", "substantive", " - if asked, we sail", "")],
    ),
    (
        "We pay – if asked – and sail",
        "We pay",
        [("truncation_drops_qualifier", "substantive", " – if asked – and sail", "")],
    ),
    ("If asked, we pay.", "we pay.", [("truncation_drops_qualifier", "substantive", "If asked, ", "")]),
    (
        "They sail. If asked, we pay.",
        "we pay.",
        [("truncation_drops_qualifier", "substantive", "They sail. If asked, ", "")],
    ),
    ("If asked, they sail. We pay.", "We pay.", [("truncation", "minor", "If asked, they sail. ", "")]),
    (
        "They sail! If asked, we pay.",
        "we pay.",
        [("truncation_drops_qualifier", "substantive", "They sail! If asked, ", "")],
    ),
    (
        "We pay all of 1.5 if asked",
        "We pay",
        [("truncation_drops_qualifier", "substantive", " all of 1.5 if asked", "")],
    ),
    (
        "We pay the whole sum if asked in May",
        "We pay ... in May",
        [("ellipsis_hides_qualifier", "substantive", "the whole sum if asked", "...")],
    ),
    (
        "We pay. If asked, we sail. We row in May",
        "We pay ... in May",
        [("ellipsis", "minor", ". If asked, we sail. We row", " ...")],
    ),
    (
        "We pay. If asked, we sail. We row in May",
        "We pay. ... We row in May",
        [("ellipsis", "minor", ". If asked, we sail.", ". ...")],
    ),
    (
        "We pay it. They sail if asked. We row",
        "We pay it ... We row",
        [("ellipsis", "minor", ". They sail if asked.", " ...")],
    ),
    ("We sail, they said, at noon", "We sail at noon", [("wording", "substantive", ", they said,", "")]),
    ("We sail - they said - at noon", "We sail at noon", [("wording", "substantive", " - they said -", "")]),
    ("We sail (they said) at noon", "We sail at noon", [("bracket", "minor", " (they said)", "")]),
    ("We sail at noon, they said.", "We sail at noon.", [("truncation", "minor", ", they said", "")]),
    (
        "We sail. They row.",
        "We sail, they row.",
        [("punctuation", "cosmetic", ".", ","), ("case_of_word", "cosmetic", "They", "they")],
    ),
    ("We sail, you know, at noon", "We sail at noon", [("filler", "cosmetic", ", you know,", "")]),
    ("We sail you know at noon", "We sail at noon", [("function_word", "minor", " you know", "")]),
    (
        "You know, we sail",
        "We sail",
        [("filler", "cosmetic", "You know, ", ""), ("case_of_word", "cosmetic", "we", "We")],
    ),
    ("We sail like that", "We sail that", [("function_word", "minor", " like", "")]),
    ("We sail, like, that", "We sail that", [("filler", "cosmetic", ", like,", "")]),
    ("“We sail,” they said", "“We sail”", [("truncation", "minor", ",” they said", "”")]),
    ("We sail", "We sail!", [("punctuation", "cosmetic", "", "!")]),
    ("We sail, they said", "We sail;", [("truncation", "minor", ", they said", ";")]),
    (
        "we, they said - sail",
        "we; sail",
        [("wording", "substantive", ", they said", ""), ("punctuation", "cosmetic", " -", ";")],
    ),
    ("we, they said - sail", "we - sail", [("wording", "substantive", ", they said", "")]),
    ("we, they said - sail", "we, sail", [("wording", "substantive", " they said -", "")]),
    (
        "we, they said, sail",
        "we; sail",
        [("wording", "substantive", ", they said", ""), ("punctuation", "cosmetic", ",", ";")],
    ),
    ("we sail now , today", "we sail , today", [("function_word", "minor", " now", "")]),
    ("old pier ... gone", "old pier was gone", [("ellipsis", "minor", "...", "was")]),
    (
        "red old wet boat gone",
        "blue ... ship gone",
        [("wording", "substantive", "red old wet boat", "blue ... ship")],
    ),
    (
        "a red old wet boat",
        "a blue ... ship",
        [("wording", "substantive", "red old wet boat", "blue ... ship")],
    ),
    (
        "the red old wet boat",
        "blue ... ship",
        [
            ("wording", "substantive", "the", "blue"),
            ("ellipsis", "minor", "red old wet", "..."),
            ("wording", "substantive", "boat", "ship"),
        ],
    ),
    ("see (the old) pier", "see pier", [("bracket", "minor", " (the old)", "")]),
    (
        "see [the old] pier",
        "see the new pier",
        [("bracket_puts_another_word", "substantive", "[the old]", "the new")],
    ),
    (
        "see red [old] boat now",
        "see blue ship now",
        [
            ("wording", "substantive", "red", "blue"),
            ("bracket", "minor", "[old]", ""),
            ("spacing", "cosmetic", " ", ""),
            ("wording", "substantive", "boat", "ship"),
        ],
    ),
    ("He [Vale] left", "He left", [("bracket", "minor", " [Vale]", "")]),
    ("He left [sic]", "He left", [("bracket_remarks", "cosmetic", " [sic]", "")]),
    ("see [old] pier", "see [new] pier", [("wording", "substantive", "old", "new")]),
    ("We pay it all. If asked we sail", "We pay it", [("truncation", "minor", " all. If asked we sail", "")]),
    (
        "We pay all - if asked - at noon",
        "We pay",
        [("truncation_drops_qualifier", "substantive", " all - if asked - at noon", "")],
    ),
    (
        "We pay all of it; if asked, we sail",
        "We pay",
        [("truncation", "minor", " all of it; if asked, we sail", "")],
    ),
    (
        "We pay all of it — if asked, we sail",
        "We pay all",
        [("truncation", "minor", " of it — if asked, we sail", "")],
    ),
    (
        "We pay all of it - if asked, we sail - or row",
        "We pay all",
        [("truncation_drops_qualifier", "substantive", " of it - if asked, we sail - or row", "")],
    ),
    (
        "We pay. They row. If asked, we sail. We row at noon",
        "We ... We row at noon",
        [("ellipsis", "minor", "pay. They row. If asked, we sail.", "...")],
    ),
    (
        "In May, we sail. If asked, we row.",
        "If asked, we row.",
        [("truncation", "minor", "In May, we sail. ", "")],
    ),
    (
        "If it rains, they row; we sail at noon",
        "we sail at noon",
        [("truncation_drops_qualifier", "substantive", "If it rains, they row; ", "")],
    ),
    (
        "If it rains; they row; we sail at noon",
        "we sail at noon",
        [("truncation", "minor", "If it rains; they row; ", "")],
    ),
]


@pytest.mark.parametrize(("a", "b", "expected"), CHANGED)
def test_marks_and_brackets_go_with_the_words_that_are_changed(
    a: str, b: str, expected: list[tuple[str, str, str, str]]
) -> None:
    forth, back = align(a, b).differences, align(b, a).differences
    assert [(d.rule, d.severity, d.a_text, d.b_text) for d in forth] == expected
    assert [(d.severity, d.b_text, d.a_text) for d in back] == [each[1:] for each in expected]
