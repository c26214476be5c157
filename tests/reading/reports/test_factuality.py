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
    # A participle before its noun, an infinitive, a thing that happens to anybody, a noun
    "The same clarifying effect may be near in the north, where the race is over.",
    "A warning sign stood near the port, where the ferry was.",
    "They called it a failure to see and counter the armed gangs of the port.",
    "The bank was told to name and report who had lied to it.",
    "“I sail,” Ruth Vale told BBC Radio Four’s Any Questions.",
    "Ruth Vale said yes and took the boat to the port.",
    "Ruth Vale said nothing and left the crew at the port.",
    "How she answers that question will show how united the port is.",
    "Why he reveals these things is not clear to the crew.",
    "When a man tells a woman that she is wrong, he may be right.",
    "If a crew warns that a storm is near, the port is shut.",
    "Tom Aas won the vote, beating Ruth Vale in her home state.",
    "He gave a talk in which he spoke of gulls, comments that were taken up by all.",
    "The port shut after the plan Ruth Vale announced that same day, as the crew knew.",
    "The board released a report that shows the port is shut.",
    "Ruth Vale had her crew wake the pilots and tell Tom Aas it was late.",
    "When the court was shut, Ruth Vale responded with anger at the judges.",
    "When she told Tom Aas about a storm she was in, they left.",
    "It was a test of Ruth Vale’s assertions of power that defy old law.",
    "In the end, Ruth Vale told the story of the city.",
    "She worked for the News’s reporting team and its readers.",
    "Ruth Vale explained it this way.",
    "It is one of the Berg states that are poor for the loss of jobs.",
    "Tom Aas left with Ruth Vale’s remarks that were less kind than most.",
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


@pytest.mark.parametrize(("word", "reports"), [("old ", 0), ("old red ", 1)])
def test_an_infinitive_is_joined_to_one_that_stands_near(word, reports):
    text = f"It was a failure to see the {word}boats and report that the port was shut."
    assert len(reported(text)) == reports
