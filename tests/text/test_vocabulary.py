from quoteverify.text.language import LanguageProfile, language
from quoteverify.text.vocabulary import common_words, rarer_words


def test_a_list_of_words_is_read_with_what_is_added_to_its_stems():
    small = language("en").with_rows("vocabulary", [{"words": ["a"], "forms": "boat +s +men oar +s"}])
    assert {"boat", "boats", "boatmen", "oar", "oars"} <= common_words(small)


def test_a_language_without_a_list_has_none():
    assert common_words(LanguageProfile("xx", {})) == rarer_words(LanguageProfile("xx", {})) == frozenset()


def test_no_rarer_word_is_a_common_one():
    assert rarer_words(language("en")).isdisjoint(common_words(language("en")))
