import pytest
from shown import cues_in


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Aas was told on Monday, in a letter, by Vale that it sank.", [("Vale", "told")]),
        ("Aas was told on Monday, in a long letter, by Vale that it sank.", []),
        ("Described by Vale as a “ruin”, the port sank.", [("Vale", "Described")]),
        ("Described by Vale as a big “ruin”, the port sank.", []),
    ],
)
def test_a_passive_reports_who_does_it(text, reports):
    assert cues_in(text) == reports
