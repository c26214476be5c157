import pytest
from shown import ENGLISH, cues_in


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Police said the man drew a knife and shouted “run”.", "the man"),
        ("Police said the man drew a knife, shouted “run” and fled.", "the man"),
        ("Witnesses said Aas stood on a chair and yelled, “Run!”", "Aas"),
        ("The complaint says Aas came in and said “run”.", "Aas"),
        ("Ruth Vale said her mother looked up and said: “Run.”", "her mother"),
        ("Ruth Vale testified that Aas rang her and told her “no”.", "Aas"),
        ("Ruth Vale told the port police that Aas got out and screamed “no”.", "Aas"),
        ("The court heard that Tom Aas rose and said: “No.”", "Tom Aas"),
        ("Aas Crown Court heard Tom Berg drove off, came back and said “no”.", "Tom Berg"),
        ("Police said Aas rang his sister and told his mother: “Run.”", "Aas"),
        ("Police said the man fled shouting “run”.", "the man"),
        ("Police said the man fled, shouting “run”.", "the man"),
        # It is the one who tells that goes on, or it may be.
        ("Ruth Vale said Aas left the port and added, “Good.”", "Ruth Vale"),
        ("Ruth Vale said Aas was late and shouted “shame”.", "Ruth Vale"),
        ("Ruth Vale said the plan failed and shouted “shame”.", "Ruth Vale"),
        ("Ruth Vale said Aas left, and told them “good”.", "Ruth Vale"),
        ("Ruth Vale said Aas left and told reporters “good”.", "Ruth Vale"),
        ("Ruth Vale claims Aas left and said “good”.", "Ruth Vale"),
        ("Ruth Vale said Aas left and told her pilots “good”.", "Ruth Vale"),
        ("Ruth Vale said Aas left, telling her “good”.", "Ruth Vale"),
        ("Ruth Vale said Aas was late, shouting “shame”.", "Ruth Vale"),
        ("Ruth Vale said Aas “fled” and shouted “shame”.", "Ruth Vale"),
        ("“No,” said Ruth Vale, who rose and said “shame”.", "Ruth Vale"),
        ("Ruth Vale heard that Aas had left and shouted “good”.", "Ruth Vale"),
        ("The court heard from Aas and said “no”.", "The court"),
    ],
)
def test_who_acts_in_what_is_told_goes_on_to_speak(text, speaker):
    assert cues_in(text)[-1][0] == speaker


def test_only_verbs_of_a_voice_are_surely_the_others():
    for row in ENGLISH.rows("cues"):
        said = (
            f"Ruth Vale noted that Aas rose and {[w for w in row.words if not w.endswith('ing')][-1]} “no”."
        )
        if row.values["kind"] == "say" and row.words[0] != "note" and not row.values.get("relays"):
            assert (cues_in(said)[-1][0] == "Aas") is row.values.get("voiced", False), row.words
