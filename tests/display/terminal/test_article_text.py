import re

import attrs
import pytest
from records import morning

from quoteverify.display.html.article_view import show_document
from quoteverify.display.terminal import render
from quoteverify.display.terminal.styled_text import SPEAKER_COLOURS
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Span, Speaker
from quoteverify.reading.parser import parse


def lines(made, **options):
    return render(made, **options).splitlines()


def test_quotes_stand_under_their_speakers():
    shown = lines(morning())
    assert shown[:3] == [
        "The Morning Tide · 4 Mar 2031, 07:30 UTC · https://example.org/bridge?a=1&b=2",
        "Bridge to close, 'we have no choice'",
        "5 quotes, 3 speakers",
    ]
    assert shown[4:7] == [
        "A  Ines Okafor also Okafor, she",
        "   1   “we have no choice” headline, headline repeats quote, 90 %",
        "   2   “We may close the bridge, or part of it, in May,” cue after, 97 %",
    ]


def test_quotes_of_nobody_are_shown_too():
    quotes = [
        Quote(id="1", spans=[Span(0, 2)], text="No"),
        Quote(id="2", spans=[Span(4, 6)], text="so", kind=QuoteKind.TERM),
    ]
    assert lines(Document(text="No, so", outlet="A", quotes=quotes))[3:] == [
        "?  No speaker found",
        "   1   “No”",
        "",
        "–  In marks, but nobody’s words",
        "   2   “so”",
    ]


def test_a_pronoun_is_told_with_whom_it_means_and_a_term_with_its_rule():
    term = Quote(id="t", spans=[Span(4, 6)], text="so", kind=QuoteKind.TERM, kind_rule="few_words")
    shown = lines(attrs.evolve(morning(), quotes=[morning().quotes[2], term]), width=100)
    assert shown[5:] == [
        "   1   “It does not need me to say so,” pronoun after, “she” is Ines Okafor by last subject, 88 %",
        "",
        "–  In marks, but nobody’s words",
        "   2   “so” few words",
    ]


def test_a_document_may_have_neither_title_nor_date_nor_address():
    assert lines(Document(id="a", text="")) == ["a", "0 quotes, 0 speakers"]


def test_each_speaker_has_a_colour_until_they_repeat():
    speakers = [Speaker(f"S{n}") for n in range(9)]
    quotes = [
        Quote(id=str(n), spans=[Span(0, 1)], text="x", attribution=Attribution(speaker=speaker))
        for n, speaker in enumerate(speakers)
    ]
    shown = render(Document(id="a", text="x", quotes=quotes), color=True)
    colours = re.findall("\x1b\\[1;(\\d+)mS", shown)
    assert colours == [*SPEAKER_COLOURS, SPEAKER_COLOURS[0]]


def test_what_is_told_without_marks_is_listed_when_it_is_asked_for():
    document = parse("Bo Aas denied that it was late.", outlet="The Tide")
    assert "it was late" not in render(document)
    shown = " ".join(render(document, reports=True).split())
    assert "Told without marks r1 Bo Aas: it was late (denied" in shown


@pytest.mark.parametrize(
    ("text", "counts", "with_reports"),
    [
        (
            "“We sail,” said Ruth Vale. Bo Aas said the port was shut.",
            "1 quote, 1 speaker",
            "1 quote, 1 report, 2 speakers",
        ),
        (
            "“We sail,” said Ruth Vale. Vale said the port was shut.",
            "1 quote, 1 speaker",
            "1 quote, 1 report, 1 speaker",
        ),
        ("“We sail,” said Ruth Vale.", "1 quote, 1 speaker", "1 quote, 1 speaker"),
    ],
)
def test_text_and_page_count_the_same(text, counts, with_reports):
    document = parse(text, outlet="The Tide")
    for reports, expected in ((False, counts), (True, with_reports)):
        assert lines(document, reports=reports)[1] == expected
        assert f">{expected}<" in show_document(document, reports=reports)
    assert not any(line.startswith("B  ") for line in lines(document, reports=True))
