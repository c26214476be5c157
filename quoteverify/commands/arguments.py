"""What was typed, taken apart, and what several commands take; for a slip, what may be meant is suggested."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from quoteverify.commands.mistakes import nearest
from quoteverify.commands.own_rules import add_language, add_sieves
from quoteverify.formats.registry import formats_for

FINE, AGAINST, UNUSABLE = 0, 1, 2
"""The exit codes of a command that nobody has interrupted."""
EXIT_CODES = """\
exit codes:
  0    done; for verify and check: nothing to stop for
  1    verify, check: a person should look before this is printed: words that are
       not found or changed in substance, disclosed or not (with --policy: changed in
       a way that the house does not allow), that are somebody else's or disputed,
       or that are cut out of their context; a draft of whose quotations none was
       checked
  2    a wrong argument, or a file that cannot be read or written
  130  interrupted
  141  whoever read the output stopped reading
"""
Commands: TypeAlias = "argparse._SubParsersAction[OptionParser]"
"""Where commands are added."""


class OptionParser(argparse.ArgumentParser):
    """A parser that complains where the mistake is, at the sub-command, and suggests what may be meant."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Take arguments apart; a sub-command has no use for what it does not know."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown and self.get_default("run") is not None:
            self._refuse(unknown)
        return found, unknown

    def _refuse(self, unknown: Sequence[str]) -> NoReturn:
        option = next((word.partition("=")[0] for word in unknown if word.startswith("-")), None)
        hint = self._hint(option) if option else ""
        self.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")

    def _hint(self, option: str) -> str:
        """What an unknown option may mean: one that there is, or a format by its name."""
        format, name = self._option_string_actions.get("--format"), option.lstrip("-")
        if format is not None and name in (format.choices or ()):
            return f" (did you mean --format {name}?)"
        return _meant(option, self._option_string_actions)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            hint = _meant(str(value), map(str, action.choices or ()))
            raise argparse.ArgumentError(action, f"{error.message}{hint}") from None


def _meant(word: str, known: Iterable[str]) -> str:
    """The nearest of the words that there are, as a question; "" where none is near.

    >>> _meant("chek", ["parse", "check"]), _meant("xml", ["json", "csv"])
    (" (did you mean 'check'?)", '')
    """
    near = nearest(word, known)
    return f" (did you mean {near!r}?)" if near else ""


def add_command(
    commands: Commands,
    name: str,
    does: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """Add a command.

    Args:
        commands: Where it is added.
        name: Its name.
        does: What it does, in a line.
        run: What does it, and returns the exit code.
    """
    parser = commands.add_parser(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    return parser


def add_texts(parser: argparse.ArgumentParser, name: str, least: str = "+") -> None:
    """Add the texts to read, and how they are read."""
    texts = "a file, a folder of files, or articles in JSON Lines; - reads standard input"
    parser.add_argument("files", metavar=name, nargs=least, help=texts)
    parser.add_argument("--progress", action="store_true", help="show how many texts are read")
    add_language(parser)
    add_sieves(parser)


def add_archive(parser: argparse.ArgumentParser) -> None:
    """Add the archive that is meant."""
    parser.add_argument("archive", metavar="ARCHIVE", help="the archive's file")


def add_claim(parser: argparse.ArgumentParser) -> None:
    """Add the claimed words, and who is claimed to have said them."""
    parser.add_argument("claim", metavar="CLAIM", help="the words as claimed, without marks around them")
    parser.add_argument("--speaker", metavar="NAME", help="who is claimed to have said it")


def add_reported(parser: argparse.ArgumentParser) -> None:
    """Add the option that says that a claim is no quotation."""
    parser.add_argument(
        "--reported",
        action="store_true",
        help="the claim is told, and no quotation: she would for I will",
    )


def add_reports(parser: argparse.ArgumentParser) -> None:
    """Add the option that lays reports beside quotations."""
    parser.add_argument(
        "--reports", action="store_true", help="lay what is told without marks beside what others quote"
    )


def add_format(parser: argparse.ArgumentParser, kind: str, default: str) -> None:
    """Add the option that names a format for records of a kind."""
    formats = formats_for(kind)
    listed = "; ".join(f"{format.name}: {format.about}" for format in formats)
    parser.add_argument(
        "--format", choices=[format.name for format in formats], help=f"{listed} (default: {default})"
    )


def add_form(parser: argparse.ArgumentParser, kind: str) -> None:
    """Add the options that say where the records of a kind are written, and how."""
    add_format(parser, kind, "the one that --output's ending tells, else text")
    parser.add_argument("--output", metavar="FILE", type=Path, help="write there, whole or not at all")
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour in text: on a terminal unless NO_COLOR is set (default), always, or never",
    )
