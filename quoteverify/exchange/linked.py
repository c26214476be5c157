"""What the two kinds of linked data (JSON-LD) share: names for things, and a place for it in a page."""

import json
import re
import uuid
from typing import Any

from quoteverify.models import Document, Passage

_ADDRESS = re.compile('https?://[^\x00-\x20\x7f-\xa0"<>\\\\^`{|}\ud800-\udfff]+')


def address(place: Document | Passage) -> str | None:
    """The url of a document or of a passage's, if it is the whole address of a page; None otherwise.

    >>> address(Document(text="", url="https://ledger.example/ferry"))
    'https://ledger.example/ferry'
    >>> address(Document(text="", url="javascript:alert(1)"))
    """
    return place.url if place.url and _ADDRESS.fullmatch(place.url) else None


def identifier(*names: str) -> str:
    """A name for a thing, the same for the same names on every machine.

    It is a UUID of version 5 (RFC 9562): the names themselves may hold what no address can.

    >>> identifier("document", "ferry")
    'urn:uuid:089a3003-5e82-5575-be8e-f5dee7c2dda9'
    """
    # JSON parts the names, and keeps lone surrogates, in ASCII.
    return uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(["quoteverify", *names])).urn


def script(data: Any) -> str:
    r"""The element that carries linked data in a page of HTML, which nothing in the data can end.

    Args:
        data: What ``annotations``, ``quotations`` or ``claim_reviews`` gives.

    Returns:
        A ``script`` element in ASCII. Its JSON has no "<", ">" or "&" but as escapes.

    >>> script({"text": "</script>"})
    '<script type="application/ld+json">{"text": "\\u003c/script\\u003e"}</script>'
    """
    safe = re.sub("[<>&]", lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(data))
    return f'<script type="application/ld+json">{safe}</script>'
