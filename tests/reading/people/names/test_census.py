import pytest
from hypothesis import given
from named import TEXTS, people_of
from shown import ENGLISH, narration_of

from quoteverify.models import Speaker
from quoteverify.reading.people.resolver import Resolver

# Whom a text names, each with every form of the name in the order in which the forms stand.
NAMED = {
    "a surname alone": ("Ruth Vale came. Vale left.", {"Ruth Vale": ["Ruth Vale", "Vale"]}),
    "a given name alone": ("Ruth Vale came. Ruth left.", {"Ruth Vale": ["Ruth Vale", "Ruth"]}),
    "a surname above the full name": ("Mr Vale left. Tom Vale is 41.", {"Tom Vale": ["Vale", "Tom Vale"]}),
    "a longer form below": (
        "Ruth Vale came. Ruth Ann Vale left.",
        {"Ruth Ann Vale": ["Ruth Vale", "Ruth Ann Vale"]},
    ),
    "a family name first": (
        "Baek Soo-min came. Mr Baek left. Soo-min slept.",
        {"Baek Soo-min": ["Baek Soo-min", "Baek", "Soo-min"]},
    ),
    "a personal name last, with Mr": (
        "Tran Van Minh came. Mr Minh left.",
        {"Tran Van Minh": ["Tran Van Minh", "Minh"]},
    ),
    "a particle left out": (
        "Asma al-Vale came. Asma al Vale left.",
        {"Asma al-Vale": ["Asma al-Vale", "Asma al Vale"]},
    ),
    "a particle with a capital": (
        "Omar al-Vale came. Al-Vale left.",
        {"Omar al-Vale": ["Omar al-Vale", "Al-Vale"]},
    ),
    "several particles": ("Ada van der Vale came.", {"Ada van der Vale": ["Ada van der Vale"]}),
    "a chain of fathers": (
        "Sheikh Hamad bin Rashid al-Marri came. Sheikh Hamad left.",
        {"Hamad bin Rashid al-Marri": ["Hamad bin Rashid al-Marri", "Hamad"]},
    ),
    "other marks above letters": (
        "Zoë Núñez came. Zoe Nunez left.",
        {"Zoë Núñez": ["Zoë Núñez", "Zoe Nunez"]},
    ),
    "another apostrophe": ("Sean O'Dowd came. Mr O’Dowd left.", {"Sean O'Dowd": ["Sean O'Dowd", "O’Dowd"]}),
    "a double surname": (
        "Ada Lloyd-Vale came. Lloyd-Vale left.",
        {"Ada Lloyd-Vale": ["Ada Lloyd-Vale", "Lloyd-Vale"]},
    ),
    "two in a name with a hyphen": (
        "The Vale-Aas deal is off. Ruth Vale left. Tom Aas slept. Aas woke.",
        {"Ruth Vale": ["Ruth Vale"], "Tom Aas": ["Tom Aas", "Aas"]},
    ),
    "a double surname, and another of one of its parts": (
        "Ada Lloyd-Vale came. Lloyd-Vale and Tom Vale left. Lloyd slept.",
        {"Ada Lloyd-Vale": ["Ada Lloyd-Vale", "Lloyd-Vale"], "Tom Vale": ["Tom Vale"]},
    ),
    "initials": ("J. K. Vale came. Ms Vale left.", {"J. K. Vale": ["J. K. Vale", "Vale"]}),
    "an initial like an article": ("Ruth A. Vale came.", {"Ruth A. Vale": ["Ruth A. Vale"]}),
    "two of one surname": (
        "Ruth Vale met Tom Vale.",
        {"Ruth Vale": ["Ruth Vale"], "Tom Vale": ["Tom Vale"]},
    ),
    "two who differ by an initial": (
        "Ann B. Vale met Ann C. Vale.",
        {"Ann B. Vale": ["Ann B. Vale"], "Ann C. Vale": ["Ann C. Vale"]},
    ),
    "titles, roles and days aside": (
        "On Monday Prime Minister Dr Ruth Vale came.",
        {"Ruth Vale": ["Ruth Vale"]},
    ),
    "two of one surname that is said once": (
        "Ruth and Tom Vale came. Tom left. Ruth sat.",
        {"Ruth Vale": ["Ruth"], "Tom Vale": ["Tom Vale", "Tom"]},
    ),
    "two, of whom one may be known by the surname": ("Aas and Tom Vale came.", {"Tom Vale": ["Tom Vale"]}),
    "two, of whom one has a title": (
        "Mr Aas and Tom Vale came. Tom left.",
        {"Tom Vale": ["Tom Vale", "Tom"]},
    ),
    "two, of whom one has another surname": (
        "Ruth and Tom Vale came. Ruth Aas left. Tom sat.",
        {"Tom Vale": ["Tom Vale", "Tom"], "Ruth Aas": ["Ruth", "Ruth Aas"]},
    ),
    "somebody's wife": (
        "Tom Vale, 61, and his wife, Ada, came.",
        {"Tom Vale": ["Tom Vale"], "Ada Vale": ["Ada"]},
    ),
    "somebody's daughter": ("Tom Vale and his daughter Ada came.", {"Tom Vale": ["Tom Vale"]}),
    "who stands in a quotation": ("He said “Ruth Vale came.”", {"Ruth Vale": ["Ruth Vale"]}),
    "nobody": ("On Monday it rained.", {}),
}


@pytest.mark.parametrize(("text", "named"), NAMED.values(), ids=NAMED)
def test_each_person_is_one_by_every_form_of_the_name(text, named):
    assert {p.name: sorted(p.forms, key=p.forms.get) for p in people_of(text).all} == named


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs Ruth Vale came.", 1),
        ("Sir Ruth Vale came.", -1),
        ("His sister Ruth Vale came.", 1),
        ("Ruth Vale, his sister, came.", 1),
        ("Spokesman Ruth Vale came.", -1),
        ("Ruth Vale came. She left.", 1),
        ("Ruth Vale came with his boat.", -1),
        ("Ruth Vale came.", 0),
        ("Ruth Vale said “she” was late.", 0),
        ("Ruth Vale came.\n\nShe left.", 0),
        ("When Ruth Vale came, she sent him home.", 0),
        ("Ruth Vale came. She left. He did not.", 0),
        ("Ruth Vale came with his boat. They left. She did not.", 0),
        ("Port pilot Ruth Vale came.", 0),
    ],
)
def test_only_the_text_shows_a_gender(text, gender):
    (person,) = people_of(text).all
    assert (person.gender > 0) - (person.gender < 0) == gender


def test_whom_the_caller_knows_is_not_made_again():
    known = Speaker("Ruth Vale", aliases=["Ruth Aas"])
    people = people_of("Ruth Vale came. Ms Vale sat. Ruth Aas left.", [known])
    assert people.named("Vale", 20, "Ms Vale").known is known
    assert people.named("Ruth Aas", 30, "Ruth Aas").known is known


def test_a_new_name_is_entered_once():
    people = people_of("It rained.")
    assert people.named("Ruth Vale", 0, "Ruth Vale") is people.named("Vale", 30, "Ms Vale")
    assert [person.name for person in people.all] == ["Ruth Vale"]


@given(TEXTS)
def test_every_form_of_a_name_stands_where_it_is_said_to(text):
    people = people_of(text)
    for naming in people.index.namings:
        assert text.startswith(naming.name, naming.start)
    for person in people.all:
        assert person.starts == sorted(set(person.starts))
        assert set(person.subjects) <= set(person.starts)
        assert all(text.startswith(form, start) for form, start in person.forms.items())
        for start in person.starts:
            assert any(text.startswith(form, start) for form in person.forms)


@given(TEXTS)
def test_no_name_stands_for_two_people_at_one_place(text):
    starts = [start for person in people_of(text).all for start in person.starts]
    assert len(starts) == len(set(starts))


@given(TEXTS)
def test_every_convention_of_line_ends_names_the_same_people(text):
    plain = text.replace("\r", "")
    windows = plain.replace("\n", "\r\n")
    moved = [i + plain.count("\n", 0, i) for i in range(len(plain) + 1)]
    one, two = people_of(plain), people_of(windows)
    assert [(p.name, [moved[s] for s in p.starts]) for p in one.all] == [(p.name, p.starts) for p in two.all]


def test_without_a_title_its_gender_is_not_shown():
    row = next(row for row in ENGLISH.rows("titles") if "mrs" in row.words)
    text = "Mrs Ruth Vale came."
    people = Resolver(narration_of(text, ENGLISH.without("titles", row))).census
    assert all(person.gender == 0 for person in people.all)


def test_a_nickname_between_names_makes_no_two_of_them():
    people = people_of("TOM “THE EEL” VALE-AAS fell. Vale-Aas got up. Ada Vale-Aas, 61, laughed.")
    assert [list(p.forms) for p in people.all] == [["TOM “THE EEL” VALE-AAS", "Vale-Aas"], ["Ada Vale-Aas"]]


def test_the_pronoun_of_one_who_has_a_first_name_only_says_nothing_of_others():
    text = "The walk was led by Tom Vale, whose wife, Ada, lost her boat."
    assert [p.gender for p in people_of(text).all] == [0]
    assert [p.gender for p in people_of(text.replace("whose wife, Ada,", "who")).all] == [1.5]
