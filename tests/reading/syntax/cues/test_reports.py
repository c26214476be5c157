import made_up
import pytest


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("“Nei”, melo Ruth Vale.", [("melo", "Ruth Vale")]),
        ("Mondi melo ko Lotso Ruth Vale: “Nei.”", [("melo", "ko Lotso Ruth Vale")]),
        ("Kom Lotso melo Ruth Vale: “Nei.”", [("melo", "Ruth Vale")]),
        ("Ruth Vale hapo kom Lotso “Nei” meldi.", [("meldi", "Ruth Vale")]),
        ("Ko Skip wura ba Ruth Vale “Ruin” meldi.", [("meldi", "Ruth Vale")]),
        ("Ko Skip wura “Ruin” meldi.", []),
        ("“Nei”, kundo ko Lotso ap.", [("kundo", "ko Lotso")]),
        ("“Nei”, kundo ko Lotso, Ruth Vale, ap.", [("kundo", "ko Lotso, Ruth Vale")]),
        ("“Nei”, kundo ko Lotso ap", [("kundo", "ko Lotso")]),
        ("Ruth Vale kundo ap “Nei”.", [("kundo", "Ruth Vale")]),
        ("Ruth Vale kundo ap en faro.", [("kundo", "Ruth Vale")]),
        ("Ruth Vale kundo ko Skip “Ruin” ut.", [("kundo", "Ruth Vale")]),
        ("“Nei”, kundo ko Lotso.", []),
        ("Ruth Vale kundo ap nun.", []),
        ("Ruth Vale kundo: ap.", []),
        ("Vales Sato “Nei” faro.", [("Sato", "Vales")]),
        ("Ruth Vale zufo faro ko Skip.", [("zufo", "Ruth Vale")]),
        ("Ko Skip faro, vora Ruth Vale, nun.", [("vora", "Ruth Vale")]),
        ("“Nei”, vora Ruth Vale.", [("vora", "Ruth Vale")]),
        ("“Nei” vora Ruth Vale.", [("vora", "Ruth Vale")]),
        ("Vora Ruth Vale, ko Skip faro.", [("Vora", "Ruth Vale")]),
        ("Ko Skip faro, vora Ruth Vale", [("vora", "Ruth Vale")]),
        ("Ko Skip faro vora Ruth Vale, nun.", []),
        ("Ko Skip faro, vora Ruth Vale nun.", []),
    ],
)
def test_a_cue_has_its_subject_where_another_language_puts_it(text, reports):
    assert made_up.reports_of(text) == reports
