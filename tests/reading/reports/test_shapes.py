"""The shapes in which a sentence reports speech without marks."""

import pytest

from quoteverify.reading.parser import parse

# A sentence, and of each of its reports: what was said, part by part, and whose words it says they are.
SHAPES = {
    "Ruth Vale said that the port was shut.": [("the port was shut", "Ruth Vale")],
    "The port was shut, Ruth Vale said.": [("The port was shut", "Ruth Vale")],
    "The port was shut, said Ruth Vale, the harbour master.": [("The port was shut", "Ruth Vale")],
    "The port, Ruth Vale said, was shut.": [("The port|was shut", "Ruth Vale")],
    "As Ruth Vale said, the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale said no ship had left the port.": [("no ship had left the port", "Ruth Vale")],
    "The Port News states that the port was shut.": [("the port was shut", "The Port News")],
    "The 21-year-old claims that the port was shut.": [("the port was shut", "The 21-year-old")],
    "The port was shut in May, says a letter by the board.": [("The port was shut in May", "a letter")],
    "The port was shut in May, say pilots.": [("The port was shut in May", "pilots")],
    "The port might be shut, Ruth Vale cautions.": [("The port might be shut", "Ruth Vale")],
    "On “The Quay,” Tom Aas was rude, according to pilots.": [("On “The Quay,” Tom Aas was rude", "pilots")],
    "The port was shut, according to Democratic and independent analysts.": [
        ("The port was shut", "Democratic and independent analysts")
    ],
    "Ruth Vale insisted that the port was safe, as pilots warned that it was not.": [
        ("the port was safe", "Ruth Vale"),
        ("it was not", "pilots"),
    ],
    "Ruth Vale insisted that the port was as safe as the pilots said it was.": [
        ("the port was as safe as the pilots said it was", "Ruth Vale"),
    ],
    "Pilots, Ruth Vale said, must still apply to do so.": [("Pilots|must still apply to do so", "Ruth Vale")],
    "Ruth Vale vowed to fight a plan that pilots say will bring gulls.": [
        ("to fight a plan that pilots say will bring gulls", "Ruth Vale")
    ],
    "The port was shut, as Ruth Vale said.": [("The port was shut", "Ruth Vale")],
    "According to Ruth Vale, the port was shut.": [("the port was shut", "Ruth Vale")],
    "The port was shut, according to police.": [("The port was shut", "police")],
    "The port, according to Ruth Vale, was shut.": [("The port|was shut", "Ruth Vale")],
    "The port was shut, Ruth Vale said, so that the crew could sleep.": [
        ("The port was shut|so that the crew could sleep", "Ruth Vale")
    ],
    "The port was so full, Ruth Vale said, that no ship could turn.": [
        ("The port was so full|that no ship could turn", "Ruth Vale")
    ],
    "The port, according to Ruth Vale, who runs it, was shut.": [("The port|was shut", "Ruth Vale")],
    "The port was shut, according to Ruth Vale, whose crew had left.": [("The port was shut", "Ruth Vale")],
    "According to Ruth Vale, who runs the port, the quay was full.": [("the quay was full", "Ruth Vale")],
    "The port was shut, according to Ruth Vale, who said the quay was full and the crew ill.": [
        ("The port was shut", "Ruth Vale"),
        ("the quay was full and the crew ill", "Ruth Vale"),
    ],
    "Ruth Vale shut the port, saying it was full.": [("it was full", "Ruth Vale")],
    "The crew heard Ruth Vale’s claim that the port was shut.": [("the port was shut", "Ruth Vale")],
    "It was a port which Ruth Vale said was shut for good.": [("which|was shut for good", "Ruth Vale")],
    "Ruth Vale went on to say the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale, who said the port was full, left.": [("the port was full", "Ruth Vale")],
    "Ruth Vale said the port was shut and that the quay was full.": [
        ("the port was shut and that the quay was full", "Ruth Vale")
    ],
    "Ruth Vale said the port was shut, but Tom Aas said it was open.": [
        ("the port was shut", "Ruth Vale"),
        ("it was open", "Tom Aas"),
    ],
    "(Ruth Vale said it was late.)": [("it was late", "Ruth Vale")],
    # What the sentence goes on with
    "They left, showing what pilots said was a sign of spring, but the storm came back.": [
        ("what|was a sign of spring", "pilots")
    ],
    "A week after Ruth Vale announced that the port was shut, a ferry sank.": [
        ("the port was shut", "Ruth Vale")
    ],
    "Some booed, and when Ruth Vale thanked them and said it was late, a man left.": [
        ("it was late", "Ruth Vale")
    ],
    "Last month, when I asked Ruth Vale if she would sail, she looked at the sea.": [
        ("if she would sail", "I")
    ],
    "Saying that the port was shut, Ruth Vale left.": [("the port was shut", "Ruth Vale")],
    "Since announcing he would sail, Tom Aas has slept.": [("he would sail", "Tom Aas")],
    "Asked by Ruth Vale whether he would sail, Tom Aas slept.": [("whether he would sail", "Ruth Vale")],
    "Ruth Vale confirmed it was late and said, “We sail at noon.”": [("it was late", "Ruth Vale")],
    "Ruth Vale said the port was shut: “Nobody sails.”": [("the port was shut", "Ruth Vale")],
    # Who says it
    "Ruth Vale said the board requested that the port be shut and promised that it would be.": [
        ("the board requested that the port be shut and promised that it would be", "Ruth Vale")
    ],
    "Ruth Vale said the port was shut and added that it was full.": [
        ("the port was shut", "Ruth Vale"),
        ("it was full", "Ruth Vale"),
    ],
    "Ruth Vale has long said the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale warned the crew, Tom Aas, not to sail, said a pilot who was there.": [
        ("Ruth Vale warned the crew, Tom Aas, not to sail", "a pilot")
    ],
    "The port, pilots and sailors say, is shut.": [("The port|is shut", "pilots and sailors")],
    "Ruth Vale took to Twitter to say the port was shut.": [("the port was shut", "Ruth Vale")],
    # A source
    "The port was shut, according to Ruth Vale, a pilot who had seen it.": [
        ("The port was shut", "Ruth Vale")
    ],
    "One of the ships, according to Ruth Vale, is to sail.": [("One of the ships|is to sail", "Ruth Vale")],
    "Tom Aas left after, according to her, the port shut.": [("the port shut", "her")],
    "And it was late: According to Ruth Vale, the port was shut.": [("the port was shut", "Ruth Vale")],
    "The ship left at 8:30 p.m., according to Ruth Vale.": [("The ship left at 8:30 p.m.", "Ruth Vale")],
    # Where the words begin, and end
    "Ruth Vale said in a June report that the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale said her plan addresses the crew.": [("her plan addresses the crew", "Ruth Vale")],
    "Ruth Vale said if asked she would sail.": [("if asked she would sail", "Ruth Vale")],
    "Ruth Vale says nobody knows why.": [("nobody knows why", "Ruth Vale")],
    "What Ruth Vale said was that the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale denied shutting the port.": [("shutting the port", "Ruth Vale")],
    "Ruth Vale denied knowing that the port was shut.": [("knowing that the port was shut", "Ruth Vale")],
    "Ruth Vale said the port was shut but would not say when.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale was quoted as saying the port was shut.": [("the port was shut", "Ruth Vale")],
    "A paper filed Thursday says that the port is shut.": [("the port is shut", "A paper")],
    "Ruth Vale said in a statement released by the port the report was wrong.": [
        ("the report was wrong", "Ruth Vale")
    ],
    "AAS, May 3 — The port was shut, Ruth Vale said.": [("The port was shut", "Ruth Vale")],
    "While Ruth Vale said the port was shut, the crew had sailed.": [("the port was shut", "Ruth Vale")],
    "Although Ruth Vale insisted that the port, which was full, was shut, the crew had sailed.": [
        ("the port, which was full, was shut", "Ruth Vale")
    ],
    # No reports
    "Though they offered her a ship, Ruth Vale did not respond to the crew.": [],
    "A paper issued in June 2031 indicated that the port was shut.": [],
    "Ruth Vale refused to say that the port was shut.": [],
    "Ruth Vale might say the port was shut.": [],
    "If Ruth Vale says the port is shut, nobody sails.": [],
    "The data suggested the port was shut.": [],
    "Ruth Vale thinks that the port is shut.": [],
    "Ruth Vale approved the sale of the port.": [],
    "Ruth Vale said no.": [],
    "Ruth Vale said no to the plan as pilots turned up the heat.": [],
    "Most Aas states that will vote in March have small papers.": [],
    "The 20 states that the poll classifies as safe have 152 votes.": [],
    "Several Berg claims that the port was shut were false.": [],
    "Members of the crew, named after a saint, were sworn to secrecy with a line from a film.": [],
    "It is an adaptation of a show, written by a Berg troupe, that mocks the rich of the port.": [],
    "Flood: Mayor orders evacuation of the port, says dam release imminent": [],
    "“Is this, one has to ask, a port?” Ruth Vale said on Friday, according to the Port News.": [],
    "The port is shut; the mayor, others vow revenge.": [],
    "Ruth Vale wants the port to be shut.": [],
    "The sign said no entry.": [],
    "A dozen states closed.": [],
    "It was a gap he promised to bridge.": [],
    "“We sail,” Ruth Vale said while painting the old boat.": [],
    "“We sail,” Ruth Vale said back in the spring of the year.": [],
    "Ruth Vale said a brief prayer at the port of Aas.": [],
    "Much of it (wells, pipelines, tanks) is old, poorly maintained, or shut.": [],
    "Both maintained their battle as they sat in the port.": [],
}


@pytest.mark.parametrize("text", SHAPES)
def test_what_is_said_and_by_whom(text):
    found = [
        ("|".join(span.of(text) for span in report.spans), report.attribution.mention.of(text))
        for report in parse(text).reports
    ]
    assert found == SHAPES[text]


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


def test_whom_it_was_said_to_is_the_addressee():
    text = "Ruth Vale told the crew that the port was shut."
    (report,) = parse(text).reports
    assert report.attribution.addressee.of(text) == "the crew"
