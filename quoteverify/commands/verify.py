"""``quoteverify verify``: where a claimed quote stands in the sources."""

import argparse

from quoteverify.commands.arguments import (
    AGAINST,
    FINE,
    Commands,
    add_claim,
    add_command,
    add_form,
    add_reported,
    add_texts,
)
from quoteverify.commands.inputs import called_by_file, read_named, that_have_words
from quoteverify.commands.mistakes import look_at, look_at_claim
from quoteverify.commands.output import chosen, show
from quoteverify.commands.own_rules import add_policy, house, profile
from quoteverify.formats.form import VERIFICATION


def add(commands: Commands) -> None:
    """Add the command."""
    verify = add_command(commands, "verify", "where a claimed quote stands in the sources", _run)
    add_claim(verify)
    add_texts(verify, "SOURCE")
    add_reported(verify)
    add_policy(verify)
    add_form(verify, VERIFICATION)


def _run(options: argparse.Namespace) -> int:
    from quoteverify import verify

    chosen(options, VERIFICATION)
    look_at(options.files, twice=False)
    sources = that_have_words(called_by_file(read_named(options)))
    found = verify(
        look_at_claim(options.claim),
        sources,
        speaker=options.speaker,
        policy=house(options),
        lang=profile(options),
        reported=options.reported,
    )
    show(options, VERIFICATION, [found])
    return AGAINST if found.stops else FINE
