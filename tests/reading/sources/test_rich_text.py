import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.errors import UnreadableSourceError
from quoteverify.reading.sources.rich_text import article_of_rich_text

pytest.importorskip("striprtf", reason="the extra rtf is not installed")

HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}}"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (rb"\pard One.\par Two.\par}", "One.\n\nTwo."),
        (rb"\ldblquote No,\rdblquote  said \b Vale\b0 .}", "“No,” said Vale."),
        (rb"\'93No,\'94 said Vale.}", "“No,” said Vale."),
        (rb"\u8220?No,\u8221? said Vale.}", "“No,” said Vale."),
        (
            rb'See {\field{\*\fldinst{HYPERLINK "https://t.example"}}{\fldrslt the {\ul Tide}}} and '
            rb'{\field{\*\fldinst{HYPERLINK "https://u.example"}}{\fldrslt the Sun}}.}',
            "See the Tide and the Sun.",
        ),
        (rb"}", ""),
    ],
)
def test_what_a_reader_sees_is_read(raw, text):
    assert article_of_rich_text(HEAD + raw) == {"text": text}


def test_the_font_says_which_letters_stand_for_the_bytes():
    raw = rb"{\rtf1\ansi{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}}\f1\'c4\'e0\f0 }"
    assert article_of_rich_text(raw)["text"] == "Да"


def test_what_is_broken_is_a_clear_error():
    with pytest.raises(UnreadableSourceError, match="the RTF is broken"):
        article_of_rich_text(HEAD + rb"\pict\bin x}")


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + rb"{\field{\*\fldinst{" * 20_000,
        rb"{\rtf1{\fonttbl" + rb"\f1" * 100_000,
        rb"{\rtf1{\fonttbl\f1\fcharset0 " + b"a" * 300_000,
        b"{" * 300_000,
        HEAD + b"}" * 300_000,
    ],
)
def test_a_file_made_to_take_long_does_not(raw):
    assert isinstance(article_of_rich_text(raw)["text"], str)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_said_to_be_broken(raw):
    with contextlib.suppress(UnreadableSourceError):
        assert isinstance(article_of_rich_text(HEAD + raw)["text"], str)
