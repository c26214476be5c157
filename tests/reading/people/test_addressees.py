import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.parser import parse
from quoteverify.reading.people.addressees import addressee, asked

# A text with one quotation, and whom it is said to, or None.
TOLD = {
    "an object": ("“We sail at noon,” Ruth Vale told Bo Aas.", "Bo Aas"),
    "a pronoun": ("“Do we sail?” Vale asked her.", "her"),
    "us": ("“We sail,” Vale told us by phone.", "us"),
    "her brother, not her": ("“We sail,” Vale told her brother.", "her brother"),
    "a body": ("Vale warned the board: “The quay will sink.”", "the board"),
    "a title with an article": ("Vale told The Aas Courier that the port was “a ruin.”", "The Aas Courier"),
    "a name that is no noun's end": ("Vale told a North Aas rally it was “a ruin.”", "a North Aas rally"),
    "a name and a role before a name": (
        "“We sail,” Vale told Aas News host Tom King.",
        "Aas News host Tom King",
    ),
    "behind the subject": ("“Have you seen it?” asked Vale of late.", None),
    "a question without whom": ("“Will it hold?” asked the mayor.", None),
    "to": ("“We sail,” said Vale to reporters.", "reporters"),
    "to, past a date": ("“We sail,” Vale said on Monday to reporters.", "reporters"),
    "to, past an adverb and a date": ("“We sail,” Vale said quietly on Monday to reporters.", "reporters"),
    "in a long statement": ("“We sail,” Vale said in a short public statement to the board.", "the board"),
    "in too long a statement": ("“We sail,” Vale said in a very short public statement to the board.", None),
    "in a letter": ("Vale wrote in a letter to the council: “We sail.”", "the council"),
    "in a letter that comes first": ("In a letter to the council, Vale wrote: “We sail.”", "the council"),
    "a noun's": ("Vale's letter to the council called it “a ruin.”", "the council"),
    "the subject of a passive": ("Vale was told by Bo Aas: “We sail.”", "Vale"),
    "a truth is nobody": ("Vale told the truth: “We sank it.”", None),
    "a question is nobody": ("Vale asked a question: “Do we sail?”", None),
    "an infinitive is nobody": ("“It was time,” Vale said to be clear.", None),
    "a letter is nobody": ("“We sail,” Vale replied to the letter.", None),
    "a source is not told": ("“We sail,” Vale said, according to Bo Aas.", None),
    "a clause is nobody": ("Vale asked why it was “a ruin.”", None),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_whom_words_are_said_to_stands_beside_their_cue(text, expected):
    (quote,) = parse(text).quotes
    found = quote.attribution.addressee
    assert (found.of(text) if found else None) == expected


def test_a_verb_has_whom_it_tells_behind_it_where_its_row_says_so():
    for row in ENGLISH.rows("cues"):
        form = [word for word in row.words if not word.endswith("ing")][-1]
        text = f"Vale {form} Bo Aas: “We sail.”"
        (quote,) = parse(text).quotes
        found = quote.attribution.addressee
        told = found is not None and found.of(text) == "Bo Aas"
        assert told is row.values.get("tells", False), row.words


def test_words_without_a_cue_are_said_to_nobody_known():
    narration = narration_of("Vale came. “We sail.”")
    (mention,) = narration.subjects(0, 0)
    assert addressee(narration, None, mention) is None
    assert addressee(narration, mention.span, mention) is None


def test_who_is_asked_is_told_by_what_a_sentence_says_first():
    narration = narration_of(
        "Vale asked Aas why. Vale told Aas so. Vale said so, as she asked Aas. It rained."
    )
    found = [asked(narration, 0, n) for n in range(4)]
    assert [one and one.name for one in found] == ["Aas", None, None, None]


def test_a_language_without_rows_for_it_tells_nobody():
    bare = ENGLISH.with_rows("cues", [{"words": ("tell", "tells", "told", "telling"), "kind": "say"}])
    (quote,) = parse("“We sail,” Vale told Aas.", lang=bare).quotes
    assert quote.attribution.addressee is None
