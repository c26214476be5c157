import pytest
from shown import narration_of

from quoteverify.models import Speaker
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.attribution.sorts import Sort, sort_of
from quoteverify.reading.people.resolver import Resolver

SORTS = [
    ("Ruth Vale said “no.”", Sort.NAME),
    ("Ruth Vale came. Vale said “no.”", Sort.NAME),
    ("The Port Ministry said “no.”", Sort.NAME),
    ("Vale said “no.”", Sort.LONE_NAME),
    ("She said “no.”", Sort.PRONOUN),
    ("They said “no.”", Sort.OTHER_PRONOUN),
    ("It said “no.”", Sort.OTHER_PRONOUN),
    ("The pilot said “no.”", Sort.ROLE),
    ("The ministry said “no.”", Sort.ROLE),
    ("The ramblers said “no.”", Sort.ROLE),
    ("The letter said “no.”", Sort.THING),
]


def sort_in(text, known=()):
    narration = narration_of(text)
    people = Resolver(narration, known)
    answer = attribute(narration)[0]
    return sort_of(answer.mention, people.person(answer.mention), people.census)


@pytest.mark.parametrize(("text", "sort"), SORTS, ids=[text for text, _ in SORTS])
def test_mentions_are_told_apart_by_their_form_and_what_they_are_of(text, sort):
    assert sort_in(text) == sort


def test_whom_the_caller_knows_has_a_name_though_the_text_has_one_word_of_it():
    assert sort_in("Vale said “no.”", [Speaker("Ruth Vale")]) == Sort.NAME


def test_every_sort_has_a_case():
    assert {sort for _, sort in SORTS} == set(Sort)
