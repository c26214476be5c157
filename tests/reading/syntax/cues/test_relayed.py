import pytest
from shown import cues_in


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        (
            "The News quoted Vale as saying it was late.",
            [("Vale", "quoted Vale as saying"), ("Vale", "saying")],
        ),
        ("The News quoted her as saying so.", [("her", "quoted her as saying"), ("her", "saying")]),
        ("Vale was quoted by Aas as saying so.", [("Vale", "quoted by Aas as saying"), ("Vale", "saying")]),
        ("The News quoted Vale.", [("The News", "quoted")]),
        (
            "The News quoted Ruth Vale, a pilot of the very old city port of Aas, as having sailed.",
            [("Ruth Vale", "quoted Ruth Vale, a pilot of the very old city port of Aas, as having")],
        ),
        (
            "The News quoted Ruth Vale, a pilot of the very old red city port of Aas, as having sailed.",
            [("The News", "quoted")],
        ),
    ],
)
def test_what_is_handed_on_is_whose_it_is(text, reports):
    assert cues_in(text) == reports
