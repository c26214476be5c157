import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteverify.errors import ArgumentValueError, MissingExtraError
from quoteverify.reading.parser import parse
from quoteverify.reading.sources.pages import article_of_page, article_of_web_archive

pytest.importorskip("trafilatura", reason="the extra html is not installed")

FERRY = Path(__file__).with_name("pages") / "ferry.html"
BODY = (
    "<article><p>{}</p><p>"
    + "The harbour was quiet and the boats lay still in the rain. " * 8
    + "</p></article>"
)
QUOTED = "“We’ll sail,” said Zoë Vale."


def page(head="", said=QUOTED):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{BODY.format(said)}</body></html>"


@pytest.fixture(scope="module")
def ferry():
    return article_of_page(FERRY.read_bytes())


def test_a_saved_page_tells_its_title_outlet_address_and_date_of_publication(ferry):
    assert {name: fact for name, fact in ferry.items() if name != "text"} == {
        "title": "‘Nobody asked the island’: ferry timetable row deepens",
        "outlet": "North Shore Ledger",
        "url": "https://www.northshoreledger.example/2019/03/04/ferry-timetable-row/",
        "published": "2019-03-04",
    }


def test_the_headline_and_every_paragraph_of_the_article_are_its_text(ferry):
    paragraphs = ferry["text"].split("\n\n")
    assert paragraphs[0] == ferry["title"]
    assert [p.split()[0] for p in paragraphs[1:]] == [
        "The", "“We", "The", "“Eleven", "“I", "A", "Ms", "A", ">", "The",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "boots",
        "Advertisement",
        "Subscribe",
        "412 partners",
        "overdue",
        "gullwatcher",
        "thirty",
        "1884",
        "Share",
    ],
)
def test_what_stands_around_the_article_is_left_out(ferry, words):
    assert words in FERRY.read_text(encoding="utf8")
    assert words not in ferry["text"]


def test_the_offsets_of_a_page_print_what_they_say(ferry):
    document = parse(**ferry)
    assert document.text == ferry["text"]
    places = [span for quote in document.quotes for span in quote.spans]
    assert [document.text[span.start : span.end] for span in places] == [
        "Nobody asked the island",
        "We looked at every sailing, and the figures for the late boat could not be defended,",
        "It carried eleven people on an average night.",
        "a courtesy extended to nobody",
        "Eleven people is eleven people who have to get home,",
        "They are nurses, they are cleaners, and two of them drive the very buses that meet the boat.",
        "I asked for the figures in January. I asked again in February. What I got was a leaflet.",
        "on three occasions",
        "If a proposal reaches us we will consider it on its merits.",
        "The boat is the road,",
        "Close it and you have closed the road.",
        "surprised, and pleased, to be surprised",
    ]


def test_lines_items_and_cells_are_lines_and_formatting_is_none():
    said = (
        "One <b>l</b>ine<br>and another</p><ul><li>an <i>item</i></li></ul>"
        "<table><tr><td>a cell</td></tr></table><p>End."
    )
    lines = article_of_page(page(said=said).encode())["text"].split("\n\n")
    assert lines[:5] == ["One line", "and another", "an item", "a cell", "End."]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="unicode_escape">', "utf-8"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "cp1252"),
        ("<meta charset=gb2312>", "gb18030"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares_or_shows(head, encoding):
    assert article_of_page(page(head).encode(encoding))["text"].startswith(QUOTED)


@pytest.mark.parametrize(("place", "read"), [(1024, True), (1025, False)])
def test_a_page_declares_its_encoding_within_so_many_bytes(place, read):
    declared = "<meta charset=koi8-r"
    before = page("<!---->@").index("@") + len(declared)
    raw = page(f"<!--{'x' * (place - before)}-->{declared}>", said="Да, сказала Анна.").encode("koi8-r")
    assert article_of_page(raw)["text"].startswith("Да, сказала Анна.") is read


def test_whoever_knows_the_encoding_of_a_page_says_so():
    raw = page(said="Да, сказала Анна.").encode("koi8-r")
    assert article_of_page(raw, "koi8-r")["text"].startswith("Да, сказала Анна.")
    with pytest.raises(ArgumentValueError, match="encoding must be"):
        article_of_page(raw, "no such thing")


def test_a_page_without_an_address_has_the_one_that_it_was_saved_from():
    saved = "<!DOCTYPE html>\n<!-- saved from url=(0031)https://ledger.example/ferry?a=1 -->\n" + page()
    assert article_of_page(saved.encode())["url"] == "https://ledger.example/ferry?a=1"


def test_an_address_that_is_a_script_is_none():
    assert "url" not in article_of_page(page("<link rel=canonical href='javascript:alert(1)'>").encode())


def test_a_wrapper_that_calls_itself_an_advertisement_is_the_article_all_the_same():
    assert (
        QUOTED in article_of_page(page().replace("<article>", "<div class='ad'><article>").encode())["text"]
    )


@pytest.mark.parametrize("raw", [b"", b"<html></html>", b"<html><body> </body></html>", b"\0"])
def test_a_page_without_an_article_has_no_text(raw):
    assert article_of_page(raw) == {"text": ""}


def test_what_is_no_character_does_not_end_the_page():
    assert article_of_page(page(said="One\0 two\ud800.").encode("utf8", "surrogatepass"))["text"].endswith(
        "rain."
    )


def test_a_web_archive_is_read_as_its_page():
    archive = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ledger.example/ferry\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--x"\r\n\r\n\r\n----x\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{page()}\r\n----x\r\nContent-Type: text/css\r\n\r\nbody {{}}\r\n----x--\r\n"
    )
    article = article_of_web_archive(archive.encode())
    assert article["url"] == "https://ledger.example/ferry"
    assert article["text"].startswith(QUOTED)
    assert article_of_web_archive(b"Subject: no page\r\n\r\nText") == {"text": ""}


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quoteverify\[html\]"):
        article_of_page(page().encode())


def test_with_a_broken_extra_the_error_says_what_is_broken(monkeypatch, tmp_path):
    (tmp_path / "trafilatura.py").write_text("import no_such_module_at_all")
    monkeypatch.delitem(sys.modules, "trafilatura")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(MissingExtraError, match="no_such_module_at_all"):
        article_of_page(page().encode())


TAGS = [
    "<p>",
    "</p>",
    "<div class='ad'>",
    "</div>",
    "<h1>",
    "</h1>",
    "<title>",
    "<table>",
    "<tr>",
    "<li>",
    "<br>",
]
SCRAPS = [
    "<",
    ">",
    "<b",
    "<!--",
    "<script>",
    "</script>",
    "&#0;",
    "&nbsp;",
    "\x0c",
    "\ud800",
    "“Yes,” said Bo. ",
]
PIECES = st.sampled_from([*TAGS, *SCRAPS])


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_any_page_is_read(body):
    raw = f"<html><body>{body}</body></html>".encode("utf8", "surrogatepass")
    assert isinstance(parse(**article_of_page(raw)).text, str)


def test_what_stands_in_the_elements_of_quotations_is_quoted():
    block = "<blockquote><p>One.</p><p>Two.</p></blockquote>"
    said = f"She wrote to us:</p>{block}<p>He said <q>never <q>ever</q></q> so."
    text = article_of_page(page(said=said).encode())["text"]
    assert "She wrote to us:\n\n> One.\n>\n> Two.\n\nHe said “never ‘ever’” so." in text


def test_links_are_kept_where_they_are_asked_for():
    raw = page(said='Ada Aas <a href="https://t.example/a">told</a> us.').encode()
    assert "Ada Aas told us." in article_of_page(raw)["text"]
    assert "Ada Aas [told](https://t.example/a) us." in article_of_page(raw, links=True)["text"]
