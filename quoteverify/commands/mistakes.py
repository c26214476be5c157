"""What is named on the command line, looked at before it is read: a mistake is told as its user sees it."""

import glob
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from quoteverify.errors import ArgumentValueError, UnreadableSourceError

if TYPE_CHECKING:
    from quoteverify.models import Document

STANDARD_INPUT = "-"
COLLECTIONS = (".jsonl", ".ndjson")
_ADDRESS = re.compile(r"[a-z][a-z+.-]+://", re.IGNORECASE)
_PROSE = re.compile(r"[“”„«»\"\n]|(?:\S+\s+){4}")
"""What is in a text and seldom in a file's name: a quotation mark, a line's end, five words."""
_ALIKE = 0.7
"""The likeness, 0 to 1, from which another file may be meant."""
_SHOWN = 60
"""In code points: more of what was typed need not be said again."""


def look_at(paths: Sequence[str], *, twice: bool = True) -> None:
    """Look at what is named as texts, before any of it is read.

    Args:
        paths: Files, folders, or ``"-"`` for the standard input.
        twice: Whether one may be named twice.

    Raises:
        UnreadableSourceError: One is an address, a text itself, or not there.
        ArgumentValueError: One is named twice.
    """
    for path in paths:
        _look_at(path)
    again = next((path for number, path in enumerate(paths) if path in paths[:number]), None)
    if again is not None and not twice:
        raise ArgumentValueError(f"{again!r} is named twice: more than one document has the id {again!r}")


def look_at_draft(path: str, what: str = "a draft") -> None:
    """Look at what is named as one text.

    Args:
        path: The file.
        what: What to call it.

    Raises:
        UnreadableSourceError: As `look_at`, or it is a folder or a file of many texts.
    """
    _look_at(path)
    if path != STANDARD_INPUT and Path(path).is_dir():
        raise UnreadableSourceError(
            f"{path!r} is a folder, and {what} is one file: name the files in it, each by itself"
        )
    if Path(path).suffix.lower() in COLLECTIONS:
        raise UnreadableSourceError(f"{path!r} holds many texts, and {what} is one: save it as a file")


def look_at_claim(claim: str) -> str:
    """A claim, once it is seen to be no file: whoever names one wants its quotations checked.

    Raises:
        ArgumentValueError: It is the path of a file that is there.
    """
    if Path(claim).suffix and _is_there(claim):
        raise ArgumentValueError(
            f"{claim!r} is a file, and the claim is the words themselves: check takes a draft in a file"
        )
    return claim


def _look_at(path: str) -> None:
    """Raise where something cannot be the name of a file that is there."""
    if path == STANDARD_INPUT or _is_there(path) or _matches(path):
        return
    if _ADDRESS.match(path):
        raise UnreadableSourceError(
            f"{shortened(path)!r} is an address, and only files are read: save the page and name that file"
        )
    if _PROSE.search(path):
        raise UnreadableSourceError(
            f"{shortened(path)!r} is no file: name a file with the text, or give the text on standard input "
            "and name -"
        )
    near = _nearest(Path(path))
    hint = f"; did you mean {near!r}?" if near else ""
    raise UnreadableSourceError(f"cannot read {path!r}: no such file or folder{hint}")


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _matches(pattern: str) -> bool:
    """Whether it is a pattern, as a shell's, that some file matches."""
    try:
        return glob.has_magic(pattern) and bool(glob.glob(pattern, recursive=True))  # noqa: PTH207
    except (OSError, ValueError, re.error):
        return False


def _nearest(path: Path) -> str | None:
    """The name most like one that is not there, in the folder that it names."""
    try:
        names = [one.name for one in path.parent.iterdir()]
    except (OSError, ValueError):
        return None
    near = get_close_matches(path.name, names, 1, _ALIKE)
    return str(path.with_name(near[0])) if near else None


def shortened(text: str) -> str:
    r"""What was typed, in one line that is not long.

    >>> shortened("We sail\nat noon")
    'We sail at noon'
    """
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def empty_folders(paths: Iterable[str]) -> Iterator[str]:
    """What to say of the folders that have no file in them."""
    for path in paths:
        folder = Path(path)
        if path != STANDARD_INPUT and folder.is_dir() and not any(one.is_file() for one in folder.rglob("*")):
            yield f"there is no file in {path!r}"


def with_words(documents: "Iterable[Document]", tell: Callable[[str], object]) -> "Iterator[Document]":
    """Documents as they come; of those that have no words in them it is told."""
    for document in documents:
        if not document.text.strip():
            name = "standard input" if document.id == STANDARD_INPUT else repr(document.id)
            tell(f"{name} is empty")
        yield document
