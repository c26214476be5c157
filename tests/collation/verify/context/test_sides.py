"""What stands beside a place: in its line, its quotation and its sentence."""

import pytest

from quoteverify.collation.verify.context import sides
from quoteverify.models import Span
from quoteverify.text.language import language

TEXT = "It rained. “If so, we stay in port,” said Vale, “and wait for the pilot.” They did.\nThe end."
ENGLISH = language("en")


@pytest.mark.parametrize(
    ("place", "before", "after"),
    [
        ("we stay", "If so, ", " in port,"),
        ("said", "", " Vale, "),
        ("The end", "", "."),
        ("wait", "and ", " for the pilot."),
    ],
)
def test_a_side_goes_no_further_than_the_quotation_and_the_line(place, before, after):
    start = TEXT.index(place)
    assert sides.before(TEXT, start).of(TEXT).lstrip() == before
    assert sides.after(TEXT, start + len(place)).of(TEXT) == after


@pytest.mark.parametrize(
    ("text", "place", "lead", "rest", "following"),
    [
        ("It rained. We stay in port. They did.", "stay", "We ", " in port.", "They did."),
        ("We stay in port", "stay", "We ", " in port", ""),
        ("We stay. They did.", "stay.", "We ", "", "They did."),
    ],
)
def test_of_a_side_a_sentence_has_what_it_leads_and_rests_on(text, place, lead, rest, following):
    start = text.index(place)
    end = start + len(place)
    assert sides.lead(text, Span(0, start), ENGLISH).of(text) == lead
    found = sides.rest(text, Span(end, len(text)), ENGLISH)
    assert [span.of(text).strip() for span in found] == [rest.strip(), following]


def test_words_go_on_over_an_attribution_between_them():
    closing, opening = TEXT.index(",”") + 1, TEXT.index("“and") + 1
    assert sides.after_interruption(TEXT, closing) == opening
    assert sides.before_interruption(TEXT, opening) == closing


@pytest.mark.parametrize("text", ["“We stay.” She left. “We wait.”", "“We stay,” said Vale."])
def test_what_ends_its_sentence_does_not_go_on(text):
    assert sides.after_interruption(text, text.index("”")) is None
