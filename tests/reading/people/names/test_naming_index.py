import pytest
from hypothesis import given
from hypothesis import strategies as st
from named import TEXTS, people_of
from shown import ENGLISH, narration_of

from quoteverify.reading.people.resolver import Resolver


def test_who_stands_in_a_quotation_is_no_subject_of_the_narration():
    text = "“Ruth Vale said no,” said Tom Aas. Tom Aas left."
    people = {person.name: person for person in people_of(text).all}
    assert people["Ruth Vale"].subjects == []
    assert people["Tom Aas"].subjects == [text.rindex("Tom")]


@pytest.mark.parametrize(
    ("verb", "is_subject"), [("declâred", True), ("declâredly", False), ("Declâred", False)]
)
def test_a_verb_behind_a_name_is_all_of_a_word_with_whatever_letters(verb, is_subject):
    profile = ENGLISH.with_rows("cues", [{"words": ["declâre", "declâred"], "kind": "say"}])
    people = Resolver(narration_of(f"At noon Ruth Vale {verb} it.", profile)).census
    assert bool(people.all[0].subjects) == is_subject


@given(TEXTS, st.integers(0, 300), st.integers(0, 8))
def test_the_names_before_a_place_are_those_that_a_slow_search_finds(text, offset, most):
    people = people_of(text)
    slow = [naming for naming in people.index.namings if naming.start < offset]
    assert list(people.index.before(offset, most)) == slow[::-1][:most]


@given(TEXTS)
def test_what_is_quoted_is_known_as_a_slow_search_knows_it(text):
    narration = narration_of(text)
    people = Resolver(narration).census
    outer = [m.outer for m in narration.marked]
    for offset in range(len(text)):
        assert people.index.in_quote(offset) == any(o.start <= offset < o.end for o in outer)
