"""What a program does that uses the library: every public name, as strictly typed as mypy has it."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import quoteverify as qv
from quoteverify.exchange.annotations import from_annotations, to_annotations

TEXT = "“We will not sell the yard before spring,” said Ada Aas, the owner. “It is ours.”"
OTHER = "The owner, Ada Aas, said: “We will sell the yard before spring.”"


def documents(paths: Iterable[str]) -> list[qv.Document]:
    """Articles, each with its outlet."""
    owner = qv.Speaker("Ada Aas", aliases=("the owner",))
    english = qv.language("en")
    here = qv.parse(TEXT, outlet="Harbour News", speakers=[owner], lang=english)
    (there,) = qv.parse_many([{"text": OTHER, "outlet": "Port Weekly"}])
    return [here, there, *(qv.read(path) for path in paths), *qv.read_many([])]


def sources(document: qv.Document) -> list[str]:
    """Who said each quote, by a rule of one's own too."""
    sieve = qv.CustomSieve(lambda place: None, before="said_after", confidence=0.9, name="our_rule")
    again = qv.parse(document.text, sieves=[sieve])
    return [quote.speaker.name for quote in again.quotes if quote.speaker is not None]


def report(found: list[qv.Document]) -> str:
    """What the articles say of each other."""
    first, second = found
    comparison = qv.compare(found)
    many = list(qv.compare_many(found))
    pairs = [(i, j) for i, j, score in qv.pair([first.quotes[0].text, second.quotes[0].text]) if score > 0.5]
    alignment = qv.align(first.quotes[0], second.quotes[0])
    index = qv.SourceIndex([first])
    claim = qv.verify(second.quotes[0], index, speaker="Ada Aas")
    checked = qv.check(second, index)
    with tempfile.TemporaryDirectory() as folder, qv.Archive(Path(folder, "kept.qv")) as archive:
        added = archive.add(found)
    said = [(where.name, quote.text) for where, quote in qv.said_by(found, "Ms. Aas")]
    whole: qv.Document = qv.from_json(qv.to_json(first), qv.Document)
    kept = qv.Correction.speaker_of(first, first.quotes[0], "Bo Berg")
    assert qv.correct(first, [kept]).said_by("Bo Berg")
    assert "Ada Aas" in str(qv.explain(whole, whole.quotes[0]))
    noted = from_annotations(to_annotations(whole), whole)
    assert (len(noted.quotes), added, len(many)) == (len(whole.quotes), 2, len(comparison.statements))
    changed = ", ".join(difference.kind.value for difference in (*alignment.differences, *claim.differences))
    return f"{pairs} {said} {changed} {checked.summary} {sources(whole)} {qv.to_frame is not None}"


if __name__ == "__main__":
    try:
        print(report(documents(sys.argv[1:])))
    except qv.QuoteVerifyError as error:
        sys.exit(str(error))
