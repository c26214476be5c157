"""Where what was said ends, and its sentence goes on."""

import pytest

from quoteverify.reading.parser import parse

ENDS = {
    "Ruth Vale noted that the port was shut, and added: “I shut it.”": "the port was shut",
    "Ruth Vale said the port was shut on Friday, calling it “a ruin.”": "the port was shut on Friday",
    "Ruth Vale said the port was shut, adding that nobody had sailed.": "the port was shut",
    "While Ruth Vale said that the port was shut, the crew sailed at noon.": "the port was shut",
    "When Ruth Vale rose and said the port was shut, a man left.": "the port was shut",
    "Ruth Vale, who said the port was full, left.": "the port was full",
    "Ruth Vale said the port was shut, compared with the quay.": "the port was shut",
    "The port was shut in May, according to Ruth Vale, but nobody saw it.": "The port was shut in May",
    "Ruth Vale said the vote was rigged, a charge that the board denied.": "the vote was rigged",
    "Ruth Vale said the vote was rigged, a claim Tom Aas has denied.": "the vote was rigged",
    "Ruth Vale said the port was a mess, a ruin and a trap.": "the port was a mess, a ruin and a trap",
    "(Ruth Vale said the port was shut.) Nobody sailed.": "the port was shut",
    "A man who said he was robbed has left the town.": "he was robbed",
    "A pilot who said that the boat she had bought was sunk has left.": "the boat she had bought was sunk",
    "The port’s vow that names will be kept secret is as good as any.": "names will be kept secret",
    # Who speaks does something else.
    "The governor said the road was safe, and praised the crews.": "the road was safe",
    "The union said the talks had failed, but it left a door open.": "the talks had failed",
    "He said the plan was good, but would not say when it would start.": "the plan was good",
    "Tom Aas has said he wants to run the port and pointed to the money in it.": "he wants to run the port",
    "Nurse Leah Vale said she cried at the port, but her chief told her to stay.": "she cried at the port",
    "The claim says the board broke federal and state law.": "the board broke federal and state law",
    # The main clause comes behind.
    "While the army said the village was quiet, people spoke of fire.": "the village was quiet",
    "Now that the board has said the club is for sale, fans hope for a buyer.": "the club is for sale",
    "On the day that the paper reported that he had lied, the minister flew to Rome.": "he had lied",
    "The letter, saying that the school would close, reached parents on Friday.": "the school would close",
    "The senator, who visited the port and said it was full, has apologised.": "it was full",
    "Although she said in March that she would stay, the coach has left.": "she would stay",
    "It rained: after Ruth Vale said the port was shut, Tom Aas left.": "the port was shut",
    "It rained; after Ruth Vale said the port was shut, Tom Aas left.": "the port was shut",
    "It rained and after Ruth Vale said the port was shut, Tom Aas left.": "the port was shut",
    "Tom Aas said he has not held a feast and never called a crew for money.": (
        "he has not held a feast and never called a crew for money"
    ),
    "Leaders told the crew they do not pay for old boats, which hers is, because they have no money.": (
        "they do not pay for old boats, which hers is, because they have no money"
    ),
    "China said it would turn the shoal, an atoll it had taken, into a port.": (
        "it would turn the shoal, an atoll it had taken, into a port"
    ),
    # A survey’s next answer.
    "Two in three voters said they were worried; 20 percent were not.": "they were worried",
    # What goes on.
    "She said she was tired and went home early.": "she was tired and went home early",
    "He said that when the rain stopped, they would play.": "when the rain stopped, they would play",
    "Officials said that even if the vote failed, the talks would go on.": (
        "even if the vote failed, the talks would go on"
    ),
    "The farmer said the rain had come too late, but the wheat would recover.": (
        "the rain had come too late, but the wheat would recover"
    ),
    "The ministry said the rules would change, and that students would be exempt.": (
        "the rules would change, and that students would be exempt"
    ),
    "They heard Ruth Vale’s claim that the port which she built sank.": "the port which she built sank",
    "Ruth Vale said the port was shut, and the quay was full.": "the port was shut, and the quay was full",
    "Ruth Vale said if the ice melts, the port will open.": "if the ice melts, the port will open",
    "On Friday, Ruth Vale said the port was shut, the quay was full and nobody sailed.": (
        "the port was shut, the quay was full and nobody sailed"
    ),
    "It was not clear, she said, who had shut the port.": "It was not clear|who had shut the port",
    "The port, according to Ruth Vale, was shut.": "The port|was shut",
}


@pytest.mark.parametrize("text", ENDS)
def test_what_was_said_ends_where_something_else_is_told(text):
    report = parse(text).reports[0]
    assert "|".join(span.of(text) for span in report.spans) == ENDS[text]


def test_what_is_told_behind_a_quotation_is_told_once():
    text = "“We sail,” Ruth Vale said, adding that the port was shut."
    assert [report.attribution.cue.of(text) for report in parse(text).reports] == ["adding"]


def test_a_day_is_of_what_was_said_where_something_is_the_day_s():
    text = "Ruth Vale said Monday’s vote was void."
    assert [report.text for report in parse(text).reports] == ["Monday’s vote was void"]
