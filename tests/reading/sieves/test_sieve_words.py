import attrs
import pytest
from shown import ENGLISH, answers_of

from quoteverify.reading.sieves.columns import TableColumn
from quoteverify.reading.sieves.sieve_words import SieveWords, sieve_words
from quoteverify.text.language import LanguageProfile

PLACES = [(row, place) for row in ENGLISH.rows("sieve_words") for place in row.values]


@pytest.mark.parametrize(("row", "place"), PLACES, ids=lambda x: x if isinstance(x, str) else x.words[0])
def test_without_what_a_row_says_of_a_place_its_example_reads_differently(row, place):
    less = attrs.evolve(row, values={name: value for name, value in row.values.items() if name != place})
    rows = [less if other is row else other for other in ENGLISH.rows("sieve_words")]
    language = LanguageProfile("en", {**ENGLISH.tables, "sieve_words": rows})
    examples = row.example.split(" / ")
    assert any(answers_of(text, language) != answers_of(text) for text in examples)


def test_each_place_of_the_table_is_one_that_sieves_look_at():
    looked_at = {field.name for field in attrs.fields(SieveWords) if field.type is TableColumn}
    assert {place for _, place in PLACES} == looked_at


def test_who_may_go_on_to_speak_is_one_person_and_neither_writer_nor_reader():
    assert sieve_words(ENGLISH).pronouns == {"he", "she"}


def test_the_words_of_a_language_are_made_once():
    assert sieve_words(ENGLISH) is sieve_words(ENGLISH)
