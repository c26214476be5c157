import pytest

from quoteverify.text.layout.page import Page
from quoteverify.text.layout.reading_copy import page_of
from quoteverify.text.layout.tables import without_tables

TABLES = {
    "| a | b |\n|---|:-:|\n| 1 | 2 |": [["a", "b"], ["1", "2"]],
    "a | b\n--|--\n1 | 2\n3 | 4\n\nText.": [["a", "b"], ["1", "2"], ["3", "4"]],
    "Text:\n| a |\n|---|\n| 1 |\nMore.": [["a"], ["1"]],
    "| a | b |\n|---|---|\n| 1 \\| 2 | 3 |": [["a", "b"], ["1 \\| 2", "3"]],
    "| a | b |\n|---|---|\n|  | 3 |": [["a", "b"], ["", "3"]],
    "| a | b |\n|---|---|": [["a", "b"]],
}
NO_TABLES = [
    "a\n---\nb",
    "a\n|---|\n| 1 |",
    "|---|---|\n",
    "a | b\nc | d",
    "--|--",
    "",
    "| no rule |\n| at all |",
]


@pytest.mark.parametrize(("text", "cells"), TABLES.items())
def test_the_cells_of_a_table_are_paragraphs(text, cells):
    page = without_tables(Page(text, text))
    assert [[cell.of(page.text) for cell in row] for row in page.tables[0]] == cells
    paragraphs = [line for line in page.text.split("\n") if line]
    assert [line for line in paragraphs if line not in ("Text:", "More.", "Text.")] == [
        cell for row in cells for cell in row if cell
    ]


@pytest.mark.parametrize("text", NO_TABLES)
def test_what_has_no_rule_below_a_head_is_no_table(text):
    assert without_tables(Page(text, text)).tables == ()


def test_the_cells_are_found_in_what_later_passes_make_of_the_text():
    page = page_of("| Who | **What** |\n|---|---|\n| [Vale](/v) | “*No*.”[1] |\n")
    assert [[cell.of(page.text) for cell in row] for row in page.tables[0]] == [
        ["Who", "What"],
        ["Vale", "“No.”"],
    ]


def test_the_cells_of_a_page_are_known_too():
    page = page_of("<table><tr><th>Who<th>What<tr><td>Vale</td><td><q>No</q></td></tr></table><p>After")
    assert [[cell.of(page.text).strip() for cell in row] for row in page.tables[0]] == [
        ["Who", "What"],
        ["Vale", "“No”"],
    ]
    outer = page_of("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>")
    assert [[cell.of(outer.text).strip() for cell in row] for row in outer.tables[0]] == [["a"]]
