import pytest
from shown import ENGLISH, narration_of

from quoteverify import parse
from quoteverify.models import Speaker, SpeakerKind
from quoteverify.reading.people.resolution import Resolver

CASES = {
    "what is called a body is no he": (
        "Vale came. “We sail,” said the airline, Aas. “No,” he said.",
        ["Aas", None],
    ),
    "what is called a body is an it": ("“We sail,” said her company, Vale. “No,” it said.", ["Vale", "Vale"]),
    "a surname is the full name above": ("Ruth Vale came. “We sail,” said Vale.", ["Ruth Vale"]),
    "a space at which no line breaks is one": ("“We sail,” said Ruth\u00a0Vale.", ["Ruth Vale"]),
    "the letter of who answers is no initial": ("A. On the quay he said, “No.”", [None]),
    "a surname is the full name below": ("“We sail,” said Vale. Ruth Vale is 41.", ["Ruth Vale"]),
    "a family name that stands first": ("Xi Jun came. “We sail,” said Mr Xi.", ["Xi Jun"]),
    "a particle is kept": ("Omar al-Vale came. “We sail,” al-Vale said.", ["Omar al-Vale"]),
    "a double surname": ("Ada Lloyd-Vale came. “We sail,” said Lloyd-Vale.", ["Ada Lloyd-Vale"]),
    "a title tells two of one surname apart": (
        "Ruth Vale, his wife, and Tom Vale, her husband, came. “Yes,” said Mr. Vale. “No,” said Mrs. Vale.",
        ["Tom Vale", "Ruth Vale"],
    ),
    "a second word for somebody": ("Tom Aas scored twice. “I slept badly,” the striker said.", ["Tom Aas"]),
    "he of a clause behind her name may be another": (
        "Tom Aas left. Ruth Vale said Berg was late because he could not win. “We sail,” she said.",
        ["Ruth Vale"],
    ),
    "he of a clause that reports may be another too": (
        "General Tom Aas left. Ruth Vale said Berg was late as he cannot defend it. “We sail,” she said.",
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
    "an office behind a hyphen is no part of a name": (
        "Co-author Ann Vale agrees. Ex-mayor Bo Berg does not. “No,” says Vale. “Yes,” says Berg.",
        ["Ann Vale", "Bo Berg"],
    ),
    "nor is a surname with one an office": (
        "Ada Lloyd-King came. “No,” says Lloyd-King.",
        ["Ada Lloyd-King"],
    ),
    "a title in brackets": (
        "The head of the port, Chief (Mrs) Ruth Vale, said: “No.” “Yes,” said Prof. (Dr) Bo Berg (rtd).",
        ["Ruth Vale", "Bo Berg"],
    ),
    "a party in brackets": ("Ruth Vale (D-Ohio) said it was “late”.", ["Ruth Vale"]),
    "two by their offices are not the second": (
        "The mayor and the bishop were late. “No,” the mayor and the bishop said. Bishop Tom Aas left.",
        ["the mayor and the bishop"],
    ),
    "somebody named beside an office is not alone": (
        "Ruth Vale left. The mayor and Ruth Vale said it was “late”.",
        ["The mayor and Ruth Vale"],
    ),
    "two by their names and what they were are not the second": (
        "Senator Ruth Vale and former mayor Tom Aas said it was “late”.",
        ["Senator Ruth Vale and former mayor Tom Aas"],
    ),
    "two who open with what they were": (
        "Former Secretary of State Ruth Vale and former Ohio Gov. Tom Aas said it was “late”.",
        ["Former Secretary of State Ruth Vale and former Ohio Gov. Tom Aas"],
    ),
    "one who heads two things": (
        "Vale and Aas former chief Tom Berg said it was “late”.",
        ["Tom Berg"],
    ),
    "an office of two things is one": (
        "Head of ports and piers Ruth Vale said it was “late”.",
        ["Ruth Vale"],
    ),
    "a spokesman for two is one": (
        "A spokesman for Aas and the port, Tom Vale, said it was “late”.",
        ["Tom Vale"],
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
    "a wife whose husband has a first name": (
        "Tom Vale and his wife Ada came. “No,” Mrs Vale said. “Yes,” Mr Vale said.",
        ["Vale", "Tom Vale"],
    ),
    "a husband with a rank, between commas, has not her surname alone": (
        "Dora Vale, whose husband, Navy SEAL Tom Vale, died, spoke on Monday. “I miss him,” Vale said.",
        ["Dora Vale"],
    ),
    "nor has a wife": (
        "Bo Aas, whose late wife, actress Ann Aas, ran it, came. “It is shut,” Aas said.",
        ["Bo Aas"],
    ),
    "but whoever a wife tells of has": (
        "He met his wife, who said Ann Aas was ill. Bo Berg left. “It is shut,” said Aas.",
        ["Ann Aas"],
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
    "a role that says something is he": (
        "The premier, Dan Aas, left. Asked if he would sack his aide, Ruth Vale, the premier said that he "
        "had “full trust” in her. Vale was asked too. In May she told them: “I am fit.”",
        ["Dan Aas", "Ruth Vale"],
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
    "an adjective brings nobody in": (
        "Here are expert-approved plants. “We sail,” said Ruth Vale. It rained. “Ivy,” the expert said.",
        ["Ruth Vale", "Ruth Vale"],
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
    "who is asked": (
        "Ann Aas left. Asked if she would too, Ruth Vale was silent. “Perhaps,” she said.",
        ["Ruth Vale"],
    ),
    "who is asked about is not": (
        "Tom Aas spoke. Asked about his wife, Ruth Vale, he laughed. “Good,” he said.",
        ["Tom Aas"],
    ),
    "a participle is no name": ("Ann Vale came. Asked why, she wept. “It rained,” she said.", ["Ann Vale"]),
    "a role of another country": (
        "Taoiseach Ruth Vale spoke after Tom Aas. “We sail,” the Taoiseach said.",
        ["Ruth Vale"],
    ),
    "a role is the name it stands beside only later": (
        "First minister calls plan 'a ruin'\n\nIt rained. First Minister Ruth Vale spoke to Ann Aas.",
        ["Ruth Vale"],
    ),
    "a verb that opens a sentence is no name": ("Ruth Vale came. Said Vale: “We sail.”", ["Ruth Vale"]),
    "a name that a verb is like stays whole": ("Said Vale came. “We sail,” said Vale.", ["Said Vale"]),
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
    "a name may begin with a country's": ("“We sail,” Icelandic Air said.", ["Icelandic Air"]),
    "a pronoun is whom the text has introduced, though no subject": (
        "It was led by Tom Vale, whose wife, Ada, lost her boat. “We sail,” he said.",
        ["Tom Vale"],
    ),
    "capitals with a nickname are a name": (
        "RUTH “THE EEL” VALE-AAS fell. “I slipped,” said Vale-Aas. Tom Vale-Aas laughed.",
        ["RUTH “THE EEL” VALE-AAS"],
    ),
    "a body is the name it stood beside": (
        "The magazine Tide wrote of it. The article called her “a rose of the sea.”",
        ["Tide"],
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
    "a headline's verb is no part of a name": (
        "Ruth Vale Calls Ann Aas a Liar After Debate\n\nIt went on. “No,” said Vale. “Yes,” said Aas.",
        ["Ruth Vale", "Ann Aas"],
    ),
    "a capital in HE is a title": ("“We sail,” said HE Vale.", ["Vale"]),
    "a body that is called one is nobody": (
        "Ruth Vale cooks. Her restaurant, Tide, opened. “We are full,” she says.",
        ["Ruth Vale"],
    ),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES)
def test_a_mention_is_the_person_that_the_text_shows(text, names):
    spoken = [quote for quote in parse(text).quotes if quote.kind != "term"]
    assert [quote.speaker and quote.speaker.name for quote in spoken] == names


@pytest.mark.parametrize("row", ENGLISH.rows("epithets"), ids=lambda row: row.words[0])
def test_without_the_row_an_epithet_is_taken_for_a_name(row):
    def meant(language):
        narration = narration_of(row.example, language)
        subjects = [s for n in range(len(narration.paragraphs)) for s in narration.subjects(n, 1)]
        return [Resolver(narration).person(subject).name for subject in subjects]

    assert meant(ENGLISH) != meant(ENGLISH.without("epithets", row))


def test_a_pronoun_that_nothing_explains_has_no_speaker():
    (quote,) = parse("“We sail,” she said.").quotes
    assert quote.speaker is None
    assert quote.attribution.mention is not None


def test_aliases_are_the_other_forms_of_the_name():
    (quote,) = parse("Ruth Vale came. “We sail,” said Ms. Vale.").quotes
    assert quote.speaker.aliases == ("Vale",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We sail,” said Ruth Vale.", SpeakerKind.PERSON),
        ("“We sail,” the Port Ministry said.", SpeakerKind.BODY),
        ("“We sail,” a senior official said.", SpeakerKind.ROLE),
        ("“We sail,” officials said.", SpeakerKind.GROUP),
        ("“We sail,” the Norwegian said.", SpeakerKind.ROLE),
        ("“We sail,” one of the pilots said.", SpeakerKind.ROLE),
        ("“We sail,” one of them said.", SpeakerKind.ROLE),
        ("“We sail,” several of the pilots said.", SpeakerKind.GROUP),
        ("“We sail,” the Republicans said.", SpeakerKind.GROUP),
        ("MR. VALE: “We sail.”", SpeakerKind.PERSON),
        ("RUTH VALE: “We sail.”", SpeakerKind.PERSON),
        ("THE COURT: “We sail.”", SpeakerKind.BODY),
        ("“We sail,” said PORTCO.", SpeakerKind.BODY),
        ("“We sail,” said her company, Vale.", SpeakerKind.BODY),
        ("“We sail,” said the airline, Tom Aas.", SpeakerKind.BODY),
        ("“We sail,” said her pilot, Vale.", SpeakerKind.PERSON),
    ],
)
def test_a_speaker_is_of_the_kind_that_its_words_show(text, kind):
    assert parse(text).quotes[0].speaker.kind == kind


class TestKnownPeople:
    known = Speaker("Ruth Vale", aliases=["the harbour queen", "R. V. Vale"], kind="person")

    def test_a_surname_is_the_known_person(self):
        assert parse("“We sail,” said Vale.", speakers=[self.known]).quotes[0].speaker == self.known

    def test_an_alias_is_the_known_person(self):
        text = "“We sail,” the harbour queen said."
        assert parse(text, speakers=[self.known]).quotes[0].speaker == self.known

    def test_another_of_the_surname_is_not(self):
        assert parse("“We sail,” said Tom Vale.", speakers=[self.known]).quotes[0].speaker.name == "Tom Vale"


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
]


@pytest.mark.parametrize(("text", "speaker"), OWNERS)
def test_whose_wife_somebody_is_is_not_she(text, speaker):
    found = parse(text).quotes[0].speaker
    assert (found and found.name) == speaker
