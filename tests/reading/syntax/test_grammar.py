import attrs
import pytest
from shown import ENGLISH

from quoteverify.reading.syntax.grammar import Grammar, grammar

WORDS = grammar(ENGLISH)

# For each class, words that it must have and words that it must not.
CLASSES = {
    "determiners": (["the", "an", "this"], ["mayor", "vale", "said"]),
    "possessives": (["her", "their"], ["hers", "the"]),
    "prepositions": (["of", "from"], ["said", "she"]),
    "conjunctions": (["and", "because"], ["said"]),
    "auxiliaries": (["was", "has", "would"], ["said", "went"]),
    "adverbs": (["also", "never"], ["vale"]),
    "calendar": (["monday", "january"], ["vale", "noon"]),
    "subjects": (["she", "they", "it"], ["them", "whom"]),
    "titles": (["mr", "dr", "sir"], ["vale"]),
    "roles": (["mayor", "spokeswoman"], ["ministry", "said"]),
    "people": (["mayor", "norwegian"], ["ministry", "said"]),
    "bodies": (["ministry", "court"], ["mayor", "said"]),
    "particles": (["al", "bin", "van"], ["mr"]),
    "suffixes": (["jr"], ["mr"]),
    "cues": (["said", "says", "told", "insisted"], ["sailed"]),
    "pasts": (["said", "told", "went"], ["says", "saying", "asked"]),
    "verbs": (["said", "went"], ["mayor"]),
}


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_has_its_words_and_not_those_of_others(name):
    found = getattr(WORDS, name)
    has, lacks = CLASSES[name]
    assert set(has) <= found
    assert not set(lacks) & found


def test_every_word_is_in_lower_case_for_comparison():
    for field in attrs.fields(Grammar):
        for word in getattr(WORDS, field.name):
            assert "".join(word) == "".join(word).lower()


@pytest.mark.parametrize(
    "name", ["determiners", "possessives", "prepositions", "conjunctions", "auxiliaries"]
)
def test_a_closed_class_is_closed(name):
    assert getattr(WORDS, name) <= WORDS.closed


@pytest.mark.parametrize("name", ["roles", "people", "bodies", "titles"])
def test_no_word_for_who_may_speak_is_of_a_closed_class(name):
    assert not getattr(WORDS, name) & WORDS.closed


def test_every_cue_can_be_a_verb():
    assert WORDS.cues <= WORDS.verbs


def test_offices_are_taken_word_by_word():
    assert ("secretary", "of", "state") in WORDS.offices
    assert all("of" in office for office in WORDS.offices)


def test_the_classes_of_a_language_are_made_once():
    assert grammar(ENGLISH) is WORDS


@pytest.mark.parametrize(
    ("table", "field"),
    [("titles", "titles"), ("roles", "roles"), ("bodies", "bodies"), ("name_particles", "particles")],
)
def test_a_row_taken_away_takes_its_words_with_it(table, field):
    row = ENGLISH.rows(table)[0]
    rest = {word for other in ENGLISH.rows(table)[1:] for word in other.words}
    assert getattr(grammar(ENGLISH.without(table, row)), field) == rest
