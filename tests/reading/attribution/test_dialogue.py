import pytest

from quoteverify.reading.parser import parse

# A text, and the speaker of each of its quotations.
DIALOGUES = {
    "who was asked answers": (
        "“Have you seen it?” the senator asked Tom Reed.\n\n“I wrote it.”",
        ["the senator", "Tom Reed"],
    ),
    "and goes on in turn": (
        "“Have you seen it?” the senator asked Tom Reed.\n\n“I wrote it.”\n\n“When?”\n\n“In May.”",
        ["the senator", "Tom Reed", "the senator", "Tom Reed"],
    ),
    "one word in turn": (
        "“Did you sign it?” asked Judge Ellen Moore.\n\n“Yes,” said Petersen.\n\n“When?”\n\n“In May.”",
        ["Ellen Moore", "Petersen", "Ellen Moore", "Petersen"],
    ),
    "what is no question goes on": (
        "“We sail at noon,” Ruth Vale told Tom Reed.\n\n“We have to leave.”",
        ["Ruth Vale", "Ruth Vale"],
    ),
    "a question to nobody goes on": (
        "“Do we sail at noon?” Ruth Vale asked.\n\n“We have to leave.”",
        ["Ruth Vale", "Ruth Vale"],
    ),
    "narration between": (
        "“Do we sail?” Ruth Vale asked Tom Reed.\n\nIt rained.\n\n“We have to leave.”",
        ["Ruth Vale", "Ruth Vale"],
    ),
    "asked in the narration": (
        "Joan Perry runs it.\n\nI ask her whether Anna Bright is good.\n\n“Of course she is,” she says.",
        ["Joan Perry"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DIALOGUES.values(), ids=DIALOGUES)
def test_a_line_that_answers_is_theirs_who_were_asked(text, expected):
    said = parse(text).quotes
    assert [quote.speaker.name if quote.speaker else None for quote in said] == expected
