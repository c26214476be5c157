import json

import attrs
import pytest
from anything import record as anything
from display.gallery import told
from exchange.contexts import SCHEMA, load
from hypothesis import given
from hypothesis import strategies as st
from records import altered, check_report, evening, morning, not_found, spliced

from quoteverify.checking.check import check
from quoteverify.errors import ArgumentTypeError
from quoteverify.exchange.fragments import text_fragment
from quoteverify.exchange.schema_org import claim_reviews, quotations
from quoteverify.models import CheckReport, Document, QuoteKind, ReportKind, Speaker, Verification
from quoteverify.reading.parser import parse

jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")


def expanded(given):
    (node,) = jsonld.expand(json.loads(json.dumps(given)), {"documentLoader": load})
    return node


def one(node, *path):
    """The only value at the end of a path of properties of schema.org."""
    for name in path:
        (node,) = node[f"{SCHEMA}{name}"]
    return node.get("@value", node.get("@id")) if "@value" in node or list(node) == ["@id"] else node


def test_a_quotation_says_what_was_said_by_whom_and_where():
    node = expanded(quotations(morning())[1])
    assert node["@type"] == [f"{SCHEMA}Quotation"]
    assert one(node, "text") == "We may close the bridge, or part of it, in May,"
    assert one(node, "spokenByCharacter")["@type"] == [f"{SCHEMA}Person"]
    assert one(node, "spokenByCharacter", "name") == "Ines Okafor"
    assert one(node, "isPartOf")["@id"] == morning().url
    assert one(node, "isPartOf", "publisher", "name") == "The Morning Tide"
    assert one(node, "isPartOf", "datePublished") == "2031-03-04T07:30:00+00:00"
    assert one(node, "url") == text_fragment(morning(), *morning().quotes[1].spans)


def test_terms_are_nobodys_words():
    document = morning()
    term = attrs.evolve(document.quotes[3], kind=QuoteKind.TERM)
    document = attrs.evolve(document, quotes=(*document.quotes[:3], term))
    assert len(quotations(document)) == 3


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("person", "Person"), ("role", "Person"), ("body", "Organization"), ("group", None), ("unknown", None)],
)
def test_of_a_speaker_no_more_is_said_than_is_known(kind, expected):
    claim = attrs.evolve(not_found(), speaker=Speaker("A B", kind=kind))
    (review,) = claim_reviews(claim)
    assert review["itemReviewed"]["about"]["spokenByCharacter"].get("@type") == expected


def test_a_document_without_facts_says_nothing_of_them():
    (first, _) = quotations(attrs.evolve(evening(), outlet=None, published=None))
    assert set(first["isPartOf"]) == {"@type", "@id", "identifier"}
    assert "url" not in first


def test_a_review_says_what_was_claimed_where_and_what_was_found():
    reviews = claim_reviews(check_report(), sources=[morning(), evening()])
    assert len(reviews) == 3
    node = expanded(reviews[0])
    assert node["@type"] == [f"{SCHEMA}ClaimReview"]
    assert one(node, "claimReviewed") == "Ole Brandt said: “We will close the bridge in May”"
    assert one(node, "itemReviewed")["@type"] == [f"{SCHEMA}Claim"]
    assert one(node, "itemReviewed", "appearance", "name") == "What we know about the bridge"
    assert one(node, "itemReviewed", "about", "text") == "We will close the bridge in May,"
    assert one(node, "isBasedOn", "spokenByCharacter", "name") == "Ines Okafor"
    assert one(node, "isBasedOn", "isPartOf")["@id"] == morning().url
    assert one(node, "isBasedOn", "url").startswith(f"{morning().url}#:~:text=")


def test_a_claim_by_itself_appears_nowhere():
    (review,) = claim_reviews(spliced())
    assert set(review["itemReviewed"]) == {"@type", "about"}
    assert review["claimReviewed"] == "“We have no choice … nobody asked us”"
    assert [passage["isPartOf"]["name"] for passage in review["isBasedOn"]] == ["Evening Ledger"] * 2


def test_a_passage_tells_where_it_stands_though_its_source_is_not_at_hand():
    (passage,) = (attrs.evolve(passage, url=morning().url) for passage in altered().passages)
    (review,) = claim_reviews(attrs.evolve(altered(), passages=[passage]))
    assert review["isBasedOn"][0]["isPartOf"]["@id"] == morning().url
    assert review["isBasedOn"][0]["url"].startswith(f"{morning().url}#:~:text=")


def test_what_was_not_found_says_what_was_searched():
    (review,) = claim_reviews(not_found())
    assert "isBasedOn" not in review


def test_the_body_of_a_review_is_told_by_whoever_has_the_words():
    report = check_report()
    told = [review["reviewBody"] for review in claim_reviews(report, body=lambda found: f"({found.claim})")]
    assert told == [f"({found.claim})" for found in report.verifications]
    assert not any("reviewBody" in review for review in claim_reviews(report))


def test_one_source_is_as_good_as_several():
    assert claim_reviews(altered(), sources=morning()) == claim_reviews(altered(), sources=[morning()])


def test_who_claims_is_who_printed_it():
    report = check_report()
    report = attrs.evolve(report, document=attrs.evolve(report.document, outlet="Draft & Co"))
    author = {"@type": "Organization", "name": "Draft & Co"}
    assert all(review["itemReviewed"]["author"] == author for review in claim_reviews(report))


@given(st.one_of(anything(CheckReport), anything(Verification)), st.lists(anything(Document), max_size=2))
def test_no_review_rates_and_any_is_linked_data(findings, sources):
    reviews = claim_reviews(findings, sources=sources)
    assert len(reviews) == len(getattr(findings, "verifications", [findings]))
    for review in reviews:
        assert not {"reviewRating", "author", "datePublished", "url"} & set(review)
        assert expanded(review)


@given(anything(Document))
def test_quotations_of_any_document_are_linked_data(document):
    for quotation in quotations(document):
        assert expanded(quotation)["@type"] == [f"{SCHEMA}Quotation"]


def test_arguments_of_another_kind_are_refused():
    with pytest.raises(ArgumentTypeError, match="document must be Document"):
        quotations("It rained.")
    with pytest.raises(ArgumentTypeError, match="verified must be CheckReport or Verification, not Document"):
        claim_reviews(morning())
    with pytest.raises(ArgumentTypeError, match="each of sources must be Document, not str"):
        claim_reviews(altered(), sources=["It rained."])


def test_what_is_told_without_marks_is_a_claim_of_whoever_is_told_to_have_said_it():
    document = attrs.evolve(told(), url="https://ledger.example/dam")
    assert len(quotations(document)) == 1
    _, mixed, *others = quotations(document, reports=True)
    node = expanded(mixed)
    assert node["@type"] == [f"{SCHEMA}Claim"]
    assert one(node, "text") == "the dam was “a ruin” and had to go"
    assert one(node, "author", "name") == "Ruth Vale"
    assert one(node, "appearance")["@id"] == document.url
    assert one(node, "url") == text_fragment(document, *document.reports[0].spans)
    assert [claim["text"] for claim in others] == ["Bo was not told", "It was late"]
    asked = attrs.evolve(document.reports[0], kind=ReportKind.ASKED)
    assert len(quotations(attrs.evolve(document, reports=[asked]), reports=True)) == 1


def test_a_review_of_what_is_told_does_not_put_it_in_marks():
    draft = parse("Ruth Vale said they would sail for the north bank.")
    source = parse("“We will sail for the north bank,” said Ruth Vale.")
    (review,) = claim_reviews(check(draft, source, reports=True))
    assert review["claimReviewed"] == "Ruth Vale said: they would sail for the north bank"
    assert review["itemReviewed"]["about"]["@type"] == "Claim"
