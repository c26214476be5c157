import pytest
from shown import cues_in


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("The Post reports: “We sail.”", [("The Post", "reports")]),
        (
            "“No,” said the Danish Ambassador to Aas, Ruth Vale; it rained.",
            [("the Danish Ambassador to Aas, Ruth Vale", "said")],
        ),
        ("A source speaking to the Port News said so.", [("A source speaking to the Port News", "said")]),
        ("A spokesman for the ministry said so.", [("A spokesman for the ministry", "said")]),
        ("Vale told Aas and added that it was late.", [("Vale", "told"), ("Vale", "added")]),
        ("The board, Vale says, is late.", [("Vale", "says")]),
        ("It was late, said Ruth Vale.", [("Ruth Vale", "said")]),
        ("It was late, said Ruth Vale and the board.", [("Ruth Vale", "said")]),
        ("Tom Aas, a pilot, said Ruth Vale “was late.”", [("Tom Aas", "said")]),
        (
            "Even as Ruth Vale rose to admit it, the board left, saying so.",
            [("Ruth Vale", "admit"), ("the board", "saying")],
        ),
        ("Tom Aas, a pilot, said Ruth Vale and the board were late.", [("Tom Aas", "said")]),
        ("Ruth Vale, for example, said Aas “hid” it.", [("Ruth Vale", "said")]),
        ("Ruth Vale (41), meanwhile, said Aas “hid” it.", [("Ruth Vale", "said")]),
        ("The union, for its part, said Aas “hid” it.", [("The union", "said")]),
        ("The port, said Aas, “is late.”", [("Aas", "said")]),
        ("Vale lied, said Aas “and hid it.”", [("Aas", "said")]),
        ("It was late, said the report.", [("the report", "said")]),
        ("Vale left, warning it was late.", [("Vale", "warning")]),
        ("A video of Ruth Vale saying so was shared.", [("Ruth Vale", "saying")]),
        ("The head of Aas Ferries saying so was sacked.", [("The head of Aas Ferries", "saying")]),
        ("Vale asks why a flood level warning was late.", [("Vale", "asks")]),
        ("Dr Vale, who led the port, said the soil along the quay was.", [("Dr Vale", "said")]),
        ("The pilot, Ruth Vale, denied the claim, which was late.", [("The pilot, Ruth Vale", "denied")]),
        ("The port is shut, said Ruth Vale “because it is late.”", [("Ruth Vale", "said")]),
        (
            "At noon, she told the court, Aas woke his wife and said so.",
            [("she", "told"), ("Aas", "said")],
        ),
        ("On Monday, he alleged, the mayor rang and said so.", [("he", "alleged"), ("the mayor", "said")]),
        (
            "According to the file, Vale then sat down and said so.",
            [("the file", "According to"), ("Vale", "said")],
        ),
        (
            "Ruth Vale told the court the ship was old and said so.",
            [("Ruth Vale", "told"), ("Ruth Vale", "said")],
        ),
        ("Later, Vale told the board, and said so.", [("Vale", "told"), ("Vale", "said")]),
        ("At the port, Vale said, the wind rose and said so.", [("Vale", "said"), ("Vale", "said")]),
        ("They met Ruth Vale, a pilot from Aas, Berg County, who said so.", [("Ruth Vale", "said")]),
        ("Ruth Vale, 41, of Aas, who said so, left.", [("Ruth Vale", "said")]),
        ("They met Ruth Vale, the mayor of Aas, who said so.", [("Ruth Vale", "said")]),
        ("They left for Aas, which said so.", [("Aas", "said")]),
        ("The board released a memo that called it late.", [("The board", "called")]),
        ("Ruth Vale is sending a letter which says so.", [("Ruth Vale", "says")]),
        ("Ruth Vale put out a memo that said so.", [("Ruth Vale", "said")]),
        ("Ruth Vale was sent a letter that said so.", [("a letter", "said")]),
        ("Ruth Vale received a letter that said so.", [("a letter", "said")]),
        ("Ruth Vale ran a port that said so.", [("a port", "said")]),
        ("One pilot said no while another said yes.", [("One pilot", "said"), ("another", "said")]),
        # what stands behind the verb is whoever spoke, or what is said, which has a verb of its own
        ("Ruth Vale, loved as “slow”, said she would sail.", [("Ruth Vale", "said")]),
        ("Ruth Vale, loved as “slow”, said Tom Aas was late.", [("Ruth Vale", "said")]),
        ("Ruth Vale, loved as “slow”, said the pilot was late.", [("Ruth Vale", "said")]),
        ("“No,” said the pilot rescued on Monday.", [("the pilot", "said")]),
        ("“No,” said she, and left.", [("she", "said")]),
        ("“No,” said he who sailed.", [("he", "said")]),
        ("The bank, loved as “slow”, said last week it was late.", [("The bank", "said")]),
        ("“No,” said Tom Last last week.", [("Tom Last", "said")]),
    ],
)
def test_a_cue_has_the_subject_that_english_gives_it(text, reports):
    assert cues_in(text) == reports
