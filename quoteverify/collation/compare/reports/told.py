"""Reports of what others quote, laid beside it with what reporting changes put back."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteverify.collation.compare.inverted_index import InvertedIndex
from quoteverify.collation.compare.quote_parts import QuotePart, ngrams, where_of
from quoteverify.collation.compare.reports.reported import longest_of
from quoteverify.collation.compare.shared_wording import (
    SHARED_WHEN_CLASHING,
    SharedWording,
    may_cover,
    shared_wording,
)
from quoteverify.collation.compare.weights import WordWeights
from quoteverify.collation.differences.alignment import align
from quoteverify.collation.differences.retelling import (
    PutBack,
    Retelling,
    edited,
    limit_at_start,
    reporting,
    with_denial,
    wording_of,
)
from quoteverify.collation.language.stems import stems
from quoteverify.models import (
    Attribution,
    Difference,
    DifferenceKind,
    Document,
    Report,
    ReportKind,
    Severity,
    Span,
    Wording,
)
from quoteverify.text.language import LanguageProfile
from quoteverify.text.layout.page import Page
from quoteverify.text.words import word_keys, words

FEWEST_NGRAMS = 2
"""N-grams that a report shares with a quotation before they are laid side by side: as of two quotations."""

BOTH_WAYS = 0.6
"""Share of the weight of the longer part's clauses that must stand in the shorter: "she would publish the
accounts of both banks" is not “I will publish”."""

_PAUSES = frozenset(",;:")
"""What may stand between the clauses of a report."""


def told_parts(document: Document, language: LanguageProfile) -> Iterator[QuotePart]:
    """The reports of a document, each as one part."""
    where = where_of(document)
    for report in document.reports:
        if not report.spans:
            continue
        said = Attribution(speaker=report.speaker, confidence=report.attribution.confidence)
        bare = attrs.evolve(report, text="", quotes=(), attribution=said)
        extent = Span(report.spans[0].start, report.spans[-1].end)
        text = " ".join(span.of(document.text) for span in report.spans)
        yield QuotePart(where, None, extent, text, language, bare)


def add_told(groups: list[list[QuotePart]], told: Iterable[QuotePart], weights: WordWeights) -> None:
    """Add to each group the report by which a document that does not quote the words has them told.

    Args:
        groups: The parts of each statement; what is found is put at the end.
        told: The reports of all documents.
        weights: What words weigh.
    """
    longest = list(map(longest_of, groups))
    index = InvertedIndex(ngrams(part, weights) for part in longest)
    best: dict[tuple[int, str], tuple[float, list[QuotePart]]] = {}
    for part in told:
        near = Counter(n for _, postings in index.postings(ngrams(part, weights)) for n in postings)
        for n in [n for n, shared in near.items() if shared >= FEWEST_NGRAMS]:
            key = (n, part.document.id)
            weight, carrying = retold(longest[n], part, weights)
            if weight > best.get(key, (0.0,))[0]:
                best[key] = weight, carrying
    quoting = [{part.document.id for part in group} for group in groups]
    for (n, id), (_, carrying) in best.items():
        if id not in quoting[n]:
            groups[n] += carrying


def retold(quoted: QuotePart, part: QuotePart, weights: WordWeights) -> tuple[float, list[QuotePart]]:
    """How surely a report is of quoted words, 0 if not at all; and what of it carries them.

    Args:
        quoted: The words.
        part: The report.
        weights: What words weigh.
    """
    assert part.report is not None
    if not may_cover(quoted, part, weights):
        return 0.0, []
    back = _put_back(part.text, part.report, quoted.text, part.language)
    direct = attrs.evolve(part, text=back.page.text)
    shared = shared_wording(quoted, direct, weights)
    # Two people may well be told to think the same: that is no dispute about who said it.
    if shared is None or shared.doubted or not _is_about_it(shared, (quoted, direct), weights):
        return 0.0, []
    within = back.page.span(_stretch(shared)) if shared.longer is direct else Span(0, len(part.text))
    return shared.weight, list(_printed(part, _clauses(part, within)))


def _stretch(shared: SharedWording) -> Span:
    """Where in the longer part what is shared stands."""
    carrying = shared.within(shared.longer).span
    return Span(carrying.start - shared.longer.span.start, carrying.end - shared.longer.span.start)


def _is_about_it(shared: SharedWording, parts: Sequence[QuotePart], weights: WordWeights) -> bool:
    """Whether the clauses of the longer part that have what is shared tell little else."""
    if shared.inside or shared.amount >= SHARED_WHEN_CLASHING:
        return True
    (short,) = (part for part in parts if part is not shared.longer)
    there = set(short.stems)
    clauses = _clauses(shared.longer, _stretch(shared)).of(shared.longer.text)
    found = stems(word_keys(clauses), short.language)
    telling = math.fsum(map(weights, found))
    return math.fsum(weights(stem) for stem in found if stem in there) >= BOTH_WAYS * telling


def _put_back(text: str, report: Report, said: str, language: LanguageProfile) -> PutBack:
    """A report with what reporting changes put back, by the words that it is held against."""
    told = Retelling(words(text), words(said), language, asked=report.kind is ReportKind.ASKED)
    return edited(Page(text, text), told, said, Span(0, len(said)))


def _clauses(part: QuotePart, within: Span) -> Span:
    """The clauses of a part that a stretch of its text stands in."""
    found = words(part.text)
    openers = {word for word, place in reporting(part.language).put_in.items() if place == "clause"}
    begins = [n for n in range(1, len(found)) if found.keys[n] in openers or _pauses(part, found.ends[n - 1])]
    first = max((n for n in begins if found.starts[n] <= within.start), default=0)
    if first and found.keys[first] in openers:
        first += 1
    after = [n for n in (0, *begins) if found.starts[n] >= within.end]
    last = _without_joint(found.keys, after[0] if after else len(found), part.language)
    end = found.ends[max(first, last - 1)] if last < len(found) else len(part.text)
    return Span(found.starts[first] if first else 0, end)


def _pauses(part: QuotePart, end: int) -> bool:
    return part.text[end : end + 1] in _PAUSES


def _without_joint(keys: Sequence[str], end: int, language: LanguageProfile) -> int:
    """Where a clause ends, less what joins the next one to it."""
    joints = language.words("grammar", **{"class": "coordinator"})
    while end > 1 and end < len(keys) and keys[end - 1] in joints:
        end -= 1
    return end


def _printed(part: QuotePart, stretch: Span) -> Iterator[QuotePart]:
    """A stretch of a report's text, where its document prints it: a part for each of its spans."""
    assert part.report is not None
    before = 0
    for span in part.report.spans:
        start, end = max(stretch.start - before, 0), min(stretch.end - before, len(span))
        if start < end:
            text = part.text[before + start : before + end]
            here = Span(span.start + start, span.start + end)
            yield QuotePart(part.document, None, here, text, part.language, part.report)
        before += len(span) + 1


def held_against(
    text: str, report: Report, said: str, language: LanguageProfile
) -> tuple[Wording, Sequence[Difference]]:
    """How a report stands to the words that it is of, with what reporting changed told apart.

    Args:
        text: What it tells, or the part of that which is of the words.
        report: What says how it is told.
        said: The words.
        language: Their language.

    Returns:
        How it stands to them, and the differences: ``a`` in the words, ``b`` in the text.
    """
    back = _put_back(text, report, said, language)
    changes = [
        _limited(change, language) for change in align(said, back.page.text, lang=language).differences
    ]
    if report.negated:
        changes = with_denial([_denied(change, language) for change in changes], 0)
    placed = [*(_as_printed(change, back.page) for change in changes), *back.differences]
    return wording_of(changes)[0], sorted(placed, key=lambda change: (change.b.start, change.b.end))


def _denied(change: Difference, language: LanguageProfile) -> Difference:
    """A difference, a negation where it leaves one off: “I never took it”, denied taking it."""
    left_off = set(stems(word_keys(change.a_text), language))
    if change.kind is not DifferenceKind.TRUNCATION or left_off.isdisjoint(language.words("negators")):
        return change
    return attrs.evolve(change, kind=DifferenceKind.NEGATION)


def _as_printed(change: Difference, page: Page) -> Difference:
    """A difference from words that were put back, where they stand as they were told."""
    b = page.span(change.b)
    return attrs.evolve(change, b=b, b_text=b.of(page.given), passage=None)


def _limited(change: Difference, language: LanguageProfile) -> Difference:
    """A difference, grave where a report leaves off what limits the words: once it has been boiled."""
    if change.kind is not DifferenceKind.TRUNCATION or limit_at_start(change.a_text, language) is None:
        return change
    return attrs.evolve(change, severity=Severity.SUBSTANTIVE, rule="truncation_drops_qualifier")
