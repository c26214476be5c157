"""``quoteverify check``: every quote of a draft, verified against the sources."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quoteverify.commands.arguments import AGAINST, FINE, Commands, add_command, add_form, add_texts
from quoteverify.commands.inputs import called_by_file, read_named, that_have_words
from quoteverify.commands.mistakes import look_at, look_at_draft, with_words
from quoteverify.commands.output import chosen, complain, show
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
    reviewing = _is_reviewed(options, drafts)
    accepted = _accepted(options)
    for draft in drafts:
        look_at_draft(draft)
    look_at(sources, twice=False)
    read_drafts = (read(draft, id=draft, links=True, **as_parse(options)) for draft in drafts)
    documents = called_by_file(with_words(read_drafts, complain))
    index = SourceIndex(that_have_words(called_by_file(read_named(options, sources))), lang=profile(options))
    asked = {"policy": house(options), "reports": options.reports}
    reports = [check(document, index, **asked) for document in documents]
    new = sum(map(accepted.add, reports)) if accepted is not None and options.accept else 0
    if accepted is not None:
        reports = [accepted.applied(report) for report in reports]
    if reviewing:
        _review(drafts[0], reports[0], options.output)
    else:
        show(options, CHECK_REPORT, reports)
    if accepted is not None and options.accept:  # last: who is not told what was found has let nothing stand
        accepted.write(options.accepted)
        from quoteverify.display.phrases import counted

        findings = f"{counted(new, 'finding')} accepted, {len(accepted):,} in all"
        complain(f"{findings} in {str(options.accepted)!r}")
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


def _is_reviewed(options: argparse.Namespace, drafts: Sequence[str]) -> bool:
    """Whether it is a draft of Word's with comments that is asked for, and no format, which is looked at too.

    Raises:
        ArgumentValueError: It is asked for of what is no draft of Word's, or of several; or no format writes
            what was found to such a file.
    """
    if options.format or not options.output or options.output.suffix.lower() != REVIEWED:
        chosen(options, CHECK_REPORT)
        return False
    if len(drafts) > 1 or Path(drafts[0]).suffix.lower() != REVIEWED:
        raise ArgumentValueError(
            f"{str(options.output)!r} would be the draft with comments, which takes one draft in {REVIEWED}"
        )
    return True


def _review(draft: str, report: "CheckReport", output: Path) -> None:
    """Write a draft of Word's anew, with comments."""
    from quoteverify.formats.checked.reviewed import reviewed
    from quoteverify.text.files import write_whole

    write_whole(output, reviewed(Path(draft).read_bytes(), report))
