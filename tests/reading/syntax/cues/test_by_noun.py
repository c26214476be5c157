import pytest
from shown import cues_in


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Vale’s last public late claim upset Aas.", [("Vale", "claim")]),
        ("Vale’s last old public late claim upset Aas.", []),
        ("Aas upset a claim by Ruth Vale.", [("Ruth Vale", "claim")]),
        ("Vale’s most open claim upset Aas.", [("Vale", "claim")]),
        ("Aas upset a claim by leaving the port.", []),
        ("One of Vale’s remarks upset Aas.", [("Vale", "remarks")]),
    ],
)
def test_a_noun_reports_who_owns_it(text, reports):
    assert cues_in(text) == reports
