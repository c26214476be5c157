"""What stands around a passage: whether a word that limits it was left outside the claim."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.verify.candidates import SourceIndex
from quoteverify.collation.verify.passages import ClaimPart
from quoteverify.collation.verify.speech_breaks import INTERRUPTION, MARK, SpeechBreak, speech_break
from quoteverify.models import ContextFinding, Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.sentences import segments
from quoteverify.text.words import Words, words

# Set on known alterations of news quotes; measured by tests/bench/measure_collation.py.
REACH = 400  # how far the text around a passage is read, in code points: two long sentences of news to a side
# A denial or a hedge bears on what follows it this closely, in words, and a hedge on what it follows.
NEAR = 4
# A condition opens its clause: it stands this near to the start of what was cut or to the passage, in
# words, or after a comma or dash.
OPENING = 2
# A few code points of a passage show whether it begins or ends with its sentence: a word of it and a mark.
PEEP = 8
# So many code points before a word show whether a comma or dash sets it apart: a dash between spaces.
APART = 4
# A guard against claims spliced of very many passages: no more of them are looked at.
MOST_PARTS = 32

LIMITS = ("negators", "hedges")
RULES = {
    "negators": "negator_cut",
    "hedges": "hedge_cut",
    "conditions": "condition_cut",
    "modals": "modal_cut",
    "quantities": "quantity_cut",
    "pronouns": "pronoun_cut",
}
"""By the table of what was cut, the name of the rule that says so."""

_Cut = tuple[ContextFinding, str, Span]
"""What was left outside a passage: the finding, the name of the rule, and where it stands."""

# What is said goes no further than the nearest quotation mark, and a sentence no further than its line. Each
# begins with one of a few characters, so that the search passes over all others at the speed of C.
_EDGE = re.compile(r"""["“”„‟«»\r\n'`](?:(?<!['`])|(?<=')'|(?<=`)`)""")
_GOING_ON = (",", "-", "–", "—")
_CLAUSE = re.compile(r"[,;:—–-]\s*\Z")
_CLOSED = re.compile(r"\s*(?:[\"”»\r\n]|\Z)")


@functools.lru_cache(maxsize=8)
def _joining(language: LanguageProfile) -> frozenset[str]:
    """What may stand before a condition that opens a sentence: but only if."""
    conjunctions = language.words("grammar", **{"class": "conjunction"}) - language.words("conditions")
    return conjunctions | language.words("quantities", focuses=True)


@functools.lru_cache(maxsize=8)
def _longest_condition(language: LanguageProfile) -> int:
    """How many words the longest phrase has that opens a condition."""
    return max((len(words(phrase).keys) for phrase in language.words("conditions")), default=0)


@functools.lru_cache(maxsize=64)
def _heads(language: LanguageProfile, *tables: str) -> frozenset[str]:
    """Every telling word of some tables' phrases: only there is it worth looking for one."""
    phrases = (phrase for table in tables for phrase in language.words(table))
    light = language.words("function_words") | language.words("pronouns") | language.words("intensifiers")
    return frozenset(
        key
        for keys in (words(phrase).keys for phrase in phrases)
        for key in keys
        if key not in light or len(keys) == 1
    )


def context_of(
    index: SourceIndex, parts: Sequence[ClaimPart]
) -> tuple[ContextFinding, str, tuple[Span, ...]]:
    """How the passages of a claim stand in what surrounds them.

    What a claim must not lose is a negation just before it, a hedge beside it and a condition in its own
    sentence, a condition that opens the next one, and the mark of a question.

    Args:
        index: The sources; it is their language whose negations, hedges and conditions count.
        parts: The passages, in the claim's order.

    Returns:
        The finding, the name of the rule that decided, and where what was cut stands in the
        document of the first passage.
    """
    found = [
        (finding, rule, part, span)
        for part in parts[:MOST_PARTS]
        for finding, rule, span in _cut(index, part)
        if not _quoted_too(span, part, parts)
    ]
    if not found:
        return ContextFinding.KEPT, "nothing_cut", ()
    for finding in (ContextFinding.TRUNCATED, ContextFinding.OUT_OF_CONTEXT):
        hits = [hit for hit in found if hit[0] == finding]
        if hits:
            spans = dict.fromkeys(span for _, _, part, span in hits if part.document is parts[0].document)
            return finding, hits[0][1], tuple(spans)
    return ContextFinding.KEPT, "nothing_cut", ()


def _quoted_too(span: Span, part: ClaimPart, parts: Sequence[ClaimPart]) -> bool:
    """Whether another part of the claim has what one part leaves out."""
    return any(
        other is not part
        and other.document is part.document
        and other.extent.start <= span.start < other.extent.end
        for other in parts[:MOST_PARTS]
    )


def _cut(index: SourceIndex, part: ClaimPart) -> Iterator[_Cut]:
    """What was left outside a passage and bears on it, over an attribution that interrupts its sentence."""
    text, start, end = part.document.text, part.extent.start, part.extent.end
    before = _before(text, start)
    yield from _cut_before(index, part, before)
    spoken_before = _before_interruption(text, before.start)
    if spoken_before is not None:
        yield from _cut_before(index, part, _before(text, spoken_before))
    after = _after(text, end)
    if not _CLOSED.match(text, end, end + REACH):
        yield from _cut_after(index, part, before, after)
    spoken_after = _after_interruption(text, after.end)
    if spoken_after is not None:
        yield from _cut_after(index, part, before, _after(text, spoken_after))


def _before(text: str, start: int) -> Span:
    """What precedes a place in its line and its quotation."""
    low = max(0, start - REACH)
    # Read backwards, the nearest edge comes first; each reads the same both ways.
    edge = _EDGE.search(text[low:start][::-1])
    return Span(start - edge.start() if edge else low, start)


def _after(text: str, end: int) -> Span:
    """What follows a place in its line and its quotation."""
    edge = _EDGE.search(text, end, end + REACH)
    return Span(end, edge.start() if edge else min(len(text), end + REACH))


def _after_interruption(text: str, mark: int) -> int | None:
    """Where a sentence goes on that a closing mark interrupts, as in “If so,” she said, “we sail.”."""
    if text[mark - 1 : mark] not in _GOING_ON:
        return None
    again = MARK.search(text, mark + 1, mark + INTERRUPTION)
    if again is None or text[mark : again.start()].rstrip()[-1:] != ",":
        return None
    gap = text[mark - 1 : again.end() + 1]
    return again.end() if speech_break(gap) is SpeechBreak.INTERRUPTION else None


def _before_interruption(text: str, start: int) -> int | None:
    """The same backwards, from the place after an opening mark: where the interrupted words end."""
    mark = start - 1
    low = max(0, mark - INTERRUPTION)
    if mark < 1 or not MARK.match(text, mark) or text[low:mark].rstrip()[-1:] != ",":
        return None
    earlier = [m.start() for m in MARK.finditer(text, low, mark)]
    return earlier[-1] if earlier and _after_interruption(text, earlier[-1]) == start else None


def _cut_before(index: SourceIndex, part: ClaimPart, before: Span) -> Iterator[_Cut]:
    """What of the words before a passage bears on it."""
    language, text, number = index.language, part.document.text, part.place.document
    keys = index.keys(number, before)
    if not (
        _heads(language, "conditions").isdisjoint(keys) and _heads(language, *LIMITS).isdisjoint(keys[-NEAR:])
    ):
        found = index.words(number, before)
        yield from _qualifiers(found, _lead(text, before, language), language, leads=True)


def _cut_after(index: SourceIndex, part: ClaimPart, before: Span, after: Span) -> Iterator[_Cut]:
    """What of the words after a passage, or after what interrupts it, bears on it."""
    language, text, number = index.language, part.document.text, part.place.document
    keys = index.keys(number, after)
    conditions, limits = _heads(language, "conditions"), _heads(language, *LIMITS)
    asked = text.find("?", after.start, after.end) >= 0
    if not asked and conditions.isdisjoint(keys) and limits.isdisjoint(keys[:NEAR]):
        return
    found = index.words(number, after)
    rest, following = _rest(text, after, language)
    yield from _qualifiers(found, rest, language, leads=False)
    condition = _opening_condition(found, following, language)
    if condition:
        yield ContextFinding.TRUNCATED, "condition_in_next_sentence", condition
    if rest.of(text).rstrip("\"'”’ ").endswith("?") and len(_lead(text, before, language)):
        yield ContextFinding.OUT_OF_CONTEXT, "cut_from_a_question", rest


def _opening_condition(around: Words, sentence: Span, language: LanguageProfile) -> Span | None:
    """Where a condition stands that opens a sentence, as in “But only if it rains”; None if none does."""
    if "," in sentence.of(around.text):
        return None  # the condition is of what follows there
    first, last = bisect_left(around.starts, sentence.start), bisect_right(around.ends, sentence.end)
    opening = around.keys[first : min(last, first + OPENING + _longest_condition(language))]
    joining = _joining(language)
    opens = next((n for n, key in enumerate(opening) if key not in joining), 0)
    marked = lexicon(language).markers(opening, 0, max(OPENING, opens + 1))
    if any(table == "conditions" for table, _ in marked):
        return Span(around.starts[first + opens], around.ends[first + opens])
    return None


def _lead(text: str, side: Span, language: LanguageProfile) -> Span:
    """What precedes a passage in its sentence, of all that precedes it."""
    within = Span(side.start, min(len(text), side.end + PEEP))
    start = next((p.start for p in segments(text, language, within=within) if p.end > side.end), side.end)
    return Span(min(start, side.end), side.end)


def _rest(text: str, side: Span, language: LanguageProfile) -> tuple[Span, Span]:
    """What follows a passage in its sentence, of all that follows it, and the sentence after."""
    end = side.start
    within = Span(max(0, end - PEEP), side.end)
    found = (p for p in segments(text, language, within=within) if p.end > end)
    first = next(found, None)
    if first is None or first.start >= end:
        return Span(end, end), first or Span(end, end)
    return Span(end, first.end), next(found, Span(first.end, first.end))


def _qualifiers(around: Words, side: Span, language: LanguageProfile, *, leads: bool) -> Iterator[_Cut]:
    """The negations, hedges and conditions of what was cut that bear on the passage, and where they stand."""
    known, telling = lexicon(language), _heads(language, "conditions", *LIMITS)
    first, last = bisect_left(around.starts, side.start), bisect_right(around.ends, side.end)
    keys = around.keys[first:last]
    for at, key in enumerate(keys):
        if key not in telling:
            continue
        distance = len(keys) - at if leads else at + 1
        start, end = around.starts[first + at], around.ends[first + at]
        opens = min(at, distance - 1) <= OPENING or _CLAUSE.search(
            around.text[max(side.start, start - APART) : start]
        )
        # "The ferry is [not]": right behind, with nothing between, it is denied too.
        right_behind = not leads and distance == 1 and around.text[side.start : start].isspace()
        for table, _ in known.markers(keys, at, at + 1):
            near = distance <= NEAR and (table == "hedges" or (table == "negators" and leads))
            bears_on_it = opens if table == "conditions" else near or right_behind
            if bears_on_it:
                yield ContextFinding.TRUNCATED, RULES[table], Span(start, end)
