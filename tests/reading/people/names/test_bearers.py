import pytest
from named import people_of
from shown import ENGLISH, speakers_in

from quoteverify import parse

# What a short form stands for, where the text has several: the form and who it is at its last place.
MEANT = {
    "who was named last by it": ("Ruth Vale came. Vale sat. Tom Vale left. {}", "Vale", "Ruth Vale"),
    "the title of a man": ("Ruth Vale met Tom Vale, her brother. {}", "Mr. Vale", "Tom Vale"),
    "the title of a woman": ("Tom Vale met Ruth Vale, his sister. {}", "Ms. Vale", "Ruth Vale"),
    "a given name": ("Ruth Vale met Tom Vale. {}", "Tom", "Tom Vale"),
    "the full name again": ("Ruth Vale met Tom Vale. {}", "Tom Vale", "Tom Vale"),
    "the family before a given name of that spelling": ("Vale Aas met Ruth Vale. {}", "Vale", "Ruth Vale"),
    "nobody who was named": ("Ruth Vale met Tom Vale. {}", "Aas", "Aas"),
    "a title of one of a couple": ("Tom and Ruth Vale met. {}", "Mr. Vale", "Vale"),
    "a title of a couple, told by a pronoun": (
        "Tom and Ruth Vale met. Mr. Vale sat. He ate. {}",
        "Mr. Vale",
        "Vale",
    ),
    "a title of a couple with a son": ("Tom and Ruth Vale met their son, Bo Vale. {}", "Mr. Vale", "Vale"),
    "a title of a couple with both names": (
        "Tom and Ruth Vale met. Tom Vale sat. {}",
        "Mr. Vale",
        "Tom Vale",
    ),
    "a title of a couple with one title": ("Tom and Ms. Ruth Vale met. {}", "Ms. Vale", "Ruth Vale"),
    "no title of a couple": ("Tom and Ruth Vale met. {}", "Vale", "Ruth Vale"),
    "a title of two of two surnames": ("Tom Aas met. Aas and Ruth Vale ate. {}", "Ms. Vale", "Ruth Vale"),
    "no place of a body": ("The University of Aas met Ruth Vale. {}", "Vale", "Ruth Vale"),
}


@pytest.mark.parametrize(("frame", "form", "name"), MEANT.values(), ids=MEANT)
def test_a_short_form_is_the_person_that_it_fits_best(frame, form, name):
    text = frame.format(f"{form} said so.")
    where = text.rindex(form)
    bare = form.removeprefix("Mr. ").removeprefix("Ms. ")
    assert people_of(text).named(bare, where + len(form) - len(bare), form).name == name


def test_people_of_one_surname_without_number_are_read():
    names = [f"{a}{b}a Vale" for a in "BCDFGHKLMN" for b in "aeiouyrlnwh"]
    people = people_of(". ".join(names * 5) + ". Vale left.")
    assert [person.name for person in people.all] == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("China Airlines cut its flights. China said it was “late”.", "China"),
        ("Israel Vale spoke in Israel. Israel said it was “late”.", "Israel"),
        ("Moscow Exchange shut. Moscow said it was “late”.", "Moscow"),
        ("Aas Ferries cut its trips. Aas said it was “late”.", "Aas Ferries"),
        ("Aas Ferries cut its trips. It rained in Aas. Aas said it was “late”.", "Aas"),
        ("Ruth Vale believes in Vale. Vale said it was “late”.", "Ruth Vale"),
        ("Aas Ferries cut its trips. Staff at Aas met. Aas said it was “late”.", "Aas Ferries"),
        ("Ruth France left. France said it was “late”.", "Ruth France"),
        ("Jordan Vale scored. Jordan said it was “late”.", "Jordan Vale"),
    ],
)
def test_a_place_is_no_short_form_of_what_begins_with_its_name(text, speaker):
    assert parse(text).quotes[-1].speaker.name == speaker


@pytest.mark.parametrize("row", ENGLISH.rows("countries"), ids=lambda row: row.words[0])
def test_without_the_row_a_country_is_a_firm(row):
    with_row, without = (
        parse(row.example, lang=lang).quotes[0].speaker.name
        for lang in (ENGLISH, ENGLISH.without("countries", row))
    )
    assert with_row in row.example.split()
    assert without.startswith(f"{with_row} ")


@pytest.mark.parametrize(("lines", "speaker"), [(24, "Bo Vale"), (25, "Ann Vale")])
def test_who_came_in_last_has_a_surname_for_so_long(lines, speaker):
    told = f"Ann Vale, the mayor, spoke. Ann Vale came. Bo Vale, 36, sat down. {'It rained. ' * lines}"
    assert speakers_in(f"{told}“We sail,” Vale said.") == [speaker]
