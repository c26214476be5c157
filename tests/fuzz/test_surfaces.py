import contextlib
import json
import re

import attrs
from fuzz.texts import DOCUMENTS, DRAFT, alike, fuzzed, related
from hypothesis import given
from hypothesis import strategies as st
from seen import ATTRIBUTES, TAGS, Seen

from quoteverify.checking.check import check
from quoteverify.collation.compare.comparison import compare
from quoteverify.collation.differences.alignment import align
from quoteverify.collation.verify.verification import verify
from quoteverify.display import html, terminal
from quoteverify.errors import ExchangeFormatError
from quoteverify.exchange.annotations import from_annotations, to_annotations
from quoteverify.exchange.fragments import text_fragment
from quoteverify.exchange.rows import rows
from quoteverify.exchange.schema_org import claim_reviews, quotations
from quoteverify.exchange.serialization import from_json, to_json
from quoteverify.reading.parser import parse

RECORD = st.one_of(
    DRAFT.map(lambda text: parse(text, outlet=text[:9], title=text[-9:], url=text)),
    alike().map(lambda pair: align(*pair)),
    DOCUMENTS.map(compare),
    related().map(lambda given: verify(given[1], given[0], speaker="Ada Aas", policy="strict")),
    st.tuples(DRAFT, DOCUMENTS).map(lambda given: check(*given)),
)


@fuzzed
@given(RECORD)
def test_a_record_comes_back_from_json_as_it_was(record):
    written = to_json(record)
    assert written.isascii()
    assert from_json(written) == record
    assert from_json(to_json(record, indent=2).encode()) == record


@fuzzed
@given(RECORD, st.data())
def test_broken_json_is_said_to_be_broken(record, data):
    written = to_json(record)
    start = data.draw(st.integers(0, len(written)))
    end = data.draw(st.integers(start, min(len(written), start + 30)))
    put = data.draw(st.sampled_from(["", '"', "{", "]", "null", "-1", "1e400", "[[", "\\ud800", '"', "true"]))
    with contextlib.suppress(ExchangeFormatError):
        from_json(written[:start] + put + written[end:])


@fuzzed
@given(RECORD)
def test_a_page_holds_nothing_of_the_texts_but_text(record):
    page = html.page(record)
    page.encode("utf8")
    seen = Seen(page)
    assert set(seen.tags) <= TAGS | {"html", "head", "meta", "title", "body"}
    assert {name for name, _ in seen.attributes} <= ATTRIBUTES | {"lang", "charset", "name", "content"}
    links = [value for name, value in seen.attributes if name == "href"]
    assert all(link.startswith(("#qv-", "http://", "https://")) for link in links)
    assert seen.other == ["DOCTYPE html"]
    assert seen.tags.count("style") == 1


@fuzzed
@given(RECORD, st.integers(20, 120))
def test_a_terminal_is_sent_nothing_that_it_obeys(record, width):
    shown = terminal.render(record, width=width)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", shown)
    colored = terminal.render(record, width=width, color=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == shown


@fuzzed
@given(DRAFT, st.sampled_from(["code_points", "utf16"]))
def test_annotations_lead_back_to_the_same_quotes(text, unit):
    document = parse(text, url="https://example.org/a")
    written = json.loads(json.dumps(to_annotations(document, unit=unit)))
    again = from_annotations(written, document)
    assert [quote.spans for quote in again.quotes] == [quote.spans for quote in document.quotes]


@fuzzed
@given(DRAFT, DOCUMENTS)
def test_what_is_exported_is_json(draft, documents):
    report = check(draft, documents)
    document = attrs.evolve(report.document, url="https://example.org/a")
    for made in (quotations(document), claim_reviews(report), list(rows(document)), list(rows(report))):
        assert json.loads(json.dumps(made)) == made
    assert all(row["quote_id"] for row in rows(document))
    for quote in document.quotes:
        assert text_fragment(document, *quote.spans).isascii()
