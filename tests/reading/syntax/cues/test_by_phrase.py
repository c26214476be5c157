import pytest
from shown import cues_in


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Vale went on to say it was late.", [("Vale", "went on"), ("Vale", "say")]),
        ("It was late, according to him.", [("him", "according to")]),
        (
            "It was late, according to early results of the poll.",
            [("early results of the poll", "according to")],
        ),
        (
            "It was late, according to the port and the analysts.",
            [("the port and the analysts", "according to")],
        ),
        (
            "It was late, according to the port and the analysts",
            [("the port and the analysts", "according to")],
        ),
        ("It was late, according to the port and the analysts here.", [("the port", "according to")]),
        ("Vale made it clear that it was late.", [("Vale", "made it clear")]),
        ("“Late,” chimed in Ruth Vale.", [("Ruth Vale", "chimed in")]),
        ("Ruth Vale, author of “High Tides,” put it so:", [("Ruth Vale", "put it")]),
        ("The pilot, Ruth Vale, put it like this:", [("The pilot, Ruth Vale", "put it")]),
    ],
)
def test_a_phrase_reports_its_source(text, reports):
    assert cues_in(text) == reports
