"""Where the words of a claim stand in the sources: one place, or several one after the other.

The runs of words that both have are linked into the chain that explains most of the claim at
the least cost, as reads are placed on a genome (H. Li, "Minimap2", Bioinformatics 34, 2018,
section 2.1): a small step forward is cheap, a leap to anywhere else is dear and cheaper where
the claim itself is cut, at an ellipsis or a sentence's end. Parts of a claim are so placed
independently, and a splice or another order shows as what it is.
"""

import functools
import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import add, lt
from typing import NamedTuple

import attrs

from quoteverify.collation.verify.candidates import Run, SourceIndex, weigh
from quoteverify.text.language import LanguageProfile
from quoteverify.text.sentences import segments
from quoteverify.text.words import Words, words

# All costs in words that say something (a function word counts less).
STEP = 60  # the most words of the source that a step passes over; past it, it is a leap
LEAP = 2.0
LEAP_AT_CUT = 1.2
LEAP_BEHIND = 0.5  # to the words just before those it comes from: two parts have changed places
LEAP_NEARBY = 1.0  # within the stretch of speech that the step before it came from
OTHER_DOCUMENT = 0.6  # the more for a leap into another document
HEAVY = 2.0  # the least a run weighs that makes a place by itself
STEPPED = 16.0  # to the power of what a run says: a step over so many words more on one side costs that much
HALF = 0.45  # the least share of a claim's words, by weight, that must stand anywhere for it to be found
RIVAL = 0.5  # heavy runs elsewhere that weigh together such a share of what is found may be another place
NEARBY = 16  # no single word is worth a longer step
LIGHT_RUNS = 8  # where none is heavy, so many are tried
LOOK_BACK = 16  # runs before it, in the source, that a run may step on from
OVERLAP = 4  # words of the claim that two neighbouring runs may both want
AS_GOOD = 0.85  # share of the best place's weight that makes another an alternative
MOST_OTHERS = 8
MOST_RUNS = 4096  # beyond these and two for each word of the claim, only the heaviest count

_CUTTING = re.compile(r"[.!?…\s](?<! )")  # nothing else ends a sentence or a line
_BRACKETED = re.compile(r"\[[^\[\]]*\]")


class Claim:
    """A claimed wording, divided into words.

    Attributes:
        text: As claimed.
        words: Its words.
        weights: What each word says.
    """

    def __init__(self, text: str, language: LanguageProfile) -> None:
        self.text = text
        self.language = language
        self.words: Words = words(text)
        self.weights = weigh(self.words.keys, language)
        if "[" in text:
            self.weights = self._weighing_nothing_in_brackets()

    def __len__(self) -> int:
        return len(self.words.keys)

    def _weighing_nothing_in_brackets(self) -> list[float]:
        """The weights when what an editor put in is not looked for, unless there is nothing else."""
        weights = list(self.weights)
        for match in _BRACKETED.finditer(self.text):
            at = bisect_left(self.words.starts, match.start())
            while at < len(self) and self.words.ends[at] < match.end():
                weights[at] = 0.0
                at += 1
        return weights if any(weights) else self.weights

    @functools.cached_property
    def summed(self) -> list[float]:
        """The weight of all words before each."""
        return list(accumulate(self.weights, initial=0.0))

    @functools.cached_property
    def cuts(self) -> frozenset[int]:
        """The words that begin a new part, after an ellipsis, a sentence's end or a line break."""
        starts = self.words.starts
        if not starts or not _CUTTING.search(self.text, starts[0], starts[-1]):
            return frozenset({0})
        return frozenset(bisect_left(starts, piece.start) for piece in segments(self.text, self.language))


@attrs.define(eq=False)
class Place:
    """A stretch of one document that answers a stretch of the claim."""

    document: int
    runs: tuple[Run, ...]
    weight: float

    @property
    def claim(self) -> tuple[int, int]:
        """The claim's words from the first to the last that are found here."""
        return self.runs[0].claim, self.runs[-1].claim_end

    @property
    def source(self) -> tuple[int, int]:
        """The sources' words from the first to the last that are found here."""
        return self.runs[0].source, self.runs[-1].source_end


@attrs.define(eq=False)
class Location:
    """Where a claim stands: its places in the claim's order, and others that would do as well."""

    places: tuple[Place, ...] = ()
    others: tuple[Place, ...] = ()

    @property
    def weight(self) -> float:
        """How much of the claim is found, in the weights of its words."""
        return sum(place.weight for place in self.places)


def locate(index: SourceIndex, claim: Claim) -> Location:
    """Place a claim in the sources."""
    ids = index.ids(claim.words.keys)
    whole = index.whole(ids)[: 1 + MOST_OTHERS]
    if whole:
        places = [Place(index.document_at(run.source), (run,), claim.summed[-1]) for run in whole]
        return Location((places[0],), tuple(places[1:]))
    place = _unrivalled(index, claim, ids)
    if place:
        found = Location((place,))
    else:
        runs = index.runs(ids)
        if not runs:
            return Location()
        runs = _worth_linking(runs, claim)
        place = _straight(index, claim, runs)
        found = Location((place,)) if place else _Chain(index, claim, runs).best()
    if len(found.places) == 1 and found.weight < claim.summed[-1]:
        return attrs.evolve(found, places=(_filled(index, claim, ids, found.places[0]),))
    return found


def _unrivalled(index: SourceIndex, claim: Claim, ids: list[int]) -> Place | None:
    """The place of a claim by words that stand nowhere else; None if another might have a part in it.

    Most quotes that were changed differ from one place in a word or two, and this finds them for much less
    than looking for all their words everywhere.
    """
    anchors = index.stand_once(ids)
    if not anchors:
        return None
    (first, place), (last, last_place) = anchors[0], anchors[-1]
    low, high = index.bounds(index.document_at(place))
    if not place <= last_place < high or last_place - place > last - first + STEP:
        return None
    low, high = max(low, place - first - NEARBY), min(high, last_place + len(ids) - last + NEARBY)
    said = index.ids_at(low, high)
    runs = _about(anchors, ids, said, low)
    found = _straight(index, claim, runs) if runs else None
    weights, alone = claim.weights, sum([claim.weights[i] for i, _ in anchors])
    if not found or claim.summed[-1] - alone >= AS_GOOD * found.weight:
        return None
    ends = [0, *(run.claim_end for run in runs)]
    left: set[int] = set()  # of the words that no run has, those that may be of one elsewhere
    for end, start in zip(ends, [*(run.claim for run in runs), len(ids)], strict=True):
        some = [i for i in range(end, start) if index.in_a_run(ids, i)]
        if sum([weights[i] for i in some]) > LEAP_NEARBY:
            return None
        left.update([ids[i] for i in some])
    return found if not left or left.isdisjoint(said) else None


def _about(anchors: list[tuple[int, int]], ids: list[int], said: list[int], low: int) -> list[Run]:
    """The runs that have some words of a claim, which stand once, in a stretch of the sources.

    Args:
        anchors: Those words: where in the claim, and where in the sources.
        ids: The numbers of the claim's words.
        said: Those of the words of the stretch.
        low: Where the stretch begins.

    Returns:
        The runs in order, none if that is not the order of the sources too.
    """
    runs: list[Run] = []
    claim_end = source_end = 0  # of the last run, the source's counted from ``low``
    for anchor, place in anchors:
        if anchor < claim_end:
            continue
        start, at = anchor, place - low
        if not source_end <= at < len(said):
            return []
        while start > claim_end and at > source_end and ids[start - 1] == said[at - 1]:
            start -= 1
            at -= 1
        claim_end, source_end = anchor + 1, place - low + 1
        while claim_end < len(ids) and source_end < len(said) and ids[claim_end] == said[source_end]:
            claim_end += 1
            source_end += 1
        runs.append(Run(low + at, start, claim_end - start))
    return runs


def _filled(index: SourceIndex, claim: Claim, ids: list[int], place: Place) -> Place:
    """A place with the words beside it that match as well, in pairs passed over for their number."""
    first, last = place.runs[0], place.runs[-1]
    low, high = index.bounds(place.document)
    before = min(first.claim, first.source - low)
    after = min(len(ids) - last.claim_end, high - last.source_end)
    runs = [
        *_matching(
            ids,
            index.ids_at(first.source - before, first.source),
            first.claim - before,
            first.source - before,
        ),
        *place.runs,
        *_matching(
            ids, index.ids_at(last.source_end, last.source_end + after), last.claim_end, last.source_end
        ),
    ]
    if len(runs) == len(place.runs):
        return place
    weight = sum(claim.summed[run.claim_end] - claim.summed[run.claim] for run in runs)
    return Place(place.document, tuple(runs), weight)


def _matching(ids: list[int], said: list[int], claim: int, source: int) -> Iterator[Run]:
    """The runs of at least two words that stand in one place of both."""
    length = 0
    for n in range(len(said) + 1):
        if n < len(said) and said[n] == ids[claim + n]:
            length += 1
        else:
            if length > 1:
                yield Run(source + n - length, claim + n - length, length)
            length = 0


def _worth_linking(runs: list[Run], claim: Claim) -> list[Run]:
    """The heavy runs and those that add to them for less than a step costs, in the order of the sources."""
    summed = claim.summed
    weights = [summed[start + length] - summed[start] for _, start, length in runs]
    heavy = [n for n, weight in enumerate(weights) if weight >= HEAVY]
    if not heavy:
        heavy = sorted(range(len(runs)), key=weights.__getitem__)[-LIGHT_RUNS:]
    heavy = _contenders(runs, weights, heavy, claim)
    kept = [runs[n] for n in heavy]
    left = _left(claim, kept)
    diagonals = sorted({source - start for source, start, _ in kept})
    found = summed[-1] - sum(left)
    if diagonals[-1] - diagonals[0] > STEP or sum([weights[n] for n in heavy]) >= (1 + RIVAL) * found:
        left = claim.weights  # of several places, each has what belongs to it, though that adds nothing
    begins = {source + length for source, _, length in kept}
    stops = {source for source, _, _ in kept}
    first, last = diagonals[0] - STEP, diagonals[-1] + STEP
    nearby = [n for n, (source, start, _) in enumerate(runs) if first < source - start < last]
    for n in nearby:
        source, start, length = runs[n]
        if weights[n] < HEAVY and any(left[start : start + length]):
            diagonal, reach = source - start, STEPPED ** weights[n]
            at = bisect_left(diagonals, diagonal)
            if (
                (at < len(diagonals) and diagonals[at] - diagonal < reach)
                or (at and diagonal - diagonals[at - 1] < reach)
                or source in begins  # parts that have changed places
                or source + length in stops
            ):
                kept.append(runs[n])
    most = MOST_RUNS + 2 * len(claim)
    if len(kept) > most:
        kept.sort(key=lambda run: summed[run[1] + run[2]] - summed[run[1]])
        del kept[:-most]
    kept.sort()
    return kept


def _contenders(runs: Sequence[Run], weights: Sequence[float], heavy: list[int], claim: Claim) -> list[int]:
    """Of the heavy runs, by their numbers, those that may have a part in where the claim stands.

    Only what stands about the heaviest has where each run elsewhere is a part of one there and they say
    little together, or where all runs together say too little for the claim to be found.
    """
    top = max(heavy, key=weights.__getitem__)
    place, least = runs[top][0] - runs[top][1], HALF * claim.summed[-1]
    about = [n for n in heavy if -STEP <= runs[n][0] - runs[n][1] - place <= STEP]
    if weights[top] < least and (sum(weights) < least or claim.summed[-1] - sum(_left(claim, runs)) < least):
        return about if weights[top] >= HEAVY else [top]
    if len(about) == len(heavy):
        return heavy
    nearby = set(about)
    elsewhere = [n for n in heavy if n not in nearby]
    holder = [-1] * len(claim)  # of each word, the longest run about the heaviest that has it
    for n in sorted(about, key=lambda n: runs[n].length):
        _, start, length = runs[n]
        holder[start : start + length] = [n] * length
    for n in elsewhere:
        _, start, length = runs[n]
        if not -1 < holder[start] == holder[start + length - 1]:
            return heavy
    found = claim.summed[-1] - sum(_left(claim, [runs[n] for n in about]))
    rivals = claim.summed[-1] - sum(_left(claim, [runs[n] for n in elsewhere]))
    return heavy if rivals >= RIVAL * found else about


def _left(claim: Claim, runs: Iterable[Run]) -> list[float]:
    """What each word of a claim says, but 0 for those in some runs."""
    left = list(claim.weights)
    for _, start, length in runs:
        left[start : start + length] = [0.0] * length
    return left


def _straight(index: SourceIndex, claim: Claim, runs: Sequence[Run]) -> Place | None:
    """The one place of runs that follow one another on both sides, each worth the steps to it and from it."""
    document = index.document_at(runs[0].source)
    if runs[-1].source >= index.bounds(document)[1]:
        return None
    costs = [0.0]
    for before, run in pairwise(runs):
        over_source, over_claim = run.source - before.source_end, run.claim - before.claim_end
        if over_claim < 0 or not 0 <= over_source <= STEP:
            return None
        costs.append(_cost(over_source, over_claim))
    costs.append(0.0)
    summed = claim.summed
    says = [summed[start + length] - summed[start] for _, start, length in runs]
    if max(costs) >= LEAP_NEARBY or any(map(lt, says, map(add, costs, costs[1:]))):
        return None
    return Place(document, tuple(runs), sum(says))


def _cost(over_source: int, over_claim: int) -> float:
    """What a step costs that passes over so many words."""
    cost = 0.05 * min(over_claim, over_source)
    return cost if over_claim == over_source else cost + 0.25 * math.log2(1 + abs(over_claim - over_source))


class _Way(NamedTuple):
    """The best way to a run: what it explains less what it costs, the run before, the words left to that."""

    score: float
    before: int = -1
    trim: int = 0
    stepped: bool = False


class _Chain:
    """Runs in the order of the sources, each with the best way to it and the best within one place."""

    def __init__(self, index: SourceIndex, claim: Claim, runs: list[Run]) -> None:
        self.index = index
        self.claim = claim
        self.runs = runs
        self.documents = [index.document_at(run.source) for run in runs]
        self.ways = [_Way(0.0)] * len(runs)
        self.local = [_Way(0.0)] * len(runs)
        self._link()

    def _link(self) -> None:
        runs, ways, local, documents = self.runs, self.ways, self.local, self.documents
        summed = self.claim.summed
        ending: dict[int, int] = {}  # where in the claim -> the best chain that ends there
        passed, leader = 0, -1  # the best chain that ends at or before ``passed``
        for r in sorted(range(len(runs)), key=lambda r: runs[r].claim):
            source, claim, length = runs[r]
            document = documents[r]
            claim_end = claim + length
            while passed < claim:
                passed += 1
                if passed in ending and (leader < 0 or ways[ending[passed]].score > ways[leader].score):
                    leader = ending[passed]
            alone = summed[claim_end] - summed[claim]
            here = best = _Way(alone)
            for q in range(r - 1, max(-1, r - 1 - LOOK_BACK), -1):
                source_before, claim_before, length_before = runs[q]
                if claim_before >= claim or source - source_before - length_before > STEP:
                    continue
                if documents[q] != document:
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
            # Two words at least: one alone stands anywhere.
            for trim in range(min(OVERLAP, length - 1)):
                q = ending.get(claim + trim, -1) if trim else leader
                if q >= 0 and (runs[q][2] > 1 or ways[q].stepped):
                    score = ways[q].score + summed[claim_end] - summed[claim + trim] - LEAP_BEHIND
                    if score > best.score:
                        score -= self._leap(q, r)
                        if score > best.score:
                            best = _Way(score, q, trim)
            ways[r], local[r] = best, here
            if claim_end not in ending or best.score > ways[ending[claim_end]].score:
                ending[claim_end] = r

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
        says = summed[claim + length] - summed[claim + trim]
        return trim, says - 0.05 * trim - _cost(over_source, over_claim)

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

    def best(self) -> Location:
        """The places of the best chain, and the other places that would do as well."""
        last = max(range(len(self.runs)), key=lambda r: (self.ways[r].score, -self.runs[r].source))
        places = tuple(self._places(self.ways, last))
        return Location(places, tuple(self._others(places)))

    def _places(self, ways: Sequence[_Way], last: int) -> list[Place]:
        """The places on the way to a run, in the claim's order."""
        summed = self.claim.summed
        places, linked = [], []
        r = last
        while r >= 0:
            run, way = self.runs[r], ways[r]
            linked.append(Run(run.source + way.trim, run.claim + way.trim, run.length - way.trim))
            if not way.stepped:
                weight = sum([summed[claim + length] - summed[claim] for _, claim, length in linked])
                places.append(Place(self.documents[r], tuple(reversed(linked)), weight))
                linked = []
            r = way.before
        return places[::-1]

    def _others(self, places: Sequence[Place]) -> Iterator[Place]:
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
