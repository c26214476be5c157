"""What is shown of the records of the gallery, whole, so that no change of a view goes unseen.

    PYTHONPATH=tests python tests/display/test_shown.py

writes ``tests/display/shown`` anew, for a change that is meant; what changed is then read as any other.
"""

import re
from pathlib import Path

import pytest
from display.gallery import GALLERY

from quoteverify.display import finding_names
from quoteverify.display.html import page
from quoteverify.display.terminal import render

FOLDER = Path(__file__).parent / "shown"


def as_page(record) -> str:
    """The page of a record without its style, an element a line."""
    without = re.sub(r"<style>.*?</style>", "", page(record), flags=re.DOTALL)
    return re.sub(r"(<[^/][^>]*>)", r"\n\1", without).lstrip("\n")


def as_text(record) -> str:
    """The record for a terminal: narrow, and then wide with the colours named."""
    coloured = re.sub(r"\x1b\[([0-9;]*)m", r"<\1>", render(record, width=90, color=True))
    return f"{render(record, width=50)}\n{'=' * 90}\n\n{coloured}"


def words() -> str:
    """What every value is called, with its tone, whether a record of the gallery has it or not."""
    tables = (
        finding_names.WORDING,
        finding_names.SPEAKER,
        finding_names.CONTEXT,
        finding_names.CITATION,
        finding_names.VERDICT,
        finding_names.SEVERITY,
        finding_names.QUOTE_KIND,
    )
    lines = []
    for table in tables:
        for value, said in table.items():
            tone = said.tone if isinstance(said, finding_names.Called) else "-"
            called = said if isinstance(said, str) else ": ".join(said[:2])
            lines.append(f"{type(value).__name__} {value} {tone}  {called}")
    return "\n".join(lines) + "\n"


SHOWN = {
    f"{make.__name__}{suffix}": (make, show)
    for make in GALLERY
    for suffix, show in ((".html", as_page), (".txt", as_text))
} | {"words.txt": (words, str)}


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_is_shown_otherwise_than_it_was(name):
    make, show = SHOWN[name]
    assert show(make()) == (FOLDER / name).read_bytes().decode()


def test_nothing_is_kept_of_what_is_no_longer_shown():
    assert {path.name for path in FOLDER.iterdir()} == set(SHOWN)


if __name__ == "__main__":
    for name, (make, show) in SHOWN.items():
        (FOLDER / name).write_bytes(show(make()).encode())
