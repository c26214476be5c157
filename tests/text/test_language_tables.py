from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest

import quoteverify as qv
from quoteverify.errors import ArgumentValueError
from quoteverify.reading.syntax.grammar import Syntax
from quoteverify.reading.syntax.word_classes import BY_NAME
from quoteverify.text.language import LanguageProfile, Row, language, languages
from quoteverify.text.language_tables import SAID, TYPES, ColumnForm, check_row, check_table, tables

DATA = files("quoteverify").joinpath("data")
HOME = "quoteverify/data/tables.toml"
ARTICLES = Path(__file__).parents[1] / "reading" / "articles"
KEPT = sorted((code, table) for code in languages() for table in language(code).tables)


# The tables of the package


@pytest.mark.parametrize(("code", "table"), KEPT)
def test_every_row_is_as_its_table_is_described(code, table):
    assert table in tables(), (
        f"{HOME} does not describe the table {table!r}: add what its rows and columns are"
    )
    for n, row in enumerate(language(code).rows(table), 1):
        where = f"{HOME} and data/{code}/{table}.toml, row {n}"
        check_row(where, table, {"words": row.words, "example": row.example, **row.values})
        assert bool(row.example) is not tables()[table].learned, f"{where}: an example, or 'learned'"


@pytest.mark.parametrize(("code", "table"), KEPT)
def test_no_word_stands_in_two_rows_but_where_the_table_has_it_so(code, table):
    described, rows = tables()[table], language(code).rows(table)
    if described.repeats:
        seen = Counter(row.words[0] for row in rows)
    else:
        seen = Counter((word, *map(row.values.get, described.key)) for row in rows for word in row.words)
    assert [word for word, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("table", tables())
def test_every_table_is_described_in_words_and_of_some_language(table):
    described = tables()[table]
    assert described.about
    assert all(column.about for column in described.columns.values())
    assert set(described.key) <= set(described.columns)
    assert any(language(code).rows(table) for code in languages())


def test_the_types_are_those_that_are_told_in_words():
    assert set(TYPES) == set(SAID)
    assert {column.type for table in tables().values() for column in table.columns.values()} <= set(TYPES)


def test_names_of_classes_and_of_what_holds_of_a_language_are_those_of_the_code():
    assert set(tables()["grammar"].columns["class"].values) == set(BY_NAME)
    assert set(tables()["syntax"].words) == set(Syntax.__annotations__)


# What the code reads


class Watched(Mapping):
    """The values of a row, which notes what is asked for."""

    def __init__(self, table, values, asked):
        self._table, self._values, self._asked = table, values, asked

    def __getitem__(self, column):
        self._asked.add((self._table, column))
        return self._values[column]

    def get(self, column, default=None):
        self._asked.add((self._table, column))
        return self._values.get(column, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)


class WatchedProfile(LanguageProfile):
    """A profile whose tables are noted when they are asked for."""

    def rows(self, table):
        TABLES_ASKED.add(table)
        return super().rows(table)


TABLES_ASKED: set[str] = set()


def watched(profile, asked):
    made = WatchedProfile(profile.code, profile.tables)
    for table, rows in made.tables.items():
        for row in rows:
            object.__setattr__(row, "values", Watched(table, row.values, asked))
    return made


FAMILY = (
    "Ruth Vale, his wife, and Tom Vale, a father of two, came. “Yes,” said Mr. Vale. “No,” said Mrs. Vale. "
    "Bill Hart sat down. “No,” said Mrs. Hart."
)
HEARING = "MS. AAS: We will not sell.\nMR. BERG (by phone): You will. Why not?\n\nQ: Is that all?\nA: Yes.\n"
PROMISE = "Ruth Vale said: “We will pay the whole crew. But only if the bank agrees.”"
NAMES = ("Ihor Hradov", "Igor Gradov", "Naseem Rasool", "Nasim Rasul")


@pytest.fixture(scope="module")
def asked():
    """Every table and column that reading and collation ask for, of rows that they are given examples of."""
    columns: set[tuple[str, str]] = set()
    fresh = {
        name: [Row(row.words, row.example, row.values) for row in rows]
        for name, rows in language("en").tables.items()
    }
    profile = watched(LanguageProfile("en", fresh), columns)
    texts = [path.read_text(encoding="utf8") for path in sorted(ARTICLES.glob("a*.txt"))]
    documents = [
        qv.parse(text, id=str(n), lang=profile) for n, text in enumerate((*texts, FAMILY, HEARING, PROMISE))
    ]
    for speaker in ("Ruth Vale", "Evidence", "Rachel Vale", "Northern Rail", "Mr. Vale"):
        qv.verify("We will pay the whole crew.", documents, lang=profile, speaker=speaker)
    qv.verify("The ferry sailed", "“The ferry sailed?” she asked.", lang=profile)
    paper = qv.parse("“We sail,” the Aas Times said in May. It rained. Bo Berg left.", lang=profile)
    qv.verify("We sail", paper, lang=profile, speaker="Bo Berg")
    tide = qv.parse("“We sail,” said Vale.", outlet="The Tide", lang=profile)
    qv.check("“We sail,” Vale told the Tide.", tide, lang=profile)
    qv.check("Vale said they could “sell it”.", qv.parse("“We may sell it,” said Vale."), lang=profile)
    qv.verify("They would pay", documents, lang=profile, reported=True)
    qv.parse("Prosecutor Tom Vale said Bo Aas ran. He told police: “I was late.”", lang=profile)
    ministry = qv.parse("“We may sell it,” the ministry said.", lang=profile)
    qv.verify("We may sell it", ministry, lang=profile, speaker="the government")
    qv.compare(documents[-2:], lang=profile)
    told = "“We will pay the whole crew,” said {} on Monday."
    qv.compare([qv.parse(told.format(name), lang=profile) for name in NAMES], lang=profile)
    list(qv.pair(["We sail at noon.", "We sail at one."], lang=profile))
    for rows in language("en").tables.values():
        # Of each table a few rows of each sort.
        seen: Counter[str] = Counter()
        for row in rows:
            sort = repr(sorted(row.values))
            seen[sort] += 1
            if row.example and seen[sort] <= 3:
                a, *b = row.example.split(" / ")
                qv.parse(row.example, lang=profile)
                qv.align(a, b[0] if b else "", lang=profile)
    return columns


@pytest.mark.parametrize("table", tables())
def test_every_table_and_column_is_read(asked, table):
    assert table in TABLES_ASKED, f"nothing reads the table {table!r}"
    unread = [column for column in tables()[table].columns if (table, column) not in asked]
    assert not unread, (
        f"nothing reads these columns of {table!r}: use them, or take them out of {HOME} and the data"
    )


# What is no row of a table

GAB = {"words": ["gab"], "kind": "say"}
WRONG = {
    "no words": ("cues", {"kind": "say"}, "row 1: words must be a list of strings, one at least, not None"),
    "none at all": ("cues", {**GAB, "words": []}, r"words must be a list of strings, one at least, not \[\]"),
    "a string": ("cues", {**GAB, "words": "gab"}, "words must be a list of strings"),
    "a number among them": ("cues", {**GAB, "words": ["gab", 5]}, "words must be a list of strings"),
    "an empty one": ("cues", {**GAB, "words": [""]}, "words must be in small letters"),
    "a capital": (
        "cues",
        {**GAB, "words": ["Gab"]},
        "words must be in small letters, with no space around, not 'Gab'",
    ),
    "a space": (
        "cues",
        {**GAB, "words": ["gab "]},
        "words must be in small letters, with no space around, not 'gab '",
    ),
    "one twice": ("cues", {**GAB, "words": ["gab", "gab"]}, "no word may stand twice in 'gab', 'gab'"),
    "another name": (
        "syntax",
        {"words": ["verb_third"]},
        "words must be of 'headlines_have_capitals', .*'verb_last', not 'verb_third'",
    ),
    "an example that is none": ("cues", {**GAB, "example": 5}, "example must be a string, not 5"),
    "another column": (
        "cues",
        {**GAB, "sort": "say"},
        "cues has no column 'sort'; it has 'words', 'example', 'kind', 'inverts', 'tells', 'asks', 'relays'",
    ),
    "a column missing": ("cues", {"words": ["gab"]}, "kind is missing; it must be one of 'say', 'name'"),
    "another value": ("cues", {**GAB, "kind": "shout"}, "kind must be one of 'say', 'name', not 'shout'"),
    "a flag that is never set": ("cues", {**GAB, "inverts": True}, "inverts must be one of False, not True"),
    "a number for a flag": ("cues", {**GAB, "relays": 1}, "relays must be one of True, not 1"),
    "a text for a number": (
        "numbers",
        {"words": ["dozen"], "value": "12"},
        "value must be a number, not '12'",
    ),
    "a flag for a number": (
        "numbers",
        {"words": ["dozen"], "value": True},
        "value must be a number, not True",
    ),
    "decimals": (
        "grammar",
        {"words": ["-ed"], "class": "past", "stem": 2.5},
        "stem must be a number without decimals, not 2.5",
    ),
    "a text for a list": (
        "contractions",
        {"words": ["shan't"], "full": "shall not"},
        "full must be a list of strings, not 'shall not'",
    ),
    "a list of other things": (
        "contractions",
        {"words": ["shan't"], "full": [5]},
        r"full must be a list of strings, not \[5\]",
    ),
    "a number for a text": ("pronouns", {"words": ["ze"], "subject": 5}, "subject must be a string, not 5"),
}


@pytest.mark.parametrize(("table", "row", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_row_is_told_with_what_is_valid(table, row, message):
    with pytest.raises(ArgumentValueError, match=f"^here, row 1: {message.removeprefix('row 1: ')}"):
        check_row("here, row 1", table, row)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("cues", GAB),
        ("cues", {**GAB, "example": "“No,” they gab.", "inverts": False, "relays": True}),
        ("numbers", {"words": ["half"], "value": 0.5}),
        ("numbers", {"words": ["dozen"], "value": 12}),
        ("contractions", {"words": ("shan't",), "full": ("shall not",)}),
        ("syntax", {"words": ["verb_second"]}),
        ("grammar", {"words": ["-ed"], "class": "past", "stem": 2, "except": ["need"]}),
    ],
)
def test_a_row_of_its_table_is_let_pass(table, row):
    check_row("here", table, row)


def test_a_table_that_there_is_none_of_is_told_with_those_there_are():
    check_table("here", "cues")
    with pytest.raises(
        ArgumentValueError, match=r"here: no table 'cue'; there are 'abbreviations', .*'verbs', 'vocabulary'$"
    ):
        check_table("here", "cue")


def test_a_flag_may_be_either_where_no_value_is_set():
    flag = ColumnForm(type="flag", about="")
    assert flag.allows(True)
    assert flag.allows(False)
    assert flag.wanted == "true or false"
