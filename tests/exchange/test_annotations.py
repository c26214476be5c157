import json

import attrs
import pytest
from anything import record as anything
from display.gallery import told
from exchange.contexts import AS, DC, OA, RDF, RDFS, XSD, load
from hypothesis import given
from records import OKAFOR, evening, morning

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, ExchangeFormatError
from quoteverify.exchange.annotations import from_annotations, to_annotations
from quoteverify.exchange.selectors import UNITS
from quoteverify.models import Document, Quote, QuoteKind, Span, Speaker

jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")


def interrupted() -> Document:
    text = "🚢 “We sail,” he said, “at noon.”\n\n“Or not.”"
    quote = Quote(
        id="q1", spans=[Span(3, 11), Span(23, 31), Span(35, 42)], text="We sail, at noon.\n\nOr not."
    )
    return Document(id="ferry", text=text, quotes=[quote], url="https://ledger.example/ferry")


DOCUMENTS = (morning, evening, interrupted)


def expanded(given):
    (node,) = jsonld.expand(json.loads(json.dumps(given)), {"documentLoader": load})
    return node


def one(node, name):
    """The only value of a property."""
    (value,) = node[name]
    return value.get("@value", value.get("@id")) if isinstance(value, dict) else value


def number(node, name):
    (value,) = node[name]
    assert value["@type"] == f"{XSD}nonNegativeInteger"
    assert value["@value"] >= 0
    return value["@value"]


def is_iri(name):
    return name.startswith(("https://", "http://", "urn:uuid:")) and not any(map(str.isspace, name))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("make", DOCUMENTS, ids=lambda make: make.__name__)
def test_linked_data_has_what_the_model_of_the_w3c_requires(make, unit):
    document = make()
    collection = expanded(to_annotations(document, unit=unit))
    assert collection["@type"] == [f"{AS}OrderedCollection"]
    assert is_iri(collection["@id"])
    assert one(collection, f"{RDFS}label")
    assert number(collection, f"{AS}totalItems") == len(document.quotes)
    (page,) = collection[f"{AS}first"]
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    assert page["@id"] == one(collection, f"{AS}last")
    assert one(page, f"{AS}partOf") == collection["@id"]
    assert number(page, f"{AS}startIndex") == 0
    items = page[f"{AS}items"][0]["@list"]
    assert len({item["@id"] for item in items}) == len(document.quotes)
    for item, quote in zip(items, document.quotes, strict=True):
        assert item["@type"] == [f"{OA}Annotation"]
        assert is_iri(item["@id"])
        assert one(item, f"{OA}motivatedBy") == f"{OA}describing"
        bodies = {one(body, f"{OA}hasPurpose"): body for body in item[f"{OA}hasBody"]}
        bodies.pop(f"{OA}linking", None)
        for body in bodies.values():
            assert body["@type"] == [f"{OA}TextualBody"]
            assert one(body, f"{DC}elements/1.1/format") == "text/plain"
        assert one(bodies[f"{OA}classifying"], f"{RDF}value") == quote.kind
        if quote.speaker:
            assert one(bodies[f"{OA}identifying"], f"{RDF}value") == quote.speaker.name
            assert quote.attribution.reason in one(bodies[f"{OA}describing"], f"{RDF}value")
        for target, span in zip(item[f"{OA}hasTarget"], quote.spans, strict=True):
            assert target["@type"] == [f"{OA}SpecificResource"]
            assert is_iri(one(target, f"{OA}hasSource"))
            position, words = target[f"{OA}hasSelector"]
            assert position["@type"] == [f"{OA}TextPositionSelector"]
            assert one(position, f"{DC}terms/conformsTo") == UNITS[unit]
            assert words["@type"] == [f"{OA}TextQuoteSelector"]
            exact, prefix, suffix = (one(words, f"{OA}{name}") for name in ("exact", "prefix", "suffix"))
            assert exact == span.of(document.text)
            assert prefix + exact + suffix in document.text
            start, end = number(position, f"{OA}start"), number(position, f"{OA}end")
            if unit == "code_points":
                assert document.text[start:end] == exact
            else:
                assert document.text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == exact


@pytest.mark.parametrize("make", [morning, told])
def test_every_property_is_a_term_of_the_w3c(make):
    given = to_annotations(make(), reports=True)
    known = load(given.pop("@context"))["document"]["@context"]

    def named(value):
        if isinstance(value, dict):
            yield from value
            yield from (kind for kind in (value.get("type"), value.get("purpose")) if kind)
            for each in value.values():
                yield from named(each)
        elif isinstance(value, list):
            for each in value:
                yield from named(each)

    assert set(named(given)) <= set(known)


@given(anything(Document))
def test_any_document_is_linked_data_of_absolute_names(document):
    node = expanded(to_annotations(document, reports=True))
    assert is_iri(node["@id"])
    for item in node[f"{AS}first"][0][f"{AS}items"][0]["@list"]:
        assert is_iri(item["@id"])
        assert all(is_iri(one(target, f"{OA}hasSource")) for target in item[f"{OA}hasTarget"])


def test_a_page_is_named_by_its_address_and_another_text_by_its_id():
    def source(document):
        return to_annotations(document)["first"]["items"][0]["target"][0]["source"]

    assert source(morning()) == morning().url
    assert source(evening()).startswith("urn:uuid:")
    assert source(attrs.evolve(evening(), id="other")) != source(evening())
    assert source(attrs.evolve(evening(), url="javascript:alert(1)")) == source(evening())


def test_the_rules_that_decided_are_described_and_the_name_that_is_meant_is_linked():
    document = morning()
    bodies = [item["body"] for item in to_annotations(document)["first"]["items"]]
    told = [
        {body["purpose"]: body.get("value") for body in each}.get("describing")
        for each in (bodies[0], bodies[2])
    ]
    assert told == [
        "speaker by headline_repeats_quote, confidence 0.90",
        "kind by speech; speaker by pronoun_after, person by last_subject, confidence 0.88",
    ]
    (linked,) = [body for each in bodies for body in each if body["purpose"] == "linking"]
    position, words = linked["selector"]
    assert (linked["type"], linked["source"]) == ("SpecificResource", document.url)
    assert (words["exact"], document.text[position["start"] : position["end"]]) == ("Ines Okafor",) * 2


def test_of_a_term_only_its_kind_is_told():
    term = Quote(id="q1", spans=[Span(0, 2)], text="It", kind=QuoteKind.TERM, kind_rule="work")
    (item,) = to_annotations(Document(text="It rained.", quotes=[term]))["first"]["items"]
    assert {body["purpose"]: body["value"] for body in item["body"]} == {
        "classifying": "term",
        "describing": "kind by work",
    }


def test_a_quote_without_spans_is_not_annotated():
    given = to_annotations(Document(text="", quotes=[Quote(id="q1", spans=[], text="")]))
    assert given["total"] == 0
    assert from_annotations(given, "").quotes == ()


# --- and in


def plain(document):
    """What annotations keep of a document's quotes."""
    return [
        (quote.id, quote.spans, quote.text, quote.kind, quote.speaker and quote.speaker.name)
        for quote in document.quotes
    ]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("make", DOCUMENTS, ids=lambda make: make.__name__)
def test_quotes_are_read_as_they_were_annotated(make, unit):
    document = make()
    written = json.dumps(to_annotations(document, unit=unit))
    assert plain(from_annotations(written, document.text)) == plain(document)
    assert plain(from_annotations(written.encode(), document)) == plain(document)


@pytest.mark.parametrize("unit", UNITS)
@given(document=anything(Document))
def test_any_place_of_any_text_is_found_again(unit, document):
    inside = [
        attrs.evolve(quote, id=f"q{number}")
        for number, quote in enumerate(document.quotes)
        if quote.spans and all(span.end <= len(document.text) for span in quote.spans)
    ]
    document = attrs.evolve(document, quotes=inside)
    read = from_annotations(json.dumps(to_annotations(document, unit=unit)), document.text)
    assert sorted(quote.spans for quote in read.quotes) == sorted(
        tuple(sorted(quote.spans)) for quote in inside
    )


def test_a_document_keeps_its_facts_and_knows_its_speakers():
    document = morning()
    read = from_annotations(to_annotations(document), document)
    assert attrs.evolve(read, quotes=(), speakers=()) == attrs.evolve(document, quotes=(), speakers=())
    assert read.speakers == document.speakers
    assert read.quotes[0].speaker == OKAFOR
    assert {quote.attribution.reason for quote in read.quotes} == {"annotated"}
    assert from_annotations(to_annotations(document), document.text).speakers[0] == Speaker("Ines Okafor")


def test_of_quotes_that_begin_together_the_one_whose_first_span_is_longer_comes_first():
    text = "“We ‘sail,’ he said, at noon.”"
    parts = Quote(id="a", spans=[Span(1, 3), Span(21, 29)], text="We at noon.")
    whole = Quote(id="b", spans=[Span(1, 10)], text="We ‘sail,’")
    later = Quote(id="c", spans=[Span(4, 9)], text="‘sail,")
    read = from_annotations(to_annotations(Document(text=text, quotes=[later, parts, whole])), text)
    assert [(quote.id, quote.spans) for quote in read.quotes] == [
        ("q1", whole.spans),
        ("q2", parts.spans),
        ("q3", later.spans),
    ]


def test_what_is_found_after_the_text_changed_is_where_its_words_are():
    document = morning()
    changed = "Updated at noon.\n\n" + document.text.replace("“It does", "“No,” she said. “It does")
    read = from_annotations(to_annotations(document), changed)
    assert [quote.text for quote in read.quotes] == [quote.text for quote in document.quotes]
    assert all(span.of(changed) == quote.text for quote in read.quotes for span in quote.spans)


def by_hand(**changes):
    """An annotation as another program writes it."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "Ines Okafor", "purpose": "identifying"},
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "We have no choice."}},
        **changes,
    }


def test_an_annotation_of_another_program_is_read():
    (quote,) = from_annotations(by_hand(), evening()).quotes
    assert (quote.id, quote.text, quote.speaker, quote.kind) == (
        "q1",
        "We have no choice.",
        OKAFOR,
        QuoteKind.SPEECH,
    )
    nobody = by_hand(body=["https://example.org/note", {"type": "TextualBody", "value": "see"}])
    assert from_annotations([nobody, by_hand()], evening()).quotes[0].speaker is None


@pytest.mark.parametrize(
    "given",
    [
        [by_hand(), by_hand()],
        {"type": "AnnotationPage", "items": [by_hand(), by_hand()]},
        {"type": ["AnnotationCollection"], "first": {"items": by_hand(), "next": {"items": [by_hand()]}}},
        json.dumps([by_hand(type="oa:Annotation"), by_hand(type=["Annotation", "Dataset"])]),
    ],
    ids=["list", "page", "pages", "names"],
)
def test_annotations_come_alone_or_on_pages(given):
    assert len(from_annotations(given, evening()).quotes) == 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("", "not JSON"),
        ("3", "not an annotation"),
        ("[3]", "not an annotation: '3'"),
        ('{"type": "Note"}', "but 'Note'"),
        ({"text": "It rained."}, "but None"),
        ({"type": "AnnotationCollection", "first": "https://a.example/1"}, "not here but at 'https"),
        ({"type": "AnnotationPage", "items": ["https://a.example/1"]}, "not here but at 'https"),
        ({"type": "AnnotationPage", "items": [], "next": "https://a.example/2"}, "not here but at 'https"),
        (by_hand(target=[]), "annotation 1: it has no target"),
        ([by_hand(), by_hand(target="https://a.example/")], "annotation 2: its target has neither"),
        (
            by_hand(target={"selector": {"type": "TextQuoteSelector", "exact": "Yes."}}),
            "not in the text: 'Yes",
        ),
    ],
)
def test_what_is_no_annotation_of_the_text_says_why(given, message):
    with pytest.raises(ExchangeFormatError, match=message):
        from_annotations(given, evening())


@pytest.mark.parametrize(
    "given",
    [
        ["x" * 300],
        {"type": "AnnotationCollection", "first": "x" * 300},
        {"type": "AnnotationPage", "items": ["x" * 300]},
    ],
    ids=str,
)
def test_a_message_shows_the_beginning_of_what_a_stranger_wrote(given):
    with pytest.raises(ExchangeFormatError, match=r"[: ]'x{80}'$"):
        from_annotations(given, evening())


def test_arguments_of_another_kind_are_refused():
    with pytest.raises(ArgumentTypeError, match="document must be Document, not str"):
        to_annotations("It rained.")
    with pytest.raises(ArgumentValueError, match="one of 'code_points', 'utf16', not 'bytes'"):
        to_annotations(morning(), unit="bytes")
    with pytest.raises(ArgumentTypeError, match="annotations must be JSON, a dict or several, not Document"):
        from_annotations(morning(), morning().text)
    with pytest.raises(ArgumentTypeError, match="document must be Document, not NoneType"):
        from_annotations(to_annotations(morning()), None)


def test_what_is_told_without_marks_is_annotated_where_it_is_asked_for():
    document = told()
    assert to_annotations(document)["total"] == 1
    quoted, mixed, _, denied, _ = to_annotations(document, reports=True)["first"]["items"]
    bodies = [(body["purpose"], body.get("value", body.get("source"))) for body in mixed["body"]]
    assert bodies == [
        ("classifying", "said"),
        ("identifying", "Ruth Vale"),
        ("describing", "speaker by reported_clause, confidence 0.90"),
        ("tagging", "reported speech"),
        ("linking", quoted["id"]),
    ]
    assert [b["value"] for b in denied["body"] if b["purpose"] == "tagging"] == [
        "reported speech",
        "not said",
    ]


def test_what_is_told_comes_back_with_the_quotes_that_stand_in_it():
    document = told()
    again = from_annotations(to_annotations(document, reports=True), document.text)
    assert [(r.spans, r.text, r.kind, r.negated, r.quotes, str(r.speaker)) for r in again.reports] == [
        (r.spans, r.text, r.kind, r.negated, r.quotes, str(r.speaker)) for r in document.reports
    ]
    assert [quote.text for quote in again.quotes] == ["a ruin"]
    assert from_annotations(to_annotations(document), document).reports == document.reports
