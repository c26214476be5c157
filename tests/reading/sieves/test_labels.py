import pytest
from shown import answers_of, asked, without

from quoteverify.reading.sieves import labels

# For each sieve, texts with what the last quotation's answer is: its mention and its reason.
CASES = {
    "label": [
        ("Ruth Vale: “We sail at noon.”", "Ruth Vale", "label"),
        ("🗣 Ruth Vale: “We sail at noon.”", "Ruth Vale", "label"),
        ("Speaker: Ruth Vale: “We sail at noon.”", "Ruth Vale", "label"),
        ("09:31 Ruth Vale: “We sail at noon.”", "Ruth Vale", "label"),
        ("MS. VALE: “We sail at noon.”", "MS. VALE", "label"),
        ("PORT STRIKE HITS FERRIES - Ruth Vale: “We sail at noon.”", "Ruth Vale", "label"),
        ("The pilots agree - Ruth Vale: “We sail at noon.”", "Ruth Vale", "label"),
        ("Former pilot Vale to board on delays: 'We sail'", "Former pilot Vale", "label"),
        ("Ruth Vale — pilot: “We sail at noon.”", "Ruth Vale", "label"),
    ],
    "label_after": [
        ("‘We sail at noon’: Ruth Vale", "Ruth Vale", "label_after"),
        ("‘We sail at noon’: Ruth Vale’s fury at the neighbour’s boat", "Ruth Vale", "label_after"),
        ("‘We sail at noon’: Ruth Vale’s lawyer on the port", "Ruth Vale’s lawyer", "label_after"),
        ("‘We sail at noon’: Aas’s pool shut for a year", "Aas’s pool", "label_after"),
        ("‘We sail at noon’: King on boats\n\nRuth King left.", "King", "label_after"),
    ],
    "label_with_dash": [
        ("Ruth Vale – “We sail at noon”", "Ruth Vale", "label"),
        ("Ruth Vale (pilot) → “We sail at noon.”", "Ruth Vale", "label"),
        ("Ruth Vale, the pilot — “We sail at noon.”", "Ruth Vale", "label"),
    ],
    "in_field": [
        ("Quote: “We sail at noon.”\n\nSpeaker: Ruth Vale", "Ruth Vale", "label"),
        ("Speaker: Ada Aas\n\nQuote: “No.”\n\nSpeaker: Ruth Vale\n\nQuote: “We sail.”", "Ruth Vale", "label"),
        ("Quote: “No.”\n\nSpeaker: Ada Aas\n\nQuote: “We sail.”\n\nSpeaker: Ruth Vale", "Ruth Vale", "label"),
    ],
    "label_above": [
        ("Ruth Vale\n\n“We sail at noon.”", "Ruth Vale", "label"),
        ("Ruth Vale, pilot\n\n“We sail at noon.”", "Ruth Vale", "label"),
    ],
    "in_row": [
        ("| Pilot or official | Words |\n|---|---|\n| Ruth Vale | “We sail” |", "Ruth Vale", "in_row"),
        ("| Words | Said by |\n|---|---|\n| “We sail” | Ruth Vale |", "Ruth Vale", "in_row"),
        ("| No. | Speaker | Words |\n|---|---|---|\n| 1 | Ruth Vale (pilot) | “No” |", "Ruth Vale", "in_row"),
    ],
    "titled": [
        ("Vale: Port is a “floating ruin”", "Vale", "titled"),
        ("VALE: Port is a “floating ruin”", "VALE", "titled"),
        ("Council leader: bridge “will open” as engineer warns", "Council leader", "titled"),
        ("Minister: tax “is no tax” as critics circle", "Minister", "titled"),
        ("Police: man “acted alone” as crowd attacks", "Police", "titled"),
        ("Ruth Bader Vale: Port “is lost” as Tom Aas says no", "Ruth Bader Vale", "titled"),
    ],
    "signed": [
        ("“We sail at noon.” - Ruth Vale", "Ruth Vale", "signed"),
        ("“We sail at noon.” (Ruth Vale)", "Ruth Vale", "signed"),
        ("“We sail at noon” (Ruth Vale, pilot).", "Ruth Vale", "signed"),
        ("“We sail at noon.”\n\n— Ruth Vale, pilot", "Ruth Vale", "signed"),
        ("“We sail at noon.”, Ruth Vale", "Ruth Vale", "signed"),
        ("“We sail at noon.” | Ruth Vale", "Ruth Vale", "signed"),
        ("“We sail at noon.” – Ruth Vale to the Aas Tide", "Ruth Vale", "signed"),
        ("“We sail at noon.” – Ruth Vale at a press conference", "Ruth Vale", "signed"),
    ],
}
TABLE = [(sieve, *case) for sieve, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("sieve", "text", "mention", "reason"), TABLE)
def test_a_sieve_finds_who_speaks_and_says_why(sieve, text, mention, reason):
    _, found, _, why, _ = answers_of(text)[-1]
    assert (found, why) == (mention, reason)


@pytest.mark.parametrize("sieve", CASES)
def test_without_a_sieve_an_example_reads_differently(sieve):
    others = without(getattr(labels, sieve))
    assert any(answers_of(text) != answers_of(text, sieves=others) for text, _, _ in CASES[sieve])


@pytest.mark.parametrize(
    "text",
    [
        "Port Strike Hits Ferries: Ending “the ruin” is not easy.",
        "Analysis: why the port is “a ruin”",
        "1988: the port is “a ruin”",
        "AASPUR: Angry at the “ruin”, the board on Monday gave the port of Aas three weeks to close it.",
    ],
)
def test_a_headline_or_what_it_is_heads_no_words(text):
    assert answers_of(text, sieves=(labels.titled,)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Vale – “the Iron Pilot” – was there.",
        "He sang – “We sail”",
        "Key concerns: “We sail”",
        "Key concerns – “We sail”",
        "Key Concerns\n\n“We sail”",
        "Vale\n\n“We sail”",
        "Ruth Vale.\n\n“We sail”",
        "Ruth Vale\n\n“We sail” is a song.",
        "| Ruth Vale | Ada Aas |\n|---|---|\n| “We sail” | 1 |",
        "Topic: Ruth Vale\n\nQuote: “We sail”",
        "“We sail” (1988)",
        "“We sail.”\n\n14:57",
        "“We sail” – Ruth Vale to fight on",
        "“We sail” – Ruth Vale at odds with the board",
        "“We sail” | Ruth Vale",
        "“We sail.” | Tide",
        "“We sail.”, Ruth Vale and others were told.",
        "“We sail.” – Ruth Vale sang it on the quay.",
        "“We sail” (Ruth Vale) is a song.",
        "“We sail” (Vale, 1988)",
        "It rained. Ruth Vale – “We sail”",
        "AASPUR – Pilots woke on Monday to find a note: “We sail”",
        "Aas, May 3 (AAP) — Pilots woke on Monday to find a note: “We sail”",
        "Aas, May 3 – Pilots woke on Monday to find a note: “We sail”",
        "AASPUR: Pilots woke on Monday to find a note: “We sail”",
        "| Topic | Words |\n|---|---|\n| Ruth Vale | “We sail” |",
        "| Who | Words |\n|---|---|\n|  | “We sail” |",
        "| Who | Words |\n|---|---|\n| “We sail” |",
        "| “We sail” | Who |\n|---|---|\n| 1 | Ruth Vale |",
    ],
)
def test_what_is_no_label_names_nobody(text):
    sieves = tuple(getattr(labels, name) for name in CASES if name not in ("titled", "label_after"))
    assert answers_of(text, sieves=sieves) == []


# For each sieve, a text that it looks just so far in, and one that goes on by a word more.
LIMITS = [
    (
        "titled",
        "The head of the old port board: Port is a “floating ruin”",
        "The head of the old city port board: Port is a “floating ruin”",
    ),
    (
        "titled",
        "AASPUR: Angry at the “ruin”, on Monday all the board left Aas.",
        "AASPUR: Angry at the “ruin”, on Monday all of the board left Aas.",
    ),
    (
        "label_above",
        "Ruth Vale, head pilot of the old city port of Aas\n\n“We sail at noon.”",
        "Ruth Vale, head pilot of the very old city port of Aas\n\n“We sail at noon.”",
    ),
    (
        "in_field",
        "Quote: “We sail.”\n\nSpeaker: Ruth Vale, head pilot of the port of Aas",
        "Quote: “We sail.”\n\nSpeaker: Ruth Vale, head pilot of the old port of Aas",
    ),
    # A longer line than any that says where and when a report was written.
    (
        "label",
        "Aas, May 3 2020, (AAP) – Pilots woke on Monday to find a note: “We sail”",
        "Aas, May 3 2020 (AAP) – Pilots woke on Monday to find a note: “We sail”",
    ),
]


@pytest.mark.parametrize(("sieve", "within", "beyond"), LIMITS)
def test_a_sieve_looks_so_far_and_no_farther(sieve, within, beyond):
    assert asked(getattr(labels, sieve), within)
    assert asked(getattr(labels, sieve), beyond) is None


@pytest.mark.parametrize(
    ("heading", "heads"), [("Pilot and official", True), ("Pilot with official", False), ("Pilot", True)]
)
def test_a_short_word_joins_two_for_speakers_in_a_heading(heading, heads):
    table = f"| {heading} | Words |\n|---|---|\n| Ruth Vale | “We sail” |"
    assert bool(answers_of(table, sieves=(labels.in_row,))) is heads
