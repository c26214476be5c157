import re

import attrs
import pytest
from anything import HOSTILE, record
from hypothesis import given
from hypothesis import strategies as st
from records import RECORDS, alignment, altered, check_report, comparison, morning
from seen import ATTRIBUTES, TAGS, Seen

from quoteverify.display import html
from quoteverify.display.html import pages
from quoteverify.models import Alignment, CheckReport, Comparison, Document, Verification

OF = {
    Document: html.document,
    Alignment: html.alignment,
    Comparison: html.comparison,
    Verification: html.verification,
    CheckReport: html.check_report,
}
RECORD = st.one_of(*map(record, OF))


@given(RECORD)
def test_only_our_own_elements_and_attributes_are_made_of_any_record(made):
    fragment = OF[type(made)](made)
    fragment.encode("utf8")
    seen = Seen(fragment)
    assert set(seen.tags) <= TAGS
    assert {name for name, _ in seen.attributes} <= ATTRIBUTES
    links = [value for name, value in seen.attributes if name == "href"]
    assert all(link.startswith(("#qv-", "http://", "https://")) for link in links)
    assert seen.other == []
    assert seen.tags.count("style") == 1


@given(RECORD)
def test_nothing_that_html_forbids_is_in_a_page(made):
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", html.page(made).replace("\x0c", "")
    )


@given(record(Document))
def test_the_text_of_a_document_is_all_there(made):
    start = html.document(made).index('<div class="text"')
    without_letters = re.sub('<b class="label">.*?</b>', "", html.document(made)[start:])
    shown = Seen(without_letters).text
    fit = re.sub("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", made.text)
    assert shown.startswith(fit)


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
@pytest.mark.parametrize("field", ["text", "title", "outlet", "url", "id"])
def test_a_hostile_field_stays_text(field, hostile):
    made = attrs.evolve(Document(text="It rained."), **{field: hostile * 2})
    assert set(Seen(html.document(made)).tags) <= TAGS


def test_an_address_that_is_not_of_the_web_is_no_link():
    shown = html.document(Document(text="", url="javascript:alert(1)"))
    assert "javascript:alert(1)" in shown
    assert "href" not in shown


@pytest.mark.parametrize("make", RECORDS, ids=lambda make: make.__name__)
def test_a_record_shows_itself_in_a_notebook(make):
    made = make()
    assert made._repr_html_() == OF[type(made)](made)


@pytest.mark.parametrize("view", OF.values(), ids=lambda view: view.__name__)
@pytest.mark.parametrize("value", [None, "text", []], ids=str)
def test_a_view_of_something_else_is_a_type_error(view, value):
    with pytest.raises(TypeError, match="record must be"):
        view(value)


@pytest.mark.parametrize("records", [(), ("text",), (morning(), None)], ids=str)
def test_a_page_of_something_else_is_a_type_error(records):
    with pytest.raises(TypeError, match="record"):
        html.page(*records)


def test_of_a_row_of_records_each_is_shown_and_of_very_many_the_first():
    quotes = morning().quotes * 30
    shown = Seen(html.records(quotes))
    assert shown.tags.count("figure") == pages.MOST_LISTED
    assert "and 50 more" in shown.text
    shown = Seen(html.records(quotes[: pages.MOST_LISTED]))
    assert shown.tags.count("figure") == pages.MOST_LISTED
    assert "more" not in shown.text
    rows = [*morning().speakers, *comparison().documents, *comparison().statements, altered(), "<b>"]
    text = Seen(html.records(rows)).text
    for words in ("Ole Brandt", "Evening Ledger", "has “will” for “may”", "✗ Another speaker", "'<b>'"):
        assert words in text


NAMED, TITLED = Document(id="draft", text="No."), Document(id="draft", title="The bridge", text="No.")


@pytest.mark.parametrize(
    ("record", "title"),
    [
        (NAMED, "draft"),
        (TITLED, "The bridge"),
        (CheckReport(document=NAMED, verifications=[], quote_ids=[]), "Quotes checked: draft"),
        (CheckReport(document=TITLED, verifications=[], quote_ids=[]), "Quotes checked: The bridge"),
        (alignment(), "Two wordings"),
        (altered(), "Did they say this?"),
    ],
)
def test_a_page_is_called_what_it_shows(record, title):
    assert f"<title>{title}</title>" in html.page(record)


def test_a_page_stands_by_itself():
    page = html.page(morning(), alignment())
    assert page.startswith('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">')
    assert "<title>Bridge to close, &#x27;we have no choice&#x27;</title>" in page
    assert page.count("<style>") == 1
    assert "<script" not in page
    assert not re.search(r"""(src|href)=["']?(https?:)?//(?!example\.org)""", page)


def test_the_style_asks_for_nothing_from_elsewhere_and_stays_in_its_place():
    style = pages._style()
    assert "url(" not in style
    assert "@import" not in style
    rules = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    for selectors in re.findall(r"(?:^|[}{;])\s*([^{};@]+)\{", rules):
        assert all(".qv" in selector for selector in selectors.split(",")), selectors


def luminance(color):
    """The relative luminance of WCAG 2.1, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    shares = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_can_be_read_on_the_paper(scheme):
    found = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", pages._style())
    colors = {name: luminance(pair[scheme]) for name, *pair in found}
    written = set(colors) - {"paper", "raised", "line"}
    assert len(written) == 13
    for name in written:
        low, high = sorted((colors[name], colors["paper"]))
        assert (high + 0.05) / (low + 0.05) >= 4.5, name


def test_a_page_is_written_whole(tmp_path):
    path = tmp_path / "page.html"
    html.write_page(path, comparison())
    assert path.read_text(encoding="utf8") == html.page(comparison())
    comparison().to_html(str(path))
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]


def test_nothing_is_written_of_what_cannot_be_shown(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("before")
    with pytest.raises(TypeError):
        html.write_page(path, "text")
    assert path.read_text() == "before"


def test_half_a_character_does_not_stop_a_page(tmp_path):
    html.write_page(tmp_path / "page.html", Document(text="a\ud800b\x00c"))
    assert "a\ufffdb\ufffdc" in (tmp_path / "page.html").read_text(encoding="utf8")


def test_the_worst_comes_first_in_a_report():
    shown = html.check_report(check_report())
    cards = re.findall(r'<section class="card" id="qv-check-\w+-(\d)">', shown)
    assert cards == ["3", "1"]
    assert shown.index("These stand as quoted") > shown.rindex('class="card"')


def test_a_finding_is_said_in_words_and_not_in_colour_alone():
    shown = Seen(html.verification(altered())).text
    for words in ("✗ Altered", "✗ Another speaker", "✗ Qualifier cut", "rule: modal changed"):
        assert words in shown
