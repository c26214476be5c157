import pytest
from shown import ENGLISH, narration_of, speakers_in

from quoteverify.reading.people.resolver import Resolver

CASES = {
    "the mother of two": ("Ruth Vale came. “No,” said the mother of two.", ["Ruth Vale"]),
    "the mother of two, before its verb": ("Ruth Vale came. “No,” the mother of two said.", ["Ruth Vale"]),
    "the mother of two, in one word": ("Ruth Vale came. “No,” the mother-of-two said.", ["Ruth Vale"]),
    "the father of four, in one word": (
        "Ms Ruth Vale met Mr Tom Aas. “No,” said the dad-of-four.",
        ["Tom Aas"],
    ),
    "the maid of honour, in one word": (
        "Ruth Vale came. “No,” the maid-of-honour said.",
        ["the maid-of-honour"],
    ),
    "the mother of two pilots is another": (
        "Ruth Vale came. “No,” the mother of two Aas pilots said.",
        ["the mother of two Aas pilots"],
    ),
    "an age that another has": (
        "Singer Ruth Vale, 44, came. Actor Tom Berg, 31, left. “No,” the 44-year-old said.",
        ["Ruth Vale"],
    ),
    "an age with a noun": ("Ruth Vale won. “No,” the 44-year-old sailor said.", ["Ruth Vale"]),
    "an age with a noun, that another has": (
        "Ruth Vale, 44, came. Tom Berg, 31, left. “No,” the 44-year-old sailor said.",
        ["Ruth Vale"],
    ),
    "an age that nobody has": (
        "Ruth Vale, 44, came. Tom Berg, 31, left. “No,” the 50-year-old said.",
        ["the 50-year-old"],
    ),
    "an age of somebody new": ("Ruth Vale won. “No,” a 44-year-old sailor said.", ["a 44-year-old sailor"]),
    "kin of the author": (
        "My father, Tom Vale, and my brother Bo Vale ran the mill. “No,” my father would say.",
        ["Tom Vale"],
    ),
    "kin of the author that nobody is": (
        "My father, Tom Vale, ran the mill. “No,” my sister would say.",
        ["my sister"],
    ),
    "kin of another": ("His father, Tom Vale, ran the mill. “No,” her father would say.", ["her father"]),
    "a role by what it is short for": (
        "Singer Ruth Vale shouted. Headteacher Tom Aas defended it. “No,” the head said.",
        ["Tom Aas"],
    ),
    "a keeper, though another was the subject": (
        "Captain Tom Aas paid tribute to keeper Ruth Vale. “No,” the goalkeeper said.",
        ["Ruth Vale"],
    ),
    "a party that another has": (
        "Senator Ruth Vale, a Democrat, met Senator Tom Berg, a Republican. “No,” the Republican said.",
        ["Tom Berg"],
    ),
    "a country before the name": (
        "Norwegian skier Ruth Vale won. Ann Berg was second. “No,” the Norwegian said.",
        ["Ruth Vale"],
    ),
    "a party that two have": (
        "Ruth Vale, a Democrat, met Tom Berg, a Democrat. “No,” the Democrat said.",
        ["the Democrat"],
    ),
    "an office in capitals before a verb and another": (
        "Energy Minister Ruth Vale met Finance Minister Tom Aas. “No,” the energy minister said.",
        ["Ruth Vale"],
    ),
    "a mayor of the place, and a nearer one of none": (
        "Ruth Vale, mayor of Aas, spoke. Mayor Tom Berg spoke too. “No,” the mayor of Aas said.",
        ["Ruth Vale"],
    ),
    "a mayor of a place, where the only one is said to be of none": (
        "Mayor Tom Berg spoke. Ruth Vale left. “No,” the mayor of Aas said.",
        ["Tom Berg"],
    ),
    "a mayor of a place, where the only one is of another": (
        "Tom Berg, mayor of Lund, spoke. Ruth Vale left. “No,” the mayor of Aas said.",
        ["the mayor of Aas"],
    ),
    "a second word for somebody": ("Tom Aas scored twice. “I slept badly,” the striker said.", ["Tom Aas"]),
    "a second word is for whom it has, and not for the aide": (
        "Ruth Vale resigned. Vale’s lawyer was silent. “One team,” said the former bureaucrat.",
        ["Ruth Vale"],
    ),
    "what somebody was": (
        "Ruth Vale was angry. “One team,” said the former train driver.",
        ["Ruth Vale"],
    ),
    "a second word for whom a sentence is about": (
        "Ruth Vale, who is running for the senate, laughed. “Yes,” the candidate said.",
        ["Ruth Vale"],
    ),
    "one of several, where one alone speaks": (
        "Experts came. “Ivy is easy,” says Bo Berg. It rained. It rained. “Ivy grows,” the expert says.",
        ["Bo Berg", "Bo Berg"],
    ),
    "one of several, where two speak": (
        f"“Ivy is easy,” says Bo Berg. “No,” says Ann Vale. {'It rained. ' * 4}“Ivy grows,” the expert says.",
        ["Bo Berg", "Ann Vale", "the expert"],
    ),
    "a role that speaks of others is none": (
        "Ruth Vale was arrested. “She was calm,” the officer said.",
        ["the officer"],
    ),
    "nor is one that came in before": (
        "Ruth Vale beat Ann Aas. A striker limped off. “I slept badly,” the striker said.",
        ["the striker"],
    ),
    "nor one of somebody": (
        "Ruth Vale lost. “She ran well,” said the former aide to the mayor.",
        ["the former aide"],
    ),
    "nor one of long ago": (
        f"Ruth Vale left.\n\n{'It rained. ' * 5}“I was poor,” the singer said.",
        ["the singer"],
    ),
    "a role that says something is he": (
        "The premier, Dan Aas, left. Asked if he would sack his aide, Ruth Vale, the premier said that he "
        "had “full trust” in her. Vale was asked too. In May she told them: “I am fit.”",
        ["Dan Aas", "Ruth Vale"],
    ),
    "an adjective brings nobody in": (
        "Here are expert-approved plants. “We sail,” said Ruth Vale. It rained. “Ivy,” the expert said.",
        ["Ruth Vale", "Ruth Vale"],
    ),
    "a role is the name it stood beside": (
        "Harbour pilot Ruth Vale came with Ann Aas. “We sail,” the pilot said.",
        ["Ruth Vale"],
    ),
    "a wider role is the name that a narrower one stood beside": (
        "Sergeant Ruth Vale asked Tom Aas. He sat down. “We sail,” the officer replied.",
        ["Ruth Vale"],
    ),
    "a role that a comma parts from the name": (
        "The port’s general secretary, Ruth Vale, left. Tom Aas stayed. “No,” the general secretary said.",
        ["Ruth Vale"],
    ),
    "one of two roles": (
        "Aas’s chairwoman and founder, Dr Ruth Vale, left. Tom Aas stayed. “No,” the founder said.",
        ["Ruth Vale"],
    ),
    "a role at the end of a sentence": (
        "It was said by Ruth Vale, an analyst at Aas Brothers. Tom Aas stayed. “No,” the analyst said.",
        ["Ruth Vale"],
    ),
    "what somebody is called between commas, and who": (
        "Ruth Vale, the chief executive of Aas Media -- the firm is old -- left. She said: “We sail.”",
        ["Ruth Vale"],
    ),
    "what somebody is": (
        "Ruth Vale is a delivery driver. Tom Aas stayed. “No,” the driver said.",
        ["Ruth Vale"],
    ),
    "a title says what somebody is": (
        "Gov. Ruth Vale left. Tom Aas stayed. “No,” the governor said.",
        ["Ruth Vale"],
    ),
    "so does one before initials": (
        "Justice P.N. Vale left. Tom Aas stayed. “No,” the judge said.",
        ["P.N. Vale"],
    ),
    "and one with a stop": (
        "Const. Ruth Vale left. Tom Aas stayed. “No,” the constable said.",
        ["Ruth Vale"],
    ),
    "a chief executive in short": (
        "Ruth Vale, the chief executive, left. Tom Aas stayed. “No,” the CEO said.",
        ["Ruth Vale"],
    ),
    "a role of another country": (
        "Taoiseach Ruth Vale spoke after Tom Aas. “We sail,” the Taoiseach said.",
        ["Ruth Vale"],
    ),
    "a role is the name it stands beside only later": (
        "First minister calls plan 'a ruin'\n\nIt rained. First Minister Ruth Vale spoke to Ann Aas.",
        ["Ruth Vale"],
    ),
    "who is called by country is no name": (
        "Ruth Vale won. “I slept badly,” the Norwegian said. “And I,” said the Dane, Ann Aas.",
        ["Ruth Vale", "Ann Aas"],
    ),
    "who is called by country before the name stays so": (
        "“We sail,” the Norwegian said.",
        ["the Norwegian"],
    ),
    "those of a party are not who was spoken of last": (
        "Ruth Vale won. “It was close,” the Republicans said.",
        ["the Republicans"],
    ),
    "a second word for somebody stays theirs": (
        "“Ivy is easy,” explains Bo Aas from Aas Gardens. It rained. “Aloe heals,” the expert explains."
        "\n\nThere are others. The fern stands on the ground. It grows tall. It needs care. “It is hardy,” "
        "according to the expert.",
        ["Bo Aas", "Bo Aas", "Bo Aas"],
    ),
    "a second word for somebody is another’s where another has it": (
        "“Ivy is easy,” explains Bo Aas from Aas Gardens. It rained. “Aloe heals,” the expert explains."
        "\n\nAn expert on soil was there. “It is hardy,” said the expert.",
        ["Bo Aas", "Bo Aas", "the expert"],
    ),
    "a body is the name it stood beside": (
        "The magazine Tide wrote of it. The article called her “a rose of the sea.”",
        ["Tide"],
    ),
    "a teenager is of whom such an age is told": (
        "Bo Vale is 19. He plays for Aas. He was a pilot. He rowed.\n\n“No,” the teenager said.",
        ["Bo Vale"],
    ),
    "a teenager is of whom such an age is told behind the name": (
        "Bo Vale, 13, came. Tom Aas, 41, wept.\n\n“No,” the teenager said.",
        ["Bo Vale"],
    ),
    "a teenager is nobody older": ("Bo Vale, 20, came.\n\n“No,” the teenager said.", ["the teenager"]),
    "a teenager is nobody of whom no age is told": (
        "Bo Vale came. “No,” the teenager said.",
        ["the teenager"],
    ),
    "of two of an age an octogenarian is neither": (
        "Bo Vale, 80, came. Tom Aas, 89, wept.\n\n“No,” the octogenarian said.",
        ["the octogenarian"],
    ),
    "a body that has come in is none that is named later": (
        "Aas’s central bank cut its rate.\n\nThe bank said it was “late”. Berg Bank, a lender, rose.",
        ["The bank"],
    ),
    "a body that has not come in is": (
        "Rates are cut.\n\nThe bank said it was “late”. Berg Bank, a lender, rose.",
        ["Berg Bank"],
    ),
    "kin is the one other of a surname, and the relation shows a gender": (
        "Ada Vale came. Bo Aas wept. “Late,” Tom Vale’s mother said. “So,” she said.",
        ["Ada Vale", "Ada Vale"],
    ),
    "kin is nobody of another gender": (
        "Ada Vale came. She wept. “Late,” Tom Vale’s father said.",
        ["Tom Vale’s father"],
    ),
    "a husband is he of the surname": (
        "Mr Tom Vale wept. Bo Aas left. “No,” Ms Ada Vale said.\n\nHer husband said it was “late”.",
        ["Ada Vale", "Tom Vale"],
    ),
    "a husband is nobody of whom nothing shows that he is he": (
        "Jo Vale wept. Bo Aas left. “No,” Ms Ada Vale said.\n\nHer husband said it was “late”.",
        ["Ada Vale", "Her husband"],
    ),
    "her brother may have another name": (
        "Mr Tom Vale wept. Bo Aas left. “No,” Ms Ada Vale said.\n\nHer lawyer said it was “late”.",
        ["Ada Vale", "Her lawyer"],
    ),
    "a lawmaker is one for a first term, and a teenager whoever is 18 years old": (
        "Port MP Ruth Vale came with Ada Aas, the 18-year-old singer. It rained.\n\n"
        "“No,” said the first-term lawmaker. “Yes,” said the teenager.",
        ["Ruth Vale", "Ada Aas"],
    ),
    "a pilot of one age is none of another": (
        "Tom Aas wept. Ruth Vale, 41, a pilot, left. “So,” said the 32-year-old pilot.",
        ["the 32-year-old pilot"],
    ),
    "the mother of one boy is nobody in particular": (
        "Ada Aas came. The mother of a six-year-old boy said it was “late”.",
        ["The mother of a six-year-old boy"],
    ),
    "the mother of four is whoever came": (
        "Ada Aas came. The mother of four said it was “late”.",
        ["Ada Aas"],
    ),
    "the Dane is not the Swede who has come in": (
        "Ada Aas met Ruth Vale. “So,” the Dane said. “No,” the Swede said.",
        ["Ada Aas", "the Swede"],
    ),
    "the Dane who alone is named may be the Christian": (
        "Ada Aas came. “So,” the Dane said. “No,” the Christian said.",
        ["Ada Aas", "Ada Aas"],
    ),
    "the Swede of whom it is told though the Dane has come in": (
        "Ada Aas, a Dane, met Ruth Vale, a Swede. “So,” the Dane said. “No,” the Swede said.",
        ["Ada Aas", "Ruth Vale"],
    ),
    "who told the court is not the court": (
        "Vale’s husband, Doug, told the court he slept.\n\n“That is callous,” the court said.",
        ["the court"],
    ),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES)
def test_a_description_is_the_person_that_the_text_shows(text, names):
    assert speakers_in(text) == names


@pytest.mark.parametrize("row", ENGLISH.rows("epithets"), ids=lambda row: row.words[0])
def test_without_the_row_an_epithet_is_taken_for_a_name(row):
    def meant(language):
        narration = narration_of(row.example, language)
        subjects = [s for n in range(len(narration.paragraphs)) for s in narration.subjects(n, 1)]
        return [Resolver(narration).person(subject).name for subject in subjects]

    assert meant(ENGLISH) != meant(ENGLISH.without("epithets", row))


@pytest.mark.parametrize(
    ("text", "word", "within", "beyond"),
    [
        # A second word for somebody who was named a sentence before; a noun that stands there often.
        ("Ruth Vale came. {}“We sail,” the striker said.", "It rained. ", 1, 2),
        ("Ruth Vale, a pilot, came. {}“We sail,” the pilot said.", "Pilots sat. ", 18, 30),
    ],
    ids=["in view", "in many places"],
)
def test_whom_a_description_means_is_looked_for_so_far_back(text, word, within, beyond):
    assert speakers_in(text.format(word * within)) == ["Ruth Vale"]
    assert speakers_in(text.format(word * beyond)) != ["Ruth Vale"]


@pytest.mark.parametrize(("length", "speaker"), [(24, "Ruth Vale"), (25, f"the {'x' * 25} 21-year-old")])
def test_a_long_description_is_of_its_own_person(length, speaker):
    assert speakers_in(f"Ruth Vale came. “We sail,” the {'x' * length} 21-year-old said.") == [speaker]
