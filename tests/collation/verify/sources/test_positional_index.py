from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.verify.sources import positional_index
from quoteverify.collation.verify.sources.positional_index import SharedRun
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.models import Document

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=14).map(" ".join)


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
    found = index.positions.runs(index.ids(claim.split()))
    expected = reference([s.split() for s in sources], claim.split())
    assert {run for run in found if run.length > 1} == expected
    assert len(found) == len(set(found))
    if len(claim.split()) > 1:
        whole = index.positions.whole(index.ids(claim.split()))
        assert set(whole) == {run for run in expected if run.length == len(claim.split())}


def test_a_rare_word_is_a_run_by_itself_and_a_common_one_is_not(monkeypatch):
    monkeypatch.setattr(positional_index, "RARE", 1)
    index = SourceIndex("a heron, a swan, a crow")
    assert [tuple(run) for run in index.positions.runs(index.ids(["a", "crane", "swan"]))] == [(3, 2, 1)]


def test_a_pair_that_stands_everywhere_is_passed_over_if_there_are_others(monkeypatch):
    monkeypatch.setattr(positional_index, "MOST_POSITIONS", 4)
    index = SourceIndex("of the " * 10 + "of the heron of the")
    only = index.positions.runs(index.ids(["the", "of", "the", "of"]))
    assert {run.source_end for run in only if run.length == 4} == {5, 7, 9}
    others = index.positions.runs(index.ids(["of", "the", "heron", "swam"]))
    assert [run for run in others if run.length > 1] == [SharedRun(21, 1, 2)]


def test_all_of_a_claim_is_found_though_each_of_its_pairs_stands_in_many_places(monkeypatch):
    monkeypatch.setattr(positional_index, "MOST_POSITIONS", 2)
    index = SourceIndex("a b x " * 5 + "b c x " * 5 + "a b c")
    assert index.positions.whole(index.ids(["a", "b", "c"])) == [SharedRun(30, 0, 3)]
    assert index.positions.whole(index.ids(["a", "b", "z"])) == []


def test_one_common_word_is_found_at_its_first_places(monkeypatch):
    monkeypatch.setattr(positional_index, "MOST_POSITIONS", 2)
    index = SourceIndex("a b a a a")
    assert index.positions.runs(index.ids(["a"])) == [SharedRun(0, 0, 1), SharedRun(2, 0, 1)]
    assert index.positions.runs(index.ids(["z"])) == index.positions.runs([]) == []


def test_what_is_common_among_more_sources_leads_nowhere_where_other_words_do():
    text = "We open the old bridge. Nobody saw the old harbour."
    some = SourceIndex(text, common=[("the",), ("old",), ("the", "old"), ("harbour",), ("nowhere",)])
    every = SourceIndex(text)
    for claim, led in (("the old bridge", 1), ("the old harbour", 1), ("the old", 2), ("harbour open", 1)):
        ids = every.ids(claim.split())
        assert len(every.positions.runs(ids)) >= len(some.positions.runs(ids))
        assert len(some.positions.runs(ids)) == led


def test_a_word_that_is_common_where_the_sources_are_from_does_not_stand_once():
    chosen = SourceIndex(["the heron sailed"], common=[("sailed",)])
    ids = chosen.ids(["heron", "sailed"])
    assert chosen.positions.stand_once(ids) == [(0, 1)]
    alone = SourceIndex(["the heron sailed"])
    assert alone.positions.stand_once(alone.ids(["heron", "sailed"])) == [(0, 1), (1, 2)]
