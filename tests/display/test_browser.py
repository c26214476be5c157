"""The pages in a real browser, where there is one."""

import json
import re
from urllib.parse import quote_plus

import attrs
import pytest
from browser import NEEDED, browse
from display.newsday import newsday
from records import RECORDS, altered, check_report, comparison, morning

from quoteverify.display.html import page
from quoteverify.models import Attribution, Document, Quote, Severity, Span, Speaker

pytestmark = NEEDED


@pytest.fixture
def shown(tmp_path):
    """What a page is once a browser has shown it, and what the browser's console says."""

    def show(html: str, *options: str) -> tuple[str, str]:
        (tmp_path / "page.html").write_text(html, encoding="utf8")
        address = (tmp_path / "page.html").as_uri()
        dom, said = browse(tmp_path, "--virtual-time-budget=2000", *options, "--dump-dom", address)
        return dom, "\n".join(re.findall(r".*CONSOLE.*", said))

    return show


def asked(html: str, question: str) -> str:
    """The page with a script of ours, whose answer becomes the page's title."""
    return html.replace("</body>", f"<script>document.title = String({question})</script></body>")


def answer(dom: str) -> str:
    return re.search(r"<title>(.*?)</title>", dom, re.DOTALL)[1]


PAYLOADS = (
    "<script>document.title='hit'</script>",
    "<img src=x onerror=\"document.title='hit'\">",
    "\"><svg onload=document.title='hit'>",
    "' onmouseover='document.title=1' autofocus onfocus='document.title=`hit`' x='",
    "</style><script>document.title='hit'</script>",
    "</title><script>document.title='hit'</script>",
    "javascript:document.title='hit'",
)


def hostile(payload):
    """Records with a payload wherever a stranger's words can stand."""
    speaker = Speaker(payload, aliases=[payload])
    quote = Quote(
        id=payload, spans=[Span(0, 9)], text=payload, attribution=Attribution(speaker=speaker, reason=payload)
    )
    for url in (
        payload,
        f"https://ledger.example/{payload}",
        f"https://ledger.example/#{quote_plus(payload)}",
    ):
        yield Document(
            id=f"{payload} {url}",
            text=payload,
            title=payload,
            outlet=payload,
            url=url,
            quotes=[quote],
            speakers=[speaker],
        )
    yield attrs.evolve(check_report(), document=attrs.evolve(check_report().document, text=payload))
    yield attrs.evolve(altered(), claim=payload, speaker=speaker, wording_rule=payload)


def test_a_hostile_article_runs_no_script(shown):
    dom, console = shown(page(morning(), *(record for payload in PAYLOADS for record in hostile(payload))))
    assert answer(dom) == morning().title
    assert console == ""


def test_a_page_fits_a_narrow_screen_and_says_nothing_on_the_console(shown):
    # A headless window is never narrower than 500; what is in it can be.
    narrow = "(document.querySelector('main').style.width = '360px', document.documentElement.scrollWidth)"
    dom, console = shown(asked(page(*(make() for make in RECORDS)), narrow), "--window-size=500,900")
    assert int(answer(dom)) <= 500
    assert console == ""


@pytest.mark.parametrize(("scheme", "dark"), [("1", False), ("0", True)])
def test_a_page_is_light_or_dark_as_the_reader_likes(shown, scheme, dark):
    question = "getComputedStyle(document.querySelector('.qv')).backgroundColor"
    dom, _ = shown(asked(page(morning()), question), f"--blink-settings=preferredColorScheme={scheme}")
    red = int(re.search(r"\d+", answer(dom))[0])
    assert (red < 128) is dark


def test_what_is_selected_is_what_was_printed(shown):
    question = "(getSelection().selectAllChildren(document.querySelector('.text')), getSelection())"
    dom, _ = shown(asked(page(morning()), f"{question}.toString()"))
    assert " ".join(answer(dom).split()) == " ".join(morning().text.split())


def test_a_quote_leads_to_its_place(shown):
    links = "[...document.querySelectorAll('a.brief, a.verdict')]"
    question = f"{links}.length === 8 && {links}.every(a => document.querySelector(a.hash) !== null)"
    dom, _ = shown(asked(page(morning(), comparison(), check_report()), question))
    assert answer(dom) == "true"


def test_a_printed_page_holds_what_is_folded_on_the_screen(tmp_path):
    pypdf = pytest.importorskip("pypdf")
    source, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(page(check_report()), encoding="utf8")
    browse(tmp_path, f"--print-to-pdf={printed}", source.as_uri())
    text = " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(printed).pages).split())
    assert text.count("Searched: 2 sources") == 2
    assert "rule: words changed without a mark" in text


DAY = newsday(8, 24)
VISIBLE = "[...document.querySelectorAll('.card')].filter(card => card.getClientRects().length)"


def test_what_is_off_the_screen_is_not_laid_out(shown):
    seen = "card.querySelector('table').checkVisibility({contentVisibilityAuto: true})"
    skipped = f"{VISIBLE}.filter(card => !{seen})"
    dom, _ = shown(asked(page(DAY), f"{skipped}.length"))
    assert int(answer(dom)) > len(DAY.shared) / 2


def test_statements_are_chosen_by_speaker_outlet_and_change_without_a_script(shown):
    statement = DAY.shared[-1]
    outlet = DAY.document(statement.variants[0].document_id).name
    expected = [
        sum(statement.speaker in each.speakers for each in DAY.shared),
        sum(any(DAY.document(v.document_id).name == outlet for v in each.variants) for each in DAY.shared),
        sum(each.severity == Severity.SUBSTANTIVE for each in DAY.shared),
        len(DAY.shared),
    ]
    assert 0 < min(expected) < max(expected[:3]) < len(DAY.shared)
    script = f"""
      const form = document.querySelector('.qv-filter');
      const [change, speaker, outlet] = form.querySelectorAll('select');
      const choose = (list, words) => {{
        form.reset();
        list.value = [...list.options].find(option => option.text.startsWith(words)).value;
        return {VISIBLE}.length;
      }};
      document.title = [
        choose(speaker, {json.dumps(statement.speaker.name)}),
        choose(outlet, {json.dumps(outlet)}),
        choose(change, 'changes the meaning'),
        (form.reset(), {VISIBLE}.length),
      ];"""
    dom, console = shown(page(DAY).replace("</body>", f"<script>{script}</script></body>"))
    assert answer(dom) == ",".join(map(str, expected))
    assert console == ""


@pytest.mark.parametrize("width", ["360px", "700px", "1000px"])
def test_a_day_of_many_outlets_fits_any_screen(shown, width):
    day = newsday(30, 24, most=6)
    question = f"""(() => {{
      const page = document.querySelector('main');
      page.style.width = '{width}';
      document.querySelectorAll('details').forEach(each => each.open = true);
      const edge = page.getBoundingClientRect().right;
      const isOut = each => each.getBoundingClientRect().right > edge;
      const beyond = each => isOut(each) || each.scrollWidth > each.clientWidth + 1;
      const wide = [...page.querySelectorAll('.card, .wide, .strip, .qv-filter, ol, p')].filter(beyond);
      // What differs is never in what is cut to a line.
      const isCut = each => getComputedStyle(each).overflow === 'hidden';
      const cut = [...page.querySelectorAll('td')].filter(isCut);
      return wide.length + cut.filter(each => each.querySelector('.d, .gap')).length;
    }})()"""
    dom, _ = shown(asked(page(day), question), "--window-size=1300,900")
    assert answer(dom) == "0"


def test_a_name_without_an_end_leaves_the_words_on_the_screen(shown):
    documents = [attrs.evolve(document, outlet="Name" * 50) for document in DAY.documents]
    question = """(() => {
      const [table] = document.querySelectorAll('.wide');
      return table.scrollWidth <= table.clientWidth && document.documentElement.scrollWidth <= innerWidth;
    })()"""
    dom, _ = shown(asked(page(attrs.evolve(DAY, documents=documents)), question), "--window-size=1200,900")
    assert answer(dom) == "true"


def test_what_is_chosen_is_told_to_who_cannot_see_it(shown):
    lists = "[...document.querySelectorAll('.qv-filter select')]"
    dom, _ = shown(asked(page(DAY), f"{lists}.map(list => list.labels[0].firstChild.data.trim())"))
    assert answer(dom) == "Changed,Speaker,Outlet"
