import re

import attrs
from records import BRANDT, OKAFOR, REPORT, morning

from quoteverify.display.article_view import article, cast
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Span


def test_speakers_are_numbered_as_they_appear():
    assert cast(morning()) == {OKAFOR: 0, REPORT: 1, BRANDT: 2}


def test_each_quote_is_marked_with_its_speakers_letter_and_says_why():
    marks = re.findall(r'<mark class="([^"]*)" title="([^"]*)" data-label="(\w)"', article(morning()))
    assert [(look, letter) for look, _, letter in marks] == [
        ("voice v0", "A"), ("voice v0", "A"), ("voice v0", "A"), ("voice v1", "B"), ("voice v2", "C"),
    ]  # fmt: skip
    assert marks[1][1] == "A Ines Okafor (cue after, 97 % sure)"


def test_each_quote_in_the_list_leads_to_its_place():
    view = article(morning())
    links, places = re.findall(r'href="#(qv-[\w-]+)"', view), re.findall(r'id="(qv-[\w-]+)"', view)
    assert sorted(links) == sorted(places)
    assert len(links) == 5


def test_a_quote_without_a_speaker_is_shown_as_such():
    document = Document(text="“No,” it said.", quotes=[Quote(id="1", spans=[Span(1, 4)], text="No,")])
    view = article(document)
    assert "No speaker found" in view
    assert 'data-label="?"' in view


def test_a_term_is_nobodys_words():
    term = Quote(id="1", spans=[Span(5, 8)], text="pet", kind=QuoteKind.TERM)
    view = article(Document(text="The “pet” plan", quotes=[term]))
    assert "In marks, but nobody’s words" in view
    assert "0 quotes, 0 speakers" in view
    assert '<mark class="term"' in view


def test_an_interrupted_quote_has_one_place_and_two_marks():
    text = "“We go,” she said, “at noon.”"
    quote = Quote(
        id="1",
        spans=[Span(1, 7), Span(20, 28)],
        text="We go, at noon.",
        attribution=Attribution(speaker=OKAFOR),
    )
    view = article(Document(text=text, quotes=[quote]))
    assert view.count("data-label=") == 2
    assert view.count(' id="qv-') == 1


def test_a_nested_quote_is_marked_inside_the_outer_one():
    outer = morning().quotes[1]
    inner = attrs.evolve(outer, id="in", spans=[Span(49, 55)], attribution=Attribution(speaker=BRANDT))
    view = article(attrs.evolve(morning(), quotes=[outer, inner]))
    assert view.count('<mark class="voice v0"') == 2
    assert view.count('<mark class="voice v1"') == 1
