import pytest

from quoteverify.archive.search import Query
from quoteverify.models import Document

TEXT = (
    "The yard was busy. "
    + "It snowed. " * 60
    + "“We will not sell the yard before spring,” said Ada Aas. "
    + "It rained. " * 60
    + "Ada."
)


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("harbour office", '"harbour" AND "office"'),
        ('"harbour office" noon', '"harbour office" AND "noon"'),
        ("“harbour office” noon", '"harbour office" AND "noon"'),
        ('"harbour', '"harbour"'),
        ("don't", '"don t"'),
        ("AND OR NOT NEAR(a b)", '"AND" AND "OR" AND "NOT" AND "NEAR a" AND "b"'),
        ('a* ^b -c {d}: "', '"a" AND "b" AND "c" AND "d"'),
        ("rain rain", '"rain"'),
        ("", ""),
        ("… “”", ""),
    ],
)
def test_words_become_an_expression_of_quoted_words_only(words, expression):
    assert Query(words).expression == expression


def test_the_passage_is_where_most_of_the_words_stand_closest():
    found = Query("yard Ada spring").passage(Document(id="a", text=TEXT))
    assert found.text == "yard before spring,” said Ada"
    assert found.similarity == 1.0
    assert found.spans[0].of(TEXT) == found.text
    assert TEXT[found.excerpt_start :].startswith(found.excerpt)
    assert found.text in found.excerpt


def test_words_that_stand_far_apart_are_found_in_part():
    found = Query("busy rained").passage(Document(id="a", text=TEXT))
    assert (found.text, found.similarity) == ("busy", 0.5)


def test_a_document_without_the_words_gives_an_empty_passage():
    found = Query("hail").passage(Document(id="a", text=TEXT))
    assert (found.text, found.similarity) == ("", 0.0)
