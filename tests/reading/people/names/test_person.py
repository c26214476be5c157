from quoteverify.reading.people.names.person import Person
from quoteverify.text.language import language
from quoteverify.text.names import parse_name


def test_two_of_one_name_are_two_people():
    parsed = parse_name("Ruth Vale", language("en"))
    one, other = Person("Ruth Vale", parsed), Person("Ruth Vale", parsed)
    assert one != other
    assert len({one, other}) == 2
    one.starts.append(4)
    assert other.starts == []
