"""Hypothesis strategies: any record whatever, with any text in it, its offsets in the text or not."""

import datetime as dt
import enum
import functools
import types
import typing

import attrs
from hypothesis import strategies as st

from quoteverify.models import Column, Comparison, Document, Quote, Span, Statement, Variant

HOSTILE = (
    "<script>alert(1)</script>", '" onmouseover="alert(1)', "' x='", "</style><b>", "-->", "&amp;", "<!--",
    "]]>", "\x00", "\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\ud83d", "\ude00", "\u202e", "\u2028",
    "\r", "\n", "“", "…",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=5).map("".join) | st.text(
    st.characters(exclude_categories=()), max_size=8
)
SPAN = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))
DAY = st.none() | st.dates() | st.datetimes() | st.datetimes(timezones=st.just(dt.UTC))


@functools.cache
def record(kind: typing.Any) -> st.SearchStrategy:
    """Any value of a type that records are made of."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is Span:
        return SPAN
    if kind is Comparison:
        return comparisons()
    if kind == dt.date | dt.datetime | None:
        return DAY
    if origin is tuple:
        return st.lists(record(inner[0]), max_size=2).map(tuple)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(record, inner))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return st.sampled_from(kind)
    if attrs.has(kind):
        return st.builds(kind, **fields(kind))
    plain = {str: TEXT, int: st.integers(0, 40), float: st.floats(0, 1), bool: st.booleans()}
    return st.none() if kind is type(None) else plain[kind]


def fields(kind: type) -> dict[str, st.SearchStrategy]:
    hints = typing.get_type_hints(kind)
    return {field.name: st.deferred(lambda h=hints[field.name]: record(h)) for field in attrs.fields(kind)}


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """A comparison whose variants are of its documents and whose columns have a cell for each."""
    documents = [
        attrs.evolve(document, id=f"{document.id}{n}")
        for n, document in enumerate(draw(st.lists(record(Document), min_size=1, max_size=3)))
    ]

    def statement() -> Statement:
        variants = []
        for _ in range(draw(st.integers(1, 3))):
            document = draw(st.sampled_from(documents))
            quote: Quote | None = draw(st.sampled_from([None, *document.quotes]))
            variants.append(
                attrs.evolve(
                    draw(record(Variant)), document_id=document.id, quote_id=quote.id if quote else None
                )
            )
        cells = st.tuples(*[TEXT] * len(variants))
        return attrs.evolve(
            draw(record(Statement)),
            variants=variants,
            base=draw(st.integers(0, len(variants) - 1)),
            columns=draw(st.lists(st.builds(Column, cells, st.booleans()), max_size=3)),
        )

    return Comparison(documents=documents, statements=[statement() for _ in range(draw(st.integers(0, 3)))])
