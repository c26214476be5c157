"""What all documents of an archive say, laid side by side, with little of it in memory at a time."""

import functools
import tempfile
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

import attrs

from quoteverify.archive.store import Archive
from quoteverify.collation.compare.comparison import compare_many
from quoteverify.exchange.serialization import from_json, to_json
from quoteverify.models import Comparison, Document, Statement

KEPT = 256
"""Documents in memory that were last asked for: a statement's are asked for together."""


class Collated:
    """The comparison of an archive's documents, put by in a temporary file, which is gone when it is closed.

    Args:
        archive: The archive, which must stay open. What is added to it meanwhile is not looked at.
        reports: Whether what is told without marks is laid beside what others quote, as for `compare`.

    Attributes:
        documents: The documents by their ids, in the archive's order, each read when it is asked for.
        about: The same at hand, but without their texts and quotes.
        statements: The statements of `compare`, in its order, each read when it is asked for.

    Raises:
        DuplicateDocumentError: Two documents have one id.
        OSError: There is no place for the file.

    >>> from pathlib import Path
    >>> folder = tempfile.TemporaryDirectory()
    >>> with Archive(Path(folder.name) / "news.qv") as archive, Collated(archive) as collated:
    ...     len(collated.documents), len(collated.statements)
    (0, 0)
    >>> folder.cleanup()
    """

    def __init__(self, archive: Archive, *, reports: bool = False) -> None:
        self.about: dict[str, Document] = {}
        self.documents: Mapping[str, Document] = _Documents(archive, self.about)
        stored = _Statements()
        self.statements: Sequence[Statement] = stored
        self.close = stored.close
        try:
            stored.fill(compare_many(self._noted(archive), lang=archive.language, reports=reports))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Collated":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _noted(self, archive: Archive) -> Iterator[Document]:
        """The documents, one at a time, when what they are is noted."""
        for document in archive:
            self.about[document.id] = attrs.evolve(
                document, text="", quotes=(), reports=(), speakers=(), timings=(), pages=()
            )
            yield document


class _Documents(Mapping[str, Document]):
    """The documents of an archive that have some ids."""

    def __init__(self, archive: Archive, ids: Mapping[str, Document]) -> None:
        self._ids = ids
        self._read = functools.lru_cache(maxsize=KEPT)(archive.document)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __getitem__(self, id: str) -> Document:
        if id not in self._ids:
            raise KeyError(id)
        return self._read(id)


class _Statements(Sequence[Statement]):
    """Statements in a temporary file, those of most documents first."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115
        self._starts = array("q")

    def close(self) -> None:
        self._file.close()

    def fill(self, statements: Iterator[Statement]) -> None:
        """Put statements by, and note where each is."""
        bearers = array("q")
        for statement in statements:
            self._starts.append(self._file.tell())
            bearers.append(len({variant.document_id for variant in statement.variants}))
            record = to_json(Comparison(documents=(), statements=(statement,)))
            self._file.write(f"{record}\n".encode("ascii"))
        order = sorted(range(len(bearers)), key=lambda n: -bearers[n])
        self._starts = array("q", (self._starts[n] for n in order))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Statement: ...
    @overload
    def __getitem__(self, at: slice) -> list[Statement]: ...
    def __getitem__(self, at: int | slice) -> Statement | list[Statement]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        self._file.seek(self._starts[at])
        record: Any = from_json(self._file.readline())
        statement: Statement = record.statements[0]
        return statement
