import made_up
import pytest
from shown import narration_of

from quoteverify.reading.syntax.subjects import own_subject

DASHES = ("-", "--", "–", "—")

# A verb with its subject before it; None where it shares that of another verb.
OWN = [
    ("Ruth Vale said so.", "said", "Ruth Vale"),
    ("The family said so.", "said", "The family"),
    ("A friend of the family said so.", "said", "A friend of the family"),
    ("The father of three said so.", "said", "The father of three"),
    ("A mother of two added that it sank.", "added", "A mother of two"),
    ("Pilots marching through the port said so.", "said", "Pilots marching through the port"),
    ("A pilot wearing a red coat said so.", "said", "A pilot wearing a red coat"),
    ("Pilots weigh in on the latest jobs report.", "report", "Pilots"),
    ("A plan was dropped after a meeting one pilot called it so.", "called", "one pilot"),
    ("Tom Aas kept insisting the mayor said so.", "said", "the mayor"),
    ("Ruth Vale, who in 2010 said so, left.", "said", "Ruth Vale"),
    ("The board in 1998 said so.", "said", "The board"),
    ("But some say so.", "say", "some"),
    ("The two said so.", "said", "The two"),
    ("Ruth Vale has never said so.", "said", "Ruth Vale"),
    ("Ruth Vale, a pilot from Aas, said so.", "said", "Ruth Vale"),
    ("Ruth Vale (a pilot) said so.", "said", "Ruth Vale"),
    ("It sank (the pilot said so).", "said", "the pilot"),
    ("A source speaking to the Port News said so.", "said", "A source speaking to the Port News"),
    ("Ruth Vale, who said so, left.", "said", "Ruth Vale"),
    ("It led to a clash with Ruth Vale, who said so.", "said", "Ruth Vale"),
    ("It led to a clash with Ruth Vale, now the mayor, who said so.", "said", "Ruth Vale"),
    ("It pleased the head of Aas Ferries, who said so.", "said", "the head of Aas Ferries"),
    ("As Tom Aas, “the fox,” slept, the crew, all of them, left.", "left", "the crew"),
    # How much may stand between a subject and its verb, and a word more.
    (f"A nurse at a clinic where {'four ' * 17}patients died said so.", "said", "A nurse at a clinic"),
    (f"A nurse at a clinic where {'four ' * 18}patients died said so.", "said", None),
    (f"A source speaking {'there ' * 17}to Tom said so.", "said", f"A source speaking {'there ' * 17}to Tom"),
    (f"A source speaking {'there ' * 18}to Tom said so.", "said", "Tom"),
    (f"Ruth Vale, who had {'very ' * 39}late sailed, said so.", "said", "Ruth Vale"),
    (f"Ruth Vale, who had {'very ' * 40}late sailed, said so.", "said", None),
    (f"Ruth Vale ({'very ' * 9}old), who sailed, said so.", "said", "Ruth Vale"),
    (f"Ruth Vale ({'very ' * 10}old), who sailed, said so.", "said", "old"),
    (f"They met Ruth Vale{', a pilot' * 3}, who said so.", "said", "Ruth Vale"),
    (f"They met Ruth Vale{', a pilot' * 4}, who said so.", "said", "a pilot"),
    ("Ruth Vale, who in 201 said so, left.", "said", "201"),
    ("Ruth Vale, who in 20105 said so, left.", "said", "20105"),
    ("Ruth Vale left and said so.", "said", None),
    ("Said so.", "Said", None),
    ("Ruth Vale, head of the port said so.", "said", "Ruth Vale"),
    ("Ruth Vale, chair of the Port Council told Aas.", "told", "Ruth Vale"),
    ("Ruth Vale, a pilot from Aas told them.", "told", "Ruth Vale"),
    ("Ruth Vale, mother of a pupil at the school in Aas said so.", "said", "Ruth Vale"),
    ("Ruth Vale, the lead Safety Specialist at the Aas Depot said: no.", "said", "Ruth Vale"),
    ("Ruth Vale, head of Aas Ferries, a shipping company in Berg told them.", "told", "Ruth Vale"),
    ("Ruth Vale, a former pilot who came said: no.", "said", "Ruth Vale"),
    ("Ruth Vale, the mayor said, has left.", "said", "the mayor"),
    ("Asked about the port’s head, Ruth Vale, the mayor said so.", "said", "the mayor"),
    ("Speaking beside his wife, Ruth Vale, the mayor said so.", "said", "the mayor"),
    ("After talks with a pilot, Ruth Vale, the mayor said so.", "said", "the mayor"),
    ("Defending, Ruth Baker said so.", "said", "Ruth Baker"),
    ("Vale, a pilot said so.", "said", "Vale"),
    *((f"Ruth Vale {dash} a pilot {dash} said so.", "said", "Ruth Vale") for dash in DASHES),
    ("The pilot can’t say so.", "say", "The pilot"),
    ("The pilot couldn't say so.", "say", "The pilot"),
    ("At a rally in Aas, the mayor said so.", "said", "the mayor"),
    ("After talks with Ruth Vale, the mayor said so.", "said", "the mayor"),
    ("In Aas, Berg County, a pilot said so.", "said", "a pilot"),
    ("A vet at the zoo where the lions escaped told them.", "told", "A vet at the zoo"),
    ("A pilot on the line where the ferry sank said so.", "said", "A pilot on the line"),
    ("The mother of a boy whose brother was shot called it wrong.", "called", "The mother of a boy"),
    ("Tom Aas fled as the officer who caught him said so.", "said", "the officer"),
    ("A nurse at a clinic in which four patients died said so.", "said", "A nurse at a clinic"),
    ("A pilot who lives in Aas said so.", "said", "A pilot"),
    ("A pilot who met Ruth Vale said so.", "said", "A pilot"),
    ("A nurse who treated the boy told them.", "told", "A nurse"),
    ("A driver whose lorry hit the bridge said so.", "said", "A driver"),
    ("A clerk who stole £5,000 from a fund told them.", "told", "A clerk"),
    ("A trader who lost $5 million said so.", "said", "A trader"),
    ("The firm that built the dam said so.", "said", "The firm"),
    ("The board that runs the port in Aas says so.", "says", "The board"),
    ("The group that Tom Aas leads said so.", "said", "The group"),
    ("The letter which the board sent said so.", "said", "The letter"),
    ("Vale knows who stole the boat, and Tom Aas said so.", "said", "Tom Aas"),
    ("The fire that hit the port, Vale said, was big.", "said", "Vale"),
    ("The news that the dam had burst, Vale said, was late.", "said", "Vale"),
    ("She said that Tom Aas told them.", "told", "Tom Aas"),
    ("The mayor and the bishop said so.", "said", "The mayor and the bishop"),
    ("Ruth Vale and her husband said so.", "said", "Ruth Vale and her husband"),
    ("Ruth Vale and other pilots said so.", "said", "Ruth Vale and other pilots"),
    ("The mayor and the bishop, who met on Monday, said so.", "said", "The mayor and the bishop"),
    ("He left Aas and the mayor said so.", "said", "the mayor"),
    ("In Aas and Berg the mayor said so.", "said", "the mayor"),
    ("After lunch and a nap the mayor said so.", "said", "the mayor"),
    (
        "Staff at the Ministry of Ports and the zoo, among others, said so.",
        "said",
        "Staff at the Ministry of Ports and the zoo",
    ),
    (
        "Members of the Committee on Ties Between Aas and the Port, led by Tom Vale, said so.",
        "said",
        "Members of the Committee on Ties Between Aas and the Port",
    ),
    (
        "A coalition of unions and charities, backed by the trust, said so.",
        "said",
        "A coalition of unions and charities",
    ),
    (
        "The judge in the case between Aas and the port, Ruth Vale, said so.",
        "said",
        "The judge in the case between Aas and the port, Ruth Vale",
    ),
    ("The storm led Ruth Vale to suggest it.", "suggest", "Ruth Vale"),
    ("The storm led Ruth Vale, a pilot, to suggest it.", "suggest", "Ruth Vale"),
    ("The storm led the mayor of Aas to suggest it.", "suggest", "the mayor of Aas"),
    ("Ruth Vale, author of ''High Tides,'' said so.", "said", "Ruth Vale"),
    ("All was late ― Tom Aas said so.", "said", "Tom Aas"),
    ("The groups who met in Aas on Monday say so.", "say", "The groups"),
    ("The storm led her to suggest it.", "suggest", "her"),
    ("The board told her to suggest it.", "suggest", None),
    ("Ruth Vale has a plan to suggest it.", "suggest", None),
    ("At noon, Ruth Vale (Aas), said so.", "said", "Ruth Vale"),
    ("The Aas pilot, Ruth Vale (Aas), said so.", "said", "Ruth Vale"),
    ("Ruth Vale, pilot and author of “High Tides,” said so.", "said", "Ruth Vale"),
    ("A study by Ruth Vale said so.", "said", "A study by Ruth Vale"),
    ("A study by the firm Aas Ports, made for the board, said so.", "said", "A study by the firm Aas Ports"),
    ("They held up a board — which said so.", "said", "a board"),
    (
        "The Ministry of Ports (MoP) chief secretary, Ruth Vale, said so.",
        "said",
        "chief secretary, Ruth Vale",
    ),
    ("The old leaflet says so.", "says", "The old leaflet"),
    ("Only 1 in 5 adults say so.", "say", "1 in 5 adults"),
    ("Some 40 per cent of voters say so.", "say", "Some 40 per cent of voters"),
    ("The new rules say so.", "say", "The new rules"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), OWN)
def test_the_subject_stands_before_its_verb(text, verb, subject):
    (sentence,) = narration_of(text).sentences(0)
    i = next(i for i, t in enumerate(sentence.tokens) if t.text == verb)
    found = own_subject(sentence, i)
    assert (found and found.span.of(text)) == subject


LAST = [
    ("Ko Skip faro, dat Ruth Vale kom Lotso melo.", "melo", "Ruth Vale"),
    ("Ruth Vale hapo ba ko Skip nun meldi.", "meldi", "Ruth Vale"),
    ("Dat kom Lotso zi melo.", "melo", "zi"),
    ("Dat ba Ruth Vale melo.", "melo", None),
]


@pytest.mark.parametrize(("text", "verb", "subject"), LAST)
def test_a_verb_that_stands_last_has_the_first_free_phrase_of_its_clause(text, verb, subject):
    (sentence,) = made_up.sentences_of(text)
    i = next(i for i, t in enumerate(sentence.tokens) if t.text == verb)
    found = own_subject(sentence, i)
    assert (found and found.span.of(text)) == subject


def test_elsewhere_the_phrase_right_before_a_verb_is_its_subject():
    text = "Ruth Vale hapo ba ko Skip nun meldi."
    (sentence,) = made_up.sentences_of(text, made_up.without("verb_last"))
    assert own_subject(sentence, 7).span.of(text) != "Ruth Vale"
