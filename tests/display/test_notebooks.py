"""The views inside pages that have rules of their own for what a notebook shows, in a real browser.

The rules are of the sort that notebooks have: made for data frames and Markdown, and hung under a class that
an output stands in. With the style taken away, as in a notebook that is not trusted, the words are still
apart.
"""

import json
import re

import pytest
from browser import NEEDED, browse
from display.gallery import draft, heard, many, room
from display.newsday import dozen
from records import alignment, altered, check_report, comparison, morning

from quoteverify.models import Quote, Speaker

pytestmark = NEEDED

LAB = """
  body { font: 13px/1.3 sans-serif; margin: 0; }
  .out { color: #222; padding-right: 20px; white-space: pre; text-align: center; letter-spacing: 1px; }
  .out a:link, .out a:visited { color: blue; text-decoration: none; }
  .out h2, .out h3 { margin: 3em 0; font-weight: 300; }
  .out ul:not(.flat), .out ol:not(.flat) { padding-left: 4em; list-style: square; margin-bottom: 1em; }
  .out table { table-layout: fixed; margin: 0 auto 1em; font-size: 12px; border-collapse: separate; }
  .out td, .out th, .out tr { vertical-align: middle; padding: .5em; white-space: nowrap; max-width: 40px; }
  :not(.text).out td, :not(.text).out th, :not(.text).out tr { text-align: right; }
  .out tbody tr:nth-child(even) { background: #eee; }
  .out p { margin: 0 0 3em; }
  .out blockquote { margin: 1em 4em; padding: 0 2em; border-left: 9px solid red; }
  .out.out dl { width: 100%; overflow: hidden; }
  .out.out dt { float: left; width: 20%; font-weight: bold; }
  .out.out dd { float: left; width: 80%; }
  .out small { display: block; }
  .out.out mark, .out.out del, .out.out ins { display: block; }
"""
OLDER = LAB + "html { font-size: 10px; } .out * + p { margin-top: 2em; } .out td { border: 1px solid; }"
CODE = """
  body { font: 13px/1.4 sans-serif; padding: 0; height: 100%; width: 100%; }
  .out > div { overflow-x: scroll; }
  .out div { min-height: 2px; }
  a, a code { color: teal; } a:hover { color: blue; }
  table, thead, tbody, tr, th, td { border: none !important; border-color: transparent; border-spacing: 0; }
  table { width: 100%; }
  table, th, tr { vertical-align: middle; text-align: right; }
  thead { font-weight: bold; background-color: #8884; }
  th, td { padding: 4px 8px; }
  tr:nth-child(even) { background-color: #8882; }
  tbody th { font-weight: normal; }
  blockquote { background: #eee; border-color: gold; }
  select { background: none; outline: 1px solid red; }
"""
HOSTED = """
  body { font: 14px/1 Roboto, sans-serif; margin: 0; white-space: pre; }
  .out { display: flex; overflow: auto; }
  .out td, .out th { white-space: nowrap; padding: 0 40px; text-align: right; }
  .out tr:nth-child(odd) { background: #ddd; }
  .out dt { float: left; }
  button { border-radius: 50%; width: 32px; height: 32px; display: none; }
"""
VIEWS = (morning, room, alignment, comparison, many, altered, heard, check_report, draft, dozen)
# What each rule of the page would change, and what the views have instead.
WANTED = """
(() => {
  const found = [];
  const say = (what, value) => { if (!value) found.push(what); };
  const all = (selector) => [...document.querySelectorAll('.qv ' + selector)];
  const style = (one) => getComputedStyle(one);
  say('legend floats', all('dt, dd, .legend li, .legend b').every(e => style(e).float === 'none'));
  say('legend is narrow', all('.legend b > *').every(e => e.getClientRects().length === 1));
  say('cells to the right', all('td, th').every(e => style(e).textAlign !== 'right'));
  say('cells are narrow', all('td:not(.dense .agrees)').every(e => style(e).maxWidth === 'none'));
  say('rows have stripes', all('tr').every(e => style(e).backgroundColor === 'rgba(0, 0, 0, 0)'));
  say('lists are set in', all('.speakers ol, ul.compared').every(e => style(e).paddingLeft === '0px'));
  say('words stand alone', all('mark, ins, del').every(e => style(e).display === 'inline'));
  say('headings are far apart', all('h2, h3').every(e => parseFloat(style(e).marginTop) < 10));
  say('print is small', all('.text').every(e => parseFloat(style(e).fontSize) >= 15));
  say('letters are spaced', all('p').every(e => style(e).letterSpacing === 'normal'));
  say('lists to choose from are hidden', all('form').every(e => style(e).display === 'flex'));
  say('columns have bars', all('.differs').every(e => parseFloat(style(e).borderTopWidth) >= 3));
  say('rows have lines', all('.variants tbody tr').every(e => style(e).borderTopWidth === '1px'));
  say('names are set apart', all('.variants th').every(e => style(e).textAlign === 'left'));
  say('wider than the screen', document.documentElement.scrollWidth <= innerWidth);
  return JSON.stringify(found);
})()
"""


def shown(folder, html: str, question: str, width: int = 1200) -> str:
    """What a script of ours finds in a page."""
    page = folder / "page.html"
    script = f"<script>document.title = 'answer: ' + {question}</script>"
    page.write_text(f"<!DOCTYPE html><meta charset=utf8>{html}{script}", encoding="utf8")
    # A window is no narrower than 500 pixels, but a frame in it is.
    frame = folder / "frame.html"
    frame.write_text(
        f"<!DOCTYPE html><iframe src='{page.as_uri()}' style='width:{width}px;height:900px;border:0' "
        "onload='document.title = this.contentDocument.title'></iframe>",
        encoding="utf8",
    )
    dom, _ = browse(folder, "--allow-file-access-from-files", "--virtual-time-budget=3000",
                    f"--window-size={max(600, width + 50)},1000", "--dump-dom", frame.as_uri())  # fmt: skip
    return re.search(r"<title>answer: (.*?)</title>", dom)[1]


def outputs(show=lambda record: record._repr_html_()) -> str:
    return "".join(f'<div class="out">{show(make())}</div>' for make in VIEWS)


@pytest.mark.parametrize("width", [360, 800, 1600])
@pytest.mark.parametrize("rules", [LAB, OLDER, CODE, HOSTED], ids=["newer", "older", "editor", "hosted"])
def test_a_view_keeps_its_looks_inside_a_page_with_rules_of_its_own(tmp_path, rules, width):
    assert json.loads(shown(tmp_path, f"<style>{rules}</style>{outputs()}", WANTED, width)) == []


def test_the_page_around_a_view_keeps_its_own_looks(tmp_path):
    ours = "<div class='out'><table><tr><td id=cell>1</td></tr></table></div>"
    question = "getComputedStyle(document.querySelector('#cell')).textAlign"
    html = f"<style>{LAB}</style>{outputs()}{ours}"
    assert shown(tmp_path, html, question) == "right"


@pytest.mark.parametrize(
    ("around", "theme"),
    [
        ('data-jp-theme-light="true"', "light"),
        ('data-jp-theme-light="false"', "dark"),
        ('class="vscode-light"', "light"),
        ('class="vscode-dark"', "dark"),
        ('class="vscode-high-contrast"', "dark"),
        ('class="vscode-high-contrast-light vscode-high-contrast"', "light"),
        ('theme="dark"', "dark"),
    ],
)
def test_a_view_is_light_or_dark_as_the_notebook_is(tmp_path, around, theme):
    html = f"<div {around}>{comparison()._repr_html_()}</div>"
    question = "getComputedStyle(document.querySelector('.qv')).backgroundColor"
    red = int(re.search(r"\d+", shown(tmp_path, html, question))[0])
    assert (red < 128) is (theme == "dark")


def untrusted(record) -> str:
    """A view as JupyterLab shows what it does not trust: without styles, and attributes without a value."""
    return re.sub(r' [a-z-]+=""|<style>.*?</style>', "", record._repr_html_(), flags=re.DOTALL)


def test_without_its_style_a_view_runs_no_words_together(tmp_path):
    words = json.loads(
        shown(
            tmp_path,
            outputs(untrusted),
            "JSON.stringify([...document.querySelectorAll('.qv')].map(e => e.innerText))",
        )
    )
    article, talk, wordings = words[:3]
    # A letter before each quotation, a number behind each difference, and the lines of the text.
    assert "A\xa0We may close the bridge" in article.replace("&nbsp;", "\xa0")
    assert "set apart" in talk.lower()
    assert "\n" in morning().text.strip()
    assert article.count("\n") > morning().text.count("\n")
    assert "do not1" in wordings
    for text in words:
        assert not re.search(r"[a-z](substantive|minor|cosmetic)|(substantive|minor|cosmetic)[a-z]", text)
        assert not re.search(r"\w(published first|printed by|changed in a copy)", text)


def test_without_its_style_a_view_has_no_lists_that_do_nothing(tmp_path):
    hidden = "[...document.querySelectorAll('form, .tally, .strip')]"
    question = f"{hidden}.map(one => one.getClientRects().length)"
    assert shown(tmp_path, untrusted(dozen()), question) == "0,0,0"
    assert shown(tmp_path, dozen()._repr_html_(), question) == "1,1,1"


@pytest.mark.parametrize("record", [Speaker("Ruth Vale"), morning().quotes[0], comparison().statements[0]])
def test_a_part_of_a_record_shows_itself_too(tmp_path, record):
    html = f'<style>{LAB}</style><div class="out">{record._repr_html_()}</div>'
    assert json.loads(shown(tmp_path, html, WANTED)) == []
    if isinstance(record, Quote):
        assert record.text in untrusted(record)
