"""Whole files or none, and no path for a text."""

import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from quoteverify.errors import ArgumentValueError

_PATH = re.compile(r"[^\n]{0,200}[^\s.]\.[A-Za-z]{2,8}")
"""What the path of a file looks like, with its ending."""
_ENDING = slice(-9, -2)
"""Where the point before that ending stands."""


def refuse_path(name: str, text: str) -> None:
    """Raise where a text is the path of a file that is there: nobody means the words of a path.

    Args:
        name: What the text is, for the message.
        text: The text.

    Raises:
        ArgumentValueError: It is such a path.
    """
    if "." not in text[_ENDING] or not _PATH.fullmatch(text):
        return
    try:
        is_file = Path(text).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return
    if is_file:
        raise ArgumentValueError(
            f"{name} must be the words themselves, not the path {text!r}: read() takes that"
        )


def write_whole(path: str | Path, text: str | bytes | Iterable[str]) -> None:
    """Write a text as UTF-8, beside its place first and then renamed, so that no part of a file is left.

    A lone surrogate, which UTF-8 cannot hold, is written as a question mark.

    Args:
        path: Where to.
        text: The text, or its parts as they come; or bytes that are written as they are.

    Raises:
        OSError: It cannot be written; what stood at ``path`` before stays as it was.
    """
    whole = (text,) if isinstance(text, str | bytes) else text
    parts = (part if isinstance(part, bytes) else part.encode("utf8", "replace") for part in whole)
    target = Path(path).resolve()
    if target.exists() and not target.is_file():
        # A device or a pipe (/dev/stdout) is written to, never replaced.
        with target.open("wb") as file:
            file.writelines(parts)
        return
    beside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as file:
            file.writelines(parts)
        if target.exists():
            beside.chmod(target.stat().st_mode)
        beside.replace(target)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is not None:
            # Nobody but this function knows of the name beside it.
            error.filename, error.filename2 = str(path), None
        raise
