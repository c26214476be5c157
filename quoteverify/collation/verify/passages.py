"""From places, in words, to passages, in code points: where they end, what interrupts them, what they say."""

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

import attrs

from quoteverify.collation.verify.chaining import OVERLAP, ClaimPlace
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.passage_ends import ELLIPSIS, REPLACED, passage_bounds
from quoteverify.collation.verify.sources.positional_index import SharedRun
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.collation.verify.speech.speakers import SURE_RULE, DocumentSpeakers
from quoteverify.collation.verify.speech.turns import turns
from quoteverify.collation.verify.speech_breaks import MARK, SpeechBreak, speech_break
from quoteverify.models import Document, QuoteKind, Span
from quoteverify.text.sentences import segments

CUT = 40
"""Places in one stretch of speech with no more words than this between them are one passage, cut. Set on
known alterations of news quotes; measured by tests/bench/measure_collation.py."""

_AFTER = re.compile(r"[^\s\w“„«‘\"]*")
_OPENED, _CLOSED_BRACKET = "[", "]"
_CLOSED_BY = '"”»'
_CLOSED_AND_OPENED = re.compile(rf"""[{_CLOSED_BY}](?<=\S.)\s+["“«](?=\S)""")


@attrs.define(eq=False, kw_only=True, slots=False)
class ClaimPart:
    """A stretch of the claim and the passage that answers it.

    Attributes:
        document: The document of the passage.
        spans: Where the passage stands in it.
        text: What the passage says, its spans joined by a space.
        extent: From the start of the passage to its end, whatever interrupts it.
        claim: The stretch of the claim, in code points.
        place: The place it was made of.
    """

    document: Document
    spans: tuple[Span, ...]
    text: str
    extent: Span
    claim: Span
    place: ClaimPlace

    @functools.cached_property
    def _heads(self) -> list[int]:
        """Where each span begins in `text`; made once, as there may be differences by the thousand."""
        return list(accumulate((len(span) + 1 for span in self.spans[:-1]), initial=0))

    def in_document(self, start: int, end: int) -> Span:
        """A stretch of `text` as one of the document."""
        first = self._offset(start, bisect_right(self._heads, start) - 1)
        last = self._offset(end, max(0, bisect_right(self._heads, max(start, end - 1)) - 1))
        return Span(first, max(first, last))

    def _offset(self, offset: int, number: int) -> int:
        """Where an offset of `text` is in the document, which lies in the span of this number."""
        span = self.spans[number]
        return min(span.start + offset - self._heads[number], span.end)


def turn_begins(index: SourceIndex, number: int, stop: int, start: int) -> bool:
    """Whether a turn of a transcript begins between two offsets of a document."""
    gap = index.documents[number].text[stop:start]
    if "\n" not in gap and "\r" not in gap:
        return False
    begun = index.derived(number, _turns_begun)
    return bisect_right(begun, start) > bisect_right(begun, stop)


def _turns_begun(document: Document) -> list[int]:
    """After which offsets each turn of a transcript is spoken."""
    if document.quotes:
        return [quote.spans[0].start for quote in document.quotes if quote.kind == QuoteKind.TURN]
    return [offset for offset, _ in turns(document.text)]


def claim_parts(
    index: SourceIndex, claim: Claim, places: Sequence[ClaimPlace], *, divided: bool = True
) -> list[ClaimPart]:
    """The passages of a located claim, in its order, with the stretch of the claim that each answers.

    Args:
        index: The sources.
        claim: The claim.
        places: Where it stands.
        divided: Whether places are divided where speech breaks off, and joined where it goes on.
    """
    places = [_out_of_interruptions(index, claim, place) for place in places]
    stretches = _stretches(index, claim, places) if divided else places
    found = []
    for n, place in enumerate(stretches):
        start = stretches[n - 1].claim[1] if n else 0
        end = stretches[n + 1].claim[0] if n + 1 < len(stretches) else len(claim)
        if n:
            start = _divide(claim, start, place.claim[0])
        if n + 1 < len(stretches):
            end = _divide(claim, place.claim[1], end)
        found.append(_part(index, claim, place, start, end))
    return found


def _divide(claim: Claim, first: int, last: int) -> int:
    """Where, among words of the claim that neither of two parts has, the second part begins."""
    if last <= first:
        return last
    near = range(first, min(last, first + 2 * REPLACED) + 1)
    return next((word for word in near if word in claim.cuts), last)


# Places as stretches of speech


def _out_of_interruptions(index: SourceIndex, claim: Claim, place: ClaimPlace) -> ClaimPlace:
    """A place less words of an attribution that a claim has behind it: “She” after “We sail,” she said."""
    if len(place.runs) == 1:
        return place
    meeting = [n for n, (run, other) in enumerate(pairwise(place.runs)) if run.claim_end == other.claim]
    if not meeting:
        return place
    runs = list(place.runs)
    text = index.documents[place.document].text
    for n in meeting:
        run, following = place.runs[n : n + 2]
        for count in range(1, min(OVERLAP, run.length - 1, following.source - run.source_end) + 1):
            last, begins = run.source_end - count, following.source - count
            if (
                index.ids_at(last, run.source_end) == index.ids_at(begins, following.source)
                and MARK.search(text, index.end(last - 1), index.start(last))
                and MARK.search(text, index.end(begins - 1), index.start(begins))
            ):
                runs[n] = SharedRun(runs[n].source, runs[n].claim, runs[n].length - count)
                runs[n + 1] = SharedRun(begins, following.claim - count, following.length + count)
                break
    return place if tuple(runs) == place.runs else attrs.evolve(place, runs=tuple(runs))


def _stretches(index: SourceIndex, claim: Claim, places: Sequence[ClaimPlace]) -> list[ClaimPlace]:
    """Places divided where the speech breaks off between two runs, and joined where it goes on."""
    stretches: list[ClaimPlace] = []
    for place in places:
        first, *others = _divided(index, claim, place)
        if not others and stretches and _goes_on(index, stretches[-1], first):
            last = stretches.pop()
            first = ClaimPlace(last.document, last.runs + first.runs, last.weight + first.weight)
        stretches += [first, *others]
    for n in range(1, len(stretches)):
        stretches[n - 1 : n + 1] = _snapped(index, claim, *stretches[n - 1 : n + 1])
    return stretches


def _divided(index: SourceIndex, claim: Claim, place: ClaimPlace) -> list[ClaimPlace]:
    """A place divided where the speech breaks off between two runs, or a claim of one sentence is of two."""
    breaks = [
        n
        for n, (before, run) in enumerate(pairwise(place.runs), 1)
        if _breaks_off(index, place.document, before.source_end - 1, run.source)
        or _joins_strangers(index, claim, before, run)
    ]
    if not breaks:
        return [place]
    bounds = pairwise((0, *breaks, len(place.runs)))
    return [attrs.evolve(place, runs=place.runs[start:end]) for start, end in bounds]


def _goes_on(index: SourceIndex, before: ClaimPlace, place: ClaimPlace) -> bool:
    """Whether a place goes on with the speech of the one before, a little after it."""
    return (
        before.document == place.document
        and 0 <= place.source[0] - before.source[1] <= CUT
        and not _breaks_off(index, place.document, before.source[1] - 1, place.source[0])
    )


def _breaks_off(index: SourceIndex, number: int, before: int, after: int) -> bool:
    """Whether speech ends between a word's position and a later one's, or a turn begins."""
    stop, start = index.end(before), index.start(after)
    found = speech_break(index.documents[number].text[stop:start])
    if found is SpeechBreak.INTERRUPTION and _two_speak(index, number, stop, start):
        return True
    return found is SpeechBreak.END or turn_begins(index, number, stop, start)


def _two_speak(index: SourceIndex, number: int, stop: int, start: int) -> bool:
    """Whether a source surely gives what ends at one offset and what begins at another to two people."""
    known = index.derived(number, DocumentSpeakers)
    one, other = known.at([Span(stop - 1, stop)]), known.at([Span(start, start + 1)])
    if one.quote is other.quote or one.rule != SURE_RULE or other.rule != SURE_RULE:
        return False
    return bool(one.speaker and other.speaker) and one.speaker != other.speaker


def _joins_strangers(index: SourceIndex, claim: Claim, before: SharedRun, run: SharedRun) -> bool:
    """Whether a claim goes on without a stop where its words stand in two sentences far from one another."""
    if run.source - before.source_end <= len(claim) or not claim.cuts.isdisjoint(
        range(before.claim_end, run.claim + 1)
    ):
        return False
    # A word beside the ellipsis may stand on its other side as well: "is ... a thief", "is a".
    start = claim.words.starts[max(before.claim, before.claim_end - OVERLAP)]
    if ELLIPSIS.search(claim.text, start, claim.words.ends[min(run.claim + OVERLAP, run.claim_end) - 1]):
        return False
    text = index.documents[index.document_at(run.source)].text
    between = Span(index.start(before.source_end - 1), index.end(run.source))
    if MARK.search(between.of(text)):
        return False  # where somebody's words end is another matter
    starts = (part.start for part in segments(text, index.language, within=between))
    return any(between.start < start <= index.start(run.source) for start in starts)


def _snapped(
    index: SourceIndex, claim: Claim, before: ClaimPlace, after: ClaimPlace
) -> tuple[ClaimPlace, ClaimPlace]:
    """Two places that meet, parted where the claim is cut or a quotation of the source begins.

    The words about the joint may stand in both sources: "The" before two different nouns.
    """
    joint = after.claim[0]
    if before.claim[1] != joint:
        return before, after
    first, last = before.runs[-1], after.runs[0]
    text = index.documents[after.document].text
    for shift in sorted(range(-OVERLAP, OVERLAP + 1), key=abs):
        if not -min(first.length, joint + 1) < shift < last.length:
            continue
        begins = last.source + shift
        if _both_have(index, claim, first, last, shift) and (
            joint + shift in claim.cuts or MARK.search(text, index.end(begins - 1), index.start(begins))
        ):
            first = SharedRun(first.source, first.claim, first.length + shift)
            last = SharedRun(begins, last.claim + shift, last.length - shift)
            return (
                attrs.evolve(before, runs=(*before.runs[:-1], first)),
                attrs.evolve(after, runs=(last, *after.runs[1:])),
            )
    return before, after


def _both_have(index: SourceIndex, claim: Claim, first: SharedRun, last: SharedRun, shift: int) -> bool:
    """Whether both of two runs that meet have the words by which their joint would be moved."""
    joint = last.claim
    if shift < 0:
        return index.ids_at(last.source + shift, last.source) == index.ids(
            claim.words.keys[joint + shift : joint]
        )
    return index.ids_at(first.source_end, first.source_end + shift) == index.ids(
        claim.words.keys[joint : joint + shift]
    )


# From words to code points


def _part(index: SourceIndex, claim: Claim, place: ClaimPlace, first: int, last: int) -> ClaimPart:
    """A place with its ends snapped: ``first`` and ``last`` bound the claim's words that it may answer."""
    low, high = index.bounds(place.document)
    text = index.documents[place.document].text
    start, end = passage_bounds(index, claim, place, first, last)
    claimed = _claimed(claim, first, last)
    spans = _spans(index, place, start, end)
    leading = text[index.end(start - 1) if start > low else 0 : spans[0].start]
    trailing = text[spans[-1].end : index.start(end) if end < high else len(text)]
    opening = _shared_before(leading, claim.text[claimed.start : claim.words.starts[first]])
    if not opening and leading.endswith(_OPENED) and _CLOSED_BRACKET in spans[0].of(text):
        opening = 1  # the source's own brackets: what an editor put there
    closing = _shared_after(trailing, claim.text[claim.words.ends[last - 1] : claimed.end])
    if opening:
        spans[0] = Span(spans[0].start - opening, spans[0].end)
    if closing:
        spans[-1] = Span(spans[-1].start, spans[-1].end + closing)
    return ClaimPart(
        document=index.documents[place.document],
        spans=tuple(spans),
        text=" ".join([span.of(text) for span in spans]),
        extent=spans[0] if len(spans) == 1 else Span(spans[0].start, spans[-1].end),
        claim=claimed,
        place=place,
    )


def _claimed(claim: Claim, first: int, last: int) -> Span:
    """The stretch of the claim from one word to another, with the marks beside them but no ellipsis."""
    words = claim.words
    before = words.ends[first - 1] if first else 0
    after = words.starts[last] if last < len(claim) else len(claim.text)
    start, end = words.starts[first], words.ends[last - 1]
    if first:
        start -= len(_last(claim.text[before:start]).lstrip(".…"))
    else:
        start = 0
    if last < len(claim):
        following = _AFTER.match(claim.text, end, after)[0]  # type: ignore[index]
        ellipsis = ELLIPSIS.search(following)
        end += ellipsis.start() if ellipsis else len(following)
    else:
        end = len(claim.text)
    return Span(start, end)


def _spans(index: SourceIndex, place: ClaimPlace, start: int, end: int) -> list[Span]:
    """The spans of a passage of the words from ``start`` to ``end``, divided where it is interrupted."""
    text = index.documents[place.document].text
    spans = []
    begin, finish = index.start(start), index.end(end - 1)
    gaps = [
        (index.end(before.source_end - 1), index.start(run.source))
        for before, run in pairwise(place.runs)
        if run.source > before.source_end
    ]
    said = text[begin:finish]
    if any(mark in said for mark in _CLOSED_BY):
        gaps += [marks.span() for marks in _CLOSED_AND_OPENED.finditer(text, begin, finish)]
    for stop, following in sorted(gaps):
        gap = text[stop:following]
        if stop >= begin and speech_break(gap):
            marks = list(MARK.finditer(gap))
            spans.append(Span(begin, stop + marks[0].start()))
            begin = stop + marks[-1].end()
    spans.append(Span(begin, finish))
    return spans


def _last(gap: str) -> str:
    """What stands at the end of a gap without white space."""
    return "" if not gap or gap[-1].isspace() else gap.rsplit(None, 1)[-1]


def _shared_before(gap: str, said: str) -> int:
    """How many code points at the end of a gap of the source are the marks that the claim has there too."""
    said = said.strip()
    return len(gap) - gap.rindex(said) if said and gap.rstrip().endswith(said) else 0


def _shared_after(gap: str, said: str) -> int:
    """How many code points at the start of a gap of the source close the passage as the claim is closed."""
    said = said.strip()
    if not said:
        return 0
    if gap.lstrip().startswith(said):
        return gap.index(said) + len(said)
    return len(_AFTER.match(gap)[0].rstrip("”’'»"))  # type: ignore[index]
