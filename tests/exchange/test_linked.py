import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.exchange.linked import address, identifier, script
from quoteverify.models import Document

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
HOSTILE = (
    st.sampled_from(["</script>", "<!--", "<script>", "]]>", "&lt;", "\u2028", "\ud83d", "\x00"]) | ANY_TEXT
)


class Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.seen.append(data)

    def handle_comment(self, data):
        self.seen.append(data)

    def handle_endtag(self, tag):
        self.seen.append(tag)


@given(st.recursive(HOSTILE, lambda inner: st.lists(inner) | st.dictionaries(HOSTILE, inner), max_leaves=6))
def test_no_data_ends_its_element(data):
    page = Elements()
    page.feed(f"{script(data)}<p>")
    start, inside, end, after = page.seen
    assert start == ("script", {"type": "application/ld+json"})
    assert json.loads(inside) == json.loads(json.dumps(data))
    assert (end, after) == ("script", ("p", {}))
    assert script(data).isascii()


@given(st.lists(st.lists(ANY_TEXT, min_size=1, max_size=3), min_size=2, max_size=2, unique_by=tuple))
def test_other_names_make_other_identifiers(names):
    first, second = (identifier(*each) for each in names)
    assert first != second
    assert first == identifier(*names[0])
    assert re.fullmatch("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", first)


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("https://ledger.example/ferry?a=1&b=2#top", True),
        ("http://ledger.example/færge", True),
        ("ledger.example/ferry", False),
        ("/ferry", False),
        ("javascript:alert(1)", False),
        ("https://ledger.example/a b", False),
        ("https://ledger.example/\ud83d", False),
        ('https://ledger.example/"><script>', False),
        ("", False),
        (None, False),
    ],
)
def test_only_the_whole_address_of_a_page_is_a_name(url, whole):
    assert address(Document(text="", url=url)) == (url if whole else None)
