"""Reports by a phrase that names a source."""

import pytest
from shown import reported

# A sentence, and of each of its reports: what was said, part by part, and whose words it says they are.
SOURCED = {
    "On “The Quay,” Tom Aas was rude, according to pilots.": [("On “The Quay,” Tom Aas was rude", "pilots")],
    "The port was shut, according to Democratic and independent analysts.": [
        ("The port was shut", "Democratic and independent analysts")
    ],
    "According to Ruth Vale, the port was shut.": [("the port was shut", "Ruth Vale")],
    "The port was shut, according to police.": [("The port was shut", "police")],
    "The port, according to Ruth Vale, was shut.": [("The port|was shut", "Ruth Vale")],
    "The port, according to Ruth Vale, who runs it, was shut.": [("The port|was shut", "Ruth Vale")],
    "The port was shut, according to Ruth Vale, whose crew had left.": [("The port was shut", "Ruth Vale")],
    "According to Ruth Vale, who runs the port, the quay was full.": [("the quay was full", "Ruth Vale")],
    "The port was shut, according to Ruth Vale, a pilot who had seen it.": [
        ("The port was shut", "Ruth Vale")
    ],
    "One of the ships, according to Ruth Vale, is to sail.": [("One of the ships|is to sail", "Ruth Vale")],
    "Tom Aas left after, according to her, the port shut.": [("the port shut", "her")],
    "And it was late: According to Ruth Vale, the port was shut.": [("the port was shut", "Ruth Vale")],
    "The ship left at 8:30 p.m., according to Ruth Vale.": [("The ship left at 8:30 p.m.", "Ruth Vale")],
    "States like Berg (93 percent of the voters are old, according to the census) top the list.": [
        ("93 percent of the voters are old", "the census")
    ],
    "The crew won half of it, according to exit polls (a share, but one that is less than before).": [
        ("The crew won half of it", "exit polls")
    ],
    "According to a Port Society survey, most ships are old, and few have pilots.": [
        ("most ships are old, and few have pilots", "a Port Society")
    ],
    "Still, “Was it shut?” Vale said, according to the Port News.": [],
    "Still, the port was shut, according to police.": [("the port was shut", "police")],
    "The storm killed two, according to Kenyan aid groups.": [("The storm killed two", "Kenyan aid groups")],
}


@pytest.mark.parametrize("text", SOURCED)
def test_what_a_source_is_named_for_was_said(text):
    assert reported(text) == SOURCED[text]
