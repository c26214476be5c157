"""What stands around a passage: whether a word that limits it was left outside the claim."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from quoteverify.collation.language.frames import AMOUNT, DOUBT, RELATIVE, VIEW
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.context import bearing, sides
from quoteverify.collation.verify.context.bearing import (
    FAR,
    NEAR,
    OPENING,
    SUBJECT,
    Beside,
    Known,
    has_condition,
    known_of,
    lacks_head,
    may_bear_before,
    may_bear_behind,
    splits_amount,
)
from quoteverify.collation.verify.context.framing import Framing
from quoteverify.collation.verify.context.sides import PEEP, REACH
from quoteverify.collation.verify.passages import ClaimPart
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.collation.verify.speech_breaks import MARK
from quoteverify.models import ContextFinding, Document, Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.sentences import segments
from quoteverify.text.words import Words, words

# Set on known alterations of news quotes; measured by tests/bench/measure_collation.py.
# So many words of a passage show whether it goes on with a phrase that begins before it.
GOES_ON = 2
# So many words or more that a passage begins with, and that stand before it too, were a false start.
AGAIN = 2
# A guard against claims spliced of very many passages: no more of them are looked at.
MOST_PARTS = 32

RULES = {
    "negators": "negator_cut",
    "hedges": "hedge_cut",
    "conditions": "condition_cut",
    DOUBT: "supposition_cut",
    VIEW: "view_of_another_cut",
    AMOUNT: "amount_cut",
    RELATIVE.turns: "narrowing_clause_cut",
}
"""By what was cut, the name of the rule that says so."""

QUESTION = "question_as_statement"
OF_QUESTION = "cut_from_a_question"

_Cut = tuple[ContextFinding, str, Span]
"""What was left outside a passage: the finding, the name of the rule, and where it stands."""

# The marks behind the last word of a passage, and those that ask.
_LAST_MARKS = re.compile(r"[^\w\s]+\Z")
_ASKED = re.compile(r"[^\w\s?]*\?")
# An aside right behind a word: "Unless, of course, they pay".
_ASIDE = re.compile(r"\A,[^,]{0,40},")
_BREAKS_OFF = re.compile(r"\s*(?:[,…–—]|-{1,2}(?!\w)|\.{3})")
_CLOSED = re.compile(r"\s*(?:[\"”»\r\n]|\Z)")


@functools.lru_cache(maxsize=8)
def _joining(language: LanguageProfile) -> frozenset[str]:
    """What may stand before a condition that opens a sentence: but only if, everyone except."""
    conjunctions = language.words("grammar", **{"class": "conjunction"}) - language.words("conditions")
    amounts = language.words("quantities", focuses=True) | language.words("quantities", universal=True)
    return conjunctions | amounts


@functools.lru_cache(maxsize=8)
def _longest_condition(language: LanguageProfile) -> int:
    """How many words the longest phrase has that opens a condition."""
    return max((len(words(phrase).keys) for phrase in language.words("conditions")), default=0)


@functools.lru_cache(maxsize=64)
def _asking(language: LanguageProfile) -> frozenset[str]:
    """What the words of a question begin with."""
    verbs = (language.words("grammar", **{"class": name}) for name in ("auxiliary", "be"))
    return language.words("function_words", asks=True).union(*verbs)


def context_of(
    index: SourceIndex, claim: Claim, parts: Sequence[ClaimPart], framing: Framing | None
) -> tuple[ContextFinding, str, tuple[Span, ...]]:
    """How the passages of a claim stand in what surrounds them.

    What a claim must not lose is a negation just before it, a hedge beside it and a condition in its own
    sentence, a condition that opens the next one, whose view it is, and the mark of a question.

    Args:
        index: The sources; it is their language whose negations, hedges and conditions count.
        claim: The claim.
        parts: The passages, in the claim's order.
        framing: What the words around the claim in its draft do to it: what they say too is not cut. None
            for a claim that stands alone.

    Returns:
        The finding, the name of the rule that decided, and where what was cut stands in the
        document of the first passage.
    """
    cut = list(_all_cut(index, claim, parts[:MOST_PARTS]))
    if not cut:
        if framing and _denies_alone(index, framing, parts[:MOST_PARTS]):
            return ContextFinding.OUT_OF_CONTEXT, "denied_in_draft", ()
        return ContextFinding.KEPT, "nothing_cut", ()
    retold = [RULES[turns] for turns in framing.retold] if framing else []
    found = [hit for hit in cut if hit[1] not in retold]
    for finding in (ContextFinding.TRUNCATED, ContextFinding.OUT_OF_CONTEXT):
        hits = [hit for hit in found if hit[0] == finding]
        if hits:
            spans = dict.fromkeys(span for _, _, span, document in hits if document is parts[0].document)
            return finding, hits[0][1], tuple(spans)
    return ContextFinding.KEPT, "told_around_quotation", ()


def _all_cut(
    index: SourceIndex, claim: Claim, parts: Sequence[ClaimPart]
) -> Iterator[tuple[ContextFinding, str, Span, Document]]:
    """What was left outside each passage, with its document, save what another part of the claim has."""
    for part in parts:
        for finding, rule, span in _cut(index, claim, part):
            if not _quoted_too(span, part, parts):
                yield finding, rule, span, part.document


def _denies_alone(index: SourceIndex, framing: Framing, parts: Sequence[ClaimPart]) -> bool:
    """Whether a draft denies a fragment, and no source does in its own words too: it was not “the end”."""
    return framing.denies and not any(
        Framing(part.document.text, part.spans, index.language).denies for part in parts
    )


def _quoted_too(span: Span, part: ClaimPart, parts: Sequence[ClaimPart]) -> bool:
    """Whether another part of the claim has what one part leaves out."""
    return any(
        other is not part
        and other.document is part.document
        and other.extent.start <= span.start < other.extent.end
        for other in parts
    )


def _cut(index: SourceIndex, claim: Claim, part: ClaimPart) -> Iterator[_Cut]:
    """What was left outside a passage and bears on it, over an attribution that interrupts its sentence."""
    text, start, end = part.document.text, part.extent.start, part.extent.end
    before = sides.before(text, start)
    yield from _cut_before(index, part, before)
    spoken_before = sides.before_interruption(text, before.start)
    if spoken_before is not None:
        yield from _cut_before(index, part, sides.before(text, spoken_before))
    after = sides.after(text, end)
    if not _CLOSED.match(text, end, end + REACH):
        yield from _cut_after(index, part, before, after)
    spoken_after = sides.after_interruption(text, after.end)
    if spoken_after is not None:
        yield from _cut_after(index, part, before, sides.after(text, spoken_after))
    asked = _asked(index, claim, part, before)
    if asked:
        yield ContextFinding.OUT_OF_CONTEXT, QUESTION, asked


def _asked(index: SourceIndex, claim: Claim, part: ClaimPart, before: Span) -> Span | None:
    """The mark of a question that reads as a statement without it, where a claim does not print it."""
    text, end = part.document.text, part.extent.end
    marks = _LAST_MARKS.search(text, max(part.extent.start, end - PEEP), end)
    asked = _ASKED.match(text, marks.start() if marks else end)
    if not asked or "?" in claim.text[max(0, part.claim.end - PEEP // 2) : part.claim.end + 2]:
        return None
    if _is_between_marks(text, part.extent):
        return None
    within = Span(before.start, asked.end())
    sentences = segments(text, index.language, within=within)
    sentence = next((s for s in sentences if s.end >= asked.end()), within)
    keys = index.keys(part.place.document, sentence)
    asks, claimed = _asking(index.language), words(part.claim.of(claim.text)).keys
    # A claim that begins as the question does is read as one; "it was late" of "Was it late?" is not.
    if not keys or not (asks.isdisjoint(keys[:1]) or asks.isdisjoint(claimed[:1])):
        return None
    return Span(asked.end() - 1, asked.end())


def _cut_before(index: SourceIndex, part: ClaimPart, before: Span) -> Iterator[_Cut]:
    """What of the words before a passage bears on it."""
    known, text, number = known_of(index.language), part.document.text, part.place.document
    keys = index.keys(number, before, some=slice(-FAR - known.frames.longest, None))
    if not keys:
        return
    headless = keys[-1] in known.lexicon.genitives
    start = part.extent.start
    passage = index.keys(number, Span(start, start + REACH), some=slice(SUBJECT))
    goes_on = passage[:GOES_ON]
    if splits_amount(known, keys, passage):
        yield ContextFinding.TRUNCATED, RULES["amount"], Span(before.start, before.end)
    if not (
        headless
        or may_bear_before(known, keys, goes_on)
        or _has_condition(index, number, before, known, goes_on)
    ):
        return
    lead = sides.lead(text, before, index.language)
    if not len(lead):
        return
    found = index.words(number, before)
    first, last = bisect_left(found.starts, lead.start), bisect_right(found.ends, lead.end)
    last = _less_false_start(found, first, last, passage, known)
    quoted = lead.start > before.start or bool(MARK.match(text, before.start - 1))
    beside = Beside.of(known, found, first, last, before.end, passage=goes_on, quoted=quoted)
    if headless and lacks_head(beside, passage):
        yield ContextFinding.TRUNCATED, "head_cut", lead
    for mark, turns in bearing.before(beside, before.end):
        yield ContextFinding.TRUNCATED, RULES[turns], beside.span(mark)


def _less_false_start(around: Words, first: int, last: int, passage: Sequence[str], known: Known) -> int:
    """The one past the last of the words before a passage, less those that it says again: "It’s not, I mean".

    Args:
        around: The words.
        first: The first of those before the passage.
        last: The one past the last.
        passage: How the passage begins.
        known: What is known of the language.
    """
    fillers, end = known.lexicon.fillers_apart, last
    while end > first:
        lengths = range(1, min(end - first, known.lexicon.longest_filler) + 1)
        count = next((n for n in lengths if tuple(around.keys[end - n : end]) in fillers), 0)
        if not count:
            break
        end -= count
    for n in range(min(end - first, len(passage)), AGAIN - 1, -1):
        if list(passage[:n]) == around.keys[end - n : end]:
            return end - n if _BREAKS_OFF.match(around.text, around.ends[end - 1]) else last
    return last


def _has_condition(
    index: SourceIndex, number: int, side: Span, known: Known, passage: Sequence[str] = ()
) -> bool:
    """Whether a condition may stand in all that stands on one side of a passage: a quick look."""
    return index.has_any(number, side, known.frames.afar) and has_condition(
        known, index.keys(number, side), passage
    )


def _cut_after(index: SourceIndex, part: ClaimPart, before: Span, after: Span) -> Iterator[_Cut]:
    """What of the words after a passage, or after what interrupts it, bears on it."""
    language, text, number = index.language, part.document.text, part.place.document
    known = known_of(language)
    keys = index.keys(number, after, some=slice(NEAR + known.frames.longest))
    asked = text.find("?", after.start, after.end) >= 0
    narrowed = not known.relatives.isdisjoint(keys[:1]) or not known.subordinators.isdisjoint(keys[:1])
    if not (asked or narrowed or may_bear_behind(known, keys) or _has_condition(index, number, after, known)):
        return
    found = index.words(number, after)
    rest, following = sides.rest(text, after, language)
    first, last = bisect_left(found.starts, rest.start), bisect_right(found.ends, rest.end)
    quoted = bool(MARK.match(text, before.start - 1))
    beside = Beside.of(known, found, first, last, rest.end, quoted=quoted)
    claimed = index.keys(number, part.extent) if narrowed or beside.keys else ()
    for mark, turns in bearing.behind(beside, claimed, after.start):
        yield ContextFinding.TRUNCATED, RULES[turns], beside.span(mark)
    condition = _opening_condition(found, following, language)
    if condition:
        yield ContextFinding.TRUNCATED, "condition_in_next_sentence", condition
    taken_back = bearing.taken_back(known, found, following)
    if taken_back:
        yield ContextFinding.TRUNCATED, "taken_back_in_next_sentence", taken_back
    asks = rest.of(text).rstrip("\"'”’ ").endswith("?") and not _is_between_marks(text, part.extent)
    if asks and len(sides.lead(text, before, language)):
        yield ContextFinding.OUT_OF_CONTEXT, OF_QUESTION, rest


def _is_between_marks(text: str, extent: Span) -> bool:
    """Whether marks stand right before and behind a passage: no part of “Why call it ‘a ruin’?” that asks."""
    last = _LAST_MARKS.search(text, max(extent.start, extent.end - PEEP), extent.end)
    end = last.start() if last else extent.end
    return bool(MARK.match(text, extent.start - 1) and _CLOSES_BEFORE_ASKING.match(text, end))


_CLOSES_BEFORE_ASKING = re.compile(r"[.,]?[\"'”’»]+\?")


def _opening_condition(around: Words, sentence: Span, language: LanguageProfile) -> Span | None:
    """Where a condition stands that opens a sentence, as in “But only if it rains”; None if none does."""
    first, last = bisect_left(around.starts, sentence.start), bisect_right(around.ends, sentence.end)
    opening = around.keys[first : min(last, first + OPENING + _longest_condition(language))]
    joining = _joining(language)
    opens = next((n for n, key in enumerate(opening) if key not in joining), 0)
    for n in range(min(len(opening) - 1, OPENING)):
        # "That is, if they pay": what stands before the comma brings the condition in.
        apart = around.text[around.ends[first + n] : around.starts[first + n + 1]].startswith(",")
        if apart and not _has_marker(opening, n + 1, language):
            opens = n + 1
    if not _has_marker(opening, max(OPENING, opens + 1), language):
        return None
    at = first + min(opens, last - first - 1)
    behind = _ASIDE.sub("", around.text[around.ends[at] : sentence.end])
    if "," in behind.rstrip().rstrip(","):
        return None  # the condition is of what follows there
    return Span(around.starts[at], around.ends[at])


def _has_marker(keys: Sequence[str], end: int, language: LanguageProfile) -> bool:
    """Whether a condition stands among the first of some words."""
    return any(table == "conditions" for table, _ in lexicon(language).markers(keys, 0, end))
