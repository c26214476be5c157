import pytest
from shown import answers_of, asked, without

from quoteverify import parse
from quoteverify.reading.sieves import chains

# For each sieve, texts with what the last quotation's answer is: its mention and its reason.
CASES = {
    "reopened": [
        ("“We sail,” Vale said. “We have to.\n\n“We have no choice.”", "Vale", "reopened"),
    ],
    "continued": [
        ("“We sail,” Ruth Vale said. “We have to.”", "Ruth Vale", "continued"),
        ("“We sail,” Ruth Vale said, and Aas had heard. “We have to.”", "Ruth Vale", "continued"),
    ],
    "interviewed": [
        (
            "Ruth Vale sings. Vale is 44.\n\nWhere?\n\n“In Aas.”\n\nWhen?\n\n“At noon.”\n\nWhy did Tom Aas "
            "leave? Is he ill?\n\n“He is.”",
            "Ruth Vale",
            "speaker_before",
        ),
        (
            "‘I still sail at night’: Ruth Vale on boats\n\nShe spoke to us.\n\nWhere?\n\n“In Aas.”\n\n"
            "When?\n\n“At noon.”\n\nTom Aas called you “ill”. Are you?\n\n“I am.”",
            "Ruth Vale",
            "speaker_before",
        ),
        (
            "They met.\n\nWhere?\n\n“In Aas,” said Ruth Vale.\n\nWhen?\n\n“At noon.”\n\nWhy?\n\n“I was ill.”",
            "Ruth Vale",
            "speaker_before",
        ),
    ],
    "taking_turns": [
        (
            "“We sail,” said Ruth Vale.\n\n“Do we have to?” asked Tom Aas.\n\n“We do.”",
            "Ruth Vale",
            "taking_turns",
        ),
        (
            "“We sail,” said Ruth Vale.\n\n“Must we?” asked Tom Aas.\n\n“We must.”\n\n“Then I come.”",
            "Tom Aas",
            "taking_turns",
        ),
        (
            "“We sail,” said Ruth Vale, “at noon.”\n\n“Why,” asked Tom Aas, “must we?”\n\n“We must.”",
            "Ruth Vale",
            "taking_turns",
        ),
    ],
    "speaker_before": [
        ("“We sail,” said Ruth Vale.\n\n“We have no choice.”", "Ruth Vale", "speaker_before"),
    ],
}
TABLE = [(sieve, *case) for sieve, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("sieve", "text", "mention", "reason"), TABLE)
def test_a_sieve_finds_who_speaks_and_says_why(sieve, text, mention, reason):
    _, found, _, why, _ = answers_of(text)[-1]
    assert (found, why) == (mention, reason)


@pytest.mark.parametrize("sieve", CASES)
def test_without_a_sieve_an_example_reads_differently(sieve):
    others = without(getattr(chains, sieve))
    assert any(answers_of(text) != answers_of(text, sieves=others) for text, _, _ in CASES[sieve])


@pytest.mark.parametrize(("lines", "speaks"), [(0, True), (1, True), (2, False)])
def test_one_line_may_stand_between_what_somebody_says_and_goes_on_to_say(lines, speaks):
    between = "It rained.\n\n" * lines
    text = f"“We sail,” said Ruth Vale.\n\n{between}“We have no choice.”"
    assert bool(asked(chains.speaker_before, text)) is speaks


def test_who_is_told_by_nobody_named_is_not_told_by_who_spoke_last():
    told = "“No,” said Tom Aas.\n\nRuth Vale was told it was “up for discussion”."
    assert [quote.speaker and quote.speaker.name for quote in parse(told).quotes] == ["Tom Aas", None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It leaks,” said Tom Aas.\n\n“We never know who pays”\n\nRuth Vale left.", ["Tom Aas", None]),
        ("“It leaks,” said Tom Aas.\n\n“We never know who pays.”\n\nRuth Vale left.", ["Tom Aas", "Tom Aas"]),
        ("“It leaks,” said Tom Aas.\n\n“We never know who pays”.\n\nRuth Vale left.", ["Tom Aas", "Tom Aas"]),
        ("Tom Aas came in.\n\n“We never know who pays”\n\nRuth Vale left.", [None]),
        ("Tom Aas came in.\n\n“Do we know who pays?”\n\nRuth Vale left.", ["Tom Aas"]),
    ],
)
def test_what_is_shown_between_paragraphs_is_of_nobody_who_spoke_before(text, names):
    assert [quote.speaker and quote.speaker.name for quote in parse(text).quotes] == names


def test_what_somebody_is_asked_is_of_nobody_who_spoke_before():
    asked = (
        "“No,” said Tom Aas.\n\nAsked whether the port was “up for discussion,” Ruth Vale said it was not."
    )
    assert [quote.speaker and quote.speaker.name for quote in parse(asked).quotes] == ["Tom Aas", None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ruth Vale came. Vale sat.\n\nWhy?\n\n“It rained.”\n\nWhen?\n\n“At noon.”", [None, None]),
        (
            "Ruth Vale came. Vale sat.\n\nIt rained.\n\n“No.”\n\nIt snowed.\n\n“So.”\n\nIt ended.\n\n“Yes.”",
            [None, None, None],
        ),
        (
            "Bo Aas meets them.\n\nWhy?\n\n“It rained.”\n\nWhen?\n\n“At noon.”\n\nWho?\n\n“Nobody.”",
            [None, None, None],
        ),
    ],
    ids=["two questions are no interview", "nor are lines that do not ask", "who is named once only asks"],
)
def test_nobody_is_taken_for_who_is_interviewed(text, names):
    assert [speaker.name if (speaker := quote.speaker) else None for quote in parse(text).quotes] == names


def test_who_cuts_in_says_what_follows():
    said = "“We sail,” Ruth Vale said, and Tom Aas replied. “We have to.”"
    assert answers_of(said)[-1][1] == "Tom Aas"
