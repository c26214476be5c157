import re

import attrs
import pytest
from anything import record
from hypothesis import given
from hypothesis import strategies as st
from records import RECORDS, alignment, altered, check_report, comparison, morning, not_found, verbatim

from quoteverify.display.terminal import render
from quoteverify.models import (
    Alignment,
    CheckReport,
    Comparison,
    Document,
    Quote,
    QuoteKind,
    Span,
    Verification,
)

KINDS = (Document, Alignment, Comparison, Verification, CheckReport)


def lines(made, **options):
    return render(made, **options).splitlines()


@given(st.one_of(*map(record, KINDS)), st.integers(1, 120))
def test_any_record_is_shown_and_none_of_it_obeyed(made, width):
    shown = render(made, width=width)
    shown.encode("utf8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)
    assert shown.endswith("\n")
    assert re.sub(r"\x1b\[[0-9;]*m", "", render(made, width=width, color=True)) == shown


@pytest.mark.parametrize("make", RECORDS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("width", [40, 80, 110])
def test_every_line_keeps_to_the_width(make, width):
    # A web address is never parted.
    assert all(len(line) <= width or "https://" in line for line in lines(make(), width=width))


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


def test_two_wordings_are_marked_with_the_numbers_of_the_list():
    shown = lines(alignment())
    assert "first   I {do not}¹ think we can pay {5}²% of it{}³ before May{.}⁴" in shown
    assert "second  I {}¹think we can pay {6}²% of it{,}³ before May{}⁴" in shown
    assert "¹   substantive: the second leaves out “do not” (negation; not shown in print;" in shown


def test_variants_stand_below_each_other():
    shown = lines(comparison())
    start = shown.index(next(line for line in shown if line.startswith("── Ines Okafor · substantive ─")))
    assert shown[start + 3] == "Evening Ledger    We {will}¹ close the bridge{}²{}³ in May."
    assert any(line.startswith("   ● 4 Mar 2031, 18:05 UTC Evening Ledger has “will”") for line in shown)
    assert "── In The Morning Tide only " in "\n".join(shown)


def test_a_disputed_speaker_is_named():
    close = comparison().statements[0]
    disputed = attrs.evolve(close, disputed=True, speakers=(close.speaker, morning().speakers[2]))
    assert "✗ speaker disputed: Ines Okafor or Ole Brandt" in lines(
        attrs.evolve(comparison(), statements=(disputed,))
    )


def test_a_bar_stands_beside_the_words_that_were_found():
    shown = lines(altered())
    assert "  ┃ “We {may}¹ close the bridge{, or part of it,}² in May,”" in shown
    assert "    said Ines Okafor, who runs the harbour. The bridge is 90 years old." in shown


def test_without_an_excerpt_the_passage_stands_alone():
    bare = attrs.evolve(altered().passages[0], excerpt="")
    shown = lines(attrs.evolve(altered(), passages=(bare,)))
    assert "  ┃ We {may}¹ close the bridge{, or part of it,}² in May" in shown
    assert not any("90 years" in line for line in shown)


def test_what_is_not_found_shows_the_nearest_and_what_was_searched():
    shown = lines(not_found())
    assert "Nearest, but not the same, in The Morning Tide (30 % alike):" in shown
    assert "  ┃ The bridge is 90 years old." in shown
    assert shown[-1] == "Searched: 2 sources, 453 characters."


def test_a_report_begins_with_the_worst():
    shown = lines(check_report())
    assert shown[:3] == [
        "Quotes checked: What we know about the bridge",
        "3 quotes: ✗ 2 do not stand as quoted ✓ 1 stands as quoted",
        "not found 1; altered 1; word for word 1",
    ]
    assert shown[4].startswith("{…} holds what differs")
    heads = [line for line in shown if line[:1] in "✗!✓" and line.strip()]
    assert [head[:3] for head in heads] == ["✗ 3", "✗ 1", "✓ 2"]
    assert "      source   “We {may}¹ close the bridge{, or part of it,}² in May” The" in shown


def test_colour_is_used_only_when_asked_for():
    assert "\x1b" not in render(verbatim())
    assert "\x1b[32m✓ Word for word\x1b[0m" in render(verbatim(), color=True)


@pytest.mark.parametrize("value", [None, "text", [morning()]], ids=["None", "str", "list"])
def test_something_else_is_a_type_error(value):
    with pytest.raises(TypeError, match="record must be Document"):
        render(value)


def test_a_width_is_a_number():
    with pytest.raises(TypeError, match="width must be int"):
        render(morning(), width="80")
