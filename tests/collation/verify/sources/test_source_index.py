import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.verify.sources.source_index import SourceIndex, indexed
from quoteverify.errors import ArgumentTypeError, ArgumentValueError, DuplicateDocumentError
from quoteverify.models import Document, Span
from quoteverify.text.language import LanguageProfile, language
from quoteverify.text.words import words

ENGLISH = language("en")

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=14).map(" ".join)


def test_strings_documents_and_one_alone_are_sources():
    document = Document(id="x", text="It rained.")
    for sources in (
        "It rained.",
        document,
        ["It rained."],
        (d for d in [document]),
        {document.id: document}.values(),
    ):
        assert [d.text for d in SourceIndex(sources).documents] == ["It rained."]
    assert SourceIndex([document]).documents == (document,)
    assert SourceIndex([]).documents == ()


def test_an_index_is_taken_as_it_is():
    index = SourceIndex("It rained.")
    assert indexed(index) is index
    assert SourceIndex(index).documents == index.documents


@pytest.mark.parametrize("sources", [None, 5, [5], [b"text"], ["text", None]])
def test_other_sources_raise(sources):
    with pytest.raises(ArgumentTypeError):
        SourceIndex(sources)


def test_two_sources_of_one_id_raise():
    with pytest.raises(DuplicateDocumentError, match="'x'"):
        SourceIndex([Document(id="x", text="a"), Document(id="x", text="b")])


def test_an_index_of_an_index_has_its_language():
    mine = ENGLISH.with_rows("fillers", [{"words": ["ehm"]}])
    index = SourceIndex("It rained.", lang=mine)
    assert SourceIndex(index).language is mine
    assert SourceIndex(index, lang="en").language is mine
    with pytest.raises(ArgumentValueError, match="'en', the language of the sources"):
        SourceIndex(index, lang="nn")


def test_an_index_is_in_the_language_that_its_documents_say():
    nynorsk = LanguageProfile("nn", {})
    said = Document(text="Det regna.", lang="nn")
    assert SourceIndex(said, lang=nynorsk).language is nynorsk
    assert SourceIndex(Document(text="It rained.", lang="en")).language is ENGLISH
    assert SourceIndex(said, lang="en").language is ENGLISH
    assert SourceIndex(said, lang="en").searched.in_other_languages == 1
    assert SourceIndex([said, "It rained."], lang=nynorsk).searched.in_other_languages == 0


def test_what_was_searched_is_told():
    searched = SourceIndex([Document(id=str(n), text="ab") for n in range(120)]).searched
    assert (searched.documents, searched.characters, len(searched.ids)) == (120, 240, 100)


def test_an_index_shows_its_size():
    assert repr(SourceIndex("It rained.")) == "<SourceIndex of 1 documents, 3 words>"


def test_every_word_stands_at_its_place():
    text = "“It’s late,” she said; no."
    index = SourceIndex(["First.", text])
    low, high = index.bounds(1)
    assert [text[index.start(p) : index.end(p)] for p in range(low, high)] == [
        "It’s",
        "late",
        "she",
        "said",
        "no",
    ]
    found = index.words(1, Span(0, len(text)))
    assert (found.text, found.keys, found.starts) == (text, words(text).keys, words(text).starts)
    assert [index.document_at(p) for p in (0, low, high - 1)] == [0, 1, 1]
    assert index.ids_at(low, high) == index.ids(words(text).keys)


def test_a_stretch_of_a_document_can_be_all_that_is_looked_in():
    index = SourceIndex(Document(id="x", text="It rained. It snowed."), within={"x": [Span(11, 21)]})
    assert [(index.start(p), index.end(p)) for p in range(*index.bounds(0))] == [(11, 13), (14, 20)]


@given(st.lists(WORDS, min_size=1, max_size=3), st.data())
def test_the_words_of_a_stretch_are_those_that_dividing_it_gives(sources, data):
    index = SourceIndex([Document(id=str(n), text=text) for n, text in enumerate(sources)])
    number = data.draw(st.integers(0, len(sources) - 1))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(sources[number]))] * 2)))
    found, expected = index.words(number, Span(start, end)), words(sources[number][start:end])
    assert (found.keys, found.starts) == (expected.keys, [start + at for at in expected.starts])


def test_the_words_of_a_stretch_need_not_have_been_looked_in():
    text = "It rained. It snowed."
    index = SourceIndex(Document(id="x", text=text), within={"x": [Span(11, 21)]})
    found = index.words(0, Span(3, 13))
    assert (found.text, found.keys, found.starts, found.ends) == (text, ["rained", "it"], [3, 11], [9, 13])


def test_what_is_made_of_a_document_is_made_once():
    index = SourceIndex(["It rained.", "It snowed."])
    made = [index.derived(number, lambda document: [document.text]) for number in (0, 1)]
    assert made == [["It rained."], ["It snowed."]]

    def shout(document):
        return [document.text.upper()]

    assert index.derived(1, shout) is index.derived(1, shout)
