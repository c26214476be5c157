"""The program that edits single places: what it changes, which tests it asks, and how it counts."""

import ast
import textwrap
from pathlib import Path

import pytest
from bench import single_edits
from bench.reach import Reach, timed, within
from bench.single_edits import (
    code_edits,
    data_edits,
    distance,
    drawn,
    files,
    is_another,
    nearest_tests,
    summary,
)
from coverage import CoverageData

# Of each kind, code and all that it is changed to.
CODE = [
    ("number_moved", "n = 4", ["n = 5", "n = 3"]),
    ("number_moved", "n = 0.8", ["n = 1.0", "n = 0.6"]),
    ("number_moved", "n = 1000  # a guard", ["n = 2000  # a guard", "n = 500  # a guard"]),
    ("number_moved", "yes = True", []),
    ("number_moved", "@lru_cache(maxsize=8)\ndef f(): ...", []),
    ("comparison_turned", "b = 'é' < x == y", ["b = 'é' <= x == y", "b = 'é' < x != y"]),
    ("comparison_turned", "b = x not in y", ["b = x in y"]),
    ("comparison_turned", "b = (a in b) is not c", ["b = (a not in b) is not c", "b = (a in b) is c"]),
    ("condition_negated", "a = 1 if b or c else 2", ["a = 1 if not (b or c) else 2"]),
    ("condition_negated", "a = [b for b in c if b]", ["a = [b for b in c if not (b)]"]),
    ("condition_negated", "while a:\n    pass", ["while not (a):"]),
    ("and_or_exchanged", "a = (b) and c or d", ["a = (b) and c and d", "a = (b) or c or d"]),
    ("member_exchanged", "a = Severity.MINOR", ["a = Severity.COSMETIC", "a = Severity.SUBSTANTIVE"]),
    ("string_changed", "a = b in ('c', \"d\")", ["a = b in ('cx', \"d\")", "a = b in ('c', \"dx\")"]),
    ("string_changed", "class Severity(Enum):\n    A = 'a'", ["    A = 'ax'"]),
    ("string_changed", "print('a')", []),
    ("entry_gone", "A = ('b', C)", ["A = (C)", "A = ('b', )"]),
    ("entry_gone", "A = {'b': 1, 'c': 2,}", ["A = {'c': 2,}", "A = {'b': 1, }"]),
    ("entry_gone", "def f():\n    return 1, 2", []),
    ("default_changed", "def f(a, b=True, *, c=None): ...", ["b=False, *, c=None", "b=True, *, c='x'"]),
    ("default_changed", "class A:\n    b: str = 'c'", ["    b: str = 'cx'"]),
    ("return_replaced", "def f() -> bool:\n    return a or b", ["    return not (a or b)"]),
    ("return_replaced", "def f() -> tuple[int, ...]:\n    return a", ["    return ()"]),
    ("return_replaced", "def f() -> str | None:\n    return a", ["    return None"]),
    ("rule_moved_down", "A = (\n    b,\n    c(1),\n)", ["    c(1),\n    b,"]),
    ("rule_moved_down", "def f():\n    a = (b, c)", []),
]
TABLE = """source = "é"
row = [
    { words = ["a", "b"], kind = "x", example = "“A, b.”" },
    { words = ["[c]"], kind = "y", weight = 0.5, plain = true },
]
"""
DATA = {
    "row_gone": ["", ""],
    "word_gone": ['words = ["b"], kind', 'words = ["a"], kind'],
    "word_changed": ['["ax", "b"]', '["a", "bx"]', '["[c]x"]'],
    "value_changed": ['kind = "y", example', 'kind = "x", weight', "weight = 0.625", "plain = false"],
}


@pytest.mark.parametrize(("kind", "code", "changed"), CODE)
def test_a_kind_changes_code_in_every_place_it_has(kind, code, changed):
    edits = code_edits("quoteverify/a.py", f'"""Doc: 1."""\n{code}\n')[kind]
    assert len(edits) == len(changed)
    for wanted in changed:
        assert any(wanted in edit.after and edit.before in f"{code}\n" for edit in edits), wanted


def test_a_file_stays_as_it_was_but_for_the_lines_shown():
    code = textwrap.dedent("""\
        # “Kept”,  as it is.
        A = ("b",   "c",
             "d")  # and this
    """)
    (edit,) = [e for e in code_edits("a.py", code)["entry_gone"] if '"c"' not in e.text]
    assert edit.text == code.replace('"c",\n     ', "")
    assert (edit.line, edit.before, edit.after) == (
        2,
        'A = ("b",   "c",\n     "d")  # and this',
        'A = ("b",   "d")  # and this',
    )


@pytest.mark.parametrize("kind", DATA)
def test_a_kind_changes_data_in_every_row(kind):
    edits = data_edits("quoteverify/data/en/a.toml", TABLE)[kind]
    assert len(edits) == len(DATA[kind])
    for edit, wanted in zip(edits, DATA[kind], strict=True):
        assert wanted in edit.after
        assert is_another("a.toml", edit, TABLE)
        assert edit.text.count("\n") == TABLE.count("\n") - (kind == "row_gone")


def test_an_edit_that_is_no_program_or_the_same_one_is_none():
    turned = single_edits.edited("a.py", "a = 1\n", "", (4, 5, "(2"))
    spaced = single_edits.edited("a.py", "a = 1\n", "", (4, 5, "(1)"))
    assert not is_another("a.py", turned, "a = 1\n")
    assert not is_another("a.py", spaced, "a = 1\n")


def test_an_edit_is_known_by_its_lines_wherever_they_stand():
    above, below = (code_edits("a.py", f"{lines}b = 4\n")["number_moved"][-1] for lines in ("", "import c\n"))
    assert (above.key, above.line) == (below.key, below.line - 1)
    assert code_edits("c.py", "b = 4\n")["number_moved"][-1].key != above.key


def test_edits_are_drawn_by_a_seed_and_none_twice():
    texts = {path: text for path, text in files(False).items() if "/text/" in path or "/months" in path}
    first = drawn(texts, 1, 40)
    assert [e.key for e in first] == [e.key for e in drawn(texts, 1, 40)]
    assert {e.key for e in first} != {e.key for e in drawn(texts, 2, 40)}
    assert len({e.key for e in first}) == len(first) == 40
    for edit in first:
        if edit.path.endswith(".py"):
            assert ast.dump(ast.parse(edit.text)) != ast.dump(ast.parse(texts[edit.path]))


def test_learned_weights_are_drawn_apart():
    everything, learned = files(False), files(True)
    assert "quoteverify/data/en/ranking.toml" in learned
    assert not learned.keys() & everything.keys()
    assert all(path.endswith(".toml") for path in learned)
    assert {"quoteverify/errors.py", "quoteverify/data/policies.toml"} < everything.keys()


@pytest.mark.parametrize(
    ("path", "own", "among"),
    [
        ("quoteverify/text/words.py", "tests/text/test_words.py", "tests/text/test_normalize.py"),
        (
            "quoteverify/collation/differences/rules/sense.py",
            "tests/collation/differences/rules/test_sense.py",
            "tests/collation/pairs/test_pairing.py",
        ),
        ("quoteverify/errors.py", "tests/test_errors.py", "tests/test_main.py"),
        ("quoteverify/text/__init__.py", "tests/test_house.py", "tests/text/test_words.py"),
        (
            "quoteverify/data/policies.toml",
            "tests/collation/test_policies.py",
            "tests/collation/differences/rules/test_sense.py",
        ),
    ],
)
def test_the_nearest_tests_are_asked_first(path, own, among):
    nearest, seen, rest = nearest_tests(path)
    assert own in nearest
    assert "tests/test_figures.py" in seen
    assert among in rest
    assert len({*nearest, *seen, *rest}) == len([*nearest, *seen, *rest])
    assert nearest_tests(path, near=True) == [nearest, seen]


def test_a_module_at_the_top_has_no_wing():
    _, _, rest = nearest_tests("quoteverify/errors.py")
    assert all(Path(test).parent == Path("tests") for test in rest)


MODULE = """\
def f(n):
    '''
    >>> f(0)
    0
    '''
    while n > 4:
        n -= 1
    return n or 0
"""
TESTS = """\
import quoteverify.a as a

def test_f():
    assert a.f(6) == 4
"""


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A small package with one module that its tests hold in part."""
    module, tests = tmp_path / "quoteverify" / "a.py", tmp_path / "tests" / "test_a.py"
    for path, text in ((module, MODULE), (tests, TESTS)):
        path.parent.mkdir()
        path.write_text(text, encoding="utf8")
    (tmp_path / "quoteverify" / "__init__.py").touch()
    monkeypatch.setattr(single_edits, "ROOT", tmp_path)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return module


@pytest.mark.parametrize(
    ("old", "new", "noticed", "where"),
    [
        ("> 4", "> 5", "tests/test_a.py::test_f", "noticed by its own tests"),
        ("n -= 1", "n -= 0", "the limit of 2 s", "noticed by a hang or a crash"),
        ("def f", "df f", "tests/test_a.py", "noticed by its own tests"),
        ("or 0", "or 1", "quoteverify/a.py::quoteverify.a.f", "noticed by its own tests"),
        ("> 4", ">= 5", None, "not noticed"),
    ],
)
def test_what_notices_an_edit_is_told(tree, monkeypatch, old, new, noticed, where):
    text = tree.read_text(encoding="utf8")
    start = text.index(old)
    edit = single_edits.edited("quoteverify/a.py", text, "", (start, start + len(old), new))
    monkeypatch.setattr(
        single_edits, "START", 2 if noticed and noticed.startswith(single_edits.HANG) else 100
    )
    assert single_edits.noticed_by(edit, nearest_tests(edit.path), lambda tests: 0.0) == noticed
    assert distance(edit, noticed) == where
    assert tree.read_text(encoding="utf8") == text


def test_tests_are_run_once_without_an_edit_and_tell_nothing_if_they_fail(tree, monkeypatch):
    unedited = single_edits.Unedited(tree.parents[1])
    tests = ["tests/test_a.py"]
    assert unedited.seconds(tests) == unedited.seconds(tests) >= 0
    tree.write_text("def f(n):\n    return 5\n", encoding="utf8")
    assert unedited.seconds(tests) >= 0
    with pytest.raises(SystemExit, match="fail without an edit"):
        single_edits.Unedited(tree.parents[1]).seconds(tests)


def test_edits_are_made_again_as_they_were_printed(capsys):
    texts = {"quoteverify/a.py": "a = 4 < 0.5\n", "quoteverify/b.py": "b = 1\n"}
    edits = code_edits("quoteverify/a.py", texts["quoteverify/a.py"])["number_moved"]
    gone = code_edits("quoteverify/b.py", "b = 7\n")["number_moved"][0]
    printed = f"  1/100 {edits[1]}\n    noticed\n{edits[2]}\n{gone}\n"
    assert {e.key for e in single_edits.again(texts, printed)} == {edits[1].key, edits[2].key}
    assert f"{gone.key}  quoteverify/b.py" in capsys.readouterr().out


# Of a line that an edit stands in: the lines which tell by being run that a test gets there.
PLACED = """\
A = 1


def f(
    n=4,
):
    if (
        n > 4
    ):
        return [
            n
            for m in n
        ]
    return n
"""


@pytest.mark.parametrize(
    ("line", "lines"), [(1, set()), (5, {*range(7, 15)}), (8, {7, 8, 9}), (11, {10, 11, 12, 13}), (14, {14})]
)
def test_a_statement_tells_who_gets_there(line, lines):
    assert within(PLACED, line) == lines


REPORT = """<testsuites><testsuite>
<testcase classname="tests.test_a" name="test_f[1]" file="tests/test_a.py" time="2"/>
<testcase classname="tests.test_a.TestB" name="test_g" file="tests/test_a.py" time="3"/>
<testcase classname="tests.test_c" name="test_h" file="tests/test_c.py" time="1"/>
<testcase classname="tests.test_d" name="test_i" file="tests/test_d.py" time="1"/>
</testsuite></testsuites>"""
F, G, H = "tests/test_a.py::test_f[1]", "tests/test_a.py::TestB::test_g", "tests/test_c.py::test_h"


@pytest.fixture
def reach(tmp_path):
    """Tests that get to line 8 of the text above, and to line 11 by one of them."""
    data = CoverageData(str(tmp_path / "reached"))
    for test, lines in ((F, [1, 8, 11]), (G, [8]), (H, [8]), ("tests/test_d.py::test_i", [1]), ("", [1])):
        data.set_context(f"{test}|run" if test else "")
        data.add_lines({"/away/quoteverify/a.py": lines})
    data.write()
    (tmp_path / "times.xml").write_text(REPORT, encoding="utf8")
    return Reach(tmp_path / "reached", tmp_path / "times.xml")


def test_of_other_tests_those_are_asked_that_get_there_the_quickest_first(reach):
    asked = ["tests/test_a.py", "tests/test_c.py", "tests/test_d.py"]
    assert reach.those("quoteverify/a.py", PLACED, 8, asked) == ["tests/test_c.py", "tests/test_a.py"]
    assert reach.those("quoteverify/a.py", PLACED, 11, asked) == [F]
    assert reach.those("quoteverify/a.py", PLACED, 14, asked) == []
    assert reach.those("quoteverify/a.py", PLACED, 1, asked) == [*asked[1:], asked[0]]
    assert reach.time([F, "tests/test_a.py"]) == 7


def test_what_few_tests_get_to_may_be_kept_for_others(reach):
    (kept,) = reach.those("quoteverify/a.py", PLACED, 11, ["tests/test_a.py"], kept=True)
    assert kept == "tests/test_a.py"
    assert reach.those("quoteverify/a.py", PLACED, 14, ["tests/test_a.py"], kept=True) == []


def test_a_table_and_the_tests_of_the_module_itself_are_not_narrowed(reach):
    module = "quoteverify/text/excerpts.py"
    edit = code_edits(module, (single_edits.ROOT / module).read_text(encoding="utf8"))["return_replaced"][0]
    groups = [["tests/text/test_excerpts.py"], ["tests/text/test_words.py"]]
    assert single_edits.that_get_there(edit, groups, reach) == groups[:1]
    # What looks at a function gets to none of its lines, and sees its defaults.
    looks = [groups[0], ["tests/test_signatures.py", "tests/test_answers.py"]]
    assert single_edits.that_get_there(edit, looks, reach) == [groups[0], ["tests/test_signatures.py"]]
    (edit,) = data_edits("quoteverify/data/en/a.toml", TABLE)["value_changed"][:1]
    assert single_edits.that_get_there(edit, groups, reach) == groups


def test_a_run_in_which_a_test_failed_tells_nothing(tmp_path):
    report = tmp_path / "times.xml"
    failed = '<testsuite><testcase classname="a" name="test_b" file="a.py"><failure/></testcase></testsuite>'
    report.write_text(failed, encoding="utf8")
    with pytest.raises(SystemExit, match=r"a\.py::test_b"):
        list(timed(report))


def test_edits_that_change_nothing_are_counted_apart(tmp_path):
    one, other, third = code_edits("quoteverify/errors.py", "a = 4 < 0.5\n")["number_moved"][:3]
    judged = tmp_path / "judged.txt"
    judged.write_text(f"{other.key} nobody sees it\n\n", encoding="utf8")
    noticed = "tests/test_errors.py::test_a"
    lines = list(summary([(one, noticed), (other, None), (third, None)], single_edits.judged(judged)))
    assert lines[-1] == "1 of 2 noticed (50.0%); apart, 1 that change nothing"
    assert lines.index(str(third)) < lines.index(f"{other}\n    nobody sees it")
    assert single_edits.judged(None) == {}
