import made_up
import pytest
from shown import ENGLISH, narration_of, rows_without_effect

from quoteverify.reading.syntax.cues import CueKind, cue_table


@pytest.mark.parametrize("table", ["cues", "cue_phrases", "cue_nouns"])
def test_a_rows_example_reads_differently_without_the_row(table):
    assert list(rows_without_effect(table)) == []


# Of what a row says beside its words: a sentence that its last past form stands in, who then speaks in it by
# this cue if the row says so, and when it does.
SAID_OF_A_VERB = {
    "kind and inverts": (
        "“We sail at noon,” {} the harbour pilot.",
        "the harbour pilot",
        lambda row: row.values["kind"] == "say" and row.values.get("inverts", True),
    ),
    "relays": (
        "The News {} Ruth Vale as saying so.",
        "Ruth Vale",
        lambda row: row.values.get("relays", False),
    ),
}


@pytest.mark.parametrize(("text", "speaker", "holds"), SAID_OF_A_VERB.values(), ids=SAID_OF_A_VERB)
def test_what_a_row_says_of_its_verb_decides_who_speaks(text, speaker, holds):
    for row in ENGLISH.rows("cues"):
        form = [word for word in row.words if not word.endswith("ing")][-1]
        said = text.format(form)
        first = [report.mention.span.of(said) for report in narration_of(said).reports(0, 0)][:1]
        assert (first == [speaker]) is holds(row), row.words


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("The Post reports: “We sail.”", [("The Post", "reports")]),
        (
            "“No,” said the Danish Ambassador to Aas, Ruth Vale; it rained.",
            [("the Danish Ambassador to Aas, Ruth Vale", "said")],
        ),
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
        # How much may stand between: whom a paper quotes, who told it, what is owned, what is described.
        (
            "The News quoted Ruth Vale, a pilot of the very old city port of Aas, as having sailed.",
            [("Ruth Vale", "quoted Ruth Vale, a pilot of the very old city port of Aas, as having")],
        ),
        (
            "The News quoted Ruth Vale, a pilot of the very old red city port of Aas, as having sailed.",
            [("The News", "quoted")],
        ),
        ("Aas was told on Monday, in a letter, by Vale that it sank.", [("Vale", "told")]),
        ("Aas was told on Monday, in a long letter, by Vale that it sank.", []),
        ("Vale’s last public late claim upset Aas.", [("Vale", "claim")]),
        ("Vale’s last old public late claim upset Aas.", []),
        ("Described by Vale as a “ruin”, the port sank.", [("Vale", "Described")]),
        ("Described by Vale as a big “ruin”, the port sank.", []),
        ("One of Vale’s remarks upset Aas.", [("Vale", "remarks")]),
        ("A man on a scooter rides up, shouting at her.", [("A man", "shouting")]),
        ("Tom Aas in goal, shouting at her.", [("Tom Aas", "shouting")]),
        ("Tears on her cheeks, shouting at her.", []),
        (
            "At noon, she told the court, Aas woke his wife and said so.",
            [("she", "told"), ("Aas", "said")],
        ),
        ("On Monday, he alleged, the mayor rang and said so.", [("he", "alleged"), ("the mayor", "said")]),
        (
            "According to the file, Vale then sat down and said so.",
            [("the file", "According to"), ("Vale", "said")],
        ),
        (
            "Ruth Vale told the court the ship was old and said so.",
            [("Ruth Vale", "told"), ("Ruth Vale", "said")],
        ),
        ("Later, Vale told the board, and said so.", [("Vale", "told"), ("Vale", "said")]),
        ("At the port, Vale said, the wind rose and said so.", [("Vale", "said"), ("Vale", "said")]),
        ("They met Ruth Vale, a pilot from Aas, Berg County, who said so.", [("Ruth Vale", "said")]),
        ("Ruth Vale, 41, of Aas, who said so, left.", [("Ruth Vale", "said")]),
        ("They met Ruth Vale, the mayor of Aas, who said so.", [("Ruth Vale", "said")]),
        ("They left for Aas, which said so.", [("Aas", "said")]),
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
        ("The board released a memo that called it late.", [("The board", "called")]),
        ("Ruth Vale is sending a letter which says so.", [("Ruth Vale", "says")]),
        ("Ruth Vale put out a memo that said so.", [("Ruth Vale", "said")]),
        ("Ruth Vale was sent a letter that said so.", [("a letter", "said")]),
        ("Ruth Vale received a letter that said so.", [("a letter", "said")]),
        ("Ruth Vale ran a port that said so.", [("a port", "said")]),
        ("Ruth Vale received a letter saying so.", [("a letter", "saying")]),
        ("Ruth Vale was sent a letter saying so.", [("a letter", "saying")]),
        ("Ruth Vale is sending a letter saying so.", [("Ruth Vale", "saying")]),
        ("Ruth Vale released a statement saying so.", [("Ruth Vale", "saying")]),
        ("One pilot said no while another said yes.", [("One pilot", "said"), ("another", "said")]),
        ("Vale made it clear that it was late.", [("Vale", "made it clear")]),
        ("The pilot, Ruth Vale, put it like this:", [("The pilot, Ruth Vale", "put it")]),
    ],
)
def test_a_cue_has_the_subject_that_english_gives_it(text, reports):
    narration = narration_of(text)
    found = narration.reports(0, 0)
    assert [(r.mention.span.of(text), r.cue.of(text)) for r in found] == reports


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


def test_each_separable_verb_has_the_kind_of_its_particle():
    kinds = [
        report.kind
        for text in ("Ruth Vale kundo “Nei” ap.", "Ruth Vale kundo “Nei” ut.")
        for report in narration_of(text, made_up.language()).reports(0, 0)
    ]
    assert kinds == [CueKind.SAY, CueKind.NAME]


@pytest.mark.parametrize(
    ("table", "row", "error"),
    [
        ("cues", {"words": ["melo"], "kind": "shout"}, "kind must be one of .say., .name."),
        ("cues", {"words": ["melo"], "kind": "say", "loud": True}, "loud"),
        ("cue_phrases", {"words": ["vora"], "kind": "source"}, "kind"),
    ],
)
def test_a_row_that_no_rule_understands_is_an_error(table, row, error):
    with pytest.raises((TypeError, ValueError), match=error):
        cue_table(made_up.language().with_rows(table, [row]))
