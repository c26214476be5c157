"""Links to the moment of a recording at which something is heard.

How a service writes it stands in ``data/recordings.toml``; any other address gets the fragment of
Media Fragments URI 1.0, https://www.w3.org/TR/media-frags/.
"""

import functools
import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.exchange.fragments import passage_fragment, text_fragment
from quoteverify.models import Document, Passage, Span


def moment(url: str, seconds: float) -> str:
    """The address of a recording from a moment on.

    Args:
        url: Where the recording is.
        seconds: When, from its beginning; what it says of another moment already goes.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: ``seconds`` is negative or no time.

    >>> moment("https://www.youtube.com/watch?v=sail", 62.5)
    'https://www.youtube.com/watch?v=sail&t=62s'
    >>> moment("https://ledger.example/council.mp3", 62.5)
    'https://ledger.example/council.mp3#t=62.5'
    """
    check_type("url", url, str)
    check_type("seconds", seconds, int, float)
    if not 0 <= seconds < float("inf"):
        raise ArgumentValueError(f"seconds must be from 0 on, not {seconds}")
    try:
        parts = urlsplit(url)
        row = _row_of(parts.hostname or "")
    except ValueError:  # an address in brackets that is none
        return url
    if row is None:
        return urlunsplit(parts._replace(fragment=f"t={seconds:.1f}".removesuffix(".0")))
    time = _FORMS[row["form"]](int(seconds))
    if "fragment" in row:
        return urlunsplit(parts._replace(fragment=f"{row['fragment']}={time}"))
    name = row["query"]
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*kept, (name, time)])))


def passage_link(passage: Passage) -> str:
    """The address of the place of a passage: its moment in a recording, else its words on a page.

    Raises:
        ArgumentTypeError: ``passage`` is something else.
        ArgumentValueError: The passage has no address.
    """
    check_type("passage", passage, Passage)
    if passage.url and passage.time:
        return moment(passage.url, passage.time.start)
    return passage_fragment(passage)


def place_link(document: Document, *spans: Span) -> str:
    """The address of places of a document: the first one's moment in a recording, else their words on a page.

    Raises:
        ArgumentTypeError: ``document`` or a span is something else.
        ArgumentValueError: The document has no address.

    >>> from quoteverify.models import Timing
    >>> heard = [Timing(Span(0, 10), 61, 63)]
    >>> heard = Document(text="It rained.", url="https://youtu.be/rain", timings=heard)
    >>> place_link(heard, Span(3, 9))
    'https://youtu.be/rain?t=61s'
    """
    check_type("document", document, Document)
    heard = document.time_of(spans[0]) if spans and document.url else None
    return moment(document.url or "", heard.start) if heard else text_fragment(document, *spans)


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}h{minutes}m{rest}s"


_FORMS: dict[str, Callable[[int], str]] = {
    "seconds": str,
    "seconds_s": lambda seconds: f"{seconds}s",
    "clock": _clock,
}


@functools.cache
def _rows() -> tuple[dict[str, Any], ...]:
    text = files("quoteverify").joinpath("data", "recordings.toml").read_text(encoding="utf8")
    return tuple(tomllib.loads(text)["row"])


def _row_of(host: str) -> dict[str, Any] | None:
    """What is known of a host, or of the one that it is a part of."""
    return next(
        (
            row
            for row in _rows()
            if any(host == known or host.endswith(f".{known}") for known in row["hosts"])
        ),
        None,
    )
