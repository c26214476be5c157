import io
import os
import sys
from pathlib import Path

import pytest

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, MissingExtraError, UnreadableSourceError
from quoteverify.models import Span
from quoteverify.reading.parser import parse
from quoteverify.reading.sources.files import read

TEXT = "“We’ll sail – perhaps,” said Zoë Vale.\r\n\r\n“Nobody asked us,” she added.\r\n"
PAGE = f"<!DOCTYPE html><html><head></head><body><article><p>{TEXT}</p></article></body></html>"
SUBTITLES = "1\n00:01:01,000 --> 00:01:03,500\nIt rained.\n"
FERRY = Path(__file__).with_name("pages") / "ferry.html"


@pytest.fixture
def file(tmp_path):
    def made(name, raw):
        path = tmp_path / name
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return path

    return made


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["article.txt", "article", "article.TXT", "article.of.march"])
def test_a_text_is_read_as_it_stands_whatever_its_encoding(file, name, encoding):
    document = read(file(name, TEXT.encode(encoding)))
    assert document == parse(TEXT)
    assert document.text == TEXT


def test_what_parse_takes_read_takes(file):
    path = file("article.txt", TEXT)
    given = {
        "id": "1",
        "outlet": "The Strait",
        "title": "T",
        "url": "https://a.example",
        "published": "2019-03-04",
    }
    assert read(str(path), **given) == parse(TEXT, **given)
    with pytest.raises(TypeError, match="text"):
        read(path, text="other")


def test_whoever_knows_the_encoding_says_so(file):
    path = file("article.txt", "“Zoë”".encode("utf-16-le"))
    assert read(path, encoding="utf-16-le").text == "“Zoë”"
    with pytest.raises(ArgumentValueError, match="encoding must be one that Python knows"):
        read(path, encoding="utf-61")
    with pytest.raises(ArgumentTypeError, match="encoding must be str"):
        read(path, encoding=16)


def test_the_standard_input_is_a_file(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("cp1252"))))
    assert read("-") == parse(TEXT)


@pytest.mark.parametrize("name", ["ferry.html", "ferry.htm", "ferry.XHTML", "ferry", "ferry.saved"])
def test_a_web_page_brings_what_it_tells_of_itself_unless_the_caller_does(file, name):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    document = read(file(name, FERRY.read_bytes()), outlet="The Ledger")
    assert (document.outlet, document.published.isoformat()) == ("The Ledger", "2019-03-04")
    assert document.title == "‘Nobody asked the island’: ferry timetable row deepens"
    assert "The boat is the road," in [q.spans[0].of(document.text) for q in document.quotes]


def test_a_text_whose_name_says_so_is_text_even_if_it_looks_like_a_page(file):
    assert read(file("page.txt", PAGE)).text == PAGE


@pytest.mark.parametrize(
    ("name", "raw"), [("a.srt", SUBTITLES), ("a.vtt", SUBTITLES), ("a", "WEBVTT\n\n" + SUBTITLES)]
)
def test_subtitles_are_words_with_times(file, name, raw):
    document = read(file(name, raw), outlet="Radio")
    assert document.text == "It rained."
    assert document.time_of(Span(3, 5)).start == 61.0


@pytest.mark.parametrize(("length", "is_page"), [(1024, True), (1025, False)])
def test_a_file_is_a_page_by_its_first_bytes(file, length, is_page):
    opens = "<!---->\n<html"
    raw = f"<!--{'x' * (length - len(opens))}-->\n{PAGE[PAGE.index('<html') :]}"
    assert read(file("odd", raw)).text.startswith("<!--") is not is_page


def test_comments_before_a_page_do_not_take_long(file):
    assert read(file("odd", "<!---->" * 140)).text.startswith("<!--")


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "'.*a.txt' is not text"),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\0\0",
            "is not text: save it as plain text, as a web page, as PDF or for Word",
        ),
        ("a.html", b"GIF89a\0\0", "is not text"),
        ("a.srt", b"No subtitles.", "there are no subtitles in it"),
        ("a.jsonl", b"{}", "holds many articles: read_many reads them"),
        ("a.pdf", b"%PDF-1.7", "a.pdf': the PDF is broken or locked"),
        ("a.html", b"<html><body></body></html>", "there is no article on the page"),
        ("a.mhtml", b"MIME-Version: 1.0\r\n\r\nText", "there is no article on the page"),
    ],
)
def test_what_cannot_be_read_is_a_clear_error(file, name, raw, message):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    pytest.importorskip("pypdf", reason="the extra pdf is not installed")
    with pytest.raises(UnreadableSourceError, match=message):
        read(file(name, raw))


def test_what_is_not_there_or_no_file_is_a_clear_error(tmp_path):
    with pytest.raises(UnreadableSourceError, match=r"cannot read '.*none.txt': No such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableSourceError, match="is a folder: read_many reads those"):
        read(tmp_path)
    with pytest.raises(UnreadableSourceError, match="is an address, and only files are read"):
        read("https://tide.example/a")
    with pytest.raises(UnreadableSourceError, match="null"):
        read("a\0b")
    with pytest.raises(UnreadableSourceError, match="cannot read"):
        read("a" * 5000)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is open to root")
def test_a_file_without_permission_is_a_clear_error(file):
    path = file("a.txt", TEXT)
    path.chmod(0)
    with pytest.raises(UnreadableSourceError, match="Permission denied"):
        read(path)


@pytest.mark.parametrize("path", [None, 5, b"a.txt"])
def test_a_path_is_a_string_or_a_path(path):
    with pytest.raises(ArgumentTypeError, match="path must be str or Path"):
        read(path)


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.html", "trafilatura", "html"),
        ("a.pdf", "pypdf", "pdf"),
        ("a.docx", "docx", "docx"),
        ("a.rtf", "striprtf.striprtf", "rtf"),
    ],
)
def test_a_file_that_needs_an_extra_says_which(file, monkeypatch, name, module, extra):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'quoteverify\[{extra}\]"):
        read(file(name, PAGE))


def test_a_text_needs_no_extra(file, monkeypatch):
    for module in ("trafilatura", "pypdf", "lxml"):
        monkeypatch.setitem(sys.modules, module, None)
    assert read(file("a.txt", TEXT)).text == TEXT
