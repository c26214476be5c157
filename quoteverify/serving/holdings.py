"""What a server may read: the texts it is handed, the files under one folder, one archive. Nothing else."""

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from quoteverify.archive.store import Archive
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.display.phrases import few
from quoteverify.errors import (
    ArgumentValueError,
    MissingExtraError,
    UnreadableSourceError,
    UnreadableSourceWarning,
)
from quoteverify.models import Document
from quoteverify.reading.corrections import beside
from quoteverify.reading.parser import parse
from quoteverify.reading.sieves.custom import CustomSieve
from quoteverify.reading.sources.files import COLLECTIONS, ENDINGS, JSON
from quoteverify.reading.sources.folders import read_many
from quoteverify.text.language import DEFAULT, LanguageProfile, as_profile

_NAMED = 20
"""Files: how many are named to whoever asks for one that is not there."""
_KEPT = 2000
"""Files: how many are kept as they were read; a guard against the memory that more would take."""

Sources = SourceIndex | Archive


class Holdings:
    """The texts, files and archive that a server may read.

    Args:
        folder: The folder whose files may be read; None for no file at all.
        archive: The file of an archive that is there already; None for none.
        lang: The language of all of them, its code or its profile. If None, the one that they say they are
            in, or English.
        sieves: Rules of one's own for who spoke, as `parse` takes them.

    Raises:
        ArgumentValueError: There is no data for the language.
        UnreadableSourceError: There is no such folder or archive.
    """

    def __init__(
        self,
        folder: str | Path | None = None,
        archive: str | Path | None = None,
        *,
        lang: str | LanguageProfile | None = None,
        sieves: Iterable[CustomSieve] = (),
    ) -> None:
        if folder is not None and not Path(folder).is_dir():
            raise UnreadableSourceError(f"there is no folder {str(folder)!r}")
        if archive is not None and not Path(archive).is_file():
            raise UnreadableSourceError(
                f"there is no archive {str(archive)!r}; 'quoteverify archive add' makes one"
            )
        self.folder = None if folder is None else Path(folder).resolve()
        self.lang = None if lang is None else as_profile(lang)
        self.archive = None if archive is None else Archive(archive, lang=self.lang or DEFAULT)
        self._as_parse: dict[str, Any] = {"lang": self.lang} if self.lang else {}
        self._as_parse["sieves"] = tuple(sieves)
        self._read: dict[tuple[object, ...], tuple[Document, ...]] = {}
        self._indexed: tuple[tuple[object, ...], SourceIndex] | None = None

    def close(self) -> None:
        """Close the archive."""
        if self.archive is not None:
            self.archive.close()

    def text(self, text: str | None, file: str | None, what: str) -> Document:
        """One text: the one that is given, or that of a file.

        Raises:
            ArgumentValueError: Neither is given, or both.
            UnreadableSourceError: The file may not be read, or cannot be.
        """
        if (text is None) == (file is None):
            raise ArgumentValueError(f"{what}: give the text itself, or the name of a file, and not both")
        if text is not None:
            return parse(text, id="given", **self._as_parse)
        documents = self._of_file(self._place(str(file)))
        if len(documents) != 1:
            raise UnreadableSourceError(f"{file!r} holds {len(documents)} texts, and one is needed")
        return documents[0]

    def documents(self, texts: Sequence[str], files: Sequence[str]) -> list[Document]:
        """The texts that are given, and those of files and folders.

        Raises:
            UnreadableSourceError: A file may not be read, or cannot be.
        """
        given = [parse(text, id=f"given {number}", **self._as_parse) for number, text in enumerate(texts, 1)]
        places = dict.fromkeys(place for name in files for place in self._places(name))
        return given + [document for place in places for document in self._of_file(place)]

    def sources(self, texts: Sequence[str], files: Sequence[str]) -> Sources:
        """What a claim is looked for in: what is named, or else the archive, or else all of the folder.

        Raises:
            ArgumentValueError: There is nothing to look into.
            UnreadableSourceError: A file may not be read, or cannot be.
        """
        if not texts and not files:
            if self.archive is not None:
                return self.archive
            return self._all()
        return SourceIndex(self.documents(texts, files), lang=self.lang)

    def _all(self) -> SourceIndex:
        """All of the folder, indexed anew only when a file has changed."""
        if self.folder is None:
            raise ArgumentValueError("there are no sources: give their texts")
        places = list(dict.fromkeys(self._walk(self.folder)))
        key = tuple(map(_state, places))
        if self._indexed is None or self._indexed[0] != key:
            documents = [document for place in places for document in self._of_file(place, named=False)]
            self._indexed = key, SourceIndex(documents, lang=self.lang)
        return self._indexed[1]

    def _places(self, name: str) -> Iterator[Path]:
        place = self._place(name)
        return self._walk(place) if place.is_dir() else iter((place,))

    def _place(self, name: str) -> Path:
        """Where a file really is, links followed.

        Raises:
            UnreadableSourceError: It is outside the folder, or not there.
        """
        if self.folder is None:
            raise UnreadableSourceError("no folder is served: give the text itself")
        place = _really(self.folder / name)
        if place is not None and not place.is_relative_to(self.folder):
            raise UnreadableSourceError(f"{name!r} is outside the folder that is served")
        if place is not None and _is_there(place):
            return place
        names = list(dict.fromkeys(map(self._name, self._walk(self.folder))))
        openly, rest = few(names, _NAMED)
        more = f" and {len(rest)} more" if rest else ""
        raise UnreadableSourceError(f"there is no {name!r}; there are {', '.join(openly)}{more}")

    def _walk(self, folder: Path) -> Iterator[Path]:
        """The files of a folder that can be read, none of them hidden or really elsewhere."""
        assert self.folder is not None
        for place, folders, files in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                path = Path(place, name)
                known = path.suffix.lower() in {*ENDINGS, *COLLECTIONS, JSON}
                if known and not name.startswith("."):
                    real = _really(path)
                    if real is not None and real.is_relative_to(self.folder) and real.is_file():
                        yield real

    def _name(self, place: Path) -> str:
        """What a file is called: its path from the folder."""
        assert self.folder is not None
        return place.relative_to(self.folder).as_posix()

    def _of_file(self, place: Path, *, named: bool = True) -> tuple[Document, ...]:
        """The texts of a file, read once for as long as it stays as it is.

        Raises:
            UnreadableSourceError: It was named and cannot be read; of those that were not, it is passed over.
        """
        key = _state(place)
        if key not in self._read:
            if len(self._read) >= _KEPT:
                self._read.clear()
            try:
                self._read[key] = tuple(self._called(self._documents(place), place))
            except (UnreadableSourceError, MissingExtraError) as error:
                if named:
                    # Where the folder stands is nobody's business.
                    told = str(error).replace(str(place), self._name(place))
                    raise UnreadableSourceError(told) from None
                return ()
        return self._read[key]

    def _documents(self, place: Path) -> list[Document]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UnreadableSourceWarning)
            return list(read_many([place], **self._as_parse))

    def _called(self, documents: Iterable[Document], place: Path) -> Iterator[Document]:
        """Documents called by their names in the folder, not by where that stands."""
        for document in documents:
            id = document.id.replace(str(place), self._name(place), 1)
            yield attrs.evolve(document, id=id, outlet=document.outlet or Path(id).stem)


def _really(path: Path) -> Path | None:
    """Where a path leads, links followed; None for what no file can be called, and for links in a ring."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # its name is too long
        return False


def _state(place: Path) -> tuple[object, ...]:
    """A file as it is now, with what is corrected beside it."""
    return place, *_changed(place), *_changed(beside(place))


def _changed(place: Path) -> tuple[int, int]:
    try:
        known = place.stat()
    except OSError:  # there is none
        return 0, 0
    return known.st_mtime_ns, known.st_size
