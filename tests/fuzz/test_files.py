import contextlib
import tempfile
import unicodedata
from pathlib import Path

import pytest
from fuzz.texts import DRAFT, fuzzed
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.errors import MissingExtraError, UnreadableSourceError
from quoteverify.reading.parser import parse
from quoteverify.reading.sources.files import ENDINGS, read

BEGINNINGS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"{\\rtf1{\\fonttbl{\\f0 Times;}}",
    b"Subject: =?utf-8?q?",
    b"WEBVTT\n\n",
    b"<!doctype html><title>x</title><p>",
    b"<?xml version='1.0'?>\n<html>",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"1\n00:00:01,000 --> 00:00:02,000\n",
    b"MIME-Version: 1.0\n\n",
    b'Content-Type: multipart/related; boundary="a"\n\n--a\nContent-Type: text/html\n\n<p>',
)
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{0}</p><p>{0}</p></article>"


@fuzzed
@given(
    st.sampled_from(BEGINNINGS),
    st.binary(max_size=60) | DRAFT.map(lambda text: text.encode("utf8", "surrogatepass")),
    st.sampled_from([*ENDINGS, ".dat", ""]),
)
@pytest.mark.filterwarnings("ignore")
def test_any_bytes_are_read_or_said_to_be_unreadable(beginning, rest, ending):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"source{ending}"
        path.write_bytes(beginning + rest)
        with contextlib.suppress(UnreadableSourceError, MissingExtraError):
            assert read(path).text is not None


@fuzzed
@given(DRAFT)
def test_a_file_of_text_is_read_as_its_text(text):
    # Bytes with controls are no text, and a byte order mark is none of it.
    text = "".join(c for c in text if c in "\t\n\r\x85" or unicodedata.category(c) not in ("Cc", "Cs"))
    text = text.lstrip("\ufeff")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "source.txt"
        path.write_bytes(text.encode())
        assert read(path) == parse(text)


@fuzzed
@given(DRAFT)
def test_an_article_on_a_page_cannot_stop_it_from_being_read(text):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "source.html"
        path.write_bytes(PAGE.format(text).encode("utf8", "surrogatepass"))
        with contextlib.suppress(UnreadableSourceError):
            document = read(path)
            assert all(span.end <= len(document.text) for quote in document.quotes for span in quote.spans)


@fuzzed
@given(DRAFT)
def test_no_name_of_a_file_stops_anything_but_its_reading(name):
    with contextlib.suppress(UnreadableSourceError, UnicodeEncodeError):
        read(f"/nowhere/{name}")
