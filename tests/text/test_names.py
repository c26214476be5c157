import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.errors import ArgumentTypeError
from quoteverify.text.language import language
from quoteverify.text.names import fold_name, parse_name, same_person

ENGLISH = language("en")

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
    ("Al Vale", "Tom al-Vale"),
    ("Al Vale", "Hamad bin Tom Al Vale"),
    ("Des Vale", "Mr Vale"),
    ("Mr Des Vale", "Des Vale"),
    ("De Vale", "Tom Vale"),
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
    ("Des Vale", "Patrick Vale"),
    ("Al Vale", "Tom Vale"),
    ("Mr Al Vale", "Tom Vale"),
    ("Ruth Vale", ""),
    ("Ruth Vale", "..."),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_two_forms_of_one_name_are_one_person(a, b):
    assert same_person(a, b, ENGLISH)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_a_doubtful_join_is_not_made(a, b):
    assert not same_person(a, b, ENGLISH)


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_order_of_two_names_makes_no_difference(a, b):
    assert same_person(a, b, ENGLISH) == same_person(b, a, ENGLISH)


@given(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True))
def test_a_name_is_the_same_person_as_itself(name):
    assert same_person(name, name, ENGLISH)


def test_titles_and_suffixes_are_no_part_of_the_name():
    name = parse_name("Former President Ruth Q. Vale III", ENGLISH)
    assert (name.words, name.titles, name.suffixes) == (
        ("ruth", "q", "vale"),
        ("former", "president"),
        ("iii",),
    )


def test_a_title_shows_a_gender():
    names = ("Mr Vale", "Dame Ruth Vale", "Dr Vale")
    assert [parse_name(name, ENGLISH).gender for name in names] == ["m", "f", ""]


@pytest.mark.parametrize("row", ENGLISH.rows("name_words"), ids=lambda row: row.words[0])
def test_each_small_word_is_needed_for_its_example(row):
    a, b = row.example.split(" / ")
    assert same_person(a, b, ENGLISH) is (row.values["role"] == "article")
    assert same_person(a, b, ENGLISH.without("name_words", row)) is (row.values["role"] == "link")


def test_folding_drops_case_and_diacritics():
    assert fold_name("ÉMILE Žižek") == "emile zizek"


def test_what_is_no_string_is_refused():
    with pytest.raises(ArgumentTypeError, match="b must be str, not int"):
        same_person("Vale", 5, ENGLISH)
