import sqlite3
import unicodedata
from itertools import pairwise

import pytest
from anything import record
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.archive.file import STEPS
from quoteverify.archive.index import Frequencies, Wanted, indexed, phrase, together, tokens
from quoteverify.text.language import language

# What FTS5 gives a meaning to; https://www.sqlite.org/fts5.html, section 3.
SIGNS = tuple("\"'*^:+-(){},; \n\0\ud800")
WORDS = (
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "NEAR(",
    "--",
    "text",
    "word",
    "rank",
    "DROP TABLE document",
    "rain",
    "Ünïcode",
    "5",
)
SYNTAX = st.lists(st.sampled_from(SIGNS + WORDS), max_size=12).map("".join)
ANYTHING = SYNTAX | record(str)


class Passing(sqlite3.Connection):
    """A connection that is closed when nobody has it any more."""

    def __del__(self):
        self.close()


def database(*texts):
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Passing)
    for statement in STEPS[0]:
        connection.execute(statement)
    for number, text in enumerate(texts, 1):
        connection.execute("INSERT INTO word (rowid, text) VALUES (?, ?)", (number, indexed(text)))
    return connection


def wanted(claim, *texts):
    return Wanted(claim, database(*texts), Frequencies(), len(texts), language("en"))


@given(ANYTHING, ANYTHING)
def test_no_text_becomes_an_expression_or_breaks_one(text, claim):
    asked = wanted(claim, text, "The rain came down.")
    numbers = asked.documents()
    assert set(numbers) <= {1, 2}
    for expression in (together(tokens(claim)), phrase(tokens(claim))):
        if tokens(claim):
            asked._matching(expression, 5)


@given(SYNTAX | st.text(st.characters(codec="latin-1")))
def test_a_text_is_found_by_its_own_words(text):
    assert wanted(text, text).documents() == ([1] if tokens(text) else [])


@given(ANYTHING)
def test_what_was_indexed_can_be_deleted_again(text):
    connection = database(text, "The rain came down.")
    connection.execute("INSERT INTO word (word, rowid, text) VALUES ('delete', 1, ?)", (indexed(text),))
    connection.execute("INSERT INTO word (word) VALUES ('integrity-check')")
    for token in tokens(text):
        found = connection.execute("SELECT rowid FROM word WHERE word MATCH ?", (phrase([token]),)).fetchall()
        assert found in ([], [(2,)])


@pytest.mark.parametrize("ligature", "ﬀﬁﬂﬃﬄ")
def test_a_ligature_is_indexed_as_its_letters(ligature):
    assert indexed(f"a{ligature}y") == f"a{unicodedata.normalize('NFKD', ligature)}y"


ARTICLES = (
    "The ferry to Brannoch sails at noon, the harbour office said.",
    "“We will not sell the yard before spring,” Ada Aas told the workers of Brannoch.",
    "The museum bought a steam engine for the yard. “It works,” the keeper said.",
    "“It’s the co\u00adopera\u00adtion we wanted, and it is efﬁcient,” a member said.",
    "Nothing of note happened in the café on the quay.",
)


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ("We will not sell the yard before spring", 2),
        ("we will NOT sell “the yard”", 2),
        ("We will sell the yard before winter comes to us", 2),
        ("sails at noon", 1),
        ("The cooperation we wanted", 4),
        ("it is efficient", 4),
        ("happened in the cafe on the quay", 5),
        ("steam", 3),
    ],
)
def test_a_claim_leads_to_the_document_that_has_its_words(claim, number):
    assert wanted(claim, *ARTICLES).documents()[0] == number


def test_a_spliced_claim_leads_to_the_documents_of_all_its_parts():
    found = wanted("The museum bought a steam engine and sails at noon", *ARTICLES).documents()
    assert {1, 3} <= set(found)


def test_a_claim_of_common_words_leads_to_where_they_stand_in_its_order():
    others = [
        f"It was what {word} do to us, and we have said that it was so." for word in map(str, range(500))
    ]
    texts = [*others, "That is what we have to do, she said.", *others]
    assert wanted("what we have to do", *texts).documents() == [501]


@pytest.mark.parametrize("claim", ["who [sic]", "ficials x y z", "they zebra"])
def test_a_claim_whose_telling_words_no_document_has_leads_where_its_others_do(claim):
    text = "The officials who came marked x y z, they said."
    assert wanted(claim, "It rained.", text).documents() == [2]


def test_a_claim_without_words_leads_nowhere():
    assert wanted("… !", *ARTICLES).documents() == []


def test_unknown_words_lead_nowhere():
    assert wanted("zzyzx qwrt", *ARTICLES).documents() == []


@given(ANYTHING, st.lists(ANYTHING, max_size=6).map("\n".join))
def test_stretches_are_of_the_text_in_order_and_apart(claim, text):
    found = wanted(claim, text).stretches(text * 20)
    assert all(0 <= span.start <= span.end <= len(text * 20) for span in found)
    assert all(a.end < b.start for a, b in pairwise(found))


def test_stretches_hold_each_part_of_a_claim_and_little_else():
    filler = "Nothing of note happened on the quay that day. " * 40
    text = f"{filler}“The ferry sails at noon.” {filler}“The museum bought an engine.” {filler}"
    found = wanted("The ferry sails at noon. The museum bought an engine.", text).stretches(text)
    said = [span.of(text) for span in found]
    assert len(said) == 2
    assert "The ferry sails at noon" in said[0]
    assert "The museum bought an engine" in said[1]
    assert sum(map(len, said)) < len(text) / 3


def test_common_words_are_counted_once():
    frequencies = Frequencies()
    connection = database(*["rain"] * 150)
    assert frequencies.of(connection, "rain") == 150
    connection.execute("INSERT INTO word (rowid, text) VALUES (1000, 'rain snow')")
    assert (frequencies.of(connection, "rain"), frequencies.of(connection, "snow")) == (150, 1)


@pytest.mark.parametrize(
    "sign", ["\U0001f970", "\u20ba", "\U0001133a", "\ud800", "\u2066", "\u0305", "\u3164"], ids=ascii
)
def test_a_word_is_found_whatever_sign_stands_beside_it(sign):
    text = f"{sign}rain{sign} fell"
    assert wanted("rain fell", text).documents() == [1]
    assert wanted(text, "rain fell").documents() == [1]
