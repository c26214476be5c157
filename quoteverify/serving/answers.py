"""What each verb says, as a short text to read and as plain data with offsets."""

import json
from collections.abc import Sequence
from typing import Any

import attrs

from quoteverify.checking.check import check
from quoteverify.collation.compare.statements import compare
from quoteverify.collation.verify.verification import verify
from quoteverify.display.alerts import alerts, in_short
from quoteverify.display.phrases import counted, in_parts, summary_in_words
from quoteverify.errors import ArgumentValueError
from quoteverify.exchange.rows import rows
from quoteverify.exchange.serialization import to_json
from quoteverify.models import CheckReport, Comparison, Document, Statement, Verification
from quoteverify.serving.holdings import Holdings

_SHOWN = 12
"""Quotes, alerts or statements: more are in the data alone."""


@attrs.frozen
class Answer:
    """What is said: a text, and the same as data."""

    text: str
    data: dict[str, Any]


def parsed(holdings: Holdings, text: str | None, file: str | None) -> Answer:
    r"""Who said what in a text.

    >>> answer = parsed(Holdings(), "“We sail,” said Ruth Vale.", None)
    >>> answer.text
    '1 quote, 1 speaker\n- Ruth Vale: “We sail,”'
    >>> answer.data["quotes"][0]["start"], answer.data["quotes"][0]["end"]
    (1, 9)
    """
    document = holdings.text(text, file, "parse")
    said = [
        f"- {quote.speaker.name if quote.speaker else 'nobody named'}: “{in_parts(quote)}”"
        for quote in document.quotes
    ]
    head = f"{counted(len(document.quotes), 'quote')}, {counted(len(document.speakers), 'speaker')}"
    speakers = [
        {"name": speaker.name, "kind": speaker.kind.value, "aliases": list(speaker.aliases)}
        for speaker in document.speakers
    ]
    data = {"document_id": document.id, "quotes": list(rows(document)), "speakers": speakers}
    return Answer(_listed(head, said), data)


def verified(
    holdings: Holdings,
    claim: str,
    speaker: str | None,
    policy: str | None,
    texts: Sequence[str],
    files: Sequence[str],
) -> Answer:
    """Whether somebody said something."""
    found = verify(claim, holdings.sources(texts, files), speaker=speaker, policy=policy)
    return Answer(in_short(found), {"stops": found.stops, **_plain(found)})


def checked(
    holdings: Holdings,
    draft: str | None,
    draft_file: str | None,
    policy: str | None,
    texts: Sequence[str],
    files: Sequence[str],
) -> Answer:
    """Whether the quotes of a draft are right."""
    document = holdings.text(draft, draft_file, "check")
    report = check(document, holdings.sources(texts, files), policy=policy)
    head = f"{'; '.join(summary_in_words(report)) or 'no quotes'}"
    found = [f"- {alert.message}" for alert in alerts(report)]
    made = _plain(report)
    places = {quote.id: [[span.start, span.end] for span in quote.spans] for quote in report.document.quotes}
    plain = made["verifications"]
    data = {
        "stops": report.stops,
        "summary": report.summary,
        "verifications": [
            {"quote_id": id, "spans_in_draft": places[id], "stops": one.stops, **told}
            for id, one, told in zip(report.quote_ids, report.verifications, plain, strict=True)
        ],
        "unchecked": made["unchecked"],
    }
    return Answer(_listed(head, found), data)


def compared(holdings: Holdings, texts: Sequence[str], files: Sequence[str]) -> Answer:
    """Whether several texts agree on the words."""
    documents = holdings.documents(texts, files)
    if len(documents) < 2:
        raise ArgumentValueError("compare needs two texts or more")
    comparison = compare(documents, lang=holdings.lang)
    shared = list(comparison.shared)
    made = _plain(attrs.evolve(comparison, documents=(), statements=shared))["statements"]
    told = [_told(statement, comparison) for statement in shared]
    head = f"{counted(len(shared), 'statement')} in two texts or more"
    known = [{"id": document.id, "outlet": document.outlet} for document in documents]
    return Answer(_listed(head, told), {"documents": known, "statements": made})


def _told(statement: Statement, comparison: Comparison) -> str:
    """A statement in a few lines: who said it, and each text's words."""
    names = {document.id: document.name for document in comparison.documents}
    who = statement.speaker.name if statement.speaker else "nobody named"
    said = (f"  {names[variant.document_id]}: “{variant.text}”" for variant in statement.variants)
    return "\n".join([f"- {who}{' (disputed)' if statement.disputed else ''}", *said])


def _listed(head: str, lines: Sequence[str]) -> str:
    more = [f"... and {len(lines) - _SHOWN} more, in the data"] if len(lines) > _SHOWN else []
    return "\n".join([head, *lines[:_SHOWN], *more])


def _plain(record: Document | Comparison | Verification | CheckReport) -> dict[str, Any]:
    """A record as JSON has it."""
    made: dict[str, Any] = json.loads(to_json(record))["record"]
    return made
