"""What a pair of marks holds: speech, or a title, a name, a word as a word."""

from quoteverify.models import QuoteKind, Span
from quoteverify.reading.marks import MarkedSpan
from quoteverify.text.language import LanguageProfile


def kind_of(
    text: str, marked: MarkedSpan, paragraph: Span, profile: LanguageProfile, *, cued: bool
) -> QuoteKind:
    """What a marked span holds, by the words in it and around it.

    Args:
        text: The whole text.
        marked: The span.
        paragraph: The paragraph it opens in.
        profile: The language.
        cued: Whether a cue of speech governs the span.
    """
    inside = marked.span.of(text).strip()
    outer = marked.outer
    alone = outer.start == paragraph.start and outer.end >= paragraph.end
    if cued or alone or inside[-1] in ",.?!" or len(inside.split()) > 5:
        return QuoteKind.SPEECH
    return QuoteKind.TERM if outer.start > paragraph.start else QuoteKind.SPEECH
