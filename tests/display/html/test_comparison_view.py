import re
from urllib.parse import unquote

import attrs
from records import BRANDT, OKAFOR, comparison
from seen import text_of

from quoteverify.display.html.comparison_view import show_comparison
from quoteverify.models import Comparison


def table(view):
    rows = re.findall(r"<tr>(.*?)</tr>", view)
    return [[text_of(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def test_outlets_are_rows_and_words_are_columns():
    view = show_comparison(comparison())
    assert table(view)[:3] == [
        ["", "", "substantive", "cosmetic", "minor", ""],
        ["The Morning Tide published first", "We", "may", "close the bridge,", "or part of it,",
         "in May,"],
        ["Evening Ledger", "We", "will", "close the bridge", "", "in May."],
    ]  # fmt: skip


def test_every_row_is_named_by_a_header():
    assert re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]*)', show_comparison(comparison())) == [
        "The Morning Tide", "Evening Ledger", "The Morning Tide", "Evening Ledger",
    ]  # fmt: skip


def test_a_row_leads_to_its_place_on_the_page_where_there_is_one():
    links = [
        unquote(link)
        for link in re.findall(r'<th scope="row"><a href="([^"]*)', show_comparison(comparison()))
    ]
    assert [link.partition("#:~:text=")[2] for link in links] == [
        "“We may close the bridge, or part of it, in May,”", "“Nobody asked us.”",
    ]  # fmt: skip


def test_the_gravest_statement_comes_first_and_the_single_ones_last():
    view = text_of(show_comparison(comparison()))
    places = [
        view.index(words) for words in ("has “will” for “may”", "✓ the same words", "In one document only")
    ]
    assert places == sorted(places)
    assert view.index("It does not need me to say so") > places[-1]


def test_a_changed_meaning_comes_before_a_disputed_speaker():
    close, nobody, *_ = comparison().statements
    disputed = attrs.evolve(nobody, disputed=True, speakers=(BRANDT, OKAFOR))
    view = text_of(show_comparison(attrs.evolve(comparison(), statements=(close, disputed))))
    assert view.index("has “will” for “may”") < view.index("✗ speaker disputed: Ole Brandt or Ines Okafor")


def test_dates_make_a_timeline():
    view = text_of(show_comparison(comparison()))
    assert "4 Mar 2031, 07:30 UTC The Morning Tide has what the others are held against" in view
    assert "4 Mar 2031, 18:05 UTC Evening Ledger has “will” for “may” and 2 more" in view


def test_a_table_whose_cells_are_not_the_variants_words_is_shown_all_the_same():
    close = comparison().statements[0]
    odd = attrs.evolve(close, variants=[attrs.evolve(v, text="other words") for v in close.variants])
    assert table(show_comparison(attrs.evolve(comparison(), statements=(odd,))))[2][1:] == [
        "We",
        "will",
        "close the bridge",
        "",
        "in May.",
    ]


def test_a_statement_without_columns_shows_its_show_alignment():
    close = attrs.evolve(comparison().statements[0], columns=())
    view = text_of(show_comparison(attrs.evolve(comparison(), statements=(close,))))
    assert "We will close the bridge in May." in view


def test_nothing_compared_is_said_to_be_nothing():
    assert "0 documents compared" in show_comparison(Comparison(documents=(), statements=()))
