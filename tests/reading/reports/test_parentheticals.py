"""Reports whose words stand before an attribution, or around it."""

import pytest
from shown import reported

# A sentence, and of each of its reports: what was said, part by part, and whose words it says they are.
BEFORE = {
    "The port was shut, Ruth Vale said.": [("The port was shut", "Ruth Vale")],
    "The port was shut, said Ruth Vale, the harbour master.": [("The port was shut", "Ruth Vale")],
    "The port, Ruth Vale said, was shut.": [("The port|was shut", "Ruth Vale")],
    "As Ruth Vale said, the port was shut.": [("the port was shut", "Ruth Vale")],
    "The port was shut in May, says a letter by Aas.": [("The port was shut in May", "a letter by Aas")],
    "The port was shut in May, say pilots.": [("The port was shut in May", "pilots")],
    "The port might be shut, Ruth Vale cautions.": [("The port might be shut", "Ruth Vale")],
    "Pilots, Ruth Vale said, must still apply to do so.": [("Pilots|must still apply to do so", "Ruth Vale")],
    "The port was shut, as Ruth Vale said.": [("The port was shut", "Ruth Vale")],
    "The port was shut, Ruth Vale said, so that the crew could sleep.": [
        ("The port was shut|so that the crew could sleep", "Ruth Vale")
    ],
    "The port was so full, Ruth Vale said, that no ship could turn.": [
        ("The port was so full|that no ship could turn", "Ruth Vale")
    ],
    "Ruth Vale warned the crew, Tom Aas, not to sail, said a pilot who was there.": [
        ("Ruth Vale warned the crew, Tom Aas, not to sail", "a pilot")
    ],
    "The port, pilots and sailors say, is shut.": [("The port|is shut", "pilots and sailors")],
    "AAS, May 3 — The port was shut, Ruth Vale said.": [("The port was shut", "Ruth Vale")],
    "The ferry was full, the president told her.": [("The ferry was full", "the president")],
    "Her ratings (at one point they were at 19, Vale says) hurt the crew.": [
        ("at one point they were at 19", "Vale")
    ],
    "However, as the paper has reported, the port was shut.": [("the port was shut", "the paper")],
    "Still, he said, the port was shut.": [("the port was shut", "he")],
    "Still, when it rained, Vale responded with a plan.": [],
    "Too often, he said, the port was shut.": [("Too often|the port was shut", "he")],
    "New York (AFP) – The port could be shut, Ruth Vale warned on Wednesday.": [
        ("The port could be shut", "Ruth Vale")
    ],
    "A reminder: The port is shut, Ruth Vale says.": [("The port is shut", "Ruth Vale")],
    "The port was shut, Ruth Vale told the inquest.": [("The port was shut", "Ruth Vale")],
    "What bothers us most, they say, is that their chief, Seshophe Aas, and another one are rich.": [
        ("What bothers us most|is that their chief, Seshophe Aas, and another one are rich", "they")
    ],
    "In May the port was shut, Ruth Vale said in Aas.": [("In May the port was shut", "Ruth Vale")],
    "Wheat prices to stay high, minister says": [("Wheat prices to stay high", "minister")],
    "Army to be called in, says governor": [("Army to be called in", "governor")],
}


@pytest.mark.parametrize("text", BEFORE)
def test_what_stands_before_an_attribution_or_around_it_was_said(text):
    assert reported(text) == BEFORE[text]
