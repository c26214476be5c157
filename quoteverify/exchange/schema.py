"""The JSON of records, described: a JSON Schema (draft 2020-12) made from the records themselves.

It is published beside this module as ``schema.json``, for validators and for programs in other languages.
``python -m quoteverify.exchange.schema`` prints it anew when a record has changed.
"""

import datetime as dt
import enum
import json
import types
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from quoteverify.exchange.serialization import FORMAT, TYPES, VERSION
from quoteverify.models import TAXONOMY, DifferenceKind

_TEXT = {
    "description": "A string; where it holds the two halves of a surrogate pair apart, its parts.",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 2}],
}
_DAY = {
    "description": "A date or a time in ISO 8601.",
    "type": ["string", "null"],
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$",
}
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"$ref": "#/$defs/text"},
    # There is no negative number in a record: offsets, counts, scores and seconds from the beginning.
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.date | dt.datetime | None: _DAY,
}


def schema() -> dict[str, Any]:
    """The JSON Schema of what ``to_json`` writes.

    All that ``to_json`` writes is valid by it, and so is what earlier versions wrote. It asks for the fields
    that have no default, and allows no others than a record's own; only that a span does not end before it
    starts, it cannot say.

    >>> schema()["properties"]["type"]["enum"]
    ['document', 'alignment', 'comparison', 'verification', 'check_report']
    """
    definitions: dict[str, Any] = {"text": _TEXT}
    # A condition for each, as a validator then tells what is wrong in the one record that it is.
    records = [
        {
            "if": {"properties": {"type": {"const": name}}},
            "then": {"properties": {"record": _of(kind, definitions)}},
        }
        for name, kind in TYPES.items()
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A record of {FORMAT}, up to version {VERSION} of the format",
        "description": "Offsets are code points of the text that they are of, half-open.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"enum": list(range(1, VERSION + 1))},
            "type": {"enum": list(TYPES)},
            "record": {},
        },
        "required": ["format", "version", "type", "record"],
        "allOf": records,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """What JSON a field of some type is, with the definitions that this refers to put among the others."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if get_origin(kind) is types.UnionType:
        return {"anyOf": [_of(each, definitions) for each in get_args(kind)]}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # so that a record that holds its own kind ends
        definitions[kind.__name__] = (
            _of_enumeration(kind) if issubclass(kind, enum.Enum) else _of_record(kind, definitions)
        )
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _of_enumeration(kind: type[enum.Enum]) -> dict[str, Any]:
    values: dict[str, Any] = {"enum": [each.value for each in kind]}
    if kind is DifferenceKind:
        described = "; ".join(
            f"{each}: {entry.label}, mostly {entry.severity}" for each, entry in TAXONOMY.items()
        )
        values = {"description": f"{described}.", **values}
    return values


def _of_record(kind: type[attrs.AttrsInstance], definitions: dict[str, Any]) -> dict[str, Any]:
    hints, fields = get_type_hints(kind), attrs.fields(kind)
    return {
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {field.name: _of(hints[field.name], definitions) for field in fields},
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


if __name__ == "__main__":
    print(json.dumps(schema(), indent=2))
