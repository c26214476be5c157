import runpy
from pathlib import Path

import pytest

import quoteverify as qv
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.exchange.rows import rows
from quoteverify.models import Span
from quoteverify.reading.sieves.custom import CustomSieve
from quoteverify.spark import extract, verify
from quoteverify.spark.reading import chosen, document, quoted_document
from quoteverify.text.language import language

TOWN = Path(__file__).parents[1] / "downstream"


def test_the_quotes_are_those_of_one_process(articles, records):
    found = extract(articles).toArrow().to_pylist()
    wanted = list(rows(qv.parse_many(records)))
    assert len(found) > 150

    def order(row):
        return row["document_id"], row["start"], row["quote_id"]

    assert sorted(found, key=order) == sorted(wanted, key=order)


def test_what_is_told_without_marks_has_rows_where_it_is_asked_for(session):
    text = "Ruth Vale said the dam was “a ruin” and had to go."
    frame = session.createDataFrame([("1", text)], "id string, text string")
    found = [row.asDict() for row in extract(frame, reports=True).collect()]
    assert found == list(rows(qv.parse(text, id="1"), reports=True))
    assert [(row["quote_id"], row["kind_rule"], row["quotes"]) for row in found] == [
        ("q1", "speech", ""), ("r1", "told", "q1"),
    ]  # fmt: skip


def test_an_article_without_a_text_has_no_quotes(session):
    frame = session.createDataFrame(
        [("1", None), ("2", ""), ("3", "“We sail,” said Ruth Vale.\0")], "id string, text string"
    )
    assert [(row["document_id"], row["speaker"]) for row in extract(frame).collect()] == [("3", "Ruth Vale")]


def test_an_unknown_language_is_refused_before_anything_is_read(articles):
    with pytest.raises(ArgumentValueError, match="xx"):
        extract(articles, lang="xx")


def test_sieves_of_the_callers_own_are_asked_on_the_workers(session):
    def first_name(quotation):
        return Span(0, 4) if quotation.text.startswith("Vale") else None

    frame = session.createDataFrame([("1", "Vale, it seems: “We sail.”")], "id string, text string")
    (row,) = extract(frame, sieves=[CustomSieve(first_name, confidence=0.8)]).collect()
    assert (row["speaker"], row["reason"], row["confidence"]) == ("Vale", "first_name", 0.8)


def test_what_another_program_adds_is_known_on_the_workers(session):
    town = runpy.run_path(str(TOWN / "town.py"))
    texts = [(path.stem, path.read_text(encoding="utf8")) for path in sorted(TOWN.glob("*.txt"))]
    frame = session.createDataFrame(texts, "id string, text string")
    found = extract(frame, lang=town["TOWN"], sieves=[town["IN_BRACKETS"]]).collect()

    def place(row):
        return row["document_id"], row["start"]

    assert [(row["speaker"], row["reason"]) for row in sorted(found, key=place)] == [
        ("Ruth Vale", "said_after"), ("Ole Aas", "in_brackets"),
        ("Reeve Vale", "turn"), ("Mr. Aas", "turn"), ("Reeve Vale", "turn"),
    ]  # fmt: skip

    claims = session.createDataFrame([("1", "We will mend the quay")], "id string, claim string")
    (row,) = verify(claims, frame, policy=town["POLICY"], lang=town["TOWN"]).collect()
    assert row["allowed"] is True


def test_what_is_no_sieve_is_refused_before_anything_is_read(articles):
    with pytest.raises(ArgumentTypeError, match="sieves"):
        extract(articles, sieves=["label"])


def test_what_else_a_table_has_does_not_travel(session):
    frame = session.createDataFrame([(1, "a", 2.0)], "id int, text string, size double")
    assert chosen(frame, "id", "text", "outlet").dtypes == [("id", "string"), ("text", "string")]


def test_the_document_of_a_row_is_what_parse_makes():
    row = {"id": "ferry", "text": "“We sail,” said Ruth Vale.", "published": "2031-02-03"}
    assert document(row, language("en")) == qv.parse(row["text"], id="ferry", published="2031-02-03")


def test_a_quote_by_itself_is_a_document_of_it():
    made = quoted_document({"id": "7", "text": "We sail", "speaker": "Ruth Vale", "speaker_kind": "person"})
    assert made.quotes[0].spans == (Span(0, 7),)
    assert (made.quotes[0].speaker.name, made.quotes[0].speaker.kind) == ("Ruth Vale", "person")
    assert quoted_document({"id": "8", "text": None}).quotes[0].speaker is None
