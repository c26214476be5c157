"""``quoteverify check``: every quote of a draft, verified against the sources."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quoteverify.commands.arguments import AGAINST, FINE, Commands, add_command, add_form, add_texts
from quoteverify.commands.inputs import called_by_file, read_named, that_have_words
from quoteverify.commands.mistakes import look_at, look_at_draft, with_words
from quoteverify.commands.output import complain, show
from quoteverify.commands.own_rules import add_policy, as_parse, house, profile
from quoteverify.errors import ArgumentValueError
from quoteverify.formats.form import CHECK_REPORT

if TYPE_CHECKING:
    from quoteverify.checking.accepted import Accepted
    from quoteverify.models import CheckReport

REVIEWED = ".docx"
"""The ending of the name of a draft that can be written anew with comments."""


def add(commands: Commands) -> None:
    """Add the command: drafts, what they are held against, and what may stand."""
    check = add_command(commands, "check", "every quote of a draft, verified against the sources", _run)
    check.add_argument("draft", metavar="DRAFT", help="a file; - reads standard input")
    add_texts(check, "SOURCE", least="*")
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
    add_form(check, CHECK_REPORT)


def _run(options: argparse.Namespace) -> int:
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
    documents = called_by_file(with_words(read_drafts, complain))
    index = SourceIndex(that_have_words(called_by_file(read_named(options, sources))), lang=profile(options))
    asked = {"policy": house(options), "reports": options.reports}
    reports = [check(document, index, **asked) for document in documents]
    if accepted is not None:
        reports = _with_accepted(accepted, reports, options)
    if options.output and options.output.suffix.lower() == REVIEWED:
        _review(drafts, reports, options.output)
    else:
        show(options, CHECK_REPORT, reports)
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
        complain(f"{new} accepted, {len(accepted)} in all in {str(options.accepted)!r}")
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
