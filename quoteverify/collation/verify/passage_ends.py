"""Where a passage begins and ends whose first or last words are others than the claim's."""

import re
from collections.abc import Sequence

from quoteverify.collation.language.lexicon import Lexicon, lexicon
from quoteverify.collation.language.quantities import counts, dated, is_part
from quoteverify.collation.language.word_forms import LONGEST_NUMBER, one_word_in_two_forms, same_quantity
from quoteverify.collation.verify.chaining import STEP, ClaimPlace
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.collation.verify.speech_breaks import MARK
from quoteverify.models import Span
from quoteverify.text.normalize import APOSTROPHES
from quoteverify.text.sentences import segments

# Distances in words, set on known alterations of news quotes; measured by tests/bench/measure_collation.py.
REPLACED = 4  # words of the claim beside the first or last that is found may stand for as many of the source
MOST_BESIDE = 2  # and so many may stand outside a number that the claim has in other words: "At 6.30"
LONGEST_BOUND = 3  # words make a number a rough one: "in excess of"
SKEWED = 3  # where the outermost of them is found in the source, so many more or fewer may stand before it

ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_ENDED = re.compile(r"[.,!?][\"'”’»)\]]*\s*\Z")
_LAST_MARKS = 4  # code points: a stop, two closing marks and a space
_DIVIDING = ":;"
_APOSTROPHES = frozenset(APOSTROPHES)


def passage_bounds(
    index: SourceIndex, claim: Claim, place: ClaimPlace, first: int, last: int
) -> tuple[int, int]:
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
    before = _number_at_start(index, claim, place, first)
    if before is None:
        before = _bound_at_start(index, claim, place, first)
    if before is None:
        before = _grown(index, claim, range(place.claim[0] - 1, first - 1, -1), range(start - 1, low - 1, -1))
    after = _number_at_end(index, claim, place, last)
    if after is None:
        after = _grown(index, claim, range(place.claim[1], last), range(end, high))
        if after is not None and claim.may_count:
            after = _end_of_number(index, claim, last, after, high)
    if (
        after is None
        and end < high
        and "".join(index.keys_at(end - 1, end + 1)) == claim.words.keys[last - 1]
    ):
        after = end + 1  # one word of the claim is two there: windowsill
    return start if before is None else before, end if after is None else after


def _bound_at_start(index: SourceIndex, claim: Claim, place: ClaimPlace, first: int) -> int | None:
    """Where a passage starts that has a bound before a number for another: "more than 40", "over 40"."""
    bounds = lexicon(index.language).numerals.bounds
    if tuple(claim.words.keys[first : place.claim[0]]) not in bounds:
        return None
    start = place.source[0]
    low = max(index.bounds(place.document)[0], start - LONGEST_BOUND)
    return next((n for n in range(low, start) if tuple(index.keys_at(n, start)) in bounds), None)


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
        if gap[:1] in _APOSTROPHES and not _APOSTROPHES.isdisjoint(claimed):
            gap = gap[1:]  # "the boats' crews" for "the boat's crews"
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


def _number_at_end(index: SourceIndex, claim: Claim, place: ClaimPlace, last: int) -> int | None:
    """Where a passage ends if the claim ends with a number, amount or date that it has in other words.

    None where the claim ends with none, or has it as it stands there.
    """
    if not claim.may_count:
        return None
    known, keys = lexicon(index.language), claim.dated
    first, last, behind = _last_number(keys, place.claim[1], last, known)
    run, begin = place.runs[-1], place.source[0]
    if not 0 < last - first <= LONGEST_NUMBER or (run.claim <= first and run.claim_end == last):
        return None
    for found in place.runs:
        if found.claim < first:
            begin = found.source + min(found.length, first - found.claim)
    _, high = index.bounds(place.document)
    high = min(high, place.source[1] + LONGEST_NUMBER)
    if not counts(index.keys_at(max(begin, place.source[1] - LONGEST_NUMBER), high), known):
        return None
    for stop in range(place.source[1], high + 1):
        starts = range(max(begin, stop - LONGEST_NUMBER), stop)
        if any(_is_number(index, start, stop, keys[first:last], known) for start in starts):
            beside = index.keys_at(stop, stop + behind) == keys[last : last + behind]
            return stop + behind if beside else None
    return None


def _end_of_number(index: SourceIndex, claim: Claim, last: int, end: int, high: int) -> int:
    """Where a passage ends that has the first words of a number for another that the claim ends with."""
    known = lexicon(index.language)
    keys = dated(index.keys_at(end - 1, min(high, end + LONGEST_NUMBER)), known)
    claimed = claim.words.keys[last - 1]
    if claimed == keys[0] or not (is_part(claimed, known) and _opens_number(keys[0], known)):
        return end
    n, numerals = 1, known.numerals
    while n < len(keys) and index.end(end + n - 2) + 1 == index.start(end + n - 1):
        of_a_month = keys[n] in numerals.date_particles and not numerals.months.keys().isdisjoint(
            keys[n + 1 : n + 2]
        )
        joined = of_a_month or keys[n] in numerals.links
        beyond = n + bool(joined)  # "two hundred and five", "the twentieth of May", not "hundreds of $"
        if beyond >= len(keys) or not is_part(keys[beyond], known):
            break
        n = beyond + 1
    return end + n - 1


def _opens_number(key: str, known: Lexicon) -> bool:
    """Whether a number can begin with a word: "nineteen", "a hundred", "the first of May"."""
    return is_part(key, known) or key in known.numerals.articles or key in known.numerals.date_particles


def _number_at_start(index: SourceIndex, claim: Claim, place: ClaimPlace, first: int) -> int | None:
    """Where a passage starts if the claim starts with a number, amount or date that it has in other words."""
    if not claim.may_count:
        return None
    known, keys = lexicon(index.language), claim.dated
    first, last, before = _first_number(keys, first, place.claim[0], known)
    run, end = place.runs[0], place.source[1]
    if not 0 < last - first <= LONGEST_NUMBER or (run.claim == first and run.claim_end >= last):
        return None
    for found in reversed(place.runs):
        if found.claim_end > last:
            end = found.source_end - min(found.length, found.claim_end - last)
    low, _ = index.bounds(place.document)
    low = max(low, place.source[0] - LONGEST_NUMBER)
    if not counts(index.keys_at(low, min(end, place.source[0] + LONGEST_NUMBER)), known):
        return None
    for start in range(place.source[0], low - 1, -1):
        stops = range(start + 1, min(end, start + LONGEST_NUMBER) + 1)
        if any(_is_number(index, start, stop, keys[first:last], known) for stop in stops):
            beside = index.keys_at(max(0, start - before), start) == keys[first - before : first]
            if not beside:
                return None
            return _with_particles(index, start, low, known) if not before else start - before
    return None


def _with_particles(index: SourceIndex, start: int, low: int, known: Lexicon) -> int:
    """Where a number starts with the article before it, if one is a part of it: "the third of March"."""
    part_of_date = known.numerals.date_particles
    return start - 1 if start > low and index.keys_at(start - 1, start)[0] in part_of_date else start


def _last_number(keys: Sequence[str], least: int, last: int, known: Lexicon) -> tuple[int, int, int]:
    """Where the last number of a claim starts and ends, and how many words stand behind it."""
    behind = 0
    while behind < MOST_BESIDE and last > least and not is_part(keys[last - 1], known):
        last, behind = last - 1, behind + 1
    first = last
    while 0 < first > last - LONGEST_NUMBER - 1:
        # "the 1st of July"
        joined = first < last and first > 1 and keys[first - 1] in known.numerals.date_particles
        if not is_part(keys[first - 1 - joined], known):
            break
        first -= 1 + joined
    return first, last, behind


def _first_number(keys: Sequence[str], first: int, most: int, known: Lexicon) -> tuple[int, int, int]:
    """Where the first number of a claim starts and ends, and how many words stand before it."""
    before = 0
    while before < MOST_BESIDE and first < most and not is_part(keys[first], known):
        first, before = first + 1, before + 1
    last = first
    while last < min(len(keys), first + LONGEST_NUMBER + 1) and is_part(keys[last], known):
        last += 1
    return first, last, before


def _is_number(index: SourceIndex, start: int, stop: int, keys: Sequence[str], known: Lexicon) -> bool:
    """Whether a stretch of the sources is the number, amount or date of some words."""
    said = dated(index.keys_at(start, stop), known)
    return _opens_number(said[0], known) and same_quantity(said, keys, known)
