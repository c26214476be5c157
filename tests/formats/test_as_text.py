from records import comparison, morning

from quoteverify.display.terminal import render
from quoteverify.formats.as_text import FORMAT
from quoteverify.formats.form import Layout
from quoteverify.formats.registry import written


def test_text_is_what_a_terminal_shows():
    for record in (morning(), comparison()):
        assert "".join(written([record], FORMAT, Layout(50, True))) == render(record, width=50, color=True)
