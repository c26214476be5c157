import pytest
from shown import answers_of, without

from quoteverify.reading.sieves import beside

# For each sieve, texts with what the last quotation's answer is: its mention and its reason.
CASES = {
    "said_after": [
        ("“We sail at noon,” Ruth Vale said.", "Ruth Vale", "said_after"),
        ("“We sail at noon,” said Ruth Vale, the pilot.", "Ruth Vale", "said_after"),
        ("“Do we sail?” Ms. Vale, a pilot of 30 years, asked.", "Ms. Vale", "said_after"),
        ("“We sail”, added the pilot’s spokesman.", "the pilot’s spokesman", "said_after"),
        ("“We sail,” Vale, 41, who grew up in Aas and swims, told the Port News.", "Vale", "said_after"),
        ("“We sail,” he went on.", "he", "said_after"),
        ("“We sail,” according to Ruth Vale.", "Ruth Vale", "said_after"),
        ("“We sail,” said Secretary of State Ruth Vale.", "Secretary of State Ruth Vale", "said_after"),
        ("“We sail,” said his lawyer, Ruth Vale.", "his lawyer, Ruth Vale", "said_after"),
        ("“We sail,” said one of the pilots.", "one of the pilots", "said_after"),
        ("“We sail,” the Port News quoted Ruth Vale as saying.", "Ruth Vale", "said_after"),
        ("“A ruin” is how Ruth Vale describes it.", "Ruth Vale", "said_after"),
    ],
    "verb_after": [
        ("“We sail!” beamed Ruth Vale.", "Ruth Vale", "verb_after"),
        ("“We sail,” Vale started.", "Vale", "verb_after"),
    ],
    "came_from": [
        ("“Never!” came the reply from Ruth Vale.", "Ruth Vale", "came_from"),
        ("“Never again” was the message of the board.", "the board", "came_from"),
        ("“Never again” was Ruth Vale’s message.", "Ruth Vale", "came_from"),
    ],
}
# A quotation in the clause of a report, of which another is told behind it: whose words it is.
WITHIN = {
    "Ruth Vale told me “we sail,” the pilot said.": "Ruth Vale",
    "The suspect wrote in her diary that “the ship was sold”, the complaint states.": "The suspect",
    "Ruth Vale cannot say that “we sail,” Aas added.": "Aas",
    "Ruth Vale never told us “we sail,” Aas added.": "Aas",
    "Vale said that she had come. “We sail,” Aas said.": "Aas",
    "Vale said: “No.” “We sail,” Aas said.": "Aas",
    "Ruth Vale should say its plan “in public,” said Tom Aas.": "Tom Aas",
    "Nothing the board said “will help us,” Ruth Vale said.": "Ruth Vale",
    "The pilots argue that “it sinks,” citing a rule in which a ship was lost.": "The pilots",
    "When a man in the port shouted, “Sail,” Vale laughed.": "a man in the port",
    "A man in the port shouted, “Sail,” Vale said.": "A man in the port",
    "While Tom Aas told us of “a fair port,” Ruth Vale, the pilot, wrote a book.": "Tom Aas",
    "If it is “a fair port,” Ruth Vale said, we sail.": "Ruth Vale",
    "Ruth Vale told the officers in Aas, “We sail,” the board said.": "Ruth Vale",
    "Ruth Vale told the two officers in Aas, “We sail,” the board said.": "the board",
    "Tom Aas recalled that Ruth Vale rose and said: “We sail,” the board wrote.": "Tom Aas",
    "Ruth Vale said, “we sail,” the board said.": "the board",
    "Ruth Vale said now, and when she sat, “We sail,” the board said.": "the board",
    "Vale left, and as Tom Aas went on about “a fair port” and “a pier,” Ruth Vale said no, no.": "Tom Aas",
    "Vale left, and Tom Aas went on, “a fair port,” Ruth Vale said no, no.": "Ruth Vale",
    "Tom Aas left, telling her, “We need you!” She replied to him that it was late.": "Tom Aas",
    "But even as Tom Aas claimed “that ports were free,” Ruth Vale wrote a book.": "Tom Aas",
    "“All is well,” like the sea at Aas, said Ruth Vale.": "Ruth Vale",
    "The pilots laugh, calling Tom Aas “a fool,” Ruth Vale said.": "Ruth Vale",
    "Ruth Vale spoke of the “fair” port Tom Aas said he had.": "Ruth Vale",
    "While pilots call the port “a ruin,” Vale said it was sound.": "pilots",
    "Vale has accused the board of “hiding” a letter that said the pier was unsafe.": "Vale",
}


# The quotation is the first: what follows it is another sentence, or leads on to the next.
FIRST = {
    "Tom Aas made his demand in May: “Tear down this wall!” Pilots still praise it.": "Tom Aas",
    "“Now?” Tom Aas asked, “or not?”": "Tom Aas",
}


@pytest.mark.parametrize(("text", "mention"), FIRST.items())
def test_what_follows_a_whole_quotation_may_be_of_another(text, mention):
    assert answers_of(text)[0][1] == mention


@pytest.mark.parametrize(("text", "mention"), WITHIN.items())
def test_who_is_told_to_have_said_it_and_not_who_tells(text, mention):
    assert answers_of(text)[-1][1] == mention


TABLE = [(sieve, *case) for sieve, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("sieve", "text", "mention", "reason"), TABLE)
def test_a_sieve_finds_who_speaks_and_says_why(sieve, text, mention, reason):
    _, found, _, why, _ = answers_of(text)[-1]
    assert (found, why) == (mention, reason)


@pytest.mark.parametrize("sieve", CASES)
def test_without_a_sieve_an_example_reads_differently(sieve):
    others = without(getattr(beside, sieve))
    assert any(answers_of(text) != answers_of(text, sieves=others) for text, _, _ in CASES[sieve])


# A quotation that is brought in and closed is not told again by the sentence behind it.
BROUGHT_IN = [
    ("According to Ruth Vale, “we must plan for the flood.” Others did not agree.", "Ruth Vale"),
    ("Ruth Vale said, “We must plan for the flood.” Tom Aas agreed.", "Ruth Vale"),
    ("Ruth Vale said: “We must plan for the flood.” Tom Aas said so too.", "Ruth Vale"),
    ("On Friday, Vale said, “We must plan for the flood,” Tom Aas said.", "Vale"),
    ("Ruth Vale said: “We must plan for the flood.” Her husband laughed.", "Ruth Vale"),
    ("Ruth Vale told us simply: “We must plan for the flood.” A pilot agreed.", "Ruth Vale"),
    ("Ruth Vale warned: “We must plan for the flood!” The pilot replied.", "Ruth Vale"),
    ("The council said: “We must plan for the flood”, Tom Aas recalled.", "The council"),
    ("In a speech that pilots called “dull,” Tom Aas told them no.", "pilots"),
    ("After Vale called him “dull,” Tom Aas left.", "Vale"),
    ("In what he called “a dull speech,” Tom Aas told them no.", "Tom Aas"),
    ("Ruth Vale says it is “late.” Tom Aas laughed.", "Ruth Vale"),
    ("Vale scolded him: “They call it ‘the flood,’” she said.", "she"),
]


@pytest.mark.parametrize(("text", "mention"), BROUGHT_IN)
def test_a_quotation_brought_in_and_closed_is_not_reported_again_behind_it(text, mention):
    assert answers_of(text)[0][1] == mention
