import json
import weakref

import pytest
from anything import record as anything
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from records import RECORDS, evening, morning

from quoteverify.errors import ArgumentTypeError, ExchangeFormatError, UnreadableSourceError
from quoteverify.exchange.lines import read_lines, write_lines
from quoteverify.exchange.serialization import TYPES, to_json
from quoteverify.models import Document


@pytest.fixture
def path(tmp_path):
    return tmp_path / "records.jsonl"


def test_records_of_all_kinds_are_read_as_they_were_written(path):
    written = [make() for make in RECORDS]
    write_lines(path, written)
    assert list(read_lines(str(path))) == written
    assert len(path.read_text(encoding="ascii").splitlines()) == len(written)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.one_of(*map(anything, TYPES.values())), max_size=4))
def test_any_records_are_read_as_they_were_written(path, written):
    write_lines(path, written)
    assert list(read_lines(path)) == written


def test_no_records_are_an_empty_file(path):
    write_lines(path, [])
    assert path.read_bytes() == b""
    assert list(read_lines(path)) == []


def test_no_more_than_two_records_are_held_while_writing(path):
    made, held = [], []

    def documents():
        for number in range(5):
            document = Document(id=str(number), text="")
            made.append(weakref.ref(document))
            held.append(sum(each() is not None for each in made))
            yield document

    write_lines(path, documents())
    assert len(list(read_lines(path))) == len(made)
    assert max(held) <= 2  # the one that is made while the last is still a name in this loop


def test_a_line_is_read_when_it_is_asked_for(path):
    path.write_text(f"{to_json(morning())}\nbroken\n", encoding="ascii")
    reading = read_lines(path)
    assert next(reading) == morning()
    with pytest.raises(ExchangeFormatError, match="line 2"):
        next(reading)


def test_what_breaks_off_leaves_the_file_as_it_was(path):
    write_lines(path, [morning()])

    def breaking_off():
        yield evening()
        raise RuntimeError("the power is out")

    with pytest.raises(RuntimeError, match="the power is out"):
        write_lines(path, breaking_off())
    with pytest.raises(ArgumentTypeError, match="record must be one of Document"):
        write_lines(path, [evening(), "It rained."])
    assert list(read_lines(path)) == [morning()]
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "this is not JSON"),
        ('{"text": "It rained."}', "not quoteverify's"),
        (json.dumps({**json.loads(to_json(morning())), "version": 99}), "newer quoteverify"),
        (to_json(morning())[:200], "this is not JSON"),
    ],
)
def test_a_broken_line_gives_its_number(path, line, message):
    path.write_text(f"{to_json(morning())}\n\n{line}\n{to_json(evening())}\n", encoding="ascii")
    reading = read_lines(path)
    assert next(reading) == morning()
    with pytest.raises(ExchangeFormatError, match=f"line 3 of .*records.jsonl.*{message}"):
        next(reading)


def test_the_mark_and_the_line_ends_of_other_programs_are_no_matter(path):
    path.write_bytes(f"\ufeff{to_json(morning())}\r\n \r\n{to_json(evening())}".encode())
    assert list(read_lines(path)) == [morning(), evening()]


def test_a_file_that_is_not_there_says_so(path):
    with pytest.raises(UnreadableSourceError, match=r"cannot read '.*records\.jsonl': No such file"):
        list(read_lines(path))
    with pytest.raises(UnreadableSourceError, match="cannot read"):
        list(read_lines(path.parent))


def test_arguments_of_another_type_are_refused_at_once(path):
    with pytest.raises(ArgumentTypeError, match="path must be str or Path"):
        read_lines(5)
    with pytest.raises(ArgumentTypeError, match="path must be str or Path"):
        write_lines(None, [])
    with pytest.raises(ArgumentTypeError, match="records must be several records, not Document"):
        write_lines(path, morning())
