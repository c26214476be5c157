"""``quoteverify compare``: the quotes of several texts laid side by side."""

import argparse

from quoteverify.commands.archive import opened
from quoteverify.commands.arguments import FINE, Commands, add_command, add_form, add_reports, add_texts
from quoteverify.commands.inputs import called_by_file, read_named
from quoteverify.commands.mistakes import look_at
from quoteverify.commands.output import chosen, show
from quoteverify.commands.own_rules import profile
from quoteverify.errors import ArgumentValueError
from quoteverify.formats.form import COMPARISON


def add(commands: Commands) -> None:
    """Add the command."""
    compare = add_command(commands, "compare", "the quotes of several texts laid side by side", _run)
    add_texts(compare, "FILE")
    compare.add_argument(
        "--archive", metavar="ARCHIVE", help="an archive of others, that may say the same or contradict"
    )
    add_reports(compare)
    add_form(compare, COMPARISON)


def _run(options: argparse.Namespace) -> int:
    from quoteverify import compare

    chosen(options, COMPARISON)
    look_at(options.files, twice=False)
    documents = called_by_file(read_named(options))
    if options.archive:
        with opened(options.archive, profile(options)) as archive:
            found = compare(documents, archive, reports=options.reports)
    elif len(documents) < 2:
        raise ArgumentValueError("compare needs two texts or more, or --archive")
    else:
        found = compare(documents, lang=profile(options), reports=options.reports)
    show(options, COMPARISON, [found])
    return FINE
