import re

from records import OKAFOR, comparison, morning

from quoteverify.display.html.comparison_view import show_statement
from quoteverify.display.html.single_views import show_quote, show_report, show_speaker
from quoteverify.models import Attribution, Quote, QuoteKind, Report, Span, Speaker


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html))


def test_a_speaker_is_shown_by_name_and_other_names():
    assert text_of(show_speaker(Speaker("Ruth Vale"))) == "Ruth Vale"
    known = Speaker("Ruth Vale", aliases=["Ruth Vale", "the pilot"], kind="person")
    assert text_of(show_speaker(known)) == "Ruth Vale person, the pilot"


def test_a_quote_is_shown_with_whose_it_is_and_why():
    view = text_of(show_quote(morning().quotes[0]))
    assert view.startswith(OKAFOR.name)
    assert morning().quotes[0].text in view
    assert "%" in view
    nobody = Quote(id="1", spans=[Span(0, 2)], text="No", kind=QuoteKind.TERM)
    assert text_of(show_quote(nobody)).startswith("No speaker found a term")
    assert "%" not in text_of(show_quote(nobody))


def test_a_report_is_said_to_have_no_marks():
    said = Attribution(speaker=OKAFOR, reason="reported_clause", confidence=0.9)
    report = Report(
        id="r1", spans=[Span(0, 9)], text="the bridge would close", attribution=said, negated=True
    )
    view = text_of(show_report(report))
    assert view.startswith("Ines Okafor said, without marks, denied, reported clause, 90")
    assert view.endswith("the bridge would close")


def test_a_statement_is_shown_without_its_documents():
    view = text_of(show_statement(comparison().statements[0]))
    assert "has “will” for “may”" in view
