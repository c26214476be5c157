"""``quoteverify parse``: the quotes of each text, with who said them."""

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quoteverify.commands.arguments import FINE, Commands, add_command, add_form, add_texts
from quoteverify.commands.inputs import read_named
from quoteverify.commands.mistakes import look_at
from quoteverify.commands.output import chosen, complain, show
from quoteverify.formats.form import DOCUMENT

if TYPE_CHECKING:
    from quoteverify.models import Document, Quote, Report


def add(commands: Commands) -> None:
    """Add the command."""
    parse = add_command(commands, "parse", "the quotes of each text, with who said them", _run)
    add_texts(parse, "FILE")
    parse.add_argument(
        "--speaker", metavar="NAME", help="only what NAME said, by whichever name each text has for them"
    )
    parse.add_argument(
        "--reports",
        action="store_true",
        help="what is told without marks too (JSON has it in any case)",
    )
    add_form(parse, DOCUMENT)


def _run(options: argparse.Namespace) -> int:
    chosen(options, DOCUMENT)
    look_at(options.files)
    documents: Iterable[Document] = read_named(options)
    if options.speaker is not None:
        documents = _of_speaker(list(documents), options.speaker, reports=options.reports)
    show(options, DOCUMENT, documents)
    return FINE


def _of_speaker(documents: "list[Document]", name: str, *, reports: bool) -> "list[Document]":
    """The documents in which somebody speaks, with what they said and nothing else."""
    from quoteverify import said_by

    found = said_by(documents, name, reports=reports)
    if not found:
        names = dict.fromkeys(speaker.name for document in documents for speaker in document.speakers)
        complain(f"nobody called {name!r} is quoted; those who are: {', '.join(names) or 'nobody'}")
    said: dict[str, list[Quote | Report]] = {}
    for document, one in found:
        said.setdefault(document.id, []).append(one)
    return [_of(document, said[document.id]) for document in documents if document.id in said]


def _of(document: "Document", said: "Sequence[Quote | Report]") -> "Document":
    """A document with some of its quotes, and the reports of the same people."""
    import attrs

    speakers = dict.fromkeys(one.speaker for one in said if one.speaker)
    return attrs.evolve(
        document,
        quotes=[quote for quote in document.quotes if quote in said],
        reports=[report for report in document.reports if report.speaker in speakers],
        speakers=speakers,
    )
