"""Words: what is one word, what its key is, and that its place is where it stands."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoteverify.text.words import _divided, fold_word, word_keys, words

ANY_TEXT = st.text(st.characters(codec=None), max_size=120)
TANGLED = st.text(st.sampled_from("aB1é’'.,-‐[]()\n \u00ad\u200b\u0301%$_ﬁ…\ud800\0"), max_size=120)

DIVIDED = [
    ("", []),
    ("...", []),
    ("It’s late.", ["it's", "late"]),
    ("'80s ‘quotes’ boys'", ["80s", "quotes", "boys"]),
    ("real-time", ["real", "time"]),
    ("inter-\nview", ["interview"]),
    ("inter-\r\n  view", ["interview"]),
    ("Anglo-\nSaxon", ["anglo", "saxon"]),
    ("3,000.5 at 10:30", ["3,000.5", "at", "10:30"]),
    ("5% of $1.5m", ["5", "%", "of", "$", "1.5m"]),
    ("end.Start", ["end", "start"]),
    ("the U.S. Army", ["the", "us", "army"]),
    ("J.F.K., a.m.", ["jfk", "am"]),
    ("AT&T", ["at", "and", "t"]),
    ("[T]he man want[s] it", ["the", "man", "wants", "it"]),
    ("She w[oul]d see the Gov[ernmen]t", ["she", "would", "see", "the", "government"]),
    ("the [old] man", ["the", "old", "man"]),
    ("§ 12, and §13", ["§", "12", "and", "§", "13"]),
    ("teh[sic] man", ["teh", "sic", "man"]),
    ("ﬁne cafe\u0301 soft\u00adly", ["fine", "cafe", "softly"]),
    ("£1·2m, 3· or ·4", ["£", "1.2m", "3", "or", "4"]),
    ("₹50 or ₦50", ["₹", "50", "or", "₦", "50"]),
    ("don?t, we\ufffdre", ["don't", "we're"]),
    ("Who? t is; don?test Don ?t", ["who", "t", "is", "don", "test", "don", "t"]),
    ("_so_ snake_case", ["so", "snake", "case"]),
    ("lone \ud800 and \0 here", ["lone", "and", "here"]),
]


@pytest.mark.parametrize(("text", "keys"), DIVIDED)
def test_a_text_divides_into_these_words(text: str, keys: list[str]) -> None:
    assert words(text).keys == keys


@given(ANY_TEXT | TANGLED)
def test_every_word_stands_at_its_place(text: str) -> None:
    found = words(text)
    assert len(found.keys) == len(found.starts) == len(found.ends) == len(found)
    last = 0
    for key, start, end in zip(found.keys, found.starts, found.ends, strict=True):
        assert last <= start < end <= len(text)
        assert fold_word(text[start:end]) == key
        last = end


@given(ANY_TEXT | TANGLED)
@example("“Yes,” he said -- (and left...)")
@example("it's 'so' re-read U.S. [t]he `x`")
def test_keys_alone_are_those_of_the_words(text: str) -> None:
    assert word_keys(text) == words(text).keys


@given(ANY_TEXT | TANGLED)
def test_no_letter_or_digit_is_left_between_words(text: str) -> None:
    found = words(text)
    gaps = [text[e:s] for e, s in zip([0, *found.ends], [*found.starts, len(text)], strict=True)]
    assert not re.search(r"[^\W_]", "".join(gaps))


@given(st.lists(st.sampled_from(["we", "sail", "at", "noon", "it's", "5"]), max_size=8))
def test_words_apart_by_spaces_are_those_words(given_words: list[str]) -> None:
    assert words(" ".join(given_words)).keys == given_words


@pytest.mark.parametrize("piece", ["a.", "a-\n", "a\u0301", "[a]", "1,", "'", "a\u00ad", "[", "a-  "])
def test_a_megabyte_of_one_piece_is_divided(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    found = words(text)
    assert not found.ends or found.ends[-1] <= len(text)


@pytest.mark.parametrize("filler", "\u115f\u1160\u3164\uffa0", ids=ascii)
def test_a_letter_that_is_not_seen_is_no_word(filler):
    assert words(f"we {filler} will{filler} cl{filler}ose").keys == ["we", "will", "close"]


@pytest.mark.parametrize(
    "text", ["the U.S. firm’s $1.5m", "inter-\nview", "[T]he 5% cafe\u0301", "&", "’90s"]
)
@pytest.mark.parametrize("hidden", "\u00ad\u200b\u202e\u2066\u3164\ufe0f\U000e0041", ids=ascii)
def test_what_is_not_seen_divides_no_word_and_joins_none(text, hidden):
    plain = words(text)
    for place in range(len(text) + 1):
        strange = words(text[:place] + hidden + text[place:])
        assert strange.keys == plain.keys
        assert strange.starts == [start + (start >= place) for start in plain.starts]
        assert strange.ends == [end + (end > place) for end in plain.ends]


@given(ANY_TEXT | TANGLED)
def test_dividing_at_spaces_first_makes_no_other_words(text: str) -> None:
    found = words(text)
    assert (found.keys, found.starts, found.ends) == _divided(text)


@pytest.mark.parametrize(
    "text", ["inter-\n view", "inter- \nview", "inter-\u200b \r\n\t view", "a" * 100 + " b"]
)
def test_a_word_goes_on_over_a_line_s_end_and_its_spaces(text: str) -> None:
    assert words(text).keys == _divided(text)[0]
