import pytest

from quoteverify.models import Span
from quoteverify.text.layout.page import Page
from quoteverify.text.layout.tags import without_tags

READ = {
    "&ldquo;No,&rdquo; he said.": "“No,” he said.",
    "R&amp;D &#8212; &#x201C;No&#x201D;": "R&D — “No”",
    "AT&T; and R&D stay": "AT&T; and R&D stay",
    "<b>No</b>, <em>he</em> <a href='x'>said</a>": "No, he said",
    "He said: <q>No.</q>": "He said: “No.”",
    "He said: <quote>No.</quote>": "He said: “No.”",
    "<v Ruth Vale>No.</v>\n<v.loud Ada Aas>Yes.": "Ruth Vale: No.\nAda Aas: Yes.",
    "&lt;p&gt;&amp;ldquo;No.&amp;rdquo;&lt;/p&gt;": "“No.”",
    "Write &lt;p&gt; for a paragraph.": "Write <p> for a paragraph.",
    "one<br>two<br/>three": "one\ntwo\nthree",
    "<p>one</p><p>two": "\n\none\n\n\n\ntwo",
    "a<script>var x = '“no”';</script>b": "ab",
    "a <code>“no”</code> b": "a  b",
    "the orchard<sup>7</sup> and m<sup>2</sup>": "the orchard and m",
    "the <sup>raised</sup> word": "the raised word",
    "a<!-- “no” -->b": "ab",
    "3 < 4 and 5 > 2": "3 < 4 and 5 > 2",
    '<tweet id="5">no': '<tweet id="5">no',
    "<script>is never closed": "\n\nis never closed",
    "": "",
}


@pytest.mark.parametrize(("text", "read"), READ.items())
def test_tags_and_entities_are_seen_as_what_a_page_shows(text, read):
    assert without_tags(Page(text, text)).text.strip("\n") == read.strip("\n")


def test_a_character_leads_back_to_its_whole_entity():
    text = "a &ldquo;b"
    page = without_tags(Page(text, text))
    assert page.span(Span(2, 3)).of(text) == "&ldquo;"


def test_block_quotations_are_found_outermost_only():
    text = "a<blockquote>b<blockquote>c</blockquote></blockquote>d<blockquote>never closed"
    page = without_tags(Page(text, text))
    assert [block.of(page.text).split() for block in page.blocks] == [["b", "c"]]
