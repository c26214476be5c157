"""How surely two parts of quotes are the same words: one utterance, cut or altered."""

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from quoteverify.collation.compare.quote_parts import QuotePart
from quoteverify.collation.compare.speakers import one_person
from quoteverify.collation.compare.weights import WordWeights
from quoteverify.collation.differences.blocks import Block, common
from quoteverify.collation.language.lexicon import Lexicon, lexicon
from quoteverify.collation.language.quantities import counts, is_part, quantities
from quoteverify.models import Quote, QuoteKind, Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import words

# Set on pairs of quotes from two outlets, read by hand (docs/figures.md, "The same words in two outlets").
COVERAGE = 0.75  # share of the shorter part's weight that must stand in the longer ...
COVERAGE_OF_A_LONG_RUN = 0.4  # ... or less, where so many words stand in both without a gap:
LONG_RUN = 8
COVERAGE_BUT_ONE = 0.5  # ... or less, where one person's words are the same but for one
LEAST_KNOWN = 0.35  # somewhat less than any of these: below it, nothing is laid side by side
SPREAD = 0.5  # share of the longer part, from the first to the last word of what is shared, that is shared
LONGEST_AMOUNT = 8  # words of which an amount may be: a guard
SHORT_RUN = 2  # words in a row, all of closed classes, that say nothing: every sentence has an "of the"
# What two parts share counts 1 for a content word and this much for any other; they must share
OTHER_WORD = 0.5
SHARED = 4.0  # so much,
SHARED_BY_ONE_SPEAKER = (
    3.0  # or less, if one person says both and one holds the other or they are whole quotes,
)
SHARED_WHEN_EXACT = 2.5  # or less, if the parts are equal, or one is a whole quote and stands in the other,
SHARED_WHEN_EQUAL_BY_ONE_SPEAKER = 2.0  # or less, if one person says both, and they are all that is quoted or
# all of one and some sentences of the other, of about one day,
ABOUT_ONE_DAY = dt.timedelta(days=2)
SHARED_WHEN_REPORTED = 5.0  # or more, if one of them is the reporter's own sentence,
# or more, if each goes on in other words where the other goes on too, or one article quotes both,
SHARED_WHEN_CLASHING = 8.0
# or more yet, if besides the documents name different speakers or lie far apart: one template, filled twice,
SHARED_BY_A_TEMPLATE = 10.0
SHARED_WHEN_DOUBTED = 8.0  # or more, if the documents name different speakers or lie far apart in time.
FAR_APART = dt.timedelta(days=30)  # documents further apart may well be of two occasions,
FAR_APART_WHEN_EQUAL = dt.timedelta(
    days=366
)  # if one person's whole quotations of so many words are not equal:
FEWEST_EQUAL = 4
FEWEST_TELLING = 2  # content words of a sentence among others below which anybody may have said it
SURE = 0.8  # confidence below which a speaker is a guess, and no reason to doubt

SHOWN_AGAIN = (QuoteKind.HEADLINE, QuoteKind.PULL_QUOTE)  # what an article quotes in its text, too
MARKS = 2  # code points of a quote that may stand outside its only part: a stop and a space


@attrs.frozen
class SharedWording:
    """What two parts have in common.

    Attributes:
        amount: How much it is: 1 for a content word, less for any other.
        doubted: Whether the two name different speakers or lie far apart in time: then the ``amount``, of
            all that two quotes have in common, must reach ``SHARED_WHEN_DOUBTED``.
        weight: The weight of the words they share, times the square of the share of the shorter one
            covered: for ranking.
        inside: Whether the shorter one stands whole in the longer, and is so short that it may be a slogan.
        longer: The longer part.
        first: Where what is shared begins in the longer part, in stems.
        last: Where it ends.
    """

    amount: float
    doubted: bool
    weight: float
    inside: bool
    longer: QuotePart
    first: int
    last: int

    def within(self, part: QuotePart) -> QuotePart:
        """What of a part carries what is shared, if it is the longer one; else all of it."""
        return part.narrowed(self.first, self.last) if part is self.longer else part


def shared_wording(a: QuotePart, b: QuotePart, weights: WordWeights) -> SharedWording | None:
    """What two parts have in common, if that is enough to make them one statement, doubts aside."""
    if a.overlaps(b):
        return None
    short, long = sorted((a, b), key=lambda part: len(part.stems))
    runs = _telling_runs(short, long, weights) if may_cover(short, long, weights) else ()
    if not runs:
        return None
    matched = [stem for run in runs for stem in short.stems[run.a_lo : run.a_hi]]
    first, last = runs[0].b_lo, runs[-1].b_hi
    if len(matched) < SPREAD * (last - first):
        return None
    amount, weight = _amount(matched, weights), math.fsum(map(weights, matched))
    coverage = weight / math.fsum(map(weights, short.stems))
    contained = _stands_whole(short, runs)
    equal = contained and len(matched) == len(long.stems)
    relation = _relation(short, long, weights.language, equal=equal)
    clashes = list(_clashes(short, long, runs, weights))
    but_one = clashes == [(1, 1)]
    other = len(clashes) - (but_one and not relation.doubted)
    needed = _needed(short, long, relation, runs=runs, clashes=other)
    least = _least_coverage(runs, but_one=but_one and relation.one_speaker)
    if amount < needed or coverage < least:
        return None
    inside = contained and not equal and amount < SHARED_WHEN_CLASHING
    doubted = _is_doubted(relation, short, long, matched, weights)
    return SharedWording(amount, doubted, weight * coverage**2, inside, long, first, last)


def _stands_whole(short: QuotePart, runs: Sequence[Block]) -> bool:
    """Whether all that a part holds stands in the other in one run."""
    return len(runs) == 1 and runs[0].a_hi - runs[0].a_lo == len(short.stems)


def _is_doubted(
    relation: "_Relation", a: QuotePart, b: QuotePart, matched: Sequence[str], weights: WordWeights
) -> bool:
    """Whether two parts may be two utterances after all."""
    return relation.doubted or (not relation.one_speaker and _are_anybodys(a, b, matched, weights))


def _are_anybodys(a: QuotePart, b: QuotePart, matched: Sequence[str], weights: WordWeights) -> bool:
    """Whether two longer quotations share a sentence that tells next to nothing ("But it is not enough")."""
    whole = any(part.quote is None or _is_whole(part, part.quote) for part in (a, b))
    return not whole and sum(map(weights.is_content, matched)) < FEWEST_TELLING


def _amount(stems: Sequence[str], weights: WordWeights) -> float:
    """How many words some stems count for."""
    return sum(1 if weights.is_content(stem) else OTHER_WORD for stem in stems)


def may_cover(short: QuotePart, long: QuotePart, weights: WordWeights) -> bool:
    """Whether enough of the shorter part's words are in the longer at all: soon seen, and mostly not so."""
    if len(short.stems) > len(long.stems):
        short, long = long, short
    there = set(long.stems)
    known = math.fsum(weights(stem) for stem in short.stems if stem in there)
    return known >= LEAST_KNOWN * math.fsum(map(weights, short.stems))


def _telling_runs(short: QuotePart, long: QuotePart, weights: WordWeights) -> Sequence[Block]:
    """The runs of words that two parts share, but for one or two function words that match alone."""
    return [
        run
        for run in _bridged(short.stems, long.stems, weights.language)
        if run.a_hi - run.a_lo > SHORT_RUN or any(map(weights.is_content, short.stems[run.a_lo : run.a_hi]))
    ]


def _bridged(short: list[str], long: list[str], language: LanguageProfile) -> Sequence[Block]:
    """The runs that two lists of stems share; "tram line" is "tramline" and "25" is "twenty-five"."""
    found = common(short, long)
    bridges = list(_bridges(short, long, found, lexicon(language)))
    if not bridges:
        return found
    others = (run for run in found if not any(gap.a_lo <= run.a_lo < gap.a_hi for gap in bridges))
    runs: list[Block] = []
    for run in sorted([*others, *bridges]):
        if runs and runs[-1].a_hi == run.a_lo and runs[-1].b_hi == run.b_lo:
            run = Block(runs[-1].a_lo, run.a_hi, runs[-1].b_lo, run.b_hi)
            del runs[-1]
        runs.append(run)
    return runs


def _bridges(short: list[str], long: list[str], found: Sequence[Block], known: Lexicon) -> Iterator[Block]:
    """Where what stands between runs, or of an amount one of them too, is the same in two lists of stems."""
    numbers = counts(short, known) and counts(long, known)

    def is_amount(run: Block) -> bool:
        return numbers and all(is_part(key, known) for key in short[run.a_lo : run.a_hi])

    ends = Block(len(short), len(short), len(long), len(long))
    around = [Block(0, 0, 0, 0), *(run for run in found if not is_amount(run)), ends]
    for before, after in pairwise(around):
        gap = Block(before.a_hi, after.a_lo, before.b_hi, after.b_lo)
        one, other = short[gap.a_lo : gap.a_hi], long[gap.b_lo : gap.b_hi]
        if one and other and _are_alike(one, other, known if numbers else None):
            yield gap


def _are_alike(one: list[str], other: list[str], known: Lexicon | None) -> bool:
    """Whether some words are the same but for their spaces or, where a lexicon is given, one amount."""
    return "".join(one) == "".join(other) or (
        known is not None
        and max(len(one), len(other)) <= LONGEST_AMOUNT
        and not quantities(tuple(one), known).isdisjoint(quantities(tuple(other), known))
    )


def _clashes(
    short: QuotePart, long: QuotePart, runs: Sequence[Block], weights: WordWeights
) -> Iterator[tuple[int, int]]:
    """Where each of two parts has content words in the other's place, and how many of them.

    Two excerpts of one utterance share all that lies between them, and only one of them goes on before or
    after; two utterances with a phrase in common go on in two ways.
    """
    ends = Block(len(short.stems), len(short.stems), len(long.stems), len(long.stems))
    for before, after in pairwise([Block(0, 0, 0, 0), *runs, ends]):
        one = sum(map(weights.is_content, short.stems[before.a_hi : after.a_lo]))
        other = sum(map(weights.is_content, long.stems[before.b_hi : after.b_lo]))
        if one and other:
            yield one, other


def _needed(
    short: QuotePart, long: QuotePart, relation: "_Relation", *, runs: Sequence[Block], clashes: int
) -> float:
    """How much two parts must share to be one statement."""
    contained = _stands_whole(short, runs)
    if short.quote is None or long.quote is None:
        return _needed_when_reported(short, long, relation, contained=contained, clashes=clashes)
    if clashes and relation.doubted:
        return SHARED_BY_A_TEMPLATE
    if clashes or (not contained and _said_twice(short, long)):
        return SHARED_WHEN_CLASHING
    if contained and (len(short.stems) == len(long.stems) or _is_whole(short, short.quote)):
        return _needed_when_exact(short, long, relation, runs[0])
    if relation.one_speaker and (contained or _are_whole(short, long)):
        return SHARED_BY_ONE_SPEAKER
    return SHARED


def _needed_when_exact(short: QuotePart, long: QuotePart, relation: "_Relation", run: Block) -> float:
    """How much must be shared where all of one part's words stand in the other in one run."""
    whole = _are_whole(short, long)
    if relation.two_occasions and whole:
        return SHARED_BY_A_TEMPLATE
    if not relation.one_speaker:
        return SHARED if relation.guessed_apart else SHARED_WHEN_EXACT
    if whole or (not _far_apart(short, long, ABOUT_ONE_DAY) and _are_sentences(long, run.b_lo, run.b_hi)):
        return SHARED_WHEN_EQUAL_BY_ONE_SPEAKER
    return SHARED_WHEN_EXACT


def _needed_when_reported(
    short: QuotePart, long: QuotePart, relation: "_Relation", *, contained: bool, clashes: int
) -> float:
    """How much a quotation and what may report it must share."""
    if not short.said or not long.said:
        return SHARED_WHEN_REPORTED
    if clashes:
        return SHARED_WHEN_CLASHING
    if not relation.one_speaker:
        return SHARED_WHEN_REPORTED
    return SHARED_BY_ONE_SPEAKER if contained else SHARED


def _said_twice(a: QuotePart, b: QuotePart) -> bool:
    """Whether one article quotes both: in other words only what was said another time, but for a headline."""
    return a.document.id == b.document.id and not any(p.quote and p.quote.kind in SHOWN_AGAIN for p in (a, b))


def _least_coverage(runs: Sequence[Block], *, but_one: bool) -> float:
    """What share of the shorter part must stand in the longer."""
    if any(run.a_hi - run.a_lo >= LONG_RUN for run in runs):
        return COVERAGE_OF_A_LONG_RUN
    return COVERAGE_BUT_ONE if but_one else COVERAGE


_BOUND = re.compile(r"[.!?…]")


def _are_sentences(part: QuotePart, first: int, last: int) -> bool:
    """Whether what stands between two stems of a part is one sentence of it, or some."""
    span, text = part.narrowed(first, last).span, part.text
    before, behind = (
        text[: span.start - part.span.start].rstrip(),
        text[span.end - part.span.start :].lstrip(),
    )
    return bool((not before or _BOUND.match(before[-1])) and (not behind or _BOUND.match(behind)))


def _is_whole(part: QuotePart, quote: Quote) -> bool:
    """Whether the part is all that its quote holds, so that an editor chose just these words."""
    return sum(map(len, quote.spans)) <= len(part.span) + MARKS


# Who, and when


@attrs.frozen
class _Relation:
    """How the speakers and the days of two parts stand to each other.

    Attributes:
        one_speaker: Both are of one person or body, known by name, and of one time.
        guessed_apart: They are given to two people, but one of the names is a guess.
        doubted: They are of two people, known by name, or far apart in time.
        two_occasions: They are of two people and far apart in time.
    """

    one_speaker: bool
    guessed_apart: bool
    doubted: bool
    two_occasions: bool = False


def _relation(short: QuotePart, long: QuotePart, language: LanguageProfile, *, equal: bool) -> _Relation:
    one, other = _speaker(short), _speaker(long)
    if one is None or other is None:
        return _Relation(False, False, _far_apart(short, long, FAR_APART))
    same = _one_speaker(one, other, language)
    apart = not same and one.kind is other.kind and _are_two(short, long, language)
    sure = _is_known_whose(short, long)
    alike = equal and same and len(short.stems) >= FEWEST_EQUAL and _are_whole(short, long)
    far = _far_apart(short, long, FAR_APART_WHEN_EQUAL if alike else FAR_APART)
    two = apart and sure
    return _Relation(same and not far, apart and not sure, far or two, far and two)


def _is_known_whose(one: QuotePart, other: QuotePart) -> bool:
    """Whether two speakers who differ are no guess: of the same words, or of what is only told."""
    return (is_sure(one) and is_sure(other)) or bool(one.report or other.report)


def _are_two(a: QuotePart, b: QuotePart, language: LanguageProfile) -> bool:
    """Whether speakers of one kind who are not named alike are two.

    People are; anybody else where one of the parts is a report and no word of their names is the same.
    """
    speakers = [speaker for speaker in (_speaker(a), _speaker(b)) if speaker]
    if speakers[0].kind is SpeakerKind.PERSON:
        return True
    closed = language.words("function_words")
    one, other = (set(words(speaker.name).keys) - closed for speaker in speakers)
    return bool(a.report or b.report) and one.isdisjoint(other)


def _speaker(part: QuotePart) -> Speaker | None:
    return part.said.speaker if part.said else None


def _are_whole(*parts: QuotePart) -> bool:
    return all(part.quote and _is_whole(part, part.quote) for part in parts)


def _one_speaker(one: Speaker, other: Speaker, language: LanguageProfile) -> bool:
    """Whether two names are of one person, or the same of anything else that speaks."""
    if one.kind is not other.kind:
        return False
    if one.kind is SpeakerKind.PERSON:
        return one_person(one.name, other.name, language)
    return one.name.casefold() == other.name.casefold()


def is_sure(part: QuotePart) -> bool:
    """Whether the speaker is no guess; a caller who gives one gives no confidence."""
    return not part.said or not 0 < part.said.attribution.confidence < SURE


def _far_apart(a: QuotePart, b: QuotePart, most: dt.timedelta) -> bool:
    """Whether the dates of two documents make two occasions likely."""
    one, other = a.document.published, b.document.published
    return one is not None and other is not None and abs(_day(one) - _day(other)) > most


def _day(published: dt.date | dt.datetime) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published
