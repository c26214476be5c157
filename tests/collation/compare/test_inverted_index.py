from collections import Counter, defaultdict
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.compare import inverted_index as module
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
        (n, slow[ngram]) for n, ngram in enumerate(asked) if 1 <= len(slow[ngram]) <= most
    ]


@given(st.lists(NGRAMS, max_size=8), st.integers(1, 3), st.integers(1, 4))
def test_pairs_are_those_that_share_ngrams_which_few_have(
    ngrams: list[set[str]], fewest: int, most: int
) -> None:
    counts = Counter(chain.from_iterable(ngrams))
    few = [{ngram for ngram in those if counts[ngram] <= most} for those in ngrams]
    pairs = combinations(range(len(ngrams)), 2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "AT_ONCE", 2)
        found = list(InvertedIndex(ngrams).pairs(fewest, most=most))
    assert found == [(i, j) for i, j in pairs if len(few[i] & few[j]) >= fewest]
