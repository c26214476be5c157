"""Change one place of the package at a time, at random, and tell which changes the tests notice.

    python tests/bench/single_edits.py [--seed 1] [--count 60] [--jobs 1] [--under FOLDER] [--near]
                                       [--learned] [--judged FILE] [--again FILE] [--list]
                                       [--coverage FILE --times FILE]

An edit is a slip such as a person makes: a number moved, a comparison turned, a condition negated, an entry
of a table gone (``CODE_KINDS`` and ``DATA_KINDS`` list them). The file is drawn in proportion to its lines of
code or rows of data, then a kind of edit, then a place. Weights that were learned are left out, as hardly
one of them can be missed by itself: ``--learned`` draws from them alone. What needs pyspark is left out where
that is not installed.

Each edit is made in a copy of the tree, in a temporary folder, and the tests run that should notice it: those
of the module and the examples in its docstrings, then those that hold what callers see (``AS_A_WHOLE``),
then those of its folder and of its wing, up to the first failure. A table of data has the tests in
``tests/data``, and those of the modules that name it. ``--near`` leaves the wing out, which takes longest.
The same tests are run without an edit, each once and when it is first needed, to see that they pass and how
long they take; an edit under which they take four times as long has been noticed.

For many edits, run the tests once beforehand and write down which of them get where:

    COVERAGE_FILE=reached pytest --cov=quoteverify --cov-context=test --cov-report= \
        -o junit_family=xunit1 --junitxml=times.xml --ignore=tests/spark --ignore=tests/fuzz
    python tests/bench/single_edits.py --count 100 --coverage reached --times times.xml

Nothing is then run without an edit, and of what is not the module's own only the tests that get to the edit.

A program cannot know which edits change nothing that anybody could see. Those that were not noticed are
listed at the end, each with its key; a person who has judged one to be of this sort writes the key and the
reason on a line of FILE, and it is counted apart. ``--list`` prints the edits drawn and runs nothing;
``--again`` draws none and makes those that a FILE names, as they were printed.
"""

import argparse
import ast
import contextlib
import functools
import hashlib
import importlib.util
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.reach import Reach

ROOT = Path(__file__).parents[2]
PACKAGE = "quoteverify"
# Not needed by any test: they would only be copied.
LEFT_BEHIND = shutil.ignore_patterns(".git", ".tox", ".venv", ".*_cache", ".hypothesis")
SLOWER = 4  # times what the tests take without an edit, in seconds of a processor: then it hangs
START = 30  # seconds more
WAITING = 10  # times as long by the clock, for a machine that others use: then it waits for what never comes
MOST_MEMORY = 6 << 30  # bytes of one test process: an edit can make a loop that fills the machine

PLAIN = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # no test needs pytest's plugins, which take longer than it
MOST_LINES = 4  # of each side of an edit are printed

Replacement = tuple[int, int, str]
"""Where a piece of text begins and ends, in bytes, and what is put in its place."""


@attrs.frozen(kw_only=True)
class Edit:
    """One place of one file, changed.

    Attributes:
        path: The file, seen from the root of the tree.
        kind: What is done, as the tables of kinds name it.
        line: The first line that changes, from 1 on.
        before: The lines that change.
        after: The same lines, changed.
        text: The whole file, changed.
    """

    path: str
    kind: str
    line: int
    before: str
    after: str
    text: str = attrs.field(repr=False)

    @property
    def key(self) -> str:
        """What names the edit as long as its lines stay what they are, wherever they stand."""
        named = "\n".join((self.path, self.before.strip(), self.after.strip()))
        return hashlib.sha256(named.encode()).hexdigest()[:8]

    def __str__(self) -> str:
        lines = []
        for sign, side in (("-", self.before), ("+", self.after)):
            shown = side.splitlines()
            lines += [f"{sign} {line}" for line in shown[:MOST_LINES]]
            lines += [f"{sign} ..."] if len(shown) > MOST_LINES else []
        return f"{self.key}  {self.path}:{self.line}  {self.kind}\n    " + "\n    ".join(lines)


def edited(path: str, text: str, kind: str, replacement: Replacement) -> Edit:
    """The edit that a replacement makes of a file."""
    start, end, new = replacement
    data = text.encode()
    changed = data[:start] + new.encode() + data[end:]
    first = data.rfind(b"\n", 0, start) + 1
    last = data.find(b"\n", max(start, end - 1)) % (len(data) + 1)
    tail = len(data) - last
    return Edit(
        path=path,
        kind=kind,
        line=data.count(b"\n", 0, first) + 1,
        before=data[first:last].decode(),
        after=changed[first : len(changed) - tail].decode(),
        text=changed.decode(),
    )


# Edits of code: the tree says where, the text is changed, and so all else stays as it was written.


class Code:
    """A module: its text in bytes, as the tree counts columns, and its tree."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        self.tree = ast.parse(text)
        self.starts = [0, *(m.end() for m in re.finditer(rb"\n", self.data))]
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Where a node begins and ends."""
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def of(self, node: ast.expr) -> str:
        """The text of a node."""
        return self.data[slice(*self.span(node))].decode()

    def between(self, left: ast.expr, right: ast.expr, pattern: str) -> tuple[int, int, str] | None:
        """The first match of a pattern between two nodes: where it is, and what."""
        start, end = self.span(left)[1], self.span(right)[0]
        found = re.search(pattern, self.data[start:end].decode())
        return (start + found.start(), start + found.end(), found[0]) if found else None

    def lines(self) -> int:
        """How many lines have code; a docstring counts as one."""
        return len({node.lineno for node in ast.walk(self.tree) if hasattr(node, "lineno")})


Sites = Iterator[Replacement]


def moved(number: float) -> list[float]:
    """Other numbers: beside a small one, a fourth above and below a fraction, else twice and half."""
    if isinstance(number, float):
        return [round(number * 1.25, 6), round(number * 0.75, 6)] if number else [0.25]
    return [number + 1, number - 1] if number < 10 else [number * 2, number // 2]


def number_moved(code: Code, node: ast.AST) -> Sites:
    """4 becomes 5 or 3; but no answer depends on how much a cache keeps."""
    if not isinstance(node, ast.Constant) or type(node.value) not in (int, float):
        return
    parent = code.parents[node]
    if not (isinstance(parent, ast.keyword) and parent.arg == "maxsize"):
        for number in moved(node.value):
            yield *code.span(node), repr(number)


TURNED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "in": "not in", "not in": "in", "is": "is not", "is not": "is",
}  # fmt: skip


def comparison_turned(code: Code, node: ast.AST) -> Sites:
    """``a < b`` becomes ``a <= b``, ``==`` becomes ``!=``."""
    if isinstance(node, ast.Compare):
        operands = [node.left, *node.comparators]
        for left, right in pairwise(operands):
            found = code.between(left, right, r"[<>=!]=?|\bnot\s+in\b|\bin\b|\bis\s+not\b|\bis\b")
            if found:
                yield *found[:2], TURNED[" ".join(found[2].split())]


def condition_negated(code: Code, node: ast.AST) -> Sites:
    """``if a:`` becomes ``if not (a):``."""
    tests = node.ifs if isinstance(node, ast.comprehension) else []
    if isinstance(node, (ast.If, ast.While, ast.IfExp)):
        tests = [node.test]
    for test in tests:
        yield *code.span(test), f"not ({code.of(test)})"


def and_or_exchanged(code: Code, node: ast.AST) -> Sites:
    """``a and b`` becomes ``a or b``."""
    if isinstance(node, ast.BoolOp):
        for left, right in pairwise(node.values):
            start, end, word = code.between(left, right, r"\b(?:and|or)\b")
            yield start, end, "or" if word == "and" else "and"


@functools.cache
def enumerations() -> dict[str, list[str]]:
    """The enumerations of the package, with their members."""
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf8")).body:
            if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases):
                found[node.name] = [s.targets[0].id for s in node.body if isinstance(s, ast.Assign)]
    return found


def member_exchanged(code: Code, node: ast.AST) -> Sites:
    """``Severity.MINOR`` becomes ``Severity.COSMETIC``; so with every enumeration."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        for member in enumerations().get(node.value.id, ()):
            if member != node.attr:
                yield *code.span(node), f"{node.value.id}.{member}"


def string_changed(code: Code, node: ast.AST) -> Sites:
    """``"said"`` becomes ``"saidx"`` in a table, a comparison or an enumeration."""
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value):
        return
    parent = code.parents[node]
    if isinstance(parent, ast.Assign):
        parent = code.parents[parent]
        listed = isinstance(parent, ast.ClassDef) and parent.name in enumerations()
    else:
        listed = isinstance(parent, (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Compare))
    if listed:
        start, end = code.span(node)
        quote = re.search(rb"(\"\"\"|'''|\"|')$", code.data[start:end])
        yield end - len(quote[0]), end - len(quote[0]), "x"


def is_table(code: Code, node: ast.AST) -> bool:
    """Whether a tuple, list, set or dictionary is looked into or gone through, and no pair or arguments."""
    parent = code.parents.get(node)
    if isinstance(node, (ast.Set, ast.Dict)):
        return True
    if not isinstance(node, (ast.Tuple, ast.List)) or not isinstance(node.ctx, ast.Load):
        return False
    if isinstance(parent, ast.Compare):
        return isinstance(parent.ops[0], (ast.In, ast.NotIn))
    if isinstance(parent, ast.Call):
        return ast.unparse(parent.func).rpartition(".")[2] in LOOKED_INTO
    at_top = isinstance(code.parents.get(parent), (ast.Module, ast.ClassDef))
    return isinstance(parent, ast.For) or (at_top and isinstance(parent, (ast.Assign, ast.AnnAssign)))


LOOKED_INTO = ("frozenset", "isinstance", "startswith", "endswith")


def entry_gone(code: Code, node: ast.AST) -> Sites:
    """``("a", "b")`` becomes ``("a", )``."""
    if not is_table(code, node):
        return
    entries = (
        [k or v for k, v in zip(node.keys, node.values, strict=True)]
        if isinstance(node, ast.Dict)
        else node.elts
    )
    ends = node.values if isinstance(node, ast.Dict) else node.elts
    if len(entries) < 2:
        return
    for i, entry in enumerate(entries[:-1]):
        yield code.span(entry)[0], code.span(entries[i + 1])[0], ""
    end = code.span(ends[-1])[1]
    comma = re.match(rb"\s*,", code.data[end:])
    yield code.span(entries[-1])[0], end + len(comma[0] if comma else b""), ""


def default_changed(code: Code, node: ast.AST) -> Sites:
    """``strict=True`` becomes ``strict=False``, in what a function takes or a record has."""
    defaults: list[ast.expr | None] = []
    if isinstance(node, ast.arguments):
        defaults = [*node.defaults, *node.kw_defaults]
    elif isinstance(node, ast.AnnAssign) and isinstance(code.parents[node], ast.ClassDef):
        defaults = [node.value]
    for default in defaults:
        if not isinstance(default, ast.Constant):
            continue
        value = default.value
        if isinstance(value, bool):
            yield *code.span(default), repr(not value)
        elif isinstance(value, (int, float)):
            yield *code.span(default), repr(moved(value)[0])
        elif isinstance(value, str) or value is None:
            yield *code.span(default), repr(value + "x" if value else "x")


NOTHING = {
    "str": '""',
    "int": "0",
    "float": "0.0",
    "tuple": "()",
    "list": "[]",
    "dict": "{}",
    "frozenset": "frozenset()",
    "set": "set()",
}


def return_replaced(code: Code, node: ast.AST) -> Sites:
    """``return found`` becomes ``return None``, or what is empty in its type; a truth is negated."""
    if not isinstance(node, ast.Return) or node.value is None:
        return
    function = code.parents[node]
    while not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        function = code.parents[function]
    given = ast.unparse(function.returns) if function.returns else ""
    if given == "bool":
        new = f"not ({code.of(node.value)})"
    else:
        new = NOTHING.get(re.split(r"\W", given)[0], "None") if " | None" not in given else "None"
    yield *code.span(node.value), new


def rule_moved_down(code: Code, node: ast.AST) -> Sites:
    """Of a tuple of rules, one and the next change places."""
    parent = code.parents.get(node)
    at_top = isinstance(parent, (ast.Assign, ast.AnnAssign)) and isinstance(code.parents[parent], ast.Module)
    if isinstance(node, ast.Tuple) and at_top and not any(isinstance(e, ast.Constant) for e in node.elts):
        for one, other in pairwise(node.elts):
            between = code.data[code.span(one)[1] : code.span(other)[0]].decode()
            yield code.span(one)[0], code.span(other)[1], code.of(other) + between + code.of(one)


CODE_KINDS: tuple[Callable[[Code, ast.AST], Sites], ...] = (
    number_moved,
    comparison_turned,
    condition_negated,
    and_or_exchanged,
    member_exchanged,
    string_changed,
    entry_gone,
    default_changed,
    return_replaced,
    rule_moved_down,
)


def code_edits(path: str, text: str) -> dict[str, list[Edit]]:
    """Every edit of a module, by its kind."""
    code, found = Code(text), {}
    for kind in CODE_KINDS:
        sites = {site for node in ast.walk(code.tree) for site in kind(code, node)}
        found[kind.__name__] = [edited(path, text, kind.__name__, site) for site in sorted(sites)]
    return found


# Edits of data: a row is a line.

ROW = re.compile(r"^\s*(\{.*\}),?$", re.M)
STRING = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'"
PROSE = frozenset(("example", "source", "about"))


def rows(text: str) -> Iterator[tuple[int, int, str, dict[str, Any]]]:
    """Every row of a table: where its line begins and ends, its text and what it says."""
    for found in ROW.finditer(text):
        yield found.start(), found.end(), found[1], tomllib.loads(f"row = {found[1]}")["row"]


def row_gone(text: str) -> Sites:
    """A row is taken away."""
    for start, end, _, _ in rows(text):
        yield start, end + 1, ""


def values(text: str) -> Iterator[tuple[int, str, str, Any]]:
    """Every value that is not prose: where its text begins, its text, its column and what it is."""
    for start, end, _, row in rows(text):
        for column, value in row.items():
            if column not in PROSE:
                pattern = rf"[{{,] {re.escape(column)} = (\[(?:(?:{STRING})[, ]*)*\]|{STRING}|[^,}} ]+)"
                found = re.compile(pattern).search(text, start, end)
                yield found.start(1), found[1], column, value


def word_gone(text: str) -> Sites:
    """One of the words of a row is taken away."""
    for start, written, _, value in values(text):
        words = list(re.finditer(STRING, written)) if isinstance(value, list) else []
        for one, other in pairwise(words):
            yield start + one.start(), start + other.start(), ""
        if len(words) > 1:
            yield start + words[-2].end(), start + words[-1].end(), ""


def word_changed(text: str) -> Sites:
    """A word of a row is another."""
    for start, written, _, value in values(text):
        for word in re.finditer(STRING, written) if isinstance(value, list) else ():
            yield start + word.end() - 1, start + word.end() - 1, "x"


def value_changed(text: str) -> Sites:
    """A number is moved, a truth negated, a class is another of its column."""
    found = list(values(text))
    columns: dict[str, set[str]] = {}
    for _, written, column, _ in found:
        columns.setdefault(column, set()).add(written)
    for start, written, column, value in found:
        if isinstance(value, bool):
            yield start, start + len(written), str(not value).lower()
        elif isinstance(value, (int, float)):
            yield start, start + len(written), repr(moved(value)[0])
        elif isinstance(value, str):
            others = sorted(columns[column] - {written}) or [f'"{value}x"']
            yield from ((start, start + len(written), other) for other in others[:4])


DATA_KINDS: tuple[Callable[[str], Sites], ...] = (row_gone, word_gone, word_changed, value_changed)


def data_edits(path: str, text: str) -> dict[str, list[Edit]]:
    """Every edit of a table, by its kind."""
    found = {}
    for kind in DATA_KINDS:
        sites = [(len(text[:s].encode()), len(text[:e].encode()), new) for s, e, new in kind(text)]
        found[kind.__name__] = [edited(path, text, kind.__name__, site) for site in sites]
    return found


# Which edits are drawn


def is_learned(text: str) -> bool:
    """Whether a table says that a program of this folder made it."""
    return "tests/bench/" in tomllib.loads(text).get("source", "")


def files(learned: bool) -> dict[str, str]:
    """The files that are edited, with their texts: of the data only what was learned, or all but that."""
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.*")):
        name, text = path.relative_to(ROOT).as_posix(), ""
        if path.suffix == ".toml":
            text = path.read_text(encoding="utf8")
            text = text if is_learned(text) is learned else ""
        elif path.suffix == ".py" and not learned:
            text = path.read_text(encoding="utf8")
        if text and ("/spark/" not in name or importlib.util.find_spec("pyspark")):
            found[name] = text
    return found


def size(path: str, text: str) -> int:
    """Lines of code, or rows of data."""
    return Code(text).lines() if path.endswith(".py") else len(ROW.findall(text))


def is_another(path: str, edit: Edit, text: str) -> bool:
    """Whether an edited file can be read at all, and says something else than before."""
    read = (lambda t: ast.dump(ast.parse(t))) if path.endswith(".py") else tomllib.loads
    with contextlib.suppress(SyntaxError, tomllib.TOMLDecodeError):
        return bool(read(edit.text) != read(text))
    return False


def drawn(texts: dict[str, str], seed: int, count: int) -> list[Edit]:
    """Edits at random: a file by its size, a kind of those it has a place for, a place."""
    draw = random.Random(seed)
    edits = functools.cache(lambda p: (code_edits if p.endswith(".py") else data_edits)(p, texts[p]))
    sizes = [size(path, text) for path, text in texts.items()]
    found: dict[str, Edit] = {}
    while len(found) < count:
        path = draw.choices(list(texts), sizes)[0]
        kinds = [some for some in edits(path).values() if some]
        if kinds:
            edit = draw.choice(draw.choice(kinds))
            if is_another(path, edit, texts[path]):
                found.setdefault(edit.key, edit)
    return list(found.values())


PRINTED = re.compile(r"^(?:\s*\d+/\d+ )?([0-9a-f]{8})  (\S+):\d+  \w+$", re.M)


def again(texts: dict[str, str], printed: str) -> list[Edit]:
    """The edits that were printed before, of files whose lines are still the same."""
    wanted = dict(PRINTED.findall(printed))
    found: dict[str, Edit] = {}
    for path in sorted({*wanted.values()} & texts.keys()):
        kinds = (code_edits if path.endswith(".py") else data_edits)(path, texts[path])
        found |= {edit.key: edit for some in kinds.values() for edit in some if edit.key in wanted}
    for key in wanted.keys() - found.keys():
        print(f"{key}  {wanted[key]} has no such place any more")
    return list(found.values())


# Which tests should notice, and whether they do


def naming(table: str) -> list[str]:
    """The modules that name a table of data."""
    named = re.compile(rf"[\"']{re.escape(table)}(?:\.toml)?[\"']")
    modules = sorted((ROOT / PACKAGE).rglob("*.py"))
    return [m.relative_to(ROOT).as_posix() for m in modules if named.search(m.read_text(encoding="utf8"))]


AS_A_WHOLE = (
    "tests/test_signatures.py",
    "tests/exchange/test_written.py",
    "tests/test_answers.py",
    "tests/test_figures.py",
)
"""What callers see: quick, and they notice much, so that they are asked before a whole wing is."""
LOOKED_AT = AS_A_WHOLE[0]
"""The test that looks at functions and calls none: it gets to no line, and sees every default."""


def own_tests(path: str) -> list[str]:
    """The tests of a module, or those of tables of data and of the modules that name this one."""
    tests = ROOT / "tests"
    if path.endswith(".toml"):
        data = [p.relative_to(ROOT).as_posix() for p in sorted((tests / "data").glob("test_*.py"))]
        return [*data, *(test for module in naming(Path(path).stem) for test in own_tests(module))]
    module = Path(path).relative_to(PACKAGE)
    name = module.stem.strip("_")
    file = tests / "test_house.py" if name == "init" else tests / module.parent / f"test_{name}.py"
    return [file.relative_to(ROOT).as_posix()] if file.exists() else []


def neighbours(path: str) -> list[Path]:
    """The tests of a module's folder, then of its wing, or those of the modules that name a table."""
    if path.endswith(".toml"):
        return [file for module in naming(Path(path).stem) for file in neighbours(module)]
    module = Path(path).relative_to(PACKAGE)
    folder = sorted((ROOT / "tests" / module.parent).glob("test_*.py"))
    at_top = len(module.parts) == 1
    return folder if at_top else [*folder, *sorted((ROOT / "tests" / module.parts[0]).rglob("test_*.py"))]


def nearest_tests(path: str, *, near: bool = False) -> list[list[str]]:
    """The tests that should notice an edit of a file, the nearest first, in groups; of no test twice.

    Args:
        path: The file.
        near: Only its own and those that hold what callers see.
    """
    rest = [] if near else [file.relative_to(ROOT).as_posix() for file in neighbours(path)]
    there = [test for test in AS_A_WHOLE if (ROOT / test).exists()]
    groups, seen = [], set()
    for group in (own_tests(path), there, rest):
        groups.append([test for test in dict.fromkeys(group) if test not in seen])
        seen |= {*group}
    return [group for group in groups if group]


def that_get_there(edit: Edit, groups: Iterable[list[str]], reach: Reach) -> list[list[str]]:
    """Of the tests that should notice an edit those that get to it; of a module's own, and a table's, all."""
    if not edit.path.endswith(".py"):
        return [*groups]
    text, own = (ROOT / edit.path).read_text(encoding="utf8"), own_tests(edit.path)
    narrowed = []
    for group in groups:
        if group[0] in own:
            narrowed.append(group)
            continue
        there = reach.those(edit.path, text, edit.line, group, kept=group[-1] in AS_A_WHOLE)
        looked_at = [LOOKED_AT] if LOOKED_AT in group else []
        narrowed.append([*looked_at, *(test for test in there if not test.startswith(LOOKED_AT))])
    return [group for group in narrowed if group]


@contextlib.contextmanager
def copied(edit: Edit | None = None) -> Iterator[Path]:
    """A copy of the tree with an edit made, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="single_edit_") as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
        if edit:
            (copy / edit.path).write_text(edit.text, encoding="utf8")
        yield copy


def pytest(copy: Path, *arguments: str, limit: float | None = None) -> tuple[int, str]:
    """Run tests in a copy: the exit status, and what was printed.

    Args:
        copy: The copy.
        *arguments: What pytest is called with.
        limit: How many seconds of a processor they may take.

    Raises:
        subprocess.TimeoutExpired: They take many times as long by the clock.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "--tb=no", "-p", "no:cacheprovider", *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), **PLAIN},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        if limit and hasattr(resource, "prlimit"):
            with contextlib.suppress(ProcessLookupError):
                resource.prlimit(process.pid, resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
        try:
            printed, _ = process.communicate(timeout=limit and limit * WAITING)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # what the tests have started, too
    return process.returncode, printed


def examples(paths: Iterable[str]) -> list[str]:
    """What pytest is called with for the examples in the docstrings of files; nothing where there are none.

    They are asked apart from tests: pytest imports such a module anew, and tests that replace something in
    it would replace it in another.
    """
    shown = [p for p in paths if p.endswith(".py") and ">>> " in (ROOT / p).read_text(encoding="utf8")]
    return ["--doctest-modules", *shown] if shown else []


class Unedited:
    """The tests without an edit: that they pass, and how long they take, found out when first asked.

    Args:
        copy: A copy of the tree.
    """

    def __init__(self, copy: Path) -> None:
        self._copy = copy
        self._times: dict[str, float] = {}
        self._lock = threading.Lock()

    def seconds(self, arguments: list[str]) -> float:
        """How long tests take that pytest is called with.

        Raises:
            SystemExit: One fails, so that it could not tell what an edit does.
        """
        files = [a for a in arguments if not a.startswith("-")]
        with self._lock:
            new = [file for file in files if file not in self._times]
            if new:
                options = [a for a in arguments if a.startswith("-")]
                report = "-o", "junit_family=xunit1", "--junitxml=times.xml"
                status, printed = pytest(self._copy, *report, *options, *new)
                if status not in PASSED:
                    sys.exit(f"The tests fail without an edit:\n{printed[-2000:]}")
                self._times |= dict.fromkeys(new, 0.0)
                for case in ElementTree.parse(self._copy / "times.xml").iter("testcase"):
                    self._times[case.get("file")] += float(case.get("time"))
            return sum(map(self._times.__getitem__, files))


def noticed_by(edit: Edit, groups: list[list[str]], seconds: Callable[[list[str]], float]) -> str | None:
    """What notices an edit: the first test that fails, or a hang or a crash; None if nothing does.

    Args:
        edit: The edit.
        groups: The tests that should notice it, the nearest first.
        seconds: How long some of them take without it.
    """
    with copied(edit) as copy:
        for arguments in filter(None, (*groups[:1], examples([edit.path]), *groups[1:])):
            limit = SLOWER * seconds(arguments) + START
            try:
                status, printed = pytest(copy, "-x", *arguments, limit=limit)
            except subprocess.TimeoutExpired:
                return f"{HANG} of {limit:.0f} s"
            if status == -signal.SIGXCPU:
                return f"{HANG} of {limit:.0f} s"
            if status not in PASSED:
                failed = re.search(r"^(?:FAILED|ERROR) (\S+)", printed, re.M)
                return failed[1] if failed else f"{CRASH} {status}: {printed.strip()[-200:]}"
    return None


HANG, CRASH = "the limit", "exit status"
PASSED = (0, 5)
"""Of pytest: all passed, or there are none, as in a module that only speaks of examples."""


def distance(edit: Edit, noticed: str | None) -> str:
    """How far from an edit the test stands that noticed it."""
    if noticed is None:
        return "not noticed"
    if noticed.startswith((HANG, CRASH)):
        return "noticed by a hang or a crash"
    file = noticed.split("::")[0]
    if file in (edit.path, *own_tests(edit.path)):
        return "noticed by its own tests"
    return "noticed by what callers see" if file in AS_A_WHOLE else "noticed in its wing"


# What is printed


def judged(path: Path | None) -> dict[str, str]:
    """The keys of edits that change nothing, with what was said of each."""
    lines = path.read_text(encoding="utf8").splitlines() if path else []
    return {line.split()[0]: line.partition(" ")[2].strip() for line in lines if line.strip()}


def summary(results: list[tuple[Edit, str | None]], same: dict[str, str]) -> Iterator[str]:
    """The edits that were not noticed, and the share of those that were."""
    missed = [edit for edit, noticed in results if noticed is None]
    for title, wanted in (("Not noticed", False), ("Changing nothing, as judged", True)):
        listed = [edit for edit in missed if (edit.key in same) is wanted]
        if listed:
            yield f"\n{title}:\n"
        for edit in listed:
            yield f"{edit}\n    {same[edit.key]}" if wanted else str(edit)
    yield ""
    for where, number in Counter(distance(*result) for result in results).most_common():
        yield f"{number:5} {where}"
    apart = sum(edit.key in same for edit in missed)
    of = len(results) - apart
    noticed = len(results) - len(missed)
    yield f"{noticed} of {of} noticed ({noticed / max(1, of):.1%}); apart, {apart} that change nothing"


def main() -> None:
    """Draw edits, make each in turn, and tell which the tests notice."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=1, help="how many edits are tried at once")
    parser.add_argument("--under", default=PACKAGE, help="edit only files whose paths begin so")
    parser.add_argument("--near", action="store_true", help="leave the tests of folder and wing out")
    parser.add_argument(
        "--learned", action="store_true", help="edit weights that were learned, and nothing else"
    )
    parser.add_argument(
        "--judged", type=Path, help="keys of edits that change nothing, one a line, with the reason"
    )
    parser.add_argument("--again", type=Path, help="make the edits that a file names, and draw none")
    parser.add_argument("--coverage", type=Path, help="which tests get where, as pytest-cov wrote it")
    parser.add_argument("--times", type=Path, help="how long they take, as pytest wrote it")
    parser.add_argument("--list", action="store_true", help="print the edits and run nothing")
    arguments = parser.parse_args()
    if bool(arguments.coverage) is not bool(arguments.times):
        parser.error("--coverage and --times are given both or not at all")
    reach = Reach(arguments.coverage, arguments.times) if arguments.coverage else None
    texts = files(arguments.learned)
    texts = {path: text for path, text in texts.items() if path.startswith(arguments.under)}
    edits = (
        again(texts, arguments.again.read_text(encoding="utf8"))
        if arguments.again
        else drawn(texts, arguments.seed, arguments.count)
    )
    if arguments.list:
        print(*edits, sep="\n")
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    results = []
    with copied() as unedited, ThreadPoolExecutor(arguments.jobs) as pool:
        seconds = reach.time if reach else Unedited(unedited).seconds

        def tried(edit: Edit) -> str | None:
            groups = nearest_tests(edit.path, near=arguments.near)
            return noticed_by(edit, that_get_there(edit, groups, reach) if reach else groups, seconds)

        for edit, noticed in zip(edits, pool.map(tried, edits), strict=True):
            results.append((edit, noticed))
            print(
                f"{len(results):3}/{len(edits)} {edit}\n    {distance(edit, noticed)} {noticed or ''}",
                flush=True,
            )
    print(*summary(results, judged(arguments.judged)), sep="\n")


if __name__ == "__main__":
    main()
