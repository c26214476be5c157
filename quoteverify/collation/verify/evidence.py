"""Whether what a claim shares with the sources is enough to say that it is from there."""

import functools
from bisect import bisect_left
from collections.abc import Callable, Sequence
from math import fsum

import attrs

from quoteverify.collation.differences.alignment import share
from quoteverify.collation.differences.blocks import blocks
from quoteverify.collation.differences.naming import differences
from quoteverify.collation.verify.chaining import ClaimPlace
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.location import HALF, Location, as_printed
from quoteverify.collation.verify.passages import ClaimPart, claim_parts
from quoteverify.collation.verify.sources.positional_index import SharedRun
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.models import Difference, DifferenceKind, Severity
from quoteverify.text.words import words

# All of these were set on known alterations of news quotes, and on passages that must not be found; measured
# by tests/bench/measure_collation.py.
#
# The least share of a claim's words, by weight, that must stand in the sources for it to be found there: in
# one place and in several; `HALF`, where there are other reasons to think that it comes from a place.
FOUND = 0.6
FOUND_IN_PIECES = 0.7
# What each run of words beyond a place's first takes off, in weight: words here and there say less than words
# in a row.
FRAGMENT = 0.2
MOST_FRAGMENTS = 4
# How many of those words must be telling ones, unless there are as many of them as this.
TELLING = 2
ENOUGH = 9
# A run of so many words that weighs so much is no accident, whatever else the claim says.
LONG = 7
LONG_WEIGHT = 4.0
# Claims shorter than this, in words, are found word for word or not at all.
SHORT = 4
# Of claims of so few words, all but one must stand in one place for them to be found.
FEWEST = 3
MOST_OF_A_SHORT_CLAIM = 8
# Claims of stock words and at most one other are too, unless they have more words than this and only grammar
# differs, or next to none of the words: such a share of them stands there.
MANY = 5
MOST = 0.8
# A place with no more words of a claim in pieces than this is none.
SCRAP = 2
# Weights that differ by less are sums of the same numbers in another order.
_ROUNDING = 1e-6

MARKED = frozenset({DifferenceKind.BRACKET, DifferenceKind.ELLIPSIS})
SMALL = frozenset({DifferenceKind.FUNCTION_WORD, DifferenceKind.CONTRACTION, DifferenceKind.TYPO}) | MARKED
# What a short claim may differ in and still be of its place: a denial is what matters most to find.
_DENIAL = frozenset({DifferenceKind.NEGATION, DifferenceKind.CONTRACTION})
# Words of amount and of time are stock words: "for all", "very much", "at the end of the day".
_OF_STOCK_WORDS = frozenset({"quantity_in_words", "unit"})
_GRAMMAR = (
    _DENIAL
    | SMALL
    | {DifferenceKind.MODALITY, DifferenceKind.INFLECTION, DifferenceKind.HEDGE, DifferenceKind.FILLER}
    | {DifferenceKind.NUMBER, DifferenceKind.NUMBER_FORMAT, DifferenceKind.CONDITION}
)


class SharedEvidence:
    """What a claim shares with the places that it may be from.

    Args:
        index: The sources.
        claim: The claim.
        location: Where its words stand.

    Attributes:
        alone: Whether that is one place.
        places: The places that say something.
        covered: The share of the claim's weight that stands there.
        shared: What each of the words weighs that do.
        telling: How many of those are telling.
    """

    def __init__(self, index: SourceIndex, claim: Claim, location: Location) -> None:
        self._index = index
        self._location = location
        self.claim = claim
        self.alone = len(location.places) == 1
        # A splice of scraps is none: words that any two texts have, picked from here and there.
        self.places = [
            place for place in location.places if self.alone or sum(run.length for run in place.runs) > SCRAP
        ]
        # What is respelled may be left without a word that weighs anything.
        self.covered = fsum(map(_in_a_row, self.places)) / claim.weight if claim.weight else 0.0
        self.shared = [
            weight
            for place in self.places
            for run in place.runs
            for weight in claim.weights[run.claim : run.claim_end]
        ]
        self.telling = self.shared.count(1.0)

    @property
    def length(self) -> int:
        """How many of the claim's words are looked for."""
        return sum(map(bool, self.claim.weights))

    @property
    def rivals(self) -> Sequence[ClaimPlace]:
        """Other places that have as much of the claim."""
        return self._location.others

    @property
    def decidable(self) -> bool:
        """Whether the claim has telling words enough to say that it is from nowhere."""
        return self.claim.weights.count(1.0) >= TELLING

    @functools.cached_property
    def differences(self) -> Sequence[Difference]:
        """What a claim that stands in one place differs in from that."""
        location = most_alike(self._index, self.claim, self._location)
        claim, places = self.claim.printed, as_printed(location, self.claim).places
        (part, *_) = claim_parts(self._index, claim, places, divided=False)
        return part_differences(self._index, claim, part, 0)[0]

    def differ_only_in(self, kinds: frozenset[DifferenceKind]) -> bool:
        """Whether every difference from the one place is cosmetic or of some kinds."""
        return all(
            d.severity == Severity.COSMETIC or (d.kind in kinds and d.rule not in _OF_STOCK_WORDS)
            for d in self.differences
        )


def _in_a_row(place: ClaimPlace) -> float:
    """What the words of a place weigh, less the more runs they make up."""
    return place.weight - FRAGMENT * min(len(place.runs) - 1, MOST_FRAGMENTS)


def _is_enough(evidence: SharedEvidence) -> bool:
    least = FOUND if evidence.alone else FOUND_IN_PIECES
    return evidence.covered >= least and (evidence.telling >= TELLING or len(evidence.shared) >= ENOUGH)


def _is_nearly_all(evidence: SharedEvidence) -> bool:
    length = evidence.length
    return (
        evidence.alone
        and len(evidence.shared) >= MOST * length
        and length > (MANY if evidence.telling else MANY + 1)
    )


def _has_a_long_run(evidence: SharedEvidence) -> bool:
    def is_long(run: SharedRun) -> bool:
        return run.length >= LONG and evidence.claim.weight_of(run.claim, run.length) >= LONG_WEIGHT

    return evidence.covered >= HALF and any(is_long(run) for place in evidence.places for run in place.runs)


def _differs_in_grammar(evidence: SharedEvidence) -> bool:
    length = len(evidence.claim)
    if not evidence.alone or evidence.covered < HALF or length < (SHORT if evidence.decidable else MANY):
        return False
    return evidence.differ_only_in(_GRAMMAR if evidence.decidable or length > MANY else _DENIAL)


def _is_one_word_off(evidence: SharedEvidence) -> bool:
    """Whether a short claim has all but one of its words in a row, and they stand in no other place."""
    length = evidence.length
    if not evidence.alone or evidence.rivals or not FEWEST <= length <= MOST_OF_A_SHORT_CLAIM:
        return False
    first, last = evidence.places[0].source
    return (
        len(evidence.shared) >= length - 1
        and max(evidence.shared) == 1.0
        and last - first <= len(evidence.claim) + 1
    )


def _is_enough_with_numbers(evidence: SharedEvidence) -> bool:
    """Whether it is enough if a number that was said in other words counts as shared."""
    claim = evidence.claim
    if not evidence.alone or not claim.may_count or evidence.covered < HALF:
        return False
    same = [d.b for d in evidence.differences if d.kind == DifferenceKind.NUMBER_FORMAT]
    words = zip(claim.words.starts, claim.weights, strict=True)
    counted = [weight for start, weight in words if any(span.start <= start < span.end for span in same)]
    enough = evidence.covered + fsum(counted) / claim.weight >= FOUND
    return bool(counted) and enough and evidence.telling + counted.count(1.0) >= TELLING


@attrs.frozen
class Ground:
    """A reason to take a claim for found.

    Attributes:
        holds: Whether there is this reason.
        claim: A claim that is found for no other.
        source: And where.
    """

    holds: Callable[[SharedEvidence], bool]
    claim: str
    source: str


GROUNDS = (
    Ground(
        _is_enough,
        claim="The ferry sails at noon and nobody complained.",
        source="The ferry sails at noon without any permit.",
    ),
    Ground(
        _is_enough_with_numbers,
        claim="My mother was born in Bergen in 1962",
        source="My mother was born in Oslo in nineteen sixty two.",
    ),
    Ground(
        _is_nearly_all,
        claim="So you see that we do like it",
        source="So you see that we do want it.",
    ),
    Ground(
        _has_a_long_run,
        claim="The mayor, council and bank lied because the old harbour pilots will never sail without help",
        source="The owner of the yard wept because the old harbour pilots will never sail without help.",
    ),
    Ground(
        _is_one_word_off,
        claim="There is a cure",
        source="There is little cure.",
    ),
    Ground(
        _differs_in_grammar,
        claim="Nine pilots never sailed from the Aas",
        source="Some pilots sailed from Aas.",
    ),
)
"""Why a claim is found that does not stand in the sources word for word."""


def missing(index: SourceIndex, claim: Claim, location: Location) -> str | None:
    """The rule by which a claim is not found, or None where it is."""
    if not len(claim):
        return "claim_without_words"
    if location.has_all(claim):
        return None
    if len(claim) < FEWEST:
        return "too_short_to_decide"
    evidence = SharedEvidence(index, claim, location)
    if len(claim) < SHORT:
        return None if _is_one_word_off(evidence) else "too_short_to_decide"
    if any(ground.holds(evidence) for ground in GROUNDS):
        return None
    return "too_little_in_common" if evidence.decidable else "too_short_to_decide"


def may_be_found(index: SourceIndex, claim: Claim) -> bool:
    """Whether so many of a claim's words stand anywhere in the sources that it may be found: a quick look."""
    words = index.vocabulary.words
    known = [weight for key, weight in zip(claim.words.keys, claim.weights, strict=True) if key in words]
    length = sum(map(bool, claim.weights))
    return fsum(known) >= HALF * claim.weight or len(known) >= min(MOST * length, length - 1)


def most_alike(index: SourceIndex, claim: Claim, location: Location) -> Location:
    """The same; of copies that have as many of the claim's words, the one printed as it is comes first."""
    if len(location.places) != 1:
        return location
    (first,) = location.places
    copies = [first, *(other for other in location.others if other.weight > first.weight - _ROUNDING)]
    if len(copies) == 1:
        return location

    def alike(place: ClaimPlace) -> tuple[bool, bool]:
        (part, *_) = claim_parts(index, claim, [place], divided=False)
        return part.text == claim.text, part.text[-1:] == claim.text.rstrip()[-1:]

    best = max(copies, key=alike)
    return Location((best,), tuple(place for place in (first, *location.others) if place is not best))


def part_differences(
    index: SourceIndex, claim: Claim, part: ClaimPart, number: int, *, cut_at_ends: bool = False
) -> tuple[Sequence[Difference], float]:
    """The differences between a passage and its part of the claim, where they stand; the similarity.

    Args:
        index: The sources.
        claim: The claim.
        part: A part of it and the passage that answers it.
        number: Which of the passages that is.
        cut_at_ends: Whether words that only one has at an end are a cut, and no difference.
    """
    said = part.claim
    if part.text == claim.text[said.start : said.end]:
        return [], 1.0
    whole = len(part.spans) == 1
    found = index.words(part.place.document, part.extent) if whole else words(part.text)
    lo = bisect_left(claim.words.starts, said.start)
    hi = bisect_left(claim.words.starts, said.end)
    runs = blocks(found.keys, claim.words.keys, b_lo=lo, b_hi=hi)
    _, named = differences(
        found,
        claim.words,
        runs,
        a_span=part.extent if whole else None,
        b_span=said,
        cut_at_ends=cut_at_ends,
        passage=number,
        language=claim.language,
    )
    similarity = share(runs, len(found), hi - lo)
    return (named if whole else [_in_document(d, part) for d in named]), similarity


def _in_document(difference: Difference, interrupted: ClaimPart) -> Difference:
    """A difference from an interrupted passage, with its place in the document."""
    a = interrupted.in_document(difference.a.start, difference.a.end)
    return attrs.evolve(difference, a=a, a_text=a.of(interrupted.document.text))
