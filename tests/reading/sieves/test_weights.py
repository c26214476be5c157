import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH

from quoteverify.reading.sieves.weights import FeatureWeights, weights


def test_what_has_no_weight_counts_for_nothing():
    assert FeatureWeights(a=0.5, b=-0.25).sum(["a", "b", "c", "c"]) == 0.25
    assert FeatureWeights().sum(["a"]) == 0.0


@given(st.permutations([0.1, 0.2, 0.3, 1e16, -1e16, -0.6]))
def test_in_whatever_order_they_come_the_sum_is_the_same(values):
    made = FeatureWeights((str(value), value) for value in values)
    assert made.sum(made) == math.fsum(values) == made.sum(reversed(list(made)))


@pytest.mark.parametrize("table", ["ranking", "term_weights"])
def test_the_weights_of_a_language_are_those_of_its_rows(table):
    found = weights(ENGLISH, table)
    assert found == {word: row.values["weight"] for row in ENGLISH.rows(table) for word in row.words}
    assert all(math.isfinite(weight) and weight for weight in found.values())
    assert weights(ENGLISH, table) is found
