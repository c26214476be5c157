"""Short texts in the forms that people have: mail, drafts, HTML in a string, legal prose."""

import tomllib
from pathlib import Path

import pytest

from quoteverify import parse

CASES = tomllib.loads(Path(__file__).with_name("as_they_come.toml").read_text(encoding="utf8"))["case"]


def plain(text):
    return " ".join(text.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_text_as_it_comes_has_its_quotes_and_their_speakers(case):
    found = {
        plain(quote.text): quote.speaker.name if quote.speaker else "" for quote in parse(case["text"]).quotes
    }
    for words, speaker in case["quotes"]:
        named = [name for text, name in found.items() if text.startswith(words)]
        assert named, (words, found)
        assert any(speaker in name for name in named) if speaker else named == [""], (words, found)
