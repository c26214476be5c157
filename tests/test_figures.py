"""The figures of the invented articles and claims: whatever a change loses there is noticed.

They stand where they were when last changed on purpose. A change that gains may raise them with it; one that
loses on balance must say why it lowers them. What went wrong in half ``a`` is shown by ``--errors``.
"""

import pytest
from bench import measure_collation, measure_reading

# Of each part of tests/reading/articles: what there is, what must at least be right, and at most go wrong.
READING = {
    "a": (
        {"speech": 269, "nameable": 246, "terms": 36, "to join": 56},
        {"exact": 260, "right": 247, "named": 207, "joined": 51},
        {"answers that are not right": 19, "speech as term": 9, "terms as speech": 6, "joined wrongly": 0},
    ),
    "b": (
        {"speech": 259, "nameable": 231, "terms": 41, "to join": 59},
        {"exact": 253, "right": 233, "named": 185, "joined": 54},
        {"answers that are not right": 29, "speech as term": 5, "terms as speech": 9, "joined wrongly": 0},
    ),
    "c": (
        {"speech": 147, "nameable": 143, "terms": 9, "to join": 28},
        {"exact": 146, "right": 144, "named": 132, "joined": 28},
        {"answers that are not right": 3, "speech as term": 1, "terms as speech": 1, "joined wrongly": 0},
    ),
    "d": (
        {"speech": 83, "nameable": 80, "terms": 5, "to join": 16},
        {"exact": 83, "right": 79, "named": 72, "joined": 16},
        {"answers that are not right": 5, "speech as term": 0, "terms as speech": 1, "joined wrongly": 0},
    ),
}

# Of each half of tests/collation/alterations: how many claims, and of each figure how many may be wrong.
COLLATION = {
    "a": (
        416,
        {
            "verdict": 2,
            "place": 6,
            "within 3": 9,
            "verdict all": 3,
            "place all": 7,
            "recall": 2,
            "precision": 13,
            "meaning": 2,
        },
    ),
    "b": (
        367,
        {
            "verdict": 0,
            "place": 6,
            "within 3": 7,
            "verdict all": 1,
            "place all": 7,
            "recall": 1,
            "precision": 8,
            "meaning": 3,
        },
    ),
}


@pytest.mark.parametrize("half", READING)
def test_no_article_is_read_worse_than_it_was(half):
    there, least, most = READING[half]
    counts = measure_reading.measure(half).figures.counts
    counts["answers that are not right"] = counts["answers"] - counts["right"]
    assert {name: counts[name] for name in there} == there
    assert {name: counts[name] for name, floor in least.items() if counts[name] < floor} == {}
    assert {name: counts[name] for name, ceiling in most.items() if counts[name] > ceiling} == {}


@pytest.fixture(scope="module")
def collated():
    """The tally of every claim."""
    documents, claims = measure_collation.read_claims(measure_collation.ALTERATIONS)
    shapes = measure_collation.read_shapes(measure_collation.ALTERATIONS / "shapes.toml")
    tally = measure_collation.Tally()
    for claim, answer, _ in measure_collation.measure(documents, claims, shapes):
        tally.add(claim, answer)
    return tally


@pytest.mark.parametrize("half", COLLATION)
def test_no_claim_is_judged_worse_than_it_was(half, collated):
    claims, most = COLLATION[half]
    wrong = {
        figure: score.of - score.right for figure in most for score in [collated.scores["all", half, figure]]
    }
    assert collated.sizes[half] == claims
    assert {figure: wrong[figure] for figure in most if wrong[figure] > most[figure]} == {}
    assert set(most) == set(measure_collation.FIGURES)
