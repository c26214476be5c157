from collections import defaultdict

import pytest

import quoteverify as qv
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.exchange.rows import VariantRow, rows
from quoteverify.spark import statements
from quoteverify.spark.reading import quoted_document


def by_statement(found):
    """The rows of each statement in their order, whatever it is called, without which are copies."""
    groups = defaultdict(list)
    for row in found:
        told = (value for name, value in row.items() if name not in ("statement", "copy_of"))
        groups[row["statement"]].append(tuple(told))
    return sorted(map(tuple, groups.values()), key=repr)


def test_the_statements_are_those_of_one_process(articles, records):
    found = statements(articles)
    assert found.columns == list(VariantRow.__annotations__)
    wanted = list(rows(qv.compare(qv.parse_many(records))))
    assert by_statement(found.toArrow().to_pylist()) == by_statement(wanted)
    assert len([group for group in by_statement(wanted) if len(group) > 1]) > 40
    assert any(row["quote_id"] is None for row in wanted)
    assert {row["severity"] for row in wanted} == {None, "cosmetic", "minor", "substantive"}


TOLD = [
    ("a", "“I will not sell the yard before the ice has left the harbour,” said Ruth Vale. It rained."),
    ("b", "Ruth Vale said she would not sell the yard before the ice had left the harbour."),
    ("c", "She would sell the yard before the ice left the harbour, Ruth Vale said, and then sail."),
    ("d", "Tom Berg denied that the ferry had burned. “The ferry never burned at the quay,” he told us."),
    ("e", "The ferry, according to Tom Berg, never burned at the quay. The ice has left the harbour by May."),
    ("f", "Ruth Vale was asked about the yard. It would be sold before the ice has left the harbour."),
]


def test_reports_are_laid_beside_what_others_quote(session, articles, records):
    told = session.createDataFrame(TOLD, "id string, text string")
    every = articles.unionByName(told, allowMissingColumns=True)
    found = statements(every, reports=True).toArrow().to_pylist()
    documents = [*qv.parse_many(records), *(qv.parse(text, id=id) for id, text in TOLD)]
    documents.sort(key=lambda document: document.id)
    wanted = list(rows(qv.compare(documents, reports=True)))
    assert by_statement(found) == by_statement(wanted)
    assert {row["document_id"] for row in wanted if row["report_id"]} >= {"b", "c", "e"}


def test_reports_are_wanted_without_other_sentences_too(session):
    told = session.createDataFrame(TOLD, "id string, text string")
    found = statements(told, reports=True, reported=False).collect()
    assert {row["document_id"] for row in found if row["report_id"]} >= {"b", "c", "e"}
    assert all(row["quote_id"] or row["report_id"] for row in found)


QUOTES = [
    ("1", "We will not sell the yard before the ice has left the harbour.", "Ruth Vale"),
    ("2", "we will sell the yard before the ice has left the harbour", "Ruth Vale"),
    ("3", "We will not sell the yard before the ice has left the harbour!", "Ruth Vale"),
    ("4", "Nobody asked the ferrymen.", None),
    ("5", "...", None),
    ("6", None, None),
]


def test_quotes_without_their_articles_are_statements_too(session):
    frame = session.createDataFrame(QUOTES, "id string, text string, speaker string")
    found = statements(frame, of="quotes").toArrow().to_pylist()
    documents = [quoted_document(dict(zip(("id", "text", "speaker"), one, strict=True))) for one in QUOTES]
    assert by_statement(found) == by_statement(rows(qv.compare(documents)))
    assert {row["document_id"]: row["statement"] for row in found}["3"] == "1/0"


def test_sentences_that_only_report_are_left_out_where_they_are_not_wanted(session):
    frame = session.createDataFrame(
        [
            ("a", "“We will not sell the yard before the ice has left,” said Ruth Vale."),
            ("b", "Ruth Vale said they will not sell the yard before the ice has left."),
        ],
        "id string, text string",
    )
    assert sorted(row["document_id"] for row in statements(frame).collect()) == ["a", "b"]
    assert [row["document_id"] for row in statements(frame, reported=False).collect()] == ["a"]


def test_no_article_makes_no_statement(session):
    assert statements(session.createDataFrame([], "id string, text string")).collect() == []


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"of": "words"}, ArgumentValueError, "'articles', 'quotes'"),
        ({"of": None}, ArgumentTypeError, "of must be str"),
        ({"common": 1}, ArgumentValueError, "common must be 2 or more, not 1"),
        ({"common": "few"}, ArgumentTypeError, "common must be int"),
        ({"reported": "yes"}, ArgumentTypeError, "reported must be bool"),
        ({"reports": None}, ArgumentTypeError, "reports must be bool"),
    ],
)
def test_a_wrong_argument_is_refused_at_once(arguments, error, message):
    with pytest.raises(error, match=message):
        statements(None, **arguments)
