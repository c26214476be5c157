"""The file of an archive: how it is made, told from others, brought up to date, shared and kept whole."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from quoteverify.errors import ArchiveError, ExchangeFormatError

APPLICATION_ID = 0x51764172
"""What SQLite's header says of a file that is an archive: "QvAr"."""

# Each step brings a file from the version of its place here to the next, the first an empty file to
# version 1. A step that has been in a release is never changed: what it lacks is the next step's.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE document (
            number INTEGER PRIMARY KEY,
            id NOT NULL UNIQUE,
            content BLOB NOT NULL UNIQUE,
            outlet, title, url, published TEXT,
            timings,
            reading,
            text NOT NULL
        )""",
        # What is done often (count, tell what was searched) must not read the whole table.
        "CREATE TABLE total (documents INTEGER, characters INTEGER, changes INTEGER)",
        "INSERT INTO total VALUES (0, 0, 0)",
        # The text is in the table above: the index need not hold it again.
        # Signs that are read aloud are words.
        """CREATE VIRTUAL TABLE word USING fts5(
            text, content='', tokenize="unicode61 remove_diacritics 2 tokenchars '%$£€¥'"
        )""",
        # A batch goes into the index in one piece; in pieces of 1 MB, as SQLite has it, that takes longer.
        "INSERT INTO word (word, rank) VALUES ('hashsize', 16777216)",
        "CREATE VIRTUAL TABLE frequency USING fts5vocab(word, row)",
    ),
    # A quote in `reading` has three values more; what is there stays as it is, and `rows` reads both. How
    # many documents are in which language is told without reading them.
    ("ALTER TABLE document ADD COLUMN lang", "CREATE INDEX language ON document (lang)"),
    # Where the pages of a document stand that is printed on pages.
    ("ALTER TABLE document ADD COLUMN pages",),
    # A quote in `reading` has its gaps too; what is there stays as it is. Reports stand apart from the
    # quotes, which are asked for far more often; of what is there they are read when they are asked for. What
    # people corrected is kept by the id of its document, and outlasts it.
    (
        "ALTER TABLE document ADD COLUMN reports",
        "CREATE TABLE correction (id NOT NULL, value TEXT NOT NULL, PRIMARY KEY (id, value))",
    ),
)

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
"""In bytes: https://www.sqlite.org/fileformat.html, section 1.3, has what stands where in it."""
_PAUSE = 0.01
"""In seconds: how long to wait before looking again whether another has made the archive."""
_BROKEN = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
_BUSY = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))


class ArchiveFile:
    """One connection to an archive's file, which several threads may use in turn.

    The journal is a write-ahead log: readers go on beside the one writer, and see the archive as it was
    when they began. Each commit waits until the log is on the disk (``synchronous=FULL``), so that what is
    confirmed outlives a power cut as well as a kill; with one commit for a batch that costs next to nothing.

    Args:
        path: Where the file is, or is to be made.
        timeout: How long to wait for another that is writing, in seconds.

    Raises:
        ArchiveError: The file cannot be opened or written.
        ExchangeFormatError: It is no archive, or broken, or of a newer version.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self.path = path
        self.timeout = timeout
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._connect()

    def _connect(self) -> None:
        if self.path.is_dir():
            raise ArchiveError(
                f"{str(self.path)!r} is a folder, and an archive is one file: name a file in it"
            )
        with self._errors_told():
            # Under the lock below, any thread may use what another has opened.
            connection = sqlite3.connect(
                self.path, timeout=self.timeout, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare_in_turn(connection)
            except BaseException:
                connection.close()
                raise
        self._connection = connection
        self._process = os.getpid()

    def _prepare_in_turn(self, connection: sqlite3.Connection) -> None:
        """Prepare, and wait where several make one archive: SQLite itself does not, while there is no log."""
        deadline = time.monotonic() + self.timeout
        while True:
            try:
                return self._prepare(connection)
            except sqlite3.OperationalError as error:
                if _code(error) not in _BUSY or time.monotonic() >= deadline:
                    raise
                time.sleep(_PAUSE)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """See that the file is an archive, make it one if it is empty, and bring it up to date."""
        self._check_whole()
        # What another makes of the file meanwhile is seen as a whole or not at all.
        with _transaction(connection, "DEFERRED"):
            version = self._version(connection)
        if version < len(STEPS):
            # Most articles with their quotes fit in a page of this size, and fewer pages are written.
            connection.execute("PRAGMA page_size = 8192")
            connection.execute("PRAGMA journal_mode = WAL")
            with _transaction(connection, "IMMEDIATE"):
                # Another may have made or changed it since.
                version = self._version(connection)
                for step in STEPS[version:]:
                    for statement in step:
                        connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("PRAGMA synchronous = FULL")

    def _version(self, connection: sqlite3.Connection) -> int:
        """The version of the file's format, 0 for an empty file."""
        application, version, tables = (
            connection.execute(query).fetchone()[0]
            for query in (
                "PRAGMA application_id",
                "PRAGMA user_version",
                "SELECT count(*) FROM sqlite_master",
            )
        )
        if application != APPLICATION_ID and (application or version or tables):
            raise ExchangeFormatError(f"{str(self.path)!r} is a database, but no archive of quoteverify")
        if version > len(STEPS):
            raise ExchangeFormatError(
                f"{str(self.path)!r} was written by a newer quoteverify "
                f"(version {version}; this one reads up to {len(STEPS)})"
            )
        return int(version)

    def _check_whole(self) -> None:
        """Raise if the end of the file is missing, which SQLite finds out only when it gets there."""
        # With a log beside it, a file may rightly be shorter than it says: the rest is in the log.
        if not self._has_log() and self._is_short() and not self._has_log():
            raise ExchangeFormatError(f"{str(self.path)!r} is broken: its end is missing")

    def _has_log(self) -> bool:
        log = self.path.with_name(self.path.name + "-wal")
        return log.exists() and log.stat().st_size > 0

    def _is_short(self) -> bool:
        if not self.path.is_file():
            return False
        with self.path.open("rb") as file:
            header = file.read(_HEADER)
        size = int.from_bytes(header[16:18]) if header[16:18] != b"\0\1" else 65536
        return (
            header.startswith(_MAGIC)
            and len(header) == _HEADER
            and self.path.stat().st_size < size * int.from_bytes(header[28:32])
        )

    @contextmanager
    def _errors_told(self) -> Iterator[None]:
        """Say what SQLite's errors mean for an archive."""
        path = str(self.path)
        try:
            yield
        except sqlite3.Error as error:
            code = _code(error)
            if code in _BROKEN:
                raise ExchangeFormatError(
                    f"{path!r} is broken, or no archive of quoteverify: {error}"
                ) from error
            if code in _BUSY:
                raise ArchiveError(
                    f"{path!r} is being written by another, waited {self.timeout:g} s: {error}"
                ) from error
            raise ArchiveError(f"{path!r}: {error}") from error

    @contextmanager
    def _transaction(self, mode: str) -> Iterator[sqlite3.Connection]:
        with self._lock, self._errors_told():
            if self._connection is None:
                raise ArchiveError(f"{str(self.path)!r} was closed")
            if self._process != os.getpid():
                # A connection must not be carried over a fork, nor closed on this side of it.
                self._abandoned = self._connection
                self._connect()
            if self._connection.in_transaction:
                yield self._connection
                return
            with _transaction(self._connection, mode):
                yield self._connection

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """A transaction that sees the archive as it is now, whatever is written meanwhile."""
        return self._transaction("DEFERRED")

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """A transaction that is wholly in the file when it ends, or not at all when it raises."""
        return self._transaction("IMMEDIATE")

    def close(self) -> None:
        """Close the connection; closing twice is no error."""
        with self._lock, self._errors_told():
            if self._connection is not None and self._process == os.getpid():
                self._connection.close()
            self._connection = None


def _code(error: sqlite3.Error) -> int:
    """SQLite's code for an error, without what it adds to tell cases apart; 0 for Python's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def _transaction(connection: sqlite3.Connection, mode: str) -> Iterator[None]:
    connection.execute(f"BEGIN {mode}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself where the disk is full.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
