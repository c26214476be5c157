"""The quotations of a draft that are not looked for, each with the rule that says why."""

from collections.abc import Iterator

from quoteverify.checking.catalogue import NO_SOURCES, Catalogue
from quoteverify.models import Document, Quote, QuoteKind, Span, Unchecked
from quoteverify.reading.kinds.kinds import unlike_speech
from quoteverify.reading.kinds.surroundings import kind_words
from quoteverify.reading.marks.pairing import loose_marks, marked_spans
from quoteverify.text.language import LanguageProfile
from quoteverify.text.layout.page import Page
from quoteverify.text.layout.reading_copy import page_of

_TERM = 3
"""In words: what is longer, is written as no title is, and is only unlike speech may be a fragment of it.

Of 20 such on the development parts of PolNeAR and of articles from ten countries, 12 are written otherwise
than titles are, 5 of them are speech that people marked and 5 were printed as somebody's words. Of 117 that
are shorter, 68 are words that no source need have.
"""


def left_out(
    document: Document, profile: LanguageProfile, catalogue: Catalogue = NO_SOURCES
) -> tuple[Unchecked, ...]:
    """The quotations of a draft that are not looked for, in the draft's order.

    Args:
        document: The draft, parsed.
        profile: Its language.
        catalogue: What the sources are called: their titles are nobody's words.

    >>> from quoteverify.reading.parser import parse
    >>> from quoteverify.text.language import language
    >>> draft = parse("Run `say “no”`, wrote Ruth Vale of the film “Dark Water”.")
    >>> [(left.text, left.rule) for left in left_out(draft, language("en"))]
    [('no', 'code'), ('Dark Water', 'work')]
    """
    found = [
        Unchecked(quote.id, rule, spans=quote.spans, text=quote.text)
        for quote in document.quotes
        if (rule := _why(quote, profile, catalogue))
    ]
    page = page_of(document.text)
    for rule, span in (*_in_code(page, profile), *_loose(page, document, profile)):
        found.append(Unchecked("", rule, spans=[span], text=span.of(document.text)))
    return tuple(sorted(found, key=_place))


def _place(left: Unchecked) -> int:
    return left.spans[0].start if left.spans else 0


def _why(quote: Quote, profile: LanguageProfile, catalogue: Catalogue) -> str:
    """The rule by which a quote is not looked for; "" where it is."""
    if not any(map(str.isalnum, quote.text)):
        return "no_words"
    if quote.kind is QuoteKind.TURN:
        return QuoteKind.TURN.value
    if catalogue.is_title(quote.text):
        return "title_of_source"
    if quote.kind is QuoteKind.TERM and not _may_be_said(quote, profile):
        return quote.kind_rule or QuoteKind.TERM.value
    return ""


def _may_be_said(quote: Quote, profile: LanguageProfile) -> bool:
    """Whether a term may be a fragment of what somebody said: long, and not written as a title is."""
    words = quote.text.split()
    if quote.kind_rule != unlike_speech.__name__ or len(words) <= _TERM:
        return False
    small = kind_words(profile).small
    return any(word[0].islower() and word not in small for word in words)


def _in_code(page: Page, profile: LanguageProfile) -> Iterator[tuple[str, Span]]:
    """What stands between marks in code."""
    for code in page.unread:
        # Less the signs of code, which are marks elsewhere.
        words = code.of(page.given).lstrip("`")
        start = code.end - len(words)
        for marked in marked_spans(words.rstrip("`"), profile):
            yield "code", Span(start + marked.span.start, start + marked.span.end)


def _loose(page: Page, document: Document, profile: LanguageProfile) -> Iterator[tuple[str, Span]]:
    """Marks that hold nothing or have no fellow, and that are in none of the document's own quotes."""
    quoted = [span for quote in document.quotes for span in quote.spans]
    for rule, place in loose_marks(page.text, profile):
        given = page.span(place)
        mark = given.end - 1 if rule == "no_opening_mark" else given.start
        if not any(span.start - 1 <= mark <= span.end for span in quoted):
            yield rule, given
