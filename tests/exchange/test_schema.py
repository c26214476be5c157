import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import attrs
import pytest
from anything import record as anything
from hypothesis import given, settings
from hypothesis import strategies as st
from records import RECORDS, morning

from quoteverify.errors import ExchangeFormatError
from quoteverify.exchange.schema import schema
from quoteverify.exchange.serialization import TYPES, VERSION, from_json, to_json
from quoteverify.models import Document

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_published_schema_is_that_of_the_records():
    published = files("quoteverify.exchange").joinpath("schema.json").read_text(encoding="utf8")
    assert json.loads(published) == schema(), "python -m quoteverify.exchange.schema prints it anew"


def test_the_schema_is_printed_when_it_is_asked_for_and_never_else():
    def printed(*options):
        command = [sys.executable, *options]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    assert json.loads(printed("-m", "quoteverify.exchange.schema")) == schema()
    assert printed("-c", "import quoteverify.exchange.schema") == ""


@pytest.mark.parametrize("make", RECORDS, ids=lambda make: make.__name__)
def test_a_record_is_valid_as_written(make):
    VALIDATOR.validate(json.loads(to_json(make())))


@settings(max_examples=300)
@given(st.one_of(*map(anything, TYPES.values())))
def test_any_record_is_valid_as_written(record):
    VALIDATOR.validate(json.loads(to_json(record)))


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_only_the_fields_without_a_default_are_needed(version):
    VALIDATOR.validate(
        {"format": "quoteverify", "version": version, "type": "document", "record": {"text": "It rained."}}
    )


@pytest.mark.parametrize("version", [0, VERSION + 1, "1", None])
def test_another_version_is_not_valid(version):
    written = json.loads(to_json(morning())) | {"version": version}
    assert not VALIDATOR.is_valid(written)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_what_an_earlier_version_wrote_is_valid(version):
    for line in Path(__file__).with_name(f"version_{version}.jsonl").read_text(encoding="ascii").splitlines():
        VALIDATOR.validate(json.loads(line))


def places(value, path=()):
    """Every place in some JSON."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*path, key))


def changed(value, path, change):
    if not path:
        return change
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], change)
    return copy


FOREIGN = st.sampled_from([None, True, -1, 0, 0.5, "", "speech", "2031-03-04", [], {}, ["a", "b"], {"a": 1}])


@settings(max_examples=500)
@given(st.data())
def test_what_is_valid_can_be_read_and_what_cannot_be_read_is_not_valid(data):
    written = json.loads(to_json(data.draw(st.sampled_from(RECORDS))()))
    written = changed(written, data.draw(st.sampled_from(list(places(written)))), data.draw(FOREIGN))
    try:
        from_json(json.dumps(written))
    except ExchangeFormatError as error:
        if "start <= end" not in str(error):
            assert not VALIDATOR.is_valid(written)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("text", 5, "5 is not valid"),
        ("colour", "blue", "'colour' was unexpected"),
        ("published", "yesterday", "does not match"),
        ("quotes", [{"id": "q1", "spans": [{"start": -1, "end": 2}], "text": ""}], "-1 is less than"),
        ("speakers", [{"name": "A", "kind": "robot"}], "'robot' is not one of"),
    ],
)
def test_what_is_wrong_is_told(field, value, message):
    written = json.loads(to_json(morning()))
    written["record"][field] = value
    with pytest.raises(jsonschema.ValidationError, match=message):
        VALIDATOR.validate(written)


def test_every_field_of_every_record_is_described():
    described = schema()["$defs"]
    for kind in TYPES.values():
        assert list(described[kind.__name__]["properties"]) == [field.name for field in attrs.fields(kind)]
    assert described[Document.__name__]["required"] == ["text"]
