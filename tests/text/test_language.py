import functools
import pickle
import re
import tomllib
from concurrent.futures import ProcessPoolExecutor
from importlib.resources import files

import pytest

import quoteverify as qv
from quoteverify.errors import ArgumentTypeError, ArgumentValueError, UnreadableSourceError
from quoteverify.text.language import (
    LanguageProfile,
    Row,
    as_profile,
    check_language,
    language,
    language_of,
    languages,
    same_language,
)

FOLDER = files("quoteverify").joinpath("data", "en")
ENGLISH = language("en")
THERE_ARE = ", ".join(map(repr, languages()))
TABLES = sorted(f.name.removesuffix(".toml") for f in FOLDER.iterdir() if f.name.endswith(".toml"))
GAB = {"words": ["gab", "gabs", "gabbed"], "kind": "say", "example": "“We sail,” Ruth Vale gabbed."}


def test_a_profile_is_loaded_once():
    assert language("en") is language("en") is ENGLISH
    assert qv.language is language


def test_a_code_and_a_profile_mean_a_language_alike():
    assert as_profile("en") is as_profile(ENGLISH) is ENGLISH


@pytest.mark.parametrize("door", [language, as_profile])
def test_an_unknown_language_lists_those_there_are(door):
    with pytest.raises(ArgumentValueError, match=f"lang must be one of {THERE_ARE}, not 'xx'"):
        door("xx")


@pytest.mark.parametrize(
    ("door", "message"),
    [(language, "lang must be str, not"), (as_profile, "lang must be str or LanguageProfile, not")],
)
@pytest.mark.parametrize("lang", [None, 5, b"en"])
def test_a_language_is_a_code_or_a_profile(door, message, lang):
    with pytest.raises(ArgumentTypeError, match=f"{message} {type(lang).__name__}"):
        door(lang)


@pytest.mark.parametrize("code", ["en-GB", "en_US", "EN", "en-Latn-GB"])
def test_a_country_behind_the_language_is_no_other_language(code):
    assert language(code) is ENGLISH
    assert same_language(code, "en")


@pytest.mark.parametrize(("one", "other"), [("en", "nn"), ("en", "e"), ("en", ""), ("en-NO", "no")])
def test_two_languages_are_two(one, other):
    assert not same_language(one, other)


def test_the_languages_there_are_have_tables():
    assert languages() == sorted(languages())
    assert all(language(code).tables for code in languages())


def test_taking_a_row_away_leaves_the_others_and_the_original():
    table = TABLES[0]
    row = ENGLISH.rows(table)[0]
    less = ENGLISH.without(table, row)
    assert row not in less.rows(table)
    assert len(less.rows(table)) == len(ENGLISH.rows(table)) - 1
    assert row in ENGLISH.rows(table)


ROWS = (Row(("a",), "", {"kind": "x"}), Row(("b", "c"), "", {"kind": "y"}))


def test_words_can_be_chosen_by_a_value():
    made = LanguageProfile("en", {"table": ROWS})
    assert made.words("table") == {"a", "b", "c"}
    assert made.words("table", kind="y") == {"b", "c"}
    assert made.words("table", kind=None) == set()


def test_a_table_that_a_language_has_not_has_no_rows():
    assert ENGLISH.rows("no such table") == ()
    assert ENGLISH.words("no such table") == set()


def test_a_profile_says_what_it_is_and_not_all_that_it_holds():
    assert repr(LanguageProfile("nn", {"table": ROWS})) == "<LanguageProfile 'nn': 2 rows in 1 tables>"


# Which language it is

NYNORSK = LanguageProfile("nn", {})
MINE = ENGLISH.with_rows("cues", [{"words": ["gab"], "kind": "say"}])


@pytest.mark.parametrize(
    ("said", "lang", "profile"),
    [
        ([], None, ENGLISH),
        ([None], None, ENGLISH),
        (["en", None, "en-GB"], None, ENGLISH),
        (["en"], "en", ENGLISH),
        (["en"], MINE, MINE),
        (["nn"], NYNORSK, NYNORSK),
        (["nn-NO"], NYNORSK, NYNORSK),
        (["nn", None], "en", ENGLISH),
        (["nn", "en"], "en", ENGLISH),
        (["nn", "en"], NYNORSK, NYNORSK),
    ],
)
def test_the_language_of_texts_is_what_a_caller_says_or_else_what_they_say(said, lang, profile):
    assert language_of(said, lang) is profile


@pytest.mark.parametrize(
    ("said", "lang", "message"),
    [
        (["en", "nn"], None, "the texts are in 'en' and 'nn': lang must say which is meant"),
        (["nn"], None, f"the texts are in 'nn': lang must be a profile of it, or one of {THERE_ARE}"),
        (["nn"], "en", "lang is 'en' and the texts are in 'nn'"),
        (["nn", "de"], "en", "lang is 'en' and the texts are in 'de' and 'nn'"),
        (["en"], NYNORSK, "lang is 'nn' and the texts are in 'en'"),
        (["en"], "xx", f"lang must be one of {THERE_ARE}, not 'xx'"),
    ],
)
def test_texts_in_another_language_are_said_to_be_so(said, lang, message):
    with pytest.raises(ArgumentValueError, match=message):
        language_of(said, lang)


@pytest.mark.parametrize("lang", [None, "en", "en-GB", MINE])
def test_what_was_made_ready_has_its_language(lang):
    check_language(lang, MINE)


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("nn", "lang must be 'en', the language of the sources, not 'nn'"),
        (NYNORSK, "lang must be 'en', the language of the sources, not 'nn'"),
        (ENGLISH, "lang must be the profile of 'en' that the sources were made ready with"),
    ],
)
def test_another_language_than_that_of_what_was_made_ready_is_refused(lang, message):
    with pytest.raises(ArgumentValueError, match=message):
        check_language(lang, MINE)


def test_what_is_no_language_is_refused_whatever_was_made_ready():
    with pytest.raises(ArgumentTypeError, match="lang must be str or LanguageProfile, not int"):
        check_language(5, MINE)


# One from another


def test_a_row_that_is_added_stands_beside_the_others_and_leaves_the_original():
    mine = ENGLISH.with_rows("cues", [GAB])
    assert mine.rows("cues") == (*ENGLISH.rows("cues"), Row(GAB["words"], GAB["example"], {"kind": "say"}))
    assert "gabbed" not in ENGLISH.words("cues")
    assert mine.rows("verbs") is ENGLISH.rows("verbs")


@pytest.mark.parametrize("row", ENGLISH.rows("cues")[:3], ids=lambda row: row.words[0])
def test_a_row_whose_words_all_stand_already_replaces_that_row(row):
    other = Row(tuple(reversed(row.words)), "", {"kind": "name"})
    mine = ENGLISH.with_rows("cues", [other])
    assert len(mine.rows("cues")) == len(ENGLISH.rows("cues"))
    assert row not in mine.rows("cues")
    assert mine.rows("cues")[-1] == other


def test_a_row_may_be_of_a_table_that_there_was_not():
    assert LanguageProfile("nn", {}).with_rows("cues", [GAB]).words("cues") == set(GAB["words"])


def test_a_row_whose_words_stand_already_takes_their_place():
    made = LanguageProfile("en", {"cues": ROWS}).with_rows(
        "cues", [{"words": ["a"], "kind": "name"}, Row(("c", "d"), "", {"kind": "say"})]
    )
    assert [(row.words, row.values["kind"]) for row in made.rows("cues")] == [
        (("b",), "y"),
        (("a",), "name"),
        (("c", "d"), "say"),
    ]


def test_a_word_of_two_sorts_leaves_only_the_row_of_its_own():
    old = (Row(("brand", "ship"), "", {"role": "work"}), Row(("brand", "hat"), "", {"role": "bearer"}))
    made = LanguageProfile("en", {"terms": old}).with_rows("terms", [{"words": ["brand"], "role": "work"}])
    assert [row.words for row in made.rows("terms")] == [("ship",), ("brand", "hat"), ("brand",)]


def test_a_word_may_stand_in_two_rows_where_the_table_has_it_so():
    old = (Row(("find", "finds", "found")), Row(("grind", "grinds", "ground")))
    new = [{"words": ["found", "founds"]}, {"words": ["grind", "grinds"]}]
    made = LanguageProfile("en", {"verbs": old}).with_rows("verbs", new)
    assert [row.words for row in made.rows("verbs")] == [
        ("find", "finds", "found"),
        ("found", "founds"),
        ("grind", "grinds"),
    ]


def test_a_cue_that_is_added_is_read():
    text = "“We sail at noon,” Ruth Vale gabbed."
    mine = ENGLISH.with_rows("cues", [GAB])
    (plain,), (mine,) = (qv.parse(text, lang=lang).quotes for lang in ("en", mine))
    assert plain.attribution.cue is None
    assert mine.attribution.cue.of(text) == "gabbed"


@pytest.fixture
def folder(tmp_path):
    """A folder of tables, one of which English has too."""
    (tmp_path / "cues.toml").write_text(
        'row = [\n    { words = ["tell", "tells", "told", "telling"], kind = "name" },\n'
        '    { words = ["gab", "gabs"], kind = "say", example = "“No,” they gab." },\n]\n',
        encoding="utf8",
    )
    (tmp_path / "fillers.toml").write_text('row = [{ words = ["ehm"] }]', encoding="utf8")
    (tmp_path / "notes.txt").write_text("No table.", encoding="utf8")
    return tmp_path


@pytest.mark.parametrize("path", [str, lambda path: path])
def test_a_folder_is_laid_over_a_language(folder, path):
    mine = language("en", folder=path(folder))
    assert mine == ENGLISH.with_folder(path(folder))
    assert mine.code == "en"
    assert {"gab", "say"} <= mine.words("cues", kind="say")
    assert "told" in mine.words("cues", kind="name")
    assert "told" not in mine.words("cues", kind="say")
    assert mine.words("fillers") == ENGLISH.words("fillers") | {"ehm"}
    assert mine.words("verbs") == ENGLISH.words("verbs")


def test_a_folder_may_be_all_there_is_of_a_language(folder):
    made = language("nn", folder=folder)
    assert (made.code, sorted(made.tables)) == ("nn", ["cues", "fillers"])
    assert qv.parse("“Me siglar,” gab Ruth Vale.", lang=made).text
    with pytest.raises(ArgumentValueError, match=", not 'nn'"):
        language("nn")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"row = [", "cues.toml is not TOML in UTF-8"),
        (b"row = '\xff'", "cues.toml is not TOML in UTF-8"),
        (b"source = 'None.'", "cues.toml: there must be a list of rows, 'row'"),
        (b"row = 5", "cues.toml: there must be a list of rows, 'row'"),
        (
            b"row = [{ kind = 'say' }]",
            "cues.toml, row 1: words must be a list of strings, one at least, not None",
        ),
        (b"row = [{ words = ['a'] }]", "row 1: kind is missing; it must be one of 'say', 'name'"),
        (
            b"row = [{ words = ['a'], kind = 'shout' }]",
            "row 1: kind must be one of 'say', 'name', not 'shout'",
        ),
        (b"row = [{ words = ['a'], kind = 'say' }, { words = [] }]", r"row 2: words must be .* not \[\]"),
        (b"row = [{ words = [5] }]", r"row 1: words must be .* not \[5\]"),
        (b"row = [{ words = 'say' }]", r"row 1: words must be .* not 'say'"),
    ],
)
def test_a_file_that_is_no_table_is_named(tmp_path, content, message):
    (tmp_path / "cues.toml").write_bytes(content)
    with pytest.raises(ArgumentValueError, match=message):
        ENGLISH.with_folder(tmp_path)


def test_a_file_that_is_no_table_of_a_language_lists_those_there_are(tmp_path):
    (tmp_path / "verbs_of_saying.toml").write_text("row = []", encoding="utf8")
    with pytest.raises(
        ArgumentValueError, match=r"verbs_of_saying\.toml: no table .* there are 'abbreviations', .*'cues'"
    ):
        ENGLISH.with_folder(tmp_path)


def test_a_folder_that_is_none_cannot_be_read(tmp_path):
    for path in (tmp_path / "none", __file__):
        with pytest.raises(UnreadableSourceError, match="no folder"):
            language("en", folder=path)
    (tmp_path / "cues.toml").mkdir()
    with pytest.raises(UnreadableSourceError, match=r"cues\.toml cannot be read"):
        language("en", folder=tmp_path)


@pytest.mark.parametrize(
    ("table", "rows", "message"),
    [
        (5, [], "table must be str"),
        ("cues", 5, "rows must be Iterable"),
        ("cues", [5], "row 1 of cues must be Mapping, not int"),
        ("cues", [GAB, "say"], "row 2 of cues must be Mapping, not str"),
    ],
)
def test_rows_are_rows(table, rows, message):
    with pytest.raises(ArgumentTypeError, match=message):
        ENGLISH.with_rows(table, rows)


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("verbs_of_saying", GAB, "table: no table 'verbs_of_saying'; there are 'abbreviations'"),
        ("cues", {"words": ["gab"]}, "row 1 of cues: kind is missing; it must be one of 'say', 'name'"),
        ("cues", Row(("gab",)), "row 1 of cues: kind is missing"),
    ],
)
def test_a_row_that_is_none_of_its_table_is_named(table, row, message):
    with pytest.raises(ArgumentValueError, match=message):
        ENGLISH.with_rows(table, [row])


# As a value


def test_profiles_of_the_same_rows_are_equal_and_of_others_not():
    mine, same = ENGLISH.with_rows("cues", [GAB]), ENGLISH.with_rows("cues", [dict(reversed(GAB.items()))])
    assert mine == same
    assert mine is not same
    assert hash(mine) == hash(same)
    assert mine != ENGLISH
    assert mine != ENGLISH.with_rows("cues", [{**GAB, "kind": "name"}])
    assert mine != ENGLISH.with_rows("cues", [{**GAB, "example": ""}])
    assert mine != LanguageProfile("nn", mine.tables)


def test_what_is_derived_of_a_profile_is_made_once_for_all_of_its_rows():
    made = functools.lru_cache(lambda profile: [profile.code])
    mine = ENGLISH.with_rows("cues", [GAB])
    assert made(mine) is made(ENGLISH.with_rows("cues", [GAB])) is not made(ENGLISH)


def test_nothing_in_a_profile_can_be_changed():
    mine = ENGLISH.with_rows("contractions", [{"words": ["shan't"], "full": ["shall not"]}])
    row = mine.rows("contractions")[-1]
    assert row.values["full"] == ("shall not",)
    assert Row(["a"], values={"full": ["a", ["b"]]}).values["full"] == ("a", ("b",))
    with pytest.raises(TypeError):
        row.values["full"] = ()
    with pytest.raises(TypeError):
        mine.tables["fillers"] = ()


def test_a_profile_comes_back_from_pickling():
    assert pickle.loads(pickle.dumps(ENGLISH)) is ENGLISH
    assert len(pickle.dumps(ENGLISH)) < 100
    mine = ENGLISH.with_rows("cues", [GAB])
    first, second = (pickle.loads(pickle.dumps(mine)) for _ in range(2))
    assert first == mine
    assert first is second
    assert first.rows("contractions") == mine.rows("contractions")


def test_a_profile_goes_to_other_processes():
    mine = ENGLISH.with_rows("cues", [GAB])
    with ProcessPoolExecutor(max_workers=1) as pool:
        back = pool.submit(mine.with_rows, "fillers", [{"words": ["ehm"]}]).result()
    assert back == mine.with_rows("fillers", [{"words": ["ehm"]}])


# The tables of English


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_where_it_comes_from(table):
    assert tomllib.loads((FOLDER / f"{table}.toml").read_text(encoding="utf8"))["source"].strip()


@pytest.mark.parametrize("table", TABLES)
def test_no_form_stands_twice_in_one_row(table):
    for row in ENGLISH.rows(table):
        assert len(row.words) == len(set(row.words)) > 0, row


@pytest.mark.parametrize("table", TABLES)
def test_every_form_is_in_lower_case(table):
    for row in ENGLISH.rows(table):
        for word in row.words:
            assert word == word.lower(), (table, word)
            assert not re.search(r"^\s|\s$", word), (table, word)
