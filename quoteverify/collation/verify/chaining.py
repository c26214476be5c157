"""Runs of shared words linked into places: what explains most of a claim at the least cost.

It is done as reads are placed on a genome (H. Li, "Minimap2", Bioinformatics 34, 2018, section 2.1): a small
step forward is cheap, a leap to anywhere else is dear and cheaper where the claim itself is cut, at an
ellipsis or a sentence's end. Parts of a claim are so placed independently, and a splice or another order
shows as what it is.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import add, lt
from typing import NamedTuple

import attrs

from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.sources.positional_index import SharedRun
from quoteverify.collation.verify.sources.source_index import SourceIndex

# Costs in words that say something (a function word counts less). Set on known alterations of news quotes;
# measured by tests/bench/measure_collation.py.
STEP_ALONG = 0.05  # for each word that a step passes over on both sides
STEP_ASIDE = 0.25  # for each doubling of how many words more it passes over on one side
LEAP = 2.0
LEAP_AT_CUT = 1.2
LEAP_BEHIND = 0.5  # to the words just before those it comes from: two parts have changed places
LEAP_NEARBY = 1.0  # within the stretch of speech that the step before it came from
OTHER_DOCUMENT = 0.6  # the more for a leap into another document

# Distances in words, set and measured likewise.
STEP = 60  # the most words of the source that a step passes over; past it, it is a leap
OVERLAP = 4  # words of the claim that two neighbouring runs may both want

AS_GOOD = (
    0.85  # share of the best place's weight that makes another an alternative; set and measured likewise
)

LEFT = 0.6  # share of a claim's weight that must stand in places of which none repeats another

# Guards against sources that say the same again and again.
LOOK_BACK = 16  # runs before it, in the source, that a run may step on from
MOST_OTHERS = 8  # other places that are told


@attrs.define(eq=False)
class ClaimPlace:
    """A stretch of one document that answers a stretch of the claim.

    Attributes:
        document: The document's number.
        runs: What both share, in the order of both.
        weight: What those words weigh.
    """

    document: int
    runs: tuple[SharedRun, ...]
    weight: float

    @property
    def claim(self) -> tuple[int, int]:
        """The claim's words from the first to the last that are found here."""
        return self.runs[0].claim, self.runs[-1].claim_end

    @property
    def source(self) -> tuple[int, int]:
        """The positions from the first word to past the last that are found here."""
        return self.runs[0].source, self.runs[-1].source_end


def untangled(claim: Claim, places: Sequence[ClaimPlace]) -> tuple[ClaimPlace, ...]:
    """Places less what only repeats a neighbour: a claim may say twice what the source says once.

    Args:
        claim: The claim.
        places: Where it stands, in its order.
    """
    kept: list[ClaimPlace] = []
    for place in places:
        before = kept[-1] if kept else None
        joined = _joined_over(claim, before, place) if before and before.document == place.document else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(place)
    left = math.fsum(place.weight for place in kept)
    return tuple(kept if left >= LEFT * claim.weight else places)


def _joined_over(claim: Claim, before: ClaimPlace, place: ClaimPlace) -> ClaimPlace | None:
    """One place for two neighbours of which one has words of the other; None where they are two."""
    (start, end), (first, last) = before.source, place.source
    if first <= start and end <= last and 2 * (end - start) <= last - first:
        return place
    if start <= first and last <= end and 2 * (last - first) <= end - start:
        return before
    if not start < first < end < last:
        return None
    runs = [
        SharedRun(run.source, run.claim, min(run.length, first - run.source))
        for run in before.runs
        if run.source < first
    ]
    runs += place.runs
    return ClaimPlace(place.document, tuple(runs), math.fsum(claim.weight_of(run[1], run[2]) for run in runs))


def straight(index: SourceIndex, claim: Claim, runs: Sequence[SharedRun]) -> ClaimPlace | None:
    """The one place of runs that follow one another on both sides, each worth the steps to it and from it.

    Args:
        index: The sources.
        claim: The claim.
        runs: What it shares with them, in the order of the sources.

    Returns:
        The place, or None where the runs are not of one place, or only chaining can tell.
    """
    document = index.document_at(runs[0].source)
    if runs[-1].source >= index.bounds(document)[1]:
        return None
    costs = [0.0]
    for before, run in pairwise(runs):
        over_source, over_claim = run.source - before.source_end, run.claim - before.claim_end
        if over_claim < 0 or not 0 <= over_source <= STEP:
            return None
        costs.append(step_cost(over_source, over_claim))
    costs.append(0.0)
    summed = claim.summed
    weights = [summed[start + length] - summed[start] for _, start, length in runs]
    if max(costs) >= LEAP_NEARBY or any(map(lt, weights, map(add, costs, costs[1:]))):
        return None
    return ClaimPlace(document, tuple(runs), math.fsum(weights))


def step_cost(over_source: int, over_claim: int) -> float:
    """What a step costs that passes over so many words."""
    cost = STEP_ALONG * min(over_claim, over_source)
    if over_claim == over_source:
        return cost
    return cost + STEP_ASIDE * math.log2(1 + abs(over_claim - over_source))


class _Way(NamedTuple):
    """The best way to a run.

    Attributes:
        score: What it explains less what it costs.
        before: The run before, or -1.
        trim: How many of the run's words are left to that one.
        stepped: Whether it is a step from there, and no leap.
    """

    score: float
    before: int = -1
    trim: int = 0
    stepped: bool = False


class Chain:
    """Runs in the order of the sources, each with the best way to it and the best within one place.

    Args:
        index: The sources.
        claim: The claim.
        runs: What it shares with them, in the order of the sources.
    """

    def __init__(self, index: SourceIndex, claim: Claim, runs: list[SharedRun]) -> None:
        self.claim = claim
        self.runs = runs
        self.documents = [index.document_at(run.source) for run in runs]
        self.ways = [_Way(0.0)] * len(runs)
        self.local = [_Way(0.0)] * len(runs)
        self._ending: dict[int, int] = {}  # where in the claim -> the best chain that ends there
        self._passed, self._leader = 0, -1  # the best chain that ends at or before ``_passed``
        for r in sorted(range(len(runs)), key=lambda r: runs[r].claim):
            self._reach(r)

    def _reach(self, r: int) -> None:
        """Find the best way to a run, once they are known to all that come before it in the claim."""
        ending, ways = self._ending, self.ways
        self._lead_up_to(self.runs[r].claim)
        self.local[r], best = self._stepping(r)
        ways[r] = best = self._leaping(r, best)
        end = self.runs[r].claim_end
        if end not in ending or best.score > ways[ending[end]].score:
            ending[end] = r

    def _lead_up_to(self, claim: int) -> None:
        """Know the best chain that ends before a word of the claim."""
        ending, ways = self._ending, self.ways
        while self._passed < claim:
            self._passed += 1
            ends = ending.get(self._passed)
            if ends is not None and (self._leader < 0 or ways[ends].score > ways[self._leader].score):
                self._leader = ends

    def _stepping(self, r: int) -> tuple[_Way, _Way]:
        """The best way to a run within its place, and the best of all that end with a step or begin here."""
        runs, ways, local = self.runs, self.ways, self.local
        source, claim, length = runs[r]
        summed = self.claim.summed
        alone = summed[claim + length] - summed[claim]
        here = best = _Way(alone)
        for q in reversed(range(max(0, r - LOOK_BACK), r)):
            source_before, claim_before, length_before = runs[q]
            if claim_before >= claim or source - source_before - length_before > STEP:
                continue
            if self.documents[q] != self.documents[r]:
                break
            if local[q].score + alone <= here.score and ways[q].score + alone <= best.score:
                continue  # no step adds more than the run weighs
            step = self._step(q, r)
            if step:
                trim, gain = step
                if local[q].score + gain > here.score:
                    here = _Way(local[q].score + gain, q, trim, True)
                if ways[q].score + gain > best.score:
                    best = _Way(ways[q].score + gain, q, trim, True)
        return here, best

    def _step(self, q: int, r: int) -> tuple[int, float] | None:
        """How many words ``r`` leaves to ``q``, a step before it, and what it adds then; None if nothing."""
        source, claim, length = self.runs[r]
        source_before, claim_before, length_before = self.runs[q]
        over_source = source - source_before - length_before
        over_claim = claim - claim_before - length_before
        trim = max(0, -over_claim, -over_source)
        if trim >= length:
            return None
        summed = self.claim.summed
        weight = summed[claim + length] - summed[claim + trim]
        return trim, weight - STEP_ALONG * trim - step_cost(over_source, over_claim)

    def _leaping(self, r: int, best: _Way) -> _Way:
        """The best way to a run with a leap, where that is better than the best without."""
        ways, summed = self.ways, self.claim.summed
        _, claim, length = self.runs[r]
        # Two words at least: one alone stands anywhere.
        for trim in range(min(OVERLAP, length - 1)):
            q = self._ending.get(claim + trim, -1) if trim else self._leader
            if q < 0 or not (self.runs[q].length > 1 or ways[q].stepped):
                continue
            score = ways[q].score + summed[claim + length] - summed[claim + trim] - LEAP_BEHIND
            if score > best.score:
                score -= self._leap(q, r)
                if score > best.score:
                    best = _Way(score, q, trim)
        return best

    def _leap(self, q: int, r: int) -> float:
        """What it costs to leap from one to the other, beyond the least."""
        before, run = self.runs[q], self.runs[r]
        if self.documents[q] != self.documents[r]:
            extra = OTHER_DOCUMENT
        elif run.source_end == before.source:
            return 0.0
        elif max(run.source - before.source_end, before.source - run.source_end) <= len(self.claim):
            return LEAP_NEARBY - LEAP_BEHIND
        else:
            extra = 0.0
        first, last = sorted((before.claim_end, run.claim))
        cuts = self.claim.cuts
        at_cut = not cuts.isdisjoint(range(first - 1, min(last, first + OVERLAP) + 2))
        return extra + (LEAP_AT_CUT if at_cut else LEAP) - LEAP_BEHIND

    def best(self) -> tuple[ClaimPlace, ...]:
        """The places of the best chain, in the claim's order."""
        last = max(range(len(self.runs)), key=lambda r: (self.ways[r].score, -self.runs[r].source))
        return tuple(self._places(self.ways, last))

    def _places(self, ways: Sequence[_Way], last: int) -> list[ClaimPlace]:
        """The places on the way to a run, in the claim's order."""
        summed = self.claim.summed
        places, linked = [], []
        r = last
        while r >= 0:
            run, way = self.runs[r], ways[r]
            linked.append(SharedRun(run.source + way.trim, run.claim + way.trim, run.length - way.trim))
            if not way.stepped:
                weight = math.fsum([summed[claim + length] - summed[claim] for _, claim, length in linked])
                places.append(ClaimPlace(self.documents[r], tuple(reversed(linked)), weight))
                linked = []
            r = way.before
        return places[::-1]

    def others(self, places: Sequence[ClaimPlace]) -> Iterator[ClaimPlace]:
        """The places that would do as well as some, the best first."""
        if len(places) > MOST_OTHERS:
            return
        least = AS_GOOD * max(place.weight for place in places)
        taken = [place.source for place in places]
        ends = [r for r, way in enumerate(self.local) if way.score >= least]
        for r in sorted(ends, key=lambda r: self.local[r].score, reverse=True):
            run = self.runs[r]
            if any(run.source < end and start < run.source_end for start, end in taken):
                continue
            (place,) = self._places(self.local, r)
            start, end = place.source
            if all(end <= other_start or other_end <= start for other_start, other_end in taken):
                yield place
            taken.append(place.source)
            if len(taken) == len(places) + MOST_OTHERS:
                return
