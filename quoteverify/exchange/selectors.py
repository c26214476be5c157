"""Places in a text by two of the W3C's selectors: https://www.w3.org/TR/annotation-model/#selectors (2017).

A position holds as long as the text stays as it is; the words, with those around them, find the place again
after.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quoteverify.errors import ExchangeFormatError
from quoteverify.models import Span

UNITS = {
    "code_points": "https://www.w3.org/TR/annotation-model/#text-position-selector",
    "utf16": "https://tc39.es/ecma262/#sec-ecmascript-language-types-string-type",
}
"""What offsets may be counted in, and the standard that says so: each position selector conforms to one."""

_AROUND = 32
"""In code points: how much on each side of the words is given, to tell the place from others that have them.

As much as the annotations of Hypothesis have.
"""

_NEAR = 1000
"""In code points: how far around a position words that moved are looked for before the whole text is."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")  # two units each in UTF-16


class Utf16Text:
    """A text whose places can be counted in UTF-16 as well."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_units = [offset + before for before, offset in enumerate(self._astral)]

    def units(self, offset: int) -> int:
        """An offset in code points, in UTF-16."""
        return offset + bisect_left(self._astral, offset)

    def code_points(self, units: int) -> int:
        """An offset in UTF-16, in code points; one within a character is taken for its start."""
        return units - bisect_left(self._astral_units, units)

    def hold(self, span: Span, words: str | None) -> bool:
        """Whether there is such a place, and these words at it, if any are given."""
        return span.end <= len(self.text) and (words is None or _alike(span.of(self.text), words))


def _alike(a: str, b: str) -> bool:
    """Whether two strings are one once JSON has welded the halves of surrogate pairs together."""
    return a == b or a.encode("utf-16", "surrogatepass") == b.encode("utf-16", "surrogatepass")


def selectors(span: Span, places: Utf16Text, unit: str) -> list[dict[str, Any]]:
    """Tell a place twice over.

    Args:
        span: The place, in code points.
        places: The text that it is in.
        unit: What the position is to count, one of ``UNITS``.

    Returns:
        A ``TextPositionSelector`` and a ``TextQuoteSelector``.
    """
    start, end, text = span.start, span.end, places.text
    if unit == "utf16":
        start, end = places.units(start), places.units(end)
    return [
        {"type": "TextPositionSelector", "start": start, "end": end, "conformsTo": UNITS[unit]},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]


def anchor(given: Iterable[Any], places: Utf16Text) -> Span:
    """Find the place that some selectors tell, in a text that may have changed since.

    It is where the position says, if the words stand there, counted in code points or in UTF-16; else it is
    where the words stand with those around them, nearest to the position if there are several such places.

    Args:
        given: Selectors, of which the first of either kind counts.
        places: The text.

    Raises:
        ExchangeFormatError: There is no such selector, it is broken, or the place is not in the text, or not
            in one place.
    """
    given = list(given)
    position, words = (_selector(kind, given) for kind in ("TextPositionSelector", "TextQuoteSelector"))
    if not position and not words:
        raise ExchangeFormatError("its target has neither a position in a text nor a quote")
    exact, prefix, suffix = words.get("exact"), words.get("prefix") or "", words.get("suffix") or ""
    if not all(isinstance(each, str) for each in (exact if words else "", prefix, suffix)):
        raise ExchangeFormatError("the words of its target are not strings")
    near = None
    if position:
        spans = _positions(position, places)
        near = min(spans[0].start, len(places.text))
        for span in spans:
            if places.hold(span, exact):
                return span
    if not exact:
        raise ExchangeFormatError(f"its target is not in a text of {len(places.text):,} characters")
    return _found(places.text, exact, prefix, suffix, near)


def _positions(position: Mapping[str, Any], places: Utf16Text) -> list[Span]:
    """What the position may mean, in code points."""
    start, end = position.get("start"), position.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise ExchangeFormatError(f"its target is at {start!r} to {end!r}, which is nowhere")
    in_units = Span(places.code_points(start), places.code_points(end))
    if UNITS["utf16"] in several(position.get("conformsTo")):
        return [in_units]
    # Many programs count in UTF-16 and do not say so.
    return [Span(start, end), in_units]


def _found(text: str, exact: str, prefix: str, suffix: str, near: int | None) -> Span:
    """Where some words stand with those around them, as far as these are there."""
    for before, after in ((prefix, suffix), (prefix, ""), ("", suffix), ("", "")):
        pattern = re.compile(re.escape(f"{before}{exact}{after}"))
        # Most changes are small, and a look around is soon done.
        for reach in (len(text),) if near is None else (_NEAR, len(text)):
            begin = max(0, (near or 0) - len(before) - reach)
            end = (near or 0) + reach + len(exact) + len(after)
            starts = [match.start() + len(before) for match in pattern.finditer(text, begin, end)]
            if len(starts) > 1 and near is None:
                raise ExchangeFormatError(f"its words stand in {len(starts)} places: {exact[:80]!r}")
            if starts:
                start = min(starts, key=lambda start: abs(start - (near or 0)))
                return Span(start, start + len(exact))
    raise ExchangeFormatError(f"its words are not in the text: {exact[:80]!r}")


def _selector(kind: str, selectors: Iterable[Any]) -> Mapping[str, Any]:
    """The first selector of a kind; an empty one where there is none."""
    return next((s for s in selectors if isinstance(s, Mapping) and kind in terms(s.get("type"))), {})


def terms(value: Any) -> set[str]:
    """The W3C's terms, of one or of several, without what may stand before them ("oa:Annotation")."""
    return {re.split("[:/#]", each)[-1] for each in several(value) if isinstance(each, str)}


def several(value: Any) -> Sequence[Any]:
    """A value that may be one, several or none."""
    if value is None:
        return ()
    return value if isinstance(value, Sequence) and not isinstance(value, str | bytes) else (value,)
