import pytest

from quoteverify import language, parse
from quoteverify.collation.verify.speech.identity import RULES, Identity, identity_of
from quoteverify.models import Speaker

ENGLISH = language("en")

# Who is claimed, a source that gives its only quotation to somebody, how the two stand, and by what rule.
CLAIMED = {
    "the name": ("Ruth Vale", "“We sail,” said Ruth Vale.", "same", "name_in_source"),
    "a surname": ("Vale", "“We sail,” said Ruth Vale.", "same", "name_in_source"),
    "a title": ("Ms. Vale", "“We sail,” said Ruth Vale.", "same", "name_in_source"),
    "a role that she has": (
        "the pilot",
        "“We sail,” said Ruth Vale, the pilot.",
        "same",
        "described_so_in_source",
    ),
    "a role before her name": (
        "the pilot",
        "“We sail,” said harbour pilot Ruth Vale.",
        "same",
        "described_so_in_source",
    ),
    "a role that another has": (
        "the mayor",
        "The mayor, Ada Aas, was there. “We sail,” said Ruth Vale.",
        "another",
        "role_of_another_in_source",
    ),
    "a role that nobody has": (
        "the bishop",
        "“We sail,” said Ruth Vale.",
        "uncertain",
        "claim_names_no_person",
    ),
    "a pronoun": ("she", "“We sail,” said Ruth Vale.", "uncertain", "claim_names_no_person"),
    "several": ("officials", "“We sail,” said Ruth Vale.", "uncertain", "claim_names_no_person"),
    "a label": ("Evidence", "“We sail,” said Ruth Vale.", "uncertain", "claim_names_no_person"),
    "a name for a role": (
        "Ruth Vale",
        "“We sail,” said a senior official.",
        "uncertain",
        "source_names_no_person",
    ),
    "a client for the lawyer": (
        "Ruth Vale",
        "“We sail,” said Ruth Vale’s lawyer.",
        "another",
        "somebody_of_the_claimed",
    ),
    "one for the crowd": (
        "Ruth Vale",
        "“We sail,” the protesters shouted.",
        "another",
        "several_people_in_source",
    ),
    "another body": (
        "the Harbour Board",
        "“We sail,” the Port Council said.",
        "another",
        "another_speaker_in_source",
    ),
    "a surname of two": (
        "Vale",
        "“No,” said Tom Vale. “We sail,” said Ruth Vale.",
        "uncertain",
        "surname_of_several",
    ),
    "a title of the other gender": (
        "Mr Vale",
        "“We sail,” said Ms Vale.",
        "another",
        "title_does_not_fit",
    ),
    "another of the name": (
        "Peter Vale",
        "“We sail,” said Ruth Vale.",
        "another",
        "another_speaker_in_source",
    ),
    "a nickname": ("Tug Vale", "“We sail,” said Thomas “Tug” Vale.", "same", "name_in_source"),
    "a nickname alone": ("Tug", "“We sail,” said Thomas “Tug” Vale.", "uncertain", "part_of_a_name"),
    "a short form": ("Chuck Vale", "“We sail,” said Charles Vale.", "uncertain", "short_form_of_a_name"),
    "a letter wrong": ("Ruth Vaile", "“We sail,” said Ruth Vale.", "uncertain", "name_spelt_otherwise"),
    "a former name": (
        "Ruth Aas",
        "“We sail,” said Ruth Vale, formerly Aas.",
        "uncertain",
        "other_name_in_source",
    ),
    "whom she speaks for": (
        "Northern Rail",
        "“We sail,” said Ruth Vale, a spokeswoman for Northern Rail.",
        "uncertain",
        "speaks_for_the_claimed",
    ),
    "a body that somebody speaks for": (
        "Norferries",
        "“We sail,” said a spokesman for Norferries.",
        "uncertain",
        "speaks_for_the_claimed",
    ),
    "the initials": ("PCA", "“We sail,” the Port Council of Aas said.", "same", "initials_of_a_name"),
    "a fuller name": (
        "the Port Council",
        "“We sail,” the Port Council of Aas said.",
        "same",
        "fuller_name_of_a_body",
    ),
    "whose letter it is": (
        "Ruth Vale",
        "“We sail,” says Ruth Vale’s letter.",
        "same",
        "document_of_the_claimed",
    ),
    "one of several": (
        "Bo Berg",
        "“We sail,” said Ruth Vale and Bo Berg.",
        "uncertain",
        "one_of_several_in_source",
    ),
    "whom she told": (
        "the mayor",
        "“We sail,” Ruth Vale told the mayor.",
        "another",
        "spoken_to_in_source",
    ),
    "whom she may be": (
        "Ruth Vale",
        "“Ada Aas came,” said Bo Berg. Ada Aas met Ruth Vale. “We sail,” she said.",
        "uncertain",
        "nearer_to_the_pronoun",
    ),
    "she and those of hers": (
        "Ruth Vale",
        "Ruth Vale and her crew said: “We sail at noon.”",
        "same",
        "name_in_source",
    ),
    "another than they": (
        "Bo Berg",
        "Ruth Vale and her crew said: “We sail at noon.”",
        "uncertain",
        "source_names_no_person",
    ),
    "by the name she goes by there": (
        "Mira",
        "“We sail,” says the pilot, who asked to use the pseudonym Mira.",
        "same",
        "name_in_source",
    ),
    "picked out of many": (
        "Ruth Vale",
        "A chorus of pilots has said the same, including the captain Ruth Vale: “We sail at noon”.",
        "uncertain",
        "one_of_several_in_source",
    ),
    "kin of hers": (
        "Ruth Vale",
        "Ruth Vale came. “We sail,” said her uncle.",
        "another",
        "kin_in_source",
    ),
    "what a banner says": (
        "Ruth Vale",
        "“We sail,” said a banner.",
        "another",
        "printed_in_source",
    ),
    "who answers": (
        "Ruth Vale",
        "“We sail when?” asked the pilot. “At noon,” said Ruth Vale.",
        "another",
        "question_in_source",
    ),
    "who asks in a transcript": (
        "the host",
        "HOST: And the ice?\nRUTH VALE: We sail in spite of it.\nHOST: Why?",
        "another",
        "another_turn_in_source",
    ),
    "another's letter": (
        "Ruth Vale",
        "“We sail,” said the letter of the Port Board.",
        "another",
        "document_of_another",
    ),
    "who leads a body for it": (
        "the Port of Aas",
        "“We sail,” said Ruth Vale, chief executive of the Port of Aas.",
        "uncertain",
        "speaks_for_the_claimed",
    ),
    "a name behind whose it is": (
        "the bank’s Ruth Vale",
        "“We sail,” said Ruth Vale, the president of the bank.",
        "same",
        "name_in_source",
    ),
    "a name behind a role": ("bank boss Ruth Vale", "“We sail,” said Ruth Vale.", "same", "name_in_source"),
    "a given name more": ("Anna Ruth Vale", "“We sail,” said Ruth Vale.", "uncertain", "part_of_a_name"),
    "the role of another body": (
        "Aasbank president",
        "“We sail,” said Ruth Vale, the president of the bank.",
        "uncertain",
        "claim_names_no_person",
    ),
    "who speaks for it": (
        "Ruth Vale",
        "“We sail,” the Port of Aas said through its spokeswoman, Ruth Vale.",
        "uncertain",
        "speaks_for_the_source",
    ),
    "a newspaper": (
        "Bo Berg",
        "“We sail,” the Aas Times said in May. It rained. Bo Berg left.",
        "another",
        "printed_in_source",
    ),
    "who writes for a newspaper": (
        "Bo Berg",
        "“We sail,” the Aas Times said in May. It rained. Bo Berg of the Aas Times left.",
        "uncertain",
        "source_names_a_body",
    ),
    "a name before a rank": (
        "Ruth Vale",
        "Advocate Ruth Vale King’s Counsel once warned: “We sail.”",
        "same",
        "name_in_source",
    ),
    "a name before another": (
        "Ruth Vale",
        "Advocate Ruth Vale Aas once warned: “We sail.”",
        "uncertain",
        "part_of_a_name",
    ),
    "what the source calls a bank": (
        "Norrland Aas",
        "The banking giant Norrland Aas was late. “We sail,” the bank said.",
        "same",
        "holds_the_role_in_source",
    ),
    "one of those that it calls banks": (
        "Norrland Aas",
        "The banking giant Norrland Aas met the banking group Vale Holm. “We sail,” the bank said.",
        "uncertain",
        "source_names_no_person",
    ),
    "who runs the bank": (
        "Ada Norr",
        "The bank boss Ada Norr was late. “We sail,” the bank said.",
        "uncertain",
        "source_names_no_person",
    ),
    "a body for who is told to lead it": (
        "the Port Board",
        "The Port Board met Bo Berg. Its chairwoman, Ruth Vale, said: “We sail.”",
        "uncertain",
        "speaks_for_the_claimed",
    ),
    "a body without a name for who leads it": (
        "the union",
        "The pilots’ union, Tide, was wary. Its general secretary, Ruth Vale, said: “We sail.”",
        "uncertain",
        "speaks_for_the_claimed",
    ),
    "another body than the one she leads": (
        "the Harbour Council",
        "The Harbour Council left. The Port Board stayed. Its chairwoman, Ruth Vale, said: “We sail.”",
        "another",
        "another_speaker_in_source",
    ),
    "the government for a ministry": (
        "the government",
        "The government was late. “We sail,” the ministry said.",
        "uncertain",
        "claim_names_no_person",
    ),
    "the council for a ministry": (
        "the council",
        "The council was late. “We sail,” the ministry said.",
        "another",
        "another_speaker_in_source",
    ),
    "whom the body met": (
        "Bo Berg",
        "The Port Board met Bo Berg. Its chairwoman, Ruth Vale, said: “We sail.” “No,” said Bo Berg.",
        "another",
        "another_speaker_in_source",
    ),
    "who came in as somebody new": (
        "Ruth Vale",
        "Ruth Vale left. A senior official, who gave no name, was sad. “We sail,” the official said.",
        "another",
        "another_speaker_in_source",
    ),
    "what somebody is told to be": (
        "Ruth Vale",
        "Ruth Vale works as a pilot. “We sail,” the pilot said.",
        "uncertain",
        "source_names_no_person",
    ),
    "another": ("Bo Berg", "“We sail,” said Ruth Vale.", "another", "another_speaker_in_source"),
}


@pytest.mark.parametrize(("claimed", "source", "identity", "rule"), CLAIMED.values(), ids=CLAIMED)
def test_a_claimed_speaker_stands_so_to_the_one_of_the_source(claimed, source, identity, rule):
    document = parse(source)
    quote = next(quote for quote in document.quotes if quote.text.startswith("We sail"))
    found = identity_of(Speaker(claimed), quote.speaker, document, ENGLISH, quote)
    assert (found.identity, found.name) == (identity, rule)


def test_every_rule_has_a_case():
    left = {rule.name for rule in RULES} - {case[3] for case in CLAIMED.values()}
    # Where the source says who has the role, reading names them: see test_roles.
    assert left <= {"source_names_a_body", "holds_the_role_in_source"}


@pytest.mark.parametrize("row", ENGLISH.rows("short_names"), ids=lambda row: row.words[0])
def test_each_short_form_may_be_the_same_person(row):
    full, *others = row.example.split(" / ")
    assert {name.partition(" ")[0].lower() for name in (full, *others)} == {*row.words}
    document = parse(f"“We sail,” said {full}.")
    given = document.quotes[0].speaker
    for short in others:
        assert identity_of(Speaker(short), given, document, ENGLISH).identity is not Identity.ANOTHER, short
