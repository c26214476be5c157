"""The stretch of a text around a place in it, for a person to see the place in its surroundings."""

from collections.abc import Sequence

from quoteverify.models import Span

REACH = 280
"""Code points to either side: two or three sentences of news."""


def excerpt(text: str, spans: Sequence[Span], *, reach: int = REACH) -> Span:
    """The stretch from before the first of ``spans`` to after the last.

    It begins and ends with a paragraph where one does within reach, else between words.

    Args:
        text: Any text.
        spans: Places in it, in order; at least one.
        reach: How far to go to either side, in code points.

    Returns:
        A span of ``text`` that holds all of ``spans``.

    >>> text = "It was late. He said they would leave at dawn. Nobody asked why."
    >>> excerpt(text, [Span(21, 36)], reach=10).of(text)
    'He said they would leave at dawn.'
    """
    first = min([span.start for span in spans])
    last = max([span.end for span in spans])
    start, end = max(0, first - reach), min(len(text), last + reach)
    if start > 0:
        start = text.find("\n", start - 1, first) + 1 or text.find(" ", start - 1, first) + 1 or start
    if end < len(text):
        line, word = text.rfind("\n", last, end + 1), text.rfind(" ", last, end + 1)
        end = line if line >= 0 else word if word >= 0 else end
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
