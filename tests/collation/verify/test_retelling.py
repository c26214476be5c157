"""A claim is put back by the place that it reports, wherever that is."""

from quoteverify.collation.verify.retelling import put_back
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.text.language import language
from quoteverify.text.layout.page import Page

ENGLISH = language("en")


def put(claim, *sources):
    return put_back(SourceIndex(sources, lang=ENGLISH), Page(claim, claim))


def test_what_stands_nowhere_stays_as_it_is():
    told = put("she would sail for the bank", "It rained in Aas.")
    assert (told.page.text, told.differences) == ("she would sail for the bank", ())


def test_of_all_paragraphs_the_one_is_taken_that_has_most_of_the_words():
    source = "The crew will wait for Bo.\n\n“We will sail for the bank at noon,” Vale said."
    told = put("they would sail for the bank at noon", "Nobody will sail.", source)
    assert told.page.text == "We will sail for the bank at noon"
    assert [d.a.of(source) for d in told.differences] == ["We", "will"]


def test_of_two_paragraphs_that_have_as_many_the_one_is_taken_where_the_words_are_found_first():
    said = "“We will sail for the bank at noon,” Vale said."
    told = put("they would sail for the bank at noon", f"It rained.\n\n{said}\n\n{said}")
    assert [d.a.start - len("It rained.\n\n") for d in told.differences] == [
        said.index("We"),
        said.index("will"),
    ]
