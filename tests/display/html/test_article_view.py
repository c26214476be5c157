import re

import attrs
import pytest
from display.gallery import told
from records import BRANDT, OKAFOR, morning

from quoteverify.display.html.article_view import show_document
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Span
from quoteverify.models.quotes import read_later


def test_each_quote_is_marked_with_its_speakers_letter_and_says_why():
    marks = re.findall(
        r'<mark class="([^"]*)" title="([^"]*)"[^>]*><b class="label">(\w)\xa0</b>', show_document(morning())
    )
    assert [(look, letter) for look, _, letter in marks] == [
        ("speaker hue0", "A"), ("speaker hue0", "A"), ("speaker hue0", "A"), ("speaker hue1", "B"),
        ("speaker hue2", "C"),
    ]  # fmt: skip
    assert marks[1][1] == "A Ines Okafor (cue after, 97 % sure)"


def test_each_quote_in_the_list_leads_to_its_place():
    view = show_document(morning())
    links, places = re.findall(r'href="#(qv-[\w-]+)"', view), re.findall(r'id="(qv-[\w-]+)"', view)
    assert set(links) == set(places)
    assert len(places) == len(set(places)) == 6
    assert len(links) == 7


def test_a_quote_without_a_speaker_is_shown_as_such():
    document = Document(text="“No,” it said.", quotes=[Quote(id="1", spans=[Span(1, 4)], text="No,")])
    view = show_document(document)
    assert "No speaker found" in view
    assert '<b class="label">?\xa0</b>No,</mark>' in view


def test_a_term_is_nobodys_words():
    term = Quote(id="1", spans=[Span(5, 8)], text="pet", kind=QuoteKind.TERM)
    view = show_document(Document(text="The “pet” plan", quotes=[term]))
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
    view = show_document(Document(text=text, quotes=[quote]))
    assert view.count('class="label"') == 2
    assert view.count(' id="qv-') == 1


def test_a_nested_quote_is_marked_inside_the_outer_one():
    outer = morning().quotes[1]
    inner = attrs.evolve(outer, id="in", spans=[Span(49, 55)], attribution=Attribution(speaker=BRANDT))
    view = show_document(attrs.evolve(morning(), quotes=[outer, inner]))
    assert view.count('<mark class="speaker hue0"') == 2
    assert view.count('<mark class="speaker hue1"') == 1


def pointing(*mentions):
    """A document whose quotes all have one antecedent, and the words that point at it."""
    text = "Ines Okafor came. “No,” she said. “Go,” she added."
    quotes = [
        Quote(
            id=str(n),
            spans=[Span(at, at + 3)],
            text=text[at : at + 3],
            attribution=Attribution(
                speaker=OKAFOR,
                mention=mention,
                antecedent=Span(0, 11),
                reason="said_after",
                resolution="last_subject",
                confidence=0.9,
            ),
        )
        for n, (at, mention) in enumerate(zip((19, 35), mentions, strict=True))
    ]
    return Document(id="a", text=text, quotes=quotes)


def test_words_that_mean_somebody_lead_to_the_name():
    view = show_document(pointing(Span(24, 27), Span(40, 43)))
    ((place, name),) = re.findall(r'<span class="antecedent speaker hue0" id="([^"]*)">([^<]*)</span>', view)
    assert name == "Ines Okafor"
    assert (
        re.findall(rf'<a class="pointer speaker hue0" title="([^"]*)" href="#{place}">she</a>', view)
        == ["says who spoke: Ines Okafor (said after, “she” is Ines Okafor by last subject, 90 % sure)"] * 2
    )
    assert view.count(f'<a href="#{place}">“she” is Ines Okafor by last subject</a>') == 2


def test_a_name_that_says_who_spoke_and_is_meant_elsewhere_is_a_place_to_go_to_all_the_same():
    view = show_document(pointing(Span(0, 11), Span(40, 43)))
    (place,) = re.findall(r'<span class="antecedent [^"]*" id="([^"]*)"></span>', view)
    assert f'href="#{place}">Ines Okafor</a>' in view


def test_words_that_are_the_name_lead_nowhere():
    view = show_document(morning())
    assert '<span class="attribution speaker hue0" title="says who spoke: Ines Okafor (cue after' in view
    assert view.count('<a class="pointer') == view.count('class="antecedent') == 1


def test_what_is_told_without_marks_is_underlined_and_says_of_whom():
    found = re.findall(r'<u class="([^"]*)" title="([^"]*)"', show_document(told()))
    assert [(look, title) for look, title in dict.fromkeys(found)] == [
        ("told speaker hue0", "A Ruth Vale (told without marks, said, reported clause, 90 %)"),
        ("told speaker hue1", "B Bo (told without marks, denied, reported clause, 90 %)"),
        ("told nobody", "? no speaker found (told without marks, said, reported clause)"),
    ]


def test_a_quote_lies_on_the_report_it_stands_in():
    view = show_document(told())
    assert re.search(r"the dam was “</u><mark [^>]*>.*a ruin</mark><u [^>]*>” and had to go</u>", view)


def test_what_is_told_is_counted_and_leads_to_its_place():
    view = show_document(told())
    assert "1 quote, 4 reports, 2 speakers" in view
    assert re.findall(r'<span class="quiet"> ([^<]*)</span></h3>', view) == ["1 + 2 told", "1 told", "1 told"]
    places = set(re.findall(r'<u [^>]*id="([^"]*)"', view))
    assert len(places) == 4
    assert places <= set(re.findall(r'href="#([^"]*)"', view))


@pytest.mark.parametrize(("reports", "read", "shown"), [
    (None, False, False), (None, True, True), (True, False, True), (False, True, False),
])  # fmt: skip
def test_reports_are_shown_where_they_are_asked_for_or_were(reports, read, shown):
    document = read_later(told(reports=False), lambda text: told().reports)
    if read:
        assert document.reports
    assert ("without marks" in show_document(document, reports=reports)) is shown
    assert ("<u " in show_document(told(reports=False), reports=True)) is False


def test_without_styles_no_words_of_the_list_run_together():
    listed = re.findall(r"<li>(.*?)</li>", show_document(morning()))
    assert listed
    assert all(re.search(r"</a> <small", item) for item in listed)
