import pytest
from shown import speakers_in

from quoteverify import parse
from quoteverify.models import Speaker, SpeakerKind

CASES = {
    "a surname is the full name above": ("Ruth Vale came. “We sail,” said Vale.", ["Ruth Vale"]),
    "a space at which no line breaks is one": ("“We sail,” said Ruth\u00a0Vale.", ["Ruth Vale"]),
    "a surname is the full name below": ("“We sail,” said Vale. Ruth Vale is 41.", ["Ruth Vale"]),
    "a family name that stands first": ("Xi Jun came. “We sail,” said Mr Xi.", ["Xi Jun"]),
    "a particle is kept": ("Omar al-Vale came. “We sail,” al-Vale said.", ["Omar al-Vale"]),
    "a given name that is a particle elsewhere": (
        "Des Vale has died. “I was late,” Vale said in May. Patrick Vale wrote: “Full time.”",
        ["Des Vale", "Patrick Vale"],
    ),
    "a double surname": ("Ada Lloyd-Vale came. “We sail,” said Lloyd-Vale.", ["Ada Lloyd-Vale"]),
    "a title tells two of one surname apart": (
        "Ruth Vale, his wife, and Tom Vale, her husband, came. “Yes,” said Mr. Vale. “No,” said Mrs. Vale.",
        ["Tom Vale", "Ruth Vale"],
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
    "a wife whose husband has a first name": (
        "Tom Vale and his wife Ada came. “No,” Mrs Vale said. “Yes,” Mr Vale said.",
        ["Ada Vale", "Tom Vale"],
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
    "a brother who comes in with his age before the surname": (
        "Tom Vale, a pilot, is lost. Tom Vale was last seen in May. He has a brother, Bo.\n\n"
        "Bo Vale, 36, came in. “We sail,” Vale said.",
        ["Bo Vale"],
    ),
    "not one who is but named before it": (
        "Tom Vale, a pilot, is late. Tom Vale was seen in May. A boat sank Bo Vale. “We sail,” Vale said.",
        ["Tom Vale"],
    ),
    "a title of the church": ("The Very Revd Bo Berg left. “No,” said the Rt Revd Ann Vale.", ["Ann Vale"]),
    "what opens a sentence is no part of who speaks": (
        "Ruth Vale, 29, sat down. Devastated Vale said: “We sail.” Proud Ruth added: “It is late.”",
        ["Ruth Vale", "Ruth Vale"],
    ),
    "but what a body's name begins with is": (
        "Berg and Strand Police said: “We sail.”",
        ["Berg and Strand Police"],
    ),
    "a verb that opens a sentence is no name": ("Ruth Vale came. Said Vale: “We sail.”", ["Ruth Vale"]),
    "a name that a verb is like stays whole": ("Said Vale came. “We sail,” said Vale.", ["Said Vale"]),
    "a name may begin with a country's": ("“We sail,” Icelandic Air said.", ["Icelandic Air"]),
    "capitals with a nickname are a name": (
        "RUTH “THE EEL” VALE-AAS fell. “I slipped,” said Vale-Aas. Tom Vale-Aas laughed.",
        ["RUTH “THE EEL” VALE-AAS"],
    ),
    "a headline's verb is no part of a name": (
        "Ruth Vale Calls Ann Aas a Liar After Debate\n\nIt went on. “No,” said Vale. “Yes,” said Aas.",
        ["Ruth Vale", "Ann Aas"],
    ),
    "a capital in HE is a title": ("“We sail,” said HE Vale.", ["Vale"]),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES)
def test_a_name_is_the_person_that_the_text_shows(text, names):
    assert speakers_in(text) == names


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
