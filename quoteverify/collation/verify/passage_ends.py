"""Where a passage begins and ends whose first or last words are others than the claim's."""

import re

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.quantities import is_part
from quoteverify.collation.language.word_forms import one_word_in_two_forms, same_quantity
from quoteverify.collation.verify.candidates import SourceIndex
from quoteverify.collation.verify.chaining import STEP, Place
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.speech_breaks import MARK
from quoteverify.models import Span
from quoteverify.text.sentences import segments

# Distances in words, set on known alterations of news quotes; measured by tests/bench/measure_collation.py.
REPLACED = 4  # words of the claim beside the first or last that is found may stand for as many of the source
SKEWED = 3  # where the outermost of them is found in the source, so many more or fewer may stand before it

ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_ENDED = re.compile(r"[.,!?][\"'”’»)\]]*\s*\Z")
_LAST_MARKS = 4  # code points: a stop, two closing marks and a space
_DIVIDING = ":;"


def passage_bounds(index: SourceIndex, claim: Claim, place: Place, first: int, last: int) -> tuple[int, int]:
    """The positions of a passage's first word and of the one past its last.

    Args:
        index: The sources.
        claim: The claim.
        place: What is found of it.
        first: The first of the claim's words that the passage may answer.
        last: The one past the last of these.
    """
    low, high = index.bounds(place.document)
    start, end = place.source
    before = _grown(index, claim, range(place.claim[0] - 1, first - 1, -1), range(start - 1, low - 1, -1))
    after = _grown(index, claim, range(place.claim[1], last), range(end, high))
    if (
        after is None
        and end < high
        and "".join(index.keys_at(end - 1, end + 1)) == claim.words.keys[last - 1]
    ):
        after = end + 1  # one word of the claim is two there: windowsill
    return (
        start if before is None else before,
        _number_end(index, claim, last, end, high) if after is None else after,
    )


def _grown(index: SourceIndex, claim: Claim, wanted: range, at: range) -> int | None:
    """Where a passage ends if words of the claim beside it stand for words of the source beside it.

    Args:
        index: The sources.
        claim: The claim.
        wanted: The claim's words beside those found, outwards.
        at: The positions there, outwards.

    Returns:
        The position where the passage starts or stops, or None where it stays as it is.
    """
    if not 0 < len(wanted) <= REPLACED or not at:
        return None
    ids = index.ids([claim.words.keys[i] for i in wanted])
    inner = wanted[0] - 1 if wanted.step > 0 else wanted[0]
    if ELLIPSIS.search(claim.text, claim.words.ends[inner], claim.words.starts[inner + 1]):
        return _beyond_ellipsis(index, ids, at)
    within = at[: len(wanted) + SKEWED]
    reached = within[: _reachable(index, within, _outside(claim, wanted))]
    if not reached:
        return None
    n = _as_claimed(index, claim, wanted, reached)
    if n is None:
        n = _as_many(index, claim, ids, reached, within)
    return reached[n] + (at.step > 0)


def _outside(claim: Claim, wanted: range) -> str:
    """The claim's text from what is found to the last of some words, outwards."""
    if wanted.step > 0:
        return claim.text[claim.words.ends[wanted[0] - 1] : claim.words.ends[wanted[-1]]]
    return claim.text[claim.words.starts[wanted[-1]] : claim.words.starts[wanted[0] + 1]]


def _beyond_ellipsis(index: SourceIndex, ids: list[int], at: range) -> int | None:
    """Where the words that a claim has beyond an ellipsis stand next."""
    for n in range(min(STEP, len(at)) - len(ids) + 1):
        first, last = sorted((at[n], at[n + len(ids) - 1]))
        if index.ids_at(first, last + 1)[:: at.step] == ids:
            return at[n + len(ids) - 1] + (at.step > 0)
    return None


def _reachable(index: SourceIndex, at: range, claimed: str) -> int:
    """How many of some words follow one another before a sentence or a quotation ends or begins."""
    lowest, highest = min(at[0], at[-1]), max(at[0], at[-1])
    if at.step > 0:
        window = Span(index.start(lowest - 1), index.end(highest))
    else:
        window = Span(index.start(lowest), index.end(highest + 1))
    text = index.documents[index.document_at(at[0])].text
    begins = {part.start for part in segments(text, index.language, within=window)}
    for n, position in enumerate(at):
        before, after = (position - 1, position) if at.step > 0 else (position, position + 1)
        stop, start = index.end(before), index.start(after)
        gap = text[stop:start]
        divided = any(mark in gap and mark not in claimed for mark in _DIVIDING)
        if MARK.search(gap) or divided or not begins.isdisjoint(range(stop, start + 1)):
            return n
    return len(at)


def _as_claimed(index: SourceIndex, claim: Claim, wanted: range, reached: range) -> int | None:
    """The last of the source's words that are together a form of the claim's: "per cent" of "%"; or None.

    What a number is counted in is only told beside the number, so the word within is tried with them.
    """
    known = lexicon(index.language)
    for inner in (0, 1):
        said = _forwards(range(wanted[0] - inner * wanted.step, wanted[-1] + wanted.step, wanted.step))
        keys = claim.words.keys[said.start : said.stop]
        for n in range(len(reached)):
            at = _forwards(range(reached[0] - inner * reached.step, reached[n] + reached.step, reached.step))
            if at.start >= 0 and one_word_in_two_forms(index.keys_at(at.start, at.stop), keys, known):
                return n
    return None


def _forwards(numbers: range) -> range:
    """Numbers that follow one another, in rising order."""
    return numbers if numbers.step > 0 else numbers[::-1]


def _as_many(index: SourceIndex, claim: Claim, ids: list[int], reached: range, within: range) -> int:
    """The last of the source's words that stand for as many of the claim's: where the outermost is the same.

    Args:
        index: The sources.
        claim: The claim.
        ids: The numbers of its words, outwards.
        reached: The positions that they may stand for, outwards.
        within: Those and the ones beyond the sentence.
    """
    same = [n for n, position in enumerate(reached) if index.ids_at(position, position + 1) == ids[-1:]]
    if same:
        return min(same, key=lambda n: abs(n + 1 - len(ids)))
    n = min(len(ids), len(reached)) - 1
    ends_with_next = n + 2 == len(reached) < len(within)
    if ends_with_next and reached.step > 0 and _ENDED.search(claim.text[-_LAST_MARKS:]):
        return n + 1  # the sentence ends with the next word, as the claim does
    return n


def _number_end(index: SourceIndex, claim: Claim, last: int, end: int, high: int) -> int:
    """Where a passage ends whose last words are a part of a number or date that the claim ends with whole."""
    known, keys = lexicon(index.language), claim.words.keys
    first = last
    while first and is_part(keys[first - 1], known):
        first -= 1
    if last - first < 2:
        return end
    for more in range(1, last - first):
        if end + more > high or not is_part(index.keys_at(end + more - 1, end + more)[0], known):
            break
        if same_quantity(index.keys_at(end + more - (last - first), end + more), keys[first:last], known):
            return end + more
    return end
