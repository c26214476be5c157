"""SARIF 2.1.0, which code hosts and editors show: a result for each quote to look at.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from quoteverify.formats.checked.places import TextLines, is_as_in_file, path_of
from quoteverify.formats.form import CHECK_REPORT, Format, Layout

if TYPE_CHECKING:
    from quoteverify.display.alerts import Alert
    from quoteverify.models import CheckReport, Record

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(records: "Iterable[Record]", _: Layout) -> Iterator[str]:
    """Make one log of all reports."""
    from importlib.metadata import version

    from quoteverify.models import CheckReport

    made: list[dict[str, Any]] = []
    rules: dict[str, str] = {}
    for record in records:
        assert isinstance(record, CheckReport)  # `written` has seen to it
        made += _results(record, rules)
    driver = {
        "name": "quoteverify",
        "version": version("quoteverify"),
        "rules": [{"id": name, "shortDescription": {"text": means}} for name, means in rules.items()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": made}
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _results(report: "CheckReport", rules: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The results of a report; the rules that they are of are numbered as they come."""
    from quoteverify.display.alerts import alerts

    places = TextLines(report.document) if is_as_in_file(report.document) else None
    for alert in alerts(report, accepted=True):
        rules.setdefault(alert.rule, alert.meaning)
        yield {
            "ruleId": alert.rule,
            "ruleIndex": list(rules).index(alert.rule),
            "level": "error",
            "message": {"text": alert.message},
            **_locations(report, alert, places),
            "partialFingerprints": {"quote/v1": _fingerprint(alert)},
            # Of a run all results have them or none has (3.27.23): an empty list says "not suppressed".
            "suppressions": [{"kind": "external", "status": "accepted"}] if alert.accepted else [],
        }


def _locations(report: "CheckReport", alert: "Alert", places: TextLines | None) -> dict[str, Any]:
    """Where a result is, as far as that can be said."""
    path = path_of(report.document)
    if path is None:
        return {}
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if places is not None and alert.span is not None:
        region = places.region(alert.span)
        place["region"] = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
    return {"locations": [{"physicalLocation": place}]}


def _uri(path: Path) -> str:
    """A path as a reference to it from the folder we are in, or in full."""
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix().encode("utf8", "surrogateescape"))


def _fingerprint(alert: "Alert") -> str:
    """What makes two results one though the lines have moved: the finding and what is said of it."""
    said = f"{alert.rule}\0{alert.message}".encode("utf8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:32]


FORMAT = Format(
    name="sarif",
    suffixes=(".sarif",),
    about="SARIF 2.1.0, a result for each quote to look at",
    writes=(CHECK_REPORT,),
    write=write,
)
