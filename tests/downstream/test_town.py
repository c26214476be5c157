"""A program of another's, which adds to the library without a change of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quoteverify.__main__ import main
from quoteverify.exchange.serialization import from_json

HERE = Path(__file__).parent
OURS = ["--language-data", str(HERE / "tables"), "--sieves", str(HERE / "town.py")]
SAID = [
    [("Ruth Vale", "said_after"), ("Ole Aas", "in_brackets")],
    [("Reeve Vale", "turn"), ("Mr. Aas", "turn"), ("Reeve Vale", "turn")],
]


def answered(documents):
    return [
        [(quote.speaker.name, getattr(quote.attribution.reason, "value", quote.attribution.reason))
         for quote in document.quotes]
        for document in documents
    ]  # fmt: skip


@pytest.mark.parametrize("processes", ["1", "2"])
def test_the_program_reads_by_rules_of_its_own_in_one_process_and_in_two(tmp_path, processes):
    done = subprocess.run(
        [sys.executable, HERE / "town.py", processes],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
        capture_output=True,
        check=True,
        text=True,
    )
    first, second, allowed = done.stdout.splitlines()
    assert [name in first for name in ("said_after", "in_brackets", "Ole Aas")] == [True] * 3
    assert second.count("Reeve Vale") == 2
    assert allowed == "True"


def test_the_command_line_reads_by_the_same_rules(capsys):
    files = [str(HERE / "first.txt"), str(HERE / "second.txt")]
    assert main(["parse", *files, *OURS, "--format", "json"]) == 0
    documents = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert answered(documents) == SAID
    assert main(["parse", *files, "--format", "json"]) == 0
    assert answered(map(from_json, capsys.readouterr().out.splitlines())) != SAID


@pytest.mark.parametrize(
    "command",
    [
        ["compare", "{first}", "{second}"],
        ["verify", "We will, um, mend the quay", "{first}", "--speaker", "Vale"],
        ["check", "{first}", "{first}"],
        ["check", "{first}", "--against", "{first}"],
        ["archive", "add", "{archive}", "{first}"],
    ],
    ids=str,
)
def test_every_command_that_reads_takes_them(tmp_path, capsys, command):
    places = {"first": HERE / "first.txt", "second": HERE / "second.txt", "archive": tmp_path / "town.qv"}
    assert main([part.format(**places) for part in command] + OURS) == 0
    capsys.readouterr()
    if command[0] == "archive":
        archive = str(places["archive"])
        assert main(["archive", "verify", archive, "mend the quay", *OURS[:2], "--format", "json"]) == 0
        assert from_json(capsys.readouterr().out).wording == "verbatim"
        assert main(["archive", "statements", archive, *OURS[:2], "--format", "json"]) == 0
        speakers = [s["speaker"]["name"] for s in json.loads(capsys.readouterr().out)["record"]["statements"]]
        assert sorted(speakers) == ["Ole Aas", "Ruth Vale"]


@pytest.mark.parametrize(("policy", "code"), [(str(HERE / "policy.toml"), 0), ("strict", 1)])
def test_a_policy_is_a_file_of_the_towns_own(capsys, policy, code):
    claim, source = "We will mend the quay", str(HERE / "first.txt")
    assert main(["verify", claim, source, "--policy", policy]) == code


def test_what_is_corrected_is_found_by_the_same_rules(tmp_path, capsys):
    text = tmp_path / "first.txt"
    text.write_bytes((HERE / "first.txt").read_bytes())
    assert main(["correct", str(text), "--same", "Ole Aas", "Mr. Aas", *OURS]) == 0
    assert main(["correct", str(text), "--same", "Ole Aas", "Mr. Aas", "--lang", "tlh"]) == 2
    assert "lang must be one of" in capsys.readouterr().err


def test_a_server_reads_by_them_too(monkeypatch):
    asked = []
    monkeypatch.setattr("quoteverify.serving.server.serve", lambda *given, **more: asked.append(more))
    assert main(["mcp", *OURS]) == 0
    assert "bawled" in asked[0]["lang"].words("cues")
    assert [sieve.name for sieve in asked[0]["sieves"]] == ["in_brackets"]
