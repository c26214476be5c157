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

_PROSE = re.compile(r"[“”„«»\"\n]|(?:\S+\s+){4}")
"""What is in a text and seldom in a file's name: a quotation mark, a line's end, five words."""
ALIKE = 0.6
"""The likeness, 0 to 1, from which another word may be meant: "speker" is 0.92 like "speaker", "gold" 0.22
like "color"."""
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
    from quoteverify.reading.sources.files import COLLECTIONS, STANDARD_INPUT

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
    from quoteverify.reading.sources.files import STANDARD_INPUT, refuse_address

    if path == STANDARD_INPUT or _is_there(path) or _matches(path):
        return
    refuse_address(path)
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
    """The name most like one that is not there, in the same folder; a common ending alone is no likeness."""
    try:
        names = [one.name for one in path.parent.iterdir()]
    except (OSError, ValueError):
        return None
    stem = nearest(path.stem, (Path(name).stem for name in names))
    same = [name for name in names if Path(name).stem == stem]
    return str(path.with_name(get_close_matches(path.name, same, 1, 0.0)[0])) if same else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest of the words that there are; None where none is near.

    >>> nearest("chek", ["parse", "check"]), nearest("xml", ["json", "csv"])
    ('check', None)
    """
    return next(iter(get_close_matches(word, list(known), 1, ALIKE)), None)


def shortened(text: str) -> str:
    r"""What was typed, in one line that is not long.

    >>> shortened("We sail\nat noon")
    'We sail at noon'
    """
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def empty_folders(paths: Iterable[str]) -> Iterator[str]:
    """What to say of the folders that have no file in them."""
    from quoteverify.reading.sources.files import STANDARD_INPUT

    for path in paths:
        folder = Path(path)
        if path != STANDARD_INPUT and folder.is_dir() and not any(one.is_file() for one in folder.rglob("*")):
            yield f"there is no file in {path!r}"


def with_words(documents: "Iterable[Document]", tell: Callable[[str], object]) -> "Iterator[Document]":
    """Documents as they come; of those that have no words in them it is told."""
    from quoteverify.reading.sources.files import STANDARD_INPUT

    for document in documents:
        if not document.text.strip():
            name = "standard input" if document.id == STANDARD_INPUT else repr(document.id)
            tell(f"{name} is empty")
        yield document
