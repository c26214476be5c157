import pytest
from shown import speakers_in

from quoteverify import parse

CASES = {
    "what is called a body is no he": (
        "Vale came. “We sail,” said the airline, Aas. “No,” he said.",
        ["Aas", None],
    ),
    "what is called a body is an it": ("“We sail,” said her company, Vale. “No,” it said.", ["Vale", "Vale"]),
    "who tells all of the sentence before is it": (
        "The Port Ministry was late, the Aas Board said. “No,” it said.",
        ["Aas Board"],
    ),
    "whose claim it tells of is not": (
        "The Port Ministry was late, the Aas Board’s claim showed. “No,” it said.",
        ["Port Ministry"],
    ),
    "the letter of who answers is no initial": ("A. On the quay he said, “No.”", [None]),
    "he of a clause behind her name may be another": (
        "Tom Aas left. Ruth Vale said Berg was late because he could not win. “We sail,” she said.",
        ["Ruth Vale"],
    ),
    "he of a clause that reports may be another too": (
        "General Tom Aas left. Ruth Vale said Berg was late as he cannot defend it. “We sail,” she said.",
        ["Ruth Vale"],
    ),
    "who has been he is not she": (
        "Bo Berg says it was late. “I was up,” he says.\n\nAnn Vale was out. “Bo is right,” she says. "
        "He laughs. “I am,” he says.",
        ["Bo Berg", "Ann Vale", "Bo Berg"],
    ),
    "who has been he is nobody where she is not named": (
        "Bo Berg says it was late. “I was up,” he says.\n\n“Bo is right,” she says.",
        ["Bo Berg", None],
    ),
    "a husband, with what he does": (
        "Ann Vale opens.\n\nShe is quiet since her husband, the poet Bo Vale, died. Why? “Age,” she says.",
        ["Ann Vale"],
    ),
    "kin of one surname, a nephew": (
        "Mrs. Vale came in with her nephew, Tom Vale. She sat down. “No,” she said. “Yes,” said Tom.",
        ["Vale", "Tom Vale"],
    ),
    "kin of one surname, a sister": ("Mr. Vale met his sister, Ada Vale. “No,” he said.", ["Vale"]),
    "kin of one surname, a father": (
        "Ms Vale, whose father Tom Vale ran the port, left. “No,” she said.",
        ["Vale"],
    ),
    "kin of one surname, none with a first name": (
        "Mr. Vale came. Mrs. Vale stayed. “No,” she said. “Yes,” he said.",
        ["Vale", "Vale"],
    ),
    "a spokesman for a firm is he": (
        "Tom Vale left. A spokesman for Aas Ferries said the firm was late. “We sail,” he said.",
        ["A spokesman for Aas Ferries"],
    ),
    "a quay is not she": (
        "Eva Lund’s play is new. It opens at the Royal Wharf in May. It is, she says, “a comedy”.",
        ["Eva Lund"],
    ),
    "a paper that comes later is not she": (
        "The mayor of Aas deleted a post in which she said they were “a plague”. It was in the Aas Lancet.",
        ["The mayor of Aas"],
    ),
    "what something is in is not she": ("It rained in Berg Strand. “We sail,” she said.", [None]),
    "nor what it is at, by the name a castle": ("They met at Castle Vale. “We sail,” she said.", [None]),
    "in whose time it was may be he": ("It rained in Tom Aas’s time. “We sail,” he said.", ["Tom Aas"]),
    "whom somebody has faith in may be": (
        "All have faith in Ruth Vale. Vale came at noon. “We sail,” she said.",
        ["Ruth Vale"],
    ),
    "whom somebody with a role has faith in may be": (
        "He had faith in Ruth Vale, a pilot. “We sail,” she said.",
        ["Ruth Vale"],
    ),
    "kin of hers, whose sentence has her all over": (
        "Her son, the pianist Bo Vale, said that she had sung to nurses from her bed in her last days.\n\n"
        "“She sang,” he said. “She did, too.”\n\nShe is survived by Bo and by her niece.",
        ["Bo Vale"],
    ),
    "kin by a name, with what they do": (
        "Tom Vale was calm.\n\nVale’s father, Bo, a pilot from Aas, had taken the day off to watch. "
        "“I was up,” he said.",
        ["Bo"],
    ),
    "whose boss she is by name": (
        "Simon Lind declined to comment. Vale’s boss, Kim Aas, 49, was happy to. “We sail,” she said.",
        ["Kim Aas"],
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
    "a spokesman in a second clause adds something": (
        "Tom Vale was silent, but a spokesman said: “He stands by it.” He added: “It is late.”",
        ["a spokesman", "a spokesman"],
    ),
    "the spokesman who is known may not": (
        "Tom Vale was silent, but the spokesman said: “He stands by it.” He added: “It is late.”",
        ["the spokesman", "Tom Vale"],
    ),
    "who is told of in a second clause does not": (
        "Ruth Vale was ill when a woman was found. She added: “It is late.”",
        ["Ruth Vale"],
    ),
    "they, of a source": (
        "Minister Lucy Aas was late. A source close to the port hit back. “We sail,” they said.",
        ["A source close to the port"],
    ),
    "they, of several before one": (
        "Lucy Aas was late. Residents woke. The neighbour hit back. “We sail,” they said.",
        ["Residents"],
    ),
    "they, of no woman": (
        "Residents woke. A woman hit back. “We sail,” they said.",
        ["Residents"],
    ),
    "who died is not he": (
        "“It is late,” said Ruth Vale. Her sister Ada Vale, 41, was killed in May. “We sail,” she said.",
        ["Ruth Vale", "Ruth Vale"],
    ),
    "who was ill may be he": (
        "“It is late,” said Ruth Vale. Her sister Ada Vale was ill in May. “We sail,” she said.",
        ["Ruth Vale", "Ada Vale"],
    ),
    "who died may be he of whom all tells": (
        "Bo Vale, the painter, died in May. He was taught by Tom Aas. “I was a bad pupil,” he once said.",
        ["Bo Vale"],
    ),
    "who died and spoke before may be he": (
        "“It is late,” said Bo Vale. “No,” said Tom Aas. Vale died in May. “We sail,” he had said.",
        ["Bo Vale", "Tom Aas", "Bo Vale"],
    ),
    "who speaks for somebody is he": (
        "Tom Aas, a pilot, was late. Ruth Vale declined to comment through a spokesman. “No,” he said.",
        ["a spokesman"],
    ),
    "who spoke for somebody some time before is not he": (
        "Ruth Vale declined to comment through a spokesman. Tom Aas, a pilot, was late. “No,” he said.",
        ["Tom Aas"],
    ),
    "who sacked her is not she": (
        "Ruth Vale ran the port. Tom Berg sacked her. “I slept,” she said.",
        ["Ruth Vale"],
    ),
    "who is he is not she, where another she has spoken": (
        "“It sails,” Ruth Vale says. She is calm.\n\nFish is dear. The port is shut. "
        "The mayor of Aas, Tom Berg, has called it late. “He is lost,” she says."
        "\n\nBerg is calm. He lost his boat.",
        ["Ruth Vale", None],
    ),
    "she is no other of what came to her, where all others are he": (
        "“They wait,” said Tom Aas. “It rains.”\n\nRuth Vale said the idea had come to her in a storm. "
        "“It was dark,” she said.\n\nAas now hopes for fish. “It is dear,” he said.",
        ["Tom Aas", "Ruth Vale", "Tom Aas"],
    ),
    "she is, where another may be he": (
        "Tom Aas ran the port. Ruth Vale said the boat had hit him. “It was dark,” he said.",
        ["Tom Aas"],
    ),
    "nor is who married her, over a paragraph": (
        "Ruth Vale ran the port. The pilot, Tom Berg, met and married her.\n\n“I slept,” she said.",
        ["Ruth Vale"],
    ),
    "nor is who called her so, in a clause": (
        "Ruth Vale is late. I mention that Tom Berg, the pilot, has called her “slow”. Her eyes light up. "
        "She sits. “I swim,” she says.",
        [None, "Ruth Vale"],
    ),
    "who has been he may well go on": (
        "Tom Vale knew little of Bo Berg before he ran, but now Vale votes for him. “He swims,” he said.",
        ["Tom Vale"],
    ),
    "a widow is not he": (
        "A widow came with Tom Berg. The widow laughed. “It is late,” he told her.",
        ["Tom Berg"],
    ),
    "a part with a number is not he": (
        "Ruth Vale came. And so to Part Two. It is short. “We sail,” he said.",
        ["Ruth Vale"],
    ),
    "nor is it where a role is in its clause": (
        "Tom Vale came. And so to Part Two, the bit where the mayor sings. It is short. “We sail,” he said.",
        ["Tom Vale"],
    ),
    "her husband, at the start of a sentence": (
        "Ann Vale opens. Her husband, the poet Bo Berg, died. She slept. “I swim,” she says.",
        ["Ann Vale"],
    ),
    "a farmer who says something of himself": (
        "Tom Vale came to Aas. “We sail,” he said.\n\nA farmer who gave no name said he had sold a boat. "
        "“It rains,” he said.",
        ["Tom Vale", "A farmer"],
    ),
    "not one who says something of another": (
        "Tom Vale came to Aas. A farmer said Tom Vale and he had sold a boat. “It rains,” he said.",
        ["Tom Vale"],
    ),
    "a role right before, who gave no name": (
        "Ada Vale came to Aas. The woman at the pier had no time. “We sail,” she said.",
        ["The woman at the pier"],
    ),
    "a rail company is not she": (
        "Vale-Aas, the rail company, said it was “late”. That drew a letter from the mayor. “No,” she said.",
        ["Vale-Aas", None],
    ),
    "nor is what it is called behind an article alone": (
        "Ruth Vale, the company secretary, was late. “No,” she said.",
        ["Ruth Vale"],
    ),
    "what owns things is an it": (
        "Vale Aas said its staff were safe. “We sail,” it said.",
        ["Vale Aas"],
    ),
    "what is told of with which is an it": (
        "Vale Aas, which runs the pier, was late. “We sail,” it said.",
        ["Vale Aas"],
    ),
    "and not she": (
        "Vale Aas, which runs the pier, was late. “We sail,” she said.",
        [None],
    ),
    "somebody with a role is no it": (
        "The mayor, Ruth Vale, said its staff were safe. “We sail,” it said.",
        [None],
    ),
    "a role that hides nobody": (
        "Tom Vale came. The crew cheered. The candidate had no plan, though he said it was “late”.",
        ["Tom Vale"],
    ),
    "who wrote to him is not who won": (
        "Ann Vale was a chemist. Her rival was Max Berg, who mocked her. When Berg won, she sent him tea. "
        "He replied: “I was loud.”",
        ["Max Berg"],
    ),
    "who said so of him is not he": (
        "Aas aide Ann Vale said Tom Berg hid because he can win nothing. “He is no use,” she said.",
        ["Ann Vale"],
    ),
    "a school is not she": (
        "Eva Lund goes to Aas High School. Aas High School is new. There, she said: “I sing.”",
        ["Eva Lund"],
    ),
    "a trust is not he": ("Tom Vale left the Aas Trust. The Aas Trust is poor. “No,” he said.", ["Tom Vale"]),
    "a pronoun is the last subject": ("Ruth Vale met Ann Aas. “We sail,” she said.", ["Ruth Vale"]),
    "a pronoun of the other gender is not": (
        "Mr Tom Vale met her. Mrs Ann Aas was late. “We sail,” he said.",
        ["Tom Vale"],
    ),
    "a pronoun looks farther back where nobody is near": (
        f"Ruth Vale came. {'It rained. ' * 6}“We sail,” she said.",
        ["Ruth Vale"],
    ),
    "somebody near is not outdone from afar": (
        f"Ruth Vale came. {'It rained. ' * 6}Ann Aas sat. “We sail,” she said.",
        ["Ann Aas"],
    ),
    "a chain of pronouns": ("Ruth Vale came. She sat down. “We sail,” she said.", ["Ruth Vale"]),
    "who is spoken of is not who speaks": ("Tom Vale spoke. The board, he said, was “a ruin.”", ["Tom Vale"]),
    "a role hides the names before it": (
        "Tom Vale sat down. A policeman came in. “Anything?” he asked.",
        ["A policeman"],
    ),
    "it is who told the sentence before": (
        "Police were late on Monday, the Port Board said. It called the delay “a ruin of a plan.”",
        ["Port Board"],
    ),
    "kin of somebody named hides the name": (
        "Tom Aas’s mother wept. “We sail,” she said.",
        ["Tom Aas’s mother"],
    ),
    "kin of somebody is told behind it too": (
        "The daughter of Ove Vale sold it. “We sail,” she said.",
        ["The daughter of Ove Vale"],
    ),
    "kin of her who speaks does not": (
        "Ms. Ruth Vale’s mother wept. “We sail,” she said.",
        ["Ruth Vale"],
    ),
    "kin with a name has it": (
        "Tom Aas’s sister, Inga Aas, wept. “We sail,” she said.",
        ["Inga Aas"],
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
    "a pronoun is whom the text has introduced, though no subject": (
        "It was led by Tom Vale, whose wife, Ada, lost her boat. “We sail,” he said.",
        ["Tom Vale"],
    ),
    "a pronoun for a body": ("The port council was brief. “We regret it,” it said.", ["The port council"]),
    "a place is nobody who could be meant": (
        "Tom Vale spoke. Aas is the capital of Berg, and Berg has asked for more. “We sail,” he said.",
        ["Tom Vale"],
    ),
    "those of a party are no one man": (
        "Tom Vale spoke. Republicans were angry. “We sail,” he said.",
        ["Tom Vale"],
    ),
    "a lone name with an age is somebody": (
        "Ann Aas spoke. In the square, Vale, 29, was asleep on a mat. “We sail,” she said.",
        ["Vale"],
    ),
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
    "whose wife she is is not she": (
        "Not everyone is sad. “It is a bulb on a rock,” said Lou Berg, who owns the gas station. Berg’s "
        "wife, Marie, rolled her eyes. “He cried at the show,” she said.",
        ["Lou Berg", "Marie"],
    ),
    "she who says something has one name alone": (
        "Tom Vale spoke. “Yes,” Melanie said, and soon Vale was waving, and she was off. She slept.\n\n"
        "Vale spoke in May.\n\n“We sail,” he said.",
        ["Melanie", "Tom Vale"],
    ),
    "a body that is called one is nobody": (
        "Ruth Vale cooks. Her restaurant, Tide, opened. “We are full,” she says.",
        ["Ruth Vale"],
    ),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES)
def test_a_pronoun_is_the_person_that_the_text_shows(text, names):
    assert speakers_in(text) == names


def test_a_pronoun_that_nothing_explains_has_no_speaker():
    (quote,) = parse("“We sail,” she said.").quotes
    assert quote.speaker is None
    assert quote.attribution.mention is not None


def test_a_word_that_may_be_a_place_is_nobody_whom_a_pronoun_means():
    (quote,) = parse("The boat was in Aas. “We sail,” she said.").quotes
    assert quote.speaker is None
    assert quote.attribution.mention is not None


# A pronoun behind a subject with a possessive and a role; who is meant, None where nobody surely is.
OWNERS = [
    ("Tom Vale sent his lawyer, Ada Aas. “We sail,” she said.", "Ada Aas"),
    ("Tom Vale sent his lawyer. “We sail,” she said.", None),
    ("Ada Aas called her agent, Bo Berg. “We sail,” he said.", "Bo Berg"),
    ("Ada Aas met her husband at the quay. “We sail,” he said.", None),
    ("Ada Aas met her husband at the quay. “We sail,” she said.", "Ada Aas"),
    ("Bo Berg came. Ada Aas called his lawyer. “We sail,” she said.", "Ada Aas"),
    ("Tom Vale kissed his wife and left. “We sail,” he said.", "Tom Vale"),
    ("Tom Vale told her that it was late. “We sail,” he said.", "Tom Vale"),
    ("Ruth Vale thanked her team. “We sail,” she said.", "Ruth Vale"),
    ("Ruth Vale sued Ada Aas, accusing her of a lie. “It is mine,” she said.", "Ruth Vale"),
    ("Tom Vale sued, accusing her of a lie. Ada Aas ate. “It is mine,” she said.", "Ada Aas"),
    ("Ruth Vale and Tom Aas spoke. “We are safe,” she said.", None),
    ("Mrs. Ruth Vale and her sister Ada spoke. “We are safe,” she said.", None),
    ("Mrs. Ruth Vale ate and so did Ms. Ada Aas. “We are safe,” she said.", "Ruth Vale"),
    ("Mrs. Ruth Vale and others behind Ms. Ada Aas spoke. “We are safe,” she said.", "Ruth Vale"),
    ("Mrs. Ruth Vale and her brother Tom spoke. “We are safe,” she said.", "Ruth Vale"),
    ("Mayor Ruth Vale and Sheriff Tom Aas spoke. “We are safe,” he said.", None),
    ("Ruth Vale and her husband, Tom Aas, spoke. “We are safe,” she said.", "Ruth Vale"),
    ("Ruth Vale and Mr. Tom Aas spoke. “We are safe,” she said.", "Ruth Vale"),
    ("Tom Vale left. His wife laughed. “No,” she said.", "His wife"),
    ("Tom Vale left. His wife laughed. “No,” he said.", "Tom Vale"),
    ("Tom Vale left.\n\nHis spokeswoman stayed. “It was late,” she said.", "His spokeswoman"),
    ("Ruth Vale left. Her lawyer wept. “No,” he said.", "Her lawyer"),
    ("Ruth Vale left, but her son stayed. “It was late,” he said.", "her son"),
    ("Kamala Vale was ill when her mother left. She wrote: “I was twelve.”", "Kamala Vale"),
    ("Inspector Bo Berg came. Ruth Vale left. Her brother wept. “It was late,” he said.", "Her brother"),
    ("Tom Vale’s lawyer laughed. “No,” she said.", "Tom Vale’s lawyer"),
    ("Tom Vale left. The wife of Tom Vale laughed. “No,” she said.", "The wife of Tom Vale"),
    ("Tom Vale left. A lawyer for Tom Vale laughed. “No,” she said.", "A lawyer for Tom Vale"),
    ("A boy was hurt. His mother said he was brave. “He is fine,” she said.", "His mother"),
    ("Harriet Vale sat down. Her brother laughed. He left. “Yes,” he said.", "Her brother"),
]


@pytest.mark.parametrize(("text", "speaker"), OWNERS)
def test_whose_wife_somebody_is_is_not_she(text, speaker):
    assert speakers_in(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "within", "beyond"),
    [
        ("Ruth Vale came. {}“We sail,” she said.", 6, 7),
        ("“We sail,” she said. {}Ruth Vale came.", 2, 3),
    ],
    ids=["back", "ahead"],
)
def test_he_and_she_look_so_many_sentences_back_and_ahead(text, within, beyond):
    assert speakers_in(text.format("It rained. " * within)) == ["Ruth Vale"]
    assert speakers_in(text.format("It rained. " * beyond)) == [None]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Port Ministry met. {}“We sail,” it said.", "Port Ministry"),
        ("Pilots met. {}“We sail,” they said.", "Pilots"),
        ("Ruth Vale met us. {}“We sail,” they said.", "Ruth Vale"),
        ("Port Sinks\n\n{}By Ruth Vale\n\nIt rained. “We sail,” I said.", "Ruth Vale"),
    ],
    ids=["it", "they", "one of no gender", "I"],
)
def test_it_and_they_look_two_sentences_farther_and_i_four_lines_down(text, named):
    between = "We rowed.\n\n" if "By" in text else "We rowed. "
    assert speakers_in(text.format(between * 2)) == [named]
    assert speakers_in(text.format(between * 3)) == [None]


@pytest.mark.parametrize(("places", "speaker"), [(9, "Ruth Vale"), (10, None)])
def test_a_byline_is_no_longer_than_a_line(places, speaker):
    assert speakers_in(f"By Ruth Vale{' in Aas' * places}\n\nIt rained. “We sail,” I said.") == [speaker]
