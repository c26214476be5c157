"""Texts out of printed pages, and texts that only look like some."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify import parse, verify
from quoteverify.models import Span
from quoteverify.text.layout.page import Page
from quoteverify.text.layout.reading_copy import page_of
from quoteverify.text.layout.sheets import without_sheets

CASES = tomllib.loads((Path(__file__).parent / "printed_pages.toml").read_text(encoding="utf8"))
PRINTED = CASES["text"]
NAMES = [printed["name"] for printed in PRINTED]


def letters(text):
    return re.sub(r"[\W\d]+", "", text).casefold()


def printed(text, spans):
    return " ".join(span.of(text) for span in spans)


@pytest.mark.parametrize("case", PRINTED, ids=NAMES)
def test_a_quotation_over_a_page_break_is_one_and_its_spans_leave_out_the_head(case):
    text = case["text"].lstrip("\n")
    quotes = {quote.text: quote for quote in parse(text).quotes}
    assert [quote for quote in case["quotes"] if quote not in quotes] == []
    for quote in case["quotes"]:
        assert letters(printed(text, quotes[quote].spans)) == letters(quote)
        assert len(quotes[quote].marks) == len(quotes[quote].spans)


@pytest.mark.parametrize("case", PRINTED, ids=NAMES)
def test_what_runs_over_a_page_break_is_verbatim(case):
    text = case["text"].lstrip("\n")
    for claim in case["claims"]:
        found = verify(claim, text)
        assert (found.wording, claim) == ("verbatim", claim)
        spans = [span for passage in found.passages for span in passage.spans]
        assert letters(printed(text, spans)) == letters(claim)


@pytest.mark.parametrize("case", PRINTED, ids=NAMES)
def test_heads_and_numbers_of_pages_are_no_text_and_everything_else_is(case):
    read = " ".join(page_of(case["text"].lstrip("\n")).text.split())
    assert [gone for gone in case["gone"] if re.search(rf"(?<!\w){re.escape(gone)}(?!\w)", read)] == []
    assert [kept for kept in case["kept"] if kept not in read] == []


@pytest.mark.parametrize("text", [whole["text"] for whole in CASES["whole"]], ids=lambda text: text[1:20])
def test_nothing_of_a_list_a_table_or_verse_is_lost_or_moved(text):
    assert re.findall(r"\w+", page_of(text).text) == re.findall(r"\w+", text)


EDGES = ("\f", "12", "13", "14", "- 12 -", "Page 3 of 9", "HARBOUR", "A History 12", "13    A History")
TEXT = ("“we sail at", "noon if the", "wind holds,” said Vale.", "1 See the log.", "the mast,1 and", "", "  ")
BESIDE = [f"{a:30}{b}" for a in ("we sail at noon if the", "wind") for b in ("and the lamp", "is lit")]
LINES = st.sampled_from([*EDGES, *TEXT, *BESIDE])


@given(st.lists(LINES, max_size=40).map("\n".join))
def test_what_is_read_stands_in_the_text_as_given(text):
    page = without_sheets(Page(text, text))
    for n, char in enumerate(page.text):
        [span] = page.spans(Span(n, n + 1))
        assert span.of(text) == char or (char == "\n" and not len(span))
        assert page.text[page.place(span.start)] == char or not len(span)
    whole = page.spans(Span(0, len(page.text)))
    assert letters("".join(span.of(text) for span in whole)) == letters(page.text)


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_quotes_and_passages_stand_in_the_text_as_given(text):
    starts = []
    for quote in parse(text).quotes:
        assert letters(printed(text, quote.spans)) == letters(quote.text)
        starts.append(quote.spans[0].start)
    assert starts == sorted(starts)


COLUMNS = """\
The ferry to Strand will not      Ruth Vale has kept a log for
sail before Easter, and the
                                  eighteen years, and it is in
harbour master said on Monday
                                  the library. She has a copy,
that the new shaft had cracked
                                  she said, of every page that
twice while it cooled.            the mice have left her.
"""


def test_columns_whose_lines_stand_at_other_heights_are_read_one_by_one():
    left, right = page_of(COLUMNS).text.split("Ruth")
    assert left.split()[-3:] == ["while", "it", "cooled."]
    assert right.startswith(" Vale has kept a log for eighteen years, and it is in the library. She has")


def test_a_line_apart_in_the_middle_of_a_sentence_is_a_head_and_without_a_number_is_kept_behind():
    text = "We sail at noon if the\n\n12\n\f{}\n\nwind holds, and not before."
    assert (
        page_of(text.format("A History of Strand")).text
        == "We sail at noon if the wind holds, and not before."
    )
    text = text.replace("12\n", "")
    assert page_of(text.format("The north mole")).text.endswith(
        "wind holds, and not before.\n\nThe north mole"
    )


LEFT = """\
The ferry to Strand will not
sail before Easter, the port
has said. It waits for a new
shaft.

The first one had cracked in
the cold, and the second one
when nobody looked."""
RIGHT = """\
The third is to be cast when

the yard has a furnace, said
the man who has to pay for
it.
He would not say how much it
was, and he did not say when
he had been asked."""


def test_where_one_column_has_a_gap_the_other_is_read_on():
    rows = zip(LEFT.split("\n"), RIGHT.split("\n"), strict=True)
    head = "THE COURIER" + " " * 41 + "12"
    text = "\n".join([head, "", *(f"{left:36}{right}".rstrip() for left, right in rows)])
    read = without_sheets(Page(text, text)).text
    assert "12" not in read
    assert not re.search(r"[ ]{8}\S", read)
    assert read.index("looked.") < read.index("The third")
