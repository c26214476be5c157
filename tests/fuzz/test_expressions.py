"""No regular expression of the package backtracks out of proportion to what it reads."""

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from fuzz.backtracking import Attempt, TooManyStepsError, characters
from fuzz.test_surroundings import PATHS
from fuzz.texts import fuzzed
from hypothesis import given, settings
from hypothesis import strategies as st

import quoteverify

# In another Python, as modules compile their expressions but once.
COLLECT = textwrap.dedent(
    """
    import importlib, json, pkgutil, re, sys
    sys.path[:0] = [sys.argv[2], *json.loads(sys.argv[1])]
    found, compiled = set(), re._compile
    def kept(pattern, flags):
        caller = sys._getframe(1)
        while caller.f_code.co_filename == re.__file__:
            caller = caller.f_back
        made = compiled(pattern, flags)
        ours = caller.f_code.co_filename.startswith(sys.argv[2] + "/quoteverify/")
        if ours and isinstance(made.pattern, str):
            found.add((made.pattern, made.flags))
        return made
    re._compile = kept
    import quoteverify
    for module in pkgutil.walk_packages(quoteverify.__path__, "quoteverify."):
        if module.name != "quoteverify.__main__":
            importlib.import_module(module.name)
    from fuzz.test_surroundings import answers
    answers()
    print(json.dumps(sorted(found)))
    """
)


@pytest.fixture(scope="module")
def expressions() -> list[re.Pattern[str]]:
    # The package that is tested, which is an installed one or that of this checkout.
    folder = str(Path(quoteverify.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", COLLECT, PATHS, folder], capture_output=True, check=True, text=True
    )
    return [re.compile(pattern, flags) for pattern, flags in json.loads(done.stdout)]


def grows(expression: re.Pattern[str], start: str, unit: str, end: str) -> bool:
    """Whether an attempt at four times the text takes more than eight times the steps."""
    try:
        short, long = (Attempt(expression, start + unit * times + end).steps for times in (40, 160))
    except TooManyStepsError:
        return True
    return long > 8 * short


@pytest.mark.parametrize(
    ("bad", "unit"),
    [(r"(a+)+b", "a"), (r"(a|a)*b", "a"), (r"a*a*b", "a"), (r"\s+\s*x", " "), (r".*,.*,x", ",")],
)
def test_an_expression_that_backtracks_is_seen_to(bad, unit):
    assert grows(re.compile(bad), "", unit, "")


@pytest.mark.parametrize(
    ("good", "unit"),
    [(r"a+b", "a"), (r"(?:a,)*b", "a,"), (r"(?>a+)a", "a"), (r"(?:a++)*+b", "a"), (r"a*?b", "a")],
)
def test_an_expression_that_does_not_is_not(good, unit):
    assert not grows(re.compile(good), "", unit, "")


def test_all_expressions_are_there(expressions):
    assert len(expressions) > 50


@settings(parent=fuzzed, max_examples=8 * fuzzed.max_examples)
@given(st.data())
def test_one_attempt_costs_in_proportion_to_its_text(expressions, data):
    expression = data.draw(st.sampled_from(expressions))
    own = st.sampled_from(characters(expression) or ["a"])
    start, unit = data.draw(st.text(own, max_size=3)), data.draw(st.text(own, min_size=1, max_size=4))
    end = data.draw(st.sampled_from(["", "\0", "a"]) | own)
    assert not grows(expression, start, unit, end), expression.pattern
