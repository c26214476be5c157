import pytest
from claimed import ENGLISH

from quoteverify import check, parse, verify
from quoteverify.collation.verify.speech.sayings import (
    DENIED,
    OTHER_SUBJECT,
    QUOTED,
    bearer_of,
    saying_of,
    was_told,
)

SAID = {
    "said": ("Ruth Vale said “we sail”.", None),
    "said behind a clause": ("Ruth Vale, who never sails, said “we sail”.", None),
    "did not say": ("Ruth Vale did not say “we sail”.", DENIED),
    "didn't say": ("Ruth Vale didn’t say “we sail”.", DENIED),
    "never said": ("Ruth Vale never said the crew would be told “we sail”.", DENIED),
    "denied": ("Ruth Vale denied having told the board that “we sail”.", DENIED),
    "denies calling": ("Ruth Vale denies calling the plan “a shipwreck of a plan”.", DENIED),
    "rejected claims that": ("Ruth Vale rejected claims that “we sail”.", DENIED),
    "disputed the claim that": ("Ruth Vale disputed the claim that it was “a ruin of a port”.", DENIED),
    "rejected claims, in her words": ("Ruth Vale rejected the claims as “a ruin of a port”.", None),
    "rejected a plan that": ("Ruth Vale rejected the plan that she called “a ruin of a port”.", None),
    "made a claim that": ("Ruth Vale repeated the claim that it was “a ruin of a port”.", None),
    "not in the verb": ("Ruth Vale said she did not know whether “we sail”.", None),
    "quoted another": ("Ruth Vale quoted her aunt: “We sail.”", QUOTED),
    "a sign, and where": ("Ruth Vale held up a sign on Monday that read “we sail”.", OTHER_SUBJECT),
    "a placard, and for whom": (
        "Ruth Vale held up a placard for the press reading “we sail”.",
        OTHER_SUBJECT,
    ),
    "a statement of hers": ("Ruth Vale issued a statement that read “we sail”.", None),
    "would not say, and wrote": ("Ruth Vale would not say when and only wrote “we sail”.", None),
    "denied, and said": ("Ruth Vale denied it and said “we sail”.", None),
    "her words first": ("“We sail,” said Ruth Vale, who did not say when.", None),
}


@pytest.mark.parametrize(("text", "saying"), SAID.values(), ids=SAID)
def test_a_source_tells_how_its_speaker_says_a_quotation(text, saying):
    document = parse(text)
    assert saying_of(document, document.quotes[0], ENGLISH) == saying


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ruth Vale said she was told to “sail at noon”.", True),
        ("Ruth Vale said she had already been told: “We sail.”", True),
        ("Ruth Vale said she was warned that “we sail”.", True),
        ("Ruth Vale said the board was told that “we sail”.", False),
        ("Ruth Vale was telling them “we sail”.", False),
        ("Ruth Vale said “we sail”.", False),
        ("“We sail,” Ruth Vale was told.", False),
    ],
)
def test_a_text_tells_that_its_speaker_was_told_so(text, told):
    document = parse(text)
    assert was_told(document, document.quotes[0], ENGLISH) == told


BEARERS = {
    "a will": ("The will reads: “We sail at noon.”", "will"),
    "a song, with a clause": ("The song, which Ruth Vale hates, begins “we sail at noon”.", "song"),
    "a banner somewhere": ("A torn banner outside the harbour gate read “we sail at noon”.", "banner"),
    "hers": ("Her will reads: “We sail at noon.”", None),
    "of somebody": ("The poem by Ruth Vale begins “we sail at noon”.", None),
    "protesters": ("Protesters had painted “we sail at noon” on the gate.", "Protesters"),
    "somebody, on a thing": ("Somebody sprayed the words “we sail at noon” on it.", "Somebody"),
    "a person": ("Ruth Vale had painted “we sail at noon” on the gate.", None),
    "nurses in a headline": ("“We sail at noon”: nurses on ferry plan\n\nThey met.", "nurses"),
    "a body in a headline": ("“We sail at noon”: Nurses’ League on plan\n\nThey met.", None),
}


@pytest.mark.parametrize(("text", "bearer"), BEARERS.values(), ids=BEARERS)
def test_a_source_shows_what_bears_words_or_who_without_a_name_calls_them(text, bearer):
    document = parse(text)
    found = bearer_of(document, document.quotes[0], ENGLISH)
    assert (found and found.name) == bearer


@pytest.mark.parametrize(
    ("source", "finding", "context"),
    [
        ("Ruth Vale never said “we sail at noon”.", "uncertain", "out_of_context"),
        ("Ruth Vale quoted her aunt: “We sail at noon.”", "misattributed", "kept"),
        ("Ruth Vale held a sign that read “we sail at noon”.", "misattributed", "kept"),
    ],
)
def test_words_that_are_not_the_speakers_own_stop_a_claim_of_them(source, finding, context):
    found = verify("we sail at noon", parse(source), speaker="Ruth Vale")
    assert (found.speaker_finding, found.context) == (finding, context)
    assert found.stops


@pytest.mark.parametrize(
    ("source", "stops"),
    [
        ("An article misquoted Ruth Vale as calling the port “a ruin of a port”.", True),
        ("The phrase “a ruin of a port” was wrongly attributed to Ruth Vale.", True),
        ("Ruth Vale called it “a ruin of a port”. Tom Aas was misquoted on Tuesday.", False),
        ("Ruth Vale falsely claimed that it was “a ruin of a port”.", False),
    ],
)
def test_a_correction_says_that_somebody_did_not_say_so(source, stops):
    assert verify("a ruin of a port", parse(source), speaker="Ruth Vale").stops is stops


@pytest.mark.parametrize(
    "draft",
    [
        "Ruth Vale denied having said “we sail at noon”.",
        "Ruth Vale never said “we sail at noon”, she insists.",
    ],
)
def test_a_draft_may_say_that_they_are_denied(draft):
    source = parse("Ruth Vale never said “we sail at noon”.")
    assert not check(draft, source).stops
    assert check("Ruth Vale said “we sail at noon”.", source).stops


@pytest.mark.parametrize("table", ["printed", "crowds", "misreports", "inscribing"])
def test_each_word_of_a_table_tells_that_nobody_named_speaks(table):
    for row in ENGLISH.rows(table):
        (quote,) = parse(row.example).quotes
        assert verify(quote.text, parse(row.example), speaker="Ruth Vale").stops
