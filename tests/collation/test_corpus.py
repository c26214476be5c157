from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.corpus import read
from quoteverify.text.words import words


@given(
    st.lists(
        st.text(alphabet=st.sampled_from("aAb’'.,-‐ \n\r\t\0[]5%é\u0301\u00ad\u2028\ud800ﬁ"), max_size=30)
    )
)
def test_quotes_are_divided_into_the_words_that_any_text_is(quotes: list[str]) -> None:
    found = read(quotes)
    keys = [found.vocabulary[n] for n in found.numbers.tolist()]
    starts = found.starts.tolist()
    assert [keys[s:e] for s, e in pairwise(starts)] == [words(q).keys for q in quotes]


def test_the_signature_of_a_text_does_not_depend_on_what_else_there_is():
    alone = read(["The yard is not for sale."])
    among = read(["Nobody asked the ferrymen.", "Is the sale on?", "The yard is not for sale."])
    assert alone.signatures[0] == among.signatures[2]
    assert alone.signatures[0] != among.signatures[1]
