"""The command line: ``quoteverify parse``, ``compare``, ``verify``, ``check`` and ``archive``.

Whatever is heavy is imported by the command that needs it, so that ``--help`` answers at once.
"""

import argparse
import os
import shutil
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quoteverify.commands.mistakes import (
    STANDARD_INPUT,
    empty_folders,
    look_at,
    look_at_claim,
    look_at_draft,
    with_words,
)
from quoteverify.commands.options import OptionParser
from quoteverify.commands.own_rules import (
    add_language,
    add_policy,
    add_sieves,
    as_parse,
    house,
    profile,
)
from quoteverify.errors import (
    ArgumentValueError,
    QuoteVerifyError,
    UnreadableSourceError,
    UnreadableSourceWarning,
)
from quoteverify.formats.form import CHECK_REPORT, COMPARISON, DOCUMENT, VERIFICATION, Format, Layout
from quoteverify.formats.registry import format_named, format_of, formats_for, written, written_large

if TYPE_CHECKING:
    from quoteverify.archive.store import Archive
    from quoteverify.checking.accepted import Accepted
    from quoteverify.models import CheckReport, Document, Quote, Record, Report
    from quoteverify.text.language import LanguageProfile

FINE, AGAINST, UNUSABLE = 0, 1, 2
REVIEWED = ".docx"
"""The ending of the name of a draft that can be written anew with comments."""
WIDEST = 180
"""In cells: text is no wider on a wider terminal, where the eye does not find the next line."""

DESCRIPTION = "Who said what, do the outlets agree on the words, and did they really say it."
EPILOG = """\
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
        with _warnings_told():
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


@contextmanager
def _warnings_told() -> Iterator[None]:
    """What is passed over is said in a line of its own, when it is passed over."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", UnreadableSourceWarning)
        other = warnings.showwarning

        def tell(message: Warning | str, category: type[Warning], *where: Any, **more: Any) -> None:
            if issubclass(category, UnreadableSourceWarning):
                _complain(message)
            else:
                other(message, category, *where, **more)

        warnings.showwarning = tell
        yield


def _parser() -> argparse.ArgumentParser:
    """The whole command line: a command for each verb, and one for archives with commands of its own."""
    parser = OptionParser(
        prog="quoteverify",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    parse = _command(commands, "parse", "the quotes of each text, with who said them", _parse)
    _texts(parse, "FILE")
    parse.add_argument(
        "--speaker", metavar="NAME", help="only what NAME said, by whichever name each text has for them"
    )
    parse.add_argument(
        "--reports",
        action="store_true",
        help="what is told without marks too (JSON has it in any case)",
    )
    _form(parse, DOCUMENT)

    compare = _command(commands, "compare", "the quotes of several texts laid side by side", _compare)
    _texts(compare, "FILE")
    compare.add_argument(
        "--archive", metavar="ARCHIVE", help="an archive of others, that may say the same or contradict"
    )
    _with_reports(compare)
    _form(compare, COMPARISON)

    verify = _command(commands, "verify", "where a claimed quote stands in the sources", _verify)
    _claim(verify)
    _texts(verify, "SOURCE")
    verify.add_argument(
        "--reported",
        action="store_true",
        help="the claim is told, and no quotation: she would for I will",
    )
    add_policy(verify)
    _form(verify, VERIFICATION)

    check = _command(commands, "check", "every quote of a draft, verified against the sources", _check)
    _drafts(check)
    _form(check, CHECK_REPORT)

    mend = _command(
        commands, "correct", "keep beside a text what was read wrongly, for whenever it is read", _mend
    )
    _corrections(mend)

    serving = _command(commands, "mcp", "serve these commands to a language model (stdio)", _serve)
    serving.add_argument("--folder", metavar="FOLDER", help="the folder whose files the model may have read")
    serving.add_argument("--archive", metavar="ARCHIVE", help="the archive that it may look into")
    add_language(serving)
    add_sieves(serving)

    archive = commands.add_parser("archive", help="sources kept in one file", allow_abbrev=False)
    _archive_commands(archive.add_subparsers(metavar="COMMAND", required=True, title="commands"))
    return parser


def _drafts(check: argparse.ArgumentParser) -> None:
    """What ``check`` takes: drafts, what they are held against, and what may stand."""
    check.add_argument("draft", metavar="DRAFT", help="a file; - reads standard input")
    _texts(check, "SOURCE", least="*")
    check.add_argument(
        "--against",
        metavar="SOURCE",
        action="append",
        default=[],
        help="a source; where it is named so, every file is a draft",
    )
    check.add_argument(
        "--reports", action="store_true", help="verify what the draft tells without marks as well"
    )
    add_policy(check)
    check.add_argument(
        "--accepted",
        metavar="FILE",
        type=Path,
        help="findings that somebody has let stand: they stop nothing until quotation or source change",
    )
    check.add_argument(
        "--accept", action="store_true", help="let all that is found now stand, and add it to --accepted"
    )


def _corrections(mend: argparse.ArgumentParser) -> None:
    """What ``correct`` takes: a text, which of its quotes is meant, and what is right."""
    mend.add_argument("file", metavar="FILE", help="the text's file")
    mend.add_argument("--quote", metavar="WORDS", help="the quote that is meant, or how it begins")
    mend.add_argument("--speaker", metavar="NAME", help="who said it")
    mend.add_argument("--nobody", action="store_true", help="nobody who is named said it")
    mend.add_argument("--no-quotation", action="store_true", help="it is no quotation")
    mend.add_argument("--same", metavar="NAME", nargs="+", help="names of one person, the one to use first")
    add_language(mend)
    add_sieves(mend)


def _archive_commands(within: "argparse._SubParsersAction[OptionParser]") -> None:
    """The commands of an archive: fill it, ask it, lay it out, write it."""
    add = _command(within, "add", "read texts and keep them in an archive, which is made if need be", _add)
    _archive(add)
    _texts(add, "FILE")

    search = _command(within, "verify", "where a claimed quote stands in an archive", _verify_archived)
    _archive(search)
    _claim(search)
    add_language(search)
    add_policy(search)
    _form(search, VERIFICATION)

    said = _command(within, "statements", "all that an archive's texts say, laid side by side", _statements)
    _archive(said)
    add_language(said)
    _with_reports(said)
    _form(said, COMPARISON)

    export = _command(
        within, "export", "write all texts of an archive, with their quotes, to a file", _export
    )
    _archive(export)
    export.add_argument("output", metavar="FILE", type=Path, help="write there, whole or not at all")
    _format(export, DOCUMENT, "the one that FILE's ending tells, else json")


def _with_reports(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reports", action="store_true", help="lay what is told without marks beside what others quote"
    )


def _command(
    commands: "argparse._SubParsersAction[OptionParser]",
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
    return parser


def _texts(parser: argparse.ArgumentParser, name: str, least: str = "+") -> None:
    texts = "a file, a folder of files, or articles in JSON Lines; - reads standard input"
    parser.add_argument("files", metavar=name, nargs=least, help=texts)
    parser.add_argument("--progress", action="store_true", help="show how many texts are read")
    add_language(parser)
    add_sieves(parser)


def _archive(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("archive", metavar="ARCHIVE", help="the archive's file")


def _claim(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", metavar="CLAIM", help="the words as claimed, without marks around them")
    parser.add_argument("--speaker", metavar="NAME", help="who is claimed to have said it")


def _format(parser: argparse.ArgumentParser, kind: str, default: str) -> None:
    formats = formats_for(kind)
    listed = "; ".join(f"{format.name}: {format.about}" for format in formats)
    parser.add_argument(
        "--format", choices=[format.name for format in formats], help=f"{listed} (default: {default})"
    )


def _form(parser: argparse.ArgumentParser, kind: str) -> None:
    _format(parser, kind, "the one that --output's ending tells, else text")
    parser.add_argument("--output", metavar="FILE", type=Path, help="write there, whole or not at all")
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour in text: on a terminal unless NO_COLOR is set (default), always, or never",
    )


class _Version(argparse.Action):
    """Prints the version, which takes a while to look up, only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"quoteverify {version('quoteverify')}")
        parser.exit()


def _parse(options: argparse.Namespace) -> int:
    look_at(options.files)
    documents: Iterable[Document] = _read(options)
    if options.speaker is not None:
        documents = _of_speaker(list(documents), options.speaker, reports=options.reports)
    _show(options, DOCUMENT, documents)
    return FINE


def _of_speaker(documents: "list[Document]", name: str, *, reports: bool) -> "list[Document]":
    """The documents in which somebody speaks, with what they said and nothing else."""
    from quoteverify import said_by

    found = said_by(documents, name, reports=reports)
    if not found:
        names = dict.fromkeys(speaker.name for document in documents for speaker in document.speakers)
        _complain(f"nobody called {name!r} is quoted; those who are: {', '.join(names) or 'nobody'}")
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


def _compare(options: argparse.Namespace) -> int:
    from quoteverify import compare

    look_at(options.files, twice=False)
    documents = _named(_read(options))
    if options.archive:
        with _opened(options.archive, profile(options)) as archive:
            found = compare(documents, archive, reports=options.reports)
    elif len(documents) < 2:
        raise ArgumentValueError("compare needs two texts or more, or --archive")
    else:
        found = compare(documents, lang=profile(options), reports=options.reports)
    _show(options, COMPARISON, [found])
    return FINE


def _verify(options: argparse.Namespace) -> int:
    from quoteverify import verify

    look_at(options.files, twice=False)
    sources = _with_words(_named(_read(options)))
    found = verify(
        look_at_claim(options.claim),
        sources,
        speaker=options.speaker,
        policy=house(options),
        lang=profile(options),
        reported=options.reported,
    )
    _show(options, VERIFICATION, [found])
    return AGAINST if found.stops else FINE


def _check(options: argparse.Namespace) -> int:
    from quoteverify import SourceIndex, check, read

    drafts, sources = [options.draft], options.files
    if options.against:
        drafts, sources = [options.draft, *options.files], options.against
    if not sources:
        raise ArgumentValueError("check needs sources, behind the draft or by --against")
    accepted = _accepted(options)
    for draft in drafts:
        look_at_draft(draft)
    look_at(sources, twice=False)
    read_drafts = (read(draft, id=draft, links=True, **as_parse(options)) for draft in drafts)
    documents = _named(with_words(read_drafts, _complain))
    index = SourceIndex(_with_words(_named(_read(options, sources))), lang=profile(options))
    asked = {"policy": house(options), "reports": options.reports}
    reports = [check(document, index, **asked) for document in documents]
    if accepted is not None:
        reports = _with_accepted(accepted, reports, options)
    if options.output and options.output.suffix.lower() == REVIEWED:
        _review(drafts, reports, options.output)
    else:
        _show(options, CHECK_REPORT, reports)
    return AGAINST if any(report.stops for report in reports) else FINE


def _accepted(options: argparse.Namespace) -> "Accepted | None":
    """The findings that somebody has let stand; none yet where they are to be written for the first time."""
    from quoteverify.checking.accepted import Accepted, read_accepted

    if options.accepted is None:
        if options.accept:
            raise ArgumentValueError("--accept needs --accepted FILE, which it writes")
        return None
    if options.accept and not options.accepted.exists():
        return Accepted()
    return read_accepted(options.accepted)


def _with_accepted(
    accepted: "Accepted", reports: "Sequence[CheckReport]", options: argparse.Namespace
) -> "list[CheckReport]":
    """The reports in which what is accepted stops nothing; with --accept that is all that was found."""
    if options.accept:
        new = sum(map(accepted.add, reports))
        accepted.write(options.accepted)
        _complain(f"{new} accepted, {len(accepted)} in all in {str(options.accepted)!r}")
    return [accepted.applied(report) for report in reports]


def _review(drafts: Sequence[str], reports: "Sequence[CheckReport]", output: Path) -> None:
    """Write a draft of Word's anew, with comments."""
    from quoteverify.formats.reviewed import reviewed
    from quoteverify.text.files import write_whole

    if len(drafts) > 1 or Path(drafts[0]).suffix.lower() != REVIEWED:
        raise ArgumentValueError(
            f"{str(output)!r} would be the draft with comments, which takes one draft in {REVIEWED}"
        )
    write_whole(output, reviewed(Path(drafts[0]).read_bytes(), reports[0]))


def _mend(options: argparse.Namespace) -> int:
    from quoteverify import Correction, read
    from quoteverify.reading.corrections import beside, keep

    look_at_draft(options.file, "the text")
    document = read(options.file, **as_parse(options))
    made = [Correction.one_person(*options.same)] if options.same else []
    said = (options.speaker is not None) + options.nobody + options.no_quotation
    if options.quote is None and not made:
        raise ArgumentValueError("correct needs --quote, or --same with two names or more")
    if said != (options.quote is not None):
        raise ArgumentValueError("--quote needs one of --speaker, --nobody, --no-quotation, and they need it")
    if options.quote is not None:
        quote = _begun(document, options.quote)
        made.append(
            Correction.no_quote(document, quote)
            if options.no_quotation
            else Correction.speaker_of(document, quote, options.speaker)
        )
    keep(options.file, made)
    print(f"{len(made)} kept in {beside(options.file)}")
    return FINE


def _begun(document: "Document", words: str) -> "Quote":
    """The one quote that begins with some words.

    Raises:
        ArgumentValueError: None does, or several do.
    """
    from quoteverify.models.corrections import one_spaced

    wanted = one_spaced(words)
    found = [quote for quote in document.quotes if one_spaced(quote.text).startswith(wanted)]
    if len(found) != 1:
        begin = "no quote begins" if not found else f"{len(found)} quotes begin"
        raise ArgumentValueError(f"{begin} with {words!r}: give as many of its words as tell which is meant")
    return found[0]


def _serve(options: argparse.Namespace) -> int:
    from quoteverify.serving.server import serve

    serve(options.folder, options.archive, **as_parse(options))
    return FINE


def _add(options: argparse.Namespace) -> int:
    from quoteverify import Archive

    look_at(options.files)
    with Archive(options.archive) as archive:
        added = archive.add(_read(options))
        print(f"{added} added, {len(archive)} in all")
    return FINE


def _verify_archived(options: argparse.Namespace) -> int:
    from quoteverify import verify

    claim = look_at_claim(options.claim)
    with _opened(options.archive, profile(options)) as archive:
        found = verify(claim, archive, speaker=options.speaker, policy=house(options))
    _show(options, VERIFICATION, [found])
    return AGAINST if found.stops else FINE


def _statements(options: argparse.Namespace) -> int:

    from quoteverify.archive.collated import Collated

    format = _chosen(options, COMPARISON)
    with (
        _opened(options.archive, profile(options)) as archive,
        Collated(archive, reports=options.reports) as collated,
    ):
        _write(options, format, written_large(collated, format, _layout(options)))
    return FINE


def _export(options: argparse.Namespace) -> int:
    with _opened(options.archive) as archive:
        print(f"{archive.export(options.output, format=options.format)} written")
    return FINE


def _opened(path: str, lang: "LanguageProfile | None" = None) -> "Archive":
    """An archive that is there already: only adding makes one."""
    from quoteverify import Archive
    from quoteverify.text.language import DEFAULT

    if not Path(path).exists():
        raise UnreadableSourceError(f"there is no archive {path!r}; 'quoteverify archive add' makes one")
    return Archive(path, lang=lang or DEFAULT)


def _read(options: argparse.Namespace, paths: Sequence[str] | None = None) -> "Iterator[Document]":
    """The texts of files, folders and collections, one at a time: what is done outlasts an interruption."""
    from quoteverify import read_many

    named = options.files if paths is None else paths
    for empty in empty_folders(named):
        _complain(empty)
    return with_words(read_many(named, progress=options.progress, **as_parse(options)), _complain)


def _with_words(sources: "list[Document]") -> "list[Document]":
    """The sources, once it is found that any of them has words.

    Raises:
        ArgumentValueError: None has: whatever was asked would not be found.
    """
    if not any(source.text.strip() for source in sources):
        raise ArgumentValueError("the sources have no words in them: there is nothing to look into")
    return sources


def _named(given: "Iterable[Document]") -> "list[Document]":
    """Documents of no known outlet are called by their file's stem, or their id where two have one stem."""
    from quoteverify.models.quotes import changed

    documents = list(given)
    stems = ["standard input" if d.id == STANDARD_INPUT else Path(d.id).stem for d in documents]
    return [
        document
        if document.outlet
        else changed(document, outlet=stem if stems.count(stem) == 1 else document.id)
        for document, stem in zip(documents, stems, strict=True)
    ]


def _show(options: argparse.Namespace, kind: str, records: "Iterable[Record]") -> None:
    """Print records as they come, or write them to a file, in the format that was asked for."""
    format = _chosen(options, kind)
    _write(options, format, written(records, format, _layout(options)))


def _chosen(options: argparse.Namespace, kind: str) -> Format:
    """The format that was asked for, by its name or by the ending of a file's.

    Raises:
        ArgumentValueError: It is none for such records; the message lists those there are.
    """
    if options.format:
        return format_named(options.format)
    told = format_of(options.output) if options.output else None
    if told is not None and kind not in told.writes:
        names = ", ".join(format.name for format in formats_for(kind))
        raise ArgumentValueError(
            f"{str(options.output)!r} would be {told.name}; --format must be one of {names}"
        )
    return told or format_named("text")


def _write(options: argparse.Namespace, format: Format, parts: Iterable[str]) -> None:
    if options.output:
        from quoteverify.text.files import write_whole

        write_whole(options.output, parts)
        return
    below_a_bar = getattr(options, "progress", False) and sys.stdout.isatty()
    for part in _held(parts) if below_a_bar else parts:
        left = memoryview(part.encode(_encoding(format), "replace"))
        while left:
            # Python -u writes what a pipe takes at once, and says how much that was.
            left = left[sys.stdout.buffer.write(left) :]


def _held(parts: Iterable[str]) -> Iterator[str]:
    """Parts that wait for the bar above them to end, with the last text or with an interruption."""
    held: list[str] = []
    try:
        held.extend(parts)
    finally:
        yield from held


def _layout(options: argparse.Namespace) -> Layout:
    """How wide a text is, and whether it is coloured."""
    reports = getattr(options, "reports", False)
    return Layout(min(WIDEST, shutil.get_terminal_size().columns), _in_color(options), reports)


def _encoding(format: Format) -> str:
    """What others read is UTF-8; text for a terminal is in what the terminal reads."""
    return sys.stdout.encoding or "utf8" if format.for_terminal else "utf8"


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
