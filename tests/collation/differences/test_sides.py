"""One of two wordings, and gaps between them."""

import pytest

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.sides import Gap, Side
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.models import Span
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))


def side(text: str) -> Side:
    return Side.of(words(text), None)


def changed(text: str, lo: int, hi: int) -> ChangedWords:
    return ChangedWords(side(text), lo, hi, ENGLISH)


def test_a_stretch_holds_the_words_that_lie_in_it() -> None:
    stretch = Side.of(words("We sail at noon."), Span(3, 10))
    assert (stretch.lo, stretch.hi) == (1, 3)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We saw Mara Lind.", ["Mara", "Lind"]),
        ("It rained. Mara left.", []),
        ("We sail, I think.", []),
        ("The Old Pier Is Now Gone", []),
        ("we met the PM there", ["PM"]),
    ],
)
def test_capitals_that_no_sentence_starts_are_names(text: str, names: list[str]) -> None:
    there = side(text)
    assert [text[there.starts[n] : there.ends[n]] for n in range(there.hi) if there.names(n)] == names


@pytest.mark.parametrize(
    ("text", "n", "is_name"),
    [
        ("We saw Mr. Hale there.", 3, True),
        ("We saw the doctor. Hale fell.", 4, False),
        ("MR. HALE WAS SEEN ON A SHIP", 1, False),
        ("Hale fell there.", 0, False),
    ],
)
def test_a_title_with_a_stop_ends_no_sentence(text: str, n: int, is_name: bool) -> None:
    assert changed(text, n, n + 1).has_name == is_name


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("We lost 3/4 of it", ["we", "lost", "3\N{FRACTION SLASH}4", "of", "it"]),
        ("It takes 2 1/2 cups", ["it", "takes", "21\N{FRACTION SLASH}2", "cups"]),
        ("It was 9/11 then", ["it", "was", "9", "11", "then"]),
        ("It was 5/3 then", ["it", "was", "5", "3", "then"]),
        ("It was 24/7 then", ["it", "was", "24", "7", "then"]),
        ("It was 1 /2 then", ["it", "was", "1", "2", "then"]),
        ("It is and/or 1", ["it", "is", "and", "or", "1"]),
    ],
)
def test_a_fraction_in_figures_is_one_key(text: str, keys: list[str]) -> None:
    there = side(text)
    assert there.dated(0, there.hi, ENGLISH) == keys


def test_brackets_lie_over_the_words_in_them_and_not_over_changed_letters() -> None:
    there = side("[T]he [old] man (…)")
    assert there.brackets == [(6, 11)]
    assert there.bracket_over(8) == (6, 11)
    assert there.bracket_over(13) is None


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        ("[He] love[s] [his] country", [(0, 4), (13, 18)]),
        ("He was [Tom] [un]happy", [(7, 12)]),
        ("It was[sic] late", [(6, 11)]),
        ("the port[the old one] closed", [(8, 21)]),
    ],
)
def test_letters_changed_in_a_word_part_brackets_in_a_row(text: str, brackets: list[tuple[int, int]]) -> None:
    assert side(text).brackets == brackets


# Where a gap of "we sail at noon" and "we row at noon" begins and ends, in words; whether it is at an end.
GAPS = [((0, 1), (0, 2), True, False), ((1, 2), (1, 2), False, False), ((1, 4), (1, 4), False, True)]


GAPS += [((0, 4), (0, 4), True, True), ((0, 1), (1, 2), False, False), ((3, 4), (2, 3), False, False)]


@pytest.mark.parametrize(("a_words", "b_words", "at_start", "at_end"), GAPS)
@pytest.mark.parametrize("is_whole", [True, False])
def test_a_gap_is_at_an_end_where_both_texts_are(
    a_words: tuple[int, int], b_words: tuple[int, int], at_start: bool, at_end: bool, is_whole: bool
) -> None:
    a, b = side("we sail at noon"), side("we row at noon")
    a.is_whole = is_whole
    (a_lo, a_hi), (b_lo, b_hi) = a_words, b_words
    spans = a.starts[a_lo], a.ends[a_hi - 1], b.starts[b_lo], b.ends[b_hi - 1]
    gap = Gap(a, b, a_lo, a_hi, b_lo, b_hi, *spans)
    for each in (gap, gap.swapped()):
        assert (each.at_start, each.at_end) == (at_start, at_end)
        assert each.at_cut is ((at_start or at_end) and is_whole)
    assert (gap.swapped().a_text, gap.swapped().b_text) == (gap.b_text, gap.a_text)
    assert gap.swapped().swapped() == gap


@pytest.mark.parametrize(
    ("a_words", "b_words", "none"), [((0, 0), (0, 0), True), ((0, 1), (0, 0), False), ((1, 1), (0, 2), False)]
)
def test_a_gap_has_no_words_where_neither_side_has(
    a_words: tuple[int, int], b_words: tuple[int, int], none: bool
) -> None:
    assert Gap(side("we sail"), side("we row"), *a_words, *b_words, 0, 0, 0, 0).has_no_words is none


# Texts in which a word has a capital, and whether they shout, so that it names nobody.
SHOUTING = [
    ("The Old Pier Is Now Gone", True),
    ("Old Pier Gone, Says Vale", False),  # too few words to tell
    ("The Old Pier Is Now gone", True),
    ("The Old Pier Is now gone", True),
    ("The Old Pier is now gone", False),
    ("They met Ruth Vale and then Ada there", False),
]


@pytest.mark.parametrize(("text", "shouts"), SHOUTING)
def test_a_headline_shouts(text: str, shouts: bool) -> None:
    assert side(text).shouts is shouts


def test_a_headline_is_told_by_its_first_words() -> None:
    assert side("Old Pier " * 100 + "is now gone " * 100).shouts
    assert not side("Old Pier is gone " * 50 + "Old Pier " * 200).shouts


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        *(("[T]he pier", []), ("[the]y", []), ("[abcd]e", [(0, 6)]), ("[old] pier", [(0, 5)])),
        *(("pier [sic]", [(5, 10)]), ("pier [...]", []), ("pier (b)", [(5, 8)]), ("(b)c", [])),
        *(("[a\nb]", []), ("[" + "x" * 201 + "]", []), ("[" + "x" * 200 + "]", [(0, 202)])),
    ],
)
def test_brackets_with_words_in_them(text: str, brackets: list[tuple[int, int]]) -> None:
    assert side(text).brackets == brackets
