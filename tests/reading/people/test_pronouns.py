from shown import ENGLISH

from quoteverify.reading.people.pronouns import pronouns, words_of


def test_the_pronouns_of_english_stand_for_whom_their_rows_say():
    found = pronouns(ENGLISH)
    assert (found.signs["she"], found.signs["his"]) == (1, -1)
    assert "it" in found.neuter
    assert "they" in found.plural
    assert "we" not in found.plural
    assert found.author >= {"i", "my"}


def test_the_words_of_a_table_are_those_of_its_rows():
    assert words_of("references", ENGLISH, kind="definite") == {"the"}
    assert words_of("references", ENGLISH) > {"the", "by"}
