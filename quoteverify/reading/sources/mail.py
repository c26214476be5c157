"""Mail to running text: what was written in it, told from its form, its pictures and what is attached."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

from quoteverify.text.encodings import decode
from quoteverify.text.layout.reading_copy import page_of

_FORMS = ("plain", "html")
"""The forms that a message comes in, the one that is read first."""


def article_of_mail(raw: bytes, encoding: str | None = None, links: bool = False) -> dict[str, Any]:
    r"""Take the text of a mail (``.eml``).

    Args:
        raw: The file.
        encoding: What its text is in; from the message itself where it is None.
        links: Whether to keep the addresses of links: what comes as HTML only is then left as it is.

    Returns:
        The text, of several forms the plain one; ``title``, its subject, and ``published``, its date, where
        it has them. The text is "" where the message has none. Mail that is handed on within it is part of
        it; other attachments are not read.

    >>> article_of_mail(b"Subject: Yard\nContent-Type: text/plain\n\nIt is sold.\n")
    {'text': 'It is sold.\n', 'title': 'Yard'}
    """
    message = email.message_from_bytes(raw, policy=email.policy.default)
    text = "\n\n".join(part for part in _texts(message, encoding, links) if part.strip())
    return {"text": text, **_facts(message)}


def _facts(message: EmailMessage) -> dict[str, Any]:
    """What the head of a message tells, as far as it can be understood."""
    facts: dict[str, Any] = {}
    try:
        if subject := str(message.get("Subject", "")).strip():
            facts["title"] = " ".join(subject.split())
        if (sent := message.get("Date")) is not None and sent.datetime is not None:
            facts["published"] = sent.datetime
    # Odd heads raise whatever the parser of heads comes upon.
    except Exception:
        return facts
    return facts


def _texts(message: EmailMessage, encoding: str | None, links: bool) -> Iterator[str]:
    """The texts of a message, in order: of each that comes in several forms one, and no attachment."""
    waiting: list[Any] = [message]
    while waiting:
        part = waiting.pop()
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            forms = {inner.get_content_type(): inner for inner in reversed(_inner(part))}
            plain = next((forms[f"text/{form}"] for form in _FORMS if f"text/{form}" in forms), None)
            waiting += [plain] if plain is not None else _inner(part)[::-1]
        elif part.is_multipart():
            waiting += _inner(part)[::-1]
        elif kind in ("text/plain", "text/html") and not part.is_attachment():
            text = _decoded(part, encoding)
            yield text if links or kind == "text/plain" else page_of(text).text.strip()


def _inner(part: Any) -> list[Any]:
    found = part.get_payload()
    return list(found) if isinstance(found, list) else []


def _decoded(part: Any, encoding: str | None) -> str:
    """The text of a part, in the encoding that it names, if that is one."""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    try:
        named = encoding or part.get_content_charset()
        "".encode(named or "ascii")
    except (LookupError, UnicodeError, ValueError):
        named = None
    return decode(raw, named).replace("\r\n", "\n")
