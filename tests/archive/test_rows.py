import attrs
import pytest
from anything import record
from hypothesis import given

from quoteverify.archive.rows import content, from_row, restored, stored, text_of, to_row
from quoteverify.errors import ExchangeFormatError
from quoteverify.models import Document, Quote, Report, Span


@given(record(Document))
def test_nothing_is_lost(document):
    values = to_row(document, content(document))
    assert from_row(values) == document
    assert text_of(values) == document.text


@given(record(str))
def test_any_text_is_stored_as_it_is(text):
    assert restored(stored(text)) == text


@given(record(Document))
def test_no_text_with_half_a_pair_is_handed_to_sqlite(document):
    for value in to_row(document, b""):
        assert not isinstance(value, str) or value.encode().decode() == value


def test_the_content_is_the_text_and_where_it_was_printed():
    document = Document(id="a", text="It rained.", outlet="A", published="2031-03-04")
    assert content(document) == content(
        Document(
            id="b",
            text="It rained.",
            outlet="A",
            published="2031-03-04",
            quotes=[Quote(id="1", spans=[Span(0, 2)], text="It")],
        )
    )
    for other in (
        {"text": "It rained"},
        {"outlet": "B"},
        {"title": "A"},
        {"url": "A"},
        {"published": "2031-03-05"},
    ):
        fields = {"text": "It rained.", "outlet": "A", "published": "2031-03-04"} | other
        assert content(Document(**fields)) != content(document)


def quoted(*places):
    text = "abcdefghij" * 100
    return Document(
        text=text,
        quotes=[Quote(id=str(n), spans=[Span(*p)], text=text[slice(*p)]) for n, p in enumerate(places)],
    )


@pytest.mark.parametrize(
    ("within", "ids"),
    [
        ([Span(0, 1000)], ["0", "1", "2"]),
        ([Span(15, 25)], ["0", "1"]),
        ([Span(20, 30)], ["1"]),
        ([Span(500, 600), Span(25, 26)], ["1", "2"]),
        ([Span(900, 1000)], ["0"]),  # one stays, to tell a parsed document from one that is not
    ],
)
def test_only_the_quotes_in_some_stretches_may_be_made(within, ids):
    values = to_row(quoted((10, 20), (22, 40), (500, 510)), b"")
    assert [quote.id for quote in from_row(values, within).quotes] == ids


def test_only_the_reports_in_some_stretches_may_be_made():
    document = quoted()
    told = [Report(id=str(at), spans=[Span(at, at + 9)], text=document.text[at : at + 9]) for at in (10, 500)]
    values = to_row(attrs.evolve(document, reports=told), b"")
    assert [report.id for report in from_row(values, [Span(505, 600)]).reports] == ["500"]


@pytest.mark.parametrize(
    "reading",
    [
        "",
        "[",
        "{}",
        "[1,2]",
        "[0,[],[[1]]]",
        "[1,[],[]]",
        '[0,[],[["1",[5,3],"x","speech",[],null,null,null,null,"r",0.5]]]',
    ],
)
def test_a_broken_row_is_told(reading):
    values = list(to_row(Document(id="a", text="It rained."), b""))
    values[7] = reading
    with pytest.raises(ExchangeFormatError, match="'a' is broken"):
        from_row(values)
