import pytest
from shown import speakers_in

from quoteverify import parse

CASES = {
    "the letter of who answers is no initial": ("A. On the quay he said, “No.”", [None]),
    "a paper that comes later is not she": (
        "The mayor of Aas deleted a post in which she said they were “a plague”. It was in the Aas Lancet.",
        ["The mayor of Aas"],
    ),
    "whom the author asked does something next": (
        "Ada Vale left. I asked Ruth Aas whether she had cut it. She laughed.\n\n“Every night,” she said.",
        ["Ruth Aas"],
    ),
    "what follows may be of another where no author asks": (
        "Ada Vale left. Vale asked Ruth Aas if she had cut it. She was late, as always.\n\n“No,” she said.",
        ["Ada Vale"],
    ),
    "who was asked nods": (
        "“Are the figures right?” Ruth Vale asked Tom Aas. He nodded. “Then sign here,” she said.",
        ["Ruth Vale", "Ruth Vale"],
    ),
    "who is he is not she, where another she has spoken": (
        "“It sails,” Ruth Vale says. She is calm.\n\nFish is dear. The port is shut. "
        "The mayor of Aas, Tom Berg, has called it late. “He is lost,” she says."
        "\n\nBerg is calm. He lost his boat.",
        ["Ruth Vale", None],
    ),
    "who is he is not she, where another has spoken who may be she": (
        "“It sails,” Ruth Vale told Ann Aas. She is calm.\n\nFish is dear. The port is shut. "
        "The mayor of Lund, Tom Berg, has called it late. “He is lost,” she says."
        "\n\nBerg is calm. He lost his boat.",
        ["Ruth Vale", None],
    ),
    "who is asked": (
        "Ann Aas left. Asked if she would too, Ruth Vale was silent. “Perhaps,” she said.",
        ["Ruth Vale"],
    ),
    "who is asked about is not": (
        "Tom Aas spoke. Asked about his wife, Ruth Vale, he laughed. “Good,” he said.",
        ["Tom Aas"],
    ),
    "a participle is no name": ("Ann Vale came. Asked why, she wept. “It rained,” she said.", ["Ann Vale"]),
    "she whose zeal it was has no name": (
        "Jo Berg won.\n\nThe woman’s zeal for Berg was great.\n\n“He is here,” she said.",
        [None],
    ),
    "she whose zeal it was has no name, though called she once more": (
        "Jo Berg won.\n\nThe woman’s zeal for Berg was great. She slept.\n\n“He is here,” she said.",
        [None],
    ),
    "she whose zeal it was, near another who is called she": (
        "The woman’s zeal woke the street, said Jo Berg, who had called her. It rained.\n\n"
        "“I won,” she said.\n\nBerg sat with her.",
        ["Jo Berg"],
    ),
    "she whose zeal it was, then she, near another who is called she": (
        "The woman’s zeal woke the street, said Jo Berg, who had called her. She had been ill.\n\n"
        "“I won,” she said.\n\nBerg sat with her.",
        [None],
    ),
    "she whose zeal it was, near another with a title": (
        "The woman’s zeal woke the street, said Mrs. Jo Berg. She had been ill.\n\n“I won,” she said.",
        ["Jo Berg"],
    ),
    "he whose zeal it was is not she": (
        "Jo Berg won.\n\nThe man’s zeal for Berg was great.\n\n“He is here,” she said.",
        ["Jo Berg"],
    ),
    "who follows in the main clause": (
        "Tom Aas asked for more. He called it a plan.\n\n"
        "Before he was sentenced, Bo Vale turned to them.\n\n“I did it,” he said.",
        ["Bo Vale"],
    ),
    "who follows and says something, without a comma": (
        "Tom Aas asked for more. He called it a plan.\n\n“I did it.” As he left Bo Vale said: “So.” He wept. "
        "“No,” he said.",
        ["Tom Aas", "Bo Vale", "Bo Vale"],
    ),
    "who says something is another than who follows": (
        "Tom Aas asked for more. As he put it, Bo Vale was late.\n\n“I did it,” he said.",
        ["Tom Aas"],
    ),
    "behind what joins two main clauses follows another": (
        "Ruth Aas asked for more. But she was late, Ada Vale was told.\n\n“I did it,” she said.",
        ["Ruth Aas"],
    ),
    "a place follows": (
        "Tom Aas asked for more. While he was in office, Berg grew.\n\n“I did it,” he said.",
        ["Tom Aas"],
    ),
    "who prosecutes does not tell police": (
        "Prosecutor Tom Vale said Bo Aas ran. He told police: “I was late.”",
        [None],
    ),
    "who prosecutes tells a court": (
        "Prosecutor Tom Vale said Bo Aas ran. He told the court: “I was late.”",
        ["Tom Vale"],
    ),
    "who saw it tells police": ("Tom Vale, a pilot, saw it. He told police: “I was late.”", ["Tom Vale"]),
    "who signs a text is not she": (
        "By Ada Aas, Chief Reporter\n\nA pilot fell. It rained. “It was late,” she said.",
        ["A pilot"],
    ),
    "who signs it and is told of is": ("By Ada Aas\n\nAda Aas rowed. “It was late,” she said.", ["Ada Aas"]),
    "a platform is not he": ("In a Facebook post the pilot was cross. “We sail,” he wrote.", [None]),
}

SHE_ROWED = "She rowed. " * 24
OF_ONE = {
    "an obituary's she is whoever died": (
        f"Ruth Vale, who has died aged 88, was a pilot. {SHE_ROWED}\n\n"
        "In May her sister, Ada Aas, left. The port was wet. It rained.\n\n“I was late,” she said.",
        ["Ruth Vale"],
    ),
    "an obituary's she is none who is quoted of her": (
        f"Ruth Vale, who has died aged 88, was a pilot. {SHE_ROWED}“I rowed,” she said.\n\n"
        "The critic Ada Aas called it “a rose”. It rained.\n\n“I was late,” she said.",
        ["Ruth Vale", "Ada Aas", "Ruth Vale"],
    ),
    "but who speaks there goes on": (
        f"Ruth Vale, who has died aged 88, was a pilot. {SHE_ROWED}\n\n“She taught me,” says Ada Aas."
        " It rained.\n\n“I was late,” she says.",
        ["Ada Aas", "Ada Aas"],
    ),
    "where others speak, the dead does not": (
        f"Ruth Vale, who has died aged 88, was a pilot. {SHE_ROWED}\n\n“She taught me,” says Ada Aas.\n\n"
        "The port was wet. It rained.\n\n“I was late,” she says.",
        ["Ada Aas", "Ada Aas"],
    ),
    "but who spoke before a line of her own life does not": (
        f"Ruth Vale rows. {SHE_ROWED}“I rowed,” said Vale.\n\n“A rose,” Ada Aas told the port. “A lily.”\n\n"
        "She was born in Aas. It rained. “I was late,” she said.",
        ["Ruth Vale", "Ada Aas", "Ruth Vale"],
    ),
    "few pronouns are of no life": (
        "Ruth Vale, who has died aged 88, was a pilot. She rowed.\n\n"
        "In May her sister, Ada Aas, left. The port was wet. It rained.\n\n“I was late,” she said.",
        ["Ada Aas"],
    ),
}


@pytest.mark.parametrize(("text", "names"), (CASES | OF_ONE).values(), ids=CASES | OF_ONE)
def test_a_pronoun_is_who_was_asked_or_whose_sentence_it_is(text, names):
    assert speakers_in(text) == names


def test_a_pronoun_that_nothing_explains_has_no_speaker():
    (quote,) = parse("“We sail,” she said.").quotes
    assert quote.speaker is None
    assert quote.attribution.mention is not None
