"""The texts that are named on the command line, read one at a time."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quoteverify.commands.mistakes import empty_folders, with_words
from quoteverify.commands.output import complain
from quoteverify.commands.own_rules import as_parse
from quoteverify.errors import ArgumentValueError

if TYPE_CHECKING:
    from quoteverify.models import Document


def read_named(options: argparse.Namespace, paths: Sequence[str] | None = None) -> "Iterator[Document]":
    """The texts of files, folders and collections, one at a time: what is done outlasts an interruption."""
    from quoteverify import read_many

    named = options.files if paths is None else paths
    for empty in empty_folders(named):
        complain(empty)
    return with_words(read_many(named, progress=options.progress, **as_parse(options)), complain)


def that_have_words(sources: "list[Document]") -> "list[Document]":
    """The sources, once it is found that any of them has words.

    Raises:
        ArgumentValueError: None has: whatever was asked would not be found.
    """
    if not any(source.text.strip() for source in sources):
        raise ArgumentValueError("the sources have no words in them: there is nothing to look into")
    return sources


def called_by_file(given: "Iterable[Document]") -> "list[Document]":
    """Documents of no known outlet are called by their file's stem, or their id where two have one stem."""
    from quoteverify.models.quotes import changed
    from quoteverify.reading.sources.files import STANDARD_INPUT

    documents = list(given)
    stems = ["standard input" if d.id == STANDARD_INPUT else Path(d.id).stem for d in documents]
    return [
        document
        if document.outlet
        else changed(document, outlet=stem if stems.count(stem) == 1 else document.id)
        for document, stem in zip(documents, stems, strict=True)
    ]
