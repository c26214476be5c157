import re
import tomllib
from importlib.resources import files

import pytest

from quoteverify.text import language

ENGLISH = files("quoteverify").joinpath("data", "en")
TABLES = sorted(f.name.removesuffix(".toml") for f in ENGLISH.iterdir() if f.name.endswith(".toml"))


def test_a_profile_is_loaded_once():
    assert language.profile("en") is language.profile("en")


def test_an_unknown_language_lists_those_there_are():
    with pytest.raises(ValueError, match="lang must be one of 'en'"):
        language.profile("xx")


def test_a_language_must_be_a_string():
    with pytest.raises(TypeError, match="lang must be str"):
        language.profile(None)


def test_taking_a_row_away_leaves_the_others_and_the_original():
    english = language.profile("en")
    table = TABLES[0]
    row = english.rows(table)[0]
    less = english.without(table, row)
    assert row not in less.rows(table)
    assert len(less.rows(table)) == len(english.rows(table)) - 1
    assert row in english.rows(table)


def test_words_can_be_chosen_by_a_value():
    rows = (
        language.Row(("a",), "", {"kind": "x"}),
        language.Row(("b", "c"), "", {"kind": "y"}),
    )
    made = language.LanguageProfile("en", {"table": rows})
    assert made.words("table") == {"a", "b", "c"}
    assert made.words("table", kind="y") == {"b", "c"}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_where_it_comes_from(table):
    assert tomllib.loads((ENGLISH / f"{table}.toml").read_text(encoding="utf8"))["source"].strip()


@pytest.mark.parametrize("table", TABLES)
def test_no_form_stands_twice_in_one_row(table):
    for row in language.profile("en").rows(table):
        assert len(row.words) == len(set(row.words)) > 0, row


@pytest.mark.parametrize("table", TABLES)
def test_every_form_is_in_lower_case(table):
    for row in language.profile("en").rows(table):
        for word in row.words:
            assert word == word.lower(), (table, word)
            assert not re.search(r"^\s|\s$", word), (table, word)
