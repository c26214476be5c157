"""Pages of novels, as they come and wrapped: what stands between their marks."""

import re
import textwrap
import tomllib
from pathlib import Path

import pytest

from quoteverify import parse

PAGES = tomllib.loads((Path(__file__).parent / "novels.toml").read_text(encoding="utf8"))["page"]


def without_braces(text):
    """The text, and what stood in its braces; what a paragraph leaves open ends with it."""
    plain, spoken, opened = "", [], []
    for part in re.split(r"([{}]|\n\n)", text):
        if part == "{":
            opened.append(len(plain))
            continue
        while part != "}" and part == "\n\n" and opened:
            spoken.append(plain[opened.pop() :])
        if part == "}":
            spoken.append(plain[opened.pop() :])
        else:
            plain += part
    return plain, spoken


def wrapped(text, width):
    return "\n\n".join(
        part
        if part.lstrip().startswith("*") or "\n" in part
        else textwrap.fill(
            part.strip(), width, initial_indent=re.match(" *", part)[0], break_on_hyphens=False
        )
        for part in text.split("\n\n")
    )


FORMS = {
    "as it comes": lambda text: text,
    "wrapped at 60": lambda text: wrapped(text, 60),
    "wrapped at 72": lambda text: wrapped(text, 72),
    "lines ended as on Windows": lambda text: wrapped(text, 72).replace("\n", "\r\n"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_what_people_say_in_a_novel_is_found_however_its_lines_are_broken(page, form):
    text, spoken = without_braces(page["text"])
    given = form(text)
    found = [" ".join(span.of(given).split()) for quote in parse(given).quotes for span in quote.spans]
    assert sorted(found) == sorted(" ".join(words.split()) for words in spoken)
