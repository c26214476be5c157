import datetime as dt

import pytest
import spacy

from quoteverify import Speaker, parse, parse_many, read, read_many
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.reading.arguments import NAMES, checked_arguments
from quoteverify.reading.sieves import SIEVES

TEXT = "“We sail,” said Ruth Vale."

# What `parse` does not take, by the argument: never a plain TypeError, and before anything is read.
WRONG = {
    "id": (5, b"x"),
    "outlet": (5, ["x"]),
    "title": (5, b"x"),
    "url": (5, object()),
    "published": (5, [2020]),
    "lang": (5, None),
    "nlp": (3, "en", [str], TEXT),
    "speakers": (3, "Vale", ["Vale"], Speaker("Vale"), [None]),
    "sieves": (3, "label", ["label"], [SIEVES[0]], [None]),
}
CASES = [(name, value) for name, values in WRONG.items() for value in values]
RIGHT = {"outlet": "Port News", "published": dt.date(2020, 1, 2), "nlp": spacy.blank("en"), "speakers": []}


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "sailing.txt"
    file.write_text(TEXT, encoding="utf8")
    return file


def test_each_argument_has_values_that_are_refused():
    assert set(WRONG) == set(NAMES)


@pytest.mark.parametrize(("name", "value"), CASES)
def test_an_argument_of_the_wrong_type_is_refused_by_name(name, value, path):
    ways = [
        lambda: parse(TEXT, **{name: value}),
        lambda: read(path, **{name: value}),
        lambda: list(parse_many([{"text": TEXT, name: value}])),
    ]
    if name != "id":
        ways.append(lambda: read_many(path, **{name: value}))
    if name in ("nlp", "sieves"):
        ways.append(lambda: parse_many([TEXT], **{name: value}))
    for way in ways:
        with pytest.raises(ArgumentTypeError, match=name):
            way()


def test_an_argument_that_parse_has_not_is_refused_with_those_it_has(path):
    for way in (
        lambda: read(path, author="Vale"),
        lambda: read_many(path, author="Vale"),
        lambda: list(parse_many([{"text": TEXT, "author": "Vale"}])),
    ):
        with pytest.raises(ArgumentTypeError, match=r"outlet.*'author'"):
            way()


@pytest.mark.parametrize("value", [str, lambda piece: None])
def test_what_calls_and_gives_no_doc_is_refused(value):
    with pytest.raises(ArgumentTypeError, match="nlp must give a Doc"):
        parse(TEXT, nlp=value)


@pytest.mark.parametrize("several", [5, None, TEXT, b"x", {"text": TEXT}, spacy.blank("en")(TEXT)])
def test_many_texts_are_several(several):
    with pytest.raises(ArgumentTypeError, match="several texts"):
        parse_many(several)


@pytest.mark.parametrize("name", ["n_process", "progress"])
def test_how_many_are_parsed_is_checked_before_any_is(name, path):
    with pytest.raises(ArgumentTypeError, match=name):
        parse_many([TEXT], **{name: "two"})
    with pytest.raises(ArgumentTypeError, match=name):
        read_many(path, **{name: "two"})


def test_an_encoding_that_nobody_knows_is_refused_before_any_file_is_read(path):
    with pytest.raises(ArgumentValueError, match="encoding"):
        read_many(path, encoding="x")


def test_people_known_are_known_for_every_file_and_not_for_the_first_alone(path):
    known = Speaker("Captain Ruth Vale", aliases=("Ruth Vale",))
    read_twice = read_many([path, path], speakers=iter([known]))
    assert [document.quotes[0].speaker for document in read_twice] == [known, known]


def test_what_is_right_stays_as_it_is():
    assert checked_arguments(RIGHT) == {**RIGHT, "speakers": (), "sieves": ()}
