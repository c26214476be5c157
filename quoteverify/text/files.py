"""Whole files or none."""

import secrets
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: str | Path, text: str | Iterable[str]) -> None:
    """Write a text as UTF-8, beside its place first and then renamed, so that no part of a file is left.

    A lone surrogate, which UTF-8 cannot hold, is written as a question mark.

    Args:
        path: Where to.
        text: The text, or its parts as they come.

    Raises:
        OSError: It cannot be written; what stood at ``path`` before stays as it was.
    """
    parts = (part.encode("utf8", "replace") for part in ((text,) if isinstance(text, str) else text))
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
