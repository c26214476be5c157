import pytest
from named import people_of

from quoteverify.reading.people.names.families import relative


@pytest.mark.parametrize(
    ("text", "sign", "least", "found"),
    [
        ("Ada Vale came. Tom Vale wept.", 1, 0, "Ada Vale"),
        ("Ada Vale came. Tom Vale wept.", 1, 1.5, None),  # nothing shows that it is she
        ("Ada Vale came. She sat. Tom Vale wept.", 1, 1.5, "Ada Vale"),
        ("Mr Bo Vale came. Tom Vale wept.", 1, 0, None),
        ("Ada Vale came. Ruth Vale sat. Tom Vale wept.", 1, 0, None),
        ("Ada Vale came. Mr Bo Vale sat. Tom Vale wept.", 1, 0, "Ada Vale"),
        ("Ada Aas came. Tom Vale wept.", 1, 0, None),
        ("Tom Vale wept. It rained. Ada Vale came.", 1, 0, None),  # is named later
    ],
)
def test_kin_is_the_one_other_of_a_surname(text, sign, least, found):
    people = people_of(text)
    owner = next(one for one in people.all if one.name == "Tom Vale")
    person = relative(people.bearers, owner, sign, least, text.index("wept"))
    assert (person and person.name) == found
