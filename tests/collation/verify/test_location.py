import pytest
from collation import harbour
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.language.word_weights import FUNCTION_WORD_WEIGHT
from quoteverify.collation.verify.chaining import MOST_OTHERS, Chain, straight
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.location import Location, locate, unrivalled, worth_linking
from quoteverify.collation.verify.sources.positional_index import MOST_POSITIONS
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.text.language import language

ENGLISH = language("en")


def located(claim, source):
    """The words of each place's runs, in the claim's order."""
    index = SourceIndex(source)
    taken = Claim(claim, ENGLISH)
    return [
        [" ".join(taken.words.keys[run.claim : run.claim_end]) for run in place.runs]
        for place in locate(index, taken).places
    ]


CASES = {
    "a run": ("the heron flew", "At dawn the heron flew off.", [["the heron flew"]]),
    "a word put for another": (
        "the heron swam away",
        "At dawn the heron flew away.",
        [["the heron", "away"]],
    ),
    "words put in": ("the old grey heron flew", "the heron flew", [["heron flew"]]),
    "words left out": ("the heron away", "the heron flew far away", [["the heron", "away"]]),
    "two places": (
        "the heron flew away. the crane stood still",
        f"the crane stood still {'and so on ' * 40} the heron flew away",
        [["the heron flew away"], ["the crane stood still"]],
    ),
    "parts the other way round": (
        "when dawn came the heron flew away",
        "the heron flew away when dawn came",
        [["when dawn came"], ["the heron flew away"]],
    ),
    "nothing": ("the heron", "no bird", []),
}


@pytest.mark.parametrize(("claim", "source", "expected"), CASES.values(), ids=CASES)
def test_a_claim_is_placed_by_the_runs_it_shares(claim, source, expected):
    assert located(claim, source) == expected


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("[the heron] flew off at dawn", "the heron was old and flew off at dawn", "flew off at dawn"),
        ("it flew off at dawn [in May]", "it flew off at dawn. They sat in May.", "it flew off at dawn"),
        ("it flew [off] at dawn", "it flew off at dawn", "it flew off at dawn"),
    ],
)
def test_what_an_editor_put_in_is_not_fetched_from_elsewhere(claim, source, expected):
    assert located(claim, source) == [[expected]]


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("the heron sailed over of the", "the heron sailed near of the", ["the heron sailed", "of the"]),
        ("of the swam the heron", "of the sailed the heron", ["of the", "the heron"]),
        ("the heron sailed of the old", "the heron sailed of the new", ["the heron sailed of the"]),
        ("the heron sailed over in the", "the heron sailed near of the", ["the heron sailed"]),
    ],
)
def test_two_words_that_stand_everywhere_count_beside_the_others(claim, source, expected):
    everywhere = " ".join(f"boat{n} of the crew{n}" for n in range(MOST_POSITIONS + 1))
    assert located(claim, f"{source}. {everywhere}") == [expected]


def test_a_word_alone_is_not_worth_a_leap():
    source = "We will not sell the yard. " + "Nothing else was said. " * 10 + "A heron passed."
    assert located("We will not sell the heron", source) == [["we will not sell the"]]


def test_a_negation_that_was_put_in_is_not_fetched_from_elsewhere():
    source = "We will defeat the plan, as before. But we will not defeat it at night."
    (place,) = located("We will not defeat the plan, as before", source)
    assert place == ["we will", "defeat the plan as before"]


def test_there_are_no_more_than_so_many_other_places():
    index = SourceIndex("The heron flew away. " * 30)
    found = locate(index, Claim("the heron flew away", ENGLISH))
    assert len(found.others) == MOST_OTHERS


@given(
    st.lists(st.sampled_from(["the", "boats", "are", "rotting", "not", "and", "people", "of"]), max_size=20)
)
def test_places_follow_the_claim_and_use_no_word_of_it_twice(claim):
    taken = Claim(" ".join(claim), ENGLISH)
    found = locate(harbour.INDEX, taken)
    used = 0
    for place in found.places:
        for run in place.runs:
            assert run.claim >= used
            used = run.claim_end
            assert harbour.INDEX.ids_at(run.source, run.source_end) == harbour.INDEX.ids(
                claim[run.claim : run.claim_end]
            )
    assert found.weight <= taken.summed[-1] + 1e-9


TELLING = [
    head + tail for head in ("har", "mor", "ten", "lun", "vis") for tail in ("bel", "dock", "gate", "nic")
]
SMALL = ["the", "of", "and", "to", "in", "we", "not", "is", "for", "that"]


@st.composite
def altered_claims(draw):
    """A source, and some of its words with one or two of them left out or put for another."""
    small = draw(st.lists(st.sampled_from(SMALL), min_size=20, max_size=20))
    source = [word for pair in zip(draw(st.permutations(TELLING)), small, strict=True) for word in pair]
    start = draw(st.integers(0, len(source) - 20))
    said = source[start : start + draw(st.integers(8, 20))]
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(said) - 1))
        said[at : at + 1] = draw(st.sampled_from([[], ["other"], ["never", "ever"]]))
    return " ".join(source), " ".join(said)


@given(altered_claims())
def test_linking_few_of_the_runs_finds_what_linking_all_does(given_texts):
    source, said = given_texts
    index, claim = SourceIndex(source), Claim(said, ENGLISH)
    ids = index.ids(claim.words.keys)
    runs = [] if index.positions.whole(ids) else sorted(index.positions.runs(ids))
    if runs:
        everything = Location(Chain(index, claim, runs).best())
        assert locate(index, claim).weight >= everything.weight - FUNCTION_WORD_WEIGHT * len(
            everything.places
        )


def slowly(index, claim, ids):
    """Where a claim stands by all runs of its words that may matter, wherever they are."""
    runs = worth_linking(index.positions.runs(ids), claim)
    place = straight(index, claim, runs)
    if place:
        return Location((place,))
    chain = Chain(index, claim, runs)
    places = chain.best()
    return Location(places, tuple(chain.others(places)))


@given(altered_claims(), altered_claims())
def test_a_place_known_by_words_that_stand_once_is_that_which_all_runs_lead_to(given_texts, others):
    source, said = given_texts
    index, claim = SourceIndex([source, others[1]]), Claim(said, ENGLISH)
    ids = index.ids(claim.words.keys)
    place = unrivalled(index, claim, ids)
    if place:
        found = slowly(index, claim, ids)
        assert len(found.places) == 1
        assert (found.places[0].source, found.places[0].claim) == (place.source, place.claim)
        assert found.others == ()


def test_a_claim_that_differs_in_a_word_is_known_by_words_that_stand_once():
    index = SourceIndex(["the heron sailed over the old mill at dawn", "the mill is old"])
    for said, known in [
        ("the heron flew over the old mill at dawn", True),
        ("the heron sailed over the mill at dawn", True),
        ("the old mill", False),  # stands in both
        ("at dawn the heron sailed", False),  # in another order
        ("the moon", False),
    ]:
        claim = Claim(said, ENGLISH)
        assert bool(unrivalled(index, claim, index.ids(claim.words.keys))) is known, said
