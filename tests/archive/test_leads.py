"""Where the invented claims lead in an archive, line by line: what is looked up, and in which stretches.

    PYTHONPATH=tests python tests/archive/test_leads.py

writes ``tests/archive/leads.txt`` anew, for a change that is meant: read the lines that differ.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from bench import measure_collation, measure_reading

from quoteverify.archive import index
from quoteverify.archive.file import STEPS
from quoteverify.archive.index import Frequencies, Wanted, indexed
from quoteverify.archive.search import Query
from quoteverify.text.language import language

FILE = Path(__file__).with_name("leads.txt")
# As small against these texts as what is set is against many thousands.
SMALL = {"MOST_DOCUMENTS": 3, "MOST_TOGETHER": 2, "MOST_SETS": 4, "MOST_WORDS": 4, "STRETCH": 80, "COMMON": 9}
EACH = 6  # of the claims, and of the pairs of claims that are looked for as one


def texts_and_claims() -> tuple[list[str], list[str]]:
    documents, claims = measure_collation.read_claims(measure_collation.ALTERATIONS)
    articles = [measure_reading.read_article(path).text for path in measure_reading.ARTICLES.glob("a*_*.txt")]
    said = [claim.text for claim in claims if claim.half == "a"][::EACH]
    return [*(document.text for document in documents), *sorted(articles)], said


def places(spans: object) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def lines() -> Iterator[str]:
    texts, claims = texts_and_claims()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in STEPS[0]:
            connection.execute(statement)
        rows = enumerate(map(indexed, texts), 1)
        connection.executemany("INSERT INTO word (rowid, text) VALUES (?, ?)", rows)
        frequencies = Frequencies()
        for claim in (
            *claims,
            *(f"{one} {other}" for one, other in zip(claims, claims[EACH:], strict=False)),
        ):
            yield repr(claim)
            wanted = Wanted(claim, connection, frequencies, len(texts), language("en"))
            yield f"    in {wanted.documents()}, all {wanted.all_documents(8)}"
            for number in wanted.documents():
                yield f"    {number} at {places(wanted.stretches(texts[number - 1]))}"
            query = Query(" ".join(claim.split()[:5]))
            yield f"    search {query.expression!r}"


def small() -> list[str]:
    with patch.multiple(index, **SMALL):
        return list(lines())


def test_claims_lead_where_they_did():
    assert small() == FILE.read_text(encoding="utf8").split("\n")[:-1]


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in small()), encoding="utf8")
