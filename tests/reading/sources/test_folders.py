import io
import json
import os
import sys

import pytest

from quoteverify.errors import (
    ArgumentTypeError,
    ArgumentValueError,
    UnreadableSourceError,
    UnreadableSourceWarning,
)
from quoteverify.reading.parser import parse
from quoteverify.reading.sources.files import COLLECTIONS, ENDINGS, JSON, read
from quoteverify.reading.sources.folders import read_many
from quoteverify.text.language import LanguageProfile

TEXT = "“We’ll sail,” said Zoë Vale."
SUBTITLES = "1\n00:01:01,000 --> 00:01:03,500\nIt rained.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder in which everything is, by short names."""
    monkeypatch.chdir(tmp_path)

    def made(**files):
        for name, raw in files.items():
            path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())

    return made


def ids(*args, **keywords):
    return [document.id for document in read_many(*args, **keywords)]


def test_files_are_read_in_the_order_given_and_known_by_their_paths(folder):
    folder(b_dot_txt=TEXT, a_dot_srt=SUBTITLES)
    first, second = read_many(["b.txt", "a.srt"], outlet="The Strait")
    assert first == read("b.txt", id="b.txt", outlet="The Strait")
    assert second == read("a.srt", id="a.srt", outlet="The Strait")
    assert second.timings


def test_one_path_is_enough(folder):
    folder(a_dot_txt=TEXT)
    assert ids("a.txt") == ["a.txt"]


def test_a_folder_is_read_to_the_bottom_by_name_without_what_is_hidden(folder):
    folder(
        f__b_dot_txt="b",
        f__a_dot_txt="a",
        f__sub__c_dot_txt="c",
        f__sub__deep__d_dot_srt=SUBTITLES,
        f__a__e_dot_txt="e",
        f___dot_hidden_dot_txt="no",
        f___dot_git__x_dot_txt="no",
    )
    assert ids("f") == ["f/a.txt", "f/b.txt", "f/a/e.txt", "f/sub/c.txt", "f/sub/deep/d.srt"]


def test_what_a_browser_saves_beside_a_page_is_no_article(folder):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    page = f"<html><body><article><p>{TEXT}</p></article></body></html>"
    folder(f__ferry_dot_html=page, f__ferry_files__ad_dot_html=page, f__my_files__a_dot_txt=TEXT)
    assert ids("f") == ["f/ferry.html", "f/my_files/a.txt"]


def test_links_in_a_circle_are_gone_round_once(folder, tmp_path):
    folder(f__sub__a_dot_txt=TEXT)
    (tmp_path / "f/sub/up").symlink_to(tmp_path / "f")
    (tmp_path / "f/sub/self").symlink_to(tmp_path / "f/sub")
    assert ids("f") == ["f/sub/a.txt"]


def test_what_cannot_be_read_in_a_folder_is_reported_and_passed_over(folder, tmp_path):
    folder(f__a_dot_txt=TEXT, f__b_dot_txt=b"\0", f__c_dot_xlsx=b"PK\x03\x04", f__e_dot_txt=TEXT)
    (tmp_path / "f/d.txt").symlink_to(tmp_path / "nowhere")
    with pytest.warns(UnreadableSourceWarning) as told:
        assert ids("f") == ["f/a.txt", "f/e.txt"]
    assert [str(warning.message) for warning in told] == [
        "passed over: 'f/b.txt' is not text: save it as plain text, as a web page, as PDF or for Word "
        "(.docx)",
        f"passed over: 'f/c.xlsx' is not one of {', '.join(sorted({*ENDINGS, *COLLECTIONS, JSON}))}",
        "passed over: cannot read 'f/d.txt': No such file or directory",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(folder, tmp_path):
    folder(f__a_dot_txt=TEXT)
    os.mkfifo(tmp_path / "f/b.txt")
    assert ids("f") == ["f/a.txt"]


def test_each_line_of_a_collection_is_an_article(folder):
    facts = {"outlet": "A", "title": "T", "url": "https://a.example", "published": "2019-03-04", "lang": "en"}
    lines = [
        {"id": "one", "text": TEXT, **facts, "author": "no"},
        {"text": "", "title": None},
        {"id": 3, "text": "x"},
    ]
    folder(a_dot_jsonl="\ufeff" + "\n\n".join(map(json.dumps, lines)))
    assert list(read_many("a.jsonl")) == [
        parse(TEXT, id="one", **facts),
        parse("", id="a.jsonl:3"),
        parse("x", id="3"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"no JSON", "Expecting value"),
        (b"[1]", 'it has to be an object with a "text"'),
        (b'{"title": "T"}', 'it has to be an object with a "text"'),
        (b'{"text": "a", "published": "yesterday"}', "published must be a date in ISO 8601"),
        (b'{"text": "a", "title": 5}', "title must be str, not int"),
        (b'{"text": "\xff"}', "can't decode byte 0xff"),
        (b"[" * 100_000, "recursion"),
    ],
)
def test_a_line_that_is_no_article_is_reported_and_passed_over(folder, line, message):
    folder(a_dot_jsonl=b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    with pytest.warns(UnreadableSourceWarning, match=f"line 2 of 'a.jsonl' is no article: .*{message}"):
        assert ids("a.jsonl") == ["a.jsonl:1", "a.jsonl:3"]


def test_an_article_in_a_language_without_data_is_passed_over_unless_somebody_says_how_to_read_it(folder):
    folder(a_dot_jsonl=b'{"text": "a"}\n{"text": "b", "lang": "tlh"}\n')
    message = "'a.jsonl:2' is no article: lang must be one of 'en'"
    with pytest.warns(UnreadableSourceWarning, match=message):
        assert ids("a.jsonl") == ["a.jsonl:1"]
    klingon = LanguageProfile("tlh", {})
    assert [document.lang for document in read_many("a.jsonl", lang=klingon)] == ["tlh", "tlh"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (TEXT, ["-"]),
        (SUBTITLES, ["-"]),
        ('{"text": "a", "id": "x"}\n{"text": "b"}', ["x", "-:2"]),
        ("{curly} text", ["-"]),
        ("", ["-"]),
    ],
)
def test_the_standard_input_is_one_article_or_a_collection(monkeypatch, raw, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
    assert ids("-") == expected


def test_what_is_named_has_to_be_there_before_anything_is_read(folder):
    folder(a_dot_txt=TEXT)
    for missing in ("b.txt", "a\0b", "a" * 5000):
        with pytest.raises(UnreadableSourceError, match="no such file or folder"):
            read_many(["a.txt", missing])


def test_what_is_named_has_to_be_readable(folder):
    folder(a_dot_txt=TEXT, b_dot_txt=b"\0")
    documents = read_many(["a.txt", "b.txt"])
    assert next(documents).id == "a.txt"
    with pytest.raises(UnreadableSourceError, match=r"'b.txt' is not text"):
        next(documents)


@pytest.mark.parametrize(
    ("args", "keywords", "error", "message"),
    [
        ([5], {}, ArgumentTypeError, "paths must be str, Path or several of them, not int"),
        ([["a.txt", 5]], {}, ArgumentTypeError, "path must be str or Path, not int"),
        (["a.txt"], {"id": "1"}, ArgumentValueError, "id is what one document has"),
        (["a.txt"], {"encoding": 8}, ArgumentTypeError, "encoding must be str"),
    ],
)
def test_wrong_arguments_are_refused_at_once(folder, args, keywords, error, message):
    folder(a_dot_txt=TEXT)
    with pytest.raises(error, match=message):
        read_many(*args, **keywords)


def test_two_processes_read_the_same_with_the_times_in_their_places(folder):
    folder(
        f__a_dot_txt=TEXT,
        f__b_dot_srt=SUBTITLES,
        f__c_dot_txt="Nothing.",
        f__d_dot_srt=SUBTITLES + SUBTITLES.upper(),
    )
    assert list(read_many("f", n_process=2)) == list(read_many("f"))
    assert [len(document.timings) for document in read_many("f")] == [0, 1, 0, 2]
