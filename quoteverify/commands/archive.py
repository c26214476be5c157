"""``quoteverify archive``: sources kept in one file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from quoteverify.commands.arguments import (
    AGAINST,
    FINE,
    Commands,
    add_archive,
    add_claim,
    add_command,
    add_form,
    add_format,
    add_reported,
    add_reports,
    add_texts,
)
from quoteverify.commands.inputs import read_named
from quoteverify.commands.mistakes import look_at, look_at_claim
from quoteverify.commands.output import chosen, layout, show, write
from quoteverify.commands.own_rules import add_language, add_policy, house, profile
from quoteverify.errors import UnreadableSourceError
from quoteverify.formats.form import COMPARISON, DOCUMENT, VERIFICATION
from quoteverify.formats.registry import written_large

if TYPE_CHECKING:
    from quoteverify.archive.store import Archive
    from quoteverify.text.language import LanguageProfile


def add(commands: Commands) -> None:
    """Add the command, which has commands of its own: fill an archive, ask it, lay it out, write it."""
    archive = commands.add_parser("archive", help="sources kept in one file", allow_abbrev=False)
    within = archive.add_subparsers(metavar="COMMAND", required=True, title="commands")
    adding = add_command(
        within, "add", "read texts and keep them in an archive, which is made if need be", _add
    )
    add_archive(adding)
    add_texts(adding, "FILE")

    search = add_command(within, "verify", "where a claimed quote stands in an archive", _verify)
    add_archive(search)
    add_claim(search)
    add_reported(search)
    add_language(search)
    add_policy(search)
    add_form(search, VERIFICATION)

    said = add_command(
        within, "statements", "all that an archive's texts say, laid side by side", _statements
    )
    add_archive(said)
    add_language(said)
    add_reports(said)
    add_form(said, COMPARISON)

    export = add_command(
        within, "export", "write all texts of an archive, with their quotes, to a file", _export
    )
    add_archive(export)
    export.add_argument("output", metavar="FILE", type=Path, help="write there, whole or not at all")
    add_format(export, DOCUMENT, "the one that FILE's ending tells, else json")


def _add(options: argparse.Namespace) -> int:
    from quoteverify import Archive
    from quoteverify.display.phrases import counted

    look_at(options.files)
    with Archive(options.archive) as archive:
        added = archive.add(read_named(options))
        print(f"{counted(added, 'text')} added, {len(archive):,} in the archive")
    return FINE


def _verify(options: argparse.Namespace) -> int:
    from quoteverify import verify

    chosen(options, VERIFICATION)
    claim = look_at_claim(options.claim)
    with opened(options.archive, profile(options)) as archive:
        found = verify(
            claim, archive, speaker=options.speaker, policy=house(options), reported=options.reported
        )
    show(options, VERIFICATION, [found])
    return AGAINST if found.stops else FINE


def _statements(options: argparse.Namespace) -> int:
    from quoteverify.archive.collated import Collated

    format = chosen(options, COMPARISON)
    with (
        opened(options.archive, profile(options)) as archive,
        Collated(archive, reports=options.reports) as collated,
    ):
        write(options, format, written_large(collated, format, layout(options)))
    return FINE


def _export(options: argparse.Namespace) -> int:
    from quoteverify.display.phrases import counted

    with opened(options.archive) as archive:
        written = archive.export(options.output, format=options.format)
    print(f"{counted(written, 'text')} written to {str(options.output)!r}")
    return FINE


def opened(path: str, lang: "LanguageProfile | None" = None) -> "Archive":
    """An archive that is there already: only adding makes one."""
    from quoteverify import Archive
    from quoteverify.text.language import DEFAULT

    if not Path(path).exists():
        raise UnreadableSourceError(f"there is no archive {path!r}; 'quoteverify archive add' makes one")
    return Archive(path, lang=lang or DEFAULT)
