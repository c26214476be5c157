"""Many files to documents: folders, and collections of articles in JSON Lines."""

import glob
import os
import re
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quoteverify.errors import (
    ArgumentTypeError,
    ArgumentValueError,
    UnreadableSourceError,
    UnreadableSourceWarning,
    check_type,
)
from quoteverify.models import Correction, Document
from quoteverify.models.quotes import changed
from quoteverify.reading.arguments import checked_arguments
from quoteverify.reading.corrections import SUFFIX, correct, kept
from quoteverify.reading.parser import parse_many
from quoteverify.reading.sources.files import (
    COLLECTIONS,
    ENDINGS,
    JSON,
    PAGE,
    STANDARD_INPUT,
    Article,
    article_of_file,
    content,
    places_of,
    records_of_file,
    with_facts,
)
from quoteverify.reading.sources.records import UNREADABLE, of_line
from quoteverify.text.encodings import decode
from quoteverify.text.language import DEFAULT, as_profile

KEPT = "corrections"
"""What an article has beside what `parse` takes: what people corrected."""


def read_many(
    paths: str | Path | Iterable[str | Path],
    *,
    encoding: str | None = None,
    nlp: Callable[[str], Any] | None = None,
    n_process: int = 1,
    progress: bool = False,
    **as_parse: Any,
) -> Iterator[Document]:
    """Parse files, folders and collections of articles, in order.

    What is named has to be there. What is found in it, a file of a folder or a line of a collection, and
    cannot be read is passed over with an ``UnreadableSourceWarning`` that says why.

    Args:
        paths: One or several, each a file as ``read`` takes it; a pattern, as ``texts/**/*.txt``; a folder,
            all of whose files are read, and those of the folders in it, sorted by name, without hidden ones
            and what a browser saves beside a page; or a collection (``.jsonl``), every line a JSON object
            with ``text`` and, where they are known, ``id``, ``outlet``, ``title``, ``url``, ``published`` and
            ``lang``, or a document as ``to_json`` writes it, which is not read anew. A file that ends in
            ``.json`` holds one such object, or several.
        encoding: As for ``read``; a collection is in UTF-8.
        nlp: As for ``parse_many``.
        n_process: As for ``parse_many``.
        progress: As for ``parse_many``.
        **as_parse: What holds of all of them, as ``parse`` takes it.

    Returns:
        The documents, read when they are asked for. The id of a file is its path, that of a line without
        one the path and the number of the line.

    Raises:
        UnreadableSourceError: What is named is not there, or cannot be read.
        MissingExtraError: A file needs an extra that is not installed.
        ArgumentTypeError: ``paths``, or another argument, is of the wrong type.
        ArgumentValueError: ``id`` is given, which only one document can have; or as ``read``.

    >>> [document.id for document in read_many("seeds")]
    ['seeds/README.md', 'seeds/first.txt', 'seeds/second.txt']
    """
    named = _named(paths)
    check_type("encoding", encoding, str, type(None))
    if "id" in as_parse:
        raise ArgumentValueError("id is what one document has; those of many are made from their paths")
    known = checked_arguments(as_parse)
    decode(b" ", encoding)  # raises where Python knows no such encoding

    beside: deque[_Beside] = deque()

    def articles() -> Iterator[Article | Document]:
        for path in named:
            for article in _readable(_articles(Path(path), encoding), known):
                beside.append(_taken(article))
                yield with_facts(article, known) if isinstance(article, Document) else {**article, **known}

    documents = parse_many(articles(), nlp=nlp, n_process=n_process, progress=progress)
    # They come in the order in which they went.
    return (_with(document, *beside.popleft()) for document in documents)


def _readable(
    articles: Iterable[Article | Document], known: Mapping[str, Any]
) -> Iterator[Article | Document]:
    """Those that can be read: an article may say that it is in a language without data."""
    for article in articles:
        if isinstance(article, Document) or "lang" in known or _has_a_language(article):
            yield article


def _has_a_language(article: Article) -> bool:
    """Whether there is data for the language that an article says it is in."""
    try:
        as_profile(article.get("lang", DEFAULT))
    except UNREADABLE as error:
        _pass_over(f"{article['id']!r} is no article: {error}")
        return False
    return True


_Beside = tuple[dict[str, Any], tuple[Correction, ...]]
"""What an article has beside what is parsed: places in its text, and what people corrected."""


def _taken(article: Article | Document) -> _Beside:
    """Take from an article what it has beside what is parsed; what was written whole has it already."""
    return ({}, ()) if isinstance(article, Document) else (places_of(article), article.pop(KEPT, ()))


def _with(document: Document, places: dict[str, Any], corrections: Sequence[Correction]) -> Document:
    """A document with what is known of it beside what was parsed."""
    return correct(changed(document, **places), corrections)


def _named(paths: str | Path | Iterable[str | Path]) -> list[str | Path]:
    """What is named, once it is found to be there."""
    if not isinstance(paths, str | Path | Iterable):
        raise ArgumentTypeError(f"paths must be str, Path or several of them, not {type(paths).__name__}")
    named = [paths] if isinstance(paths, str | Path) else list(paths)
    found: list[str | Path] = []
    for path in named:
        check_type("path", path, str, Path)
        matching = [path] if str(path) == STANDARD_INPUT or _exists(path) else _matching(path)
        if not matching:
            raise UnreadableSourceError(f"cannot read {str(path)!r}: no such file or folder")
        found += matching
    return found


def _matching(pattern: str | Path) -> list[str | Path]:
    """What a pattern with ``*``, ``?`` or ``[…]`` matches, sorted; nothing where it is none."""
    try:
        # As a shell has it: of a path as it is, "**" for folders in folders, nothing that is hidden.
        return list[str | Path](sorted(glob.glob(str(pattern), recursive=True)))  # noqa: PTH207
    except (OSError, ValueError, re.error):
        return []


def _exists(path: str | Path) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _articles(path: Path, encoding: str | None) -> Iterator[Article | Document]:
    """Every article of what is named."""
    if str(path) == STANDARD_INPUT:
        raw = content(path)
        if _is_collection(raw):
            yield from _of_collection(raw.splitlines(keepends=True), path)
        else:
            yield {"id": str(path), **article_of_file(path, raw, encoding)}
    elif path.is_dir():
        for file in _files(path):
            if file.suffix.lower() == SUFFIX:
                continue
            try:
                if file.suffix.lower() not in (readable := {*ENDINGS, *COLLECTIONS, JSON}):
                    known = ", ".join(sorted(readable))
                    raise UnreadableSourceError(f"{str(file)!r} is not one of {known}")
                yield from _articles(file, encoding)
            except UnreadableSourceError as error:
                _pass_over(error)
    elif path.suffix.lower() == JSON:
        yield from records_of_file(path, content(path))
    elif path.suffix.lower() in COLLECTIONS:
        try:
            with path.open("rb") as lines:
                yield from _of_collection(lines, path)
        except OSError as error:
            raise UnreadableSourceError(f"cannot read {str(path)!r}: {error.strerror or error}") from error
    else:
        yield {"id": str(path), KEPT: kept(path), **article_of_file(path, content(path), encoding)}


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, each folder once, however links lead to it."""
    seen = set()
    for place, folders, files in os.walk(folder, followlinks=True, onerror=_pass_over):
        here = Path(place).stat()
        if (here.st_dev, here.st_ino) in seen:
            folders.clear()
            continue
        seen.add((here.st_dev, here.st_ino))
        pages = {Path(file).stem for file in files if ENDINGS.get(Path(file).suffix.lower()) is PAGE}
        # Browsers save what a page shows beside it, in a folder of its name.
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and not (f.endswith("_files") and f[:-6] in pages)
        )
        for file in sorted(files):
            path = Path(place, file)
            # A pipe or a device would be waited for; a link to nothing is reported by whoever opens it.
            if not file.startswith(".") and (path.is_file() or path.is_symlink()):
                yield path


def _of_collection(lines: Iterable[bytes], path: Path) -> Iterator[Article | Document]:
    """The articles and documents of JSON Lines."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from of_line(line, f"{path}:{number}")
        except UNREADABLE as error:
            _pass_over(f"line {number} of {str(path)!r} is no article: {error}")


def _is_collection(raw: bytes) -> bool:
    """Whether what comes without a name is JSON Lines."""
    first = raw.lstrip().partition(b"\n")[0]
    try:
        return first.startswith(b"{") and bool(list(of_line(first, "")))
    except UNREADABLE:
        return False


def _pass_over(reason: object) -> None:
    warnings.warn(f"passed over: {reason}", UnreadableSourceWarning, stacklevel=3)
