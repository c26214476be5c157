"""Documents that come once, put by on the disk so that what is outside their quotes can be read again."""

import json
import tempfile
from collections.abc import Iterable, Iterator

from quoteverify.models import Document, Quote, Span


class Spool:
    """Documents in a temporary file, which is gone when it is closed.

    What comes back is what tells where a sentence outside the quotes stands: id, text and date, and the spans
    of the quotes.

    Raises:
        OSError: There is no place for the file.

    >>> with Spool() as spool:
    ...     kept = [len(document.text) for document in spool.through([Document(id="a", text="It rained.")])]
    ...     kept, [document.text for document in spool]
    ([10], ['It rained.'])
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile("w+", encoding="ascii")  # noqa: SIM115

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def through(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Hand documents on, one at a time, when they have been put by.

        Raises:
            OSError: There is no room for them.
        """
        for document in documents:
            spans = [(span.start, span.end) for quote in document.quotes for span in quote.spans]
            published = document.published and document.published.isoformat()
            json.dump((document.id, document.text, published, spans), self._file)
            self._file.write("\n")
            yield document

    def __iter__(self) -> Iterator[Document]:
        self._file.seek(0)
        for line in self._file:
            id, text, published, spans = json.loads(line)
            quotes = [Quote(id="", spans=[Span(*span)], text="") for span in spans]
            yield Document(id=id, text=text, published=published, quotes=quotes)
