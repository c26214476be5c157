from anything import TEXT
from hypothesis import given
from seen import Seen

from quoteverify.display.html.markup import Markup, element, escaped, joined


@given(TEXT)
def test_no_text_becomes_markup(text):
    seen = Seen(element("p", text, title=text))
    assert seen.tags == ["p"]
    assert [name for name, _ in seen.attributes] == ["title"]
    assert seen.other == []


@given(TEXT)
def test_every_text_can_be_written_as_utf8(text):
    escaped(text).encode("utf8")


def test_what_a_reader_cannot_show_is_replaced():
    assert escaped("a\x00b\ud800c\x1bd\x9b") == "a\ufffdb\ufffdc\ufffdd\ufffd"
    assert escaped("a\tb\nc\u200d") == "a\tb\nc\u200d"


def test_markup_is_not_escaped_twice():
    assert element("p", element("b", "1 < 2")) == "<p><b>1 &lt; 2</b></p>"
    assert joined(["<", Markup("<br>"), None], " & ") == "&lt; &amp; <br>"


def test_an_attribute_that_is_none_is_left_out():
    assert element("td", class_="a", data_n=None, title="") == '<td class="a" title=""></td>'
    assert element("meta", charset="utf-8") == '<meta charset="utf-8">'
