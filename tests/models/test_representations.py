"""What a record says of itself at a prompt: one short line."""

import attrs
import pytest
from records import OKAFOR, RECORDS, altered, comparison, morning

from quoteverify.models import Document

EVERY = [make() for make in RECORDS]
PARTS = [OKAFOR, morning().quotes[0], comparison().statements[0], altered().passages[0]]


@pytest.mark.parametrize("record", EVERY + PARTS, ids=lambda record: type(record).__name__)
def test_a_record_is_one_short_line(record):
    assert "\n" not in repr(record)
    assert len(repr(record)) < 200
    assert type(record).__name__ in repr(record)


def test_a_comparison_sums_itself_up():
    shared = len(comparison().shared)
    assert str(comparison()) == (
        f"<Comparison of 2 documents: {shared} statements in more than one wording or place, "
        f"1 with a substantive difference; {len(comparison().statements) - shared} in one place only>"
    )


def test_a_document_is_called_by_its_first_words_where_nobody_named_it():
    text = "The harbour board met on Monday and said nothing of the yard."
    assert Document(text=text).name == "The harbour board met on Monday and said nothing…"
    assert Document(text=text, id="board.txt").name == "board.txt"
    assert Document(text=text, outlet="Ledger").name == "Ledger"
    empty = Document(text="")
    assert empty.name == empty.id
    moved = attrs.evolve(Document(text=text), text="Other words.")
    assert moved.name == moved.id
