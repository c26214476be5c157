"""Where the words of a claim stand in the sources: one place, or several one after the other.

A claim that stands word for word is looked up; one that differs little from one place is known by its words
that stand once. Of any other the runs that it shares with the sources are found, those that may have a part
in where it stands are chosen, and these are chained.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from math import fsum

import attrs

from quoteverify.collation.differences.blocks import common_start
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.word_forms import one_word_in_two_forms
from quoteverify.collation.verify.chaining import (
    AS_GOOD,
    LEAP_NEARBY,
    MOST_OTHERS,
    STEP,
    Chain,
    ClaimPlace,
    straight,
    untangled,
)
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.sources.positional_index import SharedRun
from quoteverify.collation.verify.sources.source_index import SourceIndex

# Weights and shares of weight, set on known alterations of news quotes; measured by
# tests/bench/measure_collation.py.
HEAVY = 2.0  # the least a run weighs that makes a place by itself
HALF = 0.45  # the least share of a claim's words, by weight, that must stand anywhere for it to be found
RIVAL = 0.5  # heavy runs elsewhere that weigh together such a share of what is found may be another place
STEPPED = (
    16.0  # to the power of what a run weighs: a step over so many words more on one side costs that much
)
SURELY = 0.999  # of a claim's weight: all of it, but for what rounding takes

ANCHOR = 3  # in words: so few that stand farther away are no place where forms of them stand nearer

NEARBY = 16  # in words; no single word is worth a longer step, by what a step costs

# Guards: against claims of function words only, and against sources that say the same again and again.
LIGHT_RUNS = 8  # where none is heavy, so many are tried
MOST_RUNS = 4096  # beyond these and so many for each word of the claim, only the heaviest count
MOST_RUNS_A_WORD = 2


@attrs.define(eq=False)
class Location:
    """Where a claim stands: its places in the claim's order, and others that would do as well."""

    places: tuple[ClaimPlace, ...] = ()
    others: tuple[ClaimPlace, ...] = ()

    @property
    def weight(self) -> float:
        """How much of the claim is found, in the weights of its words."""
        return fsum(place.weight for place in self.places)

    def has_all(self, claim: Claim) -> bool:
        """Whether all of the claim's words are found."""
        return self.weight > SURELY * claim.weight


def locate(index: SourceIndex, claim: Claim) -> Location:
    """Place a claim in the sources."""
    ids = index.ids(claim.words.keys)
    whole = index.positions.whole(ids)[: 1 + MOST_OTHERS]
    if whole:
        places = [ClaimPlace(index.document_at(run.source), (run,), claim.weight) for run in whole]
        return Location((places[0],), tuple(places[1:]))
    place = unrivalled(index, claim, ids)
    if place:
        return _completed(index, claim, ids, Location((place,)))
    return located(index, claim, ids, index.positions.runs(ids))


def located(index: SourceIndex, claim: Claim, ids: list[int], runs: list[SharedRun]) -> Location:
    """Place a claim by runs of words that it shares with the sources.

    Args:
        index: The sources.
        claim: The claim.
        ids: The numbers of its words.
        runs: What it shares with them, or with one of them.
    """
    return _completed(index, claim, ids, _chained(index, claim, runs))


def _completed(index: SourceIndex, claim: Claim, ids: list[int], found: Location) -> Location:
    """A location with what belongs to its place, where it is one: also what it has that lies far from it."""
    if len(found.places) != 1:
        return found
    nearest = _without_far_anchor(index, claim, found.places[0])
    if found.weight < claim.weight or nearest is not found.places[0]:
        nearest = _filled(index, claim, ids, nearest)
    return attrs.evolve(found, places=(nearest,))


def as_printed(location: Location, claim: Claim) -> Location:
    """Where a claim stands, by its words as it has them printed, for one in the printing of sources."""
    if claim.printed is claim:
        return location
    places, others = (
        tuple(attrs.evolve(place, runs=tuple(_runs_as_printed(place.runs, claim))) for place in some)
        for some in (location.places, location.others)
    )
    return Location(places, others)


def _runs_as_printed(runs: Iterable[SharedRun], claim: Claim) -> Iterator[SharedRun]:
    """Runs by a claim's words as printed, divided where one stands for several of them."""
    for run in runs:
        start = 0
        for n in range(1, run.length + 1):
            origin = claim.origins[run.claim + start]
            if n == run.length or claim.origins[run.claim + n] != origin + n - start:
                yield SharedRun(run.source + start, origin, n - start)
                start = n


def _chained(index: SourceIndex, claim: Claim, runs: list[SharedRun]) -> Location:
    """The places that runs of shared words make up."""
    if not runs:
        return Location()
    runs = worth_linking(runs, claim)
    place = straight(index, claim, runs)
    if place:
        return Location((place,))
    chain = Chain(index, claim, runs)
    places = chain.best()
    return Location(untangled(claim, places), tuple(chain.others(places)))


# A place known by words that stand nowhere else


def unrivalled(index: SourceIndex, claim: Claim, ids: list[int]) -> ClaimPlace | None:
    """The place of a claim by words that stand nowhere else; None if another might have a part in it.

    Most quotes that were changed differ from one place in a word or two, and this finds them for much less
    than looking for all their words everywhere.

    Args:
        index: The sources.
        claim: The claim.
        ids: The numbers of its words.
    """
    anchors = [anchor for anchor in index.positions.stand_once(ids) if claim.weights[anchor[0]]]
    stretch = _stretch_about(index, anchors, len(ids)) if anchors else None
    if not stretch:
        return None
    said = index.ids_at(*stretch)
    runs = _runs_about(anchors, ids, said, stretch[0])
    found = straight(index, claim, runs) if runs else None
    alone = fsum([claim.weights[i] for i, _ in anchors])
    if not found or claim.weight - alone >= AS_GOOD * found.weight:
        return None
    return found if _is_whole(index, claim, ids, runs, said) else None


def _is_whole(
    index: SourceIndex, claim: Claim, ids: list[int], runs: list[SharedRun], said: Sequence[int]
) -> bool:
    """Whether the words of a claim that no run has are of none elsewhere, or stand among these too."""
    left: set[int] = set()
    for gap in _gaps(runs, len(ids)):
        some = [i for i in gap if index.positions.may_be_shared(ids, i)]
        if fsum([claim.weights[i] for i in some]) > LEAP_NEARBY:
            return False
        left.update([ids[i] for i in some])
    return not left or left.isdisjoint(said)


def _stretch_about(index: SourceIndex, anchors: list[tuple[int, int]], length: int) -> tuple[int, int] | None:
    """The positions between which a claim may stand that has some words once; None if they lie too far apart.

    Args:
        index: The sources.
        anchors: Those words: which of the claim, and their positions.
        length: How many words the claim has.
    """
    (first, position), (last, last_position) = anchors[0], anchors[-1]
    low, high = index.bounds(index.document_at(position))
    if not position <= last_position < high or last_position - position > last - first + STEP:
        return None
    return max(low, position - first - NEARBY), min(high, last_position + length - last + NEARBY)


def _runs_about(anchors: list[tuple[int, int]], ids: list[int], said: list[int], low: int) -> list[SharedRun]:
    """The runs that have some words of a claim, which stand once, in a stretch of the sources.

    Args:
        anchors: Those words: which of the claim, and their positions.
        ids: The numbers of the claim's words.
        said: Those of the words of the stretch.
        low: The position where the stretch begins.

    Returns:
        The runs in order, none if that is not the order of the sources too.
    """
    runs: list[SharedRun] = []
    claim_end = source_end = 0  # of the last run, the source's counted from ``low``
    for anchor, position in anchors:
        if anchor < claim_end:
            continue
        start, at = anchor, position - low
        if not source_end <= at < len(said):
            return []
        while start > claim_end and at > source_end and ids[start - 1] == said[at - 1]:
            start -= 1
            at -= 1
        claim_end, source_end = anchor + 1, position - low + 1
        alike = common_start(ids[claim_end:], said[source_end:])
        claim_end, source_end = claim_end + alike, source_end + alike
        runs.append(SharedRun(low + at, start, claim_end - start))
    return runs


def _gaps(runs: list[SharedRun], length: int) -> Iterator[range]:
    """The words of a claim of so many that stand before, between and after runs in its order."""
    end = 0
    for run in runs:
        yield range(end, run.claim)
        end = run.claim_end
    yield range(end, length)


# A place with all that matches


def _without_far_anchor(index: SourceIndex, claim: Claim, place: ClaimPlace) -> ClaimPlace:
    """A place less its first words, where forms of these stand right before the others: "plan", "plans"."""
    if len(place.runs) == 1:
        return place
    first, following = place.runs[:2]
    count, keys = following.claim - first.claim, claim.words.keys
    away = following.source - first.source - count
    if first.length > ANCHOR or away <= ANCHOR:
        return place
    said, known = index.keys_at(following.source - count, following.source), lexicon(index.language)
    wanted = keys[first.claim : following.claim]
    same = [x == y for x, y in zip(said, wanted, strict=True)]
    if not all(same[n] or one_word_in_two_forms([said[n]], [wanted[n]], known) for n in range(count)):
        return place
    more = next((n for n, is_same in enumerate(reversed(same)) if not is_same), count)
    start, at, length = following
    runs = (SharedRun(start - more, at - more, length + more), *place.runs[2:])
    return ClaimPlace(place.document, runs, fsum(claim.weight_of(run.claim, run.length) for run in runs))


def _filled(index: SourceIndex, claim: Claim, ids: list[int], place: ClaimPlace) -> ClaimPlace:
    """A place with the words beside it that match as well, in pairs passed over for their number."""
    first, last = place.runs[0], place.runs[-1]
    low, high = index.bounds(place.document)
    before = min(first.claim, first.source - low)
    after = min(len(ids) - last.claim_end, high - last.source_end)
    said_before = index.ids_at(first.source - before, first.source)
    said_after = index.ids_at(last.source_end, last.source_end + after)
    runs = (
        *_matching(ids, said_before, first.claim - before, first.source - before),
        *place.runs,
        *_matching(ids, said_after, last.claim_end, last.source_end),
    )
    if len(runs) == len(place.runs):
        return place
    return ClaimPlace(place.document, runs, fsum(claim.weight_of(run.claim, run.length) for run in runs))


def _matching(ids: list[int], said: list[int], claim: int, source: int) -> Iterator[SharedRun]:
    """The runs of at least two words that stand in one place of both.

    Args:
        ids: The numbers of the claim's words.
        said: Those of words of the source.
        claim: Which word of the claim the first of these is held against.
        source: The position of the first.
    """
    length = 0
    for n in range(len(said) + 1):
        if n < len(said) and said[n] == ids[claim + n]:
            length += 1
        else:
            if length > 1:
                yield SharedRun(source + n - length, claim + n - length, length)
            length = 0


# The runs that may have a part in where a claim stands


def worth_linking(runs: list[SharedRun], claim: Claim) -> list[SharedRun]:
    """The heavy runs and those that add to them for less than a step costs, in the order of the sources."""
    summed = claim.summed
    weights = [summed[start + length] - summed[start] for _, start, length in runs]
    heavy = [n for n, weight in enumerate(weights) if weight >= HEAVY]
    if not heavy:
        heavy = sorted(range(len(runs)), key=weights.__getitem__)[-LIGHT_RUNS:]
    heavy = _contenders(runs, weights, heavy, claim)
    kept = [runs[n] for n in heavy]
    kept += _adding(runs, weights, kept, fsum([weights[n] for n in heavy]), claim)
    most = MOST_RUNS + MOST_RUNS_A_WORD * len(claim)
    if len(kept) > most:
        kept.sort(key=lambda run: summed[run[1] + run[2]] - summed[run[1]])
        del kept[:-most]
    kept.sort()
    return kept


def _adding(
    runs: Sequence[SharedRun],
    weights: Sequence[float],
    heavy: Sequence[SharedRun],
    heavy_weight: float,
    claim: Claim,
) -> Iterator[SharedRun]:
    """The light runs that add to the heavy ones for less than a step to them costs.

    Args:
        runs: All runs.
        weights: What each weighs.
        heavy: The heavy ones.
        heavy_weight: What those weigh together.
        claim: The claim.
    """
    # A diagonal, of texts laid out in rows and columns, is where a claim's first word would stand.
    diagonals = sorted({source - start for source, start, _ in heavy})
    left = _left(claim, heavy)
    found = claim.weight - fsum(left)
    if diagonals[-1] - diagonals[0] > STEP or heavy_weight >= (1 + RIVAL) * found:
        left = claim.weights  # of several places, each has what belongs to it, though that adds nothing
    begins = {source + length for source, _, length in heavy}
    stops = {source for source, _, _ in heavy}
    first, last = diagonals[0] - STEP, diagonals[-1] + STEP
    nearby = [n for n, (source, start, _) in enumerate(runs) if first < source - start < last]
    for n in nearby:
        source, start, length = runs[n]
        if (
            weights[n] < HEAVY
            and any(left[start : start + length])
            and (
                _within(STEPPED ** weights[n], source - start, diagonals)
                or source in begins  # parts that have changed places
                or source + length in stops
            )
        ):
            yield runs[n]


def _within(reach: float, diagonal: int, diagonals: Sequence[int]) -> bool:
    """Whether a diagonal lies nearer than that to one of some, in order."""
    at = bisect_left(diagonals, diagonal)
    return bool(
        (at < len(diagonals) and diagonals[at] - diagonal < reach)
        or (at and diagonal - diagonals[at - 1] < reach)
    )


def _contenders(
    runs: Sequence[SharedRun], weights: Sequence[float], heavy: list[int], claim: Claim
) -> list[int]:
    """Of the heavy runs, by their numbers, those that may have a part in where the claim stands.

    Only what stands about the heaviest has where each run elsewhere is a part of one there and they say
    little together, or where all runs together say too little for the claim to be found.
    """
    top = max(heavy, key=weights.__getitem__)
    diagonal = runs[top].source - runs[top].claim
    about = [n for n in heavy if -STEP <= runs[n][0] - runs[n][1] - diagonal <= STEP]
    if _cannot_be_found(runs, weights, weights[top], claim):
        return about if weights[top] >= HEAVY else [top]
    if len(about) == len(heavy):
        return heavy
    nearby = set(about)
    elsewhere = [n for n in heavy if n not in nearby]
    if not _are_parts(runs, elsewhere, about, len(claim)):
        return heavy
    found = claim.weight - fsum(_left(claim, [runs[n] for n in about]))
    rivals = claim.weight - fsum(_left(claim, [runs[n] for n in elsewhere]))
    return heavy if rivals >= RIVAL * found else about


def _cannot_be_found(
    runs: Sequence[SharedRun], weights: Sequence[float], heaviest: float, claim: Claim
) -> bool:
    """Whether all runs together, and so any of them, say too little for the claim to be found."""
    least = HALF * claim.weight
    return heaviest < least and (fsum(weights) < least or claim.weight - fsum(_left(claim, runs)) < least)


def _are_parts(runs: Sequence[SharedRun], some: Iterable[int], of: Iterable[int], length: int) -> bool:
    """Whether the words of each of some runs are all of one of others, of a claim of so many words."""
    holder = [-1] * length  # of each word, the longest of the others that has it
    for n in sorted(of, key=lambda n: runs[n].length):
        _, start, size = runs[n]
        holder[start : start + size] = [n] * size
    return all(-1 < holder[runs[n].claim] == holder[runs[n].claim_end - 1] for n in some)


def _left(claim: Claim, runs: Iterable[SharedRun]) -> list[float]:
    """What each word of a claim weighs, but 0 for those in some runs."""
    left = list(claim.weights)
    for _, start, length in runs:
        left[start : start + length] = [0.0] * length
    return left
