"""The archive: add documents, find them again, and hand verification those that may hold a claim."""

import datetime as dt
import sqlite3
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from quoteverify.archive.file import ArchiveFile
from quoteverify.archive.index import Frequencies, Wanted, indexed
from quoteverify.archive.rows import COLUMNS, LISTED, content, from_row, restored, stored, text_of, to_row
from quoteverify.archive.search import Query
from quoteverify.collation.compare.comparison import compare_many
from quoteverify.collation.verify.sources.source_index import MOST_IDS, SourceIndex
from quoteverify.collation.verify.verification import verify
from quoteverify.errors import (
    ArgumentTypeError,
    ArgumentValueError,
    DuplicateDocumentError,
    check_type,
)
from quoteverify.formats.registry import format_of, write_file
from quoteverify.models import Correction, Document, Passage, Searched, Statement, Wording
from quoteverify.models.quotes import instant
from quoteverify.reading.corrections import as_line, correct, from_line
from quoteverify.text.language import LanguageProfile, as_profile, same_language

# A batch is written when one of these is reached, so that little is lost with what is under way: a commit
# takes some milliseconds, which a thousand documents do not feel (`tests/bench/bench_archive.py` times it).
BATCH_DOCUMENTS = 1000
BATCH_CHARACTERS = 8_000_000
"""In code points: a guard against batches of books, which memory would have to hold."""
BATCH_SECONDS = 5.0
PAGE = 200
"""Documents read at a time where all are gone through: some megabytes of articles."""
MOST_APPEARANCES = 500
"""Documents looked at for all that print a claim: a guard against words that everybody prints."""

MOST_RELATED = 40
"""Documents that are compared for what one says: as many as may share a run of words that tells something."""


@attrs.frozen(kw_only=True)
class Appearance:
    """A document of an archive that prints a claim.

    Attributes:
        document_id: The document.
        published: When it was published; None where that is not known.
        wording: How the claim's words stand to those it prints.
        passage: Where they stand in it.
    """

    document_id: str
    published: dt.date | dt.datetime | None
    wording: Wording
    passage: Passage


class _Covered(NamedTuple):
    """What a search covered when the file had been changed so many times."""

    changes: int
    searched: Searched


class Archive:
    """Documents with their quotes in one SQLite file, made once and added to.

    Any number of processes may read while one writes; another that wants to write waits for it. An
    archive may be used by several threads, which take turns, and after a fork; it is pickled as its path.
    What has been added is on the disk as soon as its batch is; a kill loses the batch under way.

    Args:
        path: The file; it is made if there is none.
        lang: The language of the documents: its code, or its profile.
        timeout: How long to wait for another that is writing, in seconds.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArchiveError: The file cannot be opened or written.
        ExchangeFormatError: It is no archive, or broken, or of a newer version.

    >>> import tempfile
    >>> from quoteverify import verify
    >>> folder = tempfile.TemporaryDirectory()
    >>> archive = Archive(Path(folder.name) / "news.qv")
    >>> archive.add([Document(id="a", text="“We sail at noon,” said Ruth Vale.")])
    1
    >>> verify("We sail at noon", archive).passages[0].document_id
    'a'
    >>> archive.close(); folder.cleanup()
    """

    def __init__(
        self, path: str | Path, *, lang: str | LanguageProfile = "en", timeout: float = 30.0
    ) -> None:
        check_type("path", path, str, Path)
        check_type("timeout", timeout, int, float)
        self.path = Path(path).absolute()
        self.language = as_profile(lang)
        self.timeout = timeout
        self._file = ArchiveFile(self.path, timeout)
        self._frequencies = Frequencies()
        self._covered = _Covered(-1, Searched(documents=0, characters=0))

    def __reduce__(self) -> tuple[Any, ...]:
        return _reopened, (self.path, self.language, self.timeout)

    def __repr__(self) -> str:
        return f"<Archive {str(self.path)!r}>"

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Closing twice is no error; any other use afterwards is."""
        self._file.close()

    # What is there

    def __len__(self) -> int:
        """How many documents there are."""
        return self.searched.documents

    def __iter__(self) -> Iterator[Document]:
        """The documents in the order they were added, those too that are added meanwhile."""
        last = -1
        while True:
            # A page at a time, so that a slow reader keeps nobody from tidying up the log.
            with self._file.reading() as connection:
                page = connection.execute(
                    f"SELECT {LISTED}, number FROM document WHERE number > ? ORDER BY number LIMIT ?",
                    (last, PAGE),
                ).fetchall()
            if not page:
                return
            last = page[-1][-1]
            for *values, _ in page:
                yield from_row(values)

    def __contains__(self, id: object) -> bool:
        """Whether there is a document of this id."""
        return isinstance(id, str) and self._row(id) is not None

    def document(self, id: str) -> Document:
        """The document of this id.

        Raises:
            ArgumentValueError: There is none.
        """
        check_type("id", id, str)
        values = self._row(id)
        if values is None:
            raise ArgumentValueError(f"no document {id!r} among the {len(self):,} of {str(self.path)!r}")
        return from_row(values)

    def _row(self, id: str) -> Any:
        with self._file.reading() as connection:
            return connection.execute(f"SELECT {LISTED} FROM document WHERE id = ?", (stored(id),)).fetchone()

    @property
    def searched(self) -> Searched:
        """What a search of this archive covers."""
        with self._file.reading() as connection:
            documents, characters, changes = connection.execute("SELECT * FROM total").fetchone()
            if self._covered.changes != changes:
                ids = connection.execute(
                    "SELECT id FROM document ORDER BY number LIMIT ?", (MOST_IDS,)
                ).fetchall()
                self._covered = _Covered(
                    changes,
                    Searched(
                        documents=documents,
                        characters=characters,
                        ids=[restored(id) for (id,) in ids],
                        in_other_languages=self._in_other_languages(connection),
                    ),
                )
        return self._covered.searched

    def _in_other_languages(self, connection: sqlite3.Connection) -> int:
        """How many documents say that they are in another language than the archive is for."""
        counts = connection.execute(
            "SELECT lang, count(*) FROM document WHERE lang IS NOT NULL GROUP BY lang"
        )
        return sum(
            count for lang, count in counts if not same_language(str(restored(lang)), self.language.code)
        )

    # Adding and deleting

    def add(self, documents: Document | Iterable[Document]) -> int:
        """Add documents, a batch at a time, but for those that are there already.

        A document is there already if one with its text, outlet, title, address and date is, whatever the
        ids and quotes of the two; to store another reading of a text, delete the first.

        Args:
            documents: Documents, parsed or not, or one. They are taken as they come and written when 1,000
                have come, or 8 million characters, or 5 seconds have passed.

        Returns:
            How many were added.

        Raises:
            ArgumentTypeError: One of them is no Document. All before it are added.
            DuplicateDocumentError: Another document has the same id. All before it are added.
            ArchiveError: The file cannot be written, or another has been writing for too long.
        """
        if isinstance(documents, Document):
            documents = (documents,)
        if isinstance(documents, str) or not isinstance(documents, Iterable):
            raise ArgumentTypeError(
                f"documents must be a Document or several, not {type(documents).__name__}"
            )
        added = 0
        batch: list[Document] = []
        characters, since = 0, time.monotonic()
        try:
            for document in documents:
                check_type("a document", document, Document)
                batch.append(document)
                characters += len(document.text)
                if (
                    len(batch) == BATCH_DOCUMENTS
                    or characters >= BATCH_CHARACTERS
                    or time.monotonic() - since >= BATCH_SECONDS
                ):
                    full, batch, characters = batch, [], 0
                    added += self._write(full)
                    since = time.monotonic()
        finally:
            # What came before an error or an interruption is kept.
            added += self._write(batch)
        return added

    def _write(self, batch: list[Document]) -> int:
        """Add those of a batch that are new, up to one whose id is taken, in one transaction."""
        if not batch:
            return 0
        incoming: dict[bytes, Document] = {}
        for document in batch:
            incoming.setdefault(content(document), document)
        rows: list[tuple[Any, ...]] = []
        added: list[Document] = []
        twice = None
        with self._file.writing() as connection:
            known = _among(connection, "content", incoming)
            new = {key: document for key, document in incoming.items() if key not in known}
            taken = _among(connection, "id", [stored(document.id) for document in new.values()])
            for key, document in new.items():
                document = correct(document, _corrections(connection, document.id))
                values = to_row(document, key)
                if values[0] in taken:
                    twice = document.id
                    break
                taken.add(values[0])
                rows.append(values)
                added.append(document)
            (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM document").fetchone()
            connection.executemany(
                f"INSERT INTO document (number, {LISTED}) VALUES (?, {', '.join('?' * len(COLUMNS))})",
                ((n, *values) for n, values in enumerate(rows, last + 1)),
            )
            connection.executemany(
                "INSERT INTO word (rowid, text) VALUES (?, ?)",
                ((n, indexed(document.text)) for n, document in enumerate(added, last + 1)),
            )
            _count(connection, len(added), sum(len(document.text) for document in added))
        if twice is not None:
            raise DuplicateDocumentError(
                f"the archive has another document of the id {twice!r}: delete that, or choose another id"
            )
        return len(added)

    def correct(self, id: str, corrections: Iterable[Correction]) -> Document:
        """Apply what people corrected to a document, and keep it for other readings added by its id.

        Args:
            id: The document.
            corrections: As for `quoteverify.correct`.

        Returns:
            The document as it is now.

        Raises:
            ArgumentTypeError: An argument is of the wrong type.
            ArgumentValueError: There is no document of this id.
            ArchiveError: The file cannot be written, or another has been writing for too long.
        """
        given = tuple(corrections)
        with self._file.writing() as connection:
            # Read where nobody else can write: what another corrects meanwhile would be undone.
            corrected = correct(self.document(id), given)
            connection.executemany(
                "INSERT OR IGNORE INTO correction VALUES (?, ?)",
                ((stored(id), as_line(one)) for one in given),
            )
            values = to_row(corrected, content(corrected))
            connection.execute(
                f"UPDATE document SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE id = ?",
                (*values, stored(id)),
            )
        return corrected

    def corrections(self, id: str) -> tuple[Correction, ...]:
        """What people corrected in the document of an id, which need not be there any more.

        Raises:
            ArgumentTypeError: ``id`` is not a string.
        """
        check_type("id", id, str)
        with self._file.reading() as connection:
            return _corrections(connection, id)

    def delete(self, id: str) -> None:
        """Delete a document with its quotes. Its words leave the index when SQLite next merges that part.

        Raises:
            ArgumentValueError: There is no document of this id.
            ArchiveError: The file cannot be written, or another has been writing for too long.
        """
        check_type("id", id, str)
        with self._file.writing() as connection:
            found = connection.execute(
                "SELECT number, text FROM document WHERE id = ?", (stored(id),)
            ).fetchone()
            if found is None:
                raise ArgumentValueError(f"no document {id!r} in {str(self.path)!r}")
            number, text = found[0], restored(found[1])
            connection.execute(
                "INSERT INTO word (word, rowid, text) VALUES ('delete', ?, ?)", (number, indexed(text))
            )
            connection.execute("DELETE FROM document WHERE number = ?", (number,))
            _count(connection, -1, -len(text))

    # Looking for words

    def search(self, words: str, *, limit: int = 10) -> tuple[Passage, ...]:
        """Find the documents that hold some words, those first that hold them most for their length.

        Args:
            words: Words that must all be there, in any order; words between quotation marks must follow
                one another.
            limit: The most documents to return.

        Returns:
            A passage for each document: where most of the words stand closest together. Its similarity is
            the share of the words that stand there.

        Raises:
            ArgumentTypeError: An argument is of the wrong type.
            ArgumentValueError: ``limit`` is less than 1.
        """
        check_type("words", words, str)
        _check_limit(limit)
        query = Query(words)
        if not query.expression:
            return ()
        with self._file.reading() as connection:
            found = connection.execute(
                "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rank LIMIT ?", (query.expression, limit)
            ).fetchall()
            rows = _rows(connection, (number for (number,) in found))
        return tuple(query.passage(from_row(values)) for values in rows)

    def catalogue(self) -> Iterator[Document]:
        """The documents without their texts and quotes, in the order they were added."""
        names = "id, outlet, title, url"
        with self._file.reading() as connection:
            rows = connection.execute(f"SELECT {names} FROM document ORDER BY number").fetchall()
        for id, *facts in rows:
            outlet, title, url = (None if fact is None else restored(fact) for fact in facts)
            yield Document(id=restored(id), text="", outlet=outlet, title=title, url=url)

    def about(self, claim: str) -> SourceIndex:
        """An index of the parts of documents that may hold a claim: what `verify` asks of its sources."""
        with self._file.reading() as connection:
            searched = self.searched
            wanted = Wanted(claim, connection, self._frequencies, searched.documents, self.language)
            rows = _rows(connection, sorted(wanted.documents()))
        documents, within = [], {}
        for values in rows:
            stretches = wanted.stretches(text_of(values))
            documents.append(from_row(values, stretches))
            within[documents[-1].id] = stretches
        return SourceIndex(documents, lang=self.language, within=within, searched=searched)

    def appearances(self, claim: str, *, limit: int = 100) -> tuple[Appearance, ...]:
        """Find the documents that print a claim, changed or not, the first published first.

        Args:
            claim: The quote as claimed.
            limit: The most documents to return.

        Returns:
            An appearance for each document; those without a date come last.

        Raises:
            ArgumentTypeError: An argument is of the wrong type.
            ArgumentValueError: ``limit`` is less than 1, or the claim is empty.
        """
        check_type("claim", claim, str)
        _check_limit(limit)
        if not claim.strip():
            raise ArgumentValueError("the claim is empty: there are no words to look for")
        with self._file.reading() as connection:
            wanted = Wanted(claim, connection, self._frequencies, len(self), self.language)
            rows = _rows(connection, wanted.all_documents(MOST_APPEARANCES))
        found = []
        for values in rows:
            stretches = wanted.stretches(text_of(values))
            document = from_row(values, stretches)
            within = {document.id: stretches}
            finding = verify(claim, SourceIndex(document, lang=self.language, within=within))
            if finding.passages:
                found.append(
                    Appearance(
                        document_id=document.id,
                        published=document.published,
                        wording=finding.wording,
                        passage=finding.passages[0],
                    )
                )
        return tuple(sorted(found, key=_when))[:limit]

    def related(self, claims: Iterable[str]) -> Iterator[Document]:
        """Find the documents that may hold any of some claims, changed or not: what `compare` asks for.

        Args:
            claims: What somebody is said to have said.

        Yields:
            Documents with their quotes, each once, those of the first claim first; of each claim 40 at most.

        Raises:
            ArgumentTypeError: Something else than strings was given.
        """
        if isinstance(claims, str) or not isinstance(claims, Iterable):
            raise ArgumentTypeError(f"claims must be an iterable of str, not {type(claims).__name__}")
        seen: set[int] = set()
        documents = len(self)
        for claim in dict.fromkeys(claims):
            check_type("a claim", claim, str)
            with self._file.reading() as connection:
                wanted = Wanted(claim, connection, self._frequencies, documents, self.language)
                numbers = [n for n in wanted.all_documents(MOST_RELATED) if n not in seen]
                rows = _rows(connection, numbers)
            for number, values in zip(numbers, rows, strict=True):
                if wanted.holds(text_of(values)):
                    seen.add(number)
                    yield from_row(values)

    def statements(self) -> Iterator[Statement]:
        """Compare all documents: one statement for each thing said, as `compare_many` has it."""
        yield from compare_many(self, lang=self.language)

    # Leaving

    def export(self, path: str | Path, *, format: str | None = None) -> int:
        """Write all documents to a file, whole or not at all.

        Args:
            path: Where to.
            format: The name of a format of ``quoteverify.formats``; None for the one that the ending of
                ``path`` tells, else JSON Lines, of which ``from_json`` reads each.

        Returns:
            How many were written.

        Raises:
            ArgumentValueError: There is no such format; the message lists those there are.
            OSError: The file cannot be written; what stood there before stays as it was.
        """
        if format is None:
            known = format_of(path)
            format = known.name if known else "json"
        exported = 0

        def documents() -> Iterator[Document]:
            nonlocal exported
            for document in self:
                exported += 1
                yield document

        write_file(path, documents(), format=format)
        return exported


def _reopened(path: Path, lang: LanguageProfile, timeout: float) -> Archive:
    return Archive(path, lang=lang, timeout=timeout)


def _among(connection: sqlite3.Connection, column: str, values: Iterable[Any]) -> set[Any]:
    """Which of some values a column has."""
    values = list(values)
    marks = ", ".join("?" * len(values))
    found = connection.execute(f"SELECT {column} FROM document WHERE {column} IN ({marks})", values)
    return {value for (value,) in found}


def _count(connection: sqlite3.Connection, documents: int, characters: int) -> None:
    connection.execute(
        "UPDATE total SET documents = documents + ?, characters = characters + ?, changes = changes + 1",
        (documents, characters),
    )


def _rows(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Any]:
    """The rows of documents of these numbers, in their order."""
    query = f"SELECT {LISTED} FROM document WHERE number = ?"
    return [connection.execute(query, (number,)).fetchone() for number in numbers]


def _corrections(connection: sqlite3.Connection, id: str) -> tuple[Correction, ...]:
    """What is kept for an id, in the order in which it came."""
    found = connection.execute("SELECT value FROM correction WHERE id = ? ORDER BY rowid", (stored(id),))
    return tuple(from_line(value) for (value,) in found)


def _check_limit(limit: object) -> None:
    check_type("limit", limit, int)
    if isinstance(limit, int) and limit < 1:
        raise ArgumentValueError(f"limit must be 1 or more, not {limit}")


def _when(found: Appearance) -> tuple[bool, dt.datetime]:
    """What appearances sort by: their date, and those without one last."""
    return found.published is None, instant(found.published or dt.date.min)
