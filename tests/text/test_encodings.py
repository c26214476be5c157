import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.errors import ArgumentValueError
from quoteverify.text.encodings import decode, is_binary

TEXT = "“We’ll sail – perhaps,” said Zoë Vale…\r\nIt cost €5."


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "utf-32", "windows-1252"],
)
def test_the_encodings_of_the_western_press_are_told_apart(raw):
    assert decode(raw) == TEXT
    assert not is_binary(raw)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"It rained.", "It rained."),
        (b"caf\xe9", "café"),
        # Its last two bytes would be one character in UTF-8.
        ("“CAFÉ”".encode("cp1252"), "“CAFÉ”"),
        ("a torn \ufffd of old".encode(), "a torn \ufffd of old"),
        (b"\x81\x8d\x8f\x90\x9d", "\x81\x8d\x8f\x90\x9d"),
        ("“Zoë” – yes".encode() + b"\xff no", "“Zoë” – yes\ufffd no"),
        ("“Zoë” – ye…".encode()[:-1], "“Zoë” – ye\ufffd"),
        (codecs.BOM_UTF16_LE + b"a\0b", "a\ufffd"),
    ],
)
def test_damage_stays_where_it_is(raw, text):
    assert decode(raw) == text


def test_whoever_knows_the_encoding_says_so_and_a_mark_wins():
    assert decode("日本".encode("shift_jis"), "shift_jis") == "日本"
    assert decode("日本".encode("utf-16"), "shift_jis") == "日本"


@pytest.mark.parametrize("encoding", ["no such thing", "hex", "rot13", ""])
def test_an_encoding_that_is_none_is_refused(encoding):
    with pytest.raises(ArgumentValueError, match="encoding must be one that Python knows"):
        decode(b"It rained.", encoding)


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0\x06\0",
        b"\x7fELF\x02\x01\x01\0",
        bytes(range(1, 32)) * 9,
    ],
    ids=["picture", "archive", "program", "control characters"],
)
def test_what_is_no_text_is_seen(raw):
    assert is_binary(raw)


@pytest.mark.parametrize("raw", [b"", b"One\fTwo\x1a", b"\x1b[1mBold\x1b[0m", "日本".encode("shift_jis")])
def test_odd_text_is_text(raw):
    assert not is_binary(raw)


@given(st.text())
def test_any_text_in_utf_8_is_read_as_it_was_written(text):
    # But a text that begins with the byte order mark has told its encoding twice.
    assert decode(text.encode("utf-8", "replace")) == text.encode("utf-8", "replace").decode().removeprefix(
        "\ufeff"
    )


@given(st.binary())
def test_any_bytes_are_some_text(raw):
    assert isinstance(decode(raw), str)
