"""What each verb says, as a short text to read and as plain data with offsets."""

import json
from collections.abc import Sequence
from typing import Any

import attrs

from quoteverify.checking.check import check
from quoteverify.collation.compare.comparison import compare
from quoteverify.collation.verify.verification import verify
from quoteverify.display.alerts import alerts, in_short
from quoteverify.display.phrases import counted, few, summary_in_words
from quoteverify.display.quotes_in_words import in_parts
from quoteverify.errors import ArgumentValueError
from quoteverify.exchange.rows import rows
from quoteverify.exchange.serialization import to_json
from quoteverify.models import CheckReport, Comparison, Document, Report, ReportKind, Statement, Verification
from quoteverify.serving.holdings import Holdings

_SHOWN = 12
"""Quotes, alerts or statements: more are in the data alone."""


@attrs.frozen
class Reply:
    """What is said: a text, and the same as data."""

    text: str
    data: dict[str, Any]


def parsed(holdings: Holdings, text: str | None, file: str | None, reports: bool = False) -> Reply:
    r"""Who said what in a text.

    >>> answer = parsed(Holdings(), "“We sail,” said Ruth Vale. She said it was late.", None, True)
    >>> print(answer.text)
    1 quote, 1 speaker, 1 report without marks
    - Ruth Vale: “We sail,”
    - Ruth Vale, said without marks: it was late
    >>> answer.data["quotes"][0]["start"], answer.data["quotes"][0]["end"]
    (1, 9)
    """
    document = holdings.text(text, file, "parse")
    said = [
        f"- {quote.speaker.name if quote.speaker else 'nobody named'}: “{in_parts(quote)}”"
        for quote in document.quotes
    ]
    told = (report.speaker for report in document.reports if report.speaker) if reports else ()
    people = dict.fromkeys((*document.speakers, *told))
    head = f"{counted(len(document.quotes), 'quote')}, {counted(len(people), 'speaker')}"
    if reports:
        head += f", {counted(len(document.reports), 'report')} without marks"
        said += map(_reported, document.reports)
    speakers = [
        {"name": speaker.name, "kind": speaker.kind.value, "aliases": list(speaker.aliases)}
        for speaker in people
    ]
    data = {"document_id": document.id, "quotes": list(rows(document, reports=reports)), "speakers": speakers}
    return Reply(_listed(head, said), data)


def _reported(report: Report) -> str:
    """What is told without marks, in a line."""
    whose = report.speaker.name if report.speaker else "nobody named"
    denied = ", denied" if report.negated and report.kind is not ReportKind.DENIED else ""
    return f"- {whose}, {report.kind.value} without marks{denied}: {report.text}"


def verified(
    holdings: Holdings,
    claim: str,
    speaker: str | None,
    policy: str | None,
    texts: Sequence[str],
    files: Sequence[str],
    reported: bool = False,
) -> Reply:
    """Whether somebody said something."""
    sources = holdings.sources(texts, files)
    found = verify(claim, sources, speaker=speaker, policy=policy, reported=reported)
    return Reply(in_short(found), {"stops": found.stops, **_plain(found)})


def checked(
    holdings: Holdings,
    draft: str | None,
    draft_file: str | None,
    policy: str | None,
    texts: Sequence[str],
    files: Sequence[str],
    reports: bool = False,
) -> Reply:
    """Whether the quotes of a draft are right."""
    document = holdings.text(draft, draft_file, "check")
    report = check(document, holdings.sources(texts, files), policy=policy, reports=reports)
    head = f"{'; '.join(summary_in_words(report)) or 'no quotes'}"
    found = [f"- {alert.message}" for alert in alerts(report)]
    made = _plain(report)
    places = {id: [[span.start, span.end] for span in said.spans] for id, said in report.said.items()}
    plain = made["verifications"]
    data = {
        "stops": report.stops,
        "summary": report.summary,
        "verifications": [
            {"quote_id": id, "spans_in_draft": places[id], "stops": one.stops, **told}
            for (id, one), told in zip(report.pairs(), plain, strict=True)
        ],
        "unchecked": made["unchecked"],
    }
    return Reply(_listed(head, found), data)


def compared(holdings: Holdings, texts: Sequence[str], files: Sequence[str], reports: bool = False) -> Reply:
    """Whether several texts agree on the words."""
    documents = holdings.documents(texts, files)
    if len(documents) < 2:
        raise ArgumentValueError("compare needs two texts or more")
    comparison = compare(documents, lang=holdings.lang, reports=reports)
    shared = list(comparison.shared)
    made = _plain(attrs.evolve(comparison, documents=(), statements=shared))["statements"]
    told = [_told(statement, comparison) for statement in shared]
    head = f"{counted(len(shared), 'statement')} in two texts or more"
    known = [{"id": document.id, "outlet": document.outlet} for document in documents]
    return Reply(_listed(head, told), {"documents": known, "statements": made})


def _told(statement: Statement, comparison: Comparison) -> str:
    """A statement in a few lines: who said it, and each text's words."""
    names = {document.id: document.name for document in comparison.documents}
    who = statement.speaker.name if statement.speaker else "nobody named"
    said = (
        f"  {names[variant.document_id]}"
        + (f", without marks: {variant.text}" if variant.is_reported else f": “{variant.text}”")
        for variant in statement.variants
    )
    return "\n".join([f"- {who}{' (disputed)' if statement.disputed else ''}", *said])


def _listed(head: str, lines: Sequence[str]) -> str:
    openly, rest = few(lines, _SHOWN)
    return "\n".join([head, *openly, *([f"... and {len(rest)} more, in the data"] if rest else [])])


def _plain(record: Document | Comparison | Verification | CheckReport) -> dict[str, Any]:
    """A record as JSON has it."""
    made: dict[str, Any] = json.loads(to_json(record))["record"]
    return made
