from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.compare.inverted_index import Holders

SIGNS = st.sets(st.text(alphabet="abc", max_size=2))


@given(st.lists(SIGNS), SIGNS, st.integers(1, 4))
def test_what_holds_a_sign_is_what_a_dictionary_says(
    signs: list[set[str]], asked: set[str], most: int
) -> None:
    slow = defaultdict(list)
    for n, those in enumerate(signs):
        for sign in those:
            slow[sign].append(n)
    assert list(Holders(signs).of(list(asked), most=most)) == [slow[sign][:most] for sign in asked]
