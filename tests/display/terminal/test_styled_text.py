import re

import pytest
from anything import TEXT
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.display.terminal.styled_text import Screen, Style, display_width, safe

SENT = re.compile(r"\x1b\[[0-9;]*m")
RUNS = st.lists(TEXT | st.tuples(TEXT, st.sampled_from(Style)), max_size=5)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "<U+009B>31m"),
        ("\x00\x7f", "␀<U+007F>"),
        ("\u202eabc\u202c", "<U+202E>abc<U+202C>"),
        ("a\ud800b", "a\ufffdb"),
        ("na\u200cïve 👩\u200d🔧", "na\u200cïve 👩\u200d🔧"),
    ],
)
def test_a_control_is_shown_and_not_sent(text, shown):
    assert safe(text) == shown


@given(RUNS, st.integers(20, 60), st.integers(0, 8))
def test_nothing_of_a_text_is_obeyed_by_a_terminal(runs, width, indent):
    screen = Screen(width, color=True)
    screen.write(*runs, indent=indent)
    left = SENT.sub("", str(screen))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", left)


@given(RUNS, st.integers(20, 60))
def test_colour_changes_no_character(runs, width):
    plain, coloured = Screen(width), Screen(width, color=True)
    plain.write(*runs)
    coloured.write(*runs)
    assert SENT.sub("", str(coloured)) == str(plain)
    assert "\x1b" not in str(plain)


@given(
    st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), max_size=30),
    st.integers(20, 50),
)
def test_lines_keep_to_the_width(words, width):
    screen = Screen(width)
    screen.write(" ".join(words), indent=3, lead=[("1", Style.QUIET)])
    assert all(display_width(line) <= width for line in screen.lines)
    assert " ".join(screen.lines).split()[1:] == words


def test_a_word_in_several_styles_is_not_parted():
    screen = Screen(12)
    screen.write("aaaa bbbb ", ("{cc", Style.MINOR), ("dd}", Style.QUIET), "ee")
    assert screen.lines == ["aaaa bbbb", "{ccdd}ee"]


def test_further_lines_are_indented():
    screen = Screen(16)
    screen.write("one two three four", indent=4, lead=[("  1", Style.QUIET)])
    assert screen.lines == ["  1 one two", "    three four"]


def test_a_heading_runs_to_the_margin():
    screen = Screen(20)
    screen.rule(("Ana\nLind", Style.STRONG))
    assert screen.lines == ["── Ana Lind " + "─" * 8]
