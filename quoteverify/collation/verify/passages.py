"""From places, in words, to passages, in code points: where they end, what interrupts them, what they say."""

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

import attrs

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.quantities import is_part
from quoteverify.collation.language.word_forms import one_word_in_two_forms, same_quantity
from quoteverify.collation.verify.candidates import Run, SourceIndex
from quoteverify.collation.verify.location import OVERLAP, STEP, Claim, Place
from quoteverify.collation.verify.turns import turns
from quoteverify.models import Document, Span
from quoteverify.text.sentences import segments

# Words of the claim beside the first or last that is found may stand for as many of the source.
REPLACED = 4
# Where the outermost of them is found in the source, so many more or fewer may stand before it.
SKEWED = 3
# An attribution that interrupts a quote is short and in its paragraph, in code points.
INTERRUPTION = 240
# Places in one stretch of speech with no more words than this between them are one passage, cut.
CUT = 40

# Each begins with one of a few characters, so that the search passes over all others at the speed of C.
MARK = re.compile(r"""["“”„‟«»'’‘`](?:(?<!['’‘`])|(?<=')'|(?<=`)`|(?<=\s['‘])|(?<=['’])(?=\s))""")
_OPENING = frozenset("“„«‘")
_CLOSING = frozenset("”»’")
_ENDED = re.compile(r"[.,!?][\"'”’»)\]]*\s*\Z")
_LINES = re.compile(r"[\r\n]\s*[\r\n]")
_AFTER = re.compile(r"[^\s\w“„«‘\"]*")
_CLOSED_BY = '"”»'
_CLOSED_AND_OPENED = re.compile(rf"""[{_CLOSED_BY}](?<=\S.)\s+["“«](?=\S)""")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")


@attrs.define(eq=False, kw_only=True)
class Part:
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
    place: Place

    @functools.cached_property
    def _heads(self) -> list[int]:
        """Where each span begins in `text`; made once, as there may be differences by the thousand."""
        return list(accumulate((len(span) + 1 for span in self.spans[:-1]), initial=0))

    def in_document(self, start: int, end: int) -> Span:
        """A stretch of `text` as one of the document."""
        heads = self._heads

        def place(offset: int, heads_at: int) -> int:
            span = self.spans[heads_at]
            return min(span.start + offset - heads[heads_at], span.end)

        first = place(start, bisect_right(heads, start) - 1)
        last = place(end, max(0, bisect_right(heads, max(start, end - 1)) - 1))
        return Span(first, max(first, last))


def turn_begins(index: SourceIndex, number: int, stop: int, start: int) -> bool:
    """Whether a turn of a transcript begins between two places of a document."""
    gap = index.documents[number].text[stop:start]
    if "\n" not in gap and "\r" not in gap:
        return False
    begun = index.derived(number, _turns_begun)
    return bisect_right(begun, start) > bisect_right(begun, stop)


def _turns_begun(document: Document) -> list[int]:
    """After which offsets each turn of a transcript is spoken."""
    return [offset for offset, _ in turns(document.text)]


def speech_breaks(gap: str) -> str:
    """What stands between two stretches of a text: "" if one speech goes on, else what breaks it.

    Args:
        gap: The text between the last word of one stretch and the first of the next.

    Returns:
        "interruption" where an attribution in one paragraph divides the speech, "break" where the
        speech ends and another begins later, "" where no quotation mark closes and opens again.

    >>> speech_breaks(',” she said, “'), speech_breaks('.” He left. “No.” She said: “')
    ('interruption', 'break')
    >>> speech_breaks(", so that ")
    ''
    """
    marks = list(MARK.finditer(gap))
    if len(marks) < 2 or not _closes(gap, marks[0]) or not _opens(gap, marks[-1]):
        return ""
    if len(marks) == 2 and len(gap) <= INTERRUPTION and not _LINES.search(gap):
        return "interruption"
    return "break"


def _closes(gap: str, mark: re.Match[str]) -> bool:
    """Whether a mark can close a quotation: by its form, or because it stands right after a word."""
    return mark[0] in _CLOSING or (
        mark[0] not in _OPENING and not gap[mark.start() - 1 : mark.start()].isspace()
    )


def _opens(gap: str, mark: re.Match[str]) -> bool:
    """Whether a mark can open a quotation: by its form, or because a word follows right after."""
    return mark[0] in _OPENING or (mark[0] not in _CLOSING and not gap[mark.end() : mark.end() + 1].isspace())


def parts(index: SourceIndex, claim: Claim, places: Sequence[Place], *, divided: bool = True) -> list[Part]:
    """The passages of a located claim, in its order, with the stretch of the claim that each answers.

    Args:
        index: The sources.
        claim: The claim.
        places: Where it stands.
        divided: Whether places are divided where speech breaks off, and joined where it goes on.
    """
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


def _breaks_off(index: SourceIndex, number: int, before: int, after: int) -> bool:
    """Whether speech breaks off between a word and a later one: marks close and open, or a turn begins."""
    stop, start = index.end(before), index.start(after)
    gap = index.documents[number].text[stop:start]
    return speech_breaks(gap) == "break" or turn_begins(index, number, stop, start)


def _stretches(index: SourceIndex, claim: Claim, places: Sequence[Place]) -> list[Place]:
    """Places divided where the speech breaks off between two runs, and joined where it goes on."""
    stretches: list[Place] = []
    for place in places:
        start = 0
        for n in range(1, len(place.runs)):
            before, run = place.runs[n - 1], place.runs[n]
            if _breaks_off(index, place.document, before.source_end - 1, run.source):
                stretches.append(attrs.evolve(place, runs=place.runs[start:n]))
                start = n
        place = attrs.evolve(place, runs=place.runs[start:]) if start else place
        last = stretches[-1] if stretches else None
        if last and not start and last.document == place.document:
            over = place.source[0] - last.source[1]
            if 0 <= over <= CUT and not _breaks_off(
                index, place.document, last.source[1] - 1, place.source[0]
            ):
                stretches[-1] = Place(place.document, last.runs + place.runs, last.weight + place.weight)
                continue
        stretches.append(place)
    for n in range(1, len(stretches)):
        stretches[n - 1 : n + 1] = _snapped(index, claim, *stretches[n - 1 : n + 1])
    return stretches


def _snapped(index: SourceIndex, claim: Claim, before: Place, after: Place) -> tuple[Place, Place]:
    """Two places that meet, parted where the claim is cut or a quotation of the source begins.

    The words about the joint may stand in both sources: "The" before two different nouns.
    """
    joint = after.claim[0]
    if before.claim[1] != joint:
        return before, after
    first, last = before.runs[-1], after.runs[0]
    text = index.documents[after.document].text
    start = max(0, joint - OVERLAP)
    ids = index.ids(claim.words.keys[start : joint + OVERLAP])
    middle = joint - start
    for shift in sorted(range(-OVERLAP, OVERLAP + 1), key=abs):
        if not -min(first.length, middle + 1) < shift < last.length:
            continue
        if shift < 0:
            shared = index.ids_at(last.source + shift, last.source) == ids[middle + shift : middle]
        else:
            shared = index.ids_at(first.source_end, first.source_end + shift) == ids[middle : middle + shift]
        begins = last.source + shift
        if shared and (
            joint + shift in claim.cuts or MARK.search(text, index.end(begins - 1), index.start(begins))
        ):
            first = Run(first.source, first.claim, first.length + shift)
            last = Run(last.source + shift, last.claim + shift, last.length - shift)
            return (
                attrs.evolve(before, runs=(*before.runs[:-1], first)),
                attrs.evolve(after, runs=(last, *after.runs[1:])),
            )
    return before, after


def _divide(claim: Claim, first: int, last: int) -> int:
    """Where, among words of the claim that neither of two parts has, the second part begins."""
    cuts = (
        [at for at in range(first, min(last, first + 2 * REPLACED) + 1) if at in claim.cuts]
        if last > first
        else []
    )
    return cuts[0] if cuts else last


def _part(index: SourceIndex, claim: Claim, place: Place, first: int, last: int) -> Part:
    """A place with its ends snapped: ``first`` and ``last`` bound the claim's words that it may answer."""
    low, high = index.bounds(place.document)
    text = index.documents[place.document].text
    start, end = place.source
    before = _grown(
        index, claim, range(place.claim[0] - 1, first - 1, -1), range(start - 1, low - 1, -1), text
    )
    after = _grown(index, claim, range(place.claim[1], last), range(end, high), text)
    start = start if before is None else before
    end = _number_end(index, claim, last, end, high) if after is None else after
    claimed = _claimed(claim, first, last)
    spans = _spans(index, place, start, end)
    leading = text[index.end(start - 1) if start > low else 0 : spans[0].start]
    trailing = text[spans[-1].end : index.start(end) if end < high else len(text)]
    opening = _shared_before(leading, claim.text[claimed.start : claim.words.starts[first]])
    closing = _shared_after(trailing, claim.text[claim.words.ends[last - 1] : claimed.end])
    if opening:
        spans[0] = Span(spans[0].start - opening, spans[0].end)
    if closing:
        spans[-1] = Span(spans[-1].start, spans[-1].end + closing)
    return Part(
        document=index.documents[place.document],
        spans=tuple(spans),
        text=" ".join([span.of(text) for span in spans]),
        extent=spans[0] if len(spans) == 1 else Span(spans[0].start, spans[-1].end),
        claim=claimed,
        place=place,
    )


def _grown(index: SourceIndex, claim: Claim, wanted: range, at: range, text: str) -> int | None:
    """Where a passage ends if words of the claim beside it stand for words of the source beside it.

    Args:
        index: The sources.
        claim: The claim.
        wanted: The claim's words beside those found, outwards.
        at: The source's words there, outwards.
        text: The document's text.

    Returns:
        The word where the passage starts or stops, or None where it stays as it is.
    """
    if not 0 < len(wanted) <= REPLACED or not at:
        return None
    outwards = at.step
    inner = wanted[0] - 1 if outwards > 0 else wanted[0]
    ids = index.ids([claim.words.keys[i] for i in wanted])
    if _ELLIPSIS.search(claim.text, claim.words.ends[inner], claim.words.starts[inner + 1]):
        return _beyond_ellipsis(index, ids, at)
    within = at[: len(wanted) + SKEWED]
    claimed = claim.text[claim.words.starts[wanted[-1]] : claim.words.starts[inner + 1]]
    if outwards > 0:
        claimed = claim.text[claim.words.ends[inner] : claim.words.ends[wanted[-1]]]
    reached = within[: _reachable(index, within, text, claimed)]
    if not reached:
        return None
    last = _as_claimed(index, claim, wanted, reached)
    if last is not None:
        return reached[last] + (outwards > 0)
    equal = [n for n, place in enumerate(reached) if index.ids_at(place, place + 1) == ids[-1:]]
    n = min(equal, key=lambda n: abs(n + 1 - len(wanted))) if equal else min(len(wanted), len(reached)) - 1
    if not equal and n + 2 == len(reached) < len(within) and outwards > 0 and _ENDED.search(claim.text[-4:]):
        n += 1  # the sentence ends with the next word, as the claim does
    return reached[n] + (outwards > 0)


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


def _as_claimed(index: SourceIndex, claim: Claim, wanted: range, reached: range) -> int | None:
    """The last of the source's words that are together a form of the claim's: "per cent" of "%"; or None.

    What a number is counted in is only told beside the number, so the word within is tried with them.
    """
    known = lexicon(index.language)
    for inner in (0, 1):
        said = _in_order(range(wanted[0] - inner * wanted.step, wanted[-1] + wanted.step, wanted.step))
        keys = claim.words.keys[said.start : said.stop]
        for n in range(len(reached)):
            at = _in_order(range(reached[0] - inner * reached.step, reached[n] + reached.step, reached.step))
            if at.start >= 0 and one_word_in_two_forms(index.keys_at(at.start, at.stop), keys, known):
                return n
    return None


def _in_order(places: range) -> range:
    """Places that follow one another, forwards."""
    return places if places.step > 0 else places[::-1]


def _beyond_ellipsis(index: SourceIndex, ids: list[int], at: range) -> int | None:
    """Where the words that a claim has beyond an ellipsis stand next."""
    for n in range(min(STEP, len(at)) - len(ids) + 1):
        first, last = sorted((at[n], at[n + len(ids) - 1]))
        if index.ids_at(first, last + 1)[:: at.step] == ids:
            return at[n + len(ids) - 1] + (at.step > 0)
    return None


def _reachable(index: SourceIndex, at: range, text: str, claimed: str) -> int:
    """How many of some words follow one another before a sentence or a quotation ends or begins."""
    lowest, highest = min(at[0], at[-1]), max(at[0], at[-1])
    if at.step > 0:
        window = Span(index.start(lowest - 1), index.end(highest))
    else:
        window = Span(index.start(lowest), index.end(highest + 1))
    begins = {piece.start for piece in segments(text, index.language, within=window)}
    for n, place in enumerate(at):
        before, after = (place - 1, place) if at.step > 0 else (place, place + 1)
        stop, start = index.end(before), index.start(after)
        gap = text[stop:start]
        divided = any(mark in gap and mark not in claimed for mark in ":;")
        if MARK.search(gap) or divided or not begins.isdisjoint(range(stop, start + 1)):
            return n
    return len(at)


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
        ellipsis = _ELLIPSIS.search(following)
        end += ellipsis.start() if ellipsis else len(following)
    else:
        end = len(claim.text)
    return Span(start, end)


def _spans(index: SourceIndex, place: Place, start: int, end: int) -> list[Span]:
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
        gaps += [match.span() for match in _CLOSED_AND_OPENED.finditer(text, begin, finish)]
    for stop, following in sorted(gaps):
        gap = text[stop:following]
        if stop >= begin and speech_breaks(gap):
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
