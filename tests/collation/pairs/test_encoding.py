from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.pairs import encoding
from quoteverify.collation.pairs.encoding import encode
from quoteverify.text.words import words


@given(
    st.lists(
        st.text(alphabet=st.sampled_from("aAb’'.,-‐ \n\r\t\0[]5%é\u0301\u00ad\u2028\ud800ﬁ"), max_size=30)
    )
)
def test_quotes_are_divided_into_the_words_that_any_text_is(quotes: list[str]) -> None:
    found = encode(quotes)
    keys = [found.vocabulary[n] for n in found.numbers.tolist()]
    starts = found.starts.tolist()
    assert [keys[s:e] for s, e in pairwise(starts)] == [words(q).keys for q in quotes]


def test_the_signature_of_a_text_does_not_depend_on_what_else_there_is() -> None:
    alone = encode(["The yard is not for sale."])
    among = encode(["Nobody asked the ferrymen.", "Is the sale on?", "The yard is not for sale."])
    assert alone.signatures[0].tolist() == among.signatures[2].tolist()
    assert alone.signatures[0].tolist() != among.signatures[1].tolist()


def test_pieces_that_differ_in_one_letter_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "_REMEMBERED_BITS", 4)
    monkeypatch.setattr(encoding, "_CHARACTERS_AT_ONCE", 100)
    quotes = [" ".join(map("".join, product("abcé", repeat=n))) for n in (1, 2, 3, 4, 2, 1)]
    found = encode(quotes)
    keys = [found.vocabulary[n] for n in found.numbers.tolist()]
    assert keys == [key for quote in quotes for key in words(quote).keys]
