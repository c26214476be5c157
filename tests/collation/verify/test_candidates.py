import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.verify import candidates
from quoteverify.collation.verify.candidates import SharedRun, SourceIndex, indexed
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


def reference(sources, claim):
    """Every longest run of two words or more that the claim and a source share, by trying all."""
    found = set()
    offset = 0
    for source in sources:
        for place in range(len(source)):
            for start in range(len(claim)):
                if place and start and source[place - 1] == claim[start - 1]:
                    continue
                length = 0
                while (
                    place + length < len(source)
                    and start + length < len(claim)
                    and source[place + length] == claim[start + length]
                ):
                    length += 1
                if length > 1:
                    found.add(SharedRun(offset + place, start, length))
        offset += len(source) + 1
    return found


@given(st.lists(WORDS, max_size=3), WORDS)
def test_all_runs_of_two_words_are_found(sources, claim):
    index = SourceIndex([Document(id=str(n), text=text) for n, text in enumerate(sources)])
    found = index.runs(index.ids(claim.split()))
    expected = reference([s.split() for s in sources], claim.split())
    assert {run for run in found if run.length > 1} == expected
    assert len(found) == len(set(found))
    if len(claim.split()) > 1:
        whole = index.whole(index.ids(claim.split()))
        assert set(whole) == {run for run in expected if run.length == len(claim.split())}


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


def test_a_rare_word_is_a_run_by_itself_and_a_common_one_is_not(monkeypatch):
    monkeypatch.setattr(candidates, "RARE", 1)
    index = SourceIndex("a heron, a swan, a crow")
    assert [tuple(run) for run in index.runs(index.ids(["a", "crane", "swan"]))] == [(3, 2, 1)]


def test_a_pair_that_stands_everywhere_is_passed_over_if_there_are_others(monkeypatch):
    monkeypatch.setattr(candidates, "MOST_POSITIONS", 4)
    index = SourceIndex("of the " * 10 + "of the heron of the")
    only = index.runs(index.ids(["the", "of", "the", "of"]))
    assert {run.source_end for run in only if run.length == 4} == {5, 7, 9}
    others = index.runs(index.ids(["of", "the", "heron", "swam"]))
    assert [run for run in others if run.length > 1] == [SharedRun(21, 1, 2)]


def test_all_of_a_claim_is_found_though_each_of_its_pairs_stands_in_many_places(monkeypatch):
    monkeypatch.setattr(candidates, "MOST_POSITIONS", 2)
    index = SourceIndex("a b x " * 5 + "b c x " * 5 + "a b c")
    assert index.whole(index.ids(["a", "b", "c"])) == [SharedRun(30, 0, 3)]
    assert index.whole(index.ids(["a", "b", "z"])) == []


def test_one_common_word_is_found_at_its_first_places(monkeypatch):
    monkeypatch.setattr(candidates, "MOST_POSITIONS", 2)
    index = SourceIndex("a b a a a")
    assert index.runs(index.ids(["a"])) == [SharedRun(0, 0, 1), SharedRun(2, 0, 1)]
    assert index.runs(index.ids(["z"])) == index.runs([]) == []


def test_what_is_common_among_more_sources_leads_nowhere_where_other_words_do():
    text = "We open the old bridge. Nobody saw the old harbour."
    some = SourceIndex(text, common=[("the",), ("old",), ("the", "old"), ("harbour",), ("nowhere",)])
    every = SourceIndex(text)
    for claim, led in (("the old bridge", 1), ("the old harbour", 1), ("the old", 2), ("harbour open", 1)):
        ids = every.ids(claim.split())
        assert len(every.runs(ids)) >= len(some.runs(ids))
        assert len(some.runs(ids)) == led


def test_a_word_that_is_common_where_the_sources_are_from_does_not_stand_once():
    chosen = SourceIndex(["the heron sailed"], common=[("sailed",)])
    ids = chosen.ids(["heron", "sailed"])
    assert chosen.stand_once(ids) == [(0, 1)]
    alone = SourceIndex(["the heron sailed"])
    assert alone.stand_once(alone.ids(["heron", "sailed"])) == [(0, 1), (1, 2)]
