"""Which letters look alike in print, and which words are misread for which."""

import pytest

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.misreadings import LONGEST_MISREAD, misread, once_misread
from quoteverify.text.language import LanguageProfile, language

ENGLISH = lexicon(language("en"))
WORDLESS = lexicon(LanguageProfile("xx", {}))


@pytest.mark.parametrize(
    ("slip", "word", "count"),
    [
        *(
            ("beheve", "believe", 1),
            ("rnorning", "morning", 1),
            ("tbe", "the", 1),
            ("bufinefs", "business", 2),
        ),
        *(("ship", "fhip", 0), ("tbo", "the", 0), ("boat", "coat", 0), ("the", "the", 0), ("", "the", 0)),
        *(("a", "", 0), ("hou5e", "house", 1), ("wornan", "woman", 1), ("sum", "surn", 1)),
    ],
)
def test_so_many_letters_are_misread(slip: str, word: str, count: int) -> None:
    assert misread(slip, word, ENGLISH) == count


def test_words_that_differ_for_long_are_not_read_letter_by_letter() -> None:
    assert misread("b" * LONGEST_MISREAD, "h" * LONGEST_MISREAD, ENGLISH) == 0
    assert misread("x" + "b" * 99, "y" + "h" * 99, ENGLISH) == 0


def test_a_language_that_lists_none_has_none() -> None:
    assert misread("tbe", "the", WORDLESS) == 0
    assert list(once_misread("tbe", WORDLESS)) == []


def test_each_letter_may_be_the_one_that_is_misread() -> None:
    assert {"bb", "hh"} & set(once_misread("hb", ENGLISH)) == {"bb", "hh"}
