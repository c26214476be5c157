import pytest
from shown import ENGLISH, answers_of, narration_of

ROWS = [
    (table, row) for table in ("cues", "cue_phrases", "cue_nouns", "offices") for row in ENGLISH.rows(table)
]


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{table}: {row.words[0]}" for table, row in ROWS])
def test_a_rows_example_reads_differently_without_the_row(table, row):
    assert answers_of(row.example) != answers_of(row.example, ENGLISH.without(table, row))


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Vale says the reports are wrong.", [("Vale", "says")]),
        ("The Paris attacks changed it.", []),
        ("Vale went on to say it was late.", [("Vale", "went on"), ("Vale", "say")]),
        ("Vale is trying to convince them, saying it is late.", [("Vale", "saying")]),
        ("A source speaking to the Port News said so.", [("A source speaking to the Port News", "said")]),
        ("Vale on Monday tweeted a picture.", [("Vale", "tweeted")]),
        ("A spokesman for the ministry said so.", [("A spokesman for the ministry", "said")]),
        ("Vale told Aas and added that it was late.", [("Vale", "told"), ("Vale", "added")]),
        ("The board, Vale says, is late.", [("Vale", "says")]),
        ("It was late, said Ruth Vale.", [("Ruth Vale", "said")]),
        ("Vale keeps talking about it.", [("Vale", "talking")]),
        ("Saying it was late, Vale left.", [("Vale", "Saying")]),
        ("Leaving early, Vale slept.", []),
        (
            "The News quoted Vale as saying it was late.",
            [("Vale", "quoted Vale as saying"), ("Vale", "saying")],
        ),
        ("The News quoted her as saying so.", [("her", "quoted her as saying"), ("her", "saying")]),
        ("Vale was quoted by Aas as saying so.", [("Vale", "quoted by Aas as saying"), ("Vale", "saying")]),
        ("The News quoted Vale.", [("The News", "quoted")]),
        ("One of Vale’s remarks upset Aas.", [("Vale", "remarks")]),
    ],
)
def test_a_cue_has_the_subject_that_english_gives_it(text, reports):
    narration = narration_of(text)
    found = narration.reports(0, 0)
    assert [(r.mention.span.of(text), r.cue.of(text)) for r in found] == reports
