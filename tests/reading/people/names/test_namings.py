import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH, narration_of

from quoteverify.reading.people.names.namings import Names
from quoteverify.reading.syntax.grammar import grammar

# A text, and the names that stand in it.
NAMES = {
    "a name of two words": ("We met Ruth Vale.", ["Ruth Vale"]),
    "a title is no part of it": ("We met Dr. Ruth Vale.", ["Ruth Vale"]),
    "a title of the Commonwealth": ("We met Cllr Ruth Vale and Adv Aas.", ["Ruth Vale", "Aas"]),
    "titles of courts and councils": ("We met Recorder Ruth Vale and Coun Bo Aas.", ["Ruth Vale", "Bo Aas"]),
    "titles of elders, ranks and envoys": (
        "We met Elder Ruth Vale, Cr Bo Aas, Lt-Gen Tom Berg and Asst Comm Ada Lund.",
        ["Ruth Vale", "Bo Aas", "Tom Berg", "Ada Lund"],
    ),
    "what looks like a title in a body's name": ("We met Aas First Nation.", ["Aas First Nation"]),
    "an office for one, though a body has its name": ("We met Aas Governor House.", ["House"]),
    "a participle before a day": ("Asked Tuesday why, Ruth Vale left.", ["Ruth Vale"]),
    "the initials of an office": ("We met Labour MP Ruth Vale.", ["Ruth Vale"]),
    "the initials of an office, four": ("We met ABCD Ruth Vale.", ["Ruth Vale"]),
    "five capitals are a word": ("We met ABCDE Ruth Vale.", ["ABCDE Ruth Vale"]),
    "initials that belong to a body": ("We asked TD Economics.", ["TD Economics"]),
    "a word in marks before all of a name": ("We met Aas ‘Rebel’ Ruth Vale.", ["Ruth Vale"]),
    "a nickname": ("We met Ruth ‘Bo’ Vale and Tom ‘Bo’ Aas Jr.", ["Ruth ‘Bo’ Vale", "Tom ‘Bo’ Aas Jr."]),
    "what opens a sentence": ("Presently Ruth Vale came.", ["Ruth Vale"]),
    "a participle that opens a sentence before one": ("Entrusting Ruth Ann Vale failed.", ["Ruth Ann Vale"]),
    "one that the text has in lower case": ("It is joining us. Joining Ruth Vale, he left.", ["Ruth Vale"]),
    "one of a verb that is known": ("Quoting Ruth Vale, he left.", ["Ruth Vale"]),
    "a given name that ends as one": ("Sterling Vale met Jing Yi Vale.", ["Sterling Vale", "Jing Yi Vale"]),
    "a given name of six letters that opens a sentence": ("Irving Ruth Vale came.", ["Irving Ruth Vale"]),
    "a longer word is a verb there": ("Driving Ruth Vale came.", ["Ruth Vale"]),
    "by whose birth a sentence opens": ("Born Ruth Vale by the quay, she left.", ["Ruth Vale"]),
    "an adverb that opens a sentence": ("Sadly Ruth Vale left. Sally Aas sat.", ["Ruth Vale", "Sally Aas"]),
    "a participle that opens one": (
        "Devastated Ruth Vale left. Reed Aas sat. Hamed Berg stood.",
        ["Ruth Vale", "Reed Aas", "Hamed Berg"],
    ),
    "a preposition that opens one": ("Unlike Ruth Vale, he left. Beside him it rained.", ["Ruth Vale"]),
    "a word for how somebody feels": ("Furious Vale left.", ["Vale"]),
    "a common word before who is named without it": (
        "Ruth Vale came. Proud Ruth sat. Smiling Ruth Vale left.",
        ["Ruth Vale", "Ruth", "Ruth Vale"],
    ),
    "a given name that is a common word": ("Grace Vale came. Vale sat.", ["Grace Vale", "Vale"]),
    "a common word within a sentence": (
        "Ruth Vale came. He met Grace Ruth there.",
        ["Ruth Vale", "Grace Ruth"],
    ),
    "an opener alone": ("Meanwhile it rained.", []),
    "a word that the text has in lower case": ("The talk went on. Talk is cheap.", []),
    "a surname that is a noun": ("A stone fell. Ada Stone came. Stone sat.", ["Ada Stone", "Stone"]),
    "a role alone": ("Experts met. Officials left.", []),
    "a surname that is a role": ("Tom Baker came. Baker sat.", ["Tom Baker", "Baker"]),
    "a compound": ("Aas-based crews left. An X-ray followed.", []),
    "a compound before a name": ("Aas-based Ruth Vale left.", ["Ruth Vale"]),
    "a compound within what stands before one": (
        "South Aas-born Ruth Vale left. She met New Berg-based Bo Aas.",
        ["Ruth Vale", "Bo Aas"],
    ),
    "an office that is somebody's": (
        "His Chief Press Secretary, Ruth Vale, left. The Harbour Pilot sat.",
        ["Ruth Vale"],
    ),
    "a surname that is a role, and an office without an article": (
        "Tom Ward Baker came. Chief Press Secretary Ruth Vale left.",
        ["Tom Ward Baker", "Ruth Vale"],
    ),
    "a given name with a hyphen": ("We met Ban Ki-moon.", ["Ban Ki-moon"]),
    "a letter alone": ("He wrote on X today.", []),
    "a body goes on behind of": ("We asked the Bank of Aas.", ["Bank of Aas"]),
    "a body goes on with what it is for": (
        "We asked the Department for Ports and Fisheries and the Council on Aas.",
        ["Department for Ports and Fisheries", "Council on Aas"],
    ),
    "not with when": ("We asked the Aas Council on Monday.", ["Aas Council"]),
    "nor does a person": ("We asked Ruth Vale for Aas.", ["Ruth Vale", "Aas"]),
    "an office that no row has": ("Minister of Works Ruth Vale came.", ["Ruth Vale"]),
    "an office for a field": ("Minister for Works Ruth Vale met her.", ["Ruth Vale"]),
    "an office with a row": ("Secretary of State Vale came.", ["Vale"]),
    "a body with a head": ("The director of Aas Port Authority came.", ["Aas Port Authority"]),
    "an office with an article in it": (
        "It was moved by Leader of the Opposition Ruth Vale in May.",
        ["Ruth Vale"],
    ),
    "a body with an office and who has it": (
        "The Bank of Aas Governor Ruth Vale came.",
        ["Bank of Aas", "Ruth Vale"],
    ),
    "a body of those in an office": ("The Union of Harbour Pilots came.", ["Union of Harbour Pilots"]),
    "where somebody is from": (
        "It pleased Dutchman Tom Vale and Dutchman Aas.",
        ["Tom Vale", "Dutchman Aas"],
    ),
    "a given name of a faith": ("It pleased Christian Tom Vale.", ["Christian Tom Vale"]),
    "a body of a country": ("It pleased the American Red Cross.", ["American Red Cross"]),
    "a title for a surname": ("Tom King Jr. came.", ["Tom King Jr."]),
    "words that a lost blank joins": ("We met him.Vale agreed. Vale left.", ["Vale", "Vale"]),
    "a participle that opens a sentence": ("Billed as a ferry, it sank.", []),
    "a word before an article": ("Enter the pilots.", []),
    "a surname before a preposition": ("Vale of the board left. We met Vale.", ["Vale", "Vale"]),
    "a surname before an article": ("Ruth Vale came. Vale the pilot left.", ["Ruth Vale", "Vale"]),
    "a line's label": ("Photo: It rained.", []),
    "a word cut short at its start": ("’Twas late. 'Tis a queer thing.", []),
    "a word for somebody of a party": ("The Democrat met a Dane.", []),
    "a surname like that": ("Ruth Dane came. The Dane left.", ["Ruth Dane", "Dane"]),
    "a word like that without an article": ("The boat left Swede.", ["Swede"]),
    "a month": ("It rained in April.", []),
}  # fmt: skip


def names(text):
    narration = narration_of(text)
    return list(Names(text, narration.starts, grammar(ENGLISH), ENGLISH, narration.common))


@pytest.mark.parametrize(("text", "found"), NAMES.values(), ids=NAMES)
def test_the_names_of_a_text_are_found(text, found):
    assert [naming.name for naming in names(text)] == found


GENDERS = {
    "Mrs. Vale came.": 1,
    "Her brother Tom came.": -1,
    "Ruth, his wife, came.": 1,
    "Ruth came.": 0,
}


@pytest.mark.parametrize(("text", "gender"), GENDERS.items())
def test_a_title_or_a_relation_shows_a_gender(text, gender):
    assert [naming.gender for naming in names(text)] == [gender]


@given(
    st.lists(
        st.sampled_from(("Ruth", "Vale", "said", "the", "of", "Bank", "Dr.", "X", "-", "“", ".")), max_size=20
    )
)
def test_a_name_stands_where_it_is_said_to(words):
    text = " ".join(words)
    for naming in names(text):
        assert text[naming.start : naming.end] == naming.name


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Ruth Vale faro. Ko Skip ba Vales Boot.", "Vale"), ("Ruth Aas faro. Ko Skip ba Vales Boot.", "Vales")],
)
def test_a_name_loses_the_ending_of_a_possessive_where_the_text_has_it_without(text, bare):
    profile = made_up.language()
    narration = narration_of(text, profile)
    names = Names(text, narration.starts, grammar(profile), profile, narration.common)
    assert {naming.name for naming in names} >= {text[:9].strip()}
    assert [names.nominative(name) for name in ("Vales", "Ruth Vales", "Ruth")] == [
        bare,
        f"Ruth {bare}",
        "Ruth",
    ]
