import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.people.names.genders import ALONE, AMONG_OTHERS, NOBODY, PronounEvidence, genders_of
from quoteverify.reading.people.resolver import Resolver


@pytest.mark.parametrize(
    ("word", "gender"),
    [("mrs", 1), ("mr", -1), ("brother", -1), ("stepmother", 1), ("dr", 0), ("pilot", 0), ("quay", 0)],
)
def test_titles_and_relations_show_a_gender(word, gender):
    assert genders_of(ENGLISH).of(word) == gender


# A text with where Vale and Aas are named; what each of its pronouns says: who, and how surely.
GIVEN = [
    ("Vale came. She sat.", [(0, ALONE)]),
    ("Vale came. He sat. He slept.", [(0, -ALONE), (0, -ALONE)]),
    ("Vale met Aas. She sat.", [(0, AMONG_OTHERS)]),
    ("A boat with Vale and Aas. She sat.", []),
    ("Vale and Aas came. She sat.", []),
    ("Vale came.\n\nShe sat.", []),
    (f"Vale came. {'It rained. ' * 30}She sat.", []),
    ("Vale left when he came and she sat.", []),
    ("Vale left. He came. She sat.", [(0, -ALONE), (0, ALONE)]),
    ("Vale’s mother wept. She sat.", []),
    ("Vale’s mother wept. He sat.", [(0, -ALONE)]),
    ("The mother of Vale wept. She sat.", []),
    ("Vale’s lawyer wept. She sat.", []),
    ("Vale’s lawyer wept. He sat.", []),
    ("Vale’s late mother wept. She sat.", []),
    ("Vale’s boat sank. She sat.", [(0, ALONE)]),
    ("She left. Vale came to her boat.", []),
    ("It rained. She left. Vale came to her boat.", [(0, ALONE)]),
    ("He left. Vale came to her boat.", [(0, ALONE)]),
    ("Vale said “she sat”.", []),
    ("Vale married her. She sat.", []),
    ("Vale married her aide. She sat.", [(0, ALONE), (0, ALONE)]),
    ("Vale told her to sit.", []),
    ("Vale met Aas and sacked him.", [(1, -AMONG_OTHERS)]),
    ("Vale won after he left her.", []),
    ("Vale said she told him.", []),
    ("Vale’s boat sank her.", [(0, ALONE)]),
    ("Vale married her.\n\nShe sat.", []),
    # Whom a pronoun goes on with that stands before the name.
    ("She spoke of Vale, as she does.", []),
    ("She spoke. Vale sat as she does.", [(0, ALONE)]),
    ("He spoke of Vale, as she does.", []),
]


@pytest.mark.parametrize(("text", "given"), GIVEN)
def test_pronouns_tell_of_whoever_is_named_nearby(text, given):
    narration = narration_of(text)
    names = [(text.find(name), i) for i, name in enumerate(("Vale", "Aas")) if name in text]
    subjects = {start for start, _ in names if start == 0}
    evidence = PronounEvidence(narration.text, narration.starts, lambda offset: "“" in text[:offset], ENGLISH)
    assert list(evidence.given(names, subjects, lambda i: True)) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Vale spoke, and Aas wept, and she left.", []),
        ("Vale spoke, and Aas wept. She left.", []),
        ("Vale spoke, and Aas wept in her boat.", [(1, AMONG_OTHERS)]),
        ("Vale spoke. Aas wept, and she left.", [(1, AMONG_OTHERS)]),
        ("Vale’s wife, Aas, wept. She left.", [(1, AMONG_OTHERS)]),
        ("Vale’s boat, Aas, sank. She left.", []),
    ],
)
def test_of_two_subjects_of_a_sentence_a_pronoun_tells_of_its_own_clauses(text, given):
    names = [(text.find(name), i) for i, name in enumerate(("Vale", "Aas"))]
    evidence = PronounEvidence(text, [0], lambda offset: False, ENGLISH)
    assert list(evidence.given(names, {start for start, _ in names}, lambda i: True)) == given


def test_a_name_that_is_nobodys_keeps_the_pronoun_from_others():
    text = "Vale left with Ada. She sat."
    evidence = PronounEvidence(text, [0], lambda offset: False, ENGLISH)
    assert list(evidence.given([(0, 0), (15, NOBODY)], set(), lambda i: True)) == []
    assert list(evidence.given([(15, NOBODY)], set(), lambda i: True)) == []
    assert list(evidence.given([(0, 0)], set(), lambda i: False)) == []


def test_what_a_pronoun_says_counts_for_the_next():
    (vale,) = Resolver(narration_of("Ruth Vale came. She sat. She slept.")).census.all
    assert vale.gender == 2 * ALONE
