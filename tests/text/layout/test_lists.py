import pytest

from quoteverify.models import Span
from quoteverify.text.layout.lists import without_items
from quoteverify.text.layout.page import Page

LISTS = {
    "- a\n- b\n": "a\nb\n",
    "* a\n  more\n* b": "a\n  more\nb",
    "1. a\n2. b\n\n3. c": "a\nb\n\nc",
    "(1) a\n(2) b": "a\nb",
    "1) a\n1) b": "a\nb",
    "a. red\nb. blue": "red\nblue",
    "- a\n  1. b\n  2. c\n- d": "a\n  b\n  c\nd",
    "- [x] a\n- [ ] b": "a\nb",
    "• a\r\n• b\r\n": "a\r\nb\r\n",
    "1. a\n2. b\n7. c\n8. d": "a\nb\nc\nd",
    "- a\n- b\n* c\n* d": "a\nb\nc\nd",
    "- a\n- b\n\n– No.\n– Yes.": "a\nb\n\n– No.\n– Yes.",
    "1. a\n2. b\n7. c": "a\nb\n7. c",
    "- “a” — Ada Aas": "“a” — Ada Aas",
    "It rained.\n\n- Ada Aas: “a”\n\nIt snowed.": "It rained.\n\nAda Aas: “a”\n\nIt snowed.",
    "What he said:\n- a\n- b\nand so on": "What he said:\na\nb\nand so on",
}
NO_LISTS = [
    "“We sail.”\n- Ruth Vale",
    "“We sail.”\n- Ruth Vale\n\n“No.”\n- Ada Aas",
    "- a single one",
    "- Ada Aas, who said “a”",
    "– Do we sail?\n– No.",
    "Q. Where was it?\nA. On the quay.",
    "1990. The ship\n1991. The quay",
    "1. and\nb. not",
    "a. and\n2. not",
    "J. Vale said so.\nT. Aas said no.",
    "3. and\n7. not",
    "-5 degrees\n-7 degrees",
    "",
]


@pytest.mark.parametrize(("text", "read"), LISTS.items())
def test_the_signs_of_a_list_are_no_words(text, read):
    page = without_items(Page(text, text))
    assert page.text == read
    for n, character in enumerate(read):
        assert page.span(Span(n, n + 1)).of(text) == character


@pytest.mark.parametrize("text", NO_LISTS)
def test_what_is_no_list_stays_as_it_is(text):
    assert without_items(Page(text, text)).text == text
