"""``quoteverify mcp``: the other commands, served to a language model."""

import argparse

from quoteverify.commands.arguments import FINE, Commands, add_command
from quoteverify.commands.own_rules import add_language, add_sieves, as_parse


def add(commands: Commands) -> None:
    """Add the command."""
    serving = add_command(commands, "mcp", "serve these commands to a language model (stdio)", _run)
    serving.add_argument("--folder", metavar="FOLDER", help="the folder whose files the model may have read")
    serving.add_argument("--archive", metavar="ARCHIVE", help="the archive that it may look into")
    add_language(serving)
    add_sieves(serving)


def _run(options: argparse.Namespace) -> int:
    from quoteverify.serving.server import serve

    serve(options.folder, options.archive, **as_parse(options))
    return FINE
