import re

import attrs
import pytest
from display.newsday import dozen, fifty, newsday, two
from records import comparison
from seen import text_of

from quoteverify.display.apparatus import distinct_wordings
from quoteverify.display.html.comparison_view import show_comparison
from quoteverify.display.html.variant_table import MOST_ROWS, variant_table
from quoteverify.models import Column


def shown(statement, of):
    documents = {document.id: document for document in of.documents}
    return variant_table(statement, distinct_wordings(statement), documents, {})


def rows(table):
    return [
        (text_of(head), [text_of(cell) for cell in re.findall("<td.*?</td>", cells)])
        for head, cells in re.findall(r'<tr>(<th scope="row".*?</th>)(.*?)</tr>', table)
    ]


def everything():
    day = fifty()
    return day, max(day.shared, key=lambda statement: len(statement.variants))


@pytest.mark.parametrize("make", [two, dozen, fifty])
def test_every_wording_and_everybody_who_prints_it_is_in_the_table(make):
    day = make()
    names = {document.id: document.name for document in day.documents}
    for statement in day.shared:
        found = rows(shown(statement, day))
        printed = {" ".join(" ".join(filter(None, cells)).split()) for _, cells in found}
        for variant in statement.variants:
            assert " ".join(variant.text.split()) in printed
        heads = [head for head, _ in found]
        for variant in statement.variants:
            assert any(names[variant.document_id] in head for head in heads)


def test_of_many_wordings_the_gravest_are_seen_and_the_others_folded():
    day, statement = everything()
    table = shown(statement, day)
    open_part, _, folded = table.partition("<details><summary>20 more wordings: 20 substantive</summary>")
    assert len(rows(open_part)) == MOST_ROWS
    head, *others = rows(folded)
    assert head == ("The first, again", rows(open_part)[0][1])
    assert len(others) == 20
    assert len(distinct_wordings(statement)) == MOST_ROWS + 20


def test_of_many_names_the_first_are_seen_and_the_others_folded():
    day, statement = everything()
    (head, *_) = re.findall('<th scope="row">.*?</th>', shown(statement, day))
    assert head.count("<a ") == 22
    seen, _, folded = head.partition("<details><summary>and 18 more</summary>")
    assert (seen.count("<a "), folded.count("<a ")) == (4, 18)
    assert "printed by 22, 16 texts" in head


def test_what_is_as_in_the_first_row_is_pale():
    day, statement = everything()
    lines = re.findall('<tr>(<th scope="row".*?)</tr>', shown(statement, day))
    cells = [re.findall("<td.*?</td>", line) for line in lines[:MOST_ROWS]]
    first = [text_of(cell) for cell in cells[0]]
    for row in cells[1:]:
        for cell, base, column in zip(row, first, statement.columns, strict=True):
            agrees = not column.differs or (text_of(cell) == base and "title=" not in cell)
            assert cell.startswith('<td class="agrees">') is agrees


@pytest.mark.parametrize(
    ("columns", "look"),
    [(2, "wide"), (6, "wide"), (7, "wide dense"), (12, "wide dense"), (13, "wide running")],
)
def test_the_more_columns_the_denser_the_table(columns, look):
    close = comparison().statements[0]
    made = [Column((f"a{n}", f"b{n}"), True) for n in range(columns)]
    assert f'<div class="{look}">' in shown(attrs.evolve(close, columns=made), comparison())


def test_a_large_day_is_a_page_of_few_bytes():
    day = newsday(20, 100)
    variants = sum(len(statement.variants) for statement in day.statements)
    assert len(show_comparison(day).encode()) < 1500 * variants
