import re

from fuzz.texts import ARTICLE, DRAFT, UNMARKED, fuzzed
from hypothesis import given

from quoteverify.models import Document, Span
from quoteverify.reading.parser import parse, parse_many
from quoteverify.text.layout.reading_copy import page_of


def places(document: Document):
    """Every span of a document, with what it is."""
    for quote in document.quotes:
        yield from (("quote", span) for span in quote.spans)
        for name in ("mention", "cue", "addressee"):
            span = getattr(quote.attribution, name)
            if span is not None:
                yield name, span


def moved(document: Document, move) -> list:
    """What is said, by whom and why, every offset moved."""

    def there(span):
        return span and Span(move(span.start), move(span.end))

    return [
        (
            quote.kind,
            [there(span) for span in quote.spans],
            quote.marks,
            quote.speaker and (" ".join(quote.speaker.name.split()), quote.speaker.kind),
            there(quote.attribution.mention),
            there(quote.attribution.cue),
            quote.attribution.reason,
        )
        for quote in document.quotes
    ]


@fuzzed
@given(DRAFT)
def test_every_place_is_in_the_text_and_prints_what_it_says(text):
    document = parse(text)
    assert document.text == text
    for what, span in places(document):
        assert span.end <= len(text), what
        assert len(span) or what == "quote", what
    for quote in document.quotes:
        assert len(quote.marks) == len(quote.spans)
        assert list(quote.spans) == sorted(quote.spans)
        if not page_of(text).is_plain:
            continue  # a quote says what a reader reads: tests/text/layout holds that against the text
        assert re.sub(r"\s", "", quote.text) == re.sub(r"\s", "", "".join(s.of(text) for s in quote.spans))
        for span, marks in zip(quote.spans, quote.marks, strict=True):
            assert text[: span.start].endswith(marks.open)
            assert text[span.end :].startswith(marks.close)


@fuzzed
@given(DRAFT)
def test_every_answer_says_why_and_how_sure(text):
    document = parse(text)
    assert len({quote.id for quote in document.quotes}) == len(document.quotes)
    for quote in document.quotes:
        answer = quote.attribution
        assert 0 <= answer.confidence <= 1
        nobodys = answer.reason == "none" or quote.kind == "term"
        assert answer.speaker is not None or nobodys or answer.mention is not None
        assert answer.speaker is None or answer.speaker in document.speakers


@fuzzed
@given(DRAFT)
def test_what_is_read_twice_is_the_same_twice(text):
    assert parse(text) == parse(text)
    assert list(parse_many([text, text]))[1:] == [parse(text)]


@fuzzed
@given(ARTICLE)
def test_lines_ended_by_two_characters_change_nothing_that_is_said(text):
    text = text.replace("\r", "")
    breaks = [place.start() for place in re.finditer("\n", text)]

    def move(offset):
        return offset + sum(place < offset for place in breaks)

    windows = parse(text.replace("\n", "\r\n"))
    assert moved(windows, lambda offset: offset) == moved(parse(text), move)


@fuzzed
@given(ARTICLE)
def test_lines_ended_by_a_return_change_nothing_that_is_said(text):
    text = text.replace("\r", "")
    assert moved(parse(text.replace("\n", "\r")), lambda n: n) == moved(parse(text), lambda n: n)


@fuzzed
@given(UNMARKED, ARTICLE)
def test_paragraphs_before_change_nothing_that_is_said(before, text):
    # What stands first of all may be a headline, and what stands last before a quote may name its speaker.
    first, last, before = "The ferry was late.\n\n", "It never came.\n\n", before + "\n\n"
    longer = parse(first + before + last + text)
    assert moved(longer, lambda n: n) == moved(parse(first + last + text), lambda n: n + len(before))


@fuzzed
@given(ARTICLE, UNMARKED)
def test_paragraphs_behind_change_nothing_that_is_said(text, behind):
    text += "\n\n"
    assert moved(parse(text + behind), lambda n: n) == moved(parse(text), lambda n: n)
