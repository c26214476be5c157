"""A program of others, as mypy sees it, and as it runs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import quoteverify

PROGRAM = Path(__file__).with_name("downstream.py")


def test_the_program_uses_every_public_name():
    used = {
        node.attr
        for node in ast.walk(ast.parse(PROGRAM.read_text(encoding="utf8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "qv"
    }
    assert used == set(quoteverify.__all__)


def test_it_runs():
    done = subprocess.run([sys.executable, PROGRAM], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "negation" in done.stdout


def test_mypy_finds_nothing_in_it(tmp_path):
    pytest.importorskip("mypy")
    asked = ["--strict", "--config-file=", f"--cache-dir={tmp_path}", "--follow-imports=silent", str(PROGRAM)]
    done = subprocess.run([sys.executable, "-m", "mypy", *asked], capture_output=True, check=False, text=True)
    assert done.stdout.startswith("Success"), done.stdout
