import pytest

from quoteverify.collation.verify.chaining import (
    AS_GOOD,
    LEAP,
    LEAP_AT_CUT,
    LEAP_BEHIND,
    LEAP_NEARBY,
    MOST_OTHERS,
    OTHER_DOCUMENT,
    OVERLAP,
    STEP,
    Chain,
    ClaimPlace,
    step_cost,
    straight,
)
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.sources.positional_index import SharedRun
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.models import Document
from quoteverify.text.language import language

ENGLISH = language("en")


def shared(claim, *sources):
    """The sources made ready, the claim, and the runs that they share, in the order of the sources."""
    index = SourceIndex([Document(id=str(n), text=text) for n, text in enumerate(sources)])
    taken = Claim(claim, ENGLISH)
    return index, taken, sorted(index.positions.runs(index.ids(taken.words.keys)))


def fill(count):
    """So many words that no claim has."""
    return " ".join(f"filler{n}" for n in range(count))


@pytest.mark.parametrize(
    ("over_source", "over_claim", "cost"),
    [(0, 0, 0.0), (1, 1, 0.05), (4, 4, 0.2), (1, 0, 0.25), (0, 1, 0.25), (3, 0, 0.5), (5, 2, 0.6)],
)
def test_a_step_costs_little_for_what_it_passes_over_and_more_for_a_shift(over_source, over_claim, cost):
    assert step_cost(over_source, over_claim) == pytest.approx(cost)


def test_a_place_goes_from_its_first_run_to_its_last():
    place = ClaimPlace(0, (SharedRun(7, 1, 2), SharedRun(12, 4, 3)), 5.0)
    assert (place.source, place.claim) == ((7, 15), (1, 7))


# A claim, sources, and the words of the one place that the runs are of, or None.
STRAIGHT = {
    "one run": ("herons sat here", ["two herons sat"], ["herons sat"]),
    "a word put for another": (
        "herons sat there loudly",
        ["herons sat here loudly"],
        ["herons sat", "loudly"],
    ),
    "words left out": ("herons sat loudly", ["herons sat on masts loudly"], ["herons sat", "loudly"]),
    "as far as a step goes": (
        "herons sat on old masts still there",
        [f"herons sat on old masts {fill(STEP)} still there"],
        None,
    ),
    "another order": ("old masts then two herons", ["two herons on old masts"], None),
    "two documents": ("two herons on old masts", ["two herons", "on old masts"], None),
    "a word not worth the steps": ("herons sat a day on masts", ["herons sat for on a deck on masts"], None),
}


@pytest.mark.parametrize(("claim", "sources", "expected"), STRAIGHT.values(), ids=STRAIGHT)
def test_runs_that_follow_one_another_are_one_place(claim, sources, expected):
    index, taken, runs = shared(claim, *sources)
    place = straight(index, taken, runs)
    if expected is None:
        assert place is None
    else:
        assert [" ".join(taken.words.keys[run.claim : run.claim_end]) for run in place.runs] == expected
        assert place.weight == pytest.approx(
            sum(taken.weight_of(run.claim, run.length) for run in place.runs)
        )


def chained(claim, *sources):
    """The words of each place of the best chain, in the claim's order, and the score of the chain."""
    index, taken, runs = shared(claim, *sources)
    chain = Chain(index, taken, runs)
    found = [
        (place.document, " | ".join(" ".join(taken.words.keys[r.claim : r.claim_end]) for r in place.runs))
        for place in chain.best()
    ]
    return found, max(way.score for way in chain.ways)


HERONS, LANTERNS = "herons perched upon masts", "pilots counted nine lanterns"

# A claim of two parts of four telling words each, sources, the places, and what a leap costs.
LEAPS = {
    "to anywhere": (f"{HERONS} {LANTERNS}", [f"{LANTERNS} {fill(99)} {HERONS} {fill(9)}"], LEAP),
    "at an ellipsis": (
        f"{HERONS} ... {LANTERNS}",
        [f"{LANTERNS} {fill(99)} {HERONS} {fill(9)}"],
        LEAP_AT_CUT,
    ),
    "at a sentence's end": (
        f"{HERONS}. {LANTERNS.capitalize()}",
        [f"{LANTERNS} {fill(99)} {HERONS} {fill(9)}"],
        LEAP_AT_CUT,
    ),
    "nearby": (f"{HERONS} {LANTERNS}", [f"{LANTERNS} {fill(5)} {HERONS}"], LEAP_NEARBY),
    "just behind": (f"{HERONS} {LANTERNS}", [f"{LANTERNS} {HERONS}"], LEAP_BEHIND),
    "into another document": (f"{HERONS} {LANTERNS}", [LANTERNS, HERONS], LEAP + OTHER_DOCUMENT),
    "past a step": (f"{HERONS} {LANTERNS}", [f"{HERONS} {fill(STEP + 1)} {LANTERNS}"], LEAP),
}


@pytest.mark.parametrize(("claim", "sources", "cost"), LEAPS.values(), ids=LEAPS)
def test_a_leap_costs_by_where_it_goes(claim, sources, cost):
    found, score = chained(claim, *sources)
    assert [words for _, words in found] == [HERONS, LANTERNS]
    assert score == pytest.approx(Claim(claim, ENGLISH).weight - cost)


def test_a_step_is_cheaper_than_a_leap():
    claim = f"{HERONS} {LANTERNS}"
    found, score = chained(claim, f"{HERONS} {fill(STEP)} {LANTERNS}")
    assert found == [(0, f"{HERONS} | {LANTERNS}")]
    assert score == pytest.approx(Claim(claim, ENGLISH).weight - step_cost(STEP, 0))


def test_one_word_alone_is_not_leapt_to_or_from():
    assert chained("masts pilots counted nine lanterns", f"{LANTERNS} {fill(99)} masts")[0] == [(0, LANTERNS)]
    assert chained("pilots counted nine lanterns masts", f"masts {fill(99)} {LANTERNS}")[0] == [(0, LANTERNS)]


def test_a_word_that_two_runs_want_goes_to_one_of_them():
    claim = "herons perched upon old masts counted nine lanterns"
    found, _ = chained(claim, f"herons perched upon old masts {fill(99)} old masts counted nine lanterns")
    assert sorted(len(words.split()) for _, words in found) == [3, 5]
    assert " ".join(words for _, words in found) == claim


def test_no_more_than_so_many_words_are_wanted_by_two():
    both = "old tarred masts and two spars"
    claim = f"herons {both} lanterns"
    found, _ = chained(claim, f"herons {both} {fill(99)} {both} lanterns")
    assert len(both.split()) > OVERLAP + 1
    assert [words for _, words in found] in ([f"herons {both}"], [f"{both} lanterns"])


def others(claim, *sources):
    index, taken, runs = shared(claim, *sources)
    chain = Chain(index, taken, runs)
    return [place.document for place in chain.others(chain.best())]


def test_other_places_that_weigh_nearly_as_much_would_do_as_well():
    claim = "herons swans cranes rooks gulls terns ducks geese"
    assert 6 / 8 < AS_GOOD < 7 / 8
    seven, six = claim.replace("geese", "larks"), claim.replace("ducks geese", "larks")
    assert others(claim, claim, seven, six) == [1]


def test_the_best_other_place_comes_first():
    claim = "herons perched upon old tarred masts counted nine brass lanterns"
    assert others(claim, claim, claim.replace("brass", "tin"), claim) == [2, 1]


def test_other_places_do_not_overlap_the_best_or_each_other():
    claim = "nine old lanterns"
    assert others(claim, "nine old lanterns", "nine old lanterns old lanterns") == [1]


def test_there_are_no_more_than_so_many_other_places():
    claim = "nine brass lanterns"
    assert len(others(claim, *[claim] * 20)) == MOST_OTHERS


def test_a_claim_in_very_many_places_has_no_others():
    parts = [f"part{n} of{n} it{n}" for n in range(MOST_OTHERS + 2)]
    assert others(". ".join(parts), *parts, *parts) == []
