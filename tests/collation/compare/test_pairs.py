"""A hundred and twenty pairs of invented articles: which of them say one thing, and which two."""

import re
import tomllib
from pathlib import Path

import pytest

from quoteverify.collation.compare.comparison import compare
from quoteverify.models import Document, Span, Variant
from quoteverify.reading.parser import parse

SHAPES = [
    shape
    for name in ("pairs.toml", "pairs_in_news.toml")
    for shape in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf8"))["shape"]
]
PAIRS = {f"{s['name']} {n}": (pair, s["same"]) for s in SHAPES for n, pair in enumerate(s["pairs"])}
WRONG = {
    "a list of the same points with other pauses 0": "the parser takes one of them for a term",
    "a telling fragment, quoted by both inside their own sentences 1": "the parser takes one for a term",
    "interrupted at another place 2": "two words of grammar before an attribution are too little to be found",
}
"""Pairs that are not told rightly, each with why."""


def article(marked: str, id: str, day: str) -> tuple[Document, Span]:
    """The article, and where the words in question stand in it."""
    before, words, after = re.split("[{}]", marked)
    document = parse(before + words + after, id=id, outlet=id, published=day)
    return document, Span(len(before), len(before) + len(words))


def overlap(variant: Variant, place: Span) -> bool:
    return any(span.start < place.end and place.start < span.end for span in variant.spans)


def together(pair: dict[str, str]) -> bool:
    """Whether the words in question are one statement of two articles or, if one is given, of two quotes."""
    places = {}
    documents = []
    for id, day in zip("ab", pair["days"], strict=True):
        if pair[id]:
            document, places[id] = article(pair[id], id, day)
            documents.append(document)
    for statement in compare(documents).statements:
        bearers = {
            (v.document_id, v.quote_id) for v in statement.variants if overlap(v, places[v.document_id])
        }
        if len(bearers if len(documents) == 1 else {id for id, _ in bearers}) > 1:
            return True
    return False


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_is_told(name, request):
    if name in WRONG:
        request.applymarker(pytest.mark.xfail(reason=WRONG[name], strict=True))
    pair, same = PAIRS[name]
    assert together(pair) is same
