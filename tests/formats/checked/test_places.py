from pathlib import Path

import pytest

from quoteverify.formats.checked.places import Region, TextLines, is_as_in_file, path_of
from quoteverify.models import Document, Span

TEXT = "He said:\n“No.”\r\n\n  😀 “Yes.”\rOr not."


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("He", Region(1, 1, 1, 3)),
        ("No.", Region(2, 2, 2, 5)),
        ("Yes.", Region(4, 6, 4, 10)),
        ("Or not.", Region(4, 12, 4, 19)),
        ("said:\n“No.", Region(1, 4, 2, 5)),
    ],
)
def test_lines_and_columns_count_from_one_in_code_points(words, region):
    at = TEXT.index(words)
    assert TextLines(Document(text=TEXT)).region(Span(at, at + len(words))) == region


def test_a_path_is_told_from_the_folder_we_are_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for id, path in {
        "a/b.txt": Path("a/b.txt"),
        str(tmp_path / "b.txt"): Path("b.txt"),
        "/elsewhere/b.txt": Path("/elsewhere/b.txt"),
        "-": None,
    }.items():
        assert path_of(Document(id=id, text="")) == path


def test_the_lines_are_the_files_where_the_text_is(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff“Yes.”\r\n".encode())
    assert is_as_in_file(Document(id=str(path), text="“Yes.”\r\n"))
    assert not is_as_in_file(Document(id=str(path), text="“Yes.”\n"))
    assert is_as_in_file(Document(id=str(tmp_path), text="“Yes.”"))
    assert is_as_in_file(Document(id="\0", text="“Yes.”"))
