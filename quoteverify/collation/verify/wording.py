"""What the parts of a claim come to: one passage or several run together, and the finding on its words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import fsum

from quoteverify.collation.differences.typography import ellipses
from quoteverify.collation.verify.chaining import ClaimPlace
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.evidence import SMALL
from quoteverify.collation.verify.passages import ClaimPart, turn_begins
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.collation.verify.speech.speakers import DocumentSpeakers
from quoteverify.collation.verify.speech_breaks import speech_break
from quoteverify.models import Difference, DifferenceKind, Operation, Severity, Span, Wording
from quoteverify.text.sentences import segments

SLACK = 2
"""In words: parts with no more between any two are their sentence in another order (set by hand)."""
FAR_APART = 1000
"""In code points: parts of one speech with more between them come from different places (set by hand)."""

_REPORTED = frozenset({DifferenceKind.PERSON, DifferenceKind.MODALITY, DifferenceKind.INFLECTION})
"""What reporting changes in a speaker's words."""


def in_one(index: SourceIndex, found: list[ClaimPart]) -> list[ClaimPart]:
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
        if len(index.keys(number, gap)) > SLACK or speech_break(gap.of(document.text)):
            return found
    if len(list(islice(segments(document.text, index.language, within=hull), 2))) != 1:
        return found
    runs = tuple(sorted(run for part in found for run in part.place.runs))
    claim = Span(first.claim.start, found[-1].claim.end)
    place = ClaimPlace(number, runs, fsum(part.place.weight for part in found))
    return [
        ClaimPart(
            document=document,
            spans=(hull,),
            text=hull.of(document.text),
            extent=hull,
            claim=claim,
            place=place,
        )
    ]


def joint(index: SourceIndex, claim: Claim, found: Sequence[ClaimPart], number: int) -> Iterator[Difference]:
    """What joins a part of the claim to the one before, whose passage stands elsewhere."""
    if not number:
        return
    before, part = found[number - 1], found[number]
    joint = Span(before.claim.end, max(before.claim.end, part.claim.start))
    place = Span(part.extent.start, part.extent.start)
    near = before.document is part.document and not _far(index, before.extent, part)
    # An ellipsis says that something was left out, not that the order is another.
    cut = ellipses(joint.of(claim.text)) > 0
    marked = not near and cut
    first = bisect_left(claim.words.starts, part.claim.start)
    if near and not cut and part.extent.start >= before.extent.end and first not in claim.cuts:
        near = False  # in order, but out of two sentences to one
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


def _far(index: SourceIndex, before: Span, part: ClaimPart) -> bool:
    """Whether two passages of one document stand in different stretches of speech."""
    first, second = sorted((before, part.extent))
    gap = part.document.text[first.end : second.start]
    if len(gap) > FAR_APART or speech_break(gap):
        return True
    return turn_begins(index, part.place.document, first.end, second.start)


def wording_of(
    index: SourceIndex, claim: Claim, found: Sequence[ClaimPart], differences: Sequence[Difference]
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
        and all(d.kind in _REPORTED | SMALL for d in changed)
        and index.derived(found[0].place.document, DocumentSpeakers).narrated(found[0].extent)
    ):
        return Wording.PARAPHRASE, "reported_without_marks"
    return Wording.ALTERED, "a_change_is_not_marked"


def _discloses_a_cut(claim: Claim, part: ClaimPart) -> bool:
    """Whether the claim has an ellipsis or a bracket more than the source: an edit, if a harmless one."""
    a, b = part.text, claim.text
    return a != b and (b.count("[") > a.count("[") or ellipses(b) > ellipses(a))
