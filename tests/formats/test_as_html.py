from records import evening, morning

from quoteverify.display.html import page
from quoteverify.formats.as_html import FORMAT
from quoteverify.formats.registry import written


def test_all_records_are_one_page():
    assert "".join(written([morning(), evening()], FORMAT)) == page(morning(), evening())
