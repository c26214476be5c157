"""verify: where a claimed quote stands in the sources, with a finding on words, speaker and context."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise

import attrs

from quoteverify.collation import policies
from quoteverify.collation.differences.alignment import share
from quoteverify.collation.differences.blocks import blocks
from quoteverify.collation.differences.naming import differences
from quoteverify.collation.differences.typography import ellipses
from quoteverify.collation.policies import Policy
from quoteverify.collation.verify.candidates import Run, SourceIndex, Sources, indexed
from quoteverify.collation.verify.context import context_of
from quoteverify.collation.verify.location import HALF, Claim, Location, Place, locate
from quoteverify.collation.verify.passages import Part, parts, speech_breaks, turn_begins
from quoteverify.collation.verify.speakers import Voices, compare_speakers
from quoteverify.errors import check_type
from quoteverify.models import (
    Difference,
    DifferenceKind,
    Operation,
    Passage,
    Severity,
    Span,
    Speaker,
    Verification,
    Wording,
)
from quoteverify.text.excerpts import excerpt
from quoteverify.text.sentences import segments
from quoteverify.text.words import words

# The least share of a claim's words, by weight, that must stand in the sources for it to be found there:
# in one place and in several; `HALF`, where there are other reasons to think that it comes from a place.
FOUND = 0.6
FOUND_IN_PIECES = 0.7
# What each run of words beyond a place's first takes off: words here and there say less than words in a row.
FRAGMENT = 0.2
MOST_FRAGMENTS = 4
# How many of those words must be telling ones, unless there are as many of them as this.
TELLING = 2
ENOUGH = 9
# A run so long and so heavy is no accident, whatever else the claim says.
LONG = 7
LONG_WEIGHT = 4.0
# Claims shorter than this, in words, are found word for word or not at all.
SHORT = 4
# Claims of stock words and at most one other are too, unless they have more words than this and only
# grammar differs, or next to none of the words.
MANY = 5
MOST = 0.8
# A place with no more words of a claim in pieces than this is none.
SCRAP = 2
# Parts of a sentence with no more words between any two are that sentence in another order.
SLACK = 2
# Parts of one speech with more between them, in code points, come from different places.
FAR = 1000

# What reporting changes in a speaker's words, and what may change besides.
_REPORTED = frozenset({DifferenceKind.PERSON, DifferenceKind.MODALITY, DifferenceKind.INFLECTION})
_MARKED = frozenset({DifferenceKind.BRACKET, DifferenceKind.ELLIPSIS})
_SMALL = frozenset({DifferenceKind.FUNCTION_WORD, DifferenceKind.CONTRACTION, DifferenceKind.TYPO}) | _MARKED
# What a short claim may differ in and still be of its place: a denial is what matters most to find.
_DENIAL = frozenset({DifferenceKind.NEGATION, DifferenceKind.CONTRACTION})
_GRAMMAR = (
    _DENIAL
    | _SMALL
    | {DifferenceKind.MODALITY, DifferenceKind.INFLECTION, DifferenceKind.HEDGE, DifferenceKind.FILLER}
    | {DifferenceKind.NUMBER, DifferenceKind.NUMBER_FORMAT, DifferenceKind.CONDITION}
)


def verify(
    claim: str,
    sources: Sources,
    *,
    speaker: str | Speaker | None = None,
    policy: str | Policy | None = None,
) -> Verification:
    """Find a claimed quote in sources, and say how its words, its speaker and its context stand there.

    Args:
        claim: The quote as claimed, without its quotation marks.
        sources: Documents and plain strings, one of them, an `Archive`, or a `SourceIndex` made
            beforehand for many claims.
        speaker: Who is claimed to have said it; the speaker axis is not checked if None.
        policy: What a house allows, or the name of such a set (``"strict"``, ``"guardian"``); the differences
            that it does not allow are in ``disallowed``.

    Returns:
        The findings with their evidence. Absence from the sources given is never called false:
        what is not found says what was searched and what comes nearest.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no policy of that name; the message lists those there are.
        DuplicateDocumentError: Two sources have one id.

    >>> source = "“We will not sell the yard before spring,” Ms. Aas said."
    >>> verify("We will not sell the yard", source).wording.value
    'verbatim'
    >>> verify("We will sell the yard before spring", source).differences[0].kind.value
    'negation'
    >>> verify("The yard was never ours to begin with", source).wording.value
    'not_found'
    """
    check_type("claim", claim, str)
    check_type("speaker", speaker, str, Speaker, type(None))
    house = policies.policy(policy) if isinstance(policy, str) else policy
    check_type("policy", house, Policy, type(None))
    index = indexed(sources).about(claim)
    claimed_speaker = Speaker(speaker) if isinstance(speaker, str) else speaker
    taken = Claim(claim, index.language)
    location = locate(index, taken)
    rule = _missing(index, taken, location)
    if rule:
        return Verification(
            claim=claim,
            speaker=claimed_speaker,
            wording=Wording.NOT_FOUND,
            wording_rule=rule,
            speaker_rule="nothing_found" if claimed_speaker else "no_speaker_claimed",
            nearest=_nearest(index, taken, location),
            policy=house.name if house else None,
            searched=index.searched,
        )
    location = _most_alike(index, taken, location)
    found = _in_one(index, parts(index, taken, location.places))
    compared = [_compared(index, part, taken, n) for n, part in enumerate(found)]
    changes = [d for n, (own, _) in enumerate(compared) for d in (*_joint(index, taken, found, n), *own)]
    wording, wording_rule = _wording(index, taken, found, changes)
    passages = [
        _passage(index, part, similarity) for part, (_, similarity) in zip(found, compared, strict=True)
    ]
    alternatives = [_alternative(index, taken, place) for place in location.others]
    speaker_finding, speaker_rule = compare_speakers(claimed_speaker, passages, alternatives)
    context, context_rule, surroundings = context_of(index, found)
    return Verification(
        claim=claim,
        speaker=claimed_speaker,
        wording=wording,
        wording_rule=wording_rule,
        speaker_finding=speaker_finding,
        speaker_rule=speaker_rule,
        context=context,
        context_rule=context_rule,
        passages=tuple(passage for passage, _ in passages),
        alternatives=tuple(passage for passage, _ in alternatives),
        differences=tuple(changes),
        surroundings=surroundings,
        policy=house.name if house else None,
        disallowed=tuple(d for d in changes if house and not house.allows(d)),
        searched=index.searched,
    )


def _most_alike(index: SourceIndex, claim: Claim, location: Location) -> Location:
    """The same; of copies that have as many of the claim's words, the one printed as it is comes first."""
    if len(location.places) != 1:
        return location
    (first,) = location.places
    copies = [first, *(other for other in location.others if other.weight > first.weight - 1e-6)]
    if len(copies) == 1:
        return location

    def alike(place: Place) -> tuple[bool, bool]:
        (part, *_) = parts(index, claim, [place], divided=False)
        return part.text == claim.text, part.text[-1:] == claim.text.rstrip()[-1:]

    best = max(copies, key=alike)
    return Location((best,), tuple(place for place in (first, *location.others) if place is not best))


def _missing(index: SourceIndex, claim: Claim, location: Location) -> str | None:
    """The rule by which a claim is not found, or None where it is."""
    if not len(claim):
        return "claim_without_words"
    total = claim.summed[-1]
    if location.weight > 0.999 * total:
        return None
    if len(claim) < SHORT:
        return "too_short_to_decide"
    alone = len(location.places) == 1
    # A splice of scraps is none: words that any two texts have, picked from here and there.
    places = [p for p in location.places if alone or sum(run.length for run in p.runs) > SCRAP]
    weight = sum(place.weight - FRAGMENT * min(len(place.runs) - 1, MOST_FRAGMENTS) for place in places)
    covered = weight / total
    shared: list[float] = []
    for place in places:
        for _, start, length in place.runs:
            shared += claim.weights[start : start + length]
    telling = shared.count(1.0)
    if covered >= (FOUND if alone else FOUND_IN_PIECES) and (telling >= TELLING or len(shared) >= ENOUGH):
        return None
    if alone and len(shared) >= MOST * len(claim) and len(claim) > (MANY if telling else MANY + 1):
        return None
    if covered >= HALF and any(
        run.length >= LONG and _weight(claim, run) >= LONG_WEIGHT for p in places for run in p.runs
    ):
        return None
    decidable = claim.weights.count(1.0) >= TELLING
    if alone and covered >= HALF and len(claim) >= (SHORT if decidable else MANY):
        allowed = _GRAMMAR if decidable or len(claim) > MANY else _DENIAL
        if _differs_only_in(allowed, index, claim, _most_alike(index, claim, location)):
            return None
    return "too_little_in_common" if decidable else "too_short_to_decide"


def _weight(claim: Claim, run: Run) -> float:
    return claim.summed[run.claim_end] - claim.summed[run.claim]


def _differs_only_in(
    kinds: Collection[DifferenceKind], index: SourceIndex, claim: Claim, location: Location
) -> bool:
    """Whether every difference of a claim from its only place is cosmetic or of some kinds."""
    (part, *_) = parts(index, claim, location.places, divided=False)
    # Words of amount are stock words: "for all", "very much".
    return all(
        d.severity == Severity.COSMETIC or (d.kind in kinds and d.rule != "quantity_in_words")
        for d in _compared(index, part, claim, 0)[0]
    )


def _passage(index: SourceIndex, part: Part, similarity: float) -> tuple[Passage, str]:
    """The record of a part, with the rule that found its speaker."""
    speaker, rule = index.derived(part.place.document, Voices).at(part.spans)
    around = excerpt(part.document.text, part.spans)
    return Passage(
        document_id=part.document.id,
        spans=part.spans,
        text=part.text,
        similarity=similarity,
        speaker=speaker,
        source=part.document.name,
        url=part.document.url,
        excerpt=around.of(part.document.text),
        excerpt_start=around.start,
        time=part.document.time_of(part.extent) if part.document.timings else None,
    ), rule


def _alternative(index: SourceIndex, claim: Claim, place: Place) -> tuple[Passage, str]:
    """The record of a place that is not the claim's, as similar as what it shares by weight."""
    (part,) = parts(index, claim, [place], divided=False)
    return _passage(index, part, min(1.0, place.weight / claim.summed[-1]))


def _nearest(index: SourceIndex, claim: Claim, location: Location) -> Passage | None:
    """The passage that comes nearest to a claim that is not found."""
    if not location.places:
        return None
    return _alternative(index, claim, max(location.places, key=lambda place: place.weight))[0]


def _compared(
    index: SourceIndex, part: Part, claim: Claim, number: int
) -> tuple[Sequence[Difference], float]:
    """The differences between a passage and its part of the claim, where they stand; the similarity."""
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
        cut_at_ends=False,
        passage=number,
        language=claim.language,
    )
    similarity = share(runs, len(found), hi - lo)
    return (named if whole else [_placed(d, part) for d in named]), similarity


def _placed(difference: Difference, interrupted: Part) -> Difference:
    """A difference from an interrupted passage, with its place in the document."""
    a = interrupted.in_document(difference.a.start, difference.a.end)
    return attrs.evolve(difference, a=a, a_text=a.of(interrupted.document.text))


def _in_one(index: SourceIndex, found: list[Part]) -> list[Part]:
    """The same parts as one, where all come from one sentence and leave next to nothing of it out.

    Words that have changed places in it are named as that, and not as left out twice.
    """
    first = found[0]
    number, document = first.place.document, first.document
    if len(found) == 1 or any(part.document is not document for part in found):
        return found
    ordered = sorted(found, key=lambda part: part.extent)
    hull = Span(ordered[0].extent.start, max(part.extent.end for part in found))
    for before, after in pairwise(ordered):
        gap = Span(before.extent.end, max(before.extent.end, after.extent.start))
        if len(index.keys(number, gap)) > SLACK or speech_breaks(gap.of(document.text)):
            return found
    if len(list(islice(segments(document.text, index.language, within=hull), 2))) != 1:
        return found
    runs = tuple(sorted(run for part in found for run in part.place.runs))
    claim = Span(first.claim.start, found[-1].claim.end)
    place = Place(number, runs, sum(part.place.weight for part in found))
    return [
        Part(
            document=document,
            spans=(hull,),
            text=hull.of(document.text),
            extent=hull,
            claim=claim,
            place=place,
        )
    ]


def _joint(index: SourceIndex, claim: Claim, found: Sequence[Part], number: int) -> Iterator[Difference]:
    """What joins a part of the claim to the one before, whose passage stands elsewhere."""
    if not number:
        return
    before, part = found[number - 1], found[number]
    joint = Span(before.claim.end, max(before.claim.end, part.claim.start))
    place = Span(part.extent.start, part.extent.start)
    near = before.document is part.document and not _far(index, before.extent, part)
    # An ellipsis says that something was left out, not that the order is another.
    marked = not near and ellipses(joint.of(claim.text)) > 0
    yield Difference(
        operation=Operation.MOVE,
        kind=DifferenceKind.REORDER if near else DifferenceKind.SPLICE,
        severity=Severity.MINOR if marked or near else Severity.SUBSTANTIVE,
        marked=marked,
        a=place,
        b=joint,
        a_text="",
        b_text=joint.of(claim.text),
        rule="parts_in_another_order" if near else "separate_passages_run_together",
        passage=number,
    )


def _far(index: SourceIndex, before: Span, part: Part) -> bool:
    """Whether two passages of one document stand in different stretches of speech."""
    first, second = sorted((before, part.extent))
    gap = part.document.text[first.end : second.start]
    if len(gap) > FAR or speech_breaks(gap):
        return True
    return turn_begins(index, part.place.document, first.end, second.start)


def _wording(
    index: SourceIndex, claim: Claim, found: Sequence[Part], differences: Sequence[Difference]
) -> tuple[Wording, str]:
    """What the differences come to."""
    changed = [d for d in differences if d.severity != Severity.COSMETIC]
    if len(found) > 1:
        return Wording.SPLICED, "passages_run_together"
    if any(d.operation == Operation.MOVE for d in changed):
        return Wording.SPLICED, "parts_in_another_order"
    if all(d.marked for d in changed):
        if changed or _discloses_a_cut(claim, found[0]):
            return Wording.EDITED, "every_change_is_marked"
        return Wording.VERBATIM, "same_words_in_one_run"
    if (
        any(d.kind in _REPORTED for d in changed)
        and all(d.kind in _REPORTED | _SMALL for d in changed)
        and index.derived(found[0].place.document, Voices).narrated(found[0].extent)
    ):
        return Wording.PARAPHRASE, "reported_without_marks"
    return Wording.ALTERED, "a_change_is_not_marked"


def _discloses_a_cut(claim: Claim, part: Part) -> bool:
    """Whether the claim has an ellipsis or a bracket more than the source: an edit, if a harmless one."""
    a, b = part.text, claim.text
    return a != b and (b.count("[") > a.count("[") or ellipses(b) > ellipses(a))
