import pytest

from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.names.protagonist import BESIDE, FEWEST, OPENING, protagonist
from quoteverify.text.language import language
from quoteverify.text.names import parse_name


def somebody(name, gender, starts):
    return Person(name, parse_name(name, language("en")), gender=gender, starts=list(starts))


def test_nobody_is_named_in_most_texts():
    assert protagonist([], 1, FEWEST, ()) is None


@pytest.mark.parametrize(
    ("gender", "first", "said", "others", "found"),
    [
        (2.0, 0, FEWEST, FEWEST // BESIDE, True),
        (2.0, 0, FEWEST - 1, 1, False),  # few pronouns
        (2.0, 0, FEWEST, FEWEST // BESIDE + 1, False),  # others are named too often
        (-2.0, 0, FEWEST, 1, False),  # is he
        (0.0, 0, FEWEST, 1, False),  # nothing shows that it is she
        (2.0, OPENING, FEWEST, 1, True),
        (2.0, OPENING + 1, FEWEST, 1, False),  # is named too late
    ],
)
def test_a_text_is_of_whom_it_names_at_once_and_then_calls_she(gender, first, said, others, found):
    hero = somebody("Ruth Vale", gender, (first + 10 * n for n in range(FEWEST)))
    rest = [somebody("Ada Aas", 0.0, range(others))]
    assert (protagonist([*rest, hero], 1, said, ()) is hero) is found


def test_names_in_quotations_do_not_count():
    hero, other = somebody("Ruth Vale", 2.0, (0, 9)), somebody("Ada Aas", 2.0, range(20, 60))
    assert protagonist([hero, other], 1, FEWEST, range(20, 60)) is hero
    assert protagonist([hero, other], 1, FEWEST, ()) is not hero
