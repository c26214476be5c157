import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.syntax.grammar import grammar
from quoteverify.reading.syntax.names import name_ending, namesakes
from quoteverify.reading.syntax.phrases import phrase_starting

NAMES = {
    "Prime Minister Dr. Ruth Vale": "Ruth Vale",
    "Labour MP Ruth Vale": "Ruth Vale",
    "HM Vale": "Vale",
    "NATO Vale": "Vale",
    "ASEAN Vale": "ASEAN Vale",
    "T.J. Vale": "T.J. Vale",
    "RUTH VALE": "RUTH VALE",
    "Ada van der Vale": "Ada van der Vale",
    "Ruth “Bo” Vale": "Ruth “Bo” Vale",
    "Ruth “The Rock” Vale Jr.": "Ruth “The Rock” Vale Jr.",
    "Ruth “The Rock of Strand” Vale": "Ruth “The Rock of Strand” Vale",
    "Ruth “The Rocks of Strand” Vale": "Ruth",
    "Aas ‘Rebel’ Ruth Vale": "Ruth Vale",
    "Secretary of State Ruth Vale": "Ruth Vale",
    "Secretary of State Vale": "Vale",
    "Director of Public Works Ruth Vale": "Ruth Vale",
    "Minister of Works Ruth Vale": "Ruth Vale",
    "Dean of Students Ruth Vale": "Ruth Vale",
    "U.S. Secretary of Transport Ruth Vale": "Ruth Vale",
    "Aas Supervisor Ruth Vale": "Ruth Vale",
    "Chief Whip Ruth Vale": "Ruth Vale",
    "Dato Sri Ruth Vale": "Ruth Vale",
    "The Ministry of Ports and Fisheries": "Ministry of Ports and Fisheries",
    "Vale & Sons": "Vale & Sons",
    "The Prime Minister": None,
    "The Norwegian": None,
    "The Bank of Aas": "Bank of Aas",
    "The Department for Ports and Fisheries": "Department for Ports and Fisheries",
    "RBC Economics": "RBC Economics",
    "NHS Wales": "NHS Wales",
    "Dutchman Tom Vale": "Tom Vale",
    "Republican Tom Vale": "Tom Vale",
    "Christian Tom Vale": "Christian Tom Vale",
    "Dutchman Vale": "Dutchman Vale",
    "American Red Cross": "American Red Cross",
    "Kenyan Port Authority": "Kenyan Port Authority",
    "MP King": "King",
    "SDP King": "SDP King",
    "SDP Vale": "Vale",
    "SDP Ruth King": "Ruth King",
}


@pytest.mark.parametrize(("phrase", "name"), NAMES.items())
def test_a_name_is_bare_of_what_somebody_is(phrase, name):
    (sentence,) = narration_of(f"{phrase} came.").sentences(0)
    found = phrase_starting(sentence, 0)
    bare = name_ending(sentence, found.first, found.head)
    tokens = sentence.tokens
    assert (bare and sentence.text[tokens[bare[0]].start : tokens[bare[1]].end]) == name


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Theresa May came in May. May left.", [8, 25]),
        ("Mrs. May came. She left in May.", [5]),
        ("May left. It rained in April.", []),
        ("Mrs. May came. April was wet.", [5]),
        ("Said April Vale: “No.” June was wet.", [5]),
        ("THERESA MAY CAME.", []),
        ("Al From came from Aas. From there we left. “No,” From said.", [3, 49]),
        ("Fees rose, said Will Vale, a pilot. Will Aas sail?", [16]),
        ("Will Vale, a pilot, left.", [0]),
        ("Tom Will was there. It is late, Will claims.", [4, 32]),
        ("Will Vale leave? What Aas Will Do. Mr. Just left.", [39]),
        ("From Aas we hear. Early reports said so. Still, it rained.", []),
        (f"R{'u' * 28} May came.", [30]),
        (f"R{'u' * 29} May came.", []),
    ],
)
def test_a_word_of_the_calendar_is_a_name_where_somebody_is_called_so(text, called):
    assert sorted(namesakes(text, grammar(ENGLISH))) == called
