import pytest
from shown import speakers_in

from quoteverify import parse

CASES = {
    "what is called a body is no he": (
        "Vale came. “We sail,” said the airline, Aas. “No,” he said.",
        ["Aas", None],
    ),
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
    "a quay is not she": (
        "Eva Lund’s play is new. It opens at the Royal Wharf in May. It is, she says, “a comedy”.",
        ["Eva Lund"],
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
    "who sacked her is not she": (
        "Ruth Vale ran the port. Tom Berg sacked her. “I slept,” she said.",
        ["Ruth Vale"],
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
    "a rail company is not she": (
        "Vale-Aas, the rail company, said it was “late”. That drew a letter from the mayor. “No,” she said.",
        ["Vale-Aas", None],
    ),
    "nor is what it is called behind an article alone": (
        "Ruth Vale, the company secretary, was late. “No,” she said.",
        ["Ruth Vale"],
    ),
    "and not she": (
        "Vale Aas, which runs the pier, was late. “We sail,” she said.",
        [None],
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
    "a pronoun is whom the text has introduced, though no subject": (
        "It was led by Tom Vale, whose wife, Ada, lost her boat. “We sail,” he said.",
        ["Tom Vale"],
    ),
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
def test_a_pronoun_means_one_of_those_who_can_be_meant(text, names):
    assert speakers_in(text) == names


def test_a_word_that_may_be_a_place_is_nobody_whom_a_pronoun_means():
    (quote,) = parse("The boat was in Aas. “We sail,” she said.").quotes
    assert quote.speaker is None
    assert quote.attribution.mention is not None


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
