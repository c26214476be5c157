"""What a record says of itself at a prompt: one short line."""

import attrs
import pytest
from records import OKAFOR, RECORDS, altered, comparison, morning

from quoteverify import align, check, compare, parse
from quoteverify.models import Attribution, Document, OtherWording, Passage, Quote, Report, Span, Speaker

EVERY = [make() for make in RECORDS]
PARTS = [OKAFOR, morning().quotes[0], comparison().statements[0], altered().passages[0]]


@pytest.mark.parametrize("record", EVERY + PARTS, ids=lambda record: type(record).__name__)
def test_a_record_is_one_short_line(record):
    assert "\n" not in repr(record)
    assert len(repr(record)) < 200
    assert type(record).__name__ in repr(record)


VALE = Speaker("Ruth Vale", kind="person")
SAILS = Passage(document_id="log", spans=[Span(0, 7)], text="We sail", similarity=1.0)
SHOWN = {
    "<Speaker 'Ruth Vale'>": Speaker("Ruth Vale"),
    "<Speaker 'Ruth Vale', person>": VALE,
    "<Quote 'q1' of nobody named, speech: 'We sail'>": Quote(id="q1", spans=[Span(1, 8)], text="We sail"),
    "<Quote 'q1' of Ruth Vale, block: 'We sail'>": Quote(
        id="q1", spans=[Span(1, 8)], text="We sail", kind="block", attribution=Attribution(speaker=VALE)
    ),
    "<Report 'r1' of nobody named, said: 'late'>": Report(id="r1", spans=[Span(1, 5)], text="late"),
    "<Report 'r1' of Ruth Vale, said, denied: 'it is late'>": Report(
        id="r1", spans=[Span(1, 11)], text="it is late", negated=True, attribution=Attribution(speaker=VALE)
    ),
    "<Alignment verbatim: 'We sail' and 'We sail'>": align("We sail", "We sail"),
    "<Alignment altered, substantive: 'We sail' and 'We row'>": align("We sail", "We row"),
    "<CheckReport of '“We sail,” said Bo Aas.': 1 verbatim; 1 to look at>": check(
        "“We sail,” said Bo Aas.", parse("“We sail,” said Ruth Vale.")
    ),
    "<CheckReport of '“We sail,” said Ruth Vale.': 1 verbatim>": check(
        "“We sail,” said Ruth Vale.", parse("“We sail,” said Ruth Vale.")
    ),
    "<Passage in 'log': 'We sail'>": SAILS,
    "<Passage in 'Port News': 'We sail'>": attrs.evolve(SAILS, source="Port News"),
    "<OtherWording in 'log': 'We sail'>": OtherWording(passage=SAILS),
    "<Statement of nobody named, 1 variant: 'We sail'>": compare([Document(text="“We sail.”", quotes=[
        Quote(id="q1", spans=[Span(1, 8)], text="We sail")])]).statements[0],
}  # fmt: skip


@pytest.mark.parametrize("shown", SHOWN)
def test_a_part_of_a_record_is_named_by_what_tells_it_from_others(shown):
    assert repr(SHOWN[shown]) == shown


def test_a_comparison_sums_itself_up():
    shared = len(comparison().shared)
    assert str(comparison()) == (
        f"<Comparison of 2 documents: {shared} statements in more than one wording or place, "
        f"1 with a substantive difference; {len(comparison().statements) - shared} in one place only>"
    )


def test_one_is_not_many():
    one = attrs.evolve(comparison(), documents=comparison().documents[:1], statements=comparison().shared[:1])
    assert str(one).startswith("<Comparison of 1 document: 1 statement in more than one wording or place, 1 ")


def test_a_document_is_called_by_its_first_words_where_nobody_named_it():
    text = "The harbour board met on Monday and said nothing of the yard."
    assert Document(text=text).name == "The harbour board met on Monday and said nothing…"
    assert Document(text=text, id="board.txt").name == "board.txt"
    assert Document(text=text, outlet="Ledger").name == "Ledger"
    empty = Document(text="")
    assert empty.name == empty.id
    moved = attrs.evolve(Document(text=text), text="Other words.")
    assert moved.name == moved.id
