"""Annotations of GitHub's workflows: a line for each quote to look at, shown beside the line it stands in.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteverify.formats.checked.places import TextLines, is_as_in_file, path_of
from quoteverify.formats.form import CHECK_REPORT, Format, Layout

if TYPE_CHECKING:
    from quoteverify.display.alerts import Alert
    from quoteverify.models import CheckReport, Record


def write(records: "Iterable[Record]", _: Layout) -> Iterator[str]:
    """Make a workflow command of each quote that stops."""
    from quoteverify.display.alerts import alerts
    from quoteverify.models import CheckReport

    for record in records:
        assert isinstance(record, CheckReport)  # `written` has seen to it
        places = TextLines(record.document) if is_as_in_file(record.document) else None
        for alert in alerts(record):
            yield _command(record, alert, places)


def _command(report: "CheckReport", alert: "Alert", places: TextLines | None) -> str:
    path, given = path_of(report.document), {}
    if path is not None:
        given["file"] = path.as_posix()
        if places is not None and alert.span is not None:
            region = places.region(alert.span)
            given |= {"line": str(region.line), "endLine": str(region.end_line)}
            if region.line == region.end_line:  # GitHub has no columns of several lines
                given |= {"col": str(region.column), "endColumn": str(region.end_column)}
    given["title"] = alert.title
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    return f"::error {properties}::{_data(alert.message)}\n"


def _data(text: str) -> str:
    """A message as a command takes it: in one line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format(
    name="github",
    suffixes=(),
    about="annotations of GitHub's workflows, a line for each quote to look at",
    writes=(CHECK_REPORT,),
    write=write,
)
