"""The pages in a real browser, where there is one."""

import re
import shutil
import subprocess

import attrs
import pytest
from records import RECORDS, altered, check_report, comparison, morning

from quoteverify.display.html import page
from quoteverify.models import Attribution, Document, Quote, Span, Speaker

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium: apt-get install chromium")

OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--virtual-time-budget=2000", "--enable-logging=stderr",
)  # fmt: skip


@pytest.fixture
def browse(tmp_path):
    """What a page is once a browser has shown it, and what the browser's console says."""

    def shown(html: str, *options: str) -> tuple[str, str]:
        (tmp_path / "page.html").write_text(html, encoding="utf8")
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        command = [BROWSER, *OPTIONS, profile, *options, "--dump-dom", f"file://{tmp_path / 'page.html'}"]
        done = subprocess.run(command, capture_output=True, check=True, timeout=120)
        console = re.findall(r".*CONSOLE.*", done.stderr.decode(errors="replace"))
        return done.stdout.decode(), "\n".join(console)

    return shown


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
    yield Document(
        id=payload,
        text=payload,
        title=payload,
        outlet=payload,
        url=payload,
        quotes=[quote],
        speakers=[speaker],
    )
    yield attrs.evolve(check_report(), document=attrs.evolve(check_report().document, text=payload))
    yield attrs.evolve(altered(), claim=payload, speaker=speaker, wording_rule=payload)


def test_a_hostile_article_runs_no_script(browse):
    dom, console = browse(page(morning(), *(record for payload in PAYLOADS for record in hostile(payload))))
    assert answer(dom) == morning().title
    assert console == ""


def test_a_page_fits_a_narrow_screen_and_says_nothing_on_the_console(browse):
    # A headless window is never narrower than 500; what is in it can be.
    narrow = "(document.querySelector('main').style.width = '360px', document.documentElement.scrollWidth)"
    dom, console = browse(asked(page(*(make() for make in RECORDS)), narrow), "--window-size=500,900")
    assert int(answer(dom)) <= 500
    assert console == ""


@pytest.mark.parametrize(("scheme", "dark"), [("1", False), ("0", True)])
def test_a_page_is_light_or_dark_as_the_reader_likes(browse, scheme, dark):
    question = "getComputedStyle(document.querySelector('.qv')).backgroundColor"
    dom, _ = browse(asked(page(morning()), question), f"--blink-settings=preferredColorScheme={scheme}")
    red = int(re.search(r"\d+", answer(dom))[0])
    assert (red < 128) is dark


def test_what_is_selected_is_what_was_printed(browse):
    question = "(getSelection().selectAllChildren(document.querySelector('.text')), getSelection())"
    dom, _ = browse(asked(page(morning()), f"{question}.toString()"))
    assert " ".join(answer(dom).split()) == " ".join(morning().text.split())


def test_a_quote_leads_to_its_place(browse):
    links = "[...document.querySelectorAll('a.brief, a.verdict')]"
    question = f"{links}.length === 8 && {links}.every(a => document.querySelector(a.hash) !== null)"
    dom, _ = browse(asked(page(morning(), comparison(), check_report()), question))
    assert answer(dom) == "true"
