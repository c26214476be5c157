from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.compare.inverted_index import InvertedIndex

NGRAMS = st.sets(st.text(alphabet="abc", max_size=2))


@given(st.lists(NGRAMS), NGRAMS, st.integers(1, 4))
def test_what_has_an_ngram_is_what_a_dictionary_says(
    ngrams: list[set[str]], asked: set[str], most: int
) -> None:
    slow = defaultdict(list)
    for n, those in enumerate(ngrams):
        for ngram in those:
            slow[ngram].append(n)
    assert list(InvertedIndex(ngrams).postings(list(asked), most=most)) == [
        slow[ngram] if len(slow[ngram]) <= most else [] for ngram in asked
    ]
