from urllib.parse import unquote

import attrs
import pytest
from anything import HOSTILE
from records import altered, morning

from quoteverify.display.html.links import to_page, to_passage, to_place

NOT_OF_THE_WEB = [None, "", "javascript:alert(1)", "ftp://ledger.example", "https://a b", "http://\ud800"]


def test_a_place_is_linked_by_the_words_that_stand_there():
    assert to_place("here", morning(), morning().quotes[4].spans) == (
        '<a href="https://example.org/bridge?a=1&amp;b=2#:~:text=%E2%80%9CNobody%20asked%20us.%E2%80%9D"'
        ' class="out" title="see it on the page">here</a>'
    )


def test_a_passage_is_linked_by_its_words_and_those_beside_it():
    passage = attrs.evolve(altered().passages[0], url="https://example.org/bridge")
    link = to_passage("here", passage)
    assert unquote(link.split('"')[1]) == (
        "https://example.org/bridge#:~:text=have no choice'-,"
        "“We may close the bridge, or part of it, in May,”,-said Ines Okafor,"
    )


def test_a_page_of_the_web_is_linked():
    assert to_page(morning()) == (
        '<a href="https://example.org/bridge?a=1&amp;b=2">https://example.org/bridge?a=1&amp;b=2</a>'
    )


@pytest.mark.parametrize("url", [*NOT_OF_THE_WEB, *HOSTILE], ids=ascii)
def test_no_other_address_is_a_link(url):
    document = attrs.evolve(morning(), url=url)
    passage = attrs.evolve(altered().passages[0], url=url)
    for made in (to_page(document), to_place("<b>", document, ()), to_passage("<b>", passage)):
        assert "<" not in (made or "")


@pytest.mark.parametrize("url", ["http://[", "https://ledger.example/#a#b", "https://?"])
def test_an_odd_address_is_an_address(url):
    assert f'href="{url}' in to_place("here", attrs.evolve(morning(), url=url), morning().quotes[4].spans)
