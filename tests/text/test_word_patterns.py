"""Any of some words is found as a whole word, and none within another."""

import re

import pytest

from quoteverify.text.word_patterns import any_of, any_word

FOUND = [
    (["he", "hers"], {}, "He sees there hers. The shed? he", ["He", "hers", "he"]),
    (["May", "Ma"], {"ignoring_case": False}, "May, march, Maying: Maybe may.", ["May"]),
    (["hafen"], {"compounded": True}, "Der Seehafen, das Hafenamt, ein Hafen.", ["hafen", "Hafen"]),
    (["hafen"], {}, "Der Seehafen, ein Hafen.", ["Hafen"]),
    (["élan", "été"], {}, "Élan, l’été, Lété", ["Élan", "été"]),
    (["vice president", "vice"], {}, "The vice president has a vice.", ["vice president", "vice"]),
    (["a.b", "c-d"], {}, "a.b, axb, c-d", ["a.b", "c-d"]),
    ([], {}, "Nothing.", []),
]


@pytest.mark.parametrize(("words", "options", "text", "expected"), FOUND)
def test_each_word_is_found_where_it_stands_whole(words, options, text, expected):
    assert re.findall(any_word(words, **options), text) == expected


def test_any_of_some_words_is_the_longest_that_fits():
    assert re.match(any_of(["known", "known as"]), "known as")[0] == "known as"
    assert not re.match(any_of([]), "known")
