"""The shapes in which a sentence reports speech without marks."""

import pytest
from shown import reported

from quoteverify.reading.parser import parse

# A sentence, and of each of its reports: what was said, part by part, and whose words it says they are.
SHAPES = {
    "Asked by Ruth Vale whether he would sail, Tom Aas slept.": [("whether he would sail", "Ruth Vale")],
    "Aides to Ruth Vale say the port was shut.": [("the port was shut", "Aides to Ruth Vale")],
    "Some say the port was shut.": [("the port was shut", "Some")],
    "26% say they are poor.": [("they are poor", "26%")],
    "The crew was quick to point out that the port was shut.": [("the port was shut", "The crew")],
    "The singer - who once said she would never sail - said on Friday that she had bought a boat.": [
        ("she would never sail", "The singer"),
        ("she had bought a boat", "The singer"),
    ],
}


@pytest.mark.parametrize("text", SHAPES)
def test_what_is_said_and_by_whom(text):
    assert reported(text) == SHAPES[text]


def test_whom_it_was_said_to_is_the_addressee():
    text = "Ruth Vale told the crew that the port was shut."
    (report,) = parse(text).reports
    assert report.attribution.addressee.of(text) == "the crew"


# Several reports in one sentence: each ends where another begins.
SEVERAL = {
    "Ruth Vale said the port was shut (at noon), and Tom Aas said it was open.": [
        ("the port was shut (at noon)", "Ruth Vale"),
        ("it was open", "Tom Aas"),
    ],
    "Ruth Vale said it rose by 5%, but Tom Aas said it fell by 6%.": [
        ("it rose by 5%", "Ruth Vale"),
        ("it fell by 6%", "Tom Aas"),
    ],
    "Ruth Vale said the port was shut – and Tom Aas said it was open.": [
        ("the port was shut", "Ruth Vale"),
        ("it was open", "Tom Aas"),
    ],
    "Ruth Vale said the port was shut and ... but Tom Aas said it was open.": [
        ("the port was shut", "Ruth Vale"),
        ("it was open", "Tom Aas"),
    ],
    "Ruth Vale insisted that the port was safe, as pilots warned that it was not.": [
        ("the port was safe", "Ruth Vale"),
        ("it was not", "pilots"),
    ],
    "The port was shut, according to Ruth Vale, who said the quay was full and the crew ill.": [
        ("The port was shut", "Ruth Vale"),
        ("the quay was full and the crew ill", "Ruth Vale"),
    ],
    "Ruth Vale said the port was shut, but Tom Aas said it was open.": [
        ("the port was shut", "Ruth Vale"),
        ("it was open", "Tom Aas"),
    ],
    "Ruth Vale said the port was shut and added that it was full.": [
        ("the port was shut", "Ruth Vale"),
        ("it was full", "Ruth Vale"),
    ],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_each_report_ends_where_another_begins(text):
    assert reported(text) == SEVERAL[text]
