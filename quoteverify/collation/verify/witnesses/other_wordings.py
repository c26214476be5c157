"""Other sources that print a statement in other words than the one where it was found."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from math import fsum

import attrs

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.language.word_weights import STOCK_WORD_WEIGHT
from quoteverify.collation.verify.chaining import MOST_OTHERS, ClaimPlace
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.evidence import missing, part_differences
from quoteverify.collation.verify.location import HALF, located
from quoteverify.collation.verify.passages import ClaimPart, claim_parts
from quoteverify.collation.verify.sources.positional_index import SharedRun
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.models import Difference, DifferenceKind, Severity

# Guards against a statement that very many sources print: so many of them are looked into, those first that
# have the most of its words.
MOST_TRIED = 4 * MOST_OTHERS
# Of a statement's words, and of what its telling ones weigh, the share that another wording of it has:
# sources that have one in common print many a phrase of it, a name or a frame, about something else.
SAME_WORDS = 0.7
SAME = 2 / 3
ROUNDING = 1e-6


@attrs.define(eq=False)
class Witness:
    """A source's own wording of a statement.

    Attributes:
        part: The passage.
        differences: Between it and the claim.
        similarity: Of the two, 0 to 1.
        also_in: The documents that print the same words, by their numbers.
    """

    part: ClaimPart
    differences: Sequence[Difference]
    similarity: float
    also_in: list[int] = attrs.field(factory=list)


def other_wordings(index: SourceIndex, claim: Claim, found: Sequence[ClaimPart]) -> list[Witness]:
    """What other documents print for a claim that stands in one passage, each wording once.

    A document is looked into only where it shares so much of the claim, by what the index has of it, that
    it may have the claim; and it has another wording if the claim would be found there by itself, and more
    than what is cosmetic differs.

    Args:
        index: The sources.
        claim: The claim.
        found: Where it stands.
    """
    if len(found) != 1 or len(index.documents) < 2:
        return []
    (standing,) = found
    told: dict[tuple[str, ...], Witness] = {}
    for number, runs in _candidates(index, claim, standing.place.document):
        witness = _witness(index, claim, number, runs)
        if witness is None:
            continue
        said = tuple(index.keys(number, witness.part.extent))
        if said in told:
            told[said].also_in.append(number)
        elif len(told) < MOST_OTHERS and _is_another(witness, standing, claim):
            told[said] = witness
    return list(told.values())


def _candidates(index: SourceIndex, claim: Claim, standing: int) -> list[tuple[int, list[SharedRun]]]:
    """The documents, but for one, that may print the claim changed, with what they share with it."""
    ids, likely = index.ids(claim.words.keys), _likely(index, claim, standing)
    if not likely:
        return []
    shared: defaultdict[int, list[SharedRun]] = defaultdict(list)
    for run in index.positions.runs(ids):
        if (number := index.document_at(run.source)) in likely:
            shared[number].append(run)
    lengths = {number: _length(claim, runs) for number, runs in shared.items()}
    enough = [number for number, length in lengths.items() if length >= SAME_WORDS * len(claim)]
    enough.sort(key=lengths.__getitem__, reverse=True)
    return [(number, shared[number]) for number in enough[:MOST_TRIED]]


def _likely(index: SourceIndex, claim: Claim, standing: int) -> set[int]:
    """The documents, but for one, that have much of what a claim tells in words that stand in few places."""
    telling = _telling(claim)
    all_told, summed = fsum(telling), [0.0, *accumulate(telling)]
    told: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for source, start, length in index.positions.runs_again(
        index.ids(claim.words.keys), telling, SAME * all_told - ROUNDING
    ):
        if summed[start + length] > summed[start]:
            told[index.document_at(source)].append((start, start + length))
    told.pop(standing, None)
    least = HALF * all_told
    enough = {
        number for number, runs in told.items() if fsum([summed[b] - summed[a] for a, b in runs]) >= least
    }
    # Of those, many have one phrase again and again.
    return {
        number
        for number in enough
        if fsum([telling[n] for n in {n for a, b in told[number] for n in range(a, b)}]) >= least
    }


def _telling(claim: Claim) -> list[float]:
    """What each word of a claim weighs, but 0 for those that do not tell; what all weigh where none does."""
    telling = [weight if weight >= STOCK_WORD_WEIGHT else 0.0 for weight in claim.weights]
    return telling if any(telling) else claim.weights


def _length(claim: Claim, runs: Sequence[SharedRun]) -> int:
    """How many words of the claim runs have together; 0 where one has all of it."""
    if any(run.length == len(claim) for run in runs):
        return 0
    return len({word for run in runs for word in range(run.claim, run.claim_end)})


def _witness(index: SourceIndex, claim: Claim, number: int, runs: list[SharedRun]) -> Witness | None:
    """How a document prints the claim; None where it does not, or no otherwise."""
    location = located(index, claim, index.ids(claim.words.keys), runs)
    if len(location.places) != 1 or missing(index, claim, location):
        return None
    (place,) = location.places
    if not _says_the_same(claim, place):
        return None
    (part,) = claim_parts(index, claim, [place], divided=False)
    differences, similarity = part_differences(index, claim, part, 0, cut_at_ends=True)
    if not any(_tells(difference) for difference in differences):
        return None
    return Witness(part, differences, similarity)


def _says_the_same(claim: Claim, place: ClaimPlace) -> bool:
    """Whether a place has most of a claim's words, and of its telling ones."""
    has = {word for run in place.runs for word in range(run.claim, run.claim_end)}
    if len(has) < SAME_WORDS * len(claim):
        return False
    telling = _telling(claim)
    return fsum([telling[n] for n in has]) >= SAME * fsum(telling) - ROUNDING


def _tells(difference: Difference) -> bool:
    """Whether a difference makes another wording: it changes more than print or length."""
    return difference.severity is not Severity.COSMETIC and difference.kind is not DifferenceKind.TRUNCATION


def _is_another(witness: Witness, standing: ClaimPart, claim: Claim) -> bool:
    """Whether a wording differs from that where the claim was found by more than what is cosmetic."""
    between = align(standing.text, witness.part.text, lang=claim.language)
    return any(_tells(difference) for difference in between.differences)
