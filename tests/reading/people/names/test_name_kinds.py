import pytest
from named import people_of


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Ruth Vale came.", [True]),
        ("The Port Ministry met Ruth Vale.", [False, True]),
        ("Omar al-Vale came.", [True]),
        ("They met at the Royal Wharf in May.", [False]),
        ("They met the late Ruth Vale, and the pilot Tom Aas.", [True, True]),
        ("The Bank of Aas and the Port Authority met.", [False, False]),
    ],
)
def test_a_name_with_the_word_for_a_body_is_no_persons(text, verdicts):
    people = people_of(text)
    assert [people.kinds.is_person(person) for person in people.all] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Prosecutor Ruth Vale met Tom Aas, a detective, and the pilot Bo Berg.", [True, True, False]),
        ("Ruth Vale met the prosecutor.", [False]),
    ],
)
def test_who_is_called_a_prosecutor_is_of_the_law(text, verdicts):
    people = people_of(text)
    assert [people.kinds.is_of_the_law(person) for person in people.all] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("It is late, Tom Castle said.", [True]),
        ("It is late, said Tom Castle.", [True]),
        ("They met Ada Hill, 41, at noon.", [True]),
        ("They met Ada Lane, who was late.", [True]),
        ("Tom Castle was shut at noon.", [False]),
        ("It is late at Vale Bridge, which said so.", [False]),
        ("The Harbour Treaty said so.", [False]),
    ],
)
def test_a_name_that_ends_in_a_place_is_a_persons_who_speaks(text, verdicts):
    people = people_of(text)
    assert [people.kinds.is_person(person) for person in people.all] == verdicts
