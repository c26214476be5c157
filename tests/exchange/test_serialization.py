import datetime as dt
import json
from pathlib import Path

import pytest
from anything import record as anything
from hypothesis import given
from hypothesis import strategies as st
from records import RECORDS, morning

from quoteverify.errors import ArgumentTypeError, ExchangeFormatError
from quoteverify.exchange.serialization import (
    FORMAT,
    TYPES,
    VERSION,
    comparison_to_json,
    from_json,
    to_json,
)
from quoteverify.models import (
    Alignment,
    CheckReport,
    Comparison,
    Document,
    Verification,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
SURROGATES = st.text(st.sampled_from("\ud83d\ude00a"), max_size=8)


@given(anything(Comparison))
def test_a_comparison_in_parts_is_the_one_that_is_written_whole(comparison):
    parts = list(comparison_to_json(iter(comparison.documents), iter(comparison.statements)))
    assert "".join(parts) == to_json(comparison)
    assert len(parts) == 3 + len(comparison.documents) + len(comparison.statements)


@pytest.mark.parametrize("make", RECORDS, ids=lambda make: make.__name__)
def test_a_record_is_read_as_it_was_written(make):
    record = make()
    assert from_json(to_json(record)) == record
    # A string is equal to the value of an enumeration that it spells, but has none of its attributes.
    assert repr(from_json(to_json(record))) == repr(record)
    assert from_json(to_json(record, indent=2).encode()) == record


@given(st.one_of(*map(anything, TYPES.values())))
def test_any_record_is_read_as_it_was_written(record):
    assert from_json(to_json(record)) == record


def as_in(old, new):
    """Some JSON without the names that older JSON beside it has not."""
    if isinstance(new, list):
        return [as_in(a, b) for a, b in zip(old, new, strict=True)]
    if isinstance(new, dict):
        return {name: as_in(old[name], each) for name, each in new.items() if name in old}
    return new


def test_what_is_read_is_of_the_kind_that_was_asked_for():
    document = Document(text="It rained.")
    assert from_json(to_json(document), Document) == document
    with pytest.raises(ExchangeFormatError, match="this is a document, and no Comparison"):
        from_json(to_json(document), Comparison)
    with pytest.raises(ArgumentTypeError, match="kind must be one of Document, Alignment"):
        from_json(to_json(document), str)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_what_an_earlier_version_wrote_is_read_and_nothing_is_lost(version):
    for line in Path(__file__).with_name(f"version_{version}.jsonl").read_text(encoding="ascii").splitlines():
        old, new = json.loads(line), json.loads(to_json(from_json(line)))
        assert (old["version"], new["version"]) == (version, VERSION)
        assert as_in(old["record"], new["record"]) == old["record"]


@given(ANY_TEXT | SURROGATES)
def test_any_text_is_read_as_it_was_written(text):
    document = Document(text=text, title=text)
    written = to_json(document)
    written.encode("ascii")
    assert from_json(written) == document


@pytest.mark.parametrize(
    "published",
    [
        None,
        dt.date(2031, 3, 4),
        dt.datetime(2031, 3, 4),
        dt.datetime(2031, 3, 4, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30))),
    ],
)
def test_a_date_stays_a_date_and_a_time_a_time(published):
    read = from_json(to_json(Document(text="", published=published)))
    assert type(read.published) is type(published)
    assert read.published == published


def test_a_file_says_what_it_is():
    data = json.loads(to_json(morning()))
    assert list(data) == ["format", "version", "type", "record"]
    assert (data["format"], data["version"], data["type"]) == (FORMAT, VERSION, "document")
    assert data["record"]["quotes"][1]["spans"] == [{"start": 39, "end": 86}]


def envelope(**changes):
    return json.dumps({**json.loads(to_json(Document(id="1", text="It rained."))), **changes})


def record(**changes):
    data = json.loads(to_json(morning()))
    data["record"].update(changes)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        (b"\xff\xfe\xfd", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("9" * 10_000, "not JSON"),
        ("3", "not quoteverify's"),
        ('{"text": "It rained."}', "not quoteverify's"),
        (envelope(format="other"), "not quoteverify's"),
        (envelope(version=VERSION + 1), "newer quoteverify"),
        (envelope(version="1"), "number from 1"),
        (envelope(version=0), "number from 1"),
        (envelope(type="article"), "'check_report', not 'article'"),
        (envelope(type=["document"]), "the type must be one of"),
        (envelope(record=None), "broken document"),
        (envelope(record=[]), "broken document"),
        (envelope(record={"id": "1"}), "required field missing @ \\$.text"),
        (record(colour="blue"), "colour"),
        (record(text=5), "str expected, not int @ \\$.text"),
        (record(published="yesterday"), "ISO 8601"),
        (record(quotes=[{}]), "quotes"),
        (record(quotes=5), "broken document"),
        (
            record(speakers=[{"name": "A", "aliases": [], "kind": "robot"}]),
            "not a valid SpeakerKind @ \\$.speakers",
        ),
    ],
)
def test_what_is_no_record_says_why(text, message):
    with pytest.raises(ExchangeFormatError, match=message):
        from_json(text)


@pytest.mark.parametrize(
    ("start", "end"), [("1", 2), (1.5, 2), (None, 2), (True, 2), (5, 2), (-1, 2)], ids=str
)
def test_an_offset_is_a_whole_number_in_order_or_an_error(start, end):
    data = json.loads(to_json(morning()))
    data["record"]["quotes"][0]["spans"] = [{"start": start, "end": end}]
    with pytest.raises(ExchangeFormatError, match="broken document"):
        from_json(json.dumps(data))


def test_a_share_may_be_written_as_a_whole_number():
    data = json.loads(to_json(morning()))
    data["record"]["quotes"][0]["attribution"]["confidence"] = 1
    assert from_json(json.dumps(data)).quotes[0].attribution.confidence == 1
    data["record"]["quotes"][0]["attribution"]["confidence"] = True
    with pytest.raises(ExchangeFormatError, match="float expected, not bool"):
        from_json(json.dumps(data))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists))
def test_foreign_data_is_an_error_of_one_kind(value):
    for name in TYPES:
        with pytest.raises(ExchangeFormatError):
            from_json(envelope(type=name, record=value))


@pytest.mark.parametrize("value", [None, "It rained.", {}, [Document(text="")]], ids=str)
def test_what_is_no_record_is_not_written(value):
    kinds = (Document, Alignment, Comparison, Verification, CheckReport)
    with pytest.raises(TypeError, match=", ".join(kind.__name__ for kind in kinds)):
        to_json(value)


@pytest.mark.parametrize("value", [None, 3, Document(text="")], ids=str)
def test_what_is_no_text_is_not_read(value):
    with pytest.raises(TypeError, match="text must be str or bytes"):
        from_json(value)


def test_of_many_errors_the_first_three_are_told():
    data = json.loads(to_json(Document(id="a", text="It rained.")))
    data["record"]["quotes"] = [{"id": 1, "spans": 2, "text": 3, "kind": 4, "marks": 5, "attribution": 6}]
    with pytest.raises(ExchangeFormatError) as found:
        from_json(json.dumps(data))
    assert str(found.value).count("$.quotes[0]") == 3
