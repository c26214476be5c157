"""The plan of the house: imports go downwards only, importing is light, and every module has its tests."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

import quoteverify

PACKAGE = Path(quoteverify.__file__).parent
TESTS = Path(__file__).parent
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "__init__.py")

# From the ground up; a wing may import those of lower floors and itself.
FLOORS = [
    {"errors"},
    {"models"},
    {"text"},
    {"exchange"},
    {"reading", "collation"},
    {"checking"},
    {"display"},
    {"formats"},
    {"archive"},
    {"serving"},
    {"commands"},
    {"__main__", "spark"},
]
# The same inside a wing: what stands on one floor does not import each other.
FLOORS_WITHIN = {
    "models": [
        {"brief", "enumerations", "listed", "reasons", "spans"},
        {"quotes", "taxonomy"},
        {"differences"},
        {"corrections", "explanations", "statements"},
        {"verifications"},
    ],
    "display": [
        {"cast", "finding_names", "overlays"},
        {"differences_in_words", "phrases"},
        {"quotes_in_words", "urgency"},
        {"alerts", "apparatus"},
        {"html", "terminal"},
    ],
    "reading": [
        {"marks"},
        {"syntax"},
        {"people", "sieves"},
        {"attribution"},
        {"kinds", "reports", "turns"},
        {"arguments", "assembly", "corrections", "processes"},
        {"parser"},
        {"component", "explanation", "sources"},
    ],
    "collation": [{"language", "pairs"}, {"differences"}, {"policies", "compare"}, {"verify"}],
    "commands": [
        {"mistakes", "output", "own_rules"},
        {"arguments", "inputs"},
        {"archive", "check", "correct", "mcp", "parse", "verify"},
        {"compare"},
    ],
}
MOST_MODULES = 12  # of a folder: as many as a person takes in at a glance
# A model shows itself in a notebook by importing display inside the method.
EXCEPTIONS = {("models", "display")}
LIBRARIES = {
    "spacy": {"reading"},
    "trafilatura": {"reading"},
    "lxml": {"reading"},
    "pypdf": {"reading"},
    "docx": {"reading", "formats"},
    "striprtf": {"reading"},
    "tqdm": {"reading"},
    "rapidfuzz": {"collation"},
    "cattrs": {"exchange"},
    "pandas": {"exchange"},
    "polars": {"exchange"},
    "pyarrow": {"exchange", "spark"},
    "pyspark": {"spark"},
    "sqlite3": {"archive"},
    "mcp": {"serving"},
}


def wing(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor(name: str, floors: list[set[str]] = FLOORS) -> int:
    return next(i for i, wings in enumerate(floors) if name in wings)


def imported(path: Path) -> set[str]:
    """The dotted names that a module imports, at the top or inside."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_downwards_only(path):
    here = wing(path)
    for name in imported(path):
        parts = name.split(".")
        if parts[0] != "quoteverify" or len(parts) == 1 or parts[1].startswith("__version"):
            continue
        there = parts[1]
        if here == there or (here, there) in EXCEPTIONS:
            continue
        if here == "commands" and there not in {w for wings in FLOORS for w in wings}:
            continue  # the command line is a caller: it uses the public names
        assert floor(there) < floor(here), f"{here} imports {name}"


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if wing(p) in FLOORS_WITHIN],
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_imports_go_downwards_inside_a_wing_too(path):
    here = path.relative_to(PACKAGE).parts[1].removesuffix(".py")
    floors = FLOORS_WITHIN[wing(path)]
    for name in imported(path):
        parts = name.split(".")
        if parts[:2] != ["quoteverify", wing(path)] or parts[2] == here:
            continue
        assert floor(parts[2], floors) < floor(here, floors), f"{here} imports {name}"


@pytest.mark.parametrize(
    "folder", sorted({p.parent for p in MODULES}), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_a_folder_is_taken_in_at_a_glance_and_says_what_lives_there(folder):
    assert len([p for p in folder.glob("*.py") if p.name != "__init__.py"]) <= MOST_MODULES
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf8")))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_each_library_is_known_to_its_wing_only(path):
    for name in imported(path):
        library = name.split(".")[0]
        assert wing(path) in LIBRARIES.get(library, {wing(path)}), f"{path} imports {library}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_module_has_its_file_of_tests(path):
    relative = path.relative_to(PACKAGE)
    name = relative.name.strip("_").removesuffix(".py").strip("_")
    assert (TESTS / relative.parent / f"test_{name}.py").exists()


def test_a_class_that_other_modules_know_is_called_as_no_other():
    homes = defaultdict(list)
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(str(path.relative_to(PACKAGE)))
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_importing_imports_nothing_heavy():
    heavy = {"spacy", "numpy", "rapidfuzz", "cattrs", "pandas", "polars", "pyarrow", "mcp"}
    code = f"import sys, quoteverify; sys.exit(' '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_public_name_exists():
    assert sorted(quoteverify.__all__) == sorted(set(quoteverify.__all__))
    for name in quoteverify.__all__:
        assert getattr(quoteverify, name) is not None


def test_every_public_name_is_listed_once_for_readers_and_once_for_importing():
    assert sorted(quoteverify._HOMES) == quoteverify.__all__
    assert set(quoteverify.__all__) <= set(dir(quoteverify))


def taken_in(tree):
    """The public names that a module imports from the package or defines."""
    imported = (node for node in tree.body if isinstance(node, ast.ImportFrom) and node.level == 0)
    ours = (node for node in imported if node.module.startswith("quoteverify"))
    names = {alias.asname or alias.name for node in ours for alias in node.names}
    names |= {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    return {name for name in names if not name.startswith("_")}


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(PACKAGE.glob("*/**/__init__.py")) if "__all__" in path.read_text()],
    ids=str,
)
def test_a_folder_lists_all_that_it_takes_in(path):
    tree = ast.parse(path.read_text(encoding="utf8"))
    (listed,) = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    assert sorted(listed) == sorted(taken_in(tree))


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        quoteverify.nothing  # noqa: B018


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_nothing_is_fetched_unpickled_or_evaluated(path):
    forbidden = {
        "pickle",
        "marshal",
        "shelve",
        "socket",
        "urllib.request",
        "http",
        "requests",
        "httpx",
        "ftplib",
    }
    for name in imported(path):
        assert not any(name == one or name.startswith(f"{one}.") for one in forbidden), (
            f"{path} imports {name}"
        )
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"eval", "exec", "compile", "__import__"}, f"{path}:{node.lineno}"


def test_what_is_imported_is_what_is_declared():
    project = tomllib.loads((TESTS.parent / "pyproject.toml").read_text(encoding="utf8"))["project"]
    declared = {
        re.match(r"\w+", requirement)[0]
        for requirements in (project["dependencies"], *project["optional-dependencies"].values())
        for requirement in requirements
    }
    roots = {name.split(".")[0] for path in MODULES for name in imported(path)}
    # python-docx is imported by another name.
    declared = declared - {"python"} | {"docx"}
    # trafilatura brings lxml and makes it read what lxml_html_clean has cleaned.
    declared = declared - {"lxml_html_clean"} | {"lxml", "quoteverify"}
    assert roots - sys.stdlib_module_names == declared
