"""The command line: ``quoteverify parse``, ``compare``, ``verify`` and ``check``.

Whatever is heavy is imported by the command that needs it, so that ``--help`` answers at once.
"""

import argparse
import os
import shutil
import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quoteverify.errors import (
    ArgumentValueError,
    QuoteVerifyError,
    UnreadableSourceError,
    UnreadableSourceWarning,
)

if TYPE_CHECKING:
    from quoteverify.archive.store import Archive
    from quoteverify.models import Alignment, CheckReport, Comparison, Document, Verification

    Record = Document | Alignment | Comparison | Verification | CheckReport

FINE, AGAINST, UNUSABLE = 0, 1, 2
STANDARD_INPUT = "-"
WIDEST = 110

DESCRIPTION = "Who said what, do the outlets agree on the words, and did they really say it."
EPILOG = """\
examples:
  quoteverify parse article.txt
  quoteverify compare first.txt second.txt --format html --output comparison.html
  quoteverify verify "We will close the bridge" minutes.txt --speaker "Ines Okafor"
  quoteverify check draft.txt interview.txt minutes.txt || echo "look at the quotes"
  quoteverify verify "Nobody asked us" transcripts/ --format json
  quoteverify archive add news.qv articles/ && quoteverify archive verify news.qv "Nobody asked us"
  pdftotext speech.pdf - | quoteverify parse -

exit codes:
  0    done; for verify and check: nothing found against a quote
  1    verify, check: the words of a quote are altered, spliced, a paraphrase or not
       found (with --policy: changed in a way that the house does not allow, or not
       found), or a source gives them to another speaker or qualifies them
  2    a wrong argument, or a file that cannot be read or written
  130  interrupted
  141  whoever read the output stopped reading
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
        code = run(options)
        sys.stdout.flush()
    except QuoteVerifyError as error:
        return _complain(error)
    except BrokenPipeError:
        # Python flushes once more at exit: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + 13
    except OSError as error:
        return _complain(f"{error.strerror or error}: {error.filename}" if error.filename else error)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return code


def _complain(error: object) -> int:
    print(f"quoteverify: {' '.join(str(error).split())}", file=sys.stderr)
    return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteverify",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    texts = "a file, a folder of files, or articles in JSON Lines; - reads standard input"

    parse = _command(commands, "parse", "the quotes of each text, with who said them", _parse)
    parse.add_argument("files", metavar="FILE", nargs="+", help=texts)

    compare = _command(commands, "compare", "the quotes of several texts laid side by side", _compare)
    compare.add_argument("files", metavar="FILE", nargs="+", help=texts)

    verify = _command(commands, "verify", "where a claimed quote stands in the sources", _verify)
    verify.add_argument("claim", metavar="CLAIM", help="the words as claimed, without marks around them")
    verify.add_argument("files", metavar="SOURCE", nargs="+", help=texts)
    verify.add_argument("--speaker", metavar="NAME", help="who is claimed to have said it")
    _policy(verify)

    check = _command(commands, "check", "every quote of a draft, verified against the sources", _check)
    check.add_argument("draft", metavar="DRAFT", help="a file; - reads standard input")
    check.add_argument("files", metavar="SOURCE", nargs="+", help=texts)
    _policy(check)

    archive = commands.add_parser("archive", help="sources kept in one file", allow_abbrev=False)
    within = archive.add_subparsers(metavar="COMMAND", required=True, title="commands")
    file = "the archive's file"

    add = _command(within, "add", "read texts and keep them in an archive, which is made if need be", _add)
    add.add_argument("archive", metavar="ARCHIVE", help=file)
    add.add_argument("files", metavar="FILE", nargs="+", help=texts)

    search = _command(within, "verify", "where a claimed quote stands in an archive", _verify_archived)
    search.add_argument("archive", metavar="ARCHIVE", help=file)
    search.add_argument("claim", metavar="CLAIM", help="the words as claimed, without marks around them")
    search.add_argument("--speaker", metavar="NAME", help="who is claimed to have said it")
    _policy(search)

    said = _command(within, "statements", "all that an archive's texts say, laid side by side", _statements)
    said.add_argument("archive", metavar="ARCHIVE", help=file)
    return parser


def _policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--policy", metavar="NAME", help="judge changed words by what a house allows: strict, guardian"
    )


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    does: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=EPILOG[EPILOG.index("exit codes:") :],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "--format",
        choices=("text", "json", "html"),
        default="text",
        help="text for a terminal (default), JSON (a record a line), or one page of HTML",
    )
    parser.add_argument("--output", metavar="FILE", type=Path, help="write there, whole or not at all")
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour in text: on a terminal unless NO_COLOR is set (default), always, or never",
    )
    return parser


class _Version(argparse.Action):
    """Prints the version, which takes a while to look up, only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"quoteverify {version('quoteverify')}")
        parser.exit()


def _parse(options: argparse.Namespace) -> int:
    _show(options, *_documents(options.files))
    return FINE


def _compare(options: argparse.Namespace) -> int:
    from quoteverify import compare

    documents = _documents(options.files)
    if len(documents) < 2:
        raise ArgumentValueError("compare needs two texts or more")
    _show(options, compare(documents))
    return FINE


def _verify(options: argparse.Namespace) -> int:
    from quoteverify import verify

    sources = _documents(options.files)
    found = verify(options.claim, sources, speaker=options.speaker, policy=options.policy)
    _show(options, found)
    return _code(found)


def _check(options: argparse.Namespace) -> int:
    from quoteverify import check, read

    (draft,) = _named([read(options.draft, id=options.draft)])
    report = check(draft, _documents(options.files), policy=options.policy)
    _show(options, report)
    return max(map(_code, report.verifications), default=FINE)


def _add(options: argparse.Namespace) -> int:
    from quoteverify import Archive

    with Archive(options.archive) as archive:
        added = archive.add(_documents(options.files))
        print(f"{added} added, {len(archive)} in all")
    return FINE


def _verify_archived(options: argparse.Namespace) -> int:
    from quoteverify import verify

    with _opened(options.archive) as archive:
        found = verify(options.claim, archive, speaker=options.speaker, policy=options.policy)
    _show(options, found)
    return _code(found)


def _statements(options: argparse.Namespace) -> int:
    from quoteverify import compare

    with _opened(options.archive) as archive:
        _show(options, compare(archive))
    return FINE


def _opened(path: str) -> "Archive":
    """An archive that is there already: only adding makes one."""
    from quoteverify import Archive

    if not Path(path).exists():
        raise UnreadableSourceError(f"there is no archive {path!r}; 'quoteverify archive add' makes one")
    return Archive(path)


def _code(verification: "Verification") -> int:
    """Whether anything was found against a claim, however small the change, unless a policy allows it."""
    from quoteverify.display.phrases import TONES, Tone

    findings = [verification.speaker_finding, verification.context]
    if verification.allowed is None:
        findings.append(verification.wording)
    against = verification.allowed is False or any(TONES[finding] == Tone.BAD for finding in findings)
    return AGAINST if against else FINE


def _documents(paths: Sequence[str]) -> "list[Document]":
    """The texts of some files, folders and collections, each with a name."""
    from quoteverify import read_many

    with warnings.catch_warnings(record=True) as passed_over:
        warnings.simplefilter("always", UnreadableSourceWarning)
        documents = _named(list(read_many(paths)))
    for warning in passed_over:
        _complain(warning.message)
    return documents


def _named(documents: "list[Document]") -> "list[Document]":
    """Documents of no known outlet are called by their file's stem, or their id where two have one stem."""
    import attrs

    stems = ["standard input" if d.id == STANDARD_INPUT else Path(d.id).stem for d in documents]
    return [
        document
        if document.outlet
        else attrs.evolve(document, outlet=stem if stems.count(stem) == 1 else document.id)
        for document, stem in zip(documents, stems, strict=True)
    ]


def _show(options: argparse.Namespace, *records: "Record") -> None:
    """Print records, or write them to a file, in the form that was asked for."""
    if options.format == "json":
        from quoteverify.exchange.serialization import to_json

        text = "".join(f"{to_json(record)}\n" for record in records)
    elif options.format == "html":
        from quoteverify.display.html import page

        text = page(*records)
    else:
        from quoteverify.display.terminal import render

        width = min(WIDEST, shutil.get_terminal_size().columns)
        text = "\n".join(render(record, width=width, color=_in_color(options)) for record in records)
    if options.output:
        from quoteverify.text.files import write_whole

        write_whole(options.output, text)
    else:
        left = memoryview(text.encode(_encoding(options.format), "replace"))
        while left:
            # Python -u writes what a pipe takes at once, and says how much that was.
            left = left[sys.stdout.buffer.write(left) :]


def _encoding(format: str) -> str:
    """A page says that it is UTF-8; text is in what the terminal reads."""
    return "utf8" if format != "text" else sys.stdout.encoding or "utf8"


def _in_color(options: argparse.Namespace) -> bool:
    """Whether to colour: https://no-color.org tells of NO_COLOR."""
    if options.color != "auto":
        return bool(options.color == "always")
    return (
        not options.output
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


if __name__ == "__main__":
    sys.exit(main())
