import pytest

from quoteverify.collation.compare.spool import Spool
from quoteverify.models import Document, Quote, Span

DOCUMENTS = [
    Document(
        id=f"{n}\n",
        text="“No\ud800” é\u2028",
        published=date,
        quotes=[Quote(id="1", spans=[Span(1, 4)], text="")],
    )
    for n, date in enumerate((None, "2020-03-01", "2020-03-01T12:00:00+01:00"))
]


def test_what_went_through_can_be_read_as_often_as_wanted():
    with Spool() as spool:
        assert list(spool.through(iter(DOCUMENTS))) == DOCUMENTS
        for read in list(spool), list(spool):
            assert [(d.id, d.text, d.published) for d in read] == [
                (d.id, d.text, d.published) for d in DOCUMENTS
            ]
            assert [d.quotes[0].spans for d in read] == [d.quotes[0].spans for d in DOCUMENTS]


def test_an_error_on_the_way_is_not_swallowed():
    with Spool() as spool, pytest.raises(ZeroDivisionError):
        list(spool.through(Document(text=f"{1 / (1 - n)}") for n in range(3)))
