"""Open the page of a day of news in Chromium: how many statements, MB, and seconds until it can be read.

    PYTHONPATH=tests python tests/bench/bench_pages.py [--statements 1000] [--outlets 40] [--runs 3]

The day is invented (``tests/display/newsday.py``). Told is when the first words are painted, when the page is
loaded and laid out as far as the screen shows it, the same with all of it laid out at once, and how long
choosing a speaker takes.
"""

import argparse
import json
import re
import statistics
import tempfile
import time
from pathlib import Path

from browser import BROWSER, browse
from display.newsday import newsday

from quoteverify.display.html import page

QUESTION = """
<script>addEventListener('load', () => {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  document.documentElement.scrollHeight;
  const loaded = performance.now();
  const list = document.querySelectorAll('.qv-filter select')[1];
  list.selectedIndex = 5;
  document.documentElement.scrollHeight;
  const told = {painted: paint ? paint.startTime : null, loaded, choosing: performance.now() - loaded};
  document.title = 'told: ' + JSON.stringify(told);
})</script>"""


def opened(html: str, folder: Path) -> dict[str, float | None]:
    """Milliseconds, as a browser with an empty cache tells them."""
    file = folder / "page.html"
    file.write_text(html.replace("</body>", f"{QUESTION}</body>"), encoding="utf8")
    dom, _ = browse(folder, "--window-size=1200,900", "--dump-dom", file.as_uri())
    told: dict[str, float | None] = json.loads(re.search("<title>told: (.*?)</title>", dom)[1])
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--statements", type=int, default=1000)
    parser.add_argument("--outlets", type=int, default=40)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    day = newsday(options.outlets, options.statements)
    start = time.process_time()
    html = page(day)
    print(f"{day!r}\nmade in {time.process_time() - start:.1f} s, {len(html.encode()) / 1e6:.2f} MB")
    if BROWSER is None:
        parser.exit(message="no Chromium to open it in\n")
    for name, made in (
        ("as it is", html),
        ("laid out at once", html.replace("content-visibility: auto;", "")),
    ):
        with tempfile.TemporaryDirectory() as folder:
            found = [opened(made, Path(folder)) for _ in range(options.runs)]
        for key in found[0]:
            known = [run[key] for run in found if run[key] is not None]
            if known:
                print(f"{name}: {key} {statistics.median(known) / 1000:.2f} s (median of {len(known)})")


if __name__ == "__main__":
    main()
