"""Articles, recordings and documents of quoteverify's own in JSON and JSON Lines."""

import json
from collections.abc import Iterator
from typing import Any

from quoteverify.errors import ArgumentValueError, ExchangeFormatError, QuoteVerifyError
from quoteverify.exchange.serialization import FORMAT, from_record
from quoteverify.models import Comparison, Document
from quoteverify.reading.sources.recordings import article_of_recording, is_recording

Article = dict[str, Any]
"""What ``parse`` takes: a text and what is known of it."""
FACTS = ("id", "outlet", "title", "url", "published", "lang")
UNREADABLE = (QuoteVerifyError, ValueError, RecursionError)
"""What is raised by data that are neither an article nor a document."""


def of_json(raw: bytes, id: str) -> Iterator[Article | Document]:
    """The articles or documents of a JSON value: of an object, or of each of an array's.

    Args:
        raw: The JSON, in UTF-8.
        id: The id of an article that has none; of several, with its number behind it.

    Raises:
        ValueError: It is no JSON, or holds something else.
        RecursionError: It is nested too deep.

    >>> list(of_json(b'[{"text": "It rained."}]', "a"))
    [{'id': 'a:1', 'text': 'It rained.'}]
    """
    for value, name in _values(raw.decode("utf-8-sig"), id):
        yield from of_value(value, name)


def _values(text: str, id: str) -> Iterator[tuple[Any, str]]:
    """What some JSON holds, each with an id: a value, those of an array, or a value a line."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    try:
        value = json.loads(text)
    except ValueError:
        if len(lines) < 2:
            raise
        for number, line in lines:
            yield json.loads(line), f"{id}:{number}"
        return
    if isinstance(value, list):
        yield from ((each, f"{id}:{number}") for number, each in enumerate(value, 1))
    else:
        yield value, id


def of_line(line: bytes, id: str) -> Iterator[Article | Document]:
    """The article or document of a line of JSON; takes and raises as ``of_json``."""
    yield from of_value(json.loads(line.decode("utf-8-sig")), id)


def of_value(value: Any, id: str) -> Iterator[Article | Document]:
    """The article or the documents that a value of JSON is."""
    if isinstance(value, dict) and value.get("format") == FORMAT:
        record = from_record(value)
        if isinstance(record, Document):
            yield record
        elif isinstance(record, Comparison):
            yield from record.documents
        else:
            raise ExchangeFormatError(f"it is a {value['type']} of quoteverify, and no document")
    elif is_recording(value):
        yield {"id": id, **article_of_recording(value)}
    else:
        yield _article(value, id)


def _article(value: Any, id: str) -> Article:
    """An object with a text, and what is known of it."""
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise ArgumentValueError('it has to be an object with a "text"')
    facts = {name: value[name] for name in FACTS if value.get(name) not in (None, "")}
    if type(facts.get("id")) is int:
        facts["id"] = str(facts["id"])
    article = {"id": id, **facts, "text": value["text"]}
    # What is wrong with an article is said here, where it is known which it is.
    Document(**article)
    return article


def looks_like_json(raw: bytes) -> bool:
    """Whether what comes without a name is JSON: an object or an array, and nothing more."""
    if raw.lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return True
