"""What stands around the package for strangers, held to the package: recipes, hooks, CI, citation, pages."""

import re
import tomllib
from configparser import ConfigParser
from itertools import product
from pathlib import Path

import pytest
import srsly  # which spaCy brings

from quoteverify.__main__ import main

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(
    not (ROOT / "CONTRIBUTING.md").exists(), reason="this is not the whole project"
)

RECIPES = (
    "A verb of saying",
    "Why a pronoun is somebody",
    "Why a span is a term",
    "The severity of a difference",
    "A policy",
    "A language",
    "An export format",
    "A kind of difference",
    "A spelling",
    "The columns of variants",
    "A field of a record",
    "A migration of the archive",
    "A sieve",
    "A command",
    "An input format",
)


def read(name):
    return (ROOT / name).read_text(encoding="utf8")


def yaml(name):
    return srsly.yaml_loads(read(name))


def recipes():
    """The recipes by their headings."""
    parts = re.split(
        r"^### (.+)\n", read("CONTRIBUTING.md").partition("## Recipes")[2].partition("\n## ")[0], flags=re.M
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def paths(text):
    """What is named of the project, without what a reader is to fill in."""
    return {path for path in re.findall(r"`((?:quoteverify|tests|docs)/[^`]+)`", text) if "<" not in path}


def test_there_is_a_recipe_for_each_thing_that_strangers_add():
    assert tuple(recipes()) == RECIPES


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_names_files_that_there_are_and_the_test_that_holds_them(name):
    named = paths(recipes()[name])
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
    assert any(path.startswith("quoteverify/") for path in named)
    held = " ".join(recipes()[name].split()).partition("Held by")[2]
    assert any(path.startswith("tests/") for path in paths(held))


def test_what_else_is_named_is_there():
    named = paths(read("CONTRIBUTING.md")) | paths(read("docs/releasing.md")) | paths(read("docs/suite.md"))
    links = re.findall(r"\]\(([^):]+)\)", read("CONTRIBUTING.md"))
    assert [path for path in sorted({*named, *links}) if not (ROOT / path).exists()] == []


def test_the_floors_are_those_that_are_held():
    table = read("CONTRIBUTING.md").partition("| floor |")[2].partition("\n\n")[0]
    wings = {wing for line in table.splitlines()[2:] for wing in re.findall(r"`(\w+)`", line.split("|")[2])}
    package = ROOT / "quoteverify"
    assert wings == {
        path.stem for path in package.iterdir() if not path.name.startswith("__") and path.is_dir()
    } - {"data"} | {"errors", "checking", "__main__"}


def environments():
    """What ``tox`` runs where nothing is named."""
    tox = ConfigParser()
    tox.read_string(read("tox.ini"))
    for name in re.split(r",\s*(?![^{]*})", tox["tox"]["env_list"]):
        pieces = [part.strip("{}").split(",") for part in re.split(r"({[^}]*})", name) if part]
        yield from map("".join, product(*pieces))


def test_each_environment_of_tox_is_a_job_of_ci():
    jobs = [
        job["env"] for job in yaml(".github/workflows/ci.yml")["jobs"]["tox"]["strategy"]["matrix"]["include"]
    ]
    assert sorted(jobs) == sorted(environments())
    assert "oldest" in jobs


def test_the_citation_has_the_number_and_the_licence_of_the_project():
    project, citation = tomllib.loads(read("pyproject.toml"))["project"], yaml("CITATION.cff")
    assert (citation["version"], citation["license"]) == (project["version"], project["license"])
    assert [author["name"] for author in citation["authors"]] == [
        author["name"] for author in project["authors"]
    ]


@pytest.mark.parametrize("name", ["CITATION.cff", ".pre-commit-hooks.yaml", ".github/workflows/ci.yml"])
def test_no_address_is_named_that_may_not_be_there(name):
    assert "://" not in read(name)


def test_each_local_hook_calls_what_a_dependency_group_brings():
    groups = tomllib.loads(read("pyproject.toml"))["dependency-groups"]
    brought = {re.match(r"[\w-]+", one)[0] for name in ("lint", "types", "test") for one in groups[name]}
    hooks = [hook for repo in yaml(".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    called = {hook["entry"].removeprefix("python -m ").split()[0] for hook in hooks}
    assert called == {"ruff", "mypy", "pytest"} <= brought
    for hook in hooks:
        assert all((ROOT / path).exists() for path in hook["entry"].split() if path.startswith("tests/"))


def test_the_hook_of_newsrooms_stops_a_commit_of_a_wrong_quote(tmp_path, monkeypatch, capsys):
    (hook,) = yaml(".pre-commit-hooks.yaml")
    command, *arguments = hook["entry"].split()
    assert command in tomllib.loads(read("pyproject.toml"))["project"]["scripts"]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "interviews").mkdir()
    said = "“We will not sell the yard before spring,” said Ada Aas.\n"
    for name, text in {
        "interviews/aas.txt": said,
        "right.txt": said,
        "wrong.txt": said.replace("not ", ""),
    }.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    asked = [*arguments, "--against", "interviews/"]
    assert main([*asked, "right.txt"]) == 0
    assert main([*asked, "right.txt", "wrong.txt"]) == 1
    assert "leaves out “not”" in capsys.readouterr().out


def test_every_page_is_in_the_index():
    trees = re.findall(r"```{toctree}\n(.*?)```", read("docs/index.md"), flags=re.S)
    listed = [line for tree in trees for line in tree.splitlines() if line and not line.startswith(":")]
    assert sorted(listed) == sorted(
        path.stem for path in (ROOT / "docs").glob("*.md") if path.stem != "index"
    )
