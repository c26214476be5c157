"""What stands around a passage: whether a word that limits it was left outside the claim."""

import re
from collections.abc import Iterator, Sequence

from quoteverify.collation.lexicon import lexicon
from quoteverify.collation.passages import Part
from quoteverify.models import ContextFinding, Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.sentences import pieces
from quoteverify.text.words import words

# How far the text around a passage is read, in code points: two long sentences of news to a side.
REACH = 400
# A denial or a hedge bears on what follows it this closely, in words, and a hedge on what it follows.
NEAR = 4
# A condition opens its clause: it stands this near to the start of what was cut or to the passage, in
# words, or after a comma or dash.
OPENING = 2
# Of a claim spliced of more passages than this, only so many are looked at.
MOST_PARTS = 32

_EDGE = re.compile(r"""["“”„‟«»]|''|``""")
_CLAUSE = re.compile(r"[,;:—–-]\s*\Z")
_CLOSED = re.compile(r"\s*(?:[\"”»\r\n]|\Z)")


def context_of(parts: Sequence[Part], language: LanguageProfile) -> tuple[ContextFinding, str, tuple[Span, ...]]:
    """How the passages of a claim stand in what surrounds them.

    What a claim must not lose is a negation just before it, a hedge beside it and a condition in its own
    sentence, a condition that opens the next one, and the mark of a question.

    Args:
        parts: The passages, in the claim's order.
        language: Whose negations, hedges and conditions count.

    Returns:
        The finding, the name of the rule that decided, and where what was cut stands in the
        document of the first passage.
    """
    found = [(finding, rule, part, span) for part in parts[:MOST_PARTS] for finding, rule, span in _cut(part, language)]
    for finding in (ContextFinding.TRUNCATED, ContextFinding.OUT_OF_CONTEXT):
        hits = [hit for hit in found if hit[0] == finding]
        if hits:
            spans = dict.fromkeys(span for _, _, part, span in hits if part.document is parts[0].document)
            return finding, hits[0][1], tuple(spans)
    return ContextFinding.KEPT, "nothing_cut", ()


def _cut(part: Part, language: LanguageProfile) -> Iterator[tuple[ContextFinding, str, Span]]:
    """What was left outside a passage and bears on it."""
    text, extent = part.document.text, part.extent
    lead = _lead(text, extent.start, language)
    yield from _qualifiers(text, lead, language, leads=True)
    if _CLOSED.match(text, extent.end, extent.end + REACH):
        return
    rest, following = _rest(text, extent.end, language)
    yield from _qualifiers(text, rest, language, leads=False)
    opening = words(following.of(text)[:80])
    if opening.keys and any(table == "conditions" for table, _ in lexicon(language).markers(opening.keys, 0, OPENING)):
        yield ContextFinding.TRUNCATED, "condition_in_next_sentence", _of(following, opening.starts[0], opening.ends[0])
    if len(lead) and rest.of(text).rstrip("\"'”’ ").endswith("?"):
        yield ContextFinding.OUT_OF_CONTEXT, "cut_from_a_question", rest


def _lead(text: str, start: int, language: LanguageProfile) -> Span:
    """What precedes a passage in its sentence, within the quotation marks around it."""
    low = max(0, start - REACH)
    for edge in _EDGE.finditer(text, low, start):
        low = edge.end()
    if not text[low:start].strip():
        return Span(start, start)
    # A few characters of the passage show whether a sentence ends before it.
    within = Span(low, min(len(text), start + 8))
    return Span(next((p.start for p in pieces(text, language, within=within) if p.end > start), start), start)


def _rest(text: str, end: int, language: LanguageProfile) -> tuple[Span, Span]:
    """What follows a passage in its sentence, and the sentence after, within the quotation marks around it."""
    high = min(len(text), end + REACH)
    edge = _EDGE.search(text, end, high)
    if edge:
        high = edge.start()
    # A few characters of the passage show whether it ends with its sentence.
    found = iter([p for p in pieces(text, language, within=Span(max(0, end - 8), high)) if p.end > end or p.start >= end])
    first = next(found, None)
    if first is None or first.start >= end:
        return Span(end, end), first or Span(end, end)
    return Span(end, first.end), next(found, Span(first.end, first.end))


def _qualifiers(
    text: str, side: Span, language: LanguageProfile, *, leads: bool
) -> Iterator[tuple[ContextFinding, str, Span]]:
    """The negations, hedges and conditions of what was cut that bear on the passage."""
    found = words(side.of(text))
    known = lexicon(language)
    for at in range(len(found)):
        distance = len(found) - at if leads else at + 1
        for table, _ in known.markers(found.keys, at, at + 1):
            if table == "conditions":
                cut = min(at, distance - 1) <= OPENING or _CLAUSE.search(found.text[: found.starts[at]][-4:])
            else:
                cut = distance <= NEAR and (table == "hedges" or (table == "negators" and leads))
            if cut:
                yield ContextFinding.TRUNCATED, f"{table.removesuffix('s')}_cut", _of(side, found.starts[at], found.ends[at])


def _of(side: Span, start: int, end: int) -> Span:
    return Span(side.start + start, side.start + end)
