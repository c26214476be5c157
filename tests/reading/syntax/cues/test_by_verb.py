import pytest
from shown import cues_in


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Vale says the reports are wrong.", [("Vale", "says")]),
        ("The Paris attacks changed it.", []),
        ("Vale is trying to convince them, saying it is late.", [("Vale", "saying")]),
        ("Vale on Monday tweeted a picture.", [("Vale", "tweeted")]),
        ("Vale keeps talking about it.", [("Vale", "talking")]),
        ("Saying it was late, Vale left.", [("Vale", "Saying")]),
        ("Leaving early, Vale slept.", []),
        ("A man on a scooter rides up, shouting at her.", [("A man", "shouting")]),
        ("Tom Aas in goal, shouting at her.", [("Tom Aas", "shouting")]),
        ("Tears on her cheeks, shouting at her.", []),
        ("It rained, with Ruth Vale loudly saying so.", [("Ruth Vale", "saying")]),
        ("It rained, with many pilots and sailors saying so.", [("many pilots and sailors", "saying")]),
        (
            "All were glad – Tom Aas saying it and Ruth Vale adding it.",
            [("Tom Aas", "saying"), ("Ruth Vale", "adding")],
        ),
        (
            "It rained, with Ruth Vale saying it and asking why.",
            [("Ruth Vale", "saying"), ("Ruth Vale", "asking")],
        ),
        ("She tells me of Ruth Vale saying so.", [("She", "tells"), ("Ruth Vale", "saying")]),
        ("Vale’s warning tone met Aas.", []),
        ("Vale’s warning Aas.", [("Vale", "warning")]),
        ("Tom Aas met Ruth Vale, saying so.", [("Tom Aas", "saying")]),
        ("Ruth Vale received a letter saying so.", [("a letter", "saying")]),
        ("Ruth Vale was sent a letter saying so.", [("a letter", "saying")]),
        ("Ruth Vale is sending a letter saying so.", [("Ruth Vale", "saying")]),
        ("Ruth Vale released a statement saying so.", [("Ruth Vale", "saying")]),
        ("Ruth Vale held a sign saying so.", [("a sign", "saying")]),
        ("Ruth Vale held a lamp, saying so.", [("Ruth Vale", "saying")]),
    ],
)
def test_a_verb_reports_where_it_is_one(text, reports):
    assert cues_in(text) == reports
