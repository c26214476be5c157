import re
from html.parser import HTMLParser

import attrs
import pytest
from anything import HOSTILE
from display.gallery import many
from display.newsday import dozen

from quoteverify.display.html import comparison_view, page
from quoteverify.display.html.comparison_view import show_comparison
from quoteverify.display.html.filters import Filters, changes, speakers
from quoteverify.models import Comparison, Severity, Speaker


class Choices(HTMLParser):
    """The options of a view, and the numbers of each of its cards."""

    def __init__(self, html):
        super().__init__()
        self.options, self.cards, self.value = {}, [], None
        self.feed(html)

    def handle_starttag(self, tag, found):
        values = dict(found)
        if tag == "option":
            self.value = values["value"]
        elif values.get("class") == "card":
            self.cards.append({letter: values[f"data-{letter}"].split() for letter in "cso"})

    def handle_data(self, data):
        if self.value:
            self.options[self.value] = data
        self.value = None


@pytest.fixture(autouse=True)
def _even_few_statements_have_a_filter(monkeypatch):
    monkeypatch.setattr(comparison_view, "FEW_STATEMENTS", len(many().statements) - 1)


def named(letter, numbers, options):
    return {options[f"{letter}{number}"].rpartition(" (")[0] for number in numbers}


@pytest.mark.parametrize("make", [many, dozen])
def test_each_statement_is_chosen_by_its_own_speakers_and_outlets(make):
    comparison = make()
    found = Choices(show_comparison(comparison))
    documents = {document.id: document.name for document in comparison.documents}
    expected = [
        (set(speakers(statement)), {documents[variant.document_id] for variant in statement.variants})
        for statement in comparison.shared
    ]
    shown = [
        (named("s", card["s"], found.options), named("o", card["o"], found.options)) for card in found.cards
    ]
    assert sorted(shown, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("make", [many, dozen])
def test_a_list_says_how_many_statements_each_choice_has(make):
    comparison = make()
    found = Choices(show_comparison(comparison))
    alone = len(comparison.statements) - len(comparison.shared)
    counts = {value: int(words.rpartition(" (")[2][:-1]) for value, words in found.options.items()}
    for value, count in counts.items():
        cards = sum(value[1:] in card[value[0]] for card in found.cards)
        assert cards <= count <= cards + alone
    assert sum(len(changes(statement)) for statement in comparison.statements) == sum(
        count for value, count in counts.items() if value[0] == "c"
    )


def test_what_became_of_a_statement_is_its_severity_or_how_it_is_the_same():
    found = {tuple(changes(statement)) for statement in many().statements}
    assert found == {("disputed", "substantive"), ("cosmetic",), ("same",), ("reported",), ("alone",)}


def test_the_style_has_a_rule_for_each_choice_and_no_words_of_the_record():
    view = show_comparison(many())
    (style,) = re.findall("<style>(.*?)</style>", view)
    assert set(re.findall(r'\[value="(\w+)"\]', style)) == set(Choices(view).options)
    rule = (
        r'\.qv-filter:has\(\[value="([cso])(\d+)"\]:checked\)~\.statements '
        r'\[data-\1\]:not\(\[data-\1~="\2"\]\)\{display:none\}'
    )
    assert re.sub(rule, "", style) == ""


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_a_hostile_name_stays_a_name(hostile):
    documents = [attrs.evolve(document, outlet=hostile + document.id) for document in many().documents]
    statements = [attrs.evolve(s, speaker=Speaker(hostile), speakers=()) for s in many().statements]
    made = Comparison(documents=documents, statements=statements)
    rules = re.compile("<style>.*?</style>", re.DOTALL)
    assert rules.findall(show_comparison(made))[0].count("{") == rules.findall(page(made))[1].count("{")
    assert len(Choices(show_comparison(made)).cards) == len(made.shared)


def test_few_statements_need_no_filter():
    few = attrs.evolve(many(), statements=many().shared)
    assert "<form" not in show_comparison(few)
    assert "data-s" not in show_comparison(few)


def test_the_lists_are_hidden_where_there_is_no_style():
    form = Filters(many().statements, {d.id: d for d in many().documents}).form()
    assert 'class="qv-filter" hidden="hidden"' in form
    assert Severity.SUBSTANTIVE not in form
