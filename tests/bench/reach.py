"""Which tests get to a place of the package, as a run of them with coverage has told."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from coverage import CoverageData

PACKAGE = "quoteverify"
FEW = 3  # tests get to a place that gives what is kept, as others find it there


class Reach:
    """What a run of tests has told that wrote down which of them get where, and how long they take.

    Args:
        coverage: What ``pytest --cov=quoteverify --cov-context=test`` has written.
        times: What it has written of the tests, with ``-o junit_family=xunit1 --junitxml=FILE``.

    Raises:
        SystemExit: A test has failed, so that it could not tell what an edit does.
    """

    def __init__(self, coverage: Path, times: Path) -> None:
        self._data = CoverageData(str(coverage))
        self._data.read()
        self._measured = {file.rpartition(f"/{PACKAGE}/")[2]: file for file in self._data.measured_files()}
        self.seconds = dict(timed(times))

    def tests(self, path: str, lines: Iterable[int]) -> set[str]:
        """The tests that get to some lines of a file."""
        file = self._measured.get(path.removeprefix(f"{PACKAGE}/"))
        contexts = self._data.contexts_by_lineno(file) if file else {}
        found = {context.rpartition("|")[0] for line in lines for context in contexts.get(line, ())}
        return found & self.seconds.keys()

    def those(
        self, path: str, text: str, line: int, files: Iterable[str], *, kept: bool = False
    ) -> list[str]:
        """The tests of some files that may notice an edit of a module, the quickest file first.

        All of them may where an import runs what is edited: it is not known who reads a table or a default.

        Args:
            path: The module.
            text: What it says.
            line: Where it is edited.
            files: The files of tests.
            kept: Whether a place that only few tests get to may have given something that was kept for
                the tests that came after: then it is enough that they get to the module.
        """
        inside = within(text, line)
        wanted = self.tests(path, inside) if inside else {*self.seconds}
        if kept and 0 < len(wanted) <= FEW:
            wanted = self.tests(path, bodies(ast.parse(text)))
        chosen = []
        for file in dict.fromkeys(files):
            all_of_it = [test for test in self.seconds if test.startswith(f"{file}::")]
            some = [test for test in all_of_it if test in wanted]
            if some:
                tests = [file] if some == all_of_it else some
                chosen.append((self.time(tests), tests))
        return [test for _, tests in sorted(chosen) for test in tests]

    def time(self, tests: Iterable[str]) -> float:
        """How many seconds tests, or files of tests, take."""
        return sum(self.seconds[test] if test in self.seconds else sum(self._of_file(test)) for test in tests)

    def _of_file(self, file: str) -> Iterator[float]:
        return (seconds for test, seconds in self.seconds.items() if test.startswith(f"{file}::"))


def timed(times: Path) -> Iterator[tuple[str, float]]:
    """Every test of a report, as pytest names it, with its seconds.

    Raises:
        SystemExit: One has failed.
    """
    for case in ElementTree.parse(times).iter("testcase"):
        file, group = case.get("file", ""), case.get("classname", "")
        group = group.removeprefix(file.removesuffix(".py").replace("/", ".")).strip(".")
        name = "::".join(filter(None, (file, *group.split("."), case.get("name"))))
        if case.find("failure") is not None or case.find("error") is not None:
            raise SystemExit(f"A test fails without an edit: {name}")
        yield name, float(case.get("time", 0))


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def bodies(tree: ast.AST) -> set[int]:
    """The lines that are not run by an import: those in functions."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS):
            found |= {*range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)}
    return found


def within(text: str, line: int) -> set[int]:
    """The lines of the statement that a line belongs to; none where an import runs it.

    Of a function's head, with its defaults, those of its body.
    """
    tree = ast.parse(text)
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    if not around:
        return set()
    inner = min(around, key=lambda node: ((node.end_lineno or 0) - node.lineno, -node.col_offset))
    if isinstance(inner, FUNCTIONS):
        return {*range(inner.body[0].lineno, (inner.end_lineno or 0) + 1)}
    body = getattr(inner, "body", None)
    end = body[0].lineno - 1 if isinstance(body, list) and body else inner.end_lineno or 0
    return {*range(inner.lineno, max(end, inner.lineno) + 1)} & bodies(tree)
