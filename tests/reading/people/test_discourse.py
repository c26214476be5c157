import pytest
from shown import narration_of

from quoteverify.reading.people.discourse import ReferenceForm, Standing
from quoteverify.reading.people.resolver import Resolver

# A sentence, and of whom it speaks: the name, what it is in the sentence, how it is called.
SPOKEN_OF = {
    "a subject": ("Ruth Vale came.", [("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL)]),
    "of a verb that no table has": (
        "Ruth Vale almost flung it.",
        [("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL)],
    ),
    "a surname alone before it": ("Vale almost flung it.", [("Vale", Standing.OTHER, ReferenceForm.SHORT)]),
    "a heading's name": ("Ruth Vale: a life.", [("Ruth Vale", Standing.OTHER, ReferenceForm.FULL)]),
    "an owner": ("Vale's boat sank.", [("Vale", Standing.OWNER, ReferenceForm.SHORT)]),
    "after a preposition": ("We left with Vale.", [("Vale", Standing.OBLIQUE, ReferenceForm.SHORT)]),
    "whom somebody told": ("We told Vale so.", [("Vale", Standing.OBJECT, ReferenceForm.SHORT)]),
    "in a second clause": (
        "Ruth Vale left because Tom Aas came.",
        [
            ("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL),
            ("Tom Aas", Standing.CLAUSE, ReferenceForm.FULL),
        ],
    ),
    "an aide by an office in capitals": (
        "His Chief Press Secretary, Ruth Vale, left.",
        [("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL)],
    ),
    "kin with what they do": (
        "Vale's father, Tom, a pilot from Aas, left.",
        [
            ("Vale", Standing.OWNER, ReferenceForm.SHORT),
            ("Tom", Standing.SUBJECT, ReferenceForm.SHORT),
            ("Aas", Standing.OBLIQUE, ReferenceForm.SHORT),
        ],
    ),
    "a subject behind what opens its sentence": (
        "Sadly Ruth Vale left.",
        [("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL)],
    ),
    "presented behind a place": (
        "In the front row sat Dr Ruth Vale, a pilot.",
        [("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL)],
    ),
    "presented with a form of to be": (
        "Among them was Ruth Vale, 62.",
        [("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL)],
    ),
    "what somebody is": (
        "The mayor is Ruth Vale.",
        [
            ("The mayor", Standing.SUBJECT, ReferenceForm.DESCRIBED),
            ("Ruth Vale", Standing.OTHER, ReferenceForm.FULL),
        ],
    ),
    "through whom somebody speaks": (
        "Ruth Vale thanked them through a spokesman.",
        [
            ("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL),
            ("a spokesman", Standing.OBLIQUE, ReferenceForm.DESCRIBED),
        ],
    ),
    "through whom somebody speaks, by name": (
        "Ruth Vale thanked them through her spokesman, Tom Aas.",
        [
            ("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL),
            ("Tom Aas", Standing.OTHER, ReferenceForm.FULL),
        ],
    ),
    "through whom somebody goes": (
        "Ruth Vale came through a pilot.",
        [("Ruth Vale", Standing.SUBJECT, ReferenceForm.FULL)],
    ),
    "not within marks": ("He said “Vale left.”", []),
    "a newcomer": ("A pilot came in.", [("A pilot", Standing.SUBJECT, ReferenceForm.DESCRIBED)]),
}


def discourse(text):
    people = Resolver(narration_of(text))
    people.cast.discourse.read([(0, 0)], people.pronominal.newcomers.subject_means)
    return people.cast.discourse


@pytest.mark.parametrize(("text", "spoken_of"), SPOKEN_OF.values(), ids=SPOKEN_OF)
def test_a_sentence_speaks_of_those_it_names_and_those_it_means(text, spoken_of):
    found = discourse(text).references(0, 0)
    assert [(one.person.name, one.standing, one.form) for one in found] == spoken_of


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ruth Vale came. She sat.", ReferenceForm.PRONOUN),
        ("Ruth Vale, the mayor, came. The mayor sat.", ReferenceForm.DESCRIBED),
        ("Ruth Vale came. Vale sat.", ReferenceForm.SHORT),
        ("Ruth Vale came. Ruth Vale sat.", ReferenceForm.FULL),
    ],
)
def test_a_second_sentence_may_call_somebody_otherwise(text, form):
    people = Resolver(narration_of(text))
    people.cast.discourse.read([(0, 1), (0, 0)], people.pronominal.newcomers.subject_means)
    (found,) = people.cast.discourse.references(0, 1)
    assert (found.person.name, found.standing, found.form) == ("Ruth Vale", Standing.SUBJECT, form)


def test_who_reports_is_told_from_who_is_spoken_of():
    found = discourse("Ruth Vale said that Tom Aas came.").references(0, 0)
    assert [(one.person.name, one.reports) for one in found] == [("Ruth Vale", True), ("Tom Aas", False)]


def test_whose_pilot_reports_does_not_report():
    found = discourse("Aas Port pilot Ruth Vale said so.").references(0, 0)
    assert [(one.person.name, one.reports) for one in found] == [("Aas Port", False), ("Ruth Vale", True)]


def test_the_places_before_are_the_nearest_first_and_not_too_many():
    found = discourse("\n\n".join(["It rained. It snowed."] * 20))
    places = found.before(19, 1)
    assert places[:3] == [(19, 1), (19, 0), (18, 1)]
    assert len(places) == 4
    assert found.before(0, 0) == [(0, 0)]


def test_a_chain_of_pronouns_as_long_as_a_book_costs_no_calls_inside_each_other():
    text = "Ruth Vale came. " + "She sat. " * 3000 + "“We sail,” she said."
    found = Resolver(narration_of(text))
    (subject,) = found.narration.subjects(0, 3000)
    assert found.person(subject) is None or found.person(subject).name == "Ruth Vale"


def test_whom_a_sentence_names_is_told_without_reading_it_and_alike_once_it_is_read():
    people = Resolver(narration_of("Ruth Vale said “Tom Aas left” and met Aas."))
    named = people.cast.discourse.named(0, 0)
    assert [(one.person.name, one.standing) for one in named] == [
        ("Ruth Vale", Standing.OTHER),
        ("Tom Aas", Standing.OTHER),
    ]
    read = people.cast.discourse.references(0, 0)
    assert [one.start for one in read] == [one.start for one in named]
    assert people.cast.discourse.named(0, 0) == read
