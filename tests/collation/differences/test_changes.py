"""A change as the rules see it: words in full, what they mark, and names among them."""

import pytest

from quoteverify.collation.differences.changes import Change, ChangedWords, Disclosure, Edit, Gap, Shape, Side
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.numerals import Phrase
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


def test_contractions_are_read_in_full_and_phrases_across_the_edge() -> None:
    change = changed("we don’t sail", 1, 2)
    assert change.words == ("do", "not")
    assert len(change.senses("negators")) == 1
    assert len(changed("I think so", 1, 2).senses("hedges")) == 1


def test_a_month_is_a_month_where_it_has_a_capital() -> None:
    assert changed("it sank in May here", 3, 4).senses("modals") == ()
    assert changed("it may sink here", 1, 2).senses("modals") == ["may"]


@pytest.mark.parametrize(
    ("keywords", "shape"),
    [
        ({}, Shape.SUBSTITUTION),
        ({"disclosure": Disclosure.ELLIPSIS}, Shape.DISCLOSED),
        ({"cut": True}, Shape.AT_END),
        ({"goes_on": True}, Shape.AT_END),
    ],
)
def test_the_shape_of_a_change(keywords: dict[str, object], shape: Shape) -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 1), **keywords)  # type: ignore[arg-type]
    assert change.shape is shape


def test_a_change_of_one_side_is_one_sided() -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 0))
    assert change.shape is Shape.ONE_SIDED
    assert change.tables == {"hedges", "modals", "months"}


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


@pytest.mark.parametrize(
    ("keywords", "marked"),
    [
        ({}, False),
        ({"disclosure": Disclosure.BRACKET}, True),
        ({"cut": True}, False),
        ({"goes_on": True}, False),
        ({"goes_on": True, "over_ellipsis": True}, True),
    ],
)
def test_a_change_is_marked_where_the_print_shows_it(keywords: dict[str, object], marked: bool) -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 0), **keywords)  # type: ignore[arg-type]
    assert change.marked is marked


def test_a_change_seen_from_the_other_side_is_the_same_but_for_its_sides() -> None:
    change = Change(
        ENGLISH, changed("may", 0, 1), changed("will", 0, 1), disclosure=Disclosure.ELLIPSIS, cut=True,
        apart=True, goes_on=True, over_ellipsis=True, near=("may",),
    )  # fmt: skip
    swapped = change.swapped()
    assert (swapped.a, swapped.b) == (change.b, change.a)
    assert {**vars(swapped), "a": 0, "b": 0} == {**vars(change), "a": 0, "b": 0}


# The changed words of each side, and the tables that have one of them.
TABLES = [
    ("may", "will", {"hedges", "modals", "months"}),
    ("boat", "ship", set()),
    ("boat", "5km", {"figures"}),
    ("can't", "boat", {"contractions", "modals", "negators", "hedges", "conditions"}),
    ("dunno", "boat", {"contractions", "negators", "function_words", "hedges", "fillers", "conditions"}),
]


@pytest.mark.parametrize(("a", "b", "tables"), TABLES)
def test_a_change_knows_the_tables_of_its_words(a: str, b: str, tables: set[str]) -> None:
    for one, other in ((a, b), (b, a)):
        assert Change(ENGLISH, changed(one, 0, 1), changed(other, 0, 1)).tables == tables


@pytest.mark.parametrize(
    ("text", "vocabulary", "covered"),
    [
        *(("sort of late", ENGLISH.fillers_apart, False), ("you know um", ENGLISH.fillers_apart, True)),
        ("as many as", ENGLISH.numerals.approximators, True),
        ("as many", ENGLISH.numerals.approximators, False),
    ],
)
def test_words_are_covered_by_words_and_phrases(
    text: str, vocabulary: frozenset[Phrase], covered: bool
) -> None:
    assert changed(text, 0, len(words(text))).covered(vocabulary) is covered


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


def test_an_edit_seen_from_the_other_side() -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 1))
    edit = Edit(0, 1, 2, 4, change).swapped()
    assert edit[:4] == (2, 4, 0, 1)
    assert edit.change
    assert (edit.change.a, edit.change.b) == (change.b, change.a)
    assert Edit(0, 1, 2, 4, is_word=True).swapped() == Edit(2, 4, 0, 1, is_word=True)


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


def test_words_before_and_after_a_change_are_as_many_as_a_phrase_can_have() -> None:
    words_in_full, lo, hi = changed("a b c d e f g h i j k l m", 6, 7).in_full
    assert " ".join(words_in_full) == "b c d e f g h i j k l"
    assert (lo, hi) == (5, 6)
    assert ENGLISH.reach == 5


def test_a_name_is_a_changed_word_with_a_capital() -> None:
    assert changed("we met Ruth there", 2, 3).has_name
    assert changed("we met Ruth there", 1, 4).has_name
    assert not changed("we met Ruth there", 0, 2).has_name


@pytest.mark.parametrize(
    ("text", "lo", "hi", "repeated"),
    [
        # Behind and before, to the very ends of the text and of what is looked at.
        *(("very very late", 0, 1, True), ("it is very very", 2, 3, True), ("we very very late", 1, 2, True)),
        *(("very very late", 1, 2, True), ("it is very very", 3, 4, True), ("we we", 0, 1, True)),
        ("at noon at noon", 0, 2, True),
        ("at noon at noon", 2, 4, True),
        ("at noon at night", 0, 2, False),
        *(("very late very", 0, 1, False), ("late", 0, 1, False)),
        # Over a pause, where no clause of its own ends with the first: not over a stop.
        *(("very, very late", 0, 1, True), ("no way – no way out", 0, 2, True)),
        *(("who can, can pay", 1, 2, False), ("what we, what we want", 0, 2, True)),
        ("they leave. Leave it", 1, 2, False),
    ],
)
def test_words_are_repeated_where_the_same_stand_beside_them(
    text: str, lo: int, hi: int, repeated: bool
) -> None:
    assert ChangedWords(side(text), lo, hi, ENGLISH).is_repeated is repeated
