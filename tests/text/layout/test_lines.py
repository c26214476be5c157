import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.text.layout.lines import lines_of

QUOTED = {
    "plain": [(0, "plain")],
    "> one\n>> two\n> > two": [(1, "one"), (2, "two"), (2, "two")],
    "a\n>\n> b": [(0, "a"), (1, ""), (1, "b")],
    "| one\n| two": [(1, "one"), (1, "two")],
    "| one": [(0, "| one")],
    "| a | b |\n|---|---|\n| 1 | 2 |": [(0, "| a | b |"), (0, "|---|---|"), (0, "| 1 | 2 |")],
    ">> VALE: We sail\nat noon.\n>> So?": [(0, ">> VALE: We sail"), (0, "at noon."), (0, ">> So?")],
    "a\r\n> b\r\n": [(0, "a"), (1, "b")],
    "": [],
}


@pytest.mark.parametrize(("text", "lines"), QUOTED.items())
def test_quoting_prefixes_are_known_from_captions_and_tables(text, lines):
    assert [(line.depth, text[line.content : line.end]) for line in lines_of(text)] == lines


def test_an_indent_counts_from_the_prefix():
    plain, quoted = lines_of("   a\n>    b")
    assert plain.indent == quoted.indent == 3


@given(st.text("ab >|\n\r\t", max_size=60))
def test_lines_are_where_they_stand(text):
    for line, printed in zip(lines_of(text), text.splitlines(), strict=True):
        assert 0 <= line.start <= line.content <= line.end <= len(text)
        assert text[line.start :].startswith(printed)
        assert printed.endswith(text[line.content : line.end]) or printed[-1:].isspace()
