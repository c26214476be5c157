"""Whether a cue tells that something was said."""

import pytest
from shown import reported

from quoteverify.reading.parser import parse

NOT_SAID = [
    "Though they offered her a ship, Ruth Vale did not respond to the crew.",
    "A paper issued in June 2031 indicated that the port was shut.",
    "Ruth Vale refused to say that the port was shut.",
    "Ruth Vale might say the port was shut.",
    "If Ruth Vale says the port is shut, nobody sails.",
    "The data suggested the port was shut.",
    "Ruth Vale thinks that the port is shut.",
    "Ruth Vale approved the sale of the port.",
    "Ruth Vale said no.",
    "Ruth Vale said no to the plan as pilots turned up the heat.",
    "Most Aas states that will vote in March have small papers.",
    "The 20 states that the poll classifies as safe have 152 votes.",
    "Several Berg claims that the port was shut were false.",
    "Members of the crew, named after a saint, were sworn to secrecy with a line from a film.",
    "It is an adaptation of a show, written by a Berg troupe, that mocks the rich of the port.",
    "Flood: Mayor orders evacuation of the port, says dam release imminent",
    "“Is this, one has to ask, a port?” Ruth Vale said on Friday, according to the Port News.",
    "The port is shut; the mayor, others vow revenge.",
    "Ruth Vale wants the port to be shut.",
    "The sign said no entry.",
    "A dozen states closed.",
    "It was a gap he promised to bridge.",
    "“We sail,” Ruth Vale said while painting the old boat.",
    "“We sail,” Ruth Vale said back in the spring of the year.",
    "Ruth Vale said a brief prayer at the port of Aas.",
    "Much of it (wells, pipelines, tanks) is old, poorly maintained, or shut.",
    "Both maintained their battle as they sat in the port.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_nothing_is_told_to_have_been_said(text):
    assert reported(text) == []


NEGATED = {
    "Ruth Vale denied that the port was shut.": True,
    "Ruth Vale did not say that the port was shut.": True,
    "Ruth Vale didn’t say that the port was shut.": True,
    "Ruth Vale never said that the port was shut.": True,
    "Ruth Vale did not deny that the port was shut.": False,
    "Ruth Vale said that the port was not shut.": False,
}


@pytest.mark.parametrize("text", NEGATED)
def test_a_report_is_negated_where_its_cue_is(text):
    (report,) = parse(text).reports
    assert report.negated == NEGATED[text]
