"""Files to documents."""

from pathlib import Path
from typing import Any

from quoteverify.errors import UnreadableSourceError, check_type
from quoteverify.models import Document
from quoteverify.reading.parser import parse


def read(path: str | Path, **as_parse: Any) -> Document:
    """Parse a file of text."""
    check_type("path", path, str, Path)
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {error.strerror}") from error
    if b"\0" in raw[:4096]:
        raise UnreadableSourceError(f"{str(path)!r} is not text")
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            return parse(raw.decode(encoding), **as_parse)
        except UnicodeDecodeError:
            continue
    raise UnreadableSourceError(f"{str(path)!r} is not text")
