"""Whether a paragraph is a headline, and what single marks say of that."""

from quoteverify.models import Span
from quoteverify.reading.marks.pairing import MarkedSpan
from quoteverify.text.normalize import QUOTATION_MARKS

_LONGEST = 150
"""In code points: headlines are seldom longer (news style books ask for 60 to 100)."""
_ENDS = ".!?…"
"""What the words in marks end with that are a sentence, as the sentence that reports them does."""
_BROKEN_OFF = "-–—"
"""What the words of who breaks off end with."""
_POINTS = f",:;){_ENDS}{_BROKEN_OFF}"
"""What a headline does not end with."""


def is_heading(text: str, paragraph: Span, marked: MarkedSpan) -> bool:
    """Whether the paragraph of a marked span is a headline.

    It has no stop at its end; the first with single marks may have one, if a text follows and what stands
    in the marks is no sentence of which the text goes on to say whose it is.
    """
    if len(paragraph) > _LONGEST:
        return False
    printed = paragraph.of(text).rstrip()
    last = printed.rstrip(QUOTATION_MARKS)[-1:]
    if last not in _POINTS:
        return True
    first = is_single(marked) and marked.paragraph == 0
    # ‘We sail,’ said Hale. ‘At last.’
    goes_on = text[marked.outer.end : paragraph.end].lstrip()[:1].islower()
    ends = printed[-1:] in _ENDS or (goes_on and last in _ENDS + _BROKEN_OFF)
    reported = ends and text[marked.span.end - 1] in f",{_ENDS}"
    return first and not reported and bool(text[paragraph.end :].strip())


def is_single(marked: MarkedSpan) -> bool:
    """Whether a span stands in single marks."""
    return marked.marks.open in ("'", "‘")
