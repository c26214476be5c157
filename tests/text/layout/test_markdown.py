import pytest

from quoteverify.text.layout.markdown import without_blocks, without_inline
from quoteverify.text.layout.page import Page

BLOCKS = {
    '---\ntitle: "A long winter"\n---\nIt was cold.': "It was cold.",
    "+++\ntitle = 'A'\n+++\nIt was cold.": "It was cold.",
    "---\nIt was cold.\n---\n": "\nIt was cold.\n\n",
    "# Port\n## Aas ##\n": "Port\nAas\n",
    "#ferry is off\nC# is a note #1": "#ferry is off\nC# is a note #1",
    "a\n```py\nsay('“no”')\n```\nb": "a\n\nb",
    "a\n~~~\n“no”\n~~~~\nb": "a\n\nb",
    "a\n```\nnever closed": "a\n```\nnever closed",
    "Port\n====\ntext": "Port\n\ntext",
    "a\n* * *\nb\n***\nc": "a\n\nb\n\nc",
    "-- \nRuth": "-- \nRuth",
}
INLINE = {
    "**Ruth Vale** and *Ada* and ***Tom*** and __Bo__": "Ruth Vale and Ada and Tom and Bo",
    "_Ed_ and ~~no~~": "Ed and no",
    "“We will *not* sell,” *said Dana Holt*.": "“We will not sell,” said Dana Holt.",
    "3 * 4 * 5 and snake_case_name and 2*3*4": "3 * 4 * 5 and snake_case_name and 2*3*4",
    "*a\nb* c": "*a\nb* c",
    "\n*a* b": "\na b",
    "*\na* b": "*\na* b",
    # Each sign alone in its text.
    "so *no* way": "so no way",
    "so _no_ way": "so no way",
    "so ~~no~~ way": "so no way",
    "so [no](away) way": "so no way",
    "so [no][1] way": "so no way",
    "so <http://a.example> way": "so http://a.example way",
    "so `no` way": "so  way",
    r"so \~no way": "so ~no way",
    "a footnote* and another*": "a footnote* and another*",
    "**opened\n\nand** closed in another paragraph": "**opened\n\nand** closed in another paragraph",
    '[Ruth Vale](https://example.org/a_(b) "her page") said': "Ruth Vale said",
    "[Ruth Vale][vale] said [sic] so [1][2]": "Ruth Vale said [sic] so [1][2]",
    "![the port](port.png)The port": "The port",
    "see <https://example.org/a> there": "see https://example.org/a there",
    "run `say('“no”')` now": "run  now",
    "He said ``yes'' and ``no''.": "He said ``yes'' and ``no''.",
    r"\*not\* so": "*not* so",
    "`Tis late and `twas": "`Tis late and `twas",
}


def test_words_are_seen_without_the_signs_of_blocks():
    for text, read in BLOCKS.items():
        assert without_blocks(Page(text, text)).text == read


@pytest.mark.parametrize(("text", "read"), INLINE.items())
def test_words_are_seen_without_what_is_set_inside_a_line(text, read):
    assert without_inline(Page(text, text)).text == read
