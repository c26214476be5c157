"""What a draft's own words do to a fragment that they quote: a check reads them with it."""

import pytest

import quoteverify as qv

SAID = "“{}” said Ruth Vale."

# What she said, a draft that keeps the sense by its own words, and one that does not.
FRAMED = [
    (
        "We refused to pay the ransom they asked.",
        "Vale said they refused to “pay the ransom they asked.”",
        "Vale said they would “pay the ransom they asked.”",
    ),
    (
        "We refused to pay the ransom they asked.",
        "Vale said that they did not “pay the ransom they asked.”",
        "Vale said that they had to “pay the ransom they asked.”",
    ),
    (
        "I am unable to thank the pilot in person.",
        "Ms. Vale was unable to “thank the pilot in person,” she said.",
        "Ms. Vale was there to “thank the pilot in person,” she said.",
    ),
    (
        "We hope to open the school in June.",
        "Ruth Vale hopes to “open the school in June.”",
        "Ruth Vale said they will “open the school in June.”",
    ),
    (
        "We're hoping to have two boats in service by May.",
        "Vale said the port was hoping for “two boats in service by May”.",
        "Vale promised “two boats in service by May”.",
    ),
    (
        "We are trying to find a buyer for the yard.",
        "They were still trying to “find a buyer for the yard,” Vale said.",
        "They would now “find a buyer for the yard,” Vale said.",
    ),
    (
        "I don't think the harbour can be saved.",
        "Vale does not think “the harbour can be saved.”",
        "Vale thinks “the harbour can be saved.”",
    ),
    (
        "I doubt the harbour can be saved.",
        "Vale doubted that “the harbour can be saved.”",
        "Vale insisted that “the harbour can be saved.”",
    ),
    (
        "It is a myth that the harbour can be saved.",
        "It was a myth, said Vale, that “the harbour can be saved.”",
        "It was plain, said Vale, that “the harbour can be saved.”",
    ),
    (
        "If the price falls, we will sell the ship in June.",
        "If the price falls they “will sell the ship in June,” Vale said.",
        "They “will sell the ship in June,” Vale said.",
    ),
    (
        "We will sell the ship in June if the price falls.",
        "Vale said they “will sell the ship in June” if the price falls.",
        "Vale said they “will sell the ship in June” to a yard in Aas.",
    ),
    (
        "The ferry is safe for lorries.",
        "Vale said that the ferry was “safe for lorries.”",
        "Vale said that the ferry was not “safe for lorries.”",
    ),
    (
        "We will pay the ransom they asked.",
        "Vale said they would “pay the ransom they asked.”",
        "Vale said they would never “pay the ransom they asked.”",
    ),
    (
        "We will pay the ransom they asked.",
        "Vale did not hesitate. They would “pay the ransom they asked,” she said.",
        "Vale said they were unable to “pay the ransom they asked.”",
    ),
    (
        "They failed the whole coast.",
        "Vale did not mince words: “They failed the whole coast.”",
        "Vale said it was a lie that “they failed the whole coast.”",
    ),
    (
        "It was a lucky escape for the crew.",
        "Nobody was hurt, and Vale called it “a lucky escape for the crew.”",
        "Vale said it was not “a lucky escape for the crew.”",
    ),
    (
        "It was a lucky escape for the crew.",
        "Vale, who is not on the board, spoke of “a lucky escape for the crew.”",
        "Vale said it was never “a lucky escape for the crew.”",
    ),
    (
        "It was a lucky escape for the crew.",
        "It was not just “a lucky escape for the crew,” Vale said.",
        "It was by no means “a lucky escape for the crew,” Vale said.",
    ),
    (
        "I think the worst of the winter is behind us,",
        "Vale said the port was slow, but that she believed “the worst of the winter is behind us”.",
        "Vale said she had no doubt that “the worst of the winter is behind us”.",
    ),
    (
        "We hope the worst of the winter is behind us,",
        "Vale thinks “the worst of the winter is behind us”.",
        "Vale, whom many fear, said “the worst of the winter is behind us”.",
    ),
]


def _stops(said: str, draft: str) -> bool:
    report = qv.check(draft, qv.parse(SAID.format(said)))
    assert len(report.verifications) == 1
    return report.verifications[0].stops


@pytest.mark.parametrize(("said", "kept", "turned"), FRAMED)
def test_what_a_draft_says_around_a_fragment_is_read_with_it(said, kept, turned):
    assert (_stops(said, kept), _stops(said, turned)) == (False, True)
