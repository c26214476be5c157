"""Records as JSON, and back: what was written is what is read, offsets and odd characters included.

A file says what it is: ``{"format": "quoteverify", "version": 4, "type": "document", "record": ...}``.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, overload

from cattrs import BaseValidationError, transform_error
from cattrs.preconf.json import JsonConverter, make_converter
from cattrs.v import format_exception

from quoteverify.errors import ArgumentTypeError, ExchangeFormatError, check_type
from quoteverify.models import Alignment, CheckReport, Comparison, Document, Record, Statement, Verification

FORMAT = "quoteverify"
VERSION = 4
"""Raised whenever a file written now could not be read by the release before; older files are read.

2: a quote has ``kind_rule``, an attribution ``resolution`` and ``antecedent``, a document ``lang``, and
what was searched ``in_other_languages``.
3: what is ``unchecked`` says where it stands and what it is, a document its ``pages``, a passage its
``page``, and a finding what the draft cites for the quote (``citation`` and its finding and rule).
4: a check has what was ``accepted`` of its findings, a quote its ``gaps``, a document its ``reports``,
a statement its ``copies``, a variant its ``report_id``, and a finding the ``other_wordings`` of other
sources.
"""

TYPES: dict[str, type[Record]] = {
    "document": Document,
    "alignment": Alignment,
    "comparison": Comparison,
    "verification": Verification,
    "check_report": CheckReport,
}
_VALID = ", ".join(kind.__name__ for kind in TYPES.values())
R = TypeVar("R", Document, Alignment, Comparison, Verification, CheckReport)


def kind_of(record: object) -> str | None:
    """What a record is called in JSON; None for what is no record.

    >>> kind_of(Document(text="It rained.")), kind_of("It rained.")
    ('document', None)
    """
    return next((name for name, kind in TYPES.items() if type(record) is kind), None)


# JSON has one way to write the two halves of a surrogate pair, and reads it as one character.
_TORN_PAIR = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def to_json(record: Record, *, indent: int | None = None) -> str:
    """Write a record as JSON in plain ASCII.

    Args:
        record: A Document, Alignment, Comparison, Verification or CheckReport.
        indent: How many spaces to indent by; None for one line.

    Raises:
        ArgumentTypeError: ``record`` is something else.

    >>> to_json(Document(id="1", text="It rained."))[:61]
    '{"format": "quoteverify", "version": 4, "type": "document", "'
    """
    name = kind_of(record)
    if name is None:
        raise ArgumentTypeError(f"record must be one of {_VALID}, not {type(record).__name__}")
    check_type("indent", indent, int, type(None))
    return json.dumps(_envelope(name, _converter().unstructure(record)), indent=indent)


def _envelope(name: str, record: object) -> dict[str, object]:
    return {"format": FORMAT, "version": VERSION, "type": name, "record": record}


def comparison_to_json(documents: Iterable[Document], statements: Iterable[Statement]) -> Iterator[str]:
    """Write a comparison of more than memory holds: the parts of what `to_json` writes, made as they come.

    >>> both = comparison_to_json([Document(id="1", text="It rained.")], [])
    >>> from_json("".join(both)).document("1").text
    'It rained.'
    """
    empty = json.dumps(_envelope("comparison", {"documents": ["\0"], "statements": ["\0"]}))
    start, between, end = empty.split(json.dumps("\0"))
    yield start
    yield from _listed(documents)
    yield between
    yield from _listed(statements)
    yield end


def _listed(records: Iterable[Document] | Iterable[Statement]) -> Iterator[str]:
    for number, record in enumerate(records):
        yield (", " if number else "") + json.dumps(_converter().unstructure(record))


@overload
def from_json(text: str | bytes) -> Record: ...
@overload
def from_json(text: str | bytes, kind: type[R]) -> R: ...
def from_json(text: str | bytes, kind: type[Any] | None = None) -> Any:
    """Read a record that ``to_json`` wrote.

    Args:
        text: The JSON, as a string or as UTF-8.
        kind: The class of the record that it must hold, such as ``Document``: what is read has that type. If
            None, any record is read.

    Returns:
        A record equal to the one that was written.

    Raises:
        ArgumentTypeError: ``text`` is neither, or ``kind`` is no class of a record.
        ExchangeFormatError: It is no JSON, no quoteverify data, broken, of a newer version, or a record of
            another kind.

    >>> document = Document(text="It rained.", published="2016-10-19")
    >>> from_json(to_json(document)) == document
    True
    >>> from_json(to_json(document), Document).text
    'It rained.'
    >>> from_json('{"some": "data"}')
    Traceback (most recent call last):
    ...
    quoteverify.errors.ExchangeFormatError: this is not quoteverify's: it has no "format": "quoteverify"
    """
    check_type("text", text, str, bytes)
    if kind is not None and kind not in TYPES.values():
        raise ArgumentTypeError(f"kind must be one of {_VALID}, not {kind!r}")
    return from_record(loaded(text), kind)


def from_record(data: Any, kind: type[Any] | None = None) -> Any:
    """What ``from_json`` reads, of JSON that is loaded already.

    Args:
        data: What the JSON holds.
        kind: As for ``from_json``.

    Raises:
        ExchangeFormatError: As for ``from_json``.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ExchangeFormatError(f'this is not quoteverify\'s: it has no "format": "{FORMAT}"')
    version, name = data.get("version"), data.get("type")
    if type(version) is not int or version < 1:
        raise ExchangeFormatError(f"the version must be a number from 1, not {version!r}")
    if version > VERSION:
        raise ExchangeFormatError(
            f"this was written by a newer quoteverify (version {version}; this one reads up to {VERSION})"
        )
    if not isinstance(name, str) or name not in TYPES:
        raise ExchangeFormatError(f"the type must be one of {', '.join(map(repr, TYPES))}, not {name!r}")
    if kind not in (None, TYPES[name]):
        raise ExchangeFormatError(f"this is a {name}, and no {kind.__name__}")
    try:
        return _converter().structure(data.get("record"), TYPES[name])
    except BaseValidationError as error:
        raise ExchangeFormatError(
            f"broken {name}: {'; '.join(transform_error(error, format_exception=_told)[:3])}"
        ) from error
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise ExchangeFormatError(f"broken {name}: {error}") from error


def loaded(text: str | bytes) -> Any:
    """What some JSON holds.

    Raises:
        ExchangeFormatError: It is no JSON.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExchangeFormatError(f"this is not JSON: {error}") from error


def _told(error: BaseException, kind: type | None) -> str:
    """What to say of one error: what the record itself says, where it says something."""
    return str(error) if isinstance(error, TypeError | ValueError) else format_exception(error, kind)


@cache
def _converter() -> JsonConverter:
    converter = make_converter(forbid_extra_keys=True)
    for kind in (int, float, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_unstructure_hook(str, _torn)
    converter.register_structure_hook(str, _mended)
    # An enumeration of strings would be taken for a string.
    converter.register_structure_hook(StrEnum, lambda value, kind: kind(value))
    published = dt.date | dt.datetime | None
    converter.register_unstructure_hook_func(lambda kind: kind == published, _day)
    # The record's own converter reads the date; here it need only be a string.
    converter.register_structure_hook_func(
        lambda kind: kind == published, lambda value, _: value if value is None else _mended(value, str)
    )
    return converter


def _exactly(kind: type) -> Callable[[Any, Any], Any]:
    """A hook that takes a plain value as it is or not at all: "3" and 3.7 are no offsets."""

    def structure(value: Any, _: Any) -> Any:
        if type(value) is kind or (kind is float and type(value) is int):
            return value
        raise TypeError(f"{kind.__name__} expected, not {type(value).__name__}")

    return structure


def _torn(text: str) -> str | list[str]:
    """A string, or, where JSON would weld two halves of a pair together, its parts."""
    return _TORN_PAIR.split(text) if _TORN_PAIR.search(text) else text


def _mended(value: Any, _: Any) -> str:
    """A string from itself or from its parts."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "".join(value)
    if isinstance(value, str):
        return value
    raise TypeError(f"str expected, not {type(value).__name__}")


def _day(value: dt.date | dt.datetime | None) -> str | None:
    return value.isoformat() if value else None
