"""The command line: ``quoteverify parse``, ``compare``, ``verify``, ``check`` and others; see ``commands``.

Whatever is heavy is imported by the command that needs it, so that ``--help`` answers at once.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence

from quoteverify.commands import archive, check, compare, correct, mcp, parse, verify
from quoteverify.commands.arguments import EXIT_CODES, UNUSABLE, OptionParser
from quoteverify.commands.output import complain, warnings_told
from quoteverify.errors import QuoteVerifyError

COMMANDS = (parse, compare, verify, check, correct, mcp, archive)
DESCRIPTION = "Who said what, do the outlets agree on the words, and did they really say it."
EXAMPLES = """\
examples:
  quoteverify parse article.txt
  quoteverify parse articles/ --format csv --progress > quotes.csv
  quoteverify compare first.txt second.txt --output comparison.html
  quoteverify verify "We will close the bridge" minutes.txt --speaker "Ines Okafor"
  quoteverify check draft.txt interview.txt minutes.txt || echo "look at the quotes"
  quoteverify check --against interviews/ drafts/monday.txt drafts/tuesday.txt
  quoteverify verify "Nobody asked us" transcripts/ --format json
  quoteverify archive add news.qv articles/ && quoteverify archive verify news.qv "Nobody asked us"
  pdftotext speech.pdf - | quoteverify parse -

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What stands after the program's name; from ``sys.argv`` by default.

    Returns:
        The exit code that ``--help`` documents.
    """
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        with warnings_told():
            code = run(options)
        sys.stdout.flush()
    except QuoteVerifyError as error:
        return _unusable(error)
    except BrokenPipeError:
        # Python flushes once more at exit: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + 13
    except OSError as error:
        return _unusable(f"{error.strerror or error}: {error.filename}" if error.filename else error)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return code


def _unusable(error: object) -> int:
    complain(error)
    return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    """The whole command line: a command for each verb, and one for archives with commands of its own."""
    parser = OptionParser(
        prog="quoteverify",
        description=DESCRIPTION,
        epilog=EXAMPLES + EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    for command in COMMANDS:
        command.add(commands)
    return parser


class _Version(argparse.Action):
    """Prints the version, which takes a while to look up, only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"quoteverify {version('quoteverify')}")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
