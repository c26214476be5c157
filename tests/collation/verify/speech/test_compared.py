import pytest
from claimed import ENGLISH, beside

from quoteverify.collation.verify.speech import compared
from quoteverify.models import Speaker, SpeakerKind

NAMES = ["Ruth Vale", "Vale", "the Port Board of Aas", "The Aas Gazette", "Mr Vale", "Judge Vale", "IDF"]
NO_NAMES = [
    "the treasurer",
    "She",
    "officials",
    "Evidence",
    "Supporting quote",
    "The document",
    "the mayor of Aas",
    "his former partner at Ora Works",
    "Ruth Vale's lawyer",
    "the pilots’ leader",
    "Republicans",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_words_of_its_own_is_one(name):
    assert not compared.is_no_name(Speaker(name), ENGLISH)


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_role_a_pronoun_and_a_label_are_no_names(name):
    assert compared.is_no_name(Speaker(name), ENGLISH)


@pytest.mark.parametrize("kind", [SpeakerKind.ROLE, SpeakerKind.GROUP])
def test_what_was_read_as_a_role_or_a_group_is_no_name(kind):
    assert compared.is_no_name(Speaker("Harbour Watch", kind=kind), ENGLISH)


def test_a_word_for_a_role_is_a_name_where_somebody_has_it_for_a_surname():
    assert beside("Dean", "“No,” said the dean. “We sail,” said Ruth Vale.").claims_nobody
    assert not beside("Dean", "“No,” said Howard Dean. “We sail,” said Ruth Vale.").claims_nobody


def test_what_stands_around_a_name_goes_no_further_than_its_sentence():
    text = "The mill burnt. Ruth Vale, the pilot, was there. Tom came."
    assert compared.around(text, "Vale") == "ruth vale, the pilot, was there"
    assert compared.around(text, "") == ""


def test_the_names_that_end_the_parts_of_a_mention_are_whole_names():
    found = beside("Vale", "“We sail,” said the harbour pilot Ruth Vale of Ora.")
    assert found.mentions[0].startswith("the harbour pilot Ruth Vale")
    assert ("ruth", "vale") in beside("Vale", "“We sail,” said harbour pilot Ruth Vale.").printed_names


def test_a_possessive_is_the_word_it_is_made_of():
    assert compared.bare("Vale's the Boards’", ENGLISH) == {"vale", "the", "boards"}
    assert compared.told("the Boards’ pilot", ENGLISH) == {"boards", "pilot"}


def test_the_longest_of_some_words_comes_first_in_their_pattern():
    assert compared.any_of(["a", "ab", "c.d"]) == r"(?:c\.d|ab|a)"
