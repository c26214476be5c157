"""Differences: each printed shape, at its place, by its name."""

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.differences import naming
from quoteverify.collation.differences.blocks import blocks
from quoteverify.models import Difference, Span
from quoteverify.text.language import language
from quoteverify.text.words import words

differences = functools.partial(naming.differences, language=language("en"))

# a, b, and of each difference: kind, severity, what stands in a, what stands in b.
NAMED = [
    # what cannot be heard
    ("It’s “late”", "It's \"late\"", [
        ("glyph", "cosmetic", "It’s", "It's"),
        ("glyph", "cosmetic", "“", '"'),
        ("glyph", "cosmetic", "”", '"'),
    ]),
    ("We sail at noon", "We Sail At Noon", [("case", "cosmetic", "sail at noon", "Sail At Noon")]),
    ("We sail, now", "We sail now", [("punctuation", "cosmetic", ",", "")]),
    ("We  sail", "We sail", [("spacing", "cosmetic", " ", "")]),
    ("real-time data", "real time data", [("punctuation", "cosmetic", "-", " ")]),
    ("the U.S. army", "the US army", [("spelling", "cosmetic", "U.S.", "US")]),
    ("an oﬃce", "an office", [("glyph", "cosmetic", "oﬃce", "office")]),
    ("an inter\u00adview", "an interview", [("glyph", "cosmetic", "inter\u00adview", "interview")]),
    ("an inter-\nview", "an interview", [("spacing", "cosmetic", "inter-\nview", "interview")]),
    ("an email", "an e-mail", [("spelling", "cosmetic", "email", "e-mail")]),
    # brackets and ellipses
    ("The sea rose", "[T]he sea rose", [("bracket", "cosmetic", "The", "[T]he")]),
    ("They was late", "They was [sic] late", [("bracket", "cosmetic", "", " [sic]")]),
    ("They left, late", "They left [laughs], late", [("bracket", "cosmetic", "", " [laughs]")]),
    ("He left", "[The mayor] left", [("bracket", "cosmetic", "He", "[The mayor]")]),
    ("The deal died", "[The plan] died", [("bracket", "substantive", "The deal", "[The plan]")]),
    ("This place died", "[The plan] died", [("bracket", "minor", "This place", "[The plan]")]),
    ("They want it", "They want[ed] it", [("bracket", "minor", "want", "want[ed]")]),
    ("The (old) quay sank", "The (old) pier sank", [("wording", "substantive", "quay", "pier")]),
    ("We saw few boats", "We saw a few boats", [("number", "substantive", "", " a")]),
    ("It was a little late", "It was little late", [("hedge", "substantive", " a", "")]),
    ("We saw less boats", "We saw fewer boats", [("inflection", "minor", "less", "fewer")]),
    ("We sail, I said, at noon", "We sail ... at noon", [("ellipsis", "minor", ", I said,", " ...")]),
    ("We sail, I said, at noon", "We sail (…) at noon", [("ellipsis", "minor", ", I said,", " (…)")]),
    ("We sail, I said, at noon", "We sail . . . at noon", [("ellipsis", "minor", ", I said,", " . . .")]),
    ("We do not sail at noon", "We … sail at noon", [("ellipsis", "substantive", "do not", "…")]),
    ("We sail … at noon", "We sail ... at noon", [("glyph", "cosmetic", "…", "...")]),
    ("We sail ... at noon", "We sail now at noon", [("ellipsis", "minor", "...", "now")]),
    # one wording in two forms
    ("We saw two million boats", "We saw 2m boats", [("number_format", "cosmetic", "two million", "2m")]),
    ("It cost $5 million here", "It cost five million dollars here", [
        ("number_format", "cosmetic", "$5 million", "five million dollars"),
    ]),
    ("We lost 5% of it", "We lost five per cent of it", [
        ("number_format", "cosmetic", "5%", "five per cent"),
    ]),
    ("on September 11th here", "on Sept. 11 here", [
        ("number_format", "cosmetic", "September 11th", "Sept. 11"),
    ]),
    ("We do not sail", "We don’t sail", [("contraction", "minor", "do not", "don’t")]),
    # what turns the sense
    ("We don’t sail", "We do sail", [("negation", "substantive", "n’t", "")]),
    ("It works", "It no longer works", [("negation", "substantive", "", " no longer")]),
    ("Everybody sailed", "Nobody sailed", [("negation", "substantive", "Everybody", "Nobody")]),
    ("We were able to sail", "We were unable to sail", [("negation", "substantive", "able", "unable")]),
    ("They support us all", "They fail to support us all", [("negation", "substantive", "", " fail to")]),
    ("It was a legal sale", "It was an illegal sale", [
        ("function_word", "minor", "a", "an"),
        ("negation", "substantive", "legal", "illegal"),
    ]),
    ("We sail, if asked, at noon", "We sail at noon", [("condition", "substantive", ", if asked,", "")]),
    ("It sank in March here", "It sank in May here", [("number", "substantive", "March", "May")]),
    ("It took twenty-five days", "It took six days", [("number", "substantive", "twenty-five", "six")]),
    ("We meet on 20 May", "We meet on May 20", [("number_format", "cosmetic", "20 May", "May 20")]),
    ("We saw about 5 boats", "We saw 5 boats", [("hedge", "substantive", " about", "")]),
    ("The second quarter", "The 2nd quarter", [("number_format", "cosmetic", "second", "2nd")]),
    ("It was 5 miles off", "It was 5 kilometers off", [("number", "substantive", "miles", "kilometers")]),
    ("I’ll sail", "We’ll sail", [("person", "substantive", "I", "We")]),
    # ends
    ("We sail at noon, they said.", "We sail at noon.", [("truncation", "minor", ", they said", "")]),
    ("I think we sail", "We sail", [
        ("truncation", "substantive", "I think ", ""),
        ("case", "cosmetic", "we", "We"),
    ]),
    ("We sail", "We sail now", [("wording", "minor", "", " now")]),
    ("We sail", "We sail … we row", [("splice", "minor", "", " … we row")]),
    # where a gap best fits
    ("in May, and in June", "in June", [("truncation", "minor", "in May, and ", "")]),
    ("Yes. We sail. We row.", "Yes. We row.", [("wording", "substantive", ". We sail", "")]),
    # parts in another order
    ("we sail at noon, they stay at home", "they stay at home, we sail at noon", [
        ("reorder", "substantive", "", ", "),
    ]),
    ("we sail at noon, they stay at home", "they stay at home ... we sail at noon", [
        ("reorder", "minor", "", " ... "),
    ]),
    ("the old pier and the new", "the new pier and the old", [
        ("reorder", "substantive", "old", "new"),
        ("reorder", "substantive", "new", "old"),
    ]),
]  # fmt: skip


def shown(found: tuple[Difference, ...]) -> list[tuple[str, str, str, str]]:
    return [(d.kind.value, d.severity.value, d.a_text, d.b_text) for d in found]


@pytest.mark.parametrize(("a", "b", "expected"), NAMED)
def test_two_wordings_differ_in(a: str, b: str, expected: list[tuple[str, str, str, str]]) -> None:
    a_words, b_words = words(a), words(b)
    assert shown(differences(a_words, b_words, blocks(a_words.keys, b_words.keys))[1]) == expected


def test_a_stretch_of_a_source_keeps_the_offsets_of_the_source() -> None:
    source, claim = words("It rained. We may sail at noon, he said."), words("We will sail at noon")
    span = Span(11, 30)
    runs = blocks(source.keys, claim.keys, a_lo=2, a_hi=7)
    (difference,) = differences(source, claim, runs, a_span=span)[1]
    assert (difference.a.of(source.text), difference.a_text) == ("may", "may")


def test_at_the_ends_of_a_claim_words_are_put_in_and_not_cut() -> None:
    source, claim = words("we sail at noon"), words("Today we sail at noon")
    runs = blocks(source.keys, claim.keys)
    (cut,) = differences(source, claim, runs)[1]
    (put_in,) = differences(source, claim, runs, cut_at_ends=False)[1]
    assert (cut.rule, cut.severity) == ("goes_on", "minor")
    assert (put_in.rule, put_in.severity) == ("wording", "substantive")


@given(st.text(st.characters(codec=None), max_size=60))
def test_the_same_words_printed_otherwise_are_cosmetic(text: str) -> None:
    a, b = words(text), words(text.replace(" ", "  ").replace("'", "’"))
    assert {d.severity for d in differences(a, b, blocks(a.keys, b.keys))[1]} <= {"cosmetic"}


# Two wordings; of each difference the operation, the rule, the severity, whether it is marked, both texts.
WHOLE = [
    ("[T]he pier", "The pier", [("substitution", "bracket_of_word", "cosmetic", True, "[T]he", "The")]),
    ("The pier", "[T]he pier", [("substitution", "bracket_of_word", "cosmetic", True, "The", "[T]he")]),
    ("want[s]", "want", [("substitution", "bracket", "minor", True, "want[s]", "want")]),
    (
        "The Old pier",
        "the old pier",
        [("substitution", "case_of_word", "cosmetic", False, "The Old", "the old")],
    ),
    (
        "The  Old pier",
        "the Old pier",
        [
            ("substitution", "case_of_word", "cosmetic", False, "The", "the"),
            ("omission", "spacing", "cosmetic", False, " ", ""),
        ],
    ),
    (
        "The, Old pier",
        "the, old pier",
        [
            ("substitution", "case_of_word", "cosmetic", False, "The", "the"),
            ("substitution", "case_of_word", "cosmetic", False, "Old", "old"),
        ],
    ),
    (
        "the U.S., they",
        "the US, they",
        [("substitution", "spelling_of_word", "cosmetic", False, "U.S.", "US")],
    ),
    (
        "the US, they",
        "the U.S., they",
        [("substitution", "spelling_of_word", "cosmetic", False, "US", "U.S.")],
    ),
    (
        "the US, they",
        "the U.S. they",
        [
            ("substitution", "spelling_of_word", "cosmetic", False, "US", "U.S"),
            ("substitution", "punctuation", "cosmetic", False, ",", "."),
        ],
    ),
    ("...", ".", [("omission", "punctuation", "cosmetic", False, "..", "")]),
    ("we - sail", "we -- sail", [("insertion", "punctuation", "cosmetic", False, "", "-")]),
    ("yes!?", "yes?!", [("substitution", "punctuation", "cosmetic", False, "!?", "?!")]),
    (
        "we sail",
        "we [sail]",
        [
            ("insertion", "bracket", "cosmetic", False, "", "["),
            ("insertion", "bracket", "cosmetic", False, "", "]"),
        ],
    ),
    ("He (the mayor) left", "He left", [("omission", "bracket", "minor", True, " (the mayor)", "")]),
    ("sail ... row", "sail row swim ... row", [("insertion", "ellipsis", "minor", True, "", " row swim")]),
    (
        "old pier and new boat",
        "new pier and old boat",
        [
            ("substitution", "moved_words", "substantive", False, "old", "new"),
            ("substitution", "moved_words", "substantive", False, "new", "old"),
        ],
    ),
    (
        "the pier and a boat",
        "a pier and the boat",
        [
            ("substitution", "function_word", "minor", False, "the", "a"),
            ("substitution", "function_word", "minor", False, "a", "the"),
        ],
    ),
    (
        "They sail at noon. We stay at home.",
        "We stay at home. They sail at noon.",
        [
            ("move", "jumps_back", "substantive", False, "", ". "),
            ("move", "last_mark_stays", "cosmetic", False, ".", "."),
        ],
    ),
    (
        "They sail at noon. We stay at home.",
        "We stay at home ... they sail at noon!",
        [
            ("move", "jumps_back", "minor", True, "", " ... "),
            ("substitution", "case_of_word", "cosmetic", False, "They", "they"),
            ("insertion", "punctuation", "cosmetic", False, "", "!"),
        ],
    ),
    (
        "Today they sail at noon, we stay at home",
        "we stay at home, they sail at noon tomorrow",
        [
            ("move", "jumps_back", "substantive", False, "", ", "),
            ("omission", "wording", "substantive", False, "Today ", ""),
            ("insertion", "wording", "substantive", False, "", " tomorrow"),
        ],
    ),
]


@pytest.mark.parametrize(("a", "b", "expected"), WHOLE)
def test_all_that_is_told_of_a_difference(a: str, b: str, expected: list[tuple[object, ...]]) -> None:
    a_words, b_words = words(a), words(b)
    found = differences(a_words, b_words, blocks(a_words.keys, b_words.keys))[1]
    assert [(d.operation, d.rule, d.severity, d.marked, d.a_text, d.b_text) for d in found] == expected
    assert [(d.a.of(a), d.b.of(b)) for d in found] == [(d.a_text, d.b_text) for d in found]


# Two wordings, and of each segment what it is in both.
SEGMENTS = [
    ("we sail", "they row", [("we sail", "they row")]),
    ("", "we sail", []),
    ("we sail now", "we row now", [("we sail now", "we row now")]),
    ("they sail at noon, we stay at home", "we stay at home, they sail at noon", [
        ("we stay at home", "we stay at home"), ("they sail at noon", "they sail at noon"),
    ]),
    ("Today they sail at noon, we stay at home", "we stay at home, they sail at noon tomorrow", [
        ("we stay at home", "we stay at home"), ("they sail at noon", "they sail at noon"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), SEGMENTS)
def test_the_segments_of_two_wordings(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    a_words, b_words = words(a), words(b)
    segments = differences(a_words, b_words, blocks(a_words.keys, b_words.keys))[0]
    assert [(segment.a.of(a), segment.b.of(b)) for segment in segments] == expected


def test_differences_say_of_which_passage_they_are() -> None:
    a, b = words("we may sail"), words("we will sail")
    for passage in (None, 2):
        (found,) = differences(a, b, blocks(a.keys, b.keys), passage=passage)[1]
        assert found.passage == passage
