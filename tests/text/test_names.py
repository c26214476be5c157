import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.errors import ArgumentTypeError
from quoteverify.text.names import fold, parse_name, same_person

ONE = [
    ("Asma al Assad", "Asma al-Assad"),
    ("al-Assad", "Asma al-Assad"),
    ("Xi Jinping", "Mr Xi"),
    ("Jinping Xi", "Xi Jinping"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Park Geun-hye", "Park Geun Hye"),
    ("Ada B. Vale", "Ada Vale"),
    ("J. Edgar Vale", "Edgar Vale"),
    ("John Vale", "J. Vale"),
    ("José Núñez", "Jose Nunez"),
    ("Sen. John Vale", "John Vale"),
    ("Mary Ann Vale", "Mary Vale"),
    ("Omar bin Vale", "Omar Vale"),
    ("Dexter Lloyd-Vale", "Lloyd-Vale"),
    ("The Ministry", "the ministry"),
    ("University", "University of Aas"),
    ("Ruth Vale", "Ruth Vale’s"),
]
TWO = [
    ("Bill Clinton", "Hillary Clinton"),
    ("Mr Vale", "Mrs Vale"),
    ("George W. Vale", "George H. W. Vale"),
    ("John Vale", "James Vale"),
    ("Ruth Vale Jr.", "Ruth Vale Sr."),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Mary Vale", "Ann Vale"),
    ("Ann B. Vale", "Ann C. Vale"),
    ("Aas", "University of Aas"),
    ("Ruth Vale", ""),
    ("Ruth Vale", "..."),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_two_forms_of_one_name_are_one_person(a, b):
    assert same_person(a, b)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_a_doubtful_join_is_not_made(a, b):
    assert not same_person(a, b)


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_order_of_two_names_makes_no_difference(a, b):
    assert same_person(a, b) == same_person(b, a)


@given(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True))
def test_a_name_is_the_same_person_as_itself(name):
    assert same_person(name, name)


def test_titles_and_suffixes_are_no_part_of_the_name():
    name = parse_name("Former President Ruth Q. Vale III")
    assert (name.words, name.titles, name.suffixes) == (
        ("ruth", "q", "vale"),
        ("former", "president"),
        ("iii",),
    )


def test_a_title_shows_a_gender():
    assert [parse_name(n).gender for n in ("Mr Vale", "Dame Ruth Vale", "Dr Vale")] == ["m", "f", ""]


def test_folding_drops_case_and_diacritics():
    assert fold("ÉMILE Žižek") == "emile zizek"


def test_what_is_no_string_is_refused():
    with pytest.raises(ArgumentTypeError, match="b must be str, not int"):
        same_person("Vale", 5)
