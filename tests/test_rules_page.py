"""The page of every reason, resolution and kind: each has its row, and the row's example is read by it."""

import re
from pathlib import Path

import pytest

from quoteverify import parse
from quoteverify.models import QuoteKind, Reason
from quoteverify.reading.people.resolution import Resolution

PAGE = (Path(__file__).parents[1] / "docs" / "rules.md").read_text(encoding="utf8")
ROW = re.compile(r"^\| `(\w+)` \|(?: [^|]* \|)? ([^|]+) \|$", re.MULTILINE)
READ = {
    "reason": lambda document: {
        str(said.attribution.reason.value) for said in (*document.quotes, *document.reports)
    },
    "resolution": lambda document: {str(quote.attribution.resolution) for quote in document.quotes},
    "kind": lambda document: {quote.kind.value for quote in document.quotes},
}
ROWS = [
    (field, *row)
    for field in READ
    for row in ROW.findall(PAGE.partition(f": `{field}`\n")[2].partition("\n## ")[0])
]
TABLE = "in_row"
"""Its example stands in a table of its own, which a table of Markdown cannot hold."""


@pytest.mark.parametrize(("field", "name", "example"), ROWS, ids=lambda value: value[:20])
def test_the_example_of_a_row_is_read_by_its_rule(field, name, example):
    if example.startswith("*"):
        return  # in words, where no short text shows it
    text = example.replace(" // ", "\n\n")
    if name == TABLE:
        text = "\n".join(f"| {line.replace(', ', ' | ')} |" for line in example.split(" / "))
    assert name in READ[field](parse(text))


@pytest.mark.parametrize(
    ("field", "members"), [("reason", Reason), ("resolution", Resolution), ("kind", QuoteKind)]
)
def test_every_rule_has_its_row(field, members):
    assert {member.value for member in members} <= {name for of, name, _ in ROWS if of == field}
