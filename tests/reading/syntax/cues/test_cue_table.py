import made_up
import pytest
from shown import ENGLISH, narration_of, rows_without_effect

from quoteverify.reading.syntax.cues.cue_table import cue_table
from quoteverify.reading.syntax.cues.report import CueKind


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
