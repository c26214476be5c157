"""A draft of Word's with what was found as comments on it, and nothing else changed."""

import copy
import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quoteverify.display.differences_in_words import difference_in_words, severity_and_kind
from quoteverify.display.finding_names import WORDING
from quoteverify.display.phrases import source_name, speaker_and_time, unchecked_in_words
from quoteverify.display.urgency import QuoteStanding, standings, wanting
from quoteverify.errors import ArgumentValueError
from quoteverify.models import CheckReport, Severity, Span, Verification
from quoteverify.reading.sources.word import TextRun, opened, pieces

SUFFIX = ".docx"
AUTHOR, INITIALS = "quoteverify", "qv"
"""Whose the comments are."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOTE = re.compile(r"\s*(\[\^\w{1,20}\]): ")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold (https://www.w3.org/TR/xml/#charsets)."""


def reviewed(raw: bytes, report: CheckReport) -> bytes:
    """Write a comment on each quotation of a draft.

    Args:
        raw: The draft, a Word file.
        report: What was found, of the document that ``read`` made of it with ``links=True``.

    Returns:
        The same file with a comment at each finding, and at each quotation that was not looked for. What
        stands in a note is commented on at its number.

    Raises:
        ArgumentValueError: The report is of another file.
        MissingExtraError: The extra ``docx`` is not installed.
        UnreadableSourceError: It is no Word file, or broken.
    """
    document = opened(raw)
    draft = _Draft(list(pieces(document, links=True)))
    if draft.text.strip() != report.document.text:
        raise ArgumentValueError("the report is not of this Word file, read with its links")
    before = len(draft.text) - len(draft.text.lstrip())
    for spans, words in _said(report):
        place = Span(before + spans[0].start, before + spans[-1].end)
        comment = document.comments.add_comment(_NO_XML.sub("\ufffd", words), AUTHOR, INITIALS)
        draft.mark(place, comment.comment_id)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _said(report: CheckReport) -> Iterator[tuple[Sequence[Span], str]]:
    """What to say of each quotation, and where it stands."""
    said = report.said
    for each in standings(report):
        if each.id in said:
            words = _accepted(each) if each.accepted else _in_words(each.verification)
            yield said[each.id].spans, "\n".join(words)
    for left in report.unchecked:
        if left.spans and left.is_quoted:
            yield left.spans, f"Not looked for: {unchecked_in_words(left)}."


def _in_words(found: Verification) -> Iterator[str]:
    """A finding, a paragraph each."""
    look = wanting(found)
    if not look:
        yield f"{WORDING[found.wording].name}."
    for axis in look:
        yield f"{axis.name}: {axis.finding}. {axis.meaning[:1].upper()}{axis.meaning[1:]}."
    yield from _passages(found)
    if found.nearest and not found.passages:
        yield f"Nearest, in {source_name(found.nearest)}: “{found.nearest.text}”"
    for difference in found.differences:
        if difference.severity == Severity.COSMETIC:
            continue
        yield f"{severity_and_kind(difference)}: {difference_in_words(difference, found.claim)}"


def _accepted(quote: QuoteStanding) -> Iterator[str]:
    """What somebody has let stand, and what the source has."""
    yield f"{quote.found.capitalize()}."
    yield from _passages(quote.verification)


def _passages(found: Verification) -> Iterator[str]:
    for passage in found.passages:
        yield f"{source_name(passage)}{speaker_and_time(passage)}: “{passage.text}”"


class _Draft:
    """The pieces of a Word file, where each stands in its text."""

    def __init__(self, found: Iterable[TextRun]) -> None:
        self._elements: list[Any] = []
        self._starts: list[int] = []
        self._marks: dict[str, Any] = {}
        texts: list[str] = []
        length = 0
        for piece in found:
            self._elements.append(piece.element if piece.element is not None else self._mark_of(piece.text))
            self._starts.append(length)
            if piece.element is not None:
                self._marks.setdefault(piece.text, piece.element)
            texts.append(piece.text)
            length += len(piece.text)
        self.text = "".join(texts)

    def _mark_of(self, text: str) -> Any:
        """The number in the text that a note's words belong to."""
        note = _NOTE.match(text)
        return self._marks.get(note[1]) if note else None

    def mark(self, place: Span, id: int) -> None:
        """Set the marks of a comment around a stretch of the text."""
        first = self._at(place.start)
        last = max(first, self._at(place.end) - 1)
        around = [element for element in self._elements[first : last + 1] if element is not None]
        if not around:
            return
        start, end = _in_paragraph(around[0]), _in_paragraph(around[-1])
        start.addprevious(_element("commentRangeStart", id))
        end.addnext(_element("commentRangeEnd", id))
        run = _element("r")
        run.append(_element("commentReference", id))
        end.getnext().addnext(run)

    def _at(self, offset: int) -> int:
        """Which piece begins at an offset, once the one that it cuts is two."""
        n = bisect_right(self._starts, offset) - 1
        start, element = self._starts[n], self._elements[n]
        if offset == start:
            return n
        if element is None or element.tag != f"{_W}t" or element.getparent().tag != f"{_W}r":
            return n + (offset > start)
        words = element.text or ""
        if offset - start < len(words):
            self._elements.insert(n + 1, _cut(element, offset - start))
            self._starts.insert(n + 1, offset)
        return n + 1


def _cut(words: Any, at: int) -> Any:
    """Cut a run in two within some of its words, and give the element of those behind."""
    run = words.getparent()
    behind, rest = _element("r"), copy.copy(words)
    properties = run.find(f"{_W}rPr")
    if properties is not None:
        behind.append(copy.deepcopy(properties))
    words.text, rest.text = words.text[:at], words.text[at:]
    for part in (words, rest):
        part.set(_SPACE, "preserve")
    following = list(words.itersiblings())
    behind.append(rest)
    behind.extend(following)
    run.addnext(behind)
    return rest


def _in_paragraph(element: Any) -> Any:
    """What stands right in the outermost paragraph around an element: there a comment may begin and end."""
    found = element
    for around in element.iterancestors():
        if around.tag == f"{_W}p":
            found = element
        element = around
    return found


def _element(name: str, id: int | None = None) -> Any:
    """An element of Word's XML."""
    from docx.oxml.parser import OxmlElement

    made = OxmlElement(f"w:{name}")
    if id is not None:
        made.set(f"{_W}id", str(id))
    return made
