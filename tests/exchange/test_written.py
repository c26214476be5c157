"""What is written of the records made by hand, whole: other programs read it, so that no change goes unseen.

    PYTHONPATH=tests python tests/exchange/test_written.py

writes ``tests/exchange/written`` anew, for a change that is meant; what changed is then read as any other.
"""

import json
from pathlib import Path

import pytest
from records import check_report, comparison, evening, morning, not_found, quote, span, spliced

from quoteverify.display.alerts import in_full
from quoteverify.exchange.annotations import to_annotations
from quoteverify.exchange.rows import rows
from quoteverify.exchange.schema_org import claim_reviews, quotations
from quoteverify.exchange.serialization import to_json
from quoteverify.exchange.sheets import to_csv
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Speaker, SpeakerKind

FOLDER = Path(__file__).parent / "written"
FERRY = (
    "🚢 “We sail,” Ruth Vale told the board, “at noon.”\n\n“Or not.”\n\n"
    "The board met.\n\n“Ruin,” it said, is “The Long Wait.”"
)


def ferry() -> Document:
    """A document with what the others have not: a ship beyond the first plane, an addressee, a term."""
    vale, board = (
        Speaker("Ruth Vale", aliases=["Vale"], kind=SpeakerKind.PERSON),
        Speaker("The board", kind="body"),
    )
    told = Attribution(
        speaker=vale,
        **{name: span(FERRY, words) for name, words in TOLD.items()},
        reason="said_after",
        resolution="named",
        confidence=0.9,
    )
    return Document(
        id="ferry",
        text=FERRY,
        published="2031-03-05",
        quotes=[
            Quote(
                id="q1",
                spans=[span(FERRY, words) for words in ("We sail,", "at noon.", "Or not.")],
                text="We sail, at noon.\n\nOr not.",
                attribution=told,
            ),
            quote(FERRY, 2, "Ruin,", board, "said_after", 0.8, mention="it", antecedent="The board"),
            quote(FERRY, 3, "The Long Wait.", None, "none", 0.0, kind=QuoteKind.TERM, kind_rule="work"),
        ],
        speakers=[vale, board],
    )


TOLD = {"mention": "Ruth Vale", "cue": "told", "addressee": "the board"}


def as_lines(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


WRITTEN = {
    "quotes.json": lambda: as_lines(list(rows([morning(), ferry()]))),
    "variants.json": lambda: as_lines(list(rows(comparison()))),
    "findings.json": lambda: as_lines([*rows(check_report()), *rows([spliced(), not_found()])]),
    "findings.csv": lambda: "".join(to_csv(check_report())),
    "annotations.json": lambda: as_lines([to_annotations(morning()), to_annotations(ferry(), unit="utf16")]),
    "quotations.json": lambda: as_lines([*quotations(morning()), *quotations(ferry())]),
    "claim_reviews.json": lambda: as_lines(
        [
            *claim_reviews(check_report(), sources=[morning(), evening()], body=in_full),
            *claim_reviews(spliced()),
        ]
    ),
    "document.json": lambda: to_json(ferry(), indent=1) + "\n",
    "comparison.json": lambda: to_json(comparison(), indent=1) + "\n",
    "check_report.json": lambda: to_json(check_report(), indent=1) + "\n",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_nothing_is_written_otherwise_than_it_was(name):
    assert WRITTEN[name]() == (FOLDER / name).read_bytes().decode()


if __name__ == "__main__":
    for name, write in WRITTEN.items():
        (FOLDER / name).write_bytes(write().encode())
