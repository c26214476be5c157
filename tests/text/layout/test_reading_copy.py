from hypothesis import given
from hypothesis import strategies as st

from quoteverify import parse
from quoteverify.models import Span
from quoteverify.text.layout.reading_copy import PASSES, may_need_passes, page_of

# fmt: off
PIECES = (
    "“We sail at noon,” said Ruth Vale", "she said that the harbour was shut", "\n", "\n> ", "\n\n", "\r\n",
    " ", "**", "*", "_", "`", "```\n", "# ", "[", "](https://example.org/a_b)", "[7]", ",4 and", "¹²", "| ",
    "---\n", "- ", "> ", "&ldquo;", "&rdquo;", "&amp;", "<q>", "</q>", "<blockquote>", "</blockquote>", "<p>",
    "</p>", "<b>", "As the mayor wrote in her letter:", "RUTH VALE: ", "Q. ", ">> ", "[00:01:02] Ada Aas: ",
    "Vale  0:05\n", "12  ",
)
# fmt: on
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@given(TEXTS | st.text("a1 \f.,[]\n#*_`~\\>|=+-–•(;!/<&³【“", max_size=7))
def test_no_text_that_needs_a_pass_is_left_out(text):
    assert may_need_passes(text) or not any(sign(f"\n{text}") for _, sign in PASSES)


@given(TEXTS)
def test_a_copy_leads_back_to_the_text_as_given(text):
    page = page_of(text)
    assert page.given == text
    assert page.span(Span(0, len(page.text))).of(text).strip() in text
    for n, character in enumerate(page.text):
        place = page.span(Span(n, n + 1))
        assert place.start <= place.end <= len(text)
        assert place.of(text) == character or character in " \n“”" or "&" in place.of(text)


@given(TEXTS)
def test_what_a_quote_says_is_what_its_spans_print(text):
    for quote in parse(text).quotes:
        printed = " ".join(span.of(text) for span in quote.spans)
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        letters = iter(printed)
        assert all(c in letters for c in quote.text if c.isalnum() and c not in "¹²")


def test_a_plain_text_is_its_own_copy():
    text = "The port is shut.\n“We sail at noon,” said Ruth Vale, 61, of the A&A yard.\n"
    assert page_of(text).is_plain
