"""What one side has where words were changed."""

import pytest

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.sides import Side
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.numerals import Phrase
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))


def side(text: str) -> Side:
    return Side.of(words(text), None)


def changed(text: str, lo: int, hi: int) -> ChangedWords:
    return ChangedWords(side(text), lo, hi, ENGLISH)


def test_contractions_are_read_in_full_and_phrases_across_the_edge() -> None:
    change = changed("we don’t sail", 1, 2)
    assert change.words == ("do", "not")
    assert len(change.senses("negators")) == 1
    assert len(changed("I think so", 1, 2).senses("hedges")) == 1


def test_a_month_is_a_month_where_it_has_a_capital() -> None:
    assert changed("it sank in May here", 3, 4).senses("modals") == ()
    assert changed("it may sink here", 1, 2).senses("modals") == ["may"]


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
