"""What stands around a passage: whether a word that limits it was left outside the claim."""

import re
from collections.abc import Iterator, Sequence

from quoteverify.collation.lexicon import Lexicon, lexicon
from quoteverify.collation.passages import Part
from quoteverify.models import ContextFinding, Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.sentences import pieces
from quoteverify.text.words import Words, words

# How far the text around a passage is read, in code points: two long sentences of news to a side.
REACH = 400
# A denial or a hedge bears on what follows it this closely, in words, and a hedge on what it follows.
NEAR = 4
# A condition opens its clause: it stands this near to the start of what was cut or to the passage, in
# words, or after a comma or dash.
OPENING = 2
_CLAUSE = re.compile(r"[,;:—–-]\s*\Z")

_QUOTE_EDGE = re.compile(r"""["“”„‟«»]|''|``""")


def context_of(parts: Sequence[Part], language: LanguageProfile) -> tuple[ContextFinding, str, tuple[Span, ...]]:
    """How the passages of a claim stand in what surrounds them.

    What a claim must not lose is a negation just before it, a hedge beside it and a condition in its own
    sentence, a condition that opens the next one, and the mark of a question.

    Returns:
        The finding, the name of the rule that decided, and where what was cut stands in the
        document of the first passage.
    """
    gravest = {"out_of_context": ContextFinding.OUT_OF_CONTEXT, "truncated": ContextFinding.TRUNCATED}
    found = [
        (finding, rule, part, span)
        for part in parts
        for finding, rule, span in _cut(part, language, lexicon(language))
    ]
    for name in ("truncated", "out_of_context"):
        hits = [hit for hit in found if hit[0] == name]
        if hits:
            spans = tuple(dict.fromkeys(span for _, _, part, span in hits if part.document is parts[0].document))
            return gravest[name], hits[0][1], spans
    return ContextFinding.KEPT, "nothing_cut", ()


def _sentence(text: str, extent: Span, language: LanguageProfile) -> tuple[Span, Span, Span]:
    """What precedes a passage in its sentence, what follows it there, and the sentence after that.

    None of them goes beyond the quotation marks that the passage stands between.
    """
    window = Span(max(0, extent.start - REACH), min(len(text), extent.end + REACH))
    before = list(_QUOTE_EDGE.finditer(text, window.start, extent.start))
    after = _QUOTE_EDGE.search(text, extent.end, window.end)
    low = before[-1].end() if before else window.start
    high = after.start() if after else window.end
    cut = [piece for piece in pieces(text, language, within=Span(low, high))]
    start = next((p.start for p in cut if p.end > extent.start), extent.start)
    end = next((p.end for p in cut if p.end >= extent.end), extent.end)
    following = next((p for p in cut if p.start >= end), Span(end, end))
    return Span(min(start, extent.start), extent.start), Span(extent.end, max(end, extent.end)), following


def _cut(part: Part, language: LanguageProfile, known: Lexicon) -> Iterator[tuple[str, str, Span]]:
    """What was left outside a passage and bears on it."""
    text = part.document.text
    lead, rest, following = _sentence(text, part.extent, language)
    for side, leads in ((lead, True), (rest, False)):
        found = words(side.of(text))
        for table, at in _markers(found, known):
            distance = len(found) - at if leads else at + 1
            if table == "conditions":
                cut = min(at, distance - 1) <= OPENING or _CLAUSE.search(found.text[: found.starts[at]][-4:])
            else:
                cut = distance <= NEAR and (leads or table == "hedges")
            if cut:
                yield "truncated", f"{table.removesuffix('s')}_cut", _span(side, found, at)
    found = words(following.of(text))
    first = next(_markers(found, known, 2), None)
    if first and first[0] == "conditions":
        yield "truncated", "condition_in_next_sentence", _span(following, found, first[1])
    if lead and rest.of(text).rstrip("\"'”’ ").endswith("?") and "?" not in part.text[-1:]:
        yield "out_of_context", "cut_from_a_question", rest


def _markers(found: Words, known: Lexicon, most: int | None = None) -> Iterator[tuple[str, int]]:
    """Each negation, hedge and condition among some words, with the first of its words."""
    at = 0
    end = len(found) if most is None else min(most, len(found))
    while at < end:
        length = 1
        for phrase, (table, _) in known.phrases.get(found.keys[at], ()):
            if tuple(found.keys[at : at + len(phrase)]) == phrase:
                if table in ("negators", "hedges", "conditions"):
                    yield table, at
                length = len(phrase)
                break
        at += length


def _span(side: Span, found: Words, at: int) -> Span:
    return Span(side.start + found.starts[at], side.start + found.ends[at])
